# SPDX-License-Identifier: Apache-2.0
"""Word files and PDFs made to cost much, for tests/scripts/cost.py: what `huice letter --verify` and `--read` take to read them.

The size of a family is that of its text before it is packed. Their words are invented.
"""

import io
import zipfile

from costly_inputs import OFFICE, RELATIONS, Family, dumped, parts

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def docx(body, styles="", origins=""):
    """A minimal Word file: the XML of its paragraphs, of its styles, and of where its paragraphs come from."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
        archive.writestr("_rels/.rels", RELATIONS % f'<Relationship Id="r" Target="word/document.xml" Type="{OFFICE}/officeDocument"/>')
        archive.writestr("word/_rels/document.xml.rels", RELATIONS % (
            f'<Relationship Id="s" Target="styles.xml" Type="{OFFICE}/styles"/>'
            f'<Relationship Id="o" Target="../customXml/item1.xml" Type="{OFFICE}/customXml"/>'))
        archive.writestr("word/styles.xml", f'{HEAD}<w:styles xmlns:w="{WORD}">{styles}</w:styles>')
        archive.writestr("word/document.xml", f'{HEAD}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
        if origins:
            archive.writestr("customXml/item1.xml", f'{HEAD}<origins xmlns="urn:huice:origins:1" record="p-1">{origins}</origins>')
    return out.getvalue()


def paragraph(text, more="", name=""):
    marks = f'<w:bookmarkStart w:id="{name[1:]}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{name[1:]}"/>'
    return f"<w:p>{more}{marks[0] if name else ''}<w:r><w:t>{text}</w:t></w:r>{marks[1] if name else ''}</w:p>"


def style(i):
    parent = f'<w:basedOn w:val="s{i - 1}"/>' if i else ""
    return f'<w:style w:type="paragraph" w:styleId="s{i}"><w:name w:val="样式{i}"/>{parent}</w:style>'


def body(part):
    return lambda size, sep: {"f.docx": docx("".join(parts(size, part, 0)))}


def row(i):
    return f"<w:tr><w:tc>{paragraph(f'甲{i}')}</w:tc><w:tc>{paragraph('乙')}</w:tc></w:tr>"


VERIFY_WORD = ("letter", "--verify", "{project}/f.docx")
WORD_FILES = [Family(f"Word: {name}", make, None, VERIFY_WORD, lines=("\n",)) for name, make in [
    ("paragraphs", body(lambda i: paragraph(f"第{i}段。"))),
    ("headings", body(lambda i: paragraph(f"三、第{i}个标题"))),
    ("lines that look like dates", body(lambda i: paragraph("2026年06月08日"))),
    ("lines that look like copies", body(lambda i: paragraph("抄送：市政协办公室，"))),
    ("lines that look like numbers of documents", body(lambda i: paragraph(f"示复字〔2026〕{i + 1}号"))),
    ("a head that never ends", body(lambda i: paragraph("示例市人民政府", '<w:pPr><w:jc w:val="center"/></w:pPr>'))),
    ("runs of one paragraph", lambda size, sep: {"f.docx": docx("<w:p>" + "".join(parts(size, lambda i: f"<w:r><w:rPr><w:b/></w:rPr><w:t>字{i}</w:t></w:r>", 0)) + "</w:p>")}),
    ("one long text", lambda size, sep: {"f.docx": docx(paragraph("示" * (size // 3)))}),
    ("rows of a table", lambda size, sep: {"f.docx": docx("<w:tbl>" + "".join(parts(size, row, 0)) + "</w:tbl>")}),
    ("cells of a row", lambda size, sep: {"f.docx": docx("<w:tbl><w:tr>" + "".join(parts(size, lambda i: f"<w:tc>{paragraph('甲')}</w:tc>", 0)) + "</w:tr></w:tbl>")}),
    ("tables in tables", lambda size, sep: {"f.docx": docx("<w:tbl><w:tr><w:tc>" * (size // 50) + paragraph("甲") + "</w:tc></w:tr></w:tbl>" * (size // 50))}),
    ("styles, each of the one before", lambda size, sep: {"f.docx": docx(
        "".join(paragraph("甲", f'<w:pPr><w:pStyle w:val="s{size // 250}"/></w:pPr>') for _ in range(size // 160)), "".join(style(i) for i in range(size // 220)))}),
    ("bookmarks", body(lambda i: f'<w:bookmarkStart w:id="{i}" w:name="b{i}"/>')),
    ("open changes", body(lambda i: f'<w:p><w:ins w:id="{i}" w:author="甲"><w:r><w:t>加</w:t></w:r></w:ins><w:del w:id="{i}" w:author="乙"><w:r><w:delText>删</w:delText></w:r></w:del></w:p>')),
]]

LETTER = {"id": "p-1", "number": "1", "kind": "政协提案", "session": {"body": "市政协", "term": 1, "meeting": 1}, "title": "关于示例的提案", "region": "city",
          "proposers": ["甲乙"], "asks": None, "source": {"document": "测试（虚构）", "reliability": "official"}}


def read_back(of_record, of_file):
    """A letter whose record has these paragraphs, and the Word file made of it, with these in their place."""
    def make(size, sep):
        count = size // 150
        reply = {"form": "thematic", "issuer": "office", "sections": [{"id": "1", "heading": "情况", "text": "\n\n".join(of_record(i) for i in range(count))}]}
        origins = "".join(f'<paragraph bookmark="b{i}" field="reply/sections/1/text" part="{i + 1}" source="0" words="{of_record(i)}"/>' for i in range(count))
        paragraphs = "".join(paragraph(of_file(i, count), name=f"b{i}") for i in range(count))
        return {"data/proposals/p-1.json": dumped({**LETTER, "reply": reply}), "f.docx": docx(paragraphs, origins=origins)}
    return make


READ_WORD = ("letter", "{project}", "--read", "{project}/f.docx")
READ_BACK = [Family(f"read back: {name}", make, None, READ_WORD, lines=("\n",)) for name, make in [
    ("paragraphs as they were", read_back(lambda i: f"第{i}段的话。", lambda i, count: f"第{i}段的话。")),
    ("every paragraph changed", read_back(lambda i: f"第{i}段的话。", lambda i, count: f"改写第{i}段。")),
    ("paragraphs the other way round", read_back(lambda i: f"第{i}段的话。", lambda i, count: f"第{count - 1 - i}段的话。")),
    ("paragraphs that are all alike", read_back(lambda i: "同样的话。", lambda i, count: "同样的话。" if i % 2 else "别的话。")),
    ("one paragraph of many words", lambda size, sep: {
        "data/proposals/p-1.json": dumped({**LETTER, "reply": {"form": "thematic", "issuer": "office", "sections": [{"id": "1", "heading": "情况", "text": "甲乙" * (size // 18)}]}}),
        "f.docx": docx(paragraph("乙甲丙" * (size // 27), name="b1"), origins=f'<paragraph bookmark="b1" field="reply/sections/1/text" part="1" source="0" words="{"甲乙" * (size // 18)}"/>')}),
]]


def pdf(contents, resources=""):
    """A PDF with a page for each content, all with these resources."""
    fonts = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/SimSun/FirstChar 32/Widths[500 500 500]>>>>"
    pages = [(3 + 2 * i, content) for i, content in enumerate(contents)]
    objects = ["1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
               "2 0 obj<</Type/Pages/Kids[%s]/Count %d>>endobj" % (" ".join(f"{number} 0 R" for number, _ in pages), len(pages))]
    for number, content in pages:
        objects.append(f"{number} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {number + 1} 0 R/Resources<<{fonts}{resources}>>>>endobj")
        objects.append(f"{number + 1} 0 obj<</Subtype/Form/Length {len(content)}>>stream\n{content}\nendstream endobj")
    return "%PDF-1.4\n" + "\n".join(objects) + "\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def page(part):
    return lambda size, sep: {"f.pdf": pdf(["\n".join(parts(size, part, 1))])}


VERIFY_PDF = ("letter", "--verify", "{project}/f.pdf")
PDFS = [Family(f"PDF: {name}", make, None, VERIFY_PDF, lines=("\n",)) for name, make in [
    ("texts of a page", page(lambda i: f"BT /F 16 Tf 100 {700 - i % 600} Td (!\"#) Tj ET")),
    ("texts of one line", page(lambda i: f"BT /F 16 Tf {i % 500} 700 Td (!) Tj ET")),
    ("one long text", lambda size, sep: {"f.pdf": pdf(["BT /F 16 Tf (" + "!" * size + ") Tj ET"])}),
    ("lines that are drawn", page(lambda i: f"1 0 0 RG 88 {i % 800} m 500 {i % 800} l S")),
    ("states within states", page(lambda i: "q 1 0 0 1 1 1 cm")),
    ("numbers without an operator", page(lambda i: "1 2 3")),
    ("lists within lists", lambda size, sep: {"f.pdf": pdf(["[" * size])}),
    ("pages", lambda size, sep: {"f.pdf": pdf([f"BT /F 16 Tf 100 700 Td (!) Tj ET % {i}" for i in range(size // 250)])}),
    ("a form that draws itself", lambda size, sep: {"f.pdf": pdf(["/X Do " * (size // 6)], "/XObject<</X 4 0 R>>")}),
    ("fonts", lambda size, sep: {"f.pdf": pdf(["BT /F 16 Tf (!) Tj ET"]).replace("/Font<<", "/Font<<" + "".join(
        f"/F{i}<</Type/Font/Subtype/Type1/BaseFont/F{i}>>" for i in range(size // 50)), 1)}),
]]

FAMILIES = WORD_FILES + READ_BACK + PDFS

# Those measured in every run.
TELLING = ("Word: paragraphs", "Word: styles, each of the one before", "read back: every paragraph changed", "PDF: texts of a page", "PDF: a form that draws itself")
