#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The broken projects of tests/sites_invalid, as a person meets them: what the program prints of each, and that it publishes nothing.

HUICE_UPDATE_GOLDEN=1 of the unit tests writes the expected texts; this script only compares them with what the program prints.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
sys.path.insert(0, str(ROOT / "tests/tools"))
from case_file import read_cases, write_project  # noqa: E402

HUICE = str(pathlib.Path(os.environ.get("HUICE") or ROOT / "build/release/huice").resolve())
CHECKS = []


def check(name, failures):
    CHECKS.append(not failures)
    shown = [f"# {line}" for failure in failures[:5] for line in str(failure).splitlines()[:20]]
    print(f"{'not ok' if failures else 'ok'} {len(CHECKS)} - {name}", *shown, sep="\n", flush=True)


def problems_of(text):
    """The problems of a report, each with all its lines; the line of counts is none."""
    parts = re.split(r"^(?=\S.*: (?:error|warning|note)\[[a-z0-9-]+\]: )", text, flags=re.MULTILINE)
    counts = re.compile(r"^\d+ errors?\b.*\n\Z", re.MULTILINE)
    return [counts.sub("", part) for part in parts if "]: " in part.split("\n", 1)[0]]


def huice(verb, project, folder):
    environment = dict(os.environ, HUICE_SHARE=str(ROOT), LANG="en_US.UTF-8")
    return subprocess.run([HUICE, verb, project], cwd=folder, env=environment, capture_output=True, text=True)


def look_at(case, folder):
    """Runs both verbs; yields (which check, what is wrong)."""
    project = f"tests/sites_invalid/{case.name}"
    write_project(case, folder / project)
    where = f"{case.file}:{case.line}: {case.name}: "
    checked, built = huice("check", project, folder), huice("build", project, folder)
    expected = problems_of(case.find("expected").body)
    # Where the records load, `check` goes on to findings, which are no errors.
    printed = [problem for problem in problems_of(checked.stderr) if problem in expected or ": error[" in problem]
    if printed != expected or checked.stdout:
        yield "text", where + checked.stderr
    for said in (checked, built):
        if said.returncode != 1:
            yield "code", f"{where}{said.args[1]} gives {said.returncode}\n{said.stderr}"
    if ": error[" not in built.stderr:
        yield "build", where + built.stderr
    if (folder / project / "public").exists():
        yield "published", where + built.stderr


cases = [case for path in sorted((ROOT / "tests/sites_invalid").glob("*.case")) for case in read_cases(path)]
with tempfile.TemporaryDirectory(dir=os.environ.get("HUICE_TMP")) as temporary:
    wrong = [found for case in cases for found in look_at(case, pathlib.Path(temporary))]
print("1..5", flush=True)
check("there are 50 broken projects and more", [] if len(cases) >= 50 else [len(cases)])
for kind, name in (("text", "huice check prints the expected errors of each, and no other error"),
                   ("build", "huice build reports an error of each"),
                   ("code", "both exit with 1"),
                   ("published", "nothing is published")):
    check(name, [what for which, what in wrong if which == kind])
raise SystemExit(0 if all(CHECKS) else 1)
