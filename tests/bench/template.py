#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""template.py BUILD NODE WORK [SECONDS [POLICIES]]: one page in three engines, and a whole build.

Renders the invented policy page of tests/bench/template/ with huice, Jinja2 and nunjucks, each on
one core, in turn, five rounds of SECONDS (default 2), and says how many pages a second each gave.
The three outputs must be equal, byte for byte. Then builds POLICIES synthetic policies (default
5,000, a page in HTML and one in Markdown each) and says which share of the processor's time went
into templates.
"""
import json
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent / "template"
ROUNDS = 5


def run(command):
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def engines(build, node, work, seconds):
    data = work / "page.json"
    subprocess.run([sys.executable, HERE / "data.py", data], check=True)
    programs = {
        "huice": [f"{build}/bench_template"],
        "Jinja2": ["/usr/bin/python3", HERE / "jinja.py"],
        "nunjucks": [node, HERE / "nunjucks.mjs"],
    }
    rates = {name: [] for name in programs}
    versions = {}
    for _ in range(ROUNDS):
        for name, program in programs.items():
            result = run([*program, HERE, data, work / f"{name}.html", str(seconds)])
            rates[name].append(result["pages"] / result["seconds"])
            versions[name] = result["version"]
    pages = {name: (work / f"{name}.html").read_bytes() for name in programs}
    if len(set(pages.values())) != 1:
        sys.exit(f"the three engines wrote different pages: compare them in {work}")
    print(f"one page of {len(pages['huice']):,} bytes, one core, {ROUNDS} rounds of {seconds:g} s")
    for name, values in rates.items():
        ratios = [ours / theirs for ours, theirs in zip(rates["huice"], values)]
        print(f"  {name:9} {versions[name]:10} {statistics.median(values):8.0f} pages/s"
              f"   huice is {statistics.median(ratios):5.1f} times as fast"
              f"   (rounds {', '.join(f'{ratio:.1f}' for ratio in ratios)})")


def share(build, work, policies):
    base = work / f"{int(time.time())}"
    project = base / "project"
    subprocess.run([sys.executable, HERE.parent / "make_policies.py", project, str(policies), "1000"], check=True)
    for name in ("cold", "unchanged"):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.monotonic()
        spent = run([f"{build}/bench_template_share", "build", project, "-o", base / "out", "--as-of", "2026-01-01"])
        seconds = time.monotonic() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        templates = spent["template_seconds"]
        print(f"  {name:9} build of {policies:,} policies: {seconds:.2f} s, {cpu:.2f} s of processor time,"
              f" {templates:.2f} s of it in templates ({100 * templates / cpu:.0f} %)")
    print(f"left in {base}; remove it when no timing follows")


def main():
    build, node, work = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    seconds = float(sys.argv[4]) if len(sys.argv) > 4 else 2
    policies = int(sys.argv[5]) if len(sys.argv) > 5 else 5000
    os.makedirs(work, exist_ok=True)
    engines(build, node, work.resolve(), seconds)
    share(build, work.resolve(), policies)


main()
