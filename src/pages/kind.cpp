// SPDX-License-Identifier: Apache-2.0
#include "pages/kind.h"

#include "markup/format.h"

#include <algorithm>
#include <memory>

namespace huice::pages {

using namespace view;
namespace {

using tmpl::Dict;
using tmpl::Value;

std::string_view extension_of(std::string_view name) {
  return name.substr(name.rfind('.'));
}

std::string file_name(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

// Where an output goes: beside the main path, by its own name or the main path's.
std::string path_of(const Output& output, const std::string& main) {
  const std::size_t name = main.rfind('/') + 1;
  if (!output.file.empty()) return main.substr(0, name) + std::string(output.file);
  return main.substr(0, main.rfind('.')) + std::string(extension_of(output.template_));
}

Value crumbs_value(const std::vector<Crumb>& crumbs) {
  return tmpl::list_of(crumbs, [](const Crumb& crumb) {
    return Value(Dict().set("title", text(crumb.title)).set("href", text(crumb.href)));
  });
}

/// One format of one page: all that rendering needs.
struct Form {
  std::shared_ptr<const PageSpec> spec;
  std::string path;
  std::string template_;
};

std::string markdown_of(const PageInfo& info) {
  for (const std::string& twin : info.twins) {
    if (twin.ends_with(".md")) return twin;
  }
  return {};
}

Value page_value(const Form& form) {
  const PageInfo& info = form.spec->info;
  return Value(Dict()
                   .set("kind", text(info.kind))
                   .set("path", text(form.path))
                   .set("title", text(info.title))
                   .set("description", text(info.description))
                   .set("markdown", Value(file_name(markdown_of(info))))
                   .set("crumbs", crumbs_value(info.crumbs)));
}

Value build_value(const Scope& scope) {
  return Value(
      Dict().set("as_of", Value(scope.as_of.official())).set("version", Value(scope.version)));
}

Dict variables(const Form& form, const PageScope& page) {
  Dict context;
  context.set("t", Value::borrow(page.scope.words.tree()));
  context.set("root", Value(page.root));
  context.set("page", page_value(form));
  context.set("site", view_of(page.reader().site(), page));
  if (form.spec->with_build) context.set("build", build_value(page.scope));
  form.spec->context(context, page);
  return context;
}

// A template sees its variables and what it asks of them, nothing else.
void note(const Dict& variables, const PageScope& page) {
  for (const auto& [name, value] : variables.entries()) {
    AnswerDigest answer;
    if (name == "t")
      answer.add_number(page.words().hash());
    else
      answer.add_value(value);
    page.questions->note({"page", "", name}, answer);
  }
}

// A prose field reports its problem while the template goes on, so each page collects its own.
bool render(const Form& form, const Scope& scope, std::string& out, Diagnostics& problems,
            Questions* questions) {
  Diagnostics own;
  PageScope page{scope, markup::format_of(form.template_), root_of(form.path), own};
  page.questions = questions;
  page.document = form.spec->document;
  const Dict context = variables(form, page);
  if (questions != nullptr) note(context, page);
  const bool made = scope.templates.render(form.template_, context, out, own);
  problems.add_all(own);
  return made && !own.has_errors();
}

}  // namespace

void Collector::add(const PageKind& kind, PageSpec spec) {
  auto& twins = spec.info.twins;
  for (const Output& output : kind.outputs) twins.push_back(path_of(output, spec.path));
  if (!spec.markdown.empty()) twins.push_back(spec.markdown);
  const auto shared = std::make_shared<const PageSpec>(std::move(spec));
  for (std::size_t i = 0; i < kind.outputs.size(); ++i) {
    Form form{shared, shared->info.twins[i], std::string(kind.outputs[i].template_)};
    pages_.push_back(Page{
        form.path, std::shared_ptr<const PageInfo>(shared, &shared->info),
        [form, &scope = scope_](std::string& out, Diagnostics& problems, Questions* questions) {
          return render(form, scope, out, problems, questions);
        }});
  }
}

std::string Collector::title_of(std::string_view list) const {
  return std::string(scope_.words.text(key_in("page_title", list)));
}

Crumb Collector::home() const {
  return {title_of("home"), "index.html"};
}

PageSpec Collector::titled(std::string_view kind, const std::string& title) const {
  PageSpec spec;
  spec.info.kind = kind;
  spec.info.title = title;
  spec.info.description = scope_.words.text(key_in("describe", kind), {{"name", title}});
  return spec;
}

PageSpec Collector::part_page(const PageKind& kind, std::string_view list,
                              const std::string& title) const {
  PageSpec spec = titled(kind.name, title);
  spec.info.crumbs = {home(), Crumb{title_of(list), std::string(list) + "/index.html"}};
  return spec;
}

namespace {

/// The path of the page with this number, counted from 1, of those that begin at `first`.
std::string numbered_path(const std::string& first, std::size_t number) {
  if (number == 1) return first;
  std::string folder = first.substr(0, first.rfind('.'));
  if (folder.ends_with("/index")) folder.resize(folder.rfind('/'));
  return folder + "/" + std::to_string(number) + ".html";
}

Value turns_value(const std::string& first, std::size_t number, std::size_t count) {
  const auto at = [&](std::size_t one) {
    return one < 1 || one > count ? Value(nullptr) : Value(numbered_path(first, one));
  };
  return Value(Dict()
                   .set("number", Value(number))
                   .set("count", Value(count))
                   .set("previous", at(number - 1))
                   .set("next", at(number + 1)));
}

}  // namespace

void Collector::add_measure_pages(const PageKind& kind, PageSpec first,
                                  const std::vector<model::MeasureRef>& measures) {
  const std::vector<model::MeasureRef> all = own_first(measures, reader());
  const std::size_t count =
      std::max<std::size_t>(1, (all.size() + kMeasuresOnPage - 1) / kMeasuresOnPage);
  const PageSpec base = std::move(first);
  for (std::size_t number = 1; number <= count; ++number) {
    PageSpec spec = base;
    spec.path = numbered_path(base.path, number);
    const std::size_t from = (number - 1) * kMeasuresOnPage;
    const std::size_t to = std::min(all.size(), from + kMeasuresOnPage);
    spec.context =
        [of_record = base.context, path = base.path, number, count, total = all.size(),
         shown = std::vector<model::MeasureRef>(all.begin() + static_cast<std::ptrdiff_t>(from),
                                                all.begin() + static_cast<std::ptrdiff_t>(to))](
            Dict& context, const PageScope& page) {
          if (of_record) of_record(context, page);
          context.set("groups", owned_views(by_region(shown, page.reader()), page));
          context.set("measure_count", Value(total));
          context.set("turns", turns_value(path, number, count));
        };
    add(kind, std::move(spec));
  }
}

PageSpec Collector::list_page(const PageKind& kind) const {
  PageSpec spec = titled("list", title_of(kind.name));
  spec.info.kind = kind.name;
  spec.info.crumbs = {home()};
  spec.path = std::string(kind.name) + "/index.html";
  return spec;
}

}  // namespace huice::pages
