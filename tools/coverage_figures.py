# SPDX-License-Identifier: Apache-2.0
"""The figures of texts and of records, in one form: (number, unit, bound). Read by tools/coverage."""

import csv
import dataclasses
import json
import re
from decimal import Decimal

NUMBER = r"\d+(?:\.\d+)?"
UNITS = "亿元|万元|元|%|家|项|个基点|个百分点|个|人次|名|人|期|次|年|日|倍"
TOKEN = re.compile(
    rf"(?<![\d.])(?P<number>{NUMBER})(?:%?[—–~～至-]+(?P<to>{NUMBER}))?(?P<over>[余多]?)(?P<unit>{UNITS})"
    r"|(?<!\d)1:1(?!\d)|翻倍|双倍|一半|清零")
# What the words say, in the terms of a record: the rate of a match, a multiplier, a share, a target.
WORDS = {"1:1": (100, "% of a match"), "翻倍": (2, "times"), "双倍": (2, "times"), "一半": (50, "% of a share"), "清零": (0, "家")}
BEFORE = [("不超过|不高于|最高|最多", "≤"), ("不低于|不少于|至少", "≥"), ("突破|超过|超|大于", ">"), ("低于|少于", "<"), ("约|近", "≈")]
AFTER = [("以上", "≥"), ("以下|以内|内", "≤"), ("左右", "≈")]
VERBATIM = "as the text says it"  # in the place of a unit: the record has the words themselves
CITATION = re.compile(r"\{\{\s*(fact|amount|target)\('([^']+)'\)")


def without_counts(field):
    return re.sub(r"\[\d+\]", "", field)


@dataclasses.dataclass
class Figure:
    record: str  # ordos-2021-61/11/key-lab
    field: str  # amounts[0].cap
    key: tuple
    claimed: bool = False

    def name(self):
        """Without the counts of lists, so that a line of the list survives a new requirement."""
        return self.record + " " + without_counts(self.field)


class Trouble(Exception):
    """The sources or the list cannot be read as they are."""


# ── Tokens ───────────────────────────────────────────────────────────────────────────────────────


def bare(text):
    """Without white space, which the extraction from PDF put anywhere, and with one form of %, and of :."""
    if re.search(r"\d\s+\d", text):
        raise Trouble("two numbers stand side by side: without the blank they would be one")
    return re.sub(r"\s", "", text).replace("％", "%").replace("1：1", "1:1")


def bound(text, start, end, over):
    for words, sign in BEFORE:
        if re.search(f"(?:{words})$", text[:start]):
            return sign
    for words, sign in AFTER:
        if re.match(words, text[end:]):
            return sign
    return "余" if over else ""


def keys_in(text):
    """(match, key) of every token of a text."""
    for match in TOKEN.finditer(text):
        if match[0] in WORDS:
            number, unit = WORDS[match[0]]
            yield match, (Decimal(number), unit, "")
            continue
        number = Decimal(match["number"])
        if match["to"]:
            number = (number, Decimal(match["to"]))
        yield match, (number, match["unit"], bound(text, match.start(), match.end(), match["over"]))


def shown(key):
    number, unit, sign = key
    text = "—".join(str(one) for one in number) if isinstance(number, tuple) else str(number)
    return f"{sign}{text} {unit}".strip()


# ── Figures of the records ───────────────────────────────────────────────────────────────────────


def quantity(text):
    """The key of “突破300家” or “20万元” as a record writes it."""
    found = list(keys_in(text.replace("≥", "不低于").replace("≤", "不超过")))
    if len(found) != 1:
        raise Trouble(f"“{text}” of a record is no figure that this script can read")
    return found[0][1]


def years_of(period):
    """The years a period is written with: 2021 of “2021”, 2024 of “@2024-12-31”; none of to@ and unstated."""
    if not period or period == "unstated" or period.startswith("to@"):
        return []
    return [(Decimal(year), "年", "") for year in sorted(set(re.findall(r"\d{4}", period)))]


def phrase_figures(record, where, holder, *names):
    """What a record repeats word for word: it must stand in the article."""
    for name in names:
        if holder.get(name):
            yield Figure(record, where + name, (bare(holder[name]), VERBATIM, ""))


def years_figures(record, where, years):
    for name, sign in (("exactly", ""), ("at_most", "≤")):
        if (years or {}).get(name):
            yield Figure(record, f"{where}years.{name}", (Decimal(years[name]), "年", sign))


def amount_figures(record, where, amount):
    def add(field, key):
        return Figure(record, f"{where}.{field}", key)

    if amount.get("value"):
        yield add("value", quantity(amount["value"]))
    if amount.get("rate"):
        key = quantity(amount["rate"])
        matched = amount["basis"] == "match" and key[:2] == (100, "%")
        yield add("rate", (key[0], "% of a match", "") if matched else key)
    for name, sign in (("caps", "≤"), ("floors", "≥")):
        for i, bound in enumerate(amount.get(name) or []):
            figure = "value" if bound.get("value") else "rate"
            yield add(f"{name}[{i}].{figure}", quantity(bound[figure])[:2] + (sign,))
            if bound.get("may_be_exceeded"):
                yield add(f"{name}[{i}].may_be_exceeded", ("true", "", ""))
    for name, meaning in (("reference", "reference rate"), ("on_field", "day that counts")):
        if amount.get(name):
            yield add(name, (amount[name], meaning, ""))
    yield from phrase_figures(record, where + ".", amount, "day_count")
    yield from years_figures(record, where + ".", amount.get("years"))
    for i, modifier in enumerate(amount.get("modifiers") or []):
        yield add(f"modifiers[{i}].times", (Decimal(modifier["times"]), "times", ""))
    yield from share_figures(record, f"{where}.shared_by", amount.get("shared_by") or [])
    for i, row in enumerate(amount.get("rows") or []):
        for name in ("value", "rate"):
            if row.get(name):
                yield add(f"rows[{i}].{name}", quantity(row[name]))


def share_figures(record, where, shares):
    for i, share in enumerate(shares):
        if share.get("share"):
            number, unit, sign = quantity(share["share"])
            half = (number, unit) == (50, "%")
            yield Figure(record, f"{where}[{i}].share", (number, "% of a share" if half else unit, sign))


def measure_figures(record, measure, requirements=True):
    for i, amount in enumerate(measure.get("amounts") or []):
        yield from amount_figures(record, f"amounts[{i}]", amount)
    for i, requirement in enumerate(measure.get("requirements") or [] if requirements else []):
        for _, key in keys_in(requirement["label"]):
            yield Figure(record, f"requirements[{i}].label", key)
    for name in ("from", "to"):
        if (measure.get("validity") or {}).get(name):
            yield Figure(record, f"validity.{name}", (measure["validity"][name], "date", ""))
    yield from phrase_figures(record, "validity.", measure.get("validity") or {}, "phrase")


def target_figures(record, target):
    yield Figure(record, "value", quantity(target["value"]))
    growth = target.get("growth") or {}
    for name, period in (("by", target.get("by")), ("growth.base", growth.get("base"))):
        for key in years_of(period):
            yield Figure(record, name, key)
    if target.get("within"):
        yield Figure(record, "within", quantity(target["within"])[:2] + ("≤",))
    if growth.get("rate"):
        yield Figure(record, "growth.rate", quantity(growth["rate"]))
    if growth.get("years"):
        yield Figure(record, "growth.years", (Decimal(growth["years"]), "年", ""))


def undertaking_figures(record, undertaking):
    if undertaking.get("amount"):
        yield Figure(record, "amount", quantity(undertaking["amount"]))
    if undertaking.get("due"):
        yield Figure(record, "due", (undertaking["due"], "date", ""))
    if undertaking.get("within"):
        yield Figure(record, "within", quantity(undertaking["within"])[:2] + ("≤",))
    yield from years_figures(record, "", undertaking.get("years"))
    yield from phrase_figures(record, "", undertaking, "due_phrase", "after", "per")


def article_figures(policy, article):
    at = f"{policy['id']}/{article['id']}"
    for measure in article.get("measures") or []:
        yield from measure_figures(f"{at}/{measure['id']}", measure)
    for undertaking in article.get("undertakings") or []:
        yield from undertaking_figures(f"{at}/{undertaking['id']}", undertaking)
    for target in article.get("targets") or []:
        yield from target_figures(f"{at}/{target['id']}", target)


def whole_figures(record):
    """What is said of a policy or reply as a whole, at its head or its end."""
    if "session" in record:
        yield from promise_figures(record["id"], record["reply"])
        return
    yield from promise_figures(record["id"], record)
    yield from policy_figures(record)


def promise_figures(at, holder):
    for one in holder.get("undertakings") or []:
        yield from undertaking_figures(f"{at}/{one['id']}", one)


def policy_figures(policy):
    for one in policy.get("undertakings") or []:  # no article that would show them
        yield Figure(f"{policy['id']}/{one['id']}", "text", ("a promise", "", ""))
    effective = (policy.get("dates") or {}).get("effective") or {}
    yield from phrase_figures(policy["id"], "dates.effective.", effective, "phrase")
    if effective.get("days"):
        yield Figure(policy["id"], "dates.effective.days", (Decimal(effective["days"]), "日", ""))
    yield from share_figures(policy["id"], "funding.shares", (policy.get("funding") or {}).get("shares") or [])


def observation_figures(row):
    record = f"{row['indicator']}@{row['region']}/{row['period']}" + (f"#{row['variant']}" if row["variant"] else "")
    yield Figure(record, "value", (Decimal(row["value"]), row["unit"], row["qualifier"]))
    for key in years_of(row["period"]):
        yield Figure(record, "period", key)


class Records:
    def __init__(self, data):
        self.policies = self.read(data / "policies")
        self.proposals = self.read(data / "proposals")
        self.organizations = json.loads((data / "organizations.json").read_text(encoding="utf-8"))["organizations"]
        self.observations = []
        for path in sorted((data / "observations").glob("*.csv")):
            with path.open(encoding="utf-8-sig", newline="") as file:
                self.observations += csv.DictReader(file)
        self.cited = {}  # (what a citation calls it, its id) -> figures
        for policy in self.policies:
            for article in (a for s in policy.get("sections") or [] for a in s["articles"]):
                at = f"{policy['id']}/{article['id']}"
                for one in article.get("measures") or []:
                    self.cited["amount", f"{at}/{one['id']}"] = lambda at=at, one=one: measure_figures(f"{at}/{one['id']}", one, False)
                for one in article.get("targets") or []:
                    self.cited["target", f"{at}/{one['id']}"] = lambda at=at, one=one: target_figures(f"{at}/{one['id']}", one)

    @staticmethod
    def read(folder):
        return [json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal) for path in sorted(folder.glob("*.json"))]

    def reply_figures(self, proposal, section):
        """The observations that name this section as their source, and the amounts and targets it cites."""
        place = (section.get("label") or "") + section["heading"]
        for row in self.observations:
            if row["source.document"] == proposal["id"] and row["source.place"] == place:
                yield from observation_figures(row)
        for what in dict.fromkeys(CITATION.findall(section["text"])):
            if what in self.cited:
                yield from self.cited[what]()
