// SPDX-License-Identifier: Apache-2.0
// What the finder's page makes of answers, without a browser; tests/scripts/match_random.py
// compares its verdicts and estimates with C++.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { huice } from '../tools/finder.mjs';

const money = { id: 'rd', type: 'money', choices: [], tiers: [] };
const rate = { id: 'share', type: 'rate', choices: [], tiers: [] };
const kind = { id: 'kind', type: 'choice', choices: ['甲', '乙'], tiers: [] };
const had = { id: 'had', type: 'recognition', choices: ['示例企业'], tiers: ['国家级', '市级'] };
const data = { fields: [money, rate, kind, had] };

test('answers are read exactly, and what cannot be read is no answer', () => {
  assert.equal(huice.readAnswer(money, '1,200.5'), 1200500000);
  assert.equal(huice.readAnswer(money, '0.000001'), 1);
  assert.equal(huice.readAnswer(money, '0.0000001'), null);
  assert.equal(huice.readAnswer(money, '99999999999999'), null);
  assert.equal(huice.readAnswer(rate, '3.5'), 35000);
  assert.equal(huice.readAnswer(money, ''), undefined);
  assert.equal(huice.readAnswer(money, '多'), null);
  assert.equal(huice.readAnswer(kind, '丙'), null);
});

test('the fragment gives the answers back, and nothing that is no answer', () => {
  const answers = { rd: 5, kind: '乙', had: [{ name: '示例企业', tier: '市级' }] };
  assert.deepEqual(huice.answersIn(data, huice.fragmentOf(answers)), answers);
  for (const hostile of ['', '#', '#%', '#null', '#[1]', '#{"__proto__":{"kind":"甲"}}', '#{"rd":"5","kind":["甲"],"had":[null]}', '#{"had":[{"name":"<b>"}]}', '#{"rd":1e300}']) {
    assert.deepEqual(huice.answersIn(data, hostile), {}, hostile);
  }
});

test('sums are written as C++ writes them', () => {
  const all = { 0: '0元', 1: '0.01元', 100: '1元', 999999: '9999.99元', 1000000: '1万元', 200000000: '200万元', 150050000: '150.05万元', 10000000000: '1亿元', 10050000001: '10050.000001万元', 12300000000: '1.23亿元' };
  for (const fen of Object.keys(all)) assert.equal(huice.moneyText(huice.Whole.of(fen)), all[fen]);
});

test('what can be had comes first, the larger sum before the smaller, bounds last', () => {
  const one = (id, verdict, low, high, cautions = []) => ({ id, verdict, cautions, estimate: { low: low && huice.Whole.of(low), high: high && huice.Whole.of(high) } });
  const given = [one('no', 'no', 9, 9), one('bound', 'yes', null, 900), one('small', 'yes', 1, 1), one('open', 'unknown', 99, 99), one('large', 'yes', 7, 7), one('elsewhere', 'yes', 99, 99, ['other-region'])];
  assert.deepEqual(huice.sorted(given).map(each => each.id), ['large', 'small', 'bound', 'elsewhere', 'open', 'no']);
});

test('only what an open verdict waits for is asked, that of most measures first', () => {
  const open = (...missing) => ({ verdict: 'unknown', missing: [], requirements: [{ missing }] });
  const asked = huice.questionsOf(data, [open('kind'), open('rd', 'kind'), open('kind', 'kind'), { verdict: 'no', missing: ['share'], requirements: [] }]);
  assert.deepEqual(asked.map(({ field, measures }) => [field.id, measures]), [['kind', 3], ['rd', 1]]);
});

test('whole numbers are those of BigInt', () => {
  let seed = 20261201;
  const random = most => { seed = (seed * 48271) % 2147483647; return seed % most; };
  const digits = () => `${random(2) ? '-' : ''}${Array.from({ length: 1 + random(40) }, () => [0, 9, random(10)][random(3)]).join('')}`;
  for (let i = 0; i < 2000; i += 1) {
    const [a, b] = [digits(), digits()];
    assert.equal(String(huice.Whole.of(a).plus(huice.Whole.of(b))), String(BigInt(a) + BigInt(b)), `${a} + ${b}`);
    assert.equal(String(huice.Whole.of(a).times(huice.Whole.of(b))), String(BigInt(a) * BigInt(b)), `${a} * ${b}`);
    if (BigInt(b) !== 0n) assert.equal(String(new huice.Rational(a, b).rounded('down')), String(BigInt(a) / BigInt(b)), `${a} / ${b}`);
  }
});
