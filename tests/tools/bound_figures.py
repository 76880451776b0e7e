# SPDX-License-Identifier: Apache-2.0
"""Figures of a text bound to the record fields that hold them. Read by tests/scripts/figures.py.

A list (tests/figures/<id>.csv) has one line a figure, in the text's order: the place, the figure as printed, what it is
counted for, and the fields that hold it. A field is a record and a path, `ordos-2022-103/2.3/champion amounts[0].value`;
`#2` after a field of words is its second figure. A line without fields says why in its last column.
"""

import csv
import dataclasses
import json
import re
from decimal import Decimal

NUMBER = r"\d+(?:\.\d+)?"
UNITS = (
    "亿元|万元|元|%|‰|个百分点|个基点|平方米|㎡|个月|个工作日|人次|周岁|岁|批|件|项|家|户|名|人|期|次|份|年|季度|月|天|日|倍|站|处|个"
)
DATE = r"\d{4}年\d{1,2}月\d{1,2}日"
TOKEN = re.compile(rf"{DATE}|(?<![\d.A-Za-z]){NUMBER}(?:%?[—–~～至-]+{NUMBER})?[余多]?(?:{UNITS})|1:1(?!\d)|翻倍|双倍|一半|清零")
SUM = re.compile(rf"^{NUMBER}(?:亿元|万元|元|%|‰|个百分点|个基点)$")
# What a text prints in words.
IN_WORDS = {
    "全额": "100%", "全免": "100%", "五分之一": "20%", "六批": "6批", "一年": "1年", "两年": "2年", "三年": "3年", "前三年": "3年",
    "1:1": "100%", "翻倍": "2倍", "双倍": "2倍", "一半": "50%", "清零": "0家", "等额": "100%", "四家": "4家", "百余次": "100余次",
    "亿元": "1亿元", "第二": "2位", "首位": "1位", "连续三年": "3年", "连续两年": "2年", "三年内": "3年", "20万": "20万元",
    "国家博士后科研工作站": "1个", "自治区重点实验室": "1家",
}
SCALE = {"亿元": (10**8, "元"), "万元": (10**4, "元"), "㎡": (1, "平方米"), "‰": (Decimal("0.1"), "%"), "个基点": (Decimal("0.01"), "个百分点"), "周岁": (1, "岁")}


class Trouble(Exception):
    """A list, a record or a text cannot be read as it is."""


@dataclasses.dataclass
class Line:
    number: int
    place: str
    figure: str
    counted: str
    fields: list
    reason: str


# ── Figures ──────────────────────────────────────────────────────────────────────────────────────


def key(figure):
    """(number, unit) of a figure: 5万元 and 50000元 are one; a date is itself, a range has two numbers. 3… is of 3、2、1个百分点."""
    figure = IN_WORDS.get(figure, figure).replace("…", "")
    if re.fullmatch(DATE, figure):
        return "{}-{:0>2}-{:0>2}".format(*re.findall(r"\d+", figure)), "date"
    match = re.fullmatch(rf"(?:[^\d]*?)({NUMBER})(?:%?[—–~～至-]+({NUMBER}))?([余多]?)([^\d]+)", figure)
    if match is None:
        raise Trouble(f"“{figure}” is no figure")
    times, unit = SCALE.get(match[4], (1, match[4]))
    numbers = tuple((Decimal(number) * times).normalize() for number in match.groups()[:2] if number)
    return (numbers if len(numbers) > 1 else numbers[0]), unit + ("余" if match[3] else "")


def figures_in(words):
    return [match[0] for match in TOKEN.finditer(words)]


def sign_of(quantity):
    for words, sign in (("不超过|不高于|≤|最高", "≤"), ("不低于|不少于|≥|以上$", "≥"), ("突破|超过|>", ">"), ("低于|<", "<"), ("约|左右$|≈", "≈")):
        if re.search(words, quantity):
            return sign
    return ""


def core_of(quantity):
    """The figure in a quantity: 15家 of 突破15家."""
    return re.sub(r"^(?:不超过|不高于|最高|不低于|不少于|突破|超过|约|低于|[≥≤<>≈])|(?:以上|以内|以下|左右)$", "", quantity)


# ── Fields that hold figures ─────────────────────────────────────────────────────────────────────


def words_in(holder, *names, at=""):
    """The paths of the figures in words: label#1."""
    for name in names:
        words = holder.get(name)
        if isinstance(words, str):
            yield from (f"{at}{name}#{nth}" for nth, _ in enumerate(figures_in(words), 1))


def given(holder, *names, at=""):
    yield from (at + name for name in names if holder.get(name) is not None)


def each(holder, name, at=""):
    """(path of an element, element) of a list."""
    for index, one in enumerate(holder.get(name) or []):
        yield f"{at}{name}[{index}].", one


def bound_paths(holder, at):
    for name in ("caps", "floors"):
        for path, bound in each(holder, name, at):
            yield from words_in(bound, "when", "rule", "of", at=path)
            yield from given(bound, "value", "rate", at=path)


def amount_paths(amount, at):
    yield from given(amount, "value", "value_to", "rate", "rate_to", "foreign", "limit", at=at)
    yield from bound_paths(amount, at)
    yield from given(amount.get("years") or {}, "exactly", "at_most", at=at + "years.")
    for name, numbers in (("rows", ("value", "rate", "up_to", "limit")), ("phases", ("value", "rate")), ("modifiers", ("times",)), ("shared_by", ("share",))):
        for path, one in each(amount, name, at):
            yield from words_in(one, "when", "rule", at=path)
            yield from given(one, *numbers, at=path)
            yield from bound_paths(one, path)
    yield from words_in(amount, "wording", "of", at=at)


def measure_paths(measure):
    for at, requirement in each(measure, "requirements"):
        yield from words_in(requirement, "label", "rule", at=at)
        for path, reading in each(requirement, "readings", at):
            yield from words_in(reading, "label", "rule", at=path)
    for at, amount in each(measure, "amounts"):
        yield from amount_paths(amount, at)


def target_paths(target):
    yield from words_in(target, "label")
    yield from ["value"] if re.search(r"\d", target["value"]) else []
    yield from given(target, "within")
    yield from given(target.get("growth") or {}, "rate", "years", at="growth.")


def undertaking_paths(one):
    yield from given(one, "amount", "within")
    yield from given(one.get("years") or {}, "exactly", "at_most", at="years.")
    yield from words_in(one, "every", "text")


PATHS = {"measures": measure_paths, "targets": target_paths, "undertakings": undertaking_paths}


# ── Projects ─────────────────────────────────────────────────────────────────────────────────────


class Project:
    """The parsed records of one project, which may be changed, and the fields of them that hold figures."""

    def __init__(self, data):
        self.records = {}  # record -> the object that its paths begin at
        self.place_of = {}  # record -> where its text is: 一、（二）
        self.belongs = {}  # record -> the document that it is made from
        self.fields = []  # (record, path), in the order of the records
        for path in sorted((data / "proposals").glob("*.json")):
            self.add_proposal(json.loads(path.read_text(encoding="utf-8")))
        for path in sorted((data / "policies").glob("*.json")):
            self.add_policy(json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal))
        for path in sorted((data / "observations").glob("*.csv")):
            with path.open(encoding="utf-8-sig", newline="") as file:
                for row in csv.DictReader(file):
                    name = f"{row['indicator']}@{row['region']}/{row['period']}" + (f"#{row['variant']}" if row.get("variant") else "")
                    self.add(name, row, "", row["source.document"], ["value"])

    def add(self, record, holder, place, document, paths):
        self.records[record], self.place_of[record], self.belongs[record] = holder, place, document
        self.fields += [(record, path) for path in paths]

    def add_proposal(self, proposal):
        self.add(proposal["id"], proposal, "", proposal["id"], ())
        for one in (proposal.get("reply") or {}).get("undertakings") or []:
            self.add(f"{proposal['id']}/{one['id']}", one, "", proposal["id"], undertaking_paths(one))

    def add_policy(self, policy):
        # What is known of a text from a letter alone belongs to the letter.
        document = policy["source"]["document"] if policy["source"]["document"] in self.records else policy["id"]
        shares = (policy.get("funding") or {}).get("shares") or []
        days = ((policy.get("dates") or {}).get("effective") or {}).get("days")
        paths = [f"funding.shares[{at}].share" for at, one in enumerate(shares) if one.get("share")]
        self.add(policy["id"], policy, "", document, paths + ["dates.effective.days"] * bool(days))
        for section in policy.get("sections") or []:
            for article in section["articles"]:
                at = f"{policy['id']}/{article['id']}"
                place = (section.get("label", "") if policy.get("numbering") == "restart" else "") + article["label"]
                self.add(at, article, place, document, ())
                for kind, paths in PATHS.items():
                    for one in article.get(kind) or []:
                        self.add(f"{at}/{one['id']}", one, place, document, paths(one))
        for one in policy.get("undertakings") or []:
            self.add(f"{policy['id']}/{one['id']}", one, "", document, undertaking_paths(one))

    def fields_of(self, document):
        return [field for field in self.fields if self.belongs[field[0]] == document]

    def holder(self, field):
        """(object, key) of a field; of words, the key has the text. (None, "") where there is none."""
        record, path = field
        steps = [step for name, at in re.findall(r"([\w.]+?)(?:\[(\d+)\])?(?:\.|$)", path.partition("#")[0]) for step in ([name, int(at)] if at else [name])]
        held = self.records.get(record)
        if isinstance(held, dict) and path in held:  # a column of a table
            return held, path
        for step in steps[:-1]:
            found = isinstance(held, dict) and step in held or isinstance(held, list) and step < len(held)
            held = held[step] if found else None
        return (held, steps[-1]) if isinstance(held, dict) and held.get(steps[-1]) is not None else (None, "")

    def read(self, field):
        """(figure, counted) of a field; nothing where there is none."""
        held, name = self.holder(field)
        if held is None:
            return None
        path, _, nth = field[1].partition("#")
        if nth:
            figures = figures_in(str(held[name]))
            return (figures[int(nth) - 1], "") if int(nth) <= len(figures) else None
        if "unit" in held and name == "value":  # an observation
            over = "余" if held.get("qualifier") == "余" else ""
            return f"{held['value']}{over}{held['unit']}", "" if over else held.get("qualifier") or ""
        if name in ("exactly", "at_most", "years"):
            return f"{held[name]}年", {"exactly": "=", "at_most": "≤"}.get(name, "")
        if name == "days":
            return f"{held[name]}日", ""
        if name == "times":
            return f"{held[name]}倍", ""
        return self.read_sum(path, str(held[name]), field)

    def read_sum(self, path, text, field):
        amount = re.match(r"amounts\[(\d+)\]\.", path)
        if amount is None or path.endswith(".share"):
            return core_of(text), sign_of(text)
        held = self.records[field[0]]["amounts"][int(amount[1])]
        if path.endswith(("limit", "up_to")) or re.search(r"(caps|floors)\[\d+\]\.rate$", path):
            return core_of(text), sign_of(text)
        if ".phases[" in path:
            return text, "year"
        bounded = re.search(r"(caps|floors)\[\d+\]\.value$", path)
        holder = self.holder(field)[0]
        return text, (holder if bounded or "per" in holder else held).get("per", "unclear")

    def write(self, field, figure):
        """Puts another figure in the place of a field's; of words, in the place of the one that is meant. Returns what undoes it."""
        held, name = self.holder(field)
        old = held[name]
        nth = field[1].partition("#")[2]
        if nth:
            match = list(TOKEN.finditer(old))[int(nth) - 1]
            held[name] = old[:match.start()] + figure + old[match.end():]
        else:
            held[name] = old.replace(core_of(old), figure)
        return lambda: held.__setitem__(name, old)


# ── Lists ────────────────────────────────────────────────────────────────────────────────────────


def read_list(path):
    lines = []
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        if next(rows, None) != ["place", "figure", "counted", "fields", "reason"]:
            raise Trouble(f"{path.name}: the header is not place,figure,counted,fields,reason")
        for number, row in enumerate(rows, 2):
            if len(row) != 5 or bool(row[3]) == bool(row[4]):
                raise Trouble(f"{path.name}:{number}: needs five columns, and fields or a reason")
            lines.append(Line(number, *row[:3], [tuple(one.split(" ", 1)) for one in row[3].split("; ") if one], row[4]))
    return lines


def differences(project, document, lines):
    """What the fields of these lines hold otherwise than the lines say."""
    found = []
    for line in lines:
        for field in line.fields:
            has, place = project.read(field), project.place_of.get(field[0], "")
            name = f"{line.place} {line.figure}: {' '.join(field)}"
            if has is None:
                found.append(f"{name} is not on record")
            elif key(has[0]) != key(line.figure):
                found.append(f"{name} is {has[0]}")
            elif "#" not in field[1] and has[1] != line.counted:
                found.append(f"{name} is counted {has[1] or 'for nothing'}, not {line.counted or 'for nothing'}")
            elif place and place != line.place and field[0].startswith(document + "/"):
                found.append(f"{name} is of {place}")
    return found


# ── Texts ────────────────────────────────────────────────────────────────────────────────────────


def bare(text):
    """Without white space and with one form of %, : and /."""
    return re.sub(r"\s", "", text).replace("％", "%").replace("1：1", "1:1").replace("／", "/")


def places_of(record, text, closing):
    """{place: its text}, cut at the labels and headings of a record; what comes before them is 篇首, the closing 篇末."""
    marks, at = [(0, "篇首")], 0

    def mark(words, place):
        nonlocal at
        at = text.find(bare(words), at)
        if at < 0:
            raise Trouble(f"“{words}” is not in the text, or not in this order")
        marks.append((at, place))

    if "reply" in record:
        for part in record["reply"]["sections"]:
            words = part.get("label", "") + part.get("heading", "")
            mark(words or record["reply"]["salutation"].rstrip("：:"), part.get("label") or "正文")
    for section in record.get("sections") or []:
        if section.get("label") and (section.get("heading") or section["label"] != "附则"):
            mark(section["label"] + section.get("heading", ""), section["label"])
        elif section.get("label"):
            mark(section["label"] + section["articles"][0]["label"], section["label"])
        for part in section["articles"]:
            restart = record.get("numbering") == "restart"
            mark(part["label"] + part.get("heading", ""), (section.get("label", "") if restart else "") + part["label"])
    if closing:
        mark(closing, "篇末")
    ends = [start for start, _ in marks[1:]] + [len(text)]
    return {place: text[start:end] for (start, place), end in zip(marks, ends)}


def unread(place, text, lines):
    """What the lines of a place have otherwise than its text: each figure in its order, and each sum of the text once."""
    at, found = 0, []
    for line in lines:
        figure = line.figure.split("…")[0]
        here = text.find(figure, at)
        while here > 0 and re.match(r"[\d.]{2}", text[here - 1 : here + 1]):
            here = text.find(figure, here + 1)
        if here < 0:
            found.append(f"{place}: {line.figure} (line {line.number}) is not in the text, or not in this order")
            continue
        at = here + len(figure)
    sums = [figure for figure in figures_in(text) if SUM.match(figure)]
    listed = [line.figure for line in lines if SUM.match(line.figure)]
    if sums != listed:
        found.append(f"{place}: the text has {', '.join(sums) or 'no sum'}; the list has {', '.join(listed) or 'none'}")
    return found
