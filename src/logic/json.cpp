// SPDX-License-Identifier: Apache-2.0
#include "logic/json.h"

#include "base/ascii.h"
#include "logic/javascript.h"
#include "logic/utf16.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <utility>

namespace huice::logic {
namespace {

using Json = nlohmann::json;

class Builder : public nlohmann::json_sax<Json> {
 public:
  std::variant<Value, JsonFault> parse(std::string_view text) {
    if (Json::sax_parse(text.begin(), text.end(), this)) return std::move(result_);
    return fault_;
  }

  bool null() override { return add(Value::null()); }
  bool boolean(bool value) override { return add(Value::boolean(value)); }
  bool number_integer(number_integer_t value) override {
    // Comes for numbers with a minus alone, so that 0 is -0.
    return add(Value::number(value == 0 ? -0.0 : static_cast<double>(value)));
  }
  bool number_unsigned(number_unsigned_t value) override {
    return add(Value::number(static_cast<double>(value)));
  }
  bool number_float(number_float_t value, const string_t& /*as written*/) override {
    return add(Value::number(value));
  }
  bool string(string_t& value) override { return add(Value::text(std::move(value))); }
  bool binary(binary_t& /*value*/) override { return false; }
  bool start_object(std::size_t /*size*/) override { return open(true); }
  bool start_array(std::size_t /*size*/) override { return open(false); }
  bool key(string_t& name) override {
    frames_.back().name = std::move(name);
    return true;
  }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t position, const std::string& /*last_token*/,
                   const nlohmann::detail::exception& /*error*/) override {
    fault_.offset = position;
    return false;
  }

 private:
  struct Frame {
    bool is_object = false;
    std::string name;
    std::vector<Value> items;
    std::vector<Value::Member> members;
  };

  bool open(bool is_object) {
    if (frames_.size() == kDeepestJson) {
      fault_.kind = JsonFault::Kind::too_deep;
      return false;
    }
    frames_.push_back({is_object, {}, {}, {}});
    return true;
  }

  bool close() {
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    return add(frame.is_object ? Value::object(std::move(frame.members))
                               : Value::list(std::move(frame.items)));
  }

  bool add(Value value) {
    if (frames_.empty()) {
      result_ = std::move(value);
    } else if (frames_.back().is_object) {
      frames_.back().members.emplace_back(std::move(frames_.back().name), std::move(value));
    } else {
      frames_.back().items.push_back(std::move(value));
    }
    return true;
  }

  std::vector<Frame> frames_;
  Value result_;
  JsonFault fault_;
};

void write_text(std::string& out, std::string_view text) {
  const auto escape = [&out](unsigned unit) {
    out += "\\u";
    ascii::append_hex(out, unit, 4);
  };
  out += '"';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == '"' || byte == '\\') {
      out += '\\';
      out += text[i];
    } else if (byte < 0x20) {
      static constexpr std::string_view kShort = "btn?fr";
      const bool named = byte >= 8 && byte <= 13 && byte != 11;
      if (named) (out += '\\') += kShort[byte - 8U];
      if (!named) escape(byte);
    } else if (utf16::is_half(text, i)) {
      escape(utf16::half_at(text, i));
      i += 2;
    } else {
      out += text[i];
    }
  }
  out += '"';
}

void write(std::string& out, const Value& value);

void write_members(std::string& out, const Value& value) {
  char before = '{';
  for (const Value::Member& member : value.members()) {
    if (member.second.is(Kind::undefined)) continue;
    out += before;
    write_text(out, member.first);
    out += ':';
    write(out, member.second);
    before = ',';
  }
  out += before == '{' ? "{}" : "}";
}

void write_items(std::string& out, const Value& value) {
  char before = '[';
  for (const Value& item : value.items()) {
    out += before;
    write(out, item);
    before = ',';
  }
  out += before == '[' ? "[]" : "]";
}

void write(std::string& out, const Value& value) {
  switch (value.kind()) {
    case Kind::undefined:
    case Kind::null:
      out += "null";
      return;
    case Kind::boolean:
      out += value.as_boolean() ? "true" : "false";
      return;
    case Kind::number:
      out += std::isfinite(value.as_number()) ? number_text(value.as_number()) : "null";
      return;
    case Kind::text:
      write_text(out, value.as_text());
      return;
    case Kind::list:
      write_items(out, value);
      return;
    case Kind::object:
      write_members(out, value);
      return;
  }
}

}  // namespace

std::variant<Value, JsonFault> parse_json(std::string_view text) {
  return Builder().parse(text);
}

std::optional<std::string> to_json(const Value& value) {
  if (value.is(Kind::undefined)) return std::nullopt;
  std::string out;
  write(out, value);
  return out;
}

}  // namespace huice::logic
