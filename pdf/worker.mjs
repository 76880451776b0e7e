// SPDX-License-Identifier: Apache-2.0
// Makes PDFs of Typst's sources, one after the other, for as long as standard input is open. A line
// of JSON in, one out (src/formats/pdf_worker.h is the other end):
//
//   {"hello": true}   →  {"typst": "0.14.2", "node": "v22.23.3"}
//   {"main": source, "files": {name: text | {"base64": …}}, "standard": "ua-1",
//    "characters": {face: "…"}, "fonts": {face: [name, …]}}
//       →  {"pdf": base64, "pages": 2, "memory": bytes, "substituted": [
//            {"face": "fangsong", "font": "FandolFang R", "for": "FangSong_GB2312"},
//            {"face": "fangsong", "font": "Noto Serif CJK SC", "characters": "喆"}]}
//   and in place of either  {"error": {"kind": …, …}}
//
// `faces.typ` among the files names the fonts of each face. A document that holds metadata labelled
// <again>, an object of texts, is made once more with these as inputs.

import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import process from 'node:process';

// Nothing on a disk is there: all that a source may read is given with it.
const workspace = '/huice-letters';
const compilers = [
  `@myriaddreamin/typst-ts-node-compiler-${process.platform}-${process.arch}-gnu`,
  `@myriaddreamin/typst-ts-node-compiler-${process.platform}-${process.arch}-musl`,
  `@myriaddreamin/typst-ts-node-compiler-${process.platform}-${process.arch}-msvc`,
  `@myriaddreamin/typst-ts-node-compiler-${process.platform}-${process.arch}`,
  '@myriaddreamin/typst-ts-node-compiler',
];
const wanted = '0.7.0';
const typst = '0.14.2';

class Refused extends Error {
  constructor(kind, facts = {}) {
    super(kind);
    this.answer = { kind, ...facts };
  }
}

// Beside this file, in the folder where huice runs, or where NODE_PATH says.
function load() {
  let found;
  for (const from of [import.meta.url, join(process.cwd(), 'x.js')]) {
    for (const name of compilers) {
      let version;
      const require = createRequire(from);
      try {
        version = require(`${name}/package.json`).version;
        found = version;
        if (version === wanted) return require(name).NodeCompiler;
      } catch (error) {
        if (version === wanted) throw new Refused('compiler', { message: String(error.message) });
      }
    }
  }
  throw new Refused('no-compiler', { found: found ?? '', wanted });
}

class Maker {
  constructor(fontFolders) {
    const NodeCompiler = load();
    const fontArgs = fontFolders.map(folder => ({ fontPaths: [folder] }));
    this.compiler = NodeCompiler.create({ workspace, fontArgs });
    this.installed = new Map();
    this.glyphs = new Map();
    this.given = '';
    this.lists = undefined;
  }

  // Gives Typst these files alone. Letters share them, and Typst keeps what it made of the same ones.
  give(files) {
    const given = JSON.stringify(files);
    if (given === this.given) return;
    this.given = '';  // until all are there
    this.lists = undefined;
    this.compiler.resetShadow();
    for (const [name, content] of Object.entries(files)) {
      const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content.base64, 'base64');
      this.compiler.mapShadow(join(workspace, name), bytes);
    }
    this.given = given;
  }

  // The lists of fonts that faces.typ, one of the files, gives.
  listsOf() {
    this.lists ??= JSON.parse(JSON.stringify(this.compiler.query(
      { mainFileContent: '#import "faces.typ": faces\n#metadata(faces)<faces>' }, { selector: '<faces>', field: 'value' })))[0];
    return this.lists;
  }

  compile(main, inputs = {}) {
    const made = this.compiler.compile({ mainFileContent: main, inputs, resetRead: true });
    if (made.hasError()) throw this.fault(made.takeError());
    return made.result;
  }

  fault(error) {
    const all = this.compiler.fetchDiagnostics(error);
    const { message, path, range } = all.find(one => one.severity === 1) ?? { message: error.compilationStatus };
    const file = (path ?? '').replace(`${workspace}/`, '');
    return new Refused('typst', { message, file, line: (range?.start.line ?? -1) + 1, column: (range?.start.character ?? -1) + 1 });
  }

  // Typst warns of a font that it does not have.
  has(font) {
    if (!this.installed.has(font)) {
      const made = this.compiler.compile({ mainFileContent: `#set text(font: ${JSON.stringify(font)}, fallback: false)\n#box[]x` });
      const warnings = made.takeWarnings();
      const unknown = warnings && this.compiler.fetchDiagnostics(warnings).some(one => one.message.startsWith('unknown font family'));
      this.installed.set(font, !unknown);
    }
    return this.installed.get(font);
  }

  // Those of the characters that the font lacks: writing PDF/A names each that it has no glyph for.
  lacking(font, weight, characters) {
    const key = `${weight} ${font}`;
    if (!this.glyphs.has(key)) this.glyphs.set(key, new Map());
    const known = this.glyphs.get(key);
    const asked = characters.filter(one => !known.has(one));
    if (asked.length > 0) {
      const boxes = asked.map(one => `#box(text("\\u{${one.codePointAt(0).toString(16)}}"))`).join('\n');
      const source = '#set document(date: datetime(year: 2000, month: 1, day: 1))\n' +
        `#set text(font: ${JSON.stringify(font)}, weight: "${weight}", fallback: false)\n${boxes}`;
      const missing = new Set(this.refusedGlyphs(source));
      for (const one of asked) known.set(one, !missing.has(one));
    }
    return characters.filter(one => !known.get(one));
  }

  refusedGlyphs(source) {
    try {
      this.compiler.pdf({ mainFileContent: source }, { pdfStandard: 'a-2b' });
      return [];
    } catch (error) {
      const texts = [...messages(error)].map(message => /^PDF\/A-2b error: the text `"(.*)"` could not be displayed/su.exec(message)?.[1]);
      if (texts.includes(undefined)) throw new Refused('compiler', { message: String(error.message) });
      return texts.map(unquoted);
    }
  }

  // The fonts of each face that is used, in order, and what is not set in the office's own. `named`
  // are those that the office names beside faces.typ; they come first.
  faces(characters, named) {
    const fonts = {};
    const substituted = [];
    for (const [face, { own: usual, 'stand-ins': standIns }] of Object.entries(this.listsOf())) {
      const own = [...(named[face] ?? []), ...usual];
      const row = [...own, ...standIns].filter(font => this.has(font));
      if (row.length === 0) throw new Refused('no-font', { face, fonts: [...own, ...standIns] });
      fonts[face] = row;
      const used = [...(characters[face] ?? '')].filter(one => !/\s|\p{Cf}/u.test(one));
      if (used.length === 0) continue;
      if (!own.includes(row[0])) substituted.push({ face, font: row[0], for: own[0] ?? '' });
      let rest = used;
      for (const [i, font] of row.entries()) {
        const lacking = this.lacking(font, face === 'xiaobiaosong' ? 'bold' : 'regular', rest);
        const given = rest.filter(one => !lacking.includes(one));
        if (i > 0 && given.length > 0) substituted.push({ face, font, characters: given.join('') });
        rest = lacking;
        if (rest.length === 0) break;
      }
      if (rest.length > 0) throw new Refused('no-glyph', { face, characters: rest.join(''), fonts: row });
    }
    return { fonts, substituted };
  }

  make({ main, files = {}, standard, characters = {}, fonts: named = {} }) {
    this.give(files);
    const { fonts, substituted } = 'faces.typ' in files ? this.faces(characters, named) : { fonts: {}, substituted: [] };
    const inputs = { faces: JSON.stringify(fonts) };
    let document = this.compile(main, inputs);
    const [again] = this.compiler.query(document, { selector: '<again>', field: 'value' });
    if (again) document = this.compile(main, { ...inputs, ...again });
    let pdf;
    try {
      pdf = this.compiler.pdf(document, standard ? { pdfStandard: standard } : {});
    } catch (error) {
      throw new Refused('standard', { message: [...messages(error)].join('; '), standard });
    }
    this.compiler.evictCache(8);
    return { pdf: pdf.toString('base64'), pages: document.numOfPages, memory: process.memoryUsage.rss(), substituted };
  }
}

// The messages in what Rust prints of its list of faults.
function* messages(error) {
  const found = String(error.message).matchAll(/message: "((?:[^"\\]|\\.)*)"/gsu);
  let any = false;
  for (const [, text] of found) {
    any = true;
    yield unquoted(text);
  }
  if (!any) yield String(error.message);
}

function unquoted(text) {
  const named = { n: '\n', t: '\t', r: '\r', 0: '\0' };
  return text.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/gsu, (_, code, sign) =>
    code ? String.fromCodePoint(parseInt(code, 16)) : named[sign] ?? sign);
}

let maker;
function answer(line) {
  try {
    const job = JSON.parse(line);
    maker ??= new Maker(process.argv.slice(2));
    return job.hello ? { typst, node: process.version } : maker.make(job);
  } catch (error) {
    return { error: error instanceof Refused ? error.answer : { kind: 'fault', message: String(error?.stack ?? error) } };
  }
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const bytes = Buffer.from(JSON.stringify(answer(line)) + '\n');
  if (!process.stdout.write(bytes)) await new Promise(done => process.stdout.once('drain', done));
}
