// SPDX-License-Identifier: Apache-2.0
#include "consistency/random_values.h"

#include <array>
#include <cstdio>
#include <stdexcept>

namespace huice::test {
namespace {

using model::RefKind;
using model::ScalarForm;

std::string padded(int number) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d", number);
  return text.data();
}

}  // namespace

std::string RandomValues::number() {
  return padded(++names_);
}

std::string RandomValues::name() {
  return "词" + number();
}

std::string RandomValues::day() {
  return model::Date::of(random_.between(2022, 2025), random_.between(1, 12),
                         random_.between(1, 28))
      ->iso();
}

std::string RandomValues::as_of() {
  if (random_.one_in(12)) return random_.one_in(2) ? "1999-12-31" : "2039-01-01";
  const auto near = model::Date::parse(days_[random_.below(days_.size())]);
  return near->plus_days(random_.between(-1, 1)).iso();
}

// Four digits, so that it is printed as it is written.
std::string RandomValues::sum() {
  return std::to_string(++sums_) + "万元";
}

Json RandomValues::rule() {
  switch (random_.below(5)) {
    case 0:
      return true;
    case 1:
      return "职工人数 >= 50";
    case 2:
      return Json{{"==", {Json{{"var", "listed"}}, true}}};
    case 3:
      return "营业收入 >= 200万元 且 在库";
    default:
      return Json{{">=", {Json{{"var", "staff"}}, 20}}};
  }
}

// Some cite a measure's sum, a text or a target; what there is to cite is known later.
std::string RandomValues::prose() {
  static const std::vector<std::string_view> cited{"amount", "cite", "target", "fact"};
  if (!random_.one_in(3)) return name();
  return name() + "{{ " + std::string(random_.pick(cited)) + "('" + kSomewhere +
         std::string("') }}") + name();
}

Json RandomValues::scalar(const model::Shape& shape, const std::string& key) {
  const ScalarForm& form = *shape.scalar();
  if (form.refers_to == RefKind::document && random_.one_in(2)) return name();
  if (form.refers_to != RefKind::none) return kSomewhere + std::string(shape.name.en);
  if (key == "audience") return "public";
  if (key == "language") return "zh-CN";
  if (!form.choices.empty()) return random_.pick(form.choices);
  if (form.peek_prose != nullptr) return prose();
  if (form.kind == ScalarForm::Kind::boolean) return random_.one_in(2);
  if (form.kind == ScalarForm::Kind::rule) return rule();
  const std::string_view kind = shape.name.en;
  if (kind == "text") return name();
  if (kind == "id") return "n" + number();
  if (kind == "whole number" || kind == "days") return random_.between(1, 400);
  if (kind == "money") return sum();
  if (kind == "rate") return std::to_string(random_.between(1, 90)) + "%";
  if (kind == "number" && random_.one_in(6)) return random_.pick({"…", "-", "不详", "x"});
  if (kind == "number" || kind == "positive number") return random_.between(2, 900);
  if (kind == "quantity") return std::to_string(random_.between(2, 900)) + "家";
  if (kind == "goal") return random_.pick({"突破300家", "15—20家", "降低13.5%", "翻一番", "前3名"});
  if (kind == "qualifier") return random_.pick({"=", "≥", "约", "余"}) == "约" ? "≈" : "≥";
  if (kind == "per")
    return random_.pick({"once", "total", "year", "project", "unclear", "每件", "每亩"});
  if (kind == "date") return random_.one_in(4) ? day() : days_[random_.below(days_.size())];
  if (kind == "period") {
    return random_.pick({"2023", "2024-06", "@2024-12-31", "2023Q3", "to@2025-09-03", "unstated"});
  }
  if (kind == "document number") return "测发〔2024〕" + std::to_string(++names_) + "号";
  if (kind == "web address") return "https://example.org/" + number();
  if (kind == "annex file") return "f" + number() + ".pdf";
  if (kind == "file name") return "f" + number() + ".md";
  throw std::logic_error("random projects cannot make a value of kind “" + std::string(kind) +
                         "” (" + key + ")");
}

}  // namespace huice::test
