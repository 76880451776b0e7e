#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""docs/cookbook.zh-CN.md does what it says: each example is put where it says, into the project that `huice init --empty` makes with
the files that the cookbook begins with; that project is checked and built, and its page must say what the cookbook says it prints."""

import html
import json
import os
import pathlib
import re
import shutil
import subprocess

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
HUICE = str(pathlib.Path(os.environ.get("HUICE") or ROOT / "build/release/huice").resolve())
COOKBOOK = ROOT / "docs/cookbook.zh-CN.md"
DAY = "2026-06-01"  # that the cookbook names
POLICY, PROPOSAL, TABLE = "policies/sl-2026-12.json", "proposals/sl-1-2-018.json", "observations/figures.csv"
PAGES = {"政策页": "policies/sl-2026-12.html", "旧文件的政策页": "policies/sl-2020-3.html", "答复函": "replies/sl-1-2-018/index.html",
         "并案提案的页面": "replies/sl-1-2-021/index.html", "分别答复的提案的页面": "replies/sl-1-2-022/index.html",
         "会办意见的页面": "replies/sl-1-2-023/index.html", "看板": "dashboards/progress/index.html", "草稿": "../drafts/sl-1-2-018.html"}
GROUPS = ["文件与日期", "条款与章节", "条件", "金额", "目标与承诺", "申报", "答复函", "指标数据"]
VERDICTS = {"符合": "yes", "不符合": "no", "不能确定": "unknown"}
EXAMPLES = 40  # at least
BLOCK = re.compile(r"填在：([^\n]*)\n\n```(json|csv)\n(.*?)```\n", re.S)
PRINTED = re.compile(r"^(\S*?)印出：(.*)$", re.M)
MATCHED = re.compile(r"^- `(\{.*\})`：(\S+)$", re.M)


class Wrong(Exception):
    """What the cookbook says is not so."""


def sections(text):
    """The project's first files, and (group, title, body) of each example."""
    start, *groups = re.split(r"^## ", text, flags=re.M)[1:]
    examples = []
    for group in groups:
        name, *parts = re.split(r"^### ", group, flags=re.M)
        for part in parts:
            title, _, body = part.partition("\n")
            examples.append((re.sub(r"^.*、", "", name.strip().split("\n")[0]), title, body))
    return BLOCK.findall(start), examples


def value(text):
    """What is pasted: a whole thing, or lines of one."""
    return json.loads(text if text.startswith("{") else "{" + text + "}")


class Project:
    def __init__(self, first):
        self.records, self.tables = {}, {}
        for where, form, text in first:
            self.put_file(where, form, text)

    def put_file(self, where, form, text):
        path = re.match(r"`data/(.*)`", where).group(1)
        if form == "csv":
            self.tables[path] = text
        else:
            self.records[path] = json.loads(text)

    def article(self):
        return self.records[POLICY]["sections"][0]["articles"][0]

    def place(self, where, form, text):
        """One block, put where the cookbook says."""
        measure = self.article()["measures"][0]
        fields = {"政策": self.records[POLICY], "条款": self.article(), "支持措施": measure, "申兑指南": measure.setdefault("guide", {}),
                  "提案": self.records[PROPOSAL], "答复函": self.records[PROPOSAL]["reply"]}
        lists = {"章": (self.records[POLICY], "sections"), "条款": (self.records[POLICY]["sections"][0], "articles"),
                 "支持措施": (self.article(), "measures"), "申报条件": (measure, "requirements"), "金额项": (measure, "amounts"),
                 "目标": (self.article(), "targets"), "工作承诺": (self.article(), "undertakings"),
                 "答复函的工作承诺": (self.records[PROPOSAL]["reply"], "undertakings")}
        if where.startswith("`data/"):
            return self.put_file(where, form, text)
        made = value(text)
        if not text.startswith("{") and where in fields:
            return fields[where].update(made)
        if not text.startswith("{") or where not in lists:
            raise Wrong(f"“{where}” is no place for this block")
        whole, key = lists[where]
        whole.setdefault(key, []).append(made)

    def write(self, folder):
        for path, record in self.records.items():
            (folder / "data" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "data" / path).write_text(json.dumps(record, ensure_ascii=False, indent=2), encoding="utf-8")
        for path, table in self.tables.items():
            (folder / "data" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "data" / path).write_text(table, encoding="utf-8")


def huice(*arguments, **options):
    return subprocess.run([HUICE, *map(str, arguments)], capture_output=True, text=True,
                          env=dict(os.environ, HUICE_SHARE=str(ROOT), HUICE_LANG="zh-CN"), **options)


def words(page):
    """What a page prints, without blanks, since HTML's say little."""
    text = page.read_text(encoding="utf-8") if page.is_file() else ""
    main = text[text.find("<main"):text.find("</main>")] if "drafts" not in page.parts else text[text.find("<body"):]
    return re.sub(r"\s+", "", html.unescape(re.sub(r"<[^>]*>", "", main)))


def made(project, folder, empty):
    """The project's folder, checked and built."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(empty, folder)
    project.write(folder)
    said = huice("check", folder, "--strict", "--as-of", DAY)
    if said.returncode != 0:
        raise Wrong("huice check:\n" + re.sub(r"^\S+: 提醒(.*\n  )*.*\n", "", said.stderr, flags=re.M))
    said = huice("build", folder, "--audience", "internal", "--as-of", DAY)
    if said.returncode != 0:
        raise Wrong("huice build:\n" + said.stderr)
    if "letters" in project.records["site.json"]:
        said = huice("letter", folder, "--all", "--as-of", DAY)
        if said.returncode != 0:
            raise Wrong("huice letter:\n" + said.stderr)
    return folder / "internal"


def look(body, site, plain):
    """Every statement beside an example is compared with its page, and must not be true without it."""
    stated = PRINTED.findall(body)
    if not stated:
        raise Wrong("nothing says what is printed")
    for name, spans in stated:
        if name not in PAGES:
            raise Wrong(f"“{name}” is no page")
        page, before = words(site / PAGES[name]), words(plain / PAGES[name])
        for span in re.findall(r"`([^`]*)`", spans) or [""]:
            wanted = re.sub(r"\s+", "", span)
            if not wanted or wanted not in page:
                raise Wrong(f"{name} does not print “{span}”\n{page}")
            if wanted in before:
                raise Wrong(f"{name} prints “{span}” without the example, too")


def match(body, folder):
    for answers, verdict in MATCHED.findall(body):
        said = huice("match", folder, "--profile", "-", "--format", "json", "--as-of", DAY, input=answers)
        if said.returncode != 0:
            raise Wrong("huice match:\n" + said.stderr)
        report = json.loads(said.stdout)  # which names no measure that is not for the enterprise
        of = {one["id"]: one["verdict"] for one in report["measures"]}
        found = of.get("sl-2026-12/1/support", "no" if report["counts"]["no"] == 1 else None)
        if found != VERDICTS.get(verdict):
            raise Wrong(f"{answers} gives {found}, not {verdict}")


def run_example(first, body, folder, empty, plain):
    project = Project(first)
    blocks = BLOCK.findall(body)
    if not blocks or body.count("```") != 2 * len(blocks):
        raise Wrong("a block says not where it goes")
    for where, form, text in blocks:
        project.place(where, form, text)
    site = made(project, folder, empty)
    look(body, site, plain)
    match(body, folder)


def planted(first, body, folder, empty, plain, old, new):
    """Whether the example fails once its statement is another."""
    if body.count(old) != 1:
        return False
    try:
        run_example(first, body.replace(old, new), folder, empty, plain)
    except Wrong:
        return True
    return False


def main():
    number = 0

    def check(name, holds, note=""):
        nonlocal number
        number += 1
        print(f"{'ok' if holds else 'not ok'} {number} - {name}", flush=True)
        if not holds:
            print("".join(f"# {line}\n" for line in str(note).splitlines()), end="", flush=True)

    folder = pathlib.Path(os.environ["HUICE_TMP"]) / "cookbook"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    first, examples = sections(COOKBOOK.read_text(encoding="utf-8"))
    print(f"1..{len(examples) + 6}")
    said = huice("init", "--empty", folder / "empty")
    check("the empty project is made", said.returncode == 0, said.stderr)
    try:
        plain = made(Project(first), folder / "plain", folder / "empty")
        check("the files that the cookbook begins with are a project without a warning", True)
    except Wrong as wrong:
        plain = folder / "plain/internal"
        check("the files that the cookbook begins with are a project without a warning", False, wrong)
    check(f"there are {EXAMPLES} examples or more, in the groups that were agreed, each with a sentence",
          len(examples) >= EXAMPLES and list(dict.fromkeys(group for group, _, _ in examples)) == GROUPS
          and all(re.match(r"\n> \S", body) for _, _, body in examples), [group for group, _, _ in examples])
    for _, title, body in examples:
        try:
            run_example(first, body, folder / "example", folder / "empty", plain)
            check(title, True)
        except Wrong as wrong:
            check(title, False, wrong)
    of = {title: body for _, title, body in examples}
    for name, title, old, new in PLANTED:
        body = next((body for known, body in of.items() if known.endswith(title)), "")
        check(name, planted(first, body, folder / "example", folder / "empty", plain, old, new), body or title)


PLANTED = [("a wrong sum in the cookbook is found", "一笔定额", "印出：`支持标准一次性20万元`", "印出：`支持标准一次性30万元`"),
           ("a wrong verdict in the cookbook is found", "金额的门槛", "1999万元\"}`：不符合", "1999万元\"}`：符合"),
           ("a statement that is true without the example is found", "一笔定额", "印出：`支持标准一次性20万元`", "印出：`设备更新补助`")]


if __name__ == "__main__":
    main()
