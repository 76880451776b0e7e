#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What hostile inputs cost: four times the input costs at most six times as much, and no megabyte more than a few seconds.

Reads the most telling families of tests/tools/costly_inputs.py (with --long all of them, on many lines and on one) at 1 MB and a quarter of it,
then at as much as takes 0.3 s, and a quarter of that. By hand:

    tests/scripts/cost.py --filter regions
"""

import argparse
import concurrent.futures
import itertools
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
sys.path.insert(0, str(ROOT / "tests/tools"))
import costly_inputs  # noqa: E402
import costly_letters  # noqa: E402

HUICE = str(pathlib.Path(os.environ.get("HUICE") or ROOT / "build/release/huice").resolve())
DAY = ("--as-of", "2026-03-05")
FAMILIES = costly_inputs.FAMILIES + costly_letters.FAMILIES
WHOLE = 980_000  # a megabyte, with the files around an input
NOTHING = 1  # one part of what a family repeats, or none
LARGEST = 16 * WHOLE  # where what takes less than ENOUGH is left alone
GROWTH = 6  # what four times the input may cost, of what one costs
SHARE = 20  # what a megabyte may cost, of what a megabyte of ordinary records costs
MEMORY = 512 << 20
ENOUGH = 0.3  # seconds: what a growth is measured with, starting the program not counted
SMALLEST = ENOUGH / (GROWTH + 2), 16 << 20  # seconds and bytes: less is not told from what the machine does besides
TRIES = 6  # where the first says too much: other programs run beside it


# A small program starts huice: the peak memory of a process counts that of the one it was started from.
STARTER = """import os, resource, sys
process = os.fork()
if process == 0:
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))  # so that what grows without bound ends here
    os.dup2(os.open(os.devnull, os.O_RDWR), 1)
    os.execvp(sys.argv[1], sys.argv[1:])
_, status, usage = os.wait4(process, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_utime, usage.ru_maxrss)
"""


class Cost:
    def __init__(self, command):
        """Runs the command: its exit code, the seconds of its own code, its peak memory and what it says."""
        done = subprocess.run([sys.executable, "-ISc", STARTER, *command], stdin=subprocess.DEVNULL, capture_output=True,
                              env=dict(os.environ, HUICE_SHARE=str(ROOT), HUICE_LANG="en"), check=True)
        code, seconds, kilobytes = done.stdout.split()
        self.code, self.seconds, self.memory = int(code), float(seconds), int(kilobytes) << 10
        self.said = done.stderr.decode(errors="replace")

    def least(self, other):
        self.seconds, self.memory = min(self.seconds, other.seconds), min(self.memory, other.memory)

    def __str__(self):
        return f"{self.seconds:.2f} s, {self.memory >> 20} MB"


def shown(size):
    return f"{size / 1e6:.2g} MB"


def best_of(run, least, sizes, wrong_of):
    """What is wrong with the costs of these sizes, with the least of several runs each; `least` holds those of before."""
    wrong = []
    for _ in range(TRIES):
        for size in sizes:
            cost = run(size)
            least.setdefault(size, cost).least(cost)
        wrong = wrong_of(*(least[size] for size in sizes))
        if not wrong:
            break
    return wrong


def bound_faults(most_seconds, costs):
    wrong = []
    for cost in costs:
        if cost.seconds > most_seconds:
            wrong.append(f"takes {cost.seconds:.1f} s, more than {most_seconds:.1f} s")
        if cost.memory > MEMORY:
            wrong.append(f"takes {cost.memory >> 20} MB, more than {MEMORY >> 20} MB")
    return wrong[:2]


def growth_faults(start, small, large):
    """Of what two inputs cost more than next to nothing does."""
    wrong = []
    for name, least, words in (("seconds", SMALLEST[0], "as long"), ("memory", SMALLEST[1], "the memory")):
        nothing, little, much = (getattr(cost, name) for cost in (start, small, large))
        growth = (much - nothing) / max(little - nothing, least)
        if growth > GROWTH:
            wrong.append(f"four times the input takes {growth:.1f} times {words}")
    return wrong


def judge(run, most_seconds, grows=True):
    """What is wrong with the cost of what run(size) reads, the costs that say so, and that of 1 MB."""
    least = {}
    sizes = (WHOLE // 4, WHOLE) if grows else (WHOLE,)
    wrong = best_of(run, least, sizes, lambda *costs: bound_faults(most_seconds, costs))
    whole = least[WHOLE]
    if wrong or not grows or whole.code not in (0, 1):
        return wrong, least, whole
    least[NOTHING] = run(NOTHING)
    size = WHOLE
    while (seconds := least[size].seconds - least[NOTHING].seconds) < ENOUGH and size < LARGEST:
        factor = 2
        while factor * seconds < ENOUGH and factor * size < LARGEST:
            factor *= 2
        larger = run(factor * size)
        if larger.seconds < least[size].seconds or larger.code not in (0, 1):
            break  # refused: a bound of the reader
        size *= factor
        least[size] = larger
    wrong = growth_faults(least[NOTHING], least.setdefault(size // 4, run(size // 4)), least[size])
    if wrong:
        wrong = best_of(run, least, (NOTHING, size // 4, size), growth_faults)
    return wrong, least, whole


def write(files, folder):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def reader_of(family, sep, folder):
    """Runs huice on an input of the family that has a size."""
    def run(size):
        shutil.rmtree(folder, ignore_errors=True)
        project = folder / "project"
        write({**costly_inputs.base(), **family.make(size, sep)}, project)
        words = [word.replace("{project}", str(project)) for word in family.verb]
        return Cost([HUICE, *words, *(DAY if words[0] != "render" else ())])
    return run


def family_faults(family, sep, folder, most_seconds):
    """What is wrong with a family, and what it costs."""
    wrong, least, cost = judge(reader_of(family, sep, folder), most_seconds, family.grows)
    shutil.rmtree(folder, ignore_errors=True)
    expected = 1 if family.says else 0
    if cost.code not in (0, 1) or (family.says and cost.code != expected):
        wrong.append(f"the exit code is {cost.code}, not {expected}")
    codes = set(re.findall(r"(?:error|warning|note)\[([a-z0-9-]+)\]", cost.said))
    if family.says and not any(family.says in code for code in codes):
        wrong.append(f"says nothing of “{family.says}”, but {sorted(codes)}")
    if family.says == "" and "error[" in cost.said:
        wrong.append(f"is refused: {cost.said[:300]!r}")
    if len(cost.said) > 2_000_000:
        wrong.append(f"says {len(cost.said)} bytes")
    return wrong, "; ".join(f"{shown(size)}: {least[size]}" for size in sorted(least))


def ordinary(folder):
    """The seconds that a megabyte of the shipped records takes."""
    project = folder / "ordinary"
    shutil.copytree(ROOT / "data", project / "data")
    size = sum(path.stat().st_size for path in project.rglob("*") if path.is_file())
    command = [HUICE, "check", str(project), *DAY]
    return min(Cost(command).seconds for _ in range(5)) * 1_000_000 / size


# Programs that cost as much as their argument says; what the judge must say of each.
WORK = "import sys; n = int(sys.argv[1]) / 980_000; sum(range(int(%s)))"
ROOM = "import sys; n = int(sys.argv[1]) / 980_000; b'a' * int(%s)"
STAND_IN_SECONDS = 0.4  # what a megabyte may cost them
STAND_INS = [
    ("a program that takes the size", WORK % "8e6 * n", ""),
    ("a program that takes the square of the size", WORK % "8e6 * n * n", "times as long"),
    ("a program that takes the square of the size, but little of a megabyte", WORK % "2e6 * n * n", "times as long"),
    ("a program that takes too long in any case", WORK % "50e6", "more than 0.4 s"),
    ("a program that takes memory by the square of the size", ROOM % "100e6 * n * n", "times the memory"),
    ("a program that takes too much memory", ROOM % "600e6", "more than 512 MB"),
]


def stand_in_faults(program, expected):
    wrong, least, _ = judge(lambda size: Cost([sys.executable, "-c", program, str(size)]), STAND_IN_SECONDS)
    good = not wrong if not expected else any(expected in fault for fault in wrong)
    return [] if good else [f"is judged {wrong}"], "; ".join(f"{shown(size)}: {least[size]}" for size in sorted(least))


def chosen_runs(options):
    """Families with what stands between their parts; without --long the most telling, with one of the two, by turns."""
    if options.long or options.filter:
        return [(family, sep) for family in FAMILIES for sep in family.lines if re.search(options.filter, family.on(sep))]
    telling = [next(family for family in FAMILIES if family.name == name) for name in costly_inputs.TELLING + costly_letters.TELLING]
    return [(family, family.lines[number % len(family.lines)]) for number, family in enumerate(telling)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--filter", default="", help="only families whose name this pattern is in, of all")
    parser.add_argument("--long", action="store_true", default=bool(os.environ.get("HUICE_LONG")), help="all families, on many lines and on one")
    parser.add_argument("--jobs", type=int, default=2, help="how many are measured at once")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="huice-cost-", dir=os.environ.get("HUICE_TMP")) as scratch:
        folder = pathlib.Path(scratch)
        numbers = itertools.count()  # of folders
        most_seconds = SHARE * ordinary(folder)
        tests = [(f"{name} is judged as one", lambda to, program=program, says=says: stand_in_faults(program, says))
                 for name, program, says in STAND_INS if not options.filter]
        tests += [(family.on(sep), lambda to, family=family, sep=sep: family_faults(family, sep, to, most_seconds))
                  for family, sep in chosen_runs(options)]
        print(f"1..{len(tests)}\n# a megabyte of ordinary records takes {most_seconds / SHARE:.3f} s", flush=True)
        failed = 0
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            results = pool.map(lambda test: test[1](folder / str(next(numbers))), tests)
            for number, (test, (wrong, costs)) in enumerate(zip(tests, results), 1):
                failed += bool(wrong)
                print(f"{'not ok' if wrong else 'ok'} {number} - {test[0]}\n# {costs}", flush=True)
                for fault in wrong:
                    print(f"# {fault}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
