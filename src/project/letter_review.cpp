// SPDX-License-Identifier: Apache-2.0
#include "project/letter_review.h"

#include "formats/table.h"
#include "load/worker_count.h"
#include "project/review_sheet.h"
#include "template/values/builders.h"

#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace huice::project {
namespace {

using tmpl::Dict;
using tmpl::Value;

std::string_view state_key(AskState state) {
  switch (state) {
    case AskState::answered:
      return "review.state.answered";
    case AskState::unanswered:
      return "review.state.unanswered";
    case AskState::unknown:
      return "review.state.unknown";
    case AskState::other:
      return "review.state.other";
  }
  return "review.state.unknown";
}

// ── The page ──

template <class Items, class Make>
Value values_of(const Items& items, const Make& make) {
  tmpl::ListValue list;
  for (const auto& one : items) list.push(make(one));
  return Value(std::move(list));
}

Value text_value(const std::string& text) {
  return Value(text);
}

Value line_value(const SheetLine& line) {
  return Value(Dict()
                   .set("label", Value(line.label))
                   .set("text", Value(line.text))
                   .set("is_open", Value(line.is_open)));
}

Value fact_value(const SheetFact& fact, const std::vector<std::string>& cautions) {
  return Value(Dict()
                   .set("rank", Value(fact.rank))
                   .set("is_cited", Value(fact.is_cited))
                   .set("is_part", Value(fact.is_part))
                   .set("sentence", Value(fact.sentence))
                   .set("id", Value(fact.id))
                   .set("source", Value(fact.source))
                   .set("place", Value(fact.place))
                   .set("reliability", Value(fact.reliability))
                   .set("as_of", Value(fact.as_of))
                   .set("units", Value(fact.units))
                   .set("due", Value(fact.due))
                   .set("cautions", values_of(cautions, text_value)));
}

// What is said of an article is not said again of each of its measures.
Value fact_values(const std::vector<SheetFact>& facts) {
  tmpl::ListValue list;
  const SheetFact* whole = nullptr;
  for (const SheetFact& fact : facts) {
    if (!fact.is_part) whole = &fact;
    std::vector<std::string> cautions = fact.cautions;
    if (whole != nullptr && whole != &fact) {
      std::erase_if(cautions, [whole](const std::string& one) {
        const auto& said = whole->cautions;
        return std::find(said.begin(), said.end(), one) != said.end();
      });
    }
    list.push(fact_value(fact, cautions));
  }
  return Value(std::move(list));
}

Value promise_value(const SheetPromise& promise) {
  return Value(Dict()
                   .set("text", Value(promise.text))
                   .set("letter", Value(promise.letter))
                   .set("units", Value(promise.units))
                   .set("due", Value(promise.due))
                   .set("state", Value(promise.state))
                   .set("evidence", Value(promise.evidence))
                   .set("is_overdue", Value(promise.is_overdue)));
}

Dict page_of(const ReviewSheet& sheet, const std::string& language, const view::Scope& scope) {
  const auto part_value = [&scope](const SheetPart& part) {
    return Value(Dict()
                     .set("heading", Value(part.heading))
                     .set("state_text", Value(std::string(scope.words.text(state_key(part.state)))))
                     .set("is_answered", Value(part.state == AskState::answered))
                     .set("is_unanswered", Value(part.state == AskState::unanswered))
                     .set("answers", values_of(part.answers, text_value))
                     .set("evidence", fact_values(part.evidence))
                     .set("candidates", fact_values(part.candidates)));
  };
  Dict page;
  page.set("id", Value(sheet.id))
      .set("language", Value(language))
      .set("title", Value(sheet.title))
      .set("as_of", Value(scope.as_of.official()))
      .set("lines", values_of(sheet.lines, line_value))
      .set("parts", values_of(sheet.parts, part_value))
      .set("promises", values_of(sheet.promises, promise_value))
      .set("before", values_of(sheet.before, promise_value))
      .set("wording", values_of(sheet.wording, line_value));
  Dict context;
  context.set("sheet", Value(std::move(page))).set("t", Value::borrow(scope.words.tree()));
  return context;
}

// ── The workbook ──

constexpr std::string_view kBook = "review";

using Rows = std::vector<std::vector<formats::Cell>>;

class Table {
 public:
  explicit Table(const view::Words& words) : words_(words) {}

  formats::TableOptions options(const model::Date& day) const {
    formats::TableOptions options;
    options.created = day.iso();
    options.sheet = word("review.title");
    const std::vector<std::pair<std::string_view, double>> columns{
        {"letter", 22}, {"part", 26},  {"kind", 12},   {"rank", 6},   {"text", 60},
        {"keep", 8},    {"id", 34},    {"source", 30}, {"place", 18}, {"reliability", 10},
        {"as_of", 16},  {"units", 24}, {"due", 16},    {"remark", 44}};
    for (const auto& one : columns) {
      options.columns.push_back({word(view::key_in("review.columns", one.first)), one.second});
    }
    return options;
  }

  Rows rows_of(const ReviewSheet& sheet) {
    rows_.clear();
    for (const SheetLine& line : sheet.lines) {
      add({.letter = sheet.id, .part = line.label, .kind = "line", .text = line.text});
    }
    for (const SheetPart& part : sheet.parts) {
      add({.letter = sheet.id,
           .part = part.heading,
           .kind = "state",
           .text = word(state_key(part.state))});
      for (const std::string& answer : part.answers) {
        add({.letter = sheet.id, .part = part.heading, .kind = "answer", .text = answer});
      }
      for (const SheetFact& one : part.evidence) add_fact(sheet, part, one, "evidence");
      for (const SheetFact& one : part.candidates) add_fact(sheet, part, one, "candidate");
    }
    for (const SheetPromise& one : sheet.promises) add_promise(sheet, one, "promise");
    for (const SheetPromise& one : sheet.before) add_promise(sheet, one, "before");
    for (const SheetLine& line : sheet.wording) {
      add({.letter = sheet.id, .part = line.label, .kind = "wording", .text = line.text});
    }
    return std::move(rows_);
  }

 private:
  struct Line {
    std::string letter{}, part{};
    std::string_view kind{};
    std::size_t rank = 0;
    std::string text{}, id{}, source{}, place{}, reliability{}, as_of{}, units{}, due{}, remark{};
  };

  std::string word(std::string_view key) const { return std::string(words_.text(key)); }

  void add(const Line& line) {
    const auto cell = [](const std::string& text) {
      return text.empty() ? formats::Cell::none() : formats::Cell::of(text);
    };
    rows_.push_back(
        {cell(line.letter), cell(line.part), cell(word(view::key_in("review.kinds", line.kind))),
         line.rank == 0 ? formats::Cell::none() : formats::Cell::number(std::to_string(line.rank)),
         cell(line.text), formats::Cell::none(), cell(line.id), cell(line.source), cell(line.place),
         cell(line.reliability), cell(line.as_of), cell(line.units), cell(line.due),
         cell(line.remark)});
  }

  void add_fact(const ReviewSheet& sheet, const SheetPart& part, const SheetFact& fact,
                std::string_view kind) {
    std::string remark;
    if (fact.rank > 0 && fact.is_cited) remark = word("review.cited");
    for (const std::string& one : fact.cautions) {
      remark += (remark.empty() ? "" : "\n") + one;
    }
    add({.letter = sheet.id,
         .part = part.heading,
         .kind = kind,
         .rank = fact.rank,
         .text = fact.sentence,
         .id = fact.id,
         .source = fact.source,
         .place = fact.place,
         .reliability = fact.reliability,
         .as_of = fact.as_of,
         .units = fact.units,
         .due = fact.due,
         .remark = remark});
  }

  void add_promise(const ReviewSheet& sheet, const SheetPromise& promise, std::string_view kind) {
    std::string remark = promise.state;
    if (!promise.evidence.empty()) {
      remark = words_.text("review.with_evidence",
                           {{"state", promise.state}, {"evidence", promise.evidence}});
    }
    add({.letter = sheet.id,
         .kind = kind,
         .text = promise.text,
         .source = promise.letter,
         .units = promise.units,
         .due = promise.due,
         .remark = remark});
  }

  const view::Words& words_;
  Rows rows_;
};

Result<void> write_table(const LetterSurroundings& run, const std::vector<Rows>& sheets) {
  const formats::TableOptions options = Table(run.scope.words).options(run.scope.as_of);
  auto writer =
      formats::create_table(run.files, join_path(run.folder, std::string(kBook) + ".xlsx"),
                            formats::TableKind::xlsx, options);
  if (!writer) return writer.error();
  for (const Rows& rows : sheets) {
    for (const auto& row : rows) {
      if (const auto written = writer.value()->write(row); !written) return written;
    }
  }
  return writer.value()->finish();
}

}  // namespace

std::size_t write_reviews(const LetterSurroundings& run,
                          const std::vector<const model::Proposal*>& proposals,
                          Diagnostics& problems) {
  const ReviewSheets sheets(run.library, run.scope);
  std::vector<Rows> rows(proposals.size());
  std::vector<std::unique_ptr<Diagnostics>> found(proposals.size());
  oneapi::tbb::task_arena arena(load::worker_count(run.threads));
  arena.execute([&] {
    oneapi::tbb::parallel_for(std::size_t{0}, proposals.size(), [&](std::size_t i) {
      const model::Proposal& proposal = *proposals[i];
      found[i] = std::make_unique<Diagnostics>();
      Diagnostics of_letter;  // which making the letter has reported
      const document::ReplyLetter made =
          document::reply_letter(proposal, run.library, run.scope, of_letter);
      if (of_letter.has_errors()) return;
      const ReviewSheet sheet = sheets.sheet(proposal, made);
      std::string page;
      Dict context = page_of(sheet, run.library.site().language, run.scope);
      if (!run.scope.templates.render(kReviewTemplate, context, page, *found[i])) return;
      const std::string path = join_path(run.folder, proposal.id + ".review.html");
      if (const auto written = write_draft(run.files, path, page); !written) {
        found[i]->add(written.error());
        return;
      }
      rows[i] = Table(run.scope.words).rows_of(sheet);
    });
  });
  std::size_t made = 0;
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    problems.add_all(*found[i]);
    if (!rows[i].empty()) ++made;
  }
  if (const auto written = write_table(run, rows); !written) problems.add(written.error());
  return made;
}

}  // namespace huice::project
