#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""huice letter --verify on the forty files of tests/letters_verify, on more planted breaks, on huice's own letters, on hostile files.

By hand:
    HUICE=build/quick/huice HUICE_BUILDS=build/quick tests/scripts/letter_verify.py
"""

import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import traceback
import zipfile
import zlib

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
os.environ.setdefault("HUICE_SOURCE_DIR", str(ROOT))
sys.path.insert(0, str(ROOT / "tests/tools"))
from letter_cases import CASES  # noqa: E402
from letter_verify_items import FORM, LETTER, MORE, PARTS, Ooxml  # noqa: E402

FILES = ROOT / "tests/letters_verify"
BUILD = pathlib.Path(os.environ.get("HUICE_BUILDS", "build/release").split(":")[0])
HUICE = os.environ.get("HUICE") or str(BUILD / "huice")


class Skipped(Exception):
    """What a test needs is not here."""


def same(found, expected, what):
    if found != expected:
        raise AssertionError(f"{what}\nexpected {expected!r}\nfound    {found!r}"[:3000])


def verify(path, *words):
    """The exit code, what was printed and what was said."""
    said = subprocess.run([HUICE, "letter", "--verify", str(path), *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    return said.returncode, said.stdout.decode(), said.stderr.decode()


def judged(path):
    """Rule → (state, clause) of a file, after its exit code was compared with them."""
    code, out, _ = verify(path, "--format", "json")
    found = json.loads(out)
    states = {one["rule"]: (one["state"], one["clause"]) for one in found["rules"]}
    same(code, 1 if any(state == "broken" for state, _ in states.values()) else 0, f"exit code of {path}")
    return found["format"], states


def of_state(states, wanted):
    return {rule: clause for rule, (state, clause) in states.items() if state == wanted}


def table():
    with open(FILES / "files.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# ── Tests ──────────────────────────────────────────────────────────────────────────────────────────

# What cannot but follow from a planted break: a mark that stands higher is farther from the lines under it.
FOLLOWS = {"pl06.pdf": {"double-rule": "10.1"}}


def forty(_):
    rows = table()
    same(len(rows), 40, "files")
    same([sum(bool(row["broken"]) for row in rows if row["file"].startswith(kind)) for kind in ("dg", "dl", "pg", "pl")], [5] * 4, "broken ones of each kind")
    for row in rows:
        kind, states = judged(FILES / row["file"])
        same(kind, row["format"], f"format of {row['file']}")
        expected = {row["broken"]: row["clause"]} | FOLLOWS.get(row["file"], {}) if row["broken"] else {}
        same(of_state(states, "broken"), expected, f"broken in {row['file']} ({row['what'] or 'right'})")
        same(of_state(states, "cannot-tell"), {}, f"cannot be told of {row['file']}")
        least = {"paper", "margins", "lines", "characters", "body", "colour", "letterhead", "number", "title", "salutation", "indent", "signature", "date", "copies", "page-number"}
        same(sorted(least - set(states)), [], f"rules that were not asked of {row['file']}")


def changed_body(*lines):
    return [(level, text) for level, text in LETTER["body"][:2]] + list(lines)


UNNUMBERED = [(0, PARTS[0]), (1, "三、关于水表的建议"), (0, PARTS[1])]
# Of a Word file of each shape: the letter's changes, the form's, and which rules that breaks.
PLANTED = {
    "top margin": ({}, {"top": 30}, "margins"),
    "31 points a line": ({}, {"pitch": 620}, "lines"),
    "body of 14 points": ({}, {"body_size": 14}, "body"),
    "body in 黑体": ({}, {"text_face": "黑体"}, "body"),
    "mark of another colour": ({}, {"mark_color": "0000FF"}, "letterhead"),
    "mark ten millimetres lower": ({}, {"mark_down": 45}, "letterhead"),
    "【2026】": ({"number": "云政复字【2026】18号"}, {}, "number"),
    "a padded serial": ({"number": "云政复字〔2026〕018号"}, {}, "number"),
    "第": ({"number": "云政复字〔2026〕第18号"}, {}, "number"),
    "signer in 仿宋": ({}, {"signer_face": "仿宋_GB2312"}, "signer"),
    "title in 黑体": ({}, {"title_face": "黑体"}, "title"),
    "a half-width colon": ({"to": "何其远委员:"}, {}, "salutation"),
    "no blank line over 主送": ({}, {"above_to": 0}, "salutation"),
    "no indent": ({}, {"indent": 0}, "indent"),
    "（一） in 黑体": ({}, {"faces": ["黑体", "黑体", "仿宋_GB2312", "仿宋_GB2312"]}, "headings"),
    "一、 and then 三、": ({"body": changed_body(*UNNUMBERED)}, {}, "headings"),
    "a padded month": ({"date": "2026年06月08日"}, {}, "date"),
    "the date at the edge": ({}, {"date_right": 0}, "signature"),
    "抄送 without its stop": ({"copies": "市政协办公室"}, {}, "copies"),
    "版记 in 三号": ({}, {"copies_size": 16}, "copies printed"),
    "a padded day of printing": ({"printed_on": "2026年06月09日印发"}, {}, "printed"),
    "page numbers without dashes": ({}, {"number_form": "{}"}, "page-number"),
    "page numbers in 小五": ({}, {"number_size": 9}, "page-number"),
    "all page numbers at the right": ({}, {"number_sides": ("right", "right")}, "page-number"),
    "thick lines around 版记": ({}, {"rules": (12, 12, 12)}, "imprint-rules"),
}
OF_LETTERS = {
    "one line where two belong": ({}, {"single_rule": True}, "double-rule"),
    "lines of 156 mm": ({}, {"double_width": 156}, "double-rule"),
    "mark of the general format": ({}, {"letter_mark_top": 45}, "letterhead"),
    "number in the middle": ({}, {"number_align": "center"}, "number"),
    "an imprint": ({"printed_by": "云泽市水务局办公室", "printed_on": "2026年6月9日印发"}, {}, "printed"),
}


def more_breaks(setting):
    for cases, letter in ((PLANTED, LETTER), (OF_LETTERS, MORE)):
        for shape in ("direct", "styles", "grid"):
            for name, (texts, form, broken) in cases.items():
                path = setting.folder / "planted.docx"
                Ooxml({**letter, **texts}, {**FORM, **form}, shape).write(path)
                _, states = judged(path)
                same(set(of_state(states, "broken")), set(broken.split()), f"{name}, {shape}")


def own_word_files(setting):
    """What huice's own writer makes of its test letters breaks no rule."""
    program = BUILD / "docx_lines"
    if not program.exists():
        raise Skipped("docx_lines is not built")
    jobs = [{"to": str(setting.folder / f"{name}.docx"), "letter": one} for name, one in CASES.items()]
    subprocess.run([program], input="\n".join(map(json.dumps, jobs)).encode(), stdout=subprocess.DEVNULL, check=True, timeout=120)
    for name in CASES:
        kind, states = judged(setting.folder / f"{name}.docx")
        same(kind, "letter" if name.startswith("letter-") else "general", f"format of {name}")
        same(of_state(states, "broken"), {}, f"broken in {name}")


def own_pdfs(setting):
    """Nor do its PDFs."""
    if not (BUILD / "letter_lines").exists() or not list((ROOT / "pdf/node_modules").glob("*/*")) or not (ROOT / "build/fonts").is_dir():
        raise Skipped("letter_lines, Typst or the fonts are not here")
    os.environ["HUICE_BUILDS"] = str(BUILD)
    from letter_pdfs import LETTERS, Work
    work = Work(setting.folder)
    letters = {name: one for name, one in LETTERS.items() if "figure" not in one}
    work.make(letters)
    for name in letters:
        kind, states = judged(work.path(name))
        same(kind, "letter" if name.startswith("letter") else "general", f"format of {name}")
        same(of_state(states, "broken"), {}, f"broken in {name}")


def own_records(setting):
    """The letters of the shipped records and of tests/sites/letters, as the verb makes them."""
    for project in (ROOT, ROOT / "tests/sites/letters"):
        into = setting.folder / project.name
        said = subprocess.run([HUICE, "letter", str(project), "--all", "-o", str(into), "--formats", "docx"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300)
        files = sorted(into.glob("*.docx"))
        same(bool(files), True, f"letters of {project}: {said.stdout.decode()}")
        for path in files:
            _, states = judged(path)
            same(of_state(states, "broken"), {}, f"broken in {path.name}")


def table_is_read(_):
    code, out, err = verify(FILES / "dl06.docx")
    same(code, 1, "exit code")
    line = next(line for line in out.splitlines() if re.search(" 7\\.3\\.1 ", line))
    same(re.split("  +", line), ["broken", "7.3.1", "title (标题)", "size 16.0 pt, not 22.0 pt"], "its line")
    same("letter format (信函格式), " in err and " 1 broken, 0 cannot be told (GB/T 9704-2012)" in err, True, f"sum: {err}")
    code, out, err = verify(FILES / "pg01.pdf")
    same((code, "broken" in out), (0, False), "a right one")


def refused(setting):
    """Files that are no letters, and what does not go together."""
    folder = setting.folder
    right = (FILES / "pg01.pdf").read_bytes()
    (folder / "cut.pdf").write_bytes(right[:3000])
    (folder / "text.pdf").write_bytes(b"hello")
    (folder / "empty.docx").write_bytes(b"")
    subprocess.run(["qpdf", "--encrypt", "secret", "owner", "256", "--", str(FILES / "pg01.pdf"), str(folder / "locked.pdf")], check=True)
    locked = "locked.pdf: error\\[pdf-encrypted\\]: is protected by a password, so huice cannot open it\n  hint: open it with its password and save it without one\n"
    expected = {"cut.pdf": "pdf-damaged", "locked.pdf": locked, "text.pdf": "docx-damaged", "empty.docx": "docx-other", "missing.docx": "not-found|no-such|file"}
    for name, slug in expected.items():
        code, out, err = verify(folder / name)
        same((code in (1, 3), out), (True, ""), f"{name}: {code} {err}")
        same(bool(re.search(slug, err)), True, f"{name}: {err}")
    code, _, err = verify(FILES / "pg01.pdf", "--all")
    same((code, "--all" in err), (2, True), err)


def pdf_of(content, more=b""):
    """A page of 210 × 297 mm with this content."""
    packed = zlib.compress(content)
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.28 841.89]/Contents 4 0 R/Resources<<" + more + b">>>>",
               b"<</Length %d/Filter/FlateDecode>>stream\n" % len(packed) + packed + b"\nendstream"]
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj" % number + one + b"endobj\n"
    start = len(out)
    out += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start


def hostile(setting):
    """Bombs and loops end soon, with a message or a table."""
    image = b"/XObject<</I<</Type/XObject/Subtype/Image/Width 1/Height 1>>>>"
    cases = {
        "bomb.pdf": (pdf_of(b"q Q " * (20 << 20)), "pdf-too-large"),
        "operators.pdf": (pdf_of(b"q Q\n" * 5_000_000), "pdf-too-large"),
        "deep.pdf": (pdf_of(b"[" * 200_000 + b"q " * 100_000), ""),
        "no-text.pdf": (pdf_of(b"q 595 0 0 842 0 0 cm /I Do Q", image), ""),
        "loop.pdf": (pdf_of(b"/F Do", b"/XObject<</F 4 0 R>>"), ""),
    }
    for name, (data, slug) in cases.items():
        path = setting.folder / name
        path.write_bytes(data)
        begun = time.monotonic()
        code, _, err = verify(path)
        same(code in (0, 1), True, f"{name}: {code} {err}")
        same(slug in err, True, f"{name}: {err}")
        same(time.monotonic() - begun < 30, True, f"{name} took {time.monotonic() - begun:.0f} s")
    with zipfile.ZipFile(FILES / "dg01.docx") as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    text = parts["word/document.xml"].decode()
    many = text.replace("<w:body>", "<w:body>" + "<w:p/>" * 19_000, 1)
    more = text.replace("<w:body>", "<w:body>" + "<w:p/>" * 200_000, 1)
    circle = "".join(f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/></w:style>'
                     for one, other in (("itself", "itself"), ("ring1", "ring2"), ("ring2", "ring1")))
    ringed = "".join(f'<w:p><w:pPr><w:pStyle w:val="{one}"/></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r></w:p>' for one in ("itself", "ring1"))
    loop = {"word/styles.xml": parts["word/styles.xml"].decode().replace("</w:styles>", circle + "</w:styles>").encode(),
            "word/document.xml": text.replace("<w:body>", "<w:body>" + ringed, 1).encode()}
    cases = {"many.docx": ({"word/document.xml": many.encode()}, ""), "more.docx": ({"word/document.xml": more.encode()}, "error[docx-too-long]: has more than 20000 paragraphs, and is no letter\n  hint: look at the letter alone\n"), "loop.docx": (loop, "")}
    for name, (changed, slug) in cases.items():
        path = setting.folder / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, data in {**parts, **changed}.items():
                archive.writestr(part, data)
        begun = time.monotonic()
        code, _, err = verify(path)
        same(code in (0, 1), True, f"{name}: {code} {err}")
        same(slug in err, True, f"{name}: {err}")
        same(time.monotonic() - begun < 30, True, f"{name} took {time.monotonic() - begun:.0f} s")


TESTS = [
    ("each planted break of the forty is named with its clause, and nothing else", forty),
    ("more breaks, planted in Word files of three shapes", more_breaks),
    ("huice's own Word files break no rule", own_word_files),
    ("nor do its PDFs", own_pdfs),
    ("nor do the letters of the shipped records and of the tests' own", own_records),
    ("the table says rule, clause, what was found and what is asked", table_is_read),
    ("what is no letter's file is refused", refused),
    ("hostile files end soon", hostile),
]


class Setting:
    def __init__(self, folder):
        self.folder = folder


def main():
    print(f"1..{len(TESTS)}", flush=True)
    failed = 0
    with tempfile.TemporaryDirectory(dir=os.environ.get("HUICE_TMP")) as folder:
        setting = Setting(pathlib.Path(folder))
        for number, (name, test) in enumerate(TESTS, 1):
            try:
                test(setting)
                print(f"ok {number} - {name}", flush=True)
            except Skipped as why:
                print(f"ok {number} - {name} # SKIP {why}", flush=True)
            except Exception:
                failed += 1
                details = traceback.format_exc().rstrip().replace("\n", "\n# ")
                print(f"not ok {number} - {name}\n# {details}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
