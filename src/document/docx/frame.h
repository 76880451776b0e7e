// SPDX-License-Identifier: Apache-2.0
#pragma once

// What stands around a letter's body: 版头 (GB/T 9704-2012, 7.2), title and 主送 (7.3.1, 7.3.2),
// 附件说明, 署名 with 成文日期 and 附注 (7.3.4 to 7.3.6), 版记 (7.4), page numbers (7.5); in
// 信函格式 as 10.1 says.

#include "document/docx/story.h"

namespace huice::document::docx {

/// A title's lines, which stay one text.
void write_title_lines(Story::Paragraph& out, const std::vector<std::string>& title);
inline constexpr int kTitleCharacters = static_cast<int>(gbt9704::kTitleCharacters.value);

/// From 发文机关标志 to 主送.
void write_head(Story& story, const Letter& letter, const DocxLook& look);

/// 附件说明 to 附注.
void write_signature(Story& story, const Letter& letter);

/// 附件 on pages of their own.
void write_annexes(Story& story, const Letter& letter);

bool has_imprint(const Letter& letter);
/// 版记, at the foot of the page that the paragraph before it is on.
void write_imprint(Story& story, const Letter& letter);

/// A page's head: 代拟稿 above 版心, where no line moves for it.
void write_header(Story& story, const Letter& letter);

enum class PageSide { odd, even, first };
/// A page's foot: its number; on the first page of 信函格式 the lower double line.
void write_footer(Story& story, const Letter& letter, const DocxLook& look, PageSide side);

/// Where header and footer begin, from the page's edge: twips.
inline constexpr int kHeaderEdge = 851;
int footer_edge(LetterFormat format);

}  // namespace huice::document::docx
