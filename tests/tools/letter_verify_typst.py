# SPDX-License-Identifier: Apache-2.0
"""The letters of letter_verify_items as Typst sources that place every line by itself: nothing of them is huice's own layout."""

import json
import math
import pathlib
import subprocess

from letter_verify_items import cells, items
from random_run import NODE, ROOT

MM = 72 / 25.4
FONTS = {"仿宋_GB2312": "FandolFang R", "楷体_GB2312": "FandolKai", "黑体": "FandolHei", "方正小标宋简体": "FandolSong", "宋体": "FandolSong"}
NOT_FIRST, NOT_LAST = "，。、；：？！）》”〕", "（《“〔"


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def color(name):
    return f'rgb("#{name.lower()}")' if name else "black"


class Placed:
    def __init__(self, letter, form):
        self.letter, self.form = letter, form
        self.pages, self.slot = [[]], 0
        self.pitch = form.get("line_pitch", (225 * MM - 16) / 21)  # the first and the last line touch the edges of 版心
        self.cell = form.get("cell", 156 * MM / 28)
        self.edges = form["left"] * MM, (210 - form["right"]) * MM
        self.lines = math.floor((225 * MM - 16) / self.pitch + 0.01) + 1

    def put(self, x, y, runs, size=None, advance=None, top="0.86em"):
        """Runs from x; each character of the body is a cell wide."""
        words = ""
        for one in runs:
            face, of = one["face"], size or one["size"]
            weight = "bold" if face == "方正小标宋简体" else "regular"
            step = (advance - of) if advance else 0
            for part in parts_of(one["text"]):
                words += f'#text(font: {quoted(FONTS[face])}, weight: "{weight}", size: {of}pt, tracking: {step:.3f}pt, fill: {color(one["color"])}, {quoted(part)})'
                # Typst gives the last character of a run no tracking.
                words += f"#h({step:.3f}pt)" if step else ""
        self.pages[-1].append(f"#place(top + left, dx: {x:.3f}pt, dy: {y:.3f}pt, box[#set text(top-edge: {top}, bottom-edge: -0.14em)\n{words}])")

    def rule(self, x, y, width, weight, tint):
        self.pages[-1].append(f"#place(top + left, dx: {x:.3f}pt, dy: {y:.3f}pt, line(length: {width:.3f}pt, stroke: {weight}pt + {tint}))")

    def next(self):
        if self.slot >= self.lines:
            self.pages.append([])
            self.slot = 0
        self.slot += 1
        return self.form["top"] * MM + (self.slot - 1) * self.pitch

    def place(self, one, runs, y, advance):
        wide = sum(cells(run["text"]) * (advance or run["size"]) for run in runs)
        left, right = self.edges[0] + (one["left"]) * self.cell, self.edges[1] - one["right"] * self.cell
        x = {"right": right - wide, "center": (left + right - wide) / 2}.get(one["align"], left)
        self.put(x, y, runs, advance=advance)

    def broken(self, text, first):
        """Lines of at most 28 cells."""
        most = (self.edges[1] - self.edges[0]) / self.cell + 0.01
        out, line, room = [], "", most - first
        for i, sign in enumerate(text):
            if cells(line + sign) > room:
                carry = ""
                while line and (sign in NOT_FIRST or line[-1] in NOT_LAST):
                    sign = line[-1]
                    carry, line = sign + carry, line[:-1]
                out.append(line)
                line, room = carry + text[i], most
            else:
                line += text[i]
        return [*out, line]

    def tabbed(self, one, runs, y, advance):
        ahead = []
        for i, run in enumerate(runs):
            if "\t" not in run["text"]:
                ahead.append(run)
                continue
            rest = [{**run, "text": run["text"].lstrip("\t")}, *runs[i + 1:]]
            self.place({**one, "align": "left"}, ahead, y, advance)
            return self.place({**one, "align": "right"}, rest, y, advance)

    def head_of(self, one):
        """True where it was a part of the head that does not stand on the grid."""
        form, is_letter = self.form, self.letter["kind"] == "letter"
        size = form["mark_size"]
        if one["role"] == "mark":
            y = form["letter_mark_top"] * MM if is_letter else (form["top"] + form["mark_down"]) * MM
            wide = size * len(self.letter["mark"])
            self.put((self.edges[0] + self.edges[1] - wide) / 2, y, one["runs"], size=size, top='"bounds"')
            self.after = y + 0.95 * size
        elif one["role"] == "double":
            x = (210 - form["double_width"]) / 2 * MM
            y = self.after + form.get("double_gap", 4) * MM
            for at, weight in ((y + 1.125, 2.25), (y + 3.625, 0.75)):
                self.rule(x, at, form["double_width"] * MM, weight, "red")
            for at, weight in ((277 * MM - 3.625, 0.75), (277 * MM - 1.125, 2.25)):
                self.rule(x, at, form["double_width"] * MM, weight, "red")
            self.after = y + 4
        elif one["role"] == "rule":
            self.rule(self.edges[0] + (156 - form["rule_width"]) / 2 * MM, self.after + form["rule_gap"] * MM, form["rule_width"] * MM, 1, "red")
            self.after += form["rule_gap"] * MM
        elif one["role"] == "number" and is_letter:
            y = self.after + 14
            self.place(one, one["runs"], y, self.cell)
            self.after = y + 16
        else:
            return False
        return True

    def body(self):
        form, imprint = self.form, []
        for one in items(self.letter, form):
            if one["role"] in ("copies", "printed"):
                imprint.append(one)
            elif not self.head_of(one):
                role = one["role"]
                if role == "number" or (role == "title" and one["before"]):
                    self.slot = math.ceil((self.after - form["top"] * MM) / self.pitch + one["before"] - 0.2)
                else:
                    self.slot += one["before"]
                size = one["runs"][0]["size"]
                advance = self.cell if size == 16 else None
                if one["first"]:
                    first = one["first"]
                    for line in self.broken(one["runs"][0]["text"], first):
                        y = self.next()
                        self.put(self.edges[0] + first * self.cell, y, [{**one["runs"][0], "text": line}], advance=advance)
                        first = 0
                    continue
                y = self.next() - (size - 16) / 2
                if any("\t" in run["text"] for run in one["runs"]):
                    self.tabbed(one, one["runs"], y, advance)
                else:
                    self.place(one, one["runs"], y, advance)
                if role == "number":
                    self.after = y + size
        self.imprint(imprint)

    def imprint(self, rows):
        bottom, high = 262 * MM, 26
        top = bottom - high * len(rows)
        for i, one in enumerate(rows):
            y = top + i * high
            if self.letter["kind"] == "general":
                self.rule(self.edges[0], y, 156 * MM, {8: 1, 6: 0.7}.get(self.form["rules"][min(i, 1)], 1), "black")
            at = y + (6 if self.letter["kind"] == "general" else high - 14)
            self.tabbed(one, one["runs"], at, None) if "\t" in one["runs"][-1]["text"] else self.place(one, one["runs"], at, None)
        if rows and self.letter["kind"] == "general":
            self.rule(self.edges[0], bottom, 156 * MM, {8: 1, 6: 0.7}[self.form["rules"][2]], "black")

    def numbers(self):
        form = self.form
        for i, page in enumerate(self.pages):
            if self.letter["kind"] == "letter" and i == 0 and not form["first_number"]:
                continue
            words = form["number_form"].format(i + 1)
            side = form["number_sides"][i % 2]
            place = {"right": f"top + right, dx: -{form['right'] * MM + 14:.2f}pt", "left": f"top + left, dx: {form['left'] * MM + 14:.2f}pt", "center": "top + center"}[side]
            page.append(f'#place({place}, dy: {269 * MM - 0.36 * 14 - 2.0:.2f}pt, text(font: "FandolSong", size: {form["number_size"]}pt, top-edge: 0.86em, bottom-edge: -0.14em)[{words}])')
            if self.letter["draft"]:
                page.append(f'#place(top + right, dx: -26mm, dy: {form.get("draft_top", 20)}mm, text(font: "FandolHei", size: 16pt, top-edge: 0.86em)[{self.letter["draft"]}])')

    def source(self):
        self.body()
        self.numbers()
        pages = "\n#pagebreak()\n".join("\n".join(page) for page in self.pages)
        return (f'#set document(title: {quoted("".join(self.letter["title"]))}, date: datetime(year: 2026, month: 6, day: 8))\n'
                '#set page(width: 210mm, height: 297mm, margin: 0mm)\n#set text(lang: "zh", region: "cn", cjk-latin-spacing: none, fallback: false)\n' + pages)


def parts_of(text):
    """Marks stand alone, or Typst squeezes them."""
    out = [""]
    for sign in text:
        if sign in NOT_FIRST + NOT_LAST:
            out += [sign, ""]
        else:
            out[-1] += sign
    return [part for part in out if part]


def to_pdf(sources, into, fonts):
    """PDFs of Typst's sources by name."""
    import base64
    jobs = "\n".join(json.dumps({"main": source}, ensure_ascii=False) for source in sources.values())
    said = subprocess.run([str(NODE), str(ROOT / "pdf/worker.mjs"), str(fonts)], input=jobs.encode(), stdout=subprocess.PIPE, check=True, timeout=300, cwd=ROOT / "pdf")
    for name, line in zip(sources, said.stdout.decode().splitlines(), strict=True):
        answer = json.loads(line)
        if "pdf" not in answer:
            raise AssertionError(f"{name}: {answer}")
        (pathlib.Path(into) / f"{name}.pdf").write_bytes(base64.b64decode(answer["pdf"]))
