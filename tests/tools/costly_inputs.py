# SPDX-License-Identifier: Apache-2.0
# Long: a table of families, each a few lines.
"""Inputs made to cost much: tests/scripts/cost.py measures what reading them takes.

Each family makes an input of about a given size: the files of a project (over base()), or one file and what reads it. `sep` stands
between its parts: a line break, or a blank, which makes all of it one line.
"""

import dataclasses
import io
import json
import zipfile

POLICY = "data/policies/p.json"
# Each list has one record, which the others may name.
LISTS = {
    "regions": {"id": "city", "name": "示例市", "kind": "市"},
    "organizations": {"id": "office", "name": "示例局", "kind": "department", "region": "city"},
    "topics": {"id": "growth", "name": "企业培育"},
    "beneficiaries": {"id": "firm", "name": "示例企业", "level": "市级"},
    "glossary": {"id": "word", "term": "示例词", "definition": "含义"},
    "profile": {"id": "revenue", "label": "上年度营业收入", "type": "money"},
    "examples": None,
}


@dataclasses.dataclass
class Family:
    name: str
    make: object  # (size, sep) -> {path: text or bytes}
    says: str = ""  # a code that huice must report; nothing: the input is sound; None: whichever
    verb: tuple = ("check", "{project}")
    lines: tuple = ("\n", " ")  # what may stand between its parts
    grows: bool = True  # whether the input has the size that is asked for; else it is what it is

    def on(self, sep):
        return self.name + (", one line" if sep == " " and len(self.lines) > 1 else "")


def dumped(value):
    return json.dumps(value, ensure_ascii=False)


def parts(size, part, between=2):
    """part(0), part(1), … until they have `size` bytes, with so many between each two."""
    made, length = [], 0
    while length < size:
        made.append(part(len(made)))
        length += len(made[-1].encode()) + between
    return made


def listed(key, items, sep):
    return '{"%s": [%s]}' % (key, ("," + sep).join(items))


def base():
    """A project without a problem, which the files of a family are put into."""
    files = {f"data/{key}.json": listed(key, [dumped(one)] if one else [], "") for key, one in LISTS.items()}
    files["data/site.json"] = dumped({"name": "示例", "language": "zh-CN", "region": "city"})
    files["data/indicators/firms.json"] = dumped({"id": "firms", "name": "企业数", "unit": "家", "kind": "stock", "direction": "up"})
    return files


def file_of(key, items, sep):
    """data/<key>.json: its one record, and these."""
    return {f"data/{key}.json": listed(key, ([dumped(LISTS[key])] if LISTS[key] else []) + items, sep)}


def kind(key, part):
    return lambda size, sep: file_of(key, parts(size, part), sep)


def of_policy(key, items, sep, extra=""):
    """A policy whose last key is a list."""
    head = {"id": "p", "title": "示例办法", "kind": "办法", "completeness": "whole",
            "source": {"document": "示例", "reliability": "official"}}
    return {POLICY: dumped(head)[:-1] + f', {extra}"{key}": [' + ("," + sep).join(items) + "]}"}


def of_article(key, items, sep):
    return of_policy("sections", ['{"id": "1", "articles": [{"id": "1", "label": "一、", "%s": [%s]}]}' % (key, ("," + sep).join(items))], "")


def policy_list(key, part):
    return lambda size, sep: of_policy(key, parts(size, part), sep)


def article_list(key, part):
    return lambda size, sep: of_article(key, parts(size, part), sep)


def preface(text):
    """The preface of a booklet, which is one text of Markdown."""
    return {"data/booklets/b.json": dumped({"id": "b", "title": "示例", "preface": "preface.md", "chapters": [{"id": "c", "title": "示例"}]}),
            "data/booklets/b/preface.md": text}


def prose(part, between=None):
    return lambda size, sep: preface((sep if between is None else between).join(parts(size, part, 1 if between is None else len(between))))


def summary(part):
    """A policy's summary: prose within JSON."""
    return lambda size, sep: of_policy("topics", [], sep, '"summary": %s, ' % dumped(sep.join(parts(size, part))))


def template(text):
    return {"t.html": text}


def tags(part, between=None):
    return lambda size, sep: template((sep if between is None else between).join(parts(size, part)))


def workbook(rows, shared=(), more=""):
    """A minimal workbook: the XML of its rows, and its shared strings."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", RELATIONS % '<Relationship Id="r" Target="xl/workbook.xml" Type="%s/officeDocument"/>' % OFFICE)
        archive.writestr("xl/workbook.xml", '<workbook xmlns:r="%s"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>' % OFFICE)
        archive.writestr("xl/_rels/workbook.xml.rels", RELATIONS % (
            '<Relationship Id="r1" Target="worksheets/sheet1.xml" Type="%s/worksheet"/>'
            '<Relationship Id="r2" Target="sharedStrings.xml" Type="%s/sharedStrings"/>' % (OFFICE, OFFICE)))
        archive.writestr("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData>" + more + "</worksheet>")
        archive.writestr("xl/sharedStrings.xml", "<sst>" + "".join(f"<si><t>{text}</t></si>" for text in shared) + "</sst>")
    return out.getvalue()


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'


def cell(text, name=""):
    place = f'r="{name}" ' if name else ""
    return f'<c {place}t="inlineStr"><is><t>{text}</t></is></c>'


def roster(text):
    """What one measure asks of a roster in CSV."""
    return {**measure(dumped("上年度营业收入 >= 5万元")), "r.csv": text}


def sheet(rows, shared=(), more=""):
    return {**measure(dumped("上年度营业收入 >= 5万元")), "r.xlsx": workbook(rows, shared, more)}


def row_of(*cells):
    return "<row>" + "".join(cells) + "</row>"


HEADER = row_of(cell("企业"), cell("上年度营业收入（万元）"))


def measure(rule):
    one = {"id": "m", "title": "示例", "effect": "payment", "requirements": [{"label": "条件", "rule": "RULE"}],
           "amounts": [{"basis": "fixed", "value": "1万元", "per": "once"}]}
    return of_article("measures", [dumped(one).replace('"RULE"', rule)], "")


def rule(part, form="%s"):
    """A rule of JsonLogic with a list in it."""
    return lambda size, sep: measure(form % ("[" + ("," + sep).join(parts(size, part)) + "]"))


def measure_with(i, rule):
    return dumped({"id": f"m{i}", "title": f"奖励{i}", "effect": "payment", "requirements": [{"label": "甲", "rule": rule}],
                   "amounts": [{"basis": "fixed", "value": "10万元", "per": "once"}]})


def line(part, joined=" 且 "):
    """Lines of the condition language, each nearly as long as one may be."""
    longest = 3900  # bytes

    def one(i):
        words, length = [], 0
        while length < longest - 60:
            words.append(part(i * 1000 + len(words)))
            length += len((words[-1] + joined).encode())
        return measure_with(i, joined.join(words))

    return article_list("measures", one)


def nested(opens, middle, closes):
    """As deep as the size allows."""
    return lambda size: opens * (size // len((opens + closes).encode())) + middle + closes * (size // len((opens + closes).encode()))


def observations(header, part):
    return lambda size, sep: {"data/observations/more.csv": header + "\n" + "".join(parts(size, part))}


def day_of_observation(i):
    """Each another one, of 40 indicators."""
    return f"n{i // 13_440 % 40},city,{1980 + i % 40}-{1 + i // 40 % 12:02}-{1 + i // 480 % 28:02},{i},家\n"


def choosing(choices):
    """A field that is answered by choosing."""
    return dumped({"id": "f", "label": "甲", "type": "choice", "choices": choices})


def measure_of(i):
    return dumped({"id": f"m{i}", "title": f"奖励{i}", "effect": "payment", "amounts": [{"basis": "fixed", "value": "10万元", "per": "once"}]})


def article_of(i):
    return dumped({"id": f"a{i}", "label": f"第{i}条", "summary": "对新认定的企业给予奖励。", "measures": [json.loads(measure_of(0))]})


def both(first, second):
    """Half of the size each."""
    return lambda size, sep: {**first(size // 2, sep), **second(size // 2, sep)}


RECORDS = [
    Family("topics", kind("topics", lambda i: dumped({"id": f"t{i}", "name": f"主题{i}"}))),
    Family("beneficiaries", kind("beneficiaries", lambda i: dumped({"id": f"t{i}", "name": f"对象{i}", "level": "市级"}))),
    Family("terms of a glossary", kind("glossary", lambda i: dumped({"id": f"t{i}", "term": f"词语{i}", "definition": f"含义{i}"}))),
    Family("policies in files of their own", lambda size, sep: {
        f"data/policies/p{i}.json": one.replace('"id": "p"', f'"id": "p{i}"') for i, one in enumerate(parts(size, lambda i: of_policy(
            "sections", [dumped({"id": "1", "articles": [json.loads(article_of(1))]})], sep)[POLICY]))}, lines=(" ",)),
    Family("articles", lambda size, sep: of_policy("sections", ['{"id": "1", "articles": [%s]}' % ("," + sep).join(parts(size, article_of))], sep)),
    Family("measures of one article", article_list("measures", measure_of)),
    Family("undertakings of one article", article_list("undertakings", lambda i: dumped({"id": f"u{i}", "text": f"举办培训{i}"}))),
    Family("misspelt keys", kind("topics", lambda i: dumped({"id": f"t{i}", "name": f"主题{i}", "descripton": "甲"})), "unknown-key"),
    Family("unknown keys of one record", lambda size, sep: {
        "data/topics.json": '{"topics": [{%s}]}' % ("," + sep).join(parts(size, lambda i: f'"descr{i}": 1'))}, "unknown-key"),
    Family("repeated keys of one record", lambda size, sep: {
        "data/topics.json": '{"topics": [{%s}]}' % ("," + sep).join(parts(size, lambda i: '"id": "a"'))}, "duplicate-key"),
    Family("amounts without a basis that can be read", article_list("measures", lambda i: dumped(
        {"id": f"m{i}", "title": "奖励", "effect": "payment", "amounts": [{"basis": "fixd", "value": "1万元"}]})), "unknown-choice"),
    Family("numbers for records", kind("topics", lambda i: "1"), "wrong-type"),
    Family("empty records", kind("topics", lambda i: "{}"), "missing-key"),
    Family("one id for all", kind("topics", lambda i: '{"id": "a", "name": "甲"}'), "duplicate-id"),
    Family("refused ids", kind("topics", lambda i: '{"id": "A b", "name": "甲"}'), "bad-id"),
    Family("references that lead nowhere", both(kind("topics", lambda i: dumped({"id": f"topic-{i}", "name": f"主题{i}"})),
                                               policy_list("topics", lambda i: f'"topik-{i}"')), "dangling-reference"),
    Family("one reference again and again", policy_list("topics", lambda i: '"grwth"'), "dangling-reference"),
    Family("names that many have", both(kind("topics", lambda i: dumped({"id": f"t{i}", "name": "主题"})),
                                       policy_list("topics", lambda i: '"主题"')), "ambiguous-name"),
    Family("names for ids", both(kind("topics", lambda i: dumped({"id": f"t{i}", "name": f"主题{i}"})),
                                policy_list("topics", lambda i: f'"主题{i % 100}"'))),
    Family("refused choices", kind("organizations", lambda i: dumped(
        {"id": f"o{i}", "name": f"单位{i}", "kind": "goverment", "region": "city"})), "unknown-choice"),
    Family("a chain of regions", kind("regions", lambda i: dumped(
        {"id": f"r{i}", "name": f"地区{i}", "kind": "市", **({"parent": f"r{i - 1}"} if i else {})}))),
    Family("a circle of regions", lambda size, sep: (lambda items: file_of("regions", items[:-1] + [dumped(
        {"id": f"r{len(items) - 1}", "name": "末", "kind": "市", "parent": "r1"})], sep))(parts(size, lambda i: dumped(
            {"id": f"r{i}", "name": f"地区{i}", "kind": "市", "parent": f"r{i + 1}"}))), "circle"),
    Family("regions that are part of themselves", kind("regions", lambda i: dumped(
        {"id": f"r{i}", "name": f"地区{i}", "kind": "市", "parent": f"r{i}"})), "circle"),
    Family("a chain of organizations", kind("organizations", lambda i: dumped(
        {"id": f"o{i}", "name": f"单位{i}", "kind": "department", "region": "city", **({"parent": f"o{i - 1}"} if i else {})}))),
    Family("organizations that follow on each other", kind("organizations", lambda i: dumped(
        {"id": f"o{i}", "name": f"单位{i}", "kind": "department", "region": "city",
         "former": [{"name": f"旧单位{i}", **({"successor": f"o{i - 1}"} if i else {})}]}))),
    Family("texts that replace each other", lambda size, sep: {
        f"data/policies/p{i}.json": one.replace('"id": "p"', f'"id": "p{i}"') for i, one in enumerate(parts(size, lambda i: of_policy(
            "relations", [dumped({"kind": "supersedes", "policy": f"p{i + 1}"})], sep)[POLICY]))}, "dangling-reference", lines=(" ",)),
    Family("relations of one text", policy_list("relations", lambda i: dumped({"kind": "cites", "policy": f"p{i}"})), "dangling-reference"),
    Family("places that an article has not", policy_list("rulings", lambda i: dumped(
        {"by": "甲", "basis": "乙", "says": "丙", "articles": [f"p/1/第{i}款"]})), "dangling-reference"),
    Family("fields of the profile", kind("profile", lambda i: dumped({"id": f"f{i}", "label": f"问题{i}", "type": "boolean"})), "profile-too-long"),
    Family("choices of a field", lambda size, sep: file_of("profile", [choosing(parts(size, lambda i: f"选项{i}"))], sep), "profile-too-long"),
    Family("steps that are choices", lambda size, sep: file_of("profile", [dumped(
        {"id": "f", "label": "甲", "type": "choice", "choices": ["选项1", "选项2"], "steps": ["选项1", "选项2"] * (size // 24), "change": "up"})], sep), None),
    Family("steps that are no choices", lambda size, sep: {"data/profile.json": listed("profile", [dumped(
        {"id": "f", "label": "甲", "type": "choice", "choices": parts(size // 2, lambda i: f"选项{i}"),
         "steps": parts(size // 2, lambda i: f"选顶{i}"), "change": "up"})], sep)}, "unknown-choice"),
    Family("worked examples of no measure", kind("examples", lambda i: dumped(
        {"id": f"e{i}", "measure": f"p/1/meosure{i}", "as_of": "2026-03-05", "profile": {"revenue": "1万元"}, "expect": {"verdict": "yes"}, "why": "甲"})), "dangling-reference"),
    Family("unknown answers of a worked example", lambda size, sep: {"data/examples.json": '{"examples": [{"id": "e", "measure": '
           '"p/1/m", "as_of": "2026-03-05", "profile": {%s}, "expect": {"verdict": "yes"}, "why": "甲"}]}' % ("," + sep).join(
               parts(size, lambda i: f'"revenu{i}": 1'))}, "dangling-reference"),
    Family("settings of unknown findings", lambda size, sep: {"data/site.json": '{"name": "甲", "language": "zh-CN", "findings": [%s]}' % (
        "," + sep).join(parts(size, lambda i: dumped({"code": f"expired-offer{i}", "severity": "note", "reason": "甲"})))}, "unknown-finding"),
    Family("asks that no reply answers", lambda size, sep: {"data/proposals/example-2.json": dumped(
        {"id": "example-2", "session": {"body": "示例市政协", "term": 1, "meeting": 1}, "number": "0002", "kind": "政协提案", "title": "示例",
         "proposers": ["甲"], "source": {"document": "示例", "reliability": "official"}})[:-1] + ', "asks": [%s]}' % ("," + sep).join(parts(size, lambda i: dumped({"id": f"a{i}", "heading": f"建议{i}"})))}, ""),
]

TOKENS = [
    Family("a long id", lambda size, sep: {"data/topics.json": listed("topics", [dumped({"id": "a" * size, "name": "甲"})], sep)}, "bad-id", lines=(" ",)),
    Family("a long key", lambda size, sep: {"data/topics.json": listed("topics", ['{"%s": 1}' % ("惠" * (size // 3))], sep)}, "unknown-key", lines=(" ",)),
    Family("a long number", lambda size, sep: {"data/topics.json": listed("topics", ["9" * size], sep)}, "number", lines=(" ",)),
    Family("a long sum", lambda size, sep: measure('{">=": [{"var": "revenue"}, "%s元"]}' % ("9" * size)), None, lines=(" ",)),
    Family("a long reference", lambda size, sep: of_policy("topics", [dumped("a" * size)], sep), "dangling-reference", lines=(" ",)),
    Family("a long name", lambda size, sep: {"data/topics.json": listed("topics", [dumped({"id": "a", "name": "甲" * (size // 3)})], sep)}, "", lines=(" ",)),
    Family("brackets that nothing closes", lambda size, sep: {"data/topics.json": "[" * size}, "too-deep", lines=(" ",)),
    Family("records within records", lambda size, sep: {"data/topics.json": nested('{"a":', "1", "}")(size)}, "too-deep", lines=(" ",)),
    Family("escapes that are no characters", kind("topics", lambda i: '"\\ud800"'), "json"),
    Family("a text that nothing closes", lambda size, sep: {"data/topics.json": '{"topics": ["' + "a " * (size // 2)}, "json", lines=(" ",)),
]

TABLES = [
    Family("observations", lambda size, sep: {
        **{f"data/indicators/n{i}.json": dumped({"id": f"n{i}", "name": f"企业数{i}", "unit": "家", "kind": "stock", "direction": "up"}) for i in range(40)},
        **observations("indicator,region,period,value,unit", day_of_observation)(size, sep)}, "", lines=("\n",)),
    Family("a header of many columns", lambda size, sep: {"data/observations/more.csv": ",".join(parts(size, lambda i: f"column{i}"))}, "unknown-column", lines=("\n",)),
    Family("rows of other lengths", observations("indicator,region,period,value,unit", lambda i: "a\n"), "csv", lines=("\n",)),
    Family("observations of no indicator", observations("indicator,region,period,value,unit", lambda i: f"frims{i},city,2025,{i},家\n"), "dangling-reference", lines=("\n",)),
    Family("one observation again and again", observations("indicator,region,period,value,unit", lambda i: "firms,city,2025,1,家\n"), "duplicate", lines=("\n",)),
    Family("refused values", observations("indicator,region,period,value,unit", lambda i: "firms,city,2o25,1x,家\n"), "bad", lines=("\n",)),
    Family("a cell that nothing closes", observations("indicator,region,period,value,unit", lambda i: '"' + "a,\n" * 40 if i == 0 else "a,\n" * 40), "csv", lines=("\n",)),
    Family("quotes in quotes", observations("indicator,region,period,value,unit", lambda i: '""'), "csv-ragged", lines=("\n",)),
]

# As much as a profile may have.
CHOICES = file_of("profile", [choosing([f"选项{i}" for i in range(2000)])], "")
FIELDS = file_of("profile", [dumped({"id": f"field-{i}", "label": f"上年度收入之{i}", "type": "money"}) for i in range(499)], "")
RECOGNITIONS = file_of("profile", [dumped({"id": f"r{i}", "label": f"认定之{i}", "type": "recognition", "choices": [f"名称{i}之{n}" for n in range(190)]})
                                   for i in range(10)], "")


def over(files, more):
    return lambda size, sep: {**files, **more(size, sep)}


RULES = [
    Family("unknown fields", rule(lambda i: '{"var": "revenu%d"}' % i, '{"or": %s}'), "unknown"),
    Family("one unknown field", rule(lambda i: '{"var": "revenu"}', '{"or": %s}'), "unknown"),
    Family("unknown operators", rule(lambda i: '{"=%d": [1, 1]}' % i, '{"or": %s}'), "unknown"),
    Family("a wide choice", rule(lambda i: '{">=": [{"var": "revenue"}, "%d万元"]}' % (i + 1), '{"or": %s}'), ""),
    Family("values that are no sums", rule(lambda i: f'"很多{i}"', '{"in": [{"var": "revenue"}, %s]}'), "bad-money"),
    Family("the most choices in a list", over(CHOICES, rule(lambda i: f'"选项{i % 1900}"', '{"in": [{"var": "f"}, %s]}')), ""),
    Family("the most choices one by one", over(CHOICES, rule(lambda i: '{"==": [{"var": "f"}, "选项%d"]}' % (i % 1900), '{"or": %s}')), ""),
    Family("lines of the most choices", over(CHOICES, line(lambda i: f"甲 = 选项{i % 1900}", " 或 ")), ""),
    Family("none of the most choices in a list", over(CHOICES, rule(lambda i: f'"选顶{i}"', '{"in": [{"var": "f"}, %s]}')), "unknown-choice"),
    Family("none of the most choices in short lines", over(CHOICES, article_list("measures", lambda i: measure_with(i, f"甲 = 选顶{i}"))), "unknown-choice"),
    Family("lines of the most fields", over(FIELDS, line(lambda i: f"上年度收入之{i % 490} >= 1万元")), ""),
    Family("none of the most fields in short lines", over(FIELDS, article_list("measures", lambda i: measure_with(i, f"上年度收人之{i} >= 1万元"))), "condition"),
    Family("lines of recognitions", over(RECOGNITIONS, line(lambda i: f"认定（市级，名称{i % 10}之{i % 190}）")), ""),
    Family("lines of recognitions by their parts", over(RECOGNITIONS, line(lambda i: f"认定（级别 = 市级，方式 = 首次认定，名称{i % 10}之{i % 190}）")), ""),
    Family("short lines of no recognition", over(RECOGNITIONS, article_list("measures", lambda i: measure_with(i, f"认定（市级，名秤{i}）"))), "condition"),
    Family("none of the most fields in a rule", over(FIELDS, rule(lambda i: '{"var": "feild-%d"}' % i, '{"or": %s}')), "unknown"),
    Family("a deep rule", lambda size, sep: measure(nested('{"!":', "1", "}")(size)), "deep", lines=(" ",)),
    Family("lines of comparisons", line(lambda i: f"上年度营业收入 >= {i + 1}万元"), ""),
    Family("lines of unknown names", line(lambda i: f"去年营收{i} >= 1万元"), "condition"),
    Family("lines of unknown words", line(lambda i: "甲乙丙丁", ""), "condition"),
    Family("lines of brackets", line(lambda i: "（", ""), "rule-too-deep"),
    Family("lines of brackets that are closed", line(lambda i: "（上年度营业收入 >= 1元）"), ""),
    Family("one line that is too long", lambda size, sep: measure(dumped("（" * (size // 3))), "condition-too-long", lines=(" ",)),
    Family("short lines", article_list("measures", lambda i: measure_with(i, f"上年度营业收入 >= {i + 1}万元")), ""),
    Family("short lines with unknown names", article_list("measures", lambda i: measure_with(i, f"去年营业收人{i} >= 1万元")), "condition"),
]

CITATION = "{{ amount('p/1/nope%d') }}"
MARKDOWN = [
    Family("citations of nothing", prose(lambda i: CITATION % i), "cited-nothing"),
    Family("one citation of nothing", prose(lambda i: CITATION % 0), "cited-nothing"),
    Family("citations of nothing in a record", summary(lambda i: CITATION % i), "cited-nothing"),
    Family("citations of misspelt articles", both(
        lambda size, sep: of_policy("sections", ['{"id": "1", "articles": [%s]}' % ",".join(parts(size, article_of))], sep),
        prose(lambda i: "{{ cite('p/b%d') }}" % i)), "cited-nothing"),
    Family("no citations", prose(lambda i: "{{ nope('a') }}"), "citation"),
    Family("citations that nothing closes", prose(lambda i: "{{ amount('a"), "citation"),
    Family("paragraphs", prose(lambda i: "对新认定的企业给予奖励。", "\n\n"), lines=("\n",)),
    Family("sentences", prose(lambda i: "对新认定的企业给予奖励。")),
    Family("headings", prose(lambda i: f"# 标题{i}", "\n\n"), lines=("\n",)),
    Family("headings of one name", prose(lambda i: "# 标题", "\n\n"), lines=("\n",)),
    Family("links to no heading", prose(lambda i: f"[a](#标题{i})"), "no-such-heading"),
    Family("links to misspelt headings", lambda size, sep: preface(
        "\n\n".join(parts(size // 2, lambda i: f"# heading-number-{i}")) + "\n\n" + sep.join(parts(size // 2, lambda i: f"[a](#heading-nomber-{i})"))), "no-such-heading"),
    Family("links to no file", prose(lambda i: f"[a](annexes/{i}.pdf)"), "link-leads-nowhere"),
    Family("refused addresses", prose(lambda i: "[a](javascript:1)"), "markdown-unsafe-url"),
    Family("refused tags", prose(lambda i: "<b>甲</b>"), "html"),
    Family("tables", prose(lambda i: "| a | b |" if i != 1 else "|---|---|", "\n"), lines=("\n",)),
    Family("a table of many columns", lambda size, sep: preface("|a" * (size // 6) + "|\n" + "|-" * (size // 6) + "|\n" + "|b" * (size // 6) + "|\n"), None, lines=("\n",)),
    *[Family(f"Markdown: {mark!r}", prose(lambda i, mark=mark: mark, ""), None, lines=("\n",)) for mark in (
        "[", "![", "](", "[a](", "*", "**", "**甲", "***a ", "_a", "`", "``a`", "~", "<", "<a ", "&", "&#", "\\", "> ", "- ", "1. ", "|", "a|\n", "\t", "    ",
        "*a **a ", "[a]: b\n", "[a]", "{{", "{%", "“", "**“甲”**乙", "- a\n  ", "> a\n>> b\n", "+ - * ", "<!--", "<?", "]]>", "a\u0301", "　")],
]

def halves(first, second, others=None):
    """A template of two sorts of parts, half of the size each, and other templates."""
    return lambda size, sep: {"t.html": sep.join(parts(size // 2, first) + parts(size // 2, second)), **(others or {})}


def library(part, use, first=""):
    """A template m.html of such parts, and one that uses each."""
    return lambda size, sep: {"m.html": sep.join(parts(size // 2, part)), "t.html": first + sep.join(parts(size // 2, use))}


def by_name(size, sep):
    """A macro of many parameters, each of which is given by its name."""
    names = parts(size // 3, lambda i: f"a{i}")
    return template("{% macro m(" + ("," + sep).join(names) + ") %}a{% endmacro %}{{ m(" + ("," + sep).join(f"{name}=1" for name in names) + ") }}")


def set_of(i):
    return "{%% set v%d = 1 %%}" % i


TEMPLATE = ("render", "{project}/t.html")
TEMPLATES = [Family(name, make, says, TEMPLATE) for name, make, says in [
    ("texts of a template", tags(lambda i: "<p>甲</p>"), ""),
    ("output", tags(lambda i: "{{ 1 }}"), ""),
    ("sets", tags(lambda i: "{%% set v%d = 1 %%}" % i), ""),
    ("branches", tags(lambda i: "{% if 1 %}a{% endif %}"), ""),
    ("sets and branches", halves(set_of, lambda i: "{% if 1 %}a{% endif %}"), ""),
    ("sets in branches", tags(lambda i: "{% if 1 %}" + set_of(i) + "{% endif %}"), ""),
    ("branches of one condition", lambda size, sep: template("{% if 0 %}" + sep.join(parts(size, lambda i: "{%% elif %d == 0 %%}" % (i + 1))) + "{% endif %}"), ""),
    ("sets and includes", halves(set_of, lambda i: "{% include 'e.html' %}", {"e.html": "a"}), ""),
    ("sets and includes of macros", halves(set_of, lambda i: "{% include 'e.html' %}", {"e.html": "{% macro m() %}{% endmacro %}"}), None),
    ("names that an include reads", lambda size, sep: {"t.html": sep.join(parts(size // 2, set_of)) + "{% include 'e.html' %}",
                                                       "e.html": sep.join(parts(size // 3, lambda i: "{{ v%d }}" % i))}, None),
    ("blocks", tags(lambda i: "{%% block b%d %%}a{%% endblock %%}" % i), ""),
    ("blocks of one name", tags(lambda i: "{% block b %}a{% endblock %}"), "template-block-twice"),
    ("blocks that are asked for", halves(lambda i: "{%% block b%d %%}a{%% endblock %%}" % i, lambda i: "{{ self.b%d() }}" % i), None),
    ("blocks that see sets", halves(set_of, lambda i: "{%% block b%d scoped %%}a{%% endblock %%}" % i), ""),
    ("macros of another template", library(lambda i: "{%% macro m%d() %%}a{%% endmacro %%}" % i, lambda i: "{{ m.m%d() }}" % (i // 3), "{% import 'm.html' as m %}"), None),
    ("imports by name", library(lambda i: "{%% macro m%d() %%}a{%% endmacro %%}" % i, lambda i: "{%% from 'm.html' import m%d %%}" % (i // 3)), None),
    ("parameters that are given by name", by_name, ""),
    ("arguments by name", lambda size, sep: template("{{ dict(" + ("," + sep).join(parts(size, lambda i: f"a{i}=1")) + ")|length }}"), ""),
    ("one argument again and again", lambda size, sep: template("{{ dict(" + ("," + sep).join(parts(size, lambda i: "a=1")) + ")|length }}"), "template-argument-twice"),
    ("names of a namespace", lambda size, sep: template("{% set ns = namespace() %}" + sep.join(parts(size, lambda i: "{%% set ns.a%d = 1 %%}" % i))), ""),
    ("keys of a dictionary", lambda size, sep: template("{{ {" + ("," + sep).join(parts(size, lambda i: f"'a{i}': 1")) + "}|length }}"), None),
    ("unknown tags of many names", tags(lambda i: "{%% nosuch%d %%}" % i), "tag"),
    ("loops", tags(lambda i: "{% for a in [1] %}a{% endfor %}"), ""),
    ("macros", tags(lambda i: "{%% macro m%d() %%}a{%% endmacro %%}" % i), ""),
    ("unknown filters", tags(lambda i: "{{ 1|nosuch%d }}" % i), "filter"),
    ("unknown names", tags(lambda i: "{{ nosuch%d }}" % i), "template"),
    ("unknown tags", tags(lambda i: "{% nosuch %}"), "tag"),
    ("tags that nothing closes", tags(lambda i: "{{ "), "template"),
    ("statements that nothing closes", tags(lambda i: "{% "), "template"),
    ("comments that nothing closes", tags(lambda i: "{# "), "template"),
    ("branches that nothing ends", tags(lambda i: "{% if 1 %}"), "template"),
    ("ends of nothing", tags(lambda i: "{% endif %}"), "template"),
    ("calls that nothing closes", tags(lambda i: "{{ nosuch(1 }}"), "template"),
    ("refused literals", tags(lambda i: "{{ 1e999 }}"), "template-bad-number"),
    ("a long sum of a template", lambda size, sep: template("{{ " + (sep + "+ ").join(parts(size, lambda i: "1")) + " }}"), None),
    ("a long text of parts", lambda size, sep: template("{{ " + (sep + "~ ").join(parts(size, lambda i: "'a'")) + " }}"), None),
    ("a long list", lambda size, sep: template("{{ [" + ("," + sep).join(parts(size, lambda i: "1")) + "]|length }}"), None),
    ("a long chain", lambda size, sep: template("{{ a" + "".join(parts(size, lambda i: ".b")) + " }}"), None),
    ("long filters", lambda size, sep: template("{{ 1" + "".join(parts(size, lambda i: "|string")) + " }}"), None),
    ("minus signs", lambda size, sep: template("{{ " + "-" * size + "1 }}"), None),
    ("brackets", lambda size, sep: template("{{ " + "(" * (size // 2) + ")" * (size // 2) + " }}"), None),
    ("places in HTML", tags(lambda i: '<a href="{{ 1 }}" title=\'{{ 1 }}\'>'), None),
    ("quotes", tags(lambda i: "<a title='"), None),
    ("scripts", tags(lambda i: "<script>"), None),
]] + [Family(name, lambda size, sep, text=text: template(text), None, TEMPLATE, lines=("\n",), grows=False) for name, text in [
    ("calls of a macro of many parameters", "{% macro m(" + ", ".join(f"a{i}=1" for i in range(5000)) + ") %}{% endmacro %}{% for i in range(99999) %}{{ m() }}{% endfor %}"),
    ("rounds of a loop of many names", "{% for i in range(99999) %}" + "".join("{%% set v%d = 1 %%}" % i for i in range(9999)) + "{% endfor %}"),
    ("kept texts", "{% set v = 'x' * 60000000 %}" * 20),
    ("kept texts under many names", "".join("{%% set v%d = 'x' * 60000000 %%}" % i for i in range(100))),
    ("many texts under one name", "{% set v = 'x' * 1000000 %}" * 5000),
    ("doubled texts", "{% set v = 'x' %}" + "{% set v = v ~ v %}" * 60),
    ("macros that call each other twice", "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(40) }}"),
    ("a loop in a loop", "{% for a in range(99999) %}{% for b in range(99999) %}a{% endfor %}{% endfor %}"),
    ("a macro that calls itself", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"),
    ("a template that includes itself", "{% include 't.html' %}"),
    ("replaced texts", "{% set v = 'a' * 1000000 %}{{ v|replace('a', v)|length }}"),
    ("sorted lists", "{% for i in range(100) %}{{ range(99999)|sort|length }}{% endfor %}"),
]]

ROSTER = ("match", "{project}", "-r", "{project}/r.csv", "-o", "{project}/o.csv")
WORKBOOK = ("match", "{project}", "-r", "{project}/r.xlsx", "-o", "{project}/o.csv")
PROFILE = ("match", "{project}", "-p", "{project}/a.json")
ROSTERS = [Family(name, make, says, ROSTER, lines=("\n",)) for name, make, says in [
    ("a roster", lambda size, sep: roster("企业,上年度营业收入（万元）\n" + "".join(parts(size, lambda i: f"企业{i},{i}\n"))), ""),
    ("refused cells", lambda size, sep: roster("企业,上年度营业收入（万元）\n" + "".join(parts(size, lambda i: "a,很多\n"))), "cell"),
    ("rows of other lengths in a roster", lambda size, sep: roster("企业,上年度营业收入（万元）\n" + "".join(parts(size, lambda i: "a,1,2\n"))), "ragged"),
    ("the most choices in a roster", lambda size, sep: {**CHOICES, **measure(dumped("甲 = 选项1")), "r.csv": "企业,甲\n" + "".join(parts(size, lambda i: f"a,选项{i % 1900}\n"))}, ""),
    ("none of the most choices in a roster", lambda size, sep: {**CHOICES, **measure(dumped("甲 = 选项1")), "r.csv": "企业,甲\n" + "".join(parts(size, lambda i: f"a,选顶{i}\n"))}, "cell"),
    ("short names of a roster", lambda size, sep: {**file_of("profile", [dumped({"id": "f", "label": "甲", "type": "choice", "choices": ["选项"], "short_names": [
        {"name": f"简称{i}", "means": "选项"} for i in range(1900)]})], ""), **measure(dumped("甲 = 选项")), "r.csv": "企业,甲\n" + "".join(parts(size, lambda i: f"a,简称{i % 1900}\n"))}, ""),
    ("columns that come close to a label", lambda size, sep: roster("上年度营业收入," + ",".join(parts(size, lambda i: f"上年度营业收人{i}")) + "\n1万元\n"), None),
    ("columns of one name", lambda size, sep: roster("上年度营业收入," + ",".join(parts(size, lambda i: "a")) + "\n1万元\n"), None),
    ("as many columns of one name as there may be", lambda size, sep: roster("上年度营业收入," + ",".join(["a"] * 16_383) + "\n1万元\n"), None),
    ("as many columns of one field as there may be", lambda size, sep: roster(",".join(["上年度营业收入"] * 16_384) + "\n1万元\n"), None),
    ("as many misspelt columns as there may be", lambda size, sep: roster("上年度营业收入," + ",".join(f"上年度营业收人{i}" for i in range(16_383)) + "\n1万元\n"), None),
    ("a row of many cells", lambda size, sep: roster("企业,上年度营业收入（万元）\n" + ",".join(parts(size, lambda i: "1")) + "\n"), None),
]] + [Family(name, make, says, WORKBOOK, lines=("\n",)) for name, make, says in [
    ("a workbook", lambda size, sep: sheet(HEADER + "".join(parts(size, lambda i: row_of(cell(f"企业{i}"), f"<c><v>{i}</v></c>")))), ""),
    ("refused cells of a workbook", lambda size, sep: sheet(HEADER + "".join(parts(size, lambda i: row_of(cell("a"), cell("很多"))))), "cell"),
    ("cells that are nowhere", lambda size, sep: sheet(HEADER + "".join(parts(size, lambda i: row_of(cell("a", "1A"))))), None),
    ("shared strings", lambda size, sep: sheet(HEADER + "".join(row_of(f'<c t="s"><v>{i}</v></c>', "<c><v>1</v></c>") for i in range(size // 60)),
                                               parts(size // 2, lambda i: f"企业{i}")), None),
    ("one long string that 500 rows name", lambda size, sep: sheet(HEADER + row_of('<c t="s"><v>0</v></c>', "<c><v>1</v></c>") * 500, ["x" * 1_000_000]), "xlsx"),
    ("one long string that 20,000 rows name", lambda size, sep: sheet(HEADER + row_of('<c t="s"><v>0</v></c>', "<c><v>1</v></c>") * 20_000, ["x" * 1_000_000]), "xlsx"),
    ("a string of the longest cell that 20,000 rows name", lambda size, sep: sheet(
        HEADER + row_of('<c t="s"><v>0</v></c>', "<c><v>1</v></c>") * 20_000, ["x" * 32_767]), None),
    ("merged cells", lambda size, sep: sheet(HEADER + row_of(cell("a"), "<c><v>1</v></c>") * 1000, (), "<mergeCells>" + "".join(
        parts(size, lambda i: f'<mergeCell ref="A{i * 2 + 2}:A{i * 2 + 3}"/>')) + "</mergeCells>"), None),
]] + [Family("unknown answers", lambda size, sep: {**measure(dumped("上年度营业收入 >= 5万元")), "a.json": '{%s}' % (
    "," + sep).join(parts(size, lambda i: f'"revenu{i}": 1'))}, "unknown", PROFILE)]

FAMILIES = RECORDS + TOKENS + TABLES + RULES + MARKDOWN + TEMPLATES + ROSTERS
for family in FAMILIES:
    family.grows = family.grows and "there may be" not in family.name

# Those measured in every run: what once cost too much, and some of each reader.
TELLING = (
    "topics", "measures of one article", "policies in files of their own", "misspelt keys", "unknown keys of one record", "one id for all",
    "references that lead nowhere", "names that many have", "a chain of regions", "a circle of regions", "steps that are no choices",
    "a long key", "records within records", "escapes that are no characters",
    "observations", "a header of many columns", "observations of no indicator", "quotes in quotes",
    "unknown fields", "none of the most choices in a list", "lines of the most fields", "none of the most fields in short lines",
    "lines of unknown words", "a deep rule",
    "citations of nothing", "links to misspelt headings", "tables", "Markdown: '['", "Markdown: '**甲'",
    "sets and branches", "macros of another template", "unknown names", "tags that nothing closes", "kept texts under many names",
    "rounds of a loop of many names",
    "a roster", "columns that come close to a label", "a workbook", "one long string that 20,000 rows name",
    "unknown answers",
)


def family_of(name):
    return next(family for family in FAMILIES if family.name == name)
