#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Letters as PDF, measured as GB/T 9704 says and read by other programs: poppler, qpdf, pdf.js.

letter_lines (tests/tools) makes them of the letters below, with the fonts that every Debian can have. By hand:

    HUICE_BUILDS=build/quick tests/scripts/letter_pdf.py
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import traceback

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
sys.path.insert(0, str(ROOT / "tests/tools"))
from pdf_pages import POINT, Ink, command, pages  # noqa: E402
from random_run import NODE, check, outcome  # noqa: E402

BUILD = pathlib.Path(os.environ.get("HUICE_BUILDS", "").split(os.pathsep)[0] or ROOT / "build/release")
FONTS = ROOT / "build/fonts"
TOP, LEFT, RIGHT, BOTTOM = 37, 28, 184, 262  # of the text's block, in mm
CELL = 156 / 28
PITCH = (225 - 16 * POINT) / 21

PLAIN = "各旗区各部门围绕培育壮大科技型中小企业的目标任务统筹安排资金项目平台人才等要素保障推动创新链产业链资金链人才链深度融合"
MARKED = "一是加快兑现（鄂府发〔2022〕103号）所列奖补，二是完善“一张表”台账；三是按季度通报进展，做到“有问必答”、“有诺必践”（按季）。全年安排5229.3万元，增长11.24%。"
GENERAL = {
    "letterhead": "鄂尔多斯市人民政府文件", "number": "鄂建提复字〔2026〕9号", "signer_label": "签发人：", "signer": "张某某",
    "title": "鄂尔多斯市人民政府关于市政协六届一次会议第12号提案的答复函", "salutation": "李某某委员：",
    "signatories": ["鄂尔多斯市人民政府"], "signed_on": "2026年9月28日", "dated": "2026-09-28",
    "contact_note": "（联系人：王某某  联系电话：0000-0000000）", "copies": "市政协办公室，市政协提案委员会。",
    "printed_by": "鄂尔多斯市人民政府办公室", "printed_on": "2026年10月11日印发",
}
SHORT = "您提出的《关于某事的提案》悉。经研究，现答复如下。\n\n# 一、关于“出台一个政策包”的建议\n\n" + MARKED + "\n\n## （一）奖补\n\n" + MARKED * 2 + "\n\n感谢您的关心和支持。"


def stress():
    """Ten pages: heads at many heights of the page, long and short paragraphs."""
    parts = []
    for i, name in enumerate("一二三四五"):
        parts.append(f"# {name}、关于“第{name}件事”的建议")
        for j, sub in enumerate("一二三"):
            parts.append(f"## （{sub}）具体工作")
            parts.append((MARKED + PLAIN + "。") * (1 + (i + j) % 3))
            parts.append(PLAIN[: 20 + 7 * i + 6 * j] + "。")
    return "\n\n".join(parts)


class Work:
    """A folder with the PDFs that letter_lines made."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def ask(self, letters, **options):
        """Name → {"made", "problems"} for letters by name; their PDFs are NAME.pdf."""
        options = {"share": str(ROOT), "project": str(ROOT), "node": str(NODE), "fonts": [str(FONTS)], **options}
        lines = [json.dumps({"letter": letter, "pdf": str(self.path(name))}, ensure_ascii=False) for name, letter in letters.items()]
        done = subprocess.run([BUILD / "letter_lines", json.dumps(options)], input="\n".join(lines).encode(), stdout=subprocess.PIPE,
                              check=True, timeout=300, cwd=self.folder)
        return dict(zip(letters, map(json.loads, done.stdout.decode().splitlines()), strict=True))

    def make(self, letters, **options):
        for name, answer in self.ask(letters, **options).items():
            assert answer["made"], f"{name}: {answer['problems']}"

    def path(self, name):
        return self.folder / f"{name}.pdf"

    def pages(self, name):
        return pages(self.path(name))


def near(found, expected, within, what):
    assert abs(found - expected) <= within, f"{what}: {found:.2f}, not {expected:.2f} ± {within}"


def body_of(page):
    """Lines of the text's block: on the grid, in the body's size."""
    return [line for line in page if TOP - 1 < line.middle < BOTTOM + 1 and 15 < line.size < 16.5]


# ── The form ─────────────────────────────────────────────────────────────────────────────────────


HEAD = re.compile("[一二三四五]、|（[一二三]）")


def full_pages(work, name):
    """Pages but the first and those from the signature on."""
    found = work.pages(name)
    signature = [i for i, page in enumerate(found) if any(line.text == GENERAL["signatories"][0] for line in page)][-1]
    return list(enumerate(found, 1))[1:signature]


def lines_a_page(work, name, short):
    """22, or 21 where a head moved on; every line a pitch under the one before."""
    counts = []
    for number, page in full_pages(work, name):
        lines = body_of(page)
        counts.append(len(lines))
        for above, below in zip(lines, lines[1:]):
            near(below.middle - above.middle, PITCH, 0.1, f"{name}, page {number}: from “{above.text}” to the next line")
        assert not HEAD.match(lines[-1].text), f"page {number} ends with a head"
        if len(lines) == 21:
            after = body_of(work.pages(name)[number])[0]
            assert HEAD.match(after.text), f"page {number} has 21 lines, and “{after.text}” follows"
    assert set(counts) <= {21, 22} and counts.count(21) in short and len(counts) >= 3, counts
    return counts


def ink_of_full_pages(work, name):
    for number, page in full_pages(work, name):
        if len(body_of(page)) < 22:
            continue
        ink = Ink(work.path(name), number)
        rows = [row for row in ink.rows(ink.dark) if TOP - 5 < row[0] < BOTTOM + 3]
        left, right = ink.columns(ink.dark, TOP - 2, BOTTOM + 2)
        for found, edge, what in ((rows[0][0], TOP, "top"), (rows[-1][1], BOTTOM, "bottom"), (left, LEFT, "left"), (right, RIGHT, "right")):
            near(found, edge, 1, f"{name}, page {number}: {what} edge of the ink")


OPENS, CLOSES = "“‘《〈（【〔", "，。、；：？！）》〉”’】〕"
FIRST_UNIT = re.compile(rf"[{OPENS}]*(?:\w{{0,4}}〔\d{{4}}〕\d+号|[!-~]+|.)[{CLOSES}…]*")


def cells_a_line(work, name):
    """A line is shorter than 28 cells only where what follows may not be broken, or may not begin a line.

    Of a mark that ends a line Typst leaves out half, whose box is whole all the same.
    """
    full = 0
    lines = [line for page in work.pages(name) for line in body_of(page)]
    for line, after in zip(lines, lines[1:]):
        from_edge = line.left - LEFT
        is_head = HEAD.match(line.text)
        if is_head or after.left - LEFT > 0.5 * CELL or not (from_edge < 0.5 * CELL or 1.4 * CELL < from_edge < 2.1 * CELL):
            continue
        cells = (line.right - LEFT) / CELL
        unit = FIRST_UNIT.match(after.text)[0]
        more = sum(0.5 if sign in "0123456789.-" else 1 for sign in unit) - (unit[-1] in CLOSES) / 2
        assert cells - (line.text[-1] in CLOSES) / 2 < 28.02, f"{cells:.2f} cells: {line.text}"
        assert cells + more > 28.02, f"{cells:.2f} cells, and {more:.1f} would fit: “{line.text}” “{after.text}”"
        if not re.search("[!-~]", line.text):
            near((line.right - line.left) / CELL, len(line.text), 0.05, f"cells of “{line.text}”")
        full += cells > 27.95
    assert full >= 20, f"{full} lines of 28 cells"
    return f"{full} of 28 cells"


def first_page(work):
    """版头 (7.2) and the title (7.3.1)."""
    path = work.path("short")
    page = work.pages("short")[0]
    ink = Ink(path, 1)
    red = ink.rows(ink.red)
    near(red[0][0], TOP + 35, 1, "top of the mark")
    line = next(row for row in red if row[1] - row[0] < 0.8)
    number = next(one for one in page if one.text.startswith("鄂建提复字"))
    near(line[0] - (TOP + 7 * PITCH + 16 * POINT), 4, 0.3, "red line under the number")
    near(ink.columns(ink.red, *line)[0], LEFT, 0.3, "left end of the red line")
    near(ink.columns(ink.red, *line)[1], RIGHT, 0.3, "right end of the red line")
    assert number.text == "鄂建提复字〔2026〕9号签发人：张某某", number.text
    near(number.left, LEFT + CELL, 0.3, "the number's left edge")
    near(number.right, RIGHT - CELL, 0.3, "the signer's right edge")
    mark = [row for row in red if row[0] < line[0]][-1]
    assert number.middle - 8 * POINT - mark[1] >= 2 * PITCH - 3, "two blank lines under the mark"
    titles = [one for one in page if 21.5 < one.size < 22.5]
    assert [one.text for one in titles] == ["鄂尔多斯市人民政府", "关于市政协六届一次会议", "第12号提案的答复函"], titles
    for one in titles:
        near((one.left + one.right) / 2, (LEFT + RIGHT) / 2, 0.6, f"middle of “{one.text}”")
    assert 2 * PITCH - 2 < titles[0].middle - 8 * POINT - line[1] < 3 * PITCH, "two blank lines under the red line"
    salutation = next(one for one in page if one.text == "李某某委员：")
    near(salutation.middle - titles[-1].middle, 2 * PITCH, 1.2, "one blank line under the title")
    near(salutation.left, LEFT, 0.1, "left edge of the salutation")
    assert any(one.text == "A" and one.right > RIGHT - 1 and one.middle < TOP + 8 for one in page), "the class mark"
    assert any(one.text.startswith("您提出的") for one in page), "the first page shows the text"


def page_numbers(work, name, first=1):
    for number, page in enumerate(work.pages(name), 1):
        found = [line for line in page if line.middle > BOTTOM + 3]
        if number < first:
            assert not found, f"page {number} has a number: {found}"
            continue
        assert [line.text for line in found] == [f"—{number}—"], found
        ink = Ink(work.path(name), number)
        near(min(row[0] for row in ink.rows(ink.dark, 0, 210) if row[0] > BOTTOM + 2), BOTTOM + 5.5, 2, "digits under the block")
        dash = ink.rows(ink.dark, RIGHT - 8.5, RIGHT - 6) if number % 2 else ink.rows(ink.dark, LEFT + 6, LEFT + 8.5)
        dash = [row for row in dash if row[0] > BOTTOM + 3]
        near(sum(dash[0]) / 2, BOTTOM + 7, 0.5, f"page {number}: the dash under the block")
        side = 14 * POINT
        if number % 2:
            near(found[0].right, RIGHT - side, 0.3, f"page {number}: right edge of its number")
        else:
            near(found[0].left, LEFT + side, 0.3, f"page {number}: left edge of its number")


def imprint(work, name):
    """版记 (7.4): three lines of 0.35, 0.25 and 0.35 mm, the last on the edge of the block."""
    last = len(work.pages(name))
    ink = Ink(work.path(name), last, 600)
    rules = [row for row in ink.rows(ink.dark, LEFT + 1, RIGHT - 1, share=0.95) if row[0] > 200]
    assert len(rules) == 3, rules
    for (top, bottom), weight in zip(rules, (0.35, 0.25, 0.35)):
        near(bottom - top, weight, 0.06, "weight of a line of the imprint")
    near(sum(rules[-1]) / 2, BOTTOM, 0.2, "last line of the imprint")
    left, right = ink.columns(ink.dark, *rules[-1])
    near(left, LEFT, 0.2, "left end of the imprint")
    near(right, RIGHT, 0.2, "right end of the imprint")
    page = work.pages(name)[-1]
    copies = next(line for line in page if line.text.startswith("抄送："))
    printed = next(line for line in page if line.text.endswith("印发"))
    side = 14 * POINT
    near(copies.left, LEFT + side, 0.2, "left edge of 抄送")
    near(printed.left, LEFT + side, 0.2, "left edge of the printing office")
    near(printed.right, RIGHT - side, 0.2, "right edge of the printing date")
    near(copies.size, 14, 0.3, "size of the imprint")


def signatures(work):
    """7.3.5.1 with a seal, 7.3.5.2 without, and several offices."""
    def find(name, text):
        return [line for page in work.pages(name) for line in page if line.text == text][-1]
    date, office = find("short", GENERAL["signed_on"]), find("short", GENERAL["signatories"][0])
    near(date.right, RIGHT - 4 * CELL, 0.3, "the date is 4 characters from the right")
    near((office.left + office.right) / 2, (date.left + date.right) / 2, 0.3, "the office stands over the date")
    near(date.middle - office.middle, PITCH, 0.1, "the date is in the next line")
    date, office = find("unsealed", GENERAL["signed_on"]), find("unsealed", "鄂尔多斯市人民政府办公室")
    near(office.right, RIGHT - 2 * CELL, 0.3, "without a seal: the office is 2 characters from the right")
    near(date.left, office.left + 2 * CELL, 0.3, "without a seal: the date begins 2 characters behind")
    text = find("unsealed", "感谢您的关心和支持。")
    near(office.middle - text.middle, 2 * PITCH, 0.1, "without a seal: one blank line")
    date, office = find("long-date", GENERAL["signed_on"]), find("long-date", "市科技局")
    near(date.right, RIGHT - 2 * CELL, 0.3, "a date that is longer than the office's name")
    near(date.left, office.left + 2 * CELL, 0.3, "a date that is longer begins 2 characters behind")
    row, last = find("several", "鄂尔多斯市人民政府鄂尔多斯市科学技术局"), find("several", "鄂尔多斯市工业和信息化局")
    date = find("several", GENERAL["signed_on"])
    near(last.middle - row.middle, 5 * PITCH, 0.1, "seals of 42 mm do not touch from row to row")
    near((last.left + last.right) / 2, (date.left + date.right) / 2, 0.3, "the last office stands over the date")
    note = find("short", "（联系人：王某某联系电话：0000-0000000）")
    near(note.left - LEFT, 2 * CELL, 0.6 * CELL, "附注 is indented by 2 characters")


def never_alone(work):
    """For texts that end at any height of a page: the page of the signature has a line of the text."""
    letters = {f"end-{n}": {**GENERAL, "body": "\n\n".join([PLAIN[:20]] * n)} for n in range(8, 34)}
    letters.update({f"long-end-{n}": {**GENERAL, "body": PLAIN[:20] + "\n\n" + PLAIN * n} for n in range(8, 20)})
    letters.update({f"bare-end-{n}": {**GENERAL, "body": "\n\n".join([PLAIN[:20]] * n), "has_seal": False} for n in range(8, 34)})
    work.make(letters)
    moved = 0
    for name in letters:
        found = work.pages(name)
        page, at = [(page, line.middle) for page in found for line in page if line.text == GENERAL["signatories"][0]][-1]
        texts = [line for line in page if line.middle < at and line.text[:6] in PLAIN * 2 and 15 < line.size < 16.5]
        assert texts, f"{name}: the signature stands alone"
        moved += len(texts) == 1 and page is not found[0]
        for page in found:
            assert len(body_of(page)) <= 22, f"{name}: {len(body_of(page))} lines"
            assert all(line.bottom < BOTTOM + 1 for line in body_of(page)), f"{name}: beyond the block"
    assert moved >= 4, f"only {moved} times the text had to go with the signature"


def letter_format(work):
    """信函格式 (10.1)."""
    ink = Ink(work.path("letter"), 1, 400)
    red = ink.rows(ink.red)
    near(red[0][0], 30, 1, "top of the mark, from the edge of the page")
    rules = [row for row in ink.rows(ink.red, 25, 185, share=0.95)]
    assert len(rules) == 4, rules
    upper, lower = rules[:2], rules[2:]
    mark = [row for row in red if row[0] < upper[0][0] - 1][-1]
    near(upper[0][0] - mark[1], 4, 1, "double line under the mark")
    near(297 - lower[-1][1], 20, 0.3, "double line above the edge of the page")
    assert upper[0][1] - upper[0][0] > 2 * (upper[1][1] - upper[1][0]), f"thick over thin: {upper}"
    assert lower[1][1] - lower[1][0] > 2 * (lower[0][1] - lower[0][0]), f"thin over thick: {lower}"
    for rule in rules:
        left, right = ink.columns(ink.red, *rule)
        near(left, 20, 0.3, "left end of a double line")
        near(right, 190, 0.3, "right end of a double line")
    page = work.pages("letter")[0]
    number = next(line for line in page if line.text.startswith("鄂建提复字"))
    near(number.right, RIGHT, 0.3, "the number's right edge")
    near(number.top - upper[-1][1], 16 * 7 / 8 * POINT, 1, "the number under the double line")
    title = next(line for line in page if 21.5 < line.size < 22.5)
    assert 1.7 * PITCH < title.middle - 8 * POINT - number.bottom < 3 * PITCH, "two blank lines above the title"
    near(body_of(page)[-1].middle - TOP, 21 * PITCH + 8 * POINT, 1, "the first page's last line stands on the grid")
    assert all("签发人" not in line.text and "印发" not in line.text for one in work.pages("letter") for line in one)
    red_pages = [number for number in range(2, len(work.pages("letter")) + 1) if 1 in Ink(work.path("letter"), number, 40).red]
    assert not red_pages, f"red on pages {red_pages}"
    last = work.pages("letter")[-1]
    copies = next(line for line in last if line.text.startswith("抄送："))
    near(copies.bottom, BOTTOM, 1, "抄送 at the foot of the block")


def drafts(work):
    """代拟稿 on every page, outside of the block; nothing else moves."""
    plain, marked = work.pages("letter-open"), work.pages("letter-draft")
    assert len(plain) == len(marked) > 1
    for before, after in zip(plain, marked):
        marks = [line for line in after if "代拟稿" in line.text]
        assert [line.text for line in marks] == ["代拟稿"] and marks[0].bottom < 30, marks
        assert [line for line in after if line not in marks] == before
    text = command("pdftotext", work.path("general-draft"), "-").decode()
    assert re.search(r"鄂建提复字〔2026〕\s+号", text) and "签发人：" in text and "年9月" not in text, text


def annexes(work):
    """附件说明 (7.3.4) and the annexes' own pages before the imprint (7.3.7)."""
    found = work.pages("annexes")
    said = [line for page in found for line in page if re.match("附件：1.|2.奖补", line.text)]
    assert [line.text for line in said] == ["附件：1.名单及有关情况说明", "2.奖补资金兑现情况表"], said
    near(said[0].left, LEFT + 2 * CELL, 0.3, "附件 is indented by 2 characters")
    first, second = (next(i for i, page in enumerate(found) if page[0].text == f"附件{n}") for n in (1, 2))
    assert second == first + 1 == len(found) - 1, (first, second, len(found))
    for i, title in ((first, "名单及有关情况说明"), (second, "奖补资金兑现情况表")):
        near(found[i][0].left, LEFT, 0.3, "附件 is flush left")
        near(found[i][0].middle, TOP + 8 * POINT, 1, "附件 is in the first line")
        line = next(line for line in found[i] if line.text == title)
        near(line.middle, TOP + 2 * PITCH + 8 * POINT, 1.3, "an annex's title is in the third line")
    assert any(line.text.startswith("抄送：") for line in found[-1]), "the imprint is on the last page"
    assert not any(line.text.startswith("抄送：") for page in found[:-1] for line in page)


# ── Other programs ───────────────────────────────────────────────────────────────────────────────


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
    form.joinpath("letterhead.typ").write_text('#let red = rgb("#c00")\n#let letterhead(name, width, largest, face) = align(center, text(size: 30pt, fill: red)[我市#name])\n')
    work.make({"own": LETTERS["short"]}, project=str(project))
    assert "我市鄂尔多斯市人民政府文件" in command("pdftotext", work.path("own"), "-").decode()
    form.joinpath("letterhead.typ").write_text("#let red = black\n#let letterhead(name, width, largest, face) = nothing\n")
    answer = work.ask({"none": LETTERS["short"]}, project=str(project))["none"]
    assert answer["problems"][0].startswith(f"{form}/letterhead.typ:2:47: error[pdf-source]: Typst cannot set this: unknown variable: nothing"), answer
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
    refused(work.ask(letters, node=deaf, seconds=1), "letter.json: error[pdf-slow]: no PDF was made within 1 seconds")
    dies = script(work, "dies", hello + "echo no memory left >&2; kill -9 $$\n")
    refused(work.ask(letters, node=dies), "letter.json: error[pdf-ended]: the program that makes PDFs ended, and did so again when restarted: no memory left")
    once = script(work, "once", f'[ -e {work.folder}/died ] && exec {NODE} "$@"\ntouch {work.folder}/died\n' + hello + "kill -9 $$\n")
    answers = work.ask(letters, node=once)
    assert all(answer["made"] for answer in answers.values()), answers
    assert work.path("one").read_bytes() == work.path("short").read_bytes()


def seeds(work):
    """The text of a real reply, where it lies beside the repository."""
    text = (ROOT.parent / "shared/seeds/000_e4750ab45ab6bca4.txt").read_text()
    text = text[text.index("你们的《"):]
    paragraphs = [re.sub(r"\s", "", part) for part in re.split(r"。\s*\n|\n\n(?=[一二三四五]、)|(?<=建议)\n\n", text)]
    letter = {**GENERAL, "body": "\n\n".join(("# " if re.match("[一二三四五]、", part) else "") + part + "。" for part in paragraphs if part) * 3}
    work.make({"seed": letter})
    counts = lines_a_page(work, "seed", range(7))
    ink_of_full_pages(work, "seed")
    return f"{counts} lines, {cells_a_line(work, 'seed')}"


LETTERS = {
    "short": {**GENERAL, "body": SHORT, "class_mark": "A"},
    "stress": {**GENERAL, "body": stress()},
    "plain": {**GENERAL, "body": PLAIN * 40 + "。"},
    "unsealed": {**GENERAL, "body": SHORT, "has_seal": False, "signatories": ["鄂尔多斯市人民政府办公室"]},
    "long-date": {**GENERAL, "body": SHORT, "has_seal": False, "signatories": ["市科技局"]},
    "several": {**GENERAL, "body": SHORT, "signatories": ["鄂尔多斯市人民政府", "鄂尔多斯市科学技术局", "鄂尔多斯市工业和信息化局"]},
    "letter": {**GENERAL, "format": "letter", "letterhead": "鄂尔多斯市人民政府", "body": "\n\n".join([PLAIN * 3] * 8)},
    "letter-open": {**GENERAL, "format": "letter", "letterhead": "鄂尔多斯市人民政府", "body": PLAIN * 20, "signed_on": ""},
    "letter-draft": {**GENERAL, "format": "letter", "letterhead": "鄂尔多斯市人民政府", "body": PLAIN * 20, "signed_on": "", "draft_mark": "代拟稿"},
    "general-draft": {**GENERAL, "number": "鄂建提复字〔2026〕　号", "signer": "", "signed_on": "", "printed_on": "", "body": SHORT, "draft_mark": "代拟稿"},
    "annexes": {**GENERAL, "body": SHORT + "\n\n1. 第一项\n2. 第二项\n\n" + PLAIN + "。", "annexes": [
        {"title": "名单及有关情况说明", "body": "| 年度 | 数量 |\n|---|--:|\n| 2021 | 89 |\n| 2022 | 99 |\n", "caption": "情况表"},
        {"title": "奖补资金兑现情况表", "body": "| 年度 | 数量 | 金额 |\n|---|--:|:-:|\n| 2021 | 89 | 53.2亿元 |\n| 2022 | 99 | 一个要在这一格里换行才放得下去的说明，因为它很长很长 |\n"}]},
}


def main():
    with tempfile.TemporaryDirectory(dir=os.environ.get("HUICE_TMP")) as folder:
        work = Work(folder)

        def holds(name, what, *arguments):
            try:
                result = what(*arguments)
                check(name + (f": {result}" if result else ""), True)
            except Exception:  # noqa: BLE001
                check(name, False, ["# " + line for line in traceback.format_exc().splitlines()[-12:]])

        holds("every letter becomes a PDF/UA-1", work.make, LETTERS)
        holds("a letter of ten pages has 22 lines a page, 21 where a head moved on, at an even pitch", lines_a_page, work, "stress", range(1, 5))
        holds("so has a text without heads, and none of 21", lines_a_page, work, "plain", [0])
        holds("the ink of full pages is 156 × 225 mm at 37 and 28 mm, ± 1 mm", ink_of_full_pages, work, "stress")
        holds("plain text has 28 characters a line", cells_a_line, work, "plain")
        holds("lines are shorter only where what follows may not be broken", cells_a_line, work, "stress")
        holds("the first page: mark, number, signer, red line, title, salutation", first_page, work)
        holds("page numbers: odd right, even left, 7 mm under the text", page_numbers, work, "stress")
        holds("the imprint at the foot of the last page", imprint, work, "short")
        holds("the imprint of a letter that fills its last page stands at the foot too", imprint, work, "plain")
        holds("signatures with a seal, without one, and of several offices", signatures, work)
        holds("a signature never stands alone on a page", never_alone, work)
        holds("the letter format: double red lines, number at the right, no imprint", letter_format, work)
        holds("the letter format has no number on its first page", page_numbers, work, "letter", 2)
        holds("a draft is marked outside of the text, which does not move; open slots are blanks", drafts, work)
        holds("annexes are named, and stand before the imprint", annexes, work)
        holds("standards for archives can be chosen, unknown ones are refused", standards, work)
        holds("hostile texts print as text", hostile, work)
        holds("qpdf finds nothing to complain of", read_by_qpdf, work)
        holds("pdf.js reads title, language, date, headings, lists and tables", read_by_pdfjs, work)
        holds("the same letters give the same bytes, in any order", same_bytes, work)
        holds("fonts that take another's place are told, by character; a character without a font stops the PDF", fonts, work)
        holds("an office's own letterhead takes the place of huice's, and its faults are told at their place", own_form, work)
        holds("pictures come from the project alone", figures, work)
        holds("without Node or Typst, with a worker that dies or hangs, there is a message and no waiting", workers_that_fail, work)
        if (ROOT.parent / "shared/seeds").is_dir():
            holds("the text of a real reply, three times over", seeds, work)
        else:
            check("the text of a real reply # SKIP it is not beside the repository", True)


if __name__ == "__main__":
    print("1..26", flush=True)
    main()
    sys.exit(outcome())
