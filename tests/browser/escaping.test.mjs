// SPDX-License-Identifier: Apache-2.0
// Hostile texts, escaped by the template engine and read back by programs that people use: Chromium
// (HTML, XML), cmark, Typst, xmllint, JSON.parse, Python's json and csv. Each must give the text
// that was put in. What a format itself cannot keep is written down once, in `kept`. Then `places` of
// a document × `carriers` that bring a value there × `hostile` texts: what is not refused must give
// the same document as a harmless text.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';
import { cmark } from './cmark.mjs';

// Typst as it prints letters.
const { NodeCompiler } = createRequire(new URL('../../pdf/worker.mjs', import.meta.url))(`@myriaddreamin/typst-ts-node-compiler-linux-${process.arch}-gnu`);
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
  'Attention!', 'Issue #', 'a ##', '#', '.fields()', '.a', '(1)', ';x', 'else', ' else [x]', 'elsewhere', '] x', ')x',
  ' =1+1', '\n=1+1', '＝1+1', '＋1', '－1', '＠x', '\u00a0=1', '\u200b=1', '\u2212',
  '一\n二', '一\n\n二', '一\n# 二', '一\n- 二', '一\n1. 二', '一\n=二', '一\n    二',
];

// What is between the marks that a format cannot keep: HTML and XML readers turn a carriage return
// into a line feed only where it is not escaped, so nothing is lost there; in Markdown and Typst
// blanks are one, at the ends none, and a line feed is a blank.
// A spreadsheet may look past blanks and read wide signs as narrow ones: NFKC makes them so.
const isFormula = cell => /^[=+\-@\u2212]|^\s*[=+\-@]/u.test(cell.replace(/[\u0000-\u0020\u200b-\u200f\ufeff]/g, '').normalize('NFKC'));
const kept = {
  same: text => text,
  words: text => text.replace(/[ \t\n]+/g, ' ').replace(/^ | $/g, ''),
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
      const dangerous = i < 9 || ['java%73cript:x()', '//example.org'].includes(addresses[i]);
      assert.equal(protocol === 'refused', dangerous, `${addresses[i]}: ${protocol}`);
    }
  }
  assert.equal(refused, 33);
});

test('XML: Chromium reads it back and xmllint finds nothing wrong', async () => {
  const values = [...texts, 'a\rb', 'a\r\nb', '\n', ']]>'];
  const xml = '<?xml version="1.0"?><r>' + rendered('t.xml', '<p a="{{ x }}">{{ x }}</p>', values).join('') + '</r>';
  const lint = spawnSync('xmllint', ['--noout', '-'], { input: xml, encoding: 'utf8' });
  assert.equal(lint.status, 0, lint.stderr);
  const found = await page.evaluate(source => [...new DOMParser().parseFromString(source, 'application/xml').querySelectorAll('p')]
    .map(p => [p.textContent, p.getAttribute('a')]), xml);
  compare(found.map(pair => pair[0]), kept.same, values);
  compare(found.map(pair => pair[1]), kept.same, values);
  for (const result of render('t.xml', '{{ x }}', ['\u0001', 'a\u000bb', '\ufffe'])) assert.equal(result.error, 'template-illegal-character');
});

test('Markdown: cmark reads it back from every place', () => {
  for (const [before_, after_, allowed] of [
    ['', '', []], ['前 ', ' 后', []], ['- ', '', ['list', 'item']], ['# ', '', ['heading']], ['[', '](https://a.b)', ['link']], ['**a', 'b**', ['strong']],
  ]) {
    const single = allowed.length > 0;
    const values = texts.filter(text => text.trim() !== '' && !(single && text.includes('\n')));
    const outputs = rendered('t.md', `${before_}{{ x }}${after_}`, values);
    const read = cmark('xml', outputs).map((xml, i) => {
      const kinds = new Set([...xml.matchAll(/<([a-z_]+)[ >/]/g)].map(match => match[1]));
      for (const kind of ['document', 'paragraph', 'text', 'softbreak', 'linebreak', ...allowed]) kinds.delete(kind);
      if (kinds.size > 0) return `read as ${[...kinds].join(', ')}: ${outputs[i]}`;
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
  const leads = { '- ': '<item>', '= ': '<heading>', '#strong[甲]': '<strong>甲', '#if true [甲]': '甲', '#lower("甲")': '甲' };
  for (const [before_, after_] of [['', ''], ['前 ', ' 后'], ['- ', ''], ['= ', ''], ['#strong[甲]', ''], ['#if true [甲]', ''], ['#lower("甲")', '']]) {
    const outputs = rendered('t.typ', `${before_}{{ x }}${after_}`);
    const source = plain + outputs.map(text => `#metadata(plain([${text}\n])) <out>\n`).join('');
    const compiler = NodeCompiler.create();
    const found = compiler.query({ mainFileContent: source }, { selector: '<out>', field: 'value' });
    const lead = leads[before_] ?? before_;
    const values = texts.map((text, i) => [text, found[i]]).filter(([text]) => lead === before_ || (!text.includes('\n') && text.trim() !== ''));
    const inline = lead === before_ || before_.startsWith('#');
    compare(values.map(value => kept.words(value[1] ?? '')), text => kept.words(lead + (inline ? text : kept.words(text)) + after_), values.map(value => value[0]));
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
  const fields = { heading: 'it.level', strong: 'it.body.text', emph: 'it.body.text', link: 'it.dest', raw: 'it.text', enum: 'it.start', quote: 'it.block', table: 'it.children.len()', line: '1' };
  const notes = Object.entries(fields).map(([name, what]) => `#show ${name}: it => { [#metadata(("${name}", ${what})) <seen>]; it }\n`).join('');
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

test('Typst: code of its own holds texts in quotes', () => {
  const source = rendered('t.typ', '#metadata("{{ x }}") <out>\n#metadata(("{{ x }}甲",)) <all>').join('\n');
  const compiler = NodeCompiler.create();
  compare(compiler.query({ mainFileContent: source }, { selector: '<out>', field: 'value' }), kept.same);
  compare(compiler.query({ mainFileContent: source }, { selector: '<all>', field: 'value' }).map(list => list[0]), text => `${text}甲`);
});

test('CSV: Python reads each cell back, and no cell is a formula', () => {
  const values = [...texts.filter(text => text !== ''), 'a\rb', 'a\r\nb', '\r', '\ufeff=1'];
  const lines = rendered('t.csv', '{{ x }},"{{ x }}",end', values).join('\r\n') + '\r\n';
  const python = spawnSync('python3', ['-c', 'import csv,io,json,sys\nprint(json.dumps(list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode(), newline="")))))'],
    { input: lines, encoding: 'utf8' });
  const rows = JSON.parse(python.stdout);
  for (const column of [0, 1]) {
    compare(rows.map((row, i) => (row[column] === `'${values[i]}` ? values[i] : row[column])), kept.same, values);
    assert.deepEqual(rows.map(row => row[column]).filter(isFormula), []);
    const marked = values.filter((text, i) => rows[i][column] !== text);
    assert.ok(marked.length > 20 && marked.length < 130, `${marked.length} of ${values.length} have an apostrophe`);
    assert.deepEqual(marked.filter(text => /^[\p{L}\p{N}]/u.test(text)), []);
  }
  assert.ok(rows.every(row => row.length === 3 && row[2] === 'end'));
});

test('CSV: a value after other text of a cell cannot begin another cell', () => {
  const results = render('t.csv', 'x{{ x }},"{{ x }} {{ x }}",{{ x }}{{ x }}', texts);
  const outputs = results.filter(result => result.output !== undefined).map(result => result.output);
  for (const result of results) assert.ok([undefined, 'template-csv-cell'].includes(result.error), result.message);
  const python = spawnSync('python3', ['-c', 'import csv,io,json,sys\nprint(json.dumps([list(csv.reader(io.StringIO(line, newline=""))) for line in json.load(sys.stdin)]))'],
    { input: JSON.stringify(outputs), encoding: 'utf8' });
  const rows = JSON.parse(python.stdout);
  assert.ok(rows.length > 500 && rows.length < results.length, `${rows.length} of ${results.length} printed`);
  assert.deepEqual(rows.filter(lines => lines.length !== 1 || lines[0].length !== 3 || lines[0].some(isFormula)), []);
});

// ── Places × carriers × hostile texts ───────────────────────────────────────────────────────────

const harmless = 'p';
const hostile = [
  '', '<script>x()</script>', '<img src=x onerror=x()>', '" onclick="x()', "' onclick='x()", ' onclick=x() ', 'a onclick=x()', '/onclick=x()', '=x() ', '><b>', '/><b', '<b',
  '-->', '--><b>', '--!><b>', '->', '>', '-', '--', '!', '<!--', ']]><b>', '?><b>', '</title><b>', '</textarea><b>', '</script><b>', '</style><b>', '</p><b>', '</svg><b>',
  'script', 'cript', 'style', 'base', 'animate', 'onclick', 'href', 'javascript', 'javascript:x()', 'JavaScript:x()', 'java\tscript:x()', '\u0001javascript:x()', ':x()',
  'avascript:x()', '58;x()', '&#106;avascript:x()', 'javascript&colon;x()', 'vbscript:x()', 'data:text/html,<b>', 'data:image/svg+xml,<svg onload=x()>', '0;url=javascript:x()',
  'a.png 1x, javascript:x()', 'a;javascript:x()', 'http://a.b/onclick=x()//', '&quot; onclick=&quot;x()', '&lt;script&gt;x()&lt;/script&gt;', '&amp;lt;b&amp;gt;', '\\"; x()//', "\\'-x()-\\'", '";x();//',
  ';x();//', '${x()}', '`', '*/x()/*', '\n', '\u2028x()', '{{ x }}', '%3Cb%3E',
];

const macros = '{% macro m(v) %}{{ v }}{% endmacro %}{% macro c() %}{{ caller() }}{% endmacro %}';
const carriers = {
  'a value': '{{ x }}',
  'a branch': '{% if y %}{{ x }}{% else %}-{% endif %}',
  'the other branch': '{% if not y %}-{% else %}{{ x }}{% endif %}',
  'a loop': '{% for v in [x] %}{{ v }}{% endfor %}',
  'halves': '{{ x[:3] }}{{ x[3:] }}',
  'a macro': '{{ m(x) }}',
  'a call': '{% call c() %}{{ x }}{% endcall %}',
  'a block': '{% block b %}{{ x }}{% endblock %}',
  'a block of a child': '{% block b %}-{% endblock %}',
  'an included file': '{% include "i.html" %}',
  'an included text': '{% include "i.txt" %}',
  'a set block': '{% set s %}{{ x }}{% endset %}{{ s }}',
  'a set filter': '{% set s | striptags %}{{ x }}{% endset %}{{ s }}',
  'a filter block': '{% filter striptags %}{{ x }}{% endfilter %}',
  'replacing': '{% filter replace("Q", "") %}Q{{ x }}{% endfilter %}',
  'a list': '{{ [x] }}',
  JSON: '{{ x | tojson }}',
  // What is called safe may be markup in running text: these are for other places.
  'a safe text': '{{ x | safe }}',
  'a text with links': '{{ x | urlize }}',
};
const markup = ['a safe text', 'a text with links'];

// § is the carrier's place.
const places = {
  text: ['<p>§</p>', '<p>a§b</p>', '<noscript>§</noscript>', '<template>§</template>', '<table>§</table>', '<svg><text>§</text></svg>', '<math><mi>§</mi></math>', '<pre>§</pre>', '<select><option>§</select>'],
  guarded: ['<p title="§">a</p>', "<p title='§'>a</p>", '<p title="a§b" id=c>a</p>', '<p title="{% if y %}a{% endif %}§">', '<p data-x=\'§\' id="§">', '<title>§</title>', '<textarea>a§</textarea>', '<!-- § -->', '<!--§-->',
    '<!doctype html §><p>', '<meta name=description content="§">', '<p{% if y %} id="§"{% endif %}>', '<iframe>§</iframe>', '<xmp>§</xmp>', '<svg><title>§</title></svg>', '<p {{ {"title": x} | xmlattr }}>§</p>'.replace('>§<', '><')],
  addresses: ['<a href="§">a</a>', '<a href="/a/§">a</a>', '<a href="java§">a</a>', '<a href="javascript§">a</a>', '<a href="&#106;ava§">a</a>', '<a href="javascript&#§">a</a>', '<a href="§:x()">a</a>', '<a href="§script:x()">a</a>',
    '<a href="{% if n %}/files/{% endif %}§">a</a>', '<a href="{% for p in [] %}{{ p }}/{% endfor %}§">a</a>', "<form action='§'></form>", '<button formaction="§">', '<iframe src="§"></iframe>', '<object data="§"></object>', '<embed src="§">',
    '<img src="§">', '<img srcset="§ 1x, b.png 2x">', '<a ping="a §">', '<svg><a xlink:href="§"/></svg>', '<svg><use href="§"/></svg>', '<svg><animate attributeName=href to="§"/></svg>', '<svg><set attributeName=href values="a;§"/></svg>',
    '<meta http-equiv=refresh content="0;url=§">', '<meta http-equiv=refresh content="§">', '<base href="§">', '<param name=movie value="§">', '<link href="§">', '<video poster="§">'],
  refused: ['<p title=§>', '<p title=a§>', '<p §>a', '<p§>a', '<p a§="b">', '<p {% if n %}title="{% else %}onclick="{% endif %}§">', '<p onclick="§">', '<p onclick="f(\'§\')">', '<p style="§">', '<iframe srcdoc="§">', '<script>§</script>',
    '<script>var a = "§";</script>', '<style>§</style>', '<script><!--<script></script>§</script>', '<!--><script>§</script>', '<title><!--</title><script>§</script>', '<svg><title/><script>§</script></svg>', '<svg><script>§</script></svg>',
    '<!--{{ "" }}><script>§</script>', '<s§>a', '<§cript>a', '<§>a</§>', '<!§>', '<style/>§</style>', '<p title="a"§>', '<a href=javascript:§>', '<{% if n %}p{% else %}script{% endif %}>§', '{% if y %}<script>{% endif %}§'],
  names: ['<h§>a</h§>'],
};

function jobsOf(name, kinds, values, files = {}) {
  const jobs = [];
  for (const kind of kinds) {
    for (const place of places[kind]) {
      for (const [carrier, code] of Object.entries(carriers)) {
        if (kind === 'text' && markup.includes(carrier)) continue;
        if (code.includes('{% block') && place.split('§').length > 2) continue;
        const templates = { 'i.html': '{{ x }}', 'i.txt': '{{ x }}', ...files, [name]: macros + place.replaceAll('§', code) };
        const child = name.replace('t.', 'c.');
        if (carrier === 'a block of a child') templates[child] = `{% extends "${name}" %}{% block b %}{{ x }}{% endblock %}`;
        const main = carrier === 'a block of a child' ? child : name;
        for (const x of values) jobs.push({ kind, place, carrier, x, job: { templates, main, context: { x, y: true, n: false }, options: '' } });
      }
    }
  }
  const ran = spawnSync(join(build, 'render_lines'), { input: jobs.map(one => JSON.stringify(one.job) + '\n').join(''), encoding: 'utf8', maxBuffer: 1 << 30 });
  assert.equal(ran.status, 0, ran.stderr);
  const lines = ran.stdout.trimEnd().split('\n');
  assert.equal(lines.length, jobs.length);
  return jobs.map((one, i) => ({ ...one, result: JSON.parse(lines[i]) }));
}

// What of a document data may not change: its elements, the names of their attributes, its comments,
// scripts and styles; and the schemes of its addresses.
const skeletons = documents => page.evaluate(all => all.map(([source, type]) => {
  const of = node => {
    if (node.nodeType === Node.COMMENT_NODE) return '!';
    if (node.nodeType !== Node.ELEMENT_NODE) return '';
    const code = /^(script|style)$/i.test(node.localName) ? node.textContent : '';
    return `<${node.localName} ${[...node.attributes].map(attribute => attribute.name).join(' ')}>${code}${[...(node.localName === 'template' ? node.content : node).childNodes].map(of).join('')}</>`;
  };
  const schemes = [];
  const parsed = new DOMParser().parseFromString(source, type);
  for (const element of parsed.querySelectorAll('*')) {
    for (const { localName, value } of element.attributes) {
      if (['title', 'id', 'name', 'data-x', 'attributeName', 'class'].includes(localName) || element.getAttribute('name') === 'description') continue;
      const several = ['srcset', 'ping', 'to', 'values'].includes(localName);
      const refresh = /^\s*[\d.]+[;,\s]\s*(?:url\s*=\s*)?["']?(.*)$/is.exec(value);
      for (const part of localName === 'content' ? [refresh?.[1] ?? ''] : several ? [value, ...value.split(/[,;\s]/)] : [value]) {
        if (URL.canParse(part)) schemes.push(`${element.localName} ${new URL(part).protocol}`);
      }
    }
  }
  return [[...parsed.childNodes].map(of).join(''), schemes.filter(scheme => / (javascript|vbscript|data):$/.test(scheme))];
}), documents);

test('HTML: data changes no document, whatever carries it and wherever it is printed', async () => {
  const kinds = ['text', 'guarded', 'addresses', 'names'];
  const plain = new Map(jobsOf('t.html', kinds, [harmless]).map(one => [one.place + one.carrier, one.result]));
  const all = jobsOf('t.html', kinds, hostile);
  for (const one of all) {
    const calm = one.result.error === undefined || /^template-(unsafe|html|open|branches|broken|wrong-type)/.test(one.result.error);
    assert.ok(calm, `${one.place} by ${one.carrier}: ${one.result.message}`);
  }
  for (const one of all.filter(one => ['text', 'guarded'].includes(one.kind))) assert.equal(one.result.error, undefined, `${one.place} by ${one.carrier}: ${one.result.message}`);
  const printed = all.filter(one => one.result.output !== undefined);
  assert.ok(printed.length > 20000, `${printed.length} printed`);
  const found = await skeletons(printed.map(one => [one.result.output, 'text/html']));
  const harmlessOnes = [...plain].filter(([, result]) => result.output !== undefined);
  const before_ = new Map((await skeletons(harmlessOnes.map(([, result]) => [result.output, 'text/html']))).map((one, i) => [harmlessOnes[i][0], one[0]]));
  const changed = printed.map((one, i) => ({ place: one.place, carrier: one.carrier, x: one.x, output: one.result.output, is: found[i][0], was: before_.get(one.place + one.carrier), schemes: found[i][1] }))
    .filter(one => (one.was !== undefined && one.is !== one.was) || one.schemes.length > 0);
  assert.deepEqual(changed.slice(0, 5), [], `${changed.length} of ${printed.length} changed`);
  const refused = all.filter(one => one.result.error === 'template-unsafe-url').length;
  assert.ok(refused > 2000, `${refused} addresses refused`);
});

test('HTML: places that no escaping makes safe are refused before anything is printed', () => {
  const values = [harmless, ...hostile.slice(1, 4)];
  const printed = jobsOf('t.html', ['refused'], values).filter(one => one.result.error === undefined);
  // JSON may be printed in a script, outside of its strings; it is not code there.
  const json = printed.filter(one => one.carrier === 'JSON' && one.place.includes('script'));
  assert.deepEqual(printed.filter(one => !json.includes(one)).map(one => [one.place, one.carrier, one.result.output]), []);
  for (const one of json) assert.deepEqual(JSON.parse(/<script>(".*")<\/script>/.exec(one.result.output)[1]), one.x);
  assert.ok(json.length > 3, `${json.length} in scripts`);
});

test('XML: data changes no document, whatever carries it and wherever it is printed', async () => {
  const kept_ = { text: places.text, guarded: places.guarded };
  places.text = ['<r>§</r>', '<r><a/>§</r>'];
  places.guarded = ['<r a="§"/>', "<r a='b§' c=\"§\"/>", '<r><!-- § --></r>', '<r><!--§--></r>', '<r><![CDATA[§]]></r>', '<?p a="§"?><r/>', '<r xlink:title="§" xmlns:xlink="u"/>'];
  const all = jobsOf('t.xml', ['text', 'guarded'], [harmless, ...hostile], { 'i.html': '{{ x }}' });
  Object.assign(places, kept_);
  for (const one of all.filter(one => one.result.error !== undefined)) {
    assert.ok(/^template-illegal-character$/.test(one.result.error), `${one.place} by ${one.carrier}: ${one.result.message}`);
  }
  const printed = all.filter(one => one.result.output !== undefined && !(one.carrier === 'a safe text' && one.place.includes('CDATA')));
  assert.ok(printed.length > 5000, `${printed.length} printed`);
  const found = await skeletons(printed.map(one => [one.result.output, 'application/xml']));
  const before_ = new Map(printed.map((one, i) => [one, found[i][0]]).filter(([one]) => one.x === harmless).map(([one, skeleton]) => [one.place + one.carrier, skeleton]));
  const changed = printed.map((one, i) => ({ place: one.place, carrier: one.carrier, x: one.x, output: one.result.output, is: found[i][0], was: before_.get(one.place + one.carrier) })).filter(one => one.is !== one.was);
  assert.deepEqual(changed.slice(0, 5), [], `${changed.length} of ${printed.length} changed`);
});

test('Markdown: data changes no document that cmark makes, raw HTML included', async () => {
  const spots = ['§', 'a§b', '§[more](u)', '# §', '# a § #', '[t](§)', '[t](/a/§ "§")', "![t](u '§')", '[t](<§>)', '[t](java§)', '[t]: §\n\n[t]', '<div>\n§\n</div>', '- §', '> §', '<p>§</p>'];
  const values = [harmless, ...hostile.filter(text => text !== '' && !text.startsWith('\n')), ...texts.filter(text => /^[^\n]*[!#()[\]]$/.test(text) && text.length > 1).slice(0, 12), 'a) [b](c', 'a "b" (c)', "a' b", '<u>', 'a\n\nb'];
  let printed = 0;
  for (const spot of spots) {
    for (const carrier of ['{{ x }}', '{{ m(x) }}', '{% set s %}{{ x }}{% endset %}{{ s }}']) {
      const results = render('t.md', '{% macro m(v) %}{{ v }}{% endmacro %}' + spot.replaceAll('§', carrier), values);
      for (const result of results) assert.ok([undefined, 'template-unsafe-url'].includes(result.error), result.message);
      const single = /^(#|-|>)/.test(spot) || spot.startsWith('<');
      const kept_ = values.map((x, i) => [x, results[i].output]).filter(([x, output]) => output !== undefined && !(single && x.includes('\n')));
      const html = cmark('html', kept_.map(([, output]) => output));
      const found = await skeletons(html.map(source => [source, 'text/html']));
      const split = x => /\n\s*\n/.test(x);
      const changed = kept_.map(([x, output], i) => ({ x, output, html: html[i], is: found[i][0], schemes: found[i][1] }))
        .filter((one, i) => (one.is !== found[0][0] && !split(kept_[i][0])) || one.schemes.length > 0 || /<(script|img src=x|b>)/.test(one.is));
      assert.deepEqual(changed.slice(0, 3), [], `${spot} by ${carrier}: ${changed.length} of ${kept_.length}`);
      printed += kept_.length;
    }
  }
  assert.ok(printed > 2000, `${printed} printed`);
});
