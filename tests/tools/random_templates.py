# SPDX-License-Identifier: Apache-2.0
"""Random templates with contexts: what tests/scripts/jinja_random.py gives to both engines."""

import random

from random_expressions import KINDS, TYPES, WORDS, Expressions

LOOP = ["loop.index", "loop.index0", "loop.revindex", "loop.revindex0", "loop.first", "loop.last", "loop.length", "loop.depth", "loop.depth0",
        "loop.cycle('a', '<b>')", "loop.cycle(1, 2, 3)", "loop.changed(loop.index // 2)", "'F' if loop.first else '.'",
        "loop.previtem is defined", "loop.nextitem is undefined", "loop.index is divisibleby 2"]


class Templates(Expressions):
    """One job: a main template and what it includes, imports or extends."""

    def __init__(self, seed):
        super().__init__(random.Random(seed))
        self.extension = self.one([".html", ".html", ".html", ".txt", ".xml"])
        self.plain = self.extension == ".txt"
        self.loops = 0  # how many loops stand around, within this template and macro
        self.left = 0  # how many statements may still be made
        self.files = {}
        self.libraries = []
        self.inside_macro = False

    # ── The whole ────────────────────────────────────────────────────────────────────────────────

    def job(self):
        context = self.context()
        options = [word for word in ("trim_blocks", "lstrip_blocks", "keep_trailing_newline") if self.chance(0.3)]
        self.left = self.one([3, 5, 8, 11, 15])
        self.start(context)
        kind = self.rng.random()
        if kind < 0.25:
            self.inheritance(context)
        else:
            if kind < 0.5:
                self.make_libraries(context)
            self.files["main" + self.extension] = self.body(3) + self.one(["", "\n", "\n\n", "\r\n"])
        main = "main" + self.extension
        files = {main: self.files[main], **self.files}
        return {"templates": files, "main": main, "context": context, "options": " ".join(options)}

    def start(self, context):
        self.scopes = [{name: TYPES[name] for name in context if name in TYPES}]
        self.macros = []

    def context(self):
        values = {name: self.value(kind) for name, kind in TYPES.items() if name not in ("cap", "v") and self.chance(0.85)}
        if "e" in values:
            values["e"] = []
        values["tree"] = [self.node(2) for _ in range(self.rng.randint(1, 2))]
        return values

    def value(self, kind):
        rng = self.rng
        if kind == "int":
            return self.one([0, 1, 2, 3, 7, -1, -5, 42, 1000, 1234567])
        if kind == "float":
            return self.one([0.5, 1.0, 2.25, -3.75, 0.1, 1e-5, 100.0, 123456.789, 1e16])
        if kind == "str":
            return self.one(WORDS)
        if kind == "bool":
            return self.chance(0.6)
        if kind == "none":
            return None
        if kind in ("ints", "strs", "rows", "grid"):
            items = {"ints": "int", "strs": "str", "rows": "row", "grid": "ints"}[kind]
            return [self.value(items) for _ in range(rng.randint(0 if items in ("int", "str") else 1, 4))]
        return {"id": rng.randint(-2, 9), "name": self.one(WORDS), "kind": self.one(KINDS), "price": self.value("float"),
                "tags": self.value("strs"), "open": self.chance(0.5), "counts": self.value("ints")}

    def node(self, depth):
        count = self.rng.randint(0, 2) if depth else 0
        return {"name": self.one(WORDS), "kids": [self.node(depth - 1) for _ in range(count)]}

    # ── Text and tags ────────────────────────────────────────────────────────────────────────────

    def text(self):
        pieces = ["a", " ", "\n", "  \n  ", "中文", "x y", "\n\n", "\t", "<p>", "</p>", "&amp;", "{", "}", "%", "{ {", "# ", "'", '"', "\r\n", "- ", "% }", "}}"]
        text = "".join(self.one(pieces) for _ in range(self.rng.randint(0, 4)))
        # Two pieces may not become a tag's start, nor the text before a tag one.
        while any(mark in text for mark in ("{{", "{%", "{#")):
            text = text.replace("{{", "{ {").replace("{%", "{ %").replace("{#", "{ #")
        return text + " " if text.endswith("{") else text

    def tag(self, content):
        start = self.one(["{%", "{%", "{%", "{%", "{%-", "{%+"])
        end = self.one(["%}", "%}", "%}", "%}", "-%}", "+%}"])
        gap = self.one([" ", " ", " ", "", "\n", "  "])
        return f"{start}{gap or ' ' * content.startswith(('-', '+'))}{content}{gap}{end}"

    def printed(self, expression):
        start, end = self.one(["{{", "{{", "{{", "{{-"]), self.one(["}}", "}}", "}}", "-}}"])
        # A dictionary's braces are separate from the tag's.
        gap = " " if expression[0] in "{+-" or expression[-1] in "}" else self.one([" ", " ", "", "\n "])
        return f"{start}{gap}{expression}{gap}{end}"

    def output(self):
        expression = self.of("any", self.one([1, 2, 2, 3]))
        if self.chance(0.08):
            # In brackets: Jinja reads the if after a test as the test's argument.
            expression = f"({expression}) if {self.of('bool', 1)} else {self.of('str', 1)}"
        if self.extension == ".html" and self.chance(0.1):
            return f'<a title="{self.printed(expression)}">'
        return self.printed(expression)

    # ── Statements ───────────────────────────────────────────────────────────────────────────────

    def body(self, depth):
        parts = [self.text()]
        for _ in range(self.rng.randint(1, 4)):
            if self.left <= 0:
                break
            self.left -= 1
            parts += [self.statement(depth), self.text()]
        return "".join(parts)

    def scoped(self, depth, names=()):
        """A body whose names end with it."""
        self.scopes.append({name: TYPES[name] for name in names})
        text = self.body(depth)
        self.scopes.pop()
        return text

    def statement(self, depth):
        makers = [self.output] * 6 + [self.set_name] * 2
        if depth > 0:
            makers += [self.condition, self.condition, self.loop, self.loop, self.loop, self.with_names, self.set_block, self.filter_block,
                       self.macro, self.macro, self.call_block, self.raw, self.comment, self.escaping, self.namespace, self.recursion,
                       self.cycling, self.use_library, self.use_library]
        if self.loops and self.chance(0.3):
            makers = [self.loop_output, self.loop_output, self.leave_loop]
        maker = self.one(makers)
        return maker() if maker in (self.output, self.set_name) else maker(depth - 1)

    def a_name(self, *kinds):
        kinds = kinds or ("int", "str", "safe", "ints", "float", "bool")
        return self.one([name for name, kind in TYPES.items() if kind in kinds and name not in ("z", "xs", "rows")])

    def set_name(self):
        if self.chance(0.15):
            one, two = self.a_name("int"), self.a_name("str")
            text = self.tag(f"set {one}, {two} = {self.of('int', 1)}, {self.of('str', 1)}")
            self.scopes[-1].update({one: "int", two: "str"})
            return text
        name = self.a_name()
        text = self.tag(f"set {name}{self.one([' = ', '=', '  =  '])}{self.of(TYPES[name], 2)}")
        self.scopes[-1][name] = TYPES[name]
        return text

    def set_block(self, depth):
        name = self.a_name("safe")
        filters = self.one(["", "", "", "|upper", " | trim | e", "|replace('a', '<')"])
        text = self.tag(f"set {name}{filters}") + self.scoped(depth) + self.tag("endset")
        self.scopes[-1][name] = "safe"
        return text

    def condition(self, depth):
        text = self.tag(f"if {self.of('bool', 2)}") + self.scoped(depth)
        for _ in range(self.one([0, 0, 1, 2])):
            text += self.tag(f"elif {self.of('bool', 2)}") + self.scoped(depth)
        if self.chance(0.5):
            text += self.tag("else") + self.scoped(depth)
        return text + self.tag("endif")

    def loop(self, depth):
        targets, subject = self.one([
            lambda: (["i"], self.of("ints", 2)), lambda: (["k"], f"range({self.one(['3', '2, 5', 'n % 5'])})"), lambda: (["w"], self.of("strs", 2)),
            lambda: (["r"], self.of("rows", 1)), lambda: (["r"], self.of("rows", 1)), lambda: (["w"], self.of("str", 1)), lambda: (["l"], self.of("grid", 1)),
            lambda: (["t", "more"], f"rows|groupby('kind')"), lambda: (["w"], self.of("row", 1)), lambda: (["i", "w"], f"[({self.of('int', 0)}, {self.of('str', 0)}), (2, 'b')]"),
            lambda: (["w", "i"], f"{{'b': {self.of('int', 0)}, 'a': 2}}.items()"), lambda: (["w", "i"], "{'b': 1, 'a': 2}|dictsort")])()
        head = f"for {', '.join(targets)} in {subject}"
        if self.chance(0.06):
            targets, head = ["i", "w", "k"], f"for (i, w), k in [(({self.of('int', 1)}, {self.of('str', 1)}), 1), ([2, 'b'], 2)]"
        self.scopes.append({name: TYPES[name] for name in targets})
        if self.chance(0.2):
            head += f" if {self.of('bool', 1)}"
        self.loops += 1
        body = self.body(depth)
        text = self.tag(head) + body
        self.loops -= 1
        self.scopes.pop()
        # After a break or continue, Jinja may run the else of a loop that had items.
        if self.chance(0.25) and "break" not in body and "continue" not in body:
            text += self.tag("else") + self.scoped(depth)
        return text + self.tag("endfor")

    def loop_output(self, depth=0):
        return self.printed(self.one(LOOP))

    def leave_loop(self, depth):
        return self.tag(f"if {self.one(['loop.index > 2', 'loop.last', self.of('bool', 1)])}") + self.tag(self.one(["break", "continue"])) + self.tag("endif")

    def recursion(self, depth):
        inner = self.one(["{{ loop(node.kids) }}", "({{ loop(node.kids)|upper }})", "{% if node.kids %}[{{ loop(node.kids) }}]{% endif %}",
                          "{{ loop.depth }}{{ loop(node.kids) }}{{ loop.index }}"])
        end = self.one(["", "", "{% else %}-"])
        condition = self.one(["", "", " if node.name"])
        return f"{self.tag('for node in tree' + condition + ' recursive')}{self.printed('node.name')}{inner}{end}{self.tag('endfor')}"

    def with_names(self, depth):
        names = [self.a_name() for _ in range(self.one([0, 1, 1, 2]))]
        names = list(dict.fromkeys(names))
        values = [f"{name} = {self.of(TYPES[name], 1)}" for name in names]
        return self.tag("with " + ", ".join(values) if values else "with") + self.scoped(depth, names) + self.tag("endwith")

    def filter_block(self, depth):
        name = self.one(["upper", "lower", "trim", "replace('a', '<b>')", "e", "title|trim", "indent(2)", "center(20)", "striptags", "truncate(12)", "safe", "upper|e", "wordwrap(9)", "urlize"])
        return self.tag(f"filter {name}") + self.scoped(depth) + self.tag("endfilter")

    def escaping(self, depth):
        # What escaping means in a text file differs: there is nothing to escape in huice's.
        # Not a name either: Jinja escapes constants, and forgets what is safe, by what held around it.
        wanted = "false" if self.extension == ".txt" else self.one(["true", "false"])
        # Jinja does not go back to what held before where a loop is left, and a macro that was compiled
        # for escaping escapes twice where it is called without.
        loops, macros, libraries = self.loops, self.macros, self.libraries
        self.loops, self.macros, self.libraries = 0, [], []
        text = self.tag(f"autoescape {wanted}") + self.scoped(depth) + self.tag("endautoescape")
        self.loops, self.macros, self.libraries = loops, macros, libraries
        return text

    def raw(self, depth):
        inside = self.one(["{{ x }}", "{% if %}", "  {# y #} ", "\n a \n", "{{", "%}", "{%- raw -%}"])
        start = self.one(["{% raw %}", "{%- raw %}", "{% raw -%}", "{%raw%}"])
        return start + inside + self.one(["{% endraw %}", "{%- endraw %}", "{% endraw -%}", "{%endraw%}"])

    def comment(self, depth):
        return self.one(["{#", "{#-", "{#+"]) + self.one([" note ", "\n two\n lines ", " {{ n }} ", "", " {% if %} "]) + self.one(["#}", "-#}"])

    def namespace(self, depth):
        head = self.tag(f"set ns = namespace(i={self.of('int', 1)}, w={self.of('str', 1)})")
        step = self.tag(f"set ns.i = ns.i + {self.of('int', 1)}")
        loop = self.tag(f"for i in {self.of('ints', 1)}") + step + self.text() + self.tag("endfor")
        return head + loop + self.printed("ns.i") + self.printed(self.one(["ns.w", "ns.i ~ ns.w", "ns['w']"]))

    def cycling(self, depth):
        if self.chance(0.5):
            return self.tag("set c = cycler('a', '<', 3)") + self.tag("for i in range(5)") + self.printed("c.next()") + self.tag("endfor") + self.printed(
                self.one(["c.current", "c.reset() or ''", "c.next() ~ c.current"]))
        return self.tag(f"set j = joiner({self.one(['', chr(39) + '|' + chr(39), chr(39) + ' & ' + chr(39)])})") + self.tag(
            f"for i in {self.of('ints', 1)}") + self.printed("j()") + self.printed("i") + self.tag("endfor")

    # ── Macros ───────────────────────────────────────────────────────────────────────────────────

    def macro(self, depth, name=None):
        name = name or self.one(["m1", "m2", "m3"])
        names = [self.one(["n", "s", "t", "xs", "v", "yes", "r"]) for _ in range(self.one([0, 1, 2, 2, 3]))]
        defaults = False
        parameters, head = [], []
        for parameter in dict.fromkeys(names):
            defaults = defaults or self.chance(0.4)
            parameters.append((parameter, defaults))
            head.append(parameter + (f"{self.one(['=', ' = '])}{self.of(TYPES[parameter], 1)}" if defaults else ""))
        known, loops = self.macros, self.loops
        self.macros, self.loops = [], 0  # nothing that could call itself
        extra = self.one(["", "", "", "{{ varargs|join(',') }}", "{{ kwargs.extra|default('-') }}", "{% if caller %}[{{ caller() }}]{% endif %}", "{{ varargs|length }}"])
        text = self.tag(f"macro {name}({', '.join(head)})") + self.scoped(depth, [p for p, _ in parameters]) + extra + self.tag("endmacro")
        self.loops = loops
        self.macros = [macro for macro in known if macro[0] != name] + [(name, parameters)]
        shown = self.macros[-1]
        return text + (self.printed(self.macro_call(1, shown)) if self.chance(0.8) else "")

    def call_block(self, depth):
        # `m1` is called with a caller only where it takes one, which is made here.
        value = self.of("str", 1)
        if self.chance(0.4):
            head = self.tag("macro wrap(s)") + "[{{ s }}:{{ caller(s, 2) }}]" + self.tag("endmacro")
            return head + self.tag(f"call(w, i={self.one(['1', 'n|default(3)'])}) wrap({value})") + self.scoped(depth, ["w", "i"]) + self.tag("endcall")
        head = self.tag(f"macro wrap(s={self.word()})") + self.one(["[{{ s }}]{{ caller() }}{{ caller()|upper }}", "{{ caller() }}", "{% for i in [1, 2] %}{{ caller() }}{{ i }}{% endfor %}"]) + self.tag("endmacro")
        return head + self.tag(f"call wrap({self.one(['', value, 's=' + value])})") + self.scoped(depth) + self.tag("endcall")

    # ── Several templates ────────────────────────────────────────────────────────────────────────

    def make_libraries(self, context):
        for number in range(self.one([1, 1, 2])):
            # Of one format: what is safe in one is escaped by huice where another includes it.
            name = f"lib{number}{self.extension}"
            self.start(context)
            self.left += 2
            exported = self.one(["i", "w", "l"])
            text = self.text() + self.tag(f"set {exported} = {self.of(TYPES[exported], 1)}") + self.macro(2, "m1") + self.macro(1, "m2") + self.body(1)
            self.files[name] = text
            self.libraries.append((name, exported, [macro for macro in self.macros if macro[0] in ("m1", "m2")]))
        self.start(context)

    def use_library(self, depth):
        if not self.libraries:
            return self.output()
        name, exported, macros = self.one(self.libraries)
        context = self.one(["", "", " with context", " without context"])
        kind = self.rng.random()
        if kind < 0.4:
            subject = self.one([f"'{name}'", f"'{name}'", f"['nope.html', '{name}']", f"'{name[:3]}' ~ '{name[3:]}'"])
            return self.tag(f"include {subject}{self.one(['', '', ' ignore missing'])}{context}")
        if kind < 0.45:
            return self.tag(f"include 'nope.html' ignore missing{context}")
        macro = self.one(macros)
        if kind < 0.7:
            return self.tag(f"import '{name}' as lib{context}") + self.printed(self.one([f"lib.{self.macro_call(1, macro)}", f"lib.{exported}"]))
        if self.chance(0.5):
            return self.tag(f"from '{name}' import {macro[0]} as mm, {exported}{context}") + self.printed("m" + self.macro_call(1, (macro[0], macro[1]))[1:].replace(macro[0][1:], "m", 1)) + self.printed(exported)
        return self.tag(f"from '{name}' import {macro[0]}{context}") + self.printed(self.macro_call(1, macro))

    def inheritance(self, context):
        """A chain of two or three templates; the last one is rendered."""
        chain = ["base" + self.extension, *self.one([[], [], ["middle" + self.extension]]), "main" + self.extension]
        for position, name in enumerate(chain):
            self.start(context)
            self.left += 3
            if position == 0:
                parts = [self.text(), self.body(1), self.block("a", 2, position), self.text(), self.block("b", 2, position), self.body(1),
                         self.one(["", "{% for i in [1, 2] %}{% block row scoped %}{{ i }}{% endblock %}{% endfor %}", "{{ self.a() }}"])]
            else:
                parent = self.one([f"'{chain[position - 1]}'", f'"{chain[position - 1]}"', f"'{chain[position - 1][:2]}' ~ '{chain[position - 1][2:]}'"])
                if self.chance(0.1):
                    parent = f"{parent} if {self.of('bool', 0)} else {parent}"
                parts = [self.one(["", "", "{# c #}", "dropped ", "{% set k = 5 %}"]), self.tag(f"extends {parent}"), self.text(),
                         self.one(["", self.set_name(), self.macro(1)])]
                for block in self.one([["a"], ["b"], ["a", "b"], ["row", "a"], ["b", "row"], []]):
                    parts += [self.block(block, 2, position), self.text()]
            self.files[name] = "".join(parts)

    def block(self, name, depth, position):
        loops, self.loops = self.loops, 0
        macros, self.macros = self.macros, []  # a block sees the macros of its template's top level only
        body = self.scoped(depth)
        self.loops, self.macros = loops, macros
        inner = self.one(["", "", "{{ super() }}", "{{ super() ~ super()|length }}", "{{ self.b() if false else super() }}", "{{ super()|upper }}", "{% if yes %}{{ super() }}{% endif %}"]) if position else self.one(["", "", "{% block inner %}({{ n|default(1) }}){% endblock %}"] if name == "a" else [""])
        head = self.one([f"block {name}", f"block {name}", f"block {name} scoped"])
        if position == 0 and self.chance(0.08):
            return self.tag(f"block {name} required") + self.one(["", " ", "\n"]) + self.tag("endblock")
        return self.tag(head) + inner + body + self.tag(self.one(["endblock", f"endblock {name}"]))
