// Which pages of folders of reports a test opens: every one but of those about one record each, and of these a few of each
// kind, as they are all made alike.
import {readdirSync} from 'node:fs';

export function pagesOf(folder, extension = 'html') {
  return readdirSync(folder, {recursive: true})
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.' + extension))
    .sort();
}

// `most`: of each kind. Places are EXAMPLE/gaps.html, EXAMPLE/role/cashier.html, EXAMPLE/record/risk/fire.html.
export function choose(names, most) {
  const seen = new Map();
  return names.filter((name) => {
    const kind = name.split('/').slice(1, -1).join('/');
    if (kind === '' || kind === 'records') return true;
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    return count <= most;
  });
}

// One of each kind of page, wherever it stands.
export function chooseKinds(names) {
  const seen = new Set();
  return choose(names, 1).filter((name) => {
    const page = name.slice(name.indexOf('/'));
    return !seen.has(page) && seen.add(page);
  });
}
