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
    """(name, sections) of every case; sections maps a head to its first argument and text."""
    for path in sorted(CASES.glob("*.case")):
        for part in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            yield part.split("\n", 1)[0], set(re.findall(r"^--- (\w+)", part, re.MULTILINE))


found = list(cases())
judged = subprocess.run(["/usr/bin/python3", "-W", "ignore", CASES / "check_with_jinja.py"], capture_output=True, text=True)
summary = re.search(r"(\d+) cases, (\d+) differences", judged.stdout)
check("Jinja2 gives the same bytes, or the case says why not", judged.returncode == 0 and summary and summary[2] == "0", judged.stdout[-2000:] + judged.stderr)
check(f"at least {COMPARED} cases were compared", summary and int(summary[1]) >= COMPARED, judged.stdout[-200:])
errors = [name for name, heads in found if "error" in heads]
check(f"at least {ERRORS} cases have the exact text of a problem", len(errors) >= ERRORS, len(errors))

document = (ROOT / "docs/template-compatibility.md").read_text(encoding="utf-8")
named = set(re.findall(r"^  - `(.+)`$", document, re.MULTILINE))
differing = {name for name, heads in found if "differs" in heads}
check("docs/template-compatibility.md names each case that differs, and no other", named == differing,
      f"not named: {sorted(differing - named)}\nnamed without need: {sorted(named - differing)}")
print(f"1..{len(CHECKS)}")
raise SystemExit(0 if all(CHECKS) else 1)
