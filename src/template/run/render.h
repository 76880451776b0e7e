// SPDX-License-Identifier: Apache-2.0
#pragma once

// One rendering: walks a template's tree and appends to one buffer. The first problem sets failed()
// and everything returns as fast as it can; no exceptions.

#include "base/diagnostic.h"
#include "template/library/registry.h"
#include "template/options.h"
#include "template/run/runtime.h"
#include "template/values/operations.h"

#include <boost/container/small_vector.hpp>

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace huice::tmpl {

/// The parts of an environment that a Render needs.
struct Program {
  const Registry& registry;
  Symbols& symbols;
  const Bounds& bounds;
  std::function<const Template*(std::string_view name, Diagnostics& problems)> find;
};

struct Evaluated;    // engine_call.h
struct MethodEntry;  // library/methods.h
/// A few values without a heap allocation; more with one.
using ValueBuffer = boost::container::small_vector<Value, 4>;

class Render {
 public:
  Render(const Program& program, Diagnostics& problems) : program_(program), problems_(problems) {}
  ~Render();
  Render(const Render&) = delete;
  Render& operator=(const Render&) = delete;

  bool run(const Template& start, const Mapping& base, std::string& out);

  // For the objects in runtime.h and for calls.
  bool failed() const { return failed_; }
  Value fail(Message message, const Source& source, Span span, std::string suggestion = {});
  Value fail_undefined(const Value& value, const Expr* expr);
  /// Reports that the bounds of memory or work are exceeded at this place.
  Value fail_bound(Span span);
  Value call_macro(const MacroValue& macro, Call& call, const Expr& site);
  Value call_loop(const LoopState& state, const Value& items);
  Value call_block_value(Context& context, Symbol symbol, std::size_t level);
  Value apply_filter(const FilterEntry& entry, const Value& subject, const Evaluated& given,
                     const Expr& site);
  bool apply_test(const TestEntry& entry, const Value& subject, const Evaluated& given,
                  const Expr& site);
  static void retain(Frame& frame) { ++frame.owners; }
  void release(Frame& frame) {
    if (!closing_ && --frame.owners == 0) end(&frame, nullptr);
  }
  static void retain(Context& context) { ++context.owners; }
  void release(Context& context) {
    if (!closing_ && --context.owners == 0) end(nullptr, &context);
  }
  bool closing() const { return closing_; }
  const Program& program() const { return program_; }
  Format format() const { return format_; }
  bool escapes() const { return escapes_; }
  const Source& source() const { return *source_; }
  /// The text of a macro, block or set body as a value that need not be escaped again.
  Value captured(std::string_view text, Format format) const;

 private:
  enum class Flow : std::uint8_t { normal, stop, next };
  enum class Step : std::uint8_t { include, import, extends, macro, block };
  struct TraceStep {
    Step step = Step::include;
    const Source* source = nullptr;
    Span span;
    std::string_view name;
  };
  /// Which template's code runs; restored when a call into another one returns.
  struct Here {
    const Source* source;
    Format format;
    bool escapes;
    Frame* frame;
  };

  /// Collects what is printed while it lives; what the outer ones hold counts as well.
  class Buffer {
   public:
    explicit Buffer(Render& render);
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;
    ~Buffer() { end(); }
    /// Stops capturing: output goes to the enclosing buffer again. text() then returns the captured
    /// text.
    void end();
    std::string& text() { return text_; }

   private:
    Render& render_;
    std::string text_;
    std::string* outer_;
    std::size_t room_;
  };

  // render_bounds.cpp
  /// Whether an operation may look at a text or list as large as this, and another one at all.
  bool check_size(const Value& subject, const Expr& site) {
    const std::size_t size = subject.is_string() ? subject.text().size() : 0;
    usage().work_on_characters(size);
    if (size > kLargestPrinted || usage().exceeded()) refuse(size, site);
    return !failed_;
  }
  void refuse(std::size_t size, const Expr& site);
  bool count_step(Span span);
  bool deeper(std::uint32_t& depth, std::uint32_t bound, Code code, Span span);
  void fail_output(Span span);

  // render_expression.cpp
  Value eval(const Expr& expr);
  const Value& ref(const Expr& expr, Value& scratch);
  const Value& defined(const Expr& expr, Value& scratch) {
    const Value& value = ref(expr, scratch);
    if (value.is_undefined()) fail_undefined(value, &expr);
    return value;
  }
  Value eval_name(const Name& name);
  Value look_up(const Name& name, Frame& frame);
  Value resolve(const Context& context, Symbol symbol);
  static const Value* value_of(const SlotRef& place, Frame& frame);
  Value eval_attribute(const Attribute& node);
  const Value& ref_attribute(const Attribute& node, Value& scratch);
  static Value attribute_of(const Value& object, const Origin& origin);
  Value eval_subscript(const Subscript& node);
  Value eval_slice(const Subscript& node, const Value& object, const Slice& range);
  Value eval_list(const ListExpr& node);
  Value eval_dict(const DictExpr& node);
  Value eval_conditional(const Conditional& node);
  // render_operator.cpp
  Value eval_binary(const Binary& node);
  Value fill_in(const Binary& node, const Value& pattern, const Value& values);
  Value eval_unary(const Unary& node);
  Value eval_compare(const Compare& node);
  bool compare(CompareOp op, const Value& left, const Value& right, const Expr& site);
  Value eval_logic(const Logic& node);
  Value eval_concat(const Concat& node);
  bool condition(const Expr& expr);
  bool append_plain(std::string& out, const Value& value, const Expr& site);
  // render_call.cpp
  Value eval_call(const CallExpr& node, Value caller = {});
  Value call_value(const Value& callee, const Evaluated& given, const CallExpr& node);
  std::string call_name(const CallExpr& node) const;
  Value call_method(const Value& object, const Attribute& callee, const MethodEntry* method,
                    const CallExpr& node, const Evaluated& given);
  /// With a borrowed, the result may be a part of it, or of what a variable or the model holds.
  Value eval_filter(const FilterExpr& node, const Value* input, Borrowed* borrowed = nullptr);
  Value eval_test(const TestExpr& node);
  void evaluate(const Arguments& arguments, Evaluated& out, bool allow_undefined);
  bool evaluate_inline(const std::vector<Expr*>& arguments, std::span<Value> places,
                       bool allow_undefined);
  void evaluate_splats(const Arguments& arguments, Evaluated& out, bool allow_undefined);
  void evaluate_named_splat(const Expr& splat, Evaluated& out, bool allow_undefined);
  void bind_parameters(const MacroFunction& function, Call& call, Frame& frame, const Expr& site,
                       const Source& source);
  void bind_extras(const MacroFunction& function, Call& call, Frame& frame, const Expr& site,
                   const Source& source, std::vector<bool>& used);
  // render_statement.cpp
  Flow exec(const Body& body);
  Flow exec(const Statement& statement, bool silent);
  void exec_output(const Output& node);
  void print(const Value& value, const Expr& site,
             EscapeContext escape_context = EscapeContext::none);
  void print_filtered(const FilterExpr& node, EscapeContext escape_context);
  void print_text(std::string_view text, const Expr& site);
  // render_escape.cpp
  void print_in_context(std::string_view text, bool safe, const Expr& site,
                        EscapeContext escape_context);
  void print_safe(std::string_view text, const Expr& site);
  void print_cell(std::string_view text, const Expr& site, bool safe);
  void print_plain(const Value& value, const Expr& site, EscapeContext escape_context);
  void protect_fragment(std::size_t start, EscapeContext escape_context);
  void check_printed(EscapeContext escape_context, const Expr& site, std::size_t start);
  void check_heading(const Expr& site, std::size_t start);
  void check_attributes(const Expr& site, std::size_t start);
  void check_address(const TextStatement& node);
  bool legal(std::string_view text, const Expr& site);
  void fail_found(Diagnostic found);
  Flow exec_condition(const Condition& node);
  void exec_set(const Set& node);
  Flow exec_set_block(const SetBlock& node);
  void exec_macro(const Macro& node);
  void exec_call_block(const CallBlock& node);
  Flow exec_filter_block(const FilterBlock& node);
  Flow exec_with(const With& node);
  Flow exec_autoescape(const Autoescape& node);
  void assign(const Target& target, const Value& value);
  void unpack(const Target& target, const Value& value);
  void assign_attribute(const Target& target, const Value& value);
  void keep_namespace(const Value& space);
  void export_names(const Target& target, bool exported);
  void enter_scope(const ScopeStart& scope);
  std::string capture(const std::function<void()>& work);
  // render_loop.cpp
  Flow exec_loop(const Loop& node);
  bool run_loop(const Loop& node, const Value& all, std::size_t depth, Frame* around);
  Value filter_items(const Loop& node, const Value& items);
  void run_recursive(const Loop& node, const Value& items, std::size_t depth, Frame& around);
  // render_template.cpp
  void exec_include(const Include& node);
  void include_one(const Include& node, const Template& found);
  const Template* find_listed(const Include& node, const Value& names);
  const Template* find_template(const Expr& site, const Value& name);
  void exec_import(const Import& node);
  void exec_from_import(const FromImport& node);
  Value import_module(const Expr& name, bool with_context, const VisibleNames& visible, Span span);
  void exec_extends(const Extends& node);
  void exec_block(const Block& node);
  void run_block(Context& context, Symbol symbol, std::size_t level);
  bool render(const Template& start, const Mapping& base, std::string& out);
  void run_root(const Template& root, Context& context);
  void see_through(Context& context, const VisibleNames& visible);
  void give_up(Context& context);
  static void add_blocks(Context& context, const Template& from);
  // render_frame.cpp
  Frame& enter(std::uint32_t slots, Frame* outer, Context& context);
  void leave(Frame& frame);
  /// A context with one owner, the caller.
  Context& new_context();
  void end(Frame* frame, Context* context);
  Frame& frame_at(std::uint32_t depth) const {
    Frame* frame = frame_;
    for (; depth > 0; --depth) frame = frame->outer;
    return *frame;
  }
  Value& slot(const SlotRef& ref) const { return frame_at(ref.depth).slots[ref.slot]; }
  Here here() const { return {source_, format_, escapes_, frame_}; }
  void go(const Here& to);
  void go_to(const Template& home, Frame& frame);
  // render_error.cpp
  std::vector<Trace> traces() const;
  Message what_is_undefined(const Origin& origin) const;
  std::string nearest_name(std::string_view name) const;
  void add_nearest_key(Diagnostic& diagnostic, const Expr* expr, const Origin& origin);
  void add_record(Diagnostic& diagnostic, const Expr* expr, std::string_view attribute);
  Value not_exported(const Origin& wanted, const ModuleValue& module);
  void fail_none(const Value& value, Printing result, const Expr& site);
  void fail_character(char32_t character, const Expr& site);
  Value type_error(const Expr& site, const Argument& callee, const Argument& wanted,
                   const Value& given);
  friend class EngineCall;
  friend class ModuleValue;

  const Program& program_;
  Diagnostics& problems_;
  std::string* out_ = nullptr;
  std::size_t room_ = 0;  ///< how large out_ may become
  const Source* source_ = nullptr;
  Frame* frame_ = nullptr;
  Format format_ = Format::text;
  bool escapes_ = false;
  bool failed_ = false;
  bool closing_ = false;
  const Expr* direct_ =
      nullptr;             ///< the call whose text, if it is a macro's, may go straight to out_
  bool printed_ = false;   ///< and it has gone there
  bool line_end_ = false;  ///< whether the template that ran last has a newline of its own
  bool included_ = false;  ///< set by an include: the template's text becomes a part of another's
  std::uintptr_t stack_floor_ = 0;
  std::uint32_t call_depth_ = 0;
  std::uint32_t include_depth_ = 0;
  std::vector<TraceStep> trace_;
  std::deque<Frame> frames_;
  std::vector<Frame*> free_frames_;
  std::deque<Context> contexts_;
  std::vector<Context*> free_contexts_;
  std::vector<Frame*> ended_frames_;  ///< without owners, still holding what they held
  std::vector<Context*> ended_contexts_;
  bool ending_ = false;
  std::vector<Value> namespaces_;  ///< changed ones, to break cycles at the end
  std::size_t many_namespaces_ = 64;
  Charge charge_;  ///< for frames and contexts
  std::unordered_map<const Template*, Value> modules_;
  struct NotExported {
    std::string from;        ///< the template
    std::string suggestion;  ///< the nearest of its names
  };
  std::unordered_map<const Origin*, NotExported> not_exported_;
};

}  // namespace huice::tmpl
