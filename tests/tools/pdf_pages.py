# SPDX-License-Identifier: Apache-2.0
"""What poppler reads in a PDF: the lines of its pages with their boxes, and the ink of its pages, in millimetres."""

import dataclasses
import re
import struct
import subprocess
import xml.etree.ElementTree as ElementTree
import zlib

POINT = 25.4 / 72
DPI = 200


@dataclasses.dataclass
class Line:
    text: str
    left: float  # mm
    top: float
    right: float
    bottom: float
    size: float  # points

    @property
    def middle(self):
        return (self.top + self.bottom) / 2


def command(*words):
    return subprocess.run([str(word) for word in words], stdout=subprocess.PIPE, check=True, timeout=120).stdout


def pages(path):
    """The lines of each page, from top to bottom; words whose middles differ by less than 2 mm stand in one line."""
    text = command("pdftotext", "-bbox-layout", path, "-").decode()
    root = ElementTree.fromstring(re.sub(r'<!DOCTYPE[^>]*>|xmlns="[^"]*"', "", text))
    return [lines_of(page) for page in root.iter("page")]


def lines_of(page):
    rows = []
    for word in sorted(page.iter("word"), key=lambda word: float(word.get("yMin")) + float(word.get("yMax"))):
        box = [float(word.get(name)) * POINT for name in ("xMin", "yMin", "xMax", "yMax")]
        middle = (box[1] + box[3]) / 2
        if not rows or middle - rows[-1][0] > 2:
            rows.append((middle, []))
        rows[-1][1].append((box, word.text or ""))
    return [line_of(sorted(words)) for _, words in rows]


def line_of(words):
    boxes = [box for box, _ in words]
    return Line("".join(text for _, text in words), boxes[0][0], min(box[1] for box in boxes), max(box[2] for box in boxes),
                max(box[3] for box in boxes), max(box[3] - box[1] for box in boxes) / POINT)


def png(width, height):
    """A red picture of so many pixels."""
    rows = (b"\0" + b"\xe3\x24\x16" * width) * height
    parts = (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts)


class Ink:
    """A page as pixels: `dark` where there is ink, `red` where it is red."""

    def __init__(self, path, page, dpi=DPI):
        data = command("pdftoppm", "-r", dpi, "-f", page, "-l", page, path)
        head = re.match(rb"P6\s(\d+)\s(\d+)\s255\s", data)
        self.width, self.height, self.dpi = int(head[1]), int(head[2]), dpi
        pixels = data[head.end():]
        red, green = pixels[0::3], pixels[1::3]
        self.dark = green.translate(bytes(1 if level < 160 else 0 for level in range(256)))
        is_light = red.translate(bytes(1 if level > 180 else 0 for level in range(256)))
        size = self.width * self.height
        self.red = (int.from_bytes(self.dark, "big") & int.from_bytes(is_light, "big")).to_bytes(size, "big")

    def mm(self, pixels):
        return pixels * 25.4 / self.dpi

    def rows(self, kind, left=0.0, right=210.0, share=0.0):
        """The stretches of rows, in mm, in which more than `share` of the pixels between left and right has ink."""
        first, last = self.pixel(left), min(self.pixel(right), self.width)
        found, start = [], None
        for y in range(self.height + 1):
            has = y < self.height and sum(kind[y * self.width + first:y * self.width + last]) > share * (last - first)
            if has and start is None:
                start = y
            if not has and start is not None:
                found.append((self.mm(start), self.mm(y)))
                start = None
        return found

    def columns(self, kind, top, bottom):
        """From where to where there is ink between two heights."""
        rows = [kind[y * self.width:(y + 1) * self.width] for y in range(self.pixel(top), min(self.pixel(bottom), self.height))]
        firsts = [row.find(1) for row in rows if 1 in row]
        lasts = [row.rfind(1) for row in rows if 1 in row]
        return self.mm(min(firsts)), self.mm(max(lasts) + 1)

    def pixel(self, mm):
        return round(mm * self.dpi / 25.4)
