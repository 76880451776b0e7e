// SPDX-License-Identifier: Apache-2.0
#include "model/records.h"

#include <utility>

namespace huice::model {

SharedRecords share(Records records) {
  SharedRecords all;
  each_list(
      [](auto& shared, auto& plain) {
        using Record = typename std::decay_t<decltype(plain)>::value_type;
        shared.pointers().reserve(plain.size());
        for (Record& one : plain) {
          shared.pointers().push_back(std::make_shared<const Record>(std::move(one)));
        }
      },
      all, records);
  all.files = std::move(records.files);
  all.site = std::make_shared<const Site>(std::move(records.site));
  return all;
}

void append(SharedRecords& all, const SharedRecords& more) {
  each_list(
      [](auto& list, const auto& added) {
        list.pointers().insert(list.pointers().end(), added.pointers().begin(),
                               added.pointers().end());
      },
      all, more);
}

}  // namespace huice::model
