// SPDX-License-Identifier: Apache-2.0
// Turning what went wrong into one diagnostic: the place, the nearest spelling, the record the data
// came from, and the way from the page to here.

#include "base/ascii.h"
#include "base/messages/template_run.h"
#include "base/spelling.h"
#include "template/run/render.h"

#include <algorithm>

namespace huice::tmpl {
namespace {

std::string capital_u(char32_t c) {
  std::string out;
  ascii::append_hex(out, c, 4, ascii::kUpperHex);
  return out;
}

// The first undefined value in a list or in lists there; as deep as people write them.
Value undefined_in(const Value& value, int depth) {
  constexpr int kDeepest = 5;
  for (std::size_t i = 0; value.is_list() && depth < kDeepest && i < value.list().size(); ++i) {
    const Value item = value.list().at(i);
    Value found = item.is_undefined() ? item : undefined_in(item, depth + 1);
    if (found.origin() != nullptr) return found;
  }
  return value.is_undefined() ? value : Value();
}

}  // namespace

std::vector<Trace> Render::traces() const {
  constexpr std::size_t kShown = 12;
  const std::size_t shown = std::min(trace_.size(), kShown);
  std::vector<Trace> out;
  for (std::size_t i = 1; i <= shown; ++i) {
    const auto& step = trace_[trace_.size() - i];
    const std::string name(step.name);
    Argument text = std::string();
    switch (step.step) {
      case Step::include:
        text = msg::included_at{};
        break;
      case Step::import:
        text = msg::imported_at{};
        break;
      case Step::extends:
        text = msg::extended_at{};
        break;
      case Step::macro:
        text = msg::in_macro{.name = name};
        break;
      case Step::block:
        text = msg::in_block{.name = name};
        break;
    }
    out.push_back({std::move(text), step.source->at(step.span)});
  }
  return out;
}

Value Render::fail(Message message, const Source& source, Span span, std::string suggestion) {
  if (failed_) return {};
  if (usage().exceeded()) return fail_bound(&source == source_ ? span : Span{});
  failed_ = true;
  Diagnostic found = problem(std::move(message), source.at(span));
  found.suggestion = std::move(suggestion);
  found.traces = traces();
  problems_.add(std::move(found));
  return {};
}

std::string Render::nearest_name(std::string_view name) const {
  std::vector<std::string> owned;
  for (const Context* context = frame_->context; context != nullptr; context = context->outer) {
    for (const Variable& variable : context->vars) {
      owned.emplace_back(program_.symbols.name(variable.symbol));
    }
    for (const VisibleNames* at = context->visible; at != nullptr; at = at->outer.get()) {
      for (const VisibleName& visible : at->own) {
        owned.emplace_back(program_.symbols.name(visible.symbol));
      }
    }
    if (context->base != nullptr) {
      for (std::string& key : context->base->keys()) owned.push_back(std::move(key));
    }
  }
  for (const auto& global : program_.registry.globals()) owned.push_back(global.first);
  const std::vector<std::string_view> names(owned.begin(), owned.end());
  return std::string(nearest(name, names));
}

// Looks once more at what an attribute was looked up in: whose keys may hold the right spelling,
// and which record of the data it is.
void Render::add_record(Diagnostic& diagnostic, const Expr* expr, std::string_view attribute) {
  const auto* node = node_if<Attribute>(expr);
  if (node == nullptr) return;
  const Value object = eval(*node->object);
  if (!object.is_mapping()) return;
  const std::vector<std::string> keys = object.mapping().keys();
  const std::vector<std::string_view> names(keys.begin(), keys.end());
  if (!attribute.empty()) diagnostic.suggestion = nearest(attribute, names);
  if (const auto place = object.mapping().place()) {
    diagnostic.traces.insert(diagnostic.traces.begin(), {msg::record_at{}, *place});
  }
}

// x['titel'] where x has a “title”.
void Render::add_nearest_key(Diagnostic& diagnostic, const Expr* expr, const Origin& origin) {
  const auto* node = node_if<Subscript>(expr);
  if (node == nullptr || &node->origin != &origin || node_if<Slice>(node->index) != nullptr) return;
  const Value object = eval(*node->object);
  const Value index = eval(*node->index);
  if (!object.is_mapping() || !index.is_string()) return;
  const std::vector<std::string> keys = object.mapping().keys();
  const std::vector<std::string_view> names(keys.begin(), keys.end());
  diagnostic.suggestion = nearest(index.text(), names);
}

Message Render::what_is_undefined(const Origin& origin) const {
  const auto object = [&] { return "“" + std::string(origin.source->slice(origin.object)) + "”"; };
  switch (origin.reason) {
    case Origin::Reason::name:
    case Origin::Reason::unset:
      if (origin.name != "super" || trace_.empty()) break;
      return msg::template_no_super{.name = trace_.back().name};
    case Origin::Reason::attribute:
      return msg::template_undefined_attribute{.name = origin.name, .value = object()};
    case Origin::Reason::mapped:
      return msg::template_undefined_attribute{
          .name = origin.name,
          .value = msg::what_item_of{.name = origin.source->slice(origin.object)}};
    case Origin::Reason::item:
      return msg::template_undefined_item{.key = origin.name, .value = object()};
    case Origin::Reason::imported:
      return msg::template_not_exported{.template_name = not_exported_.at(&origin).from,
                                        .name = origin.name};
    case Origin::Reason::parameter:
      return msg::template_undefined_value{.what = msg::what_parameter{.name = origin.name}};
    case Origin::Reason::condition:
      return msg::template_undefined_value{.what = msg::what_no_else{}};
    case Origin::Reason::neighbour:
      return msg::template_undefined_value{.what = msg::what_no_neighbour{}};
  }
  return msg::template_undefined_name{.name = origin.name};
}

Value Render::fail_undefined(const Value& value, const Expr* expr) {
  if (failed_) return {};
  if (usage().exceeded()) return fail_bound(expr != nullptr ? expr->span : Span{});
  const Origin* origin = value.origin();
  if (origin == nullptr || origin->source == nullptr) {
    const Span span = expr != nullptr ? expr->span : Span{};
    return fail(
        msg::template_undefined_value{.what = "“" + std::string(source_->slice(span)) + "”"},
        *source_, span);
  }
  const std::string name(origin->name);
  Diagnostic found = problem(what_is_undefined(*origin), origin->source->at(origin->span));
  found.traces = traces();
  if (found.code == msg::template_undefined_name::code) found.suggestion = nearest_name(name);
  if (origin->reason == Origin::Reason::attribute) add_record(found, expr, name);
  if (origin->reason == Origin::Reason::imported) {
    found.suggestion = not_exported_.at(origin).suggestion;
  }
  if (origin->reason == Origin::Reason::item) add_nearest_key(found, expr, *origin);
  if (failed_) return {};
  failed_ = true;
  problems_.add(std::move(found));
  return {};
}

Value Render::type_error(const Expr& site, const Argument& callee, const Argument& wanted,
                         const Value& given) {
  return fail(
      msg::template_wrong_type{.callee = callee, .wanted = wanted, .found = describe(given)},
      *source_, site.span);
}

void Render::fail_none(const Value& value, Printing result, const Expr& site) {
  if (result == Printing::undefined) {
    fail_undefined(undefined_in(value, 0), &site);
    return;
  }
  if (result == Printing::too_large) {
    fail(msg::template_output_bound{.limit = kLargestPrinted}, *source_, site.span);
    return;
  }
  if (result == Printing::too_deep) {
    fail(msg::template_value_depth{.limit = kDeepestPrinted}, *source_, site.span);
    return;
  }
  if (value.is_callable()) {
    fail(msg::template_prints_function{.value = describe(value)}, *source_, site.span);
    return;
  }
  const Code code = result == Printing::none ? msg::template_prints_none::code
                                             : msg::template_prints_record::code;
  Diagnostic found = problem(Message::of(code), source_->at(site.span));
  found.traces = traces();
  if (result == Printing::none) add_record(found, &site, {});
  if (value.is_mapping() && value.mapping().place()) {
    found.traces.insert(found.traces.begin(), {msg::record_at{}, *value.mapping().place()});
  }
  if (failed_) return;
  failed_ = true;
  problems_.add(std::move(found));
}

// Nothing is wrong until the name is used.
Value Render::not_exported(const Origin& wanted, const ModuleValue& module) {
  if (!not_exported_.contains(&wanted)) {
    const std::vector<std::string> exported = module.keys();
    const std::vector<std::string_view> names(exported.begin(), exported.end());
    not_exported_[&wanted] = {std::string(module.name()), std::string(nearest(wanted.name, names))};
  }
  return Value::undefined(&wanted);
}

void Render::fail_character(char32_t character, const Expr& site) {
  fail(msg::template_illegal_character{.code_point = capital_u(character),
                                       .format = markup::name_of(format_)},
       *source_, site.span);
}

}  // namespace huice::tmpl
