#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""huice check as a person and a program meet it: what it finds in the shipped data, its JSON and SARIF, severities, and that nothing of it is published.

tests/expected_findings.json holds every finding on the shipped data with both places, quoted, and why it is true. HUICE_UPDATE_GOLDEN=1 adds
what is new with an empty `why`, for a person to fill, and drops what is gone; the test fails while a `why` is empty.

The official sarif-schema-2.1.0.json is in no npm package of its own, so SARIF's structure is checked by the table below: every property
we write must be in it, with its type, and every property the standard requires of these objects must be there.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
sys.path.insert(0, str(ROOT / "tests/tools"))
from case_file import read_cases, write_project  # noqa: E402

HUICE = str(pathlib.Path(os.environ.get("HUICE") or ROOT / "build/release/huice").resolve())
EXPECTED = ROOT / "tests/expected_findings.json"
INVALID = ROOT / "tests/sites_invalid"
DAY = ("--as-of", "2026-03-01")
GROUP = re.compile(r"^(\d+) of the \d+ ")


def huice(*arguments):
    return subprocess.run([HUICE, *map(str, arguments)], env=dict(os.environ, HUICE_SHARE=str(ROOT)), capture_output=True, text=True)


CHECKS = []


def check(name, passed, said=""):
    CHECKS.append(bool(passed))
    shown = [] if passed else [f"# {line}" for line in str(said).splitlines()[:40]]
    print(f"{'ok' if passed else 'not ok'} {len(CHECKS)} - {name}", *shown, sep="\n", flush=True)


def quoted(project, place):
    """The text a place underlines; its whole line where it is one character, which begins a record."""
    if "line" not in place:
        return ""
    line = (project / place["file"]).read_text(encoding="utf-8").splitlines()[place["line"] - 1]
    if place.get("length", 1) == 1:
        return line.strip()[:120]
    return line[place["column"] - 1:place["column"] - 1 + place["length"]]


def places_of(problem, project):
    """What identifies a finding although lines move: code, file and quoted text of both places. Of a group, its file or folder, and how many."""
    found = {"code": problem["code"], "severity": problem["severity"], "file": problem["file"]}
    group = GROUP.match(problem["message"])
    if group:
        folder = re.search(r"public records in (\S+) are", problem["message"])
        if folder:
            found["file"] = folder[1]  # how many changes with each new record
        else:
            found["records"] = int(group[1])
        return found
    found["text"] = quoted(project, problem)
    for other in problem.get("related", []):
        found["other"] = {"file": other["file"], "text": quoted(project, other)}
    return found


def key(entry):
    return json.dumps({name: value for name, value in entry.items() if name != "why"}, ensure_ascii=False, sort_keys=True)


def check_shipped():
    said = huice("check", ROOT, "--format", "json", *DAY)
    found = [places_of(problem, ROOT) for problem in json.loads(said.stdout)["problems"]]
    known = json.loads(EXPECTED.read_text(encoding="utf-8")) if EXPECTED.exists() else []
    if os.environ.get("HUICE_UPDATE_GOLDEN"):
        reasons = {key(entry): entry["why"] for entry in known}
        known = [dict(entry, why=reasons.get(key(entry), "")) for entry in found]
        EXPECTED.write_text(json.dumps(known, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    expected, met = sorted(map(key, known)), sorted(map(key, found))
    more = [f"not expected: {one}" for one in met if one not in expected] + [f"not found: {one}" for one in expected if one not in met]
    check("the shipped data has the findings of expected_findings.json, not one more or fewer", expected == met, "\n".join(more))
    empty = [key(entry) for entry in known if not entry["why"].strip()]
    check("each expected finding says why it is true", known and not empty, "\n".join(empty))
    check("the shipped data has warnings and notes, but no error", said.returncode == 0 and not said.stderr, said.stderr)
    pair = [entry for entry in found if entry["code"] == "contradiction"]
    check("市级“专精特新” at 10万元 and 20万元 is reported, 市级 and 国家级“小巨人” are not",
          any("61" in entry["file"] and "103" in entry["other"]["file"] for entry in pair) and not any("150万元" in key(entry) for entry in pair), pair)
    check("the reply that states the older sum is reported", any(entry["code"] == "contradiction-stated" for entry in found))


# Object -> {property: (type or object's name, required)}; a list in brackets. From the OASIS standard, SARIF 2.1.0 (2020-03-27), section 3.
SARIF = {
    "log": {"$schema": (str, False), "version": (str, True), "runs": (["run"], True)},
    "run": {"tool": ("tool", True), "columnKind": (str, False), "results": (["result"], False)},
    "tool": {"driver": ("driver", True)},
    "driver": {"name": (str, True), "version": (str, False), "rules": (["rule"], False)},
    "rule": {"id": (str, True), "shortDescription": ("message", False), "defaultConfiguration": ("configuration", False), "help": ("message", False)},
    "configuration": {"level": (str, False)},
    "message": {"text": (str, True)},
    "result": {"ruleId": (str, False), "ruleIndex": (int, False), "level": (str, False), "message": ("message", True),
               "locations": (["location"], False), "relatedLocations": (["location"], False)},
    "location": {"id": (int, False), "message": ("message", False), "physicalLocation": ("physical", False)},
    "physical": {"artifactLocation": ("artifact", True), "region": ("region", False)},
    "artifact": {"uri": (str, False), "uriBaseId": (str, False)},
    "region": {"startLine": (int, False), "startColumn": (int, False), "endColumn": (int, False), "snippet": ("message", False)},
}
LEVELS = {"none", "note", "warning", "error"}


def sarif_faults(value, name="log", way="log"):
    if not isinstance(value, dict):
        return [f"{way} is no object"]
    faults = [f"{way} lacks {key}" for key, (_, required) in SARIF[name].items() if required and key not in value]
    for key, part in value.items():
        if key not in SARIF[name]:
            faults.append(f"{way}.{key} is unknown")
            continue
        kind = SARIF[name][key][0]
        if isinstance(kind, list):
            faults += [fault for index, item in enumerate(part) for fault in sarif_faults(item, kind[0], f"{way}.{key}[{index}]")]
        elif isinstance(kind, str):
            faults += sarif_faults(part, kind, f"{way}.{key}")
        elif type(part) is not kind:
            faults.append(f"{way}.{key} is {part!r}")
    if name in ("result", "configuration") and value.get("level") not in LEVELS:
        faults.append(f"{way} has no level")
    if name == "region" and not 1 <= value.get("startLine", 0):
        faults.append(f"{way} begins nowhere")
    if name == "region" and "startColumn" in value and not 1 <= value["startColumn"] < value["endColumn"]:
        faults.append(f"{way} ends before it begins")
    if name == "artifact" and not re.fullmatch(r"(?:[\w~./-]|%[0-9A-F]{2})+", value.get("uri", ""), re.ASCII):
        faults.append(f"{way} is no address")
    return faults


def sarif_of(project):
    report = json.loads(huice("check", project, "--format", "sarif", *DAY).stdout)
    faults = sarif_faults(report)
    run = report["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    if report["version"] != "2.1.0" or run["columnKind"] != "unicodeCodePoints":
        faults.append("version or columnKind")
    if len({rule["id"] for rule in rules}) != len(rules):
        faults.append("a rule is there twice")
    faults += [f"{result['ruleId']} is not its rule" for result in run["results"] if rules[result["ruleIndex"]]["id"] != result["ruleId"]]
    return run, faults


def check_formats(folder):
    run, faults = sarif_of(ROOT)
    check("the SARIF of the shipped data has the structure of SARIF 2.1.0", run["results"] and not faults, "\n".join(faults))
    related = [result for result in run["results"] if result["ruleId"] == "contradiction"]
    check("a contradiction has both places in SARIF", related and all(result["relatedLocations"] for result in related), related)
    region = related[0]["locations"][0]["physicalLocation"]["region"]
    cut = region["snippet"]["text"][region["startColumn"] - 1:region["endColumn"] - 1]
    check("a region holds what is underlined", cut == '"10万元"', cut)
    check("each rule has a help text", all(rule["help"]["text"] for rule in run["tool"]["driver"]["rules"]))
    invalid = [case for path in sorted(INVALID.glob("*.case")) for case in read_cases(path)]
    for case in invalid:
        write_project(case, folder / case.name)
    bad = {case.name: faults for case in invalid for faults in [sarif_of(folder / case.name)[1]] if faults}
    check("projects that do not load give SARIF too", len(invalid) > 30 and not bad, bad)
    data = json.loads(huice("check", ROOT, "--format", "json", *DAY).stdout)
    text = huice("check", ROOT, *DAY)
    counted = {name: len(re.findall(rf"^\S+: {name}\[", text.stderr, re.MULTILINE)) for name in ("error", "warning", "note")}
    # Of more than three notes of one code, the text shows the first and counts the others.
    counted["note"] += sum(map(int, re.findall(r"^  (\d+) more of the same: ", text.stderr, re.MULTILINE)))
    check("text, JSON and SARIF report the same findings", len(run["results"]) == len(data["problems"]) == sum(counted.values())
          and (data["errors"], data["warnings"], data["notes"]) == tuple(counted.values()) and not text.stdout, counted)
    broken = sarif_faults({"version": "2.1.0", "runs": [{"tool": {}, "results": [{"level": "bad", "message": {"text": "x"}, "colour": 1}]}]})
    check("a planted fault in SARIF is seen", len(broken) == 3, broken)


def changed(folder, name, changes):
    project = folder / name
    write_project(read_cases(INVALID / "findings/base.case")[0], project)
    for file, old, new in changes:
        path = project / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, (file, old)
        path.write_text(text.replace(old, new), encoding="utf-8")
    return project


OVERDUE = ("data/policies/a.json", '"due": "2027-12-31"', '"due": "2026-02-28"')


def setting(severity, reason=', "reason": "督查室另有台账"'):
    return ("data/site.json", '"about"', f'"findings": [{{"code": "undertaking-overdue", "severity": "{severity}"{reason}}}], "about"')


def check_severities(folder):
    overdue = changed(folder, "overdue", [OVERDUE])
    check("a warning passes, but not with --strict", huice("check", overdue, *DAY).returncode == 0 and huice("check", overdue, "--strict", *DAY).returncode == 1)
    note = changed(folder, "note", [OVERDUE, setting("note")])
    check("held for a note it passes with --strict", huice("check", note, "--strict", *DAY).returncode == 0)
    error = changed(folder, "error", [OVERDUE, setting("error")])
    said = huice("check", error, *DAY)
    check("held for an error it fails", said.returncode == 1 and "error[undertaking-overdue]" in said.stderr, said.stderr)
    said = huice("check", changed(folder, "reasonless", [OVERDUE, setting("note", "")]), *DAY)
    check("a severity without a reason is refused", said.returncode == 1 and "has no “reason”" in said.stderr, said.stderr)
    check("nothing is overdue before its day", huice("check", overdue, "--strict", "--as-of", "2026-02-28").returncode == 0)
    said = huice("check", overdue, "--as-of", "2026-02-30")
    check("an impossible day is wrong use", said.returncode == 2 and said.stderr, said.stderr)
    return note


def check_public(folder, note):
    """A site with findings of every family, and a setting, gives public pages that know of neither."""
    project = folder / "shown"
    shutil.copytree(note, project)
    for name, old, new in (("data/policies/b.json", '"star-region"', '"star-city"'), ("data/dashboards/d.json", "@2025-12-31", "@2024-12-31")):
        path = project / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    problems = json.loads(huice("check", project, "--format", "json", *DAY).stdout)["problems"]
    built = huice("build", project, *DAY)
    words = {"督查室另有台账"} | {problem["code"] for problem in problems if "-" in problem["code"] or problem["code"] == "contradiction"}
    words |= {problem["message"] for problem in problems} | {problem["hint"] for problem in problems}
    texts = {path: path.read_bytes() for path in (project / "public").rglob("*") if path.is_file()}
    met = [f"{path}: {word}" for path, text in texts.items() for word in words if word.encode() in text]
    check("a project with findings builds", built.returncode == 0 and len(problems) >= 4 and len(texts) > 20, built.stderr)
    check("no page of the public site holds a finding or the office's reason", texts and not met, "\n".join(met))


print("1..20", flush=True)
with tempfile.TemporaryDirectory(dir=os.environ.get("HUICE_TMP")) as temporary:
    check_shipped()
    check_formats(pathlib.Path(temporary) / "invalid")
    check_public(pathlib.Path(temporary), check_severities(pathlib.Path(temporary)))
