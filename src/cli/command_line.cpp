// SPDX-License-Identifier: Apache-2.0
//
// Declares the verbs and their options to CLI11 and hands each to its function in commands.h.
#include "cli/command_line.h"

#include "base/messages/cli.h"
#include "base/messages/files.h"
#include "base/messages/help.h"
#include "base/spelling.h"
#include "base/system_reason.h"
#include "cli/commands.h"
#include "cli/language.h"
#include "cli/version.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cerrno>
#include <new>
#include <ostream>
#include <system_error>

namespace huice::cli {
namespace {

using Choices = std::vector<std::string>;

class Verbs {
 public:
  explicit Verbs(World& world) : world_(world) {
    app_.name("huice");
    app_.description(say(msg::help_huice{}));
    use_own_words();
    app_.set_version_flag("--version", std::string("huice ") + kVersion, say(msg::help_version{}));
    app_.add_option("--lang", language_, say(msg::help_lang{}))->check(language());
    app_.fallthrough();
    app_.require_subcommand(1);
    app_.footer(say(msg::help_examples{}));
    add_init();
    add_check();
    add_build();
    add_render();
    add_match();
    add_facts();
    add_letter();
    add_schema();
    add_explain();
    refuse_empty_values();
    use_own_type_names();
  }

  int run(std::vector<std::string> arguments) {
    std::reverse(arguments.begin(), arguments.end());
    try {
      app_.parse(arguments);
    } catch (const CLI::Success& asked) {
      return app_.exit(asked, world_.out, world_.err);
    } catch (const CLI::ParseError& error) {
      world_.err << reason(error) << "\n";
      return static_cast<int>(Exit::usage);
    }
    return static_cast<int>(result_);
  }

 private:
  std::string say(const Argument& phrase) const { return phrase.in(world_.language); }

  // CLI11's own words, in the language of the run.
  void use_own_words() {
    const std::vector<std::pair<std::string, Argument>> words{
        {"Usage", msg::help_usage{}},
        {"OPTIONS", msg::help_options_mark{}},
        {"SUBCOMMAND", msg::help_verb_mark{}},
        {"REQUIRED", msg::help_required{}},
        {"Positionals", msg::help_positionals{}}};
    for (const auto& [key, phrase] : words) app_.get_formatter()->label(key, say(phrase));
    app_.option_defaults()->group(say(msg::help_options{}));
    app_.set_help_flag("-h,--help", say(msg::help_help{}))->group(say(msg::help_options{}));
  }

  // An empty value is mostly a variable of a script that was not set: `-o "$OUT"` must not publish
  // to the default folder.
  void refuse_empty_values() {
    const auto refuse = [this](const std::string& value) -> std::string {
      return value.empty() ? say(msg::empty_value{}) : std::string();
    };
    for (CLI::App* verb : app_.get_subcommands([](const CLI::App*) { return true; })) {
      for (CLI::Option* option : verb->get_options()) {
        if (option->get_items_expected_max() > 0) option->check(CLI::Validator(refuse, ""));
      }
    }
  }

  // What options take, which CLI11 calls TEXT and INT.
  void use_own_type_names() {
    const auto all = app_.get_subcommands([](const CLI::App*) { return true; });
    for (CLI::App* verb : all) {
      for (CLI::Option* option : verb->get_options()) {
        const std::string name = option->get_type_name();
        if (name.starts_with("TEXT")) option->type_name(say(msg::help_text_mark{}));
        if (name.starts_with("INT")) option->type_name(say(msg::help_number_mark{}));
      }
    }
    app_.get_option("--lang")->type_name(say(msg::help_text_mark{}));
  }

  CLI::App* add_verb(const std::string& name, const std::string& description) {
    CLI::App* verb = app_.add_subcommand(name, description)->group(say(msg::help_verbs{}));
    verb->set_help_flag("-h,--help", say(msg::help_help{}))->group(say(msg::help_options{}));
    return verb;
  }

  void examples(CLI::App* verb, const std::string& lines) const {
    verb->footer(say(msg::help_footer{}) + "\n" + lines);
  }

  CLI::Validator one_of(const Choices& choices) const {
    const auto refuse = [this, choices](const std::string& value) -> std::string {
      if (std::find(choices.begin(), choices.end(), value) != choices.end()) return {};
      return say(msg::not_among{.value = value, .choices = Argument::list(choices)});
    };
    return CLI::Validator(refuse, "{" + CLI::detail::join(choices, ",") + "}");
  }

  // The parts of a list whose commas may be Chinese.
  static Choices parts_of(const std::string& list) {
    Choices parts{{}};
    for (std::size_t at = 0; at < list.size();) {
      std::size_t size = 0;
      for (const std::string_view comma : {",", "，", "、"}) {
        if (std::string_view(list).substr(at).starts_with(comma)) size = comma.size();
      }
      if (size > 0) {
        parts.emplace_back();
        at += size;
      } else {
        parts.back() += list[at++];
      }
    }
    return parts;
  }

  CLI::Validator list_of(const Choices& choices) const {
    const auto refuse = [this, choices](const std::string& value) -> std::string {
      for (const std::string& one : parts_of(value)) {
        if (std::find(choices.begin(), choices.end(), one) != choices.end()) continue;
        return say(msg::not_among{.value = one, .choices = Argument::list(choices)});
      }
      return {};
    };
    return CLI::Validator(refuse, "{" + CLI::detail::join(choices, ",") + "}");
  }

  // What HUICE_LANG takes as well: zh, zh_CN.UTF-8, en-GB.
  CLI::Validator language() const {
    const Choices named{"zh-CN", "en"};
    const auto refuse = [this, named](const std::string& value) -> std::string {
      if (language_named(value)) return {};
      return say(msg::not_among{.value = value, .choices = Argument::list(named)});
    };
    return CLI::Validator(refuse, "{" + CLI::detail::join(named, ",") + "}");
  }

  CLI::Validator whole_number(int least, int most) const {
    const auto refuse = [this, least, most](const std::string& value) -> std::string {
      int number = 0;
      if (CLI::detail::lexical_cast(value, number) && number >= least && number <= most) return {};
      return say(msg::not_in_range{.value = value, .least = least, .most = most});
    };
    return CLI::Validator(refuse, std::to_string(least) + "–" + std::to_string(most));
  }

  // The verb being parsed, or the program where there is none.
  const CLI::App& current() const {
    const auto verbs = app_.get_subcommands();
    return verbs.empty() ? app_ : *verbs.front();
  }

  // What CLI11 found, in our words. Its text begins with the option it is about, where there is
  // one.
  std::string reason(const CLI::ParseError& error) const {
    const std::string text = error.what();
    const std::string subject = text.substr(0, text.find(": "));
    const std::vector<std::string> left = app_.remaining(true);
    if (app_.get_subcommands().empty())
      return left.empty() ? say(msg::no_verb{}) : unknown(left.front());
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !left.empty()) {
      return unknown(left.front());
    }
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
      return missing(text.substr(0, text.find(' ')));
    }
    if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr) {
      return say(msg::option_value{
          .option = subject, .reason = text.substr(std::min(subject.size() + 2, text.size()))});
    }
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
      const bool is_missing =
          text.find("missing") != std::string::npos || text.find("required") != std::string::npos;
      return is_missing ? say(msg::option_without_value{.option = subject})
                        : say(msg::option_twice{.option = subject});
    }
    return say(msg::wrong_use{});
  }

  // What is left out, and what it is: a newcomer does not know what DIR stands for.
  std::string missing(const std::string& name) const {
    const CLI::Option* option = current().get_option_no_throw(name);
    return say(msg::missing_word{
        .verb = current().get_name(),
        .name = name,
        .meaning = option == nullptr ? std::string{} : option->get_description()});
  }

  std::string unknown(const std::string& word) const {
    const bool verb_given = !app_.get_subcommands().empty();
    const std::string name = word.substr(0, word.find('='));
    if (name.starts_with('-')) return unknown_option(name);
    if (verb_given) return say(msg::surplus_word{.verb = current().get_name(), .word = word});
    std::vector<std::string> known;
    for (const CLI::App* verb : app_.get_subcommands([](const CLI::App*) { return true; })) {
      known.push_back(verb->get_name());
    }
    const std::string near = nearest(word, {known.begin(), known.end()});
    return near.empty() ? say(msg::unknown_verb{.name = word})
                        : say(msg::unknown_verb_near{.name = word, .near = near});
  }

  std::string unknown_option(const std::string& name) const {
    std::vector<std::string> known;
    for (const CLI::App* app : {&current(), static_cast<const CLI::App*>(&app_)}) {
      for (const CLI::Option* option : app->get_options()) {
        for (const std::string& one : option->get_lnames()) known.push_back("--" + one);
      }
    }
    const std::string near = nearest(name, {known.begin(), known.end()});
    return near.empty() ? say(msg::unknown_option{.verb = current().get_name(), .name = name})
                        : say(msg::unknown_option_near{.name = name, .near = near});
  }

  void add_init() {
    CLI::App* verb = add_verb("init", say(msg::help_init{}));
    verb->add_option("DIR", init_.directory, say(msg::help_init_folder{}))->required();
    verb->add_flag("--empty", init_.empty, say(msg::help_init_empty{}));
    examples(verb,
             "  huice init my-city && huice build my-city\n"
             "  huice init --empty my-city");
    verb->callback([this] { result_ = init(init_, world_); });
  }

  void add_check() {
    CLI::App* verb = add_verb("check", say(msg::help_check{}));
    verb->add_option("DIR", check_.project, say(msg::help_project{}))->capture_default_str();
    verb->add_option("--format", check_format_, say(msg::help_check_format{}))
        ->check(one_of({"text", "json", "sarif"}))
        ->capture_default_str();
    verb->add_flag("--strict", check_.strict, say(msg::help_strict{}));
    verb->add_option("--as-of", check_.as_of, say(msg::help_check_as_of{}));
    verb->add_flag("--follow-links", world_.follow_links, say(msg::help_follow_links{}));
    examples(verb,
             "  huice check my-city --strict\n"
             "  huice check my-city --format sarif > findings.sarif");
    verb->callback([this] { result_ = check(check_, check_format_, world_); });
  }

  void add_build() {
    CLI::App* verb = add_verb("build", say(msg::help_build{}));
    verb->add_option("DIR", build_.project, say(msg::help_project{}))->capture_default_str();
    verb->add_option("-o,--output", build_.output, say(msg::help_build_output{}));
    verb->add_option("--as-of", build_.as_of, say(msg::help_as_of_pages{}));
    verb->add_option("--audience", build_.audience, say(msg::help_build_audience{}))
        ->check(one_of({"public", "internal"}))
        ->capture_default_str();
    verb->add_flag("--strict", build_.strict, say(msg::help_strict{}));
    verb->add_flag("--follow-links", world_.follow_links, say(msg::help_follow_links{}));
    verb->add_option("-j,--jobs", build_.threads, say(msg::help_jobs{}))
        ->check(whole_number(0, 1024))
        ->capture_default_str();
    examples(verb, "  huice build my-city\n  huice build my-city -o /srv/www -j 4");
    verb->callback([this] { result_ = build(build_, world_); });
  }

  void add_render() {
    CLI::App* verb = add_verb("render", say(msg::help_render{}));
    verb->add_option("TEMPLATE", render_.template_file, say(msg::help_render_template{}))
        ->required();
    verb->add_option("-d,--data", render_.data, say(msg::help_render_data{}));
    verb->add_option("--format", render_.format, say(msg::help_render_format{}))
        ->check(one_of({"html", "md", "typ", "xml", "json", "csv", "txt"}));
    verb->add_flag("--follow-links", world_.follow_links, say(msg::help_render_links{}));
    examples(verb,
             "  huice render card.html --data card.json\n"
             "  echo '{\"amount\": 5000000}' | huice render card.txt --data -\n"
             "  huice render letter.j2 --data letter.json --format typ > letter.typ");
    verb->callback([this] { result_ = render(render_, world_); });
  }

  void add_match() {
    CLI::App* verb = add_verb("match", say(msg::help_match{}));
    verb->add_option("DIR", match_.project, say(msg::help_project{}))->capture_default_str();
    verb->add_option("-p,--profile", match_.profile, say(msg::help_match_profile{}));
    verb->add_option("-r,--roster", match_.roster, say(msg::help_match_roster{}));
    verb->add_option("--sheet", match_.sheet, say(msg::help_match_sheet{}));
    verb->add_option("-o,--output", match_.output, say(msg::help_match_output{}));
    verb->add_option("--columns", match_.columns, say(msg::help_match_columns{}))->delimiter(',');
    verb->add_option("--only", match_.only, say(msg::help_match_only{}))
        ->delimiter(',')
        ->check(list_of({"yes", "unknown", "no", "符合", "不能确定", "不符合"}));
    verb->add_option("--as-of", match_.as_of, say(msg::help_match_as_of{}));
    verb->add_flag("--follow-links", world_.follow_links, say(msg::help_follow_links{}));
    verb->add_option("--format", match_.format, say(msg::help_match_format{}))
        ->check(one_of({"text", "json"}))
        ->capture_default_str();
    verb->add_option("-j,--jobs", match_.threads, say(msg::help_jobs{}))
        ->check(whole_number(0, 1024))
        ->capture_default_str();
    CLI::Option* examples_flag =
        verb->add_flag("--examples", with_examples_, say(msg::help_match_examples{}));
    verb->add_flag("--rewrite", rewrite_, say(msg::help_match_rewrite{}))->needs(examples_flag);
    examples(verb,
             "  huice match my-city --profile enterprise.json\n"
             "  huice match my-city --roster roster.xlsx -o result.xlsx --only yes,unknown\n"
             "  huice match my-city --roster roster.csv -o list.csv --only yes "
             "--columns 企业名称,title,estimate\n"
             "  huice match my-city --examples --rewrite");
    verb->callback([this] {
      match_.only = separated(match_.only);
      const std::string surplus = with_examples_ ? project::roster_option(match_) : std::string();
      if (!with_examples_) {
        result_ = match(match_, world_);
      } else if (!match_.profile.empty() || !match_.roster.empty()) {
        world_.err << say(msg::match_what{}) << "\n";
        result_ = Exit::usage;
      } else if (!surplus.empty()) {
        world_.err << say(msg::only_with_roster{.option = surplus}) << "\n";
        result_ = Exit::usage;
      } else {
        result_ = match_examples({.project = match_.project, .rewrite = rewrite_}, world_);
      }
    });
  }

  // Every item of lists by itself.
  static Choices separated(const Choices& lists) {
    Choices all;
    for (const std::string& list : lists) {
      for (std::string& one : parts_of(list)) all.push_back(std::move(one));
    }
    return all;
  }

  void add_facts() {
    CLI::App* verb = add_verb("facts", say(msg::help_facts{}));
    verb->add_option("ID", facts_.id, say(msg::help_facts_id{}))->required();
    verb->add_option("DIR", facts_.project, say(msg::help_project{}))->capture_default_str();
    verb->add_option("--as-of", facts_.as_of, say(msg::help_as_of_pages{}));
    verb->add_flag("--follow-links", world_.follow_links, say(msg::help_follow_links{}));
    verb->add_option("--audience", facts_.audience, say(msg::help_facts_audience{}))
        ->check(one_of({"public", "internal"}))
        ->capture_default_str();
    verb->add_option("--format", facts_.format, say(msg::help_facts_format{}))
        ->check(one_of({"text", "json"}))
        ->capture_default_str();
    examples(verb,
             "  huice facts ordos-2022-103/2.3/champion\n"
             "  huice facts rd-intensity@ordos/unstated my-city --format json");
    verb->callback([this] { result_ = facts(facts_, world_); });
  }

  void add_letter() {
    CLI::App* verb = add_verb("letter", say(msg::help_letter{}));
    verb->add_option("ID", letter_.words, say(msg::help_letter_words{}));
    verb->add_flag("--all", letter_.all, say(msg::help_letter_all{}));
    verb->add_option("--formats", letter_.formats, say(msg::help_letter_formats{}))->delimiter(',');
    verb->add_option("-o,--output", letter_.output, say(msg::help_letter_output{}));
    verb->add_option("--pdf-standard", letter_.pdf_standard, say(msg::help_letter_standard{}))
        ->check(one_of({project::kPdfStandards.begin(), project::kPdfStandards.end()}))
        ->capture_default_str();
    verb->add_flag("--final", letter_.final, say(msg::help_letter_final{}));
    verb->add_flag("--sheet", letter_.sheet, say(msg::help_letter_sheet{}));
    verb->add_option("--with", letter_.with, say(msg::help_letter_with{}))->delimiter(',');
    CLI::Option* read = verb->add_option("--read", letter_.read, say(msg::help_letter_read{}));
    verb->add_flag("--apply", letter_.apply, say(msg::help_letter_apply{}))->needs(read);
    verb->add_option("--as-of", letter_.as_of, say(msg::help_letter_as_of{}));
    verb->add_option("--verify", letter_verify_.file, say(msg::help_letter_verify{}));
    verb->add_option("--format", letter_verify_.format, say(msg::help_letter_format{}))
        ->check(one_of({"text", "json"}))
        ->capture_default_str();
    verb->add_flag("--follow-links", world_.follow_links, say(msg::help_follow_links{}));
    verb->add_option("-j,--jobs", letter_.threads, say(msg::help_jobs{}))
        ->check(whole_number(0, 1024))
        ->capture_default_str();
    examples(verb,
             "  huice letter my-city ordos-cppcc-5-1-188\n"
             "  huice letter my-city --all -o /srv/drafts --formats html\n"
             "  huice letter ordos-cppcc-5-1-188 --formats pdf --pdf-standard a-2a --final\n"
             "  huice letter my-city --read drafts/ordos-cppcc-5-1-188.docx --apply\n"
             "  huice letter --verify letter.docx");
    verb->callback([this] {
      if (!letter_verify_.file.empty()) {
        result_ = letter_verify(letter_verify_, letter_, world_);
        return;
      }
      letter_.formats = separated(letter_.formats);
      letter_.with = separated(letter_.with);
      result_ = letter(letter_, world_);
    });
  }

  void add_schema() {
    CLI::App* verb = add_verb("schema", say(msg::help_schema{}));
    verb->add_option("KIND", schema_.kind, say(msg::help_schema_kind{}));
    verb->add_flag("--all", schema_.all, say(msg::help_schema_all{}));
    verb->add_option("-o,--output", schema_.output, say(msg::help_schema_output{}));
    examples(verb,
             "  huice schema policy > policy.schema.json\n"
             "  huice schema --all -o my-city/data/.schema\n  huice schema");
    verb->callback([this] { result_ = schema(schema_, world_); });
  }

  void add_explain() {
    CLI::App* verb = add_verb("explain", say(msg::help_explain{}));
    verb->add_option("CODE", explain_.code, say(msg::help_explain_code{}));
    examples(verb, "  huice explain bad-money\n  huice explain");
    verb->callback([this] { result_ = explain(explain_, world_); });
  }

  World& world_;
  CLI::App app_;
  std::string language_;  // read before anything is parsed (language.h)
  InitOptions init_;
  project::CheckOptions check_;
  std::string check_format_ = "text";
  project::BuildOptions build_;
  project::RenderOptions render_;
  project::MatchOptions match_;
  bool with_examples_ = false;
  bool rewrite_ = false;
  project::FactsOptions facts_;
  project::LetterOptions letter_;
  project::LetterVerifyOptions letter_verify_;
  project::SchemaOptions schema_;
  ExplainOptions explain_;
  Exit result_ = Exit::done;
};

// A result that was cut short must not look done: a full disk shows here, at the last of what was
// written.
int with_all_written(int result, World& world) {
  const bool broken = !world.out;
  errno = 0;
  if (broken) {  // some time ago: writing once more says why
    world.out.clear();
    world.out << '\n';
  }
  world.out.flush();
  if (!broken && world.out) return result;
  Diagnostics found;
  found.add(problem(msg::file_unwritable{.reason = system_reason(errno == 0 ? EIO : errno)},
                    Location::of_file(say(msg::standard_output{}, world))));
  show(found, world);
  return static_cast<int>(Exit::environment);
}

}  // namespace

int run(const std::vector<std::string>& arguments, World& world) {
  world.language = choose_language(arguments, world);
  try {
    return with_all_written(Verbs(world).run(arguments), world);
  } catch (const std::exception& error) {
    const bool no_memory = dynamic_cast<const std::bad_alloc*>(&error) != nullptr;
    const auto* of_system = dynamic_cast<const std::system_error*>(&error);
    // Any other is a fault of huice itself: its words are for who mends it.
    const Argument reason = no_memory ? Argument(msg::why_no_memory{})
                            : of_system != nullptr
                                ? system_reason(of_system->code().value())
                                : msg::others_words{.text = std::string(error.what())};
    const Argument stopped = msg::stopped{.reason = reason};
    world.err << stopped.in(world.language) << "\n";
    return static_cast<int>(Exit::environment);
  }
}

}  // namespace huice::cli
