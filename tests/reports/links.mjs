// Each link of each page of a folder leads to a page that is there, or to a place within it; none leads out of the folder,
// but those to the web. What addresses a page is told to hold is compared with what it holds.
// usage: links.mjs FOLDER (with folders of reports)
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join, resolve, sep} from 'node:path';
import {pagesOf} from './choose.mjs';

const [folder] = process.argv.slice(2);
const problems = [];
const entities = {amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'"};
const plain = (html) => html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name]);

const ids = new Map();
const idsOf = (path) => {
  if (!ids.has(path)) ids.set(path, new Set([...readFileSync(path, 'utf8').matchAll(/ id="([^"]*)"/g)].map((match) => plain(match[1]))));
  return ids.get(path);
};

let links = 0;
let inside = 0;
let fragments = 0;
const names = pagesOf(folder);
for (const name of names) {
  const page = resolve(folder, name);
  const root = resolve(folder, name.split('/')[0]) + sep;
  const text = readFileSync(page, 'utf8');
  const complain = (what) => problems.push(`${name}: ${what}`);
  const addresses = [...text.matchAll(/ (?:href|data-search)="([^"]*)"/g)].map((match) => plain(match[1]));
  const data = /<script type="application\/json" id="ims:pages">(.*?)<\/script>/s.exec(text);
  if (data) addresses.push(...JSON.parse(data[1]).map((entry) => entry[2]));
  for (const address of addresses) {
    if (/^(https?:|mailto:|data:,$)/.test(address)) continue;
    ++links;
    const [path, fragment] = address.split('#');
    const target = path === '' ? page : resolve(join(dirname(page), decodeURIComponent(path)));
    if (!target.startsWith(root)) complain(`${address} leads out of the folder`);
    else if (!target.endsWith('.html')) complain(`${address} is no page`);
    else if (!existsSync(target)) complain(`${address} leads nowhere`);
    else {
      ++inside;
      if (fragment === undefined) continue;
      ++fragments;
      if (!idsOf(target).has(fragment)) complain(`${address}: no such place in the page`);
    }
  }
}
// A reader gets from the start page to every page.
for (const example of new Set(names.map((name) => name.split('/')[0]))) {
  const reached = new Set();
  const next = [resolve(folder, example, 'index.html')];
  while (next.length > 0) {
    const page = next.pop();
    if (reached.has(page) || !existsSync(page)) continue;
    reached.add(page);
    for (const [, address] of readFileSync(page, 'utf8').matchAll(/ href="([^"]*)"/g)) {
      const path = plain(address).split('#')[0];
      if (path !== '' && !/^[a-z]+:/.test(path)) next.push(resolve(join(dirname(page), decodeURIComponent(path))));
    }
  }
  for (const name of names) {
    if (name.startsWith(example + '/') && !reached.has(resolve(folder, name))) problems.push(`${name}: nothing leads here`);
  }
}
if (names.length === 0 || inside < 10 * names.length || fragments === 0) problems.push(`only ${inside} links in ${names.length} pages`);
console.log(`${links} links in ${names.length} pages`);
for (const problem of problems.slice(0, 20)) console.log(problem);
if (problems.length > 20) console.log(`… and ${problems.length - 20} more`);
process.exit(problems.length === 0 ? 0 : 1);
