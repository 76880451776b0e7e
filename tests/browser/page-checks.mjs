// SPDX-License-Identifier: Apache-2.0
// What every page must hold in a real browser. Each check returns its findings as sentences; none
// means that the page passes. harness.test.mjs plants one fault for each and sees it found.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Opens a page of the tree and collects what goes wrong meanwhile, in the returned `troubles`. */
export async function open(context, root, path) {
  const page = await context.newPage();
  const troubles = [];
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console error: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`script error: ${error.message}`));
  page.on('requestfailed', (request) => troubles.push(`request failed: ${request.url()} (${request.failure()?.errorText})`));
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) troubles.push(`asks the network for ${request.url()}`);
  });
  await page.goto(pathToFileURL(join(root, path)).href, { waitUntil: 'load' });
  return { page, troubles };
}

export async function horizontalScroll(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement;
    if (scrollWidth <= clientWidth) return [];
    // An element that scrolls by itself keeps what it holds from widening the page.
    const contained = (element) => {
      for (let e = element.parentElement; e && e !== document.body; e = e.parentElement) {
        if (getComputedStyle(e).overflowX !== 'visible') return true;
      }
      return false;
    };
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1 && !contained(element),
    );
    const names = wide.slice(0, 3).map((e) => e.tagName.toLowerCase() + (e.className ? `.${e.className}` : ''));
    return [`is ${scrollWidth} px wide in a window of ${clientWidth} (${names.join(', ')})`];
  });
}

export async function documentFrame(page) {
  return page.evaluate(() => {
    const findings = [];
    if (document.documentElement.lang !== 'zh-CN') findings.push(`lang is “${document.documentElement.lang}”, not zh-CN`);
    const headings = document.querySelectorAll('h1').length;
    if (headings !== 1) findings.push(`${headings} h1 elements`);
    if (!document.title.trim()) findings.push('no title');
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    if (twice.length) findings.push(`id used twice: ${[...new Set(twice)].join(', ')}`);
    return findings;
  });
}

// What a colour scheme can change.
const colourRules = ['color-contrast', 'link-in-text-block'];

/** All rules of axe-core, its best practices included, or those of colours alone. Its preload would ask for files by script, which file:// forbids. */
export async function axe(page, { colours = false } = {}) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const options = { resultTypes: ['violations'], preload: false, ...(colours && { runOnly: colourRules }) };
  const { violations } = await page.evaluate((how) => window.axe.run(document, how), options);
  return violations.map(({ id, help, nodes }) => `axe ${id}: ${help} (${nodes.length}×, first: ${nodes[0].target.join(' ')})`);
}

/** What is fixed or sticky on the screen covers text on paper, and navigation has no use there. */
export async function print(page) {
  await page.emulateMedia({ media: 'print' });
  const findings = await page.evaluate(() => {
    const shown = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
    const name = (element) => element.tagName.toLowerCase() + (element.className ? `.${element.className}` : '');
    const out = [];
    for (const element of document.body.querySelectorAll('*')) {
      const { position } = getComputedStyle(element);
      if ((position === 'fixed' || position === 'sticky') && shown(element)) out.push(`${name(element)} is ${position} in print`);
    }
    for (const element of document.querySelectorAll('body > nav, body > header nav')) {
      if (shown(element)) out.push(`${name(element)} is printed`);
    }
    return out;
  });
  const pdf = await page.pdf({ format: 'A4' });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  if (pages === 0) findings.push('prints no page');
  await page.emulateMedia({ media: null });
  return findings;
}

/** The text a reader can read, for comparing a page with and without scripts. */
export async function visibleText(page) {
  return page.evaluate(() => document.body.innerText.replace(/\s+/g, ' ').trim());
}
