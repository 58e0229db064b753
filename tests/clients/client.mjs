// A client of `ims lsp`, as editors of Microsoft's family are: by vscode-jsonrpc over the standard input and output.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import rpc from 'vscode-jsonrpc/node.js';

const patience = 20000;  // milliseconds until something is said not to come

// What an editor can do that can do all that the server knows of, but for asking for diagnostics.
export const able = {
    general: { positionEncodings: ['utf-16'] },
    workspace: {
        applyEdit: true, configuration: true, workspaceFolders: true, didChangeConfiguration: { dynamicRegistration: true },
        didChangeWatchedFiles: { dynamicRegistration: true }, codeLens: { refreshSupport: true },
        workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] }, symbol: {},
    },
    textDocument: {
        synchronization: { didSave: true },
        publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] }, codeDescriptionSupport: true, versionSupport: true },
        completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
        hover: { contentFormat: ['markdown', 'plaintext'] },
        definition: { linkSupport: false }, references: {}, documentHighlight: {},
        rename: { prepareSupport: true, prepareSupportDefaultBehavior: 1 },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true }, codeLens: {}, foldingRange: {}, formatting: {},
    },
    window: { workDoneProgress: true, showDocument: { support: true } },
};
// One that asks for diagnostics.
export const pulling = { ...able,
    textDocument: { ...able.textDocument, diagnostic: { dynamicRegistration: false } },
    workspace: { ...able.workspace, diagnostics: { refreshSupport: true } } };

export class Client {
    // command: the program and its words. folders: paths. settings: what it says of a section when asked.
    constructor([program, ...words], folders, { capabilities = able, options = {}, settings = {}, reads = () => true } = {}) {
        Object.assign(this, { folders, capabilities, options, settings });
        this.told = new Map();  // the diagnostics of each file, by path, as they were told last
        this.seen = new Map();  // of which version of a document that was
        this.uris = new Map();  // how the server spelled each
        this.asked = [];  // what the server asked: methods
        this.documents = new Map();  // path → {uri, version, text}
        this.waiting = new Set();
        this.process = spawn(program, words, { stdio: ['pipe', 'pipe', 'inherit'] });
        this.ended = new Promise((resolve) => this.process.on('exit', (code) => resolve(code)));
        this.process.stdin.on('error', () => {});
        const connection = rpc.createMessageConnection(new rpc.StreamMessageReader(this.process.stdout), new rpc.StreamMessageWriter(this.process.stdin));
        connection.onNotification('textDocument/publishDiagnostics', ({ uri, version, diagnostics }) => {
            const name = fileURLToPath(uri);
            const open = this.documents.get(name);
            if (version !== undefined && open && version !== open.version) return;
            this.told.set(name, diagnostics);
            this.seen.set(name, version ?? open?.version);  // not all say so
            this.uris.set(name, uri);
            this.look();
        });
        connection.onNotification(() => {});
        connection.onRequest((method, params) => {
            this.asked.push(method);
            this.look();
            if (method === 'workspace/configuration') return params.items.map(({ section }) => this.settings[section] ?? {});
            if (method === 'workspace/applyEdit') { this.apply(params.edit); return { applied: true }; }
            return null;
        });
        connection.onClose(() => {});
        connection.onError(() => {});
        connection.listen();
        this.connection = connection;
    }

    async start() {
        const folders = this.folders.map((each) => ({ uri: pathToFileURL(each).href, name: path.basename(each) }));
        this.answer = await this.ask('initialize', {
            processId: process.pid, clientInfo: { name: 'test' }, rootUri: folders[0]?.uri ?? null, workspaceFolders: folders,
            capabilities: this.capabilities, initializationOptions: this.options,
        });
        this.notify('initialized', {});
        return this;
    }

    // As an editor that is closed; the exit code.
    async stop() {
        await this.ask('shutdown');
        this.notify('exit');
        return this.ended;
    }

    async ask(method, params) {
        const late = new Promise((_, refuse) => setTimeout(() => refuse(new Error(`${method} was not answered`)), patience).unref());
        return Promise.race([this.connection.sendRequest(method, params), late]);
    }
    notify(method, params) { this.connection.sendNotification(method, params).catch(() => {}); }

    // Waits until something holds that comes of what the server says.
    until(what, holds) {
        if (holds()) return Promise.resolve();
        return new Promise((resolve, refuse) => {
            const each = { holds, resolve };
            this.waiting.add(each);
            setTimeout(() => {
                if (this.waiting.delete(each)) refuse(new Error(`it did not come to this: ${what}; told is\n${this.list()}`));
            }, patience).unref();
        });
    }
    look() {
        for (const each of this.waiting) {
            if (each.holds() && this.waiting.delete(each)) each.resolve();
        }
    }

    file(name) { return path.resolve(this.folders[0], name); }
    uri(name) { return this.documents.get(this.file(name))?.uri ?? pathToFileURL(this.file(name)).href; }
    text(name) { return this.documents.get(this.file(name))?.text ?? fs.readFileSync(this.file(name), 'utf8'); }
    of(name) { return { textDocument: { uri: this.uri(name) } }; }

    open(name, text = fs.readFileSync(this.file(name), 'utf8'), uri = pathToFileURL(this.file(name)).href) {
        this.documents.set(this.file(name), { uri, version: 1, text });
        this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
    }
    type(name, text) {
        const document = this.documents.get(this.file(name));
        document.version += 1;
        document.text = text;
        this.notify('textDocument/didChange', { textDocument: { uri: document.uri, version: document.version }, contentChanges: [{ text }] });
    }
    close(name) {
        this.notify('textDocument/didClose', this.of(name));
        this.documents.delete(this.file(name));
    }
    // Somebody else writes; no text: takes it away. The server is told, if it asked to be.
    write(name, text) {
        const there = fs.existsSync(this.file(name));
        if (text === undefined) {
            fs.rmSync(this.file(name));
        } else {
            fs.mkdirSync(path.dirname(this.file(name)), { recursive: true });
            fs.writeFileSync(this.file(name), text);
        }
        if (!this.capabilities.workspace?.didChangeWatchedFiles) return;
        this.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: this.uri(name), type: text === undefined ? 3 : there ? 2 : 1 }] });
    }

    // {textDocument, position}: where the `|` stands in a piece of the text.
    at(name, marked) {
        const text = this.text(name);
        const bar = marked.indexOf('|');
        const begin = text.indexOf(marked.replace('|', ''));
        if (begin < 0) throw new Error(`${name} holds no ${marked}`);
        const before = text.slice(0, begin + bar).split('\n');
        return { ...this.of(name), position: { line: before.length - 1, character: before.at(-1).length } };
    }

    // Edits are applied to open documents, and to files otherwise.
    apply(edit) {
        const changes = edit.documentChanges ?? Object.entries(edit.changes ?? {}).map(([uri, edits]) => ({ textDocument: { uri }, edits }));
        for (const change of changes) {
            const name = fileURLToPath(change.uri ?? change.textDocument.uri);
            if (change.kind === 'create') {
                this.write(name, '');
                continue;
            }
            if (change.kind !== undefined) throw new Error(`nobody expects an edit to ${change.kind} a file`);
            const text = edited(this.text(name), change.edits);
            if (this.documents.has(name)) this.type(name, text);
            else this.write(name, text);
        }
    }
    // What is open is written, as at the end of an edit.
    save() {
        for (const [name, { text, uri }] of this.documents) {
            fs.writeFileSync(name, text);
            this.notify('textDocument/didSave', { textDocument: { uri } });
        }
    }

    // "4:13 unknown-reference" for each that was told of a file, lines and characters from 1.
    found(name) { return (this.told.get(this.file(name)) ?? []).map(({ range: { start }, code }) => `${start.line + 1}:${start.character + 1} ${code}`); }
    // All that was told, as a list of problems shows it.
    list() {
        const grades = ['', 'error', 'warning', 'note'];
        const lines = [];
        for (const name of [...this.told.keys()].sort()) {
            for (const { range: { start }, severity, code, message } of this.told.get(name)) {
                lines.push(`${path.relative(this.folders[0], name)}:${start.line + 1}:${start.character + 1} ${grades[severity]} ${code}\n${message.replace(/^/gm, '    ')}`);
            }
        }
        return lines.join('\n') + '\n';
    }
}

// The text after edits, whose places are of the text before.
export function edited(text, edits) {
    const lines = text.split('\n');
    const offset = ({ line, character }) => lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
    const sorted = edits.map((each, order) => ({ begin: offset(each.range.start), end: offset(each.range.end), text: each.newText, order }))
        .sort((left, right) => right.begin - left.begin || right.order - left.order);
    return sorted.reduce((now, each) => now.slice(0, each.begin) + each.text + now.slice(each.end), text);
}

// What a test says of what it saw.
export class Checks {
    constructor() { this.complaints = []; this.count = 0; }
    check(what, got, expected) {
        ++this.count;
        const [left, right] = [got, expected].map((each) => JSON.stringify(each));
        if (left !== right) this.complaints.push(`${what}: ${left}\n    instead of ${right}`);
    }
    // What goes wrong in one part keeps nobody from the next.
    async part(what, run) {
        const before = this.complaints.length;
        const begin = Date.now();
        try {
            await run();
        } catch (error) {
            this.complaints.push(error.stack);
        }
        for (let each = before; each < this.complaints.length; ++each) this.complaints[each] = `${what}: ${this.complaints[each]}`;
        if (process.env.IMS_VERBOSE) console.log(`${what}: ${Date.now() - begin} ms`);
    }
    end() {
        console.log(this.complaints.length > 0 ? this.complaints.join('\n') : `${this.count} checks`);
        process.exit(this.complaints.length > 0 ? 1 : 0);
    }
}

// Compares a text with a file of screens/, which IMS_BLESS=1 writes anew.
export function compareScreen(checks, name, text) {
    const file = new URL(`screens/${name}.txt`, import.meta.url);
    if (process.env.IMS_BLESS) {
        fs.mkdirSync(new URL('screens', import.meta.url), { recursive: true });
        fs.writeFileSync(file, text);
    }
    checks.check(`screens/${name}.txt; if it is to be so, IMS_BLESS=1`, text, fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '');
}
