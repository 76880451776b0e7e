#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Four documents of other cities (tests/sites/foreign) check, build and match. figures.py binds their figures to the texts."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
sys.path.insert(0, str(ROOT / "tests/tools"))
from bound_figures import SUM, bare, read_list  # noqa: E402

HUICE = str(pathlib.Path(os.environ.get("HUICE") or ROOT / "build/release/huice").resolve())
SITE = ROOT / "tests/sites/foreign"
CORPUS = ROOT.parent / "shared/corpus"
TEXTS = {
    "policies/anshun-grain-2023": "20_anshun_grain_reserve_2023",
    "policies/gov-2018-38": "33_gov_ftz_measures_2018",
    "policies/lucheng-industry-2019": "14_lucheng_industry_2019",
    "proposals/sjz-2021-135": "48_reply_sjz_135_2021",
}
# What is the document's own to name: titles, labels and names. Everything else is in our words.
NAMES = ("title", "notice_title", "heading", "phrase", "document", "bounds", "copies")
LONGEST = 27  # characters that a name or an enumeration of names may have in common with a text
CHECKS = []


def check(name, failures, skipped=""):
    CHECKS.append(not failures)
    head = f"{'not ok' if failures else 'ok'} {len(CHECKS)} - {name}" + (f" # SKIP {skipped}" if skipped else "")
    print(head, *(f"# {line}" for failure in failures[:10] for line in str(failure).splitlines()[:20]), sep="\n", flush=True)


def huice(*arguments):
    environment = dict(os.environ, HUICE_SHARE=str(ROOT), HUICE_LANG="en")
    return subprocess.run([HUICE, *map(str, arguments)], env=environment, capture_output=True, text=True)


def record(name):
    return json.loads((SITE / f"data/{name}.json").read_text(encoding="utf-8"))


def examples():
    return record("examples")["examples"]


def few_examples():
    """Policies with fewer than four worked examples, or with examples of one verdict alone."""
    found = []
    for name in (name.split("/")[1] for name in TEXTS if name.startswith("policies/")):
        verdicts = [one["expect"]["verdict"] for one in examples() if one["measure"].startswith(name + "/")]
        found += [] if len(verdicts) >= 4 and len(set(verdicts)) > 1 else [f"{name}: {verdicts}"]
    return found


def planted(folder):
    """A worked example that expects another sum, and one that expects another verdict, must differ."""
    found = []
    for old, new in (('"value": "39万元"', '"value": "37万元"'), ('"verdict": "no"', '"verdict": "yes"')):
        project = folder / new.split('"')[3]
        shutil.copytree(SITE, project)
        path = project / "data/examples.json"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        said = huice("match", project, "--examples")
        if old not in text or said.returncode == 0 or new.split('"')[3] not in said.stdout:
            found.append(f"{new}: exit {said.returncode}\n{said.stdout}")
    return found


def not_printed(public):
    """Sums of the lists that are on no line of their document's page."""
    found = []
    for name in (name.split("/")[1] for name in TEXTS):
        page = public / (f"policies/{name}.md" if (public / f"policies/{name}.md").exists() else f"replies/{name}/reply.md")
        text = page.read_text(encoding="utf-8") if page.exists() else ""
        for line in read_list(ROOT / f"tests/figures/{name}.csv"):
            in_amounts = any(re.search(r"^(amounts\[.*(value|rate)|value|amount)$", path) for _, path in line.fields)
            if in_amounts and SUM.match(line.figure) and not re.search(rf"(?<![\d.]){re.escape(line.figure)}", text):
                found.append(f"{page.name} {line.place}: {line.figure}")
    return found


def unmarked():
    found = [] if "测试实录" in record("site")["name"] else ["the site's name"]
    return found + [name for name in TEXTS if "测试实录" not in record(name)["source"]["place"]]


def words(value, name=""):
    if isinstance(value, dict):
        for key, one in value.items():
            yield from words(one, key)
    elif isinstance(value, list):
        for one in value:
            yield from words(one, name)
    elif isinstance(value, str) and name not in NAMES:
        yield value


def copied(value, text):
    """The longest run of characters that a value has in common with a text, where it is too long."""
    value, size = bare(value), LONGEST + 1
    runs = (value[at:at + size] for at in range(len(value) - size + 1))
    return next((run for run in runs if run in text), "")


def sentences_of_texts():
    found = []
    for name, source in TEXTS.items():
        text = bare((CORPUS / f"{source}.txt").read_text(encoding="utf-8"))
        found += [f"{name}: {run}" for run in (copied(value, text) for value in words(record(name))) if run]
    return found


def main():
    print("1..8", flush=True)
    said = huice("check", SITE, "--strict", "--as-of", "2026-03-01")
    check("the four documents have no error and no warning", [] if said.returncode == 0 else [said.stderr])
    said = huice("match", SITE, "--examples")
    check("the worked examples are what the records give", [] if said.returncode == 0 else [said.stdout + said.stderr])
    check("each policy has four worked examples or more, of different verdicts", few_examples())
    with tempfile.TemporaryDirectory(dir=os.environ.get("HUICE_TMP")) as temporary:
        folder = pathlib.Path(temporary)
        check("a worked example that expects something else is seen", planted(folder))
        shutil.copytree(SITE, folder / "site")
        said = huice("build", folder / "site", "--as-of", "2020-06-30")
        check("the four documents build", [] if said.returncode == 0 else [said.stderr])
        check("each sum is printed on its document's page", not_printed(folder / "site/public"))
    check("the site's name and the source of each document say that they are a test", unmarked())
    name = "no sentence of the documents is in the records"
    if CORPUS.is_dir():
        check(name, sentences_of_texts())
    else:
        check(name, [], "the documents are not beside the repository")


main()
