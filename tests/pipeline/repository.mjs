// A repository of records with a baseline and a hook, the bare one that it pushes to, changes that people make to it, and
// checkouts of them as pipelines get them.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

// Where the records stand: below the root, with a blank and an umlaut.
export const RECORDS = 'Unser Büro';

// Alone in a process that must not stand still: a gap.
const APPRENTICE = `role: apprentice
title: Apprentice
holders: 1
responsibilities: [{does: Cleans the bikes, disciplines: [quality, health-and-safety], processes: [repair-bikes]}]
`;

export function git(folder, ...words) {
    return execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

// How a program ends, and what it prints.
export function run(program, words, folder, variables) {
    return new Promise((resolve, reject) => {
        const env = { ...process.env, ...variables };
        const child = spawn(program, words, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
        const printed = { out: '', err: '' };
        child.stdout.setEncoding('utf8').on('data', (text) => (printed.out += text));
        child.stderr.setEncoding('utf8').on('data', (text) => (printed.err += text));
        child.on('error', reject);
        child.on('close', (code) => resolve({ code, ...printed }));
    });
}

// The blocks of a language in the README's section on pipelines, in their order.
export function examples(top, language) {
    const sections = fs.readFileSync(path.join(top, 'README.md'), 'utf8').split(/^## /m);
    const section = sections.find((each) => each.startsWith('In continuous integration\n'));
    assert(section, 'the README has no section "In continuous integration"');
    const blocks = [...section.matchAll(/^```(\w+)\n(.*?)^```$/gms)];
    return blocks.filter((block) => block[1] === language).map((block) => block[2]);
}

export function example(top, language, holds) {
    const found = examples(top, language).filter((each) => each.includes(holds));
    assert.equal(found.length, 1, `one example of the README holds ${holds}`);
    return found[0];
}

function edit(file, from, to) {
    const text = fs.readFileSync(file, 'utf8');
    assert(text.includes(from), `${file} holds: ${from}`);
    fs.writeFileSync(file, text.replace(from, to));
}

// What people do to the records, by what comes of it.
export const changes = {
    clean: (records) => edit(path.join(records, 'roles.yaml'), 'Runs the workshop.', 'Runs the workshop, and answers for it.'),
    breaks: (records) => edit(path.join(records, 'roles.yaml'), 'deputies: [mechanic]', 'deputies: [mechanik]'),
    deletes: (records) => {
        const file = path.join(records, 'controls.yaml');
        const [first, ...others] = fs.readFileSync(file, 'utf8').split(/^---\n/m);
        assert(first.includes('control: test-ride'));
        fs.writeFileSync(file, others.join('---\n'));
    },
    moves: (records) => {
        fs.mkdirSync(path.join(records, 'Maßnahmen, Risiken'));
        for (const file of ['controls.yaml', 'risks/brakes.yaml'])
            fs.renameSync(path.join(records, file), path.join(records, 'Maßnahmen, Risiken', path.basename(file)));
    },
};

export class Repository {
    // Gaps that are there stand in the baseline; `main` gets one more after the changes have left it, by a commit that
    // went past the hook.
    constructor(scratch, top) {
        this.scratch = scratch;
        this.work = path.join(scratch, 'Arbeit');
        this.bare = path.join(scratch, 'origin.git');
        this.records = path.join(this.work, RECORDS);
        execFileSync('git', ['init', '-q', '--bare', '-b', 'main', this.bare]);
        execFileSync('git', ['init', '-q', '-b', 'main', this.work]);
        git(this.work, 'remote', 'add', 'origin', this.bare);
        fs.cpSync(path.join(top, 'tests/pipeline/records'), this.records, { recursive: true });
        execFileSync('ims', ['baseline', 'write'], { cwd: this.records, stdio: 'pipe' });
        this.write('.github/workflows/ims.yml', example(top, 'yaml', 'runs-on:'));
        this.write('.gitlab-ci.yml', example(top, 'yaml', 'include:'));
        execFileSync('sh', ['-ec', example(top, 'sh', '.git/hooks/pre-commit')], { cwd: this.work, stdio: 'pipe' });
        assert(this.commit('Begin').passes, 'what the baseline knows stops nobody');
        this.start = git(this.work, 'rev-parse', 'HEAD');
        this.write(`${RECORDS}/apprentice.yaml`, APPRENTICE);
        assert(!this.commit('Take an apprentice').passes, 'what the baseline does not know stops people');
        this.commit('Take an apprentice', '--no-verify');
        git(this.work, 'push', '-q', 'origin', 'main');
        this.main = git(this.work, 'rev-parse', 'HEAD');
    }

    write(name, text) {
        const file = path.join(this.work, name);
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, text);
    }

    // Whether the hook lets it pass, and what it says.
    commit(message, ...options) {
        git(this.work, 'add', '--all');
        const done = spawnSync('git', ['-C', this.work, 'commit', '-q', '-m', message, ...options], { encoding: 'utf8' });
        return { passes: done.status === 0, says: done.stdout + done.stderr };
    }

    // A branch with one change, which has left `main` before its last commit. `head` is its commit, `merge` what it
    // becomes in `main`, `hook` what the hook said to it where it is asked.
    change(name, asks = '') {
        git(this.work, 'checkout', '-q', '-B', `feature/${name}-$(touch\${IFS}here)`, this.start);
        changes[name](this.records);
        const hook = asks === 'hook' ? this.commit(`A change: ${name}`) : { passes: false };
        if (!hook.passes) this.commit(`A change: ${name}`, '--no-verify');
        const head = git(this.work, 'rev-parse', 'HEAD');
        git(this.work, 'checkout', '-q', '--detach', 'main');
        git(this.work, 'merge', '-q', '--no-ff', '-m', `Merge ${head} into ${this.main}`, head);
        const merge = git(this.work, 'rev-parse', 'HEAD');
        const names = [`${head}:refs/heads/change`, `${merge}:refs/pull/7/merge`, `${head}:refs/merge-requests/7/head`];
        git(this.work, 'push', '-q', '--force', 'origin', ...names);
        return { hook, head, merge };
    }

    // A folder with this commit, as pipelines make it: nothing but what was fetched, and no branch.
    checkout(commit, depth) {
        const folder = fs.mkdtempSync(path.join(this.scratch, 'Prüf stand '));
        git(folder, 'init', '-q');
        git(folder, 'remote', 'add', 'origin', `file://${this.bare}`);
        git(folder, 'fetch', '-q', '--no-tags', `--depth=${depth}`, 'origin', `+${commit}:refs/remotes/pipeline`);
        git(folder, 'checkout', '-q', '--force', '--detach', 'refs/remotes/pipeline');
        return folder;
    }
}
