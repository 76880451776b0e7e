// SPDX-License-Identifier: Apache-2.0
// nunjucks.mjs TEMPLATES DATA OUT SECONDS: renders policy.html with nunjucks for that long, on one core.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import nunjucks from 'nunjucks'

const [templates, data, out, seconds] = process.argv.slice(2)
const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(templates, { noCache: false }), {
  autoescape: true,
  throwOnUndefined: true
})
// A filter of Jinja's that nunjucks lacks, and one that it understands differently.
environment.addFilter('max', list => Math.max(...list))
environment.addFilter('truncate', (text, length) => text.length > length + 5 ? text.slice(0, length - 3) + '...' : text)
const context = JSON.parse(readFileSync(data, 'utf8'))
const page = environment.getTemplate('policy.html', true)
const text = page.render(context)
// V8 compiles hot code in the background: the timed part starts when it has.
for (const end = performance.now() + 500; performance.now() < end;) page.render(context)
let pages = 0
const start = performance.now()
let elapsed = 0
while ((elapsed = (performance.now() - start) / 1000) < Number(seconds)) {
  page.render(context)
  ++pages
}
writeFileSync(out, text)
const { version } = createRequire(import.meta.url)('nunjucks/package.json')
console.log(JSON.stringify({ version, pages, seconds: elapsed }))
