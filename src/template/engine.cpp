// SPDX-License-Identifier: Apache-2.0
#include "template/engine.h"

#include "base/encoding.h"
#include "base/hidden_characters.h"
#include "base/messages/files.h"
#include "base/messages/template_run.h"
#include "base/utf8.h"
#include "template/library/registry.h"
#include "template/places/html_context.h"
#include "template/run/link.h"
#include "template/run/render.h"
#include "template/syntax/depth.h"
#include "template/syntax/lexer.h"
#include "template/syntax/parser.h"
#include "template/syntax/template.h"
#include "template/syntax/variable_paths.h"

#include <mutex>
#include <set>
#include <shared_mutex>
#include <unordered_map>
#include <unordered_set>

namespace huice::tmpl {
namespace {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

using Templates =
    std::unordered_map<std::string, std::unique_ptr<Template>, TextHash, std::equal_to<>>;

void tell_hidden_in(const Template& made, Diagnostics& problems) {
  const auto hidden = odd_characters(made.source.text, false).hidden;
  if (!hidden) return;
  const Span span{static_cast<std::uint32_t>(hidden->offset),
                  static_cast<std::uint32_t>(hidden->length)};
  problems.add(problem(hidden_message(name_in(made.source.file), *hidden), made.source.at(span)));
}

}  // namespace

struct Environment::State {
  Loader loader;
  Options options;
  Registry registry{};
  Symbols symbols{};
  Templates loaded{};  ///< read without locks while rendering
  Templates late{};    ///< met while rendering, under the mutex; null: the loader has none
  std::shared_mutex mutex{};

  State(Loader given, Options chosen) : loader(std::move(given)), options(chosen) {}

  std::unique_ptr<Template> parse(std::string_view name, TemplateSource source,
                                  Diagnostics& problems) {
    auto made = std::make_unique<Template>();
    made->source = {std::string(name), std::move(source.file), normalize(source.text, options),
                    markup::format_of(name)};
    Diagnostics own;
    const std::size_t invalid = utf8::first_invalid(made->source.text);
    if (is_utf16(made->source.text)) {
      own.add(problem(msg::utf16_text{}, Location::of_file(made->source.file)));
    } else if (invalid != utf8::kValid) {
      own.add(
          problem(msg::invalid_utf8{}, made->source.at({static_cast<std::uint32_t>(invalid), 1})));
    } else {
      std::vector<Token> tokens = tokenize(made->source, options, made->strings, own);
      if (options.only_outermost_newline) {
        made->line_end = drop_last_newline(made->source, tokens);
      }
      Parser(*made, std::move(tokens), symbols, own).run();
      tell_hidden_in(*made, own);
    }
    if (!own.has_errors()) check_depth(*made, own);
    if (!own.has_errors()) link(*made, symbols, registry, own);
    if (!own.has_errors()) check_context(*made, own);
    made->valid = !own.has_errors();
    problems.add_all(own);
    return made;
  }

  /// The template and all it names by literals. Templates that are not there are left out: an
  /// `include … ignore missing` may name them.
  bool load(std::string_view name, Templates& into, Diagnostics& problems) {
    std::vector<std::string> waiting{std::string(name)};
    bool good = true;
    while (!waiting.empty()) {
      const std::string next = std::move(waiting.back());
      waiting.pop_back();
      const auto known = loaded.find(next);
      if (known != loaded.end() || into.contains(next)) continue;
      auto source = loader ? loader(next) : std::nullopt;
      if (!source) continue;
      auto parsed = parse(next, std::move(*source), problems);
      good = good && parsed->valid;
      waiting.insert(waiting.end(), parsed->references.begin(), parsed->references.end());
      into[next] = std::move(parsed);
    }
    return good;
  }

  const Template* find(std::string_view name, Diagnostics& problems) {
    const auto found = loaded.find(name);
    if (found != loaded.end()) return found->second.get();
    {
      const std::shared_lock<std::shared_mutex> lock(mutex);
      const auto known = late.find(name);
      if (known != late.end()) return known->second.get();
    }
    const std::unique_lock<std::shared_mutex> lock(mutex);
    load(name, late, problems);
    return late[std::string(name)].get();
  }
};

Environment::Environment(Loader loader, Options options)
    : state_(std::make_unique<State>(std::move(loader), options)) {
  Registry& registry = state_->registry;
  add_text_filters(registry);
  add_layout_filters(registry);
  add_number_filters(registry);
  add_list_filters(registry);
  add_choosing_filters(registry);
  add_escape_filters(registry);
  add_tests(registry);
  add_functions(registry);
}

Environment::~Environment() = default;

void Environment::add_filter(const std::string& name, Signature signature, Filter filter) {
  state_->registry.filter(name, std::move(signature), std::move(filter));
}

void Environment::add_test(const std::string& name, Signature signature, Test test) {
  state_->registry.test(name, std::move(signature), std::move(test));
}

void Environment::add_global(std::string name, Value value) {
  state_->registry.global(std::move(name), std::move(value));
}

bool Environment::load(std::string_view name, Diagnostics& problems) {
  const bool good = state_->load(name, state_->loaded, problems);
  const auto found = state_->loaded.find(name);
  if (found == state_->loaded.end()) {
    problems.add(problem(msg::template_missing{.name = name}, {}));
    return false;
  }
  return good && found->second->valid;
}

bool Environment::load_all(const std::vector<std::string>& names, Diagnostics& problems) {
  bool good = true;
  for (const std::string& name : names) good = load(name, problems) && good;
  return good;
}

bool Environment::add_template(std::string name, TemplateSource source, Diagnostics& problems) {
  auto parsed = state_->parse(name, std::move(source), problems);
  bool good = parsed->valid;
  const std::vector<std::string> references = parsed->references;
  state_->loaded[std::move(name)] = std::move(parsed);
  for (const std::string& reference : references) {
    good = state_->load(reference, state_->loaded, problems) && good;
  }
  return good;
}

bool Environment::render(std::string_view name, const Mapping& context, std::string& out,
                         Diagnostics& problems) const {
  State& state = *state_;
  const Program program{
      state.registry, state.symbols, state.options.bounds,
      [&state](std::string_view wanted, Diagnostics& into) { return state.find(wanted, into); }};
  const Template* start = state.find(name, problems);
  if (start == nullptr) {
    problems.add(problem(msg::template_missing{.name = name}, {}));
    return false;
  }
  if (!start->valid) {
    // Its errors may have been reported by this very call, or long ago by load().
    if (!problems.has_errors()) {
      problems.add(
          problem(msg::template_broken{.name = name}, Location::of_file(start->source.file)));
    }
    return false;
  }
  return Render(program, problems).run(*start, context, out);
}

std::vector<std::string> Environment::paths_of(std::string_view variable) const {
  const Symbol symbol = state_->symbols.intern(variable);
  std::set<std::string> paths;
  for (const auto& entry : state_->loaded) collect_paths(*entry.second, symbol, paths);
  return {paths.begin(), paths.end()};
}

std::vector<std::string> Environment::filter_names() const {
  std::vector<std::string> names;
  for (const auto& entry : state_->registry.filters()) names.push_back(entry.first);
  return names;
}

std::vector<std::string> Environment::test_names() const {
  std::vector<std::string> names;
  for (const auto& entry : state_->registry.tests()) names.push_back(entry.first);
  return names;
}

}  // namespace huice::tmpl
