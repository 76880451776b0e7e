// SPDX-License-Identifier: Apache-2.0
// The scripts of the finder's page, in the page's order, run by Node: what they give the page.

import '../../site/assets/finder/exact.js';
import '../../site/assets/finder/apply.js';
import '../../site/assets/finder/rules.js';
import '../../site/assets/finder/applicant.js';
import '../../site/assets/finder/measures.js';
import '../../site/assets/finder/page.js';

export const { huice } = globalThis;
