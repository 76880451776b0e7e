#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`huice schema` against ajv and against loading: what a schema refuses, loading refuses, and the other way round.

Records of data/ are changed at random from a seed; ajv and the loader judge each. By hand:

    tests/scripts/schema.py --count 20000 --seed 3 --build build/release

Long: each record type's way to be changed is beside what both judges say of it.
"""

import argparse
import collections
import csv
import glob
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
COUNT, SEED = 3000, 20261121

# What the schema of one file cannot say, and why.
LEFT_OUT = {
    "dangling-reference": "references lead to other records",
    "ambiguous-name": "names are those of other records",
    "duplicate-id": "ids are compared with each other",
    "id-is-not-file-name": "a schema does not know the file's name",
    "hidden-unit": "whether a unit is public is in another record",
    "lead-is-no-unit": "the lead is compared with the list of units",
    **dict.fromkeys(("no-body", "two-bodies"), "the body of a letter is in another record"),
    "unknown-ask": "ids of asks are compared with each other",
    **dict.fromkeys(("supersession-cycle", "circle"), "circles go through other records"),
    **dict.fromkeys(("amount-incomplete", "amount-surplus", "every-twice", "rows-wrong"), "rules that src/load holds"),
    "file-not-found": "the Markdown of a booklet is a file beside it",
    "no-such-provision": "a place within an article is compared with what the article has",
    "provision-unrecorded": "a place within an article is compared with what the article has",
    "article-of-other-policy": "ids of articles are compared with that of the policy",
    "readings-wrong": "a rule between fields, which src/load/checks.cpp holds",
    "amount-field": "the type of a field is in data/profile.json",
    "wording-twice": "a rule between fields, which src/load/checks.cpp holds",
    "annex-missing": "an annex is a file beside the record",
    "annex-twice": "annexes are compared with each other", "annex-names-clash": "annexes are compared with each other",
}

# What a field of the profile says of its own choices: the message names the field's label, not a key.
OF_CHOICES = re.compile(r"profile\.json:.* error\[unknown-choice\]: “(?![a-z_]+” )")

# One text each that a schema lets pass and loading refuses, since no expression can hold the bound. (A
# whole number written 5.0, or a number written 1e3, is the same value to ajv as 5 and 1000.)
BEYOND = {
    "money": "999999999999999999元",
    "period": "2024/2023", "text": "甲\U0001FFFF", "prose": "甲\U0010FFFE",
}

# Spellings, right and wrong ones, by the name a value has in $defs.
POOLS = {
    "text": ["甲", " x ", "", " ", "\t\n", "\u3000", "a\nb", "null", "a\tb", "a\u0007", "\u001b[", "a\u007f", "\u0085", "a\u2028b", "\ufdd0", "\uffff", "a\ufffd", "\u202e甲"],
    "prose": ["甲", "**x**", "", "  ", "\n", "a\nb\tc\r\n", "a\u000bb", "\u0001", "a\u009f", "a\u2029b", "\ufffe"],
    "money": ["20万元", "0元", "0.5亿元", "5229.3万元", "1.23元", "1.230元", "1.234元", "20.1234567万元", "20.123456万元", "1.12345678901亿元",
              "20 万元", "1,000元", "020万元", "-5元", "20万", "万元", "20.万元", ".5万元", "20万元起", "1234567890123456元", "1234567890123456789元",
              "20万圆", "", "二十万元", "+5元", "5元\n", "0.00元", "00元",
              "８千元", "５０万元", "1,00元", "8.12345千元", "8.123456千元", "人民币5万元整", "¥ 5元", "5千", "最高5元", "5 元 整"],
    "rate": ["50%", "1.5个百分点", "100个基点", "-0.5%", "0%", "-0%", "-0.0%", "-0.01%", "50", "50 %", "%", "050%", "50％", "1.%", "1e2%", "50%%",
             "1234567890.12345678%", "1234567890.123456789%", "", "百分之五",
             "５０ ％", "1,500%", "1,5%", "50基点", "－0.0%"],
    "quantity": ["300家", "突破300家", "≥300家", "600余人", "3000余万元", "10家以上", "1.5%", "200名左右", "超过3家", "超3家", "大约5个", "=3家", "<3家",
                 "300", "300多家", "突破600余人", "约10家以上", "300余余人", "300余多人", "300以上", "突破", "-5%", "-0%", "--5%", "300-家", "300.家",
                 "300家-", "300 家", "3家4", "300家≥", "10家以上以上", "10家以", "余人", "", "不低于1.50%", "≥ 3家", "300家．", "03家", "近3\u00a0家", "几家",
                 "3几家", "3家以内", "3.5余家", "=≥3家"],
    "qualifier": ["=", ">", "≥", "余", "", "突破", "以上", "左右", "==", " ", "多", "≧", "不低于 "],
    "date": ["2022-09-28", "2022-9-28", "2022年9月28日", "2022年09月28日", "2022年9月31日", "2022-02-29", "2024-02-29", "1900-02-29", "1799-12-31", "1800-02-29", "1852-02-29", "1850-02-29", "2000-02-29",
             "2100-02-29", "2022-04-31", "2022-13-01", "2022-00-10", "2022-10-00", "1899-12-31", "2200-01-01", "2199-12-31", "2022.09.28", "2022/09/28",
             "2022-09-28 ", "2022", "2022年9月", "2022年9月28", "22年9月8日", "2022-09-28日", "", "2022年2月29日", "2024年2月29日", "2022-12-31", "2022年012月1日",
             "20220928", "20220931", "２０２２年９月２８日", "2022．9．28", "2022-9/28"],
    "period": ["2024", "2024Q3", "2024Q5", "2024Q0", "2024-09", "2024-13", "2024-00", "2024-01/2024-06", "2024/2026", "2024Q1/2024Q2", "2024/2024-06",
               "2024-01-01/2024-05-15", "@2024-12-31", "@2024", "@2024Q1", "to@2025-09-03", "to@2025-02-29", "to@2025", "unstated", "Unstated", "@unstated",
               "@2024/2025", "1899", "1799", "1852M03", "2200", "24", "2024-9", "2024-01-1", "2024年", "", "2024/", "/2024", "2024-01/2024-06/2024-07", "to@ 2024", "2024q1",
               "2004-05", "@2004-05", "2004M05", "2024M05", "2004-05/2005-06", "2004-05/2004-09", "to@unstated", "2012-13"],
    "document-number": ["鄂府发〔2022〕103号", "鄂府发[2022]103号", "鄂府发〔2022〕第103号", "鄂府发〔2022〕0103号", "〔2022〕1号", "鄂府发〔1948〕1号",
                        "鄂府发〔1949〕1号", "鄂府发〔2199〕1号", "鄂府发〔2200〕1号", "鄂府发〔2022〕1234567号", "鄂府发〔2022〕123456号", "鄂 府发〔2022〕1号",
                        "鄂府发〔2022〕1", "鄂府发〔22〕1号", "鄂〕府〔2022〕1号", "鄂〔府〔2022〕1号", "鄂府发〔2022〕1号 ", "", "A〔2022〕9号", "鄂\u3000府〔2022〕1号"],
    "id": ["a", "2.3", "a-b.c", "A", "a_b", "a--b", "-a", "a-", "a.", "", "甲", "a b", "x" * 80, "x" * 81, "a.-b", "0"],
    "file-name": ["preface.md", "a.md", ".md", "preface.txt", "../a.md", "a/b.md", "Preface.md", "a.md.md", "a..md", "", "x" * 80 + ".md", "x" * 81 + ".md"],
    "annex-file": ["a.pdf", "甲/乙/附件1.docx", "a.PDF", "a b.docx", "a.tar.zip", "a(1).xlsx", ".pdf", ".a.pdf", "~a.pdf", " a.pdf", "a .pdf", "a..pdf", "a.html",
                   "a", "", "/a.pdf", "../a.pdf", "a/../b.pdf", "a//b.pdf", "./a.pdf", "a\\b.pdf", "c:a.pdf", "a%20.pdf", "a#b.pdf", "a?.pdf", "a/b/c/d/e.pdf",
                   "a/b/c/d/e/f.pdf", "x" * 60 + ".pdf", "x" * 61 + ".pdf", "字" * 60 + ".pdf", "字" * 61 + ".pdf", "a/ b.pdf", "a /b.pdf", "a./b.pdf",
                   "a.pdf ", "a.pdf/", "a\n.pdf", "a.pdf\n", "a\u007f.pdf", "\U0001F600" * 60 + ".pdf"],
    "web-address": ["https://www.ordos.gov.cn/", "http://a", "https://", "ftp://a", "www.a.cn", "https://a b", "https://a\"b", "https://a<b", "HTTPS://a",
                    "https://例.cn/", "https://a\u007fb", "https://a\u00a0b", ""],
    "language-tag": ["zh-CN", "zh", "zh_CN", "-zh", "", "zh-", "中文", "zh CN", "a1"],
}
INTEGERS = [1, 5, 9999, 10000, 0, -1, 5.5, 99999999999]
NUMBERS = [0, 1, -1, 53.2, 0.001, 123456789, -0.5]
OTHERS = ["x", 5, 1.5, True, False, [], {}, ["x"], {"x": 1}]

CHECKS = []


def check(name, passed, said=""):
    CHECKS.append(bool(passed))
    shown = [] if passed else [f"# {line}" for line in str(said).splitlines()[:40]]
    print(f"{'ok' if passed else 'not ok'} {len(CHECKS)} - {name}", *shown, sep="\n", flush=True)


# ── ajv and the loader ─────────────────────────────────────────────────────────────────────────────

def ask(command, jobs, folder):
    """The answers of a program that reads and writes a JSON value a line."""
    asked = folder / "asked.jsonl"
    with open(asked, "w", encoding="utf-8") as lines:
        for job in jobs:
            lines.write(json.dumps(job, ensure_ascii=False) + "\n")
    with open(asked, encoding="utf-8") as lines:
        said = subprocess.run([str(part) for part in command], stdin=lines, capture_output=True, text=True)
    answers = [json.loads(line) for line in said.stdout.splitlines()]
    if said.returncode != 0 or len(answers) != len(jobs):
        raise RuntimeError(f"{command[0]} ended with {said.returncode} after {len(answers)} of {len(jobs)} answers\n{said.stderr[-2000:]}")
    return answers


def node():
    found = sorted(glob.glob(str(ROOT / "tests/browser/node_modules/node-linux-*/bin/node")))
    return found[0] if found else shutil.which("node")


class Judges:
    def __init__(self, huice, load_lines, folder):
        self.huice, self.load_lines, self.folder = huice, load_lines, folder
        self.schemas = folder / "schemas"
        self.written = subprocess.run([huice, "schema", "--all", "-o", self.schemas], capture_output=True, text=True)
        self.by_file = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted(self.schemas.glob("*"))}

    def ajv(self, jobs, schemas=None):
        """What ajv finds wrong with each (schema file, value)."""
        return ask([node(), ROOT / "tests/schema/validate.mjs", *([schemas, "weakened"] if schemas else [self.schemas])], [{"schema": schema, "value": value} for schema, value in jobs],
                   self.folder)

    def loader(self, jobs):
        """What loading finds wrong with data/ where each (path, value) is put into it."""
        return ask([self.load_lines, ROOT], [{"path": path, "text": json.dumps(value, ensure_ascii=False)} for path, value in jobs], self.folder)


def refusals(problems, path):
    """The diagnostics of a file that a schema could have given; a warning refuses nothing."""
    return [found for found in problems
            if found["file"] == path and found["code"] not in LEFT_OUT and f" error[{found['code']}]" in found["message"] and not OF_CHOICES.search(found["message"])]


# ── Data files and their schemas ─────────────────────────────────────────────────────────────────

def schema_by_place(huice):
    """{"policies": "policy.schema.json", "site": …} as `huice schema` lists them."""
    places = {}
    for line in subprocess.run([huice, "schema"], capture_output=True, text=True).stdout.splitlines():
        kind, file = line.split()[:2]
        places[file.removeprefix("data/").split(".")[0].split("/*")[0].split("/<")[0]] = f"{kind}.schema.json"
    return places


def place_of(path):
    """policies for policies/x.json, regions for regions.json, private/contacts for private/contacts.json."""
    parts = path.with_suffix("").parts
    return "/".join(parts) if len(parts) == 1 or parts[0] == "private" else parts[0]


def data_files(data, places):
    """(path below the project, schema file, value) of every JSON file of a data folder."""
    for path in sorted(data.rglob("*.json")):
        below = path.relative_to(data)
        if not below.parts[0].startswith("."):
            yield f"data/{below}", places[place_of(below)], json.loads(path.read_text(encoding="utf-8"))


def observations(path):
    """A table's first rows, as a JSON file has them."""
    rows = []
    with open(path, encoding="utf-8", newline="") as table:
        for row in list(csv.DictReader(table))[:20]:
            record = {}
            for column, cell in row.items():
                outer, _, inner = column.partition(".")
                if cell and inner:
                    record.setdefault(outer, {})[inner] = cell
                elif cell:
                    record[column] = float(cell) if column == "value" and "." in cell else int(cell) if column == "value" else cell
            rows.append(record)
    return {"observations": rows}


# ── Changing records ─────────────────────────────────────────────────────────────────────────────

def ways(schema):
    """The schema's alternatives, or itself."""
    return schema.get("anyOf", [schema])


def kinds_of(schema):
    """The types that a value may have where it is used."""
    found = [way.get("type", []) for way in ways(schema)]
    return [kind for one in found for kind in ([one] if isinstance(one, str) else one)]


def name_of(schema):
    """The name in $defs of what a value is."""
    return next((way["$ref"].rsplit("/", 1)[1] for way in ways(schema) if "$ref" in way), "")


def items_of(schema):
    return next((way["items"] for way in ways(schema) if "items" in way), None)


class Change:
    """Changes one place of a value, guided by its schema, and says how."""

    def __init__(self, schema, value, random_numbers):
        self.random, self.definitions = random_numbers, schema["$defs"]
        self.places = []  # (holder, key, the value's schema); key None: the holder itself, to add a key to
        self.walk(schema, value)

    def walk(self, schema, value):
        target = self.definitions[name_of(schema)] if name_of(schema) else schema
        if isinstance(value, dict) and "properties" in target:
            self.places.append((value, None, target))
            for key, inner in value.items():
                if key in target["properties"] and key != "$schema":
                    self.places.append((value, key, target["properties"][key]))
                    self.walk(target["properties"][key], inner)
        elif isinstance(value, list) and items_of(schema):
            for index, inner in enumerate(value):
                self.places.append((value, index, items_of(schema)))
                self.walk(items_of(schema), inner)

    def right(self, schema, depth=0):
        """Something the schema takes, or nearly."""
        name, kinds = name_of(schema), kinds_of(schema)
        if "enum" in schema:
            return self.random.choice(schema["enum"])
        if "array" in kinds:
            return [self.right(items_of(schema), depth + 1) for _ in range(self.random.randint(0, 2))]
        if "integer" in kinds:
            return self.random.choice(INTEGERS[:3])
        if "number" in kinds:
            return self.random.choice(NUMBERS)
        if name == "rule":
            return self.random.choice([{">=": [{"var": "revenue"}, 5]}, True])
        if "boolean" in kinds:
            return self.random.choice([True, False])
        if "object" in kinds:
            target = self.definitions[name]
            keys = [key for key in target["properties"] if key in target.get("required", []) or self.random.random() < 0.4 / (depth + 1)]
            return {key: self.right(target["properties"][key], depth + 1) for key in keys}
        return POOLS[name][0] if name in POOLS else "x"

    def spelling(self, schema):
        name, kinds = name_of(schema), kinds_of(schema)
        if "enum" in schema:
            return self.random.choice(["x", "", "Public", *schema["enum"]])
        if "integer" in kinds:
            return self.random.choice(INTEGERS)
        if "number" in kinds:
            return self.random.choice(NUMBERS)
        if "string" in kinds:
            return self.random.choice(POOLS.get(name, POOLS["text"]))
        return self.random.choice(OTHERS)

    def make(self):
        holders = [place for place in self.places if place[1] is None]
        inner = [place for place in self.places if place[1] is not None]
        what = self.random.choice(["drop", "unknown", "type", "null", "spelling", "spelling", "spelling", "empty", "add", "add"])
        if what in ("drop", "unknown", "add") or not inner:
            holder, _, schema = self.random.choice(holders)
            return self.change_object(what if inner else "unknown", holder, schema)
        scalars = [place for place in inner if not isinstance(place[0][place[1]], (dict, list))]
        if what == "spelling" and scalars:  # rare kinds of values as often as texts
            kinds = collections.defaultdict(list)
            for place in scalars:
                kinds[name_of(place[2]) or str(kinds_of(place[2]))].append(place)
            inner = kinds[self.random.choice(sorted(kinds))]
        elif what == "empty" and scalars:
            inner = scalars
        holder, key, schema = self.random.choice(inner)
        holder[key] = {"type": lambda: self.random.choice(OTHERS), "null": lambda: None, "spelling": lambda: self.spelling(schema),
                       "empty": lambda: self.random.choice(["", " ", "\n\t", "\u3000"])}[what]()
        return what

    def change_object(self, what, holder, schema):
        absent = [key for key in schema["properties"] if key not in holder and key != "$schema"]
        known = [key for key in schema["properties"] if key in holder and key != "$schema"]
        if what == "drop" and known:
            del holder[self.random.choice(known)]
            return "drop"
        if what == "add" and absent:
            key = self.random.choice(absent)
            inner = schema["properties"][key]
            holder[key] = self.random.choice([lambda: self.right(inner), lambda: self.right(inner), lambda: self.spelling(inner), lambda: None])()
            return "add"
        holder[self.random.choice(["zzz", "Id", "$schema ", "", "标题", *[key + "s" for key in known[:3]]])] = self.random.choice([None, "x", {}])
        return "unknown"


def changed_records(bases, schemas, count, seed):
    """(what was done, path, schema file, value), kinds of records in turn."""
    numbers = random.Random(seed)
    by_kind = collections.defaultdict(list)
    for base in bases:
        by_kind[base[1]].append(base)
    kinds = [*sorted(by_kind), "policy.schema.json", "policy.schema.json", "proposal.schema.json", "observation.schema.json"]
    for index in range(count):
        path, schema, value = numbers.choice(by_kind[kinds[index % len(kinds)]])
        value = json.loads(json.dumps(value))
        done = [Change(schemas[schema], value, numbers).make() for _ in range(numbers.choice([1, 1, 1, 2]))]
        yield "+".join(sorted(set(done))), path, schema, value


# ── The checks ───────────────────────────────────────────────────────────────────────────────────

def check_schemas(judges, places):
    check("--all writes one schema a kind", judges.written.returncode == 0 and sorted(judges.by_file) == sorted(places.values()), judges.written.stderr)
    printed = {file: subprocess.run([judges.huice, "schema", file.split(".")[0]], capture_output=True, text=True).stdout for file in judges.by_file}
    check("and KIND prints the same bytes", all((judges.schemas / file).read_text(encoding="utf-8") == text for file, text in printed.items()))
    answers = judges.ajv([(file, {"$schema": "x"}) for file in judges.by_file])
    check("ajv takes every schema in its strict mode and applies it", all(any(found["keyword"] == "required" for found in one) for one in answers), answers)
    undescribed = [f"{file}: {key}" for file, schema in judges.by_file.items() for part in [schema, *schema["$defs"].values()]
                   for key, field in part.get("properties", {}).items() if not field.get("description") and schema["title"] != key and len(part["properties"]) > 2]
    check("every key has a description", not undescribed, undescribed)


def check_files(judges, places):
    for name, data, least in (("the shipped data", ROOT / "data", 150), ("the small test site", ROOT / "tests/sites/small/data", 12),
                              ("the documents of other cities", ROOT / "tests/sites/foreign/data", 18),
                              ("the starter project", ROOT / "templates/project/data", 12)):
        files = list(data_files(data, places))
        answers = judges.ajv([(schema, value) for _, schema, value in files])
        wrong = [f"{path}: {found}" for (path, _, _), found in zip(files, answers) if found]
        check(f"ajv accepts every JSON file of {name}", len(files) >= least and not wrong, "\n".join(wrong) or f"{len(files)} files")


def wrong_links(data, places):
    """Files whose $schema does not lead to the schema of their kind."""
    wrong = []
    for path, schema, value in data_files(data, places):
        file = data.parent / path
        target = (file.parent / value.get("$schema", "none")).resolve()
        if target != (data / ".schema" / schema).resolve() or not target.is_file():
            wrong.append(f"{path}: {value.get('$schema')}")
    return wrong


def check_links(judges, places):
    project = judges.folder / "new"
    said = subprocess.run([judges.huice, "init", project], capture_output=True, text=True, env=dict(os.environ, HUICE_SHARE=str(ROOT)))
    made = {path.name: path.read_text(encoding="utf-8") for path in (project / "data/.schema").glob("*")}
    check("init writes the schemas beside the data", said.returncode == 0 and {name: json.loads(text) for name, text in made.items()} == judges.by_file, said.stderr)
    for name, data in (("a new project", project / "data"), ("the shipped data", ROOT / "data")):
        wrong = wrong_links(data, places)
        check(f"each JSON file of {name} names the schema of its kind", not wrong, "\n".join(wrong))
    shipped = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "data/.schema").glob("*")}
    chinese = judges.folder / "chinese"
    subprocess.run([judges.huice, "schema", "--all", "--lang", "zh-CN", "-o", chinese], capture_output=True, text=True, check=True)
    right = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in chinese.glob("*")}
    stale = sorted(set(shipped) ^ set(right)) + [name for name in shipped if right.get(name) != shipped[name]]
    check("the schemas of the shipped data are those of this build (huice schema --all --lang zh-CN -o data/.schema)", not stale, stale)
    words = json.dumps(right["policy.schema.json"], ensure_ascii=False)
    check("a schema says in Chinese what its fields are, where Chinese is asked for",
          "政策文件，连同条款、措施和目标" in words and set(right) == set(judges.by_file) and "one instrument with" not in words, words[:400])


def compare(jobs, ajv_says, loader_says):
    """The jobs on which the judges differ, as text, and how often each code and kind of change was met."""
    differences, codes, outcomes = [], collections.Counter(), collections.Counter()
    for (what, path, schema, value), by_ajv, by_loader in zip(jobs, ajv_says, loader_says):
        refused = refusals(by_loader, path)
        codes.update(found["code"] for found in by_loader)
        outcomes.update((part, bool(refused)) for part in what.split("+"))
        if bool(by_ajv) != bool(refused):
            said = refused[0]["message"] if refused else f"loading accepts it, ajv says {by_ajv[:2]}"
            differences.append(f"{what} in {path} ({schema}): {said}")
    return differences, codes, outcomes


def check_differences(judges, bases, count, seed, met):
    jobs = list(changed_records(bases, judges.by_file, count, seed))
    by_loader = judges.loader([(path, value) for _, path, _, value in jobs])
    values = [(schema, value) for _, _, schema, value in jobs]
    differences, codes, outcomes = compare(jobs, judges.ajv(values), by_loader)
    refused = sum(bool(refusals(found, path)) for (_, path, _, _), found in zip(jobs, by_loader))
    print(f"# {len(jobs)} changed records, {refused} refused; {dict(outcomes)}; {dict(codes)}", flush=True)
    check(f"ajv and loading judge {count} changed records alike", not differences, "\n".join(differences))
    share = refused / len(jobs)
    check("a good part of them is refused, and a good part accepted", 0.3 < share < 0.9, share)
    wanted = {"missing-key", "unknown-key", "wrong-type", "empty-text", "unknown-choice", "bad-money", "bad-rate", "bad-quantity", "bad-qualifier", "bad-date", "no-such-day",
              "bad-period", "month-or-years", "bad-document-number", "bad-id", "bad-file-name", "bad-url", "bad-language", "bad-count", "line-break", "control-character"}
    missed = sorted(wanted - set(codes) - met)
    check("every code that a schema can say was met", not missed, missed)
    elsewhere = [found["message"] for (_, path, _, _), one in zip(jobs, by_loader) for found in one if found["file"] != path and found["code"] not in LEFT_OUT]
    check("a changed file spoils no other file's own values", not elsewhere, "\n".join(elsewhere))
    check_that_differences_show(judges, jobs, values, by_loader)


def check_that_differences_show(judges, jobs, values, by_loader):
    """The comparison itself: schemas with one rule taken out must differ from loading."""
    for keyword in ("required", "additionalProperties", "pattern", "type", "enum", "maximum"):
        weaker = judges.folder / f"without-{keyword}"
        weaker.mkdir()
        for file, schema in judges.by_file.items():
            (weaker / file).write_text(json.dumps(without(schema, keyword)), encoding="utf-8")
        differences = compare(jobs, judges.ajv(values, weaker), by_loader)[0]
        check(f"without “{keyword}” the schemas are found to be weaker than loading", differences)


def without(schema, keyword):
    if isinstance(schema, list):
        return [without(inner, keyword) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: without(inner, keyword) if key != "properties" else {name: without(field, keyword) for name, field in inner.items()}
            for key, inner in schema.items() if key != keyword}


def check_spellings(judges):
    """Every spelling of every pool by itself, in a record made for it."""
    holders = {"money": ("amounts", lambda text: {"basis": "fixed", "value": text}), "rate": ("amounts", lambda text: {"basis": "fixed", "rate": text}),
               "quantity": ("targets", lambda text: {"id": "t", "label": "L", "value": text}), "period": ("targets", lambda text: {"id": "t", "label": "L", "value": "3家", "by": text})}
    jobs = []
    for name in sorted(POOLS):
        for text in [*POOLS[name], *([BEYOND[name]] if name in BEYOND else [])]:
            jobs.append((name, text, holder_of(name, text, holders)))
    by_ajv = judges.ajv([(schema, value) for _, _, (_, schema, value) in jobs])
    by_loader = judges.loader([(path, value) for _, _, (path, _, value) in jobs])
    wrong, beyond = [], set()
    for (name, text, (path, _, _)), ajv, loader in zip(jobs, by_ajv, by_loader):
        refused = refusals(loader, path)
        if BEYOND.get(name) == text:
            beyond |= {name} if refused and not ajv else set()
        elif bool(ajv) != bool(refused):
            wrong.append(f"{name} {text!r}: {refused[0]['message'] if refused else f'loading accepts it, ajv says {ajv}'}")
    check(f"ajv and loading judge each of {len(jobs)} spellings alike", not wrong, "\n".join(wrong))
    check("and differ where it is said that they do", beyond == set(BEYOND), beyond)
    return {found["code"] for one in by_loader for found in one}


def check_keys_together(judges):
    """Rules between keys that schemas say, each in a record made for it."""
    amount = lambda **more: holder_of("money", "1元", {"money": ("amounts", lambda _: {"basis": "fixed", "value": "5元", **more})})
    phased = lambda phase: holder_of("money", "1元", {"money": ("amounts", lambda _: {"basis": "phases", "of": "投入", "phases": [{"first": 1, "last": 2, **phase}]})})
    field = lambda **more: ("data/profile.json", "profile-field.schema.json",
                            {"profile": json.loads((ROOT / "data/profile.json").read_text(encoding="utf-8"))["profile"] + [{"id": "zz", "label": "ZZ", **more}]})
    promise = lambda years: holder_of("period", "2024", {"period": ("undertakings", lambda _: {"id": "u", "text": "T", "years": years})})
    jobs = []
    for keys, values, put in [(("value", "rate"), ("5元", "5%"), lambda bound: amount(of="投入", caps=[bound])),
                              (("value", "rate"), ("5元", "5%"), lambda bound: amount(of="投入", floors=[bound])),
                              (("value", "rate"), ("5元", "5%"), phased),
                              (("exactly", "at_most"), (3, 5), lambda years: amount(years=years)),
                              (("exactly", "at_most"), (3, 5), promise)]:
        (first, second), (a, b) = keys, values
        jobs += [(put(given), right) for given, right in [({}, False), ({first: a}, True), ({second: b}, True), ({first: a, second: b}, False),
                                                          ({first: None, second: b}, True), ({first: None, second: None}, False)]]
    jobs += [(amount(caps=[{"value": "5元", "rule": True}]), False), (amount(caps=[{"value": "5元", "rule": True, "when": "甲"}]), True),
             (amount(caps=[{"value": "5元", "rule": None}]), True)]
    for kind in ("choice", "recognition"):
        jobs += [(field(type=kind), False), (field(type=kind, choices=[]), False), (field(type=kind, choices=None), False), (field(type=kind, choices=["甲"]), True)]
    jobs += [(field(type="money"), True), (promise(None), True), (amount(years=None), True)]
    by_ajv = judges.ajv([(schema, value) for (_, schema, value), _ in jobs])
    by_loader = judges.loader([(path, value) for (path, _, value), _ in jobs])
    for judge, said in (("ajv", [bool(one) for one in by_ajv]), ("loading", [bool(refusals(one, job[0][0])) for one, job in zip(by_loader, jobs)])):
        wrong = [f"{json.dumps(job[0][2], ensure_ascii=False)[-200:]} is {'right' if job[1] else 'wrong'}" for job, refused in zip(jobs, said) if refused == job[1]]
        check(f"{judge} takes of keys of which one is needed exactly one, and no key without what it needs", not wrong, "\n".join(wrong))


def holder_of(name, text, parts):
    """A record with one value of a kind: (path, schema file, value)."""
    policy = {"id": "zz", "title": "T", "kind": "若干政策措施", "completeness": "whole", "source": {"document": "《公报》", "reliability": "official"}}
    article = {"id": "1", "label": "一、", "heading": "H"}
    if name in parts:
        key, make = parts[name]
        inner = {"measures": [{"id": "m", "title": "T", "effect": "payment", "amounts": [make(text)]}]} if key == "amounts" else {key: [make(text)]}
        policy["sections"] = [{"id": "1", "articles": [{**article, **inner}]}]
    elif name == "id":
        policy["sections"] = [{"id": text, "articles": [article]}]
    elif name == "qualifier":
        row = {"indicator": "gdp", "region": "ordos", "period": "2001", "value": 1, "unit": "亿元", "qualifier": text}
        return "data/observations/zz.json", "observation.schema.json", {"observations": [row]}
    elif name == "file-name":
        return "data/booklets/zz.json", "booklet.schema.json", {"id": "zz", "title": "T", "preface": text, "chapters": []}
    elif name in ("web-address", "language-tag"):
        return "data/site.json", "site.schema.json", {"name": "N", {"web-address": "base_url", "language-tag": "language"}[name]: text}
    else:
        policy.update({"text": {"notice_title": text}, "prose": {"summary": text}, "date": {"dates": {"signed": text}}, "document-number": {"number": text},
                       "annex-file": {"annexes": [{"title": "T", "file": text}]}}[name])
    return "data/policies/zz.json", "policy.schema.json", policy


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--count", type=int, default=COUNT)
    options.add_argument("--seed", type=int, default=SEED)
    builds = (os.environ.get("HUICE_BUILDS") or "build/release").split(":")
    options.add_argument("--build", default=builds[0], help="the folder of the build under test")
    given = options.parse_args()
    build = pathlib.Path(given.build).resolve()
    print("1..27", flush=True)
    with tempfile.TemporaryDirectory(dir=os.environ.get("HUICE_TMP")) as temporary:
        judges = Judges(build / "huice", build / "load_lines", pathlib.Path(temporary))
        places = schema_by_place(judges.huice)
        check_schemas(judges, places)
        check_files(judges, places)
        check_links(judges, places)
        met = check_spellings(judges)
        check_keys_together(judges)
        bases = list(data_files(ROOT / "data", places))
        bases += [("data/observations/zz.json", places["observations"], observations(ROOT / "data/observations/published.csv"))]
        bases += [base for base in data_files(ROOT / "templates/project/data", places) if base[0].startswith("data/private")]
        check_differences(judges, bases, given.count, given.seed, met)
    sys.exit(0 if all(CHECKS) else 1)


main()
