#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""PDFs of letters beside other programs: qpdf and pdf.js read them; Node, Typst, fonts and the worker may be missing or fail.

By hand: HUICE_BUILDS=build/quick tests/scripts/letter_pdf_programs.py
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
sys.path.insert(0, str(ROOT / "tests/tools"))
from letter_pdfs import GENERAL, LETTERS, SHORT, Work, hold  # noqa: E402
from pdf_pages import command  # noqa: E402
from random_run import NODE  # noqa: E402


def read_by_qpdf(work):
    for path in sorted(work.folder.glob("*.pdf")):
        if re.match("(long-|bare-)?end-", path.name) and not path.name.endswith("-9.pdf"):
            continue
        done = subprocess.run(["qpdf", "--check", path], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
        assert done.returncode == 0, f"{path.name}: {done.stdout.decode()}"


def read_by_pdfjs(work):
    done = subprocess.run([NODE, ROOT / "tests/tools/pdf_tags.mjs"], input="\n".join(str(work.path(name)) for name in ("short", "annexes", "archive")).encode(),
                          stdout=subprocess.PIPE, check=True, timeout=60)
    short, annexed, archive = map(json.loads, done.stdout.decode().splitlines())
    assert short["title"] == GENERAL["title"] and short["language"] == "zh-CN" and short["marked"], short
    assert short["created"] == "D:20260928000000Z", short["created"]
    assert short["xmp"]["pdfuaid:part"] == "1", short["xmp"]
    assert short["heads"] == [["H1", "一、关于“出台一个政策包”的建议"], ["H2", "（一）奖补"]], short["heads"]
    assert short["roles"]["P"] >= 8, short["roles"]
    roles = annexed["roles"]
    assert (roles["L"], roles["LI"], roles["Lbl"], roles["LBody"]) == (1, 2, 2, 2), roles
    assert (roles["Table"], roles["THead"], roles["TH"], roles["TD"], roles["Caption"]) == (2, 2, 5, 10, 1), roles
    assert (archive["xmp"]["pdfaid:part"], archive["xmp"]["pdfaid:conformance"]) == ("2", "A"), archive["xmp"]


HOSTILE = ["#import \"x.typ\": *", "#panic()", "*粗* _斜_ `码` $x$", "= 题", "- 项", "+ 项", "/ 词: 义", "<标> @标", "https://a.cn/b?c=d&e=f", "\\ \\u{41} \\#", "\"引\" '引'",
           "//注 /*注*/", "] [ ) ( } {", "~ -- ... -?", "#set page(fill: red)", "else 又", "{{ x }} {% if %}"]


def hostile(work):
    """Typst's markup in any field prints as text."""
    fields = ("letterhead", "number", "signer", "title", "salutation", "signed_on", "contact_note", "copies", "printed_by", "printed_on", "class_mark")
    escaped = "\n\n".join(re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text) for text in HOSTILE)
    letters = {f"hostile-{i}": {**GENERAL, "body": escaped, **{field: text for field in fields}, "signatories": [text], "annexes": [{"title": text, "body": escaped}]}
               for i, text in enumerate(HOSTILE)}
    work.make(letters)
    def seen(text):
        return re.sub(r"\s", "", text)
    for name, text in zip(letters, HOSTILE):
        found = seen(command("pdftotext", work.path(name), "-").decode())
        for line in HOSTILE:
            assert found.count(seen(line)) >= 2, f"{name}: {line}: {found}"
        # Beside both texts: eleven fields, the signatory, the annex's name and title.
        assert found.count(seen(text)) >= 2 + len(fields) + 1, f"{name}: {found.count(seen(text))} times {text}"


def same_bytes(work):
    before = {name: work.path(name).read_bytes() for name in ("short", "annexes", "letter")}
    work.make({"letter": LETTERS["letter"], "annexes": LETTERS["annexes"], "short": LETTERS["short"]})
    for name, data in before.items():
        assert work.path(name).read_bytes() == data, f"{name} differs when made in another order"


def standards(work):
    for standard in ("", "a-2b", "a-2u", "a-3b", "ua-1", "a-2a"):
        work.make({"archive": LETTERS["annexes"]}, standard=standard)
    answer = work.ask({"none": LETTERS["short"]}, standard="a-9")["none"]
    assert not answer["made"] and "error[pdf-standard]: cannot be written as a PDF of the standard a-9" in answer["problems"][0], answer


def fonts(work):
    """What is not set in the office's own fonts is told, by face and by character."""
    answer = work.ask({"rare": {**GENERAL, "body": SHORT, "salutation": "王喆委员："}})["rare"]
    said = "\n".join(answer["problems"])
    assert answer["made"]
    assert re.search(r"note\[pdf-font\]: 仿宋 \(FangSong\) is set in .*, since FangSong_GB2312 is not installed", said), said
    assert re.search(r"letter.json: note\[pdf-characters\]: the font for 仿宋 \(FangSong\) lacks “喆”; Noto Serif CJK SC takes its place", said), said
    answer = work.ask({"none": {**GENERAL, "body": "这里有\ue000和\ue001。"}})["none"]
    assert not answer["made"] and "error[pdf-no-glyph]: no font for 仿宋 (FangSong) has “\ue000\ue001”" in "".join(answer["problems"]), answer


def own_form(work):
    """A project's file takes the place of huice's; a fault in it is told at its place."""
    project = work.folder / "project"
    form = project / "templates/letter"
    form.mkdir(parents=True)
    form.joinpath("letterhead.typ").write_text('#let letterhead(name, red: black, ..rest) = align(center, text(size: 30pt, fill: red)[我市#name])\n')
    work.make({"own": LETTERS["short"]}, project=str(project))
    assert "我市鄂尔多斯市人民政府文件" in command("pdftotext", work.path("own"), "-").decode()
    form.joinpath("letterhead.typ").write_text("#let letterhead(name, ..rest) = {\n  nothing\n}\n")
    answer = work.ask({"none": LETTERS["short"]}, project=str(project))["none"]
    assert answer["problems"][0].startswith(f"{form}/letterhead.typ:2:3: error[pdf-source]: Typst cannot set this: unknown variable: nothing"), answer
    form.joinpath("letterhead.typ").unlink()
    form.joinpath("faces.typ").write_text('#let faces = (fangsong: (own: ("无此字体",), stand-ins: ()))\n')
    answer = work.ask({"none": LETTERS["short"]}, project=str(project))["none"]
    assert "error[pdf-no-font]: no font is installed for 仿宋 (FangSong); huice knows 无此字体" in answer["problems"][0], answer


def figures(work):
    project = work.folder / "pictured"
    project.mkdir()
    project.joinpath("a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>')
    letter = {**GENERAL, "body": SHORT, "figure": {"file": "a.svg", "description": "一幅图", "caption": "图中的话"}}
    work.make({"figure": letter}, project=str(project))
    assert "图中的话" in command("pdftotext", work.path("figure"), "-").decode()
    for file in ("b.svg", "../../etc/passwd"):
        letter["figure"]["file"] = file
        answer = work.ask({"none": letter}, project=str(project))["none"]
        assert not answer["made"] and f"{file}: error[file-not-found]" in answer["problems"][0], answer


# ── The worker ───────────────────────────────────────────────────────────────────────────────────


def script(work, name, text):
    path = work.folder / name
    path.write_text("#!/bin/sh\n" + text)
    path.chmod(0o755)
    return str(path)


def workers_that_fail(work):
    letters = {"one": LETTERS["short"], "two": LETTERS["short"]}
    def refused(answers, start):
        for answer in answers.values():
            assert not answer["made"] and answer["problems"][0].startswith(start), answer
    refused(work.ask(letters, node="/nowhere/node"), "error[pdf-no-node]: PDF is made with Node, and “/nowhere/node” cannot be run: there is no such file")
    bare = work.folder / "bare"
    bare.mkdir()
    shutil.copy(ROOT / "pdf/worker.mjs", bare)
    refused(work.ask(letters, folder=str(bare)), "error[pdf-no-typst]: PDF is made with Typst 0.14.2, which is not installed here\n")
    hello = "read line; echo '{\"typst\":\"0.14.2\"}'; read line\n"
    deaf = script(work, "deaf", hello + "exec sleep 60\n")
    refused(work.ask(letters, node=deaf, seconds=1), "letter.json: error[pdf-slow]: no PDF was made within 1 second;")
    dies = script(work, "dies", hello + "echo no memory left >&2; kill -9 $$\n")
    refused(work.ask(letters, node=dies), "letter.json: error[pdf-ended]: the program that makes PDFs ended, and did so again when restarted: no memory left")
    once = script(work, "once", f'[ -e {work.folder}/died ] && exec {NODE} "$@"\ntouch {work.folder}/died\n' + hello + "kill -9 $$\n")
    answers = work.ask(letters, node=once)
    assert all(answer["made"] for answer in answers.values()), answers
    assert work.path("one").read_bytes() == work.path("short").read_bytes()


if __name__ == "__main__":
    hold([
        ("every letter becomes a PDF/UA-1", Work.make, LETTERS),
        ("standards for archives can be chosen, unknown ones are refused", standards),
        ("hostile texts print as text", hostile),
        ("qpdf finds nothing to complain of", read_by_qpdf),
        ("pdf.js reads title, language, date, headings, lists and tables", read_by_pdfjs),
        ("the same letters give the same bytes, in any order", same_bytes),
        ("fonts that take another's place are told, by character; a character without a font stops the PDF", fonts),
        ("an office's own letterhead takes the place of huice's, and its faults are told at their place", own_form),
        ("pictures come from the project alone", figures),
        ("without Node or Typst, with a worker that dies or hangs, there is a message and no waiting", workers_that_fail),
    ])
