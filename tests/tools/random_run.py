# SPDX-License-Identifier: Apache-2.0
"""What the scripts of random tests share: their options, the builds they ask, Node, and a line a result."""

import argparse
import os
import pathlib

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
NODE = next(ROOT.glob("tests/browser/node_modules/node-linux-*/bin/node"), "node")


def options_of(about, count, seed, counted, more=()):
    """--count, --seed and --build, and `more` as (name, arguments). `builds` are those named, of the run that calls, or the release."""
    parser = argparse.ArgumentParser(description=about.splitlines()[0])
    parser.add_argument("--count", type=int, default=count, help=counted)
    parser.add_argument("--seed", type=int, default=seed)
    parser.add_argument("--build", action="append", type=pathlib.Path)
    for name, arguments in more:
        parser.add_argument(name, **arguments)
    options = parser.parse_args()
    named = os.environ.get("HUICE_BUILDS", "")
    builds = options.build or [pathlib.Path(build) for build in named.split(os.pathsep) if build] or [ROOT / "build/release"]
    options.builds = [build.resolve() for build in builds]
    options.names = " and ".join(build.name for build in builds)
    return options


number, failed = 0, 0


def check(name, passed, details=()):
    """One result; the details of a failure are lines that begin with #."""
    global number, failed
    number, failed = number + 1, failed + (not passed)
    print(f"{'ok' if passed else 'not ok'} {number} - {name}", *([] if passed else details), sep="\n", flush=True)


def outcome():
    """The exit code of all results so far."""
    return 1 if failed else 0
