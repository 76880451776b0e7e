// SPDX-License-Identifier: Apache-2.0
// typst.mjs FOLDER FONTS LINES OUT: Typst alone makes a PDF of each source that huice sent its worker (a line of JSON
// each), with the compiler that is installed in FOLDER, huice's folder pdf. Fonts are not asked for, and no document is made twice.
import { createInterface } from 'node:readline';
import { createReadStream, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';

const [folder, fonts, lines, out] = process.argv.slice(2);
const require = createRequire(join(folder, 'worker.mjs'));
const { NodeCompiler } = require(`@myriaddreamin/typst-ts-node-compiler-${process.platform}-${process.arch}-gnu`);
const compiler = NodeCompiler.create({ workspace: '/bench', fontArgs: [{ fontPaths: [fonts] }] });
let count = 0;
for await (const line of createInterface({ input: createReadStream(lines), crlfDelay: Infinity })) {
  const job = JSON.parse(line);
  if (job.hello) continue;
  if (count === 0) {
    for (const [name, text] of Object.entries(job.files)) compiler.mapShadow(`/bench/${name}`, Buffer.from(text));
  }
  const made = compiler.compile({ mainFileContent: job.main, resetRead: true });
  if (made.hasError()) throw new Error(JSON.stringify(compiler.fetchDiagnostics(made.takeError())));
  const pdf = compiler.pdf(made.result, { pdfStandard: job.standard });
  writeFileSync(`${out}/${count}.pdf`, pdf);
  compiler.evictCache(8);
  count += 1;
}
console.log(JSON.stringify({ count }));
