#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Random templates, rendered by Jinja2 and by huice: the same text, or an error in both.

tests/tools/random_templates.py makes them from a seed; render_lines, from each build at hand, is
huice's side. By hand:

    tests/scripts/jinja_random.py --count 2000 --seed 5 --build build/release [--most 10]

A difference is shrunk and printed as a case for tests/cases/template/.
"""

import collections
import functools
import json
import multiprocessing
import os
import pathlib
import re
import subprocess
import sys
import warnings

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
DEBIAN_PYTHON = "/usr/bin/python3"
if not os.path.samefile(sys.executable, DEBIAN_PYTHON):  # another Python came first in PATH
    os.execv(DEBIAN_PYTHON, [DEBIAN_PYTHON, *sys.argv])
import jinja2  # noqa: E402
import markupsafe  # noqa: E402
from jinja2 import nodes, pass_eval_context  # noqa: E402
from jinja2.visitor import NodeTransformer  # noqa: E402

warnings.simplefilter("ignore", SyntaxWarning)  # Python's, on what Jinja compiles
sys.path.insert(0, str(ROOT / "tests/tools"))
from random_run import check, options_of, outcome  # noqa: E402
from random_templates import Templates  # noqa: E402

COUNT, SEED, WORKERS = 20000 if os.environ.get("HUICE_LONG") else 6000, 20261121, 2

# What huice refuses and Jinja prints, on purpose (docs/template-compatibility.md), with the largest
# share of all templates that may be settled this way.
INTENDED = {
    "template-prints-none": 0.03,
    "template-overflow": 0.01,
    "template-output-bound": 0.002,
    "template-call-depth": 0.002,
    "template-loop-bound": 0.002,
    "template-html-unquoted": 0.002,
    "template-html-tag": 0.002,
    "a Python object": 0.01,
    "values left over": 0.001,
    "a list or mapping compared": 0.001,
    "safe text elsewhere": 0.03,
    "undefined tested or listed": 0.01,
    "undefined and never needed": 0.002,
}
# What Python prints of its own objects: huice has lists where Python has generators and views.
PYTHON_OBJECT = re.compile(r"Markup\(| at 0x[0-9a-f]{6}|(<|&lt;)(Macro|class) |dict_(keys|values|items)\(", re.IGNORECASE)
# Tests that take an undefined name's text rather than its value.
PASSING = {"filter", "test"}
NONE_GIVEN = re.compile(r"template-wrong-type\]: .* not none$", re.MULTILINE)
NONE_GIVEN_SHARE = 0.02
LEAST_RENDERED = 0.75


# ── The two sides ────────────────────────────────────────────────────────────────────────────────


class Untouchable(jinja2.StrictUndefined):
    """As huice sees it: no test but “is defined” takes it, and it cannot be shown in a list."""

    __repr__ = jinja2.StrictUndefined.__str__


def touching(test):
    def checked(value, *arguments):
        if isinstance(value, Untouchable):
            value._fail_with_undefined_error()
        return test(value, *arguments)
    return checked


LETTERS = re.compile(
    r"\b(?:batch|capitalize|center|count|first|indent|last|length|list|lower|reverse|slice|sort|title|truncate|unique|upper|urlencode"
    r"|urlize|wordcount|wordwrap)\b"
)  # what cuts, counts or changes letters
STOCK = re.compile(r"(?:\\u(?:00[89a-f]|0[1-9a-f][0-9a-f]|[1-9a-f][0-9a-f]{2})[0-9a-f])+")


def as_stock_jinja(job, theirs):
    """Whether Jinja as it comes, which escapes in JSON what is not ASCII, gives the same data.

    Asked only where nothing looks at the JSON's letters between tojson and the page."""
    texts = " ".join(job["templates"].values())
    if "output" not in theirs or "tojson" not in texts or LETTERS.search(texts):
        return True
    stock = render_with_jinja(job, stock=True).get("output", "")
    decode = functools.partial(STOCK.sub, lambda found: json.loads(f'"{found[0]}"'))
    return decode(stock) == decode(theirs["output"])


class Kept(NodeTransformer):
    """{% filter f %}…{% endfilter %} as {% set kept %}…{% endset %}{{ kept|f }}, and the like for set:
    what a filter gives is escaped, unless it is safe. In a quoted attribute quotes and tags are."""

    def visit_Output(self, node):
        self.generic_visit(node)
        quoted = [isinstance(part, nodes.TemplateData) and part.data.endswith('="') for part in node.nodes]
        node.nodes = [nodes.Filter(part, "quoted", [], [], None, None, lineno=node.lineno) if index and quoted[index - 1] else part
                      for index, part in enumerate(node.nodes)]
        return node

    def visit_FilterBlock(self, node):
        self.generic_visit(node)
        return [self.kept(node), nodes.Output([node.filter], lineno=node.lineno)]

    def visit_AssignBlock(self, node):
        self.generic_visit(node)
        return [self.kept(node), nodes.Assign(node.target, node.filter, lineno=node.lineno)] if node.filter else node

    def kept(self, node):
        first = node.filter
        while first.node is not None:
            first = first.node
        first.node = nodes.Name("kept", "load", lineno=node.lineno)
        return nodes.AssignBlock(nodes.Name("kept", "store", lineno=node.lineno), None, node.body, lineno=node.lineno)


def quoted(value):
    text = re.sub(r"&(?!#?\w+;)", "&amp;", str(markupsafe.escape(value)))
    return markupsafe.Markup(text.replace('"', "&#34;").replace("'", "&#39;").replace("<", "&lt;").replace(">", "&gt;"))


class Escaping(jinja2.Environment):
    def __init__(self, **options):
        super().__init__(**options)
        self.filters["quoted"] = pass_eval_context(lambda context, value: quoted(value) if context.autoescape else value)

    def _parse(self, source, name, filename):
        tree = Kept().visit(super()._parse(source, name, filename))
        return tree.set_environment(self)


def render_with_jinja(job, undefined=jinja2.StrictUndefined, stock=False, escaping=False):
    options = job["options"].split()
    environment = (Escaping if escaping else jinja2.Environment)(
        loader=jinja2.DictLoader(job["templates"]),
        undefined=undefined,
        extensions=["jinja2.ext.loopcontrols"],
        autoescape=lambda name: bool(name) and name.endswith((".html", ".htm", ".xml")),
        cache_size=20,
        **{option: True for option in options},
    )
    if not stock:
        environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    if undefined is Untouchable:
        for name in set(environment.tests) - {"defined", "undefined"} - PASSING:
            environment.tests[name] = touching(environment.tests[name])
    try:
        return {"output": environment.get_template(job["main"]).render(job["context"])}
    except Exception as raised:  # whatever Jinja or Python raises
        return {"error": type(raised).__name__, "message": str(raised)}


class Engine:
    """render_lines of one build, kept running; started anew after a crash."""

    def __init__(self, build):
        self.build = build
        self.process = None

    def send(self, job):
        if self.process is None:
            self.process = subprocess.Popen([self.build / "render_lines"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            self.process.stdin.write(json.dumps(job, ensure_ascii=False).encode() + b"\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass  # receive() tells

    def receive(self):
        line = self.process.stdout.readline()
        if line:
            return json.loads(line)
        self.process.stdin.close()
        report = self.process.stderr.read().decode("utf-8", "replace")
        status = self.process.wait()
        self.process = None
        return {"crash": f"{self.build.name}: render_lines ended with {status}", "message": report[:4000]}

    def render(self, job):
        self.send(job)
        return self.receive()

    def close(self):
        if self.process:
            self.process.stdin.close()
            self.process.wait()


def settle(job, ours, theirs):
    """("same"|"intended"|"different", a name for this kind of outcome)."""
    if "crash" in ours:
        return "different", "crash"
    if ours != theirs and PYTHON_OBJECT.search(theirs.get("output", "")):
        return "intended", "a Python object"
    if "output" in ours and "output" in theirs:
        if ours["output"] == theirs["output"]:
            return ("same", "text") if as_stock_jinja(job, theirs) else ("different", "stock JSON")
        output = ours["output"]
        if job["main"].endswith(".xml"):  # in an attribute these would be read as blanks
            output = output.replace("&#9;", "\t").replace("&#10;", "\n")
        elsewhere = output in (theirs["output"], render_with_jinja(job, escaping=True).get("output"))
        return ("intended", "safe text elsewhere") if elsewhere else ("different", "text")
    if "error" in ours and "error" in theirs:
        return "same", f"{theirs['error']} as {ours['error']}"
    if "error" in ours:
        if ours["error"] in INTENDED:
            return "intended", ours["error"]
        if ours["error"].startswith("template-undefined-") or " undefined value" in ours["message"]:
            if "error" in render_with_jinja(job, Untouchable):
                return "intended", "undefined tested or listed"
            if "output" in theirs:
                return "intended", "undefined and never needed"
        if NONE_GIVEN.search(ours["message"]):
            return "intended", "none given"
        if ours["error"] == "template-bad-value" and "more values than it has places" in ours["message"]:
            return "intended", "values left over"
        return "different", ours["error"]
    if "output" in ours and theirs["message"].startswith("unhashable type"):
        return "intended", "a list or mapping compared"
    return "different", f"{theirs['error']} in Jinja only"


# ── Shrinking ────────────────────────────────────────────────────────────────────────────────────

TOKEN = re.compile(r"\{[%{#].*?[%}#]\}|[^{]+|\{", re.DOTALL)
WORD = re.compile(r"\w+|\s+|'[^']*'|\"[^\"]*\"|.", re.DOTALL)


def without_pieces(text, pattern):
    """Shorter texts, the much shorter ones first."""
    pieces = pattern.findall(text)
    size = len(pieces) // 2
    while size >= 1:
        for start in range(0, len(pieces) - size + 1, max(1, size // 2)):
            yield "".join(pieces[:start] + pieces[start + size:])
        size //= 2


def without_pairs(text):
    """Texts without two pieces that may belong together, as {% if %} and {% endif %} do."""
    for pattern, far in ((TOKEN, 12), (WORD, 16)):
        pieces = pattern.findall(text)
        if len(pieces) > 90:
            continue
        for first in range(len(pieces)):
            for second in range(first + 1, min(first + far, len(pieces))):
                yield "".join(pieces[:first] + pieces[first + 1:second] + pieces[second + 1:])


def smaller_values(value):
    if isinstance(value, dict):
        for key in value:
            yield {other: value[other] for other in value if other != key}
        for key in value:
            for smaller in smaller_values(value[key]):
                yield {**value, key: smaller}
    elif isinstance(value, list):
        for index in range(len(value)):
            yield value[:index] + value[index + 1:]
        for index in range(len(value)):
            for smaller in smaller_values(value[index]):
                yield value[:index] + [smaller] + value[index + 1:]
    elif isinstance(value, str) and len(value) > 1:
        yield "a"


def smaller_jobs(job):
    for name in job["templates"]:
        if name != job["main"]:
            yield {**job, "templates": {other: text for other, text in job["templates"].items() if other != name}}
    for option in job["options"].split():
        yield {**job, "options": " ".join(word for word in job["options"].split() if word != option)}
    for make in (lambda text: without_pieces(text, TOKEN), lambda text: without_pieces(text, WORD), without_pairs):
        for name, text in job["templates"].items():
            for shorter in make(text):
                yield {**job, "templates": {**job["templates"], name: shorter}}
    for context in smaller_values(job["context"]):
        yield {**job, "context": context}


def shrink(job, engine, limit=6000):
    """The smallest job found that still differs in the same way."""
    def kind_of(candidate):
        verdict, kind = settle(candidate, engine.render(candidate), render_with_jinja(candidate))
        return kind if verdict == "different" else None

    kind, tried, found = kind_of(job), 0, kind_of(job) is not None
    while found and tried < limit:
        found = False
        for candidate in smaller_jobs(job):
            tried += 1
            if kind_of(candidate) == kind:
                job, found = candidate, True
                break
            if tried >= limit:
                break
    return job


def as_case(job, name, theirs):
    main = job["main"]
    lines = [f"=== {name}", "--- context", json.dumps(job["context"], ensure_ascii=False)]
    if job["options"]:
        lines.append(f"--- options {job['options']}")
    for template, text in sorted(job["templates"].items(), key=lambda pair: pair[0] != main):
        lines += [f"--- template {template}", text]
    lines += ["--- output", theirs["output"]] if "output" in theirs else ["--- error", f"({theirs['error']}: {theirs['message']})"]
    return lines


# ── A run ────────────────────────────────────────────────────────────────────────────────────────


def work(arguments):
    """Every WORKERS-th template; gives what happened how often, and the first differences."""
    builds, seeds, most = arguments
    engines = [Engine(build) for build in builds]
    counts, differences, lengths = collections.Counter(), [], 0
    for seed in seeds:
        job = Templates(seed).job()
        for engine in engines:
            engine.send(job)
        theirs = render_with_jinja(job)
        verdicts = [(engine, *settle(job, engine.receive(), theirs)) for engine in engines]
        engine, verdict, kind = max(verdicts, key=lambda one: one[1] == "different")
        counts[verdict, kind] += 1
        lengths += len(theirs.get("output", "").strip()) > 12
        if verdict == "different" and len(differences) < most and counts[verdict, kind] <= 2:
            differences.append(tell(job, engine, seed, kind))
    for engine in engines:
        engine.close()
    return counts, differences, lengths


def tell(job, engine, seed, kind):
    small = shrink(job, engine)
    ours, theirs = engine.render(small), render_with_jinja(small)
    said = f"{ours.get('crash', '')} {ours.get('message', '')}" if "output" not in ours else f"huice prints {ours['output']!r}"
    other = f"Jinja prints {theirs['output']!r}" if "output" in theirs else f"Jinja raises {theirs['error']}: {theirs['message']}"
    return [f"seed {seed} ({kind}):", *said.splitlines(), other, *as_case(small, f"found with seed {seed}", theirs), ""]


def run(builds, count, seed, most):
    shares = [(builds, range(seed + start, seed + count, WORKERS), most) for start in range(WORKERS)]
    with multiprocessing.Pool(WORKERS) as pool:
        parts = pool.map(work, shares)
    counts = sum((part[0] for part in parts), collections.Counter())
    return counts, [difference for part in parts for difference in part[1]], sum(part[2] for part in parts)


def main():
    options = options_of(__doc__, COUNT, SEED, "templates", [("--most", {"type": int, "default": 3, "help": "how many differences each process shrinks"})])
    builds = options.builds

    print("1..4", flush=True)
    counts, differences, lengths = run(builds, options.count, options.seed, options.most)
    total = sum(counts.values())
    rendered = counts["same", "text"]
    different = sum(number for (verdict, _), number in counts.items() if verdict == "different")
    intended = {kind: number for (verdict, kind), number in counts.items() if verdict == "intended"}
    table = [f"# {number:6} {verdict}: {kind}" for (verdict, kind), number in counts.most_common()]
    check(f"{total} random templates give in {options.names} what Jinja gives: {rendered} the same text, "
          f"{total - rendered - different - sum(intended.values())} an error in both, {sum(intended.values())} refused on purpose",
          different == 0 and total == options.count,
          [f"# {line}" for difference in differences for line in difference])
    check(f"at least {LEAST_RENDERED:.0%} of them render", rendered >= LEAST_RENDERED * total, table)
    check("half of them print more than a few characters", lengths >= total // 2, [f"# {lengths} of {total} do"])
    bounds = {**INTENDED, "none given": NONE_GIVEN_SHARE}
    check("what is refused on purpose stays rare", all(number <= bounds[kind] * total for kind, number in intended.items()), table)
    if "-v" in os.environ.get("HUICE_VERBOSE", ""):
        print(*table, sep="\n")


if __name__ == "__main__":
    main()
    sys.exit(outcome())
