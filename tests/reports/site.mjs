// What the pages of a folder do together in a browser: the menu, the search, filters and sorting whose state stands in the
// address; by keyboard, and back again. How fast that is is measured against work on the same page that anybody would call
// fast enough, since a time by itself says more of the machine.
// usage: browser=PATH site.mjs FOLDER (with the folders of reports of examples, and of `thousand`)
import {readFileSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {open} from './browser.mjs';

const [folder] = process.argv.slice(2);
const problems = [];
let checks = 0;
const check = (what, holds) => {
  ++checks;
  if (!holds) problems.push(what);
};
const address = (name) => pathToFileURL(resolve(folder, name)).href;
const browser = await open(process.env.browser);
const visit = (url, options = {}) => browser.visit(url, {width: 1280, ...options});
const codes = {Enter: 13, Escape: 27, Tab: 9, ArrowDown: 40, '/': 191};
const press = async (key) => {
  const text = key === 'Enter' ? '\r' : key.length === 1 ? key : undefined;
  for (const type of ['keyDown', 'keyUp']) {
    await browser.tell('Input.dispatchKeyEvent', {type, key, code: key, text: type === 'keyDown' ? text : undefined, windowsVirtualKeyCode: codes[key]});
  }
};
const type = async (text) => { for (const letter of text) await press(letter); };
// Until a page says so, as going from page to page takes its time.
const until = async (what, question) => {
  for (let turn = 0; turn < 2000; ++turn) {
    try {
      if (await browser.ask(question)) return check(what, true);
    } catch {}  // the page is just leaving
  }
  check(what, false);
};
// The answer would be lost with the page.
const back = () => browser.ask('() => { setTimeout(() => history.back()); }');

async function search() {
  await visit(address('corner-shop/role/cashier.html'));
  check('a page that the menu does not lead to is not marked in it', await browser.ask(() => document.querySelectorAll('nav.menu [aria-current=page]').length === 0));
  await press('/');
  check('a slash goes to the search', await browser.ask(() => document.activeElement.matches('nav.menu input[type=search]')));
  await press('Escape');
  check('escape leaves it', await browser.ask(() => document.activeElement === document.body));
  await press('/');
  await type('cashier');
  await press('Enter');
  await until('the search shows what was asked for', () => location.pathname.endsWith('/search.html') && document.querySelector('.search li a') !== null);
  const first = await browser.ask(() => ({
    hash: location.hash,
    titles: [...document.querySelectorAll('.search li a')].map((each) => each.textContent.toLowerCase()),
    said: document.querySelector('.search output').textContent,
    focused: document.activeElement.matches('.search input') && document.activeElement.value,
  }));
  check('the question stands in the address', first.hash === '#ims:find?q=cashier');
  check('titles that begin with the word come first', first.titles[0].startsWith('cashier') && first.titles.some((each) => !each.startsWith('cashier')));
  check('what was found is counted', first.said.startsWith(`${first.titles.length} found`));
  check('one can go on writing', first.focused === 'cashier');
  await press('Enter');
  await until('enter opens the first', () => !location.pathname.endsWith('/search.html') && document.querySelector('h1') !== null);
  await back();
  await until('back leads to the same question', () => document.querySelector('.search input')?.value === 'cashier' && document.querySelector('.search li') !== null);
  await visit(address('thousand/search.html'));
  await type('a');
  const many = await browser.ask(() => ({shown: document.querySelectorAll('.search li').length, said: document.querySelector('.search output').textContent}));
  check('of many fifty are shown, and it is said how many more there are', many.shown === 50 && /^\d+ found; the first 50 are shown, \d+ more are not\.$/.test(many.said));
  await type('qqq');
  check('that nothing was found is said', await browser.ask(() => document.querySelector('.search output').textContent === 'Nothing was found.'));
  const persons = ['corner-shop', 'corner-shop-siloed', 'medium-manufacturer', 'minimal', 'thousand'].flatMap((example) =>
    JSON.parse(/id="ims:pages">(.*?)<\/script>/s.exec(readFileSync(join(folder, example, 'search.html'), 'utf8'))[1]).filter((entry) => /person\//.test(entry[2])));
  check('no person is found', persons.length === 0);
}

const rowsNow = () => {
  const table = document.getElementById('ims:table-records');
  const rows = [...table.tBodies[0].rows].filter((row) => !row.hidden);
  return {rows: rows.map((row) => row.cells[0].textContent.trim()), facets: rows.map((row) => row.dataset.f1.split('\n')), all: table.tBodies[0].rows.length, hash: location.hash};
};
const same = (a, b) => JSON.stringify(a.rows) === JSON.stringify(b.rows);

async function filters() {
  const page = address('thousand/records/risk.html');
  await visit(page);
  const start = await browser.ask(rowsNow);
  check('there is much to filter', start.all > 200 && start.rows.length === start.all);
  const titles = await browser.ask(() => [...document.querySelectorAll('.filters label')].map((each) => each.firstChild.textContent));
  check(`rows are filtered by owner, discipline and gap: ${titles}`, ['Owner', 'Disciplines', 'Gravest gap', 'Only rows with'].every((each) => titles.includes(each)));
  await browser.ask(() => { [...document.querySelectorAll('.filters select')][1].focus(); });
  await press('ArrowDown');
  const chosen = await browser.ask(() => document.querySelectorAll('.filters select')[1].value);
  await until('all rows of a choice come', () => document.querySelectorAll('#ims\\:table-records tbody tr:not([hidden])').length === Number(document.querySelector('.filters output').textContent.split(' ')[0]));
  const some = await browser.ask(rowsNow);
  check('the keyboard chooses a discipline', chosen !== '');
  check('the rows are those of it', some.rows.length > 0 && some.rows.length < start.all && some.facets.every((each) => each.includes(chosen)));
  check(`it stands in the address: ${some.hash}`, some.hash === `#ims:rows?${new URLSearchParams({'records.disciplines': chosen})}`);
  await browser.ask(() => { document.querySelector('.filters input').focus(); });
  await type('fire');
  const fewer = await browser.ask(rowsNow);
  check('words and disciplines hold together', fewer.rows.length > 0 && fewer.rows.length < some.rows.length);
  check('it is said how many rows are left', await browser.ask(() => document.querySelector('.filters output').textContent) === `${fewer.rows.length} of ${start.all}`);
  await browser.ask(() => { document.querySelector('#ims\\:table-records th button').focus(); });
  await press('Enter');
  await press('Enter');
  const sorted = await browser.ask(rowsNow);
  check('sorting keeps the rows', sorted.rows.length === fewer.rows.length && JSON.stringify([...sorted.rows].sort()) === JSON.stringify([...fewer.rows].sort()));
  check(`sorting stands in the address: ${sorted.hash}`, sorted.hash.includes('records.sort=0.descending'));
  await visit('about:blank');
  await visit(page + sorted.hash);
  check('who gets the address sees the same', same(await browser.ask(rowsNow), sorted));
  await visit('about:blank');
  await visit(page);
  await browser.ask(() => { [...document.querySelectorAll('.filters select')][1].focus(); });
  await press('ArrowDown');
  await browser.ask(() => { document.querySelector('.filters input').focus(); });
  await type('fire');
  const before = await browser.ask(rowsNow);
  check('letters are one step', before.hash.includes('records.q=fire'));
  await back();
  await until('back takes the words away', () => document.querySelector('.filters input').value === '' && document.querySelectorAll('.filters select')[1].value !== '');
  await until('all of these rows come', () => document.querySelectorAll('#ims\\:table-records tbody tr:not([hidden])').length === Number(document.querySelector('.filters output').textContent.split(' ')[0]));
  check('and are those of before', same(await browser.ask(rowsNow), some));
  await back();
  await until('back again shows all', () => document.querySelectorAll('.filters select')[1].value === '' && !location.hash.startsWith('#ims:rows'));
  await until('all rows come', () => [...document.querySelectorAll('#ims\\:table-records tbody tr')].every((row) => !row.hidden));
  check('in their order', same(await browser.ask(rowsNow), start));
}

async function menu() {
  await visit(address('corner-shop/gaps.html'));
  check('the menu says where one is', await browser.ask(() => document.querySelector('nav.menu [aria-current=page]').textContent === 'Gaps'));
  await browser.ask(() => { document.querySelector('nav.menu summary').focus(); });
  await press('Enter');
  check('a group opens by keyboard', await browser.ask(() => document.querySelector('nav.menu details').open));
  await press('Escape');
  check('escape closes it', await browser.ask(() => !document.querySelector('nav.menu details').open && document.activeElement.matches('summary')));
  await visit(address('corner-shop/gaps.html'), {media: 'print'});
  check('print has no menu and no filters', await browser.ask(() => [...document.querySelectorAll('nav, .filters, .skip')].every((each) => getComputedStyle(each).display === 'none')));
  await browser.tell('Emulation.setScriptExecutionDisabled', {value: true});
  await visit(address('corner-shop/search.html'));
  const {root} = await browser.tell('DOM.getDocument', {depth: -1});
  const {nodeIds} = await browser.tell('DOM.querySelectorAll', {nodeId: root.nodeId, selector: '.search .otherwise a, nav.menu a.to-search'});
  check('without the script the search says where to look instead', nodeIds.length === 2);
  await browser.tell('Emulation.setScriptExecutionDisabled', {value: false});
}

// A page with as many rows, or a search with as many entries: what the program writes, more often.
const repeated = (list, count) => Array.from({length: count}, (_, place) => list[place % list.length]);

async function quickRows() {
  const text = readFileSync(join(folder, 'thousand/records/risk.html'), 'utf8');
  const [, rows] = /<tbody[^>]*>\n(.*?)<\/tbody>/s.exec(text);
  const many = repeated(rows.trim().split('\n'), 1000).join('\n');
  const path = join(folder, 'thousand/records/many.html');
  writeFileSync(path, text.replace(rows, () => many + '\n'));
  await visit(pathToFileURL(resolve(path)).href);
  const seen = await browser.ask(() => {
    const timed = (work) => {
      const start = performance.now();
      work();
      document.body.getBoundingClientRect();
      return performance.now() - start;
    };
    const table = document.getElementById('ims:table-records');
    const input = document.querySelector('.filters input');
    const write = (word) => {
      input.value = word;
      input.dispatchEvent(new Event('input'));
    };
    // To show the table anew, which a browser does whenever a window changes its size.
    const shows = [];
    for (let turn = 0; turn < 9; ++turn) {
      table.style.display = 'none';
      document.body.getBoundingClientRect();
      shows.push(timed(() => { table.style.display = ''; }));
    }
    write('x');
    // The one in the middle of several keystrokes: what else the machine does is none of the page's.
    const keys = [];
    for (const word of ['f', 'fi', 'fir', 'fire', 'fir', 'fi', 'f', '', 'd', 'da', 'dat', 'data', '']) keys.push(timed(() => write(word)));
    // All rows are to come back.
    const blanks = [];
    for (let turn = 0; turn < 9; ++turn) {
      write('fire');
      document.body.getBoundingClientRect();
      blanks.push(timed(() => write('')));
    }
    return {rows: table.tBodies[0].rows.length, worst: Math.max(...keys), key: [...keys].sort((a, b) => a - b)[keys.length >> 1], blank: Math.min(...blanks), show: Math.min(...shows)};
  });
  console.log(`${seen.rows} rows: one that brings all rows back takes ${seen.blank.toFixed(1)} ms, any other keystroke ${seen.key.toFixed(1)} ms, the slowest ${seen.worst.toFixed(1)} ms; to lay the table out ${seen.show.toFixed(1)} ms`);
  check('there are 1000 rows', seen.rows === 1000);
  check('a keystroke costs far less than laying the table out', Math.max(seen.key, seen.blank) < 0.35 * seen.show);
}

async function quickSearch() {
  const text = readFileSync(join(folder, 'thousand/search.html'), 'utf8');
  const [, data] = /id="ims:pages">(.*?)<\/script>/s.exec(text);
  const many = repeated(JSON.parse(data), 10000);
  const path = join(folder, 'thousand/many.html');
  writeFileSync(path, text.replace(data, () => JSON.stringify(many).replaceAll('<', '\\u003c')));
  await visit(pathToFileURL(resolve(path)).href);
  const seen = await browser.ask(() => {
    const timed = (work) => {
      const start = performance.now();
      work();
      return performance.now() - start;
    };
    const input = document.querySelector('.search input');
    const write = (word) => {
      input.value = word;
      input.dispatchEvent(new Event('input'));
    };
    const first = timed(() => write('x'));
    const keys = [];
    for (let turn = 0; turn < 5; ++turn) {
      write('');
      keys.push(timed(() => write('fire')));
    }
    // As one would search who prepares nothing.
    const texts = JSON.parse(document.getElementById('ims:pages').textContent).map((entry) => entry.join(' '));
    let found = 0;
    const pass = () => { for (const each of texts) if (each.toLowerCase().includes('fire')) ++found; };
    const passes = [];
    for (let turn = 0; turn < 9; ++turn) passes.push(timed(pass));
    return {entries: texts.length, first, key: Math.min(...keys), worst: Math.max(...keys), pass: Math.min(...passes), found};
  });
  console.log(`${seen.entries} entries: the first letter takes ${seen.first.toFixed(1)} ms, then ${seen.key.toFixed(1)} ms, the slowest ${seen.worst.toFixed(1)} ms; to lower all letters and look for a word ${seen.pass.toFixed(1)} ms`);
  check('there are 10000 entries', seen.entries === 10000);
  check('a search costs less than fifteen that prepare nothing and show nothing', seen.key < 15 * seen.pass);
}

try {
  for (const part of [search, filters, menu, quickRows, quickSearch]) {
    try {
      await part();
    } catch (error) {
      problems.push(`${part.name}: ${error.message}`);
    }
    for (const complaint of browser.complaints.splice(0)) problems.push(`${part.name}: the console says: ${complaint}`);
  }
} finally {
  await browser.close();
}
console.log(`${checks} checks`);
for (const problem of problems) console.log(`not so: ${problem}`);
process.exit(problems.length === 0 ? 0 : 1);
