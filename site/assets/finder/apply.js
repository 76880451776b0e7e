// SPDX-License-Identifier: Apache-2.0
// The value of a JsonLogic rule, as json-logic-js 2.0.5 gives it and src/logic/rule.h says.
// tests/scripts/json_logic_random.py compares deciding by it with C++.
'use strict';

(function (huice) {
  const isTruthy = value => (Array.isArray(value) ? value.length > 0 : Boolean(value));
  const has = (object, key) => Object.prototype.hasOwnProperty.call(object, key);

  function read(data, name, otherwise) {
    const missing = otherwise === undefined ? null : otherwise;
    if (name === undefined || name === '' || name === null) return data;
    let found = data;
    for (const key of String(name).split('.')) {
      if (found === null || found === undefined) return missing;
      found = found[key];
      if (found === undefined) return missing;
    }
    return found;
  }

  const lacking = (data, names) => names.filter(name => [null, ''].includes(apply({ var: name }, data)));
  const number = value => parseFloat(value);

  // Of the values of their operands; the first argument is the data.
  /* eslint-disable eqeqeq */
  const operators = {
    '==': (_, a, b) => a == b,
    '===': (_, a, b) => a === b,
    '!=': (_, a, b) => a != b,
    '!==': (_, a, b) => a !== b,
    '>': (_, a, b) => a > b,
    '>=': (_, a, b) => a >= b,
    '<': (_, a, b, c) => (c === undefined ? a < b : a < b && b < c),
    '<=': (_, a, b, c) => (c === undefined ? a <= b : a <= b && b <= c),
    '!!': (_, a) => isTruthy(a),
    '!': (_, a) => !isTruthy(a),
    '%': (_, a, b) => a % b,
    log: (_, a) => a,
    in: (_, a, b) => (!b || typeof b.indexOf === 'undefined' ? false : b.indexOf(a) !== -1),
    cat: (_, ...all) => all.join(''),
    substr: (_, source, start, end) => {
      if (!(end < 0)) return String(source).substr(start, end);
      const rest = String(source).substr(start);
      return rest.substr(0, rest.length + end);
    },
    '+': (_, ...all) => all.reduce((a, b) => number(a) + number(b), 0),
    '*': (_, ...all) => all.reduce((a, b) => number(a) * number(b)),
    '-': (_, a, b) => (b === undefined ? -a : a - b),
    '/': (_, a, b) => a / b,
    min: (_, ...all) => Math.min(...all),
    max: (_, ...all) => Math.max(...all),
    merge: (_, ...all) => all.reduce((a, b) => a.concat(b), []),
    var: read,
    missing: (data, ...names) => lacking(data, Array.isArray(names[0]) ? names[0] : names),
    missing_some: (data, least, names) => {
      const open = apply({ missing: names }, data);
      return names.length - open.length >= least ? [] : open;
    },
  };
  /* eslint-enable eqeqeq */

  function choose(operands, data) {
    let i = 0;
    for (; i < operands.length - 1; i += 2) if (isTruthy(apply(operands[i], data))) return apply(operands[i + 1], data);
    return operands.length === i + 1 ? apply(operands[i], data) : null;
  }

  function join(operands, decisive, data) {
    let value;
    for (const operand of operands) {
      value = apply(operand, data);
      if (isTruthy(value) === decisive) break;
    }
    return value;
  }

  const holds = rule => item => isTruthy(apply(rule, item));

  // Operators that apply their operands themselves: (operands, data).
  const forms = {
    if: choose,
    '?:': choose,
    and: (operands, data) => join(operands, false, data),
    or: (operands, data) => join(operands, true, data),
  };

  // Of a list and a rule for its items; `empty` gives it where there is no list.
  const walks = {
    filter: { empty: () => [], of: (list, rule) => list.filter(holds(rule)) },
    map: { empty: () => [], of: (list, rule) => list.map(item => apply(rule, item)) },
    all: { empty: () => false, of: (list, rule) => list.length > 0 && list.every(holds(rule)) },
    some: { empty: () => false, of: (list, rule) => list.some(holds(rule)) },
    none: { empty: () => true, of: (list, rule) => !list.some(holds(rule)) },
  };

  function reduce([of, rule, start], data) {
    const list = apply(of, data);
    const initial = start === undefined ? null : apply(start, data);
    if (!Array.isArray(list)) return initial;
    return list.reduce((accumulator, current) => apply(rule, { current, accumulator }), initial);
  }

  /** Throws where json-logic-js does. */
  function apply(rule, data) {
    if (Array.isArray(rule)) return rule.map(one => apply(one, data));
    if (typeof rule !== 'object' || rule === null || Object.keys(rule).length !== 1) return rule;
    const [operator] = Object.keys(rule);
    const operands = Array.isArray(rule[operator]) ? rule[operator] : [rule[operator]];
    if (has(forms, operator)) return forms[operator](operands, data);
    if (operator === 'reduce') return reduce(operands, data);
    if (has(walks, operator)) {
      const list = apply(operands[0], data);
      return Array.isArray(list) ? walks[operator].of(list, operands[1]) : walks[operator].empty();
    }
    if (!has(operators, operator)) throw new Error(`Unrecognized operation ${operator}`);
    return operators[operator](data, ...operands.map(one => apply(one, data)));
  }

  huice.apply = apply;
})((globalThis.huice = globalThis.huice || {}));
