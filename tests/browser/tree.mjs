// SPDX-License-Identifier: Apache-2.0
// The rendered tree as files: which pages there are, of which kind, and where their links go. No
// browser is needed for this, so every page is read, not one of each kind.

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Every kind of page, and which files are of it. All of a kind have one template. */
const kinds = [
  ['home', /^index\.html$/],
  ['measure', /^measures\/[^/]+\/[^/]+\/[^/]+\.html$/],
  ['measure list', /^measures\/(index|\d+)\.html$/],
  ['region', /^regions\/.+\.html$/],
  ['topic list', /^topics\/index\.html$/],
  ['topic', /^topics\/.+\.html$/],
  ['beneficiary list', /^beneficiaries\/index\.html$/],
  ['beneficiary', /^beneficiaries\/.+\.html$/],
  ['about', /^about\.html$/],
  ['policy list', /^policies\/index\.html$/],
  ['policy', /^policies\/[^/]+\.html$/],
  ['unit list', /^units\/index\.html$/],
  ['unit', /^units\/[^/]+\.html$/],
  ['ladder', /^ladders\/[^/]+\.html$/],
  ['letter', /^replies\/[^/]+\/index\.html$/],
  ['booklet', /^booklets\/[^/]+\/index\.html$/],
  ['booklet chapter', /^booklets\/[^/]+\/.+\.html$/],
  ['dashboard', /^dashboards\/[^/]+\/index\.html$/],
];

/** Kinds that a site of the shipped data must have. */
export const requiredKinds = ['home', 'measure', 'measure list', 'region', 'topic', 'beneficiary', 'about', 'policy list', 'policy', 'unit', 'ladder', 'letter', 'booklet', 'dashboard'];

/** Every HTML file of the tree, relative to it, sorted. */
export function htmlFiles(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export function kindOf(path) {
  const found = kinds.find(([, pattern]) => pattern.test(path));
  return found ? found[0] : `other (${path.includes('/') ? path.split('/')[0] : 'root'})`;
}

/**
 * The pages to open: every policy, and of each other kind the first, the last and the largest, so
 * that a hundred units do not cost a hundred times the time.
 */
export function pagesToOpen(root) {
  const byKind = Map.groupBy(htmlFiles(root), kindOf);
  const chosen = [];
  for (const [kind, paths] of byKind) {
    const largest = paths.reduce((a, b) => (statSync(join(root, a)).size >= statSync(join(root, b)).size ? a : b));
    const some = kind === 'policy' ? paths.slice(0, 10) : [paths[0], paths.at(-1)];
    for (const path of new Set([...some, largest])) chosen.push({ kind, path });
  }
  return chosen;
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", '#34': '"' };
const decode = (text) => text.replace(/&(amp|lt|gt|quot|apos|#39|#34);/g, (_, name) => entities[name]);
const withoutComments = (html) => html.replace(/<!--[\s\S]*?-->/g, '').replace(/<(script|style)\b([^>]*)>[\s\S]*?<\/\1>/g, '<$1$2>');

function attributes(html, name) {
  const pattern = new RegExp(`<[a-z][^<>]*?\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'gi');
  return [...withoutComments(html).matchAll(pattern)].map((match) => decode(match[1] ?? match[2] ?? match[3]));
}

/** Everything under `root` whose links go nowhere: [{ path, link, why }]. */
export function brokenLinks(root) {
  const anchors = new Map();
  const anchorsOf = (file) => {
    if (!anchors.has(file)) {
      const html = readFileSync(file, 'utf8');
      anchors.set(file, new Set([...attributes(html, 'id'), ...attributes(html, 'name')]));
    }
    return anchors.get(file);
  };
  const broken = [];
  for (const path of htmlFiles(root)) {
    const html = readFileSync(join(root, path), 'utf8');
    const srcset = attributes(html, 'srcset').flatMap((set) => set.split(',').map((part) => part.trim().split(/\s+/)[0]));
    const links = [...attributes(html, 'href'), ...attributes(html, 'src'), ...srcset];
    for (const link of new Set(links)) {
      const why = fault(root, join(root, path), link, anchorsOf);
      if (why) broken.push({ path, link, why });
    }
  }
  return broken;
}

function fault(root, from, link, anchorsOf) {
  if (link === '') return 'empty link';
  if (/^(https?:|mailto:|tel:|data:)/.test(link)) return '';
  if (/^[a-z][a-z0-9+.-]*:/i.test(link)) return 'a scheme that no reader can follow';
  if (link.startsWith('/')) return 'starts with /, which from file:// is the root of the disk';
  const url = new URL(link, pathToFileURL(from));
  const fragment = decodeURIComponent(url.hash.slice(1));
  url.hash = '';
  url.search = '';
  const target = fileURLToPath(url);
  if (relative(root, target).startsWith('..')) return 'leaves the site';
  if (!existsSync(target)) return 'no such file';
  if (statSync(target).isDirectory()) return 'names a folder; from file:// that is a listing, not a page';
  if (fragment && target.endsWith('.html') && !anchorsOf(target).has(fragment)) return `no element has the id ${fragment}`;
  return '';
}

/** Titles that stand on more than one page: [{ title, paths }]. */
export function repeatedTitles(root) {
  const title = (path) => /<title>([\s\S]*?)<\/title>/.exec(readFileSync(join(root, path), 'utf8'))?.[1].trim() ?? '';
  const byTitle = Map.groupBy(htmlFiles(root), title);
  return [...byTitle].filter(([text, paths]) => paths.length > 1 || text === '').map(([text, paths]) => ({ title: text, paths }));
}
