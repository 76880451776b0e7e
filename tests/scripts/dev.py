#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""./dev, style.sh and tools/tidy from outside. ./dev runs as a copy, with programs in its place that note how they
are called: what a verb compiles, and how much time the tests get. clang-tidy is the real one."""

import json
import os
import pathlib
import shutil
import subprocess

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
SCRATCH = pathlib.Path(os.environ["HUICE_TMP"])

NOTE = '#!/bin/bash\necho "${0##*/} $*" >> "$CALLS"\n'
FAKES = {
    # Compiling takes a while; configuring leaves the file that ./dev looks for.
    "cmake": NOTE + 'if [[ $1 == --build ]]; then sleep 1.2; else mkdir -p "$4"; touch "$4/build.ninja"; fi\n',
    # Whatever is asked for is installed.
    "dpkg-query": '#!/bin/bash\nshift 2; for p in "$@"; do echo "ii $p"; done\n',
    "npm": "#!/bin/bash\n",
    "ccache": "#!/bin/bash\n",
}


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)


def calls_of(*arguments):
    """How a copy of ./dev called the programs beside it, one line each."""
    home = pathlib.Path(SCRATCH / ("dev-" + "-".join(arguments).replace("/", "_")))
    for name, text in FAKES.items():
        write(home / "bin" / name, text)
    write(home / "build/release/huice", NOTE)
    write(home / "tools/run-tests", NOTE)
    for folder in ("pdf", "tests/browser", "tests/schema", "tests/bench"):
        (home / folder / "node_modules").mkdir(parents=True)
        (home / folder / "package-lock.json").write_text("{}")
    write(home / "build/fonts/FandolFang-Regular.otf", "")
    shutil.copy(ROOT / "dev", home / "dev")
    shutil.copy(ROOT / "CMakePresets.json", home / "CMakePresets.json")
    calls = home / "calls"
    done = subprocess.run([home / "dev", *arguments], capture_output=True, text=True,
                          env={**os.environ, "PATH": f"{home / 'bin'}:{os.environ['PATH']}", "CALLS": str(calls)})
    if done.returncode:
        return [f"./dev ended with {done.returncode}: {done.stderr}"]
    return calls.read_text().splitlines()


def site_compiles_huice_alone():
    calls = calls_of("site")
    built = [call for call in calls if call.startswith("cmake --build")]
    good = (len(built) == 1 and built[0].startswith("cmake --build build/release ") and built[0].endswith(" --target huice")
            and calls[-1].startswith("huice build "))
    return good, calls


def limit_counts_running():
    calls = calls_of("test")
    built = [call for call in calls if call.startswith("cmake --build")]
    # Two compiles of 1.2 s are over by then, and the limit is whole.
    return len(built) == 2 and calls[-1].startswith("run-tests ") and "--seconds 2400 --" in calls[-1], calls


def long_has_no_limit():
    calls = calls_of("test", "--quick", "--long")
    return calls[-1].startswith("run-tests ") and "--long" in calls[-1] and "--seconds" not in calls[-1], calls


def tidy(*texts, files=None):
    """Exit code and output of tools/tidy over files that hold these texts."""
    folder = SCRATCH / f"tidy-{len(list(SCRATCH.glob('tidy-*')))}"
    folder.mkdir()
    shutil.copy(ROOT / ".clang-tidy", folder)
    paths = []
    for number, text in enumerate(texts):
        paths.append(folder / f"file{number}.cpp")
        paths[-1].write_text(text)
    entries = [{"directory": str(folder), "file": str(path), "command": f"clang++ -std=c++20 -c {path}"} for path in paths]
    (folder / "compile_commands.json").write_text(json.dumps(entries))
    done = subprocess.run([ROOT / "tools/tidy", folder, *(paths if files is None else files)], capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


CLEAN = "namespace huice {\nint twice(int number) {\n  return number * 2;\n}\n}  // namespace huice\n"
FAULT = "namespace huice {\nint Twice(int number) {\n  return number * 2;\n}\n}  // namespace huice\n"


def clean_file():
    found = tidy(CLEAN)
    return found == (0, ""), found


def planted_fault():
    code, said = tidy(CLEAN, FAULT, CLEAN)
    return code == 1 and "[readability-identifier-naming,-warnings-as-errors]" in said and "file1.cpp:2" in said, said


def not_compiling():
    code, said = tidy(CLEAN, "int f() { return nothing; }\n")
    return code == 1 and "use of undeclared identifier 'nothing'" in said, said


def missing_file():
    code, said = tidy(CLEAN, files=["/nonexistent/x.cpp"])
    return code == 1 and "/nonexistent/x.cpp" in said, said


def no_file():
    code, said = tidy(CLEAN, files=[])
    return code == 2 and said.startswith("usage: "), said


def style(text):
    """Exit code and output of style.sh in a repository with this one source file."""
    home = SCRATCH / f"style-{len(list(SCRATCH.glob('style-*')))}"
    for path in ("dev", ".ci/run", ".clang-format", "tests/scripts/style.sh"):
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, home / path)
    for folder in ("src", "tools", "site"):
        (home / folder).mkdir()
    (home / "src/a.cpp").write_text(text)
    done = subprocess.run(["bash", home / "tests/scripts/style.sh"], capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def style_can_fail():
    good, bad = style("int f();\n"), style("int  f( );\n")
    return good[0] == 0 and bad[0] == 1 and "not ok 1" in bad[1], (good, bad)


NEEDS_TIDY = shutil.which("clang-tidy") is not None
CHECKS = [
    ("./dev site compiles huice alone", site_compiles_huice_alone, True),
    ("the limit of ./dev test counts running, not compiling", limit_counts_running, True),
    ("./dev test --long has no limit", long_has_no_limit, True),
    ("the style checks of ./dev check end with 1 where one of them fails", style_can_fail, True),
    ("tools/tidy finds nothing in a clean file", clean_file, NEEDS_TIDY),
    ("tools/tidy finds a planted fault between clean files", planted_fault, NEEDS_TIDY),
    ("tools/tidy reports a file that does not compile", not_compiling, NEEDS_TIDY),
    ("tools/tidy reports a file that is missing", missing_file, NEEDS_TIDY),
    ("tools/tidy without a file checks nothing and fails", no_file, True),
]

print(f"1..{len(CHECKS)}", flush=True)
for number, (name, run, possible) in enumerate(CHECKS, 1):
    if not possible:
        print(f"ok {number} - {name} # SKIP no clang-tidy here", flush=True)
        continue
    good, seen = run()
    print(f"{'ok' if good else 'not ok'} {number} - {name}", flush=True)
    if not good:
        print(f"# {seen!r}", flush=True)
