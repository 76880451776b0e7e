// SPDX-License-Identifier: Apache-2.0
// Every prose field × every format × every way a template can print it, read back by a parser of the
// format: Chromium (HTML, XML), xmllint, cmark, Typst, JSON.parse, Python's json and csv. Each must
// give the author's words and nothing beside them: no element, no cell, no formula, no code.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';
import { cmark } from './cmark.mjs';

const { NodeCompiler } = createRequire(new URL('../../pdf/worker.mjs', import.meta.url))(`@myriaddreamin/typst-ts-node-compiler-linux-${process.arch}-gnu`);
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const build = (process.env.HUICE_BUILDS || join(root, 'build/release')).split(':')[0];
const huice = process.env.HUICE || join(build, 'huice');

// Markdown that an author may write, and the plain text it is. In the formats with a form for it (HTML, Markdown, Typst) blanks and
// list marks are not text.
const texts = [
  ['=HYPERLINK("http://x.example"),"第二列"'],
  ['=1+1'], ['+1+1'], ['-1-1'], ['@SUM(A1)'], ['＝1+1'], ['＠A1'], ['−1'], ['&#9;=1', '\t=1'], ['&#32;=1', ' =1'],
  ["=cmd|' /C calc'!A0"],
  ['一,二;三\\\n四', '一,二;三\n四'],
  ['"引号"，\'单引号\'，“全角”'],
  ['=1，"引"\\\n第二行,第三列', '=1，"引"\n第二行,第三列'],
  ['\\<script>x()\\</script> & \\<b>粗', '<script>x()</script> & <b>粗'],
  ['" onclick="x()'], ['\\-\\-\\>', '-->'], ['\\]\\]>', ']]>'], ['&amp;lt;b&amp;gt; \\&amp;', '&lt;b&gt; &amp;'],
  ['"]}, "b": ["'], ['a\\\\', 'a\\'], ['\\\\u0041 \\\\n', '\\u0041 \\n'], ['&#8232;行 &#8233;段', '\u2028行 \u2029段'],
  ['\\#let x = 1; \\$y\\$ #panic() \\@ref \\<label>', '#let x = 1; $y$ #panic() @ref <label>'],
  ['a&#1;b&#xFFFE;c', 'a\ufffdb\ufffdc'],
  ['**粗** _斜_ `=1` [名称](https://a.example/x_(y)?a=1&b="2") \\*', '粗 斜 =1 名称 *'],
  ['# =标题\n\n第一段\n第二行\n\n第二段', '=标题\n\n第一段第二行\n\n第二段'],
  ['- =1\n- +2,"3"', '- =1\n- +2,"3"', '=1+2,"3"'],
  ['1. 甲\n2. 乙', '1. 甲\n2. 乙', '甲乙'],
  ['> @引文', '> @引文', '@引文'],
  ['| =甲 | 乙 |\n|---|---|\n| a,b | "c" |', '=甲\t乙\na,b\t"c"', '=甲乙a,b"c"'],
].map(([markdown, plain = markdown, words = plain]) => ({ markdown, plain, words: words.replace(/\s/gu, '') }));

// What of a record is prose (docs/data-guide.md), where it is in tests/sites/small/data, and what templates call it.
const fields = {
  'site about': ['site.json', data => { data.about = TEXT; }, 'site.about'],
  'site notice': ['site.json', data => { data.notice = TEXT; }, 'site.notice'],
  'ladder intro': ['ladders.json', data => { data.ladders[0].intro = TEXT; }, 'ladder.intro'],
  'policy summary': ['policies/example-2026-1.json', data => { data.summary = TEXT; }, 'policy.summary'],
  'article text': ['policies/example-2026-1.json', data => { data.sections[0].articles[0].text = TEXT; }, 'policy.sections[0].articles[0].text'],
  'article summary': ['policies/example-2026-1.json', data => { data.sections[0].articles[0].summary = TEXT; }, 'policy.sections[0].articles[0].summary'],
  'paragraph text': ['policies/example-2026-1.json', data => { paragraphs(data)[0].text = TEXT; }, 'policy.sections[0].articles[1].paragraphs.official[0].text'],
  'paragraph summary': ['policies/example-2026-1.json', data => { paragraphs(data)[1].summary = TEXT; }, 'policy.sections[0].articles[1].paragraphs.own[1].text'],
  'item text': ['policies/example-2026-1.json', data => { paragraphs(data)[0].items[0].text = TEXT; }, 'policy.sections[0].articles[1].paragraphs.official[0].items[0].text'],
  'item summary': ['policies/example-2026-1.json', data => { paragraphs(data)[0].items[1].summary = TEXT; }, 'policy.sections[0].articles[1].paragraphs.own[0].items[0].text'],
  'question answer': ['policies/example-2026-1.json', data => { guide(data).questions = [{ question: '问', answer: TEXT }]; }, 'policy.sections[0].articles[0].measures[0].guide.questions[0].answer'],
  'proposal text': ['proposals/example-1.json', data => { data.text = TEXT; }, 'proposal.text'],
  'ask summary': ['proposals/example-1.json', data => { data.asks[0].summary = TEXT; }, 'proposal.asks[0].summary'],
  'reply opening': ['proposals/example-1.json', data => { data.reply.opening = TEXT; }, 'proposal.reply.opening'],
  'reply section text': ['proposals/example-1.json', data => { data.reply.sections[0].text = TEXT; }, 'proposal.reply.sections[0].text'],
  'reply closing': ['proposals/example-1.json', data => { data.reply.closing = TEXT; }, 'proposal.reply.closing'],
  'reply text': ['proposals/example-1.json', data => { data.reply.text = TEXT; }, 'proposal.reply.text'],
  'dashboard intro': ['dashboards/example-dashboard.json', data => { data.intro = TEXT; }, 'dashboard.intro'],
  'kpi group intro': ['dashboards/example-dashboard.json', data => { data.groups[0].intro = TEXT; }, 'dashboard.groups[0].intro'],
};
// Files of Markdown are prose as a whole.
const files = {
  'booklet preface': ['booklets/example-booklet/preface.md', null, 'booklet.preface'],
  'chapter intro': ['booklets/example-booklet/credit.md', null, 'booklet.chapters[1].intro'],
};
// No template sees it.
const unseen = ['explanation text'];
const TEXT = '\u0000TEXT';
const paragraphs = data => data.sections[0].articles[1].paragraphs;
const guide = data => data.sections[0].articles[0].measures[0].guide;

const ways = {
  'a page': ['{{ § }}', {}],
  'a filter': ['{{ § | default("x") | replace("¤", "") }}', {}],
  'a filter block': ['{% filter replace("¤", "") %}{{ § }}{% endfilter %}', {}],
  'a macro': ['{% macro m(v) %}{{ v }}{% endmacro %}{{ m(§) }}', {}],
  'a call': ['{% macro c() %}{{ caller() }}{% endmacro %}{% call c() %}{{ § }}{% endcall %}', {}],
  'an include': ['{% include "i.EXT" %}', { 'i.EXT': '{{ § }}' }],
  'a set block': ['{% set s %}{{ § }}{% endset %}{{ s }}', {}],
  'a loop': ['{% for v in [§] %}{{ v }}{% endfor %}', {}],
  'a block of a child': ['{% block b %}{{ § }}{% endblock %}', { 'child.EXT': '{% extends "t.EXT" %}{% block b %}{{ § }}{% endblock %}' }],
};

let folder;
let browser;
let page;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huice-prose-'));
  browser = await launch();
  page = await browser.newPage();
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

// A copy of the small site in which every prose field is this text.
function projectWith(markdown) {
  const project = mkdtempSync(join(folder, 'p-'));
  cpSync(join(root, 'tests/sites/small/data'), join(project, 'data'), { recursive: true });
  const changed = new Map();
  for (const [file, set] of Object.values(fields)) {
    const path = join(project, 'data', file);
    if (!changed.has(path)) changed.set(path, JSON.parse(readFileSync(path, 'utf8')));
    set(changed.get(path));
  }
  for (const [file] of Object.values(files)) writeFileSync(join(project, 'data', file), markdown);
  for (const [path, data] of changed) {
    writeFileSync(path, JSON.stringify(data, (key, value) => (value === TEXT ? markdown : value)));
  }
  return project;
}

// A template's own quotes hold values alone: files and blocks are cells or texts of their own.
const blocks = ['a filter block', 'a set block', 'a block of a child'];
const inQuotes = [...blocks, 'an include'];

// What `place` of a template of this kind prints, for every text, field and way.
function printed(extension, place, skipped = [], extra = {}) {
  const jobs = [];
  for (const [field, [, , expression]] of Object.entries({ ...fields, ...files })) {
    for (const [way, [code, others]] of Object.entries({ ...ways, ...extra })) {
      if (skipped.includes(way)) continue;
      const fill = text => text.replaceAll('EXT', extension).replaceAll('§', expression);
      const templates = { [`t.${extension}`]: place.replaceAll('¶', fill(code)) };
      for (const [name, text] of Object.entries(others)) templates[fill(name)] = fill(text);
      const main = way === 'a block of a child' ? `child.${extension}` : `t.${extension}`;
      jobs.push({ field, way, job: { templates, main } });
    }
  }
  const input = texts.map(text => JSON.stringify({ project: projectWith(text.markdown), share: root, jobs: jobs.map(one => one.job) }) + '\n').join('');
  const ran = spawnSync(join(build, 'prose_lines'), { input, encoding: 'utf8', maxBuffer: 1 << 30 });
  assert.equal(ran.status, 0, ran.stderr);
  const lines = ran.stdout.trimEnd().split('\n').map(line => JSON.parse(line));
  assert.equal(lines.length, texts.length);
  return lines.flatMap((results, i) => {
    assert.equal(results.length, jobs.length, results[0].error);
    return results.map((result, j) => {
      assert.equal(result.error, undefined, `${jobs[j].field} by ${jobs[j].way}: ${result.error}`);
      return { text: texts[i], field: jobs[j].field, way: jobs[j].way, output: result.output };
    });
  });
}

function compare(all, read, expected) {
  const wrong = all.map((one, i) => ({ field: one.field, way: one.way, markdown: one.text.markdown, read: read[i], expected: expected(one) }))
    .filter(one => one.read !== one.expected);
  assert.deepEqual(wrong.slice(0, 6), [], `${wrong.length} of ${all.length} changed`);
}

function python(code, value) {
  const ran = spawnSync('python3', ['-c', code], { input: JSON.stringify(value), encoding: 'utf8', maxBuffer: 1 << 30 });
  assert.equal(ran.status, 0, ran.stderr);
  return JSON.parse(ran.stdout);
}

const isFormula = cell => /^[=+\-@\u2212]/u.test(cell.replace(/[\u0000-\u0020\u200b-\u200f\ufeff\u00a0\u3000]/g, '').normalize('NFKC'));
const readCsv = 'import csv,io,json,sys\nprint(json.dumps([list(csv.reader(io.StringIO(text, newline=""))) for text in json.load(sys.stdin)]))';

test('the fields tested are all the prose there is', () => {
  const guideText = readFileSync(join(root, 'docs/data-guide.md'), 'utf8');
  const found = [];
  let section = '';
  for (const line of guideText.split('\n')) {
    section = /^##+ (.*)$/.exec(line)?.[1] ?? section;
    const field = /^\| `([^`]+)` \|[^|]*\| prose \|/.exec(line)?.[1];
    if (field !== undefined) found.push(`${section} ${field}`);
  }
  assert.deepEqual(found.sort(), [...Object.keys(fields), ...unseen].sort());
});

test('CSV: a prose field is one cell with its words, and no formula', () => {
  const all = printed('csv', '¶,"¶",end', [...inQuotes, 'a macro', 'a call']);
  const rows = python(readCsv, all.map(one => one.output));
  compare(all, rows.map(row => row.length), () => 1);
  compare(all, rows.map(row => row[0].length), () => 3);
  for (const column of [0, 1]) {
    assert.deepEqual(rows.map(row => row[0][column]).filter(isFormula), []);
    compare(all, rows.map((row, i) => (row[0][column] === `'${all[i].text.plain}` ? all[i].text.plain : row[0][column])), one => one.text.plain);
  }
  assert.ok(rows.some(row => row[0][0].startsWith("'=")));
});

test('CSV: what a file or a block prints is one cell', () => {
  const all = printed('csv', '¶');
  const rows = python(readCsv, all.map(one => one.output));
  compare(all, rows.map(row => row.length), () => 1);
  assert.deepEqual(rows.filter(row => row[0].length !== 1 || isFormula(row[0][0])), []);
});

test('JSON: a prose field is a string with its words', () => {
  const all = [
    ...printed('json', '{"a": "¶", "b": 1}', inQuotes),
    ...printed('json', '{"a": ¶, "b": 1}', Object.keys(ways), { 'an included text': ['{% include "i.EXT" %}', { 'i.EXT': '"{{ § }}"' }], 'tojson': ['{{ § | tojson }}', {}] }),
  ];
  compare(all, all.map(one => JSON.stringify(JSON.parse(one.output))), one => JSON.stringify({ a: one.text.plain, b: 1 }));
  const read = python('import json,sys\nprint(json.dumps([json.loads(text)["a"] for text in json.load(sys.stdin)]))', all.map(one => one.output));
  compare(all, read, one => one.text.plain);
});

test('XML: a prose field is text, in an element and in an attribute', async () => {
  const all = printed('xml', '<p a="¶">¶</p>', blocks);
  const xml = `<?xml version="1.0"?><r>${all.map(one => one.output).join('')}</r>`;
  const lint = spawnSync('xmllint', ['--huge', '--noout', '-'], { input: xml, encoding: 'utf8' });
  assert.equal(lint.status, 0, lint.stderr);
  const found = await page.evaluate(source => [...new DOMParser().parseFromString(source, 'application/xml').documentElement.children]
    .map(p => [p.textContent, p.getAttribute('a'), p.children.length + p.attributes.length]), xml);
  compare(all, found.map(one => one[0]), one => one.text.plain);
  compare(all, found.map(one => one[1]), one => one.text.plain);
  compare(all, found.map(one => one[2]), () => 1);
});

test('HTML: a prose field has its words, and only elements that prose may have', async () => {
  const all = printed('html', '<div>¶</div>');
  const found = await page.evaluate(sources => sources.map(source => {
    const parsed = new DOMParser().parseFromString(source, 'text/html');
    const allowed = new Set(['P', 'STRONG', 'EM', 'CODE', 'A', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'BR', 'DIV', 'TABLE', 'THEAD', 'TBODY', 'TR', 'TH', 'TD']);
    const named = new Set(['href', 'class', 'tabindex', 'role', 'aria-label', 'scope']);
    const odd = [...parsed.body.querySelectorAll('*')].filter(element => !allowed.has(element.tagName) || [...element.attributes].some(({ name }) => !named.has(name) && !(name === 'id' && /^H[1-6]$/.test(element.tagName))));
    return [parsed.body.children.length, odd.length, parsed.body.textContent.replace(/\s/gu, '')];
  }), all.map(one => one.output));
  compare(all, found.map(one => one[0]), () => 1);
  compare(all, found.map(one => one[1]), () => 0);
  compare(all, found.map(one => one[2]), one => one.text.words);
});

test('HTML: in an attribute a prose field stays in it', async () => {
  const all = printed('html', '<p title="¶">a</p>', ['a block of a child']);
  const found = await page.evaluate(sources => sources.map(source => {
    const parsed = new DOMParser().parseFromString(source, 'text/html');
    return [...parsed.body.childNodes].map(node => `${node.nodeName} ${[...(node.attributes ?? [])].map(attribute => attribute.name)} ${node.textContent}`).join(';');
  }), all.map(one => one.output));
  compare(all, found, () => 'P title a');
});

test('Markdown: cmark gives the words of a prose field, and no raw HTML', async () => {
  const all = printed('md', '¶\n');
  const html = cmark('html', all.map(one => one.output));
  const found = await page.evaluate(sources => sources.map(source => {
    const parsed = new DOMParser().parseFromString(source, 'text/html');
    return [parsed.querySelectorAll('script, b, label').length, parsed.body.textContent.replace(/\s/gu, '')];
  }), html);
  compare(all, found.map(one => one[0]), () => 0);
  // CommonMark has no tables: their lines are text.
  const table = one => one.text.markdown.startsWith('|');
  compare(all, found.map((one, i) => (table(all[i]) ? '' : one[1])), one => (table(one) ? '' : one.text.words));
});

test('Typst: its compiler gives the words of a prose field, and runs none of them', () => {
  const plain = [
    '#let plain(it) = {', 'if type(it) == str { it } else if type(it) == array { it.map(plain).join("") }', 'else if it.has("text") { plain(it.text) }',
    'else if it.has("children") { it.children.map(plain).join("") }', 'else if it in ([ ], parbreak(), linebreak()) { " " }',
    'else if it.func() == smartquote { if it.double { "\\u{22}" } else { "\'" } }', 'else if it.has("body") { plain(it.body) }', 'else if it.has("child") { plain(it.child) }',
    'else { "<" + repr(it.func()) + ">" }', '}',
  ].join(' ') + '\n';
  const all = printed('typ', '#metadata(plain([¶\n])) <out>\n');
  const outputs = [...new Set(all.map(one => one.output))];
  const values = NodeCompiler.create().query({ mainFileContent: plain + outputs.join('') }, { selector: '<out>', field: 'value' });
  assert.equal(values.length, outputs.length);
  const read = new Map(outputs.map((output, i) => [output, (values[i] ?? '').replace(/\s/gu, '')]));
  compare(all, all.map(one => read.get(one.output)), one => one.text.words);
});

test('plain text: a prose field is its words', () => {
  const all = printed('txt', '¶');
  compare(all, all.map(one => one.output.trimEnd()), one => one.text.plain.trimEnd());
});

test("an office's own table: prose printed by its template is one cell of the published file", () => {
  const markdown = texts[0].markdown;
  const project = projectWith(markdown);
  mkdirSync(join(project, 'templates/dashboard'), { recursive: true });
  writeFileSync(join(project, 'templates/dashboard/data.csv'), '{{ dashboard.intro }},{{ dashboard.title }}\n');
  const ran = spawnSync(huice, ['build', project, '-o', join(project, 'public'), '--as-of', '2026-03-05'], { encoding: 'utf8' });
  assert.equal(ran.status, 0, ran.stderr);
  const text = readFileSync(join(project, 'public/dashboards/example-dashboard/data.csv'), 'utf8');
  assert.deepEqual(python(readCsv, [text])[0], [[`'${markdown}`, '示例市进展看板']]);
});
