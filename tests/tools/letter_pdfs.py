# SPDX-License-Identifier: Apache-2.0
"""Letters, and the PDFs that letter_lines makes of them, for tests/scripts/letter_pdf*.py."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import traceback

from pdf_pages import pages
from random_run import NODE, ROOT, check, outcome

BUILD = pathlib.Path(os.environ.get("HUICE_BUILDS", "").split(os.pathsep)[0] or ROOT / "build/release")
FONTS = ROOT / "build/fonts"

PLAIN = "各旗区各部门围绕培育壮大科技型中小企业的目标任务统筹安排资金项目平台人才等要素保障推动创新链产业链资金链人才链深度融合"
MARKED = "一是加快兑现（鄂府发〔2022〕103号）所列奖补，二是完善“一张表”台账；三是按季度通报进展，做到“有问必答”、“有诺必践”（按季）。全年安排5229.3万元，增长11.24%。"
GENERAL = {
    "letterhead": "鄂尔多斯市人民政府文件", "number": "鄂建提复字〔2026〕9号", "signer_label": "签发人：", "signer": "张某某",
    "title": "鄂尔多斯市人民政府关于市政协六届一次会议第12号提案的答复函", "salutation": "李某某委员：",
    "signatories": ["鄂尔多斯市人民政府"], "signed_on": "2026年9月28日", "dated": "2026-09-28",
    "contact_note": "（联系人：王某某  联系电话：0000-0000000）", "copies": "市政协办公室，市政协提案委员会。",
    "printed_by": "鄂尔多斯市人民政府办公室", "printed_on": "2026年10月11日印发",
}
SHORT = "您提出的《关于某事的提案》悉。经研究，现答复如下。\n\n# 一、关于“出台一个政策包”的建议\n\n" + MARKED + "\n\n## （一）奖补\n\n" + MARKED * 2 + "\n\n感谢您的关心和支持。"


def stress():
    """Ten pages: heads at many heights of the page, long and short paragraphs."""
    parts = []
    for i, name in enumerate("一二三四五"):
        parts.append(f"# {name}、关于“第{name}件事”的建议")
        for j, sub in enumerate("一二三"):
            parts.append(f"## （{sub}）具体工作")
            parts.append((MARKED + PLAIN + "。") * (1 + (i + j) % 3))
            parts.append(PLAIN[: 20 + 7 * i + 6 * j] + "。")
    return "\n\n".join(parts)


class Work:
    """A folder with the PDFs that letter_lines made."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def ask(self, letters, **options):
        """Name → {"made", "problems"} for letters by name; their PDFs are NAME.pdf."""
        options = {"share": str(ROOT), "project": str(ROOT), "node": str(NODE), "fonts": [str(FONTS)], **options}
        lines = [json.dumps({"letter": letter, "pdf": str(self.path(name))}, ensure_ascii=False) for name, letter in letters.items()]
        done = subprocess.run([BUILD / "letter_lines", json.dumps(options)], input="\n".join(lines).encode(), stdout=subprocess.PIPE,
                              check=True, timeout=300, cwd=self.folder)
        return dict(zip(letters, map(json.loads, done.stdout.decode().splitlines()), strict=True))

    def make(self, letters, **options):
        """The same, where each of them has to become one."""
        for name, answer in self.ask(letters, **options).items():
            assert answer["made"], f"{name}: {answer['problems']}"

    def path(self, name):
        return self.folder / f"{name}.pdf"

    def pages(self, name):
        return pages(self.path(name))


LETTERS = {
    "short": {**GENERAL, "body": SHORT, "class_mark": "A"},
    "stress": {**GENERAL, "body": stress()},
    "plain": {**GENERAL, "body": PLAIN * 40 + "。"},
    "unsealed": {**GENERAL, "body": SHORT, "has_seal": False, "signatories": ["鄂尔多斯市人民政府办公室"]},
    "long-date": {**GENERAL, "body": SHORT, "has_seal": False, "signatories": ["市科技局"]},
    "several": {**GENERAL, "body": SHORT, "signatories": ["鄂尔多斯市人民政府", "鄂尔多斯市科学技术局", "鄂尔多斯市工业和信息化局"]},
    "signers": {**GENERAL, "body": SHORT, "signer": "张某某　李四　王五", "signers": ["张某某", "李四", "王五"], "urgency": "加急", "class_mark": "A"},
    "letter-urgent": {**GENERAL, "format": "letter", "letterhead": "鄂尔多斯市人民政府", "body": PLAIN * 20, "urgency": "特急", "class_mark": "A"},
    "letter": {**GENERAL, "format": "letter", "letterhead": "鄂尔多斯市人民政府", "body": "\n\n".join([PLAIN * 3] * 8)},
    "letter-open": {**GENERAL, "format": "letter", "letterhead": "鄂尔多斯市人民政府", "body": PLAIN * 20, "signed_on": ""},
    "letter-draft": {**GENERAL, "format": "letter", "letterhead": "鄂尔多斯市人民政府", "body": PLAIN * 20, "signed_on": "", "draft_mark": "代拟稿"},
    "general-draft": {**GENERAL, "number": "鄂建提复字〔2026〕　号", "signer": "", "signed_on": "", "printed_on": "", "body": SHORT, "draft_mark": "代拟稿"},
    "annexes": {**GENERAL, "body": SHORT + "\n\n1. 第一项\n2. 第二项\n\n" + PLAIN + "。", "annexes": [
        {"title": "名单及有关情况说明", "body": "| 年度 | 数量 |\n|---|--:|\n| 2021 | 89 |\n| 2022 | 99 |\n", "caption": "情况表"},
        {"title": "奖补资金兑现情况表", "body": "| 年度 | 数量 | 金额 |\n|---|--:|:-:|\n| 2021 | 89 | 53.2亿元 |\n| 2022 | 99 | 一个要在这一格里换行才放得下去的说明，因为它很长很长 |\n"}]},
}


def hold(tests, skipped=()):
    """Runs each (name, function, further arguments) on one folder of PDFs, and prints what came out of it."""
    print(f"1..{len(tests) + len(skipped)}", flush=True)
    with tempfile.TemporaryDirectory(dir=os.environ.get("HUICE_TMP")) as folder:
        work = Work(folder)
        for name, what, *arguments in tests:
            try:
                result = what(work, *arguments)
                check(name + (f": {result}" if result else ""), True)
            except Exception:  # noqa: BLE001
                check(name, False, ["# " + line for line in traceback.format_exc().splitlines()[-12:]])
    for name in skipped:
        check(f"{name} # SKIP not beside the repository", True)
    sys.exit(outcome())
