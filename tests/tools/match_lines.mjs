// SPDX-License-Identifier: Apache-2.0
// What tests/tools/match_lines.cpp does, by the browser's scripts: a line with the plan, then a line
// of answers for each enterprise.

import { createInterface } from 'node:readline';
import { huice } from './finder.mjs';

const sum = fen => (fen === null ? null : String(fen));

function shown({ verdict, requirements, cautions, missing: others, estimate }) {
  const missing = requirements.map(one => (one.verdict === 'unknown' ? one.missing : []));
  const worth = estimate && [
    estimate.kind,
    sum(estimate.low),
    sum(estimate.high),
    estimate.per,
    estimate.provisional,
    estimate.not_added,
    estimate.missing.sort(),
  ];
  return [verdict, missing, cautions, others, worth];
}

let plan = null;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const read = JSON.parse(line);
  if (plan === null) {
    plan = read;
    continue;
  }
  const results = plan.measures.map(measure => shown(huice.match(plan, measure, read)));
  process.stdout.write(`${JSON.stringify(results)}\n`);
}
