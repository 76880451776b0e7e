#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""tools/run-tests on planted output: whatever goes wrong must count as failed, and nothing else."""

import importlib.machinery
import importlib.util
import json
import pathlib
import sys
import types

ROOT = pathlib.Path(__file__).resolve().parents[2]
loader = importlib.machinery.SourceFileLoader("run_tests", str(ROOT / "tools/run-tests"))
runner = importlib.util.module_from_spec(importlib.util.spec_from_loader("run_tests", loader))
sys.modules["run_tests"] = runner
loader.exec_module(runner)

DOCTEST = '<?xml version="1.0" encoding="UTF-8"?>\n<doctest><TestSuite>'
END = "</TestSuite></doctest>"


def case(name, inside="", successes=1, good="true"):
    return (f'<TestCase name="{name}" filename="a.cpp" line="3">{inside}<OverallResultsAsserts '
            f'successes="{successes}" failures="0" test_case_success="{good}" duration="0.5"/></TestCase>')


def outcome(script, read, limit=20.0, **options):
    """The statuses of what a shell script printed and how it ended."""
    job = runner.Job("planted", ["bash", "-c", script], read, **options)
    return [found.status for found in runner.cases_of(runner.run(job, limit))]


def doctest(text, status=0):
    return outcome(f"cat <<'EOF'\n{text}\nEOF\nexit {status}", runner.read_doctest)


def tap(text, status=0):
    return outcome(f"cat <<'EOF'\n{text}\nEOF\nexit {status}", runner.read_tap)


def chosen(**how):
    """Which of three ctest programs run: of those that every build runs, of an optimised one, of the first alone."""
    tests = [{"name": name, "command": [name], "properties": [{"name": "LABELS", "value": labels}]}
             for name, labels in (("all", []), ("many", ["optimised"]), ("texts", ["optimised", "once"]))]
    real, runner.subprocess.run = runner.subprocess.run, lambda *_, **__: types.SimpleNamespace(stdout=json.dumps({"tests": tests}))
    try:
        options = types.SimpleNamespace(filter="", long=False)
        return [job.command[0] for job in runner.ctest_jobs(pathlib.Path("b"), options, **how)]
    finally:
        runner.subprocess.run = real


CHECKS = [
    ("the first of several builds runs all its unit tests", lambda: chosen(first=True), ["all", "many", "texts"]),
    ("another build leaves out those that need to run once", lambda: chosen(first=False), ["all", "many"]),
    ("a build that is compiled for its programs runs those that want optimised code",
     lambda: chosen(first=True, label="optimised"), ["many", "texts"]),
    ("a passing doctest program passes", lambda: doctest(DOCTEST + case("a") + case("b") + END), ["passed"] * 2),
    ("FAIL() without an assertion fails",
     lambda: doctest(DOCTEST + case("a", '<Message type="FATAL ERROR" filename="a.cpp" line="4"><Text>no</Text></Message>',
                                    0, "false") + END, 1), ["failed"]),
    ("a case that asserts nothing fails", lambda: doctest(DOCTEST + case("a", successes=0) + END), ["failed"]),
    ("a case that says why it is skipped is skipped",
     lambda: doctest(DOCTEST + case("a", '<Message type="WARNING"><Text>skipped: no file</Text></Message>', 0) + END),
     ["skipped"]),
    ("a case of the long suite is skipped",
     lambda: doctest(DOCTEST + case("a") + '<TestCase name="b" filename="a.cpp" line="9" skipped="true"/>' + END),
     ["passed", "skipped"]),
    ("a crash fails the case it happened in",
     lambda: outcome(f"echo '{DOCTEST}{case('a')}<TestCase name=\"b\">'; kill -SEGV $$", runner.read_doctest),
     ["passed", "failed"]),
    ("a sanitizer's exit code after passing cases fails",
     lambda: doctest(DOCTEST + case("a") + END, 23), ["passed", "failed"]),
    ("control characters in a message do not hide the result",
     lambda: doctest(DOCTEST + case("a", "<Exception>\x1b[1m</Exception>", 1, "false") + END, 1), ["failed"]),
    ("a program that ran nothing fails", lambda: doctest(DOCTEST + END), ["failed"]),
    ("a program that a filter leaves empty does not",
     lambda: outcome(f"echo '{DOCTEST}{END}'", runner.read_doctest, needs_cases=False), []),
    ("a program that hangs fails", lambda: outcome("sleep 60", runner.read_tap, limit=0.2), ["failed", "failed"]),
    ("a program that cannot be started fails",
     lambda: [found.status for found in runner.cases_of(runner.run(
         runner.Job("planted", [str(ROOT / "no-such-program")], runner.read_doctest), 5.0))], ["failed"]),
    ("TAP counts ok, not ok and skip",
     lambda: tap("1..3\nok 1 - a\nnot ok 2 - b\n# why\nok 3 - c # SKIP no tool"), ["passed", "failed", "skipped"]),
    ("TAP with fewer results than planned fails", lambda: tap("1..2\nok 1 - a"), ["passed", "failed"]),
    ("TAP without a plan fails", lambda: tap("ok 1 - a"), ["passed", "failed"]),
    ("a script that exits non-zero fails", lambda: tap("1..1\nok 1 - a", 4), ["passed", "failed"]),
    ("node's report is read, failures and skips included",
     lambda: outcome("echo '<?xml version=\"1.0\"?><testsuites><testsuite name=\"s\"><testcase name=\"a\" time=\"1\"/>"
                     "<testcase name=\"b\" time=\"1\"><failure message=\"m\">t</failure></testcase></testsuite>"
                     "<testcase name=\"c\"><skipped message=\"x\"/></testcase></testsuites>'; exit 1", runner.read_node),
     ["passed", "failed", "skipped"]),
]

print(f"1..{len(CHECKS)}", flush=True)
for number, (name, run, expected) in enumerate(CHECKS, 1):
    got = run()
    print(f"{'ok' if got == expected else 'not ok'} {number} - {name}", flush=True)
    if got != expected:
        print(f"# expected {expected}\n# got {got}", flush=True)
