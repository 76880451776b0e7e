// SPDX-License-Identifier: Apache-2.0
//
// docs/data-guide.md and its Chinese twin are written from the field tables, so that they cannot
// say anything else than what is read. HUICE_UPDATE_GOLDEN=1 writes them anew.
#include "base/files.h"
#include "model/data_guide_conditions.h"
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

constexpr Wording kIntroduction{.zh = R"(# 数据指南

`data/` 下的每类记录，以及每类记录可以有的字段。本页由读取数据时所用的字段表（`src/model/schema`）生成；
`./dev golden model` 重新生成。常见的说法怎样填，见[原文这样写，记录这样填](cookbook.zh-CN.md)。

## 通用规定

**文件。** 编码为 UTF-8，有没有字节顺序标记都可以；CSV 表格也可以是 Excel、WPS 存成的 GB18030，读取时会说明。JSON 里不写注释，最后一项后面不加逗号。不认识的字段不接受。每条消息都写明文件、行和列。文件可以用 `"$schema"` 开头，告诉编辑器这类文件的 JSON Schema 在哪里（`huice schema` 可以印出它）。

**不知道的内容。** 不写这个字段，或者写 `null`，页面就印作“未载明”。不要猜测；文件没有写的，不要写 0、空文字或“无”。标为“是，或 null”的字段必须写出来，因为不写可能是遗漏。

**编号**由小写字母和数字组成，用 `-` 或 `.` 连接：`ordos-2022-103`、`2.3`。编号一经使用就不再改变，因为链接和引用都要用它。记录的各部分按所在位置编号：条款 `ordos-2022-103/2.3`，支持措施、目标和工作承诺 `ordos-2022-103/2.3/champion`；条款的款、项照公文的写法：`ordos-2021-61/15/第二款第（三）项`，只有一款的不写款，要在条款的 `paragraphs` 中有；指标数据按内容编号：`indicator@region/period`，两个来源不同的，后面加 `#variant`。引用一条记录写编号，也可以写只有它才有的名称：单位现在或从前的名称，地区、主题、支持对象、指标的名称，政策的标题、文号或别名。几条记录都叫这个名称的，写编号。

**谁可以看。** `audience` 填 `public`（公开）、`internal`（内部）或 `draft`（草稿）。不写时，答复函和看板是内部的，其他都是公开的。`public/` 下只有公开的记录和它们可以提到的内容；`huice build --audience internal` 生成本单位自用的版本，不含草稿。`memo`、`reviewed.by` 和 `data/private/` 里的全部内容从不发布。

**金额**照平常的写法：`800元`、`20万元`、`5229.3万元`、`8千元`、`2亿元`，不写正负号；全角数字、千位分隔符、“人民币”“整”都可以。金额按原值精确保存；印作元、万元或亿元。

**数量**带限定词：`突破300家`（超过）、`≥300家` 和 `10家以上`（不低于）、`600余人`（略多于）、`约10%`。比率写 `50%`、`1.5个百分点` 或 `100个基点`。

**日期**写 `2022-05-06`，也可以写 2022年5月6日、2022.5.6、2022/5/6、20220506。**时期**可以是一段时间（`2024`、`2024Q3`、`2024-05`、`2024-01/2024-06`）、一个时点（`@2024-12-31`：当日终了时的状况）、`to@2025-09-03`（截至文件日期）；来源没有写明的写 `unstated`，写明是累计数的写 `to@unstated`。`2004-05` 可能是月份，也可能是跨年的年度，不接受：月份写 `2004M05`，跨年的年度写起止月份。没有写明的照样显示，但从不比较。

**正文**是 Markdown，不含 HTML。数字不直接写，而是引用：`{{ fact('rd-intensity@ordos/2024') }}`（过滤器 `value`、`period`）、`{{ amount('ordos-2022-103/2.3/champion') }}`（过滤器 `figure`）、`{{ target('ordos-2022-103/1.2/zjtx-national') }}`、`{{ undertaking('ordos-cppcc-5-1-188/policy') }}`、`{{ cite('ordos-2021-61/15') }}`（过滤器 `number`、`title`、`label`），例如 `{{ fact('rd-intensity@ordos/2024') | value }}`。引用了不存在的内容，就是错误。

公文里怎样说一条记录，连同单位和“余”“约”“待核”，整句印出：

| 写法 | 印出 |
|---|---|
| `{{ fact('contracts-in-count@ordos/2021', 'contracts-in-value@ordos/2021') \| sentence }}` | 引进区内外技术合同899项，成交额69.98亿元 |
| `{{ fact('rd-intensity@ordos-etuoke/unstated', 'rd-intensity@ordos-hangjin/unstated') \| sentence }}` | 鄂托克旗、杭锦旗R&D经费投入强度均超过1% |
| `{{ amount('ordos-2022-103/2.3/champion') \| given }}` | 一次性给予200万元奖励 |
| `{{ amount('ordos-zjtx-interest/1/interest') \| sentence }}` | 对“专精特新”中小企业按放款日人民银行一年期LPR的50%给予贴息，每年最高50万元 |
| `{{ target('ordos-2022-103/1.2/zjtx-national') \| sentence }}` | 到2025年，国家级专精特新“小巨人”企业数突破15家 |
| `{{ undertaking('ordos-cppcc-5-1-188/policy') }}` | 由鄂尔多斯市人民政府完善政策体系，增加创新服务 |

几项数据的 `sentence` 须是同一地区、同一期间的，或者几个地区相同的一个数；同一指标的两期，写变化多少，只要变化的用 `change`（较上年增长5.23%，比上年提高0.3个百分点）；填了 `growth` 的指标，如地区生产总值，增速另有公布，只写增加多少，不写增长率。指标的 `phrase` 是句子开头的称呼。`given` 要求支持措施只有一个金额、比例、上限或下限。

正文按中文的习惯来写：`**一次性奖励，**每年`中的粗体就是作者标出的粗体，标点在里在外都可以（`__重点__`也是），没有成对的 `**` 会提示；行首的四个空格或全角空格（　　）是另起一段，不是代码，代码写在 ``` 之间；`\*`、代码和网址里的符号保持原样。标题可以链接：`[见条件](#申报条件)`指向同一段文字中的标题“申报条件”。脚注、删除线、公式等不是惠策的标记，会报错并说明改写成什么。链接和图片写完整的网址，或附件的路径：`annexes/` 加附件的 `file`；记录用上面的引用。

**CSV** 第一行是表头，每列一个字段，写字段名，常用的几列也可以写中文（指标、地区、时期、限定词、数值、单位、备注、来源、可靠程度）；对象里的字段用点连接（`source.document`）。空单元格表示不知道；几项内容写在一格里，用“；”隔开。
)",
                                .en = R"(# Data guide

Every record below `data/` and every key it may have. This page is made from the tables that loading is
driven by (`src/model/schema`); `./dev golden model` writes it anew. How common wordings are recorded is in
[cookbook.zh-CN.md](cookbook.zh-CN.md) (in Chinese).

## What holds everywhere

**Files.** UTF-8, with or without a byte-order mark; a CSV table may be GB18030 too, as Excel and WPS in China
save it, which is said. JSON without comments and without a comma after the
last element. Unknown keys are refused. Every message names file, line and column. A file may begin with
`"$schema"`, which tells editors where to find the JSON Schema of its kind (`huice schema` prints it).

**Not known.** Leave a key out, or write `null`: pages then say 未载明. Never guess, and never write 0, an
empty text or “无” for what a document does not say. A key marked “yes, or null” must be present, since
leaving it out could be an oversight.

**Ids** are lower-case letters and digits, joined by `-` or `.`: `ordos-2022-103`, `2.3`. They never change,
since links and citations use them. Parts are named by their position: article `ordos-2022-103/2.3`,
measure, target or undertaking `ordos-2022-103/2.3/champion`; paragraphs (款) and items (项) that an article's
`paragraphs` have as texts name them, `ordos-2021-61/15/第二款第（三）项`; observations by what they are:
`indicator@region/period`, with `#variant` where two sources differ. A reference is an id, or a name that one record
alone has: an organization's name now or before, the name of a region, topic, beneficiary or indicator, a policy's
title, number or alias. Where several have it, write the id.

**Who may see it.** `audience` is `public`, `internal` or `draft`. Where it is left out, replies and dashboards are
internal and everything else is public. `public/` holds only public records and what they may
refer to; `huice build --audience internal` makes the office's own copy, without drafts. `memo`,
`reviewed.by` and everything in `data/private/` are never published.

**Money** is written as people write it: `800元`, `20万元`, `5229.3万元`, `8千元`, `2亿元`; no signs;
full-width digits, separators of thousands, 人民币 and 整 may be there. It is kept exactly, and printed in 元, 万元 or 亿元.

**Quantities** carry their qualifier: `突破300家` (more than), `≥300家` and `10家以上` (at least), `600余人`
(a little more than), `约10%`. Rates are `50%`, `1.5个百分点` or `100个基点`.

**Dates** are `2022-05-06`; 2022年5月6日, 2022.5.6, 2022/5/6 and 20220506 are read too. **Periods** are a span (`2024`, `2024Q3`, `2024-05`, `2024-01/2024-06`), an instant
(`@2024-12-31`: the state at the end of that day), `to@2025-09-03` (as of a document's date) or `unstated`, where the
source gives no time; `to@unstated` where it says that the figure is a total. `2004-05` is refused, since it may be
a month, `2004M05`, or a year that begins in one year and ends in the next, which is written by its months. An unstated period is shown, and never compared.

**Prose** is Markdown without HTML. A figure is not typed but cited:
`{{ fact('rd-intensity@ordos/2024') }}` (filters `value`, `period`), `{{ amount('ordos-2022-103/2.3/champion') }}` (filter `figure`),
`{{ target('ordos-2022-103/1.2/zjtx-national') }}`, `{{ undertaking('ordos-cppcc-5-1-188/policy') }}`, `{{ cite('ordos-2021-61/15') }}` (filters
`number`, `title`, `label`), as in `{{ fact('rd-intensity@ordos/2024') | value }}`. A citation of something that does not exist is an error.

What officials write of a record, whole, with its units and 余, 约 or 待核:

| written | printed |
|---|---|
| `{{ fact('contracts-in-count@ordos/2021', 'contracts-in-value@ordos/2021') \| sentence }}` | 引进区内外技术合同899项，成交额69.98亿元 |
| `{{ fact('rd-intensity@ordos-etuoke/unstated', 'rd-intensity@ordos-hangjin/unstated') \| sentence }}` | 鄂托克旗、杭锦旗R&D经费投入强度均超过1% |
| `{{ amount('ordos-2022-103/2.3/champion') \| given }}` | 一次性给予200万元奖励 |
| `{{ amount('ordos-zjtx-interest/1/interest') \| sentence }}` | 对“专精特新”中小企业按放款日人民银行一年期LPR的50%给予贴息，每年最高50万元 |
| `{{ target('ordos-2022-103/1.2/zjtx-national') \| sentence }}` | 到2025年，国家级专精特新“小巨人”企业数突破15家 |
| `{{ undertaking('ordos-cppcc-5-1-188/policy') }}` | 由鄂尔多斯市人民政府完善政策体系，增加创新服务 |

`sentence` of several facts needs one region and period, or one figure of several regions; of two figures of one indicator it says the change, as `change` does
alone (较上年增长5.23%, 比上年提高0.3个百分点); of an indicator with `growth`, whose rate is published, the difference alone. An indicator's `phrase` is what its sentences begin with. `given` needs a measure with one sum, rate, cap or floor.

Prose is written as Chinese is typed: in `**一次性奖励，**每年` the words in `**` are bold, with punctuation inside or outside
(`__重点__` too); a `**` without a partner is reported;
four blanks or full-width blanks (U+3000) at the start of a line begin a paragraph and not code, which is written between
lines of ```` ``` ````; what follows a backslash, code and addresses stay as they are. `[见条件](#申报条件)` leads to the
heading 申报条件 of the same text. Footnotes, struck-out text, formulas and the like are refused with what to write instead.
Links and pictures have whole addresses, or lead to an annex: `annexes/` and its `file`. Records are
cited as above.

**CSV** has a header line with the keys as columns, of which the usual ones may be Chinese words (指标, 地区, 时期,
限定词, 数值, 单位, 备注, 来源, 可靠程度); a key inside an object is joined by a dot
(`source.document`). An empty cell means not known; several items in one cell are separated by “;”.
)"};

class Guide {
 public:
  explicit Guide(Language language) : language_(language) {}

  std::string write() {
    out_ = in(kIntroduction) + in(test::kConditions);
    for (const RecordKind& kind : model::schema::record_kinds()) add_kind(kind);
    out_ += in(
        {"\n## 组成部分\n\n记录由以下各部分组成。\n", "\n## Parts\n\nWhat records are made of.\n"});
    // Writing a part may find further ones.
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      out_ += "\n### " + in(parts_[i]->name) + "\n";
      add_table(*parts_[i]->object());
    }
    return out_;
  }

 private:
  std::string in(Wording wording) const { return std::string(wording.in(language_)); }

  std::string sentence(std::string text) const {
    if (text.front() >= 'a' && text.front() <= 'z')
      text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text + in({"。", ". "});
  }

  void add_kind(const RecordKind& kind) {
    out_ += "\n## " + in(kind.name) + "\n\n" + sentence(in(kind.doc)) + where(kind) + "\n";
    add_table(*kind.shape->object());
  }

  std::string where(const RecordKind& kind) const {
    const std::string path = "data/" + std::string(kind.path);
    const std::string key = path.substr(path.rfind('/') + 1);
    switch (kind.layout) {
      case Layout::single:
        return "`" + path + in({".json`，即记录本身。", ".json`, which is the record itself."});
      case Layout::many:
        return "`" + path + ".json`" + list_of(key) + in({"；或 `", "; or `"}) + path +
               in({".csv`，每行一条记录。", ".csv`, one record a line."});
      case Layout::folder:
        return "`" + path +
               in({"/<id>.json`，每个文件一条记录。", "/<id>.json`, one record a file."});
      case Layout::tables:
        return in({"`", "Every table in `"}) + path +
               in({"/` 中的每张表：`*.csv` 每行一条记录，或 `*.json`",
                   "/`: `*.csv` with one record a line, or `*.json`"}) +
               list_of(key) + in({"。", "."});
    }
    return {};
  }

  std::string list_of(const std::string& key) const {
    return in({"：`{\"", ": `{\""}) + key + "\": [ … ]}`";
  }

  void add_table(const model::ObjectForm& object) {
    out_ += in({"\n| 字段 | 必填 | 值 | 含义 |\n", "\n| key | required | value | meaning |\n"}) +
            "|---|---|---|---|\n";
    for (const Field& field : object.fields) {
      out_ += "| `" + std::string(field.key) + "` | " + required(field) + " | " +
              cell(value(*field.shape)) + " | " + cell(in(field.doc)) + " |\n";
    }
  }

  std::string required(const Field& field) const {
    if (field.presence == Presence::required) return in({"是", "yes"});
    return field.presence == Presence::stated ? in({"是，或 null", "yes, or null"}) : "";
  }

  std::string value(const Shape& shape) {
    if (const auto* list = shape.list()) {
      const std::string one = value(*list->element);
      const std::string several = in({"列表：", "list: "}) + one;
      return list->one_alone ? one + in({"，或", ", or "}) + several : several;
    }
    if (shape.object() != nullptr) return link(shape);
    const model::ScalarForm& scalar = *shape.scalar();
    if (!scalar.choices.empty()) {
      std::string words;
      for (const std::string_view choice : scalar.choices) {
        words += (words.empty() ? "`" : in({"、`", ", `"})) + std::string(choice) + "`";
      }
      return words;
    }
    std::string text = in(shape.name);
    if (!scalar.example.empty()) text += in({"：`", ": `"}) + std::string(scalar.example) + "`";
    return text;
  }

  std::string link(const Shape& shape) {
    const auto known = std::find_if(parts_.begin(), parts_.end(), [&shape](const Shape* part) {
      return part->name.en == shape.name.en;
    });
    if (known == parts_.end()) parts_.push_back(&shape);
    std::string anchor = in(shape.name);
    std::replace(anchor.begin(), anchor.end(), ' ', '-');
    return "[" + in(shape.name) + "](#" + anchor + ")";
  }

  static std::string cell(const std::string& text) {
    std::string out;
    for (const char c : text) {
      if (c == '|') out += '\\';
      out += c;
    }
    return out;
  }

  Language language_;
  std::string out_;
  std::vector<const Shape*> parts_;
};

}  // namespace

TEST_CASE("the data guides list every key of every record, from the tables that loading uses") {
  RealFileSystem files;
  for (const auto& [name, language] : {std::pair{"/docs/data-guide.md", Language::en},
                                       std::pair{"/docs/data-guide.zh-CN.md", Language::zh}}) {
    const std::string path = source_path(name);
    CAPTURE(path);
    const std::string expected = Guide(language).write();
    // NOLINTNEXTLINE(concurrency-mt-unsafe): no thread changes the environment
    if (std::getenv("HUICE_UPDATE_GOLDEN") != nullptr) {
      REQUIRE(files.remove(path));
      REQUIRE(files.create(path, expected));
    }
    const auto present = files.read(path);
    REQUIRE(present.ok());
    CHECK(present.value() == expected);
  }
}

TEST_CASE("a part that several records have is described once, so equal names mean equal keys") {
  for (const Language language : {Language::zh, Language::en}) {
    std::set<std::string> seen;
    const std::string guide = Guide(language).write();
    for (std::size_t at = guide.find("\n### "); at != std::string::npos;
         at = guide.find("\n### ", at + 1)) {
      const std::string heading = guide.substr(at + 5, guide.find('\n', at + 1) - at - 5);
      CHECK_MESSAGE(seen.insert(heading).second, heading);
    }
    CHECK(seen.size() > 20);
  }
}
