# SPDX-License-Identifier: Apache-2.0
"""Letters for tests/letters_verify, as lists of paragraphs whose form is said in numbers, and what writes them as OOXML.

`items(letter, form)` says where each text of a letter stands, in cells (characters of 三号) and blank lines; a break of a rule
is another number of FORM. `Ooxml` writes them as Word files of three shapes, none of which is huice's:
  direct  everything at the paragraph and its runs, exact lines, no grid, blank lines by spacing, a drawn red line
  styles  everything in styles that inherit from each other, exact lines, blank lines by spacing, borders
  grid    a docGrid with automatic lines, blank paragraphs, much in the defaults of the document
All words are invented."""

import re
import zipfile

FORM = {
    "top": 37, "left": 28, "right": 26, "bottom": 35, "pitch": 579, "spacing": -5, "body_face": "仿宋_GB2312", "body_size": 16,
    "title_face": "方正小标宋简体", "title_size": 22, "mark_face": "方正小标宋简体", "mark_size": 40, "mark_color": "FF0000", "mark_down": 35,
    "number_lines": 2, "number_right": 0, "signer_face": "楷体_GB2312", "signer_right": 1, "rule_gap": 4, "rule_width": 156,
    "above_title": 2, "above_to": 1, "faces": ["黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312"], "indent": 2,
    "sealed": True, "date_right": 4, "name_lines": 2, "copies_size": 14, "rules": (8, 6, 8), "number_sides": ("right", "left"),
    "first_number": False, "number_form": "— {} —", "number_size": 14, "double_width": 170, "letter_mark_top": 30, "note": True,
}

PARTS = [
    "市水务局会同有关单位研究，听取企业意见，走访企业十二家，先后召开会议两次，形成本答复。",
    "全市有水库九座，供水管网长四百六十公里，漏损率下降，供水能力提高。",
    "今年安排资金改造供水管网三十公里，更换水表两万只，形成管理能力，漏损率下降一个百分点。",
    "全市企业使用再生水，水价下降，供水能力提高，水表更换，管网改造，资金安排有关单位管理。",
]
BODY = [
    (0, "您提出的《关于全市供水管网的提案》收悉。经研究，现答复如下："),
    (1, "一、关于“提高供水能力”的建议"), (0, PARTS[0] + PARTS[1]), (0, PARTS[2]),
    (1, "二、关于“改造供水管网”的建议"), (2, "（一）安排资金"), (0, PARTS[2] + PARTS[1]), (3, "1.管网改造"), (0, PARTS[0] + PARTS[2]),
    (3, "2.水表更换"), (0, PARTS[1] * 2), (2, "（二）管理管网"), (0, PARTS[3] + PARTS[0]),
    (1, "三、关于“使用再生水”的建议"), (0, PARTS[3] + PARTS[1]), (0, PARTS[2] + PARTS[3]), (0, PARTS[0] + PARTS[1] + PARTS[3]),
    (0, "您的建议提出了供水的意见，市水务局研究使用。"),
]
LETTER = {
    "kind": "general", "mark": "云泽市人民政府文件", "number": "云政复字〔2026〕18号", "signer": "林一舟", "title": ["云泽市人民政府关于市政协", "三届二次会议第26号提案的答复"],
    "to": "何其远委员：", "body": BODY, "annexes": [], "name": "云泽市人民政府", "date": "2026年6月8日", "note": "（联系人：沈问  联系电话：0000-6660000）",
    "copies": "市政协办公室，市政协提案委员会。", "printed_by": "云泽市人民政府办公室", "printed_on": "2026年6月9日印发", "draft": "",
}
MORE = {**LETTER, "kind": "letter", "mark": "云泽市水务局", "number": "云水函〔2026〕7号", "signer": "", "title": ["云泽市水务局关于市政协三届二次", "会议第31号提案的答复"], "name": "云泽市水务局",
        "printed_by": "", "printed_on": ""}
SHORTER = [*BODY[:4], *BODY[-1:]]


def cells(text):
    return sum(0.5 if ord(sign) < 0x100 else 1 for sign in text)


def run(text, face, size=16, color=None):
    return {"text": text, "face": face, "size": size, "color": color}


def item(role, runs, **look):
    """left, right, first: cells of the body; before: blank lines; align: left, right, center, both."""
    return {"role": role, "runs": runs, "align": "left", "left": 0, "right": 0, "first": 0, "before": 0, **look}


def signature(letter, form):
    body, size = form["body_face"], form["body_size"]
    name, date = cells(letter["name"]), cells(letter["date"])
    if form["sealed"]:
        places = [form["date_right"] + (date - name) / 2, form["date_right"]]
    else:  # 7.3.5.2
        places = [2 + date + 2 - name, 2] if date > name else [2, name - date]
    before = form["name_lines"] if form["sealed"] else 1
    return [item("name", [run(letter["name"], body, size)], align="right", right=places[0], before=before),
            item("date", [run(letter["date"], body, size)], align="right", right=places[1])]


def head(letter, form):
    body, size = form["body_face"], form["body_size"]
    mark = item("mark", [run(letter["mark"], form["mark_face"], form["mark_size"], form["mark_color"])], align="center")
    if letter["kind"] == "letter":
        out = [mark, item("double", []), item("number", [run(letter["number"], body, size)], align=form.get("number_align", "right"))]
    elif letter["signer"]:
        out = [mark, item("number", [run(letter["number"], body, size), run("\t签发人：", body, size), run(letter["signer"], form["signer_face"], size)],
                          left=1, right=form["signer_right"], before=form["number_lines"]), item("rule", [])]
    else:
        out = [mark, item("number", [run(letter["number"], body, size)], align="center", before=form["number_lines"]), item("rule", [])]
    for i, line in enumerate(letter["title"]):
        out.append(item("title", [run(line, form["title_face"], form["title_size"])], align="center", before=form["above_title"] if i == 0 else 0))
    return [*out, item("to", [run(letter["to"], body, size)], before=form["above_to"])]


def items(letter, form):
    body, size = form["body_face"], form["body_size"]
    out = head(letter, form)
    for level, text in letter["body"]:
        face = form["faces"][level - 1] if level else form.get("text_face", body)
        out.append(item(f"head{level}" if level else "body", [run(text, face, size)], align="both", first=form["indent"]))
    several = len(letter["annexes"]) > 1
    for i, title in enumerate(letter["annexes"]):
        label = "附件：" if i == 0 else ""
        number = f"{i + 1}." if several else ""
        out.append(item("annex", [run(label + number + title, body, size)], left=2 if i == 0 else 5, before=1 if i == 0 else 0))
    out += signature(letter, form)
    if letter["note"]:
        out.append(item("note", [run(letter["note"], body, size)], first=2))
    small = form["copies_size"]
    if letter["copies"]:
        out.append(item("copies", [run("抄送：" + letter["copies"], body, small)], left=14 / 16, right=14 / 16))
    if letter["printed_by"]:
        out.append(item("printed", [run(letter["printed_by"], body, small), run("\t" + letter["printed_on"], body, small)], left=14 / 16, right=14 / 16))
    return out


W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
     'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
     'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"')
CELL = 315.75  # twips
ROLES = {"mark": "公文标志", "number": "公文文号", "rule": "公文红线", "double": "公文双线", "title": "公文题目", "to": "公文主送", "body": "公文正文", "head1": "公文一级", "head2": "公文二级",
         "head3": "公文三级", "annex": "公文附件", "name": "公文署名", "date": "公文日期", "note": "公文附注", "copies": "公文抄送", "printed": "公文印发"}


def tw(mm):
    return round(mm * 1440 / 25.4)


def fonts(face):
    return f'<w:rFonts w:ascii="{face}" w:eastAsia="{face}" w:hAnsi="{face}" w:cs="{face}"/>'


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Ooxml:
    """One Word file of the shape asked for."""

    def __init__(self, letter, form, shape):
        self.letter, self.form, self.shape = letter, form, shape
        self.styles = {}

    # Properties of a paragraph and a run, in the order of the schema.
    def paragraph_look(self, one, extra=""):
        role, form = one["role"], self.form
        line = form["pitch"]
        before = round(one["before"] * line)
        if role == "number" and self.letter["kind"] == "general":
            before -= 145  # what the mark's own line leaves under it
        if role == "mark":
            line = round(form["mark_size"] * 20 * 1.2)
            over = round(form["mark_size"] * 20 * 0.18)
            before = tw(form["mark_down"]) - over if self.letter["kind"] == "general" else 0
        spacing = f'<w:spacing w:before="{before}" w:after="0" w:line="{line}" w:lineRule="exact"/>'
        if role in ("copies", "printed"):
            spacing = '<w:spacing w:before="60" w:after="60" w:line="400" w:lineRule="exact"/>'
        if role in ("rule", "double"):
            spacing = f'<w:spacing w:before="{one["before"]}" w:after="{one.get("after", 0)}" w:line="20" w:lineRule="exact"/>'
        if self.shape == "grid" and role not in ("mark", "rule", "double", "copies", "printed", "number", "title"):
            spacing = '<w:spacing w:line="240" w:lineRule="auto"/>'
        left, right, first = (round(one[key] * CELL) for key in ("left", "right", "first"))
        indent = f'<w:ind w:left="{left}" w:right="{right}"' + (f' w:firstLineChars="{round(one["first"] * 100)}" w:firstLine="{first}"' if first else "") + "/>"
        tabs = ""
        if any("\t" in piece["text"] for piece in one["runs"]):
            tabs = f'<w:tabs><w:tab w:val="right" w:pos="{tw(210 - form["left"] - form["right"]) - right}"/></w:tabs>'
        border = one.get("border", "")
        grid = "" if self.shape == "grid" and role not in ("mark", "rule", "double", "number", "title") else '<w:snapToGrid w:val="0"/>'
        return border + tabs + grid + spacing + indent + f'<w:jc w:val="{one["align"]}"/>' + extra

    def run_look(self, piece):
        color = f'<w:color w:val="{piece["color"]}"/>' if piece["color"] else ""
        half = round(piece["size"] * 2)
        spacing = f'<w:spacing w:val="{self.form["spacing"]}"/>' if piece["size"] == 16 and self.form["spacing"] else ""
        bold = "<w:b/>" if piece["face"] == "Noto Serif CJK SC" else ""
        return fonts(piece["face"]) + bold + color + spacing + f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'

    def text(self, piece, look):
        parts = piece["text"].split("\t")
        inside = "<w:tab/>".join(f'<w:t xml:space="preserve">{escaped(part)}</w:t>' if part else "" for part in parts)
        return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{inside}</w:r>"

    def split(self, runs):
        """Word cuts texts anywhere."""
        out = []
        for piece in runs:
            cut = len(piece["text"]) // 2 if self.shape == "direct" and len(piece["text"]) > 12 else 0
            out += [{**piece, "text": part} for part in (piece["text"][:cut], piece["text"][cut:]) if part]
        return out

    def paragraph(self, one, extra=""):
        runs = one["runs"]
        if self.shape == "styles":
            style = self.style(one)
            base = runs[0] if runs else None
            inside = ""
            for piece in runs:
                differs = piece["face"] != base["face"]
                inside += self.text(piece, f'<w:rStyle w:val="{self.character(piece)}"/>' if differs else "")
            return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{extra}{inside}</w:p>'
        blanks = ""
        if self.shape == "grid" and one["role"] not in ("mark", "rule", "double", "number", "title"):
            blanks = "<w:p/>" * round(one["before"])
        inside = "".join(self.text(piece, self.run_look(piece)) for piece in self.split(runs))
        return f"{blanks}<w:p><w:pPr>{self.paragraph_look(one)}</w:pPr>{extra}{inside}</w:p>"

    def style(self, one):
        name = ROLES[one["role"]] + one.get("kind", "") + ("首" if one["before"] and one["role"] in ("title", "annex") else "")
        if name not in self.styles:
            of_runs = self.run_look(one["runs"][0]) if one["runs"] else ""
            base = "公文一级" if one["role"] in ("head2", "head3") and "公文一级" in self.styles else "公文"
            self.styles[name] = (f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="S{len(self.styles)}"><w:name w:val="{name}"/><w:basedOn w:val="{"Base" if base == "公文" else self.ids[base]}"/>'
                                 f'<w:pPr>{self.paragraph_look(one)}</w:pPr><w:rPr>{of_runs}</w:rPr></w:style>')
            self.ids = {**getattr(self, "ids", {}), name: f"S{len(self.styles) - 1}"}
        return self.ids[name]

    def character(self, piece):
        name = "字符" + piece["face"]
        if name not in self.styles:
            self.styles[name] = f'<w:style w:type="character" w:customStyle="1" w:styleId="S{len(self.styles)}"><w:name w:val="{name}"/><w:rPr>{fonts(piece["face"])}</w:rPr></w:style>'
            self.ids = {**self.ids, name: f"S{len(self.styles) - 1}"}
        return self.ids[name]

    def drawn_line(self, mm, y):
        x, width, weight = round((self.form["left"]) * 36000), round(mm * 36000), 12700
        return (f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
                f'<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>{round(y * 36000)}</wp:posOffset></wp:positionV>'
                f'<wp:extent cx="{width}" cy="0"/><wp:wrapNone/><wp:docPr id="1" name="红线"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr>'
                f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="{weight}"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>')

    def rule(self, one):
        """The red line under 文号 as a border; its paragraph stands rule_gap under the characters."""
        form = self.form
        under = (form["pitch"] / 20 - 16) / 2 - 3
        gap = round((form["rule_gap"] * 72 / 25.4 - under) * 20)
        one["before"], one["after"] = max(0, gap), 0
        width = (210 - form["left"] - form["right"] - form["rule_width"]) / 2
        one["left"] = one["right"] = tw(width) / CELL
        one["border"] = '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="0" w:color="FF0000"/></w:pBdr>'
        return self.paragraph(one)

    def double(self, one, kind="thickThinSmallGap"):
        form = self.form
        one["kind"] = kind
        one["left"] = tw((210 - form["double_width"]) / 2 - form["left"]) / CELL
        one["right"] = tw((210 - form["double_width"]) / 2 - form["right"]) / CELL
        under = form["mark_size"] * 0.15
        one["before"], one["after"] = round((form.get("double_gap", 4) * 72 / 25.4 - under) * 20) + 57, 0
        one["border"] = f'<w:pBdr><w:bottom w:val="{kind}" w:sz="24" w:space="0" w:color="FF0000"/></w:pBdr>'
        if form.get("single_rule"):
            one["border"] = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="0" w:color="FF0000"/></w:pBdr>'
        return self.paragraph(one)

    def imprint(self, rows):
        if not rows:
            return ""
        form, wide = self.form, tw(210 - self.form["left"] - self.form["right"])
        has_rules = self.letter["kind"] == "general"
        if self.shape == "styles":
            out = ""
            for i, one in enumerate(rows):
                # A border is as wide as its paragraph: blanks keep the words off the edges.
                one["left"] = one["right"] = 0
                one["runs"][0]["text"] = "\u3000" + one["runs"][0]["text"]
                one["runs"][-1]["text"] += "\u3000" if len(one["runs"]) > 1 else ""
                top = form["rules"][0] if i == 0 else form["rules"][1]
                last = f'<w:bottom w:val="single" w:sz="{form["rules"][2]}" w:space="1" w:color="auto"/>' if i == len(rows) - 1 else ""
                one["border"] = f'<w:pBdr><w:top w:val="single" w:sz="{top}" w:space="1" w:color="auto"/>{last}</w:pBdr>' if has_rules else ""
                one["border"] = ('<w:framePr w:w="%d" w:hSpace="0" w:wrap="around" w:vAnchor="margin" w:hAnchor="page" w:x="%d" w:yAlign="bottom"/>' % (wide, tw(form["left"]))) + one["border"]
                out += self.paragraph(one)
            return out
        cell = ""
        for i, one in enumerate(rows):
            top, bottom = (form["rules"][0] if i == 0 else form["rules"][1]), (form["rules"][2] if i == len(rows) - 1 else form["rules"][1])
            border = f'<w:tcBorders><w:top w:val="single" w:sz="{top}" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="{bottom}" w:space="0" w:color="auto"/></w:tcBorders>' if has_rules else ""
            cell += f'<w:tr><w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{border}</w:tcPr>{self.paragraph(one)}</w:tc></w:tr>'
        return (f'<w:tbl><w:tblPr><w:tblpPr w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="{tw(form["left"])}" w:tblpYSpec="bottom"/><w:tblW w:w="{wide}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
                f'<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{wide}"/></w:tblGrid>{cell}</w:tbl><w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>')

    def body(self):
        out, imprint = "", []
        self.head = ""  # 信函格式: in the first page's header
        for one in items(self.letter, self.form):
            if self.letter["kind"] == "letter" and one["role"] == "number":
                one["before"] = 70 / self.form["pitch"]  # 7/8 of a character under the lines
            if one["role"] == "rule":
                if self.shape == "direct":
                    mark, form = self.form["mark_size"] * 20, self.form
                    y = form["top"] + form["mark_down"] + (mark * 0.9 + 2 * form["pitch"] + form["pitch"] - (form["pitch"] - 320) / 2 - 40) * 25.4 / 1440 + form["rule_gap"] + 1.2
                    self.pending = self.drawn_line(form["rule_width"], y)
                else:
                    out += self.rule(one)
            elif self.letter["kind"] == "letter" and one["role"] in ("mark", "double"):
                self.head += self.double(one) if one["role"] == "double" else self.paragraph(one)
            elif one["role"] in ("copies", "printed"):
                imprint.append(one)
            else:
                if one["role"] == "title" and one["before"] and self.letter["kind"] == "general" and self.shape != "grid":
                    one["before"] += 0.35  # what the rule's own place takes
                out += self.paragraph(one, getattr(self, "pending", ""))
                self.pending = ""
        return out + self.imprint(imprint)

    def footer(self, side):
        form = self.form
        size, inset = form["number_size"] * 2, 280
        look = fonts("宋体") + f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        before, after = form["number_form"].split("{}")
        plain = f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">'
        if self.shape == "styles":
            field = f'<w:fldSimple w:instr=" PAGE "><w:r><w:rPr>{look}</w:rPr><w:t>1</w:t></w:r></w:fldSimple>'
        else:
            field = "".join(f"<w:r><w:rPr>{look}</w:rPr>{part}</w:r>" for part in
                            ('<w:fldChar w:fldCharType="begin"/>', '<w:instrText xml:space="preserve"> PAGE \\* MERGEFORMAT </w:instrText>', '<w:fldChar w:fldCharType="separate"/>', "<w:t>1</w:t>", '<w:fldChar w:fldCharType="end"/>'))
        spacing = '<w:spacing w:after="283"/>' if self.letter["kind"] == "letter" else ""
        indent = spacing + {"right": f'<w:ind w:right="{inset}"/>', "left": f'<w:ind w:left="{inset}"/>'}.get(side, "")
        return f'<w:ftr {W}><w:p><w:pPr>{indent}<w:jc w:val="{side}"/></w:pPr>{plain}{before}</w:t></w:r>{field}{plain}{after}</w:t></w:r></w:p></w:ftr>'

    def first_footer(self):
        one = item("double", [])
        rule = self.double(one, "thinThickSmallGap").replace(f'w:before="{one["before"]}"', 'w:before="0"')
        number = ""
        if self.form["first_number"]:
            number = re.sub("</?w:ftr[^>]*>", "", self.footer(self.form["number_sides"][0])).replace('<w:spacing w:after="283"/>', "")
        return f"<w:ftr {W}>{number}{rule}</w:ftr>"

    def header(self, is_first):
        draft, head = self.letter["draft"], self.head if is_first else ""
        mark = f'<w:p><w:pPr><w:spacing w:line="579" w:lineRule="exact"/><w:jc w:val="right"/></w:pPr><w:r><w:rPr>{fonts("黑体")}<w:sz w:val="32"/></w:rPr><w:t>{draft}</w:t></w:r></w:p>' if draft else ""
        return f"<w:hdr {W}>{mark}{head or ('' if mark else '<w:p/>')}</w:hdr>"

    def write(self, path):
        form, is_letter = self.form, self.letter["kind"] == "letter"
        body = self.body()
        parts = {"word/footer1.xml": self.footer(form["number_sides"][0]), "word/footer2.xml": self.footer(form["number_sides"][1])}
        refs = '<w:footerReference w:type="default" r:id="f1"/><w:footerReference w:type="even" r:id="f2"/>'
        title_page = ""
        if is_letter:
            parts["word/footer3.xml"] = self.first_footer()
            refs += '<w:footerReference w:type="first" r:id="f3"/>'
            title_page = "<w:titlePg/>"
        parts["word/header1.xml"] = self.header(False)
        refs = '<w:headerReference w:type="default" r:id="h1"/><w:headerReference w:type="even" r:id="h1"/>' + refs
        edge = 851
        if is_letter:
            parts["word/header2.xml"] = self.header(True)
            refs = '<w:headerReference w:type="first" r:id="h2"/>' + refs
            edge = tw(form["letter_mark_top"]) - round(form["mark_size"] * 3.6) - (579 if self.letter["draft"] else 0)
        grid = {"direct": "", "styles": "", "grid": f'<w:docGrid w:type="lines" w:linePitch="{form["pitch"]}"/>'}[self.shape]
        # The dash is 7 mm under 版心; in 信函格式 the double line is 20 mm from the foot of the page.
        footer = tw(20) if is_letter else tw(form["bottom"] - 7) - 170
        section = (f'<w:sectPr>{refs}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{tw(form["top"])}" w:right="{tw(form["right"])}" w:bottom="{tw(form["bottom"])}" '
                   f'w:left="{tw(form["left"])}" w:header="{edge}" w:footer="{footer}" w:gutter="0"/>{title_page}{grid}</w:sectPr>')
        parts["word/document.xml"] = f"<w:document {W}><w:body>{body}{section}</w:body></w:document>"
        base = (f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:customStyle="1" w:styleId="Base"><w:name w:val="公文"/><w:basedOn w:val="Normal"/>'
                f'<w:pPr><w:spacing w:line="{form["pitch"]}" w:lineRule="exact"/></w:pPr></w:style>')
        default = '<w:sz w:val="21"/>' if self.shape != "grid" else fonts(form["body_face"]) + f'<w:sz w:val="{form["body_size"] * 2}"/>'
        parts["word/styles.xml"] = f"<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{default}</w:rPr></w:rPrDefault></w:docDefaults>{base}{''.join(self.styles.values())}</w:styles>"
        parts["word/settings.xml"] = f'<w:settings {W}><w:evenAndOddHeaders/></w:settings>'
        self.package(path, parts)

    def package(self, path, parts):
        kinds = {"document": "document.main", "styles": "styles", "settings": "settings", "footer": "footer", "header": "header"}
        types, relations = "", ""
        for name in parts:
            word = name[5:-4].rstrip("0123456789")
            types += f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kinds[word]}+xml"/>'
            if word != "document":
                ident = word[0] + name[5:-4].removeprefix(word) if word in ("footer", "header") else word
                relations += f'<Relationship Id="{ident}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{word}" Target="{name[5:]}"/>'
        root = "http://schemas.openxmlformats.org/package/2006/"
        files = {
            "[Content_Types].xml": f'<Types xmlns="{root}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{root}relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{root}relationships">{relations}</Relationships>', **parts}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in files.items():
                archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text, zipfile.ZIP_DEFLATED)
