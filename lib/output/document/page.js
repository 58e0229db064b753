'use strict';
(() => {
  const contents = document.querySelector('nav.contents details');
  if (contents && matchMedia('(min-width: 75rem)').matches) contents.open = true;

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
  const sort = (table, column, way) => {
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => ({row, key: said(row, column), place: Number(row.dataset.place)}));
    rows.sort((a, b) => {
      if (way === 'none') return a.place - b.place;
      if ((a.key === '') !== (b.key === '')) return a.key === '' ? 1 : -1;
      return (way === 'ascending' ? 1 : -1) * compare(a.key, b.key) || a.place - b.place;
    });
    body.append(...rows.map((each) => each.row));
  };
  const next = {none: 'ascending', ascending: 'descending', descending: 'none'};

  for (const table of document.querySelectorAll('table.sortable')) {
    const heads = [...table.tHead.rows[0].cells];
    [...table.tBodies[0].rows].forEach((row, place) => { row.dataset.place = place; });
    heads.forEach((head, column) => {
      if (head.textContent.trim() === '') return;
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      head.setAttribute('aria-sort', 'none');
      button.addEventListener('click', () => {
        const way = next[head.getAttribute('aria-sort')];
        for (const each of heads) if (each.hasAttribute('aria-sort')) each.setAttribute('aria-sort', 'none');
        head.setAttribute('aria-sort', way);
        sort(table, column, way);
      });
    });
  }

  for (const table of document.querySelectorAll('table')) {
    const rows = [...table.tBodies[0].rows];
    if (rows.length < 15) continue;
    const label = document.createElement('label');
    label.className = 'filter';
    const input = document.createElement('input');
    input.type = 'search';
    const count = document.createElement('output');
    label.append('Only rows with ', input, ' ', count);
    table.parentElement.before(label);
    const texts = rows.map((row) => row.textContent.toLowerCase());
    input.addEventListener('input', () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, index) => {
        row.hidden = !words.every((word) => texts[index].includes(word));
        if (!row.hidden) shown += 1;
      });
      count.textContent = words.length === 0 ? '' : shown + ' of ' + rows.length;
    });
  }
})();
