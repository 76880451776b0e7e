// SPDX-License-Identifier: Apache-2.0
#include "template/syntax/variable_paths.h"

#include "template/syntax/walk.h"

#include <optional>

namespace huice::tmpl {
namespace {

class Collector {
 public:
  Collector(Symbol variable, std::set<std::string>& paths) : variable_(variable), paths_(paths) {}

  void body(const Body& body) {
    for (const Statement* statement : body) {
      for_each_expression(*statement, [this](const Expr& expr) { visit(expr); });
      for_each_body(*statement, [this](const Body& inner) { this->body(inner); });
    }
  }

 private:
  struct Path {
    std::string text;
    bool known = true;  ///< false: a key on the way is computed, so that the rest is not known
  };

  void visit(const Expr& expr) {
    if (const auto path = path_of(expr)) {
      paths_.insert(path->text);
      return;
    }
    for_each_part(expr, [this](const Expr& part) { visit(part); });
  }

  // nullopt where the expression does not begin with the variable.
  std::optional<Path> path_of(const Expr& expr) {
    if (const auto* name = node_if<Name>(&expr)) {
      return name->symbol == variable_ ? std::optional<Path>(Path{}) : std::nullopt;
    }
    if (const auto* attribute = node_if<Attribute>(&expr)) {
      auto path = path_of(*attribute->object);
      if (path) extend(*path, attribute->origin.name);
      return path;
    }
    const auto* subscript = node_if<Subscript>(&expr);
    auto path = subscript != nullptr ? path_of(*subscript->object) : std::nullopt;
    if (!path) return std::nullopt;
    const auto* key = node_if<Literal>(subscript->index);
    if (key != nullptr && key->value.is_string()) {
      extend(*path, key->value.text());
    } else {
      path->known = false;
      visit(*subscript->index);
    }
    return path;
  }

  static void extend(Path& path, std::string_view key) {
    if (!path.known) return;
    if (!path.text.empty()) path.text += '.';
    path.text += key;
  }

  Symbol variable_;
  std::set<std::string>& paths_;
};

}  // namespace

void collect_paths(const Template& parsed, Symbol variable, std::set<std::string>& paths) {
  Collector(variable, paths).body(parsed.root.body);
}

}  // namespace huice::tmpl
