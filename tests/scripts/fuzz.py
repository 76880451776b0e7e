#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the libFuzzer programs of a build: each from the seeds of its layer, for some seconds. `./dev fuzz` calls it too.

A found input is shown and kept where --corpus says; it belongs into tests/cases/ with its fix.
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
FLAGS = ["-max_len=4096", "-timeout=30", "-rss_limit_mb=4096", "-print_final_stats=1"]
FEWEST_RUNS = 1000  # a slow machine gets more time for them
FEWEST_OF = {"project_build": 60, "project_cost": 60}  # a run of these builds a site, or reads 80 KB
# Too new to be a judge of every change: its first hours still find faults (docs/plan-11.md). It runs with --long and in `./dev fuzz`.
NEW = {"document_verify", "formats_docx", "markdown_read"}
MOST_ROUNDS = 10  # still fewer then: the fuzzer did not get to work


def fuzz(program, seconds, scratch, corpus):
    """(whether nothing was found, what to say about it)"""
    name = program.name.removeprefix("fuzz_")
    layer = name.split("_")[0]
    found = (corpus or scratch) / name
    found.mkdir(parents=True, exist_ok=True)
    faults = (corpus or scratch) / f"{name}-faults"
    faults.mkdir(exist_ok=True)
    command = [program, *FLAGS, f"-max_total_time={seconds}", f"-artifact_prefix={faults}/", f"-dict={scratch / layer}.dict", found, scratch / layer]
    count, fewest = 0, FEWEST_OF.get(name, FEWEST_RUNS)
    for _ in range(MOST_ROUNDS):
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors="replace")
        runs = re.search(r"stat::number_of_executed_units: (\d+)", done.stdout)
        count += int(runs.group(1)) if runs else 0
        if done.returncode != 0 or count >= fewest:
            break
    details = [f"# {line}" for line in done.stdout.splitlines()[-60:]]
    for fault in sorted(faults.iterdir()):
        details += [f"# {fault.name}:", *(f"#   {line}" for line in fault.read_bytes().decode("utf-8", "backslashreplace").splitlines())]
    return done.returncode == 0 and count >= fewest, f"{name} finds nothing in {count} runs", details


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=60 if os.environ.get("HUICE_LONG") else 20)
    parser.add_argument("--corpus", type=pathlib.Path, help="keep what was found here, and go on from it")
    parser.add_argument("name", nargs="?", default="", help="only programs with this in their names")
    options = parser.parse_args()
    skipped = set() if os.environ.get("HUICE_LONG") or options.name or options.corpus else NEW
    names = [source.stem for source in sorted((ROOT / "tests/fuzz").glob("*.cpp")) if options.name in source.stem and source.stem not in skipped]
    folders = [pathlib.Path(folder).resolve() for folder in os.environ.get("HUICE_BUILDS", "").split(os.pathsep) if folder]
    build = next((folder for folder in folders if any(folder.glob("fuzz_*"))), None)
    if not build:
        print("1..1\nok 1 - fuzzing # SKIP none of the builds has fuzzers (--quick)")
        return 0
    print(f"1..{len(names)}", flush=True)
    failed = 0
    with tempfile.TemporaryDirectory(dir=os.environ.get("HUICE_TMP")) as folder:
        scratch = pathlib.Path(folder)
        for layer in {name.split("_")[0] for name in names}:
            subprocess.run([sys.executable, ROOT / "tests/fuzz/make_seeds.py", scratch / layer], check=True)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            results = pool.map(lambda name: fuzz(build / f"fuzz_{name}", options.seconds, scratch, options.corpus), names)
            for number, (clean, said, details) in enumerate(results, 1):
                failed += not clean
                print(f"{'ok' if clean else 'not ok'} {number} - {said}", *([] if clean else details), sep="\n", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
