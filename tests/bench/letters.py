#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""letters.py BUILD NODE WORK [LETTERS [--long]]: reply letters (default 1,000) as Word files and PDFs.

The project is data/ with copies of its two replies. docxtemplater fills a template made of huice's own Word file with the same
paragraphs, which it gets ready, while huice reads the records, makes the letters, and writes the places of their origins as well.
Typst alone sets the very sources that huice sends to its worker. What is compared is the processor's time of whole programs, one
after the other, in ROUNDS rounds; huice with one thread. Then 250 letters and all of them, and the most memory that each took.
With --long LibreOffice makes PDFs of 20 Word files.
"""
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROUNDS = 3
DAY = "2026-03-05"


def run(command, **options):
    """Processor's seconds and the most bytes of a program and those it started."""
    start = time.monotonic()
    child = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
    said = child.stdout.read().decode()
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{command[0]} failed: {said[-2000:]}")
    return {"cpu": usage.ru_utime + usage.ru_stime, "wall": time.monotonic() - start, "memory": usage.ru_maxrss * 1024, "said": said}


def project(folder, count):
    """data/ with so many letters: its replies, which other records name, and copies with ids and numbers of their own."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "data", folder / "data")
    shutil.copytree(ROOT / "build/fonts", folder / "fonts")
    proposals = folder / "data/proposals"
    originals = [(path, path.read_text(encoding="utf-8")) for path in sorted(proposals.glob("*.json")) if '"reply": null' not in path.read_text(encoding="utf-8")]
    for number in range(len(originals), count):
        path, text = originals[number % len(originals)]
        name = path.stem
        (proposals / f"{name}-{number}.json").write_text(
            re.sub(r'("number": ")(\d+")', lambda found: f"{found[1]}{number + 1000}\"", text.replace(f'"{name}"', f'"{name}-{number}"'), count=1), encoding="utf-8")
    return folder


def huice(build, folder, formats, **options):
    return run([build / "huice", "letter", folder, "--all", "--formats", formats, "-j", "1", "--as-of", DAY], **options)


PARAGRAPH = re.compile(r"<w:p>.*?</w:p>", re.S)
STYLE = re.compile(r'<w:pStyle w:val="(\w+)"')


def words(paragraph):
    text = "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", paragraph))
    for sign, entity in (("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("&", "&amp;")):
        text = text.replace(entity, sign)
    return text


def with_words(paragraph, text):
    """The paragraph with one run, that of its first, which holds the text."""
    properties = re.search(r"<w:pPr>.*?</w:pPr>", paragraph, re.S)[0]
    first = re.search(r"<w:rPr>.*?</w:rPr>", paragraph[paragraph.index("</w:pPr>"):], re.S)[0]
    return f'<w:p>{properties}<w:r>{first}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def document(path):
    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml").decode()


def all_words(path):
    return re.sub("[\\s\u2060]", "", "".join(words(one) for one in PARAGRAPH.findall(document(path))))


def letter_of(path):
    """What a template is given: the frame's paragraphs by their number, and the body's with their kind."""
    data = {"id": path.stem, "body": []}
    for number, paragraph in enumerate(PARAGRAPH.findall(document(path))):
        style = STYLE.search(paragraph)[1]
        text = words(paragraph)
        if style in ("BodyText", "Heading1"):
            data["body"].append({"is_heading": style == "Heading1", "is_text": style == "BodyText", "text": text})
        elif text:
            key = "before" if not data["body"] else "after"
            data[f"{key}{number if key == 'before' else sum(name.startswith('after') for name in data)}"] = text
    return data


def template_of(path, to):
    """huice's own file, its body a loop, each paragraph of the frame a field."""
    xml, after, looped = document(path), 0, False
    samples = {}
    for paragraph in PARAGRAPH.findall(xml):
        samples.setdefault(STYLE.search(paragraph)[1], paragraph)
    bare = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'.format
    loop = (bare("{#body}") + bare("{#is_heading}") + with_words(samples["Heading1"], "{text}") + bare("{/is_heading}")
            + bare("{#is_text}") + with_words(samples["BodyText"], "{text}") + bare("{/is_text}") + bare("{/body}"))
    pieces, at = [], 0
    for number, found in enumerate(PARAGRAPH.finditer(xml)):
        paragraph, style = found[0], STYLE.search(found[0])[1]
        pieces.append(xml[at:found.start()])
        at = found.end()
        if style in ("BodyText", "Heading1"):
            pieces.append("" if looped else loop)
            looped = True
        elif not words(paragraph):
            pieces.append(paragraph)
        elif looped:
            pieces.append(with_words(paragraph, f"{{after{after}}}"))
            after += 1
        else:
            pieces.append(with_words(paragraph, f"{{before{number}}}"))
    pieces.append(xml[at:])
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as made:
        for name in package.namelist():
            made.writestr(name, "".join(pieces) if name == "word/document.xml" else package.read(name))


def mb(count):
    return f"{count / 2**20:.0f} MB"


def told(name, ours, theirs, count, better):
    ratios = [better(mine, other) for mine, other in zip(ours, theirs)]
    print(f"  {name:42} {statistics.median(ours) / count * 1000:7.2f} ms a letter, the other {statistics.median(theirs) / count * 1000:7.2f}; "
          f"ratio {statistics.median(ratios):5.2f}   (rounds {', '.join(f'{ratio:.2f}' for ratio in ratios)})")


def word_files(build, node, work, folder, count):
    huice(build, folder, "docx")
    made = sorted((folder / "drafts").glob("*.docx"))
    if len(made) != count:
        sys.exit(f"{len(made)} letters of {count}")
    letters, out, template = work / "letters.jsonl", work / "docxtemplater", work / "template.docx"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    letters.write_text("".join(json.dumps(letter_of(path), ensure_ascii=False) + "\n" for path in made), encoding="utf-8")
    template_of(made[0], template)
    ours, theirs = [], []
    for _ in range(ROUNDS):
        shutil.rmtree(folder / "drafts")
        ours.append(huice(build, folder, "docx")["cpu"])
        answer = run([node, ROOT / "tests/bench/letters/docxtemplater.mjs", template, letters, out])
        theirs.append(answer["cpu"])
    for path in made[:10]:
        mine, other = all_words(path), all_words(out / path.name)
        if mine != other:
            at = next(i for i, (a, b) in enumerate(zip(mine + "\0", other + "\0")) if a != b)
            sys.exit(f"{path.name}: not the same words: {mine[at:at + 60]} | {other[at:at + 60]}")
    told(f"Word; docxtemplater {json.loads(answer['said'])['version']}", ours, theirs, count, lambda mine, other: other / mine)


def pdfs(build, node, work, folder, count):
    # A program called node that keeps what it is told, before the real one.
    shim, lines, out = work / "shim", work / "sources.jsonl", work / "typst"
    shim.mkdir(exist_ok=True)
    (shim / "node").write_text(f'#!/bin/sh\ntee "{lines}" | "{node}" "$@"\n', encoding="utf-8")
    (shim / "node").chmod(0o755)
    real = work / "node-bin"
    real.mkdir(exist_ok=True)
    (real / "node").unlink(missing_ok=True)
    (real / "node").symlink_to(node)
    said = huice(build, folder, "pdf", env={**os.environ, "PATH": f"{shim}:{os.environ['PATH']}"})["said"]
    if len(list((folder / "drafts").glob("*.pdf"))) != count:
        sys.exit(said[-2000:])
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(huice(build, folder, "pdf", env={**os.environ, "PATH": f"{real}:{os.environ['PATH']}"})["cpu"])
        theirs.append(run([node, ROOT / "tests/bench/letters/typst.mjs", ROOT / "pdf", ROOT / "build/fonts", lines, out])["cpu"])
    told("PDF; Typst alone on the same sources", ours, theirs, count, lambda mine, other: mine / other)


def libreoffice(work, folder):
    some = sorted((folder / "drafts").glob("*.docx"))[:20]
    answer = run(["soffice", f"-env:UserInstallation=file://{work}/soffice", "--headless", "--convert-to", "pdf", "--outdir", work / "soffice-pdf", *some])
    print(f"  LibreOffice, PDFs of 20 Word files: {answer['cpu'] / 20 * 1000:.0f} ms of the processor a letter, {answer['wall']:.1f} s in all")


def main():
    long = "--long" in sys.argv
    arguments = [one for one in sys.argv[1:] if one != "--long"]
    build, node, work = pathlib.Path(arguments[0]).resolve(), pathlib.Path(arguments[1]).resolve(), pathlib.Path(arguments[2]).resolve() / "letters"
    count = int(arguments[3]) if len(arguments) > 3 else 1000
    work.mkdir(parents=True, exist_ok=True)
    folder = project(work / f"project-{count}", count)
    print(f"{count:,} letters, processor's time of whole programs, one thread, {ROUNDS} rounds")
    word_files(build, node, work, folder, count)
    pdfs(build, node, work, folder, count)
    few = project(work / "project-few", count // 4)
    path = {**os.environ, "PATH": f"{work / 'node-bin'}:{os.environ['PATH']}"}
    for formats in ("docx", "md,html,docx", "pdf"):
        small, large = huice(build, few, formats, env=path)["memory"], huice(build, folder, formats, env=path)["memory"]
        print(f"  most memory of one program, {formats}: {count // 4} letters {mb(small)}, {count:,} letters {mb(large)}")
    if long:
        libreoffice(work, folder)


main()
