// SPDX-License-Identifier: Apache-2.0
// Equality and order. Lists within lists are walked with a stack of our own, since a template can
// nest them deeper than the program's stack; and what was found equal once is not compared again,
// since a template can double a list thirty times over.

#include "template/values/builders.h"
#include "template/values/namespace.h"
#include "template/values/operations.h"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

namespace huice::tmpl {
namespace {

template <class T>
int sign_of(const T& a, const T& b) {
  return a < b ? -1 : b < a ? 1 : 0;
}

// 64-bit integers and doubles both fit the x86 long double exactly.
long double exact(const Value& value) {
  const auto integer = as_integer(value);
  return integer ? static_cast<long double>(*integer) : static_cast<long double>(value.floating());
}

bool nests(const Value& value) {
  return value.is_list() || value.is_mapping();
}

bool equal_scalars(const Value& a, const Value& b) {
  if (a.is_integer() && b.is_integer()) return a.integer() == b.integer();
  if (is_number(a) && is_number(b)) return exact(a) == exact(b);
  if (a.kind() != b.kind()) return false;
  if (a.is_string()) {
    if (a.text().size() != b.text().size()) return false;
    usage().work_on_text(a.text().size());
    return a.text() == b.text();
  }
  return !a.is_callable() || &a.callable() == &b.callable();
}

const void* identity(const Value& value) {
  return value.is_list() ? static_cast<const void*>(&value.list())
                         : static_cast<const void*>(&value.mapping());
}

/// Two values walked side by side, in order, up to the first difference.
class Comparison {
 public:
  /// equality: lists of different lengths differ at once. order: they differ after what both have.
  enum class Purpose : std::uint8_t { equality, order };
  using Difference = std::pair<Value, Value>;

  explicit Comparison(Purpose purpose) : purpose_(purpose) {}

  /// Where the two first differ: scalars, or lists of different lengths, or values of which one
  /// does not nest. Nothing where they are equal.
  std::optional<Difference> run(const Value& a, const Value& b) {
    step(a, b);
    while (!difference_ && !levels_.empty() && !usage().exceeded()) {
      Level& top = levels_.back();
      if (top.next == top.size) {
        leave();
        continue;
      }
      const std::size_t at = top.next++;
      if (top.keys.empty()) {
        step(top.a.list().at(at), top.b.list().at(at));
      } else {
        // A key that is missing gives an undefined value, which differs from all others.
        step(top.a.mapping().value_of(top.keys[at]), top.b.mapping().value_of(top.keys[at]));
      }
    }
    return std::move(difference_);
  }

 private:
  struct Level {
    Value a;
    Value b;
    std::vector<Value> keys;  ///< of two mappings
    std::size_t size = 0;
    std::size_t next = 0;
  };

  void differ(const Value& a, const Value& b) { difference_.emplace(a, b); }

  void step(const Value& a, const Value& b) {
    if ((++walked_ & 7U) == 0) ++usage().steps;
    if (!nests(a) || a.kind() != b.kind()) {
      if (!equal_scalars(a, b)) differ(a, b);
      return;
    }
    if (identity(a) == identity(b)) return;
    if (++steps_ > kFew && !keep(a, b)) return;
    if (a.is_list()) return step_into_lists(a, b);
    step_into_mappings(a, b);
  }

  void step_into_lists(const Value& a, const Value& b) {
    const bool same_size = a.list().size() == b.list().size();
    if (a.list().is_tuple() != b.list().is_tuple()) return differ(a, b);
    if (!same_size && purpose_ == Purpose::equality) return differ(a, b);
    levels_.push_back({a, b, {}, std::min(a.list().size(), b.list().size()), 0});
  }

  // Mappings have no order: what differs is the mapping, not the value in it.
  void step_into_mappings(const Value& a, const Value& b) {
    // Two namespaces are two things to Jinja, whatever they hold.
    if (a.as<Namespace>() != nullptr || b.as<Namespace>() != nullptr) return differ(a, b);
    if (purpose_ == Purpose::order) {
      if (Comparison(Purpose::equality).run(a, b)) differ(a, b);
      return;
    }
    Level level{a, b, a.mapping().all_keys(), 0, 0};
    level.size = level.keys.size();
    if (level.size != b.mapping().size()) return differ(a, b);
    if (level.size > 0) levels_.push_back(std::move(level));
  }

  void leave() {
    const Level done = std::move(levels_.back());
    levels_.pop_back();
    if (done.keys.empty() && done.a.list().size() != done.b.list().size()) {
      return differ(done.a, done.b);
    }
  }

  /// Whether the two are met for the first time. A difference ends everything, so a pair that was
  /// met before is equal, or is still being walked and needs no second walk. The values are kept:
  /// another one must not get the address of one that is gone.
  bool keep(const Value& a, const Value& b) {
    if (!seen_.emplace(identity(a), identity(b)).second) return false;
    kept_.push_back(a);
    kept_.push_back(b);
    return true;
  }

  static constexpr std::size_t kFew = 64;  // most comparisons end long before
  Purpose purpose_;
  std::vector<Level> levels_;
  std::optional<Difference> difference_;
  std::set<std::pair<const void*, const void*>> seen_;
  std::vector<Value> kept_;
  std::size_t steps_ = 0;
  std::size_t walked_ = 0;
};

std::optional<int> order_scalars(const Value& a, const Value& b) {
  if (a.is_integer() && b.is_integer()) return sign_of(a.integer(), b.integer());
  if (is_number(a) && is_number(b)) return sign_of(exact(a), exact(b));
  if (a.is_string() && b.is_string()) {
    usage().work_on_text(std::min(a.text().size(), b.text().size()));
    return sign_of(a.text().compare(b.text()), 0);
  }
  return std::nullopt;
}

}  // namespace

std::size_t equality_hash(const Value& value) {
  const auto mixed = [](std::size_t seed, std::size_t more) {
    return seed * 1099511628211U ^ more;
  };
  // As doubles: equal numbers of both kinds have equal ones. The 0 makes one number of both zeros.
  if (is_number(value)) return std::hash<double>()(as_double(value) + 0.0);
  if (value.is_string()) {
    usage().work_on_text(value.text().size());
    return std::hash<std::string_view>()(value.text());
  }
  if (!value.is_list()) return static_cast<std::size_t>(value.kind());
  // Scalars among the first items distinguish most lists, without a walk through all they nest.
  constexpr std::size_t kLooked = 8;
  std::size_t hash = value.list().size();
  for (std::size_t i = 0; i < std::min(value.list().size(), kLooked); ++i) {
    const Value item = value.list().at(i);
    if (!nests(item)) hash = mixed(hash, equality_hash(item));
  }
  return hash;
}

bool equal(const Value& a, const Value& b) {
  if (!nests(a) || !nests(b)) return equal_scalars(a, b);
  return !Comparison(Comparison::Purpose::equality).run(a, b);
}

// The first difference decides, as deep as it lies.
std::optional<int> order(const Value& a, const Value& b) {
  if (!a.is_list() || !b.is_list()) return order_scalars(a, b);
  const auto difference = Comparison(Comparison::Purpose::order).run(a, b);
  if (!difference) return 0;
  const auto& [left, right] = *difference;
  if (!left.is_list() || !right.is_list()) return order_scalars(left, right);
  if (left.list().is_tuple() != right.list().is_tuple()) return std::nullopt;
  return sign_of(left.list().size(), right.list().size());
}

}  // namespace huice::tmpl
