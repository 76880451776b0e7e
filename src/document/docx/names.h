// SPDX-License-Identifier: Apache-2.0
#pragma once

// The names of styles as Word shows them. Those of Word itself are English in every file, whatever
// its language; what only 公文 have is named in Chinese. Styles are referred to by their ids.

#include <array>
#include <string_view>

namespace huice::document::docx {

struct StyleName {
  std::string_view id;
  std::string_view name;
  bool is_own = false;  ///< not one of Word's
};

inline constexpr StyleName kNormal{"Normal", "Normal"};
inline constexpr StyleName kBodyText{"BodyText", "Body Text"};
inline constexpr StyleName kTitle{"Title", "Title"};
inline constexpr std::array kHeadings{
    StyleName{"Heading1", "heading 1"}, StyleName{"Heading2", "heading 2"},
    StyleName{"Heading3", "heading 3"}, StyleName{"Heading4", "heading 4"}};
inline constexpr StyleName kSalutation{"Salutation", "Salutation"};
inline constexpr StyleName kSignature{"Signature", "Signature"};
inline constexpr StyleName kDate{"Date", "Date"};
inline constexpr StyleName kHeader{"Header", "header"};
inline constexpr StyleName kFooter{"Footer", "footer"};
inline constexpr StyleName kCaption{"Caption", "caption"};
inline constexpr StyleName kTableGrid{"TableGrid", "Table Grid"};

inline constexpr StyleName kLetterhead{"Letterhead", "发文机关标志", true};
inline constexpr StyleName kNumber{"DocumentNumber", "发文字号", true};
inline constexpr StyleName kClassMark{"ClassMark", "办理结果类别", true};
inline constexpr StyleName kAnnexList{"AnnexList", "附件说明", true};
inline constexpr StyleName kAnnexLabel{"AnnexLabel", "附件顺序号", true};
inline constexpr StyleName kAnnexTitle{"AnnexTitle", "附件标题", true};
inline constexpr StyleName kContactNote{"ContactNote", "附注", true};
inline constexpr StyleName kImprint{"Imprint", "版记", true};
inline constexpr StyleName kNote{"Note", "说明", true};
inline constexpr StyleName kTableText{"TableText", "表格文字", true};

}  // namespace huice::document::docx
