// SPDX-License-Identifier: Apache-2.0
//
// A SAX handler for nlohmann_json that drives the field tables. A stack of frames says which
// object or list is open; each event finds its slot (a Shape and the memory it describes), checks
// the type and fills it.
//
// nlohmann_json 3.11 keeps no positions, so the parser reads through an iterator that tells how
// far it has come. An event's token begins at the first byte behind the previous token that is no
// blank, comma or colon; the lexer looks one byte past a number only, and that byte is always a
// blank, a comma or a closing bracket.
#include "load/json_file.h"

#include "base/spelling.h"

#include <nlohmann/json.hpp>

#include <bitset>

namespace huice::load {
namespace {

using model::Field;
using model::Presence;
using model::Shape;

constexpr std::size_t kDeepest = 64;

class TrackedIterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  TrackedIterator() = default;
  TrackedIterator(const char* at, const char** reached) : at_(at), reached_(reached) {}

  reference operator*() const { return *at_; }
  TrackedIterator& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  TrackedIterator operator++(int) {
    TrackedIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const TrackedIterator& a, const TrackedIterator& b) {
    return a.at_ == b.at_;
  }
  friend bool operator!=(const TrackedIterator& a, const TrackedIterator& b) { return !(a == b); }

 private:
  const char* at_ = nullptr;
  const char** reached_ = nullptr;
};

enum class Found { text, number, boolean, null, list, object };

std::string_view phrase(Found found) {
  switch (found) {
    case Found::text:
      return "text in quotes";
    case Found::number:
      return "a number";
    case Found::boolean:
      return "true or false";
    case Found::null:
      return "null";
    case Found::list:
      return "a list [ ]";
    case Found::object:
      return "an object { }";
  }
  return "";
}

Found wanted(const Shape& shape) {
  switch (shape.kind) {
    case Shape::Kind::text:
      return Found::text;
    case Shape::Kind::number:
      return Found::number;
    case Shape::Kind::boolean:
      return Found::boolean;
    case Shape::Kind::list:
      return Found::list;
    case Shape::Kind::json:
    case Shape::Kind::object:
      return Found::object;
  }
  return Found::object;
}

// The mark that a Chinese input method writes for JSON's own, where `text` begins with one.
std::string_view chinese_mark(std::string_view text) {
  for (const std::string_view mark :
       {"“", "”", "‘", "’", "，", "：", "；", "、", "｛", "｝", "【", "】", "［", "］", "　"}) {
    if (text.starts_with(mark)) return mark;
  }
  return {};
}

// The slips that people make most, told from the place where reading stopped.
Code familiar(std::string_view rest, std::string_view before) {
  constexpr std::string_view kBlank = " \t\r\n";
  if (rest.find_first_not_of(kBlank) == std::string_view::npos) return Code::json_ends_early;
  if (rest.starts_with("//") || rest.starts_with("/*") || rest.starts_with('#')) {
    return Code::json_comment;
  }
  const std::size_t last = before.find_last_not_of(kBlank);
  const bool after_comma = last != std::string_view::npos && before[last] == ',';
  if (after_comma && (rest[0] == '}' || rest[0] == ']')) return Code::json_trailing_comma;
  if (rest[0] == '"' && rest.substr(0, rest.find('\n')).find('"', 1) == std::string_view::npos) {
    return Code::json_open_text;
  }
  return Code::json_syntax;
}

struct Frame {
  const Shape* shape = nullptr;  ///< object or list
  void* target = nullptr;
  const Field* field = nullptr;  ///< the object's key read last
  std::bitset<64> seen;          ///< fields of the object that have stood
  Span opening;
};

class Handler : public nlohmann::json_sax<nlohmann::json> {
 public:
  Handler(const Shape& root, void* target, FileContext& context, const char* const& reached)
      : root_(root), root_target_(target), context_(context), reached_(reached) {}

  bool null() override {
    begin_token();
    if (skipped()) return true;
    const Slot slot = next_slot();
    if (slot.shape == nullptr) return true;
    const Frame* frame = stack_.empty() ? nullptr : &stack_.back();
    const bool in_object = frame != nullptr && frame->shape->kind == Shape::Kind::object;
    if (in_object ? frame->field->presence != Presence::required : slot.shape->nullable) {
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
  bool binary(binary_t& /*value*/) override { return false; }

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
    const Field* field = find_field(*frame.shape, name);
    if (field == nullptr) {
      unknown_key(frame, name);
      skip_next_ = true;
      return true;
    }
    const auto index = static_cast<std::size_t>(field - frame.shape->fields.data());
    if (frame.seen.test(index)) {
      context_.report(Code::duplicate_key, token_, {name});
      skip_next_ = true;
      return true;
    }
    frame.seen.set(index);
    frame.field = field;
    return true;
  }

  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool parse_error(std::size_t /*position*/, const std::string& /*last_token*/,
                   const nlohmann::detail::exception& error) override {
    begin_token();
    const std::string_view text = context_.text();
    const std::size_t last = position() > 0 ? position() - 1 : 0;
    const std::size_t start = std::min(token_.offset, last);
    const Span span{start, std::max<std::size_t>(1, position() - start)};
    const std::string_view rest = token_.offset == text.size() ? "" : text.substr(start);
    if (const auto mark = chinese_mark(rest); !mark.empty()) {
      context_.report(Code::json_punctuation, Span{start, mark.size()}, {std::string(mark)});
    } else if (const Code known = familiar(rest, text.substr(0, start));
               known != Code::json_syntax) {
      context_.report(known, span, {});
    } else {
      context_.report(known, span, {reason_of(error)});
    }
    return false;
  }

 private:
  static std::string reason_of(const nlohmann::detail::exception& error) {
    std::string reason = error.what();
    const std::size_t dash = reason.rfind(" - ");
    if (dash != std::string::npos) reason.erase(0, dash + 3);
    const std::size_t detail = reason.find("; last read:");
    if (detail != std::string::npos) {
      const std::size_t end = reason.find("';", detail);
      reason.erase(detail, end == std::string::npos ? std::string::npos : end + 1 - detail);
    }
    return reason;
  }

  struct Slot {
    const Shape* shape = nullptr;  ///< null: the value is skipped
    void* target = nullptr;
  };

  std::size_t position() const {
    return static_cast<std::size_t>(reached_ - context_.text().data());
  }

  void begin_token() {
    const std::string_view text = context_.text();
    const std::size_t start = text.find_first_not_of(" \t\r\n,:", token_end_);
    token_.offset = std::min(start, position());
    token_.length = std::max<std::size_t>(1, position() - token_.offset);
    token_end_ = position();
  }

  // A number ends before the byte by which the lexer knew its end.
  void leave_look_ahead() {
    const std::string_view token = context_.text().substr(token_.offset, token_.length);
    token_.length = std::min(token.size(), token.find_first_of(" \t\r\n,]}"));
    token_end_ = token_.offset + token_.length;
  }

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
    if (frame.shape->kind == Shape::Kind::list) return {frame.shape->element, nullptr};
    if (frame.field == nullptr) return {};
    return {frame.field->shape, frame.field->member(frame.target)};
  }

  // The memory to fill: a new list element, or the inside of an optional.
  void* room(const Slot& slot) {
    void* target = slot.target;
    if (target == nullptr) {
      const Frame& frame = stack_.back();
      target = frame.shape->append(frame.target);
    }
    return slot.shape->nullable ? slot.shape->engage(target) : target;
  }

  std::string_view key_name() const {
    for (auto frame = stack_.rbegin(); frame != stack_.rend(); ++frame) {
      if (frame->field != nullptr) return frame->field->key;
    }
    return root_.name;
  }

  void mismatch(const Slot& slot, Found found) {
    context_.report(Code::wrong_type, token_,
                    {std::string(key_name()), std::string(phrase(wanted(*slot.shape))),
                     std::string(phrase(found))});
  }

  bool scalar(Found found, std::string_view value) {
    begin_token();
    if (found == Found::number) leave_look_ahead();
    if (skipped()) return true;
    const Slot slot = next_slot();
    if (slot.shape == nullptr) return true;
    const bool rule = slot.shape->kind == Shape::Kind::json && found == Found::boolean;
    if (wanted(*slot.shape) != found && !rule) {
      mismatch(slot, found);
      return true;
    }
    context_.read_scalar(*slot.shape, room(slot), key_name(), value, token_);
    return true;
  }

  bool open(Found found) {
    begin_token();
    if (++depth_ > kDeepest) {
      context_.report(Code::too_deep, token_, {std::to_string(kDeepest)});
      return false;
    }
    if (skipped()) {
      ++skip_depth_;
      return true;
    }
    const Slot slot = next_slot();
    const bool capture = slot.shape != nullptr && slot.shape->kind == Shape::Kind::json;
    if (slot.shape == nullptr || wanted(*slot.shape) != found) {
      if (slot.shape != nullptr) mismatch(slot, found);
      ++skip_depth_;
      return true;
    }
    if (capture) {
      captured_ = Slot{slot.shape, room(slot)};
      capture_start_ = token_;
      ++skip_depth_;
      return true;
    }
    Frame frame;
    frame.shape = slot.shape;
    frame.target = room(slot);
    frame.opening = token_;
    if (frame.shape->place != nullptr) {
      *frame.shape->place(frame.target) = context_.place(token_.offset);
    }
    stack_.push_back(frame);
    return true;
  }

  bool close() {
    begin_token();
    --depth_;
    if (skip_depth_ > 0) {
      if (--skip_depth_ == 0 && captured_.shape != nullptr) finish_capture();
      return true;
    }
    const Frame& frame = stack_.back();
    if (frame.shape->kind == Shape::Kind::object) report_missing(frame);
    stack_.pop_back();
    return true;
  }

  void finish_capture() {
    const std::size_t start = capture_start_.offset;
    const std::string_view json = context_.text().substr(start, position() - start);
    context_.read_scalar(*captured_.shape, captured_.target, key_name(), json, capture_start_);
    captured_ = Slot{};
  }

  void report_missing(const Frame& frame) {
    for (std::size_t i = 0; i < frame.shape->fields.size(); ++i) {
      const Field& field = frame.shape->fields[i];
      if (field.presence == Presence::optional || frame.seen.test(i)) continue;
      context_.report(
          Code::missing_key, frame.opening,
          {std::string(frame.shape->name), std::string(field.key), std::string(field.doc)});
    }
  }

  void unknown_key(const Frame& frame, const std::string& name) {
    std::vector<std::string_view> known;
    for (const Field& field : frame.shape->fields) known.push_back(field.key);
    context_.report(Code::unknown_key, token_, {std::string(frame.shape->name), name},
                    nearest(name, known));
  }

  const Shape& root_;
  void* root_target_;
  FileContext& context_;
  const char* const& reached_;
  std::vector<Frame> stack_;
  Span token_;
  std::size_t token_end_ = 0;
  std::size_t depth_ = 0;
  std::size_t skip_depth_ = 0;
  bool skip_next_ = false;
  Slot captured_;
  Span capture_start_;
};

}  // namespace

void read_json_record(const Shape& shape, void* record, FileContext& context) {
  const std::string_view text = context.text();
  const char* reached = text.data();
  Handler handler(shape, record, context, reached);
  nlohmann::json::sax_parse(TrackedIterator(text.data(), &reached),
                            TrackedIterator(text.data() + text.size(), &reached), &handler);
}

void read_json_list(std::string_view key, const Shape& list_shape, void* list,
                    FileContext& context) {
  Shape file;
  file.kind = Shape::Kind::object;
  file.name = "file";
  file.fields.push_back(Field{key, &list_shape, [](void* target) { return target; },
                              Presence::required, model::Visibility::everyone, "the records"});
  read_json_record(file, list, context);
}

}  // namespace huice::load
