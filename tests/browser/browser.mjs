// SPDX-License-Identifier: Apache-2.0
// Debian's Chromium, driven by playwright-core. Nothing is downloaded and nothing is reached: pages
// are opened from file://.

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

export const sizes = [
  { name: 'desktop', width: 1280, height: 800 },
  { name: 'phone', width: 360, height: 740 },
];

/** Starts Chromium with a profile folder of its own, which playwright makes and removes. */
export async function launch() {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
  if (!executablePath) throw new Error('no Chromium here: apt-get install chromium');
  return chromium.launch({
    executablePath,
    args: [
      // Chromium's own sandbox does not work for root, as which containers and CI run.
      ...(process.getuid() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  });
}
