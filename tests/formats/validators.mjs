// What holds each format against its schema. Each validator gives a list of complaints.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import Ajv from 'ajv';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';

const require = createRequire(import.meta.url);
const beside = (name) => fs.readFileSync(new URL(name, import.meta.url), 'utf8');

const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
const told = (validate) => (value) => (validate(value) ? [] : validate.errors.slice(0, 5).map((error) =>
    `${error.instancePath || 'all of it'} ${error.message}`));

// The schema that Microsoft's own matcher of SARIF brings; it is JSON Schema of draft 4.
const sarifAjv = new AjvDraft04({ allErrors: true, strict: false, unicodeRegExp: false });  // one of its patterns is sloppy
addFormats(sarifAjv);
const sarif = sarifAjv.compile(require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));

const rdjson = new Ajv({ allErrors: true }).compile(require('@umbrelladocs/rdformat-validator').getSchema('diagnostic'));
const gitlab = ajv.compile(JSON.parse(beside('gitlab.schema.json')));
const xsd = beside('junit.xsd');

const ours = new Map();
function ourSchema(file, part) {
    if (!ours.has(file)) ours.set(file, ajv.addSchema(JSON.parse(fs.readFileSync(file, 'utf8'))));
    return ours.get(file).getSchema(`output/check.schema.json${part}`);
}

export const validators = {
    check: (file) => told(ourSchema(file, '')),
    finding: (file) => told(ourSchema(file, '#/definitions/finding')),
    sarif: told(sarif),
    rdjson: told(rdjson),
    gitlab: told(gitlab),
    junit: async (text) => {
        const result = await validateXML({ xml: [{ fileName: 'junit.xml', contents: text }], schema: [xsd], maxMemoryPages: 4096 });
        return result.errors.map((error) => error.message);
    },
};
