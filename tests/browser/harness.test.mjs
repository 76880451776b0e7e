// SPDX-License-Identifier: Apache-2.0
// The checks themselves: a small site that passes all of them, and the same site with one fault
// planted at a time, which must be found.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { brokenLinks, kindOf, pagesToOpen, repeatedTitles } from './tree.mjs';
import { visit } from './visit.mjs';

const style = `
  body { margin: 1rem; color: #222; background: #fff }
  a { color: #00539f }
  @media (prefers-color-scheme: dark) { body { color: #eee; background: #111 } a { color: #9cf } }
  @media print { nav { display: none } }`;

const page = ({ title = '首页', head = '', body = '' } = {}) => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="style.css">${head}</head>
<body><nav aria-label="主导航"><a href="other.html#second">另一页</a></nav><main><h1>${title}</h1><p>正文。</p>${body}</main></body></html>`;

const sound = {
  'style.css': style,
  'index.html': page(),
  'other.html': page({ title: '另一页', body: '<h2 id="second">第二节</h2><p><a href="index.html">首页</a></p>' }),
};

let browser;
const folders = [];
before(async () => { browser = await launch(); });
after(async () => {
  await browser.close();
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function tree(files) {
  const root = mkdtempSync(join(tmpdir(), 'huice-harness-'));
  folders.push(root);
  for (const [path, text] of Object.entries({ ...sound, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

test('a sound site has no findings', async () => {
  const root = tree({});
  assert.deepEqual(brokenLinks(root), []);
  assert.deepEqual(repeatedTitles(root), []);
  for (const { path } of pagesToOpen(root)) assert.deepEqual(await visit(browser, root, path), []);
});

const pageFaults = {
  'a console error': [{ head: '<script>console.error("x")</script>' }, /console error: x/],
  'a script that throws': [{ head: '<script>nowhere()</script>' }, /script error: nowhere is not defined/],
  'a file that is missing': [{ body: '<img alt="图" src="none.png">' }, /request failed: .*none\.png/],
  'a request to the network': [{ head: '<link rel="stylesheet" href="http://127.0.0.1:9/x.css">' }, /asks the network for http/],
  'a table too wide for a phone': [{ body: '<div style="width: 500px">宽</div>' }, /^phone: is \d+ px wide in a window of 360/],
  'the wrong language': [{ body: '<script>document.documentElement.lang = "en"</script>' }, /lang is “en”/],
  'two h1': [{ body: '<h1>又一个</h1>' }, /2 h1 elements/],
  'an id used twice': [{ body: '<p id="a">一</p><p id="a">二</p>' }, /id used twice: a/],
  'an image without text': [{ body: '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">' }, /axe image-alt/],
  'text too pale in the dark': [
    { head: '<style>@media (prefers-color-scheme: dark) { p { color: #333 } }</style>' },
    /^desktop, dark: axe color-contrast/,
  ],
  'a skipped heading level': [{ body: '<h4>跳级</h4>' }, /axe heading-order/],
  'a fixed bar in print': [{ head: '<style>h1 { position: sticky; top: 0 }</style>' }, /h1 is sticky in print/],
  'navigation in print': [{ head: '<style>@media print { nav { display: block !important } }</style>' }, /nav is printed/],
  'text that only a script writes': [
    { body: '<p id="x"></p><script>document.getElementById("x").textContent = "后来"</script>' },
    /without scripts: reads otherwise/,
  ],
};

for (const [fault, [planted, expected]] of Object.entries(pageFaults)) {
  test(`${fault} is found`, async () => {
    const findings = await visit(browser, tree({ 'index.html': page(planted) }), 'index.html');
    assert.ok(findings.some((finding) => expected.test(finding)), `found only: ${JSON.stringify(findings)}`);
  });
}

const linkFaults = {
  'no such file': 'nowhere.html',
  'no element has the id': 'other.html#third',
  'starts with /': '/index.html',
  'leaves the site': '../x.html',
  'names a folder': 'folder/',
  'empty link': '',
  'a scheme that no reader can follow': 'javascript:void(0)',
};

for (const [why, link] of Object.entries(linkFaults)) {
  test(`a link with the fault “${why}” is found on any page`, () => {
    const root = tree({ 'folder/deep.html': page({ title: '深' }).replaceAll('="other', '="../other').replace('style.css', '../style.css'),
      'other.html': page({ title: '另一页', body: `<h2 id="second">二</h2><a href="${link}">x</a>` }) });
    const found = brokenLinks(root);
    assert.equal(found.length, 1, JSON.stringify(found));
    assert.ok(found[0].path === 'other.html' && found[0].link === link && found[0].why.startsWith(why), JSON.stringify(found));
  });
}

test('a title that two pages have is found', () => {
  assert.deepEqual(repeatedTitles(tree({ 'third.html': page() })), [{ title: '首页', paths: ['index.html', 'third.html'] }]);
});

test('every page of the tree has its kind', () => {
  assert.equal(kindOf('policies/a.html'), 'policy');
  assert.equal(kindOf('policies/index.html'), 'policy list');
  assert.equal(kindOf('replies/a/index.html'), 'letter');
  assert.equal(kindOf('booklets/a/01.html'), 'booklet chapter');
  assert.equal(kindOf('404.html'), 'other (root)');
});
