#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""make_seeds.py FOLDER: the seeds of the fuzzers of the layer that the folder is named for, and their dictionary.

template: from tests/cases/template/; each case becomes one file, as it stands but for its
expectation; template.dict gets the words of the cases' tags and expressions. logic: from
tests/cases/logic/; rule and data on a line each; logic.dict gets the operators.
"""

import collections
import hashlib
import json
import pathlib
import re
import sys

CASES = pathlib.Path(__file__).resolve().parents[1] / "cases"
SIGNS = ["{{", "}}", "{%", "%}", "{#", "#}", "{{-", "-}}", "{%-", "-%}", "{%+", "+%}", "==", "!=", "<=", ">=", "**", "//", "'", '\\"', "~", "|",
         "[1:]", "[::-1]", "(", ")", "--- template a.html\\x0a", "--- template b.md\\x0a", "--- template c.typ\\x0a", "--- template d.xml\\x0a",
         "--- template e.json\\x0a", "--- template f.csv\\x0a", "--- template g.txt\\x0a", "--- context\\x0a", "9223372036854775807", "1e308",
         "<a href=\\\"", "<script>", "</script>", "<style>", " onclick=\\\""]


def template_seeds():
    for path in sorted((CASES / "template").glob("*.case")):
        for case in path.read_text(encoding="utf-8").split("\n=== ")[1:]:
            parts = re.split(r"^(?=--- )", case, flags=re.MULTILINE)[1:]
            kept = [part for part in parts if part.split(None, 2)[1] in ("context", "options", "template")]
            yield "".join(kept).rstrip("\n")


def template_words(texts):
    words = collections.Counter()
    for text in texts:
        for tag in re.findall(r"\{[{%].*?[%}]\}", text, flags=re.DOTALL):
            words.update(set(re.findall(r"[a-z_]{2,}", tag)))
    return SIGNS + [word + " " for word, count in sorted(words.items()) if count >= 2]


def logic_seeds():
    for path in sorted((CASES / "logic").glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8")):
            if isinstance(case, list):
                yield "\n".join(json.dumps(part, ensure_ascii=False) for part in case[:2])


def logic_words(texts):
    operators = {name for text in texts for name in re.findall(r'\{"([^"]+)": ', text.partition("\n")[0])}
    return [f'{{\\"{name}\\":[' for name in sorted(operators)] + ["\\x0a", '{\\"var\\":\\"\\"}', "accumulator", "current", "1e300", "-0", "\\\\ud83d\\\\ude00"]


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    seeds, words_of = {"template": (template_seeds, template_words), "logic": (logic_seeds, logic_words)}[folder.name]
    texts = list(seeds())
    for text in texts:
        data = text.encode()
        (folder / hashlib.sha1(data).hexdigest()).write_bytes(data)
    lines = [f'"{entry}"' for entry in words_of(texts)]
    folder.with_suffix(".dict").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
