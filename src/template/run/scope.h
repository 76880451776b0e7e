// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which variable a name means at one place of a template; used by link.cpp alone.

#include "template/syntax/statements.h"

#include <map>
#include <memory>
#include <set>

namespace huice::tmpl {

/// The slots of one frame while a function is linked.
struct FrameLayout {
  FrameLayout* outer = nullptr;
  std::uint32_t count = 0;
  std::map<Symbol, std::uint32_t> looked_up{};  ///< names only read: one slot for the whole frame
};

class Scope {
 public:
  Scope(FrameLayout& frame, const Scope* parent, bool toplevel);

  /// A name is read here; unless an outer scope has it, it becomes this scope's own.
  void load(Symbol symbol);
  /// A name is assigned here.
  void store(Symbol symbol);
  /// A name that is set on entry: a parameter, a loop's variable.
  std::uint32_t declare(Symbol symbol);

  /// The scope as a branch of an `if` starts with it, and the merging of all branches.
  Scope branch() const;
  void merge(const std::vector<Scope>& branches);

  /// Call once after every load and store: fixes the slots.
  void close();
  /// The slots to set when the scope is entered. REQUIRES: closed.
  ScopeStart start() const;
  /// REQUIRES: the name was loaded, stored or declared here or further out.
  SlotRef find(Symbol symbol) const;
  /// Every name stored here or further out. REQUIRES: closed.
  std::shared_ptr<const VisibleNames> visible() const;

  bool toplevel() const { return toplevel_; }
  FrameLayout& frame() const { return *frame_; }

 private:
  enum class Start : std::uint8_t { declared, alias, resolve, undefined };
  struct Binding {
    std::uint32_t slot = 0;
    Start start = Start::declared;
    SlotRef alias{};
  };

  const Binding* bound(Symbol symbol) const;
  bool stores(Symbol symbol) const;
  void bind(Symbol symbol, Start start, SlotRef alias);
  std::uint32_t slot_for(Symbol symbol);

  FrameLayout* frame_;
  const Scope* parent_;
  const Scope* trunk_ = nullptr;  ///< what this is a branch of: its names are this one's as well
  bool toplevel_;
  std::map<Symbol, Binding> bindings_;
  std::set<Symbol> stores_;
  std::shared_ptr<std::map<Symbol, std::uint32_t>> slots_;  ///< shared with this scope's branches
  mutable std::shared_ptr<const VisibleNames> visible_;
};

}  // namespace huice::tmpl
