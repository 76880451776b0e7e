#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Letters as PDF, measured with poppler as GB/T 9704 says.

letter_lines (tests/tools) makes them of the letters of letter_pdfs.py, with fonts that every Debian can have. By hand:

    HUICE_BUILDS=build/quick tests/scripts/letter_pdf.py
"""

import os
import pathlib
import re
import sys

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
sys.path.insert(0, str(ROOT / "tests/tools"))
from letter_pdfs import GENERAL, LETTERS, PLAIN, Work, hold  # noqa: E402
from pdf_pages import POINT, Ink, command, png  # noqa: E402

TOP, LEFT, RIGHT, BOTTOM = 37, 28, 184, 262  # of the text's block, in mm
CELL = 156 / 28
PITCH = (225 - 16 * POINT) / 21


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


def several_signers(work):
    """7.2.6: two names a line, the number beside the last; 7.2.3: 紧急程度 at the upper left."""
    page = work.pages("signers")[0]
    first = next(line for line in page if line.text.startswith("签发人"))
    second = next(line for line in page if line.text.startswith("鄂建提复字"))
    assert (first.text, second.text) == ("签发人：张某某李四", "鄂建提复字〔2026〕9号王五"), (first, second)
    near(second.middle - first.middle, PITCH, 0.1, "lines under each other")
    near(first.middle - TOP, 7 * PITCH + 8 * POINT, 0.6, "the first stands where one alone would")
    near(first.right, RIGHT - CELL, 0.3, "one character from the edge")
    near(second.right, RIGHT - CELL - 4 * CELL, 0.3, "the last name is under the first")
    near(first.left, RIGHT - CELL - 10 * CELL, 0.3, "the label has its four characters")
    line = next(row for row in Ink(work.path("signers"), 1).rows(Ink(work.path("signers"), 1).red) if row[1] - row[0] < 0.8)
    near(line[0] - (TOP + 8 * PITCH + 16 * POINT), 4, 0.3, "red line under the number")
    head = next(line for line in page if line.text.startswith("加急"))
    near(head.left, LEFT, 0.3, "紧急程度")
    near(head.middle, TOP + 8 * POINT, 1, "紧急程度 is in the first line")
    number = next(line for line in work.pages("letter-urgent")[0] if "9号" in line.text and line.size < 20)
    assert number.text == "特急鄂建提复字〔2026〕9号", number.text
    near(number.left, LEFT, 0.3, "信函格式: 紧急程度 is at the left edge")
    mark = next(line for line in work.pages("letter-urgent")[0] if line.text == "A")
    near(mark.right, RIGHT, 1, "信函格式: the class is at the right edge")
    near(mark.middle - number.middle, PITCH, 0.6, "信函格式: the class is under the number")


def look(work):
    """The red, the fonts and the picture that a project names."""
    project = work.folder / "office"
    (project / "templates/letter").mkdir(parents=True, exist_ok=True)
    (project / "templates/letter/mark.png").write_bytes(png(600, 100))
    work.make({"marked": LETTERS["short"], "marked-letter": LETTERS["letter"]}, project=str(project), picture="mark.png")
    ink = Ink(work.path("marked"), 1)
    red = ink.rows(ink.red)
    near(red[0][0], TOP + 35, 0.5, "top of the picture")
    near(red[0][1] - red[0][0], 20, 0.5, "height of the picture")
    ink = Ink(work.path("marked-letter"), 1)
    near(ink.rows(ink.red)[0][0], 30, 0.5, "信函格式: top of the picture")
    answer = work.ask({"named": LETTERS["short"]}, fangsong=["No Such Font", "FandolKai"])["named"]
    assert answer["made"], answer
    assert not any("FandolFang" in one for one in answer["problems"]), answer
    fonts = command("pdffonts", work.path("named")).decode()
    assert "FandolKai" in fonts and "FandolFang" not in fonts, fonts
    answer = work.ask({"named": LETTERS["short"]}, fangsong=["No Such Font"])["named"]
    assert any("since No Such Font is not installed" in one for one in answer["problems"]), answer


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


if __name__ == "__main__":
    real = "the text of a real reply, three times over"
    is_there = (ROOT.parent / "shared/seeds").is_dir()
    hold([
        ("every letter becomes a PDF/UA-1", Work.make, LETTERS),
        ("a letter of ten pages has 22 lines a page, 21 where a head moved on, at an even pitch", lines_a_page, "stress", range(1, 5)),
        ("so has a text without heads, and none of 21", lines_a_page, "plain", [0]),
        ("the ink of full pages is 156 × 225 mm at 37 and 28 mm, ± 1 mm", ink_of_full_pages, "stress"),
        ("plain text has 28 characters a line", cells_a_line, "plain"),
        ("lines are shorter only where what follows may not be broken", cells_a_line, "stress"),
        ("the first page: mark, number, signer, red line, title, salutation", first_page),
        ("page numbers: odd right, even left, 7 mm under the text", page_numbers, "stress"),
        ("the imprint at the foot of the last page", imprint, "short"),
        ("the imprint of a letter that fills its last page stands at the foot too", imprint, "plain"),
        ("signatures with a seal, without one, and of several offices", signatures),
        ("a signature never stands alone on a page", never_alone),
        ("the letter format: double red lines, number at the right, no imprint", letter_format),
        ("the letter format has no number on its first page", page_numbers, "letter", 2),
        ("several who sign off are two a line, and 紧急程度 is at the upper left", several_signers),
        ("picture, fonts and red are those that the project names", look),
        ("a draft is marked outside of the text, which does not move; open slots are blanks", drafts),
        ("annexes are named, and stand before the imprint", annexes),
        *([(real, seeds)] if is_there else []),
    ], [] if is_there else [real])
