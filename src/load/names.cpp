// SPDX-License-Identifier: Apache-2.0
//
// What is read from a file is kept as it was written, since which record has a name may change with
// another file: only copies get ids, of the records that have names.
#include "load/names.h"

#include "model/schema/directory.h"
#include "model/schema/records.h"
#include "model/schema/references.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace huice::load {
namespace {

using model::ListForm;
using model::RefKind;
using model::ScalarForm;
using model::Shape;

using Ids = std::map<std::pair<RefKind, std::string>, std::string>;  ///< by kind and name

// Ids are made of these signs, names of Chinese or of words. What a document is called is free
// text.
bool may_be_name(const Reference& reference) {
  constexpr std::string_view kOfIds = "abcdefghijklmnopqrstuvwxyz0123456789-.@/#";
  return reference.kind != RefKind::document &&
         reference.id.find_first_not_of(kOfIds) != std::string::npos;
}

// Writes the ids of names into one record.
class Writer {
 public:
  explicit Writer(const Ids& ids) : ids_(ids) {}

  void write(const Shape& shape, void* target) const {
    void* value = shape.value_in(target);
    if (value == nullptr) return;
    if (const ScalarForm* scalar = shape.scalar()) return write_scalar(*scalar, value);
    if (const ListForm* list = shape.list()) {
      for (std::size_t i = 0; i < list->size(value); ++i) write(*list->element, list->at(value, i));
      return;
    }
    for (const model::Field& field : shape.object()->fields) {
      write(*field.shape, field.member(value));
    }
  }

 private:
  void write_scalar(const ScalarForm& scalar, void* value) const {
    if (scalar.refers_to == RefKind::none) return;
    const auto found = ids_.find({scalar.refers_to, *scalar.peek(value)});
    if (found != ids_.end()) scalar.parse(value, model::Token{found->second, {}});
  }

  const Ids& ids_;
};

}  // namespace

bool put_ids(model::SharedRecords& records, std::vector<Reference>& references) {
  if (std::none_of(references.begin(), references.end(), may_be_name)) return false;
  const model::Library library(records);
  model::Directory directory(library);
  Ids ids;
  std::set<std::uint32_t> files;  // with names in them
  for (Reference& reference : references) {
    if (!may_be_name(reference) || model::resolves(library, reference.kind, reference.id)) continue;
    const auto named = directory.ids_named(reference.kind, reference.id);
    if (named.size() != 1) continue;
    ids[{reference.kind, reference.id}] = named.front();
    files.insert(reference.place.file);
    reference.id = named.front();
  }
  if (ids.empty()) return false;
  const Writer writer(ids);
  const auto rewrite = [&](auto& record) {
    using Record = std::remove_const_t<typename std::decay_t<decltype(record)>::element_type>;
    if (!files.contains(record->provenance.place.file)) return;
    auto copy = std::make_shared<Record>(*record);
    writer.write(model::schema::shape_of<Record>(), copy.get());
    record = std::move(copy);
  };
  rewrite(records.site);
  model::each_list(
      [&rewrite](auto& list) {
        for (auto& record : list.pointers()) rewrite(record);
      },
      records);
  return true;
}

}  // namespace huice::load
