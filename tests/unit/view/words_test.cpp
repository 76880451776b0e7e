// SPDX-License-Identifier: Apache-2.0
//
// A project's words laid over huice's own, and what templates do with texts that have slots.
#include "base/memory_files.h"
#include "template/engine.h"
#include "view/load_words.h"
#include "view/shipped_words.h"

#include <doctest/doctest.h>

#include <memory>
#include <stdexcept>

using namespace huice;
using test::shipped_catalogue;
using tmpl::Value;
using view::Words;

namespace {

constexpr const char* kShipped = R"({
  "unstated": "未载明",
  "amount": {"cap": "最高{sum}", "rate": "按{base}的{rate}"},
  "page": {"top": "回到页首"}
})";

std::string reported(const Diagnostics& problems) {
  std::string text;
  for (const Diagnostic& one : problems.sorted()) text += format_diagnostic(one, Language::en);
  return text;
}

/// A project with a catalogue and templates of its own, beside huice's.
struct Project {
  MemoryFileSystem files;

  explicit Project(const std::string& own, const std::string& language = "zh-CN") {
    files.put("share/templates/i18n/zh-CN.json", kShipped);
    if (!own.empty()) files.put("p/templates/i18n/" + language + ".json", own);
  }

  std::unique_ptr<Words> load(Diagnostics& problems, const std::string& language = "zh-CN") const {
    return view::load_words(files, {.project = "p", .share = "share", .language = language},
                            problems);
  }

  Words& words(const std::string& language = "zh-CN") {
    Diagnostics problems;
    loaded_ = load(problems, language);
    REQUIRE_MESSAGE(loaded_ != nullptr, reported(problems));
    return *loaded_;
  }

  /// What is reported instead of words.
  std::string refused(const std::string& language = "zh-CN") const {
    Diagnostics problems;
    CHECK(load(problems, language) == nullptr);
    return reported(problems);
  }

 private:
  std::unique_ptr<Words> loaded_;
};

/// What a template makes of `t`, or what is reported of it.
std::string rendered(const std::string& name, const std::string& text, tmpl::Dict context = {}) {
  Project project("");
  const Words& words = project.words();
  tmpl::Environment templates([&](std::string_view wanted) -> std::optional<tmpl::TemplateSource> {
    if (wanted != name) return std::nullopt;
    return tmpl::TemplateSource{text, name};
  });
  context.set("t", Value::borrow(words.tree()));
  std::string out;
  Diagnostics problems;
  return templates.render(name, context, out, problems) ? out : reported(problems);
}

}  // namespace

TEST_CASE("a project's words are laid over huice's, key by key") {
  Project project(R"({"amount": {"cap": "不超过{sum}"}})");
  const Words& words = project.words();
  CHECK(words.text("amount.cap", {{"sum", "5万元"}}) == "不超过5万元");
  CHECK(words.text("amount.rate", {{"base", "贷款"}, {"rate", "5%"}}) == "按贷款的5%");
  CHECK(words.text("unstated") == "未载明");
  CHECK(words.keys() ==
        std::vector<std::string>{"amount.cap", "amount.rate", "page.top", "unstated"});
}

TEST_CASE("the order of slots is the text's own") {
  Project project(R"({"amount": {"rate": "{rate} of {base}"}})");
  CHECK(project.words().text("amount.rate", {{"base", "the loan"}, {"rate", "5%"}}) ==
        "5% of the loan");
}

TEST_CASE("a project's own templates may have texts of their own") {
  Project project(R"({"office": {"hours": "周一至周五", "floor": "{n}楼"}, "nav": {"x": "一"}})");
  project.files.put("p/templates/site/layout.html",
                    "{{ t.office.hours }}{% if a %}{{ t.office.floor(n=3) }}{% endif %}");
  project.files.put("p/templates/site/nav.html", "{{ t.nav[kind] }}");
  CHECK(project.words().text("office.hours") == "周一至周五");
  CHECK(project.words().text("office.floor", {{"n", "3"}}) == "3楼");
}

TEST_CASE("a key that huice does not have and no template prints is refused, with the nearest") {
  Project project("{\n  \"unstatd\": \"没有写\",\n  \"office\": {\"hours\": \"周一至周五\"}\n}");
  project.files.put("p/templates/site/layout.html", "{{ t.office.hour }}");
  CHECK(
      project.refused() ==
      R"(p/templates/i18n/zh-CN.json:2:3: error[words-unknown-key]: huice has no text “unstatd”, and no template of this project prints t.unstatd
  2 |   "unstatd": "没有写",
    |   ^~~~~~~~~
  did you mean “unstated”?
  hint: correct the key, or delete it; huice's own templates/i18n lists every key
p/templates/i18n/zh-CN.json:3:14: error[words-unknown-key]: huice has no text “office.hours”, and no template of this project prints t.office.hours
  3 |   "office": {"hours": "周一至周五"}
    |              ^~~~~~~
  hint: correct the key, or delete it; huice's own templates/i18n lists every key
)");
}

TEST_CASE("a slot that is left out, misspelt or not there is refused, all in one run") {
  const Project project(
      R"({"amount": {"cap": "最高{summ}，{extra}", "rate": "按比例"}, "unstated": "没有{x}"})");
  CHECK(
      project.refused() ==
      R"(p/templates/i18n/zh-CN.json:1:23: error[words-slot-unknown]: “amount.cap” has no slot {summ}
  1 | {"amount": {"cap": "最高{summ}，{extra}", "rate": "按比例"}, "unstated": "没有{x}"}
    |                         ^~~~~~
  did you mean “{sum}”?
  hint: nothing would be filled in; huice's own text: 最高{sum}
p/templates/i18n/zh-CN.json:1:30: error[words-slot-unknown]: “amount.cap” has no slot {extra}
  1 | {"amount": {"cap": "最高{summ}，{extra}", "rate": "按比例"}, "unstated": "没有{x}"}
    |                                 ^~~~~~~
  hint: nothing would be filled in; huice's own text: 最高{sum}
p/templates/i18n/zh-CN.json:1:48: error[words-slot-missing]: “amount.rate” leaves out the slot {base}
  1 | {"amount": {"cap": "最高{summ}，{extra}", "rate": "按比例"}, "unstated": "没有{x}"}
    |                                                   ^~~~~~~~
  hint: readers would miss what it holds; huice's own text: 按{base}的{rate}
p/templates/i18n/zh-CN.json:1:48: error[words-slot-missing]: “amount.rate” leaves out the slot {rate}
  1 | {"amount": {"cap": "最高{summ}，{extra}", "rate": "按比例"}, "unstated": "没有{x}"}
    |                                                   ^~~~~~~~
  hint: readers would miss what it holds; huice's own text: 按{base}的{rate}
p/templates/i18n/zh-CN.json:1:71: error[words-slot-unknown]: “unstated” has no slot {x}
  1 | … {"cap": "最高{summ}，{extra}", "rate": "按比例"}, "unstated": "没有{x}"}
    |                                                                      ^~~
  hint: nothing would be filled in; huice's own text: 未载明
)");
}

TEST_CASE("an empty text is refused where huice has words") {
  const Project project(R"({"unstated": " ", "page": {"top": "上"}})");
  CHECK(project.refused() ==
        "p/templates/i18n/zh-CN.json:1:14: error[words-empty]: “unstated” is empty\n"
        "  1 | {\"unstated\": \" \", \"page\": {\"top\": \"上\"}}\n"
        "    |              ^~~\n"
        "  hint: pages would lack these words; huice's own text: 未载明\n");
}

TEST_CASE("a file of words that is never used is named, unless huice has its language") {
  Project project("{}");
  project.files.put("share/templates/i18n/en.json", kShipped);
  project.files.put("p/templates/i18n/en.json", "{}");
  project.files.put("p/templates/i18n/zhCN.json", "{}");
  Diagnostics problems;
  CHECK(project.load(problems) != nullptr);
  CHECK(reported(problems) ==
        "templates/i18n/zhCN.json: warning[words-file-unused]: this file of words is not used: the "
        "site's language is “zh-CN”\n"
        "  hint: it is used where its name is the “language” of data/site.json, like zh-CN.json\n");
}

TEST_CASE("a language that does not exist is answered with the one that is meant") {
  const Project project("");
  CHECK(project.refused("cn") ==
        "data/site.json: error[no-language]: there are no words for the language “cn”: huice has "
        "zh-CN\n"
        "  did you mean “zh-CN”?\n"
        "  hint: correct “language” in data/site.json, or write all words in this project: "
        "templates/i18n/cn.json\n");
}

TEST_CASE("a key that occurs twice is refused, in one object or by its dotted name") {
  CHECK(Project("{\"page\": {\"top\": \"上\"},\n \"page\": {\"top\": \"下\"}}").refused() ==
        R"(p/templates/i18n/zh-CN.json:2:2: error[duplicate-key]: “page” is here for the second time
  2 |  "page": {"top": "下"}}
    |  ^~~~~~
  hint: keep one of the two
)");
  CHECK(
      Project("{\"page\": {\"top\": \"上\"},\n \"page.top\": \"下\"}").refused() ==
      R"(p/templates/i18n/zh-CN.json:2:2: error[duplicate-key]: “page.top” is here for the second time
  2 |  "page.top": "下"}
    |  ^~~~~~~~~~
  hint: keep one of the two
)");
}

TEST_CASE("a value that is neither text nor object is refused where it is, others with it") {
  CHECK(
      Project("{\"unstated\": null,\n \"page\": {\"top\": 3},\n \"amount\": [\"a\", 4]}")
          .refused() ==
      R"(p/templates/i18n/zh-CN.json:1:14: error[wrong-type]: “unstated” takes a text or an object { }, but this is null
  1 | {"unstated": null,
    |              ^~~~
  hint: write it like this: {"source": {"label": "…"}}
p/templates/i18n/zh-CN.json:2:18: error[wrong-type]: “page.top” takes a text or an object { }, but this is 3
  2 |  "page": {"top": 3},
    |                  ^
  hint: write it like this: {"source": {"label": "…"}}
p/templates/i18n/zh-CN.json:3:12: error[wrong-type]: “amount” takes a text or an object { }, but this is a list [ ]
  3 |  "amount": ["a", 4]}
    |            ^
  hint: write it like this: {"source": {"label": "…"}}
)");
  CHECK(
      Project("[]").refused() ==
      R"(p/templates/i18n/zh-CN.json:1:1: error[wrong-type]: “the catalogue” takes an object { }, but this is a list [ ]
  1 | []
    | ^
  hint: write it like this: {"source": {"label": "…"}}
)");
}

TEST_CASE("a text where huice has further texts is refused, and the reverse") {
  CHECK(
      Project("{\"amount\": \"金额\",\n \"unstated\": {\"amount\": \"未载明\"}}").refused() ==
      R"(p/templates/i18n/zh-CN.json:1:2: error[words-text-or-group]: “amount” cannot be given here: huice's own texts hold “amount.cap”
  1 | {"amount": "金额",
    |  ^~~~~~~~
  hint: a key has one text, or an object with further keys, not both
p/templates/i18n/zh-CN.json:2:15: error[words-text-or-group]: “unstated.amount” cannot be given here: huice's own texts hold “unstated”
  2 |  "unstated": {"amount": "未载明"}}
    |               ^~~~~~~~
  hint: a key has one text, or an object with further keys, not both
)");
}

TEST_CASE("braces that are not a slot are refused") {
  CHECK(Project(R"({"unstated": "没有{写"})").refused() ==
        R"(p/templates/i18n/zh-CN.json:1:17: error[words-slot-malformed]: “{” is no slot
  1 | {"unstated": "没有{写"}
    |                   ^
  hint: a slot is a name in braces, as {amount}; a brace itself is doubled: {{ or }}
)");
}

TEST_CASE("broken JSON is reported with its place") {
  CHECK(
      Project("{\"unstated\": \"没有\",}").refused() ==
      R"(p/templates/i18n/zh-CN.json:1:19: error[json-trailing-comma]: there is a comma before this bracket, but nothing follows it
  1 | {"unstated": "没有",}
    |                     ^
  hint: remove the comma
)");
}

TEST_CASE("any kind of Chinese without a catalogue of its own gets zh-CN, the project's too") {
  Project project(R"({"unstated": "未予载明"})");
  CHECK(project.words("zh").text("unstated") == "未予载明");
  CHECK(project.words("zh-Hans").text("page.top") == "回到页首");
}

TEST_CASE("a language that huice does not have needs every text in the project") {
  const Project project(R"({"unstated": "not stated", "page": {"top": "Top"}})", "en");
  CHECK(
      project.refused("en") ==
      R"(p/templates/i18n/en.json: error[words-incomplete]: 2 of 4 texts are missing, the first is “amount.cap”
  hint: huice has no catalogue of this language, so the project's own must hold every text; copy share/templates/i18n/zh-CN.json and translate it
)");
  Project whole(R"({"unstated": "not stated", "page": {"top": "Top"},
    "amount": {"cap": "at most {sum}", "rate": "{rate} of {base}"}})",
                "en");
  CHECK(whole.words("en").text("page.top") == "Top");
  for (const std::string language : {"mn", "zh-Hant"}) {
    CHECK(Project("").refused(language) ==
          "data/site.json: error[no-language]: there are no words for the language “" + language +
              "”: huice has zh-CN\n"
              "  hint: correct “language” in data/site.json, or write all words in this project: "
              "templates/i18n/" +
              language + ".json\n");
  }
}

TEST_CASE("templates print a text as it is, and call one that has slots") {
  CHECK(rendered("a.html", "{{ t.unstated }} {{ t.amount.rate(rate='5%', base=1) }}") ==
        "未载明 按1的5%");
}

TEST_CASE("text and slots are escaped for the page's format, and what is safe there is not") {
  const auto context = [] {
    return tmpl::Dict()
        .set("x", Value("<b>"))
        .set("safe", Value::safe("<i>5</i>", huice::markup::Format::html));
  };
  CHECK(rendered("a.html", "{{ t.amount.cap(sum=x) }}", context()) == "最高&lt;b&gt;");
  CHECK(rendered("a.html", "{{ t.amount.cap(sum=safe) }}", context()) == "最高<i>5</i>");
  CHECK(rendered("a.html", "{{ t.amount.rate(base=safe, rate=x) }}", context()) ==
        "按<i>5</i>的&lt;b&gt;");
  CHECK(rendered("a.html", "<p title=\"{{ t.amount.cap(sum='\"') }}\">") ==
        "<p title=\"最高&#34;\">");
  CHECK(rendered("a.md", "{{ t.amount.cap(sum='*a*') }}") == "最高\\*a\\*");
  CHECK(rendered("a.txt", "{{ t.amount.cap(sum=x) }}", context()) == "最高<b>");
}

TEST_CASE("slots that are left out or not there are reported with the template's place") {
  CHECK(rendered("a.html", "<p>{{ t.amount.rate(base='a') }}") ==
        R"(a.html:1:7: error[template-slot-missing]: “amount.rate” is given no value for {rate}
  1 | <p>{{ t.amount.rate(base='a') }}
    |       ^~~~~~~~~~~~~~~~~~~~~~~
  hint: name each slot: t.amount.rate(base=…, rate=…); the text is: 按{base}的{rate}
)");
  CHECK(rendered("a.html", "{{ t.amount.cap('5万元') }}") ==
        R"(a.html:1:4: error[template-slot-missing]: “amount.cap” is given no value for {sum}
  1 | {{ t.amount.cap('5万元') }}
    |    ^~~~~~~~~~~~~~~~~~~~~
  hint: name each slot: t.amount.cap(sum=…); the text is: 最高{sum}
)");
  CHECK(rendered("a.html", "{{ t.amount.cap(summ=1, x=2) }}") ==
        R"(a.html:1:4: error[template-slot-unknown]: “amount.cap” has no slot {summ}, {x}
  1 | {{ t.amount.cap(summ=1, x=2) }}
    |    ^~~~~~~~~~~~~~~~~~~~~~~~~
  hint: name its slots: t.amount.cap(sum=…); the text is: 最高{sum}
)");
}

TEST_CASE("a text with slots that is printed without them is an error, not its key") {
  CHECK(rendered("a.html", "{{ t.amount.cap }}") ==
        R"(a.html:1:4: error[template-prints-function]: “amount.cap” must be called to be printed
  1 | {{ t.amount.cap }}
    |    ^~~~~~~~~~~~
  hint: write it with brackets: {{ t.page.as_of(date=…) }}
)");
  CHECK(rendered("a.html", "{{ t.amount.cap | upper }}")
            .starts_with("a.html:1:4: error[template-prints-function]"));
  CHECK(rendered("a.html", "{{ t.amount.cap ~ '' }}")
            .starts_with("a.html:1:4: error[template-prints-function]"));
}

TEST_CASE("an undefined or empty value in a slot is an error at its own name") {
  CHECK(rendered("a.html", "{{ t.amount.cap(sum=nothing) }}")
            .starts_with("a.html:1:21: error[template-undefined-name]: “nothing” is not defined"));
  CHECK(rendered("a.html", "{{ t.amount.cap(sum=none) }}").starts_with("a.html:1:4: error["));
}

TEST_CASE("asking for a key that does not exist, or with other slots, is a fault of the program") {
  Project project("");
  const Words& words = project.words();
  CHECK_THROWS_AS(static_cast<void>(words.text("amount.capp")), std::logic_error);
  CHECK_THROWS_AS(static_cast<void>(words.text("amount.cap")), std::logic_error);
  CHECK_THROWS_AS(words.text("amount.cap", {{"summ", "1"}}), std::logic_error);
  CHECK_THROWS_AS(words.text("amount.rate", {{"rate", "1"}}), std::logic_error);
}

TEST_CASE("numbers in running text are Chinese where the language is") {
  Project project("");
  CHECK(project.words().number(25) == "二十五");
  CHECK(Words(shipped_catalogue("en"), nullptr, "en").number(25) == "25");
}

TEST_CASE("English has its own order of slots") {
  const Words english(shipped_catalogue("en"), nullptr, "en");
  CHECK(english.text("amount.rate", {{"base", "the loan"}, {"rate", "5%"}}) == "5% of the loan");
  CHECK(english.text("name.session", {{"body", "Ordos CPPCC"}, {"term", "5"}, {"meeting", "1"}}) ==
        "Session 1, term 5, Ordos CPPCC");
}
