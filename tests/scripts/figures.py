#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Each figure of a text is bound to the record fields that hold it, by its place: the five shipped documents and four of other cities.

tests/figures/<id>.csv has the figures, their places and what they are counted for, and no sentence, so that the lists are compared
with the records wherever this runs. Any two different sums of a document are exchanged, and each count for another, and the
comparison must see it. Where the documents lie beside the repository, the lists are compared with them too.
"""

import itertools
import json
import os
import pathlib
import sys

sys.dont_write_bytecode = True
ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
sys.path.insert(0, str(ROOT / "tests/tools"))
from bound_figures import IN_WORDS, SUM, Line, Project, Trouble, bare, differences, key, places_of, read_list, unread  # noqa: E402

SHARED = ROOT.parent / "shared"
LISTS = ROOT / "tests/figures"
FOREIGN = {
    "anshun-grain-2023": "20_anshun_grain_reserve_2023",
    "gov-2018-38": "33_gov_ftz_measures_2018",
    "lucheng-industry-2019": "14_lucheng_industry_2019",
    "sjz-2021-135": "48_reply_sjz_135_2021",
}
SHIPPED = ("hohhot-2021-zjtx", "ordos-2021-61", "ordos-2022-103", "ordos-cppcc-5-1-188", "ordos-cppcc-5-4-0261")
# How a text says what a sum is counted for; one of these must be in the article of a sum that is counted so.
SAID = {"once": ("一次性", "一次"), "year": ("每年", "年度", "全年", "当年", "年内", "期限", "连续")}
EACH = ("每", "/", "·", "•")  # 每吨每年, 元/吨, 元/月•平方米
OTHER = {"once": "year", "year": "total", "total": "year", "project": "total", "unclear": "once"}
CHECKS = []


def check(name, failures):
    CHECKS.append(not failures)
    print(f"{'not ok' if failures else 'ok'} {len(CHECKS)} - {name}", *(f"# {line}" for line in failures[:12]), sep="\n", flush=True)


def skip(name, reason):
    CHECKS.append(True)
    print(f"ok {len(CHECKS)} - {name} # SKIP {reason}", flush=True)


def not_both(project, document, lines):
    """Figures of the records that the list lacks, and the other way round."""
    bound = {field for line in lines for field in line.fields}
    found = [f"{' '.join(field)} ({project.read(field)[0]}) is in no line" for field in project.fields_of(document) if field not in bound]
    known = set(project.fields)
    return found + [f"{' '.join(field)} holds no figure" for field in sorted(bound) if field not in known]


# ── Planted faults ───────────────────────────────────────────────────────────────────────────────


def is_sum(line):
    return bool(SUM.match(IN_WORDS.get(line.figure, line.figure).replace("…", "")))


def exchanged(project, document, lines):
    """Pairs of different sums that may be exchanged without a difference, and how many pairs were tried."""
    by_record = {}
    for line in lines:
        for field in line.fields:
            by_record.setdefault(field[0], []).append(line)
    sums = list(dict.fromkeys((field, project.read(field)[0]) for line in lines if is_sum(line) for field in line.fields))
    missed, tried = [], 0
    for (one, a), (other, b) in itertools.combinations(sums, 2):
        if key(a) == key(b) or key(a)[1] != key(b)[1]:
            continue
        tried += 1
        undo = [project.write(one, b), project.write(other, a)]
        if not differences(project, document, by_record[one[0]]) and not differences(project, document, by_record[other[0]]):
            missed.append(f"{' '.join(one)} ({a}) and {' '.join(other)} ({b}) may be exchanged")
        for step in reversed(undo):
            step()
    return missed, tried


def recounted(project, document, lines):
    """Sums that may be counted for something else without a difference, and how many were tried."""
    missed, tried = [], 0
    for line in lines:
        for record, path in line.fields:
            for amount in project.records[record].get("amounts") or [] if path.startswith("amounts[") else []:
                for holder in (amount, *(amount.get("caps") or []), *(amount.get("floors") or [])):
                    if not holds_sum(amount, holder):
                        continue
                    old = holder.get("per")
                    holder["per"] = OTHER.get(old or "unclear", "total")
                    tried += 1
                    mine = [one for one in lines if any(field[0] == record for field in one.fields)]
                    if not differences(project, document, mine):
                        missed.append(f"{record}: {old} may be {holder['per']}")
                    if old is None:
                        del holder["per"]
                    else:
                        holder["per"] = old
    return missed, tried


def holds_sum(amount, holder):
    """Whether it has a sum that is counted: a cap has; an amount where it has one beside its caps and phases."""
    has_rows = any(row.get("value") or row.get("rate") for row in amount.get("rows") or [])
    if holder is not amount:
        return bool(holder.get("value"))
    return has_rows or any(amount.get(name) for name in ("value", "rate", "foreign"))


# ── The texts ────────────────────────────────────────────────────────────────────────────────────


def source_of(project, document):
    """The document's text: by its name, or by the title at its head."""
    if document in FOREIGN:
        return bare((SHARED / f"corpus/{FOREIGN[document]}.txt").read_text(encoding="utf-8"))
    record = project.records[document]
    title = bare(record["reply"]["title"] if "reply" in record else record["notice_title"])
    texts = [bare(path.read_text(encoding="utf-8")) for path in sorted((SHARED / "seeds").glob("*.txt"))]
    found = [text for text in texts if title in text[:200]]
    if len(found) != 1:
        raise Trouble(f"{len(found)} documents bear the title at their head")
    return found[0]


def against_text(project, document, lines, closing):
    try:
        places = places_of(project.records[document], source_of(project, document), closing)
    except (Trouble, OSError) as trouble:
        return [str(trouble)]
    found = [f"{line.place} of line {line.number} is no place of the text" for line in lines if line.place not in places]
    for place, text in places.items():
        here = [line for line in lines if line.place == place]
        found += unread(place, text, here)
        for line in filter(is_sum, here):
            if not all(any(words in text for words in said) for said in said_as(line.counted)):
                found.append(f"{place} {line.figure}: counted {line.counted}, which the text does not say")
    return found


def said_as(counted):
    """Of each part of a count, how a text may say it; nothing of project, unclear and total, which many words say."""
    if not counted.startswith("每"):
        return [SAID[counted]] if counted in SAID else []
    # 平方 is what one text has for 平方米.
    return [[sign + part.removesuffix("米") for sign in EACH] for part in counted.split("每")[1:]]


def misread():
    """Lists that differ from a text unseen; the text is invented."""
    def lines(*figures):
        return [Line(0, "一、", figure, "", [], "") for figure in figures]

    text = "甲类奖励20万元，乙类按5%补助，每年10家，丙类120万元"
    wrong = (("5%", "20万元", "10家", "120万元"), ("20万元", "5%", "10家"), ("20万元", "5%", "10家", "20万元"), ("20万元", "5%", "11家", "120万元"))
    return [str(one) for one in wrong if not unread("一、", text, lines(*one))] + unread("一、", text, lines("20万元", "5%", "10家", "120万元"))


def check_document(document, data, closing):
    lines, project = read_list(LISTS / f"{document}.csv"), Project(data)
    check(f"{document}: each field holds the figure of its place, counted as the list says", differences(project, document, lines))
    check(f"{document}: the list has all figures of the records, and no other", not_both(project, document, lines))
    unseen = [] if all(not_both(project, document, other) for other in (lines[:-1], [*lines, Line(0, "", "1元", "", [(document, "x")], "")])) else ["unseen"]
    check(f"{document}: a line less and a line too many are seen", unseen)
    missed, pairs = exchanged(project, document, lines)
    check(f"{document}: two different sums cannot be exchanged unseen ({pairs} pairs)", missed)
    missed, sums = recounted(project, document, lines)
    check(f"{document}: no sum can be counted for something else unseen ({sums} counts)", missed)
    name = f"{document}: each figure of the text is in the list, at its place"
    if SHARED.is_dir():
        check(name, against_text(project, document, lines, closing))
    else:
        skip(name, "the documents are not beside the repository")
    return len(lines), pairs, sums


def main():
    print(f"1..{6 * (len(FOREIGN) + len(SHIPPED)) + 3}", flush=True)
    closings = json.loads((ROOT / "tools/coverage.json").read_text(encoding="utf-8"))["closings"]
    total = [check_document(document, ROOT / "tests/sites/foreign/data", None) for document in FOREIGN]
    total += [check_document(document, ROOT / "data", closings.get(document)) for document in SHIPPED]
    check("figures in another order than the text's, one more and one fewer are seen", misread())
    unlisted = sorted({path.stem for path in LISTS.glob("*.csv")} ^ {*FOREIGN, *SHIPPED})
    check("each list is of one of these documents", unlisted)
    empty = [] if all(sum(numbers) > floor for numbers, floor in zip(zip(*total), (400, 10_000, 200))) else [f"only {total}"]
    check("there are hundreds of figures, and thousands of exchanges", empty)


main()
