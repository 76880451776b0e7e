// SPDX-License-Identifier: Apache-2.0
#pragma once

// Builds Shapes and Fields for C++ types. Used by the tables of this folder only.

#include "model/schema/shape.h"

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

/// An object of type T. `members` are Fields made by field<…>().
template <class T>
ShapeFor<T> object(Wording name, std::vector<Field> members) {
  ShapeFor<T> shape;
  shape.kind = Shape::Kind::object;
  shape.name = name;
  shape.fields = std::move(members);
  shape.reset = &reset_to_default<T>;
  return shape;
}

/// A list of T. REQUIRES: element outlives the result.
template <class T>
ShapeFor<std::vector<T>> list(const ShapeFor<T>& element) {
  ShapeFor<std::vector<T>> shape;
  shape.kind = Shape::Kind::list;
  shape.name = element.name;
  shape.element = &element;
  shape.append = [](void* target) -> void* {
    return &static_cast<std::vector<T>*>(target)->emplace_back();
  };
  shape.size = [](const void* target) {
    return static_cast<const std::vector<T>*>(target)->size();
  };
  shape.at = [](void* target, std::size_t index) -> void* {
    return &(*static_cast<std::vector<T>*>(target))[index];
  };
  shape.erase = [](void* target, std::size_t index) {
    auto& items = *static_cast<std::vector<T>*>(target);
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(index));
  };
  shape.reset = &reset_to_default<std::vector<T>>;
  return shape;
}

/// `base` where null is allowed too, held in a std::optional<T>.
template <class T>
ShapeFor<std::optional<T>> nullable(const ShapeFor<T>& plain) {
  ShapeFor<std::optional<T>> base{plain};
  base.nullable = true;
  base.engage = [](void* target) -> void* {
    return &static_cast<std::optional<T>*>(target)->emplace();
  };
  base.held = [](void* target) -> void* {
    auto& value = *static_cast<std::optional<T>*>(target);
    return value ? &*value : nullptr;
  };
  base.reset = &reset_to_default<std::optional<T>>;
  return base;
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

template <auto... Members>
Field required(std::string_view key, const ShapeFor<Reached<Members...>>& shape, Wording doc) {
  return Field{key, &shape, &member<Members...>, Presence::required, Visibility::everyone, doc};
}

template <auto... Members>
Field stated(std::string_view key, const ShapeFor<Reached<Members...>>& shape, Wording doc) {
  return Field{key, &shape, &member<Members...>, Presence::stated, Visibility::everyone, doc};
}

template <auto... Members>
Field optional(std::string_view key, const ShapeFor<Reached<Members...>>& shape, Wording doc) {
  return Field{key, &shape, &member<Members...>, Presence::optional, Visibility::everyone, doc};
}

template <auto... Members>
Field internal(std::string_view key, const ShapeFor<Reached<Members...>>& shape, Wording doc) {
  return Field{key, &shape, &member<Members...>, Presence::optional, Visibility::internal, doc};
}

}  // namespace huice::model::schema
