// How a page looks: on a wide screen, on a phone, in light and dark, on paper.
#include "output/document/html_assets.h"

namespace ims {

const std::string_view kHtmlStyle = R"css(
:root {
  color-scheme: light dark;
  --text: #1c2025; --quiet: #59626c; --back: #ffffff; --raised: #f4f6f8; --line: #d2d8de; --link: #0a4fa3;
  --good: #d8f0de; --good-text: #0e3d1f; --good-edge: #2c8a4c;
  --fair: #fcf0c4; --fair-text: #493800; --fair-edge: #b08800;
  --poor: #fde1c7; --poor-text: #572b02; --poor-edge: #cc6410;
  --bad: #f9d5d5; --bad-text: #650d13; --bad-edge: #bd2830;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e3e7eb; --quiet: #a0a9b3; --back: #15181c; --raised: #1f242a; --line: #3b434c; --link: #86bdff;
    --good: #14351f; --good-text: #b9edc8; --good-edge: #3fa562;
    --fair: #38300a; --fair-text: #f3e3a0; --fair-edge: #b9972a;
    --poor: #43280d; --poor-text: #fbd0a6; --poor-edge: #d4792f;
    --bad: #4a171b; --bad-text: #ffc7c7; --bad-edge: #dd5a60;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; color: var(--text); background: var(--back);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
}
main { display: block; max-width: 84rem; margin: 0 auto; padding: 0.5rem 1rem 3rem; }
main, nav, h1, h2, h3, h4, p, li, dd, figcaption { overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.25; margin: 2em 0 0.6em; text-wrap: balance; }
h1 { font-size: 1.75rem; margin-top: 0.7em; }
h2 { font-size: 1.35rem; padding-bottom: 0.25em; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.1rem; }
h4 { font-size: 1rem; }
p, li { max-width: 46rem; }
p, ul, ol, dl, aside, figure { margin: 0 0 1em; }
ul, ol { padding-left: 1.5rem; }
li { margin: 0.25em 0; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: from-font; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
code { font: 0.9em ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; background: var(--raised); border-radius: 3px; padding: 0.1em 0.3em; }
.anchor { margin-left: 0.4em; color: var(--quiet); font-weight: normal; text-decoration: none; opacity: 0.45; }
:is(h1, h2, h3, h4):hover .anchor, .anchor:focus-visible { opacity: 1; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 0.5rem; top: 0.5rem; background: var(--back); padding: 0.5rem; z-index: 3; }

nav.contents { max-width: 84rem; margin: 0 auto; padding: 0.75rem 1rem 0; font-size: 0.95rem; }
nav.contents summary { cursor: pointer; font-weight: 600; padding: 0.4rem 0; }
nav.contents ul { list-style: none; padding-left: 0; margin: 0; }
nav.contents ul ul { padding-left: 1rem; font-size: 0.92em; }
nav.contents li { margin: 0; max-width: none; }
nav.contents a { display: block; padding: 0.2rem 0; text-decoration: none; }
nav.contents a:hover { text-decoration: underline; }
@media (min-width: 75rem) {
  body.with-contents { display: grid; grid-template-columns: 17rem minmax(0, 1fr); }
  nav.contents { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; padding: 1.5rem 0.5rem 2rem 1.25rem; margin: 0; }
  body.with-contents main { margin: 0; padding-left: 2rem; padding-right: 2rem; }
}

dl.card > div { display: grid; grid-template-columns: minmax(7rem, 12rem) minmax(0, 1fr); gap: 0.1rem 1rem; padding: 0.3rem 0; border-bottom: 1px solid var(--line); }
dl.card { max-width: 60rem; border-top: 1px solid var(--line); }
dt { font-weight: 600; }
dd { margin: 0; }
@media (max-width: 30rem) { dl.card > div { grid-template-columns: minmax(0, 1fr); } }

aside.note { max-width: 46rem; border-left: 4px solid var(--fair-edge); background: var(--raised); padding: 0.6rem 0.9rem; }

.table { overflow-x: auto; margin: 0 0 0.5em; border: 1px solid var(--line); border-radius: 4px; }
table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: 0.92rem; line-height: 1.4; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.6rem; border-bottom: 1px solid var(--line); min-width: 3rem; overflow-wrap: break-word; }
@media (min-width: 40rem) { .table.tall { overflow: auto; max-height: 85vh; } }
tbody tr:last-child > * { border-bottom: 0; }
th + th, th + td, td + td { border-left: 1px solid var(--line); }
thead th { position: sticky; top: 0; z-index: 1; background: var(--raised); vertical-align: bottom; }
tbody th { font-weight: 500; position: sticky; left: 0; background: var(--back); }
thead th:first-child { left: 0; z-index: 2; }
.medium { min-width: 9rem; }
.long { min-width: 15rem; }
.right { text-align: right; font-variant-numeric: tabular-nums; }
.centre { text-align: center; }
.more { color: var(--quiet); }
th button { all: unset; cursor: pointer; display: inline-block; font: inherit; }
th button:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
th button::after { content: "\00a0\2195"; color: var(--quiet); font-weight: normal; }
th[aria-sort="ascending"] button::after { content: "\00a0\2191"; color: var(--text); }
th[aria-sort="descending"] button::after { content: "\00a0\2193"; color: var(--text); }
.filter { display: block; margin: 0 0 0.4rem; font-size: 0.92rem; color: var(--quiet); }
.filter input { font: inherit; color: var(--text); background: var(--back); border: 1px solid var(--quiet); border-radius: 4px; padding: 0.25rem 0.5rem; width: 14rem; max-width: 100%; }
.good { background: var(--good); color: var(--good-text); box-shadow: inset 4px 0 0 var(--good-edge); }
.fair { background: var(--fair); color: var(--fair-text); box-shadow: inset 4px 0 0 var(--fair-edge); }
.poor { background: var(--poor); color: var(--poor-text); box-shadow: inset 4px 0 0 var(--poor-edge); }
.bad { background: var(--bad); color: var(--bad-text); box-shadow: inset 4px 0 0 var(--bad-edge); }
.muted { color: var(--quiet); }
:is(.good, .fair, .poor, .bad) a { color: inherit; }
:is(.good, .fair, .poor, .bad) code { background: none; }
@media (max-width: 40rem) {
  tr > :first-child:not(:only-child) { min-width: 6rem; max-width: 8.5rem; overflow-wrap: anywhere; }
  .long { min-width: 12rem; }
  h1 { font-size: 1.45rem; }
}

figure.diagram > div { overflow: auto; border: 1px solid var(--line); border-radius: 4px; padding: 0.5rem; }
svg { display: block; margin: 0 auto; font-family: inherit; }
@media (min-width: 75rem) { svg.small { max-width: 100%; height: auto; } }
svg text { font-size: 13px; fill: var(--text); }
svg .node > :is(rect, path, ellipse, polygon) { fill: var(--raised); stroke: var(--quiet); stroke-width: 1.25; }
svg .group > rect { fill: none; stroke: var(--line); stroke-width: 1.5; stroke-dasharray: 6 4; }
svg .group > text { fill: var(--quiet); font-weight: 600; }
svg .arrow > path { fill: none; stroke: var(--quiet); stroke-width: 1.4; }
svg .arrow > polygon { fill: var(--quiet); }
svg .dashed > path { stroke-dasharray: 5 4; }
svg .label > text { font-size: 11px; paint-order: stroke; stroke: var(--back); stroke-width: 4px; stroke-linejoin: round; }
figcaption { font-size: 0.92rem; color: var(--quiet); max-width: 46rem; }
figure summary { cursor: pointer; padding: 0.3rem 0; }

@media print {
  :root {
    color-scheme: light;
    --text: #000; --quiet: #444; --back: #fff; --raised: #f2f2f2; --line: #bbb; --link: #000;
    --good: #d8f0de; --good-text: #000; --fair: #fcf0c4; --fair-text: #000; --poor: #fde1c7; --poor-text: #000;
    --bad: #f9d5d5; --bad-text: #000;
  }
  @page { margin: 14mm; }
  body.with-contents { display: block; }
  body { font-size: 10pt; }
  main, body.with-contents main { max-width: none; padding: 0; }
  nav.contents, .skip, .filter, .anchor, th button::after { display: none; }
  tr[hidden] { display: table-row; }
  .table, .table.tall { overflow: visible; max-height: none; border: 0; }
  table { font-size: 8pt; border-top: 1px solid var(--line); }
  th, td, .medium, .long { min-width: 0; padding: 0.2rem 0.35rem; }
  thead { display: table-header-group; }
  thead th, tbody th { position: static; }
  tr, aside, dl.card > div, figure { break-inside: avoid; }
  h1, h2, h3, h4 { break-after: avoid; }
  p, li { orphans: 3; widows: 3; }
  a { text-decoration: none; }
  p a[href^="http"]::after, li a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.85em; }
  td, th, svg * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  svg, svg.small, svg.large { max-width: 100%; height: auto; }
  figure.diagram > div { overflow: visible; }
}
)css";

}  // namespace ims
