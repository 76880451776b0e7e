// SPDX-License-Identifier: Apache-2.0
// Calls of functions, macros and methods; filters and tests.

#include "base/messages/template_run.h"
#include "base/spelling.h"
#include "template/library/methods.h"
#include "template/run/engine_call.h"
#include "template/run/render.h"

#include <array>
#include <unordered_map>

namespace huice::tmpl {
namespace {

// The places of a filter that is called without arguments: undefined, each.
const std::array<Value, kInlineArgs> kDefaultArgs{};

using NamedValues = std::span<const std::pair<std::string_view, Value>>;

/// Where a name is among named arguments: the first one counts. Few are looked through.
class NamedPlaces {
 public:
  explicit NamedPlaces(NamedValues named) : named_(named) {
    if (named.size() <= kFew) return;
    for (std::size_t i = 0; i < named.size(); ++i) places_.emplace(named[i].first, i);
  }

  std::optional<std::size_t> find(std::string_view name) const {
    if (!places_.empty()) {
      const auto found = places_.find(name);
      return found == places_.end() ? std::nullopt : std::optional(found->second);
    }
    for (std::size_t i = 0; i < named_.size(); ++i) {
      if (named_[i].first == name) return i;
    }
    return std::nullopt;
  }

 private:
  static constexpr std::size_t kFew = 8;

  NamedValues named_;
  std::unordered_map<std::string_view, std::size_t> places_;
};

}  // namespace

void Render::evaluate(const Arguments& arguments, Evaluated& out, bool allow_undefined) {
  for (const Expr* expr : arguments.positional) {
    Value value = eval(*expr);
    if (value.is_undefined() && !allow_undefined) fail_undefined(value, expr);
    if (failed_) return;
    out.positional.push_back(std::move(value));
  }
  for (const auto& [name, expr] : arguments.named) {
    Value value = eval(*expr);
    if (value.is_undefined() && !allow_undefined) fail_undefined(value, expr);
    if (failed_) return;
    out.named.emplace_back(name, std::move(value));
  }
  if (arguments.has_splats()) evaluate_splats(arguments, out, allow_undefined);
}

void Render::evaluate_splats(const Arguments& arguments, Evaluated& out, bool allow_undefined) {
  if (arguments.splat != nullptr) {
    Value scratch;
    const Value& value = defined(*arguments.splat, scratch);
    if (failed_) return;
    const auto items = items_of(value);
    if (!items) {
      fail(msg::template_not_iterable{.value = describe(value)}, *source_, arguments.splat->span);
      return;
    }
    const Sequence& list = items->list();
    usage().work_on_making(list.size());
    if (!usage().room_for(list.size() * sizeof(Value))) {
      fail_bound(arguments.splat->span);
      return;
    }
    out.charge.set(list.size() * sizeof(Value));
    for (std::size_t i = 0; i < list.size(); ++i) {
      Value given = list.at(i);
      if (given.is_undefined() && !allow_undefined) {
        fail_undefined(given, arguments.splat);
        return;
      }
      out.positional.push_back(std::move(given));
    }
  }
  if (arguments.splat_named != nullptr) {
    evaluate_named_splat(*arguments.splat_named, out, allow_undefined);
  }
}

void Render::evaluate_named_splat(const Expr& splat, Evaluated& out, bool allow_undefined) {
  Value scratch;
  const Value& value = defined(splat, scratch);
  if (failed_) return;
  if (!value.is_mapping()) {
    type_error(splat, std::string("“**”"), msg::value_mapping{}, value);
    return;
  }
  const std::vector<Value> keys = value.mapping().all_keys();
  usage().work_on_making(2 * keys.size());
  if (!usage().room_for(keys.size() * sizeof(Value))) {
    fail_bound(splat.span);
    return;
  }
  for (const Value& key : keys) {
    if (!key.is_string()) {
      type_error(splat, std::string("“**”"), msg::value_text_names{}, key);
      return;
    }
    Value given = value.mapping().get(key.text());
    if (given.is_undefined() && !allow_undefined) {
      fail_undefined(given, &splat);
      return;
    }
    out.named.emplace_back(out.keys.emplace_back(key.text()), std::move(given));
  }
}

std::string Render::call_name(const CallExpr& node) const {
  return "“" + std::string(source_->slice(node.callee->span)) + "”";
}

// The object of a method stays the value that holds it: what the method returns may be the object
// itself or a part of it, and must own what it shows.
Value Render::eval_call(const CallExpr& node, Value caller) {
  Value made;
  Value scratch;
  const Value* object = &made;
  const Value* callee = &scratch;
  const auto* attribute = node_if<Attribute>(node.callee);
  if (attribute != nullptr) {
    object = &defined(*attribute->object, made);
    if (failed_) return {};
    if (object->is_mapping()) {
      callee = &object->mapping().find(attribute->origin.name, attribute->hint, scratch);
    } else {
      scratch = attribute_of(*object, attribute->origin);
    }
  } else {
    callee = &defined(*node.callee, scratch);
  }
  if (failed_) return {};
  const MethodEntry* method = callee->is_undefined() && attribute != nullptr
                                  ? find_method(*object, attribute->origin.name)
                                  : nullptr;
  const Signature* signature = callee->is_callable() ? callee->callable().signature() : nullptr;
  if (method != nullptr) signature = &method->signature;
  Evaluated given;
  evaluate(node.arguments, given, signature == nullptr || signature->takes_undefined);
  if (failed_) return {};
  const bool has_caller = !caller.is_undefined();
  const bool takes_caller = callee->as<MacroValue>() != nullptr;
  if (takes_caller && has_caller) given.named.emplace_back("caller", std::move(caller));
  Value result = callee->is_undefined() ? call_method(*object, *attribute, method, node, given)
                                        : call_value(*callee, given, node);
  // A function would leave the body of a call tag out without a word.
  if (!has_caller || takes_caller || failed_) return result;
  return fail(msg::template_unknown_argument{.callee = call_name(node), .name = "caller"}, *source_,
              node.span);
}

Value Render::call_value(const Value& callee, const Evaluated& given, const CallExpr& node) {
  if (callee.is_callable()) {
    const EngineCall::Callee named{EngineCall::Callee::Kind::named, callee.callable().name()};
    if (const Signature* signature = callee.callable().signature()) {
      PlacingCall call(*this, node, named, *signature, given);
      return failed_ ? Value() : callee.callable().call(call);
    }
    EngineCall call(*this, node, named, given);
    return callee.callable().call(call);
  }
  if (const auto* state = callee.as<LoopState>(); state != nullptr && state->loop().recursive) {
    static const Signature kItems{.parameters = {"iterable"}, .required = 1};
    const PlacingCall call(*this, node, {EngineCall::Callee::Kind::named, "loop"}, kItems, given);
    if (failed_) return {};
    const Value& items = call.argument(0);
    const auto list = items_of(items);
    if (list) return call_loop(*state, *list);
    return type_error(node, std::string("“loop”"), msg::value_one_list{}, items);
  }
  return fail(msg::template_not_callable{.value = describe(callee)}, *source_, node.span);
}

Value Render::call_method(const Value& object, const Attribute& callee, const MethodEntry* method,
                          const CallExpr& node, const Evaluated& given) {
  const std::string_view name = callee.origin.name;
  if (!check_size(object, node)) return {};
  const auto* state = object.as<LoopState>();
  if (state != nullptr && (name == "cycle" || name == "changed")) {
    static const Signature kAny{.more_positional = true, .takes_undefined = true};
    PlacingCall call(*this, node, {EngineCall::Callee::Kind::named, name}, kAny, given);
    if (failed_) return {};
    return name == "cycle" ? state->cycle(call) : state->changed(call);
  }
  if (method != nullptr) {
    PlacingCall call(*this, node, {EngineCall::Callee::Kind::named, name}, method->signature,
                     given);
    return failed_ ? Value() : method->body(object, call);
  }
  if (would_change(object, name)) {
    return fail(msg::template_changes_value{.name = name, .value = describe(object)}, *source_,
                callee.origin.span);
  }
  if (object.is_mapping()) return fail_undefined(Value::undefined(&callee.origin), &callee);
  return fail(msg::template_no_method{.value = describe(object), .name = name}, *source_,
              callee.origin.span);
}

Value Render::eval_filter(const FilterExpr& node, const Value* input, Borrowed* borrowed) {
  Value own;
  Value& scratch = borrowed != nullptr ? borrowed->subject : own;
  const Value* subject = input;
  if (node.input != nullptr && input != nullptr) {
    // A chain after a block: the innermost filter gets the block's text.
    scratch = eval_filter(node_cast<FilterExpr>(*node.input), input);
    subject = &scratch;
  } else if (node.input != nullptr) {
    subject = &ref(*node.input, scratch);
  }
  if (failed_ || !check_size(*subject, node)) return {};
  const bool tolerant = node.entry->signature.takes_undefined;
  if (subject->is_undefined() && !tolerant) return fail_undefined(*subject, node.input);
  const FilterEntry& entry = *node.entry;
  const Arguments& arguments = node.arguments;
  if (arguments.inline_args && arguments.positional.empty()) {
    EngineCall call(*this, node, {EngineCall::Callee::Kind::filter, entry.name},
                    {kDefaultArgs.data(), entry.signature.parameters.size()}, borrowed);
    return entry.body(*subject, call);
  }
  if (arguments.inline_args) {
    std::array<Value, kInlineArgs> placed;
    if (!evaluate_inline(arguments.positional, placed, tolerant)) return {};
    const std::span<const Value> places(placed.data(), entry.signature.parameters.size());
    EngineCall call(*this, node, {EngineCall::Callee::Kind::filter, entry.name}, places, borrowed);
    return entry.body(*subject, call);
  }
  Evaluated given;
  evaluate(arguments, given, tolerant);
  if (failed_) return {};
  return apply_filter(entry, *subject, given, node);
}

bool Render::evaluate_inline(const std::vector<Expr*>& arguments, std::span<Value> places,
                             bool allow_undefined) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    places[i] = eval(*arguments[i]);
    if (places[i].is_undefined() && !allow_undefined) fail_undefined(places[i], arguments[i]);
    if (failed_) return false;
  }
  return true;
}

Value Render::apply_filter(const FilterEntry& entry, const Value& subject, const Evaluated& given,
                           const Expr& site) {
  if (subject.is_undefined() && !entry.signature.takes_undefined) {
    return fail_undefined(subject, &site);
  }
  ++usage().steps;
  if (!check_size(subject, site)) return {};
  PlacingCall call(*this, site, {EngineCall::Callee::Kind::filter, entry.name}, entry.signature,
                   given);
  if (failed_) return {};
  Value result = entry.body(subject, call);
  return failed_ ? Value() : result;
}

Value Render::eval_test(const TestExpr& node) {
  Value scratch;
  const Value& subject = ref(*node.input, scratch);
  if (failed_ || !check_size(subject, node)) return {};
  if (subject.is_undefined() && !node.entry->signature.takes_undefined) {
    return fail_undefined(subject, node.input);
  }
  const TestEntry& entry = *node.entry;
  if (node.arguments.inline_args) {
    std::array<Value, kInlineArgs> placed;
    if (!evaluate_inline(node.arguments.positional, placed, false)) return {};
    const std::span<const Value> places(placed.data(), entry.signature.parameters.size());
    EngineCall call(*this, node, {EngineCall::Callee::Kind::test, entry.name}, places);
    return Value(entry.body(subject, call));
  }
  Evaluated given;
  evaluate(node.arguments, given, false);
  if (failed_) return {};
  return Value(apply_test(entry, subject, given, node));
}

bool Render::apply_test(const TestEntry& entry, const Value& subject, const Evaluated& given,
                        const Expr& site) {
  ++usage().steps;
  PlacingCall call(*this, site, {EngineCall::Callee::Kind::test, entry.name}, entry.signature,
                   given);
  if (failed_ || !check_size(subject, site)) return false;
  if (subject.is_undefined() && !entry.signature.takes_undefined) {
    fail_undefined(subject, &site);
    return false;
  }
  return entry.body(subject, call);
}

Value Render::call_macro(const MacroValue& macro, Call& call, const Expr& site) {
  if (!deeper(call_depth_, program_.bounds.call_depth, msg::template_call_depth::code, site.span)) {
    return {};
  }
  const MacroFunction& function = macro.function();
  const Here back = here();
  const Source& source = *source_;
  trace_.push_back({Step::macro, source_, site.span, function.name});
  // {{ card(measure) }} prints what the macro printed, as it is: no need to hold it in between.
  const bool direct =
      std::exchange(direct_, nullptr) == &site && function.home->source.format == format_;
  std::optional<Buffer> buffer;
  if (!direct) buffer.emplace(*this);
  Frame& frame = enter(function.slot_count, &macro.frame(), *macro.frame().context);
  go_to(*function.home, frame);
  escapes_ = macro.escapes();
  enter_scope(function.scope);
  bind_parameters(function, call, frame, site, source);
  if (!failed_) exec(function.body);
  if (buffer) buffer->end();
  go(back);
  leave(frame);
  trace_.pop_back();
  --call_depth_;
  if (failed_) return {};
  printed_ = direct;
  if (direct) return {};
  const bool same = function.home->source.format == format_;
  std::string& text = buffer->text();
  return same ? captured(text, format_) : Value(text);
}

void Render::bind_parameters(const MacroFunction& function, Call& call, Frame& frame,
                             const Expr& site, const Source& source) {
  const auto positional = call.positional();
  const auto named = call.named();
  std::vector<bool> used(named.size(), false);
  const NamedPlaces places(named);
  boost::container::small_vector<const Parameter*, 8> missing;
  for (std::size_t i = 0; i < function.parameters.size(); ++i) {
    const Parameter& parameter = function.parameters[i];
    Value& into = frame.slots[parameter.slot];
    into = Value::undefined(&parameter.origin);
    if (i < positional.size()) {
      into = positional[i];
      continue;
    }
    if (const auto found = places.find(parameter.name)) {
      into = named[*found].second;
      used[*found] = true;
    } else if (parameter.default_value != nullptr) {
      missing.push_back(&parameter);
    }
  }
  bind_extras(function, call, frame, site, source, used);
  for (const Parameter* parameter : missing) {
    if (failed_) return;
    usage().steps += parameter->default_value->span.length >> 5U;
    frame.slots[parameter->slot] = eval(*parameter->default_value);
  }
}

void Render::bind_extras(const MacroFunction& function, Call& call, Frame& frame, const Expr& site,
                         const Source& source, std::vector<bool>& used) {
  const auto positional = call.positional();
  const std::size_t places = function.parameters.size();
  const auto callee = [&function] { return Argument(msg::callee_macro{.name = function.name}); };
  if (function.varargs_slot != SlotRef::kNone) {
    std::vector<Value> rest;
    for (std::size_t i = places; i < positional.size(); ++i) rest.push_back(positional[i]);
    frame.slots[function.varargs_slot] = Value(ListValue::tuple(std::move(rest)));
  } else if (positional.size() > places) {
    fail(msg::template_too_many_arguments{.callee = callee(), .limit = places}, source, site.span);
    return;
  }
  std::optional<Dict> others;
  if (function.kwargs_slot != SlotRef::kNone) others.emplace();
  if (function.caller_slot != SlotRef::kNone) {
    frame.slots[function.caller_slot] = Value::undefined(&function.caller_origin);
  }
  for (std::size_t k = 0; k < used.size(); ++k) {
    const auto& [name, value] = call.named()[k];
    if (used[k]) continue;
    if (name == "caller" && function.caller_slot != SlotRef::kNone) {
      frame.slots[function.caller_slot] = value;
    } else if (others) {
      others->set(name, value);
    } else {
      std::vector<std::string_view> names;
      for (const Parameter& parameter : function.parameters) names.push_back(parameter.name);
      fail(msg::template_unknown_argument{.callee = callee(), .name = name}, source, site.span,
           std::string(nearest(name, names)));
      return;
    }
  }
  if (others) frame.slots[function.kwargs_slot] = Value(std::move(*others));
}

}  // namespace huice::tmpl
