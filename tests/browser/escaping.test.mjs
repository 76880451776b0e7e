// SPDX-License-Identifier: Apache-2.0
// Hostile texts, escaped by the template engine and read back by programs that people use: Chromium
// (HTML, XML), cmark, Typst, xmllint, JSON.parse, Python's json and csv. Each must give the text
// that was put in. What a format itself cannot keep is written down once, in `kept`.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';

// The machine's own build of Typst is locked directly: the package around all of them names some that are not on npm.
const { NodeCompiler } = createRequire(import.meta.url)(`@myriaddreamin/typst-ts-node-compiler-linux-${process.arch}-gnu`);
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const build = (process.env.HUICE_BUILDS || join(root, 'build/release')).split(':')[0];

const marks = ['#', '*', '_', '`', '[', ']', '(', ')', '<', '>', '&', '|', '~', '\\', '$', '@', '-', '=', '+', '/', "'", '"', '!', ':', '.', ','];
const texts = [
  ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)),
  ...marks.flatMap(a => marks.map(b => `x${a}${b}y`)),
  ...marks.map(a => `${a} 项`), ...marks.map(a => `${a}${a}${a} 项`), ...marks.map(a => `企业${a}`),
  '支持科技创新', '“专精特新”企业', '👨‍👩‍👧 家庭', 'e\u0301', '\u00a0', '\u3000全角', 'a\tb',
  '1. 一', '12) 二', '53.2亿元', '1.', '- 项', '+ 项', '* 项', '# 标题', '## 标题', '= 标题', '> 引文', '---', '***', '===', '```js', '~~~',
  '    代码', '\t代码', '| a | b |', '[x](y)', '[x]: y', '![x](y)', '<b>', '</script>', '<!-- x -->', '<https://a.b>', 'https://a.b/c?d=e&f=g',
  'a@b.c', '&amp;', '&#38;', '&lt;b&gt;', 'R&D', '**粗**', '_斜_', '__x__', '~~x~~', '`x`', '$x^2$', '#let x = 1', '#x', '@ref', '<label>',
  '// x', '/* x */', '...', '--', '---x', '~', '-?', '1/2', '/ 词: 义', "it's", '"引"', '\\n', '\\', 'a\\', '{{ x }}', '{% x %}', '{# x #}',
  '=1+1', '+1', '-1', '@SUM(A1)', '\t=1', 'a,b', 'a;b', 'a"b', '" "', "'", ' a ', '\u200b零宽', '𠮷',
  '一\n二', '一\n\n二', '一\n# 二', '一\n- 二', '一\n1. 二', '一\n=二', '一\n    二',
];

// What is between the marks that a format cannot keep: HTML and XML readers turn a carriage return
// into a line feed only where it is not escaped, so nothing is lost there; in Markdown and Typst
// blanks are one, at the ends none, and a line feed is a blank.
const kept = {
  same: text => text,
  words: text => text.replace(/[ \t\n]+/g, ' ').replace(/^ | $/g, ''),
  cell: text => (/^[=+\-@\t\r]/.test(text) ? "'" + text : text),
};

function render(name, template, values) {
  const jobs = values.map(x => JSON.stringify({ templates: { [name]: template }, main: name, context: { x }, options: '' }) + '\n').join('');
  const ran = spawnSync(join(build, 'render_lines'), { input: jobs, encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(ran.status, 0, ran.stderr);
  return ran.stdout.trimEnd().split('\n').map(line => JSON.parse(line));
}

function rendered(name, template, values = texts) {
  return render(name, template, values).map(result => {
    assert.equal(result.error, undefined, result.message);
    return result.output;
  });
}

function compare(read, keep, values = texts) {
  const wrong = values.map((text, i) => [keep(text), read[i]]).filter(([a, b]) => a !== b);
  assert.deepEqual(wrong.map(([a, b]) => ({ expected: a, read: b })).slice(0, 12), [], `${wrong.length} of ${values.length} texts changed`);
}

let browser;
let page;
before(async () => {
  browser = await launch();
  page = await browser.newPage();
});
after(() => browser.close());

test('HTML: Chromium reads text and attributes back', async () => {
  for (const [template, read] of [
    ['<p>{{ x }}</p>', 'textContent'], ['<p title="{{ x }}"></p>', 'title'], ["<p title='{{ x }}'></p>", 'title'],
    ['<p><b>{{ x }}</b></p>', 'textContent'], ['<p title="a{{ x }}"></p>', 'title after a'],
  ]) {
    const html = '<!doctype html><body>' + rendered('t.html', template).join('');
    const found = await page.evaluate(([source, how]) => [...new DOMParser().parseFromString(source, 'text/html').querySelectorAll('p')]
      .map(p => (how === 'textContent' ? p.textContent : how === 'title' ? p.getAttribute('title') : p.getAttribute('title').slice(1))), [html, read]);
    compare(found, kept.same);
  }
});

test('HTML: no address that Chromium would run as a script is printed', async () => {
  const addresses = ['javascript:x()', 'JaVaScRiPt:x()', ' javascript:x()', 'java\nscript:x()', 'java\tscript:x()', '\u0001javascript:x()', 'vbscript:x()',
    'javascript\n:x()', 'data:text/html,<script>x()</script>', 'https://example.org/', 'a.html', '#x', '/a?b=javascript:c', 'mailto:a@b.c', 'x/javascript:y',
    'java%73cript:x()', '&#106;avascript:x()', 'jav&#x61;script:x()', '//example.org', '?a:b', 'tel:1'];
  const parts = [['t.html', '<a href="{{ x }}">a</a>'], ['t.html', '<a href="{{ x[:4] }}{{ x[4:] }}">a</a>'], ['t.html', "<form action='{{ x }}'></form>"]];
  let refused = 0;
  for (const [name, template] of parts) {
    const results = render(name, template, addresses);
    const protocols = await page.evaluate(all => all.map(html => {
      if (html === null) return 'refused';
      const element = new DOMParser().parseFromString(html, 'text/html').querySelector('a, form');
      return new URL(element.getAttribute('href') ?? element.getAttribute('action'), 'https://base.example/').protocol;
    }), results.map(result => result.output ?? null));
    refused += protocols.filter(protocol => protocol === 'refused').length;
    for (const [i, protocol] of protocols.entries()) {
      assert.ok(['refused', 'https:', 'mailto:', 'tel:'].includes(protocol), `${addresses[i]} became ${protocol}`);
      const dangerous = i < 9;
      assert.equal(protocol === 'refused', dangerous, `${addresses[i]}: ${protocol}`);
    }
  }
  assert.equal(refused, 27);
});

test('XML: Chromium reads it back and xmllint finds nothing wrong', async () => {
  const values = [...texts, 'a\rb', 'a\r\nb', '\n', ']]>'];
  const xml = '<?xml version="1.0"?><r>' + rendered('t.xml', '<p a="{{ x }}">{{ x }}</p>', values).join('') + '</r>';
  const lint = spawnSync('xmllint', ['--noout', '-'], { input: xml, encoding: 'utf8' });
  assert.equal(lint.status, 0, lint.stderr);
  const found = await page.evaluate(source => [...new DOMParser().parseFromString(source, 'application/xml').querySelectorAll('p')]
    .map(p => [p.textContent, p.getAttribute('a')]), xml);
  compare(found.map(pair => pair[0]), kept.same, values);
  // XML 1.0, 3.3.3: in an attribute a line feed or tab as such is a blank.
  compare(found.map(pair => pair[1].replace(/[\t\n]/g, ' ')), text => text.replace(/[\t\n]/g, ' '), values);
  for (const result of render('t.xml', '{{ x }}', ['\u0001', 'a\u000bb', '\ufffe'])) assert.equal(result.error, 'template-illegal-character');
});

test('Markdown: cmark reads it back wherever it stands', () => {
  for (const [before_, after_, allowed] of [
    ['', '', []], ['前 ', ' 后', []], ['- ', '', ['list', 'item']], ['# ', '', ['heading']], ['[', '](https://a.b)', ['link']], ['**a', 'b**', ['strong']],
  ]) {
    const single = allowed.length > 0;
    const values = texts.filter(text => text.trim() !== '' && !(single && text.includes('\n')));
    const outputs = rendered('t.md', `${before_}{{ x }}${after_}`, values);
    const read = outputs.map(markdown => {
      const xml = spawnSync('cmark', ['-t', 'xml'], { input: markdown, encoding: 'utf8' }).stdout;
      const kinds = new Set([...xml.matchAll(/<([a-z_]+)[ >/]/g)].map(match => match[1]));
      for (const kind of ['document', 'paragraph', 'text', 'softbreak', 'linebreak', ...allowed]) kinds.delete(kind);
      if (kinds.size > 0) return `read as ${[...kinds].join(', ')}: ${markdown}`;
      const parts = [...xml.matchAll(/<text[^>]*>([^<]*)<\/text>|<(softbreak|linebreak) \/>|<\/(paragraph)>/g)];
      return kept.words(parts.map(part => (part[2] || part[3] ? ' ' : part[1])).join('')
        .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    });
    const [lead, tail] = [before_.replace(/^(- |# |\[|\*\*)/, ''), after_.replace(/\]\(.*|\*\*$/, '')];
    compare(read, text => kept.words(lead + text + tail), values);
  }
});

test('Typst: its own compiler reads it back as text', () => {
  // What is no text names itself, so that it cannot pass for any.
  const plain = [
    '#let plain(it) = {', 'if type(it) == str { it }', 'else if it.has("text") { plain(it.text) }',
    'else if it.has("children") { it.children.map(plain).join("") }', 'else if it in ([ ], parbreak(), linebreak()) { " " }',
    'else if it.func() == smartquote { if it.double { "\\u{22}" } else { "\'" } }',
    'else if it.has("body") { "<" + repr(it.func()) + ">" + plain(it.body) }', 'else { "<" + repr(it.func()) + ">" }', '}',
  ].join(' ') + '\n';
  for (const [before_, after_] of [['', ''], ['前 ', ' 后'], ['- ', ''], ['= ', '']]) {
    const outputs = rendered('t.typ', '{{ x }}');
    const source = plain + outputs.map(text => `#metadata(plain([${before_}${text}${after_}\n])) <out>\n`).join('');
    const compiler = NodeCompiler.create();
    const found = compiler.query({ mainFileContent: source }, { selector: '<out>', field: 'value' });
    const lead = before_ === '- ' ? '<item>' : before_ === '= ' ? '<heading>' : before_;
    const values = texts.map((text, i) => [text, found[i]]).filter(([text]) => lead === before_ || (!text.includes('\n') && text.trim() !== ''));
    compare(values.map(value => kept.words(value[1] ?? '')), text => kept.words(lead + (lead === before_ ? text : kept.words(text)) + after_), values.map(value => value[0]));
  }
});

test('Typst: prose becomes the structure it says, and hostile prose stays prose', () => {
  const prose = ['# 标题', '一段 **粗** _斜_ `#let x` [链接](https://a.b/c_(d)) #x $y$ "引" --- ... // 1. a@b', '1. 一\n2. 二\n   - 三', '> 引文', '    #panic()',
    '| 甲 | 乙 |\n|:--|--:|\n| a*b | #c |', '---', '一\\\n二'].join('\n\n');
  const input = JSON.stringify({ x: prose });
  const folder = mkdtempSync(join(tmpdir(), 'huice-typst-'));
  writeFileSync(join(folder, 'a.typ'), '{{ x | markdown(1) }}');
  const huice = process.env.HUICE || join(build, 'huice');
  const ran = spawnSync(huice, ['render', join(folder, 'a.typ'), '--data', '-'], { input, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  assert.equal(ran.status, 0, ran.stderr);
  const compiler = NodeCompiler.create();
  // Most elements cannot be asked for as such, so each leaves a note of itself.
  const told = { heading: 'it.level', strong: 'it.body.text', emph: 'it.body.text', link: 'it.dest', raw: 'it.text', enum: 'it.start', quote: 'it.block', table: 'it.children.len()', line: '1' };
  const notes = Object.entries(told).map(([name, what]) => `#show ${name}: it => { [#metadata(("${name}", ${what})) <seen>]; it }\n`).join('');
  const seen = compiler.query({ mainFileContent: notes + ran.stdout }, { selector: '<seen>', field: 'value' }).map(pair => pair.join(' '));
  assert.deepEqual(seen.sort(), ['emph 斜', 'enum 1', 'heading 2', 'line 1', 'link https://a.b/c_(d)', 'quote true', 'raw #let x', 'raw #panic()',
    'strong 粗', 'table 3'].sort());
});

test('JSON: JSON.parse and Python read it back', () => {
  const values = [...texts, 'a\rb', '\u0001\u001f', '\u2028'];
  const lines = rendered('t.json', '{"a": "{{ x }}", "b": {{ x | tojson }}}', values);
  const read = lines.map(line => JSON.parse(line));
  compare(read.map(object => object.a), kept.same, values);
  compare(read.map(object => object.b), kept.same, values);
  const python = spawnSync('python3', ['-c', 'import json,sys\nprint(json.dumps([list(json.loads(line).values()) for line in json.load(sys.stdin)]))'],
    { input: JSON.stringify(lines), encoding: 'utf8' });
  compare(JSON.parse(python.stdout).map(pair => pair[0]), kept.same, values);
});

test('CSV: Python reads each cell back, formulas with an apostrophe in front', () => {
  const values = [...texts.filter(text => text !== ''), 'a\rb', 'a\r\nb', '\r'];
  const lines = rendered('t.csv', '{{ x }},{{ x }},end', values).join('\r\n') + '\r\n';
  const python = spawnSync('python3', ['-c', 'import csv,io,json,sys\nprint(json.dumps(list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode(), newline="")))))'],
    { input: lines, encoding: 'utf8' });
  const rows = JSON.parse(python.stdout);
  compare(rows.map(row => row[0]), kept.cell, values);
  compare(rows.map(row => row[1]), kept.cell, values);
  assert.ok(rows.every(row => row.length === 3 && row[2] === 'end'));
});
