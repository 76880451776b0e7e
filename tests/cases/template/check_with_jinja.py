#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Renders every case of tests/cases/template/*.case with Jinja2 and compares byte for byte.

A case is

    === its name
    --- context
    {"name": "JSON; may be left out"}
    --- options trim_blocks lstrip_blocks
    --- template page.html
    The first template is rendered; others may follow.
    --- output
    what both engines print
    --- error
    or what huice reports (Jinja must then fail too)
    --- differs
    or: why Jinja gives something else; the output is then huice's alone

A section's last newline belongs to the section marker after it, not to the text. With --write the
outputs of cases that have neither output nor error are filled in from Jinja.
"""
import collections
import json
import pathlib
import sys

import jinja2

HERE = pathlib.Path(__file__).resolve().parent


def parse(path):
    """Yields (line number, name, [[head, argument, text], …]) for each case of a file."""
    cases = []
    sections = None
    for number, line in enumerate(path.read_text(encoding="utf-8").removesuffix("\n").split("\n"), 1):
        if line.startswith("=== "):
            sections = []
            cases.append((number, line[4:], sections))
        elif line.startswith("--- ") and sections is not None:
            head, _, argument = line[4:].partition(" ")
            sections.append([head, argument, []])
        elif sections:
            sections[-1][2].append(line)
    for _, _, parts in cases:
        for part in parts:
            part[2] = "\n".join(part[2])
    for index, (_, _, parts) in enumerate(cases):
        # The file ends with a newline, and an empty line stands before the next case.
        if parts and parts[-1][2].endswith("\n"):
            parts[-1][2] = parts[-1][2][:-1]
    return cases


def find(parts, head):
    return next((part for part in parts if part[0] == head), None)


def render(parts):
    context = find(parts, "context")
    options = (find(parts, "options") or ["", "", ""])[1].split()
    templates = [(part[1], part[2]) for part in parts if part[0] == "template"]
    environment = jinja2.Environment(
        loader=jinja2.DictLoader(dict(templates)),
        undefined=jinja2.StrictUndefined,
        extensions=["jinja2.ext.loopcontrols"],
        autoescape=lambda name: bool(name) and name.endswith((".html", ".htm", ".xml")),
        trim_blocks="trim_blocks" in options,
        lstrip_blocks="lstrip_blocks" in options,
        keep_trailing_newline="keep_trailing_newline" in options,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    values = json.loads(context[2]) if context else {}
    return environment.get_template(templates[0][0]).render(values)


def check(path, write, counts):
    failures = 0
    cases = parse(path)
    for line, name, parts in cases:
        output, error, differs = (find(parts, head) for head in ("output", "error", "differs"))
        try:
            result, problem = render(parts), None
        except Exception as raised:  # whatever Jinja or Python raises
            result, problem = None, f"{type(raised).__name__}: {raised}"
        where = f"{path.name}:{line}: {name}"
        counts["differ" if differs is not None else "refused" if error is not None else "same"] += 1
        if output is None and error is None and write and problem is None:
            parts.append(["output", "", result])
        elif output is None and error is None:
            print(f"{where}: no expectation; Jinja gives {problem or repr(result)}")
            failures += 1
        elif differs is not None:
            if (problem is not None) if error is not None else result == output[2]:
                print(f"{where}: says it differs from Jinja but does not")
                failures += 1
        elif error is not None:
            if problem is None:
                print(f"{where}: Jinja reports nothing and gives {result!r}")
                failures += 1
        elif result != output[2]:
            print(f"{where}:\n  expected {output[2]!r}\n  Jinja    {problem or repr(result)}")
            failures += 1
    if write:
        path.write_text(unparse(path, cases), encoding="utf-8")
    return failures


def unparse(path, cases):
    head = path.read_text(encoding="utf-8").split("=== ")[0]
    out = [head]
    for _, name, parts in cases:
        out.append(f"=== {name}\n")
        for kind, argument, text in parts:
            out.append(f"--- {kind} {argument}".rstrip() + "\n")
            if kind != "options":
                out.append(text + "\n")
        out.append("\n")
    return "".join(out)


def main():
    write = "--write" in sys.argv[1:]
    failed = 0
    counts = collections.Counter()
    for path in sorted(HERE.glob("*.case")):
        failed += check(path, write, counts)
    print(f"{counts['same']} rendered alike, {counts['refused']} refused by both, {counts['differ']} differ on purpose; {failed} differences")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
