// SPDX-License-Identifier: Apache-2.0
//
// One template with data of one's own, for those who design templates.
#include "base/messages/cli.h"
#include "project/asked.h"
#include "project/project_files.h"
#include "project/verbs.h"
#include "template/values/builders.h"
#include "view/filters/field_filters.h"
#include "view/json_data.h"

#include <ostream>

namespace huice::project {
namespace {

using tmpl::Value;

struct FolderAndName {
  std::string folder;
  std::string name;
};

FolderAndName split(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return {".", path};
  return {slash == 0 ? "/" : path.substr(0, slash), path.substr(slash + 1)};
}

// Names in a template must not lead out of its folder.
bool leads_out(std::string_view name) {
  return name.starts_with('/') || name == ".." || name.starts_with("../") ||
         name.ends_with("/..") || name.find("/../") != std::string_view::npos;
}

tmpl::Loader loader(const FileSystem& files, std::vector<std::string> folders) {
  return [&files, folders = std::move(folders)](
             std::string_view name) -> std::optional<tmpl::TemplateSource> {
    if (leads_out(name)) return std::nullopt;
    for (const std::string& folder : folders) {
      const std::string path =
          folder == "." ? std::string(name) : join_path(folder, std::string(name));
      const auto info = files.info(path);
      if (!info || info->kind != FileKind::file) continue;
      auto text = files.read(path);
      if (text) return tmpl::TemplateSource{std::move(text).value(), path};
    }
    return std::nullopt;
  };
}

std::optional<Value> read_data(const RenderOptions& options, const Setting& setting,
                               Diagnostics& problems) {
  if (options.data.empty()) return Value(tmpl::Dict());
  const auto input = read_input(options.data, setting, problems);
  if (!input) return std::nullopt;
  return view::read_json_data(input->bytes, input->name, problems);
}

}  // namespace

Answer render(const RenderOptions& options, const Setting& setting) {
  Answer answer;
  Diagnostics& problems = *answer.problems;
  const auto [folder, file] = split(options.template_file);
  // A template's folder may have come from others, as a project may.
  ProjectFiles files(setting.files, folder == "." ? "" : folder, setting.share,
                     setting.follow_links);
  const auto text = files.read(options.template_file);
  if (!text) problems.add(text.error());
  const auto data = read_data(options, setting, problems);
  if (text && data) {
    const std::string share = join_path(setting.share, "templates");
    tmpl::Options engine;
    engine.keep_trailing_newline = true;
    engine.only_outermost_newline = true;
    tmpl::Environment environment(loader(files, {folder, share}), engine);
    view::add_field_filters(environment);
    // The name's end says which format it is.
    const std::string name = options.format.empty() ? file : file + "." + options.format;
    environment.add_template(name, {text.value(), options.template_file}, problems);
    files.hand_over(problems);  // before a template that was refused is missed
    if (!problems.has_errors()) environment.render(name, data->mapping(), answer.out, problems);
  }
  files.hand_over(problems);
  if (problems.has_errors()) {
    answer.outcome = Outcome::problems;
    answer.out.clear();
  }
  return answer;
}

}  // namespace huice::project
