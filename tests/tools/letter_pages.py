# SPDX-License-Identifier: Apache-2.0
"""Pages of a PDF, measured in millimetres by poppler: pdftotext for lines, pdftoppm for rules and the ink of characters."""

import collections
import re
import subprocess

MM = 72 / 25.4
JOINER = "\u2060"


class Line(collections.namedtuple("Line", "bottom left right text")):
    """A line of a page, in millimetres from the page's edges; the text without blanks."""


def lines_of(pdf):
    """The pages of a PDF, each a list of lines."""
    said = subprocess.run(["pdftotext", "-bbox-layout", str(pdf), "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
    pages = []
    for page in said.split("<page ")[1:]:
        rows = {}
        word = r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
        for left, right, bottom, text in re.findall(word, page):
            at = next((row for row in rows if abs(row - float(bottom)) < 4), float(bottom))
            rows.setdefault(at, []).append((float(left), float(right), text))
        pages.append([Line(bottom / MM, min(row[0] for row in words) / MM, max(row[1] for row in words) / MM,
                           "".join(row[2] for row in sorted(words)).replace(JOINER, "")) for bottom, words in sorted(rows.items())])
    return pages


def words_at(pdf, page, wanted):
    """Where each of these words of a page begins; a word may be a part of what poppler takes for one, which then has even characters."""
    said = subprocess.run(["pdftotext", "-bbox-layout", "-f", str(page), "-l", str(page), str(pdf), "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
    found = {}
    for left, right, text in re.findall(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>', said):
        for one in wanted:
            if one in text and one not in found:
                found[one] = (float(left) + (float(right) - float(left)) * text.index(one) / len(text)) / MM
    return found


def is_number(line):
    return re.fullmatch("—\\d+—", line.text) is not None


def ink(pdf, page, left, right, top, bottom, is_ink=lambda row: min(row) < 160):
    """The bands of rows that have ink between these edges: [(top, bottom), …] in millimetres."""
    dots = 10  # a millimetre, at 254 dpi
    crop = ["-x", str(left * dots), "-y", str(top * dots), "-W", str((right - left) * dots), "-H", str((bottom - top) * dots)]
    said = subprocess.run(["pdftoppm", "-r", "254", "-gray", "-f", str(page), "-l", str(page), *crop, str(pdf)], stdout=subprocess.PIPE, check=True).stdout
    _, size, _, dots_of = said.split(b"\n", 3)
    width, height = map(int, size.split())
    bands, begun = [], None
    for row in range(height + 1):
        has = row < height and is_ink(dots_of[row * width:(row + 1) * width])
        if has and begun is None:
            begun = row
        elif not has and begun is not None:
            bands.append((top + begun / dots, top + row / dots))
            begun = None
    return bands


def near(found, expected, what, within=1.0):
    if abs(found - expected) > within:
        raise AssertionError(f"{what}: {found:.2f} mm, not {expected:.2f} ± {within}")


def same(found, expected, what):
    if found != expected:
        raise AssertionError(f"{what}\nexpected {expected!r}\nfound    {found!r}"[:3000])
