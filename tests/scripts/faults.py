#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The n-th call of the system fails, for every n, and so do allocations, one a run: readers find the old tree or the new one, and whoever
ran huice is told.

tests/tools/fault_calls.cpp is preloaded and makes the call fail. A run that ends with 0 must have given what an undisturbed run gives; any
other must end with 3, name what failed, and leave the old tree or the new one. By hand, one fault (kind and number as the test names them):

    tests/scripts/faults.py --build build/release --only build --kind eio --at 217
"""

import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import threading

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
sys.path.insert(0, str(ROOT / "tests/tools"))
from costly_inputs import cell, row_of, workbook  # noqa: E402

LONG = bool(os.environ.get("HUICE_LONG"))
ALLOCATIONS = int(os.environ.get("FAULT_ALLOCATIONS") or (20000 if LONG else 2000))
WORKERS = 2
TODAY = "2026-03-05"

# Every verb that reads files or writes: {project}, {output} and the project's files are put in. A later verb joins by one line.
VERBS = {
    "build": ["build", "{project}", "-o", "{output}/public", "-j", "1", "--as-of", TODAY],
    "check": ["check", "{project}", "--format", "json", "--as-of", TODAY],
    "workbook": ["match", "{project}", "-r", "{workbook}", "-o", "{output}/list.csv", "-j", "1", "--as-of", TODAY],
    "match": ["match", "{project}", "-p", "{profile}", "--format", "json", "--as-of", TODAY],
    "roster": ["match", "{project}", "-r", "{roster}", "-o", "{output}/list.csv", "-j", "1", "--as-of", TODAY],
    "letter": ["letter", "{project}", "--all", "-o", "{output}/drafts", "--formats", "md,html,docx", "--sheet", "-j", "1", "--as-of", TODAY],
    "verify": ["letter", "--verify", "{word}", "--format", "json"],
    "verify of a PDF": ["letter", "--verify", "{pdf}", "--format", "json"],
    "facts": ["facts", "example-2026-1/1/recognised", "{project}", "--format", "json", "--as-of", TODAY],
}
# The kinds of fault for each; reads of the others are those of these two.
KINDS = {"build": ("eio", "nospace", "eintr", "short", "memory"), "roster": ("eio", "nospace", "short"), "letter": ("eio", "nospace", "short")}
SECONDS = 60  # a run takes less than one
# What must be as if nothing had happened: a call that a signal interrupts, and one that does half of what was asked, is made again.
TRANSPARENT = ("eintr", "short")

# A fault is named in words, or in the problems that `check --format json` prints.
WORDS = ("error[", "huice stopped: ", '"severity": "error"')

CHECKS = []


def check(name, failures):
    CHECKS.append(not failures)
    shown = [f"# {line}" for failure in failures[:5] for line in str(failure).splitlines()[:12]]
    print(f"{'not ok' if failures else 'ok'} {len(CHECKS)} - {name}", *shown, sep="\n", flush=True)


def tree(folder):
    """What is in an output folder, the hidden one left aside: path → hash."""
    files = {}
    for path in sorted(folder.rglob("*")):
        below = path.relative_to(folder)
        if path.is_file() and not below.parts[0].startswith("."):
            files[str(below)] = hashlib.sha256(path.read_bytes()).hexdigest()
    return files


class Run:
    def __init__(self, status, out, err, output, counted, fired):
        self.status, self.out, self.err, self.output, self.counted, self.fired = status, out, err, output, counted, fired

    def result(self):
        return self.status, self.out, self.output


class Bench:
    """A project, its old output, and a way to run a verb on copies of them with a fault."""

    def __init__(self, folder, huice, library, source):
        self.folder, self.huice, self.library = folder, huice, library
        self.project, self.before = folder / "project", folder / "before"
        self.local = threading.local()
        shutil.copytree(source / "data", self.project / "data")
        self.profile, self.roster = self.project / "profile.json", self.project / "roster.csv"
        self.profile.write_text('{"revenue": "1200万元"}', encoding="utf-8")
        self.roster.write_text("企业名称,上年度营业收入\n甲公司,1200万元\n乙公司,\n", encoding="utf-8")
        self.workbook = self.project / "roster.xlsx"
        self.workbook.write_bytes(workbook(row_of(cell("企业名称"), cell("上年度营业收入")) + row_of(cell("甲公司"), cell("1200万元"))))
        self.word, self.pdf = self.project / "letter.docx", self.project / "letter.pdf"
        shutil.copy(ROOT / "tests/letters_verify/dg01.docx", self.word)
        shutil.copy(ROOT / "tests/letters_verify/pg01.pdf", self.pdf)
        self.before.mkdir()
        site = self.project / "data/site.json"
        now = json.loads(site.read_text(encoding="utf-8"))
        for name in ("最早的", "旧的"):  # twice, so that the idle tree is there too
            site.write_text(json.dumps(now | {"subtitle": name}, ensure_ascii=False), encoding="utf-8")
            first = self.run("build", "none", 0, self.before)
            assert first.status == 0, first.err
        site.write_text(json.dumps(now | {"subtitle": "新的"}, ensure_ascii=False), encoding="utf-8")
        self.old = tree(self.before)

    def place(self, verb):
        """A folder of this thread's own, with the old output in it where the verb writes one."""
        if not hasattr(self.local, "place"):
            self.local.place = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        shutil.rmtree(self.local.place)
        if verb == "build":
            shutil.copytree(self.before, self.local.place)
        else:
            self.local.place.mkdir()
        return self.local.place

    def run(self, verb, kind, at, output, places=None):
        words = {"project": self.project, "output": output, "profile": self.profile, "roster": self.roster, "workbook": self.workbook, "word": self.word, "pdf": self.pdf}
        report = output.parent / f"{output.name}.report"
        report.unlink(missing_ok=True)
        environment = dict(os.environ, HUICE_SHARE=str(ROOT), HUICE_LANG="en", FAULT_KIND=kind, FAULT_AT=str(at), FAULT_REPORT=str(report),
                           FAULT_ROOTS=":".join(str(one) for one in (self.project, output, ROOT / "templates", ROOT / "site")))
        if places:
            environment["FAULT_PLACES"] = str(places)
        if kind != "none":
            environment["LD_PRELOAD"] = str(self.library)
        command = [self.huice, *(word.format(**words) for word in VERBS[verb])]
        ended = subprocess.run(command, env=environment, capture_output=True, timeout=SECONDS)
        counted, fired = (int(part) for part in report.read_text().split()) if report.exists() else (0, 0)
        return Run(ended.returncode, ended.stdout, ended.stderr.decode("utf-8", "replace"), tree(output), counted, fired)

    def disturbed(self, verb, kind, at, whole):
        """What is wrong with a run whose call number `at` fails; nothing where all is well."""
        place = self.place(verb)
        try:
            ended = self.run(verb, kind, at, place)
        except subprocess.TimeoutExpired:
            return f"{verb}: {kind} at {at} of {whole.counted} never ends"
        if ended.result() == whole.result():
            return None
        told = f"{verb}: {kind} at {at} of {whole.counted} ended with {ended.status}\n{ended.err[-1500:]}"
        if kind in TRANSPARENT:
            return f"{told}\nis not what an undisturbed run gives"
        if kind == "memory" and ended.status == -6 and "[cmark]" in ended.err:
            ended.status = 3  # cmark ends the program where it gets no memory
        elif ended.status == 3 and not any(word in ended.err + ended.out.decode("utf-8", "replace") for word in WORDS):
            return f"{told}\nnames nothing that failed"
        if ended.status != 3:
            return told
        lists = {name for name in ended.output if name.startswith("list.csv")}
        site = {name: content for name, content in ended.output.items() if name not in lists}
        if verb == "build" and site not in (self.old, {name: content for name, content in whole.output.items() if name != "list.csv"}):
            return f"{told}\nthe tree is neither the old nor the new one"
        # The list of the sheets that were made has fewer where one was not.
        cut = [name for name, content in ended.output.items() if verb != "build" and not name.endswith("/review.xlsx") and content != whole.output.get(name)]
        if cut:
            return f"{told}\n{', '.join(cut)}: not whole"
        # The next one does not stumble over what this one left; each seventh is enough to see it.
        if at % 7 == 0 and self.run(verb, "none", 0, place).result() != whole.result():
            return f"{told}\nthe next run does not give what it should"
        return None

    def allocations(self, verb, most, most_places):
        """Numbers of `most` allocations at random; the first from each place of the program come first, `most_places` of them."""
        file = self.folder / "places"
        counted = self.run(verb, "memory", 0, self.place(verb), file).counted
        first = [int(line) for line in file.read_text().split()]
        chance = random.Random(20261130)
        chosen = chance.sample(first, min(len(first), most_places))
        return chosen + [chance.randrange(1, counted + 1) for _ in range(most - len(chosen))]

    def every(self, verb, kind, step=1, allocations=None):
        whole = self.run(verb, kind, 0, self.place(verb))
        assert whole.counted > 0, whole.err
        asked = self.allocations(verb, *allocations) if kind == "memory" else range(1, whole.counted + 1, step)
        with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
            return [said for said in pool.map(lambda at: self.disturbed(verb, kind, at, whole), asked) if said], len(asked)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--build", type=pathlib.Path, default=None)
    options.add_argument("--only", choices=VERBS)
    options.add_argument("--kind", default=None)
    options.add_argument("--at", type=int, default=None)
    options.add_argument("--step", type=int, default=1)
    options.add_argument("--source", type=pathlib.Path, default=ROOT / "templates/project")
    given = options.parse_args()
    huice = pathlib.Path(os.environ.get("HUICE") or ROOT / "build/release/huice") if given.build is None else given.build / "huice"
    library = huice.resolve().parent / "libfault_calls.so"
    verbs = [given.only] if given.only else list(VERBS)
    jobs = [(verb, kind) for verb in verbs for kind in ([given.kind] if given.kind else KINDS.get(verb, ("eio",)))]
    with tempfile.TemporaryDirectory(dir=os.environ.get("HUICE_TMP")) as made:
        folder = pathlib.Path(made)
        bench = Bench(folder / "small", huice.resolve(), library, given.source)
        if given.at is not None:
            for verb, kind in jobs:
                whole = bench.run(verb, kind, 0, bench.place(verb))
                print(bench.disturbed(verb, kind, given.at, whole) or f"{verb}, {kind} at {given.at}: all is well")
            return
        sources = [("the small project", bench, given.step)]
        if LONG:
            sources.append(("the shipped project", Bench(folder / "shipped", huice.resolve(), library, ROOT), 50))
        print(f"1..{len(jobs) * len(sources)}", flush=True)
        for source, one, step in sources:
            for verb, kind in jobs:
                most = ALLOCATIONS if one is bench else ALLOCATIONS // 50
                failures, count = one.every(verb, kind, step, (most, most * 9 // 10))
                check(f"{source}: {verb} with {count} faults of kind {kind}", failures)


if __name__ == "__main__":
    main()
