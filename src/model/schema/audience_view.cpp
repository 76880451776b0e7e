// SPDX-License-Identifier: Apache-2.0
//
// Walks every record by the field tables, so that a field added to a table is covered without a
// line here. First what is withheld is erased; then references that lead nowhere any more, again
// and again until nothing changes, since dropping a record may orphan others.
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

class Reducer {
 public:
  Reducer(Library& library, Audience audience) : library_(library), audience_(audience) {}

  void run() {
    library_.contacts.clear();
    each_record(&Reducer::keep_visible);
    do {
      library_.index();
      changed_ = false;
      each_record(&Reducer::keep_connected);
    } while (changed_);
    library_.index();
  }

 private:
  // Says whether the object may stay, after reducing what is inside it.
  using Step = bool (Reducer::*)(const Shape& shape, void* object);

  void each_record(Step step) {
    for (const schema::RecordKind& kind : schema::record_kinds()) {
      if (kind.list == nullptr) {
        // A site cannot be left out: one that is withheld loses all it says instead.
        void* record = kind.append(library_);
        if (!(this->*step)(*kind.shape, record)) kind.shape->reset(record);
      } else {
        each_element(*kind.list, kind.records(library_), step);
      }
    }
  }

  void each_element(const Shape& list, void* target, Step step) {
    for (std::size_t i = list.size(target); i > 0; --i) {
      if ((this->*step)(*list.element, list.at(target, i - 1))) continue;
      list.erase(target, i - 1);
      changed_ = true;
    }
  }

  bool keep_visible(const Shape& shape, void* object) {
    if (shape.kind != Shape::Kind::object) return true;
    if (shape.audience != nullptr && !may_see(audience_, *shape.audience(object))) return false;
    for (const Field& field : shape.fields) {
      void* member = field.member(object);
      if (field.visibility == Visibility::internal && audience_ == Audience::public_) {
        field.shape->reset(member);
        continue;
      }
      if (!inside(field, member, &Reducer::keep_visible)) field.shape->reset(member);
    }
    return true;
  }

  bool keep_connected(const Shape& shape, void* value) {
    if (shape.kind == Shape::Kind::object) {
      for (const Field& field : shape.fields) {
        void* member = field.member(value);
        if (inside(field, member, &Reducer::keep_connected)) continue;
        if (field.presence == Presence::required || was_provisional(field, member)) return false;
        field.shape->reset(member);
        changed_ = true;
      }
      return true;
    }
    if (shape.refers_to == RefKind::none || shape.peek == nullptr) return true;
    const std::string& id = *shape.peek(value);
    return id.empty() || resolves(library_, shape.refers_to, id);
  }

  // The mark 待核 stands in the source: without it the figure would pass for a checked one.
  static bool was_provisional(const Field& field, void* member) {
    if (field.shape != &schema::source()) return false;
    const auto* source = static_cast<const Source*>(field.shape->held(member));
    return source != nullptr && source->reliability == Reliability::provisional;
  }

  // Applies the step to a field's value: each element of a list, or the value itself.
  bool inside(const Field& field, void* member, Step step) {
    const Shape& shape = *field.shape;
    void* value = shape.nullable ? shape.held(member) : member;
    if (value == nullptr) return true;
    if (shape.kind != Shape::Kind::list) return (this->*step)(shape, value);
    each_element(shape, value, step);
    return true;
  }

  Library& library_;
  Audience audience_;
  bool changed_ = false;
};

}  // namespace

void restrict_to(Library& library, Audience audience) {
  Reducer(library, audience).run();
}

}  // namespace huice::model
