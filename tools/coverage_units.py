# SPDX-License-Identifier: Apache-2.0
"""The units that a text names at the end of its articles, against those of the records. Read by tools/coverage."""

import re

# （责任单位：市科学技术局、市财政局，各旗区人民政府） or, once it knows what it means, the names alone.
AT_END = re.compile(r"[（(]([^（()）]+)[)）]$")
LEAD_IN = re.compile(r"^责任单位[:：]")
REMARK = re.compile(r"[.。].*$")  # 列第一位的为牵头单位


def named(text):
    """([name], whether the list is open) of an article; no names where it does not end with units."""
    match = AT_END.search(text)
    if match is None:
        return [], False
    names = REMARK.sub("", LEAD_IN.sub("", match[1]))
    # “市水利局等，各旗区人民政府”: the 等 may end any of the groups.
    parts = re.split("[、，,]", names)
    return [re.sub("等$", "", part) for part in parts], any(part.endswith("等") for part in parts)


class Units:
    """`listed`: names that no record of an organization has, and the organization that is meant."""

    def __init__(self, records, listed):
        self.listed = listed
        self.names = {}
        for one in records.organizations:
            self.names[one["id"]] = {one["name"]} | {former["name"] for former in one.get("former") or []}
        self.used = set()

    def is_unit(self, name, unit):
        if self.listed.get(name) == unit:
            self.used.add(name)
            return True
        return name in self.names.get(unit, ())

    def held(self, place):
        """[(name, id)] of an article, once problems() has found none."""
        return list(zip(named(place.text)[0], place.article.get("units") or [])) if place.article else []

    def problems(self, places):
        found = []
        for place in (one for one in places if one.article):
            names, is_open = named(place.text)
            units = place.article.get("units") or []
            at = f"{place.document.id} {place.id}"
            if len(names) != len(units) or not all(self.is_unit(*pair) for pair in zip(names, units)):
                found.append(f"{at}: the text ends with the units {'、'.join(names) or '(none)'}; the record has {', '.join(units) or '(none)'}")
            if is_open != bool(place.article.get("units_open")):
                found.append(f"{at}: units_open says otherwise than 等 at the end of the text's units")
        found += [f"“{name}”: listed as a unit's name, but no article needs it" for name in self.listed if name not in self.used]
        return found


def without_beneficiary(records):
    return [
        f"{policy['id']}/{article['id']}/{measure['id']}: no beneficiary"
        for policy in records.policies
        for section in policy.get("sections") or []
        for article in section["articles"]
        for measure in article.get("measures") or []
        if not measure.get("beneficiaries")
    ]
