// SPDX-License-Identifier: Apache-2.0
#include "view/collation.h"

#include "base/icu_memory.h"

#include <unicode/coll.h>

#include <array>
#include <memory>
#include <string_view>
#include <utility>

namespace huice::view {
namespace {

using Reading = std::pair<std::string_view, std::string_view>;

// Names of places and families with another reading than the one dictionaries put first, and one
// that sounds as they do.
constexpr std::array<Reading, 34> kPlaces{
    {{"长沙", "常沙"}, {"长春", "常春"}, {"长白", "常白"}, {"长安", "常安"}, {"长城", "常城"},
     {"长江", "常江"}, {"长兴", "常兴"}, {"长宁", "常宁"}, {"长乐", "常乐"}, {"长丰", "常丰"},
     {"长汀", "常汀"}, {"长垣", "常垣"}, {"长寿", "常寿"}, {"单县", "善县"}, {"尉犁", "玉犁"},
     {"重庆", "虫庆"}, {"六安", "路安"}, {"六合", "路合"}, {"蚌埠", "泵埠"}, {"东阿", "东婀"},
     {"浚县", "迅县"}, {"乐亭", "烙亭"}, {"乐清", "跃清"}, {"朝阳", "潮阳"}, {"大城", "代城"},
     {"洪洞", "洪同"}, {"丽水", "离水"}, {"台州", "胎州"}, {"铅山", "盐山"}, {"番禺", "潘禺"},
     {"会稽", "贵稽"}, {"阿房", "婀旁"}, {"厦门", "下门"}, {"都匀", "督匀"}}};
// Not those that begin everyday words, like 单 of 单位.
constexpr std::array<Reading, 6> kFamilies{
    {{"曾", "增"}, {"仇", "求"}, {"尉迟", "玉迟"}, {"翟", "宅"}, {"覃", "秦"}, {"朴", "瓢"}}};
constexpr std::array<std::string_view, 4> kNoFamilies{"曾用", "曾经", "仇恨", "朴素"};

// A family's name is one where little more than a given name follows.
bool is_person(std::string_view text) {
  return text.size() <= 4 * std::string_view("一").size();
}

// The text as it sounds.
std::string as_read(const std::string& text) {
  std::string read = text;
  for (const auto& [written, sounds] : kPlaces) {
    for (std::size_t at = read.find(written); at != std::string::npos;
         at = read.find(written, at + sounds.size())) {
      read.replace(at, written.size(), sounds);
    }
  }
  if (read != text || !is_person(text)) return read;
  for (const std::string_view word : kNoFamilies) {
    if (text.starts_with(word)) return read;
  }
  for (const auto& [written, sounds] : kFamilies) {
    if (text.starts_with(written)) return std::string(sounds) + text.substr(written.size());
  }
  return read;
}

}  // namespace

std::vector<std::string> pinyin_keys(const std::vector<std::string>& texts) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Collator> collator(
      icu::Collator::createInstance(icu::Locale("zh@collation=pinyin"), status));
  need_memory(status);
  // 2号楼 before 10号楼.
  if (U_SUCCESS(status) != 0) collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  std::vector<std::string> keys;
  keys.reserve(texts.size());
  for (const std::string& text : texts) {
    if (U_FAILURE(status) != 0) {
      // Without ICU's data the order of code points is still an order.
      keys.push_back(text);
      continue;
    }
    const icu::UnicodeString wide = whole(icu::UnicodeString::fromUTF8(as_read(text)));
    std::string key(static_cast<std::size_t>(collator->getSortKey(wide, nullptr, 0)), '\0');
    const std::int32_t size = collator->getSortKey(
        wide, reinterpret_cast<std::uint8_t*>(key.data()), static_cast<std::int32_t>(key.size()));
    // A key ends with a zero, that of an empty text too.
    if (size == 0 || static_cast<std::size_t>(size) != key.size()) throw std::bad_alloc();
    keys.push_back(std::move(key));
  }
  return keys;
}

}  // namespace huice::view
