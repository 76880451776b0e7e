// SPDX-License-Identifier: Apache-2.0
// JsonLogic rules over answers that may be missing: yes, no or unknown, and which answers would
// tell. The same function as src/logic/decide.h, which has the rules in words;
// tests/scripts/json_logic_random.py compares the two.
'use strict';

(function (huice) {
  const { apply } = huice;

  const quantifiers = ['some', 'all', 'none'];
  const walkers = ['map', 'filter', 'reduce', ...quantifiers];

  const isTruthy = value => (Array.isArray(value) ? value.length > 0 : Boolean(value));
  const isNothing = value => value === null || value === undefined;

  // [operator, operands] of a rule, or null where it is a plain value.
  function operation(rule) {
    if (typeof rule !== 'object' || rule === null || Array.isArray(rule)) return null;
    const keys = Object.keys(rule);
    if (keys.length !== 1) return null;
    const operands = rule[keys[0]];
    return [keys[0], Array.isArray(operands) ? operands : [operands]];
  }

  const holdsOperation = rule => (Array.isArray(rule) ? rule.some(holdsOperation) : operation(rule) !== null);

  // How var reads its first operand: '' is the whole data.
  const pathText = name => (isNothing(name) ? '' : String(name));
  const readsWhole = name => isNothing(name) || name === '';

  /** The answers that a rule reads, each once, in the order in which they first stand in it; not
   *  those of items inside of some, map and the like, nor names that the rule computes. */
  function paths(rule, found = []) {
    if (Array.isArray(rule)) {
      for (const item of rule) paths(item, found);
      return found;
    }
    const [operator, operands] = operation(rule) || ['', []];
    operands.forEach((operand, i) => {
      if (!walkers.includes(operator) || i !== 1) paths(operand, found);
    });
    if (operator === 'var' && !holdsOperation(operands[0])) {
      const path = pathText(operands[0]);
      if (!found.includes(path)) found.push(path);
    }
    return found;
  }

  // A place where var reads: the answers themselves, an item of the list that `owner` computes, or,
  // inside of reduce, an object whose accumulator is no answer.
  const inside = (scope, data, list, isStep = false) => ({ data, owner: scope.owner || { list }, isStep });

  class Decider {
    // ── Kleene's logic ─────────────────────────────────────────────────────────────────────────────

    decide(rule, scope) {
      const [operator, operands] = operation(rule) || ['', []];
      if (operator === 'and') return this.join(operands, false, scope);
      if (operator === 'or') return this.join(operands, true, scope);
      if (operator === '!!') return this.first(operands, scope);
      if (operator === '!') {
        const answer = this.first(operands, scope);
        return answer.known === undefined ? answer : { known: !answer.known };
      }
      if (operator === 'if' || operator === '?:') return this.choose(operands, 0, scope);
      if (quantifiers.includes(operator)) return this.quantify(operator, operands, scope);
      return this.leaf(rule, scope);
    }

    first(operands, scope) {
      return operands.length === 0 ? { known: false } : this.decide(operands[0], scope);
    }

    join(operands, decisive, scope) {
      if (operands.length === 0) return { known: false };
      return this.gather(operands, operand => this.decide(operand, scope), decisive);
    }

    // The first of the parts that is decisive; else unknown where one is unknown.
    gather(parts, decide, decisive) {
      const missing = new Set();
      let open = false;
      for (const part of parts) {
        const one = decide(part);
        if (one.known === decisive) return { known: decisive };
        if (one.known !== undefined) continue;
        open = true;
        for (const name of one.missing) missing.add(name);
      }
      return open ? { missing } : { known: !decisive };
    }

    choose(operands, i, scope) {
      if (i >= operands.length) return { known: false };
      const condition = this.decide(operands[i], scope);
      if (i + 1 === operands.length) return condition;
      if (condition.known === false) return this.choose(operands, i + 2, scope);
      const met = this.decide(operands[i + 1], scope);
      if (condition.known) return met;
      const otherwise = this.choose(operands, i + 2, scope);
      if (met.known !== undefined && met.known === otherwise.known) return met;
      return { missing: new Set([...condition.missing, ...(met.missing || []), ...(otherwise.missing || [])]) };
    }

    quantify(operator, operands, scope) {
      let list;
      try {
        const missing = this.lacks(operands[0], scope);
        if (missing.size > 0 || missing.nameless) return { missing };
        list = apply(operands[0], scope.data);
      } catch {
        return { missing: new Set() };
      }
      if (!Array.isArray(list) || list.length === 0) return { known: operator === 'none' };
      const decideItem = item => (operands.length < 2 ? { known: false } : this.decide(operands[1], inside(scope, item, operands[0])));
      const answer = this.gather(list, decideItem, operator !== 'all');
      return operator === 'none' && answer.known !== undefined ? { known: !answer.known } : answer;
    }

    leaf(rule, scope) {
      try {
        const missing = this.lacks(rule, scope);
        if (missing.size > 0 || missing.nameless) return { missing };
        return { known: isTruthy(apply(rule, scope.data)) };
      } catch {
        return { missing: new Set() }; // json-logic-js throws, and no answer would change it
      }
    }

    // ── What applying a leaf would read and not find ───────────────────────────────────────────────

    // A Set of names; `nameless` where something is missing that belongs to no variable.
    lacks(rule, scope) {
      const found = new Set();
      this.look(rule, scope, found);
      return found;
    }

    // Whether something is missing; adds the names to `found`.
    look(rule, scope, found) {
      if (Array.isArray(rule)) return this.lookAtAll(rule, scope, found);
      const [operator, operands] = operation(rule) || ['', []];
      if (operator === 'var') return this.lookAtVariable(operands, scope, found);
      if (operator === 'if' || operator === '?:') return this.lookAtChoice(operands, scope, found);
      if (operator === 'and' || operator === 'or') return this.lookAtJunction(operands, operator === 'or', scope, found);
      if (operator === 'missing' || operator === 'missing_some') return this.lookAtNames(operator, operands, scope, found);
      if (operator === 'reduce') return this.lookAtSteps(operands, scope, found);
      if (walkers.includes(operator)) return this.lookAtItems(operands, scope, found);
      return this.lookAtAll(operands, scope, found);
    }

    lookAtAll(rules, scope, found) {
      return rules.map(rule => this.look(rule, scope, found)).includes(true);
    }

    note(name, scope, found) {
      const names = scope.owner ? paths(scope.owner.list) : [name];
      for (const one of names) found.add(one);
      if (names.length === 0) found.nameless = true;
      return true;
    }

    lookAtVariable(operands, scope, found) {
      const computed = holdsOperation(operands[0]);
      if (computed && this.look(operands[0], scope, found)) return true;
      const name = computed ? apply(operands[0], scope.data) : operands[0];
      const text = pathText(name);
      if (readsWhole(name)) return isNothing(scope.data) ? this.note('', scope, found) : false;
      if (scope.isStep && text.split('.')[0] === 'accumulator') return false;
      return isNothing(apply({ var: [text === '' ? [] : text] }, scope.data)) ? this.note(text, scope, found) : false;
    }

    lookAtChoice(operands, scope, found) {
      for (let i = 0; i < operands.length; i += 2) {
        const open = this.look(operands[i], scope, found);
        if (open) this.lookAtAll(operands.slice(i + 1), scope, found);
        if (open || i + 1 >= operands.length) return open;
        if (isTruthy(apply(operands[i], scope.data))) return this.look(operands[i + 1], scope, found);
      }
      return false;
    }

    lookAtJunction(operands, decisive, scope, found) {
      let open = false;
      for (const operand of operands) {
        if (this.look(operand, scope, found)) open = true;
        else if (isTruthy(apply(operand, scope.data)) === decisive) break;
      }
      return open;
    }

    lookAtNames(operator, operands, scope, found) {
      if (this.lookAtAll(operands, scope, found)) return true;
      const values = operands.map(operand => apply(operand, scope.data));
      let names = values;
      if (operator === 'missing_some') {
        const again = apply(values[1], scope.data);
        names = Array.isArray(values[1]) ? again : [again];
      }
      if (Array.isArray(names[0])) [names] = names;
      return names
        .map(name => {
          if (!isNothing(apply({ var: name }, scope.data))) return false;
          return this.note(String(Array.isArray(name) && name.length > 0 ? name[0] : name), scope, found);
        })
        .includes(true);
    }

    lookAtItems(operands, scope, found) {
      if (this.look(operands[0], scope, found)) return true;
      const list = apply(operands[0], scope.data);
      if (!Array.isArray(list)) return false;
      return list.map(item => this.look(operands[1], inside(scope, item, operands[0]), found)).includes(true);
    }

    lookAtSteps(operands, scope, found) {
      const open = this.look(operands[0], scope, found);
      if (this.lookAtAll(operands.slice(2), scope, found) || open) return true;
      const list = apply(operands[0], scope.data);
      if (!Array.isArray(list) || operands.length < 2) return false;
      let accumulator = operands.length > 2 ? apply(operands[2], scope.data) : null;
      return list
        .map(current => {
          const step = { current, accumulator };
          const lacking = this.look(operands[1], inside(scope, step, operands[0], true), found);
          accumulator = apply(operands[1], step);
          return lacking;
        })
        .includes(true);
    }
  }

  /** Decides a rule over an object of answers; absent and null ones are missing. Gives { verdict: 'yes' | 'no' | 'unknown', missing: names of the answers that
   *  would matter, in the order of paths(), then those whose names the rule computes }. */
  function decide(rule, answers) {
    const { known, missing = new Set() } = new Decider().decide(rule, { data: answers });
    if (known !== undefined) return { verdict: known ? 'yes' : 'no', missing: [] };
    const inRule = paths(rule).filter(name => missing.delete(name));
    return { verdict: 'unknown', missing: [...inRule, ...missing] };
  }

  huice.decide = decide;
  huice.paths = paths;
})((globalThis.huice = globalThis.huice || {}));
