// SPDX-License-Identifier: Apache-2.0
//
// A SAX handler for nlohmann_json that drives the field tables. A stack of frames says which
// object or list is open; each event finds its slot (a Shape and the memory it describes), checks
// the type and fills it.
#include "load/json_file.h"

#include "base/messages/data.h"
#include "base/messages/json.h"
#include "base/spelling.h"
#include "load/json_tokens.h"

#include <vector>

namespace huice::load {
namespace {

using model::Field;
using model::ObjectForm;
using model::Presence;
using model::ScalarForm;
using model::Shape;

enum class Found { text, number, boolean, null, list, object };

Argument phrase(Found found) {
  switch (found) {
    case Found::text:
      return msg::text_in_quotes{};
    case Found::number:
      return msg::a_number{};
    case Found::boolean:
      return msg::true_or_false{};
    case Found::null:
      return msg::null_value{};
    case Found::list:
      return msg::a_list{};
    case Found::object:
      return msg::an_object{};
  }
  return msg::null_value{};
}

Found wanted(const ScalarForm& scalar) {
  switch (scalar.kind) {
    case ScalarForm::Kind::text:
      return Found::text;
    case ScalarForm::Kind::number:
      return Found::number;
    case ScalarForm::Kind::boolean:
      return Found::boolean;
    case ScalarForm::Kind::json:
      return Found::object;
  }
  return Found::object;
}

Found wanted(const Shape& shape) {
  if (shape.list() != nullptr) return Found::list;
  return shape.object() != nullptr ? Found::object : wanted(*shape.scalar());
}

bool is_json(const Shape& shape) {
  return shape.scalar() != nullptr && shape.scalar()->kind == ScalarForm::Kind::json;
}

struct Frame {
  const Shape* shape = nullptr;  ///< object or list
  void* target = nullptr;
  const Field* field = nullptr;  ///< the object's key read last
  std::vector<bool> seen;        ///< which of the object's fields have come
  Span opening;
};

class Handler final : public JsonTokens {
 public:
  Handler(const Shape& root, void* target, FileContext& context)
      : JsonTokens(context), root_(root), root_target_(target) {}

  bool null() override {
    begin_token();
    if (skipped()) return true;
    const Slot slot = next_slot();
    if (slot.shape == nullptr) return true;
    const Frame* frame = stack_.empty() ? nullptr : &stack_.back();
    const bool in_object = frame != nullptr && frame->shape->object() != nullptr;
    if (in_object ? frame->field->presence != Presence::required
                  : slot.shape->nullable.has_value()) {
      return true;  // a record starts out with every optional value unknown
    }
    mismatch(slot, Found::null);
    return true;
  }

  bool boolean(bool value) override { return scalar(Found::boolean, value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override {
    return scalar(Found::number, std::to_string(value));
  }
  bool number_unsigned(number_unsigned_t value) override {
    return scalar(Found::number, std::to_string(value));
  }
  bool number_float(number_float_t /*value*/, const string_t& token) override {
    return scalar(Found::number, token);
  }
  bool string(string_t& value) override { return scalar(Found::text, value); }

  bool start_object(std::size_t /*elements*/) override { return open(Found::object); }
  bool start_array(std::size_t /*elements*/) override { return open(Found::list); }

  bool key(string_t& name) override {
    begin_token();
    if (skip_depth_ > 0) return true;
    Frame& frame = stack_.back();
    frame.field = nullptr;
    if (stack_.size() == 1 && name == "$schema") {
      skip_next_ = true;
      return true;
    }
    const ObjectForm& object = *frame.shape->object();
    const Field* field = find_field(object, name);
    if (field == nullptr) {
      unknown_key(frame, name);
      skip_next_ = true;
      return true;
    }
    const auto index = static_cast<std::size_t>(field - object.fields.data());
    if (frame.seen[index]) {
      context().report(msg::duplicate_key{.key = name}, token());
      skip_next_ = true;
      return true;
    }
    frame.seen[index] = true;
    frame.field = field;
    return true;
  }

  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

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
    for (auto frame = stack_.rbegin(); frame != stack_.rend(); ++frame) {
      if (frame->field != nullptr) return frame->field->key;
    }
    return root_.name.en;
  }

  void mismatch(const Slot& slot, Found found) {
    context().report(
        msg::wrong_type{
            .field = key_name(), .wanted = phrase(wanted(*slot.shape)), .found = phrase(found)},
        token());
  }

  bool scalar(Found found, std::string_view value) {
    begin_token();
    if (found == Found::number) leave_look_ahead();
    if (skipped()) return true;
    const Slot slot = next_slot();
    if (slot.shape == nullptr) return true;
    const bool rule = is_json(*slot.shape) && found == Found::boolean;
    if (wanted(*slot.shape) != found && !rule) {
      mismatch(slot, found);
      return true;
    }
    context().read_scalar(*slot.shape, room(slot), key_name(), value, token());
    return true;
  }

  bool open(Found found) {
    begin_token();
    if (!enter()) return false;
    if (skipped()) {
      ++skip_depth_;
      return true;
    }
    const Slot slot = next_slot();
    const bool capture = slot.shape != nullptr && is_json(*slot.shape);
    if (slot.shape == nullptr || wanted(*slot.shape) != found) {
      if (slot.shape != nullptr) mismatch(slot, found);
      ++skip_depth_;
      return true;
    }
    if (capture) {
      captured_ = Slot{slot.shape, room(slot)};
      capture_start_ = token();
      ++skip_depth_;
      return true;
    }
    Frame frame;
    frame.shape = slot.shape;
    frame.target = room(slot);
    frame.opening = token();
    if (const auto* object = frame.shape->object()) {
      frame.seen.resize(object->fields.size());
      if (object->place != nullptr) {
        *object->place(frame.target) = context().place(token().offset);
      }
    }
    stack_.push_back(frame);
    return true;
  }

  bool close() {
    begin_token();
    leave();
    if (skip_depth_ > 0) {
      if (--skip_depth_ == 0 && captured_.shape != nullptr) finish_capture();
      return true;
    }
    const Frame& frame = stack_.back();
    if (frame.shape->object() != nullptr) report_missing(frame);
    stack_.pop_back();
    return true;
  }

  void finish_capture() {
    const std::size_t start = capture_start_.offset;
    const std::string_view json = context().text().substr(start, position() - start);
    context().read_scalar(*captured_.shape, captured_.target, key_name(), json, capture_start_);
    captured_ = Slot{};
  }

  void report_missing(const Frame& frame) {
    const auto& fields = frame.shape->object()->fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const Field& field = fields[i];
      if (field.presence == Presence::optional || frame.seen[i]) continue;
      context().report(
          msg::missing_key{.record = frame.shape->name, .key = field.key, .doc = field.doc},
          frame.opening);
    }
  }

  void unknown_key(const Frame& frame, const std::string& name) {
    std::vector<std::string_view> known;
    for (const Field& field : frame.shape->object()->fields) known.push_back(field.key);
    context().report(msg::unknown_key{.record = frame.shape->name, .key = name}, token(),
                     nearest(name, known));
  }

  const Shape& root_;
  void* root_target_;
  std::vector<Frame> stack_;
  std::size_t skip_depth_ = 0;
  bool skip_next_ = false;
  Slot captured_;
  Span capture_start_;
};

}  // namespace

void untyped::read_json_record(const Shape& shape, void* record, FileContext& context) {
  Handler(shape, record, context).parse();
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
