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
    or: why Jinja gives something else; the output is then huice's alone, and
    --- jinja
    what Jinja prints instead; or
    --- jinja raises TypeError
    the kind of its error; or
    --- jinja prints 70000
    how many characters, where they are too many to write down

A section's last newline belongs to the section marker after it, not to the text. Texts that
`tojson` escapes are as Jinja writes them with ensure_ascii off, which is huice's form; with the
option `stock`, and for each case with tojson beside that, Jinja is asked as it comes. With --write
the outputs of cases that have neither output nor error, and what Jinja does where a case differs,
are filled in from Jinja.
"""
import collections
import json
import pathlib
import re
import sys

import jinja2

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "tools"))
from case_file import Section, format_cases, read_cases  # noqa: E402

LONGEST = 2000  # of an output of Jinja's that a case writes down


def render(case, stock=False):
    context, options = case.find("context"), case.find("options")
    options = options.argument.split() if options else []
    templates = [(section.argument, section.text) for section in case.sections if section.head == "template"]
    environment = jinja2.Environment(
        loader=jinja2.DictLoader(dict(templates)),
        undefined=jinja2.StrictUndefined,
        extensions=["jinja2.ext.loopcontrols"],
        autoescape=lambda name: bool(name) and name.endswith((".html", ".htm", ".xml")),
        trim_blocks="trim_blocks" in options,
        lstrip_blocks="lstrip_blocks" in options,
        keep_trailing_newline="keep_trailing_newline" in options,
    )
    if not stock and "stock" not in options:
        environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    values = json.loads(context.text) if context else {}
    return environment.get_template(templates[0][0]).render(values)


def decoded(text):
    """What stands behind JSON's escapes of characters beyond ASCII."""
    def character(found):
        return json.loads(f'"{found[0]}"')
    return re.sub(r"(?:\\u(?:00[89a-f]|0[1-9a-f][0-9a-f]|[1-9a-f][0-9a-f]{2})[0-9a-f])+", character, text)


def what_jinja_does(result, problem):
    """A case's section for it; addresses of Python's objects are another each time."""
    if problem is not None:
        return Section("jinja", "raises " + problem.split(":")[0], 0)
    if len(result) > LONGEST:
        return Section("jinja", f"prints {len(result)}", 0)
    return Section("jinja", "", 0, re.sub(r"0x[0-9a-f]{6,}", "0x…", result) + "\n")


def check_difference(case, result, problem, write):
    """What is wrong with a case that says it differs, or nothing."""
    output, error, said = (case.find(head) for head in ("output", "error", "jinja"))
    does = what_jinja_does(result, problem)
    if said is None and write:
        case.sections.append(does)
    elif said is None:
        return f"does not say what Jinja does: {does}"
    elif (said.argument, said.text) != (does.argument, does.text):
        return f"says that Jinja does {said}, which does {does}"
    if (problem is not None) if error is not None else result == output.text:
        return "says it differs from Jinja but does not"
    return None


def check(path, write, counts):
    failures = 0
    cases = read_cases(path)
    for case in cases:
        output, error, differs = (case.find(head) for head in ("output", "error", "differs"))
        try:
            result, problem = render(case), None
        except Exception as raised:  # whatever Jinja or Python raises
            result, problem = None, f"{type(raised).__name__}: {raised}"
        where = f"{path.name}:{case.line}: {case.name}"
        counts["differ" if differs is not None else "refused" if error is not None else "same"] += 1
        if output is None and error is None and write and problem is None:
            case.sections.append(Section("output", "", 0, result + "\n"))
        elif output is None and error is None:
            print(f"{where}: no expectation; Jinja gives {problem or repr(result)}")
            failures += 1
        elif differs is not None:
            wrong = check_difference(case, result, problem, write)
            if wrong:
                print(f"{where}: {wrong}")
                failures += 1
        elif error is not None:
            if problem is None:
                print(f"{where}: Jinja reports nothing and gives {result!r}")
                failures += 1
        elif result != output.text:
            print(f"{where}:\n  expected {output.text!r}\n  Jinja    {problem or repr(result)}")
            failures += 1
        elif any(section.head == "template" and "tojson" in section.text for section in case.sections) and decoded(render(case, stock=True)) != output.text:
            print(f"{where}: with ensure_ascii Jinja gives {render(case, stock=True)!r}")
            failures += 1
    if write:
        preface = re.split("^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[0]
        path.write_text(preface + format_cases(cases), encoding="utf-8")
    return failures


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
