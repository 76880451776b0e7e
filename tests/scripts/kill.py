#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Builds of many synthetic policies are killed at several moments; readers must find a whole tree each time.

Two versions of the input take turns, so that every build has every page to replace. A kill counts only if it hit a running build: the
process was alive when the signal went out and ended of it.
"""

import hashlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
HUICE = str(pathlib.Path(os.environ.get("HUICE") or ROOT / "build/release/huice").resolve())
KILLS, POLICIES = (20, 2000) if os.environ.get("HUICE_LONG") else (8, 1500)


def make_versions(folder):
    """Two projects that differ in the notice at the foot of every page, and in one policy."""
    one, two = folder / "v1", folder / "v2"
    maker = [sys.executable, str(ROOT / "tests/bench/make_policies.py"), str(one), str(POLICIES), "120"]
    subprocess.run(maker, check=True)
    shutil.copytree(one, two)
    site = json.loads((two / "data/site.json").read_text(encoding="utf-8"))
    site["notice"] = "合成数据，均为虚构（第二版）。"
    (two / "data/site.json").write_text(json.dumps(site, ensure_ascii=False), encoding="utf-8")
    (two / f"data/policies/p{POLICIES - 1}.json").unlink()
    return one, two


def start(project, output):
    command = [HUICE, "build", str(project), "-o", str(output), "--as-of", "2026-03-01"]
    return subprocess.Popen(command, env=dict(os.environ, HUICE_SHARE=str(ROOT)), stderr=subprocess.PIPE, text=True)


def build(project, output):
    process = start(project, output)
    words = process.communicate()[1]
    return process.returncode, words


def tree(folder):
    """One hash for every name and every byte of every file of a tree."""
    whole = hashlib.sha256()
    for parent, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            path = os.path.join(parent, name)
            with open(path, "rb") as file:
                content = hashlib.sha256(file.read()).hexdigest()
            whole.update(f"{os.path.relpath(path, folder)}\0{content}\n".encode())
    return whole.hexdigest()


def kill_running(project, output, delay):
    """Whether the build was running when it was killed."""
    process = start(project, output)
    time.sleep(delay)
    alive = process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.communicate()
    return alive and process.returncode == -signal.SIGKILL


CHECKS = []


def check(name, passed, *details):
    CHECKS.append(passed)
    shown = [] if passed else [f"# {line}" for line in details]
    print(f"{'ok' if passed else 'not ok'} {len(CHECKS)} - {name}", *shown, sep="\n", flush=True)


def kill_all(versions, trees, output, duration):
    """The trees found after each kill, and how often a build had ended before its kill."""
    seen, late = [], 0
    while len(seen) < KILLS and late < 3 * KILLS:
        turn = len(seen)
        # From soon after the start to the end, where the trees are exchanged: later moments lie closer together.
        moment = 1 - (1 - (turn + 0.5) / KILLS) ** 1.5
        if kill_running(versions[turn % 2], output, duration * moment):
            seen.append(tree(output))
        else:
            # It took less than that: the first builds, which were timed, may have had a busier machine.
            late, duration = late + 1, duration * min(moment, 0.97)
            build(versions[1 - turn % 2], output)
    return seen, late


def main():
    print("1..6", flush=True)
    with tempfile.TemporaryDirectory(dir=os.environ.get("HUICE_TMP")) as folder:
        folder = pathlib.Path(folder)
        versions = make_versions(folder)
        output = folder / "public"
        trees, durations = [], []
        for project in versions:
            began = time.monotonic()
            code, words = build(project, output)
            durations.append(time.monotonic() - began)
            trees.append(tree(output))
            check(f"{project.name} builds without being killed", code == 0, words)
        check("the two versions differ", trees[0] != trees[1])
        seen, late = kill_all(versions, trees, output, durations[1])
        check(f"{KILLS} kills hit a running build", len(seen) == KILLS, f"{len(seen)} did; {late} builds had ended before")
        broken = [str(number) for number, found in enumerate(seen, 1) if found not in trees]
        check("after each kill the output is one of the two trees, to the byte", bool(seen) and not broken, f"not after kill {' '.join(broken)}")
        after = []
        for project in (versions[0], versions[1], versions[0]):
            build(project, output)
            after.append(tree(output))
        check("unkilled builds then give exactly the right trees", after == [trees[0], trees[1], trees[0]])


main()
