// SPDX-License-Identifier: Apache-2.0
// site/assets/finder that decide and calculate, by themselves; tests/scripts/json_logic_random.py
// compares them with C++.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { huice } from '../tools/finder.mjs';

const { Rational, decide, paths } = huice;
const decided = (rule, answers) => {
  const { verdict, missing } = decide(rule, answers);
  return [verdict, ...missing].join(' ');
};

test('eligibility: a known no makes an and no, and only what matters is missing', () => {
  const rule = { and: [{ '>=': [{ var: 'staff' }, 10] }, { '==': [{ var: 'level' }, '国家级'] }] };
  assert.equal(decided(rule, { level: '市级' }), 'no');
  assert.equal(decided(rule, { level: '国家级' }), 'unknown staff');
  assert.equal(decided(rule, {}), 'unknown staff level');
  assert.equal(decided(rule, { staff: 10, level: '国家级' }), 'yes');
});

test('eligibility: what an item lacks is asked of its list', () => {
  const rule = { some: [{ var: 'titles' }, { '>': [{ var: 'year' }, 2020] }] };
  assert.equal(decided(rule, { titles: [{}] }), 'unknown titles');
  assert.equal(decided(rule, { titles: [{}, { year: 2021 }] }), 'yes');
  assert.equal(decided({ '>': [{ reduce: [{ var: 'xs' }, { '+': [{ var: 'current.k' }, { var: 'accumulator' }] }, 0] }, 1] }, { xs: [{}] }), 'unknown xs');
});

test('eligibility: where json-logic-js throws, nothing is decided', () => {
  assert.equal(decided({ '*': [] }, {}), 'unknown');
  assert.equal(decided({ or: [{ '*': [] }, { var: 'a' }] }, { a: 1 }), 'yes');
});

test('eligibility: a rule names what it reads, items left out', () => {
  assert.deepEqual(paths({ and: [{ var: 'b.x' }, { some: [{ var: 'rows' }, { var: 'k' }] }, { var: ['a', 1] }, { var: 'b.x' }] }), ['b.x', 'rows', 'a']);
});

test('rational: fractions are exact and in lowest terms', () => {
  assert.equal(String(Rational.parse('0.1').plus(Rational.parse('0.2'))), '3/10');
  assert.equal(String(new Rational(6, -4)), '-3/2');
  assert.equal(String(new Rational(7).over(new Rational(14)).times(new Rational(-2)).minus(new Rational(1))), '-2');
  assert.equal(new Rational(22, 7).compare(new Rational(355, 113)), 1);
  assert.throws(() => new Rational(1).over(new Rational(0)), RangeError);
});

test('rational: decimals are read strictly', () => {
  for (const text of ['', '-', '+1', '.5', '5.', '1e3', '1,000', ' 1', '1\n', '１']) assert.equal(Rational.parse(text), null, text);
});

test('rational: a half is rounded as the mode says', () => {
  const all = text => ['half_up', 'half_even', 'down'].map(mode => Rational.parse(text).rounded(mode)).join(' ');
  assert.equal(all('2.5'), '3 2 2');
  assert.equal(all('3.5'), '4 4 3');
  assert.equal(all('-2.5'), '-3 -2 -2');
  assert.equal(all('-2.9'), '-3 -3 -2');
  assert.equal(all('0.5'), '1 0 0');
  assert.throws(() => new Rational(1).rounded('up'), TypeError);
});
