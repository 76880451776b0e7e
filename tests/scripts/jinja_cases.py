#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The written cases of the template language, rendered by Jinja2 itself, and the document of differences."""

import os
import pathlib
import re
import subprocess

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
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
        for part in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            yield part.split("\n", 1)[0], set(re.findall(r"^--- (\w+)", part, re.MULTILINE))


found = list(cases())
judged = subprocess.run(["/usr/bin/python3", "-W", "ignore", CASES / "check_with_jinja.py"], capture_output=True, text=True)
summary = re.search(r"(\d+) rendered alike, (\d+) refused by both, (\d+) differ on purpose; (\d+) differences", judged.stdout)
alike, refused, differing, differences = map(int, summary.groups()) if summary else (0, 0, 0, None)
check("Jinja2 gives the same bytes, or the case says why not", judged.returncode == 0 and differences == 0, judged.stdout[-2000:] + judged.stderr)
# Cases that differ and cases that both refuse have no text to compare: they do not count here.
check(f"at least {COMPARED} cases gave the same text in both", alike >= COMPARED, judged.stdout[-200:])
check("every case was judged", alike + refused + differing == len(found), f"{len(found)} cases stand in the files\n{judged.stdout[-200:]}")
errors = [name for name, heads in found if "error" in heads]
check(f"at least {ERRORS} cases have the exact text of a problem", len(errors) >= ERRORS, len(errors))

twice = sorted({name for name, _ in found if [other for other, _ in found].count(name) > 1})
check("no two cases have one name", not twice, "\n".join(twice))

document = (ROOT / "docs/template-compatibility.md").read_text(encoding="utf-8")
named = set(re.findall(r"^  - `(.+)`$", document, re.MULTILINE))
said = {name for name, heads in found if "differs" in heads}
check("docs/template-compatibility.md names each case that differs, and no other", named == said,
      f"not named: {sorted(said - named)}\nnamed without need: {sorted(named - said)}")
print(f"1..{len(CHECKS)}")
raise SystemExit(0 if all(CHECKS) else 1)
