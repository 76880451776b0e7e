#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the files of tests/letters_verify with their table: Word files and PDFs of both formats, half of them right, half with one
rule of GB/T 9704-2012 broken. They were fixed before the verifier was written, and are not made again by any test; to make them once
more (docx_lines and letter_lines of a build, LibreOffice, and Fandol in FONTS are needed):

    tests/tools/make_letters_verify.py --build build/release --fonts build/fonts
"""

import argparse
import csv
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

os.environ.setdefault("HUICE_SOURCE_DIR", str(pathlib.Path(__file__).resolve().parents[2]))
from letter_verify_items import FORM, LETTER, MORE, PARTS, SHORTER, Ooxml
from letter_verify_typst import Placed, to_pdf
from random_run import NODE, ROOT

ANNEXES = ["云泽市供水管网改造资金安排意见", "云泽市使用再生水企业情况"]
SHORT, SHORT_MORE = {**LETTER, "body": SHORTER}, {**MORE, "body": [*SHORTER[:3], SHORTER[-1]]}
NO_SIGNER = {"signer": ""}
DRAFT = {"draft": "代拟稿"}
UNSEALED = {"sealed": False}

# name: (how it is made, the letter, what differs from FORM, the broken rule, its clause, what is wrong)
WAYS = {
    "dg01": ("direct", LETTER, {}, "", "", ""),
    "dg02": ("styles", {**LETTER, **NO_SIGNER}, UNSEALED, "", "", ""),
    "dg03": ("grid", {**SHORT, "annexes": ANNEXES}, {}, "", "", ""),
    "dg04": ("direct saved", SHORT, {}, "", "", ""),
    "dg05": ("huice", {**LETTER, **DRAFT, "annexes": ANNEXES}, {}, "", "", ""),
    "dg06": ("direct", LETTER, {"left": 32, "right": 22}, "margins", "5.2.1", "订口 32 mm"),
    "dg07": ("styles", LETTER, {"text_face": "宋体"}, "body", "5.2.2", "正文 in 宋体"),
    "dg08": ("huice", LETTER, {"edit": [("word/document.xml", "〔2026〕", "[2026]")]}, "number", "7.2.5", "[2026]"),
    "dg09": ("direct saved", {**SHORT, "date": "二〇二六年六月八日"}, {}, "date", "7.3.5.4", "成文日期 in Chinese numerals"),
    "dg10": ("grid", SHORT, {"rules": (6, 12, 6)}, "imprint-rules", "7.4.1", "版记: edges of 0.26 mm, 0.53 mm between"),
    "dl01": ("direct", MORE, {}, "", "", ""),
    "dl02": ("styles", {**MORE, **DRAFT}, {}, "", "", ""),
    "dl03": ("grid", {**SHORT_MORE, "annexes": ANNEXES[:1]}, UNSEALED, "", "", ""),
    "dl04": ("grid saved", MORE, {}, "", "", ""),
    "dl05": ("huice", MORE, {}, "", "", ""),
    "dl06": ("direct", MORE, {"title_size": 16}, "title", "7.3.1", "标题 in 三号"),
    "dl07": ("styles", MORE, {"pitch": 480}, "lines", "5.2.3", "24 points from line to line: 26 a page"),
    "dl08": ("huice", MORE, {"edit": [("word/document.xml", '"9638"', '"8844"'), ("word/document.xml", 'w:tblpX="1134"', 'w:tblpX="1588"')]}, "double-rule", "10.1", "the upper double line is 156 mm wide"),
    "dl09": ("direct saved", SHORT_MORE, {"first_number": True}, "page-number", "10.1", "a number on the first page"),
    "dl10": ("direct", {**SHORT_MORE, "annexes": [one + "。" for one in ANNEXES]}, {}, "annex-list", "7.3.4", "附件 end with 。"),
    "pg01": ("direct lo", LETTER, {}, "", "", ""),
    "pg02": ("grid lo", {**SHORT, "annexes": ANNEXES}, UNSEALED, "", "", ""),
    "pg03": ("typst", {**LETTER, **NO_SIGNER}, {}, "", "", ""),
    "pg04": ("huice", {**SHORT, **DRAFT}, {}, "", "", ""),
    "pg05": ("typst", SHORT, UNSEALED, "", "", ""),
    "pg06": ("huice", SHORT, {"form_edit": ("letterhead.typ", "fill: red", "fill: black")}, "letterhead", "7.2.4", "发文机关标志 is black"),
    "pg07": ("direct lo", SHORT, {"signer_right": 0}, "signer", "7.2.6", "签发人 at the right edge"),
    "pg08": ("typst", LETTER, {"faces": ["仿宋_GB2312", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312"]}, "headings", "7.3.3", "一、 in 仿宋"),
    "pg09": ("grid lo", SHORT, {"number_sides": ("center", "center")}, "page-number", "7.5", "numbers in the middle"),
    "pg10": ("typst", SHORT, {"rule_width": 110}, "red-rule", "7.2.7", "the red line is 110 mm wide"),
    "pl01": ("direct lo", MORE, {}, "", "", ""),
    "pl02": ("grid lo", {**SHORT_MORE, **DRAFT}, {}, "", "", ""),
    "pl03": ("typst", MORE, {}, "", "", ""),
    "pl04": ("huice", SHORT_MORE, {}, "", "", ""),
    "pl05": ("typst", {**SHORT_MORE, "annexes": ANNEXES[:1]}, UNSEALED, "", "", ""),
    "pl06": ("huice", SHORT_MORE, {"form_edit": ("letter.typ", "dy: form.mark-top - form.top, block(width: form.width, mark)", "dy: form.mark-top - form.top - 9mm, block(width: form.width, mark)")},
             "letterhead", "10.1", "发文机关标志 21 mm from the page's edge"),
    "pl07": ("direct lo", SHORT_MORE, {"copies_size": 16}, "copies", "7.4.2", "抄送 in 三号"),
    "pl08": ("typst", MORE, {"cell": 17.68}, "characters", "5.2.3", "25 characters a line"),
    "pl09": ("grid lo", SHORT_MORE, {"date_right": 0}, "signature", "7.3.5.1", "成文日期 at the right edge"),
    "pl10": ("typst", SHORT_MORE, {"number_align": "left"}, "number", "10.1", "发文字号 at the left edge"),
}
HOW = {
    "direct": "raw OOXML, direct formatting, exact lines, no grid, drawn red line", "styles": "raw OOXML, inherited styles, exact lines", "grid": "raw OOXML, docGrid, blank paragraphs",
    "direct saved": "the same as direct, saved by LibreOffice", "grid saved": "the same as grid, saved by LibreOffice", "huice": "huice's own writer",
    "direct lo": "direct, set by LibreOffice", "grid lo": "grid, set by LibreOffice", "typst": "Typst, every line placed by itself",
}
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{fonts}</dir><dir>/usr/share/fonts/opentype/noto</dir>{rules}</fontconfig>"""
ALIAS = '<alias binding="same"><family>{}</family><prefer><family>{}</family></prefer></alias>'
SAME = {"仿宋_GB2312": "FandolFang", "楷体_GB2312": "FandolKai", "黑体": "FandolHei", "宋体": "FandolSong", "方正小标宋简体": "FandolSong"}


def of_huice(letter):
    """The letter as docx_lines and letter_lines read it; the body for the first."""
    kinds = {1: 2, 2: 3, 3: 2}
    body = [text if level == 0 else {"heading": level, "label": text[:kinds[level]], "text": text[kinds[level]:]} for level, text in letter["body"]]
    out = {"record": "case-1", "letterhead": letter["mark"], "number": letter["number"], "title": "".join(letter["title"]), "salutation": letter["to"], "body": body, "signatories": [letter["name"]],
           "signed_on": letter["date"], "contact_note": letter["note"], "annex_label": "附件：", "annexes": [{"title": one, "blocks": [PARTS[1]]} for one in letter["annexes"]],
           "copies_label": "抄送：", "copies": letter["copies"], "printed_by": letter["printed_by"], "printed_on": letter["printed_on"], "dated": "2026-06-08", "draft_mark": letter["draft"]}
    if letter["kind"] == "letter":
        return {**out, "format": "letter"}
    return {**out, "signer_label": "签发人：", "signer": letter["signer"]}


def huice_docx(name, letter, form, into, options):
    job = json.dumps({"to": str(into / f"{name}.docx"), "letter": of_huice(letter)})
    subprocess.run([options.build / "docx_lines"], input=job.encode(), stdout=subprocess.DEVNULL, check=True)
    if "edit" not in form:
        return
    with zipfile.ZipFile(into / f"{name}.docx") as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    for part, old, new in form["edit"]:
        assert old.encode() in parts[part], (name, old)
        parts[part] = parts[part].replace(old.encode(), new.encode())
    with zipfile.ZipFile(into / f"{name}.docx", "w") as archive:
        for one, data in parts.items():
            archive.writestr(zipfile.ZipInfo(one, (2026, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def huice_pdf(name, letter, form, into, options):
    with tempfile.TemporaryDirectory() as project:
        share = ROOT
        if "form_edit" in form:
            file, old, new = form["form_edit"]
            text = (ROOT / "templates/letter" / file).read_text(encoding="utf-8")
            assert old in text, old
            at = pathlib.Path(project) / "templates/letter"
            at.mkdir(parents=True)
            (at / file).write_text(text.replace(old, new), encoding="utf-8")
        one = of_huice(letter)
        one["body"] = "\n\n".join(text if isinstance(text, str) else "#" * text["heading"] + " " + text["label"] + text["text"] for text in one["body"])
        one["annexes"] = [{"title": annex["title"]} for annex in one["annexes"]]
        settings = {"share": str(share), "project": project, "node": str(NODE), "fonts": [str(options.fonts)]}
        job = json.dumps({"letter": one, "pdf": str(into / f"{name}.pdf")}, ensure_ascii=False)
        said = subprocess.run([options.build / "letter_lines", json.dumps(settings)], input=job.encode(), stdout=subprocess.PIPE, check=True, cwd=project)
        answer = json.loads(said.stdout.decode())
        assert answer["made"], answer


def convert(paths, kind, into, work, fonts):
    conf = work / "fonts.conf"
    conf.write_text(FONTS.format(fonts=fonts, rules="".join(ALIAS.format(*one) for one in SAME.items())), encoding="utf-8")
    environment = {**os.environ, "FONTCONFIG_FILE": str(conf), "HOME": str(work)}
    subprocess.run(["soffice", f"-env:UserInstallation={(work / 'profile').as_uri()}", "--headless", "--convert-to", kind, "--outdir", str(into), *map(str, paths)],
                   env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, timeout=300)


def make(names, into, options):
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        saved, printed, sources = [], [], {}
        for name in names:
            way, letter, changes, *_ = WAYS[name]
            form = {**FORM, **changes}
            if way == "huice":
                (huice_docx if name.startswith("d") else huice_pdf)(name, letter, form, into, options)
            elif way == "typst":
                sources[name] = Placed(letter, form).source()
            else:
                shape, *then = way.split()
                at = work / f"{name}.docx" if then else into / f"{name}.docx"
                if then == ["lo"]:  # an open stand-in for 小标宋: LibreOffice takes its bold font by its own name alone
                    form = {**form, "title_face": "Noto Serif CJK SC", "mark_face": "Noto Serif CJK SC"}
                Ooxml(letter, form, shape).write(at)
                if then:
                    (saved if then == ["saved"] else printed).append(at)
        to_pdf(sources, into, options.fonts)
        if saved:
            convert(saved, "docx", into, work, options.fonts)
        if printed:
            convert(printed, "pdf", into, work, options.fonts)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--fonts", type=pathlib.Path, required=True)
    parser.add_argument("--into", type=pathlib.Path, default=ROOT / "tests/letters_verify")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    options.build, options.fonts = options.build.resolve(), options.fonts.resolve()
    options.into.mkdir(exist_ok=True)
    make(options.names or list(WAYS), options.into, options)
    with open(options.into / "files.csv", "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["file", "format", "made", "broken", "clause", "what"])
        for name, (way, letter, _, *broken) in WAYS.items():
            kind = "docx" if name.startswith("d") else "pdf"
            rows.writerow([f"{name}.{kind}", letter["kind"], HOW[way] + (", edited" if way == "huice" and broken[0] else ""), *broken])


if __name__ == "__main__":
    sys.exit(main())
