#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The written cases of the template language, rendered by Jinja2 itself, and the document of differences."""

import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
sys.path.insert(0, str(ROOT / "tests/tools"))
from case_file import read_cases  # noqa: E402

CASES = ROOT / "tests/cases/template"
COMPARED, ERRORS = 600, 60
CHECKS = []


def check(name, passed, said=""):
    CHECKS.append(bool(passed))
    shown = [] if passed else [f"# {line}" for line in str(said).splitlines()[:20]]
    print(f"{'ok' if passed else 'not ok'} {len(CHECKS)} - {name}", *shown, sep="\n", flush=True)


def cases():
    """(name, the heads of its sections) of every case."""
    for path in sorted(CASES.glob("*.case")):
        for case in read_cases(path):
            yield case.name, {section.head for section in case.sections}


found = list(cases())
judged = subprocess.run(["/usr/bin/python3", "-W", "ignore", CASES / "check_with_jinja.py"], capture_output=True, text=True)
summary = re.search(r"(\d+) rendered alike, (\d+) refused by both, (\d+) differ on purpose; (\d+) differences", judged.stdout)
alike, refused, differing, differences = map(int, summary.groups()) if summary else (0, 0, 0, None)
check("Jinja2 gives the same bytes, or the case says why not", judged.returncode == 0 and differences == 0, judged.stdout[-2000:] + judged.stderr)
# Cases that differ and cases that both refuse have no text to compare: they do not count here.
check(f"at least {COMPARED} cases gave the same text in both", alike >= COMPARED, judged.stdout[-200:])
check("every case was compared", alike + refused + differing == len(found), f"{len(found)} cases are in the files\n{judged.stdout[-200:]}")
errors = [name for name, heads in found if "error" in heads]
check(f"at least {ERRORS} cases have the exact text of a problem", len(errors) >= ERRORS, len(errors))

twice = sorted({name for name, _ in found if [other for other, _ in found].count(name) > 1})
check("no two cases have one name", not twice, "\n".join(twice))

document = (ROOT / "docs/template-compatibility.md").read_text(encoding="utf-8")
named = set(re.findall(r"^  - `(.+)`$", document, re.MULTILINE))
said = {name for name, heads in found if "differs" in heads}
check("docs/template-compatibility.md names each case that differs, and no other", named == said,
      f"not named: {sorted(said - named)}\nnamed without need: {sorted(named - said)}")

# What the random templates may settle without a fault is in that document as well, with one of its cases.
script = (ROOT / "tests/scripts/jinja_random.py").read_text(encoding="utf-8")
kinds = set(re.findall(r'^    "([^"]+)": [\d.]+,$', script[script.index("INTENDED = {"):].split("}", 1)[0], re.MULTILINE)) | {"none given"}
rows = dict(re.findall(r"^\| ([^|`]+) \| `(.+)` \|$", document, re.MULTILINE))
astray = {kind: name for kind, name in rows.items() if name not in said}
check("each kind of intended difference is in the document, with a case that differs", kinds == set(rows) and len(kinds) > 1 and not astray,
      f"no row: {sorted(kinds - set(rows))}\nno such kind: {sorted(set(rows) - kinds)}\nno such case: {astray}")

# What Jinja has built in is explained, or left out with a reason.
listed = subprocess.run(["/usr/bin/python3", "-c", "from jinja2 import defaults as d; print('filter', *d.DEFAULT_FILTERS); print('test', *d.DEFAULT_TESTS); print('function', *d.DEFAULT_NAMESPACE)"],
                        capture_output=True, text=True)
language = (ROOT / "docs/template-language.md").read_text(encoding="utf-8")
missing, total = [], 0
for heading, line in zip(("Filters", "Tests", "Functions"), listed.stdout.splitlines()):
    kind, *builtins = line.split()
    cells = re.findall(r"^\| (`.*?`) \| ", language.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0], re.MULTILINE)
    explained = {name for cell in cells for name in re.findall(r"`([^`(]+)[^`]*`", cell)}
    left_out = set(re.findall(rf"^\| {kind} `(\w+)` \|", document, re.MULTILINE))
    missing += [f"{kind} {name}" for name in builtins if (name in explained) == (name in left_out)]
    total += len(builtins)
check("each filter, test and function of Jinja's is explained or left out with a reason", total > 90 and not missing, "\n".join(missing) + listed.stderr)
print(f"1..{len(CHECKS)}")
raise SystemExit(0 if all(CHECKS) else 1)
