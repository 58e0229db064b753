// Visual Studio Code as far as the extension needs it to start: whatever else is asked of it, is there and does nothing.
// Looks whether the extension starts its own program with `lsp`, and what comes of its commands.
// usage: node vscode_stub.js EXTENSION-FOLDER FOLDER-OF-RECORDS
const childProcess = require('node:child_process');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { pathToFileURL, fileURLToPath } = require('node:url');

const [extension, folder] = process.argv.slice(2);
const complaints = [];
const check = (what, got, expected) => {
    const [left, right] = [got, expected].map((each) => JSON.stringify(each));
    if (left !== right) complaints.push(`${what}: ${left} instead of ${right}`);
};

// Anything: may be called, made anew, inherited from, listened to.
function anything() {
    const known = new Map();
    class Anything {}
    return new Proxy(Anything, {
        get(target, name) {
            if (name === 'prototype') return target.prototype;
            if (name === 'then' || name === Symbol.toPrimitive || name === 'toJSON') return undefined;
            if (name === Symbol.iterator) return [][Symbol.iterator];
            if (name === 'dispose') return () => {};
            if (!known.has(name)) known.set(name, anything());
            return known.get(name);
        },
        set(target, name, value) { known.set(name, value); return true; },
        apply: () => anything(),
    });
}
const over = (own) => {
    const rest = anything();
    return new Proxy(own, { get: (target, name) => (name in target ? target[name] : rest[name]) });
};

class Uri {
    constructor(text) { this.text = text; }
    static parse(text) { return new Uri(text); }
    static file(name) { return new Uri(pathToFileURL(name).href); }
    static from({ scheme, path: way }) { return new Uri(`${scheme}:${way}`); }
    get scheme() { return this.text.slice(0, this.text.indexOf(':')); }
    get path() { return this.text.slice(this.text.indexOf(':') + 1).replace(/^\/\/[^/]*/, ''); }
    get fsPath() { return fileURLToPath(this.text); }
    toString() { return this.text; }
}
class Position { constructor(line, character) { Object.assign(this, { line, character }); } }
class Range {
    constructor(...of) {
        const [start, end] = of.length === 4 ? [new Position(of[0], of[1]), new Position(of[2], of[3])] : of;
        Object.assign(this, { start, end });
    }
}
class Location { constructor(uri, range) { Object.assign(this, { uri, range }); } }
class EventEmitter {
    constructor() {
        const heard = new Set();
        this.event = (listener) => { heard.add(listener); return new Disposable(() => heard.delete(listener)); };
        this.fire = (event) => heard.forEach((listener) => listener(event));
        this.dispose = () => heard.clear();
    }
}
class Disposable {
    constructor(end) { this.dispose = end ?? (() => {}); }
    static from(...all) { return new Disposable(() => all.forEach((each) => each.dispose())); }
}
class CancellationTokenSource {
    token = { isCancellationRequested: false, onCancellationRequested: () => new Disposable() };
    cancel() {}
    dispose() {}
}

// What the client says of its own troubles.
const heard = [];
const hear = (text) => { heard.push(text); };
const commands = new Map();
const ran = [];
const contents = new Map();
const answers = ['closed in August', 'shop-owner', '2027-03-31'];
const asked = [];
const settings = { path: '', yamlSyntax: true };
const file = path.join(folder, 'roles', 'driver.yaml');
const vscode = over({
    version: '1.95.0', Uri, Position, Range, Location, Disposable, EventEmitter, CancellationTokenSource,
    env: over({ language: 'en', appName: 'no editor' }),
    extensions: over({ getExtension: () => undefined, all: [] }),
    commands: over({
        registerCommand: (name, run) => {
            if (commands.has(name)) throw new Error(`command '${name}' already exists`);
            commands.set(name, run);
            return new Disposable(() => commands.delete(name));
        },
        executeCommand: async (name, ...words) => { ran.push([name, words]); },
    }),
    languages: over({
        match: () => 0,
        getDiagnostics: () => [{ source: 'ims', code: { value: 'role-without-deputy' }, message: 'nobody stands in\nhelp: name one', range: new Range(new Position(2, 0), new Position(2, 4)) }],
    }),
    window: over({
        showErrorMessage: async (text) => { complaints.push(text); },
        createOutputChannel: () => over({ append: hear, appendLine: hear }),
        visibleTextEditors: [], tabGroups: over({ all: [] }),
        activeTextEditor: { document: { uri: Uri.file(file) }, selection: { active: new Position(2, 1) } },
        showInputBox: async ({ title }) => { asked.push(title); return answers.shift(); },
    }),
    workspace: over({
        textDocuments: [], notebookDocuments: [],
        workspaceFolders: [{ uri: Uri.file(folder), name: 'shop', index: 0 }],
        getConfiguration: (section) => ({ get: (name, other) => (section === 'ims' && name in settings ? settings[name] : other), inspect: () => undefined, ...(section === 'ims' ? settings : {}) }),
        registerTextDocumentContentProvider: (scheme, provider) => { contents.set(scheme, provider); return new Disposable(); },
    }),
});
const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));

// What is started, and what is said to it.
const started = [];
const spawn = childProcess.spawn;
let process_;
let sent = '';
childProcess.spawn = (command, words, ...rest) => {
    started.push([command, words]);
    process_ = spawn(command, words, ...rest);
    const write = process_.stdin.write.bind(process_.stdin);
    process_.stdin.write = (data, ...more) => { sent += data; return write(data, ...more); };
    return process_;
};

(async () => {
    const manifest = JSON.parse(fs.readFileSync(path.join(extension, 'package.json'), 'utf8'));
    const { activate, deactivate } = require(path.join(extension, manifest.main));
    const context = { extensionPath: extension, subscriptions: [] };
    await activate(context);  // ends when the server has answered `initialize`
    check('what is started', started.map(([command, words]) => [command, words[0]]), [[path.join(extension, 'bin', 'ims'), 'lsp']]);
    check('the server knows the command of lenses', sent.includes('"showReferences":"ims.showReferences"'), true);
    for (const { command } of manifest.contributes.commands) check(`${command} is there`, commands.has(command), true);
    for (const command of ['ims.showReferences', 'ims.acceptFinding', 'ims.openRulePage']) check(`${command} is there`, commands.has(command), true);

    await commands.get('ims.showReferences')(Uri.file(file).toString(), { line: 1, character: 2 }, [{ uri: Uri.file(file).toString(), range: { start: { line: 3, character: 0 }, end: { line: 3, character: 4 } } }]);
    const [name, [uri, position, locations]] = ran.pop();
    check('places are shown by', [name, uri.toString(), position.line, locations[0].range.start.line], ['editor.action.showReferences', Uri.file(file).toString(), 1, 3]);

    await commands.get('ims.openRulePageHere')();
    const [preview, [page]] = ran.pop();
    check('a page is shown by', [preview, page.toString()], ['markdown.showPreview', 'ims-rule:/role-without-deputy.md']);
    const markdown = await contents.get(page.scheme).provideTextDocumentContent(page);
    check('a page is one', /deput/.test(markdown), true);

    const before = sent.length;
    await commands.get('ims.acceptFindingHere')().catch(() => {});  // such a finding there need not be
    check('what is asked', asked.length, 3);
    const wish = JSON.parse(/\{"jsonrpc".*?\}(?=Content-Length|$)/s.exec(sent.slice(before))[0]);
    check('what the server is told to accept', [wish.method, wish.params], ['workspace/executeCommand', {
        command: 'ims.acceptFinding',
        arguments: [{ uri: Uri.file(file).toString(), rule: 'role-without-deputy', line: 2, reason: 'closed in August', by: 'shop-owner', until: '2027-03-31' }],
    }]);

    const ended = new Promise((resolve) => process_.once('exit', resolve));
    await deactivate();
    check('the server ends with', await ended, 0);
    if (complaints.length > 0) console.log(complaints.join('\n'));
    process.exit(complaints.length > 0 ? 1 : 0);
})().catch((error) => {
    console.log(error, complaints, heard.join('\n'));
    process.exit(1);
});
