// Red Hat's YAML server, as an editor talks to it: over its standard input and output, with the settings that are
// written for Visual Studio Code.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const program = new URL('node_modules/yaml-language-server/out/server/src/server.js', import.meta.url).pathname;

export class YamlServer {
    // `folder`: what the editor opens. `settings`: as they stand in its settings.json.
    constructor(folder, settings) {
        this.folder = folder;
        this.settings = settings;
        this.next = 1;
        this.waiting = new Map();  // requests without an answer
        this.diagnostics = new Map();  // by address: what was told last
        this.versions = new Map();
        this.listeners = [];
        this.received = Buffer.alloc(0);
        this.process = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
        this.process.stdout.on('data', (data) => this.receive(data));
        this.process.on('exit', (code) => {
            for (const { refuse } of this.waiting.values()) refuse(new Error(`the YAML server ended with ${code}`));
        });
    }

    async start() {
        const documentation = { documentationFormat: ['markdown', 'plaintext'], snippetSupport: true };
        await this.request('initialize', {
            processId: process.pid,
            rootUri: pathToFileURL(this.folder).href,
            workspaceFolders: [{ uri: pathToFileURL(this.folder).href, name: 'folder' }],
            capabilities: {
                workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: {} },
                textDocument: {
                    completion: { completionItem: documentation },
                    hover: { contentFormat: ['markdown', 'plaintext'] },
                    publishDiagnostics: {},
                },
            },
        });
        this.notify('initialized', {});
        this.notify('workspace/didChangeConfiguration', { settings: {} });
        // It asks for its settings when it likes to; it knows them when it sees that this is no record.
        const glob = Object.values(this.settings['yaml.schemas'])[0][0];
        const probe = glob.replace('**/*', 'is-this-seen');
        for (let tries = 0; (await this.diagnose(probe, `no: ${tries}\n`)).length === 0; ++tries) {
            if (tries === 50) throw new Error('the YAML server does not take the schemas');
        }
        this.close(probe);
    }

    stop() {
        this.process.removeAllListeners('exit');
        this.process.kill();
    }

    address(name) { return pathToFileURL(path.join(this.folder, name)).href; }

    // What the server says of a file, once it has said so. Text: other than what lies on the disk.
    async diagnose(name, text = fs.readFileSync(path.join(this.folder, name), 'utf8')) {
        const uri = this.address(name);
        const told = new Promise((resolve) => this.listeners.push({ uri, resolve }));
        this.show(name, text);
        return told;
    }

    show(name, text) {
        const uri = this.address(name);
        const version = (this.versions.get(uri) ?? 0) + 1;
        this.versions.set(uri, version);
        if (version === 1) {
            this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version, text } });
        } else {
            this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
        }
    }

    close(name) {
        const uri = this.address(name);
        this.versions.delete(uri);
        this.notify('textDocument/didClose', { textDocument: { uri } });
    }

    // At the `|` of the text, which is not part of it.
    async ask(method, name, marked) {
        const offset = marked.indexOf('|');
        const text = marked.slice(0, offset) + marked.slice(offset + 1);
        const before = marked.slice(0, offset).split('\n');
        this.show(name, text);
        const position = { line: before.length - 1, character: before.at(-1).length };
        return this.request(method, { textDocument: { uri: this.address(name) }, position });
    }

    async complete(name, marked) {
        const answer = await this.ask('textDocument/completion', name, marked);
        return Array.isArray(answer) ? answer : answer.items;
    }

    async hover(name, marked) {
        const answer = await this.ask('textDocument/hover', name, marked);
        return answer?.contents?.value ?? '';
    }

    request(method, params) {
        const id = this.next++;
        this.send({ jsonrpc: '2.0', id, method, params });
        return new Promise((resolve, refuse) => this.waiting.set(id, { resolve, refuse }));
    }

    notify(method, params) { this.send({ jsonrpc: '2.0', method, params }); }

    send(message) {
        const body = JSON.stringify(message);
        this.process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    }

    receive(data) {
        this.received = Buffer.concat([this.received, data]);
        for (;;) {
            const end = this.received.indexOf('\r\n\r\n');
            if (end < 0) return;
            const length = Number(/Content-Length: (\d+)/i.exec(this.received.subarray(0, end))[1]);
            if (this.received.length < end + 4 + length) return;
            const body = this.received.subarray(end + 4, end + 4 + length).toString();
            this.received = this.received.subarray(end + 4 + length);
            this.take(JSON.parse(body));
        }
    }

    take(message) {
        if (message.method === undefined) {
            const { resolve, refuse } = this.waiting.get(message.id);
            this.waiting.delete(message.id);
            if (message.error) refuse(new Error(message.error.message));
            else resolve(message.result);
        } else if (message.id !== undefined) {
            this.send({ jsonrpc: '2.0', id: message.id, result: this.answer(message) });
        } else if (message.method === 'textDocument/publishDiagnostics') {
            const { uri, diagnostics, version } = message.params;
            if (version !== undefined && version !== this.versions.get(uri)) return;
            const told = this.listeners.filter((each) => each.uri === uri);
            this.listeners = this.listeners.filter((each) => each.uri !== uri);
            for (const { resolve } of told) resolve(diagnostics);
        }
    }

    // What the server asks of the editor: its settings.
    answer({ method, params }) {
        if (method !== 'workspace/configuration') return null;
        return params.items.map(({ section }) => this.section(section));
    }

    // Settings are written with dots and read as objects.
    section(name) {
        const out = {};
        for (const [key, value] of Object.entries(this.settings)) {
            const parts = key.split('.');
            if (parts.shift() !== name) continue;
            let place = out;
            while (parts.length > 1) place = place[parts.shift()] ??= {};
            place[parts[0]] = value;
        }
        if (name === 'yaml') Object.assign(out, { validate: true, hover: true, completion: true, schemaStore: { enable: false }, kubernetesCRDStore: { enable: false } });
        return out;
    }
}
