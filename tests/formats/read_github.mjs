// Commands of GitHub Actions in a log, read as its runner reads them: `::name key=value,…::data` at the beginning of a
// line, `%` and what would end a part written as `%25` and the like.
const unescape = (text, signs) => signs.reduce((result, sign) =>
    result.replaceAll(`%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`, sign), text);
const property = (text) => unescape(text, ['\r', '\n', ':', ',', '%']);
const data = (text) => unescape(text, ['\r', '\n', '%']);

const shown = 10;  // of a kind, by a step
const kinds = ['error', 'warning', 'notice'];

export function readGithub(log) {
    const commands = [];
    const trouble = [];
    for (const line of log.split('\n').slice(0, -1)) {
        const end = line.startsWith('::') ? line.indexOf('::', 2) : -1;
        if (end < 0) {
            trouble.push(`no command: ${line}`);
            continue;
        }
        const [name, ...rest] = line.slice(2, end).split(' ');
        const properties = {};
        for (const each of rest.join(' ').split(',')) {
            const [key, ...value] = each.split('=');
            properties[key] = property(value.join('='));
        }
        if (!kinds.includes(name)) trouble.push(`no kind of annotation: ${name}`);
        for (const key of Object.keys(properties)) {
            if (!['file', 'line', 'col', 'endLine', 'endColumn', 'title'].includes(key)) trouble.push(`no property: ${key}`);
        }
        if (properties.col !== undefined && properties.line !== properties.endLine) trouble.push(`columns over lines: ${line}`);
        commands.push({ name, properties, message: data(line.slice(end + 2)) });
    }
    for (const kind of kinds) {
        const count = commands.filter((each) => each.name === kind).length;
        if (count > shown) trouble.push(`${count} of kind ${kind}, of which GitHub shows ${shown}`);
    }
    const order = commands.map((each) => kinds.indexOf(each.name));
    if (order.some((each, index) => index > 0 && each < order[index - 1])) trouble.push('errors do not come first');
    return { commands, trouble };
}
