// SPDX-License-Identifier: Apache-2.0
#include "view/json_data.h"

#include "base/hidden_characters.h"
#include "base/json/read.h"
#include "base/messages/data.h"
#include "base/messages/json.h"
#include "base/messages/view.h"
#include "template/values/builders.h"
#include "template/values/call.h"

#include <charconv>
#include <memory>
#include <utility>

namespace huice::view {
namespace {

using tmpl::Dict;
using tmpl::ListValue;
using tmpl::Value;

struct DataFile {
  DataFile(std::string name, std::string read)
      : bytes(std::move(read)), source(std::move(name), bytes) {}
  std::string bytes;
  SourceText source;
};
using FilePtr = std::shared_ptr<const DataFile>;

// Unlike a record of the model, an object is a dictionary in all but knowing its place.
class DataObject final : public tmpl::Mapping {
 public:
  /// `file` may be null: then it has no place.
  DataObject(FilePtr file, json::Span at) : file_(std::move(file)), at_(at) {}

  void set(std::string_view key, Value value) { fields_.set(key, std::move(value)); }

  Value get(std::string_view key) const override { return fields_.get(key); }
  const Value& find(std::string_view key, tmpl::Hint& hint, Value& made) const override {
    return fields_.find(key, hint, made);
  }
  std::vector<std::string> keys() const override { return fields_.keys(); }
  std::optional<Location> place() const override {
    if (file_ == nullptr) return std::nullopt;
    return file_->source.at(at_.offset);
  }
  bool is_record() const override { return false; }

 private:
  Dict fields_;
  FilePtr file_;
  json::Span at_;
};

class Converter {
 public:
  explicit Converter(FilePtr file, Diagnostics& problems)
      : file_(std::move(file)), problems_(problems) {}

  Value convert(const json::Value& json) {
    switch (json.kind()) {
      case json::Kind::null:
        return {nullptr};
      case json::Kind::boolean:
        return {json.boolean()};
      case json::Kind::number:
        return number(json);
      case json::Kind::text:
        return {json.text()};
      case json::Kind::list: {
        ListValue list;
        for (const json::Value& item : json.items()) list.push(convert(item));
        return {std::move(list)};
      }
      case json::Kind::object: {
        auto object = std::make_unique<DataObject>(file_, json.at());
        for (const json::Member& one : json.members()) object->set(one.name, convert(one.value));
        return Value::adopt(static_cast<const tmpl::Mapping*>(object.release()));
      }
    }
    return {};
  }

 private:
  template <class Number>
  static std::optional<Number> read(const std::string& digits) {
    Number number{};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc() ? std::optional(number) : std::nullopt;
  }

  Value number(const json::Value& json) {
    const std::string& digits = json.text();
    if (digits.find_first_of(".eE") != std::string::npos) return {read<double>(digits).value_or(0)};
    if (const auto whole = read<std::int64_t>(digits)) return {*whole};
    if (file_ != nullptr) {
      const Location where = file_->source.at(json.at().offset, json.at().length);
      problems_.add(problem(msg::data_number{.number = digits}, where));
    }
    return {0};
  }

  FilePtr file_;
  Diagnostics& problems_;
};

}  // namespace

Value template_value(const json::Value& json) {
  Diagnostics none;
  return Converter(nullptr, none).convert(json);
}

std::optional<Value> read_json_data(const std::string& bytes, const std::string& name,
                                    Diagnostics& problems) {
  const auto file = std::make_shared<const DataFile>(name, bytes);
  Diagnostics own;
  std::optional<Value> result;
  if (const auto json = json::parse(file->source, own)) {
    result = Converter(file, own).convert(*json);
    tell_hidden(name, *json, file->source, own);
    if (!json->is(json::Kind::object)) {
      own.add(problem(msg::wrong_type{.field = name,
                                      .wanted = msg::an_object{},
                                      .found = tmpl::describe(*result),
                                      .example = "{\"amount\": 5000000}"},
                      file->source.at(json->at().offset)));
    }
  }
  problems.add_all(own);
  return own.has_errors() ? std::nullopt : result;
}

}  // namespace huice::view
