#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What hostile inputs cost: four times the input costs at most six times as much, and no megabyte more than a few seconds.

Every family of tests/tools/costly_inputs.py is read at a quarter and at all of 1 MB, on many lines and on one. By hand:

    tests/scripts/cost.long.py --filter regions
"""

import argparse
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
sys.path.insert(0, str(ROOT / "tests/tools"))
import costly_inputs  # noqa: E402

HUICE = str(pathlib.Path(os.environ.get("HUICE") or ROOT / "build/release/huice").resolve())
DAY = ("--as-of", "2026-03-05")
MEGABYTE = 1_000_000
GROWTH = 6  # what four times the input may cost, of what one costs
SHARE = 20  # what a megabyte may cost, of what a megabyte of ordinary records costs
MEMORY = 512 << 20
SMALLEST = 0.05, 16 << 20  # seconds and bytes: less is not told from starting the program


class Cost:
    def __init__(self, command, folder):
        """Runs the command: its exit code, the seconds of its own code, its peak memory and what it says."""
        said = folder / "said"
        with open(said, "wb") as out:
            # A limit of time, so that what grows without bound ends here.
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=out,
                                       env=dict(os.environ, HUICE_SHARE=str(ROOT), HUICE_LANG="en"),
                                       preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (20, 20)))
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        self.code, self.seconds, self.memory = process.returncode, usage.ru_utime, usage.ru_maxrss << 10
        self.said = said.read_text(errors="replace")

    def least(self, other):
        self.seconds, self.memory = min(self.seconds, other.seconds), min(self.memory, other.memory)


def write(files, folder):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def made(family, size, sep, folder):
    """The command that reads an input of that size."""
    shutil.rmtree(folder, ignore_errors=True)
    project = folder / "project"
    write({**costly_inputs.base(), **family.make(size, sep)}, project)
    words = [word.replace("{project}", str(project)) for word in family.verb]
    return [HUICE, *words, *(DAY if words[0] != "render" else ())]


def told(cost):
    return f"{cost.seconds:.2f} s, {cost.memory >> 20} MB, exit code {cost.code}"


def faults(family, sep, folder, most_seconds):
    """What is wrong with the cost of a family, and what it was."""
    small = large = None
    for _ in range(3):
        quarter = Cost(made(family, MEGABYTE // 4, sep, folder), folder)
        whole = Cost(made(family, MEGABYTE - 20_000, sep, folder), folder)
        if small is None:
            small, large = quarter, whole
        small.least(quarter)
        large.least(whole)
        wrong = []
        if large.seconds > GROWTH * max(small.seconds, SMALLEST[0]):
            wrong.append(f"four times the input takes {large.seconds / max(small.seconds, SMALLEST[0]):.1f} times as long")
        if large.memory > GROWTH * max(small.memory, SMALLEST[1]):
            wrong.append(f"four times the input takes {large.memory / max(small.memory, SMALLEST[1]):.1f} times the memory")
        if large.seconds > most_seconds:
            wrong.append(f"takes longer than {most_seconds:.1f} s")
        if large.memory > MEMORY:
            wrong.append("takes more than 512 MB")
        if not wrong or whole.code < 0:
            break
    expected = 1 if family.says else 0
    if large.code not in (0, 1) or (family.says and large.code != expected):
        wrong.append(f"the exit code is not {expected}")
    codes = set(re.findall(r"(?:error|warning|note)\[([a-z0-9-]+)\]", large.said))
    if family.says and not any(family.says in code for code in codes):
        wrong.append(f"says nothing of “{family.says}”, but {sorted(codes)}")
    if family.says == "" and "error[" in large.said:
        wrong.append(f"is refused: {large.said[:300]}")
    if len(large.said) > 2 * MEGABYTE:
        wrong.append(f"says {len(large.said)} bytes")
    return wrong, f"{told(small)} and {told(large)}"


def ordinary(folder):
    """The seconds that a megabyte of the shipped records takes."""
    project = folder / "ordinary"
    shutil.copytree(ROOT / "data", project / "data")
    size = sum(path.stat().st_size for path in project.rglob("*") if path.is_file())
    command = [HUICE, "check", str(project), *DAY]
    return min(Cost(command, folder).seconds for _ in range(5)) * MEGABYTE / size


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--filter", default="", help="only families whose name this pattern is in")
    parser.add_argument("--from", dest="first", type=int, default=1, help="the number of the first to run")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="huice-cost-", dir=os.environ.get("HUICE_TMP")) as scratch:
        folder = pathlib.Path(scratch)
        most_seconds = SHARE * ordinary(folder)
        runs = [(family, sep) for family in costly_inputs.FAMILIES for sep in family.lines if re.search(options.filter, family.on(sep))]
        print(f"{options.first}..{len(runs)}\n# a megabyte of ordinary records takes {most_seconds / SHARE:.3f} s", flush=True)
        failed = 0
        for number, (family, sep) in list(enumerate(runs, 1))[options.first - 1:]:
            if family.skip:
                print(f"ok {number} - {family.on(sep)} # SKIP {family.skip}")
                continue
            wrong, cost = faults(family, sep, folder / "input", most_seconds)
            failed += bool(wrong)
            print(f"{'not ok' if wrong else 'ok'} {number} - {family.on(sep)}\n# {cost}", flush=True)
            for fault in wrong:
                print(f"# {fault}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
