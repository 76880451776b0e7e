#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The office's own copy shows what is internal, and nothing drafted or private; public prose cannot cite what is internal.

That nothing withheld reaches public/ is for withheld.py to prove. The project is the starter project (templates/project) with records added.
Every planted text holds the word `canary` and what it is: canary-internal (the office's own), canary-draft (for nobody yet), canary-private
(never published, whoever reads).
"""

import copy
import csv
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
HUICE = str(pathlib.Path(os.environ.get("HUICE") or ROOT / "build/release/huice").resolve())
SOURCE = {"document": "示例文件（虚构）", "reliability": "official"}
REVIEWED = {"by": "canary-private 核对人", "on": "2026-02-03"}


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def write(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")


def disguise(value, word):
    """A copy of a record's data with the word in every sentence; keys, ids, amounts and citations stay."""
    spared = {"id", "kind", "region", "issuer", "units", "lead", "topics", "beneficiaries", "effect", "basis", "value", "per", "rate",
              "rule", "signed", "published", "date", "expires", "completeness", "numbering", "reliability", "audience", "office",
              "indicator", "by", "policy", "article", "measures", "fact", "compare", "policies", "printed", "printed_by", "form",
              "answers", "interpreted_by", "beneficiary", "edition", "preface", "direction", "aggregation", "unit", "type", "on",
              "amount", "intro"}
    if isinstance(value, dict):
        # A rule with another word in it would be refused.
        kept = {key for key, part in value.items() if key == "rule" or key in spared and not isinstance(part, dict) and key != "measures"}
        return {key: part if key in kept else disguise(part, word)
                for key, part in value.items()}
    if isinstance(value, list):
        return [disguise(part, word) for part in value]
    return f"{word} {value}" if isinstance(value, str) and "{{" not in value and "号" not in value else value


class Project:
    def __init__(self, folder):
        self.folder = folder
        self.data = folder / "data"
        shutil.copytree(ROOT / "templates/project/data", self.data)

    def append(self, name, record):
        document = read(self.data / f"{name}.json")
        document[name].append(record)
        write(self.data / f"{name}.json", document)

    def plant_all(self):
        for audience in ("internal", "draft"):
            self.plant_lists(audience)
            self.plant_files(audience)
        self.plant_parts()
        self.plant_observations()
        self.plant_notes()
        contacts = {"id": "canary-private", "proposal": "example-1", "name": "canary-private 联系人", "phone": "canary-private 电话"}
        write(self.data / "private/contacts.json", {"contacts": [contacts]})

    def plant_lists(self, audience):
        word = f"canary-{audience}"
        base = {"id": word, "name": f"{word} 名称", "audience": audience}
        self.append("regions", base | {"kind": f"{word} 区"})
        self.append("organizations", base | {"kind": "department", "region": "example-city", "phone": f"{word} 电话",
                                             "address": f"{word} 地址", "former": [{"name": f"{word} 旧名"}]})
        self.append("topics", base | {"description": f"{word} 说明"})
        self.append("beneficiaries", base | {"definition": f"{word} 定义"})
        self.append("glossary", {"id": word, "term": f"{word} 词", "definition": f"{word} 释义", "audience": audience})
        self.append("profile", {"id": word, "label": f"{word} 项", "type": "money", "audience": audience})
        self.append("ladders", {"id": word, "title": f"{word} 梯次", "region": "example-city", "intro": f"{word} 说明",
                                "steps": [{"name": f"{word} 台阶", "note": f"{word} 注"}], "source": SOURCE, "audience": audience})

    def plant_files(self, audience):
        """A disguised copy of each record that has a file of its own."""
        word = f"canary-{audience}"
        for folder, name in (("policies", "example-2026-1"), ("proposals", "example-1"), ("indicators", "example-count"),
                             ("booklets", "example-booklet"), ("dashboards", "example-dashboard")):
            record = disguise(read(self.data / folder / f"{name}.json"), word)
            record |= {"id": word, "audience": audience}
            record["source"] = SOURCE
            if folder == "policies":
                record["number"] = None
            if folder == "proposals":
                record["reply"]["audience"] = audience
            write(self.data / folder / f"{word}.json", record)
        prose = self.data / "booklets" / word / "preface.md"
        prose.parent.mkdir()
        prose.write_text(f"{word} 编制说明。\n", encoding="utf-8")

    def plant_parts(self):
        """Withheld parts of records that are public: articles, measures, undertakings, targets, a reply; and references to the withheld."""
        path = self.data / "policies/example-2026-1.json"
        policy = read(path)
        articles = policy["sections"][0]["articles"]
        for audience in ("internal", "draft"):
            word = f"canary-{audience}"
            for key in ("measures", "undertakings", "targets"):
                part = disguise(articles[0][key][0], f"{word} {key}")
                articles[0][key].append(part | {"id": f"{word}-{key}", "audience": audience})
            articles.append(disguise(copy.deepcopy(articles[1]), f"{word} article") | {"id": f"{word}-article", "audience": audience})
            policy.setdefault("interpreted_by", []).append(word)
            articles[0]["topics"].append(word)
            articles[0]["measures"][0]["beneficiaries"].append(word)
            articles[0].setdefault("cites", []).append(word)
        write(path, policy)
        for audience in ("internal", "draft"):
            word = f"canary-{audience}"
            proposal = read(self.data / "proposals/example-1.json")
            proposal |= {"id": f"{audience}-reply", "number": "7", "title": "答复尚未公开的提案"}
            proposal["reply"] = disguise(proposal["reply"], f"{word} reply") | {"audience": audience, "number": None}
            write(self.data / f"proposals/{audience}-reply.json", proposal)
            path = self.data / "booklets/example-booklet.json"
            booklet = read(path)
            booklet["chapters"][0]["topics"].append(word)
            write(path, booklet)

    def plant_observations(self):
        with open(self.data / "observations/canary.csv", "w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow("indicator region period value unit note audience memo reviewed.by source.document source.reliability".split())
            for year, audience in ((2021, "internal"), (2022, "draft")):
                table.writerow(["example-count", "example-city", f"@{year}-12-31", "41", "家", f"canary-{audience} 注", audience,
                                "canary-private 备注", "canary-private 核对人", "示例统计（虚构）", "official"])
                table.writerow([f"canary-{audience}", "example-city", f"@{year}-12-31", "43", "家", f"canary-{audience} 注", "public", "",
                                "", "示例统计（虚构）", "official"])

    def plant_notes(self):
        """The memo and the reviewer's name of every public record."""
        for path in sorted(self.data.rglob("*.json")):
            # Worked examples are in no tree, and have no notes.
            if path.parent.name == "private" or path.name == "examples.json":
                continue
            document = read(path)
            lists = [value for value in document.values() if isinstance(value, list)]
            records = lists[0] if len(document.keys() - {"$schema"}) == 1 and lists else [document]
            for record in records:
                record |= {"memo": "canary-private 备注", "reviewed": REVIEWED}
            write(path, document)

    def build(self, *options):
        return subprocess.run([HUICE, "build", str(self.folder), "--as-of", "2026-03-05", *options],
                              env=dict(os.environ, HUICE_SHARE=str(ROOT)), capture_output=True, text=True)


def search(folder, word):
    """Files below the folder whose name or content holds the word."""
    found = []
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if word in name.lower() or path.is_file() and word.encode() in path.read_bytes().lower():
            found.append(name)
    return found


CHECKS = []


def check(name, passed, details=()):
    CHECKS.append(passed)
    shown = [] if passed else [f"# {line}" for line in list(details)[:15]]
    print(f"{'ok' if passed else 'not ok'} {len(CHECKS)} - {name}", *shown, sep="\n", flush=True)


def check_internal(project):
    built = project.build("--audience", "internal")
    internal = project.folder / "internal"
    check("the office's own copy builds", built.returncode == 0, built.stderr.splitlines())
    word = "canary-internal"
    pages = [f"policies/{word}.html", f"replies/{word}/index.html", "replies/internal-reply/index.html", f"booklets/{word}/booklet.md",
             f"dashboards/{word}/index.html", f"ladders/{word}.html", f"units/{word}.html", f"topics/{word}.html"]
    missing = [page for page in pages if not (internal / page).is_file()]
    check("internal records have their pages there", not missing, missing)
    policy = internal / "policies/example-2026-1.html"
    text = policy.read_text(encoding="utf-8") if policy.is_file() else ""
    parts = [f"{word} {part}" for part in ("measures", "undertakings", "targets", "article")]
    check("withheld parts are beside public ones", all(part in text for part in parts), [part for part in parts if part not in text])
    table = internal / "dashboards/example-dashboard/data.csv"
    check("internal observations are in the dashboard's table", table.is_file() and word in table.read_text(encoding="utf-8"))
    found = search(internal, "canary-draft")
    check("drafts are in neither tree", internal.is_dir() and not found, found)
    found = [name for name in search(internal, "canary-private")]
    check("contact persons, memos and reviewers' names are in neither tree", internal.is_dir() and not found, found)


def check_citation(folder):
    project = Project(folder)
    path = project.data / "observations/example.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [lines[0] + ",audience"] + [line + ",public" for line in lines[1:]]
    rows.append("example-count,example-city,@2023-12-31,,31,家,,示例统计（虚构）,,official,internal")
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    policy = project.data / "policies/example-2026-1.json"
    record = read(policy)
    record["summary"] = "已有{{ fact('example-count@example-city/@2023-12-31') }}。"
    write(policy, record)
    built = project.build()
    check("public prose that cites an internal fact makes the build fail",
          built.returncode == 1 and "[cited-nothing]" in built.stderr, built.stderr.splitlines())
    check("and leaves no public/", not (project.folder / "public").exists())
    built = project.build("--audience", "internal")
    check("which the office's own copy may cite", built.returncode == 0, built.stderr.splitlines())


def main():
    print("1..9", flush=True)
    with tempfile.TemporaryDirectory(dir=os.environ.get("HUICE_TMP")) as temporary:
        planted = Project(pathlib.Path(temporary) / "planted")
        planted.plant_all()
        check_internal(planted)
        check_citation(pathlib.Path(temporary) / "citing")


if __name__ == "__main__":
    main()
