// SPDX-License-Identifier: Apache-2.0
// Where one template meets another: rendering from the start, include, import, extends, blocks.

#include "base/messages/template_run.h"
#include "template/run/render.h"
#include "template/run/stack.h"

namespace huice::tmpl {
namespace {

// A page takes in markup of its own kind as it is; other formats' text is escaped for the page.
bool is_part_of(Format part, Format whole) {
  return part == whole || (part == Format::html && whole == Format::markdown);
}

}  // namespace

// Values of one rendering are made and counted in one thread; a filter may render within it.
bool Render::run(const Template& start, const Mapping& base, std::string& out) {
  const std::int64_t most_bytes = usage().most_bytes;
  const std::uint64_t most_steps = usage().most_steps;
  usage().most_bytes = usage().bytes + static_cast<std::int64_t>(program_.bounds.value_bytes);
  usage().most_steps = usage().steps + program_.bounds.loop_steps;
  const bool good = render(start, base, out);
  usage().most_bytes = most_bytes;
  usage().most_steps = most_steps;
  return good;
}

bool Render::render(const Template& start, const Mapping& base, std::string& out) {
  const std::size_t before = out.size();
  room_ = before + program_.bounds.output_bytes;
  stack_floor_ = stack_floor();
  // A little more than last time: pages of one template are much alike.
  const std::size_t guess = start.last_size.load(std::memory_order_relaxed);
  out.reserve(before + guess + guess / 8);
  out_ = &out;
  source_ = &start.source;
  Context& context = new_context();
  context.base = &base;
  run_root(start, context);
  if (line_end_ && !failed_) out += '\n';
  release(context);
  if (usage().exceeded()) fail_bound({});
  if (failed_) out.resize(before);
  start.last_size.store(out.size() - before, std::memory_order_relaxed);
  return !failed_;
}

void Render::add_blocks(Context& context, const Template& from) {
  if (from.blocks.empty()) return;
  if (context.blocks == nullptr) context.blocks = std::make_shared<BlockTable>();
  for (const Block* block : from.blocks) {
    context.blocks->blocks[block->symbol].push_back(block);
    context.blocks->symbols.emplace(block->function.name, block->symbol);
  }
}

// A template, then what it extends, with the same context: names it set stay known there.
void Render::run_root(const Template& root, Context& context) {
  const Here back = here();
  const std::size_t traced = trace_.size();
  const bool included = std::exchange(included_, false);
  add_blocks(context, root);
  std::uint32_t parents = 0;
  for (const Template* next = &root; next != nullptr && !failed_;) {
    Frame& frame = enter(next->root.slot_count, nullptr, context);
    go_to(*next, frame);
    enter_scope(next->root.scope);
    exec(next->root.body);
    line_end_ = next->line_end;
    if (included && frame.parent == nullptr && next->open_end) fail_found(*next->open_end);
    next = frame.parent;
    leave(frame);
    if (next != nullptr && ++parents > program_.bounds.include_depth) {
      fail(msg::template_include_depth{.limit = program_.bounds.include_depth}, *source_, {});
    }
  }
  trace_.resize(traced);
  go(back);
}

const Template* Render::find_template(const Expr& site, const Value& name) {
  if (!name.is_string()) {
    type_error(site, msg::callee_template_name{}, msg::value_text{}, name);
    return nullptr;
  }
  const Template* found = program_.find(name.text(), problems_);
  if (found == nullptr) return nullptr;
  if (!found->valid) {
    fail(msg::template_broken{.name = found->source.name}, *source_, site.span);
    return nullptr;
  }
  return found;
}

const Template* Render::find_listed(const Include& node, const Value& names) {
  if (!names.is_list()) return find_template(*node.name, names);
  const Sequence& list = names.list();
  for (std::size_t i = 0; i < list.size() && !failed_; ++i) {
    if (const Template* found = find_template(*node.name, list.at(i))) return found;
  }
  return nullptr;
}

void Render::exec_include(const Include& node) {
  Value scratch;
  const Value& names = defined(*node.name, scratch);
  if (failed_) return;
  const Template* found = find_listed(node, names);
  if (found != nullptr) return include_one(node, *found);
  if (node.ignore_missing || failed_) return;
  std::string text;
  const std::size_t count = names.is_list() ? names.list().size() : 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) text += "” or “";
    append_text(text, names.list().at(i));
  }
  if (count == 0) append_text(text, names);
  fail(msg::template_missing{.name = text}, *source_, node.name->span);
}

// The context's names are also those of the frame that runs now, which waits until give_up().
void Render::see_through(Context& context, const VisibleNames& visible) {
  context.outer = frame_->context;
  context.visible = &visible;
  context.frame = frame_;
  retain(*context.outer);
}

// Ends what new_context() and see_through() began. Where a macro or module keeps the context, it
// keeps the names as they are: the frame goes on to other values, or to another function.
void Render::give_up(Context& context) {
  if (context.owners > 1 && context.visible != nullptr) {
    for (const VisibleNames* at = context.visible; at != nullptr; at = at->outer.get()) {
      usage().work_on_making(at->own.size());
      for (const VisibleName& name : at->own) {
        const Value* held = value_of(context.visible->find(name.symbol), *context.frame);
        const bool has = held == nullptr || context.vars.find(name.symbol) != nullptr;
        if (!has) context.vars.set(name.symbol, *held, false);
      }
    }
  }
  context.visible = nullptr;
  context.frame = nullptr;
  release(context);
}

void Render::include_one(const Include& node, const Template& found) {
  if (!deeper(include_depth_, program_.bounds.include_depth, msg::template_include_depth::code,
              node.span)) {
    return;
  }
  usage().steps += 3;  // beside the one of each call: a context and a frame are made
  Context& context = new_context();
  if (node.with_context) see_through(context, *node.visible);
  trace_.push_back({Step::include, source_, node.span, {}});
  const Format theirs = found.source.format;
  const bool markup = is_part_of(theirs, format_);
  const std::size_t start = out_->size();
  if (markup || !escapes_) {
    included_ = markup;
    run_root(found, context);
    protect_fragment(start, node.escape_context);
  } else {
    Buffer buffer(*this);
    run_root(found, context);
    buffer.end();
    if (!failed_) print_in_context(buffer.text(), false, *node.name, node.escape_context);
  }
  give_up(context);
  trace_.pop_back();
  --include_depth_;
}

Value Render::import_module(const Expr& name_expr, bool with_context, const VisibleNames& visible,
                            Span span) {
  Value scratch;
  const Value& name = defined(name_expr, scratch);
  if (failed_) return {};
  const Template* found = find_template(name_expr, name);
  if (found == nullptr) {
    std::string text;
    append_text(text, name);
    return fail(msg::template_missing{.name = text}, *source_, name_expr.span);
  }
  if (!with_context && modules_.contains(found)) return modules_[found];
  if (!deeper(include_depth_, program_.bounds.include_depth, msg::template_include_depth::code,
              span)) {
    return {};
  }
  Context& context = new_context();
  if (with_context) see_through(context, visible);
  trace_.push_back({Step::import, source_, span, {}});
  capture([&] { run_root(*found, context); });
  trace_.pop_back();
  --include_depth_;
  Value module(ModuleValue({*this, context}, found->source.name));
  give_up(context);
  if (failed_) return {};
  if (!with_context) modules_[found] = module;
  return module;
}

void Render::exec_import(const Import& node) {
  const Value module = import_module(*node.name, node.with_context, *node.visible, node.span);
  if (failed_) return;
  assign(node.target, module);
  if (node.toplevel) export_names(node.target, false);
}

void Render::exec_from_import(const FromImport& node) {
  const Value module = import_module(*node.name, node.with_context, *node.visible, node.span);
  if (failed_) return;
  for (const auto& [origin, target] : node.names) {
    Value found = module.mapping().get(origin.name);
    if (found.is_undefined()) found = not_exported(origin, *module.as<ModuleValue>());
    assign(target, found);
    if (node.toplevel) export_names(target, false);
  }
}

void Render::exec_extends(const Extends& node) {
  if (frame_->parent != nullptr) {
    fail(msg::template_extends_twice{}, *source_, node.span);
    return;
  }
  Value scratch;
  const Value& name = defined(*node.name, scratch);
  if (failed_) return;
  const Template* found = find_template(*node.name, name);
  if (found == nullptr) {
    std::string text;
    append_text(text, name);
    fail(msg::template_missing{.name = text}, *source_, node.name->span);
    return;
  }
  // The parent's text comes out as the child's.
  const Format theirs = found->source.format;
  if (format_ != Format::text && !is_part_of(theirs, format_)) {
    fail(msg::template_other_format{.base = found->source.name,
                                    .base_format = markup::name_of(theirs),
                                    .format = markup::name_of(format_)},
         *source_, node.name->span);
    return;
  }
  frame_->parent = found;
  trace_.push_back({Step::extends, source_, node.span, {}});
  add_blocks(*frame_->context, *found);
}

void Render::exec_block(const Block& node) {
  Context* context = frame_->context;
  const auto& table = context->blocks->blocks;
  const auto blocks = table.find(node.symbol);
  const Block& chosen = blocks == table.end() ? node : *blocks->second.front();
  if (node.required && &chosen == &node) {
    fail(msg::template_required_block{.name = node.function.name}, *source_, node.span);
    return;
  }
  if (node.scoped) {
    Context& derived = new_context();
    derived.blocks = context->blocks;
    see_through(derived, *node.visible);
    context = &derived;
  }
  trace_.push_back({Step::block, source_, node.span, node.function.name});
  const std::size_t start = out_->size();
  run_block(*context, node.symbol, 0);
  protect_fragment(start, node.escape_context);
  if (node.scoped) give_up(*context);
  trace_.pop_back();
}

void Render::run_block(Context& context, Symbol symbol, std::size_t level) {
  const std::vector<const Block*>& all = context.blocks->blocks.at(symbol);
  const Block& block = *all[level];
  if (!deeper(call_depth_, program_.bounds.call_depth, msg::template_call_depth::code,
              block.span)) {
    return;
  }
  const Here back = here();
  Frame& frame = enter(block.function.slot_count, nullptr, context);
  go_to(*block.function.home, frame);
  enter_scope(block.function.scope);
  if (block.super_slot != SlotRef::kNone && level + 1 < all.size()) {
    frame.slots[block.super_slot] = Value(BlockValue({*this, context}, symbol, level + 1));
  } else if (block.super_slot != SlotRef::kNone) {
    frame.slots[block.super_slot] = Value();
  }
  exec(block.function.body);
  go(back);
  leave(frame);
  --call_depth_;
}

Value Render::call_block_value(Context& context, Symbol symbol, std::size_t level) {
  Buffer buffer(*this);
  run_block(context, symbol, level);
  buffer.end();
  return failed_ ? Value() : captured(buffer.text(), format_);
}

}  // namespace huice::tmpl
