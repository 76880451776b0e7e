# SPDX-License-Identifier: Apache-2.0
"""Random JsonLogic rules and data: every operator, mostly of the types it is meant for, often not."""

NUMBERS = [0, 1, 2, 3, 5, 10, -1, -2, 0.5, 1.5, -0.5, 100, 1e21, 1e-7, 123456789012, 0.1, 0.2, 1e300, 5e-324, 9007199254740993, -0.0, 4294967296, 2.5]
TEXTS = ["", " ", "a", "b", "ab", "abc", "0", "1", "-1", "10", "9", "1e3", "0x10", "0b11", "0o17", "0x", "-0x1", "Infinity", "-Infinity", "-0", "NaN",
         ".5", "5.", ".", "1.5.2", "+3", "3px", " 7 ", "\u30008", "\ufeff9", "\t4\n", "1e400", "-1e-400", "1_000", "true", "null", "undefined", "a.b", "xs.0",
         "国家级", "高新技术企业", "国", "😀", "a😀b", "😀😀", "\uffee", "é", "[object Object]", "1,2", ",", "123456789012345678901234567890", "\u00a0", "\u180e1"]
PATHS = ["a", "b", "n", "m", "s", "t", "xs", "ys", "rows", "o", "yes", "no", "z", "e", "o.a", "o.b", "o.deep.x", "xs.0", "xs.1", "xs.length", "s.length",
         "s.0", "t.1", "rows.0.k", "rows.0", "nope", "nope.x", "z.x", "n.x", "o.xs.2", "xs.01", "o.", ".a", "", "yes.x", "1", "xs.-1"]
ITEM_PATHS = ["", "k", "v", "t", "tags", "tags.0", "0", "length", "nope"]
STEP_PATHS = ["current", "accumulator", "current.k", "current.v", "accumulator.0", "accumulator.length", "", "nope", "current.tags"]
BINARY = ["==", "===", "!=", "!==", ">", ">=", "<", "<=", "-", "/", "%"]
VARIADIC = ["max", "min", "+", "*", "cat", "merge"]
LISTS = ["map", "filter", "all", "none", "some"]
OPERATORS = ["var", "missing", "missing_some", "if", "?:", "!", "!!", "or", "and", "in", "substr", "log", "reduce", *BINARY, *VARIADIC, *LISTS]


class Rules:
    """One rule and its data, from a seeded random.Random. `holes`: how often an answer is left out or null."""

    def __init__(self, rng, holes=0.0):
        self.rng = rng
        self.holes = holes

    def one(self, options):
        return options[int(self.rng.random() * len(options))]

    def chance(self, share):
        return self.rng.random() < share

    # ── Data ─────────────────────────────────────────────────────────────────────────────────────

    def number(self):
        return self.one(NUMBERS)

    def text(self):
        return self.one(TEXTS)

    def scalar(self):
        kind = self.rng.random()
        if kind < 0.42:
            return self.number()
        if kind < 0.82:
            return self.text()
        return self.one([True, False, None])

    def value(self, depth=2):
        if depth == 0 or self.chance(0.6):
            return self.scalar()
        if self.chance(0.6):
            return [self.value(depth - 1) for _ in range(self.rng.randint(0, 3))]
        return {self.one(["a", "b", "k", "x", "length", "var", "0"]): self.value(depth - 1) for _ in range(self.rng.randint(0, 3))}

    def row(self):
        row = {"k": self.number(), "v": self.scalar(), "t": self.text(), "tags": [self.text() for _ in range(self.rng.randint(0, 2))]}
        return {key: None if self.chance(0.3) else value for key, value in row.items() if not self.chance(self.holes / 2)} if self.holes else row

    def data(self):
        if self.chance(0.04) and not self.holes:
            return self.value()
        data = {
            "a": self.value(), "b": self.value(), "n": self.number(), "m": self.number(), "s": self.text(), "t": self.text(),
            "xs": [self.number() for _ in range(self.rng.randint(0, 4))], "ys": [self.value(1) for _ in range(self.rng.randint(0, 3))],
            "rows": [self.row() for _ in range(self.rng.randint(0, 3))], "yes": True, "no": False, "z": None, "e": [],
            "o": {"a": self.scalar(), "b": self.value(1), "deep": {"x": self.scalar()}, "xs": [self.number() for _ in range(3)]}}
        return {key: None if self.chance(self.holes / 3) else value for key, value in data.items() if not self.chance(max(self.holes, 0.03))}

    # ── Rules ────────────────────────────────────────────────────────────────────────────────────

    def rule(self, depth, paths=PATHS):
        if depth == 0 or self.chance(0.12):
            return self.leaf(paths)
        if self.chance(0.04):
            return [self.rule(depth - 1, paths) for _ in range(self.rng.randint(0, 3))]
        operator = self.one(OPERATORS)
        operands = self.operands(operator, depth - 1, paths)
        if self.chance(0.03):
            operands = operands[:self.rng.randint(0, 1)] if self.chance(0.7) else [*operands, self.rule(depth - 1, paths)]
        if len(operands) == 1 and not isinstance(operands[0], list) and self.chance(0.5):
            return {operator: operands[0]}
        return {operator: operands}

    def leaf(self, paths):
        kind = self.rng.random()
        if kind < 0.55:
            return self.variable(paths)
        if kind < 0.9:
            return self.scalar()
        value = self.value(1)
        return value if not isinstance(value, dict) or len(value) != 1 else [1, "a"]

    def variable(self, paths):
        path = self.one(paths)
        kind = self.rng.random()
        if kind < 0.6:
            return {"var": path}
        if kind < 0.8:
            return {"var": [path]}
        if kind < 0.97:
            return {"var": [path, self.scalar()]}
        return {"var": self.one([[], None, [None], 1, 0, 1.5, True, [["a"]], [[]], [""]])}

    def operands(self, operator, depth, paths):
        rule = lambda: self.rule(depth, paths)  # noqa: E731
        if operator == "var":
            return [self.one([{"cat": [self.one(paths), self.one(["", ".0", ".k"])]}, rule()])] + ([rule()] if self.chance(0.4) else [])
        if operator in ("missing", "missing_some"):
            return self.missing(operator, rule, paths)
        if operator in ("if", "?:"):
            return [rule() for _ in range(self.rng.choice([1, 2, 3, 3, 3, 4, 5]))]
        if operator in ("!", "!!", "log"):
            return [rule()]
        if operator in ("or", "and"):
            return [rule() for _ in range(self.rng.randint(0, 4))]
        if operator in BINARY:
            return [rule() for _ in range(self.rng.choice([1, 2, 2, 2, 2, 3]))]
        if operator in VARIADIC:
            return [rule() for _ in range(self.rng.randint(0, 3))]
        if operator == "in":
            return [rule(), self.one([rule(), [self.scalar() for _ in range(3)], {"var": self.one(paths)}, self.text()])]
        if operator == "substr":
            return [self.one([rule(), self.text()]), self.one([rule(), self.rng.randint(-4, 4)]), *([self.one([rule(), self.rng.randint(-4, 4)])] if self.chance(0.6) else [])]
        return self.walk(operator, depth, paths)

    def missing(self, operator, rule, paths):
        names = [self.one([*paths, self.one(paths), self.scalar()]) for _ in range(self.rng.randint(0, 3))]
        if operator == "missing":
            return self.one([names, [names], [rule()], [*names, rule()]])
        return [self.one([0, 1, 2, 3, "1", rule()]), self.one([names, names, rule(), self.text()])]

    def walk(self, operator, depth, paths):
        shallow = lambda: self.rule(max(0, depth - 1), paths)  # noqa: E731
        items = self.one([{"var": "rows"}, {"var": "rows"}, {"var": "xs"}, {"var": "ys"}, {"var": "o.xs"}, {"var": self.one(paths)}, [shallow(), shallow()], shallow()])
        if operator == "reduce":
            usual = {"+": [{"var": "accumulator"}, {"var": self.one(["current", "current.k"])}]}
            return [items, self.one([usual, self.rule(depth, STEP_PATHS)]), *([self.one([0, shallow()])] if self.chance(0.8) else [])]
        return [items, self.rule(depth, ITEM_PATHS)]

    def condition(self, depth):
        """Rather what a policy asks: for deciding."""
        if depth == 0 or self.chance(0.25):
            return self.one([{"var": self.one(PATHS)}, {">=": [{"var": "n"}, self.number()]}, {"==": [{"var": "s"}, self.text()]}, {"in": [{"var": "t"}, [self.text(), self.text()]]},
                             {"<": [0, {"var": "m"}, 10]}, {"!": {"var": "a"}}, self.rule(2)])
        operator = self.one(["and", "or", "and", "or", "!", "!!", "if", "some", "all", "none", "?:"])
        if operator in ("and", "or"):
            return {operator: [self.condition(depth - 1) for _ in range(self.rng.randint(1, 4))]}
        if operator in ("!", "!!"):
            return {operator: [self.condition(depth - 1)]}
        if operator in ("if", "?:"):
            return {operator: [self.condition(depth - 1) for _ in range(self.rng.choice([2, 3, 3, 5]))]}
        items = self.one([{"var": "rows"}, {"var": "rows"}, {"var": "ys"}, {"filter": [{"var": "rows"}, {"var": "k"}]}, {"merge": [{"var": "rows"}, {"var": "xs"}]}])
        inside = self.one([{"==": [{"var": "t"}, self.text()]}, {">": [{"var": "k"}, self.number()]}, {"and": [{"var": "k"}, {"var": "v"}]}, self.rule(1, ITEM_PATHS)])
        return {operator: [items, inside]}


def sum_of_fractions(rng):
    """Decimals and what is done to them, left to right, and a way to round."""
    def decimal():
        whole = rng.choice([0, 1, 2, 3, 5, 7, 10, 365, 9999, rng.randrange(10**9), rng.randrange(10**15)])
        return ("-" if rng.random() < 0.2 else "") + str(whole) + rng.choice(["", "", ".5", ".25", ".0", ".333", f".{rng.randrange(10**6):06}"])
    job = ["rational", decimal()]
    for _ in range(rng.randint(1, 5)):
        job += [rng.choice("+-*/"), decimal()]
    if rng.random() < 0.4:
        job += ["*", rng.choice(["0.5", "0", "2.5"]), "+", rng.choice(["0.5", "1.5", "0"])]
    return [*job, rng.choice(["half_up", "half_even", "down"])]
