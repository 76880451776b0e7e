#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Adding what is withheld changes no byte of public/, nor of anything else that the build writes: each kind of record, in each place,
internal and draft, and what is never published; one by one and all at once.

Stronger than looking for words: counts, orders, links, ids of headings and the files that list files have to stay, too. What the office's
own copy shows is for canary.py to say.
"""

import copy
import importlib.util
import os
import pathlib
import shutil
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
loaded = importlib.util.spec_from_file_location("canary", HERE / "canary.py")
canary = importlib.util.module_from_spec(loaded)
sys.modules["canary"] = canary
loaded.loader.exec_module(canary)
read, write, disguise, SOURCE = canary.read, canary.write, canary.disguise, canary.SOURCE

POLICY, PROPOSAL = "policies/example-2026-1.json", "proposals/example-1.json"
BARE = "proposals/bare.json"  # a proposal without a reply
TABLE = "observations/example.csv"
FILES = (("policies", "example-2026-1"), ("proposals", "example-1"), ("indicators", "example-count"), ("booklets", "example-booklet"),
         ("dashboards", "example-dashboard"))
PARTS = ("articles", "measures", "undertakings", "targets")
# Pages that public records have, and what is said beside withheld parts of one: else nothing would prove nothing.
PAGES = ("policies/example-2026-1.html", "replies/example-1/index.html", "booklets/example-booklet/index.html",
         "dashboards/example-dashboard/index.html", "ladders/example-ladder.md", "units/example-gxj.md", "topics/growth.html")
SAID = ("新认定企业奖励", "举办企业培训", "突破100家", "支持技术改造", "2026年2月3日")


def change(project, name, how):
    record = read(project.data / name)
    how(record)
    write(project.data / name, record)


def base(folder):
    """The project that everything is added to: the starter, a proposal that has no reply yet, and a column for audiences."""
    project = canary.Project(folder)
    record = read(project.data / PROPOSAL)
    record |= {"id": "bare", "number": "7", "title": "尚未答复的提案（示例）", "reply": None}
    write(project.data / BARE, record)
    lines = (project.data / TABLE).read_text(encoding="utf-8").splitlines()
    rows = [lines[0] + ",audience,memo,reviewed.by,reviewed.on"] + [line + ",,,," for line in lines[1:]]
    (project.data / TABLE).write_text("\n".join(rows) + "\n", encoding="utf-8")
    note(project, "核对人")
    return project


def insert(records, at, record):
    records.insert({"first": 0, "middle": len(records) // 2, "last": len(records)}[at], record)


# ── What can be withheld ────────────────────────────────────────────────────────────────────────────

def lists(word, audience):
    """A record of each list."""
    named = {"id": word, "name": f"{word} 名称", "audience": audience}
    return {
        "regions": named | {"kind": f"{word} 区", "parent": "example-city"},
        "organizations": named | {"kind": "department", "region": "example-city", "phone": f"{word} 电话", "address": f"{word} 地址",
                                  "former": [{"name": f"{word} 旧名"}]},
        "topics": named | {"description": f"{word} 说明"},
        "beneficiaries": named | {"definition": f"{word} 定义"},
        "glossary": {"id": word, "term": f"{word} 词", "definition": f"{word} 释义", "audience": audience},
        "profile": {"id": word, "label": f"{word} 项", "type": "money", "audience": audience},
        "ladders": {"id": word, "title": f"{word} 梯次", "region": "example-city", "intro": f"{word} 说明",
                    "steps": [{"name": f"{word} 台阶", "note": f"{word} 注"}], "source": SOURCE, "audience": audience},
    }


def add_to_list(kind, record, at):
    def plant(project):
        change(project, f"{kind}.json", lambda document: insert(document[kind], at, record))
    return plant


def add_file(folder, name, word, audience):
    def plant(project):
        record = disguise(read(project.data / folder / f"{name}.json"), word) | {"id": word, "audience": audience, "source": SOURCE}
        if folder == "policies":
            record["number"] = None
        if folder == "proposals":
            record["number"] = "99"
            record["reply"] |= {"number": None}
        write(project.data / folder / f"{word}.json", record)
        if folder == "booklets":
            (project.data / folder / word).mkdir(exist_ok=True)
            (project.data / folder / word / "preface.md").write_text(f"{word} 编制说明。\n", encoding="utf-8")
    return plant


def add_part(key, word, audience, at):
    """A measure, undertaking or target beside the public ones, or an article."""
    def plant(project):
        def how(policy):
            articles = policy["sections"][0]["articles"]
            if key == "articles":
                insert(articles, at, disguise(copy.deepcopy(articles[1]), word) | {"id": word, "audience": audience})
            else:
                insert(articles[0][key], at, disguise(articles[0][key][0], word) | {"id": word, "audience": audience})
        change(project, POLICY, how)
    return plant


def add_reply(word, audience):
    def plant(project):
        reply = disguise(read(project.data / PROPOSAL)["reply"], word) | {"audience": audience, "number": None}
        change(project, BARE, lambda record: record.update(reply=reply))
    return plant


def add_undertaking_of_reply(word, audience):
    def plant(project):
        def how(record):
            parts = record["reply"]["undertakings"]
            parts.append(parts[0] | {"id": word, "text": f"{word} 承诺", "audience": audience})
        change(project, PROPOSAL, how)
    return plant


def add_references(word, audience):
    """Withheld records that public ones name."""
    def plant(project):
        records = lists(word, audience)
        for kind in ("organizations", "topics", "beneficiaries"):
            add_to_list(kind, records[kind], "first")(project)
        add_file("policies", "example-2026-1", f"{word}-text", audience)(project)

        def how(policy):
            article = policy["sections"][0]["articles"][0]
            policy.setdefault("interpreted_by", []).append(word)
            article.setdefault("topics", []).insert(0, word)
            article["measures"][0].setdefault("beneficiaries", []).append(word)
            article.setdefault("cites", []).append(f"{word}-text")
        change(project, POLICY, how)
        change(project, "booklets/example-booklet.json", lambda booklet: booklet["chapters"][0]["topics"].append(word))
    return plant


def add_row(word, audience, indicator="example-count"):
    def plant(project):
        path = project.data / TABLE
        text = path.read_text(encoding="utf-8").splitlines()
        text.insert(1, f"{indicator},example-city,@2023-12-31,,31,家,{word},{word} 统计,,official,{audience},{word},{word},2026-02-03")
        path.write_text("\n".join(text) + "\n", encoding="utf-8")
    return plant


def add_indicator_with_row(word, audience):
    """An observation is as withheld as its indicator."""
    def plant(project):
        add_file("indicators", "example-count", word, audience)(project)
        add_row(word, "public", word)(project)
    return plant


def add_all(audience):
    """A record of each kind, a part of each, and references to them, in one project: one may give another away."""
    def plant(project):
        word = f"all-{audience}"
        for kind, record in lists(word, audience).items():
            add_to_list(kind, record, "first")(project)
        for folder, name in FILES:
            if folder != "indicators":
                add_file(folder, name, word, audience)(project)
        for key in PARTS:
            add_part(key, f"{word}-{key}", audience, "middle")(project)
        for add in (add_reply, add_undertaking_of_reply, add_row, add_indicator_with_row):
            add(word, audience)(project)
        add_references(f"{word}-named", audience)(project)
    return plant


def note(project, by, memo=None):
    """Who looked at each public record (the day is shown, the name is not), and a memo. Worked examples have neither."""
    for path in sorted(project.data.rglob("*.json")):
        if path.parent.name == "private" or path.name == "examples.json":
            continue
        document = read(path)
        records = [value for value in document.values() if isinstance(value, list)]
        for record in records[0] if len(document.keys() - {"$schema"}) == 1 and records else [document]:
            record |= {"reviewed": {"by": by, "on": "2026-02-03"}} | ({"memo": memo} if memo else {})
        write(path, document)
    path = project.data / TABLE
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [",".join(line.split(",")[:11] + [memo or "", by, "2026-02-03"]) for line in lines[1:]]
    path.write_text("\n".join([lines[0], *rows]) + "\n", encoding="utf-8")


def add_contact(project):
    contact = {"id": "someone", "proposal": "example-1", "name": "联系人", "phone": "电话"}
    change(project, "private/contacts.json", lambda document: document["contacts"].append(contact))


def plants():
    """(what is added, where and how withheld; how to add it)"""
    for audience in ("internal", "draft"):
        word = f"withheld-{audience}"
        for kind, record in lists(word, audience).items():
            for at in ("first", "last"):
                yield f"{kind}, {at}, {audience}", add_to_list(kind, record, at)
        for folder, name in FILES:
            for one in (f"a-{word}", f"z-{word}"):  # before the others and after them
                yield f"{folder}, {one}", add_file(folder, name, one, audience)
        for key in PARTS:
            for at in ("first", "middle", "last"):
                yield f"{key}, {at}, {audience}", add_part(key, word, audience, at)
        yield f"a reply, {audience}", add_reply(word, audience)
        yield f"an undertaking of a reply, {audience}", add_undertaking_of_reply(word, audience)
        yield f"records that public ones name, {audience}", add_references(word, audience)
        yield f"an observation, {audience}", add_row(word, audience)
        yield f"an indicator with a public observation, {audience}", add_indicator_with_row(word, audience)
        yield f"all of it at once, {audience}", add_all(audience)
    yield "memos and the names of reviewers", lambda project: note(project, "另一人", "备注")
    yield "a contact person", add_contact


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def written(project):
    """All that the build wrote: public/ and what is kept beside it."""
    return {name: text for name, text in tree(project.folder).items() if not name.startswith("data/")}


def differences(before, after):
    return ([f"gone: {name}" for name in before if name not in after] + [f"new: {name}" for name in after if name not in before] +
            [f"changed: {name}" for name in before if name in after and before[name] != after[name]])


def main():
    additions = list(plants())
    print(f"1..{len(additions) + 4}", flush=True)
    with tempfile.TemporaryDirectory(dir=os.environ.get("HUICE_TMP")) as made:
        folder = pathlib.Path(made)
        first = base(folder / "base")
        built = first.build()
        before = written(first) if built.returncode == 0 else {}
        canary.check("the project without it builds", before, built.stderr.splitlines())
        policy = before.get(f"public/{PAGES[0]}", b"").decode()
        missing = [name for name in PAGES if f"public/{name}" not in before] + [text for text in SAID if text not in policy]
        canary.check("and has a page for each public record", not missing, missing)
        shown = base(folder / "shown")
        visible = 0
        for name, plant in additions:
            shutil.rmtree(folder / "with", ignore_errors=True)
            project = base(folder / "with")
            plant(project)
            built = project.build()
            after = written(project) if built.returncode == 0 else {}
            canary.check(f"{name}: every byte of public/ stays", after == before, built.stderr.splitlines() + differences(before, after))
            if "internal" in name:
                visible += project.build("--audience", "internal").returncode == 0 and tree(project.folder / "internal") != first_internal(first)
        # Otherwise it would prove nothing: what is added is shown to the office.
        canary.check("of what is internal, most is in the office's own copy", visible > 20, [f"{visible} of them are"])
        add_to_list("topics", {"id": "open", "name": "公开的主题"}, "last")(shown)
        shown.build()
        canary.check("a public record added in the same way changes pages", written(shown) != before)


INTERNAL = {}


def first_internal(project):
    if not INTERNAL:
        project.build("--audience", "internal")
        INTERNAL.update(tree(project.folder / "internal"))
    return INTERNAL


if __name__ == "__main__":
    main()
