'use strict';
// A box of a map is chosen by a click or by Enter: its own lines and those that they lead to stay, the rest fades, and
// below stands what goes along them. Escape, or choosing it again, ends that.
(() => {
  for (const figure of document.querySelectorAll('figure.diagram')) {
    const svg = figure.querySelector('svg.lanes');
    const flows = [...figure.querySelectorAll('li[data-from]')];
    if (!svg || flows.length === 0) continue;
    const nodes = [...svg.querySelectorAll('[data-node]')];
    const arrows = [...svg.querySelectorAll('.arrow')];
    const hint = document.createElement('p');
    const panel = document.createElement('div');
    panel.className = 'chosen-flows';
    panel.setAttribute('aria-live', 'polite');
    hint.textContent = 'Choose a box to see only what goes to it and from it.';
    panel.append(hint);
    svg.parentElement.after(panel);
    svg.setAttribute('role', 'group');
    let chosen = null;

    const show = (node) => {
      chosen = node;
      const number = node && node.dataset.node;
      const touches = (each) => each.dataset.from === number || each.dataset.to === number;
      svg.classList.toggle('focused', node !== null);
      const near = new Set([number]);
      for (const arrow of arrows) {
        arrow.classList.toggle('near', node !== null && touches(arrow));
        if (node && touches(arrow)) near.add(arrow.dataset.from).add(arrow.dataset.to);
      }
      for (const each of nodes) {
        each.classList.toggle('near', node !== null && near.has(each.dataset.node));
        each.classList.toggle('chosen', each === node);
        each.setAttribute('aria-pressed', String(each === node));
      }
      panel.replaceChildren(hint);
      if (!node) return;
      const name = document.createElement('p');
      const strong = document.createElement('strong');
      if (node.hasAttribute('href')) {
        const link = document.createElement('a');
        link.href = node.getAttribute('href');
        link.textContent = node.dataset.label;
        strong.append(link);
      } else {
        strong.textContent = node.dataset.label;
      }
      const end = document.createElement('button');
      end.type = 'button';
      end.textContent = 'Show all';
      end.addEventListener('click', () => { show(null); node.focus(); });
      name.append(strong, ' ', end);
      const list = document.createElement('ul');
      // What comes first, then what goes.
      const own = [...flows.filter((each) => each.dataset.to === number), ...flows.filter((each) => each.dataset.from === number)];
      list.append(...own.map((each) => {
        const item = each.cloneNode(true);
        item.removeAttribute('data-from');
        item.removeAttribute('data-to');
        return item;
      }));
      panel.replaceChildren(name);
      if (own.length > 0) panel.append(list);
    };

    for (const node of nodes) {
      // With their lines cut, labels are told by the title, which a screen reader hears too.
      const whole = node.querySelector('title');
      node.dataset.label = whole ? whole.textContent : [...node.querySelectorAll('tspan')].map((each) => each.textContent).join(' ');
      node.setAttribute('role', 'button');
      node.setAttribute('tabindex', '0');
      node.setAttribute('aria-pressed', 'false');
      const choose = (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        show(chosen === node ? null : node);
      };
      node.addEventListener('click', choose);
      node.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' || event.key === ' ') choose(event);
      });
    }
    figure.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !chosen) return;
      const node = chosen;
      show(null);
      node.focus();
    });
  }
})();
