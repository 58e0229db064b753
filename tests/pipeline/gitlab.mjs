// What .gitlab/ims.yml runs in merge requests and on a schedule, on checkouts and with variables as GitLab's runner has
// them. The job is that of the README's example.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import YAML from '../schema/node_modules/yaml/dist/index.js';
import { Host, TOKEN } from './host.mjs';
import { RECORDS, Repository, git, run } from './repository.mjs';

const [scratch, top] = process.argv.slice(2);
const host = await Host.start();
const repository = new Repository(scratch, top);

// The README's job, with the hidden one that it extends under it.
const own = YAML.parse(fs.readFileSync(path.join(repository.work, '.gitlab-ci.yml'), 'utf8'));
assert.equal(own.include[0].file, '.gitlab/ims.yml');
const [name] = Object.keys(own).filter((each) => own[each].extends);
const template = YAML.parse(fs.readFileSync(path.join(top, '.gitlab/ims.yml'), 'utf8'))[own[name].extends];
const job = { ...template, ...own[name], variables: { ...template.variables, ...own[name].variables } };

// Whether a pipeline with these variables has the job: `$A == "text"` and `$A == $B`.
function isIn(pipeline) {
    const value = (word) => (word.startsWith('$') ? pipeline[word.slice(1)] : JSON.parse(word));
    return job.rules.some((rule) => {
        const [left, right] = rule.if.split(' == ');
        return value(left) !== undefined && value(left) === value(right);
    });
}

// Runs the job in a checkout of a commit, in one shell as the runner does. `reports` are its artifacts.
async function pipeline(commit, variables, { depth = 1, shell = ['sh', '-e'] } = {}) {
    const folder = repository.checkout(commit, depth);
    const all = {
        ...job.variables, CI: 'true', GITLAB_CI: 'true', CI_PROJECT_DIR: folder, CI_PROJECT_ID: '42',
        CI_API_V4_URL: host.address, CI_DEFAULT_BRANCH: 'main', CI_COMMIT_SHA: commit, ...variables,
    };
    all.IMS_TODAY ||= '2026-06-01';
    assert(isIn(all), 'the pipeline has no such job');
    const script = path.join(scratch, 'job.sh');
    fs.writeFileSync(script, job.script.join('\n'));
    const done = await run(shell[0], [...shell.slice(1), script], folder, all);
    assert(!fs.existsSync(path.join(folder, 'here')), 'the name of a branch was run');
    assert(!(done.out + done.err).includes(TOKEN), 'the token is in the log');
    const report = (file) => fs.readFileSync(path.join(folder, file), 'utf8');
    const kinds = job.artifacts.reports;
    done.folder = folder;
    if (done.code < 2) done.reports = { codequality: JSON.parse(report(kinds.codequality)), junit: report(kinds.junit) };
    return done;
}

const detached = {
    CI_PIPELINE_SOURCE: 'merge_request_event', CI_MERGE_REQUEST_IID: '7', CI_MERGE_REQUEST_DIFF_BASE_SHA: repository.start,
    CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'feature/$(touch${IFS}here)', CI_COMMIT_REF_NAME: 'feature/$(touch${IFS}here)',
};
const merged = { ...detached, CI_MERGE_REQUEST_TARGET_BRANCH_SHA: repository.main };
const commented = { IMS_COMMENT: 'true', IMS_TOKEN: TOKEN };
const paths = (done) => done.reports.codequality.map((each) => each.location.path);

assert(!isIn({ CI_PIPELINE_SOURCE: 'push', CI_COMMIT_BRANCH: 'feature', CI_DEFAULT_BRANCH: 'main' }));
assert(isIn({ CI_PIPELINE_SOURCE: 'schedule', CI_COMMIT_BRANCH: 'audit', CI_DEFAULT_BRANCH: 'main' }));
assert(isIn({ CI_PIPELINE_SOURCE: 'push', CI_COMMIT_BRANCH: 'main', CI_DEFAULT_BRANCH: 'main' }));

// A merge request that breaks a reference; its checkout lacks the commit that it left `main` at.
host.talk();
const breaks = await pipeline(repository.change('breaks').head, { ...detached, ...commented });
assert.equal(breaks.code, 1, breaks.out + breaks.err);
assert.match(breaks.out, /mechanik/);
assert(!breaks.out.includes('mechanic` has no deputy'), 'what the baseline knows is not told');
assert.match(host.ours, /^<!-- ims: check -->\n[^]*mechanik/);
assert(paths(breaks).includes(`${RECORDS}/roles.yaml`));
assert(paths(breaks).includes(`${RECORDS}/ims.yaml`), 'the host gets the whole state');
assert.match(breaks.reports.junit, /<failure/);

// Judged as it will be once merged, by the other shell that runners use: told where the risk stands.
const bash = { shell: ['bash', '-eo', 'pipefail'] };
const deletes = await pipeline(repository.change('deletes').merge, { ...merged, ...commented }, bash);
assert.equal(deletes.code, 1, deletes.out + deletes.err);
assert.match(deletes.out, /risks\/brakes\.yaml:1:7/);
assert.match(deletes.out, /control `test-ride` is gone/);
assert(!deletes.out.includes('apprentice'), 'nobody hears of what `main` got meanwhile');
assert.match(host.ours, /test-ride/);

const moves = await pipeline(repository.change('moves').head, { ...detached, ...commented });
assert.equal(moves.code, 0, moves.out + moves.err);
assert(!host.ours.includes('test-ride'), 'the comment is that of the last run');
assert(host.othersAreLeft);

// A token that may not, none, and an answer that is no answer: a line each, and the same outcome.
host.refuses = true;
const refused = await pipeline(repository.change('clean').head, { ...detached, ...commented });
assert.equal(refused.code, 0, refused.out + refused.err);
assert.match(refused.out, /^ims: no comment was written: IMS_TOKEN may not \(403\)/m);
// Its clone is whole but for what `main` got meanwhile, and stays so.
const whole = { depth: 1000 };
const tokenless = await pipeline(repository.change('clean').head, { ...merged, IMS_COMMENT: 'true' }, whole);
assert.equal(tokenless.code, 0, tokenless.out + tokenless.err);
git(tokenless.folder, 'cat-file', '-e', repository.main);
assert.equal(git(tokenless.folder, 'rev-parse', '--is-shallow-repository'), 'false');
assert.match(tokenless.out, /^ims: no comment was written: IMS_TOKEN is not set/m);
host.requests.length = 0;

// The whole folder on a schedule, where comments make no sense.
const monthly = { CI_PIPELINE_SOURCE: 'schedule', CI_COMMIT_BRANCH: 'main' };
const scheduled = await pipeline(repository.main, { ...monthly, ...commented });
assert.equal(scheduled.code, 1, scheduled.out + scheduled.err);
assert.match(scheduled.out, /apprentice/);
assert.deepEqual(host.requests, []);

// A commit that nobody has, such as after a forced push: ims says what it lacks.
const gone = await pipeline(git(repository.work, 'rev-parse', 'HEAD'), { ...detached, CI_MERGE_REQUEST_DIFF_BASE_SHA: '1'.repeat(40) });
assert.equal(gone.code, 2, gone.out + gone.err);
assert.match(gone.err, /git fetch --depth=1 origin/);

// Where GitLab tells no commit, none is fetched.
const { head } = repository.change('clean');
const untold = await pipeline(head, { ...detached, CI_MERGE_REQUEST_DIFF_BASE_SHA: '' });
assert.equal(untold.code, 2, untold.out + untold.err);
assert.equal(git(untold.folder, 'rev-parse', 'FETCH_HEAD'), head);
process.exit(0);
