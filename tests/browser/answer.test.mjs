// SPDX-License-Identifier: Apache-2.0
// What a reader comes for, on a phone of 390 × 844: how many taps, how far to scroll, how many bytes.
// The tasks and their limits were written before the pages were. HUICE_SITE names a tree that is
// already rendered; else HUICE renders the shipped data.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch } from './browser.mjs';

const phone = { width: 390, height: 844 };
const project = resolve(import.meta.dirname, '../..');
const scratch = process.env.HUICE_SITE ? '' : mkdtempSync(join(tmpdir(), 'huice-answer-'));
const root = process.env.HUICE_SITE ? resolve(process.env.HUICE_SITE) : join(scratch, 'public');
let browser;
let page;
let bytes = 0;

before(async () => {
  if (scratch) {
    const huice = process.env.HUICE || join(project, 'build/release/huice');
    execFileSync(huice, ['build', project, '-o', root], { stdio: 'ignore' });
  }
  browser = await launch();
  page = await (await browser.newContext({ viewport: phone, javaScriptEnabled: true })).newPage();
  page.on('response', async (response) => {
    bytes += statSync(fileURLToPath(response.url().split('#')[0])).size;
  });
});
after(async () => {
  await browser?.close();
  if (scratch) rmSync(scratch, { recursive: true });
});

/** Goes to the home page and counts from there. */
async function home() {
  bytes = 0;
  await page.goto(pathToFileURL(join(root, 'index.html')).href);
}

/** Taps the first link or summary with these words that is shown; fails where none is. */
async function tap(words) {
  const found = page.locator('a:visible, summary:visible').filter({ hasText: words }).first();
  assert.ok(await found.count(), `nothing to tap says “${words}” on ${page.url()}`);
  await found.click();
  await page.waitForLoadState('load');
}

/** How many screens down the words are from where the page opened, 0 on the first one. */
async function screensTo(words, within = 'main') {
  return page.evaluate(
    ([text, selector, height]) => {
      const walker = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_ELEMENT);
      const says = (node) => node.getClientRects().length > 0 && node.textContent.replace(/\s+/g, '').includes(text);
      let best = null;
      for (let node = walker.nextNode(); node && !best; node = walker.nextNode()) {
        if (says(node) && ![...node.children].some(says)) best = node;
      }
      if (!best) return null;
      const bottom = best.getBoundingClientRect().bottom;
      return Math.max(0, Math.ceil(bottom / height) - 1);
    },
    [words.replace(/\s+/g, ''), within, phone.height],
  );
}

// Each task: the taps from the home page, then the words that answer it, each with how many screens
// down it may be. A tap on a link into a page opens that page at its place.
const tasks = [
  {
    asks: '新认定的市级专精特新企业拿多少、找谁',
    taps: ['我是“专精特新”或想申报', '市级“专精特新”中小企业奖励'],
    answers: ['20万元', '新认定的市级“专精特新”中小企业', '市工业和信息化局', '鄂府发〔2022〕103号二（三）'],
    screens: 0,
  },
  { asks: '贴息上限', taps: ['我要贷款'], answers: ['每年最高50万元'], screens: 0 },
  { asks: '建孵化器', taps: ['我办孵化器、众创空间或园区'], answers: ['新认定科技创业平台奖补', '最高200万元'], screens: 1 },
  { asks: '政策是否有效', taps: ['关于加快推动“专精特新”中小企业高质量发展的实施意见'], answers: ['有效期未载明'], screens: 0 },
  { asks: '某局负责什么', taps: ['按单位查', '市工业和信息化局'], answers: ['所承担条款中有', '重点产业项目技术引进费用补贴', '最高1000万元'], screens: 1 },
  { asks: '第188号提案答复了什么', taps: ['提案答复', '关于精准培植科技型中小企业的提案'], answers: ['出台一个政策包', '答复要点'], screens: 1 },
  { asks: '三清零进展', taps: ['市里的进展'], answers: ['三清零'], screens: null },
];

for (const task of tasks) {
  test(`a reader finds: ${task.asks}`, async (t) => {
    await home();
    for (const words of task.taps) await tap(words);
    assert.ok(task.taps.length <= 3);
    for (const words of task.answers) {
      const screens = await screensTo(words);
      assert.notEqual(screens, null, `${page.url()} does not say ${words}`);
      if (task.screens !== null) assert.ok(screens <= task.screens, `${words} is ${screens} screens down`);
    }
    t.diagnostic(`${task.taps.length} taps, ${Math.round(bytes / 1024)} KB`);
    assert.ok(bytes < 600 * 1024, `${bytes} bytes`);
  });
}

/** The addresses of all public measures of the site's region, from its list. */
function measuresOfRegion() {
  const region = readFileSync(join(root, 'index.html'), 'utf8').match(/href="(regions\/[^"]+\.html)"/)[1];
  const found = new Set();
  const folder = region.replace('.html', '');
  const more = (() => {
    try {
      return readdirSync(join(root, folder)).filter((name) => name.endsWith('.html')).map((name) => join(folder, name));
    } catch {
      return [];
    }
  })();
  for (const path of [region, ...more]) {
    for (const match of readFileSync(join(root, path), 'utf8').matchAll(/href="(?:\.\.\/)+(measures\/[^"]+\/[^"]+\.html)"/g)) found.add(match[1]);
  }
  return [...found];
}

/** From the home page, every page that is so many taps away, with the taps. */
async function within(taps) {
  const known = new Map([[pathToFileURL(join(root, 'index.html')).href, 0]]);
  let edge = [...known.keys()];
  for (let step = 1; step <= taps; ++step) {
    const next = [];
    for (const address of edge) {
      const text = readFileSync(fileURLToPath(address), 'utf8');
      for (const [, href] of text.matchAll(/<a [^>]*href="([^"#:]+\.html)[^"]*"/g)) {
        const target = new URL(href, address).href;
        if (known.has(target)) continue;
        known.set(target, step);
        next.push(target);
      }
    }
    edge = next;
  }
  return known;
}

test('every measure of the region is three taps from home, and answers on its first screen', async () => {
  const reached = await within(3);
  const measures = measuresOfRegion();
  assert.ok(measures.length > 50, `${measures.length} measures`);
  const failing = [];
  for (const path of measures) {
    const address = pathToFileURL(join(root, path)).href;
    if (!reached.has(address)) failing.push(`${path}: more than three taps away`);
    await page.goto(address);
    for (const label of ['谁能拿', '找谁', '依据']) {
      const bottom = await page.evaluate((words) => {
        const row = [...document.querySelectorAll('dl.facts > div')].find((one) => one.querySelector('dt').textContent === words);
        return row ? row.getBoundingClientRect().bottom : null;
      }, label);
      if (bottom === null) failing.push(`${path}: no ${label}`);
      else if (bottom > phone.height) failing.push(`${path}: ${label} ends at ${Math.round(bottom)} px`);
    }
  }
  assert.deepEqual(failing, []);
});

test('cards are low on a phone: half of them at most 200 px, none above 360 px', async (t) => {
  const heights = [];
  for (const name of readdirSync(join(root, 'topics')).filter((one) => one.endsWith('.html') && one !== 'index.html')) {
    await page.goto(pathToFileURL(join(root, 'topics', name)).href);
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
    const found = await page.evaluate(() =>
      [...document.querySelectorAll('main article.measure')].map((card) => [card.getBoundingClientRect().height, card.querySelector('.measure-title').textContent]),
    );
    heights.push(...found.map(([height, title]) => ({ height, title, name })));
  }
  heights.sort((a, b) => a.height - b.height);
  const median = heights[Math.floor(heights.length / 2)].height;
  const highest = heights.at(-1);
  t.diagnostic(`${heights.length} cards, median ${Math.round(median)} px, highest ${Math.round(highest.height)} px`);
  assert.ok(median <= 200, `the median is ${median} px`);
  assert.ok(highest.height <= 360, `${highest.title} on ${highest.name}: ${highest.height} px`);
});

test('every card and measure says who, whom to ask and by which clause, and red is for money alone', async () => {
  const wrong = [];
  for (const name of readdirSync(join(root, 'topics')).filter((one) => one.endsWith('.html') && one !== 'index.html')) {
    const text = readFileSync(join(root, 'topics', name), 'utf8');
    for (const card of text.split('<article class="measure"').slice(1)) {
      const own = card.split('</article>')[0];
      const title = own.match(/measure-title"><a[^>]*>(.*?)<\/a>/)?.[1];
      for (const label of ['找谁', '依据', '谁能拿']) if (!own.includes(`<dt>${label}</dt>`)) wrong.push(`${name}, ${title}: no ${label}`);
      if (own.includes('headline money') && /<p class="effect">/.test(own)) wrong.push(`${name}, ${title}: red without money`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('no list is a page of more than 200 KB', () => {
  const large = [];
  const lists = ['index.html', ...['topics', 'measures', 'regions', 'beneficiaries', 'policies', 'units', 'replies'].flatMap((folder) => (folder === 'measures' || folder === 'policies' || folder === 'units' || folder === 'replies' ? [`${folder}/index.html`] : readdirSync(join(root, folder)).filter((one) => one.endsWith('.html')).map((one) => `${folder}/${one}`)))];
  for (const path of lists) {
    const { size } = statSync(join(root, path));
    if (size > 200 * 1024) large.push(`${path}: ${size}`);
  }
  assert.deepEqual(large, []);
});
