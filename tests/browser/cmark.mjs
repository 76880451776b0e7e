// SPDX-License-Identifier: Apache-2.0
// Debian's cmark, asked once for many texts: starting it for each would take most of a test's time.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../tools/cmark_lines.py');

/** What cmark makes of each Markdown text: its document as 'xml', or its 'html', raw HTML let through. */
export function cmark(kind, texts) {
  const input = texts.map((text) => JSON.stringify(text) + '\n').join('');
  const ran = spawnSync('python3', [program, kind], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(ran.status, 0, ran.stderr);
  const read = ran.stdout.split('\n').slice(0, -1).map((line) => JSON.parse(line));
  assert.equal(read.length, texts.length);
  return read;
}
