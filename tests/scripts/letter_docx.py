#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Letters as Word files, judged by other programs: Open XML SDK, Python, and LibreOffice with poppler.

docx_lines (tests/tools), from each build at hand, writes the letters of tests/tools/letter_cases.py. LibreOffice sets them
once, with the fonts of FONTS, and what it set is measured in millimetres. Long: since LibreOffice sets
all of them in one run. By hand:

    tests/scripts/letter_docx.py --build build/release --keep /tmp/letters
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
import zipfile

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
sys.path.insert(0, str(ROOT / "tests/tools"))
from docx_parts import W, bookmarked, paragraphs, parts_of, tree  # noqa: E402
from letter_cases import CASES, ENDS, SHORT, heading, letter, letter_format  # noqa: E402
from letter_pages import MM, ink, is_number, lines_of, near, same, words_at  # noqa: E402
from pdf_pages import png  # noqa: E402

SEEDS = ROOT.parent / "shared/seeds"  # two replies of a city, beside the repository and not of it

# The fonts of an office are not free: these of Debian have the same width.
FONTS = {"仿宋_GB2312": "Noto Serif CJK SC", "楷体_GB2312": "Noto Serif CJK SC", "黑体": "Noto Sans CJK SC",
         "方正小标宋简体": "Noto Serif CJK SC", "宋体": "Noto Serif CJK SC"}


class Skipped(Exception):
    """What a test needs is not here."""


# ── Writing and setting ────────────────────────────────────────────────────────────────────────────

def write(build, folder, letters):
    jobs = [{"to": str(folder / f"{name}.docx"), "letter": one} for name, one in letters.items()]
    said = subprocess.run([str(pathlib.Path(build) / "docx_lines")], input="\n".join(map(json.dumps, jobs)).encode(), stdout=subprocess.PIPE, check=True, timeout=300)
    return [json.loads(line)["problem"] for line in said.stdout.decode().splitlines()]


def fonts_file(folder):
    rules = "".join(f'<alias binding="same"><family>{name}</family><prefer><family>{other}</family></prefer></alias>' for name, other in FONTS.items())
    path = folder / "fonts.conf"
    path.write_text('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
                    f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{rules}</fontconfig>', encoding="utf-8")
    return path


def convert(folder, kind, names, into):
    environment = {**os.environ, "FONTCONFIG_FILE": str(fonts_file(folder)), "HOME": str(folder)}
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", kind, "--outdir", str(into)]
    said = subprocess.run([*command, *(str(folder / f"{name}.docx") for name in names)], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600)
    missing = [name for name in names if not (into / f"{name}.{kind}").exists()]
    if missing:
        raise AssertionError(f"LibreOffice did not convert {missing}: {said.stdout.decode(errors='replace')[-2000:]}")


# ── Tests without LibreOffice ──────────────────────────────────────────────────────────────────────

def same_bytes(setting):
    time.sleep(2.1)  # an archive's times count two seconds
    first = setting.folder
    for build in setting.builds:
        with tempfile.TemporaryDirectory(dir=first) as again:
            same(set(write(build, pathlib.Path(again), CASES)), {""}, "problems")
            for name in CASES:
                same((pathlib.Path(again) / f"{name}.docx").read_bytes() == (first / f"{name}.docx").read_bytes(), True, f"{name} by {build}")


def validator(path):
    found = sorted((ROOT / "tests/schema/node_modules/@xarsh").glob("ooxml-validator-linux-*/**/*"))
    programs = [one for one in found if one.is_file() and os.access(one, os.X_OK)]
    return json.loads(subprocess.run([str(programs[0]), str(path)], stdout=subprocess.PIPE, timeout=120).stdout.decode())


def no_error(setting):
    def errors(path):
        return [(path.name, one) for one in validate(path)]

    def validate(path):
        said = validator(path)
        return said["errors"] if isinstance(said, dict) else said[0]["errors"]

    wrong = setting.folder / "wrong.docx"
    with zipfile.ZipFile(wrong, "w") as archive:
        for name, data in parts_of(setting.folder / "usual.docx").items():
            archive.writestr(name, data.replace(b"<w:jc w:val=\"right\"/></w:pPr>", b"<w:jc w:val=\"right\"/><w:keepNext/></w:pPr>"))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        found = list(pool.map(errors, [*(setting.folder / f"{name}.docx" for name in CASES), wrong]))
    same([one for many in found[:-1] for one in many], [], "errors")
    same(len(found[-1]) > 0, True, "a planted error is found")


def places(setting):
    for name in CASES:
        path = setting.folder / f"{name}.docx"
        marks = bookmarked(path)
        same([mark for mark in marks if not re.fullmatch("[A-Za-z][A-Za-z0-9_]{0,39}", mark)], [], "names that Word refuses")
        origins = tree(path, "customXml/item1.xml")
        same(origins.get("record"), "case-5-1-188", "record")
        kept = {}
        for one in origins:
            kept[one.get("bookmark")] = one.get("words")
            same(bool(one.get("field") or one.get("target")), True, "where it comes from")
        labels = {mark: words[len(words) - len(kept[mark]):] for mark, words in marks.items() if mark in kept}  # 一、 is not of the record
        same(labels, kept, f"words of {name}")
        same(sorted(mark for mark in marks if mark not in kept and not mark.startswith("f_")), [], "bookmarks that nobody explains")
        for sure in ["f_number", "f_title", "f_letterhead", "f_salutation"]:
            same(sure in marks, True, f"{sure} of {name}")


def refused(setting):
    bad = letter(body=["一\u0007二"])
    same(write(setting.builds[0], setting.folder, {"bad": bad}), ["case-5-1-188: error[template-illegal-character]: the character U+0007 cannot be in XML\n  hint: remove it from the data\n"], "what is said")
    same((setting.folder / "bad.docx").exists(), False, "nothing is written")


# ── Tests by LibreOffice ───────────────────────────────────────────────────────────────────────────

def body_lines(page):
    return [line for line in page if line.bottom < 262.5 and not is_number(line)]


HEADING = re.compile("[一二三四五六七八九十]+、|（[一二三]）")
PITCH = 28.95 / MM


def check_full(what, pages, last_words):
    """Pages between the first and the last have 22 lines. Lines are missing where headings moved on, or the last paragraph,
    which begins with these words, to the page of the signature."""
    for number, page in enumerate(pages[1:-1], 2):
        lines, following = body_lines(page), body_lines(pages[number])
        moved = 2 if HEADING.match(following[1].text) and HEADING.match(following[0].text) else 1 if HEADING.match(following[0].text) else 0
        for before, after in zip(lines, lines[1:]):
            steps = round((after.bottom - before.bottom) / PITCH)
            # LibreOffice leaves a line blank where a paragraph's last sign hangs outside.
            same(steps == 1 or (steps == 2 and before.right > 185), True, f"{what}: a gap on page {number} after {before}")
            near(after.bottom - before.bottom, steps * PITCH, f"{what}: pitch of page {number}", 0.1)
        count = round((lines[-1].bottom - lines[0].bottom) / PITCH) + 1
        if count > 22 or (count < 22 - moved and not following[0].text.startswith(last_words)):
            raise AssertionError(f"{what}: page {number} has {count} lines; the next begins with {following[0].text}")
        near(lines[0].bottom, 37 + PITCH, f"{what}: the first line's foot", 1.5)


def full_pages(setting):
    pages = setting.pages("stress")
    same(len(pages), 9, "pages")
    check_full("stress", pages, "全市研发经费投入")
    setting.note(f"lines a page: {[len(body_lines(page)) for page in pages]}")


def seed_body(path):
    """The paragraphs of a reply whose text was taken from a PDF, with line ends and blanks everywhere."""
    out = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        line = re.sub(r"\s+", "", line)
        starts = re.match("[一二三四五六七八九]、.{2,30}$", line)
        if line and out and not starts and not out[-1].endswith(("。", "：")) and not HEADING.match(out[-1]):
            out[-1] += line
        elif line:
            out.append(line)
    letter_only = [text for text in out if not re.search("抄送|联系|印发$|人民政府$|复字", text)]
    return [heading(1, text[:2], text[2:]) if HEADING.match(text) else text for text in letter_only]


def seeds(setting):
    paths = sorted(SEEDS.glob("00[01]_*.txt"))
    if len(paths) < 2:
        raise Skipped("the seeds are not beside the repository")
    letters = {}
    for path in paths:
        body = seed_body(path)
        same(sum(isinstance(one, dict) for one in body) >= 5, True, "its headings")
        letters |= {f"seed-{path.name[:3]}": letter(body=body), f"seed-{path.name[:3]}-thrice": letter(body=body * 3)}
    same(set(write(setting.builds[0], setting.folder, letters)), {""}, "problems")
    convert(setting.folder, "pdf", list(letters), setting.folder)
    for name, one in letters.items():
        check_full(name, setting.pages(name), one["body"][-1][:12])
        setting.note(f"{name}, lines a page: {[len(body_lines(page)) for page in setting.pages(name)]}")


def edges(setting):
    lines = [line for page in setting.pages("stress")[1:-1] for line in body_lines(page)]
    hanging = whole = 0
    wide = []  # how many signs the full lines have that have nothing but wide ones
    for line, following in zip(lines, lines[1:]):
        indented = following.left > 33
        near(line.left, 39.1 if line.left > 33 else 28, f"left edge of {line.text}")
        if indented:
            continue
        whole += 1
        if line.right > 185 and line.text[-1] in "，。、；：）”":
            hanging += 1
            continue
        near(line.right, 184, f"right edge of {line.text}")
        if line.left < 33 and all(ord(sign) > 0x2000 for sign in line.text):
            wide.append(len(line.text))
    same(whole > 60, True, "full lines")
    same(sorted(set(wide))[-1], 28, "signs of a line at most")
    same(wide.count(28) >= len(wide) / 2, True, f"signs of full lines: {wide}")
    setting.note(f"{whole} full lines, {hanging} with a sign that hangs outside; of {len(wide)} lines without figures, {wide.count(28)} have 28 signs")


def numbers(setting):
    for name in ["stress", "letter-format"]:
        for number, page in enumerate(setting.pages(name), 1):
            found = [line for line in page if is_number(line)]
            if name == "letter-format" and number == 1:
                same(found, [], "信函格式: the first page's number")
                continue
            same([line.text for line in found], [f"—{number}—"], "page number")
            inset = 14 / MM
            if number % 2 == 1:
                near(found[0].right, 184 - inset, "odd: right edge")
            else:
                near(found[0].left, 28 + inset, "even: left edge")
            at = (int(found[0].right) - 3, int(found[0].right)) if number % 2 == 1 else (int(found[0].left) + 1, int(found[0].left) + 4)
            dash = ink(setting.pdf(name), number, *at, 264, 275)
            near(sum(dash[0]) / 2, 262 + 7, f"the dash of page {number}, under 版心")


def general_head(setting):
    pdf = setting.pdf("usual")
    marks = ink(pdf, 1, 40, 170, 60, 130)
    near(marks[0][0], 37 + 35, "top of 发文机关标志")
    number = next(line for line in setting.pages("usual")[0] if "335号" in line.text)
    near(number.left, 28 + 16 / MM, "发文字号 stands a character in")
    near(number.right, 184 - 16 / MM, "签发人 ends a character before the edge")
    near(ink(pdf, 1, 34, 60, 105, 118)[0][0] - marks[0][1], 2 * 28.95 / MM, "two blank lines", 4)
    rule = ink(pdf, 1, 100, 102, 117, 125)
    near(rule[0][1] - rule[0][0], 0.35, "weight of the red line", 0.11)
    # Brackets reach lower than Han: their foot is 0.4 mm under the characters.
    near(rule[0][0], ink(pdf, 1, 34, 60, 105, 118)[0][1] + 4, "the red line under 发文字号", 0.6)
    same(ink(pdf, 1, 29, 183, int(rule[0][0]) - 1, int(rule[0][1]) + 2, lambda row: max(row) < 160), rule, "it is as wide as 版心")
    title = [line for line in setting.pages("usual")[0] if line.text.startswith("虚构市人民政府关于")][0]
    near(title.bottom - rule[0][1], 3 * 28.95 / MM, "title under two blank lines", 3)
    near((title.left + title.right) / 2, 106, "title's middle")
    salutation = next(line for line in setting.pages("usual")[0] if line.text.startswith("白夜明"))
    near(salutation.left, 28, "主送")
    mark = next(line for line in setting.pages("usual")[0] if line.text == "A")
    near(mark.right, 184, "class mark")
    near(ink(pdf, 1, 175, 184, 30, 50)[0][0], 41, "class mark, first line", 1.5)


def several_signers(setting):
    page = setting.pages("signers")[0]
    first = next(line for line in page if line.text.startswith("签发人"))
    second = next(line for line in page if line.text.startswith("虚建提复字"))
    same(first.text, "签发人：王心宇李四", "two names a line")
    same(second.text, "虚建提复字〔2026〕335号张三", "the number is beside the last line")
    near(second.bottom - first.bottom, 28.95 / MM, "lines under each other", 0.2)
    near(first.left, 184 - 16 / MM - (4 + 3 + 1 + 2) * 15.75 / MM, "one character from the edge", 0.9)
    names = words_at(setting.pdf("signers"), 1, ["王心宇", "张三"])
    near(names["张三"], names["王心宇"], "the last name is under the first", 0.6)
    rule = ink(setting.pdf("signers"), 1, 110, 114, 122, 138)
    near(rule[0][0], ink(setting.pdf("signers"), 1, 34, 60, 114, 130)[0][1] + 4, "the red line under the number", 0.6)
    line = next(line for line in page if line.text.startswith("加急"))
    same(line.text, "加急A", "紧急程度 and class are in one line")
    near(line.left, 28, "紧急程度")
    near(line.right, 184, "class")
    near(ink(setting.pdf("signers"), 1, 60, 150, 60, 110)[0][0], 37 + 35, "the mark stays where it is")
    page = setting.pages("letter-urgent")[0]
    line = next(line for line in page if "335号" in line.text)
    same(line.text, "特急虚建提复字〔2026〕335号", "信函格式: on the number's line")
    near(line.left, 28, "信函格式: 紧急程度")


def picture_head(setting):
    path = setting.folder / "mark.png"
    path.write_bytes(png(600, 100))
    letters = {"picture": letter(), "picture-tall": letter(), "picture-letter": letter_format()}
    tall = setting.folder / "tall.png"
    tall.write_bytes(png(300, 100))
    jobs = [{"to": str(setting.folder / f"{name}.docx"), "letter": one, "picture": str(tall if name == "picture-tall" else path)} for name, one in letters.items()]
    said = subprocess.run([str(pathlib.Path(setting.builds[0]) / "docx_lines")], input="\n".join(map(json.dumps, jobs)).encode(), stdout=subprocess.PIPE, check=True, timeout=60)
    same(set(json.loads(line)["problem"] for line in said.stdout.decode().splitlines()), {""}, "problems")
    same(zipfile.ZipFile(setting.folder / "picture.docx").read("word/media/picture1.png"), png(600, 100), "the picture's bytes")
    for name in letters:
        answer = validator(setting.folder / f"{name}.docx")
        same((answer if isinstance(answer, dict) else answer[0])["errors"], [], f"errors of {name}")
    convert(setting.folder, "pdf", list(letters), setting.folder)
    for name, high, wide in (("picture", 20, 120), ("picture-tall", 20, 60)):
        found = ink(setting.folder / f"{name}.pdf", 1, 105, 107, 60, 110)
        near(found[0][0], 37 + 35, f"top of {name}")
        near(found[0][1] - found[0][0], high, f"height of {name}", 0.5)
        inside = ink(setting.folder / f"{name}.pdf", 1, 106 - wide // 2 + 1, 106 + wide // 2 - 1, 71, 93, lambda row: max(row) < 160)
        same(len(inside), 1, f"width of {name}")
    near(ink(setting.folder / "picture-letter.pdf", 1, 105, 107, 20, 51)[0][0], 30, "top of the picture of 信函格式")


def letter_head(setting):
    pdf = setting.pdf("letter-format")
    mark = ink(pdf, 1, 40, 170, 20, 46)
    near(mark[0][0], 30, "发文机关标志 from the page's edge")
    upper = ink(pdf, 1, 100, 102, 45, 53)
    near(upper[0][0] - mark[0][1], 4, "double line under it")
    same(upper[0][1] - upper[0][0] > upper[1][1] - upper[1][0], True, "thick over thin")
    lower = ink(pdf, 1, 100, 102, 268, 285)
    near(297 - lower[-1][1], 20, "double line from the foot")
    same(lower[0][1] - lower[0][0] < lower[1][1] - lower[1][0], True, "thin over thick")
    for rules in (upper, lower):
        wide = ink(pdf, 1, 21, 189, int(rules[0][0]) - 1, int(rules[-1][1]) + 2, lambda row: max(row) < 160)
        same(len(wide), 2, "170 mm wide")
        same(ink(pdf, 1, 10, 19, int(rules[0][0]) - 1, int(rules[-1][1]) + 2) + ink(pdf, 1, 191, 200, int(rules[0][0]) - 1, int(rules[-1][1]) + 2), [], "and not wider")
    number = next(line for line in setting.pages("letter-format")[0] if "335号" in line.text)
    near(number.right, 184, "发文字号, right")
    near(ink(pdf, 1, 150, 184, 50, 62)[0][0] - upper[-1][1], 4.9, "发文字号 under the line")
    same(ink(pdf, 2, 100, 102, 268, 285), [], "no line on the second page")
    last = [line for line in setting.pages("letter-format")[-1] if not is_number(line)][-1]
    same(last.text.startswith("抄送："), True, "抄送 is last")
    near(last.bottom, 261, "at the foot of 版心", 1.5)
    same(ink(pdf, len(setting.pages("letter-format")), 29, 183, 240, 265, lambda row: max(row) < 160), [], "without lines")


def imprint(setting):
    for name in ["usual", "stress", "annexes", "one-page"]:
        page = len(setting.pages(name))
        rules = ink(setting.pdf(name), page, 29, 183, 235, 265, lambda row: max(row) < 160)
        same(len(rules), 3, f"lines of {name}")
        near(rules[-1][1], 262, "the last line is at the edge of 版心", 0.4)
        for rule, weight in zip(rules, [0.35, 0.25, 0.35]):
            near(rule[1] - rule[0], weight, "weight", 0.11)
        copies, printed = [line for line in setting.pages(name)[-1] if not is_number(line)][-2:]
        near(copies.left, 28 + 14 / MM, "抄送 stands a character in")
        near(printed.left, 28 + 14 / MM, "印发机关")
        near(printed.right, 184 - 14 / MM, "印发日期")


def signatures(setting):
    def block(name):
        page = [line for line in setting.pages(name)[-1] if not is_number(line)]
        at = next(i for i, line in enumerate(page) if line.text == "2026年3月5日")
        return page[at - 2], page[at - 1], page[at]

    cell = 15.75 / MM
    before, name, date = block("usual")
    # LibreOffice widens the date by blanks around its figures, whatever the file says: its middle stays.
    near((date.left + date.right) / 2, 184 - (4 + 6 / 2) * cell, "the date's middle, as it ends four characters from the edge")
    near((name.left + name.right) / 2, (date.left + date.right) / 2, "the name's middle is the date's")
    near(name.bottom - before.bottom, 3 * 28.95 / MM, "two blank lines for the seal")
    before, name, date = block("unsealed")
    near(name.right, 184 - 2 * cell, "without a seal: name, two characters from the edge")
    near(date.left, name.left + 2 * cell, "date two characters behind the name")
    near(name.bottom - before.bottom, 2 * 28.95 / MM, "one blank line")
    before, name, date = block("unsealed-short")
    near(date.left, 184 - (2 + 6) * cell, "a date longer than the name ends two characters from the edge")
    near(date.left, name.left + 2 * cell, "and begins two behind the name")
    before, name, date = block("long-name")
    near(name.right, 184, "a long name ends at the edge")
    near((name.left + name.right) / 2, (date.left + date.right) / 2, "and the date is in its middle")
    before, name, date = block("joint")
    near((name.left + name.right) / 2, (date.left + date.right) / 2, "of several the last name is above the date")
    near(name.bottom - before.bottom, 5 * 28.95 / MM, "a seal's height between two rows", 1.5)


def never_alone(setting):
    text_of_usual = next(line.text for line in setting.pages("usual")[0] if line.text.startswith("你们的"))
    for name in ENDS:
        pages = [body_lines(page) for page in setting.pages(name)]
        last = [line.text for line in pages[-1]]
        same(any(text.startswith("抄送：") for text in last), True, f"{name}: 版记 is on the last page")
        same(sum(text.startswith("抄送：") for page in pages for text in [line.text for line in page]), 1, f"{name}: and once")
        signed = next(page for page in pages if any(line.text.startswith("2026年3月5日") for line in page))
        if not name.startswith("annex"):
            same(any(line.text == SHORT for line in signed), True, f"{name}: a line of the text is with the signature")
            same(signed is pages[-1], True, f"{name}: 版记 is on the signature's page")
        else:
            same(last.count(SHORT) > 0, True, f"{name}: a line of the annex is with 版记")
        copies = next(line for line in pages[-1] if line.text.startswith("抄送："))
        others = [line.bottom for line in pages[-1] if line.bottom < copies.bottom - 1]
        same(max(others) < copies.bottom - 5, True, f"{name}: nothing is set over 版记")
        same(any(line.text in (SHORT, text_of_usual) for line in pages[0]), True, f"{name}: the first page has text")


def annexes(setting):
    pages = setting.pages("annexes")
    named = [line for page in pages for line in page if line.text.startswith("附件：1.") or line.text.startswith("表及有关") or line.text == "2.企业名单"]
    same(len(named) >= 2, True, [line.text for page in pages[:2] for line in page])
    first = next(page for page in pages if page[0].text == "附件1")
    second = next(page for page in pages if page[0].text == "附件2")
    near(first[0].left, 28, "附件1 is flush left")
    for page in (first, second):
        near(page[0].bottom, 37 + 28.95 / MM, "its label is on the first line", 2)
        near(page[1].bottom, 37 + 3 * 28.95 / MM, "its title on the third", 3)
        near((page[1].left + page[1].right) / 2, 106, "in the middle")
    same(pages[-1] is second, True, "版记 comes after the last annex")


def draft_moves_nothing(setting):
    draft, final = setting.pages("draft"), setting.pages("final-of-draft")
    for page in draft:
        same(page[0].text, "代拟稿", "each page is marked")
        same(page[0].bottom < 36, True, "above 版心")
    same([page[1:] for page in draft], final, "nothing else moves")
    same([line.text for line in final[0] if "号" in line.text][0].startswith("虚建提复字〔2026〕"), True, "an open number")
    same(setting.pages("letter-draft")[0][0].text, "代拟稿", "信函格式, too")


def tables(setting):
    lines = [line for page in setting.pages("table") for line in page]
    texts = [line.text for line in lines]
    for sure in ["表1兑现情况", "项目金额（万元）企业（家）", "研发投入奖补5229.399", "1.甲项支持。", "（1）其一。", "（2）其二。", "2.乙项支持。", "丙项。", "说明：引用的数据尚待核对。", "图1研发投入"]:
        same(sure in texts, True, f"{sure} among {texts}")
    same([text for text in texts if re.search("[•●▪○·]", text)], [], "bullets")
    for table in tree(setting.folder / "table.docx").iter(W + "tbl"):
        grid = [int(column.get(W + "w")) for column in table.iter(W + "gridCol")]
        same(sum(grid), 8844, "the grid is as wide as 版心")
        for row in table.iter(W + "tr"):
            same([int(width.get(W + "w")) for width in row.iter(W + "tcW")], grid, "cells are as wide as their columns")


def round_trip(setting):
    back = setting.folder / "back"
    back.mkdir()
    names = ["stress", "annexes", "letter-format", "table"]
    convert(setting.folder, "docx", names, back)
    for name in names:
        # It writes Heading for heading, and renames the bookmarks of tables that have a place of their own.
        found = [(style.replace("Heading", "heading"), text) for style, text in paragraphs(back / f"{name}.docx")]
        same(found, paragraphs(setting.folder / f"{name}.docx"), f"text and styles of {name}")
        marks = {mark.replace("_Copy_1", ""): words for mark, words in bookmarked(back / f"{name}.docx").items()}
        kept = bookmarked(setting.folder / f"{name}.docx")
        if name == "letter-format":  # the first table loses its first sign from the bookmark, not from the text
            kept["f_letterhead"] = kept["f_letterhead"][1:]
        same(marks, kept, f"bookmarks of {name}")


BEFORE = [
    ("the same letter gives the same bytes, later and by every build", same_bytes),
    ("Open XML SDK has no error on any letter, and one where one is planted", no_error),
    ("every paragraph and citation has a bookmark that the file explains", places),
    ("a control character is refused with its letter", refused),
]
SET = [
    ("full pages have 22 lines of 28.95 points, one less where a heading moved on", full_pages),
    ("so have those of the seeds' own text", seeds),
    ("lines begin and end at the edges of 版心", edges),
    ("page numbers stand 7 mm under 版心, odd ones right, even ones left", numbers),
    ("版头 stands where 7.2 says", general_head),
    ("several 签发人 and 紧急程度 stand where 7.2.3 and 7.2.6 say", several_signers),
    ("a picture stands in place of the mark, and Word takes it", picture_head),
    ("信函格式 stands where 10.1 says", letter_head),
    ("版记 stands at the foot of the last page with its three lines", imprint),
    ("signatures stand where 7.3.5.1 and 7.3.5.2 say", signatures),
    ("neither signature nor 版记 is ever alone on a page", never_alone),
    ("annexes begin on pages of their own", annexes),
    ("a draft's mark is outside 版心 and moves nothing", draft_moves_nothing),
    ("tables are as wide as 版心, lists have no bullets", tables),
    ("text, styles and bookmarks survive LibreOffice", round_trip),
]


class Setting:
    def __init__(self, folder, builds):
        self.folder, self.builds = folder, builds
        self.kept, self.notes = {}, []
        problems = write(builds[0], folder, {**CASES, **ENDS})
        same(set(problems), {""}, "problems of writing")

    def set_all(self):
        convert(self.folder, "pdf", [*CASES, *ENDS], self.folder)

    def pdf(self, name):
        return self.folder / f"{name}.pdf"

    def pages(self, name):
        if name not in self.kept:
            self.kept[name] = lines_of(self.pdf(name))
        return self.kept[name]

    def note(self, text):
        self.notes.append(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", action="append")
    parser.add_argument("--keep", help="a folder for the letters and their pages")
    options = parser.parse_args()
    builds = options.build or os.environ.get("HUICE_BUILDS", "build/release").split(":")
    missing = [program for program in ("soffice", "pdftotext", "pdftoppm") if not shutil.which(program)]
    print(f"1..{len(BEFORE) + len(SET)}", flush=True)
    failed = 0
    with tempfile.TemporaryDirectory(dir=os.environ.get("HUICE_TMP")) as temporary:
        folder = pathlib.Path(options.keep or temporary).resolve()
        folder.mkdir(exist_ok=True)
        setting = Setting(folder, builds)
        for number, (name, test) in enumerate(BEFORE + SET, 1):
            if missing and (name, test) in SET:
                print(f"ok {number} - {name} # SKIP {missing[0]} is not installed", flush=True)
                continue
            try:
                if (name, test) == SET[0]:
                    setting.set_all()
                test(setting)
                print(f"ok {number} - {name}", flush=True)
            except Skipped as why:
                print(f"ok {number} - {name} # SKIP {why}", flush=True)
            except Exception:
                failed += 1
                details = traceback.format_exc().rstrip().replace("\n", "\n# ")
                print(f"not ok {number} - {name}\n# {details}", flush=True)
            for note in setting.notes:
                print(f"# {note}", flush=True)
            setting.notes.clear()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
