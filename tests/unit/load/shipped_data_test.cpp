// SPDX-License-Identifier: Apache-2.0
// The records that ship with huice: they load without a problem, and no published figure of
// observations.csv, which lies beside the repository where the data was gathered, was lost.
#include "base/files.h"
#include "load/csv_file.h"
#include "load/project.h"
#include "model/schema/choice.h"
#include "paths.h"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <tuple>

using namespace huice;

namespace {

model::Library shipped() {
  Diagnostics problems;
  auto library = load::load_project(RealFileSystem(), {.project = source_path()}, problems);
  std::string said;
  for (const Diagnostic& found : problems.sorted()) said += format_diagnostic(found, Language::en);
  CHECK(said == "");
  REQUIRE(library.has_value());
  return std::move(*library);
}

// Value, unit, region, reliability. Indicators were renamed when the records were made.
using Figure = std::tuple<model::Decimal, std::string, std::string, std::string>;

std::multiset<Figure> shipped_figures() {
  const model::Library library = shipped();
  std::multiset<Figure> figures;
  for (const model::Observation& one : library.observations()) {
    if (!one.provenance.source) continue;
    figures.emplace(one.value, one.unit, library.region(one.region)->name,
                    std::string(model::schema::word(one.provenance.source->reliability)));
  }
  return figures;
}

using Row = std::map<std::string, std::string>;

std::vector<Row> rows_of(const std::string& text) {
  Diagnostics problems;
  std::vector<load::Reference> references;
  const SourceText source("observations.csv", text);
  load::FileContext context(source, 1, problems, references);
  std::size_t offset = 0;
  std::vector<load::Cell> header;
  std::vector<load::Cell> cells;
  std::vector<Row> rows;
  REQUIRE(load::next_csv_row(text, offset, header, context));
  while (load::next_csv_row(text, offset, cells, context)) {
    REQUIRE(cells.size() == header.size());
    Row& row = rows.emplace_back();
    for (std::size_t i = 0; i < cells.size(); ++i) row[header[i].text] = cells[i].text;
  }
  CHECK(problems.empty());
  return rows;
}

}  // namespace

TEST_CASE("the shipped records load without a problem") {
  const model::Library library = shipped();
  CHECK(library.policies().size() > 3);
  CHECK(library.proposals().size() == 2);
  CHECK(library.observations().size() > 200);
  CHECK(!library.dashboards().empty());
  CHECK(!library.booklets().empty());
}

TEST_CASE("every published figure that may be shipped is among the records, as it was printed") {
  auto text = RealFileSystem().read(source_path("/../shared/observations.csv"));
  if (!text) {
    MESSAGE("skipped: observations.csv is not beside the repository: nothing to compare with");
    return;
  }
  std::multiset<Figure> figures = shipped_figures();
  std::size_t compared = 0;
  for (Row& row : rows_of(text.value())) {
    const bool published = row["reliability"] == "official" || row["reliability"] == "press";
    if (!published || row["indicator"].starts_with("目标")) continue;
    CAPTURE(row["indicator"]);
    CAPTURE(row["region"]);
    CAPTURE(row["value"]);
    const auto value = model::Decimal::parse(row["value"]);
    REQUIRE(value.has_value());
    // What a self-media page says that quotes an office is a repost, which nobody has checked.
    const bool reposted = row["source_url"].find("163.com") != std::string::npos;
    const std::string level = reposted ? "待核" : row["reliability"];
    const auto found = figures.find(Figure(*value, row["unit"], row["region"], level));
    CHECK(found != figures.end());
    if (found != figures.end()) figures.erase(found);
    ++compared;
  }
  CHECK(compared > 100);
}
