#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""make_seeds.py FOLDER: the seeds of one layer's fuzzers and their dictionary, FOLDER.dict; the folder is named for the layer.

template: from tests/cases/template/; each case becomes one file, unchanged but for its
expectation; the dictionary gets the words of the cases' tags and expressions. logic: from
tests/cases/logic/, rule and data on a line each, and the conditions of the data guide; the dictionary gets the operators and
the names of the invented profile. formats: small tables,
workbooks and Word files. document: contents of pages of a PDF. markdown: the inputs of tests/cases/markdown/. model: the spellings of
tests/scripts/schema.py, each after the kind of value. load and project: the data files of the project that `huice init` makes
and of tests/sites/small, as far as they are short; the dictionary gets the keys and words of the schemas; for the target of
costs, short seeds of the other layers, each after its reader. prose: the prose of these files. match: the rules of the shipped records
and the conditions of the data guide, each with the answers of a shipped worked example; the dictionary gets the names of the shipped
profile.
"""

import ast
import collections
import hashlib
import json
import pathlib
import re
import sys

CASES = pathlib.Path(__file__).resolve().parents[1] / "cases"
ROOT = CASES.parents[1]
sys.path.insert(0, str(CASES.parent / "tools"))
from case_file import read_cases  # noqa: E402

SIGNS = ["{{", "}}", "{%", "%}", "{#", "#}", "{{-", "-}}", "{%-", "-%}", "{%+", "+%}", "==", "!=", "<=", ">=", "**", "//", "'", '\\"', "~", "|",
         "[1:]", "[::-1]", "(", ")", "--- template a.html\\x0a", "--- template b.md\\x0a", "--- template c.typ\\x0a", "--- template d.xml\\x0a",
         "--- template e.json\\x0a", "--- template f.csv\\x0a", "--- template g.txt\\x0a", "--- context\\x0a", "9223372036854775807", "1e308",
         "<a href=\\\"", "<script>", "</script>", "<style>", " onclick=\\\""]


# A workbook as tests/fuzz/formats_xlsx.cpp packs it.
BOOK = """--- part _rels/.rels
<r><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></r>
--- part xl/workbook.xml
<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="%(epoch)s"/><sheets><sheet name="a" r:id="s"/></sheets></workbook>
--- part xl/_rels/workbook.xml.rels
<r><Relationship Id="s" Type="x/worksheet" Target="s.xml"/><Relationship Id="t" Type="x/styles" Target="t.xml"/><Relationship Id="u"
Type="x/sharedStrings" Target="../xl/u.xml"/></r>
--- part xl/t.xml
<s><numFmts><numFmt numFmtId="176" formatCode="%(format)s"/></numFmts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="9"/><xf
numFmtId="176"/></cellXfs></s>
--- part xl/u.xml
<sst><si><t>企业</t></si><si><r><t>a</t></r><r><t>_x000D_</t></r><rPh><t>q</t></rPh></si></sst>
--- part xl/s.xml
<worksheet><sheetData>%(rows)s</sheetData></worksheet>"""
ROWS = [
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>',
    '<row><c s="1"><v>44926.5</v></c><c s="2"><v>0.05</v></c><c s="3"><v>60</v></c></row>',
    '<row r="9"><c t="inlineStr"><is><t xml:space="preserve"> b</t></is></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>',
    '<row r="10"><c r="XFD10" t="str"><f>A1</f><v>x</v></c></row><row r="1048576"><c><f>1</f></c><c t="d"><v>2022-12-31T1</v></c></row>',
]
# A Word file as tests/fuzz/formats_docx.cpp packs it.
WORD = """--- part _rels/.rels
<r><Relationship Id="r" Type="x/officeDocument" Target="w/d.xml"/></r>
--- part w/_rels/d.xml.rels
<r><Relationship Id="s" Type="x/styles" Target="s.xml"/><Relationship Id="h" Type="x/header" Target="h.xml"/><Relationship Id="c"
Type="x/comments" Target="c.xml"/><Relationship Id="m" Type="x/customXml" Target="m.xml"/></r>
--- part w/s.xml
<w:styles %(space)s><w:style w:type="paragraph" w:styleId="a" w:default="1"><w:basedOn w:val="a"/><w:rPr><w:b/></w:rPr></w:style></w:styles>
--- part w/h.xml
<w:hdr %(space)s><w:p/></w:hdr>
--- part w/c.xml
<w:comments %(space)s><w:comment w:id="0" w:author="a"><w:p/></w:comment></w:comments>
--- part w/m.xml
<o xmlns="urn:a"><p words="a"/></o>
--- part w/d.xml
<w:document %(space)s><w:body>%(body)s<w:sectPr><w:headerReference r:id="h"/></w:sectPr></w:body></w:document>"""
WORD_SPACE = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
              'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
BODIES = [
    '<w:p><w:bookmarkStart w:id="1" w:name="a"/><w:ins w:author="b"><w:r><w:t>c</w:t></w:r></w:ins><w:bookmarkEnd w:id="1"/></w:p>',
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>1</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    '<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:tcPr><w:vMerge/><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc><w:bookmarkEnd w:id="1"/></w:tr></w:tbl>',
    '<w:p><w:pPr><w:rPr><w:del/></w:rPr><w:sectPr/></w:pPr><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r></w:p>',
]
TABLES = ["a,b\n1,2\n", "﻿企业,金额\r\n\"甲,\"\"乙\"\"\",2", 'a,b\n"x\ny",2\n\n,,\n3\n', "=1,+x,-5,@a\n\t,'\n", 'a,"b\n']
TABLE_SIGNS = ["<row>", "</row>", "<c", "<v>", "</v>", "</c>", "<is><t>", "<!DOCTYPE a [", "<!ENTITY a 'b'>", "&a;", "&#10;", " t=\\\"s\\\"", " s=\\\"1\\\"",
               " r=\\\"B2\\\"", "_x005F_", "_x0041_", "1E308", "-1", "2958465", "yyyy", "[h]", "AM/PM", "\\x0a--- part ", "\\xEF\\xBB\\xBF", "\\xC6\\xF3",
               "\\x81\\x30\\x81\\x30", "\\x22\\x22", "\\x0d\\x0a"]

MARKDOWN_SIGNS = ["**", "***", "，**", "**《", "\n\n", "\n    ", "\n　　", "\n> ", "\n- ", "\n1. ", "\n```\n", "\n|-|\n", "](", "](#", "[^1]", "[^1]: ", "~~",
                  "==", "$$", ":::", "[ ] ", "[!NOTE]", "[TOC]", "&#11799;", "⸗", "甲", "企业", "\t", "<https://"]


NUMBER_SIGNS = ["万元", "亿元", "千元", "元", "%", "个百分点", "个基点", "余", "以上", "突破", "≥", "〔", "〕", "号", "年", "月", "日", "/", "-", "1.", "，", "。", "０", "　",
                "\u00a0", "一", "十", "百", "每年", "一次性", "https://", ".md", "zh-CN", "999999999"]
DATA_SIGNS = ["--- file ", "\\x0a--- file policies/a.json\\x0a", "\\x0a--- file observations/a.csv\\x0a", "{", "}", "[", "]", ":", ",", '\\"', "null", "true", "false", "1e9",
              "\\\\u0000", "\\\\ud800", "2026-01-01", ".json", "\\xEF\\xBB\\xBF"]
CITATION_SIGNS = ["{{ ", " }}", "fact('", "amount('", "target('", "cite('", "')", "('p/1')", " | ", "value", "period", "figure", "number", "title", "label", "p", "p/1", "{%", "%}",
                  "[a](fact:x|y)"]


def template_seeds():
    for path in sorted((CASES / "template").glob("*.case")):
        for case in read_cases(path):
            kept = [section for section in case.sections if section.head in ("context", "options", "template")]
            yield "".join(map(str, kept)).rstrip("\n")


def template_words(texts):
    words = collections.Counter()
    for text in texts:
        for tag in re.findall(r"\{[{%].*?[%}]\}", text, flags=re.DOTALL):
            words.update(set(re.findall(r"[a-z_]{2,}", tag)))
    return SIGNS + [word + " " for word, count in sorted(words.items()) if count >= 2]


def guide_conditions():
    guide = (CASES.parents[1] / "docs" / "data-guide.md").read_text(encoding="utf-8")
    for block in re.findall(r"```condition\n(.*?)```", guide, flags=re.DOTALL):
        yield from block.splitlines()


def logic_seeds():
    for path in sorted((CASES / "logic").glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8")):
            if isinstance(case, list):
                yield "\n".join(json.dumps(part, ensure_ascii=False) for part in case[:2])
    yield from guide_conditions()


def logic_words(texts):
    operators = {name for text in texts for name in re.findall(r'\{"([^"]+)": ', text.partition("\n")[0])}
    names = (CASES.parent / "unit" / "logic" / "condition_names.h").read_text(encoding="utf-8")
    words = re.findall(r'"([^"]+)"', names) + ["并且", "或", "非", "属于", "不低于", "以上", "全部", "没有", "、", "，", "（", "）", "「", "」", "万元", "亿元"]
    escaped = ["".join(f"\\x{byte:02X}" for byte in word.encode()) for word in words]
    return escaped + [f'{{\\"{name}\\":[' for name in sorted(operators)] + ["\\x0a", '{\\"var\\":\\"\\"}', "accumulator", "current", "1e300", "-0", "\\\\ud83d\\\\ude00"]


def rules_in(part):
    """Every rule of a record, as it is written."""
    if isinstance(part, dict):
        for key, inner in part.items():
            yield from [json.dumps(inner, ensure_ascii=False)] if key == "rule" else rules_in(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from rules_in(inner)


def match_seeds():
    """The rules of each measure with the answers of its worked examples; every other rule with some."""
    policies = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "data/policies").glob("*.json"))}
    examples = json.loads((ROOT / "data/examples.json").read_text(encoding="utf-8"))["examples"]
    for example in examples:
        policy, article, measure = example["measure"].split("/")
        for section in policies[policy]["sections"]:
            for one in section.get("articles", []):
                parts = [part for part in one.get("measures", []) if (one["id"], part["id"]) == (article, measure)]
                for rule in sorted(set(rules_in(parts))):
                    yield f"{rule}\n{json.dumps(example['profile'], ensure_ascii=False)}"
    shipped = {rule for policy in policies.values() for rule in rules_in(policy)}
    for number, rule in enumerate([*sorted(shipped), *guide_conditions()]):
        yield f"{rule}\n{json.dumps(examples[number % len(examples)]['profile'], ensure_ascii=False)}"


def match_words(texts):
    """Labels, ids, choices and units of the shipped profile, and the signs of both writings."""
    words = set()
    for field in json.loads((ROOT / "data/profile.json").read_text(encoding="utf-8"))["profile"]:
        words.update([field["id"], field["label"], field.get("unit") or "年", *field.get("choices", []), *field.get("levels", [])])
    operators = {name for text in texts for name in re.findall(r'\{"([^"]+)": ', text.partition("\n")[0])}
    signs = ["并且", "或", "非", "属于", "包含", "不低于", "以上", "全部", "没有", "、", "，", "（", "）", "「", "」", "万元", "亿元", ">=", "5%", "2022-01-15", "是", "否"]
    return escaped([*sorted(words), *signs, *(f'{{"{name}": [' for name in sorted(operators)), '{"var": "', "\n{", '": "', "[{", "}]", "null", "true"])


def format_seeds():
    for number, rows in enumerate([*ROWS, "".join(ROWS)]):
        yield BOOK % {"epoch": number % 2, "format": ["yyyy&quot;年&quot;m", "[h]:mm", "0%", "General", "d\\y"][number], "rows": rows}
    yield from (WORD % {"space": WORD_SPACE, "body": body} for body in [*BODIES, "".join(BODIES)])
    yield from TABLES
    yield from (table.encode("gb18030") for table in TABLES[1:2])


def markdown_seeds():
    for path in sorted((CASES / "markdown").glob("*.case")):
        for case in read_cases(path):
            yield from (section.body for section in case.sections if section.head == "input")


def model_seeds():
    script = ast.parse((CASES.parent / "scripts" / "schema.py").read_text(encoding="utf-8"))
    pools = next(line.value for line in script.body if isinstance(line, ast.Assign) and getattr(line.targets[0], "id", "") == "POOLS")
    for kind, texts in zip(pools.keys, pools.values):
        written = [text.value for text in texts.elts if isinstance(text, ast.Constant)]
        yield from (f"{kind.value.replace('-', ' ')}\n{text}" for text in written)


def schema_words():
    """Keys and choices of the schemas."""
    words = set()

    def collect(part):
        if isinstance(part, dict):
            words.update(part.get("properties", {}) if isinstance(part.get("properties"), dict) else ())
            words.update(word for word in part.get("enum", ()) if isinstance(word, str))
            for inner in part.values():
                collect(inner)
        elif isinstance(part, list):
            for inner in part:
                collect(inner)

    for path in sorted((ROOT / "data/.schema").glob("*.json")):
        collect(json.loads(path.read_text(encoding="utf-8")))
    return sorted(words)


def data_texts(folders=("templates/project/data", "tests/sites/small/data")):
    """(name below data/, text) of each short data file."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".json", ".csv", ".md") and 0 < path.stat().st_size < 4000:
                yield path.relative_to(ROOT / folder).as_posix(), path.read_text(encoding="utf-8")


def load_seeds():
    for name, text in data_texts():
        yield f"--- file {name}\n{text}"


def cost_seeds():
    """Short inputs of each reader."""
    for reader, seeds in (("markdown", markdown_seeds), ("template", template_seeds), ("table", format_seeds), ("condition", logic_seeds)):
        kept = [seed for seed in seeds() if isinstance(seed, str) and len(seed.encode()) < 120 and not seed.startswith("---")]
        yield from (f"{reader}\n{seed}" for seed in kept[:40])
    yield from (f"{reader}\n{part}" for reader, part in (("template", "{% if a %}"), ("template", "{{ a.b | c }}"), ("template", "{%"), ("markdown", "["), ("markdown", "*a **b "),
                ("markdown", "> "), ("markdown", "|a"), ("records", '{"id": "a", "label": "b"}'), ("records", '{"id": "a'), ("records", "["), ("table", '"a,\n'), ("condition", "（")))


PAGES = [
    "1 0 0 rg BT /F 42 Tf 1 0 0 1 120 600 Tm (   ) Tj ET\n1 0 0 RG 1 w 79 500 m 521 500 l S",
    "0 g BT /F 16 Tf 16 TL 1 0 0 1 79 700 Tm [(  ) -250 ( )] TJ T* ( ) ' ET q 2 0 0 2 0 0 cm 40 40 221 0.5 re f Q",
    "0 1 1 0 k /X Do BT 3 Tr 50 Tz 1 Tc 2 Tw 3 Ts ( ) Tj ET BI /W 1 /H 1 ID x EI",
]
PAGE_SIGNS = ["BT ", " ET", " Tf ", " Tm ", " Td ", " TD ", " Tj ", " TJ ", " T* ", " cm ", "q ", " Q ", " re ", " f ", " S ", " m ", " l ", " rg ", " k ", " scn ", "/F ", "/X Do ", "<41>",
              "[", "]", "(", ")", "1e9 ", "-1 ", "0.001 ", "%PDF-1.4\\x0a", " obj", "endobj", "stream\\x0a", "endstream", "/ToUnicode ", "beginbfrange ", "beginbfchar "]


def page_seeds():
    """Contents of pages, and the least of the PDFs of tests/letters_verify."""
    yield from PAGES
    yield min((CASES.parent / "letters_verify").glob("*.pdf"), key=lambda path: path.stat().st_size).read_bytes()


def prose_seeds():
    for _, text in data_texts():
        yield from (found for found in re.findall(r'"((?:[^"\\]|\\.)*)"', text) if "{{" in found or "**" in found)
    yield from markdown_seeds()


def escaped(words):
    return ["".join(f"\\x{byte:02X}" for byte in word.encode()) for word in words]


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    seeds, words_of = {
        "template": (template_seeds, template_words),
        "logic": (logic_seeds, logic_words),
        "match": (match_seeds, match_words),
        "markdown": (markdown_seeds, lambda texts: ["".join(f"\\x{byte:02X}" for byte in sign.encode()) for sign in MARKDOWN_SIGNS]),
        "document": (page_seeds, lambda texts: PAGE_SIGNS),
        "formats": (format_seeds, lambda texts: TABLE_SIGNS),
        "model": (model_seeds, lambda texts: escaped([*NUMBER_SIGNS, *sorted({text.partition("\n")[0] + "\n" for text in texts})])),
        "load": (load_seeds, lambda texts: [*DATA_SIGNS, *escaped(f'"{word}"' for word in schema_words())]),
        "project": (lambda: [*load_seeds(), *cost_seeds()], lambda texts: [*DATA_SIGNS, *escaped(f'"{word}"' for word in schema_words())]),
        "prose": (prose_seeds, lambda texts: escaped([*CITATION_SIGNS, *MARKDOWN_SIGNS])),
    }[folder.name]
    kept = list(seeds())
    for seed in kept:
        data = seed if isinstance(seed, bytes) else seed.encode()
        (folder / hashlib.sha1(data).hexdigest()).write_bytes(data)
    lines = [f'"{entry}"' for entry in words_of(kept)]
    folder.with_suffix(".dict").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
