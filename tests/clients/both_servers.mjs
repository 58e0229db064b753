// Red Hat's YAML server and `ims lsp` on one folder, in one client, with the settings that README.md gives for both: each
// thing is told by one of them.
// usage: node both_servers.mjs IMS TOP SCRATCH
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { able, Checks, Client } from './client.mjs';

const [ims, top, scratch] = process.argv.slice(2);
const checks = new Checks();
const check = checks.check.bind(checks);
const yamlServer = new URL('node_modules/yaml-language-server/out/server/src/server.js', import.meta.url).pathname;
const block = execFileSync('awk', ['-v', 'mark=both', '-f', new URL('block.awk', import.meta.url).pathname, path.join(top, 'README.md')], { encoding: 'utf8' });
const written = JSON.parse(block);
const name = 'roles/driver.yaml';

const folder = path.join(scratch, 'shop');
fs.cpSync(path.join(top, 'examples/corner-shop'), folder, { recursive: true });
// What `ims schema --write --editor vscode` says holds beside them.
execFileSync(ims, ['schema', '--write', '--editor', 'vscode'], { cwd: folder, stdio: 'pipe' });
const settings = { ...JSON.parse(fs.readFileSync(path.join(folder, '.vscode/settings.json'), 'utf8')), ...written };

// Settings are written with dots and asked for by sections.
function section(which) {
    const out = {};
    for (const [key, value] of Object.entries(settings)) {
        const parts = key.split('.');
        if (parts.shift() !== which) continue;
        let place = out;
        while (parts.length > 1) place = place[parts.shift()] ??= {};
        place[parts[0]] = value;
    }
    return out;
}
// No catalogue of schemas on the network, and what VS Code says where nothing is set.
const told = { ims: section('ims'), yaml: { ...section('yaml'), validate: true, hover: true, completion: true, schemaStore: { enable: false }, kubernetesCRDStore: { enable: false } } };
told.yaml.format.enable = true;
check('the README is understood', [told.ims, told.yaml.disableSchemaDetection.length > 0, 'schemas' in told.yaml], [{ yamlSyntax: false }, true, true]);

const servers = {
    yaml: new Client([process.execPath, yamlServer, '--stdio'], [folder], { settings: told }),
    ims: new Client([ims, 'lsp', '--today', '2026-06-01'], [folder], { settings: told, options: { yamlSyntax: told.ims.yamlSyntax } }),
};
const both = Object.entries(servers);
for (const [, server] of both) await server.start();
for (const [, server] of both) server.open(name);
const right = servers.ims.text(name);
const type = (text) => both.forEach(([, server]) => server.type(name, text));
// What each tells of the document as it stands now. The YAML server says so of each version, `ims` where it changes.
const found = () => Object.fromEntries(both.map(([key, server]) => [key, (server.told.get(server.file(name)) ?? []).length]));
async function until(what, expected) {
    await servers.yaml.until(`${what}: the YAML server has looked`, () => servers.yaml.seen.get(servers.yaml.file(name)) === servers.yaml.documents.get(servers.yaml.file(name)).version);
    for (const [key, server] of both) await server.until(`${what}: ${key} tells ${expected[key]}`, () => found()[key] === expected[key]);
    check(what, found(), expected);
}
// The YAML server asks for its settings when it likes to: what it says tells when it knows them.
async function configured(yaml, text, knows) {
    servers.yaml.settings = { ...told, yaml };
    servers.yaml.notify('workspace/didChangeConfiguration', { settings: {} });
    for (let tries = 0; tries < 50; ++tries) {
        servers.yaml.type(name, `${text}# ${tries}\n`);
        const { version } = servers.yaml.documents.get(servers.yaml.file(name));
        await servers.yaml.until('the YAML server has looked', () => servers.yaml.seen.get(servers.yaml.file(name)) === version);
        if (knows(found().yaml)) return true;
    }
    return false;
}
// Whoever answers, with something in it.
async function answering(method, params) {
    const who = [];
    for (const [key, server] of both) {
        const can = server.answer.capabilities;
        if (method === 'textDocument/foldingRange' && !can.foldingRangeProvider) continue;
        if (method === 'textDocument/formatting' && !can.documentFormattingProvider && key === 'ims') continue;
        const answer = await server.ask(method, params(server));
        // An empty hover shows nothing.
        const items = [Array.isArray(answer) ? answer : answer?.items ?? answer ?? []].flat().filter(({ contents }) => contents?.value !== '');
        if (items.length > 0) who.push(key);
        if (process.env.IMS_VERBOSE) console.log(method, key, JSON.stringify(items).slice(0, 300));
    }
    return who;
}

await checks.part('what is wrong', async () => {
    const unknown = right.replace('purpose:', 'purpos:');
    const { disableSchemaDetection, ...without } = told.yaml;
    check('without the setting, the YAML server tells an unknown field too', await configured(without, unknown, (count) => count > 0), true);
    check('with it, it does not', await configured(told.yaml, unknown, (count) => count === 0), true);
    type(unknown);
    await until('an unknown field', { yaml: 0, ims: 1 });
    check('it is the field', servers.ims.found(name), ['3:1 unknown-field']);
    type(right.replace('florist\n', 'florst\n'));
    await until('an unknown reference', { yaml: 0, ims: 1 });
    type(right.replace('[staff]', '[staff'));
    await servers.yaml.until('the YAML server tells of a bracket', () => found().yaml > 0);
    await until('a bracket', { yaml: found().yaml, ims: 0 });
    type(`${right}title: Twice\n`);
    await servers.yaml.until('the YAML server tells of a key that stands twice', () => found().yaml > 0);
    await until('a key that stands twice', { yaml: found().yaml, ims: 0 });
    type(right);
    await until('nothing', { yaml: 0, ims: 0 });
});

await checks.part('what is asked for', async () => {
    const at = (marked) => (server) => server.at(name, marked);
    check('completion of an id', await answering('textDocument/completion', at('reports_to: flo|rist')), ['ims']);
    type(`${right}own`);
    check('completion of a field', await answering('textDocument/completion', at('\nown|')), ['ims']);
    type(right);
    check('hover', await answering('textDocument/hover', at('reports_to: flo|rist')), ['ims']);
    check('definition', await answering('textDocument/definition', at('reports_to: flo|rist')), ['ims']);
    check('folding', await answering('textDocument/foldingRange', (server) => server.of(name)), ['yaml']);
    check('the outline', await answering('textDocument/documentSymbol', (server) => server.of(name)), ['yaml', 'ims']);
    type(right.replace('[staff]', '[ staff ]'));
    check('formatting', await answering('textDocument/formatting', (server) => ({ ...server.of(name), options: { tabSize: 2, insertSpaces: true } })), ['yaml']);
});

servers.yaml.process.kill();
await servers.ims.stop();
checks.end();
