// Looks whether schemas/ mean to others what they mean to ims: ajv, strict but for the keywords that are ours, compiles
// each of them and accepts every record of examples/ and every built-in catalogue, read as YAML 1.2.
// usage: node check.mjs TOP
import Ajv from 'ajv';
import fs from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';

const top = process.argv[2];
const complaints = [];

const schemas = fs.readdirSync(path.join(top, 'schemas')).filter((name) => name.endsWith('.schema.json')).sort();
const texts = schemas.map((name) => JSON.parse(fs.readFileSync(path.join(top, 'schemas', name), 'utf8')));

const ownKeywords = new Set(['patternErrorMessage']);
const collectKeywords = (value) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
        if (key.startsWith('x-ims-')) ownKeywords.add(key);
        collectKeywords(inner);
    }
};
texts.forEach(collectKeywords);

const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true, unicodeRegExp: true });
ajv.addVocabulary([...ownKeywords]);
texts.forEach((schema) => ajv.addSchema(schema, schema.$id));

const validators = new Map();
for (const schema of texts) {
    try {
        const validate = ajv.getSchema(schema.$id);
        if (schema['x-ims-kind']) validators.set(schema['x-ims-kind'], validate);
        if (schema.$id === 'ims.schema.json') validators.set('ims.yaml', validate);
    } catch (error) {
        complaints.push(`schemas/${schema.$id}: ${error.message}`);
    }
}

let records = 0;
function checkDocument(file, document) {
    for (const error of document.errors) complaints.push(`${file}: ${error.message}`);
    const value = document.toJS();
    if (value === null || value === undefined) return;
    const kinds = path.basename(file) === 'ims.yaml' ? ['ims.yaml'] : Object.keys(value).filter((key) => validators.has(key));
    if (kinds.length !== 1) {
        complaints.push(`${file}: ${kinds.length} kinds in one record`);
        return;
    }
    ++records;
    const validate = validators.get(kinds[0]);
    if (validate(value)) return;
    for (const error of validate.errors) complaints.push(`${file}: ${kinds[0]}${error.instancePath}: ${error.message}`);
}

function checkFolder(folder) {
    for (const entry of fs.readdirSync(path.join(top, folder), { withFileTypes: true })) {
        const name = path.join(folder, entry.name);
        if (entry.isDirectory()) checkFolder(name);
        else if (/\.ya?ml$/.test(entry.name)) {
            for (const document of parseAllDocuments(fs.readFileSync(path.join(top, name), 'utf8'))) checkDocument(name, document);
        }
    }
}

for (const folder of ['examples', 'schemas/standards']) {
    if (fs.existsSync(path.join(top, folder))) checkFolder(folder);
}
if (records === 0) complaints.push('no record was found');
if (complaints.length > 0) {
    console.log(complaints.sort().join('\n'));
    process.exit(1);
}
console.log(`${schemas.length} schemas, ${records} records`);
