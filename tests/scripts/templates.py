#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""No six equal lines of markup in a row are in two templates, or twice in one: they belong into a macro or an include."""

import os
import pathlib
import tempfile

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
RUN = 6


def markup(path):
    """(line number, text) of each line that prints markup of its own; tags of the template language and ends of elements do not count."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        text = line.strip()
        if text and not (text.startswith("{%") and text.endswith("%}")) and not text.startswith("{#") and not text.startswith("</"):
            yield number, text


def repeated(folder):
    first, found = {}, []
    for path in sorted(folder.rglob("*")):
        if path.suffix not in {".html", ".md", ".typ", ".xml", ".csv", ".txt"}:
            continue
        lines = list(markup(path))
        for start in range(len(lines) - RUN + 1):
            run = tuple(text for _, text in lines[start:start + RUN])
            here = f"{path.relative_to(folder)}:{lines[start][0]}"
            if run in first:
                found.append(f"{here} repeats {first[run]}: {run[0]}")
            first.setdefault(run, here)
    return found


found = repeated(ROOT / "templates")
print("ok 1 - templates repeat no run of six lines" if not found else "not ok 1 - templates repeat no run of six lines")
for line in found[:20]:
    print(f"# {line}")
with tempfile.TemporaryDirectory(dir=os.environ.get("HUICE_TMP")) as temporary:
    planted = pathlib.Path(temporary)
    page = "".join(f"<p class=\"{n}\">\n  {{% if x %}}\n" for n in range(RUN))
    (planted / "a.html").write_text("<main>\n" + page, encoding="utf-8")
    (planted / "b.html").write_text(page.replace("  ", "\t"), encoding="utf-8")
    seen = repeated(planted) == ["b.html:1 repeats a.html:2: <p class=\"0\">"]
print(f"{'ok' if seen else 'not ok'} 2 - a planted repetition is found, however it is indented")
print("1..2")
raise SystemExit(0 if seen and not found else 1)
