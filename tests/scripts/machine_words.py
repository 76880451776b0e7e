#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""No text that readers get holds what a program says where it has nothing to say: undefined, null, NaN, None, an expression of the template
language, or brackets around nothing. Read are all files that the projects of the tests give: sites for both audiences (pages, Markdown,
booklets, feeds and tables) and their letters in every format that the verb has. Programs' own files (scripts, styles, JSON) are left out, and
so are scripts and styles within pages.

The last test plants each of these words and must find it."""

import html
import io
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import zipfile

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
HUICE = str(pathlib.Path(os.environ.get("HUICE") or ROOT / "build/release/huice").resolve())
PROJECTS = [("the shipped project", ROOT), *((f"tests/sites/{name}", ROOT / "tests/sites" / name) for name in ("small", "foreign", "letters")),
            ("a new project", None)]
DAY = ("--as-of", "2026-06-01")
LEFT_OUT = {".json", ".mjs", ".js", ".css", ".webmanifest", ".png", ".svg", ".jpg", ".woff2"}
FORMATS = ("md", "html", "docx", "pdf")
WORD = re.compile(r"(?<![\w./-])(?:undefined|null|NaN|None)(?![\w/-])", re.ASCII)
MARKS = ("{{", "}}", "{%", "《》", "（）", "〔〕", "“”", "【】")
CHECKS = []


def check(name, failures, skipped=""):
    CHECKS.append(not failures)
    head = f"{'not ok' if failures else 'ok'} {len(CHECKS)} - {name}" + (f" # SKIP {skipped}" if skipped else "")
    print(head, *(f"# {line}" for failure in failures[:20] for line in str(failure).splitlines()[:10]), sep="\n", flush=True)


def huice(*arguments):
    return subprocess.run([HUICE, *map(str, arguments)], env=dict(os.environ, HUICE_SHARE=str(ROOT), HUICE_LANG="en"), capture_output=True, text=True)


def text_of_markup(text):
    """What is read of a page: without scripts, styles and comments; attributes that are read aloud or shown stay."""
    text = re.sub(r"<!--.*?-->", " ", text, flags=re.S)
    text = re.sub(r"<(script|style)\b.*?</\1>", " ", text, flags=re.S)
    shown = re.findall(r'\b(?:title|alt|aria-label|content|placeholder|value|id|href)="([^"]*)"', text)
    return html.unescape(re.sub(r"<[^>]*>", " ", text) + " " + " ".join(shown))


def text_of(path):
    """The words of a file, or None where it has none for readers."""
    if path.suffix in LEFT_OUT:
        return None
    if path.suffix == ".pdf":
        return subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True).stdout if shutil.which("pdftotext") else None
    data = path.read_bytes()
    if path.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return " ".join(text_of_markup(package.read(name).decode("utf-8")) for name in package.namelist() if name.endswith(".xml"))
    text = data.decode("utf-8")
    return text_of_markup(text) if path.suffix in (".html", ".xml") else text


def said_by_machines(text):
    found = [match.group() for match in WORD.finditer(text)] + [mark for mark in MARKS if mark in text]
    return sorted(set(found))


def around(text, word):
    at = text.index(word)
    return re.sub(r"\s+", " ", text[max(0, at - 40):at + 40])


def look(folder):
    """What is wrong with the files of a folder, and how many were read."""
    wrong, count = [], 0
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        text = text_of(path)
        if text is None:
            continue
        count += 1
        wrong += [f"{path.relative_to(folder)} holds “{word}”: {around(text, word)}" for word in said_by_machines(text)]
    return wrong, count


def copied(project, folder):
    if project is None:
        said = huice("init", folder)
        return [] if said.returncode == 0 else [said.stderr]
    for name in ("data", "templates", "site"):
        if (project / name).is_dir() and (project != ROOT or name == "data"):
            shutil.copytree(project / name, folder / name)
    return []


def sites(project):
    failures = []
    for audience in ("public", "internal"):
        said = huice("build", project, "--audience", audience, *DAY)
        if said.returncode != 0:
            failures.append(said.stderr)
            continue
        wrong, count = look(project / audience)
        failures += wrong + ([] if count > 10 else [f"only {count} files of {audience} were read"])
    return failures


def letters(project, folder):
    """The letters that can be made, in each format that the verb has."""
    formats = [name for name in FORMATS if "letter-unknown-format" not in huice("letter", project, "--all", "--formats", name, "-o", folder / name, *DAY).stderr
               and (folder / name).is_dir()]
    wrong, count = look(folder)
    if not count and "letter-lacks" in huice("letter", project, "--all", "-o", folder, *DAY).stderr:
        return []  # another city's reply, without what its office prints
    made = sorted({path.suffix for path in folder.rglob("*") if path.is_file()})
    return wrong + ([] if {".docx", ".html", ".md"} <= set(made) and count >= 3 else [f"{formats}: only {made}"])


def planted(folder):
    missed = []
    for word in ("undefined", "null", "NaN", "None", *MARKS):
        page = folder / "page.html"
        page.write_text(f"<main><p>金额为{word}，见下文。</p></main>", encoding="utf-8")
        missed += [] if look(folder)[0] else [f"“{word}” in a page"]
        package = folder / "letter.docx"
        page.write_text("<main><p>正常。</p></main>", encoding="utf-8")
        with zipfile.ZipFile(package, "w") as made:
            made.writestr("word/document.xml", f"<w:t>金额为 {word} ，见下文。</w:t>")
        missed += [] if look(folder)[0] else [f"“{word}” in a Word file"]
        package.unlink()
    page.write_text("<main><p>null-safe、无。</p><script>const a = null, b = {{}};</script></main>", encoding="utf-8")
    return missed + look(folder)[0]


with tempfile.TemporaryDirectory(dir=os.environ.get("HUICE_TMP")) as temporary:
    base = pathlib.Path(temporary)
    print(f"1..{2 * len(PROJECTS) + 1}", flush=True)
    for number, (name, source) in enumerate(PROJECTS):
        project = base / str(number)
        project.mkdir() if source is not None else None
        failures = copied(source, project)
        check(f"{name}: its sites hold no machine's words", failures or sites(project))
        (base / f"letters{number}").mkdir()
        check(f"{name}: its letters hold none either", letters(project, base / f"letters{number}"))
    (base / "planted").mkdir()
    check("each word that is planted is found", planted(base / "planted"))
