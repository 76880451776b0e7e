// SPDX-License-Identifier: Apache-2.0
#pragma once

// The state of one rendering: frames of variables, contexts that names fall back to, and the
// objects only the engine makes (macros, loops, namespaces). All of it belongs to one Render and
// one thread.

#include "template/run/variables.h"
#include "template/syntax/template.h"
#include "template/values/builders.h"

#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace huice::tmpl {

class Render;
struct Frame;

/// The blocks of a template and of those it extends.
struct BlockTable {
  std::unordered_map<Symbol, std::vector<const Block*>> blocks;  ///< the one to print first
  std::unordered_map<std::string_view, Symbol> symbols;          ///< of their names
};

/// Where a name is looked up that no scope of its template sets. Whoever keeps a pointer to one
/// owns it (Render::retain), and it owns the context around it.
struct Context {
  Variables vars;
  const Mapping* base = nullptr;          ///< what render() was given
  Context* outer = nullptr;               ///< the including template's
  const VisibleNames* visible = nullptr;  ///< the including template's variables …
  Frame* frame = nullptr;  ///< … and the frame that holds them; both only while it waits
  std::shared_ptr<BlockTable> blocks;  ///< shared with what is derived from this
  std::uint32_t owners = 0;
};

/// The variables of one running function. Shared with the macros that were defined in it and with
/// the loops that may run in it again.
struct Frame {
  std::vector<Value> slots;
  Frame* outer = nullptr;
  Context* context = nullptr;
  const Template* parent = nullptr;  ///< what the template extends, once that is known
  std::uint32_t owners = 0;
  std::uint32_t charged = 0;  ///< the most slots it ever had
};

/// An unset slot: its name is still to be looked up.
inline constexpr Origin kUnset{nullptr, {}, Origin::Reason::unset, {}, {}};
inline bool is_unset(const Value& value) {
  return value.is_undefined() && value.origin() == &kUnset;
}

/// `'a' if x` where x is false: Jinja, strict in all else, prints this as nothing.
inline bool is_empty_choice(const Value& value) {
  return value.is_undefined() && value.origin() != nullptr &&
         value.origin()->reason == Origin::Reason::condition;
}

/// A macro or a call tag's body, together with the variables around it.
class MacroValue final : public Callable {
 public:
  MacroValue(Render& render, const MacroFunction& function, Frame& frame, bool escapes);
  MacroValue(const MacroValue& other) = delete;
  ~MacroValue() override;
  Value call(Call& call) const override;
  std::string_view name() const override { return function_->name; }
  /// The attributes of Jinja's macros: name, arguments, catch_varargs, catch_kwargs, caller.
  Value part(std::string_view key) const;

  const MacroFunction& function() const { return *function_; }
  Frame& frame() const { return *frame_; }
  bool escapes() const { return escapes_; }

 private:
  Render* render_;
  const MacroFunction* function_;
  Frame* frame_;
  bool escapes_;
};

/// The special variable `loop`.
class LoopState final : public Mapping {
 public:
  LoopState(Render& render, const Loop& loop, Value items, std::size_t depth, Frame* frame);
  LoopState(const LoopState& other) = delete;
  ~LoopState() override;

  void go_to(std::size_t index) const { index_ = index; }
  Value get(std::string_view key) const override;
  const Value& find(std::string_view key, Hint& hint, Value& made) const override;
  std::vector<std::string> keys() const override;
  Value cycle(Call& call) const;
  Value changed(Call& call) const;

  const Loop& loop() const { return *loop_; }
  std::size_t depth() const { return depth_; }
  Frame* frame() const { return frame_; }

 private:
  Value part(std::size_t place) const;

  Render* render_;
  const Loop* loop_;
  Value items_;
  mutable std::size_t index_ = 0;
  std::size_t depth_;
  Frame* frame_;  ///< around a recursive loop, owned; else null
  mutable Value changed_;
};

/// A share in a context.
class ContextOwner {
 public:
  ContextOwner(Render& render, Context& context);
  ContextOwner(const ContextOwner& other);
  ContextOwner& operator=(const ContextOwner& other) = delete;
  ~ContextOwner();

  Render& render() const { return *render_; }
  Context& operator*() const { return *context_; }
  Context* operator->() const { return context_; }

 private:
  Render* render_;
  Context* context_;
};

/// `super()`, `super.super()` and `self.name()`: a block, printed into a value.
class BlockValue final : public Callable {
 public:
  BlockValue(const ContextOwner& context, Symbol symbol, std::size_t level)
      : context_(context), symbol_(symbol), level_(level) {}
  const Signature* signature() const override;
  Value call(Call& call) const override;
  std::string_view name() const override;
  /// The same block one template further up; undefined where there is none.
  Value above() const;

 private:
  ContextOwner context_;
  Symbol symbol_;
  std::size_t level_;
};

/// `self`: every block by its name.
class SelfValue final : public Mapping {
 public:
  explicit SelfValue(const ContextOwner& context) : context_(context) {}
  Value get(std::string_view key) const override;
  std::vector<std::string> keys() const override;

 private:
  ContextOwner context_;
};

/// The result of `import`: the names a template sets at its top level.
class ModuleValue final : public Mapping {
 public:
  ModuleValue(const ContextOwner& context, std::string_view name)
      : context_(context), name_(name) {}
  Value get(std::string_view key) const override;
  const Value& find(std::string_view key, Hint& hint, Value& made) const override;
  std::vector<std::string> keys() const override;
  /// Of the template.
  std::string_view name() const { return name_; }

 private:
  ContextOwner context_;
  std::string_view name_;
  mutable std::unordered_map<std::string_view, std::size_t> places_;  ///< once it is asked for
  mutable Charge charge_;
};

}  // namespace huice::tmpl
