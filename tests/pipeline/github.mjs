// A repository with a workflow, a baseline and a hook: what each of them says to a change that is sound, to one that
// breaks a reference, one that deletes a control which a file needs that it does not touch, and one that only moves files.
// The workflow is the README's, the action is ours, and both run as GitHub runs them.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import YAML from '../schema/node_modules/yaml/dist/index.js';
import { runAction } from './actions.mjs';
import { Host, TOKEN, TOKEN_OF_APP, TOKEN_OF_PERSON } from './host.mjs';
import { RECORDS, Repository, example, run } from './repository.mjs';

const [scratch, top] = process.argv.slice(2);
const TODAY = '2026-06-01';
const MARKER = '<!-- ims: check -->\n';
const action = YAML.parse(fs.readFileSync(path.join(top, 'action.yml'), 'utf8'));
const host = await Host.start();
const repository = new Repository(scratch, top);

// The steps of the workflow that stands in the repository.
function steps(folder) {
    const workflow = YAML.parse(fs.readFileSync(path.join(folder, '.github/workflows/ims.yml'), 'utf8'));
    assert('pull_request' in workflow.on && 'schedule' in workflow.on);
    return Object.values(workflow.jobs).flatMap((job) => job.steps);
}

const workflow = steps(repository.work);
const checkout = workflow.find((step) => step.uses?.startsWith('actions/checkout@'));
const ours = workflow.find((step) => step.uses?.startsWith('OWNER/ims@'));

// Runs the job for an event. `more`: other inputs of the action, a `depth`.
async function job(event, commit, more = {}) {
    const { depth = checkout.with['fetch-depth'], ...inputs } = more;
    const workspace = repository.checkout(commit, depth);
    const pull = event === 'pull_request';
    const variables = {
        CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: event, GITHUB_SHA: commit,
        GITHUB_REF: pull ? 'refs/pull/7/merge' : 'refs/heads/main', GITHUB_REPOSITORY: 'owner/records',
        GITHUB_BASE_REF: pull ? 'main' : '', GITHUB_HEAD_REF: pull ? 'feature/$(touch${IFS}here)' : '',
        GITHUB_API_URL: host.address, GITHUB_SERVER_URL: host.address, GITHUB_ACTION_PATH: top,
    };
    const temporary = fs.mkdtempSync(path.join(scratch, 'runner '));
    const github = { token: TOKEN, event_name: event, event: pull ? { pull_request: { number: 7 } } : {} };
    const done = await runAction({ action, workspace, temporary, github, variables }, { today: TODAY, ...ours.with, ...inputs });
    assert(!fs.existsSync(path.join(workspace, 'here')), 'the name of a branch was run');
    for (const token of [TOKEN, TOKEN_OF_APP, TOKEN_OF_PERSON])
        assert(!(done.out + done.err).includes(token), 'the token is in the log');
    done.annotations = done.out.split('\n').filter((line) => /^::(error|warning)/.test(line));
    return done;
}

async function pullRequest(name, more, asks) {
    const change = repository.change(name, asks);
    return { ...(await job('pull_request', change.merge, more)), hook: change.hook };
}

// A sound change: not a word of what the baseline knows, nor of what `main` got meanwhile.
host.talk();
const talked = host.comments.length;
const clean = await pullRequest('clean', {}, 'hook');
assert(clean.hook.passes, clean.hook.says);
assert.equal(clean.code, 0, clean.out + clean.err);
assert.deepEqual(clean.annotations, []);
assert(host.ours.startsWith(MARKER));
const sound = host.ours;
assert(!sound.includes('mechanic') && !sound.includes('apprentice'), sound);
assert.match(sound, /No gap is new or worse/);
assert.match(sound, /Whom it concerns[^]*\| Mechanic \| leads health and safety/, 'of a discipline that nobody thought of');
assert(clean.summary.length > 0);

// One that breaks a reference.
const breaks = await pullRequest('breaks', {}, 'hook');
assert(!breaks.hook.passes);
assert.match(breaks.hook.says, /mechanik/);
assert.equal(breaks.code, 1);
assert.equal(breaks.annotations.length, 1, breaks.out);
assert.match(breaks.annotations[0], new RegExp(`^::error file=${RECORDS}/roles.yaml,line=5,`));
assert.match(breaks.annotations[0], /mechanik/);
assert.match(host.ours, /mechanik/);
assert.match(breaks.summary, /mechanik/);
const sarif = JSON.parse(fs.readFileSync(breaks.outputs.sarif, 'utf8'));
const states = sarif.runs[0].results.map((each) => each.baselineState);
assert.equal(states.filter((each) => each === 'new').length, 1);
assert(states.includes('unchanged'), 'the host gets the whole state');

// One that deletes a control: told in the file of the risk, which nobody touched.
const deletes = await pullRequest('deletes', {}, 'hook');
assert(!deletes.hook.passes);
assert.match(deletes.hook.says, /brake-fails/);
assert.equal(deletes.code, 1);
assert(deletes.annotations.length > 0);
for (const line of deletes.annotations)
    assert.match(line, new RegExp(`file=${RECORDS}/risks/brakes.yaml,line=1,.*control \`test-ride\` is gone`));
assert.match(host.ours, /test-ride/);
assert(!host.ours.includes('mechanik'), 'the comment is that of the last run');

// One that only moves files: it says that there is nothing to look at.
const moves = await pullRequest('moves', {}, 'hook');
assert(moves.hook.passes, moves.hook.says);
assert.equal(moves.code, 0, moves.out + moves.err);
assert.deepEqual(moves.annotations, []);
const moved = host.ours;
assert.match(moved, /Nothing that counts changed/);
assert.equal(host.comments.length, talked + 1, 'four runs, one comment');

// In the name of a person, and of another app: each has one comment, and none writes over that of another.
for (const [token, inputs] of [[TOKEN_OF_PERSON, {}], [TOKEN_OF_APP, { 'comment-author': 'app[bot]' }]]) {
    for (const name of ['clean', 'moves']) {
        const said = await pullRequest(name, { token, ...inputs });
        assert(!said.out.includes('::notice title=ims::'), said.out);
    }
    assert.equal(host.commentBy(token), moved);
}
const unknown = await pullRequest('clean', { token: TOKEN_OF_APP, 'comment-author': 'nobody[bot]' });
assert.match(unknown.out, /^::notice title=ims::the next run will write another comment: .*`comment-author`/m);
assert.equal(host.ours, moved);
assert(host.othersAreLeft);

// A token that may only read, as that of a fork: the same outcome, and a line that says why.
host.refuses = true;
const reads = await pullRequest('clean');
assert.equal(reads.code, 0, reads.out + reads.err);
assert.match(reads.out, /^::notice title=ims::no comment was written: the token may not \(403\)/m);
assert(!reads.out.includes('::error::'), 'what the host says is not printed');
host.refuses = false;

// Not asked for: nobody is asked. A path narrows, and words of other options come one a line.
host.requests.length = 0;
const narrow = { path: `${RECORDS}/roles.yaml\n`, args: '--ignore\nrole-without-competence\n' };
const quiet = await pullRequest('deletes', { comment: 'false', ...narrow });
assert.equal(quiet.code, 0, quiet.out + quiet.err);
assert.deepEqual(host.requests, []);

// On a schedule: the whole folder, with what the baseline does not know.
const scheduled = await job('schedule', repository.main);
assert.equal(scheduled.code, 1, scheduled.out + scheduled.err);
assert(scheduled.annotations.some((line) => line.includes(`file=${RECORDS}/apprentice.yaml`)), scheduled.out);
assert.deepEqual(host.requests, []);

// On any event, against what the workflow names.
const pushed = await job('push', repository.main, { since: 'HEAD^1' });
assert.equal(pushed.code, 1, pushed.out + pushed.err);
for (const line of pushed.annotations) assert.match(line, /::new because role `apprentice` is new: /);

// A checkout that lacks what the change is compared with: not one word of findings, and the line to add. Where no day is
// given it is one for all.
const { merge } = repository.change('clean');
const shallow = await job('pull_request', merge, { depth: 1, today: '' });
assert.equal(shallow.code, 2, shallow.out + shallow.err);
assert.match(shallow.out + shallow.err, /fetch-depth: 2/);
assert.deepEqual(shallow.outputs, { sarif: '', markdown: '' });
const runs = fs.readFileSync(path.join(scratch, 'runs'), 'utf8').trimEnd().split('\n');
assert.match(runs.at(-1), /^check --today \d{4}-\d\d-\d\d --format/);

// No program.
const missing = await job('schedule', repository.main, { ims: 'no-such-ims' });
assert.equal(missing.code, 2);
assert.match(missing.out, /^::error title=ims::there is no program/m);

// Elsewhere: the README's lines for any shell.
const folder = repository.checkout(repository.change('deletes').head, 1);
const shell = await run('sh', ['-ec', example(top, 'sh', 'git fetch')], folder, {});
assert.equal(shell.code, 1, shell.out + shell.err);
assert.match(shell.out, /test-ride/);
process.exit(0);
