// SPDX-License-Identifier: Apache-2.0
#include "base/messages/template_run.h"
#include "markup/escape.h"
#include "template/run/render.h"
#include "template/values/namespace.h"

#include <algorithm>

namespace huice::tmpl {

Render::Flow Render::exec(const Body& body) {
  if (!body.empty()) {
    const Span whole = join(body.front()->span, body.back()->span);
    usage().steps += whole.length >> 5U;
  }
  for (const Statement* statement : body) {
    const bool silent = frame_->parent != nullptr;  // after "extends" only definitions count
    Flow flow = Flow::normal;
    if (statement->kind == StatementKind::text) {
      const auto& text = node_cast<TextStatement>(*statement);
      if (!silent) out_->append(text.text);
      if (!silent && text.deferred_check != nullptr) check_address(text);
    } else if (statement->kind == StatementKind::output) {
      if (!silent) exec_output(node_cast<Output>(*statement));
    } else {
      flow = exec(*statement, silent);
    }
    if (out_->size() > room_) fail_output(statement->span);
    if (usage().exceeded()) fail_bound(statement->span);
    if (failed_) return Flow::stop;
    if (flow != Flow::normal) return flow;
  }
  return Flow::normal;
}

Render::Flow Render::exec(const Statement& statement, bool silent) {
  switch (statement.kind) {
    case StatementKind::text:
    case StatementKind::output:
      break;  // done by the loop above, being most of what there is
    case StatementKind::condition:
      return exec_condition(node_cast<Condition>(statement));
    case StatementKind::loop:
      return exec_loop(node_cast<Loop>(statement));
    case StatementKind::set:
      exec_set(node_cast<Set>(statement));
      return Flow::normal;
    case StatementKind::set_block:
      return exec_set_block(node_cast<SetBlock>(statement));
    case StatementKind::macro:
      exec_macro(node_cast<Macro>(statement));
      return Flow::normal;
    case StatementKind::call_block:
      if (!silent) exec_call_block(node_cast<CallBlock>(statement));
      return Flow::normal;
    case StatementKind::filter_block:
      return silent ? Flow::normal : exec_filter_block(node_cast<FilterBlock>(statement));
    case StatementKind::block:
      if (!silent) exec_block(node_cast<Block>(statement));
      return Flow::normal;
    case StatementKind::extends:
      exec_extends(node_cast<Extends>(statement));
      return Flow::normal;
    case StatementKind::include:
      // Jinja runs these after "extends" too: a name that is wrong must not pass there.
      exec_include(node_cast<Include>(statement));
      return Flow::normal;
    case StatementKind::import:
      exec_import(node_cast<Import>(statement));
      return Flow::normal;
    case StatementKind::from_import:
      exec_from_import(node_cast<FromImport>(statement));
      return Flow::normal;
    case StatementKind::with:
      return exec_with(node_cast<With>(statement));
    case StatementKind::autoescape:
      return exec_autoescape(node_cast<Autoescape>(statement));
    case StatementKind::loop_break:
      return Flow::stop;
    case StatementKind::loop_continue:
      return Flow::next;
  }
  return Flow::normal;
}

void Render::exec_output(const Output& node) {
  const std::size_t start = out_->size();
  const bool direct =
      node.escape_context == EscapeContext::none && node.value->kind == ExprKind::call;
  direct_ = direct ? node.value : nullptr;
  if (node.value->kind == ExprKind::filter) {
    print_filtered(node_cast<FilterExpr>(*node.value), node.escape_context);
  } else {
    Value scratch;
    const Value& value = ref(*node.value, scratch);
    direct_ = nullptr;
    if (failed_) return;
    if (!std::exchange(printed_, false)) print(value, *node.value, node.escape_context);
  }
  if (failed_) return;
  if (node.escape_context != EscapeContext::none)
    check_printed(node.escape_context, *node.value, start);
}

void Render::print_filtered(const FilterExpr& node, EscapeContext escape_context) {
  Borrowed borrowed;
  const Value value = eval_filter(node, nullptr, &borrowed);
  if (!failed_) print(value, node, escape_context);
}

void Render::print_text(std::string_view text, const Expr& site) {
  if (text.size() > room_) return fail_output(site.span);
  if (format_ == Format::html) return markup::escape_html(*out_, text);
  if (format_ == Format::csv) return print_cell(text, site, false);
  if (legal(text, site)) markup::escape(*out_, text, format_);
}

void Render::print(const Value& value, const Expr& site, EscapeContext escape_context) {
  if (value.is_string() && format_ == Format::html) {
    const bool safe = !escapes_ || value.is_safe_for(format_);
    const bool usual =
        escape_context == EscapeContext::none || escape_context == EscapeContext::attribute;
    if (!safe && usual) return print_text(value.text(), site);
    if (escape_context == EscapeContext::none) return static_cast<void>(out_->append(value.text()));
  }
  switch (value.kind()) {
    case Kind::undefined:
      if (!is_empty_choice(value)) fail_undefined(value, &site);
      return;
    case Kind::string: {
      const bool safe = !escapes_ || value.is_safe_for(format_);
      if (escape_context != EscapeContext::none)
        return print_in_context(value.text(), safe, site, escape_context);
      if (!safe) return print_text(value.text(), site);
      return print_safe(value.text(), site);
    }
    case Kind::integer:
      if (escape_context == EscapeContext::separate) out_->push_back(';');
      return append_number(*out_, value.integer());
    case Kind::boolean:
      if (escape_context == EscapeContext::separate) out_->push_back(';');
      if (escape_context == EscapeContext::code)
        return print_in_context({}, false, site, escape_context);
      if (format_ == Format::json) {
        out_->append(value.boolean() ? "true" : "false");
      } else {
        out_->append(value.boolean() ? "True" : "False");
      }
      return;
    case Kind::mapping: {
      const Value own = value.mapping().printed();
      if (!own.is_undefined()) return print(own, site, escape_context);
      break;
    }
    default:
      break;
  }
  print_plain(value, site, escape_context);
}

Render::Flow Render::exec_condition(const Condition& node) {
  for (const auto& [test, body] : node.branches) {
    const bool holds = condition(*test);
    if (failed_) return Flow::stop;
    if (holds) return exec(body);
  }
  return exec(node.otherwise);
}

void Render::enter_scope(const ScopeStart& scope) {
  for (const SlotStart& start : scope.slots) {
    Value& into = frame_->slots[start.slot];
    if (start.alias.exists()) {
      into = Value(slot(start.alias));
    } else {
      into = start.resolve ? Value::undefined(&kUnset) : Value();
    }
  }
}

void Render::assign(const Target& target, const Value& value) {
  if (target.object != nullptr) return assign_attribute(target, value);
  if (target.is_tuple) return unpack(target, value);
  frame_->slots[target.slot.slot] = value;
}

void Render::unpack(const Target& target, const Value& value) {
  const auto items = items_of(value);
  if (value.is_undefined()) {
    fail_undefined(value, nullptr);
    return;
  }
  if (!items) {
    fail(msg::template_not_iterable{.value = describe(value)}, *source_, target.span);
    return;
  }
  const Sequence& list = items->list();
  if (list.size() != target.parts.size()) {
    fail(msg::template_unpack{.values = list.size(), .names = target.parts.size()}, *source_,
         target.span);
    return;
  }
  for (std::size_t i = 0; i < target.parts.size(); ++i) assign(target.parts[i], list.at(i));
}

void Render::assign_attribute(const Target& target, const Value& value) {
  const Value object = eval_name(*target.object);
  const auto* space = object.as<Namespace>();
  if (object.is_undefined()) {
    fail_undefined(object, target.object);
  } else if (space == nullptr) {
    type_error(*target.object, msg::callee_assignment{}, msg::value_namespace{}, object);
  } else {
    if (space->note_change()) keep_namespace(object);
    space->set(target.attribute, value);
  }
}

// Of those kept, the ones that nothing else holds any more need no end.
void Render::keep_namespace(const Value& space) {
  if (namespaces_.size() >= many_namespaces_) {
    const auto gone = [](const Value& value) { return value.owners() == 1; };
    namespaces_.erase(std::remove_if(namespaces_.begin(), namespaces_.end(), gone),
                      namespaces_.end());
    many_namespaces_ = std::max(many_namespaces_, namespaces_.size() * 2);
  }
  namespaces_.push_back(space);
}

// Names set at the top level are what importers, blocks and includes see.
void Render::export_names(const Target& target, bool exported) {
  if (target.object != nullptr) return;
  for (const Target& part : target.parts) export_names(part, exported);
  if (target.is_tuple) return;
  const bool visible = exported && !target.name.starts_with('_');
  frame_->context->vars.set(target.symbol, frame_->slots[target.slot.slot], visible);
}

void Render::exec_set(const Set& node) {
  const Value value = eval(*node.value);
  if (failed_) return;
  assign(node.target, value);
  if (node.toplevel && !failed_) export_names(node.target, true);
}

std::string Render::capture(const std::function<void()>& work) {
  Buffer buffer(*this);
  const Template* const parent = std::exchange(frame_->parent, nullptr);
  Frame& frame = *frame_;
  work();
  frame.parent = parent;
  buffer.end();
  return std::move(buffer.text());
}

Value Render::captured(std::string_view text, Format format) const {
  return escapes_ ? Value::safe(text, format) : Value::copy(text);
}

Render::Flow Render::exec_set_block(const SetBlock& node) {
  Value value;
  Flow flow = Flow::normal;
  const std::string text = capture([&] {
    enter_scope(node.scope);
    flow = exec(node.body);
  });
  if (failed_ || flow != Flow::normal) return flow;  // a break in it leaves the loop around it
  value = captured(text, format_);
  if (node.filter != nullptr) {
    value = eval_filter(node_cast<FilterExpr>(*node.filter), &value);
    if (failed_) return Flow::stop;
  }
  assign(node.target, value);
  if (node.toplevel && !failed_) export_names(node.target, true);
  return Flow::normal;
}

void Render::exec_macro(const Macro& node) {
  const Value made = Value::adopt(
      static_cast<const Callable*>(new MacroValue(*this, node.function, *frame_, escapes_)));
  assign(node.target, made);
  if (node.toplevel) export_names(node.target, true);
}

void Render::exec_call_block(const CallBlock& node) {
  const Value caller = Value::adopt(
      static_cast<const Callable*>(new MacroValue(*this, node.function, *frame_, escapes_)));
  const Value result = eval_call(*node.call, caller);
  if (!failed_) print(result, *node.call, node.escape_context);
}

Render::Flow Render::exec_filter_block(const FilterBlock& node) {
  Flow flow = Flow::normal;
  const std::string text = capture([&] {
    enter_scope(node.scope);
    flow = exec(node.body);
  });
  if (failed_ || flow != Flow::normal) return flow;
  const Value body = captured(text, format_);
  const Value result = eval_filter(node_cast<FilterExpr>(*node.filter), &body);
  if (failed_) return Flow::stop;
  const std::size_t start = out_->size();
  print(result, *node.filter, node.escape_context);
  check_printed(node.escape_context, *node.filter, start);
  return Flow::normal;
}

Render::Flow Render::exec_with(const With& node) {
  std::vector<Value> values;
  values.reserve(node.values.size());
  for (const auto& value : node.values) values.push_back(eval(*value.second));
  if (failed_) return Flow::stop;
  enter_scope(node.scope);
  for (std::size_t i = 0; i < values.size(); ++i) assign(node.values[i].first, values[i]);
  return failed_ ? Flow::stop : exec(node.body);
}

Render::Flow Render::exec_autoescape(const Autoescape& node) {
  enter_scope(node.scope);
  const bool wanted = condition(*node.enabled);
  if (failed_) return Flow::stop;
  const bool before = std::exchange(escapes_, wanted);
  const Flow flow = exec(node.body);
  escapes_ = before;
  return flow;
}

}  // namespace huice::tmpl
