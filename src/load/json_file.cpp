// SPDX-License-Identifier: Apache-2.0
//
// Answers the events of a JSON text by the field tables. A stack of frames says which
// object or list is open; each event finds its slot (a Shape and the memory it describes), checks
// the type and fills it.
#include "load/json_file.h"

#include "base/json/read.h"
#include "base/messages/data.h"
#include "base/messages/json.h"
#include "load/meant_key.h"

#include <algorithm>
#include <vector>

namespace huice::load {
namespace {

using model::Field;
using model::ObjectForm;
using model::Presence;
using model::ScalarForm;
using model::Shape;

Argument phrase(json::Kind found) {
  switch (found) {
    case json::Kind::text:
      return msg::text_in_quotes{};
    case json::Kind::number:
      return msg::a_number{};
    case json::Kind::boolean:
      return msg::true_or_false{};
    case json::Kind::null:
      return msg::null_value{};
    case json::Kind::list:
      return msg::a_list{};
    case json::Kind::object:
      return msg::an_object{};
  }
  return msg::null_value{};
}

json::Kind wanted(const ScalarForm& scalar) {
  switch (scalar.kind) {
    case ScalarForm::Kind::text:
      return json::Kind::text;
    case ScalarForm::Kind::number:
      return json::Kind::number;
    case ScalarForm::Kind::boolean:
      return json::Kind::boolean;
    case ScalarForm::Kind::json:
    case ScalarForm::Kind::rule:
      return json::Kind::object;
  }
  return json::Kind::object;
}

json::Kind wanted(const Shape& shape) {
  if (shape.list() != nullptr) return json::Kind::list;
  return shape.object() != nullptr ? json::Kind::object : wanted(*shape.scalar());
}

bool is_rule(const Shape& shape) {
  return shape.scalar() != nullptr && shape.scalar()->kind == ScalarForm::Kind::rule;
}

bool is_json(const Shape& shape) {
  const bool json = shape.scalar() != nullptr && shape.scalar()->kind == ScalarForm::Kind::json;
  return json || is_rule(shape);
}

// Whether the text may be in place of the number that is wanted.
bool is_sign(const Shape& shape, std::string_view text) {
  if (shape.scalar() == nullptr) return false;
  const auto& signs = shape.scalar()->signs;
  return std::find(signs.begin(), signs.end(), text) != signs.end();
}

struct Frame {
  const Shape* shape = nullptr;  ///< object or list
  void* target = nullptr;
  const Field* field = nullptr;  ///< the object's key read last
  std::vector<bool> seen;        ///< which of the object's fields were named
  json::Span opening;
};

class RecordHandler final : public json::Handler {
 public:
  RecordHandler(const Shape& root, void* target, FileContext& context)
      : root_(root), root_target_(target), context_(context) {}

  void name(const json::Token& name) override {
    if (captured_.shape != nullptr) check_captured(name);
    if (skip_depth_ > 0) return;
    Frame& frame = stack_.back();
    frame.field = nullptr;
    if (stack_.size() == 1 && name.text == "$schema") {
      skip_next_ = true;
      return;
    }
    const ObjectForm& object = *frame.shape->object();
    const Field* field = find_field(object, name.text);
    if (field == nullptr) {
      unknown_key(frame, name);
      skip_next_ = true;
      return;
    }
    frame.seen[static_cast<std::size_t>(field - object.fields.data())] = true;
    frame.field = field;
  }

  void scalar(const json::Token& token) override {
    if (captured_.shape != nullptr && token.kind == json::Kind::text) check_captured(token);
    if (skipped()) return;
    const Slot slot = next_slot();
    if (slot.shape == nullptr) return;
    if (token.kind == json::Kind::null) {
      // A record starts out with every optional value unknown.
      if (!may_be_null(slot)) mismatch(slot, token);
      return;
    }
    const auto* list = slot.shape->list();
    if (list != nullptr && list->one_alone && wanted(*list->element) == token.kind) {
      context_.read_scalar(*list->element, list->append(room(slot)), key_name(), token.text,
                           token.at, if_empty());
      return;
    }
    const bool sign = token.kind == json::Kind::text && is_sign(*slot.shape, token.text);
    const bool line = is_rule(*slot.shape) && token.kind == json::Kind::text;
    const bool truth = is_json(*slot.shape) && token.kind == json::Kind::boolean;
    if (wanted(*slot.shape) != token.kind && !line && !truth && !sign) {
      mismatch(slot, token);
      return;
    }
    if (line) context_.check_characters(key_name(), token.text, token.at, false);
    const std::string_view text =
        line ? context_.text().substr(token.at.offset, token.at.length) : token.text;
    context_.read_scalar(*slot.shape, room(slot), key_name(), text, token.at, if_empty());
  }

  void open(const json::Token& bracket) override {
    if (skipped()) {
      ++skip_depth_;
      return;
    }
    const Slot slot = next_slot();
    if (slot.shape == nullptr || wanted(*slot.shape) != bracket.kind) {
      if (slot.shape != nullptr) mismatch(slot, bracket);
      ++skip_depth_;
      return;
    }
    if (is_json(*slot.shape)) {
      captured_ = Slot{slot.shape, room(slot)};
      capture_start_ = bracket.at;
      ++skip_depth_;
      return;
    }
    Frame frame;
    frame.shape = slot.shape;
    frame.target = room(slot);
    frame.opening = bracket.at;
    if (const auto* object = frame.shape->object()) {
      frame.seen.resize(object->fields.size());
      if (object->place != nullptr) {
        *object->place(frame.target) = context_.place(bracket.at.offset);
      }
    }
    stack_.push_back(frame);
  }

  void close(const json::Token& bracket) override {
    if (skip_depth_ > 0) {
      if (--skip_depth_ == 0 && captured_.shape != nullptr) finish_capture(bracket);
      return;
    }
    const Frame& frame = stack_.back();
    if (frame.shape->object() != nullptr) report_missing(frame);
    stack_.pop_back();
  }

 private:
  struct Slot {
    const Shape* shape = nullptr;  ///< null: the value is skipped
    void* target = nullptr;
  };

  // True where the value just begun belongs to something already refused or captured.
  bool skipped() {
    if (skip_depth_ > 0) return true;
    const bool now = skip_next_;
    skip_next_ = false;
    return now;
  }

  Slot next_slot() {
    if (stack_.empty()) return {&root_, root_target_};
    Frame& frame = stack_.back();
    if (const auto* list = frame.shape->list()) return {list->element, nullptr};
    if (frame.field == nullptr) return {};
    return {frame.field->shape, frame.field->member(frame.target)};
  }

  bool may_be_null(const Slot& slot) const {
    const Frame* frame = stack_.empty() ? nullptr : &stack_.back();
    const bool in_object = frame != nullptr && frame->shape->object() != nullptr;
    return in_object ? frame->field->presence != Presence::required
                     : slot.shape->nullable.has_value();
  }

  // The memory to fill: a new list element, or the inside of an optional.
  void* room(const Slot& slot) {
    void* target = slot.target;
    if (target == nullptr) {
      const Frame& frame = stack_.back();
      target = frame.shape->list()->append(frame.target);
    }
    return slot.shape->nullable ? slot.shape->nullable->engage(target) : target;
  }

  std::string_view key_name() const {
    const auto named = std::find_if(stack_.rbegin(), stack_.rend(),
                                    [](const Frame& frame) { return frame.field != nullptr; });
    return named == stack_.rend() ? root_.name.en : named->field->key;
  }

  // A text in a rule or in answers: it is compared and printed, on one line.
  void check_captured(const json::Token& token) {
    context_.check_characters(key_name(), token.text, token.at, true);
  }

  // What to do about an empty text here.
  Argument if_empty() const {
    const Frame& frame = stack_.back();
    if (frame.shape->list() != nullptr) return msg::drop_empty{};
    if (frame.field->presence == Presence::required) return msg::fill_empty{frame.field->doc};
    return frame.field->presence == Presence::stated ? Argument(msg::null_empty{})
                                                     : msg::leave_empty_out{};
  }

  void mismatch(const Slot& slot, const json::Token& found) {
    context_.report(msg::wrong_type{.field = key_name(),
                                    .wanted = phrase(wanted(*slot.shape)),
                                    .found = phrase(found.kind),
                                    .example = written_example(*slot.shape)},
                    found.at);
  }

  void finish_capture(const json::Token& bracket) {
    const std::size_t start = capture_start_.offset;
    const std::size_t end = bracket.at.offset + bracket.at.length;
    const std::string_view json = context_.text().substr(start, end - start);
    context_.read_scalar(*captured_.shape, captured_.target, key_name(), json, capture_start_);
    captured_ = Slot{};
  }

  void report_missing(const Frame& frame) {
    const auto& fields = frame.shape->object()->fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const Field& field = fields[i];
      if (field.presence == Presence::optional || frame.seen[i]) continue;
      context_.report(
          msg::missing_key{.record = frame.shape->name, .key = field.key, .doc = field.doc},
          frame.opening);
    }
  }

  // What was meant is not missing as well.
  void unknown_key(Frame& frame, const json::Token& name) {
    const ObjectForm& object = *frame.shape->object();
    const std::string meant = meant_key(object, name.text);
    if (const Field* field = find_field(object, meant)) {
      frame.seen[static_cast<std::size_t>(field - object.fields.data())] = true;
    }
    context_.report(msg::unknown_key{.record = frame.shape->name, .key = name.text}, name.at,
                    meant);
  }

  const Shape& root_;
  void* root_target_;
  FileContext& context_;
  std::vector<Frame> stack_;
  std::size_t skip_depth_ = 0;
  bool skip_next_ = false;
  Slot captured_;
  json::Span capture_start_;
};

}  // namespace

void untyped::read_json_record(const Shape& shape, void* record, FileContext& context) {
  RecordHandler handler(shape, record, context);
  static_cast<void>(json::read(context.source(), handler, context.problems()));
}

void untyped::read_json_list(std::string_view key, const Shape& shape, void* list,
                             FileContext& context) {
  const Field records{key,
                      &shape,
                      [](void* target) { return target; },
                      Presence::required,
                      model::Visibility::everyone,
                      {"全部记录", "the records"}};
  const Shape file{{"文件", "file"}, ObjectForm{{records}}};
  read_json_record(file, list, context);
}

}  // namespace huice::load
