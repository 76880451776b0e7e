#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""make_seeds.py FOLDER: the seeds of the template fuzzers and their dictionary, from tests/cases/template/.

Each case becomes one file, as it stands but for its expectation; template.dict gets the words of
the cases' tags and expressions.
"""

import collections
import hashlib
import pathlib
import re
import sys

CASES = pathlib.Path(__file__).resolve().parents[1] / "cases/template"
SIGNS = ["{{", "}}", "{%", "%}", "{#", "#}", "{{-", "-}}", "{%-", "-%}", "{%+", "+%}", "==", "!=", "<=", ">=", "**", "//", "'", '\\"', "~", "|",
         "[1:]", "[::-1]", "(", ")", "--- template a.html\\x0a", "--- template b.md\\x0a", "--- template c.typ\\x0a", "--- template d.xml\\x0a",
         "--- template e.json\\x0a", "--- template f.csv\\x0a", "--- template g.txt\\x0a", "--- context\\x0a", "9223372036854775807", "1e308",
         "<a href=\\\"", "<script>", "</script>", "<style>", " onclick=\\\""]


def seeds():
    for path in sorted(CASES.glob("*.case")):
        for case in path.read_text(encoding="utf-8").split("\n=== ")[1:]:
            parts = re.split(r"^(?=--- )", case, flags=re.MULTILINE)[1:]
            kept = [part for part in parts if part.split(None, 2)[1] in ("context", "options", "template")]
            yield "".join(kept).rstrip("\n")


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    words = collections.Counter()
    for seed in seeds():
        data = seed.encode()
        (folder / hashlib.sha1(data).hexdigest()).write_bytes(data)
        for tag in re.findall(r"\{[{%].*?[%}]\}", seed, flags=re.DOTALL):
            words.update(set(re.findall(r"[a-z_]{2,}", tag)))
    common = sorted(word for word, count in words.items() if count >= 2)
    lines = [f'"{entry}"' for entry in SIGNS + [word + " " for word in common]]
    folder.with_suffix(".dict").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
