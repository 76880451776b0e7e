// SPDX-License-Identifier: Apache-2.0
#pragma once

// Builds Shapes and Fields for C++ types. Used by the tables only.

#include "model/schema/shape.h"

#include <algorithm>
#include <iterator>
#include <type_traits>
#include <utility>

namespace huice::model::schema {

template <class T>
struct MemberOf;
template <class Class, class Type>
struct MemberOf<Type Class::*> {
  using class_type = Class;
  using type = Type;
};

/// Walks a chain of data members: walk<&Policy::provenance, &Provenance::source>(policy).
template <auto First, auto... Rest>
auto& walk(typename MemberOf<decltype(First)>::class_type& object) {
  if constexpr (sizeof...(Rest) == 0) {
    return object.*First;
  } else {
    return walk<Rest...>(object.*First);
  }
}

/// A Field's way from the object to its member.
template <auto First, auto... Rest>
void* member(void* object) {
  return &walk<First, Rest...>(
      *static_cast<typename MemberOf<decltype(First)>::class_type*>(object));
}

template <auto First, auto... Rest>
Place* place_of(void* object) {
  return &walk<First, Rest...>(
      *static_cast<typename MemberOf<decltype(First)>::class_type*>(object));
}

template <auto First, auto... Rest>
Audience* audience_of(void* object) {
  return &walk<First, Rest...>(
      *static_cast<typename MemberOf<decltype(First)>::class_type*>(object));
}

template <class T>
void reset_to_default(void* target) {
  *static_cast<T*>(target) = T{};
}

/// A single value of type T, read and printed as `how` says.
template <class T>
ShapeFor<T> scalar(Wording name, ScalarForm how) {
  return ShapeFor<T>{{name, std::move(how), std::nullopt, &reset_to_default<T>}};
}

/// An object of type T. `members` are Fields made by required<…>() and its like.
template <class T>
ShapeFor<T> object(Wording name, std::vector<Field> members, Place* (*place)(void*) = nullptr,
                   Audience* (*audience)(void*) = nullptr) {
  return ShapeFor<T>{
      {name, ObjectForm{std::move(members), place, audience}, std::nullopt, &reset_to_default<T>}};
}

/// The same object, of whose keys these have exactly one value.
template <class T>
ShapeFor<T> with_one_of(ShapeFor<T> shape, const std::vector<std::string_view>& keys) {
  std::get<ObjectForm>(shape.form).exactly_one = keys;
  return shape;
}

/// The same object, with keys that need others.
template <class T>
ShapeFor<T> with_needs(ShapeFor<T> shape, const std::vector<Need>& needs) {
  std::get<ObjectForm>(shape.form).needs = needs;
  return shape;
}

/// A list of T. REQUIRES: element outlives the result.
template <class T>
ShapeFor<std::vector<T>> list(const ShapeFor<T>& element) {
  using Items = std::vector<T>;
  ListForm form;
  form.element = &element;
  form.append = [](void* items) -> void* { return &static_cast<Items*>(items)->emplace_back(); };
  form.size = [](const void* items) { return static_cast<const Items*>(items)->size(); };
  form.at = [](void* items, std::size_t index) -> void* {
    return &(*static_cast<Items*>(items))[index];
  };
  form.erase = [](void* target, std::size_t index) {
    auto& items = *static_cast<Items*>(target);
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(index));
  };
  return ShapeFor<Items>{{element.name, form, std::nullopt, &reset_to_default<Items>}};
}

/// The same list, whose single element may also be written alone: “gov” for [“gov”].
/// REQUIRES: the element is a scalar.
template <class T>
ShapeFor<std::vector<T>> one_or_more(const ShapeFor<std::vector<T>>& items) {
  ShapeFor<std::vector<T>> result = items;
  std::get<ListForm>(result.form).one_alone = true;
  return result;
}

/// The same value where null is allowed too, held in a std::optional<T>.
template <class T>
ShapeFor<std::optional<T>> nullable(const ShapeFor<T>& value) {
  using Holder = std::optional<T>;
  NullableForm holder;
  holder.engage = [](void* target) -> void* { return &static_cast<Holder*>(target)->emplace(); };
  holder.held = [](void* target) -> void* {
    auto& held = *static_cast<Holder*>(target);
    return held ? &*held : nullptr;
  };
  return ShapeFor<Holder>{{value.name, value.form, holder, &reset_to_default<Holder>}};
}

// The owner of a chain's first member.
template <auto First, auto... Rest>
struct OwnerOf {
  using type = typename MemberOf<decltype(First)>::class_type;
};

/// The type of the member that the chain leads to.
template <auto... Members>
using Reached = std::remove_reference_t<decltype(walk<Members...>(
    std::declval<typename OwnerOf<Members...>::type&>()))>;

/// A long table in two parts.
inline std::vector<Field> joined(std::vector<Field> first, std::vector<Field> second) {
  std::move(second.begin(), second.end(), std::back_inserter(first));
  return first;
}

// A Field keeps the address of its shape: a temporary is refused.
template <auto... Members>
Field required(std::string_view key, const ShapeFor<Reached<Members...>>& shape, Wording doc) {
  return Field{key, &shape, &member<Members...>, Presence::required, Visibility::everyone, doc};
}
template <auto... Members>
Field required(std::string_view key, const ShapeFor<Reached<Members...>>&& temporary,
               Wording doc) = delete;

template <auto... Members>
Field stated(std::string_view key, const ShapeFor<Reached<Members...>>& shape, Wording doc) {
  return Field{key, &shape, &member<Members...>, Presence::stated, Visibility::everyone, doc};
}
template <auto... Members>
Field stated(std::string_view key, const ShapeFor<Reached<Members...>>&& temporary,
             Wording doc) = delete;

template <auto... Members>
Field optional(std::string_view key, const ShapeFor<Reached<Members...>>& shape, Wording doc) {
  return Field{key, &shape, &member<Members...>, Presence::optional, Visibility::everyone, doc};
}
template <auto... Members>
Field optional(std::string_view key, const ShapeFor<Reached<Members...>>&& temporary,
               Wording doc) = delete;

template <auto... Members>
Field internal(std::string_view key, const ShapeFor<Reached<Members...>>& shape, Wording doc) {
  return Field{key, &shape, &member<Members...>, Presence::optional, Visibility::internal, doc};
}
template <auto... Members>
Field internal(std::string_view key, const ShapeFor<Reached<Members...>>&& temporary,
               Wording doc) = delete;

}  // namespace huice::model::schema
