// SPDX-License-Identifier: Apache-2.0
#include "template/run/runtime.h"

#include "base/messages/template_run.h"
#include "template/run/engine_call.h"
#include "template/run/render.h"
#include "template/values/same_key.h"

#include <algorithm>
#include <array>

namespace huice::tmpl {

MacroValue::MacroValue(Render& render, const MacroFunction& function, Frame& frame, bool escapes)
    : render_(&render), function_(&function), frame_(&frame), escapes_(escapes) {
  Render::retain(frame);
}

MacroValue::~MacroValue() {
  render_->release(*frame_);
}

Value MacroValue::call(Call& call) const {
  return render_->call_macro(*this, call, static_cast<EngineCall&>(call).site());
}

Value MacroValue::part(std::string_view key) const {
  const auto has = [](std::uint32_t slot) { return Value(slot != SlotRef::kNone); };
  if (key == "name") {
    return function_->is_caller ? Value(nullptr) : Value(std::string(function_->name));
  }
  if (key == "catch_varargs") return has(function_->varargs_slot);
  if (key == "catch_kwargs") return has(function_->kwargs_slot);
  if (key == "caller") return has(function_->caller_slot);
  if (key != "arguments") return {};
  std::vector<Value> names;
  for (const Parameter& parameter : function_->parameters) {
    names.emplace_back(std::string(parameter.name));
  }
  return Value(ListValue::tuple(std::move(names)));
}

namespace {

constexpr std::array<std::string_view, 13> kLoopParts{
    "index", "index0", "revindex", "revindex0", "first", "last",   "length",
    "depth", "depth0", "previtem", "nextitem",  "cycle", "changed"};

std::size_t loop_part(std::string_view key) {
  const auto* const found = std::find(kLoopParts.begin(), kLoopParts.end(), key);
  return static_cast<std::size_t>(found - kLoopParts.begin());
}

}  // namespace

LoopState::LoopState(Render& render, const Loop& loop, Value items, std::size_t depth, Frame* frame)
    : render_(&render), loop_(&loop), items_(std::move(items)), depth_(depth), frame_(frame) {
  if (frame_ != nullptr) Render::retain(*frame_);
}

LoopState::~LoopState() {
  if (frame_ != nullptr) render_->release(*frame_);
}

Value LoopState::part(std::size_t place) const {
  const auto count = [this] { return items_.list().size(); };
  switch (place) {
    case 0:
      return Value(index_ + 1);
    case 1:
      return Value(index_);
    case 2:
      return Value(count() - index_);
    case 3:
      return Value(count() - index_ - 1);
    case 4:
      return Value(index_ == 0);
    case 5:
      return Value(index_ + 1 == count());
    case 6:
      return Value(count());
    case 7:
      return Value(depth_ + 1);
    case 8:
      return Value(depth_);
    case 9:
      return index_ > 0 ? items_.list().at(index_ - 1) : Value::undefined(&loop_->neighbour);
    case 10:
      return index_ + 1 < count() ? items_.list().at(index_ + 1)
                                  : Value::undefined(&loop_->neighbour);
    default:
      return {};
  }
}

Value LoopState::get(std::string_view key) const {
  return part(loop_part(key));
}

const Value& LoopState::find(std::string_view key, Hint& hint, Value& made) const {
  std::size_t place = hint.guess();
  if (place >= kLoopParts.size() || !same_key(kLoopParts[place], key)) {
    place = loop_part(key);
    hint.remember(place);
  }
  return made = part(place);
}

std::vector<std::string> LoopState::keys() const {
  return {kLoopParts.begin(), kLoopParts.end()};
}

Value LoopState::cycle(Call& call) const {
  const auto choices = call.positional();
  if (choices.empty()) {
    return call.fail(msg::template_missing_argument{.callee = call.callee(), .name = "items"});
  }
  return choices[index_ % choices.size()];
}

Value LoopState::changed(Call& call) const {
  const auto given = call.positional();
  Value now(ListValue::tuple(std::vector<Value>(given.begin(), given.end())));
  if (!changed_.is_undefined() && equal(changed_, now)) return Value(false);
  changed_ = std::move(now);
  return Value(true);
}

ContextOwner::ContextOwner(Render& render, Context& context)
    : render_(&render), context_(&context) {
  Render::retain(context);
}

ContextOwner::ContextOwner(const ContextOwner& other)
    : ContextOwner(*other.render_, *other.context_) {}

ContextOwner::~ContextOwner() {
  render_->release(*context_);
}

const Signature* BlockValue::signature() const {
  static const Signature kNothing;
  return &kNothing;
}

Value BlockValue::call(Call& /*call*/) const {
  return context_.render().call_block_value(*context_, symbol_, level_);
}

std::string_view BlockValue::name() const {
  return context_.render().program().symbols.name(symbol_);
}

Value BlockValue::above() const {
  const auto& blocks = context_->blocks->blocks;
  const auto found = blocks.find(symbol_);
  if (found == blocks.end() || level_ + 1 >= found->second.size()) return {};
  return Value(BlockValue(context_, symbol_, level_ + 1));
}

Value SelfValue::get(std::string_view key) const {
  if (context_->blocks == nullptr) return {};
  const auto found = context_->blocks->symbols.find(key);
  if (found == context_->blocks->symbols.end()) return {};
  return Value(BlockValue(context_, found->second, 0));
}

std::vector<std::string> SelfValue::keys() const {
  std::vector<std::string> out;
  if (context_->blocks == nullptr) return out;
  for (const auto& entry : context_->blocks->blocks) {
    out.emplace_back(context_.render().program().symbols.name(entry.first));
  }
  return out;
}

Value ModuleValue::get(std::string_view key) const {
  Hint hint;
  Value made;
  return find(key, hint, made);
}

// The module has run to its end before anyone sees it, so its variables stay where they are.
const Value& ModuleValue::find(std::string_view key, Hint& hint, Value& made) const {
  const Variables& vars = context_->vars;
  const auto is = [&](std::size_t place) {
    return vars[place].exported &&
           same_key(context_.render().program().symbols.name(vars[place].symbol), key);
  };
  const std::size_t guess = hint.guess();
  if (guess < vars.size() && is(guess)) return vars[guess].value;
  if (places_.empty()) {
    for (std::size_t i = 0; i < vars.size(); ++i) {
      if (!vars[i].exported) continue;
      places_.emplace(context_.render().program().symbols.name(vars[i].symbol), i);
    }
    charge_.set(places_.size() * 64);
  }
  const auto found = places_.find(key);
  if (found == places_.end()) return made = Value();
  hint.remember(found->second);
  return vars[found->second].value;
}

std::vector<std::string> ModuleValue::keys() const {
  std::vector<std::string> out;
  for (const Variable& variable : context_->vars) {
    if (variable.exported)
      out.emplace_back(context_.render().program().symbols.name(variable.symbol));
  }
  return out;
}

}  // namespace huice::tmpl
