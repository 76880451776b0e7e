// SPDX-License-Identifier: Apache-2.0
#include "template/runtime.h"

#include "template/engine_call.h"
#include "template/render.h"

namespace huice::tmpl {

MacroValue::MacroValue(Render& render, const MacroFunction& function, Frame& frame, bool escapes)
    : render_(&render), function_(&function), frame_(&frame), escapes_(escapes) {
  render_->retain(frame);
}

MacroValue::~MacroValue() {
  render_->release(*frame_);
}

Value MacroValue::call(Call& call) const {
  return render_->call_macro(*this, call, static_cast<EngineCall&>(call).site());
}

Value LoopState::get(std::string_view key) const {
  const std::size_t count = items_.list().size();
  if (key == "index") return Value(index_ + 1);
  if (key == "index0") return Value(index_);
  if (key == "first") return Value(index_ == 0);
  if (key == "last") return Value(index_ + 1 == count);
  if (key == "length") return Value(count);
  if (key == "revindex") return Value(count - index_);
  if (key == "revindex0") return Value(count - index_ - 1);
  if (key == "depth") return Value(depth_ + 1);
  if (key == "depth0") return Value(depth_);
  if (key == "previtem") {
    return index_ > 0 ? items_.list().at(index_ - 1) : Value::undefined(&loop_->neighbour);
  }
  if (key == "nextitem") {
    return index_ + 1 < count ? items_.list().at(index_ + 1) : Value::undefined(&loop_->neighbour);
  }
  return {};
}

std::vector<std::string> LoopState::keys() const {
  return {"index", "index0", "revindex", "revindex0", "first", "last",   "length",
          "depth", "depth0", "previtem", "nextitem",  "cycle", "changed"};
}

Value LoopState::cycle(Call& call) const {
  const auto choices = call.positional();
  if (choices.empty()) {
    return call.fail(Code::template_missing_argument, {std::string(call.callee()), "items"});
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

Value BlockValue::call(Call& /*call*/) const {
  return render_->call_block_value(*context_, symbol_, level_);
}

std::string_view BlockValue::name() const {
  return render_->program().symbols.name(symbol_);
}

Value BlockValue::above() const {
  const auto found = context_->blocks->find(symbol_);
  if (found == context_->blocks->end() || level_ + 1 >= found->second.size()) return {};
  return Value(BlockValue(*render_, *context_, symbol_, level_ + 1));
}

Value SelfValue::get(std::string_view key) const {
  for (const auto& [symbol, blocks] : *context_->blocks) {
    if (render_->program().symbols.name(symbol) == key) {
      return Value(BlockValue(*render_, *context_, symbol, 0));
    }
  }
  return {};
}

std::vector<std::string> SelfValue::keys() const {
  std::vector<std::string> out;
  for (const auto& entry : *context_->blocks) {
    out.emplace_back(render_->program().symbols.name(entry.first));
  }
  return out;
}

Value ModuleValue::get(std::string_view key) const {
  for (const Variable& variable : context_->vars) {
    if (variable.exported && render_->program().symbols.name(variable.symbol) == key) {
      return variable.value;
    }
  }
  return {};
}

std::vector<std::string> ModuleValue::keys() const {
  std::vector<std::string> out;
  for (const Variable& variable : context_->vars) {
    if (variable.exported) out.emplace_back(render_->program().symbols.name(variable.symbol));
  }
  return out;
}

}  // namespace huice::tmpl
