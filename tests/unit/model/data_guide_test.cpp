// SPDX-License-Identifier: Apache-2.0
//
// docs/data-guide.md is written from the field tables, so that it cannot tell anything else than
// what is read. HUICE_UPDATE_GOLDEN=1 writes it anew.
#include "base/files.h"
#include "model/schema/records.h"
#include "paths.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>
#include <vector>

using namespace huice;
using model::Field;
using model::Presence;
using model::Shape;
using model::schema::Layout;
using model::schema::RecordKind;

namespace {

constexpr const char* kIntroduction = R"(# Data guide

Every record below `data/` and every key it may have. This page is made from the tables that loading is
driven by (`src/model/schema`); `./dev golden model` writes it anew.

## What holds everywhere

**Files.** UTF-8, with or without a byte-order mark. JSON without comments and without a comma after the
last element. Unknown keys are refused. Every message names file, line and column. A file may begin with
`"$schema"`, which tells editors where the JSON Schema of its kind stands (`huice schema` prints it).

**Not known.** Leave a key out, or write `null`: pages then say 未载明. Never guess, and never write 0, an
empty text or “无” for what a document does not tell. A key marked “yes, or null” must stand there, since
leaving it out could be an oversight.

**Ids** are lower-case letters and digits, joined by `-` or `.`: `ordos-2022-103`, `2.3`. They never change,
since links and citations use them. Parts are named by the way to them: article `ordos-2022-103/2.3`,
measure, target or undertaking `ordos-2022-103/2.3/champion`; observations by what they are:
`indicator@region/period`, with `#variant` where two sources differ.

**Who may see it.** `audience` is `public`, `internal` or `draft`. Where it is left out, replies and dashboards are
internal and everything else is public. Below `public/` nothing stands but public records and what they may
refer to; `huice build --audience internal` makes the office's own copy, without drafts. `memo`,
`reviewed.by` and everything in `data/private/` are never published.

**Money** is written as people write it: `800元`, `20万元`, `5229.3万元`, `2亿元`; no blanks, no signs. It is
kept exactly and printed as written.

**Quantities** carry their qualifier: `突破300家` (more than), `≥300家` and `10家以上` (at least), `600余人`
(a little more than), `约10%`. Rates are `50%`, `1.5个百分点` or `100个基点`.

**Dates** are `2022-05-06`. **Periods** are a span (`2024`, `2024Q3`, `2024-05`, `2024-01/2024-06`), an instant
(`@2024-12-31`: the stand at its end), `to@2025-09-03` (as of a document's date) or `unstated`, where the source
does not tell. What is unstated is shown, and never compared.

**Prose** is Markdown without HTML. A figure is not typed but cited:
`{{ fact('rd-intensity@ordos/2024') }}` (filters `value`, `period`), `{{ amount('ordos-2022-103/2.3/champion') }}`,
`{{ target('ordos-2022-103/1.2/zjtx-national') }}`, `{{ cite('ordos-2021-61/15') }}` (filters `number`, `title`,
`label`), as in `{{ fact('rd-intensity@ordos/2024') | value }}`. A citation that leads nowhere is an error.

**CSV** has a header line with the keys as columns; a key inside an object is joined by a dot
(`source.document`). An empty cell means not known.
)";

class Guide {
 public:
  std::string write() {
    out_ = kIntroduction;
    for (const RecordKind& kind : model::schema::record_kinds()) add_kind(kind);
    out_ += "\n## Parts\n\nWhat records are made of.\n";
    // Writing a part may find further ones.
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      out_ += "\n### " + std::string(parts_[i]->name) + "\n";
      add_table(*parts_[i]);
    }
    return out_;
  }

 private:
  void add_kind(const RecordKind& kind) {
    out_ += "\n## " + std::string(kind.name) + "\n\n" + where(kind) + "\n";
    add_table(*kind.shape);
  }

  static std::string where(const RecordKind& kind) {
    const std::string path = "data/" + std::string(kind.path);
    const std::string key = path.substr(path.rfind('/') + 1);
    switch (kind.layout) {
      case Layout::single:
        return "`" + path + ".json`, which is the record itself.";
      case Layout::many:
        return "`" + path + ".json`: `{\"" + key + "\": [ … ]}`; or `" + path +
               ".csv`, one record a line.";
      case Layout::folder:
        return "`" + path + "/<id>.json`, one record a file.";
      case Layout::tables:
        return "Every table in `" + path + "/`: `*.csv` with one record a line, or `*.json`: `{\"" +
               key + "\": [ … ]}`.";
    }
    return {};
  }

  void add_table(const Shape& object) {
    out_ += "\n| key | required | value | meaning |\n|---|---|---|---|\n";
    for (const Field& field : object.fields) {
      out_ += "| `" + std::string(field.key) + "` | " + required(field) + " | " +
              cell(value(*field.shape)) + " | " + cell(std::string(field.doc)) + " |\n";
    }
  }

  static std::string required(const Field& field) {
    if (field.presence == Presence::required) return "yes";
    return field.presence == Presence::stated ? "yes, or null" : "";
  }

  std::string value(const Shape& shape) {
    if (shape.kind == Shape::Kind::list) return "list: " + value(*shape.element);
    if (shape.kind == Shape::Kind::object) return link(shape);
    if (!shape.choices.empty()) {
      std::string words;
      for (const std::string_view choice : shape.choices) {
        words += (words.empty() ? "`" : ", `") + std::string(choice) + "`";
      }
      return words;
    }
    std::string text(shape.name);
    if (!shape.example.empty()) text += ": `" + std::string(shape.example) + "`";
    return text;
  }

  std::string link(const Shape& shape) {
    const auto known = std::find_if(parts_.begin(), parts_.end(), [&shape](const Shape* part) {
      return part->name == shape.name;
    });
    if (known == parts_.end()) parts_.push_back(&shape);
    std::string anchor(shape.name);
    std::replace(anchor.begin(), anchor.end(), ' ', '-');
    return "[" + std::string(shape.name) + "](#" + anchor + ")";
  }

  static std::string cell(const std::string& text) {
    std::string out;
    for (const char c : text) {
      if (c == '|') out += '\\';
      out += c;
    }
    return out;
  }

  std::string out_;
  std::vector<const Shape*> parts_;
};

}  // namespace

TEST_CASE("docs/data-guide.md tells every key of every record, from the tables that loading uses") {
  const std::string path = source_path("/docs/data-guide.md");
  const std::string expected = Guide().write();
  RealFileSystem files;
  // NOLINTNEXTLINE(concurrency-mt-unsafe): no thread changes the environment
  if (std::getenv("HUICE_UPDATE_GOLDEN") != nullptr) {
    REQUIRE(files.remove(path));
    REQUIRE(files.create(path, expected));
  }
  const auto present = files.read(path);
  REQUIRE(present.ok());
  CHECK(present.value() == expected);
}

TEST_CASE("a part that several records have is described once, so equal names mean equal keys") {
  std::set<std::string> seen;
  const std::string guide = Guide().write();
  for (std::size_t at = guide.find("\n### "); at != std::string::npos;
       at = guide.find("\n### ", at + 1)) {
    const std::string heading = guide.substr(at + 5, guide.find('\n', at + 1) - at - 5);
    CHECK_MESSAGE(seen.insert(heading).second, heading);
  }
  CHECK(seen.size() > 20);
}
