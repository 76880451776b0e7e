# SPDX-License-Identifier: Apache-2.0
"""Edits of a Word file as people make them, each on the XML: paragraphs are found by their bookmarks."""

import copy
import xml.etree.ElementTree as ElementTree
import zipfile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
for prefix, uri in {"w": W[1:-1], "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}.items():
    ElementTree.register_namespace(prefix, uri)


class Word:
    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = ElementTree.fromstring(self.parts["word/document.xml"])
        self.parents = {}
        self.ids = 9000

    def save(self, path):
        self.parts["word/document.xml"] = ElementTree.tostring(self.root, encoding="utf-8", xml_declaration=True)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)

    def parent(self, element):
        return next(one for one in self.root.iter() if element in list(one))

    def mark(self, name):
        return next(one for one in self.root.iter(W + "bookmarkStart") if one.get(W + "name") == name)

    def paragraph(self, name):
        """The paragraph in which the bookmark begins."""
        mark = self.mark(name)
        return next(one for one in self.root.iter(W + "p") if mark in list(one.iter()))

    def texts(self, paragraph):
        return list(paragraph.iter(W + "t"))

    def words(self, paragraph):
        return "".join(one.text or "" for one in self.texts(paragraph))

    def replace(self, paragraph, old, new):
        for one in self.texts(paragraph):
            if old in (one.text or ""):
                one.text = one.text.replace(old, new, 1)
                return
        raise AssertionError(f"{old!r} is in no run of {self.words(paragraph)!r}")

    def run_of(self, paragraph, words):
        return next(run for run in paragraph.iter(W + "r") if words in "".join(t.text or "" for t in run.iter(W + "t")))

    def split_run(self, paragraph, words):
        """Makes a run of its own of these words, which are in one run; gives that run."""
        run = self.run_of(paragraph, words)
        around = self.parent(run)
        text = "".join(t.text or "" for t in run.iter(W + "t"))
        before, after = text.split(words, 1)
        at = list(around).index(run)
        runs = [self.run_like(run, part) for part in (before, words, after)]
        around.remove(run)
        for offset, one in enumerate(runs):
            around.insert(at + offset, one)
        return runs[1]

    def run_like(self, run, text):
        out = ElementTree.Element(W + "r")
        properties = run.find(W + "rPr")
        if properties is not None:
            out.append(copy.deepcopy(properties))
        words = ElementTree.SubElement(out, W + "t", {SPACE: "preserve"})
        words.text = text
        return out

    def new_paragraph(self, like, text):
        out = ElementTree.Element(W + "p")
        properties = like.find(W + "pPr")
        if properties is not None:
            out.append(copy.deepcopy(properties))
        out.append(self.run_like(next(like.iter(W + "r")), text))
        return out

    def insert_after(self, paragraph, new):
        around = self.parent(paragraph)
        around.insert(list(around).index(paragraph) + 1, new)

    def remove(self, element):
        self.parent(element).remove(element)

    def move_before(self, paragraph, other):
        self.remove(paragraph)
        around = self.parent(other)
        around.insert(list(around).index(other), paragraph)

    def split(self, paragraph, words):
        """Enter is pressed before these words, which are in one run: what follows is a paragraph of its own."""
        run = self.split_run(paragraph, words)
        new = ElementTree.Element(W + "p")
        properties = paragraph.find(W + "pPr")
        if properties is not None:
            new.append(copy.deepcopy(properties))
        children = list(paragraph)
        for one in children[children.index(run):]:
            paragraph.remove(one)
            new.append(one)
        self.insert_after(paragraph, new)
        return new

    def merge(self, paragraph, following):
        """The end of the first is deleted."""
        for one in list(following):
            if one.tag != W + "pPr":
                paragraph.append(one)
        self.remove(following)

    def unmark(self, paragraph):
        for one in list(paragraph):
            if one.tag in (W + "bookmarkStart", W + "bookmarkEnd"):
                paragraph.remove(one)

    def split_runs(self, paragraph):
        """Each character in a run of its own, as revisions leave them."""
        for run in list(paragraph.iter(W + "r")):
            text = "".join(t.text or "" for t in run.iter(W + "t"))
            if len(text) < 2:
                continue
            around = self.parent(run)
            at = list(around).index(run)
            around.remove(run)
            for offset, sign in enumerate(text):
                one = self.run_like(run, sign)
                one.set(W + "rsidR", f"00{offset % 100:02d}00A1")
                around.insert(at + offset, one)

    def change(self, kind, author="王五", date="2026-03-01T08:00:00Z"):
        self.ids += 1
        return ElementTree.Element(W + kind, {W + "id": str(self.ids), W + "author": author, W + "date": date})

    def delete_tracked(self, paragraph, words):
        run = self.split_run(paragraph, words)
        around = self.parent(run)
        at = list(around).index(run)
        around.remove(run)
        for text in run.iter(W + "t"):
            text.tag = W + "delText"
        change = self.change("del")
        change.append(run)
        around.insert(at, change)
        return change

    def insert_tracked(self, paragraph, after, words):
        change = self.change("ins")
        like = next(paragraph.iter(W + "r"))
        change.append(self.run_like(like, words))
        around = self.parent(after)
        around.insert(list(around).index(after) + 1, change)

    def accept(self):
        for change in list(self.root.iter(W + "del")):
            self.remove(change)
        for change in list(self.root.iter(W + "ins")):
            around = self.parent(change)
            at = list(around).index(change)
            around.remove(change)
            for offset, run in enumerate(list(change)):
                around.insert(at + offset, run)

    def refuse(self):
        for change in list(self.root.iter(W + "ins")):
            self.remove(change)
        for change in list(self.root.iter(W + "del")):
            around = self.parent(change)
            at = list(around).index(change)
            around.remove(change)
            for offset, run in enumerate(list(change)):
                for text in run.iter(W + "delText"):
                    text.tag = W + "t"
                around.insert(at + offset, run)

    def comment(self, paragraph, text, author="赵六"):
        self.parts["word/comments.xml"] = (
            f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="5" w:author="{author}" w:date="2026-03-01T08:00:00Z"><w:p><w:r><w:t>{text}</w:t></w:r></w:p>'
            "</w:comment></w:comments>").encode()
        types = self.parts["[Content_Types].xml"].decode()
        self.parts["[Content_Types].xml"] = types.replace("</Types>", '<Override PartName="/word/comments.xml" ContentType='
                                                          '"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>').encode()
        relations = self.parts["word/_rels/document.xml.rels"].decode()
        self.parts["word/_rels/document.xml.rels"] = relations.replace(
            "</Relationships>", '<Relationship Id="comments" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" '
            'Target="comments.xml"/></Relationships>').encode()
        start = 1 if paragraph.find(W + "pPr") is not None else 0
        paragraph.insert(start, ElementTree.Element(W + "commentRangeStart", {W + "id": "5"}))
        paragraph.append(ElementTree.Element(W + "commentRangeEnd", {W + "id": "5"}))
        run = ElementTree.SubElement(paragraph, W + "r")
        ElementTree.SubElement(run, W + "commentReference", {W + "id": "5"})
