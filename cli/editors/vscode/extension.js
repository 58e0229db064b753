// Starts `ims lsp` and hands it the files of YAML; all that it knows stands in the server.
const path = require('node:path');
const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

const showReferences = 'ims.showReferences';  // what lenses run: the server is told of it
const pages = 'ims-rule';  // the scheme of pages of rules

let client;

exports.activate = async (context) => {
    const settings = vscode.workspace.getConfiguration('ims');
    const command = settings.get('path') || path.join(context.extensionPath, 'bin', process.platform === 'win32' ? 'ims.exe' : 'ims');
    client = new LanguageClient('ims', 'ims', { command, args: ['lsp'] }, {
        documentSelector: [{ scheme: 'file', language: 'yaml' }],
        initializationOptions: { showReferences, yamlSyntax: settings.get('yamlSyntax', true) },
        synchronize: { configurationSection: 'ims' },
        middleware: {
            // A page is read here rather than in a browser.
            executeCommand: (name, words, next) => (name === 'ims.openRulePage' && words[0]?.rule ? openRulePage(words[0].rule) : next(name, words)),
        },
    });
    const toCode = client.protocol2CodeConverter;
    context.subscriptions.push(
        vscode.commands.registerCommand(showReferences, (uri, position, locations) => vscode.commands.executeCommand(
            'editor.action.showReferences', toCode.asUri(uri), toCode.asPosition(position), locations.map((each) => toCode.asLocation(each)))),
        vscode.commands.registerCommand('ims.acceptFindingHere', acceptFinding),
        vscode.commands.registerCommand('ims.openRulePageHere', async () => {
            const finding = await findingHere();
            if (finding) await openRulePage(finding.rule);
        }),
        vscode.workspace.registerTextDocumentContentProvider(pages, {
            provideTextDocumentContent: async (uri) => (await client.sendRequest('ims/rulePage', { rule: path.basename(uri.path, '.md') }))?.markdown,
        }));
    await client.start();
};

exports.deactivate = () => client?.stop();

// The finding in the line of the cursor, or the one of several that is chosen: {uri, rule, line}.
async function findingHere() {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return undefined;
    const { line } = editor.selection.active;
    const found = vscode.languages.getDiagnostics(editor.document.uri)
        .filter(({ source, range }) => source === 'ims' && range.start.line <= line && line <= range.end.line)
        .map(({ code, message, range }) => ({ label: String(code?.value ?? code), detail: message.split('\n')[0], line: range.start.line }));
    if (found.length === 0) vscode.window.showInformationMessage('ims found nothing in this line.');
    const chosen = found.length > 1 ? await vscode.window.showQuickPick(found, { title: 'Which finding?' }) : found[0];
    return chosen && { uri: editor.document.uri.toString(), rule: chosen.label, line: chosen.line };
}

// Writes an exception into the record. What is left empty is a place to fill in there.
async function acceptFinding() {
    const finding = await findingHere();
    if (!finding) return;
    const ask = (title, prompt, validateInput) => vscode.window.showInputBox({ title: `Accept ${finding.rule}: ${title}`, prompt, validateInput, ignoreFocusOut: true });
    const reason = await ask('why?', 'It is read by whoever comes across it later');
    if (reason === undefined) return;
    const by = await ask('by whom?', 'The id of the role that answers for it');
    if (by === undefined) return;
    const until = await ask('until when?', 'A day such as 2027-03-31', (text) => (/^(\d{4}-\d{2}-\d{2})?$/.test(text) ? undefined : 'A day is written 2027-03-31'));
    if (until === undefined) return;
    const given = Object.fromEntries(Object.entries({ reason, by, until }).filter(([, text]) => text !== ''));
    await client.sendRequest('workspace/executeCommand', { command: 'ims.acceptFinding', arguments: [{ ...finding, ...given }] });
}

const openRulePage = (rule) => vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.from({ scheme: pages, path: `/${rule}.md` }));
