# SPDX-License-Identifier: Apache-2.0
"""Random enterprises for a project's data/profile.json, and a random project whose measures have every basis, bound and modifier.

The figures are invented; a random project is in a folder for one run only.
"""

import json
import re

TIERS, WAYS = ["国家级", "自治区级", "市级", "旗区级"], ["首次认定", "再次认定", "整体迁入"]
MONEY, RATE, DATE = re.compile(r"^[0-9.]+(?:亿元|万元|元)$"), re.compile(r"^[0-9.]+%$"), re.compile(r"^\d{4}-\d\d-\d\d$")
FEN = {"亿元": 10**10, "万元": 10**6, "元": 100}


def fen(text):
    unit = next(unit for unit in FEN if text.endswith(unit))
    whole, _, part = text[:-len(unit)].partition(".")
    return int(whole + part) * FEN[unit] // 10 ** len(part)


def yuan(sum_of_fen):
    return f"{sum_of_fen // 100}.{sum_of_fen % 100:02}元" if sum_of_fen % 100 else f"{sum_of_fen // 100}元"


FIGURES = re.compile(r"[0-9.]+(?:亿元|万元|元|%)|\d{4}-\d\d-\d\d|\d+(?=[家年])")


def constants(value, out):
    """Every text and number in a project's rules, and the figures in their lines: what answers are worth trying at."""
    if isinstance(value, dict):
        for part in value.values():
            constants(part, out)
    elif isinstance(value, list):
        for part in value:
            constants(part, out)
    elif not isinstance(value, bool) and value is not None:
        out.add(value)
        if isinstance(value, str):
            out.update(int(figure) if figure.isdigit() else figure for figure in FIGURES.findall(value))


class Enterprises:
    """Profiles as `huice match --profile` reads them. Half of the sums, rates and days stand at or beside a figure of the records."""

    def __init__(self, rng, fields, records, regions):
        self.rng, self.fields, self.regions = rng, fields, regions
        found = set()
        constants(records, found)
        texts = sorted(one for one in found if isinstance(one, str))
        self.sums = [fen(one) for one in texts if MONEY.match(one)] or [10**6]
        self.rates = [one[:-1] for one in texts if RATE.match(one)] or ["5"]
        self.days = [one for one in texts if DATE.match(one)] or ["2024-05-20"]
        self.numbers = sorted(one for one in found if isinstance(one, int) and 0 <= one <= 100) or [3]

    def money(self):
        if self.rng.random() < 0.5:
            return yuan(max(0, self.rng.choice(self.sums) + self.rng.choice([-1, 0, 0, 1])))
        return self.rng.choice([yuan(self.rng.randrange(10 ** self.rng.randrange(1, 15))), f"{self.rng.randrange(10**5)}万元", f"{self.rng.randrange(900)}.{self.rng.randrange(100)}亿元"])

    def rate(self):
        return self.rng.choice([f"{self.rng.choice(self.rates)}%", f"{self.rng.randrange(100)}.{self.rng.randrange(10000):04}%", f"{self.rng.randrange(400)}%"])

    def day(self):
        return self.rng.choice([self.rng.choice(self.days), f"{self.rng.randrange(2015, 2028)}-{self.rng.randrange(1, 13):02}-{self.rng.randrange(1, 29):02}"])

    def recognition(self, choices):
        one = {"name": self.rng.choice(choices)}
        for key, values in (("tier", TIERS), ("year", range(2018, 2027)), ("how", WAYS)):
            if self.rng.random() < 0.75:
                one[key] = self.rng.choice(values)
        if self.rng.random() < 0.4:
            first, last = sorted([self.day(), self.day()])
            one["date"] = first
            one.pop("year", None)
            if self.rng.random() < 0.5:
                one["until"] = last
        elif self.rng.random() < 0.2:
            one["until"] = self.day()
        if self.rng.random() < 0.2:
            one["moved"] = self.day()
        return one

    def answer(self, field):
        kind = field["type"]
        if kind == "choice":
            return self.rng.choice(field["choices"])
        if kind == "recognition":
            return [self.recognition(field["choices"]) for _ in range(self.rng.choice([0, 1, 1, 2, 3]))]
        if kind == "number":
            return max(0, self.rng.choice(self.numbers) + self.rng.choice([-1, 0, 0, 1])) if self.rng.random() < 0.7 else self.rng.randrange(10**6)
        return {"boolean": lambda: self.rng.random() < 0.6, "money": self.money, "rate": self.rate, "date": self.day}[kind]()

    def profile(self):
        held = self.rng.choice([0.1, 0.5, 0.8, 1])
        given = {field["id"]: self.answer(field) for field in self.fields if self.rng.random() < held}
        if self.rng.random() < 0.8:
            given["registered-region"] = self.rng.choice(self.regions)
        return given


# ── A random project ─────────────────────────────────────────────────────────────────────────────

SOURCE = {"source": {"document": "示例文件（虚构）", "reliability": "official"}, "reviewed": {"on": "2026-01-05"}}
FIELDS = [
    {"id": "registered-region", "label": "注册地", "type": "choice", "choices": ["示例市", "示例市甲区", "邻市", "其他"]},
    {"id": "size", "label": "规模", "type": "choice", "choices": ["微型", "小型", "中型", "大型"]},
    {"id": "spending", "label": "研发投入", "type": "money"},
    {"id": "loan", "label": "贷款", "type": "money"},
    {"id": "share", "label": "占比", "type": "rate"},
    {"id": "years", "label": "年数", "type": "number", "unit": "年"},
    {"id": "day", "label": "放款日", "type": "date"},
    {"id": "listed", "label": "在库", "type": "boolean"},
    {"id": "recognitions", "label": "已获认定", "type": "recognition", "choices": ["甲类企业", "乙类企业"], "terms": [{"name": "甲类企业", "years": 3}]},
    {"id": "moved-in", "label": "由外地迁入", "type": "boolean"},
    {"id": "listed-years", "label": "满库年数", "type": "number", "unit": "年", "only_if": "在库 并且 规模 属于 微型、小型"},
    {"id": "planned", "label": "计划竣工日", "type": "date", "ahead": True},
]


class Projects:
    """Policies whose measures are put together at random."""

    def __init__(self, rng):
        self.rng = rng

    def sum(self):
        return self.rng.choice(["1元", "0.33元", "10万元", "33.3333万元", "500万元", "1亿元", "7.77亿元", f"{self.rng.randrange(1, 10**6)}元"])

    def percent(self):
        return self.rng.choice(["50%", "3.3%", "0.0001%", "100%", "33.3333%", f"{self.rng.randrange(1, 300)}%"])

    def comparison(self):
        op = self.rng.choice(["==", "!=", "<", "<=", ">", ">=", "<="])
        field, constant = self.rng.choice([("spending", self.sum()), ("loan", self.sum()), ("share", self.percent()), ("years", self.rng.randrange(10)), ("listed-years", self.rng.randrange(10)), ("day", "2024-05-20"), ("planned", "2026-05-20")])
        if self.rng.random() < 0.2:
            low, high = sorted([self.sum(), self.sum()], key=fen)
            return {self.rng.choice(["<", "<="]): [low, {"var": "spending"}, high]}
        return {op: [{"var": field}, constant] if self.rng.random() < 0.7 else [constant, {"var": field}]}

    def recognised(self):
        parts = [{"==": [{"var": "name"}, self.rng.choice(["甲类企业", "乙类企业"])]}]
        if self.rng.random() < 0.5:
            parts.append({"in": [{"var": "tier"}, self.rng.sample(TIERS, 2)]})
        if self.rng.random() < 0.3:
            parts.append({">=": [{"var": "year"}, self.rng.randrange(2019, 2026)]})
        if self.rng.random() < 0.3:
            parts.append({"==": [{"var": "how"}, self.rng.choice(WAYS)]})
        return {self.rng.choice(["some", "some", "all", "none"]): [{"var": "recognitions"}, {"and": parts}]}

    def rule(self, depth=2):
        if depth and self.rng.random() < 0.5:
            op = self.rng.choice(["and", "or", "!"])
            return {op: [self.rule(depth - 1) for _ in range(1 if op == "!" else self.rng.randrange(2, 4))]}
        return self.rng.choice([
            self.comparison, self.comparison, self.recognised,
            lambda: {"in": [{"var": "size"}, self.rng.sample(["微型", "小型", "中型", "大型"], 2)]},
            lambda: {"==": [{"var": "size"}, "小型"]},
            lambda: {"var": "listed"},
            lambda: {"var": "moved-in"},
            lambda: {self.rng.choice(["<", ">="]): [{"/": [{"var": "spending"}, {"var": "loan"}]}, self.percent()]},
            lambda: {self.rng.choice(["<", ">="]): [{"var": "spending"}, {"*": [{"var": "loan"}, self.percent()]}]},
        ])()

    def line(self):
        """The same kinds of rules as lines of the condition language."""
        return self.rng.choice([
            f"研发投入 >= {self.sum()} 或 占比 不低于 {self.percent()}",
            f"研发投入 / 贷款 > {self.percent()}",
            f"研发投入 >= 贷款 × {self.percent()} 并且 非 在库",
            f"认定（甲类企业，国家级、市级，年份 >= {self.rng.randrange(2019, 2026)}）",
            f"规模 属于 微型、小型 并且（年数 > {self.rng.randrange(10)}年 或 放款日 < 2024-05-20）",
        ])

    def maybe_rule(self):
        return {"rule": self.line() if self.rng.random() < 0.2 else self.rule()} if self.rng.random() < 0.9 else {}

    def requirement(self):
        if self.rng.random() < 0.15:
            return {"label": "示例条件", "readings": [{"label": "示例读法", "rule": self.rule(1)} for _ in range(self.rng.randrange(2, 4))]}
        return {"label": "示例条件", **self.maybe_rule()}

    def figure(self):
        return {"value": self.sum()} if self.rng.random() < 0.6 else {"rate": self.percent()}

    def bounds(self, share=True):
        """One bound, or the cases of one; and at times another that is counted for something else, or of something else."""
        pers = self.rng.sample(["year", "once", "unclear", "每件"], 2)
        figures = [{"value": self.sum()} if not share or self.rng.random() < 0.7 else self.share() for _ in pers]
        bounds = []
        for per, figure in list(zip(pers, figures))[: self.rng.choice([1, 1, 2])]:
            for _ in range(self.rng.choice([0, 0, 0, 1, 2])):
                other = {"value": self.sum()} if "value" in figure else {**figure, "rate": self.percent()}
                bounds.append({**other, "per": per, "when": "示例情形", **self.maybe_rule()})
            if self.rng.random() < 0.8 or not bounds:
                bounds.append({**figure, "per": per, **({"may_be_exceeded": True} if self.rng.random() < 0.15 else {})})
        return bounds

    def share(self):
        return {"rate": self.percent(), "of": "贷款", **({"of_field": "loan"} if self.rng.random() < 0.85 else {})}

    def row(self):
        row = {"when": "示例档", **self.maybe_rule(), **self.figure()}
        if self.rng.random() < 0.15:
            row[self.rng.choice(["caps", "floors"])] = self.bounds()
        return row

    def bands(self):
        ends = sorted({fen(self.sum()) for _ in range(self.rng.randrange(1, 4))})
        rows = [{"when": "示例段", "rate": self.percent(), "up_to": yuan(end)} for end in ends]
        return rows + ([{"when": "超过部分", "rate": self.percent()}] if self.rng.random() < 0.7 else [])

    def phases(self):
        phases, year = [], 0
        for _ in range(self.rng.randrange(1, 5)):
            first = year + 1
            year += self.rng.randrange(1, 4)
            phases.append({"first": first, "last": year, **({"value": self.sum()} if self.rng.random() < 0.6 else {"rate": self.percent()})})
        return phases

    def amount(self):
        basis = self.rng.choice(["fixed", "rate", "match", "schedule", "stages", "bands", "phases", "interest", "allowance", "readings", "negotiated", "unstated"])
        amount = {"basis": basis, "per": self.rng.choice(["year", "once", "unclear", "每件"])}
        if self.rng.random() < 0.25:
            amount["years"] = {self.rng.choice(["exactly", "at_most"]): self.rng.randrange(1, 6)}
        if basis == "fixed":
            amount["value"] = self.sum()
        if basis in ("rate", "match"):
            amount.update(rate=self.percent(), of="研发投入", of_field=self.rng.choice(["spending", "loan"]))
            if self.rng.random() < 0.1:
                del amount["of_field"]
        if basis in ("schedule", "stages"):
            amount.update(rows=[self.row() for _ in range(self.rng.randrange(1, 5))], of="研发投入", of_field="spending")
            if self.rng.random() < 0.2:
                amount.update(on_field="day", reference="lpr")
        if basis == "bands":
            amount.update(rows=self.bands(), of="研发投入", of_field="spending")
        if basis == "allowance":
            amount.update(rows=[{"when": "示例档", "limit": "2名", **self.maybe_rule()} for _ in range(self.rng.randrange(1, 4))], of="名额")
        if basis == "readings":
            amount.update(rows=[{"when": "示例读法", **self.figure()} for _ in range(2)], of="研发投入")
        if basis == "phases":
            amount.update(phases=self.phases(), of="研发投入", of_field=self.rng.choice(["spending", "loan"]))
        if basis == "interest":
            amount.update(rate=self.percent(), of="一年期LPR", of_field="loan", on_field="day", reference=self.rng.choice(["lpr", "none"]))
            if self.rng.random() < 0.3:
                amount.pop(self.rng.choice(["of_field", "on_field", "reference"]))
            if self.rng.random() < 0.2:
                amount["caps"] = [{"rate": amount.pop("rate")}]
        if basis == "unstated":
            amount["wording"] = "给予支持"
        for name, chance in (("caps", 0.5), ("floors", 0.25)):
            if self.rng.random() < chance and name not in amount:
                amount[name] = self.bounds()
        if self.rng.random() < 0.4:
            amount["modifiers"] = [
                {"times": self.rng.choice([2, 1.5, 0.3, 1.333]), "when": "示例条件", "applies_to": self.rng.choice(["award", "cap", "unclear"]), **self.maybe_rule()}
                for _ in range(self.rng.randrange(1, 3))]
        return amount

    def measure(self, number):
        return {
            "id": f"m{number}", "title": f"示例措施{number}", "effect": "payment", "for_outsiders": self.rng.random() < 0.1, **self.territory(),
            "requirements": [self.requirement() for _ in range(self.rng.randrange(4))],
            "amounts": [self.amount() for _ in range(self.rng.choice([0, 1, 1, 1, 2, 3]))],
        }

    def territory(self):
        if self.rng.random() < 0.8:
            return {}
        return {"territory": {"wording": "示例园区内", **self.rng.choice([{}, {"region": "city"}, {"region": "district"}])}}

    def policy(self, number, dates):
        measures = [self.measure(one) for one in range(40)]
        return {
            "id": f"p{number}", "title": "示例措施", "kind": "若干措施", "completeness": "whole", "region": self.rng.choice(["city", "next"]), "dates": dates,
            "sections": [{"id": "1", "articles": [{"id": "1", "label": "一、", "heading": "示例", "measures": measures}]}],
            **SOURCE, "source": {"document": "示例文件（虚构）", "reliability": self.rng.choice(["official", "待核"])},
        }

    def write(self, folder):
        """Writes the project; returns the fields and the constants of its rules."""
        def put(name, value):
            path = folder / "data" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")

        start = {"effective": {"phrase": "自2021年2月1日起施行", "date": "2021-02-01", "confirmed": True}}
        policies = [self.policy(number, dates) for number, dates in enumerate([{**start, "signed": "2021-01-20", "expires": "2030-12-31"}, {**start, "expires": "2022-12-31"}, start])]
        put("site.json", {"name": "示例站点（虚构）", "region": "city"})
        put("regions.json", {"regions": [{"id": "city", "name": "示例市", "kind": "地级市", **SOURCE}, {"id": "district", "name": "示例市甲区", "kind": "区", "parent": "city", **SOURCE}, {"id": "next", "name": "邻市", "kind": "地级市", **SOURCE}]})
        put("profile.json", {"profile": [{**field, "question": "？", **SOURCE} for field in FIELDS]})
        for policy in policies:
            put(f"policies/{policy['id']}.json", policy)
        for name in ("lpr", "none"):
            put(f"indicators/{name}.json", {"id": name, "name": "示例利率", "unit": "%", "kind": "price", "direction": "none", "aggregation": "none", **SOURCE})
        rows = [f"lpr,city,@{year}-0{month}-20,{rate},%,示例（虚构）,{level}" for year, month, rate, level in (
            (2019, 8, "4.25", "official"), (2021, 1, "3.85", "待核"), (2024, 5, "3.45", "official"), (2025, 6, "3.005", "待核"))]
        put("observations/lpr.csv", "\n".join(["indicator,region,period,value,unit,source.document,source.reliability", *rows]) + "\n")
        return FIELDS, policies
