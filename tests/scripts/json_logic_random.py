#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Random rules, applied by json-logic-js and by src/logic; decided by rules.js and by src/logic.

tests/tools/random_rules.py makes them from a seed; logic_lines, from each build at hand, is huice's side,
tests/tools/logic_lines.mjs the other. Sums of fractions are compared likewise. By hand:

    tests/scripts/json_logic_random.py --count 2000 --seed 5 --build build/release

A difference is shrunk and printed.
"""

import collections
import json
import os
import pathlib
import random
import subprocess
import sys

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
sys.path.insert(0, str(ROOT / "tests/tools"))
from random_run import NODE, check, options_of, outcome  # noqa: E402
from random_rules import OPERATORS, Rules, sum_of_fractions  # noqa: E402

SEED, APPLIED, DECIDED, CALCULATED = 20261121, 60000, 24000, 20000


def applied(rng):
    rules = Rules(rng)
    return ["apply", rules.rule(rng.choice([1, 2, 2, 3, 3, 4])), rules.data()]


def decided(rng):
    rules = Rules(rng, holes=rng.choice([0.1, 0.25, 0.5]))
    return ["decide", rules.condition(rng.choice([1, 2, 3])), rules.data()]


def answers(command, jobs):
    text = "".join(json.dumps(job) + "\n" for job in jobs)
    done = subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out = done.stdout.decode().splitlines()
    if done.returncode or len(out) != len(jobs):
        out += [f"ended with {done.returncode}: {done.stderr.decode('utf-8', 'replace')[:4000]}"] * (len(jobs) - len(out))
    return out


def huice(build, jobs):
    return answers([build / "logic_lines"], jobs)


def javascript(jobs):
    return answers([NODE, ROOT / "tests/tools/logic_lines.mjs"], jobs)


def same(ours, theirs):
    if ours == theirs or ours == "overflow":
        return True  # huice says where 127 bits are too few; how often is bounded below
    if not (ours[:1] in "{[" and theirs[:1] in "{["):
        return False
    # JavaScript puts members that are named like numbers first.
    return json.dumps(json.loads(ours), sort_keys=True) == json.dumps(json.loads(theirs), sort_keys=True)


# ── Shrinking ────────────────────────────────────────────────────────────────────────────────────


def smaller(value):
    """Smaller values: a part instead of the whole, without a part, with a part made smaller."""
    if isinstance(value, dict):
        yield from value.values()
        for key in value:
            if len(value) > 1:
                yield {other: value[other] for other in value if other != key}
            for part in smaller(value[key]):
                yield {**value, key: part}
    elif isinstance(value, list):
        yield from value
        for index, item in enumerate(value):
            yield value[:index] + value[index + 1:]
            for part in smaller(item):
                yield value[:index] + [part] + value[index + 1:]
    elif value not in (0, None, 1, "a", ""):
        yield from (0, 1, "a", None)


def shrink(build, job):
    if job[0] == "rational":
        return job
    for _ in range(200):
        candidates = [[job[0], rule, job[2]] for rule in smaller(job[1])] + [[job[0], job[1], data] for data in smaller(job[2])]
        candidates = [one for one in candidates if len(json.dumps(one)) < len(json.dumps(job))][:3000]
        pairs = zip(candidates, huice(build, candidates), javascript(candidates)) if candidates else []
        found = next((one for one, ours, theirs in pairs if not same(ours, theirs) and not ours.startswith("no rule")), None)
        if found is None:
            return job
        job = found
    return job


# ── A run ────────────────────────────────────────────────────────────────────────────────────────


def operators_in(rule, out):
    if isinstance(rule, list):
        for item in rule:
            operators_in(item, out)
    elif isinstance(rule, dict) and len(rule) == 1:
        out.update(rule.keys())
        operators_in(list(rule.values()), out)


def kind(answer):
    return answer if answer in ("undefined", "throws", "null", "true", "false") else {'"': "text", "[": "list", "{": "object"}.get(answer[:1], "number")


def compare(builds, jobs, theirs, most=3):
    """The differences, shrunk, as lines; and huice's answers."""
    lines, ours = [], []
    for build in builds:
        ours = huice(build, jobs)
        wrong = [job for job, mine, other in zip(jobs, ours, theirs) if not same(mine, other)]
        for job in wrong[:most]:
            small = shrink(build, job)
            lines += [f"# {build.name}: {len(wrong)} differ, such as", f"#   {json.dumps(small, ensure_ascii=False)}",
                      f"#   huice:      {huice(build, [small])[0]}", f"#   JavaScript: {javascript([small])[0]}"]
    return lines, ours


def main():
    options = options_of(__doc__, APPLIED, SEED, "rules applied; the others in proportion")
    builds, names = options.builds, options.names
    share = options.count / APPLIED
    rng = random.Random(options.seed)

    print("1..6", flush=True)
    jobs = [applied(rng) for _ in range(options.count)]
    theirs = javascript(jobs)
    lines, _ = compare(builds, jobs, theirs)
    kinds = collections.Counter(map(kind, theirs))
    used = collections.Counter()
    for job in jobs:
        operators_in(job[1], used)
    check(f"{len(jobs)} random rules give in {names} what json-logic-js gives", not lines, lines)
    check("every operator is in one rule of 100", all(used[one] * 100 >= len(jobs) for one in OPERATORS), [f"# {used}"])
    check("a twentieth of the rules gives numbers, texts, lists, true and false each, and fewer throw",
          all(kinds[one] * 20 >= len(jobs) for one in ("number", "text", "list", "true", "false")) and kinds["throws"] * 20 < len(jobs), [f"# {kinds}"])

    jobs = [decided(rng) for _ in range(int(DECIDED * share))]
    theirs = javascript(jobs)
    lines, _ = compare(builds, jobs, theirs)
    verdicts = collections.Counter(json.loads(answer)["verdict"] for answer in theirs if answer.startswith("{"))
    check(f"{len(jobs)} rules over data with holes are decided in {names} as rules.js decides them", not lines, lines)
    check("a tenth of them is yes, no and unknown each", all(verdicts[one] * 10 >= len(jobs) for one in ("yes", "no", "unknown")), [f"# {verdicts}"])

    jobs = [sum_of_fractions(rng) for _ in range(int(CALCULATED * share))]
    lines, ours = compare(builds, jobs, javascript(jobs))
    check(f"{len(jobs)} sums of fractions are in {names} what exact.js says, and few overflow",
          not lines and ours.count("overflow") * 20 < len(jobs), [*lines, f"# {ours.count('overflow')} overflow"])


if __name__ == "__main__":
    main()
    sys.exit(outcome())
