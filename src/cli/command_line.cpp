// SPDX-License-Identifier: Apache-2.0
//
// Declares the verbs and their options to CLI11 and hands each to its function in commands.h.
#include "cli/command_line.h"

#include "cli/commands.h"
#include "cli/version.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <ostream>

namespace huice::cli {
namespace {

constexpr const char* kExamples = R"(Examples:
  huice init my-city            make a new project to start from
  huice check my-city           say what is wrong with its records
  huice build my-city           render it into my-city/public
  huice build . -o /srv/www --as-of 2026-03-01
                                the site as it stood on that day
  huice render card.html --data card.json
                                one template with data of your own
  huice facts rd-intensity@ordos/2024 my-city
                                a fact, its source, and what must be reissued with it
  huice schema policy           the JSON Schema of a policy's file, for editors
  huice explain bad-money       what a message means and how to fix it

Exit codes: 0 done, 1 problems in the input, 2 wrong use, 3 disk, network or machine failed.)";

class Verbs {
 public:
  explicit Verbs(World& world) : world_(world) {
    app_.name("huice");
    app_.set_version_flag("--version", std::string("huice ") + kVersion, "Print the version");
    app_.require_subcommand(1);
    app_.footer(kExamples);
    app_.failure_message(CLI::FailureMessage::simple);
    add_init();
    add_check();
    add_build();
    add_render();
    add_match();
    add_facts();
    add_schema();
    add_explain();
  }

  int run(std::vector<std::string> arguments) {
    std::reverse(arguments.begin(), arguments.end());
    try {
      app_.parse(arguments);
    } catch (const CLI::ParseError& error) {
      const int code = app_.exit(error, world_.out, world_.err);
      return static_cast<int>(code == 0 ? Exit::done : Exit::usage);
    }
    return static_cast<int>(result_);
  }

 private:
  void add_init() {
    CLI::App* verb =
        app_.add_subcommand("init", "Make a new project with one example of each record");
    verb->add_option("DIR", init_.directory, "The folder to make")->required();
    verb->footer("Example:\n  huice init my-city && huice build my-city");
    verb->callback([this] { result_ = init(init_, world_); });
  }

  void add_check() {
    CLI::App* verb = app_.add_subcommand("check", "Say what is wrong with a project's records");
    verb->add_option("DIR", check_.project, "The project's folder")->capture_default_str();
    verb->add_option("--format", check_.format,
                     "text for people, on standard error; json or sarif for programs")
        ->check(CLI::IsMember({"text", "json", "sarif"}))
        ->capture_default_str();
    verb->add_flag("--strict", check_.strict, "Let warnings fail too");
    verb->add_option(
        "--as-of", check_.as_of,
        "The day on which things are overdue or expired, as YYYY-MM-DD; default: today");
    verb->footer(
        "Examples:\n  huice check my-city --strict\n"
        "  huice check my-city --format sarif > findings.sarif");
    verb->callback([this] { result_ = check(check_, world_); });
  }

  void add_build() {
    CLI::App* verb =
        app_.add_subcommand("build", "Render the website, replies, booklets and dashboards");
    verb->add_option("DIR", build_.project, "The project's folder")->capture_default_str();
    verb->add_option("-o,--output", build_.output,
                     "Where to; default: public (or internal) in the project's folder");
    verb->add_option("--as-of", build_.as_of,
                     "The day the pages speak of, as YYYY-MM-DD; default: today");
    verb->add_option("--audience", build_.audience, "public, or internal for the office's own copy")
        ->check(CLI::IsMember({"public", "internal"}))
        ->capture_default_str();
    verb->add_flag("--strict", build_.strict, "Let warnings fail too");
    verb->add_option("-j,--jobs", build_.threads, "Threads; 0: one for each processor")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    verb->footer("Examples:\n  huice build my-city\n  huice build my-city -o /srv/www -j 4");
    verb->callback([this] { result_ = build(build_, world_); });
  }

  void add_render() {
    CLI::App* verb = app_.add_subcommand("render", "Render one template with data of your own");
    verb->add_option("TEMPLATE", render_.template_file,
                     "The template; what it includes is looked for in its folder, then in huice's")
        ->required();
    verb->add_option("-d,--data", render_.data,
                     "A file with one JSON object; - reads what is piped in");
    verb->add_option("--format", render_.format,
                     "How to escape: html, md, typ, xml, json, csv or txt; default: by the name")
        ->check(CLI::IsMember({"html", "md", "typ", "xml", "json", "csv", "txt"}));
    verb->footer(
        "Examples:\n  huice render card.html --data card.json\n"
        "  echo '{\"amount\": 5000000}' | huice render card.txt --data -\n"
        "  huice render letter.j2 --data letter.json --format typ > letter.typ");
    verb->callback([this] { result_ = render(render_, world_); });
  }

  void add_match() {
    CLI::App* verb = app_.add_subcommand("match", "Say which measures an enterprise may have");
    verb->add_option("DIR", match_.project, "The project's folder")->capture_default_str();
    verb->add_option("-p,--profile", match_.profile,
                     "One enterprise's answers as JSON; - reads what is piped in");
    verb->add_option(
        "-r,--roster", match_.roster,
        "A table (CSV or XLSX) with one enterprise a row; - reads CSV that is piped in");
    verb->add_option("--sheet", match_.sheet, "Of a workbook; default: the first");
    verb->add_option("-o,--output", match_.output,
                     "Of a roster: the table to write, .csv, .xlsx, .json or .jsonl");
    verb->add_option("--columns", match_.columns,
                     "Columns of that table, separated by commas; default: all")
        ->delimiter(',');
    verb->add_option(
            "--only", match_.only,
            "Verdicts to write: yes (符合), unknown (不能确定), no (不符合), separated by commas; "
            "default: all")
        ->delimiter(',')
        ->check(CLI::IsMember({"yes", "unknown", "no", "符合", "不能确定", "不符合"}));
    verb->add_option("--as-of", match_.as_of, "On which day, as YYYY-MM-DD; default: today");
    verb->add_option("--format", match_.format, "Of a profile's report: text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    verb->add_option("-j,--jobs", match_.threads, "Threads; 0: one for each processor")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    verb->footer(
        "Examples:\n  huice match my-city --profile enterprise.json\n"
        "  huice match my-city --roster roster.xlsx -o result.xlsx --only yes,unknown\n"
        "  huice match my-city --roster roster.csv -o list.csv --only yes "
        "--columns 企业名称,title,estimate");
    verb->callback([this] { result_ = match(match_, world_); });
  }

  void add_facts() {
    CLI::App* verb = app_.add_subcommand(
        "facts", "Tell a fact's value, source and history, and every page that depends on it");
    verb->add_option("ID", facts_.id,
                     "As citations have it: policy/article/measure, "
                     "indicator@region/period, or a record's id")
        ->required();
    verb->add_option("DIR", facts_.project, "The project's folder")->capture_default_str();
    verb->add_option("--as-of", facts_.as_of,
                     "The day the pages speak of, as YYYY-MM-DD; default: today");
    verb->add_option("--audience", facts_.audience, "Whose pages: public, or internal")
        ->check(CLI::IsMember({"public", "internal"}))
        ->capture_default_str();
    verb->add_option("--format", facts_.format, "text, or json for other programs")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    verb->footer(
        "Examples:\n  huice facts ordos-2022-103/2.3/champion\n"
        "  huice facts rd-intensity@ordos/unstated my-city --format json");
    verb->callback([this] { result_ = facts(facts_, world_); });
  }

  void add_schema() {
    CLI::App* verb =
        app_.add_subcommand("schema", "Print the JSON Schema of a kind of record, for editors");
    verb->add_option("KIND", schema_.kind, "policy, indicator …; without it: list the kinds");
    verb->add_flag("--all", schema_.all, "Write the schemas of all kinds; needs -o");
    verb->add_option("-o,--output", schema_.output,
                     "The folder to write to; default: the standard output");
    verb->footer(
        "Examples:\n  huice schema policy > policy.schema.json\n"
        "  huice schema --all -o my-city/data/.schema\n  huice schema");
    verb->callback([this] { result_ = schema(schema_, world_); });
  }

  void add_explain() {
    CLI::App* verb = app_.add_subcommand("explain", "Say what a diagnostic means, at length");
    verb->add_option("CODE", explain_.code,
                     "As messages have it in brackets; without it: list all");
    verb->footer("Examples:\n  huice explain bad-money\n  huice explain");
    verb->callback([this] { result_ = explain(explain_, world_); });
  }

  World& world_;
  CLI::App app_{
      "huice 惠策: policy guides, replies, booklets and dashboards from one set of facts"};
  InitOptions init_;
  CheckOptions check_;
  BuildOptions build_;
  RenderOptions render_;
  MatchOptions match_;
  FactsOptions facts_;
  SchemaOptions schema_;
  ExplainOptions explain_;
  Exit result_ = Exit::done;
};

}  // namespace

int run(const std::vector<std::string>& arguments, World& world) {
  try {
    return Verbs(world).run(arguments);
  } catch (const std::exception& error) {
    world.err << "huice stopped: " << error.what() << "\n";
    return static_cast<int>(Exit::environment);
  }
}

}  // namespace huice::cli
