// SPDX-License-Identifier: Apache-2.0
// docxtemplater.mjs TEMPLATE LETTERS OUT: one Word file for each line of LETTERS (JSON), as docxtemplater's manual
// has it: the template is opened anew for each, since rendering changes it.
import { createInterface } from 'node:readline';
import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';

const require = createRequire(import.meta.url);
const PizZip = require('pizzip');
const Docxtemplater = require('docxtemplater');

const [template, letters, out] = process.argv.slice(2);
const bytes = readFileSync(template);
let count = 0;
for await (const line of createInterface({ input: createReadStream(letters), crlfDelay: Infinity })) {
  const letter = JSON.parse(line);
  const document = new Docxtemplater(new PizZip(bytes), { paragraphLoop: true, linebreaks: true });
  document.render(letter);
  writeFileSync(`${out}/${letter.id}.docx`, document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' }));
  count += 1;
}
console.log(JSON.stringify({ count, version: require('docxtemplater/package.json').version }));
