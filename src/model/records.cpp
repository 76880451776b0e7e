// SPDX-License-Identifier: Apache-2.0
#include "model/records.h"

#include <utility>

namespace huice::model {
namespace {

void append(SharedRecords& all, Records& records) {
  each_list(
      [](auto& shared, auto& plain) {
        using Record = typename std::decay_t<decltype(plain)>::value_type;
        shared.pointers().reserve(shared.size() + plain.size());
        for (Record& one : plain) {
          shared.pointers().push_back(std::make_shared<const Record>(std::move(one)));
        }
      },
      all, records);
  all.files = std::move(records.files);
}

}  // namespace

SharedRecords share(Records records) {
  SharedRecords all;
  append(all, records);
  all.site = std::make_shared<const Site>(std::move(records.site));
  return all;
}

void replace(SharedRecords& all, const std::set<std::uint32_t>& changed, Records records) {
  const auto is_changed = [&changed](const auto& one) {
    return changed.contains(one->provenance.place.file);
  };
  each_list([&is_changed](auto& list) { std::erase_if(list.pointers(), is_changed); }, all);
  append(all, records);
  if (is_changed(all.site)) all.site = std::make_shared<const Site>(std::move(records.site));
}

}  // namespace huice::model
