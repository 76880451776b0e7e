// SPDX-License-Identifier: Apache-2.0
#pragma once

// Lists and mappings made on the spot:
//   Value rows = ListValue({1, 2, 3});
//   Value row = Dict().set("name", Value::borrow(policy.title)).set("count", 3);
//   Value units = list_of(policy.units, [](const Unit& unit) { return Value(UnitView(unit)); });

#include "template/values/call.h"
#include "template/values/value.h"

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace huice::tmpl {

class ListValue final : public Sequence {
 public:
  ListValue() = default;
  ListValue(std::initializer_list<Value> items) : items_(items) {}
  explicit ListValue(std::vector<Value> items)
      : items_(std::move(items)), charge_(items_.capacity() * sizeof(Value)) {}
  static ListValue tuple(std::vector<Value> items);

  void push(Value item) {
    items_.push_back(std::move(item));
    charge_.set(items_.capacity() * sizeof(Value));
  }
  void reserve(std::size_t count) { items_.reserve(count); }
  const std::vector<Value>& items() const { return items_; }

  std::size_t size() const override { return items_.size(); }
  Value at(std::size_t index) const override { return items_[index]; }
  const Value& item(std::size_t index, Value& /*made*/) const override { return items_[index]; }
  bool is_tuple() const override { return tuple_; }

 private:
  std::vector<Value> items_;
  Charge charge_;
  bool tuple_ = false;
};

/// A mapping that keeps the order of its keys. Setting a key again replaces its value.
class Dict final : public Mapping {
 public:
  Dict& set(std::string_view key, Value value) &;
  Dict&& set(std::string_view key, Value value) && { return std::move(set(key, std::move(value))); }
  /// Where this record is in the data.
  Dict& set_place(Location place) & { return place_ = std::move(place), *this; }

  Value get(std::string_view key) const override;
  const Value& find(std::string_view key, Hint& hint, Value& made) const override;
  std::vector<std::string> keys() const override;
  std::size_t size() const override { return entries_.size(); }
  std::optional<Location> place() const override { return place_; }

  const std::vector<std::pair<std::string, Value>>& entries() const { return entries_; }

 private:
  std::size_t place_of(std::string_view key) const;
  void add_to_index(std::size_t place);

  std::vector<std::pair<std::string, Value>> entries_;
  std::vector<std::uint32_t> index_;  ///< places by the hash of their keys; empty for few
  Charge charge_;
  std::optional<Location> place_;
};

/// A list over a container of the model, whose elements become Values only when a template asks.
template <class Container, class Make>
class ListView final : public Sequence {
 public:
  ListView(const Container& container, Make make)
      : container_(&container), make_(std::move(make)) {}
  std::size_t size() const override { return container_->size(); }
  Value at(std::size_t index) const override { return make_((*container_)[index]); }

 private:
  const Container* container_;
  Make make_;
};

/// REQUIRES: the container outlives rendering and has size() and operator[].
template <class Container, class Make>
Value list_of(const Container& container, Make make) {
  return Value(ListView<Container, Make>(container, std::move(make)));
}

/// Makes a function callable from templates; see call.h for what it gets.
template <class Function>
class FunctionValue final : public Callable {
 public:
  FunctionValue(std::string name, Signature signature, Function function)
      : name_(std::move(name)), signature_(std::move(signature)), function_(std::move(function)) {}
  const Signature* signature() const override { return &signature_; }
  Value call(Call& call) const override { return function_(call); }
  std::string_view name() const override { return name_; }

 private:
  std::string name_;
  Signature signature_;
  Function function_;
};

/// `context.set("asset", function("asset", {{"path"}, 1}, [](Call& call) { return …; }))`
template <class Function>
Value function(std::string name, Signature signature, Function body) {
  return Value(FunctionValue<Function>(std::move(name), std::move(signature), std::move(body)));
}

}  // namespace huice::tmpl
