// Opens reports as pages in a browser: on a wide screen, a tablet and a phone, in light and dark. Nothing reaches the
// console, tables and drawings are there, nothing is wider than the screen or than what it stands in, text can be told from
// its ground, and tables are sorted by mouse and by keyboard.
// usage: browser=PATH pages.mjs FOLDER [PICTURES] (with folders of reports; PICTURES: where to put what was seen)
import {mkdirSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {open} from './browser.mjs';
import {choose, pagesOf} from './choose.mjs';

const [folder, pictures] = process.argv.slice(2);
const problems = [];
const browser = await open(process.env.browser);

// These run in the page.
const measure = () => {
  const box = (element) => element.getBoundingClientRect();
  const seen = (element) => box(element).width > 0 && box(element).height > 0;
  const wide = document.documentElement.clientWidth;
  // On a phone a drawing may be moved about in its frame.
  const moves = (element) => wide < 600 && element.closest('figure.diagram > div');
  const text = (cell) => {
    const parse = (color) => color.match(/[\d.]+/g).map(Number);
    const light = ([red, green, blue]) =>
      [red, green, blue]
        .map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
    const ground = (element) => {
      for (let each = element; each; each = each.parentElement) {
        const color = parse(getComputedStyle(each).backgroundColor);
        if (color.length === 3 || color[3] > 0) return color;
      }
      return [255, 255, 255];
    };
    const [a, b] = [light(parse(getComputedStyle(cell).color)), light(ground(cell))].sort();
    return (b + 0.05) / (a + 0.05);
  };
  const table = (key) => document.getElementById('ims:table-' + key);
  const told = (elements) => elements.slice(0, 3).map((each) => each.outerHTML.slice(0, 100));
  const all = [...document.querySelectorAll('main, main *, nav, nav *')].filter((each) => !moves(each) && !each.closest('thead'));
  return {
    ground: getComputedStyle(document.body).backgroundColor,
    overflow: document.documentElement.scrollWidth - wide,
    beyond: told(all.filter((each) => seen(each) && (box(each).right > wide + 1 || box(each).left < -1))),
    // What would have to be moved sideways to be read.
    scrolled: told(all.filter((each) => each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1 && !each.closest('svg') && !each.matches('input, select'))),
    tables: document.querySelectorAll('table').length,
    unseen: [...document.querySelectorAll('table, tbody td, tbody th, svg, svg .node, svg .label')].filter((each) => !seen(each) && each.textContent !== '' && !each.closest('[id^="ims:table-heat-map"] tbody')).length,
    matrix: table('matrix') ? seen(table('matrix')) : null,
    map: table('heat-map-all') ? seen(table('heat-map-all')) : null,
    drawings: [...document.querySelectorAll('svg')].map((each) => ({
      width: box(each).width,
      nodes: each.querySelectorAll('.node').length,
      named: Boolean(each.querySelector('title')?.textContent && each.querySelector('desc')?.textContent),
    })),
    // What comes later on a long page looks no other.
    faint: told([...document.querySelectorAll('td, th, a, p, dt, dd, summary')].slice(0, 400).filter((each) => seen(each) && text(each) < 4.5)),
    here: document.querySelectorAll('nav.menu [aria-current=page]').length,
    menus: document.querySelectorAll('nav.menu').length,
    landmarks: document.querySelectorAll('main').length === 1 && document.querySelectorAll('.skip').length === 1,
  };
};
const sorting = () => {
  const shown = (table) => getComputedStyle(table.tHead.querySelector('button') ?? table.tHead).display !== 'contents';
  const table = [...document.querySelectorAll('table.sortable')].find((each) => each.tBodies[0].rows.length > 2 && each.tBodies[0].rows.length < 200 && shown(each));
  if (!table) return null;
  const head = table.tHead.rows[0].cells[0];
  const order = () => [...table.tBodies[0].rows].map((row) => row.cells[0].textContent.trim());
  const before = order();
  const button = head.querySelector('button');
  if (!button) return {ways: 'nowhere, as no script ran'};
  const states = [];
  for (let click = 0; click < 3; ++click) {
    button.click();
    states.push({way: head.getAttribute('aria-sort'), order: order()});
  }
  const [up, down, none] = states;
  const keys = [...table.tBodies[0].rows].map((row) => row.cells[0].dataset.sort);
  const plain = keys.every((key) => key === undefined);
  const sorted = [...before].sort(new Intl.Collator('en', {numeric: true, sensitivity: 'base'}).compare);
  button.focus();
  return {
    ways: states.map((each) => each.way).join(),
    up: !plain || JSON.stringify(up.order) === JSON.stringify(sorted),
    down: !plain || JSON.stringify(down.order.map((each) => each.toLowerCase())) === JSON.stringify([...sorted].reverse().map((each) => each.toLowerCase())),
    none: JSON.stringify(none.order) === JSON.stringify(before),
    focused: document.activeElement === button,
  };
};

let pages = 0;
let matrices = 0;
let maps = 0;
let drawings = 0;
let sorted = 0;
try {
  const names = choose(pagesOf(folder), 1);
  for (const name of names) {
    for (const [width, scheme] of [[1280, 'light'], [768, 'light'], [390, 'dark']]) {
      const where = `${name} at ${width} in ${scheme}`;
      const complain = (what) => problems.push(`${where}: ${what}`);
      await browser.visit(pathToFileURL(resolve(folder, name)).href, {width, scheme});
      const seen = await browser.ask(measure);
      for (const complaint of browser.complaints.splice(0)) complain(`the console says: ${complaint}`);
      if (seen.overflow > 0) complain(`the page is ${seen.overflow} px wider than the screen`);
      if (seen.beyond.length > 0) complain(`beyond the screen: ${seen.beyond.join(' | ')}`);
      if (seen.scrolled.length > 0) complain(`wider than what it stands in: ${seen.scrolled.join(' | ')}`);
      if (seen.unseen > 0) complain(`${seen.unseen} cells or boxes have no size`);
      if (seen.matrix === false) complain('the matrix is not visible');
      if (seen.map === false) complain('the heat map is not visible');
      if (seen.faint.length > 0) complain(`text is too faint: ${seen.faint.join(' | ')}`);
      if (seen.menus !== 1 || !seen.landmarks) complain('menu, main part or the way past the menu are not there once');
      if (seen.here > 1) complain(`the menu says of ${seen.here} pages that one is on them`);
      const dark = seen.ground.match(/\d+/g).every((part) => Number(part) < 60);
      if (dark !== (scheme === 'dark')) complain(`the ground is ${seen.ground}`);
      for (const drawing of seen.drawings) {
        if (!drawing.named || drawing.width < 50) complain(`a drawing is lame: ${JSON.stringify(drawing)}`);
      }
      ++pages;
      matrices += seen.matrix ? 1 : 0;
      maps += seen.map ? 1 : 0;
      drawings += seen.drawings.length;
      if (pictures) {
        mkdirSync(pictures, {recursive: true});
        writeFileSync(join(pictures, `${name.replace(/[/\\]/g, '-')}-${width}-${scheme}.png`), await browser.picture());
      }
      if (width !== 1280) continue;
      const order = await browser.ask(sorting);
      if (order === null) continue;
      ++sorted;
      if (order.ways !== 'ascending,descending,none') complain(`aria-sort goes ${order.ways}`);
      for (const way of ['up', 'down', 'none', 'focused']) if (!order[way]) complain(`sorting fails: ${way}`);
    }
  }
} finally {
  await browser.close();
}
if (pages === 0) problems.push('there was no page to open');
for (const [what, count] of Object.entries({matrices, maps, sorted})) if (count === 0) problems.push(`${what}: none was seen`);
console.log(`${pages} pages opened; ${matrices} matrices, ${maps} heat maps, ${drawings} drawings seen, ${sorted} tables sorted`);
for (const problem of problems.slice(0, 30)) console.log(problem);
if (problems.length > 30) console.log(`… and ${problems.length - 30} more`);
process.exit(problems.length === 0 ? 0 : 1);
