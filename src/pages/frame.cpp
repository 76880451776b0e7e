// SPDX-License-Identifier: Apache-2.0
#include "pages/frame.h"

#include "pages/reads.h"
#include "view/prose_value.h"
#include "view/tables/records.h"

#include <memory>

namespace huice::pages {

using namespace view;
namespace {

using tmpl::Dict;
using tmpl::Value;

std::string file_name(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

Value crumbs_value(const std::vector<Crumb>& crumbs) {
  return tmpl::list_of(crumbs, [](const Crumb& crumb) {
    return Value(Dict().set("title", text(crumb.title)).set("href", text(crumb.href)));
  });
}

Value page_value(const PageSpec& spec, const std::string& path) {
  return Value(Dict()
                   .set("kind", text(spec.kind))
                   .set("path", Value(path))
                   .set("title", text(spec.title))
                   .set("description", text(spec.description))
                   .set("markdown", Value(file_name(spec.markdown)))
                   .set("crumbs", crumbs_value(spec.crumbs)));
}

Value build_value(const Scope& scope) {
  return Value(
      Dict().set("as_of", Value(scope.as_of.official())).set("version", Value(scope.version)));
}

// A prose field reports its problem while the template goes on, so each page collects its own.
bool render_with(const Scope& scope, const std::string& path, const std::string& template_name,
                 const std::function<void(Dict&, const PageScope&)>& fill, std::string& out,
                 Diagnostics& problems) {
  Diagnostics own;
  const PageScope page{scope, tmpl::format_of(template_name), root_of(path), own};
  Dict context;
  context.set("t", Value::borrow(scope.words.tree()));
  fill(context, page);
  const bool made = scope.templates.render(template_name, context, out, own);
  problems.add_all(own);
  return made && !own.has_errors();
}

void fill_frame(const PageSpec& spec, const std::string& path, Dict& context,
                const PageScope& page) {
  context.set("root", Value(page.root));
  context.set("page", page_value(spec, path));
  context.set("site", view_of(page.library().site(), page));
  if (spec.with_build) context.set("build", build_value(page.scope));
  spec.fill(context, page);
}

// Every page has the site's name at its head and its notice at its foot.
std::vector<std::string> reads_of(const PageSpec& spec, const Scope& scope) {
  Reads frame(scope);
  frame.add("site");
  frame.add_prose(scope.library.site().notice);
  for (const std::string& id : spec.reads()) frame.add(id);
  return frame.list();
}

}  // namespace

void add_pages(PageSpec spec, const Scope& scope, std::vector<Page>& pages) {
  const auto shared = std::make_shared<const PageSpec>(std::move(spec));
  const auto add = [&](const std::string& path, const std::string& template_name) {
    if (path.empty()) return;
    pages.push_back(
        Page{path, [shared, &scope] { return reads_of(*shared, scope); },
             [shared, path, template_name, &scope](std::string& out, Diagnostics& problems) {
               const auto fill = [&](Dict& context, const PageScope& page) {
                 fill_frame(*shared, path, context, page);
               };
               return render_with(scope, path, template_name, fill, out, problems);
             }});
  };
  add(shared->html, shared->template_ + ".html");
  const bool own = !shared->markdown_template.empty();
  if (shared->makes_markdown)
    add(shared->markdown, own ? shared->markdown_template : shared->template_ + ".md");
}

void add_file(std::string path, std::string template_name,
              std::function<std::vector<std::string>()> reads,
              std::function<void(Dict&, const PageScope&)> fill, const Scope& scope,
              std::vector<Page>& pages) {
  const auto make = [path, name = std::move(template_name), fill = std::move(fill), &scope](
                        std::string& out, Diagnostics& problems) {
    return render_with(scope, path, name, fill, out, problems);
  };
  pages.push_back(Page{std::move(path), std::move(reads), make});
}

}  // namespace huice::pages
