// SPDX-License-Identifier: Apache-2.0
// Evaluating expressions. ref() avoids copies: it returns the slot or literal itself where there is
// one and fills `scratch` otherwise.

#include "base/messages/template_run.h"
#include "template/run/render.h"
#include "template/values/keyed_dict.h"

namespace huice::tmpl {

Value Render::eval(const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::literal:  // its template outlives the rendering
      return Value::borrow_value(node_cast<Literal>(expr).value);
    case ExprKind::name:
      return eval_name(node_cast<Name>(expr));
    case ExprKind::attribute:
      return eval_attribute(node_cast<Attribute>(expr));
    case ExprKind::subscript:
      return eval_subscript(node_cast<Subscript>(expr));
    case ExprKind::call:
      return eval_call(node_cast<CallExpr>(expr));
    case ExprKind::filter:
      return eval_filter(node_cast<FilterExpr>(expr), nullptr);
    case ExprKind::test:
      return eval_test(node_cast<TestExpr>(expr));
    case ExprKind::unary:
      return eval_unary(node_cast<Unary>(expr));
    case ExprKind::binary:
      return eval_binary(node_cast<Binary>(expr));
    case ExprKind::compare:
      return eval_compare(node_cast<Compare>(expr));
    case ExprKind::logic:
      return eval_logic(node_cast<Logic>(expr));
    case ExprKind::negation:
      return Value(!condition(*node_cast<Negation>(expr).operand));
    case ExprKind::concat:
      return eval_concat(node_cast<Concat>(expr));
    case ExprKind::conditional:
      return eval_conditional(node_cast<Conditional>(expr));
    case ExprKind::list:
      return eval_list(node_cast<ListExpr>(expr));
    case ExprKind::dict:
      return eval_dict(node_cast<DictExpr>(expr));
    case ExprKind::slice:
      break;  // only inside a subscript, which reads it itself
  }
  return {};
}

const Value& Render::ref(const Expr& expr, Value& scratch) {
  switch (expr.kind) {
    case ExprKind::literal:
      return node_cast<Literal>(expr).value;
    case ExprKind::name: {
      const Value& held = slot(node_cast<Name>(expr).slot);
      if (!held.is_undefined()) return held;
      break;
    }
    case ExprKind::attribute:
      return ref_attribute(node_cast<Attribute>(expr), scratch);
    case ExprKind::conditional: {
      const auto& node = node_cast<Conditional>(expr);
      const bool holds = condition(*node.condition);
      if (failed_) return scratch;
      if (holds) return ref(*node.then, scratch);
      if (node.otherwise != nullptr) return ref(*node.otherwise, scratch);
      return scratch = Value::undefined(&node.origin);
    }
    default:
      break;
  }
  return scratch = eval(expr);
}

// A value in a slot or literal outlives this expression, and so do the values a mapping there
// holds; a value made for this expression must be copied out of it.
const Value& Render::ref_attribute(const Attribute& node, Value& scratch) {
  if (node.object->kind == ExprKind::name) {
    const Value& held = slot(node_cast<Name>(*node.object).slot);
    if (held.is_mapping()) {
      const Value& found = held.mapping().find(node.origin.name, node.hint, scratch);
      if (!found.is_undefined()) return found;
    }
  }
  Value made;
  const Value& object = defined(*node.object, made);
  if (failed_) return scratch;
  if (!object.is_mapping()) return scratch = attribute_of(object, node.origin);
  const Value& found = object.mapping().find(node.origin.name, node.hint, scratch);
  if (found.is_undefined() && found.origin() == nullptr) {
    return scratch = Value::undefined(&node.origin);
  }
  if (&found == &scratch || &object != &made) return found;
  return scratch = found;
}

Value Render::eval_name(const Name& name) {
  Frame& frame = frame_at(name.slot.depth);
  const Value& held = frame.slots[name.slot.slot];
  if (!held.is_undefined()) return held;
  if (is_unset(held)) return look_up(name, frame);
  return held.origin() == nullptr ? Value::undefined(&name.origin) : held;
}

// Looked up once a frame: what a name means in the context does not change while the frame lives.
Value Render::look_up(const Name& name, Frame& frame) {
  Value found = resolve(*frame.context, name.symbol);
  if (found.is_undefined()) {
    return found.origin() == nullptr ? Value::undefined(&name.origin) : found;
  }
  frame.slots[name.slot.slot] = found;
  return found;
}

const Value* Render::value_of(const SlotRef& place, Frame& frame) {
  if (!place.exists()) return nullptr;
  const Frame* holder = &frame;
  for (std::uint32_t depth = place.depth; depth > 0; --depth) holder = holder->outer;
  const Value& held = holder->slots[place.slot];
  return held.is_undefined() ? nullptr : &held;
}

// Contexts can be in a chain longer than the stack is deep.
Value Render::resolve(const Context& context, Symbol symbol) {
  const Context* at = &context;
  for (;; at = at->outer) {
    if (const Variable* variable = at->vars.find(symbol)) return variable->value;
    if (at->visible != nullptr) {
      if (const Value* held = value_of(at->visible->find(symbol), *at->frame)) return *held;
    }
    if (at->outer == nullptr) break;
  }
  const std::string_view name = program_.symbols.name(symbol);
  if (at->base != nullptr) {
    Value found = at->base->get(name);
    if (!found.is_undefined()) return found;
  }
  if (const Value* global = program_.registry.find_global(name)) return *global;
  if (name == "self") {
    return Value(SelfValue({*this, *frame_->context}));
  }
  return {};
}

Value Render::attribute_of(const Value& object, const Origin& origin) {
  Value found;
  if (object.is_mapping()) {
    found = object.mapping().get(origin.name);
  } else if (object.is_list()) {
    found = object.list().field(origin.name);
  } else if (const auto* block = object.as<BlockValue>()) {
    if (origin.name == "super") found = block->above();
  } else if (const auto* macro = object.as<MacroValue>()) {
    found = macro->part(origin.name);
  }
  if (found.is_undefined() && found.origin() == nullptr) return Value::undefined(&origin);
  return found;
}

Value Render::eval_attribute(const Attribute& node) {
  Value scratch;
  const Value& found = ref_attribute(node, scratch);
  if (&found == &scratch) return scratch;
  return found;
}

Value Render::eval_subscript(const Subscript& node) {
  Value scratch;
  const Value& object = defined(*node.object, scratch);
  if (failed_) return {};
  if (const auto* range = node_if<Slice>(node.index)) return eval_slice(node, object, *range);
  Value index_scratch;
  const Value& index = defined(*node.index, index_scratch);
  if (failed_) return {};
  Value found;
  if (object.is_mapping()) {
    found = object.mapping().value_of(index);
  } else if (const auto place = as_integer(index)) {
    found = item_at(object, *place);
  } else if (index.is_string() && object.is_list()) {
    found = object.list().field(index.text());
  }
  return found.is_undefined() ? Value::undefined(&node.origin) : found;
}

Value Render::eval_slice(const Subscript& node, const Value& object, const Slice& range) {
  SliceRange parts;
  const auto part = [this](const Expr* expr, std::optional<std::int64_t>& into) {
    if (expr == nullptr || failed_) return;
    const Value value = eval(*expr);
    into = as_integer(value);
    if (!into && !value.is_none())
      type_error(*expr, msg::callee_slice{}, msg::value_whole_numbers{}, value);
  };
  std::optional<std::int64_t> step;
  part(range.start, parts.start);
  part(range.stop, parts.stop);
  part(range.step, step);
  if (failed_) return {};
  parts.step = step.value_or(1);
  const auto result = parts.step == 0 ? std::nullopt : slice(object, parts);
  if (result) return *result;
  if (parts.step == 0) return type_error(node, msg::callee_slice{}, msg::value_step{}, Value(0));
  return type_error(node, msg::callee_slice{}, msg::value_list_or_text{}, object);
}

Value Render::eval_list(const ListExpr& node) {
  std::vector<Value> items;
  items.reserve(node.items.size());
  for (const Expr* item : node.items) items.push_back(eval(*item));
  return Value(node.is_tuple ? ListValue::tuple(std::move(items)) : ListValue(std::move(items)));
}

Value Render::eval_dict(const DictExpr& node) {
  DictBuilder made;
  for (const auto& [key_expr, value_expr] : node.entries) {
    Value scratch;
    const Value& key = defined(*key_expr, scratch);
    if (failed_) return {};
    if (!made.set(key, eval(*value_expr)))
      return type_error(*key_expr, msg::value_mapping{}, msg::value_key{}, key);
  }
  return std::move(made).take();
}

Value Render::eval_conditional(const Conditional& node) {
  Value scratch;
  const Value& chosen = ref(node, scratch);
  if (&chosen == &scratch) return scratch;
  return chosen;
}

}  // namespace huice::tmpl
