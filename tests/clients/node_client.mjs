// All that an editor says to `ims lsp`, and what it answers, on copies of examples/corner-shop.
// usage: node node_client.mjs IMS TOP SCRATCH
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { able, Checks, Client, compareScreen, edited, pulling } from './client.mjs';

const [ims, top, scratch] = process.argv.slice(2);
const checks = new Checks();
const check = checks.check.bind(checks);
const day = ['--today', '2026-06-01'];
const server = [ims, 'lsp', ...day];
const driver = 'roles/driver.yaml';
const right = fs.readFileSync(path.join(top, 'examples/corner-shop', driver), 'utf8');
const wrong = right.replace('reports_to: florist', 'reports_to: florst');
const without = (folder, name, line) => fs.writeFileSync(path.join(folder, name), fs.readFileSync(path.join(folder, name), 'utf8').replace(line, ''));

// A copy of the shop, with that mistake in it.
let copies = 0;
function shop(name = `shop-${++copies}`, text = wrong) {
    const folder = path.join(scratch, name);
    fs.cpSync(path.join(top, 'examples/corner-shop'), folder, { recursive: true });
    fs.writeFileSync(path.join(folder, driver), text);
    return folder;
}
const begin = (folder, wish) => new Client(server, [folder].flat(), wish).start();
const mistaken = async (client) => client.until('the mistake is told', () => client.found(driver).includes('4:13 unknown-reference'));
const healthy = async (client) => client.until('nothing is found any more', () => [...client.told.values()].every((each) => each.length === 0));

function run(folder, ...words) {
    try {
        return execFileSync(ims, words, { cwd: folder, stdio: 'pipe', encoding: 'utf8' });
    } catch (error) {
        return error.stdout;
    }
}
// "roles/driver.yaml:4:13 unknown-reference" for each finding of `ims check`.
function findings(folder) {
    run(folder, 'check', '-q', ...day, '--format', 'json=.found.json');
    const { findings: all } = JSON.parse(fs.readFileSync(path.join(folder, '.found.json'), 'utf8'));
    fs.rmSync(path.join(folder, '.found.json'));
    return all.map((each) => `${each.path}:${each.line}:${each.column} ${each.rule}`).sort();
}
function files(folder) {
    const names = fs.readdirSync(folder, { recursive: true }).filter((name) => fs.statSync(path.join(folder, name)).isFile()).sort();
    return Object.fromEntries(names.map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]));
}
const list = (answer) => (Array.isArray(answer) ? answer : answer?.items ?? []);
const places = (client, answer) => [answer ?? []].flat().map(({ uri, range: { start } }) => `${path.relative(client.folders[0], fileURLToPath(uri))}:${start.line + 1}`).sort();

await checks.part('diagnostics', async () => {
    const folder = shop();
    without(folder, 'roles/bookkeeper.yaml', 'deputies: [shop-owner]\n');
    without(folder, 'processes/deliver-flowers.yaml', 'owner: florist\n');
    const client = await begin(folder);
    check('what it is called', client.answer.serverInfo.name, 'ims');
    check('its version', `ims ${client.answer.serverInfo.version}\n`, run(folder, 'version'));
    await client.until('all is told', () => client.told.size === 3);
    const told = [...client.told.keys()].flatMap((name) => client.found(name).map((each) => `${path.relative(folder, name)}:${each}`)).sort();
    check('all files, none of them open, as `ims check` tells', told, findings(folder));
    compareScreen(checks, 'problems', client.list());

    client.write('roles/bookkeeper.yaml', fs.readFileSync(path.join(top, 'examples/corner-shop/roles/bookkeeper.yaml'), 'utf8'));
    client.write('processes/deliver-flowers.yaml', fs.readFileSync(path.join(top, 'examples/corner-shop/processes/deliver-flowers.yaml'), 'utf8'));
    client.open(driver);
    client.type(driver, right);
    await healthy(client);
    client.type(driver, wrong);
    await mistaken(client);
    client.write('roles/florst.yaml', 'role: florst\ntitle: Florst\ndescription: x\n');
    await client.until('another file mends it', () => client.found(driver).length === 0);
    client.write('roles/florst.yaml');
    await mistaken(client);
    client.close(driver);
    client.write(driver, right);
    await healthy(client);
    check('it asked to be told of files', client.asked.includes('client/registerCapability'), true);
    check('it ends with', await client.stop(), 0);
});

await checks.part('files that others write, where the editor cannot watch', async () => {
    const { didChangeWatchedFiles, ...workspace } = able.workspace;
    const client = await begin(shop(), { capabilities: { ...able, workspace } });
    await mistaken(client);
    client.write(driver, right);
    await healthy(client);
    await client.stop();
});

await checks.part('what is offered', async () => {
    const client = await begin(shop(undefined, right));
    client.open(driver);
    client.type(driver, right.replace('reports_to: florist', 'reports_to: flo'));
    const offered = list(await client.ask('textDocument/completion', client.at(driver, 'reports_to: flo|')));
    const florist = offered.find(({ label }) => label === 'florist');
    check('the id', florist?.label, 'florist');
    check('with its title', JSON.stringify(florist ?? '').includes('"Florist'), true);
    check('no id of another kind', offered.some(({ label }) => label === 'deliver-flowers'), false);
    client.type(driver, `${right}own`);
    const fields = list(await client.ask('textDocument/completion', client.at(driver, '\nown|'))).map(({ label }) => label);
    check('fields', fields.includes('owner'), true);
    check('no field that is there', fields.includes('deputies'), false);
    await client.stop();
});

await checks.part('from names to records and back', async () => {
    const client = await begin(shop(undefined, right), { options: { showReferences: 'test.showReferences' } });
    client.open(driver);
    const at = client.at(driver, 'reports_to: flo|rist');
    const hover = await client.ask('textDocument/hover', at);
    check('a hover tells the title', (hover?.contents?.value ?? '').includes('Florist'), true);
    const field = await client.ask('textDocument/hover', client.at(driver, 'repo|rts_to'));
    check('a hover tells what a field is for', (field?.contents?.value ?? '').length > 10, true);
    check('the definition', places(client, await client.ask('textDocument/definition', at)), ['roles/florist.yaml:1']);
    const named = places(client, await client.ask('textDocument/references', { ...at, context: { includeDeclaration: false } }));
    check('where it is named', ['processes/deliver-flowers.yaml:5', 'roles/driver.yaml:4'].every((each) => named.includes(each)), true);
    check('its own place is left out', named.includes('roles/florist.yaml:1'), false);
    const all = places(client, await client.ask('textDocument/references', { ...at, context: { includeDeclaration: true } }));
    check('its own place comes with the others', all, [...named, 'roles/florist.yaml:1'].sort());
    const lit = await client.ask('textDocument/documentHighlight', at);
    check('marks in this file', (lit ?? []).some(({ range }) => range.start.line === 3), true);
    const outline = await client.ask('textDocument/documentSymbol', client.of(driver));
    check('the outline begins with the record', /driver/i.test(outline?.[0]?.name ?? ''), true);
    const symbols = await client.ask('workspace/symbol', { query: 'flor' });
    check('a record is found by its name', (symbols ?? []).some(({ location }) => location.uri.endsWith('roles/florist.yaml')), true);
    client.open('roles/florist.yaml');
    const lenses = await client.ask('textDocument/codeLens', client.of('roles/florist.yaml'));
    const lens = (lenses ?? []).find(({ command }) => command?.command === 'test.showReferences');
    check('a lens shows who names it', lens === undefined ? [] : places(client, lens.command.arguments[2]).filter((each) => each !== 'roles/florist.yaml:1'), named);
    check('a lens says at what it is', lens?.command.arguments[0], client.uri('roles/florist.yaml'));
    const page = await client.ask('ims/rulePage', { rule: 'role-without-deputy' });
    check('the page of a rule', page.markdown.includes('role-without-deputy'), true);
    await client.stop();
});

await checks.part('rename', async () => {
    const folder = shop(undefined, right);
    const other = shop(undefined, right);
    const before = findings(folder);
    const client = await begin(folder);
    client.open(driver);
    client.open('processes/deliver-flowers.yaml');
    const at = client.at(driver, 'role: dri|ver');
    const range = await client.ask('textDocument/prepareRename', at);
    check('what is renamed', JSON.stringify(range ?? '').includes('"line":0,"character":6'), true);
    const edit = await client.ask('textDocument/rename', { ...at, newName: 'courier' });
    client.apply(edit ?? {});
    client.save();
    run(other, 'rename', 'role/driver', 'courier');
    const [got, expected] = [files(folder), files(other)];
    check('the files are those that `ims rename` leaves', Object.keys(expected).filter((name) => got[name] !== expected[name]), []);
    check('the old id stands nowhere', Object.keys(got).filter((name) => name.endsWith('.yaml') && /^role: driver$|[[ /]driver[\],]/m.test(got[name].replace(/(does|description|purpose|title|reason|name|cause|note):.*|#.*/g, ''))), []);
    check('as much is found as before', findings(folder), before);
    await client.until('and by the server', () => client.found(driver).length === 0);
    const taken = await client.ask('textDocument/rename', { ...client.at(driver, 'role: cour|ier'), newName: 'cashier' }).catch((error) => error);
    check('an id that another role has is refused', taken instanceof Error, true);
    await client.stop();
});

// The actions that are offered for the diagnostic of a rule in an open file.
async function actions(client, name, rule) {
    const diagnostic = client.told.get(client.file(name))?.find(({ code }) => code === rule);
    if (!diagnostic) throw new Error(`no ${rule} in ${name}`);
    return (await client.ask('textDocument/codeAction', { ...client.of(name), range: diagnostic.range, context: { diagnostics: [diagnostic] } })) ?? [];
}
async function take(client, action) {
    if (action.edit) client.apply(action.edit);
    const command = typeof action.command === 'object' ? action.command : action;
    if (typeof command.command === 'string') await client.ask('workspace/executeCommand', { command: command.command, arguments: command.arguments });
}

await checks.part('a fix', async () => {
    const client = await begin(shop());
    await mistaken(client);
    client.open(driver);
    await mistaken(client);
    const offered = await actions(client, driver, 'unknown-reference');
    const fix = offered.find(({ kind, edit }) => kind === 'quickfix' && JSON.stringify(edit ?? '').includes('florist'));
    check('it is offered', fix !== undefined, true);
    if (fix) await take(client, fix);
    check('it mends', client.text(driver), right);
    await healthy(client);
    await client.stop();
});

await checks.part('a record that is missing', async () => {
    const folder = shop();
    const client = await begin(folder);
    await mistaken(client);
    client.open(driver);
    await mistaken(client);
    const offered = await actions(client, driver, 'unknown-reference');
    const add = offered.find(({ edit }) => edit?.documentChanges?.some(({ kind }) => kind === 'create'));
    check('it is offered', add !== undefined, true);
    if (!add) return;
    await take(client, add);
    const made = Object.keys(files(folder)).filter((name) => !fs.existsSync(path.join(top, 'examples/corner-shop', name)));
    check('a file is made', made.length, 1);
    check('it begins with the record', files(folder)[made[0]].startsWith('role: florst\ntitle:'), true);
    await client.until('the reference is known', () => !client.found(driver).some((each) => each.endsWith('unknown-reference')));
    await client.stop();
});

const keeper = 'roles/bookkeeper.yaml';
await checks.part('a finding is accepted', async () => {
    const folder = shop(undefined, right);
    without(folder, keeper, 'deputies: [shop-owner]\n');
    const client = await begin(folder);
    const rule = 'role-without-deputy';
    const open = () => client.found(keeper).some((each) => each.endsWith(rule));
    await client.until('nobody stands in', open);
    client.open(keeper);
    await client.until('nobody stands in, in the open file', open);
    const offered = await actions(client, keeper, rule);
    check('it is offered', offered.some(({ title, command }) => /accept/i.test(title) || JSON.stringify(command ?? '').includes('ims.acceptFinding')), true);
    const { range } = client.told.get(client.file(keeper)).find(({ code }) => code === rule);
    await client.ask('workspace/executeCommand', { command: 'ims.acceptFinding',
        arguments: [{ uri: client.uri(keeper), rule, line: range.start.line, reason: 'closed in August', by: 'shop-owner', until: '2026-09-01' }] });
    await client.until('it is told no more', () => !open());
    check('the record says so', ['exceptions:', `rule: ${rule}`, 'reason: closed in August', 'by: shop-owner', 'until: 2026-09-01'].filter((each) => !client.text(keeper).includes(each)), []);
    client.save();
    check('`ims check` takes it', findings(folder).filter((each) => each.includes(rule) || each.includes('exception')), []);
    await client.stop();
});

await checks.part('diagnostics that are asked for', async () => {
    const client = await begin(shop(), { capabilities: pulling });
    check('it offers them', client.answer.capabilities.diagnosticProvider?.workspaceDiagnostics, true);
    client.open(driver);
    const first = await client.ask('textDocument/diagnostic', client.of(driver));
    check('a whole report', [first.kind, first.items.map(({ code }) => code)], ['full', ['unknown-reference']]);
    const again = await client.ask('textDocument/diagnostic', { ...client.of(driver), previousResultId: first.resultId });
    check('the same again', [again.kind, again.resultId], ['unchanged', first.resultId]);
    const whole = await client.ask('workspace/diagnostic', { previousResultIds: [] });
    check('of the whole folder', whole.items.filter(({ items }) => items?.length > 0).map(({ uri }) => uri), [client.uri(driver)]);
    check('it is not told what it asks for', (client.told.get(client.file(driver)) ?? []).length, 0);
    client.type(driver, right);
    await client.until('it is told to ask again', () => client.asked.includes('workspace/diagnostic/refresh'));
    const then = await client.ask('textDocument/diagnostic', { ...client.of(driver), previousResultId: first.resultId });
    check('what was mended', [then.kind, then.items], ['full', []]);
    await client.stop();
    const pushed = await begin(shop());
    check('it offers them to nobody else', pushed.answer.capabilities.diagnosticProvider, undefined);
    await pushed.stop();
});

// --- The wire itself
const framed = (message) => {
    const body = typeof message === 'string' ? message : JSON.stringify({ jsonrpc: '2.0', ...message });
    return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};
// What is whole of it.
function messagesIn(out) {
    const messages = [];
    for (let at = 0; ;) {
        const end = out.indexOf('\r\n\r\n', at);
        if (end < 0) return messages;
        const length = Number(/Content-Length: (\d+)/.exec(out.subarray(at, end).toString())[1]);
        if (out.length < end + 4 + length) return messages;
        messages.push(JSON.parse(out.subarray(end + 4, end + 4 + length).toString()));
        at = end + 4 + length;
    }
}
// Says all that at once, and what comes back: answers, as [id, code of an error or null], and the exit code. until: it is
// ended as it should be, when it has given so many answers.
async function say(pieces, { close = true, until } = {}) {
    const process = spawn(ims, ['lsp', ...day], { stdio: ['pipe', 'pipe', 'inherit'], cwd: scratch });
    let out = Buffer.alloc(0);
    let ending = until === undefined;
    process.stdout.on('data', (data) => {
        out = Buffer.concat([out, data]);
        if (ending || messagesIn(out).filter((each) => each.method === undefined).length < until) return;
        ending = true;
        process.stdin.end(shutdown(99) + exit);
    });
    process.stdin.on('error', () => {});
    const ended = new Promise((resolve) => process.on('close', resolve));
    process.stdin.write(pieces.join(''));
    if (close && ending) process.stdin.end();
    const late = setTimeout(() => process.kill(), 8000);
    const code = await ended;
    clearTimeout(late);
    const messages = messagesIn(out).filter(({ id }) => id !== 99);
    return { code, messages, answers: messages.filter((each) => each.method === undefined).map(({ id, error }) => [id, error?.code ?? null]) };
}
const hello = (id = 1, folder = null) => framed({ id, method: 'initialize', params: { processId: null, capabilities: {},
    rootUri: null, workspaceFolders: folder === null ? null : [{ uri: pathToFileURL(folder).href, name: 'shop' }] } });
const initialized = framed({ method: 'initialized', params: {} });
const shutdown = (id) => framed({ id, method: 'shutdown' });
const exit = framed({ method: 'exit' });

await checks.part('the wire', async () => {
    const told = async (what, pieces, answers, code, wish) => {
        const got = await say(pieces, wish);
        check(what, [got.answers, got.code], [answers, code]);
    };
    await told('begun and ended', [hello(), initialized, shutdown(2), exit], [[1, null], [2, null]], 0, { close: false });
    await told('ids that are texts', [hello('a'), initialized, shutdown('b'), exit], [['a', null], ['b', null]], 0);
    await told('exit without shutdown', [hello(), initialized, exit], [[1, null]], 1, { close: false });
    await told('exit before all', [exit], [], 1, { close: false });
    await told('a client that dies', [hello(), initialized], [[1, null]], 1);
    await told('a client that dies before it began', [], [], 1);
    await told('a client that dies in the middle of a message', [hello(), framed({ id: 2, method: 'shutdown' }).slice(0, -5)], [[1, null]], 1);
    await told('a request before `initialize`', [framed({ id: 7, method: 'textDocument/hover', params: {} }), hello(), shutdown(2), exit], [[7, -32002], [1, null], [2, null]], 0);
    await told('a second `initialize`', [hello(), hello(2), shutdown(3), exit], [[1, null], [2, -32600], [3, null]], 0);
    await told('a request after shutdown', [hello(), shutdown(2), framed({ id: 3, method: 'textDocument/hover', params: {} }), exit], [[1, null], [2, null], [3, -32600]], 0);
    await told('a second shutdown', [hello(), shutdown(2), shutdown(3), exit], [[1, null], [2, null], [3, -32600]], 0);
    await told('a method that there is not', [hello(), framed({ id: 2, method: 'textDocument/nothing' }), shutdown(3), exit], [[1, null], [2, -32601], [3, null]], 0);
    await told('a notification that there is not', [hello(), framed({ method: '$/nothing' }), shutdown(2), exit], [[1, null], [2, null]], 0);
    await told('what is no JSON', [hello(), framed('{"jsonrpc": '), shutdown(2), exit], [[1, null], [null, -32700], [2, null]], 0);
    await told('what is no message', [hello(), framed('[]'), shutdown(2), exit], [[1, null], [null, -32600], [2, null]], 0);
    await told('a head without a length', [hello(), 'Content-Type: application/vscode-jsonrpc\r\n\r\n', shutdown(2), exit], [[1, null], [2, null]], 0);
    await told('a length that is none', [hello(), 'Content-Length: many\r\n\r\n', shutdown(2), exit], [[1, null], [2, null]], 0);
    await told('more heads than one', ['Content-Type: x\r\n' + hello(), shutdown(2), exit], [[1, null], [2, null]], 0);
    await told('heads in small letters', [hello().replace('Content-Length', 'content-length'), shutdown(2), exit], [[1, null], [2, null]], 0);
    await told('notifications of another form', [hello(), initialized, ...['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose', 'textDocument/didSave',
        'workspace/didChangeWatchedFiles', 'workspace/didChangeWorkspaceFolders', 'workspace/didChangeConfiguration', '$/cancelRequest']
        .flatMap((method) => [7, [], {}, null].map((params) => framed({ method, params }))), shutdown(2), exit], [[1, null], [2, null]], 0);
    // Whatever it answers, it answers, and lives.
    const folder = shop();
    const outside = { textDocument: { uri: 'file:///nowhere/a.yaml' }, position: { line: 0, character: 0 } };
    const beyond = { textDocument: { uri: pathToFileURL(path.join(folder, driver)).href }, position: { line: 1e9, character: 1e9 } };
    for (const method of ['textDocument/completion', 'textDocument/hover', 'textDocument/definition', 'textDocument/references', 'textDocument/documentHighlight',
        'textDocument/prepareRename', 'textDocument/rename', 'textDocument/documentSymbol', 'workspace/symbol', 'textDocument/codeAction', 'textDocument/codeLens',
        'workspace/executeCommand', 'ims/rulePage', 'textDocument/diagnostic', 'workspace/diagnostic']) {
        const odd = [7, [], {}, null, { textDocument: 7, position: [] }, outside, beyond];
        const got = await say([hello(1, folder), initialized, ...odd.map((params, index) => framed({ id: 10 + index, method, params }))], { until: odd.length + 1 });
        check(`${method} with parameters of another form`, [got.answers.map(([id]) => id).sort((left, right) => left - right), got.code], [[1, ...odd.map((_, index) => 10 + index)], 0]);
    }
});

await checks.part('cancellation', async () => {
    const folder = shop();
    const uri = pathToFileURL(path.join(folder, driver)).href;
    const got = await say([hello(1, folder), initialized,
        framed({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text: right } } }),
        framed({ id: 2, method: 'textDocument/codeLens', params: { textDocument: { uri } } }),
        framed({ method: '$/cancelRequest', params: { id: 2 } }), framed({ method: '$/cancelRequest', params: { id: 99 } }), shutdown(3), exit], { close: false });
    check('what is cancelled is answered so', got.answers, [[1, null], [2, -32800], [3, null]]);
});

await checks.part('several folders', async () => {
    const [one, two, three] = [shop(), shop(), shop()];
    const bare = path.join(scratch, 'bare');
    fs.mkdirSync(bare);
    fs.writeFileSync(path.join(bare, 'compose.yaml'), 'services: {web: [}\n');
    const client = await begin([one, bare, two]);
    client.open(path.join(bare, 'compose.yaml'));
    const told = (folder) => client.found(path.join(folder, driver)).length;
    await client.until('both are told', () => told(one) === 1 && told(two) === 1);
    const hover = await client.ask('textDocument/hover', { textDocument: { uri: pathToFileURL(path.join(bare, 'compose.yaml')).href }, position: { line: 0, character: 2 } });
    check('nothing is said of a folder without ims.yaml', [hover, client.found(path.join(bare, 'compose.yaml'))], [null, []]);
    const folders = (added, removed) => client.notify('workspace/didChangeWorkspaceFolders', { event: { added: added.map((each) => ({ uri: pathToFileURL(each).href, name: 'x' })), removed: removed.map((each) => ({ uri: pathToFileURL(each).href, name: 'x' })) } });
    folders([three], [two]);
    await client.until('one came and one went', () => told(three) === 1 && told(two) === 0 && told(one) === 1);
    await client.stop();
});

await checks.part('a folder whose name is encoded', async () => {
    const folder = shop('Läden & 100% Blumen #1');
    const client = await begin(folder);
    await mistaken(client);
    check('it is spelled so that anybody reads it', fileURLToPath(client.uris.get(client.file(driver))), client.file(driver));
    // As VS Code spells it.
    const uri = 'file://' + client.file(driver).split('/').map(encodeURIComponent).join('/');
    client.open(driver, wrong, uri);
    await client.until('it is spelled as the client does', () => client.uris.get(client.file(driver)) === uri);
    client.type(driver, right);
    await healthy(client);
    const [place] = [await client.ask('textDocument/definition', client.at(driver, 'reports_to: flo|rist'))].flat();
    check('a place in it', place && fileURLToPath(place.uri), client.file('roles/florist.yaml'));
    await client.stop();
});

await checks.part('characters', async () => {
    const text = 'role: greeter\ntitle: Größe 🌷 {nowhere}\ndescription: x\nresponsibilities: [{does: "Grüße 🌷", processes: [nowhere]}]\n';
    const column = (upTo) => Buffer.byteLength(text.split('\n')[3].split('nowhere')[0], upTo) + 1;
    for (const [encodings, encoding, characters] of [[['utf-16'], 'utf-16', column('utf16le') / 2 + 0.5], [['utf-8', 'utf-16'], 'utf-8', column('utf8')]]) {
        const folder = shop(undefined, right);
        fs.writeFileSync(path.join(folder, 'roles/greeter.yaml'), text);
        const client = await begin(folder, { capabilities: { ...able, general: { positionEncodings: encodings } } });
        check(`they are counted as ${encoding}`, client.answer.capabilities.positionEncoding, encoding);
        await client.until(`${encoding}: the place is that of \`nowhere\`, 4:${characters}`, () => client.found('roles/greeter.yaml').includes(`4:${characters} unknown-reference`));
        await client.stop();
    }
});

await checks.part('settings', async () => {
    const twice = `${right}title: Twice\n`;
    const client = await begin(shop(undefined, twice));
    const told = () => client.found(driver).some((each) => each.endsWith('duplicate-key'));
    await client.until('a key that stands twice is told', told);
    client.settings.ims = { yamlSyntax: false };
    client.notify('workspace/didChangeConfiguration', { settings: {} });
    await client.until('it is left to others', () => !told());
    await client.stop();
});

checks.check('the helper of this test applies edits', edited('a\nbc\n', [{ range: { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } }, newText: 'x' }, { range: { start: { line: 0, character: 1 }, end: { line: 0, character: 1 } }, newText: '!' }]), 'a!\nxc\n');
checks.end();
