#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Random enterprises against every measure, in C++ and by the browser's scripts: the same verdict, cautions, missing facts and estimate, to the 分.

match_lines, from each build at hand, is huice's side, tests/tools/match_lines.mjs in Node the other: on the shipped data, and on
projects that tests/tools/random_profiles.py puts together. A difference is shown with its answers. By hand:

    tests/scripts/match_random.py --count 500 --seed 5 --build build/release
"""

import collections
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
sys.path.insert(0, str(ROOT / "tests/tools"))
from random_profiles import Enterprises, Projects  # noqa: E402
from random_run import NODE, check, options_of, outcome  # noqa: E402

LONG = bool(os.environ.get("HUICE_LONG"))
SEED, PROFILES, PROJECTS, EACH = 20261121, 10000 if LONG else 5000, 10 if LONG else 5, 300
DAYS = ("2023-06-30", "2026-03-01")

def run(command, lines):
    done = subprocess.run([str(part) for part in command], input="".join(line + "\n" for line in lines).encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode:
        raise SystemExit(f"Bail out! {command[0]} ended with {done.returncode}: {done.stderr.decode('utf-8', 'replace')[:4000]}")
    return done.stdout.decode().splitlines()


def compare(build, project, day, profiles, seen):
    """The differences as lines; counts what came out in `seen`."""
    plan, *ours = run([build / "match_lines", project, day], [json.dumps(profile, ensure_ascii=False) for profile in profiles])
    answers, results = zip(*(line.split("\t") for line in ours))
    theirs = run([NODE, ROOT / "tests/tools/match_lines.mjs"], [plan, *answers])
    measures = json.loads(plan)["measures"]
    lines = []
    for given, mine, other in zip(answers, results, theirs):
        mine = json.loads(mine)
        for verdict, *_, worth in mine:
            seen[verdict] += 1
            seen[worth[0] if worth else "no estimate"] += 1
        if mine == json.loads(other):
            continue
        for measure, one, two in zip(measures, mine, json.loads(other)):
            if one != two and len(lines) < 40:
                lines += [f"# {build.name}: {measure['id']} of {project}, {day}: {json.dumps(measure, ensure_ascii=False)}", f"#   answers:    {given}",
                          f"#   huice:      {json.dumps(one)}", f"#   JavaScript: {json.dumps(two)}"]
    if len(theirs) != len(profiles) or len(ours) != len(profiles):
        lines.append(f"# {build.name}: {len(profiles)} profiles, {len(ours)} and {len(theirs)} answers")
    return lines


def shipped(rng, count):
    fields = json.loads((ROOT / "data/profile.json").read_text(encoding="utf-8"))["profile"]
    policies = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "data/policies").glob("*.json"))]
    regions = next(field["choices"] for field in fields if field["id"] == "registered-region")
    enterprises = Enterprises(rng, fields, policies, [region for region in regions if region != "其他"])
    return [enterprises.profile() for _ in range(count)]


def main():
    options = options_of(__doc__, PROFILES, SEED, "enterprises against the shipped measures")
    builds, names = options.builds, options.names
    rng = random.Random(options.seed)

    print("1..4", flush=True)
    seen, lines = collections.Counter(), []
    profiles = shipped(rng, options.count)
    for build in builds:
        # Sanitizers look for other things than one build does: a tenth is enough for them.
        some = profiles if build == builds[0] else profiles[: len(profiles) // 10]
        half = len(some) // 2
        for day, part in zip(DAYS, (some[:half], some[half:])):
            lines += compare(build, ROOT, day, part, seen)
    check(f"{len(profiles)} random enterprises get from {names} and from the browser's scripts the same for every shipped measure", not lines, lines)
    verdicts, total = [seen[one] for one in ("yes", "unknown", "no")], sum(seen[one] for one in ("yes", "unknown", "no"))
    # A recognition of random year and without a day is rightly an open question, so a plain yes is rare.
    check("of these verdicts one in 100 or more is yes, unknown and no each", all(count * 100 >= total for count in verdicts), [f"# {seen}"])

    seen, lines = collections.Counter(), []
    for _ in range(max(1, PROJECTS * options.count // PROFILES)):
        with tempfile.TemporaryDirectory() as folder:
            fields, policies = Projects(rng).write(pathlib.Path(folder))
            enterprises = Enterprises(rng, fields, policies, ["示例市"])
            for build in builds:
                lines += compare(build, folder, "2026-03-01", [enterprises.profile() for _ in range(EACH)], seen)
    check("so do enterprises against measures put together at random", not lines, lines)
    kinds = ("exact", "between", "at_most", "at_least", "unknown", "no estimate")
    check("each kind of estimate is one in 100 of those or more", all(seen[kind] * 100 >= sum(seen[one] for one in kinds) for kind in kinds), [f"# {seen}"])


if __name__ == "__main__":
    main()
    sys.exit(outcome())
