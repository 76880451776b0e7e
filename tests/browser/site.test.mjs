// SPDX-License-Identifier: Apache-2.0
// The site of the shipped data in a real browser, as a reader opens it: from file://, on a desktop
// and on a phone. HUICE_SITE names a tree that is already rendered; else HUICE renders one.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { launch } from './browser.mjs';
import { brokenLinks, htmlFiles, kindOf, pagesToOpen, repeatedTitles, requiredKinds } from './tree.mjs';
import { visit } from './visit.mjs';

const project = resolve(import.meta.dirname, '../..');
const scratch = process.env.HUICE_SITE ? '' : mkdtempSync(join(tmpdir(), 'huice-site-'));
const root = process.env.HUICE_SITE ? resolve(process.env.HUICE_SITE) : join(scratch, 'public');
let failure;
if (scratch) {
  after(() => rmSync(scratch, { recursive: true }));
  const huice = process.env.HUICE || join(project, 'build/release/huice');
  try {
    execFileSync(huice, ['build', project, '-o', root], { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  } catch (error) {
    failure = error; // Its message holds what huice said.
  }
}
const skip = failure ? 'nothing was rendered' : false;

test('the shipped data renders', () => {
  if (failure) throw failure;
});

test('the site has every kind of page', { skip }, () => {
  const present = new Set(htmlFiles(root).map(kindOf));
  assert.deepEqual(requiredKinds.filter((kind) => !present.has(kind)), []);
});

test('no link leads nowhere', { skip }, () => {
  assert.deepEqual(brokenLinks(root), []);
});

test('every page has a title of its own', { skip }, () => {
  assert.deepEqual(repeatedTitles(root), []);
});

test('pages', { skip }, async (t) => {
  const browser = await launch();
  try {
    for (const { kind, path } of pagesToOpen(root)) {
      await t.test(`${kind}: ${path}`, async () => assert.deepEqual(await visit(browser, root, path), []));
    }
  } finally {
    await browser.close();
  }
});
