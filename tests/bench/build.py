#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""build.py HUICE FLOOR WORK [COUNT [CHARACTERS]]: times `huice build` against the floor.

Builds COUNT synthetic policies (default 10,000), each round into new folders, huice and floor in
turn; then once more unchanged. Folders are not deleted between timings: ext4 avoids inodes freed a
moment ago and slows down several-fold for minutes.
"""
import json
import os
import statistics
import subprocess
import sys
import time

ROUNDS = 3


def run(arguments):
    """Seconds and peak memory in MiB of one child process, by the operating system's accounts."""
    start = time.monotonic()
    child = subprocess.Popen(arguments, stderr=subprocess.PIPE)
    errors = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.monotonic() - start
    if status != 0:
        sys.exit(f"{arguments[0]} failed: {errors.decode()}")
    return seconds, usage.ru_maxrss / 1024


def row(name, seconds, memory, pages):
    print(f"{name:22} {seconds:8.2f} s {memory:9.0f} MiB {pages / seconds:10.0f} pages/s")


def main():
    huice, floor, work = sys.argv[1:4]
    count = int(sys.argv[4]) if len(sys.argv) > 4 else 10000
    characters = sys.argv[5] if len(sys.argv) > 5 else "1000"
    threads = os.cpu_count()
    base = os.path.join(work, f"{int(time.time())}")
    project = os.path.join(base, "project")
    here = os.path.dirname(os.path.abspath(__file__))
    subprocess.run([sys.executable, os.path.join(here, "make_policies.py"), project, str(count), characters], check=True)
    size = sum(e.stat().st_size for e in os.scandir(os.path.join(project, "data", "policies")))
    print(f"{count} policies of 8 articles with {characters} characters, {size / 1e6:.0f} MB in, {threads} threads")

    def build(out):
        return run([huice, "build", project, "-o", out, "--as-of", "2026-01-01", "-j", str(threads)])

    build(os.path.join(base, "warm-up"))
    tree = os.path.join(base, "warm-up")
    with open(os.path.join(tree, "manifest.json"), encoding="utf-8") as file:
        files = json.load(file)["files"]
    pages = len(files)
    print(f"{pages} files, {sum(f['size'] for f in files) / 1e6:.0f} MB out")
    cold, floors = [], []
    for index in range(ROUNDS):
        cold.append(build(os.path.join(base, f"cold-{index}")))
        floors.append(run([floor, project, tree, os.path.join(base, f"floor-{index}"), str(threads)]))
    again = [build(os.path.join(base, "cold-0")) for _ in range(ROUNDS)]
    median = lambda runs, part: statistics.median(r[part] for r in runs)
    row("cold build", median(cold, 0), median(cold, 1), pages)
    row("unchanged build", median(again, 0), median(again, 1), pages)
    row("floor", median(floors, 0), median(floors, 1), pages)
    ratios = [c[0] / f[0] for c, f in zip(cold, floors)]
    print(f"cold build / floor: {statistics.median(ratios):.2f} (pairs {', '.join(f'{r:.2f}' for r in ratios)})")
    print(f"left in {base}; remove it when no timing follows")


main()
