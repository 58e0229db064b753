// Reads what run.sh has written, each format as those read it whom it is meant for.
// usage: node check.mjs SCRATCH SCHEMA, a folder in SCRATCH for each folder of records
import fs from 'node:fs';
import path from 'node:path';
import { readGithub } from './read_github.mjs';
import { readMarkdown } from './read_markdown.mjs';
import { validators } from './validators.mjs';

const [scratch, schema] = process.argv.slice(2);
const complaints = [];
const states = new Map();
let results = 0;

class Case {
    constructor(name) {
        this.name = name;
        this.text = (format) => fs.readFileSync(path.join(scratch, name, format), 'utf8');
        this.folder = this.text('folder').trim();
        this.json = JSON.parse(this.text('json'));
        const root = this.json.root === '' ? '' : '/' + this.json.root;
        if (!this.folder.endsWith(root)) this.complain('json', `root: ${this.json.root} does not lead to ${this.folder}`);
        // Where findings are compared with what was known before, people's formats tell what is new or worse.
        this.told = this.json.findings.filter(({ state }) => state === undefined || state === 'new' || state === 'worse');
        this.due = this.json.findings.filter(({ state }) => state === 'due');
        this.known = this.json.findings.filter(({ state }) => state === 'known');
        this.repository = this.folder.slice(0, this.folder.length - root.length);
        this.bytes = new Map();
    }

    complain(format, text) {
        complaints.push(`${this.name}, ${format}: ${text}`);
    }

    check(format, condition, text) {
        if (!condition) this.complain(format, text);
    }

    // The bytes of a file that a format names from the root of the repository.
    file(format, name) {
        if (!this.bytes.has(name)) {
            const found = path.join(this.repository, name);
            const there = fs.existsSync(found);
            this.check(format, there, `there is no file ${name}`);
            this.bytes.set(name, there ? fs.readFileSync(found) : Buffer.alloc(0));
        }
        return this.bytes.get(name);
    }

    // What a range holds, `unit` being what columns count in.
    slice(format, name, start, end, unit) {
        const lines = this.file(format, name).toString('latin1').split('\n');
        const offset = ({ line, column }) => {
            const text = Buffer.from(lines[line - 1] ?? '', 'latin1');
            const before = unit === 'bytes' ? text.subarray(0, column - 1)
                : Buffer.from(Array.from(text.toString('utf8')).slice(0, column - 1).join(''), 'utf8');
            return lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + before.length;
        };
        return this.file(format, name).subarray(offset(start), offset(end)).toString('utf8');
    }
}

const position = (line, column) => ({ line, column });

function checkJson(of) {
    for (const error of validators.check(schema)(of.json)) of.complain('json', error);
    const lines = of.text('jsonl').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
    for (const line of lines) {
        for (const error of validators.finding(schema)(line)) of.complain('jsonl', error);
    }
    of.check('jsonl', JSON.stringify(lines) === JSON.stringify(of.json.findings), 'other findings than json has');
    for (const grade of ['error', 'high', 'medium', 'low']) {
        const count = of.json.findings.filter((each) => each.grade === grade).length;
        of.check('json', of.json.summary[grade] === count, `summary: ${count} findings are ${grade}`);
    }
    for (const state of ['new', 'worse', 'known', 'due']) {
        const count = of.json.findings.filter((each) => each.state === state).length;
        of.check('json', (of.json.summary[state] ?? 0) === count, `summary: ${count} findings are ${state}`);
        states.set(state, (states.get(state) ?? 0) + count);
    }
}

// The text that a finding of json stands at, to be held against what other formats point at.
function textOf(of, finding) {
    const name = path.posix.join(of.json.root, finding.path);
    return of.slice('json', name, position(finding.line, finding.column), position(finding.endLine, finding.endColumn), 'points');
}

function checkSarif(of) {
    const log = JSON.parse(of.text('sarif'));
    for (const error of validators.sarif(log)) of.complain('sarif', error);
    const [run] = log.runs;
    const names = run.tool.driver.rules.map((rule) => rule.id);
    of.check('sarif', JSON.stringify(names) === JSON.stringify([...names].sort()), 'rules are not sorted');
    of.check('sarif', run.results.length === of.json.findings.length, 'not as many results as json has findings');
    const place = (location) => {
        const { artifactLocation, region } = location.physicalLocation;
        of.check('sarif', run.originalUriBaseIds[artifactLocation.uriBaseId] !== undefined, 'a base that is not declared');
        of.check('sarif', /^[\x21-\x7e]+$/.test(artifactLocation.uri), `${artifactLocation.uri} is no URI`);
        return of.slice('sarif', decodeURIComponent(artifactLocation.uri), position(region.startLine, region.startColumn),
            position(region.endLine, region.endColumn), 'points');
    };
    run.results.forEach((result, index) => {
        const finding = of.json.findings[index];
        of.check('sarif', run.tool.driver.rules[result.ruleIndex]?.id === result.ruleId, `${result.ruleId} has another index`);
        of.check('sarif', result.ruleId === finding.rule && result.partialFingerprints['ims/v1'] === finding.fingerprint,
            `${result.ruleId} is not what json has in its place`);
        of.check('sarif', place(result.locations[0]) === textOf(of, finding), `${result.ruleId} points elsewhere than json`);
        for (const each of result.relatedLocations ?? []) place(each);
        const baseline = { new: 'new', due: 'new', worse: 'updated', known: 'unchanged' }[finding.state];
        of.check('sarif', result.baselineState === baseline, `${result.ruleId} is ${result.baselineState}, in json ${finding.state}`);
        of.check('sarif', !/\]\(/.test(result.message.text), `a link in: ${result.message.text}`);
        ++results;
    });
}

function checkGitlab(of) {
    const report = JSON.parse(of.text('gitlab'));
    for (const error of validators.gitlab(report)) of.complain('gitlab', error);
    of.check('gitlab', report.length === of.json.findings.length, 'not as many entries as json has findings');
    of.check('gitlab', new Set(report.map((each) => each.fingerprint)).size === report.length, 'a fingerprint twice');
    for (const each of report) {
        const lines = of.file('gitlab', each.location.path).toString('latin1').split('\n').length;
        of.check('gitlab', each.location.lines.begin <= lines, `${each.location.path} has no line ${each.location.lines.begin}`);
        of.check('gitlab', each.description.startsWith(`${each.check_name}: `), `no rule in: ${each.description}`);
    }
}

async function checkJunit(of) {
    const text = of.text('junit');
    for (const error of await validators.junit(text)) of.complain('junit', error);
    const count = (pattern) => (text.match(pattern) ?? []).length;
    const total = /<testsuites [^>]*tests="(\d+)" failures="(\d+)"/.exec(text);
    of.check('junit', Number(total[1]) === count(/<testcase /g), 'says another number of tests than there are');
    of.check('junit', Number(total[2]) === count(/<failure /g), 'says another number of failures than there are');
    of.check('junit', count(/^--&gt; /gm) === of.told.length, 'does not hold every finding');
    of.check('junit', (count(/<skipped message="came due/g) > 0) === (of.due.length > 0), 'does not tell what came due');
    of.check('junit', count(/<skipped message="known before/g) === 0 || of.known.length > 0, 'skips what nobody knew');
}

function checkRdjsonl(of) {
    const lines = of.text('rdjsonl').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
    of.check('rdjsonl', lines.length === of.told.length, 'not as many lines as there are findings to tell');
    lines.forEach((line, index) => {
        for (const error of validators.rdjson(line)) of.complain('rdjsonl', error);
        const { path: name, range } = line.location;
        of.check('rdjsonl', of.slice('rdjsonl', name, range.start, range.end, 'bytes') === textOf(of, of.told[index]),
            `${line.code.value} points elsewhere than json`);
        for (const each of line.suggestions ?? []) of.slice('rdjsonl', name, each.range.start, each.range.end, 'bytes');
    });
}

function checkGithub(of) {
    const { commands, trouble } = readGithub(of.text('github'));
    for (const each of trouble) of.complain('github', each);
    for (const { properties } of commands.filter((each) => each.properties.file !== undefined)) {
        const lines = of.file('github', properties.file).toString('latin1').split('\n').length;
        of.check('github', properties.line <= lines && properties.endLine <= lines, `${properties.file} has no line ${properties.line}`);
    }
    of.check('github', (commands.length > 0) === (of.told.length > 0), 'no annotation though there are findings');
}

function checkMarkdown(of) {
    const { rows, trouble } = readMarkdown(of.text('markdown'));
    for (const each of trouble) of.complain('markdown', each);
    const most = of.json.causes.length + of.due.length;
    of.check('markdown', rows <= most, 'more rows than there are causes');
    of.check('markdown', (rows > 0) === (most > 0), 'no row though there are causes');
}

// What is broken has to be refused: a validator that finds nothing wrong anywhere would be no test.
async function checkRefusals(of) {
    const refused = async (format, validate, damage) => {
        const value = format === 'junit' ? of.text(format) : JSON.parse(of.text(format).split('\n', format === 'rdjsonl' ? 1 : undefined).join('\n'));
        of.check(format, (await validate(damage(value) ?? value)).length > 0, `is not refused after: ${damage}`);
    };
    await refused('json', validators.check(schema), (value) => { delete value.findings[0].fingerprint; });
    await refused('json', validators.check(schema), (value) => { value.findings[0].grade = 'grave'; });
    await refused('json', validators.check(schema), (value) => { value.summary.new = 1; });
    await refused('json', validators.check(schema), (value) => { delete value.coverage.profile; });
    await refused('sarif', validators.sarif, (value) => { delete value.runs[0].results[0].message; });
    await refused('sarif', validators.sarif, (value) => { value.runs[0].results[0].level = 'high'; });
    await refused('sarif', validators.sarif, (value) => { value.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri = 'a b'; });
    await refused('gitlab', validators.gitlab, (value) => { value[0].severity = 'high'; });
    await refused('gitlab', validators.gitlab, (value) => { value[0].location.lines.begin = 0; });
    await refused('rdjsonl', validators.rdjson, (value) => { delete value.message; });
    await refused('rdjsonl', validators.rdjson, (value) => { value.severity = 'high'; });
    await refused('junit', validators.junit, (text) => text.replace(' tests="', ' test="'));
    await refused('junit', validators.junit, (text) => text.replace('<testcase', '\u0001<testcase'));
    await refused('junit', validators.junit, (text) => text.replace(/( *<testcase .*\/>\n)/, '$1$1'));
    for (const log of ['::error file=a.yaml,line=1,endLine=2,col=1::x\n', 'x\n', '::notice::x\n::error::y\n', '::error::x\n'.repeat(11)])
        of.check('github', readGithub(log).trouble.length > 0, `is not refused: ${log}`);
    for (const [why, cell] of [['calls somebody', '@name'], ['calls somebody', 'see #12'], ['HTML', '<b>x</b>'], ['leads elsewhere', '[x](y)'], ['cells', 'x |']]) {
        const { trouble } = readMarkdown(`<!-- ims: check -->\n\n| a | b | c | d |\n|---|---|---|---|\n| ${cell} | b | c | d |\n`);
        of.check('markdown', trouble.some((each) => each.includes(why)), `is not refused: ${cell}`);
    }
}

const cases = fs.readdirSync(scratch).filter((name) => fs.existsSync(path.join(scratch, name, 'folder'))).sort();
for (const name of cases) {
    const of = new Case(name);
    checkJson(of);
    checkSarif(of);
    checkGitlab(of);
    await checkJunit(of);
    checkRdjsonl(of);
    checkGithub(of);
    checkMarkdown(of);
    if (name === 'odd-names') await checkRefusals(of);
}
if (!cases.includes('odd-names') || results === 0) complaints.push('nothing was read');
for (const [state, count] of states) {
    if (count === 0) complaints.push(`no finding is ${state}, so nothing is known of those`);
}
if (complaints.length > 0) {
    console.log(complaints.slice(0, 50).join('\n'));
    process.exit(1);
}
console.log(`${cases.length} folders, ${results} findings`);
