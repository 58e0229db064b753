// axe-core, which knows what keeps people with a screen reader or a keyboard out, finds nothing on any kind of page: on a
// wide screen and on a phone, in light and dark.
// usage: browser=PATH axe.mjs FOLDER (with folders of reports)
import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';
import {open} from './browser.mjs';
import {chooseKinds, pagesOf} from './choose.mjs';

const [folder] = process.argv.slice(2);
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const problems = [];
const browser = await open(process.env.browser);
let pages = 0;
let passes = 0;
try {
  // Ours is the only test that runs a stranger's program in a page.
  await browser.tell('Page.setBypassCSP', {enabled: true});
  for (const name of chooseKinds(pagesOf(folder))) {
    for (const [width, scheme] of [[1280, 'light'], [390, 'dark']]) {
      await browser.visit(pathToFileURL(resolve(folder, name)).href, {width, scheme});
      await browser.tell('Runtime.evaluate', {expression: source});
      const {result, exceptionDetails} = await browser.tell('Runtime.evaluate', {
        expression: `axe.run(document, {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
          .then((found) => ({passes: found.passes.length, told: found.violations.flatMap((each) =>
            each.nodes.slice(0, 2).map((node) => each.id + ': ' + node.html.slice(0, 160) + ' | ' + (node.any[0] ?? node.all[0] ?? node.none[0])?.message))}))`,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      ++pages;
      passes += result.value.passes;
      for (const told of result.value.told) problems.push(`${name} at ${width} in ${scheme}: ${told}`);
    }
  }
} finally {
  await browser.close();
}
if (pages === 0 || passes < 10 * pages) problems.push(`axe looked at ${pages} pages and ${passes} rules only`);
console.log(`${pages} pages, ${passes} rules of axe kept`);
for (const problem of problems.slice(0, 20)) console.log(problem);
if (problems.length > 20) console.log(`… and ${problems.length - 20} more`);
process.exit(problems.length === 0 ? 0 : 1);
