// SPDX-License-Identifier: Apache-2.0
// The first line of the input names a kind of value as the field tables do, the rest is its text:
// what is read is printed, read again and printed the same; people's other spellings mean what
// their plain form means.

#include "model/schema/records.h"
#include "model/schema/scalars.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

using namespace huice::model;

namespace {

template <class T>
void try_text(const ShapeFor<T>& shape, const std::string& written) {
  const ScalarForm& form = *shape.scalar();
  const std::string text = form.plain == nullptr ? written : form.plain(written);
  T value{};
  if (const auto refused = form.parse(&value, Token{text, {}})) {
    if (form.suggest == nullptr) return;
    // What people are told to write instead is taken.
    const std::string better = form.suggest(written);
    const std::string plain = form.plain == nullptr ? better : form.plain(better);
    T suggested{};
    if (!better.empty() && form.parse(&suggested, Token{plain, {}})) std::abort();
    return;
  }
  if (form.doubt != nullptr) static_cast<void>(form.doubt(&value));
  if (form.official != nullptr && form.official(&value).empty()) std::abort();
  const std::string printed = form.print(&value);
  T again{};
  if (form.parse(&again, Token{printed, {}}) || form.print(&again) != printed) std::abort();
  if constexpr (requires { again == value; }) {
    if (!(again == value)) std::abort();
  }
}

template <class T>
void try_text(const ShapeFor<std::optional<T>>& shape, const std::string& written) {
  try_text(ShapeFor<T>{{shape.name, shape.form}}, written);
}

using Trial = void (*)(const std::string& text);

const std::map<std::string_view, Trial>& trials() {
  static const std::map<std::string_view, Trial> kTrials{
      {"money", [](const std::string& text) { try_text(schema::money(), text); }},
      {"counted", [](const std::string& text) { try_text(schema::counted(), text); }},
      {"rate", [](const std::string& text) { try_text(schema::rate(), text); }},
      {"number", [](const std::string& text) { try_text(schema::positive_number(), text); }},
      {"observed", [](const std::string& text) { try_text(schema::observed_value(), text); }},
      {"quantity", [](const std::string& text) { try_text(schema::quantity(), text); }},
      {"goal", [](const std::string& text) { try_text(schema::goal(), text); }},
      {"qualifier", [](const std::string& text) { try_text(schema::qualifier(), text); }},
      {"date", [](const std::string& text) { try_text(schema::date(), text); }},
      {"period", [](const std::string& text) { try_text(schema::period(), text); }},
      {"document number",
       [](const std::string& text) { try_text(schema::document_number(), text); }},
      {"url", [](const std::string& text) { try_text(schema::url(), text); }},
      {"language", [](const std::string& text) { try_text(schema::language(), text); }},
      {"file name", [](const std::string& text) { try_text(schema::file_name(), text); }},
      {"id", [](const std::string& text) { try_text(schema::id(), text); }}};
  return kTrials;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t end = std::min(input.find('\n'), input.size());
  const std::string text(input.substr(std::min(end + 1, input.size())));
  const auto found = trials().find(input.substr(0, end));
  if (found != trials().end()) return found->second(text), 0;
  for (const auto& one : trials()) one.second(text);
  return 0;
}
