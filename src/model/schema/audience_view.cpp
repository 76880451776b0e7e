// SPDX-License-Identifier: Apache-2.0
//
// Walks every record by the field tables, so that a field added to a table is covered without a
// line here. First what is withheld is dropped; then references that lead nowhere any more, again
// and again until nothing changes, since dropping a record may orphan others. A record is looked at
// first and copied only where something in it has to go.
#include "model/schema/audience_view.h"

#include "model/schema/parts.h"
#include "model/schema/records.h"
#include "model/schema/references.h"

namespace huice::model {
namespace {

bool may_see(Audience reader, Audience record) {
  if (record == Audience::public_) return true;
  return record == Audience::internal && reader == Audience::internal;
}

bool is_empty(const Shape& shape, void* member) {
  if (shape.nullable) return shape.nullable->held(member) == nullptr;
  if (const auto* list = shape.list()) return list->size(member) == 0;
  const auto* scalar = shape.scalar();
  return scalar != nullptr && scalar->peek != nullptr && scalar->peek(member)->empty();
}

class Reducer {
 public:
  Reducer(SharedRecords records, Audience audience)
      : records_(std::move(records)), audience_(audience) {}

  Library run() {
    records_.contacts.pointers().clear();
    each_record(&Reducer::keep_visible);
    while (true) {
      Library library(records_);
      library_ = &library;
      if (!each_record(&Reducer::keep_connected)) return library;
    }
  }

 private:
  // Says whether the object may stay, and takes out what may not stay inside it.
  using Step = bool (Reducer::*)(const Shape& shape, void* object);

  // Returns whether any record was changed or dropped.
  bool each_record(Step step) {
    bool changed = reduce_site(step);
    each_list([&](auto& list) { changed |= reduce_list(list.pointers(), step); }, records_);
    return changed;
  }

  // A site cannot be left out: one that is withheld loses all it says instead.
  bool reduce_site(Step step) {
    const auto before = records_.site;
    if (!keep(records_.site, step)) records_.site = std::make_shared<const Site>();
    return records_.site != before;
  }

  template <class Record>
  bool reduce_list(std::vector<std::shared_ptr<const Record>>& list, Step step) {
    bool changed = false;
    std::vector<std::shared_ptr<const Record>> kept;
    kept.reserve(list.size());
    for (const auto& record : list) {
      auto reduced = record;
      const bool stays = keep(reduced, step);
      changed |= !stays || reduced != record;
      if (stays) kept.push_back(std::move(reduced));
    }
    list = std::move(kept);
    return changed;
  }

  template <class Record>
  bool keep(std::shared_ptr<const Record>& record, Step step) {
    const Shape& shape = schema::shape_of<Record>();
    found_ = false;
    writing_ = false;
    // The tables reach members through void*, for loading writes through them; looking only reads.
    if (!(this->*step)(shape, const_cast<Record*>(record.get()))) return false;
    if (!found_) return true;
    writing_ = true;
    const auto copy = std::make_shared<Record>(*record);
    (this->*step)(shape, copy.get());
    record = copy;
    return true;
  }

  void empty(const Field& field, void* member) {
    found_ = true;
    if (writing_) field.shape->reset(member);
  }

  void each_element(const ListForm& list, void* target, Step step) {
    for (std::size_t i = list.size(target); i > 0; --i) {
      if ((this->*step)(*list.element, list.at(target, i - 1))) continue;
      found_ = true;
      if (writing_) list.erase(target, i - 1);
    }
  }

  bool keep_visible(const Shape& shape, void* value) {
    const auto* object = shape.object();
    if (object == nullptr) return true;
    if (object->audience != nullptr && !may_see(audience_, *object->audience(value))) return false;
    for (const Field& field : object->fields) {
      void* member = field.member(value);
      if (field.visibility == Visibility::internal && audience_ == Audience::public_) {
        if (!is_empty(*field.shape, member)) empty(field, member);
      } else if (!inside(field, member, &Reducer::keep_visible)) {
        empty(field, member);
      }
    }
    return true;
  }

  bool keep_connected(const Shape& shape, void* value) {
    if (const auto* object = shape.object()) {
      for (const Field& field : object->fields) {
        void* member = field.member(value);
        if (inside(field, member, &Reducer::keep_connected)) continue;
        if (field.presence == Presence::required || was_provisional(field, member)) return false;
        empty(field, member);
      }
      return true;
    }
    const auto* scalar = shape.scalar();
    if (scalar == nullptr || scalar->refers_to == RefKind::none) return true;
    const std::string& id = *scalar->peek(value);
    return id.empty() || resolves(*library_, scalar->refers_to, id);
  }

  // The mark 待核 is in the source: without it the figure would pass for a checked one.
  static bool was_provisional(const Field& field, void* member) {
    if (field.shape != &schema::source()) return false;
    const auto* source = static_cast<const Source*>(field.shape->value_in(member));
    return source != nullptr && source->is_provisional();
  }

  // Applies the step to a field's value: each element of a list, or the value itself.
  bool inside(const Field& field, void* member, Step step) {
    const Shape& shape = *field.shape;
    void* value = shape.value_in(member);
    if (value == nullptr) return true;
    const auto* list = shape.list();
    if (list == nullptr) return (this->*step)(shape, value);
    each_element(*list, value, step);
    return true;
  }

  SharedRecords records_;
  Audience audience_;
  const Library* library_ = nullptr;  ///< in which references are looked up
  bool found_ = false;                ///< something in the record has to go
  bool writing_ = false;              ///< the record is a copy, so what has to go is taken out
};

}  // namespace

Library public_view(const Library& library, Audience audience) {
  return Reducer(library.records(), audience).run();
}

}  // namespace huice::model
