// SPDX-License-Identifier: Apache-2.0
// json_logic.mjs PLAN ANSWERS COUNT SECONDS: json-logic-js applies the rule of each requirement to
// COUNT enterprises at least, and for that long.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const jsonLogic = require('json-logic-js');
const [plan, answers, count, seconds] = process.argv.slice(2);
const rules = JSON.parse(readFileSync(plan, 'utf8')).measures.flatMap(measure => measure.requirements.map(one => one.rule).filter(rule => rule !== null));
const enterprises = readFileSync(answers, 'utf8').trim().split('\n').map(line => JSON.parse(line));

function run(most, until) {
  let truthy = 0;
  let done = 0;
  const start = performance.now();
  while (done < most || performance.now() - start < until * 1000) {
    const one = enterprises[done++ % enterprises.length];
    for (const rule of rules) if (jsonLogic.truthy(jsonLogic.apply(rule, one))) truthy++;
  }
  return { truthy, done, seconds: (performance.now() - start) / 1000 };
}

run(200, 0.5); // V8 compiles what is hot
const exact = run(Number(count), 0);
const timed = run(0, Number(seconds));
console.log(JSON.stringify({
  version: require('json-logic-js/package.json').version,
  rules: rules.length,
  truthy: exact.truthy,
  enterprises: timed.done,
  seconds: timed.seconds,
  bytes: process.memoryUsage.rss(),
}));
