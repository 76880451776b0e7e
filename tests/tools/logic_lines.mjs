// SPDX-License-Identifier: Apache-2.0
// What tests/tools/logic_lines.cpp does, by json-logic-js and the browser's scripts.

import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { huice } from './finder.mjs';

const jsonLogic = createRequire(new URL('../browser/', import.meta.url))('json-logic-js');
console.log = () => {}; // the operator log

const { Rational } = huice;
const int64 = 2n ** 63n;

function applied(apply, rule, data) {
  try {
    return JSON.stringify(apply(rule, data)) ?? 'undefined';
  } catch {
    return 'throws';
  }
}

// The finder's own apply has to agree with json-logic-js.
function agreed(rule, data) {
  const value = applied(jsonLogic.apply, rule, data);
  const own = applied(huice.apply, rule, data);
  return own === value ? value : `the finder: ${own}, json-logic-js: ${value}`;
}

function calculated([first, ...rest]) {
  const mode = rest.pop();
  let sum = Rational.parse(first);
  try {
    for (let i = 0; i < rest.length; i += 2) sum = sum[{ '+': 'plus', '-': 'minus', '*': 'times', '/': 'over' }[rest[i]]](Rational.parse(rest[i + 1]));
  } catch (error) {
    if (error instanceof RangeError) return 'division by zero';
    throw error;
  }
  const rounded = sum.rounded(mode);
  return `${sum} ${BigInt(rounded) >= -int64 && BigInt(rounded) < int64 ? rounded : 'too large'}`;
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const [what, rule, data] = JSON.parse(line);
  let answer;
  if (what === 'rational') answer = calculated(JSON.parse(line).slice(1));
  else answer = what === 'apply' ? agreed(rule, data) : JSON.stringify(huice.decide(rule, data));
  process.stdout.write(`${answer}\n`);
}
