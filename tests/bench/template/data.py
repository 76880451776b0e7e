# SPDX-License-Identifier: Apache-2.0
"""data.py FILE: the invented policy that all three engines render."""
import json
import sys

TEXT = "对符合条件的企业，经认定后按照实际投入给予一次性支持，同一项目不重复享受 & 就高不就低 <以文件原文为准>。"


def tier(article, measure, number):
    made = {"name": f"tier-{number}", "condition": f"年度研发投入 ≥ {number * 3}% 且营业收入 > {number}000 万元 & 无失信记录",
            "amount": 100 * number + 10 * measure, "note": " 按年度核定 " if number % 2 else ""}
    if number % 3:
        made["unit"] = "万元"
    return made


def measure(article, number):
    return {"id": f"Measure_{article}_{number}", "title": f" 第{article}条第{number}项支持措施 ", "text": TEXT * 2, "tone": "Plain",
            "audience": ["高新技术企业", "科技型中小企业", "专精特新企业"], "units": ["市科技局", "市财政局", "市工信局"],
            "state": "" if number == 1 else "续期", "window": "每年3月1日至4月30日" if number == 2 else "",
            "cap": 500 * number, "tags": ["talent", "finance", "park"],
            "tiers": [tier(article, number, n) for n in range(1, 7)]}


def article(number):
    return {"id": f"article-{number}", "number": f"第{number}条", "title": f"支持第{number}类创新主体做大做强并加快形成产业集群",
            "html": f"<p>{number} 支持企业加大研发投入，建设高水平创新平台。</p>" * 3,
            "measures": [measure(number, n) for n in range(1, number % 4 + 1)]}


policy = {"title": " 关于支持科技创新若干政策措施 ", "number": "某政发〔2024〕1号", "issuers": ["某市人民政府", "某市委"], "issued": "2024-05-01",
          "summary": "本页为性能测试所虚构 the text is invented for this benchmark " * 4, "articles": [article(n) for n in range(1, 13)],
          "caps": [500, 1000, 300, 200, 100]}
site = {"language": "ZH-CN", "name": " 政策指南 ", "root": "../..", "licence": "cc by 4.0", "note": "invented figures",
        "menu": [{"name": n, "title": n.title(), "href": f"../{n}/index.html"} for n in ("policies", "units", "topics", "replies", "booklets")]}
crumbs = [{"title": "首页", "href": "../index.html"}, {"title": "政策", "href": "index.html"}, {"title": "本页", "href": ""}]
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump({"policy": policy, "site": site, "crumbs": crumbs, "section": "policies"}, file, ensure_ascii=False, indent=1)
