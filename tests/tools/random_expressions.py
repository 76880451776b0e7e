# SPDX-License-Identifier: Apache-2.0
"""Random expressions of the template language, by the type they are meant to have.

A name has one type everywhere (TYPES), so that shadowing changes values and not types, and
most of what comes out renders. A few expressions are of the wrong type on purpose.
"""

WORDS = ["", "a", "ab", "Abc", "政策", "办法（试行）", "<b>x</b>", "a & b", "it's", 'say "hi"', "  pad  ", "two words",
         "x\ny", "1", "007", "-3.5", "ß", "Élan", "a,b,c", "第 一 章", "%", "&amp;", "tab\there", "\u3000全", "ÀB c-d e_f", "end."]
KINDS = ["通知", "办法", "规定"]

# What each name stands for. "safe" is a text that may be marked safe: it is kept out of lists,
# since Python prints those as Markup('…') and huice, which is not Python, does not.
TYPES = {
    "n": "int", "k": "int", "i": "int", "f": "float", "g": "float", "s": "str", "t": "str", "w": "str", "cap": "safe", "v": "safe",
    "yes": "bool", "ok": "bool", "z": "none", "xs": "ints", "l": "ints", "e": "ints", "ws": "strs", "tags": "strs",
    "d": "row", "r": "row", "rows": "rows", "more": "rows", "grid": "grid",
}
KEYS = {"id": "int", "name": "str", "kind": "str", "price": "float", "tags": "strs", "open": "bool", "counts": "ints"}


def quoted(text):
    """A literal of the language; with any character but the quote and the backslash as it is."""
    quote = "'" if '"' in text else '"'
    return quote + text.replace("\\", "\\\\").replace(quote, "\\" + quote).replace("\n", "\\n").replace("\t", "\\t") + quote


class Expressions:
    def __init__(self, rng):
        self.rng = rng
        self.scopes = [dict()]  # name -> type; a name may also stand in none of them
        self.macros = []
        self.odd = 0.012
        self.plain = False

    # ── Choosing ─────────────────────────────────────────────────────────────────────────────────

    def chance(self, share):
        return self.rng.random() < share

    def one(self, options):
        return options[int(self.rng.random() * len(options))]

    def gap(self):
        return self.one(["", " ", " ", " "])

    def names(self, kind):
        return sorted({name for scope in self.scopes for name, of in scope.items() if of == kind})

    def of(self, kind, depth):
        """An expression of the type, binding at least as tight as a filter's subject must."""
        if self.chance(self.odd):
            kind = self.one(["int", "str", "none", "ints", "row", "missing"])
        return getattr(self, "make_" + kind)(depth)

    def sealed(self, kind, depth):
        """The same, and an operator may follow.""" 
        text = self.of(kind, depth)
        simple = text.replace("_", "").isalnum()
        return text if simple else f"({text})"

    def name_or(self, kind, literal):
        known = self.names(kind)
        return self.one(known) if known and self.chance(0.75) else literal()

    def pick(self, depth, atom, *makers):
        return atom() if depth <= 0 or self.chance(0.25) else self.one(makers)()

    def filtered(self, kind, depth, *filters):
        return f"{self.sealed(kind, depth)}{self.one(['|', '|', ' | '])}{self.one(filters)}"

    def flag(self):
        return self.one(["true", "false", "True", "False"])

    def choice(self, kind, depth):
        """The inline if, in brackets since it binds loosest."""
        return f"({self.sealed(kind, depth)} if {self.of('bool', depth)} else {self.of(kind, depth)})"

    # ── Numbers ──────────────────────────────────────────────────────────────────────────────────

    def integer(self):
        return self.one(["0", "1", "2", "3", "5", "7", "10", "12", "100", "1_000", "0x1f", "0b11", "0o17"])

    def make_missing(self, depth):
        return self.one(["nope", "d.nope", "xs[99]", "nope.deeper", "z.x"])

    def make_none(self, depth):
        return self.one(["none", "None", "z"])

    def make_int(self, depth):
        down = depth - 1
        return self.pick(
            depth, lambda: self.name_or("int", self.integer),
            lambda: self.sum_of("int", down), lambda: self.sum_of("int", down), lambda: self.power(down),
            lambda: f"-{self.sealed('int', down)}", lambda: f"+{self.sealed('int', down)}",
            lambda: self.filtered("int", down, "abs", "int", "default(3)", "d(1, true)"),
            lambda: self.filtered("str", down, "length", "wordcount", "count", "int", "int(7)", "int(default=-1)", "int(0, 16)"),
            lambda: self.filtered("strs", down, "length", "count"),
            lambda: self.filtered("ints", down, "sum", "length", "sum(start=5)"),
            lambda: self.filtered("rows", down, "sum(attribute='id')", "length", "sum('id', 2)", "map(attribute='id')|sum"),
            lambda: self.filtered("float", down, "int", "round|int", "round(0, 'floor')|int", "round(method='ceil')|int"),
            lambda: f"{self.sealed('row', down)}.{self.one(['id', 'id', 'tags|length'])}",
            lambda: f"{self.sealed('row', down)}['id']",
            lambda: f"{self.sealed('rows', down)}[{self.one(['0', '-1', '1'])}].id",
            lambda: f"{self.sealed('ints', down)}[{self.one(['0', '-1', '1', '0', 'k % 2'])}]",
            lambda: f"{self.sealed('str', down)}.{self.one(['count', 'find'])}({self.of('str', 0)})",
            lambda: f"{self.sealed('ints', down)}.count({self.of('int', 0)})",
            lambda: self.choice("int", down))

    def sum_of(self, kind, depth):
        """Operators beside each other without brackets: the parser must know which binds tighter."""
        parts = [self.tight(kind, depth)]
        for _ in range(self.rng.randint(1, 3)):
            operator = self.one(["+", "-", "*", "+", "//", "%"])
            number = self.one(["2", "3", "-4", "7"]) if operator in ("//", "%") else self.tight(kind, depth)
            gap = self.gap()
            parts.append(f"{gap}{operator}{gap}{number}")
        return "".join(parts)

    def tight(self, kind, depth):
        """Without brackets where precedence keeps the type."""
        if self.chance(0.4):
            return self.sealed(kind, depth)
        sign = self.one(["", "", "", "-", "+"])
        return sign + self.name_or(kind, self.integer if kind == "int" else self.number) + self.one(["", "", "", "|abs", "|int", "|float|int"])

    def power(self, depth):
        return f"{self.one(['2', '-2', 'n', '3'])}{self.gap()}**{self.gap()}{self.one(['2', '3', '0', '1', '2 ** 1'])}"

    def number(self):
        return self.one(["0.5", "1.0", "2.25", "10.0", "1e3", "0.1", "3.14159", "1_0.5", "12.5e-1", "1e20", "1E-7"])

    def make_float(self, depth):
        down = depth - 1
        return self.pick(
            depth, lambda: self.name_or("float", self.number), lambda: self.sum_of("float", down),
            lambda: f"{self.sealed('int', down)}{self.gap()}/{self.gap()}{self.one(['2', '4', '-3', '0.5', '7', 'k'])}",
            lambda: self.filtered("int", down, "float"), lambda: self.filtered("str", down, "float", "float(1.5)", "float(default=2.0)"),
            lambda: self.filtered("float", down, "round", "round(1)", "round(2, 'ceil')", "round(precision=1, method='floor')", "abs",
                                  "round(-1)"),
            lambda: self.filtered("rows", down, "sum(attribute='price')", "map(attribute='price')|list|last"),
            lambda: f"{self.sealed('row', down)}.price", lambda: f"2 ** -{self.one(['1', '2'])}", lambda: self.choice("float", down))

    # ── Texts ────────────────────────────────────────────────────────────────────────────────────

    def word(self):
        return quoted(self.one(WORDS))

    def make_str(self, depth):
        down = depth - 1
        return self.pick(
            depth, lambda: self.name_or("str", self.word),
            lambda: self.filtered("str", down, "upper", "lower", "title", "capitalize", "trim", "string", "center(9)", "center(width=12)",
                                  "truncate(5)", "truncate(4, true)", "truncate(6, end='…', leeway=0)", "truncate(3, true, '', 0)",
                                  "wordwrap(3)", "wordwrap(4, false)", "wordwrap(2, wrapstring='<')", "urlize",
                                  "replace('a', 'bb')", "replace('', '-')", "replace('b', '<i>', 1)", "reverse", "indent", "indent(2, true)",
                                  "indent(width='> ', first=true, blank=true)", "first|default('x')", "striptags", "default('d')",
                                  "default('d', boolean=true)", "d('e')", "trim('a')", "trim(chars=' 办')", "urlencode", "list|join('.')",
                                  "attr('nope')|default('-')", "unique|join", "sort|join", "batch(2)|map('join', '')|join('/')"),
            lambda: self.filtered("strs", down, "join", "join(', ')", "first|default('none')", "last|default('n')", "join(d='/')",
                                  "sort|join(' ')", "unique|join('+')", "reverse|join('·')", "map('upper')|join", "select|join('|')",
                                  "map('replace', 'a', 'o')|join", "reject('in', ['a', 'ab'])|join('.')", "max|default('m')", "min|default('m')",
                                  "sort(case_sensitive=true, reverse=true)|join(' ')", "unique(true)|join('+')"),
            lambda: self.filtered("rows", down, "map(attribute='name')|join(', ')", "join(', ', attribute='kind')",
                                  "selectattr('open')|map(attribute='name')|join", "rejectattr('id', 'gt', 2)|map(attribute='name')|join('-')",
                                  "sort(attribute='name')|map(attribute='id')|join(',')", "sort(attribute='kind,id')|map(attribute='id')|join(',')",
                                  "selectattr('kind', 'equalto', '办法')|map(attribute='id')|join(' ')",
                                  "map(attribute='nope', default='?')|join", "unique(attribute='kind')|map(attribute='kind')|join('、')",
                                  "map(attribute='tags.0', default='-')|join(' ')", "map(attribute='price')|map('round', 1)|join(' ')"),
            lambda: self.filtered("int", down, "string", "filesizeformat", "filesizeformat(true)", "string|center(7)"),
            lambda: self.filtered("float", down, "string", "filesizeformat(binary=true)"),
            lambda: self.concat(down), lambda: self.concat(down), lambda: self.formatted(down),
            lambda: f"{self.sealed('str', down)} + {self.sealed('str', down)}",
            lambda: f"{self.sealed('str', down)} * {self.one(['2', '3', '0', '-1'])}",
            lambda: self.sealed("str", down) + self.slice(),
            lambda: f"{self.sealed('str', down)}.{self.method()}",
            lambda: f"{self.sealed('row', down)}.{self.one(['name', 'kind', 'tags|join'])}",
            lambda: f"{self.sealed('row', down)}" + self.one(['["name"]', '["na" ~ "me"]', '["kind"]']),
            lambda: f"{self.sealed('row', down)}.get(" + self.one(['"name")', '"nope", "?")', '"kind", 1)']),
            lambda: f"{self.sealed('row', down)}|attr('nope')|default({self.word()})",
            lambda: f"{self.one(KINDS + ['a', '-'])!r}.join({self.of('strs', down)})",
            lambda: self.choice("str", down))

    def concat(self, depth):
        kinds = ["str", "int", "str", "float", "bool", "ints"]
        parts = [self.sealed(self.one(kinds), depth) for _ in range(self.rng.randint(2, 4))]
        return f"{self.gap()}~{self.gap()}".join(parts)

    def formatted(self, depth):
        return self.one([
            lambda: f"'%s-%s'|format({self.of('str', depth)}, {self.of('int', depth)})",
            lambda: f"'%0{self.one('357')}d|%x'|format({self.of('int', 0)}, {self.of('int', 0)}|abs)",
            lambda: f"'%{self.one(['.2f', '8.1f', '-8.3f|', '+.0f', 'e', 'g', '.3g'])}' % {self.sealed('float', depth)}",
            lambda: f"'%s、%r' % ({self.of('str', depth)}, {self.of('str', 0)})",
            lambda: f"'%(a)s %(b)05d'|format(a={self.of('str', depth)}, b={self.of('int', 0)})",
            lambda: f"'%{self.one(['5s|', '-6s|', '.2s', '%', 'd', 'o', 'i'])}' % {self.sealed('int', 0)}"])()

    def slice(self):
        return self.one(["[1:]", "[:2]", "[::-1]", "[-2:]", "[:-1]", "[1:4:2]", "[::2]", "[3:1]", "[k:]", "[:]", "[-3:-1]", "[::-2]"])

    def method(self):
        return self.one(["upper()", "lower()", "strip()", "title()", "capitalize()", "replace('a', 'o')", "lstrip()", "rstrip(' .')",
                         "split()|join('/')", "split(',')|join(' ')", "split(None, 1)|last|default('')", "zfill(4)", "center(8)",
                         "strip('<a>')", "replace('b', 'p', 1)"])

    def make_safe(self, depth):
        if self.plain:  # in a text file huice has nothing to escape, and Jinja escapes what joins a safe text
            return self.make_str(depth)
        down = depth - 1
        options = [
            lambda: self.name_or("safe", lambda: self.word() + "|safe"),
            lambda: self.filtered("str", down, "e", "escape", "safe", "forceescape", "e|upper", "safe|title", "e|trim", "e|replace('a', '<')",
                                  "safe|e", "e|forceescape", "safe|striptags", "e|string", "safe|center(9)", "e|indent", "safe|truncate(4)",
                                  "tojson", "e|capitalize", "safe|default('x')", "e|lower|safe"),
            lambda: self.filtered("safe", down, "upper", "trim", "e", "safe", "forceescape", "replace('<', '&')", "string", "striptags", "length",
                                  "wordcount", "title", "reverse", "first|default('')", "default('<x>', true)", "indent(2)", "truncate(9)"),
            # Not ~ : where all its parts are constants, Jinja forgets that one was safe.
            lambda: f"{self.sealed('safe', down)} + {self.sealed('str', down)}",
            lambda: f"{self.sealed('str', down)} + {self.sealed('safe', down)}",
            lambda: f"{self.sealed('safe', down)} ~ {self.one(self.names('str') or ['(1)|string'])} ~ {self.sealed('int', 0)}",
            lambda: f"({self.word()}|safe) % {self.sealed('str', 0)}",
            lambda: f"('<i>%s</i>'|{self.one(['safe', 'e'])})." + self.one(["upper()", "strip()", "replace('s', 't')"]),
            lambda: f"'<i>%s|%s</i>'|{self.one(['safe', 'e'])}|format({self.of('str', down)}, {self.of('safe', down)})",
            lambda: f"{self.sealed('safe', down)}{self.slice()}", lambda: f"({self.of('safe', down)}) * 2",
            lambda: f"[{self.of('str', down)}, {self.of('safe', down)}]|join({self.one(['', chr(39) + '<' + chr(39), chr(39) + '&' + chr(39) + '|safe'])})",
            lambda: self.filtered("row", down, "tojson", "xmlattr", "tojson(indent=2)") if self.chance(0.5) else "{'title': " + self.of("str", down) + ", 'n': 1}|xmlattr",
            lambda: self.filtered(self.one(["ints", "strs", "grid", "float", "bool", "none", "rows"]), down, "tojson"),
            lambda: self.choice("safe", down), lambda: self.macro_call(down)]
        return f"{self.word()}|safe" if depth <= 0 else self.one(options)()

    # ── Truth ────────────────────────────────────────────────────────────────────────────────────

    def make_bool(self, depth):
        down = depth - 1
        return self.pick(
            depth, lambda: self.name_or("bool", self.flag),
            lambda: self.comparison(down), lambda: self.comparison(down),
            lambda: f"{self.term(down)} {self.one(['and', 'or'])} {self.term(down)}",
            lambda: f"{self.term(down)} and {self.term(down)} or {self.term(down)}",
            lambda: f"{self.one(['not', 'not not'])} {self.term(down)}",
            lambda: self.check(down), lambda: self.check(down),
            lambda: f"{self.sealed('int', down)} {self.one(['in', 'not in'])} {self.sealed('ints', down)}",
            lambda: f"{self.sealed('str', down)} {self.one(['in', 'not in'])} {self.sealed(self.one(['str', 'strs', 'row']), down)}",
            lambda: f"{self.sealed('str', down)}.{self.one(['startswith', 'endswith'])}({self.of('str', 0)})",
            lambda: f"{self.sealed('row', down)}.open", lambda: f"{self.sealed('str', down)}.isdigit()", lambda: self.choice("bool", down))

    def term(self, depth):
        return self.one([lambda: self.sealed("bool", depth), lambda: self.comparison(depth), lambda: self.check(depth),
                         lambda: "not " + self.sealed("bool", depth)])()

    def comparison(self, depth):
        kind = self.one(["int", "int", "float", "str", "ints", "strs"])
        ordered = ["<", "<=", ">", ">=", "==", "!="]
        text = self.sealed(kind, depth)
        for _ in range(self.one([1, 1, 1, 2, 3])):
            gap = self.gap()
            text += f"{gap}{self.one(ordered)}{gap}{self.tight(kind, depth) if kind in ('int', 'float') else self.sealed(kind, depth)}"
        return text

    def check(self, depth):
        negation = self.one(["", "", "not "])
        return self.one([
            lambda: f"{self.sealed('int', depth)} is {negation}{self.one(['odd', 'even', 'divisibleby 3', 'divisibleby(2)', 'number', 'integer', 'float', 'string', 'gt 2', 'lt(5)', 'eq 1', 'ne(3)', 'in [1, 2, 3]', 'ge 2', 'le 2', 'equalto 0', 'boolean', 'sequence'])}",
            lambda: f"{self.sealed('str', depth)} is {negation}{self.one(['string', 'upper', 'lower', 'in ws', 'eq s', 'iterable', 'sequence', 'mapping', 'none', 'escaped', 'callable', 'true'])}",
            lambda: self.one(["nope", "d.nope", "d.name", "n", "z", "rows[0].id", "rows[99]", "m1", "range", "d['x']"]) + f" is {negation}{self.one(['defined', 'undefined', 'defined'])}",
            lambda: f"{self.sealed(self.one(['none', 'str', 'row', 'ints', 'bool', 'float']), depth)} is {negation}{self.one(['none', 'mapping', 'iterable', 'sequence', 'true', 'false', 'boolean', 'number', 'float', 'callable'])}",
            lambda: f"'{self.one(['upper', 'nope', 'e'])}' is {negation}filter",
            lambda: f"'{self.one(['odd', 'nope', 'divisibleby'])}' is {negation}test"])()

    # ── Lists and mappings ───────────────────────────────────────────────────────────────────────

    def listed(self, kind, depth):
        items = ", ".join(self.of(kind, depth) for _ in range(self.rng.randint(0, 4)))
        if self.chance(0.15):
            return f"({items},)" if items else "()"
        return f"[{items}{self.one(['', '', ',']) if items else ''}]"

    def make_ints(self, depth):
        down = depth - 1
        return self.pick(
            depth, lambda: self.name_or("ints", lambda: self.listed("int", 0)), lambda: self.listed("int", down),
            lambda: f"range({self.one(['3', '1, 4', '5, 0, -2', 'n % 4', '0'])})|list",
            lambda: self.filtered("ints", down, "sort", "sort(reverse=true)", "reverse|list", "unique|list", "select('odd')|list",
                                  "reject('even')|list", "select('gt', 2)|list", "map('abs')|list", "list", "select|list", "reject('divisibleby', 3)|list",
                                  "default([1])", "map('string')|map('length')|list", "batch(2)|map('sum')|list", "sort(false, true)"),
            lambda: self.filtered("rows", down, "map(attribute='id')|list", "map(attribute='tags')|map('length')|list"),
            lambda: f"{self.sealed('row', down)}.counts",
            lambda: f"{self.sealed('ints', down)} + {self.sealed('ints', down)}" if self.chance(0.5) else f"xs + {self.listed('int', down)}",
            lambda: self.sealed("ints", down) + self.slice(), lambda: f"{self.sealed('ints', down)} * {self.one(['2', '0'])}",
            lambda: self.choice("ints", down))

    def make_strs(self, depth):
        down = depth - 1
        return self.pick(
            depth, lambda: self.name_or("strs", lambda: self.listed("str", 0)), lambda: self.listed("str", down),
            lambda: self.filtered("strs", down, "sort", "reverse|list", "unique|list", "map('upper')|list", "select('string')|list",
                                  "map('trim')|list", "reject('eq', 'a')|list", "map('default', 'x')|list", "list", "sort(true, true)", "map('title')|list"),
            lambda: self.filtered("str", down, "list"), lambda: f"{self.sealed('str', down)}.split({self.one(['', chr(39) + ',' + chr(39), chr(39) + ' ' + chr(39) + ', 1'])})",
            lambda: self.filtered("rows", down, "map(attribute='name')|list", "groupby('kind')|map(attribute='grouper')|list",
                                  "groupby('kind')|map('first')|list", "map(attribute='kind')|unique|list"),
            lambda: f"{self.sealed('row', down)}.tags", lambda: f"{self.sealed('row', down)}|" + self.one(['list', 'dictsort|map("first")|list', 'items|map("first")|list']),
            lambda: f"{self.sealed('row', down)}.keys()|list", lambda: self.sealed("strs", down) + self.slice(), lambda: self.choice("strs", down))

    def make_grid(self, depth):
        down = depth - 1
        return self.pick(
            depth, lambda: self.name_or("grid", lambda: "[[1, 2], [3]]"), lambda: f"[{self.of('ints', down)}, {self.of('ints', down)}]",
            lambda: self.filtered("ints", down, "batch(2)|list", "slice(2)|map('list')|list", "batch(3, 0)|list", "slice(3, 0)|map('list')|list", "batch(linecount=2, fill_with=9)|list"))

    def make_row(self, depth):
        down = depth - 1
        return self.pick(
            depth, lambda: self.name_or("row", lambda: self.mapping(0)), lambda: self.mapping(down),
            lambda: f"{self.sealed('rows', down)}[{self.one(['0', '-1'])}]", lambda: self.filtered("rows", down, "first", "last", "min(attribute='id')", "max(attribute='name')"),
            lambda: f"dict({self.of('row', down)}, id={self.of('int', down)})", lambda: self.choice("row", down))

    def mapping(self, depth):
        pairs = [f"{self.one([quoted, repr])(key)}: {self.of(kind, depth)}" for key, kind in KEYS.items()]
        return "{" + ", ".join(pairs) + self.one(["", ","]) + "}"

    def make_rows(self, depth):
        down = depth - 1
        return self.pick(
            depth, lambda: self.name_or("rows", lambda: f"[{self.mapping(0)}]"), lambda: f"[{self.of('row', down)}, {self.of('row', down)}]",
            lambda: self.filtered("rows", down, "sort(attribute='id')", "sort(attribute='name', reverse=true)", "selectattr('open')|list",
                                  "selectattr('kind', 'in', ['办法', '规定'])|list", "rejectattr('id', 'odd')|list", "reverse|list", "list",
                                  "selectattr('tags')|list", "unique(attribute='kind')|list", "sort(attribute='price,id')",
                                  "groupby('kind')|map(attribute='list')|first"),
            lambda: self.sealed("rows", down) + self.slice())

    # ── What may be printed ──────────────────────────────────────────────────────────────────────

    def make_any(self, depth):
        kind = self.one(["int", "float", "str", "str", "safe", "safe", "bool", "ints", "strs", "grid", "str", "row", "pair"])
        return self.of(kind, depth)

    def make_pair(self, depth):
        return self.one([lambda: f"({self.of('int', depth - 1)}, {self.of('str', depth - 1)})", lambda: f"{self.of('str', 0)}, {self.of('int', 0)}",
                         lambda: f"{self.sealed('rows', 0)}|groupby('kind')|map('first')|list", lambda: f"{self.sealed('row', 0)}.values()|list|length",
                         lambda: f"{{'a': {self.of('int', 0)}, 'b': {self.of('str', 0)}}}|dictsort{self.one(['', '(reverse=true)', '(true)'])}",
                         lambda: f"{{'a': {self.of('int', 0)}, 'B': {self.of('int', 0)}}}|dictsort(false, 'value')",
                         lambda: f"{{'a': {self.of('int', 0)}}}|items|list"])()

    def macro_call(self, depth, known=None):
        if not self.macros:
            return self.word()
        name, parameters = known or self.one(self.macros)
        given = []
        named = False
        for parameter, has_default in parameters:
            if has_default and self.chance(0.3):
                named = True
                continue
            value = self.of(TYPES[parameter], depth)
            named = named or self.chance(0.25)
            given.append(f"{parameter}={value}" if named else value)
        if self.chance(0.05):
            given.append(self.one(["1", "extra=2"]) if not named else "extra=2")
        return f"{name}({', '.join(given)})"
