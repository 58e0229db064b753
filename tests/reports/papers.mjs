// Prints what is handed over, as a browser prints it: the board's report is one page of A4 in all examples and in a
// folder of many records with long titles, and the statement of applicability lies across.
// usage: browser=PATH papers.mjs FOLDER (with folders of reports)
import {existsSync, readdirSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {open} from './browser.mjs';

const [folder] = process.argv.slice(2);
const problems = [];
const browser = await open(process.env.browser);

// The sizes of the pages of a PDF, in points.
const print = async (file) => {
  await browser.visit(pathToFileURL(resolve(file)).href, {width: 1280});
  const {data} = await browser.tell('Page.printToPDF', {preferCSSPageSize: true, printBackground: true});
  const text = Buffer.from(data, 'base64').toString('latin1');
  const sizes = [...text.matchAll(/\/Type\s*\/Page\b[^]*?\/MediaBox\s*\[([^\]]*)\]/g)];
  return sizes.map((size) => size[1].trim().split(/\s+/).slice(2).map(Number));
};
const is = (size, width, height) => Math.abs(size[0] - width) < 3 && Math.abs(size[1] - height) < 3;

let boards = 0;
let statements = 0;
try {
  for (const name of readdirSync(folder).sort()) {
    const board = join(folder, name, 'board.html');
    if (existsSync(board)) {
      const pages = await print(board);
      if (pages.length !== 1) problems.push(`${name}: the board's report has ${pages.length} pages`);
      if (pages.length > 0 && !is(pages[0], 595, 842)) problems.push(`${name}: the board's page is ${pages[0]} points`);
      ++boards;
    }
    const statement = join(folder, name, 'statement.html');
    if (existsSync(statement)) {
      const pages = await print(statement);
      if (pages.length === 0 || !pages.every((page) => is(page, 842, 595)))
        problems.push(`${name}: the statement's pages are ${pages.join(' and ')} points`);
      ++statements;
    }
  }
} finally {
  await browser.close();
}
console.log(`${boards} reports for the board and ${statements} statements of applicability printed`);
if (boards < 5) problems.push('too few reports for the board');
if (statements < 1) problems.push('no statement of applicability');
for (const problem of problems) console.log(problem);
process.exit(problems.length > 0 ? 1 : 0);
