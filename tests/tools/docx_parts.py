# SPDX-License-Identifier: Apache-2.0
"""Word files as Python reads them: parts, paragraphs with their styles, bookmarks with their words."""

import xml.etree.ElementTree as ElementTree
import zipfile

from letter_pages import JOINER, same

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts_of(path):
    with zipfile.ZipFile(path) as archive:
        same(archive.testzip(), None, "archive")
        return {name: archive.read(name) for name in archive.namelist()}


def tree(path, part="word/document.xml"):
    return ElementTree.fromstring(parts_of(path)[part])


def text_of(element):
    return "".join(one.text or "" for one in element.iter(W + "t")).replace(JOINER, "")


def style_names(path):
    return {style.get(W + "styleId"): style.find(W + "name").get(W + "val") for style in tree(path, "word/styles.xml").iter(W + "style")}


def paragraphs(path):
    """(style's name, text) of each paragraph with words."""
    names = style_names(path)
    out = []
    for paragraph in tree(path).iter(W + "p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if text_of(paragraph):
            out.append((names[style.get(W + "val")] if style is not None else "Normal", text_of(paragraph)))
    return out


def bookmarked(path):
    """What is between the ends of each bookmark."""
    open_ones, out = {}, {}
    for element in tree(path).iter():
        if element.tag == W + "bookmarkStart":
            open_ones[element.get(W + "id")] = element.get(W + "name")
            same(element.get(W + "name") in out, False, "a bookmark's name is used twice")
            out[element.get(W + "name")] = ""
        elif element.tag == W + "bookmarkEnd":
            open_ones.pop(element.get(W + "id"), None)
        elif element.tag == W + "t":
            for name in open_ones.values():
                out[name] += (element.text or "").replace(JOINER, "")
    return out
