// SPDX-License-Identifier: Apache-2.0
#include "template/run/scope.h"

#include <utility>

namespace huice::tmpl {

Scope::Scope(FrameLayout& frame, const Scope* parent, bool toplevel)
    : frame_(&frame),
      parent_(parent),
      toplevel_(toplevel),
      slots_(std::make_shared<std::map<Symbol, std::uint32_t>>()) {}

// Only what a branch adds is its own: a text of many names and branches would else copy the names
// for each of them.
Scope Scope::branch() const {
  Scope made(*frame_, parent_, toplevel_);
  made.trunk_ = this;
  made.slots_ = slots_;
  return made;
}

const Scope::Binding* Scope::bound(Symbol symbol) const {
  for (const Scope* scope = this; scope != nullptr; scope = scope->trunk_) {
    const auto found = scope->bindings_.find(symbol);
    if (found != scope->bindings_.end()) return &found->second;
  }
  return nullptr;
}

bool Scope::stores(Symbol symbol) const {
  const Scope* scope = this;
  while (scope != nullptr && !scope->stores_.contains(symbol)) scope = scope->trunk_;
  return scope != nullptr;
}

std::uint32_t Scope::slot_for(Symbol symbol) {
  const auto [found, added] = slots_->try_emplace(symbol, frame_->count);
  if (added) ++frame_->count;
  return found->second;
}

void Scope::bind(Symbol symbol, Start start, SlotRef alias) {
  bindings_[symbol] = Binding{slot_for(symbol), start, alias};
}

SlotRef Scope::find(Symbol symbol) const {
  std::uint32_t depth = 0;
  for (const Scope* scope = this; scope != nullptr; scope = scope->parent_) {
    if (const Binding* found = scope->bound(symbol)) return {depth, found->slot};
    if (scope->parent_ != nullptr && scope->parent_->frame_ != scope->frame_) ++depth;
  }
  return {};
}

void Scope::load(Symbol symbol) {
  if (!find(symbol).exists()) bind(symbol, Start::resolve, {});
}

void Scope::store(Symbol symbol) {
  stores_.insert(symbol);
  if (bound(symbol) != nullptr) return;
  SlotRef outer = parent_ == nullptr ? SlotRef{} : parent_->find(symbol);
  if (outer.exists() && parent_->frame_ != frame_) ++outer.depth;
  bind(symbol, outer.exists() ? Start::alias : Start::undefined, outer);
}

std::uint32_t Scope::declare(Symbol symbol) {
  stores_.insert(symbol);
  bind(symbol, Start::declared, {});
  return bindings_[symbol].slot;
}

void Scope::merge(const std::vector<Scope>& branches) {
  std::map<Symbol, std::size_t> stored_in;
  for (const Scope& branch : branches) {
    for (const Symbol symbol : branch.stores_) {
      if (!stores(symbol)) ++stored_in[symbol];
    }
  }
  for (const Scope& branch : branches) {
    for (const auto& [symbol, binding] : branch.bindings_) bindings_[symbol] = binding;
    stores_.insert(branch.stores_.begin(), branch.stores_.end());
  }
  for (const auto& [symbol, count] : stored_in) {
    if (count == branches.size()) continue;
    SlotRef outer = parent_ == nullptr ? SlotRef{} : parent_->find(symbol);
    if (outer.exists() && parent_->frame_ != frame_) ++outer.depth;
    bind(symbol, outer.exists() ? Start::alias : Start::resolve, outer);
  }
}

void Scope::close() {
  for (auto& [symbol, binding] : bindings_) {
    if (binding.start != Start::resolve || stores_.contains(symbol)) continue;
    binding.slot = frame_->looked_up.try_emplace(symbol, binding.slot).first->second;
  }
}

ScopeStart Scope::start() const {
  ScopeStart out;
  for (const auto& [symbol, binding] : bindings_) {
    const bool only_read = !stores_.contains(symbol);
    if (binding.start == Start::declared || only_read) continue;
    SlotStart slot;
    slot.slot = binding.slot;
    slot.alias = binding.alias;
    slot.resolve = binding.start == Start::resolve;
    out.slots.push_back(slot);
  }
  return out;
}

std::shared_ptr<const VisibleNames> Scope::visible() const {
  if (visible_ != nullptr) return visible_;
  auto made = std::make_shared<VisibleNames>();
  made->own.reserve(stores_.size());
  for (const Symbol symbol : stores_) made->own.push_back({symbol, bindings_.at(symbol).slot});
  if (parent_ != nullptr) {
    made->outer = parent_->visible();
    made->other_frame = parent_->frame_ != frame_;
  }
  return visible_ = std::move(made);
}

}  // namespace huice::tmpl
