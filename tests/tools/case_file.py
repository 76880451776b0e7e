# SPDX-License-Identifier: Apache-2.0
"""Reads .case documents, as tests/support/case_file.h does."""

import dataclasses
import re


class CaseError(Exception):
    """A document that is not in its form: "file:line: what is wrong"."""


@dataclasses.dataclass
class Section:
    head: str
    argument: str
    line: int
    body: str = ""  # its lines, each with its line break

    @property
    def text(self):
        """The lines without the last line break."""
        return self.body.removesuffix("\n")

    def __str__(self):
        """The section as a document has it."""
        return f"--- {self.head} {self.argument}".rstrip() + "\n" + self.body


@dataclasses.dataclass
class Case:
    file: str
    line: int
    name: str
    note: str = ""
    sections: list = dataclasses.field(default_factory=list)

    def find(self, head):
        return next((section for section in self.sections if section.head == head), None)


def _end(case):
    if not case.sections:
        raise CaseError(f"{case.file}:{case.line}: this case has no section")
    last = case.sections[-1]
    if last.body == "\n" or last.body.endswith("\n\n"):
        last.body = last.body[:-1]


def parse_cases(text, file):
    cases = []
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        if line.startswith("=== "):
            if cases:
                _end(cases[-1])
            if not line[4:] or any(case.name == line[4:] for case in cases):
                raise CaseError(f"{file}:{number}: a case has a name of its own")
            cases.append(Case(file, number, line[4:]))
        elif line.startswith("--- "):
            head, _, argument = line[4:].partition(" ")
            if not cases or not head:
                raise CaseError(f"{file}:{number}: a section has a name and is part of a case")
            cases[-1].sections.append(Section(head, argument, number))
        elif cases and cases[-1].sections:
            cases[-1].sections[-1].body += line + "\n"
        elif cases:
            cases[-1].note += line + "\n"
    if cases:
        _end(cases[-1])
    return cases


def read_cases(path):
    return parse_cases(path.read_text(encoding="utf-8"), str(path))


def format_cases(cases):
    """The cases as a document, without what is before the first."""
    return "\n".join(f"=== {case.name}\n{case.note}" + "".join(map(str, case.sections)) for case in cases)


def unescape(body):
    r"""The bytes of a section marked `escaped`: \r, \\ and \xNN are the byte they name; \ takes the line break after it away."""
    meant = {b"r": b"\r", b"\\": b"\\", b"\n": b""}
    return re.sub(rb"\\(x[0-9a-fA-F]{2}|.)", lambda found: bytes([int(found[1][1:], 16)]) if len(found[1]) > 1 else meant[found[1]],
                  body.encode(), flags=re.DOTALL)


def write_project(case, folder):
    """Writes the files of a case that is a project: its sections but `expected`."""
    for section in case.sections:
        if section.head != "expected":
            path = folder / section.head
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(unescape(section.body) if section.argument == "escaped" else section.body.encode())
