#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every figure of the source documents is a fact in data/, as tools/coverage proves; and what the tool must refuse."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
SEEDS = ROOT.parent / "shared/seeds"
LIST = ROOT / "tools/coverage.json"
BY_HAND = ROOT / "tests/cases/coverage/by_hand.json"
PLANNED = 15
DONE = []


def check(name, passed, said=""):
    DONE.append(bool(passed))
    shown = [] if passed else [f"# {line}" for line in str(said).splitlines()[:20]]
    print(f"{'ok' if passed else 'not ok'} {len(DONE)} - {name}", *shown, sep="\n", flush=True)


def coverage(*options):
    done = subprocess.run([sys.executable, ROOT / "tools/coverage", *map(str, options)], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def refused(name, options, *expected):
    """The copy is refused, and what is said names each of these."""
    status, _, said = coverage("--check", *options)
    check(name, status in (1, 2) and all(f"coverage: {line}\n" in said for line in expected), f"exit {status}, said:\n{said}")


class Copies:
    """Copies of the records, the list and the documents, each with one change."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.made = 0

    def new(self, source, of_file, old, new):
        self.made += 1
        copy = self.folder / str(self.made)
        shutil.copytree(source, copy)
        path = next(path for path in sorted((copy / of_file).parent.glob(pathlib.Path(of_file).name)) if old in path.read_text(encoding="utf-8"))
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
        return copy

    def data(self, of_file, old, new):
        return "--data", self.new(ROOT / "data", of_file, old, new)

    def seeds(self, old, new):
        return "--seeds", self.new(SEEDS, "*.txt", old, new)

    def list(self, change):
        self.made += 1
        listed = json.loads(LIST.read_text(encoding="utf-8"))
        change(listed)
        path = self.folder / f"{self.made}.json"
        path.write_text(json.dumps(listed, ensure_ascii=False), encoding="utf-8")
        return "--list", path


def by_hand():
    """The lists made by reading, against what the tool finds: (what differs, articles, documents)."""
    found = {}
    for token in json.loads(coverage("--tokens")[1]):
        found.setdefault((token["document"], token["place"]), []).append(token["token"])
    listed = json.loads(BY_HAND.read_text(encoding="utf-8"))
    differing = [
        f"{one['document']} {one['place']}: by hand {one['tokens']}, found {found.get((one['document'], one['place']))}"
        for one in listed
        if one["tokens"] != found.get((one["document"], one["place"]))
    ]
    return differing, {(one["document"], one["place"]) for one in listed}, {one["document"] for one in listed}


def plant(copies):
    refused("a changed amount of a record is refused",
            copies.data("policies/ordos-2022-103.json", '"value": "200万元"', '"value": "300万元"'),
            "ordos-2022-103 2.3: 200万元 (200 万元): unaccounted for; 1 such, and no figure of the records",
            "ordos-2022-103 2.3: no token holds the record's ordos-2022-103/2.3/champion amounts[0].value (300 万元)")
    refused("a token that two amounts claim is refused",
            copies.data("policies/ordos-2022-103.json", '"value": "100万元"', '"value": "150万元"'),
            "ordos-2022-103 2.3: 150万元 (150 万元): unaccounted for; 1 such, and "
            "ordos-2022-103/2.3/zjtx-national amounts[0].value, ordos-2022-103/2.3/zjtx-region amounts[0].value")
    refused("a floor recorded as a cap is refused",
            copies.data("policies/ordos-2021-61.json", '"floor": {"value": "20万元"', '"cap": {"value": "20万元"'),
            "ordos-2021-61 11: 20万元 (≥20 万元): unaccounted for; 1 such, and no figure of the records")
    refused("a changed observation is refused",
            copies.data("observations/replies.csv", ",53.2,亿元", ",53.4,亿元"),
            "ordos-cppcc-5-4-0261 2: 53.2亿元 (53.2 亿元): unaccounted for; 1 such, and no figure of the records")
    refused("a changed date of a document is refused",
            copies.data("policies/hohhot-2021-zjtx.json", '"signed": "2021-12-02"', '"signed": "2021-12-03"'),
            "hohhot-2021-zjtx head: 2日 (2 日): unaccounted for; 1 such, and no figure of the records")
    refused("a figure of the list that the record does not hold is refused",
            copies.list(lambda listed: listed["tokens"][2].update(figure="special-agents@ordos/@2024-12-31 value")),
            "ordos-cppcc-5-4-0261 3: 11家: special-agents@ordos/@2024-12-31 value holds >300 人, not 11 家")
    refused("a token whose line is gone from the list is refused",
            copies.list(lambda listed: listed["tokens"].pop(0)),
            "ordos-cppcc-5-1-188 1: 双倍 (2 times): unaccounted for; 1 such, and no figure of the records")
    refused("a line of the list that no token needs is refused",
            copies.list(lambda listed: listed["tokens"].append({"document": "ordos-2021-61", "place": "2", "token": "7家", "nth": 1, "no_fact": "planted"})),
            "ordos-2021-61 2: 7家: listed, but no such token is left to account for")
    refused("a wording of the list that the text does not have is refused",
            copies.list(lambda listed: listed["wordings"][0].update(wording="连续四年举办")),
            "ordos-cppcc-5-4-0261 1 “连续四年举办”: does not stand there",
            "ordos-cppcc-5-4-0261 1: no token holds the record's contest-years@ordos/to@2025-09-03 value (3 年)")
    refused("a figure added to a document is refused",
            copies.seeds("给予单个项目最高2000万元支持", "给予单个项目最高2000万元支持，另给7.5余亿元"),
            "ordos-2021-61 2: 7.5余亿元 (余7.5 亿元): unaccounted for; 1 such, and no figure of the records")
    refused("a document without an article of its record is refused",
            copies.seeds("（二）促进创新链提升", "（二）促进创新链"),
            "ordos-2021-61: “（二）促进创新链提升” does not stand in the text, or not in this order")
    refused("a range of years added to a document is refused",
            copies.seeds("给予单个项目最高2000万元支持", "2021—2025年给予单个项目最高2000万元支持"),
            "ordos-2021-61 2: 2021—2025年 (2021—2025 年): unaccounted for; 1 such, and no figure of the records")


def main():
    print(f"1..{PLANNED}", flush=True)
    if not SEEDS.is_dir():
        for number in range(PLANNED):
            print(f"ok {number + 1} - coverage of the source documents # SKIP the documents are not beside the repository")
        return 0
    status, _, said = coverage("--check")
    check("every figure is accounted for, and docs/coverage.md is what the tool writes", status == 0, said)
    differing, articles, named = by_hand()
    check("ten articles of all five documents, read by hand, have the figures that the tool finds",
          not differing and len(articles) >= 10 and len(named) == 5, "\n".join(differing))
    with tempfile.TemporaryDirectory(dir=os.environ.get("HUICE_TMP")) as folder:
        plant(Copies(folder))
        stale = pathlib.Path(folder) / "coverage.md"
        stale.write_text((ROOT / "docs/coverage.md").read_text(encoding="utf-8").replace("| fact |", "| date |", 1), encoding="utf-8")
        refused("a stale docs/coverage.md is refused", ("--output", stale), "coverage.md is stale: run tools/coverage")
    return 0 if all(DONE) and len(DONE) == PLANNED else 1


if __name__ == "__main__":
    sys.exit(main())
