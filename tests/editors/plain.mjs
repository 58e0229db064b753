// What readers of JSON Schema make of `ims schema --plain`: ajv, as strict as it can be, and python's jsonschema. Both
// accept every record of the examples and of folder/, and refuse the mistakes.
// usage: node plain.mjs IMS FOLDERS PYTHON
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { parseAllDocuments } from 'yaml';
import { readFolders, yamlFiles } from './folders.mjs';
import { empty, mistakes, mistakesOfSettings, right } from './mistakes.mjs';

const [, list, python] = process.argv.slice(2);
const folders = readFolders(list);
const complaints = [];
const cases = [];  // {schema, value, passes, what}

function add(schema, text, passes, what) {
    for (const document of parseAllDocuments(text)) {
        const value = document.toJS();
        if (value !== null && value !== undefined) cases.push({ schema, value, passes, what });
    }
}
for (const folder of folders) {
    for (const name of yamlFiles(folder)) {
        const schema = path.join(folder, '.plain', name === 'ims.yaml' ? 'ims.json' : 'record.json');
        add(schema, fs.readFileSync(path.join(folder, name), 'utf8'), true, `${path.basename(folder)}/${name}`);
    }
}
const [record, settings] = ['record.json', 'ims.json'].map((name) => path.join(folders[0], '.plain', name));
for (const [what, marked] of mistakes) add(record, marked.replace(/[«»]/g, ''), false, what);
for (const [what, marked] of mistakesOfSettings) add(settings, marked.replace(/[«»]/g, ''), false, what);
for (const text of right) add(record, text, true, text);
for (const lines of empty) add(record, `role: a\ntitle: A\n${lines}\n`, true, lines);

// ajv
const validators = new Map();
for (const folder of folders) {
    for (const name of ['record.json', 'ims.json']) {
        const file = path.join(folder, '.plain', name);
        const text = fs.readFileSync(file, 'utf8');
        if (/"x-/.test(text)) complaints.push(`${name}: holds a word that is no word of JSON Schema`);
        const ajv = new Ajv({ strict: true, allErrors: true });
        try {
            validators.set(file, ajv.compile(JSON.parse(text)));
        } catch (error) {
            complaints.push(`ajv: ${name}: ${error.message}`);
        }
    }
}
const say = (reader, { what, passes }, why) => complaints.push(`${reader}: ${JSON.stringify(what)} ${passes ? `does not pass: ${why}` : 'passes'}`);
for (const each of cases) {
    const validate = validators.get(each.schema);
    if (validate && validate(each.value) !== each.passes) say('ajv', each, JSON.stringify(validate.errors?.slice(0, 3)));
}

// python
const program = `
import json, sys
import jsonschema
validators = {}
for case in json.load(sys.stdin):
    name = case["schema"]
    if name not in validators:
        with open(name, encoding="utf-8") as file:
            schema = json.load(file)
        jsonschema.Draft7Validator.check_schema(schema)
        validators[name] = jsonschema.Draft7Validator(schema)
    error = next(validators[name].iter_errors(case["value"]), None)
    print(json.dumps(None if error is None else error.message[:200]))
`;
const answers = execFileSync(python, ['-c', program], { input: JSON.stringify(cases), encoding: 'utf8', maxBuffer: 1 << 26 }).trim().split('\n').map((line) => JSON.parse(line));
cases.forEach((each, index) => {
    if ((answers[index] === null) !== each.passes) say('python', each, answers[index]);
});

if (complaints.length > 0) {
    console.log(complaints.join('\n'));
    process.exit(1);
}
console.log(`${cases.length} values, each read twice`);
