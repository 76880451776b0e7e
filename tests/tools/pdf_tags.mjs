// SPDX-License-Identifier: Apache-2.0
// What pdf.js reads in PDFs, for tests/scripts/letter_pdf.py: a path a line in, one JSON object a
// line out: title, language, created, parts (of XMP), and how often each role is in the tags, with
// the words of headings.

import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { getDocument } from '../browser/node_modules/pdfjs-dist/legacy/build/pdf.mjs';

async function tagsOf(path) {
  const document = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
  const { info, metadata } = await document.getMetadata();
  const roles = {};
  const heads = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const words = new Map();
    let marked;
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if (item.type === 'beginMarkedContentProps') marked = item.id;
      if (item.str !== undefined && marked) words.set(marked, (words.get(marked) ?? '') + item.str);
    }
    const textOf = node => (node.children ?? []).map(child => (child.type === 'content' ? words.get(child.id) ?? '' : textOf(child))).join('');
    const walk = node => {
      if (node.role) roles[node.role] = (roles[node.role] ?? 0) + 1;
      if (/^H\d$/.test(node.role)) heads.push([node.role, textOf(node)]);
      (node.children ?? []).forEach(walk);
    };
    walk(await page.getStructTree() ?? {});
  }
  const { Marked: marked } = await document.getMarkInfo() ?? {};
  return { title: info.Title, language: info.Language, created: info.CreationDate, marked, xmp: Object.fromEntries(metadata ?? []), roles, heads };
}

for await (const path of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await tagsOf(path)));
}
