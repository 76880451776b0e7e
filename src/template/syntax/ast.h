// SPDX-License-Identifier: Apache-2.0
#pragma once

// The parsed form of expressions. The parser makes it, link.cpp gives names their places and
// filters their functions, the renderer walks it. A Template owns all of its nodes.

#include "template/syntax/source.h"
#include "template/values/operations.h"
#include "template/values/value.h"

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace huice::tmpl {

using Symbol = std::uint32_t;  ///< an interned name, the same in all templates of an environment

struct FilterEntry;
struct TestEntry;

/// Where a variable lives at run time: `depth` functions out, then a slot of that frame.
struct SlotRef {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::uint32_t depth = 0;
  std::uint32_t slot = kNone;

  bool exists() const { return slot != kNone; }
};

struct Node {
  virtual ~Node() = default;
  Span span{};
};

enum class ExprKind : std::uint8_t {
  literal,
  name,
  attribute,
  subscript,
  slice,
  call,
  filter,
  test,
  unary,
  binary,
  compare,
  logic,
  negation,
  concat,
  conditional,
  list,
  dict
};

struct Expr : Node {
  explicit Expr(ExprKind k) : kind(k) {}
  ExprKind kind;
};

/// Derives each node from Expr with its kind, so that node_cast needs no table.
template <ExprKind K>
struct ExprOf : Expr {
  static constexpr ExprKind kKind = K;
  ExprOf() : Expr(K) {}
};

struct Literal final : ExprOf<ExprKind::literal> {
  Value value;
};

struct Name final : ExprOf<ExprKind::name> {
  Symbol symbol = 0;
  SlotRef slot;
  Origin origin;
};

struct Attribute final : ExprOf<ExprKind::attribute> {
  Expr* object = nullptr;
  Origin origin;  ///< its name is the attribute's
  mutable Hint hint;
};

struct Subscript final : ExprOf<ExprKind::subscript> {
  Expr* object = nullptr;
  Expr* index = nullptr;  ///< may be a Slice
  Origin origin;
};

struct Slice final : ExprOf<ExprKind::slice> {
  Expr* start = nullptr;
  Expr* stop = nullptr;
  Expr* step = nullptr;
};

/// How many places a call can have for its arguments to need no memory of their own.
inline constexpr std::size_t kInlineArgs = 4;

/// The arguments as written.
struct Arguments {
  std::vector<Expr*> positional;
  std::vector<std::pair<std::string_view, Expr*>> named;
  Expr* splat = nullptr;        ///< *list
  Expr* splat_named = nullptr;  ///< **mapping

  /// For a filter or test: few, without keywords and none missing, so that they are in the places
  /// of its signature as written.
  bool inline_args = false;

  bool has_splats() const { return splat != nullptr || splat_named != nullptr; }
};

struct CallExpr final : ExprOf<ExprKind::call> {
  Expr* callee = nullptr;
  Arguments arguments;
};

struct FilterExpr final : ExprOf<ExprKind::filter> {
  Expr* input = nullptr;  ///< null: the body of a filter block or block set
  std::string_view name;
  Span name_span{};
  Arguments arguments;
  const FilterEntry* entry = nullptr;
  Origin origin;
};

struct TestExpr final : ExprOf<ExprKind::test> {
  Expr* input = nullptr;
  std::string_view name;
  Span name_span{};
  Arguments arguments;
  const TestEntry* entry = nullptr;
};

enum class UnaryOp : std::uint8_t { minus, plus };

struct Unary final : ExprOf<ExprKind::unary> {
  UnaryOp op{};
  Expr* operand = nullptr;
};

struct Binary final : ExprOf<ExprKind::binary> {
  BinaryOp op{};
  Expr* left = nullptr;
  Expr* right = nullptr;
};

enum class CompareOp : std::uint8_t {
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  in,
  not_in
};

struct Compare final : ExprOf<ExprKind::compare> {
  Expr* first = nullptr;
  std::vector<std::pair<CompareOp, Expr*>> rest;
};

struct Logic final : ExprOf<ExprKind::logic> {
  bool is_and = false;
  Expr* left = nullptr;
  Expr* right = nullptr;
};

struct Negation final : ExprOf<ExprKind::negation> {
  Expr* operand = nullptr;
};

struct Concat final : ExprOf<ExprKind::concat> {
  std::vector<Expr*> parts;
};

struct Conditional final : ExprOf<ExprKind::conditional> {
  Expr* condition = nullptr;
  Expr* then = nullptr;
  Expr* otherwise = nullptr;  ///< null: undefined
  Origin origin;
};

struct ListExpr final : ExprOf<ExprKind::list> {
  bool is_tuple = false;
  std::vector<Expr*> items;
};

struct DictExpr final : ExprOf<ExprKind::dict> {
  std::vector<std::pair<Expr*, Expr*>> entries;
};

/// T, const where the node is.
template <class T, class Base>
using NodeAs = std::conditional_t<std::is_const_v<Base>, const T, T>;

/// REQUIRES: the node's kind is T's.
template <class T, class Base>
NodeAs<T, Base>& node_cast(Base& node) {
  return static_cast<NodeAs<T, Base>&>(node);
}

/// The node as a T, or nullptr where it is of another kind (or absent).
template <class T, class Base>
NodeAs<T, Base>* node_if(Base* node) {
  return node != nullptr && node->kind == T::kKind ? &node_cast<T>(*node) : nullptr;
}

}  // namespace huice::tmpl
