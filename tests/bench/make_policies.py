#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a synthetic project: make_policies.py DIR COUNT [CHARACTERS].

COUNT policies of 8 articles with about CHARACTERS characters each (default 1000), units, topics and
measures. The same arguments give the same bytes. Everything in it is invented and says so.
"""
import json
import os
import random
import sys

WORDS = (
    "支持 企业 创新 发展 加大 研发 投入 推动 平台 建设 鼓励 机构 引进 人才 落实 政策 完善 服务 体系 "
    "强化 保障 开展 培训 组织 申报 项目 给予 奖补 按照 标准 资金 安排 旗区 园区 技术 成果 转化 产业 "
    "集群 融资 担保 市场 开拓 数字 智能 绿色 改造 质量 品牌 标准化 知识产权 保护 监督 考核 评估 公开"
).split()
UNITS = 40
TOPICS = 12
ARTICLES = 8


def sentence(rng):
    words = "".join(rng.choice(WORDS) for _ in range(rng.randint(6, 14)))
    return words + rng.choice("，，，。")


def prose(rng, characters):
    paragraphs, paragraph, total = [], "", 0
    while total < characters:
        part = sentence(rng)
        if rng.random() < 0.08:
            part = f"**{part[:6]}** {part[6:]}"
        paragraph += part
        total += len(part)
        if len(paragraph) > 260:
            paragraphs.append(paragraph)
            paragraph = ""
    if paragraph:
        paragraphs.append(paragraph)
    return "\n\n".join(paragraphs)


def article(rng, number, characters):
    units = rng.sample(range(UNITS), 3)
    record = {
        "id": str(number),
        "label": f"（{number}）",
        "heading": "示例条款" + "".join(rng.choice(WORDS) for _ in range(3)),
        "summary": prose(rng, characters),
        "units": [f"unit-{u}" for u in units],
        "topics": [f"topic-{rng.randrange(TOPICS)}"],
    }
    if number % 3 == 0:
        record["measures"] = [
            {
                "id": "award",
                "title": "示例奖补",
                "effect": "payment",
                "requirements": [{"label": "符合示例条件"}],
                "amounts": [{"basis": "fixed", "value": f"{rng.randint(1, 500)}万元", "per": "once"}],
            }
        ]
    return record


def policy(index, characters):
    rng = random.Random(index)
    return {
        "id": f"p{index}",
        "number": f"示测发〔2026〕{index + 1}号",
        "title": f"示例市第{index + 1}号合成政策（虚构）",
        "kind": "若干措施",
        "issuer": "unit-0",
        "region": "test",
        "dates": {"signed": f"2026-{index % 12 + 1:02d}-{index % 28 + 1:02d}"},
        "numbering": "flat",
        "completeness": "whole",
        "sections": [
            {"id": "1", "articles": [article(rng, n + 1, characters) for n in range(ARTICLES)]}
        ],
        "source": {"document": "合成数据（虚构）", "reliability": "official"},
    }


def write(path, value):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False, indent=1)


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    data, count = os.path.join(sys.argv[1], "data"), int(sys.argv[2])
    characters = int(sys.argv[3]) if len(sys.argv) == 4 else 1000
    os.makedirs(os.path.join(data, "policies"))
    write(os.path.join(data, "site.json"), {"name": "合成站点（虚构）", "notice": "合成数据，均为虚构。"})
    write(os.path.join(data, "regions.json"), {"regions": [{"id": "test", "name": "示例市", "kind": "市"}]})
    write(
        os.path.join(data, "organizations.json"),
        {
            "organizations": [
                {"id": f"unit-{u}", "name": f"示例单位{u}", "kind": "department", "region": "test"}
                for u in range(UNITS)
            ]
        },
    )
    write(
        os.path.join(data, "topics.json"),
        {"topics": [{"id": f"topic-{t}", "name": f"示例主题{t}"} for t in range(TOPICS)]},
    )
    for index in range(count):
        write(os.path.join(data, "policies", f"p{index}.json"), policy(index, characters))


main()
