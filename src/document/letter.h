// SPDX-License-Identifier: Apache-2.0
#pragma once

// A letter (公文) as GB/T 9704-2012 divides it: 版头, 主体, 版记. All texts are the words to be
// printed; where each of them stands on the page is in gbt9704.h, and each format's writer puts
// them there. What is to be filled in by hand in a draft is an open Slot.

#include "document/document.h"
#include "model/date.h"
#include "model/publication.h"

#include <optional>
#include <string>
#include <vector>

namespace huice::document {

using model::LetterFormat;

/// Words that a draft may leave open: `text` is then what is printed in their place, as
/// “鄂建提复字〔2026〕　号”.
struct Slot {
  std::string text{};
  bool is_open = false;

  bool empty() const { return text.empty(); }
  friend bool operator==(const Slot&, const Slot&) = default;
};

/// One of 附件, as 附件说明 names it (7.3.4), and its pages, where they are part of the letter.
struct LetterAnnex {
  std::string title{};
  Blocks blocks{};
};

struct Letter {
  std::string record{};  ///< the proposal's id
  LetterFormat format = LetterFormat::general;
  std::string language = "zh-CN";
  model::Date dated{};  ///< of the file itself: 成文日期, of a draft the day it was made as of
  std::string draft_mark{};  ///< 代拟稿; empty where the words are the office's own

  // 版头
  std::string letterhead{};    ///< 发文机关标志
  Slot number{};               ///< 发文字号
  std::string signer_label{};  ///< 签发人：
  Slot signer{};               ///< empty, with its label, in 信函格式
  /// Where several sign it off, whose names `signer` has in a row: each of them.
  std::vector<std::string> signers{};
  std::string urgency{};     ///< 紧急程度; empty: none
  std::string class_mark{};  ///< A, B …; empty: none

  // 主体
  std::string title{};
  std::vector<std::string> title_lines{};  ///< the same, broken by sense
  std::string salutation{};                ///< 主送, with its colon
  Blocks body{};
  std::string annex_label{};           ///< 附件：
  std::vector<LetterAnnex> annexes{};  ///< none: no 附件说明
  std::vector<std::string> signatories{};
  Slot signed_on{};
  bool has_seal = true;        ///< room for it: 7.3.5.1, else 7.3.5.2
  std::string contact_note{};  ///< 附注, with its parentheses; empty: none

  // 版记
  std::string copies_label{};  ///< 抄送：
  std::string copies{};        ///< with its full stop; empty: none
  std::string printed_by{};    ///< 印发机关; empty where the format has none
  Slot printed_on{};           ///< 2022年10月11日印发
};

/// The names in lines of two (7.2.6), each as wide as the widest, so that they stand under each
/// other.
std::vector<std::string> signer_lines(const std::vector<std::string>& names);

/// A title in lines that keep words together (7.3.1): as few as hold it at `most` characters a
/// line, none of them beginning or ending inside 《》, a number with its unit, or 第…届.
std::vector<std::string> title_lines(std::string_view title, int most);

}  // namespace huice::document
