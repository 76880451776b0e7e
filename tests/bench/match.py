#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""match.py BUILD NODE WORK [ENTERPRISES]: synthetic enterprises (default 100,000) against every measure of data/.

Half of them have answered everything; their figures are invented. json-logic-js in Node decides the same rules on one core: what it calls
truthy for those that answered everything must be what huice calls yes. Both begin with answers read before, numbers as numbers and texts as
texts, and with the same rules, which only huice compiles, before; all that huice makes anew for an enterprise is timed with it. What several
rules ask, huice decides once for an enterprise, json-logic-js for each rule, since it knows one at a time; and huice distinguishes unknown from no.
Then `huice match --roster` reads tables of two lengths, and the
memory that the longer one takes more is printed.
"""
import csv
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/tools"))
from random_profiles import Enterprises  # noqa: E402

DAY, DIFFERENT, ROUNDS, SEED = "2023-06-30", 4000, 3, 20261121


def whole(answer):
    """The answer with nothing left open in it."""
    if isinstance(answer, list):
        return [{"tier": "市级", "year": 2022, "how": "首次认定", **one} for one in answer]
    return answer


def run(command):
    return json.loads(subprocess.run([str(part) for part in command], check=True, stdout=subprocess.PIPE).stdout)


def cell(value):
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "；".join(one["name"] + "（" + "，".join(str(one[key]) for key in ("tier", "year", "how") if key in one) + "）" for one in value).replace("（）", "") or "无"
    return str(value)


def roster(path, fields, profiles, count):
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["企业名称", *(field["id"] for field in fields)])
        for number in range(count):
            profile = profiles[number % len(profiles)]
            table.writerow([f"示例企业{number}", *(cell(profile[field["id"]]) if field["id"] in profile else "" for field in fields)])


def streamed(huice, work, fields, profiles, count):
    """Seconds and the most bytes in memory of a roster of that length."""
    table, out = work / f"roster-{count}.csv", work / "out.jsonl"
    roster(table, fields, profiles, count)
    start = time.monotonic()
    child = subprocess.Popen([huice, "match", ROOT, "--roster", table, "-o", out, "--only", "yes", "--columns", "企业名称,measure,estimate", "--as-of", DAY],
                             stderr=subprocess.PIPE)
    said = child.stderr.read().decode()
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"huice match failed: {said[:2000]}")
    seconds = time.monotonic() - start
    print(f"  huice match --roster, {count:7,} rows: {seconds:6.2f} s, {usage.ru_maxrss / 1024:6.1f} MB at most; {said.strip().splitlines()[-1]}")
    table.unlink()
    out.unlink()
    return usage.ru_maxrss


def main():
    build, node, work = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3]).resolve()
    count = int(sys.argv[4]) if len(sys.argv) > 4 else 100000
    work.mkdir(parents=True, exist_ok=True)
    fields = json.loads((ROOT / "data/profile.json").read_text(encoding="utf-8"))["profile"]
    policies = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "data/policies").glob("*.json"))]
    regions = next(field["choices"] for field in fields if field["id"] == "registered-region")
    enterprises = Enterprises(random.Random(SEED), fields, policies, regions)
    complete = [{field["id"]: whole(enterprises.answer(field)) for field in fields} for _ in range(DIFFERENT // 2)]
    profiles = [one for pair in zip(complete, (enterprises.profile() for _ in complete)) for one in pair]
    for name, some in (("complete", complete), ("profiles", profiles)):
        (work / f"{name}.jsonl").write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in some), encoding="utf-8")

    bench = [build / "bench_match", ROOT, DAY]
    ours = run([*bench, work / "complete.jsonl", len(complete), work / "plan.json", work / "answers.jsonl"])
    theirs = run([node, ROOT / "tests/bench/match/json_logic.mjs", work / "plan.json", work / "answers.jsonl", len(complete), 0])
    if ours["rules"]["unknown"] != 0 or ours["rules"]["yes"] != theirs["truthy"]:
        sys.exit(f"the two do not decide alike: {ours['rules']} and {theirs}")
    rates = {"rules": [], "parallel rules": [], "match": [], "parallel match": [], "json-logic-js": []}
    for _ in range(ROUNDS):
        ours = run([*bench, work / "profiles.jsonl", count, work / "plan.json", work / "answers.jsonl"])
        for name in ("rules", "parallel rules", "match", "parallel match"):
            rates[name].append(ours["enterprises"] / ours[name]["seconds"])
        theirs = run([node, ROOT / "tests/bench/match/json_logic.mjs", work / "plan.json", work / "answers.jsonl", 0, 3])
        rates["json-logic-js"].append(theirs["enterprises"] / theirs["seconds"])
    print(f"{ours['enterprises']:,} enterprises, {ours['measures']} measures, {theirs['rules']} rules, {ROUNDS} rounds; json-logic-js {theirs['version']}")
    words = {"rules": "the rules, one core", "parallel rules": "the rules, all cores", "match": "verdicts and estimates, one core",
             "parallel match": "verdicts and estimates, all cores", "json-logic-js": "the rules in Node, one core"}
    for name, values in rates.items():
        ratios = [mine / other for mine, other in zip(values, rates["json-logic-js"])]
        print(f"  {words[name]:33} {statistics.median(values):9,.0f} enterprises/s   {statistics.median(ratios):5.1f} times as many"
              f"   (rounds {', '.join(f'{ratio:.1f}' for ratio in ratios)})")
    print(f"  Node held {theirs['bytes'] / 2**20:.0f} MB")
    few = streamed(build / "huice", work, fields, profiles, count // 10)
    many = streamed(build / "huice", work, fields, profiles, count)
    print(f"  ten times the rows took {many / few:.2f} times the memory")


main()
