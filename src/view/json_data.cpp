// SPDX-License-Identifier: Apache-2.0
#include "view/json_data.h"

#include "base/messages/data.h"
#include "base/messages/json.h"
#include "base/messages/view.h"
#include "load/json_tokens.h"
#include "load/usable_text.h"
#include "template/values/builders.h"
#include "template/values/call.h"

#include <memory>
#include <utility>
#include <vector>

namespace huice::view {
namespace {

using tmpl::Dict;
using tmpl::ListValue;
using tmpl::Value;

struct DataFile {
  std::string name;
  std::string text;
};
using FilePtr = std::shared_ptr<const DataFile>;

// Unlike a record of the model, an object is a dictionary in all but knowing its place.
class DataObject final : public tmpl::Mapping {
 public:
  DataObject(FilePtr file, std::size_t offset) : file_(std::move(file)), offset_(offset) {}

  /// False where the key stands already.
  bool add(std::string_view key, Value value) {
    if (!fields_.get(key).is_undefined()) return false;
    fields_.set(key, std::move(value));
    return true;
  }

  Value get(std::string_view key) const override { return fields_.get(key); }
  const Value& find(std::string_view key, tmpl::Hint& hint, Value& made) const override {
    return fields_.find(key, hint, made);
  }
  std::vector<std::string> keys() const override { return fields_.keys(); }
  std::optional<Location> place() const override {
    return SourceText(file_->name, file_->text).at(offset_);
  }
  bool is_record() const override { return false; }

 private:
  Dict fields_;
  FilePtr file_;
  std::size_t offset_;
};

class Reader final : public load::JsonTokens {
 public:
  Reader(FilePtr file, load::FileContext& context) : JsonTokens(context), file_(std::move(file)) {}

  bool null() override { return begin_token(), put(Value(nullptr)); }
  bool boolean(bool value) override { return begin_token(), put(Value(value)); }
  bool number_integer(number_integer_t value) override {
    begin_token();
    leave_look_ahead();
    return put(Value(value));
  }
  bool number_unsigned(number_unsigned_t value) override {
    begin_token();
    leave_look_ahead();
    return std::in_range<std::int64_t>(value) ? put(Value(value)) : refuse_number();
  }
  bool number_float(number_float_t value, const string_t& token_text) override {
    begin_token();
    leave_look_ahead();
    const bool whole = token_text.find_first_of(".eE") == std::string::npos;
    return whole ? refuse_number() : put(Value(value));
  }
  bool string(string_t& value) override { return begin_token(), put(Value(value)); }

  bool start_object(std::size_t /*elements*/) override { return open(true); }
  bool start_array(std::size_t /*elements*/) override { return open(false); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    begin_token();
    stack_.back().key = name;
    stack_.back().key_at = token();
    return true;
  }

  Value take() { return std::move(root_); }

 private:
  struct Open {
    std::unique_ptr<DataObject> object;  ///< null: a list
    ListValue list;
    std::string key;
    load::Span key_at;
  };

  bool refuse_number() {
    const std::string_view digits = context().text().substr(token().offset, token().length);
    context().report(msg::data_number{.number = digits}, token());
    return put(Value(0));
  }

  bool open(bool object) {
    begin_token();
    if (!enter()) return false;
    if (stack_.empty() && !object) {
      context().report(
          msg::wrong_type{.field = file_->name, .wanted = msg::an_object{}, .found = msg::a_list{}},
          token());
    }
    Open made;
    if (object) made.object = std::make_unique<DataObject>(file_, token().offset);
    stack_.push_back(std::move(made));
    return true;
  }

  bool close() {
    begin_token();
    leave();
    Open done = std::move(stack_.back());
    stack_.pop_back();
    if (done.object == nullptr) return put(Value(std::move(done.list)));
    return put(Value::adopt(static_cast<const tmpl::Mapping*>(done.object.release())));
  }

  bool put(Value value) {
    if (stack_.empty()) {
      if (!value.is_mapping() && !value.is_list()) {
        context().report(
            msg::wrong_type{
                .field = file_->name, .wanted = msg::an_object{}, .found = tmpl::describe(value)},
            token());
      }
      root_ = std::move(value);
      return true;
    }
    Open& holder = stack_.back();
    if (holder.object == nullptr) {
      holder.list.push(std::move(value));
    } else if (!holder.object->add(holder.key, std::move(value))) {
      context().report(msg::duplicate_key{.key = holder.key}, holder.key_at);
    }
    return true;
  }

  FilePtr file_;
  std::vector<Open> stack_;
  Value root_;
};

}  // namespace

std::optional<Value> read_json_data(const std::string& bytes, const std::string& name,
                                    Diagnostics& problems) {
  Diagnostics own;
  std::optional<Value> result;
  if (auto text = load::usable_text(bytes, name, own)) {
    const auto file = std::make_shared<const DataFile>(DataFile{name, std::move(*text)});
    const SourceText source(file->name, file->text);
    std::vector<load::Reference> references;
    load::FileContext context(source, 0, own, references);
    Reader reader(file, context);
    reader.parse();
    result = reader.take();
  }
  problems.add_all(own);
  return own.has_errors() ? std::nullopt : result;
}

}  // namespace huice::view
