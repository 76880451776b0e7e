#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Tables against other programs: openpyxl and Python's csv and json write what huice reads, and read what huice writes.

table_lines (tests/tools), from each build at hand, is huice's side. By hand:

    tests/scripts/xlsx.py --build build/release
"""

import argparse
import csv
import datetime
import json
import os
import pathlib
import random
import re
import resource
import signal
import subprocess
import sys
import tempfile
import traceback
import zipfile

DEBIAN_PYTHON = "/usr/bin/python3"
if not os.path.samefile(sys.executable, DEBIAN_PYTHON):  # another Python came first in PATH
    os.execv(DEBIAN_PYTHON, [DEBIAN_PYTHON, *sys.argv])
import openpyxl  # noqa: E402
from openpyxl.utils.datetime import CALENDAR_MAC_1904  # noqa: E402

ALPHABET = "甲乙企业ab 0,\"'\n;=+-@<&>]]_x\t。😀é"
DATE_FORMATS = ["yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "m/d/yy h:mm", "mm-dd-yy", "[$-804]yyyy/m/d;@", "d-mmm-yy"]


class Huice:
    def __init__(self, build):
        self.program = pathlib.Path(build) / "table_lines"

    def read(self, path, *sheet):
        done = subprocess.run([self.program, "read", path, *sheet], stdout=subprocess.PIPE, check=True, timeout=300)
        *rows, last = [json.loads(line) for line in done.stdout.decode().splitlines()]
        return {row["row"]: row["cells"] for row in rows}, last["problems"]

    def write(self, path, columns, rows, **options):
        lines = [json.dumps({"columns": columns, "created": "2026-01-02"}), *map(json.dumps, rows)]
        return subprocess.run([self.program, "write", path], input="\n".join(lines).encode(), stderr=subprocess.PIPE, timeout=300, **options)


def same(found, expected, what):
    if found != expected:
        raise AssertionError(f"{what}\nexpected {expected!r}\nfound    {found!r}"[:3000])


def random_text(rng):
    return "".join(rng.choice(ALPHABET) for _ in range(rng.randrange(1, 12)))


def number_text(value):
    """What Excel shows: 15 digits, without exponent."""
    text = format(value, ".15g")
    return re.sub(r"\.?0+$", "", format(float(text), ".25f")) if "e" in text else text


def without_trailing(cells):
    while cells and cells[-1] == "":
        cells = cells[:-1]
    return cells


def random_cell(rng, cell):
    """Fills an openpyxl cell; gives the text huice has to read."""
    kind = rng.randrange(8)
    if kind == 0:
        return ""
    if kind <= 2:
        text = random_text(rng)
        cell.value = text
        cell.data_type = "s"  # else openpyxl makes =a a formula
        return text
    if kind == 3:
        cell.value = rng.choice([rng.randrange(-10**9, 10**9), rng.randrange(10**15), round(rng.random() * 1000, 9), 0.1 + 0.2])
        return number_text(cell.value)
    if kind == 4:
        share = rng.randrange(0, 1000)
        cell.value, cell.number_format = share / 1000, rng.choice(["0%", "0.00%"])
        return number_text(share / 10) + "%"
    if kind == 5:
        cell.value = datetime.date(1904, 1, 2) + datetime.timedelta(days=rng.randrange(60000))
        cell.number_format = rng.choice(DATE_FORMATS)
        return cell.value.isoformat()
    if kind == 6:
        cell.value = datetime.datetime(1990, 1, 1) + datetime.timedelta(seconds=rng.randrange(10**9))
        cell.number_format = rng.choice(DATE_FORMATS)
        return cell.value.date().isoformat()
    cell.value = rng.random() < 0.5
    return "TRUE" if cell.value else "FALSE"


def openpyxl_writes(huice, folder):
    for seed in range(30):
        rng = random.Random(seed)
        book = openpyxl.Workbook()
        if seed % 3 == 0:
            book.epoch = CALENDAR_MAC_1904
        sheet = book.active
        expected = {}
        for row in range(1, 40):
            cells = without_trailing([random_cell(rng, sheet.cell(row, column)) for column in range(1, 12)])
            if cells:
                expected[row] = cells
        path = folder / f"{seed}.xlsx"
        book.save(path)
        rows, problems = huice.read(path)
        same(problems, [], f"problems of seed {seed}")
        for row in expected:
            same(rows.get(row), expected[row], f"row {row} of seed {seed}")
        same(set(rows), set(expected), f"rows of seed {seed}")


def openpyxl_details(huice, folder):
    book = openpyxl.Workbook()
    hidden, sheet = book.active, book.create_sheet("企业名单")
    hidden.sheet_state, hidden["A1"] = "hidden", "x"
    book.active = 1
    sheet.append(["合并", None, "错误", "公式"])
    sheet.merge_cells("A1:B1")
    sheet["C2"] = "#DIV/0!"
    sheet["D2"] = "=1+1"
    sheet["E2"] = datetime.time(8, 30)
    sheet["Z3"] = "远"
    path = folder / "details.xlsx"
    book.save(path)
    same([re.search(r"\[([a-z-]+)\]:", text).group(1) for text in huice.read(path)[1]], ["xlsx-other-sheets", "xlsx-error-value", "xlsx-no-value"], "the note on other sheets")
    rows, problems = huice.read(path, "企业名单")
    same(rows, {1: ["合并", "", "错误", "公式"], 2: ["", "", "#DIV/0!", "", "08:30:00"], 3: [""] * 25 + ["远"]}, "rows")
    same([re.search(r"\[([a-z-]+)\]: cell (\w+)", text).groups() for text in problems], [("xlsx-error-value", "C2"), ("xlsx-no-value", "D2")], "problems")
    same(huice.read(path, "Sheet"), ({1: ["x"]}, []), "the hidden sheet, by its name")


def random_rows(rng, count):
    """Rows for table_lines, and the texts in them."""
    given, meant = [], []
    for _ in range(count):
        row = [rng.choice([None, random_text(rng), ["%d.%02d" % (rng.randrange(-9999, 9999), rng.randrange(100))]]) for _ in range(4)]
        row[0] = random_text(rng).strip() or "x"
        given.append(row)
        meant.append([float(cell[0]) if isinstance(cell, list) else cell for cell in row])
    return given, meant


def openpyxl_reads(huice, folder):
    columns = ["名称", "=a", "金额", "备注"]
    for seed in range(15):
        given, meant = random_rows(random.Random(seed), 50)
        path = folder / f"ours{seed}.xlsx"
        same(huice.write(path, columns, given).returncode, 0, "exit code")
        sheet = openpyxl.load_workbook(path).active
        found = [[cell.value for cell in row] for row in sheet.iter_rows()]
        # openpyxl leaves _xHHHH_ as it is.
        found = [[re.sub(r"_x005F_", "_", cell) if isinstance(cell, str) else cell for cell in row] for row in found]
        same(found, [columns, *meant], f"seed {seed}")
        kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
        same(kinds - {"s", "n", "inlineStr"}, set(), "no cell is a formula")
        same((sheet.freeze_panes, sheet.auto_filter.ref, sheet["A1"].font.bold, bool(sheet["A2"].font.bold)), ("A2", "A1:D51", True, False), "header")
        same(openpyxl.load_workbook(path).properties.created, datetime.datetime(2026, 1, 2), "creation date")
        same(zipfile.ZipFile(path).testzip(), None, "archive")


def python_reads_text(huice, folder):
    columns = ["名称", "甲", "乙", "丙"]
    for seed in range(15):
        given, meant = random_rows(random.Random(seed), 50)
        for ending in ["csv", "json", "jsonl"]:
            same(huice.write(folder / f"t.{ending}", columns, given).returncode, 0, "exit code")
        with open(folder / "t.json", encoding="utf-8") as file:
            objects = json.load(file)
        same([list(entry.values()) for entry in objects], meant, f"json of seed {seed}")
        lines = (folder / "t.jsonl").read_text(encoding="utf-8").split("\n")
        same([json.loads(line) for line in lines if line], objects, f"jsonl of seed {seed}")
        with open(folder / "t.csv", encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        for found, row in zip(rows[1:], given):
            texts = [cell[0] if isinstance(cell, list) else cell or "" for cell in row]
            same([cell[1:] if cell[:1] == "'" and cell != text else cell for cell, text in zip(found, texts)], texts, f"csv of seed {seed}")
            same([cell for cell in found if cell[:1] in tuple("=+-@\t\r\n") and cell and not re.fullmatch(r"[+-]\d+(\.\d+)?", cell)], [], "formulas")
        same(len(rows), 51, "rows")


def python_writes_csv(huice, folder):
    for seed in range(30):
        rng = random.Random(seed)
        encoding = rng.choice(["utf-8", "utf-8-sig", "gb18030", "gbk"])
        rows = [["企业名称甲", *(random_text(rng) for _ in range(4))] for _ in range(40)]
        if encoding == "gbk":
            rows = [[re.sub("[😀é]", "", cell) for cell in row] for row in rows]
        path = folder / "python.csv"
        with open(path, "w", encoding=encoding, newline="") as file:
            csv.writer(file, lineterminator=rng.choice(["\n", "\r\n"])).writerows(rows)
        found, problems = huice.read(path)
        same(list(found.values()), rows, f"seed {seed} in {encoding}")
        same(["csv-gb18030" in text for text in problems], [True] if encoding.startswith("gb") else [], "problems")


def full_disk(huice, folder):
    def small():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

    rows = [["企业", [str(row)], "x" * 60, None] for row in range(5000)]
    for ending in ["csv", "json", "xlsx"]:
        path = folder / "full" / f"t.{ending}"
        path.parent.mkdir(exist_ok=True)
        path.write_text("old")
        done = huice.write(path, ["a", "b", "c", "d"], rows, preexec_fn=small)
        same(done.returncode, 1, f"exit code for {ending}")
        if b"error[file-unwritable]:" not in done.stderr:
            raise AssertionError(done.stderr)
        same(path.read_text(), "old", "what was there")
        same(sorted(entry.name for entry in path.parent.iterdir()), [path.name], "what is left")
        path.unlink()


def flat_memory(huice, folder):
    for ending in ["csv", "xlsx", "jsonl"]:
        peaks = []
        for rows in [2000, 20000]:
            process = subprocess.Popen([huice.program, "time", folder / f"big.{ending}", str(rows), "20"], stdout=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            same(process.returncode, 0, "exit code")
            peaks.append(usage.ru_maxrss)
        # A sanitizer keeps freed memory for a while.
        bound = 4096 if "san" not in huice.program.parent.name else 400_000
        if peaks[1] - peaks[0] > bound:
            raise AssertionError(f"{ending}: peaks of {peaks} KiB")


TESTS = [
    ("workbooks that openpyxl writes are read cell by cell", openpyxl_writes),
    ("hidden sheets, merged cells, errors, formulas and gaps of openpyxl are read as they should", openpyxl_details),
    ("openpyxl reads the same cells from workbooks that huice writes", openpyxl_reads),
    ("Python reads the same cells from CSV, JSON and JSON lines that huice writes", python_reads_text),
    ("tables that Python writes in UTF-8 and GB18030 are read cell by cell", python_writes_csv),
    ("a full disk is reported, and the old file stays", full_disk),
    ("ten times the rows take no more memory", flat_memory),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", action="append")
    options = parser.parse_args()
    builds = options.build or os.environ.get("HUICE_BUILDS", "build/release").split(":")
    print(f"1..{len(TESTS) * len(builds)}", flush=True)
    number = failed = 0
    for build in builds:
        for name, test in TESTS:
            number += 1
            with tempfile.TemporaryDirectory(dir=os.environ.get("HUICE_TMP")) as folder:
                try:
                    test(Huice(build), pathlib.Path(folder))
                    print(f"ok {number} - {name} ({pathlib.Path(build).name})", flush=True)
                except Exception:
                    failed += 1
                    details = traceback.format_exc().rstrip().replace("\n", "\n# ")
                    print(f"not ok {number} - {name} ({pathlib.Path(build).name})\n# {details}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
