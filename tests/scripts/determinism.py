#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The same records and the same day give the same bytes: whatever the number of threads, wherever the project is."""

import hashlib
import os
import pathlib
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
HUICE = str(pathlib.Path(os.environ.get("HUICE") or ROOT / "build/release/huice").resolve())
DAY = "2026-03-01"


def build(project, output, *options, share=ROOT):
    environment = dict(os.environ, HUICE_SHARE=str(share), TZ=options[1] if len(options) > 1 else "UTC")
    command = [HUICE, "build", str(project), "-o", str(output), "--as-of", DAY, options[0] if options else "-j2"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, cwd=project)


def tree(folder):
    """Every file's hash by its path."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(pathlib.Path(folder).rglob("*"))
        if path.is_file()
    }


def difference(one, other):
    names = sorted(set(one) | set(other))
    return [f"# differs: {name}" for name in names if one.get(name) != other.get(name)][:10]


def main():
    checks = []
    print("1..6", flush=True)

    def check(name, passed, details=()):
        checks.append(passed)
        print(f"{'ok' if passed else 'not ok'} {len(checks)} - {name}", *([] if passed else details), sep="\n", flush=True)

    with tempfile.TemporaryDirectory(dir=os.environ.get("HUICE_TMP")) as folder:
        folder = pathlib.Path(folder)
        copy = folder / "another folder 目录"
        for part in ("data", "templates", "site"):
            shutil.copytree(ROOT / part, copy / part)
        one = build(ROOT, folder / "one", "-j1")
        first = tree(folder / "one") if one.returncode == 0 else {}
        check("the shipped data builds", one.returncode == 0 and len(first) > 100, [f"# {line}" for line in one.stderr.splitlines()[-9:]])
        build(ROOT, folder / "two", "-j2")
        two = tree(folder / "two")
        check("one thread and two give the same tree", bool(first) and first == two, difference(first, two))
        build(copy, folder / "three", "-j2", "Asia/Shanghai", share=copy)
        three = tree(folder / "three")
        check("another folder and another time zone give the same tree", bool(first) and first == three, difference(first, three))
        compared = {name for name in ("manifest.json", "build.json") if name in first}
        check("the manifest and build.json are part of what is compared", len(compared) == 2)
        again = build(ROOT, folder / "one", "-j2")
        check("a second build says that nothing has changed",
              again.returncode == 0 and again.stderr.endswith("files, nothing has changed\n"), [f"# {again.stderr.strip()}"])
        check("a second build leaves the same bytes", tree(folder / "one") == first)


main()
