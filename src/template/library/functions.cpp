// SPDX-License-Identifier: Apache-2.0
// The functions every template knows: range, dict, namespace, cycler, joiner.

#include "base/messages/template_run.h"
#include "template/library/registry.h"
#include "template/values/builders.h"
#include "template/values/keyed_dict.h"
#include "template/values/namespace.h"
#include "template/values/operations.h"
#include "template/values/subject.h"

#include <memory>

namespace huice::tmpl {
namespace {

/// Numbers at a fixed distance, made when asked for.
class Range final : public Sequence {
 public:
  Range(std::int64_t start, std::int64_t step, std::size_t count)
      : start_(start), step_(step), count_(count) {}
  std::size_t size() const override { return count_; }
  Value at(std::size_t index) const override {
    return Value(start_ + step_ * static_cast<std::int64_t>(index));
  }

 private:
  std::int64_t start_;
  std::int64_t step_;
  std::size_t count_;
};

constexpr std::int64_t kLongestRange = 10'000'000;

Value range(Call& call) {
  if (!call.has(0)) {
    return call.fail(msg::template_missing_argument{.callee = call.callee(), .name = "stop"});
  }
  const bool alone = !call.has(1);
  const std::int64_t first = call.integer(0).value_or(0);
  const std::int64_t start = alone ? 0 : first;
  const std::int64_t stop = alone ? first : call.integer(1).value_or(0);
  const std::int64_t step = call.integer(2).value_or(1);
  if (call.failed()) return {};
  constexpr std::int64_t kFar = std::int64_t{1} << 61;
  const bool far =
      start > kFar || start < -kFar || stop > kFar || stop < -kFar || step > kFar || step < -kFar;
  if (step == 0 || far) {
    return call.fail(msg::template_bad_value{
        .callee = call.callee(),
        .value = far ? Argument(msg::bad_large_numbers{}) : msg::bad_step{}});
  }
  const std::int64_t distance = step > 0 ? stop - start : start - stop;
  const std::int64_t size = step > 0 ? step : -step;
  const std::int64_t count = distance <= 0 ? 0 : (distance + size - 1) / size;
  if (count > kLongestRange) {
    return call.fail(msg::template_bad_value{.callee = call.callee(), .value = msg::bad_range{}});
  }
  return Value(Range(start, step, static_cast<std::size_t>(count)));
}

/// [["a", 1], ["b", 2]]: false where an item is not a pair with a key first.
template <class Made>
bool fill_from_pairs(Made& made, const Value& source) {
  if (!source.is_list()) return false;
  for (std::size_t i = 0; i < source.list().size(); ++i) {
    const Value pair = source.list().at(i);
    if (!pair.is_list() || pair.list().size() != 2) return false;
    if (!made.set(pair.list().at(0), pair.list().at(1))) return false;
  }
  return true;
}

/// A namespace as `namespace(…)` fills it: its names are texts.
class NamespaceBuilder {
 public:
  bool set(const Value& key, Value value) {
    if (key.is_string()) made_.set(key.text(), std::move(value));
    return key.is_string();
  }
  Value take() && { return Value(std::move(made_)); }

 private:
  Namespace made_;
};

template <class Made>
Value filled(Call& call) {
  Made made;
  for (const Value& source : call.positional()) {
    if (fill_from_pairs(made, source)) continue;
    const bool good = source.is_mapping();
    const std::vector<Value> keys = good ? source.mapping().all_keys() : std::vector<Value>();
    for (const Value& key : keys) {
      if (made.set(key, source.mapping().value_of(key))) continue;
      return call.fail(msg::template_wrong_type{
          .callee = call.callee(), .wanted = msg::value_text_names{}, .found = describe(key)});
    }
    if (good) continue;
    return call.fail(msg::template_wrong_type{.callee = call.callee(),
                                              .wanted = msg::value_mapping_or_named{},
                                              .found = describe(source)});
  }
  for (const auto& [name, value] : call.named()) made.set(Value::borrow(name), value);
  return std::move(made).take();
}

/// `cycler('odd', 'even')`: next(), current, reset(). Lives in one rendering, in one thread.
class Cycler final : public Mapping {
 public:
  explicit Cycler(std::vector<Value> items) : items_(ListValue(std::move(items))) {}

  Value get(std::string_view key) const override {
    if (key == "current") return items_.list().at(*at_);
    if (key == "next")
      return function("next", {}, [items = items_, at = at_](Call& /*call*/) -> Value {
        const Value item = items.list().at(*at);
        *at = (*at + 1) % items.list().size();
        return item;
      });
    if (key == "reset")
      return function("reset", {}, [at = at_](Call& /*call*/) -> Value {
        *at = 0;
        return Value(nullptr);
      });
    return {};
  }
  std::vector<std::string> keys() const override { return {"current", "next", "reset"}; }

 private:
  Value items_;
  std::shared_ptr<std::size_t> at_ = std::make_shared<std::size_t>(0);
};

Value cycler(Call& call) {
  const auto items = call.positional();
  if (items.empty()) {
    return call.fail(msg::template_missing_argument{.callee = call.callee(), .name = "items"});
  }
  return Value(Cycler(std::vector<Value>(items.begin(), items.end())));
}

// Nothing the first time, then the separator.
Value joiner(Call& call) {
  const Value separator = call.has(0) ? call.argument(0) : Value(", ");
  return function("joiner", {}, [separator, used = std::make_shared<bool>(false)](Call& /*call*/) {
    return std::exchange(*used, true) ? separator : Value("");
  });
}

}  // namespace

void add_functions(Registry& registry) {
  const Signature filling{.more_positional = true, .takes_undefined = true, .more_named = true};
  registry.global(
      "range",
      function("range", {.parameters = {"start", "stop", "step"}, .by_place = true}, range));
  registry.global("dict", function("dict", filling, filled<DictBuilder>));
  registry.global("namespace", function("namespace", filling, filled<NamespaceBuilder>));
  registry.global("cycler",
                  function("cycler", {.more_positional = true, .takes_undefined = true}, cycler));
  registry.global("joiner", function("joiner", {.parameters = {"sep"}}, joiner));
}

}  // namespace huice::tmpl
