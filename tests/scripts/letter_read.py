#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Letters that were edited in Word come back as patches to their records: `huice letter --read`.

A letter of tests/sites/letters, with more paragraphs and a table (LETTER_TEXT), is made, edited on its XML as people edit it
(tests/tools/word_edits.py), and read. By hand: tests/scripts/letter_read.py --filter moved
"""

import argparse
import copy
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
HUICE = str(pathlib.Path(os.environ.get("HUICE") or ROOT / "build/release/huice").resolve())
sys.path.insert(0, str(ROOT / "tests/tools"))
from word_edits import W, Word  # noqa: E402

RECORD = "data/proposals/p-001.json"
FACT = "{{ fact('example-count@example-city/@2025-12-31') | value }}"
TEXT = "reply/sections/1/text"
FIRST = ("{{ cite('example-2026-1') }}规定，对新认定企业给予{{ amount('example-2026-1/1/recognised') }}奖励。2025年底，全市有示例类中小企业" + FACT + "家。")
SECOND = "认定工作每年一次，**仍须努力**。申报材料已经精简。"
TABLE = "| 类别 | 家数 |\n| --- | --- |\n| 全部 | " + FACT + " |\n| 其他 | 无 |"
THIRD = "各区县正在抓紧落实。"
LETTER_TEXT = f"{FIRST}\n\n{SECOND}\n\n{TABLE}\n\n{THIRD}\n\n- 申报时间另行公布；\n- 材料从简。"
CLOSING = "下一步，将继续做好认定和奖励兑现。"
MARKS = {"first": "o_reply_sections_1_text_1", "second": "o_reply_sections_1_text_2", "third": "o_reply_sections_1_text_4",
         "item": "o_reply_sections_1_text_5", "last": "o_reply_sections_1_text_6", "closing": "o_reply_closing_1",
         "heading": "o_reply_sections_1_heading_1", "cell": "o_reply_sections_1_text_2_1_3"}


class Skipped(Exception):
    """What a test needs is not here."""


def same(found, expected, what):
    if found != expected:
        raise AssertionError(f"{what}:\n found    {found!r}\n expected {expected!r}")


class Case:
    """A project of one letter, and its file in Word."""

    def __init__(self, folder):
        self.folder = folder
        shutil.copytree(ROOT / "tests/sites/letters/data", folder / "data")
        self.record = folder / RECORD
        record = json.loads(self.record.read_text(encoding="utf-8"))
        record["reply"]["sections"][0]["text"] = LETTER_TEXT
        self.record.write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        said = self.huice("p-001", "--formats", "docx")
        same(said.returncode, 0, said.stderr)
        self.made = folder / "drafts/p-001.docx"
        self.edited = folder / "edited.docx"
        self.word = Word(self.made)

    def huice(self, *arguments):
        return subprocess.run([HUICE, "--lang", "en", "letter", str(self.folder), "--as-of", "2026-06-01", *arguments], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, encoding="utf-8", timeout=120, check=False)

    def paragraph(self, name):
        return self.word.paragraph(MARKS[name])

    def read(self, *more, save=True):
        if save:
            self.word.save(self.edited)
        return self.huice("--read", str(self.edited), *more)

    def field(self, path):
        at = json.loads(self.record.read_text(encoding="utf-8"))
        for key in path.split("/"):
            at = next((one for one in at if one["id"] == key), None) if isinstance(at, list) else at.get(key)
        return at

    def gives(self, changes, codes=(), path=TEXT, text=None, code=None):
        """The patch and the codes of what is told; then what --apply writes, after which the file says nothing new."""
        before = self.record.read_bytes()
        said = self.read()
        same((patch(said.stdout), codes_of(said.stderr)), (changes, sorted(codes)), "patch and messages: " + said.stderr)
        same(self.record.read_bytes(), before, "nothing is written without --apply")
        if code is not None:
            same(said.returncode, code, "exit code")
        if text is None:
            return said
        applied = self.read("--apply", save=False)
        same((applied.returncode, self.field(path)), (code or 0, text), "what was written: " + applied.stderr)
        again = self.read(save=False)
        same(patch(again.stdout), [], "a second look")
        return said


def patch(out):
    return [line for line in out.splitlines() if line]


def codes_of(err):
    return sorted(re.findall(r"^\S+: (?:error|warning|note)\[([a-z-]+)\]", err, re.M))


HEAD = f"{RECORD}  {TEXT}"
WITH = LETTER_TEXT.replace


# ── The ten kinds of edit ──────────────────────────────────────────────────────────────────────────

def nothing_changed(case):
    case.gives([], code=0)


def wording_changed(case):
    case.word.replace(case.paragraph("first"), "规定，对", "明确规定，对")
    case.word.replace(case.paragraph("closing"), "继续", "持续")
    new = FIRST.replace("规定，", "明确规定，")
    case.gives([HEAD, "- " + FIRST, "+ " + new, f"{RECORD}  reply/closing", "- " + CLOSING, "+ " + CLOSING.replace("继续", "持续")],
               text=WITH(FIRST, new), code=0)
    same(case.field("reply/closing"), CLOSING.replace("继续", "持续"), "the other field")


def figure_changed(case):
    case.word.replace(case.paragraph("first"), "58", "68")
    case.word.replace(case.paragraph("third"), "正在", "都在")
    said = case.gives([HEAD, "- " + THIRD, "+ " + THIRD.replace("正在", "都在")], ["letter-figure-changed"], text=WITH(THIRD, THIRD.replace("正在", "都在")), code=1)
    same("“58” was changed to “68”, which contradicts fact:example-count@example-city/@2025-12-31" in said.stderr, True, said.stderr)
    same("data/observations/example.csv:2" in said.stderr, True, "where the fact is: " + said.stderr)


def figure_changed_without_its_bookmark(case):
    first = case.paragraph("first")
    case.word.replace(first, "58", "68")
    for one in list(first):
        if one.tag == W + "bookmarkStart" and one.get(W + "name").startswith("c_"):
            first.remove(one)
    case.gives([], ["letter-figure-changed"], code=1)


def figure_reformatted(case):
    case.word.replace(case.paragraph("first"), "一次性10万元", "一次性 100,000 元")
    case.gives([], ["letter-read-figure-form"], code=0)


def figure_kept_without_its_bookmark(case):
    first = case.paragraph("first")
    for one in list(first):
        if one.tag == W + "bookmarkStart" and one.get(W + "name").startswith("c_"):
            first.remove(one)
    case.word.replace(first, "全市有", "全市共有")
    new = FIRST.replace("全市有", "全市共有")
    case.gives([HEAD, "- " + FIRST, "+ " + new], text=WITH(FIRST, new), code=0)


def paragraph_added(case):
    second = case.paragraph("second")
    case.word.insert_after(second, case.word.new_paragraph(second, "　　另外，*已经*开通网上申报。"))
    new = "另外，\\*已经\\*开通网上申报。"
    case.gives([HEAD, "+ " + new], text=WITH(SECOND, SECOND + "\n\n" + new), code=0)


def paragraph_deleted(case):
    case.word.remove(case.paragraph("third"))
    case.gives([HEAD, "- " + THIRD], text=WITH("\n\n" + THIRD, ""), code=0)


def item_deleted(case):
    case.word.remove(case.paragraph("item"))
    case.gives([HEAD, "- 申报时间另行公布；"], text=WITH("- 申报时间另行公布；\n", ""), code=0)


def paragraph_split(case):
    case.word.split(case.paragraph("first"), "2025年底，")
    one, two = FIRST.split("2025年底，")
    case.gives([HEAD, "- " + FIRST, "+ " + one, "+ 2025年底，" + two], text=WITH(FIRST, one + "\n\n2025年底，" + two), code=0)


def paragraphs_merged(case):
    case.word.merge(case.paragraph("first"), case.paragraph("second"))
    case.gives([HEAD, "- " + FIRST, "+ " + FIRST + SECOND, "- " + SECOND], text=WITH(FIRST + "\n\n", FIRST), code=0)


def paragraphs_of_two_fields_merged(case):
    case.word.merge(case.paragraph("last"), case.paragraph("closing"))
    case.gives([], ["letter-read-unplaced"], code=0)


def paragraph_moved(case):
    case.word.move_before(case.paragraph("second"), case.paragraph("first"))
    case.gives([HEAD, "- " + SECOND, "+ " + SECOND], text=WITH(FIRST + "\n\n" + SECOND, SECOND + "\n\n" + FIRST), code=0)


def moved_to_another_field(case):
    case.word.remove(first := case.paragraph("third"))
    case.word.insert_after(case.paragraph("closing"), first)
    case.gives([HEAD, "- " + THIRD, f"{RECORD}  reply/closing", "+ " + THIRD], path="reply/closing", text=CLOSING + "\n\n" + THIRD, code=0)
    same(case.field(TEXT), WITH("\n\n" + THIRD, ""), "the other field")


def table_row_added(case):
    cell = case.paragraph("cell")
    row = next(one for one in case.word.root.iter(W + "tr") if cell in list(one.iter()))
    new = copy.deepcopy(row)
    for paragraph in new.iter(W + "p"):
        case.word.unmark(paragraph)
    words = list(new.iter(W + "t"))
    words[0].text, words[1].text = "新增", "3"
    case.word.insert_after(row, new)
    changed = TABLE.replace("| 其他 | 无 |", "| 其他 | 无 |\n| 新增 | 3 |")
    case.gives([HEAD, *["- " + line for line in TABLE.split("\n")], *["+ " + line for line in changed.split("\n")]], text=WITH(TABLE, changed), code=0)


def table_cell_changed(case):
    for table in case.word.root.iter(W + "tbl"):
        for paragraph in table.iter(W + "p"):
            if case.word.words(paragraph) == "无":
                case.word.replace(paragraph, "无", "暂无")
    changed = TABLE.replace("无", "暂无")
    case.gives([HEAD, *["- " + line for line in TABLE.split("\n")], *["+ " + line for line in changed.split("\n")]], text=WITH(TABLE, changed), code=0)


def figure_of_a_table_changed(case):
    case.word.replace(case.word.paragraph(MARKS["cell"].replace("_2_1_", "_1_2_")), "58", "85")
    case.gives([], ["letter-figure-changed"], code=1)


def tracked(case):
    third = case.paragraph("third")
    case.word.insert_tracked(third, case.word.delete_tracked(third, "正在"), "已经")


def changes_accepted(case):
    tracked(case)
    case.word.accept()
    new = THIRD.replace("正在", "已经")
    case.gives([HEAD, "- " + THIRD, "+ " + new], text=WITH(THIRD, new), code=0)


def changes_refused(case):
    tracked(case)
    case.word.refuse()
    case.gives([], code=0)


def changes_open(case):
    tracked(case)
    case.word.replace(case.paragraph("closing"), "继续", "持续")
    said = case.gives([f"{RECORD}  reply/closing", "- " + CLOSING, "+ " + CLOSING.replace("继续", "持续")], ["letter-read-open-change"],
                      path="reply/closing", text=CLOSING.replace("继续", "持续"), code=0)
    same("a change by 王五 (2026-03-01)" in said.stderr, True, said.stderr)


def comments(case):
    case.word.comment(case.paragraph("third"), "请核实")
    said = case.gives([], ["letter-read-comment"], code=0)
    same("赵六 comments “请核实” at “各区县正在抓紧落实。”" in said.stderr, True, said.stderr)


def split_runs(case):
    for name in MARKS:
        if name != "cell":
            case.word.split_runs(case.paragraph(name))
    case.gives([], code=0)
    case.word.replace(case.paragraph("second"), "精", "大大精")
    new = SECOND.replace("精简", "大大精简")
    case.gives([HEAD, "- " + SECOND, "+ " + new], text=WITH(SECOND, new), code=0)


def bookmark_lost(case):
    case.word.unmark(case.paragraph("third"))
    case.gives([], code=0)


def bookmark_lost_and_changed(case):
    third = case.paragraph("third")
    case.word.unmark(third)
    case.word.replace(third, "正在", "都在")
    said = case.gives([], ["letter-read-near"], code=0)
    same(f"Nearest is {TEXT}: “{THIRD}”" in said.stderr, True, said.stderr)


def all_bookmarks_lost(case):
    case.word.replace(case.paragraph("third"), "正在", "都在")
    for paragraph in list(case.word.root.iter(W + "p")):
        case.word.unmark(paragraph)
    case.gives([], ["letter-read-near"], code=0)


def origins_lost(case):
    relations = case.word.parts["word/_rels/document.xml.rels"].decode()
    start = relations.index('<Relationship Id="origins"')
    case.word.parts["word/_rels/document.xml.rels"] = (relations[:start] + relations[relations.index("/>", start) + 2:]).encode()
    case.word.replace(case.paragraph("third"), "正在", "都在")
    case.word.save(case.edited)
    said = case.huice("--read", str(case.edited))
    same((said.returncode, codes_of(said.stderr)), (1, ["letter-read-unknown"]), said.stderr)
    said = case.huice("p-001", "--read", str(case.edited))
    same((patch(said.stdout), codes_of(said.stderr)), ([HEAD, "- " + THIRD, "+ " + THIRD.replace("正在", "都在")], ["letter-read-no-origins"]), said.stderr)


# ── What is around the body ────────────────────────────────────────────────────────────────────────

def blanks_filled(case):
    number = case.word.paragraph("f_number")
    runs = [one for one in number.iter(W + "t")]
    for one in runs:
        one.text = one.text.replace("　号", "12号") if "号" in one.text else one.text
    runs[-1].text = "李 一"
    date = case.word.paragraph("f_date")
    case.word.texts(date)[0].text = "2026年3月5日"
    for one in case.word.texts(case.word.paragraph("f_printed"))[1:]:
        one.text = "2026年3月6日印发" if "印发" in one.text else ""
    case.gives([f"{RECORD}  reply/number", "+ 示建提复字〔2026〕12号", f"{RECORD}  reply/signer", "+ 李一", f"{RECORD}  reply/signed", "+ 2026-03-05",
                f"{RECORD}  reply/printed", "+ 2026-03-06"], path="reply/signed", text="2026-03-05", code=0)
    same([case.field("reply/" + name) for name in ("number", "signer", "printed")], ["示建提复字〔2026〕12号", "李一", "2026-03-06"], "the other fields")
    same(list(json.loads(case.record.read_text(encoding="utf-8"))["reply"]),
         ["number", "signer", "form", "class", "issuer", "signed", "printed", "sections", "closing"], "each after what stands before it in the table")


def title_changed(case):
    case.word.replace(case.word.paragraph("f_title"), "答复函", "复函")
    said = case.gives([], ["letter-read-frame"], code=0)
    same("reply/title is what is printed there" in said.stderr, True, said.stderr)


def opening_changed(case):
    opening = next(one for one in case.word.root.iter(W + "p") if "收悉" in case.word.words(one))
    case.word.replace(opening, "现答复如下", "现将办理情况答复如下")
    case.gives([], ["letter-read-frame"], code=0)


def heading_changed(case):
    case.word.replace(case.paragraph("heading"), "给予奖励", "给予资金奖励")
    was, now = "关于“对新认定企业给予奖励”的建议", "关于“对新认定企业给予资金奖励”的建议"
    case.gives([f"{RECORD}  reply/sections/1/heading", "- " + was, "+ " + now], path="reply/sections/1/heading", text=now, code=0)


# ── The record, meanwhile ──────────────────────────────────────────────────────────────────────────

def change_record(case, old, new):
    text = case.record.read_text(encoding="utf-8")
    same(text.count(old), 1, old)
    case.record.write_text(text.replace(old, new), encoding="utf-8")


def record_changed_elsewhere(case):
    change_record(case, "申报材料已经精简", "申报材料已经大大精简")
    case.word.replace(case.paragraph("third"), "正在", "都在")
    case.gives([HEAD, "- " + THIRD, "+ " + THIRD.replace("正在", "都在")], code=0)


def record_changed_too(case):
    change_record(case, "各区县正在抓紧落实", "各区县正在加紧落实")
    case.word.replace(case.paragraph("third"), "正在", "都在")
    case.word.replace(case.paragraph("closing"), "继续", "持续")
    case.gives([f"{RECORD}  reply/closing", "- " + CLOSING, "+ " + CLOSING.replace("继续", "持续")], ["letter-read-conflict"],
               path="reply/closing", text=CLOSING.replace("继续", "持续"), code=1)


def fact_changed_since(case):
    table = case.folder / "data/observations/example.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",58,", ",59,"), encoding="utf-8")
    case.word.replace(case.paragraph("first"), "规定，对", "明确规定，对")
    new = FIRST.replace("规定，", "明确规定，")
    case.gives([HEAD, "- " + FIRST, "+ " + new], text=WITH(FIRST, new), code=0)


def broken_by_the_change(case):
    case.word.replace(case.paragraph("third"), "落实", "落实{{ fact('none') }}")
    before = case.record.read_bytes()
    said = case.read("--apply")
    same((said.returncode, codes_of(said.stderr)), (1, ["letter-read-unwritable"]), said.stderr)
    same(case.record.read_bytes(), before, "nothing is written")


def layout_stays(case):
    record = case.record.read_text(encoding="utf-8").replace('{\n  "id": "p-001",', '{ "id": "p-001",', 1).replace("\n", "\r\n")
    case.record.write_bytes(record.encode())
    case.word.replace(case.paragraph("closing"), "继续", "“持续”\\")
    said = case.read("--apply")
    same(said.returncode, 0, said.stderr)
    wanted = record.replace(CLOSING, CLOSING.replace("继续", "“持续”\\\\\\\\"))
    same(case.record.read_bytes().decode(), wanted, "all other bytes")


def saved_by_libreoffice(case):
    if not shutil.which("soffice"):
        raise Skipped("no LibreOffice here")
    case.word.replace(case.paragraph("second"), "精简", "大大精简")
    case.word.save(case.edited)
    subprocess.run(["soffice", f"-env:UserInstallation={(case.folder / 'profile').as_uri()}", "--headless", "--convert-to", "docx", "--outdir",
                    str(case.folder / "saved"), str(case.edited)], env={**os.environ, "HOME": str(case.folder)}, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, timeout=300, check=False)
    case.word = Word(case.folder / "saved/edited.docx")
    shutil.copy(case.folder / "saved/edited.docx", case.edited)
    new = SECOND.replace("精简", "大大精简")
    said = case.read(save=False)
    same((patch(said.stdout), codes_of(said.stderr)), ([HEAD, "- " + SECOND, "+ " + new], []), said.stderr)


def wrong_use(case):
    for more in (["--all"], ["--final"], ["--formats", "md"], ["p-001", "p-002"]):
        same(case.read(*more).returncode, 2, more)
    same(case.huice("--apply").returncode, 2, "--apply alone")


TESTS = {
    "a file that nobody edited changes nothing": nothing_changed,
    "changed wording is a patch of each field, in which citations stay citations": wording_changed,
    "a changed figure that contradicts its fact is told with the fact and its place, and not taken": figure_changed,
    "so is one whose bookmark is gone": figure_changed_without_its_bookmark,
    "a figure that is written otherwise stays a citation": figure_reformatted,
    "a figure whose bookmark is gone stays a citation where its words are the same": figure_kept_without_its_bookmark,
    "a paragraph that was added comes after the one before it, as plain text": paragraph_added,
    "a paragraph that was deleted is taken out": paragraph_deleted,
    "so is an item of a list": item_deleted,
    "a paragraph that was split is two, each with its citations": paragraph_split,
    "paragraphs that were merged are one": paragraphs_merged,
    "paragraphs of two fields that were merged are told": paragraphs_of_two_fields_merged,
    "a paragraph that was moved is moved": paragraph_moved,
    "a paragraph that was moved into another field is moved there": moved_to_another_field,
    "a row that was added to a table is added": table_row_added,
    "a cell that was changed is changed": table_cell_changed,
    "a changed figure of a table is told": figure_of_a_table_changed,
    "accepted changes are edits": changes_accepted,
    "refused changes are none": changes_refused,
    "open changes are told and not taken": changes_open,
    "comments are listed with their paragraph": comments,
    "runs may be split in any way": split_runs,
    "a paragraph without its bookmark is known by its words": bookmark_lost,
    "a changed paragraph without its bookmark is told with the nearest one": bookmark_lost_and_changed,
    "so it is where all bookmarks are gone": all_bookmarks_lost,
    "a file that no longer says what it was made of is compared with the record of the id that is given": origins_lost,
    "blanks that were filled in become fields": blanks_filled,
    "a changed title is told with the field that holds it": title_changed,
    "so is the opening that follows from the proposal": opening_changed,
    "a changed heading is a change of its field": heading_changed,
    "a record that was changed elsewhere keeps that": record_changed_elsewhere,
    "a paragraph that was changed in both is a conflict": record_changed_too,
    "a fact that was changed since is no change of the letter": fact_changed_since,
    "words that would be markup of the record are told, and nothing is written": broken_by_the_change,
    "all other bytes of the record's file stay": layout_stays,
    "a file that LibreOffice saved gives the same patch": saved_by_libreoffice,
    "what makes letters does not go with --read": wrong_use,
}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--filter", default="")
    options = parser.parse_args()
    chosen = {name: test for name, test in TESTS.items() if options.filter in name or options.filter in test.__name__}
    print(f"1..{len(chosen)}", flush=True)
    failed = False
    for number, (name, test) in enumerate(chosen.items(), 1):
        with tempfile.TemporaryDirectory(dir=os.environ.get("HUICE_TMP")) as folder:
            try:
                test(Case(pathlib.Path(folder) / "p"))
                print(f"ok {number} - {name}", flush=True)
            except Skipped as why:
                print(f"ok {number} - {name} # SKIP {why}", flush=True)
            except Exception:  # pylint: disable=broad-except
                failed = True
                print(f"not ok {number} - {name}", flush=True)
                print("# " + traceback.format_exc().replace("\n", "\n# "), flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
