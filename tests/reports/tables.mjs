// A reader of GitHub's Markdown that is not ours sees each table of each report as a table: as many as the JSON has, each
// row with as many cells as its head, and in each cell what the HTML says there.
// usage: tables.mjs FOLDER (with folders of reports, each in Markdown, HTML and JSON)
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmFromMarkdown} from 'mdast-util-gfm';
import {gfm} from 'micromark-extension-gfm';

const [folder] = process.argv.slice(2);
const problems = [];

const entities = {amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'"};
const plain = (html) => html.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name]);
const normal = (text) => text.replace(/\s+/g, ' ').trim();
const textOf = (node) => node.value ?? (node.children ?? []).map(textOf).join('');

function* tablesIn(node) {
  if (node.type === 'table') yield node;
  for (const child of node.children ?? []) yield* tablesIn(child);
}

const cellsOf = (row) => [...row.matchAll(/<t([hd])\b[^>]*>(.*?)<\/t\1>/gs)].map((match) => normal(plain(match[2])));
const tablesOfPage = (html) =>
  [...html.matchAll(/<(table|dl|p) [^>]*id="ims:table-([^"]*)"[^>]*>(.*?)<\/\1>/gs)].map(([, tag, key, content]) => ({
    card: tag !== 'table',
    key,
    rows: [...content.matchAll(/<tr\b[^>]*>(.*?)<\/tr>/gs)].map((match) => cellsOf(match[1])),
  }));

let reports = 0;
let tables = 0;
const names = readdirSync(folder, {recursive: true}).filter((name) => name.endsWith('.md')).sort();
for (const name of names) {
  const read = (extension) => readFileSync(join(folder, name.replace(/md$/, extension)), 'utf8');
  const complain = (what) => problems.push(`${name}: ${what}`);
  const page = tablesOfPage(read('html'));
  const markdown = fromMarkdown(read('md'), {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]});
  const found = [...tablesIn(markdown)];
  const grids = page.filter((table) => !table.card);
  ++reports;
  tables += found.length;
  if (existsSync(join(folder, name.replace(/md$/, 'json')))) {
    const {tables: told} = JSON.parse(read('json'));
    const keys = told.map((table) => encodeURIComponent(table.key));
    const own = page.map((table) => table.key);
    if (keys.join() !== own.join()) complain(`the JSON has the tables ${keys}, the HTML ${own}`);
    for (const [index, table] of told.entries()) {
      const shown = page[index]?.card ? table.rows.length : (page[index]?.rows.length ?? 0) - 1;
      if (shown > table.rows.length) complain(`${table.key}: ${shown} rows shown of ${table.rows.length}`);
    }
  }
  if (found.length !== grids.length) {
    complain(`${found.length} tables are read in the Markdown, ${grids.length} in the HTML`);
    continue;
  }
  for (const [index, table] of found.entries()) {
    const rows = table.children.map((row) => row.children.map((cell) => normal(textOf(cell))));
    const expected = grids[index].rows;
    if (rows.length !== expected.length) complain(`${grids[index].key}: ${rows.length} rows instead of ${expected.length}`);
    for (const [line, row] of rows.entries()) {
      if (row.length !== rows[0].length) complain(`${grids[index].key}, row ${line}: ${row.length} cells instead of ${rows[0].length}`);
      if (JSON.stringify(row) !== JSON.stringify(expected[line])) {
        complain(`${grids[index].key}, row ${line}:\n  Markdown ${JSON.stringify(row)}\n  HTML     ${JSON.stringify(expected[line])}`);
      }
    }
  }
}
if (reports === 0 || tables < reports) problems.push(`only ${tables} tables in ${reports} reports`);
console.log(`${tables} tables in ${reports} reports`);
for (const problem of problems.slice(0, 20)) console.log(problem);
process.exit(problems.length === 0 ? 0 : 1);
