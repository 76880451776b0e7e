// SPDX-License-Identifier: Apache-2.0
// One page through every check, in both sizes, both colour schemes, in print, with and without
// scripts.

import { sizes } from './browser.mjs';
import { axe, documentFrame, horizontalScroll, open, print, visibleText } from './page-checks.mjs';

/** Every finding on the page at `path` of the tree, as sentences with where each was seen. */
export async function visit(browser, root, path) {
  const findings = [];
  const note = (where, found) => findings.push(...found.map((finding) => `${where}: ${finding}`));

  // One page resized, as a reader's window is: loading it six times would find no more.
  const scripted = await browser.newContext({ viewport: sizes[0] });
  const { page, troubles } = await open(scripted, root, path);
  const text = await visibleText(page);
  for (const { name, width, height } of sizes) {
    await page.setViewportSize({ width, height });
    note(name, [...(await documentFrame(page)), ...(await horizontalScroll(page))]);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      // The second scheme shows the same elements in other colours.
      note(`${name}, ${colorScheme}`, await axe(page, { colours: colorScheme === 'dark' }));
    }
  }
  note('print', await print(page));
  note('loading', troubles);
  await scripted.close();

  const plain = await browser.newContext({ viewport: sizes[0], javaScriptEnabled: false });
  const unscripted = await open(plain, root, path);
  if ((await visibleText(unscripted.page)) !== text) note('without scripts', ['reads otherwise than with scripts']);
  note('without scripts', unscripted.troubles);
  await plain.close();
  return findings;
}
