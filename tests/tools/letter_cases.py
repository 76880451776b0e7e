# SPDX-License-Identifier: Apache-2.0
"""Letters that no city wrote, for the tests of their formats: as docx_lines reads them. All of it is invented."""

PARAGRAPHS = [
    "市科学技术局会同有关部门逐条研究了提案的内容，组织召开了三次座谈会，走访企业四十七家，听取了企业负责人和科研人员的意见，在此基础上形成了本答复。",
    "一是加大研发投入奖补。对规模以上工业企业上一年度研发投入增量部分，按照百分之十给予一次性奖补，单户企业最高50万元；二是支持企业建设研发机构，对新认定的企业研发中心给予30万元补助。",
    "上述措施依据《虚构市促进科技创新若干政策措施》（虚府发〔2022〕103号）制定，自发布之日起施行，由市科学技术局负责解释，所需资金由市、旗区两级财政按照各百分之五十的比例分担，列入年度预算予以保障。",
    "截至2025年底，全市有效期内高新技术企业达到312家，科技型中小企业入库586家，研发经费投入强度达到1.32%，比上年提高0.11个百分点；技术合同成交额69.98亿元，同比增长14.6%。",
]


def heading(level, label, text):
    return {"heading": level, "label": label, "text": text}


def long_body(chapters):
    out = ["你们的提案悉。现答复如下。"]
    for chapter in range(chapters):
        out.append(heading(1, "一二三四五六七八九十"[chapter] + "、", "关于“完善科技创新服务体系”的建议"))
        for part in range(2):
            out.append(heading(2, "（" + "一二三"[part] + "）", "加强政策宣传与兑现"))
            out += [PARAGRAPHS[(chapter + part + i) % 4] for i in range(3)]
        out.append({"text": ["全市研发经费投入", {"text": "53.2亿元", "cites": "fact:rd@x/2024|value"}, "，强度",
                             {"text": "0.91%", "cites": "fact:rd-intensity@x/2024"}, "，", {"text": "仍须努力", "strong": True}, "。"]})
    return out


LETTER = {
    "record": "case-5-1-188", "letterhead": "虚构市人民政府文件", "number": "虚建提复字〔2026〕335号", "signer_label": "签发人：", "signer": "王心宇",
    "class_mark": "A", "title": "虚构市人民政府关于市政协五届一次会议第188号提案的答复函", "salutation": "白夜明、康俊莲、张彦彪委员：",
    "body": ["你们的《关于完善科技创新服务体系的提案》悉。经研究，现答复如下。", heading(1, "一、", "关于“出台一个政策包”的建议"), *PARAGRAPHS[:2],
             "下一步，市人民政府将继续听取各方面意见，切实把提案办理好。感谢你们的关心和支持。"],
    "signatories": ["虚构市人民政府"], "signed_on": "2026年3月5日", "contact_note": "（联系人：姚远  联系电话：0477-8500000）", "annex_label": "附件：",
    "copies_label": "抄送：", "copies": "市政协办公室，市政协提案委员会。", "printed_by": "虚构市人民政府办公室", "printed_on": "2026年3月11日印发",
}
TABLE = {"caption": "表1  兑现情况", "widths": [2, 1, 1], "head": ["项目", "金额（万元）", "企业（家）"],
         "rows": [["研发投入奖补", {"text": "5229.3", "cites": "amount:a"}, "99"], ["研发机构补助", "1800", "60"]]}
LISTS = [{"ordered": True, "items": [["甲项支持。", {"ordered": True, "items": [["其一。"], ["其二。"]]}], ["乙项支持。"]]},
         {"items": [["丙项。"], ["丁项。"]]}, {"note": ["说明：引用的数据尚待核对。"]}]
ONE_PAGE = {"body": ["你的提案悉，所提建议已经采纳。"]}
SHORT = "所提建议已经采纳。"


def letter(**changes):
    return {**LETTER, **changes}


def letter_format(**changes):
    return letter(format="letter", letterhead="虚构市科学技术局", signer_label="", signer="", printed_by="", printed_on="", **changes)


CASES = {
    "one-page": letter(**ONE_PAGE),
    "usual": letter(),
    "stress": letter(body=long_body(6)),
    "joint": letter(signatories=["虚构市科学技术局", "虚构市财政局", "虚构市工业和信息化局"]),
    "unsealed": letter(seal=False),
    "unsealed-short": letter(seal=False, signatories=["市科技局"]),
    "long-name": letter(signatories=["虚构市推进科技创新工作领导小组办公室"]),
    "annexes": letter(annexes=[{"title": "虚构市2026年度科技创新政策措施兑现情况统计表及有关说明材料汇总", "blocks": [PARAGRAPHS[2], TABLE]},
                               {"title": "企业名单", "blocks": [PARAGRAPHS[3], heading(1, "一、", "甲类"), TABLE]}]),
    "table": letter(body=["兑现情况如下。", TABLE, {"fields": [["提案人", "白夜明"], ["主办单位", "市科学技术局"]]}, *LISTS, {"caption": "图1  研发投入"},
                          {"text": ["详见", {"text": "公报", "link": "https://www.example.cn/a?b=1&c=2"}, "。"]}]),
    "draft": letter(draft_mark="代拟稿", number={"open": "虚建提复字〔2026〕　号"}, signer={"open": "　　　"}, signed_on={"open": "2026年　月　日"},
                    printed_on={"open": "2026年　月　日印发"}),
    "final-of-draft": letter(number="虚建提复字〔2026〕　号", signer="　　　", signed_on="2026年　月　日", printed_on="2026年　月　日印发"),
    "signers": letter(signer="王心宇　李四　张三", signers=["王心宇", "李四", "张三"], urgency="加急"),
    "letter-format": letter_format(body=long_body(1)),
    "letter-urgent": letter_format(urgency="特急"),
    "letter-draft": letter_format(draft_mark="代拟稿"),
}
# Bodies whose last lines come to stand at each place of a page, with what follows them.
ENDS = {f"end-{lines:02}": letter(body=[SHORT] * lines) for lines in range(1, 25)}
ENDS |= {f"annex-end-{lines:02}": letter(annexes=[{"title": "名单", "blocks": [SHORT] * lines}]) for lines in range(13, 20)}
ENDS |= {f"joint-end-{lines:02}": letter(body=[SHORT] * lines, signatories=["虚构市科学技术局", "虚构市财政局"]) for lines in range(12, 20)}
