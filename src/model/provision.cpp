// SPDX-License-Identifier: Apache-2.0
#include "model/provision.h"

#include "base/han_numeral.h"
#include "base/spelling.h"
#include "model/han_number.h"
#include "model/written_number.h"

#include <cstdlib>
#include <optional>
#include <tuple>

namespace huice::model {
namespace {

constexpr std::string_view kNth = "第";
constexpr std::string_view kParagraph = "款";
constexpr std::string_view kItem = "项";
constexpr int kMostCounted = 200;

/// 第二款第（三）项 in its two parts, 二 and （三）; one of them may be empty.
struct Named {
  std::string_view paragraph;
  std::string_view item;
};

// Takes 第…`unit` from the front of `place` and returns what is between; empty where it is not
// there.
std::string_view take(std::string_view& place, std::string_view unit) {
  if (!place.starts_with(kNth)) return {};
  const std::size_t end = place.find(unit);
  if (end == std::string_view::npos) return {};
  const std::string_view between = place.substr(kNth.size(), end - kNth.size());
  place.remove_prefix(end + unit.size());
  return between;
}

std::optional<Named> named(std::string_view place) {
  Named found;
  found.paragraph = take(place, kParagraph);
  found.item = take(place, kItem);
  if (!place.empty() || (found.paragraph.empty() && found.item.empty())) return std::nullopt;
  return found;
}

// （三）, (三) and 三、 are 三.
std::string core(std::string_view label) {
  std::string text = narrowed(label);
  if (text.starts_with('(')) text.erase(0, 1);
  for (const std::string_view mark : {"、", ".", ":", ")"}) {
    if (text.ends_with(mark)) text.resize(text.size() - mark.size());
  }
  return text;
}

// 三 and 3 are 3; nothing for what is no such number, or is written in another way.
std::optional<int> number_in(std::string_view label) {
  constexpr std::size_t kMostDigits = 3;
  const std::string text = core(label);
  const bool digits = all_digits(text);
  if (digits && text.size() > kMostDigits) return std::nullopt;
  const auto number = digits ? std::optional<std::int64_t>(std::stoi(text)) : han_numeral(text);
  if (!number || *number < 1 || *number > kMostCounted) return std::nullopt;
  if (text != (digits ? std::to_string(*number) : han_number(*number))) return std::nullopt;
  return static_cast<int>(*number);
}

bool is_called(const Item& item, std::string_view label) {
  const auto number = number_in(label);
  return core(item.label) == core(label) || (number && number_in(item.label) == number);
}

const Item* item_in(const Paragraph& paragraph, std::string_view label) {
  for (const Item& item : paragraph.items) {
    if (is_called(item, label)) return &item;
  }
  return nullptr;
}

int distance(std::optional<int> wanted, int has) {
  return wanted ? std::abs(*wanted - has) : 0;
}

}  // namespace

std::vector<ProvisionRef> provisions(const ArticleRef& in) {
  std::vector<ProvisionRef> all;
  for (const Paragraph& paragraph : in.article->paragraphs) {
    if (in.article->paragraphs.size() > 1) all.push_back({in, &paragraph, nullptr});
    for (const Item& item : paragraph.items) all.push_back({in, &paragraph, &item});
  }
  return all;
}

std::string bare_label(std::string_view label) {
  for (const std::string_view mark : {"、", ".", "．", ":", "："}) {
    if (label.ends_with(mark)) label.remove_suffix(mark.size());
  }
  return std::string(label);
}

std::optional<int> number_of_label(std::string_view label) {
  constexpr std::string_view kArticle = "条";
  std::string_view rest = label;
  const std::string_view number = take(rest, kArticle);
  return rest.empty() && !number.empty() ? number_in(number) : number_in(label);
}

std::size_t number_of_paragraph(const ProvisionRef& provision) {
  return static_cast<std::size_t>(provision.paragraph - provision.in.article->paragraphs.data()) +
         1;
}

std::string place_text(const ProvisionRef& provision) {
  std::string text;
  if (!provision.is_part()) return text;
  if (provision.in.article->paragraphs.size() > 1) {
    const auto number = static_cast<std::int64_t>(number_of_paragraph(provision));
    text = std::string(kNth) + han_number(number) + std::string(kParagraph);
  }
  if (provision.item == nullptr) return text;
  return text + std::string(kNth) + bare_label(provision.item->label) + std::string(kItem);
}

ProvisionRef find_provision(const ArticleRef& in, std::string_view place) {
  const auto wanted = named(place);
  if (!wanted) return {};
  const auto number = number_in(wanted->paragraph);
  ProvisionRef found;
  int next = 0;
  for (const Paragraph& paragraph : in.article->paragraphs) {
    ++next;
    if (!wanted->paragraph.empty() && number != next) continue;
    const Item* item = wanted->item.empty() ? nullptr : item_in(paragraph, wanted->item);
    if (item == nullptr && !wanted->item.empty()) continue;
    if (found.is_part()) return {};
    found = {in, &paragraph, item};
  }
  return found;
}

ProvisionRef provision_of(const MeasureRef& measure) {
  const ProvisionRef found = find_provision(measure.in, measure.measure->provision);
  return found.is_part() ? found : ProvisionRef{measure.in, nullptr, nullptr};
}

bool overlap(const ProvisionRef& a, const ProvisionRef& b) {
  if (a.in.article != b.in.article) return false;
  if (!a.is_part() || !b.is_part()) return true;
  if (a.paragraph != b.paragraph) return false;
  return a.item == nullptr || b.item == nullptr || a.item == b.item;
}

std::string nearest_place(const ArticleRef& in, std::string_view place) {
  const auto wanted = named(place);
  std::vector<std::string> texts;
  std::optional<std::tuple<int, int>> least;
  std::string best;
  for (const ProvisionRef& one : provisions(in)) {
    texts.push_back(place_text(one));
    if (!wanted || (one.item == nullptr) != wanted->item.empty()) continue;
    const int from_paragraph =
        distance(number_in(wanted->paragraph), static_cast<int>(number_of_paragraph(one)));
    const auto label = one.item == nullptr ? std::optional<int>(0) : number_in(one.item->label);
    if (!label) continue;
    const std::tuple<int, int> apart{from_paragraph, distance(number_in(wanted->item), *label)};
    if (least && *least <= apart) continue;
    least = apart;
    best = texts.back();
  }
  if (!best.empty()) return best;
  return nearest(place, std::vector<std::string_view>(texts.begin(), texts.end()));
}

std::vector<const Prose*> wording_of(const Article& article) {
  std::vector<const Prose*> all;
  const auto add = [&all](const Prose& prose) {
    if (!prose.empty()) all.push_back(&prose);
  };
  add(article.text);
  for (const Paragraph& paragraph : article.paragraphs) {
    add(paragraph.text);
    for (const Item& item : paragraph.items) add(item.text);
  }
  return all;
}

}  // namespace huice::model
