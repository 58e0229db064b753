// Runs a job of a workflow as GitHub's runner does, as far as ours go: a checkout, and our composite action.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { run } from './repository.mjs';

// The value of what stands in ${{ }}: names, texts, `==`, `!`, `&&` and `cancelled()`.
function evaluate(expression, contexts) {
    const value = (name) => JSON.stringify(name.split('.').reduce((at, key) => at?.[key], contexts) ?? '');
    const script = expression.replace(/'[^']*'|\b[a-z]+(\.[\w-]+)+/g, (word) => (word[0] === "'" ? word : value(word)));
    return Function('cancelled', `return ${script}`)(() => false);
}

function fill(text, contexts) {
    return String(text).replace(/\$\{\{(.*?)\}\}/g, (_, expression) => evaluate(expression, contexts));
}

function fillAll(map, contexts) {
    return Object.fromEntries(Object.entries(map ?? {}).map(([name, text]) => [name, fill(text, contexts)]));
}

function isDue(step, contexts, failed) {
    if (!step.if) return !failed;
    const expression = /^\$\{\{(.*)\}\}$/.exec(step.if)?.[1] ?? step.if;
    return (!failed || expression.includes('cancelled()')) && Boolean(evaluate(expression, contexts));
}

async function runStep(step, contexts, job) {
    assert.equal(step.shell, 'bash');
    assert(!step.run.includes('${{'), 'nothing is put into a script');
    const script = path.join(job.temporary, 'step.sh');
    const output = path.join(job.temporary, 'output');
    fs.writeFileSync(script, step.run);
    fs.writeFileSync(output, '');
    const variables = { ...job.variables, ...fillAll(step.env, contexts), GITHUB_OUTPUT: output };
    const done = await run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], job.workspace, variables);
    const lines = fs.readFileSync(output, 'utf8').matchAll(/^(.*?)=(.*)$/gm);
    return { ...done, outputs: Object.fromEntries([...lines].map(([, name, text]) => [name, text])) };
}

// `job`: {action, workspace, temporary, github, variables}. What all steps print, the first exit code that is not 0, the
// outputs, and the summary.
export async function runAction(job, given) {
    for (const name of Object.keys(given)) assert(name in job.action.inputs, `the action takes no \`${name}\``);
    const contexts = { github: job.github, inputs: {}, steps: {} };
    for (const [name, input] of Object.entries(job.action.inputs))
        contexts.inputs[name] = fill(given[name] ?? input.default, contexts);
    assert.equal(job.action.runs.using, 'composite');
    const summary = path.join(job.temporary, 'summary.md');
    fs.writeFileSync(summary, '');
    const places = { RUNNER_TEMP: job.temporary, GITHUB_WORKSPACE: job.workspace, GITHUB_STEP_SUMMARY: summary };
    job.variables = { ...job.variables, ...places };
    const result = { code: 0, out: '', err: '' };
    for (const step of job.action.runs.steps) {
        if (!isDue(step, contexts, result.code !== 0)) continue;
        const done = await runStep(step, contexts, job);
        if (step.id) contexts.steps[step.id] = { outputs: done.outputs };
        result.out += done.out;
        result.err += done.err;
        result.code ||= done.code;
    }
    result.outputs = {};
    for (const [name, output] of Object.entries(job.action.outputs)) result.outputs[name] = fill(output.value, contexts);
    result.summary = fs.readFileSync(summary, 'utf8');
    return result;
}
