// A comment as a reader of GitHub's Markdown sees it: only our own HTML, whole tables, and nobody called by name.
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

const longest = 60_000;
const own = [/^<!-- ims: check -->$/, /^<details>\n<summary>[^<>&]*<\/summary>$/, /^<\/details>$/];
const called = /@\w|#\d|!\d|~\w|\$\w|\bgh-\d/i;

export function readMarkdown(text) {
    const trouble = [];
    let rows = 0;
    if (text.length >= longest) trouble.push(`${text.length} characters`);
    if (!text.startsWith('<!-- ims: check -->\n')) trouble.push('does not begin with its marker');
    const walk = (node) => {
        if (node.type === 'html' && !own.some((each) => each.test(node.value))) trouble.push(`HTML: ${node.value}`);
        if (node.type === 'text' && called.test(node.value)) trouble.push(`calls somebody: ${node.value}`);
        if (node.type === 'link' || node.type === 'image') trouble.push(`leads elsewhere: ${node.url}`);
        if (node.type === 'table') {
            for (const row of node.children) {
                if (row.children.length !== 4) trouble.push(`${row.children.length} cells in a row`);
            }
            rows += node.children.length - 1;
        }
        for (const child of node.children ?? []) walk(child);
    };
    walk(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
    return { rows, trouble };
}
