'use strict';
(() => {
  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const split = (text) => fold(text).split(/\s+/).filter(Boolean);

  // What a reader chose stands in the address, behind a `:` that no heading has: it can be sent on, and gone back from.
  const kRows = '#ims:rows?';
  const kFind = '#ims:find?';
  const stateOf = (prefix) => new URLSearchParams(location.hash.startsWith(prefix) ? location.hash.slice(prefix.length) : '');
  const remember = (prefix, state, asNew) => {
    const text = state.toString();
    const address = text === '' ? location.href.replace(/#.*/s, '') : prefix + text;
    history[asNew ? 'pushState' : 'replaceState'](null, '', address);
  };

  const contents = document.querySelector('nav.contents details');
  if (contents && matchMedia('(min-width: 100rem)').matches) contents.open = true;

  // Text with the numbers in it compared as numbers; what is not known comes last, whichever way.
  const collator = new Intl.Collator(document.documentElement.lang, {numeric: true, sensitivity: 'base'});
  const said = (row, column) => {
    const cell = row.cells[column];
    return !cell ? '' : cell.dataset.sort !== undefined ? cell.dataset.sort : cell.textContent.trim();
  };
  const compare = (a, b) => {
    if (a === '' || b === '') return 0;
    const numbers = [Number(a), Number(b)];
    return numbers.every(Number.isFinite) ? numbers[0] - numbers[1] : collator.compare(a, b);
  };
  const next = {none: 'ascending', ascending: 'descending', descending: 'none'};

  const sorter = (table, changed) => {
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    const places = new Map([...body.rows].map((row, place) => [row, place]));
    let sorted = '';
    const sort = (column, way) => {
      const rows = [...body.rows].map((row) => ({row, key: said(row, column), place: places.get(row)}));
      rows.sort((a, b) => {
        if (way === 'none') return a.place - b.place;
        if ((a.key === '') !== (b.key === '')) return a.key === '' ? 1 : -1;
        return (way === 'ascending' ? 1 : -1) * compare(a.key, b.key) || a.place - b.place;
      });
      body.append(...rows.map((each) => each.row));
    };
    const show = (wanted) => {
      if (wanted === sorted) return;
      const [, column, way] = /^(\d+)\.(ascending|descending)$/.exec(wanted) ?? [null, '0', 'none'];
      if (!heads[column]?.hasAttribute('aria-sort')) return;
      for (const each of heads) if (each.hasAttribute('aria-sort')) each.setAttribute('aria-sort', 'none');
      heads[column].setAttribute('aria-sort', way);
      sort(Number(column), way);
      sorted = way === 'none' ? '' : wanted;
    };
    heads.forEach((head, column) => {
      if (head.textContent.trim() === '') return;
      const button = make('button', {type: 'button'}, ...head.childNodes);
      head.append(button);
      head.setAttribute('aria-sort', 'none');
      button.addEventListener('click', () => {
        show(`${column}.${next[head.getAttribute('aria-sort')]}`);
        changed(true);
      });
    });
    return {show: (state) => show(state.get('sort') ?? ''), tell: (state) => { if (sorted !== '') state.set('sort', sorted); }};
  };

  // Fields for words and for each facet. Texts are read once, and then no more of the page than what has to change.
  const kNothing = '–';
  const filter = (table, changed) => {
    const rows = [...table.tBodies[0].rows];
    const facets = (table.dataset.facets ?? '').split(' ').filter(Boolean);
    const titles = (table.dataset.titles ?? '').split('\n');
    const values = facets.map((_, place) => rows.map((row) => {
      const text = row.dataset['f' + place] ?? '';
      return text === '' ? [kNothing] : text.split('\n');
    }));
    const bar = make('div', {className: 'filters'});
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', 'Rows shown');
    const selects = new Map();
    facets.forEach((key, place) => {
      const words = [...new Set(values[place].flat())].sort(collator.compare);
      if (rows.length < 5 || words.length < 2) return;
      const options = words.map((word) => make('option', {value: word}, word === kNothing ? 'not stated' : word));
      const select = make('select', {}, make('option', {value: ''}, 'all'), ...options);
      select.addEventListener('change', () => { show(); changed(true); });
      bar.append(make('label', {}, titles[place], select));
      selects.set(key, {select, values: values[place]});
    });
    const input = make('input', {type: 'search'});
    if (rows.length >= 30) bar.append(make('label', {}, 'Only rows with', input));
    if (bar.childElementCount === 0) return null;
    const count = make('output');
    const all = make('button', {type: 'button', hidden: true}, 'Show all');
    bar.append(all, count);
    table.parentElement.before(bar);
    let texts = null;
    const places = new Map(rows.map((row, place) => [row, place]));
    // Rows go at once. Those that come are laid out by the browser one by one: the first, which are seen, at once, the
    // rest a few at a time, so that the next letter need not wait for them.
    const kAtOnce = 60;
    let coming = [];
    let asked = 0;
    const come = () => {
      for (const row of coming.splice(0, kAtOnce)) row.hidden = false;
      if (coming.length > 0) asked = requestAnimationFrame(come);
    };
    // Where columns are as wide as their words ask for, each row that goes or comes has all of them laid out anew.
    const keepWidths = () => {
      if (table.style.tableLayout === 'fixed' || rows.length < 2 * kAtOnce || getComputedStyle(table).display !== 'table') return;
      const whole = table.offsetWidth;
      const widths = [...table.tHead.rows[0].cells].map((head) => [head, head.getBoundingClientRect().width]);
      for (const [head, width] of widths) head.style.width = `${(100 * width) / whole}%`;
      table.style.tableLayout = 'fixed';
    };
    const show = () => {
      keepWidths();
      const words = split(input.value);
      if (words.length > 0 && texts === null) texts = rows.map((row) => fold(row.textContent));
      const chosen = [...selects.values()].filter((each) => each.select.value !== '').map((each) => [each.select.value, each.values]);
      let shown = 0;
      cancelAnimationFrame(asked);
      coming = [];
      for (const row of table.tBodies[0].rows) {
        const place = places.get(row);
        const hide = !words.every((word) => texts[place].includes(word)) || !chosen.every(([word, said]) => said[place].includes(word));
        if (!hide) shown += 1;
        if (hide && !row.hidden) row.hidden = true;
        else if (!hide && row.hidden) coming.push(row);
      }
      come();
      const free = words.length === 0 && chosen.length === 0;
      count.textContent = free ? '' : `${shown} of ${rows.length}`;
      all.hidden = free;
    };
    // Each letter is no step of its own to go back.
    let before = '';
    input.addEventListener('input', () => {
      show();
      changed(before === '');
      before = input.value;
    });
    all.addEventListener('click', () => {
      input.value = before = '';
      for (const {select} of selects.values()) select.value = '';
      show();
      changed(true);
      bar.querySelector('input, select').focus();
    });
    return {
      show: (state) => {
        input.value = before = state.get('q') ?? '';
        for (const [key, {select}] of selects) {
          select.value = state.get(key) ?? '';
          if (select.selectedIndex < 0) select.value = '';
        }
        show();
      },
      tell: (state) => {
        if (input.value !== '') state.set('q', input.value);
        for (const [key, {select}] of selects) if (select.value !== '') state.set(key, select.value);
      },
    };
  };

  // By the key of each table: what can be chosen there.
  const tables = new Map();
  const tellRows = (asNew) => {
    const all = new URLSearchParams();
    for (const [key, parts] of tables) {
      const own = new Map();
      for (const part of parts) part.tell(own);
      for (const [name, value] of own) all.set(`${key}.${name}`, value);
    }
    remember(kRows, all, asNew);
  };
  for (const table of document.querySelectorAll('table')) {
    const parts = [filter(table, tellRows)];
    if (table.matches('.sortable')) parts.push(sorter(table, tellRows));
    tables.set(table.id.replace('ims:table-', ''), parts.filter(Boolean));
  }
  const showRows = () => {
    // A way to a heading changes no rows.
    if (location.hash !== '' && !location.hash.startsWith(kRows)) return;
    const state = stateOf(kRows);
    for (const [key, parts] of tables) {
      for (const part of parts) part.show({get: (name) => state.get(`${key}.${name}`)});
    }
  };
  if (location.hash.startsWith(kRows)) showRows();
  addEventListener('popstate', showRows);

  const menu = document.querySelector('nav.menu');
  if (menu) {
    const close = (but) => {
      for (const each of menu.querySelectorAll('details[open]')) if (!each.contains(but)) each.open = false;
    };
    document.addEventListener('click', (event) => close(event.target));
    menu.addEventListener('focusout', (event) => { if (event.relatedTarget) close(event.relatedTarget); });
    menu.addEventListener('keydown', (event) => {
      const open = event.key === 'Escape' && menu.querySelector('details[open]');
      if (!open) return;
      open.open = false;
      open.querySelector('summary').focus();
    });
  }

  const data = document.getElementById('ims:pages');
  const words = make('input', {type: 'search', autocomplete: 'off', spellcheck: false});
  if (data) {
    const kMost = 50;
    const list = make('ol');
    const said = make('output');
    let entries = null;
    const read = () => JSON.parse(data.textContent).map(([title, about, address, more]) => {
      const folded = fold(title);
      return {title, about, address, length: folded.length, all: `${folded}\n${fold(about)} ${fold(more)}`, starts: ' ' + folded.replace(/[^\p{L}\p{N}]+/gu, ' ')};
    });
    // 0: the title begins with it; 1: one of its words does; 2: it is within one; 3: elsewhere; -1: nowhere.
    const rank = (entry, word) => {
      const at = entry.all.indexOf(word);
      if (at <= 0) return at;
      return at >= entry.length ? 3 : entry.starts.includes(' ' + word) ? 1 : 2;
    };
    const find = (wanted) => {
      entries ??= read();
      const ranked = [];
      for (const entry of entries) {
        let sum = 0;
        for (const word of wanted) {
          const own = rank(entry, word);
          if (own < 0) { sum = -1; break; }
          sum += own;
        }
        if (sum >= 0) (ranked[sum] ??= []).push(entry);
      }
      return ranked.flat();
    };
    const show = () => {
      const wanted = split(words.value);
      const found = wanted.length === 0 ? [] : find(wanted);
      list.replaceChildren(...found.slice(0, kMost).map((each) =>
        make('li', {}, make('a', {href: each.address}, each.title), make('span', {}, each.about))));
      const more = found.length - kMost;
      said.textContent = wanted.length === 0 ? '' : found.length === 0 ? 'Nothing was found.' : more > 0 ? `${found.length} found; the first ${kMost} are shown, ${more} more are not.` : `${found.length} found.`;
    };
    const place = data.previousElementSibling;
    const form = make('form', {}, make('label', {}, 'Words to look for', words));
    form.setAttribute('role', 'search');
    place.replaceChildren(form, said, list);
    const shown = () => { words.value = stateOf(kFind).get('q') ?? ''; show(); };
    let before = '';
    words.addEventListener('input', () => {
      show();
      remember(kFind, new URLSearchParams(words.value === '' ? {} : {q: words.value}), before === '');
      before = words.value;
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      list.querySelector('a')?.click();
    });
    addEventListener('popstate', shown);
    addEventListener('hashchange', shown);
    shown();
    words.focus();
  } else if (menu?.dataset.search) {
    const form = make('form', {}, words);
    form.setAttribute('role', 'search');
    words.placeholder = 'Search (press /)';
    words.setAttribute('aria-label', 'Search all records');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (words.value.trim() !== '') location.href = menu.dataset.search + kFind + new URLSearchParams({q: words.value});
    });
    menu.querySelector('.to-search').replaceWith(form);
  }
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest?.('input, select, textarea');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && words.isConnected) {
      event.preventDefault();
      words.focus();
      words.select();
    }
    if (event.key === 'Escape' && event.target === words) words.blur();
  });
})();
