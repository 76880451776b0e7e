#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every figure of the source documents is a fact in data/, as tools/coverage proves; and what the tool must refuse.

The twelve awkward cases (tests/cases/coverage/awkward.json) name the records, the fields and the worked examples that
hold them; each is looked up.
"""

import csv
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
SEEDS = ROOT.parent / "shared/seeds"
LIST = ROOT / "tools/coverage.json"
BY_HAND = ROOT / "tests/cases/coverage/by_hand.json"
AWKWARD = ROOT / "tests/cases/coverage/awkward.json"
PLANNED = 27
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


class Held:
    """What records hold, by the names that awkward.json has for them."""

    def __init__(self, data):
        self.records = {}  # id -> [record]
        for path in sorted((data / "policies").glob("*.json")):
            policy = json.loads(path.read_text(encoding="utf-8"))
            self.records[policy["id"]] = [policy]
            for article in (one for section in policy.get("sections") or [] for one in section["articles"]):
                for kind in ("measure", "undertaking", "target"):
                    for one in article.get(kind + "s") or []:
                        self.records[f"{policy['id']}/{article['id']}/{one['id']}"] = [one | {"is": kind}]
        for one in json.loads((data / "profile.json").read_text(encoding="utf-8"))["profile"]:
            self.records[f"profile/{one['id']}"] = [one]
        for path in sorted((data / "observations").glob("*.csv")):
            with path.open(encoding="utf-8-sig", newline="") as file:
                for row in csv.DictReader(file):
                    self.records.setdefault(f"{row['indicator']}@{row['region']}/*", []).append(row)
        examples = json.loads((data / "examples.json").read_text(encoding="utf-8"))["examples"]
        self.examples = {one["id"]: one for one in examples}

    @staticmethod
    def field(record, path):
        """The value at amounts[0].caps[0].value; None where there is none."""
        if path in record:  # a column of a table
            return record[path]
        for name, at in re.findall(r"(\w+)(?:\[(\d+)\])?", path):
            record = (record or {}).get(name)
            if at and record is not None:
                record = record[int(at)] if int(at) < len(record) else None
        return record

    @staticmethod
    def expectation(example):
        """“yes, at_most 500万元”; a verdict alone where nothing is expected of the sum."""
        expect = example["expect"]
        if expect.get("claimable") is False:
            return "not claimable"
        estimate = expect.get("estimate")
        return expect["verdict"] + (f", {estimate['kind']} {estimate.get('value', '')}".rstrip() if estimate else "")


def awkward_differing(data):
    """What awkward.json says and the records or examples do not."""
    held, cases = Held(data), json.loads(AWKWARD.read_text(encoding="utf-8"))
    found = [] if [one["case"] for one in cases] == list(range(1, 13)) else ["the cases are not 1 to 12"]
    for case in cases:
        at = f"case {case['case']}"
        for name, fields in case["records"].items():
            found += [] if name in held.records else [f"{at}: there is no record {name}"]
            for path, value in fields.items():
                has = [held.field(record, path) for record in held.records.get(name, [])]
                found += [f"{at}: {name} {path} is {one!r}, not {value!r}" for one in has if one != value]
        for name, expected in case["examples"].items():
            example = held.examples.get(name)
            if example is None:
                found.append(f"{at}: there is no example {name}")
            elif example["measure"] not in case["records"]:
                found.append(f"{at}: {name} is an example of {example['measure']}, which the case does not name")
            elif held.expectation(example) != expected:
                found.append(f"{at}: {name} expects “{held.expectation(example)}”, not “{expected}”")
        named = {name for name in held.examples if name.startswith(f"a{case['case']:02}-")}
        found += [f"{at}: {name} is not named" for name in sorted(named - set(case["examples"]))]
    return found


def awkward_seen(name, options, *expected):
    """What the changed copy no longer holds is said, and nothing else."""
    found = awkward_differing(options[1])
    check(name, found == list(expected), "\n".join(found))


def plant_awkward(copies):
    examples = "examples.json"
    awkward_seen("a bound that may no longer be passed is seen in the awkward cases",
                 copies.data("policies/ordos-2021-61.json", ', "may_be_exceeded": true', ""),
                 "case 6: ordos-2021-61/19/top-team amounts[0].caps[0].may_be_exceeded is None, not True")
    awkward_seen("a promise that becomes a measure is seen in the awkward cases",
                 copies.data("policies/ordos-2021-61.json", '"id": "agri-park"', '"id": "agri"'),
                 "case 3: there is no record ordos-2021-61/4/agri-park")
    awkward_seen("a rate of the LPR that is said to be checked is seen in the awkward cases",
                 copies.data("observations/lpr.csv", "待核\n", "official\n"),
                 "case 9: lpr-1y@china/* source.reliability is 'official', not '待核'")
    awkward_seen("a worked example of an awkward case that is gone or renamed is seen",
                 copies.data(examples, '"id": "a06-top-team"', '"id": "a06-team"'),
                 "case 6: there is no example a06-top-team", "case 6: a06-team is not named")
    awkward_seen("a worked example that expects something else is seen",
                 copies.data(examples, '"estimate": {"kind": "at_least", "value": "500万元"', '"estimate": {"kind": "exact", "value": "500万元"'),
                 "case 4: a04-tech-innovation-center expects “yes, exact 500万元”, not “yes, at_least 500万元”")


def plant_words(copies):
    """Faults in what is no number: words kept as they are, units, beneficiaries."""
    refused("a deadline that the text does not have is refused",
            copies.data("policies/ordos-2021-61.json", '"due_phrase": "每年年底前"', '"due_phrase": "每年6月底前"'),
            "ordos-2021-61 30: no token holds the record's ordos-2021-61/30/reports due_phrase (每年6月底前 as the text says it)")
    refused("a changed number of years of a promise is refused",
            copies.data("policies/ordos-2021-61.json", '"years": {"exactly": 5},\n              "amount": "不低于1000万元"',
                        '"years": {"at_most": 5},\n              "amount": "不低于1000万元"'),
            "ordos-2021-61 4: 5年 (5 年): unaccounted for; 1 such, and no figure of the records",
            "ordos-2021-61 4: no token holds the record's ordos-2021-61/4/agri-park years.at_most (≤5 年)")
    refused("a promise of the policy as a whole that no words are named for is refused",
            copies.data("policies/ordos-2021-61.json", '"id": "evaluation"', '"id": "review"'),
            "ordos-2021-61 chapter 10 “政策跟踪评估”: the records have no ordos-2021-61/evaluation text left to account for",
            "ordos-2021-61 chapter 10: no token holds the record's ordos-2021-61/review text (a promise)")
    refused("a unit that the text does not name is refused",
            copies.data("policies/ordos-2022-103.json", '"units": ["ordos-gxj", "ordos-czj"]', '"units": ["ordos-gxj", "ordos-kjj"]'),
            "ordos-2022-103 2.14: the text ends with the units 市工业和信息化局、市财政局; the record has ordos-gxj, ordos-kjj")
    refused("a list of units that is no longer open is refused",
            copies.data("policies/ordos-2022-103.json", '"units_open": true', '"units_open": false'),
            "ordos-2022-103 2.10: units_open says otherwise than 等 at the end of the text's units")
    refused("a measure without beneficiary is refused",
            copies.data("policies/hohhot-2021-zjtx.json", '"beneficiaries": ["sme"],', ""),
            "hohhot-2021-zjtx/2/supply: no beneficiary")


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
            copies.data("policies/ordos-2021-61.json", '"floors": [{"value": "20万元"', '"caps": [{"value": "20万元"'),
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


def documents(copies):
    """What needs the source documents."""
    status, _, said = coverage("--check")
    check("every figure is accounted for, and docs/coverage.md is what the tool writes", status == 0, said)
    differing, articles, named = by_hand()
    check("ten articles of all five documents, read by hand, have the figures that the tool finds",
          not differing and len(articles) >= 10 and len(named) == 5, "\n".join(differing))
    plant(copies)
    plant_words(copies)
    stale = copies.folder / "coverage.md"
    stale.write_text((ROOT / "docs/coverage.md").read_text(encoding="utf-8").replace("| fact |", "| date |", 1), encoding="utf-8")
    refused("a stale docs/coverage.md is refused", ("--output", stale), "coverage.md is stale: run tools/coverage")


def main():
    print(f"1..{PLANNED}", flush=True)
    with tempfile.TemporaryDirectory(dir=os.environ.get("HUICE_TMP")) as folder:
        copies = Copies(folder)
        differing = awkward_differing(ROOT / "data")
        check("the twelve awkward cases are held by the records, fields and worked examples that are named for them",
              not differing, "\n".join(differing))
        plant_awkward(copies)
        if SEEDS.is_dir():
            documents(copies)
    for number in range(len(DONE), PLANNED) if not SEEDS.is_dir() else ():
        print(f"ok {number + 1} - coverage of the source documents # SKIP the documents are not beside the repository")
    return 0 if all(DONE) and (len(DONE) == PLANNED or not SEEDS.is_dir()) else 1


if __name__ == "__main__":
    sys.exit(main())
