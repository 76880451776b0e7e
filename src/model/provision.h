// SPDX-License-Identifier: Apache-2.0
#pragma once

// 条, 款 and 项 of a policy's text, as records and citations name them: ordos-2021-61/15 is an
// article, ordos-2021-61/15/第二款第（三）项 an item of its second paragraph. Only what the
// article's record has as paragraphs can be named.

#include "model/refs.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::model {

/// An article, or a 款 of it, or a 项 of that 款. All are null where nothing was found.
struct ProvisionRef {
  ArticleRef in;
  const Paragraph* paragraph = nullptr;
  const Item* item = nullptr;

  /// Whether it is less than the whole article.
  bool is_part() const { return paragraph != nullptr; }
};

/// What separates an article's fact id from the place within it.
constexpr std::string_view kPlaceMark = "/第";

/// Every 款 and 项 of an article, in the text's order. The only 款 of an article is the article
/// itself and has no name of its own.
std::vector<ProvisionRef> provisions(const ArticleRef& in);

/// How records write a place: 第二款第（三）项, or 第（三）项 in an article of a single 款. Empty
/// for a whole article.
std::string place_text(const ProvisionRef& provision);

/// The label of a 项 without what sets it off from its text: （三） of （三）、, 三 of 三、.
std::string bare_label(std::string_view label);

/// The number in a label: 3 of （三）, 三、, 3. and 第三条. Nothing where it has none.
std::optional<int> number_of_label(std::string_view label);

/// Which 款 of its article it is, from 1 on. REQUIRES: is_part().
std::size_t number_of_paragraph(const ProvisionRef& provision);

/// The place that `place` means; 第2款 is 第二款, 第三项 is 第（三）项. Without a 款 it is the one
/// 项 of the article that is labelled so. Nothing where there is none, or several.
ProvisionRef find_provision(const ArticleRef& in, std::string_view place);

/// The place within its article that a measure is in; the article where none is recorded.
ProvisionRef provision_of(const MeasureRef& measure);

/// Whether one of the two is the other or a part of it. REQUIRES: neither is empty.
bool overlap(const ProvisionRef& a, const ProvisionRef& b);

/// The place of the article nearest to one that it does not have: that with the nearest number,
/// else the nearest in spelling. Empty where none is near.
std::string nearest_place(const ArticleRef& in, std::string_view place);

/// Every piece of an article's official wording that is on record, in the text's order.
std::vector<const Prose*> wording_of(const Article& article);

}  // namespace huice::model
