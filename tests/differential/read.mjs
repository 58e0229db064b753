// Reads YAML 1.2 with the package `yaml`, file by file: on stdin the number of a file's bytes on a line, then the bytes; on
// stdout a line a file, as reading.h writes it.
import fs from 'node:fs';
import { isAlias, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';

const shapes = { PLAIN: ':', QUOTE_SINGLE: "'", QUOTE_DOUBLE: '"', BLOCK_LITERAL: '|', BLOCK_FOLDED: '>' };
const nothing = new Set(['', '~', 'null', 'Null', 'NULL']);
const quoted = (text) =>
    '"' + text.replace(/["\\\u0000-\u001f]/g, (c) => '\\' + c.charCodeAt(0).toString(16).padStart(2, '0')) + '"';

class Refusal extends Error {}

class Writer {
    line = '';
    count = 0;

    add(node, anchors) {
        if (isAlias(node)) {
            if (!anchors.has(node.source)) throw new Refusal(`unknown alias ${node.source}`);
            this.line += `*${anchors.get(node.source)} `;
            return;
        }
        if (node?.anchor) {
            anchors.set(node.anchor, ++this.count);
            this.line += `&${this.count}`;
        }
        if (isMap(node)) {
            this.line += '{ ';
            for (const { key, value } of node.items) {
                this.add(key, anchors);
                this.add(value, anchors);
            }
            this.line += '} ';
        } else if (isSeq(node)) {
            this.line += '[ ';
            for (const item of node.items) this.add(item, anchors);
            this.line += '] ';
        } else if (!node || (node.type === 'PLAIN' && (node.tag ? nothing.has(node.source) : node.value === null))) {
            this.line += '~ ';
        } else if (isScalar(node)) {
            this.line += shapes[node.type] + quoted(node.source) + ' ';
        } else {
            throw new Error('a node of no known kind');
        }
    }
}

function read(bytes) {
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
        return '!NOT_UTF_8';
    }
    const options = { version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' };
    const writer = new Writer();
    for (const document of parseAllDocuments(text, options)) {
        if (document.errors.length > 0) {
            const { code, message, pos } = document.errors[0];
            return `!${code} ${pos[0]} ${message.replace(/\s+/g, ' ')}`;
        }
        const before = { length: writer.line.length, count: writer.count };
        try {
            writer.add(document.contents, new Map());
        } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            return `!${error.message}`;
        }
        if (/^(&\d+)?~ $/.test(writer.line.slice(before.length))) {
            writer.line = writer.line.slice(0, before.length);
            writer.count = before.count;
        } else if (writer.line.length > before.length) {
            writer.line += '. ';
        }
    }
    return writer.line;
}

let held = Buffer.alloc(0);
const piece = Buffer.alloc(1 << 16);
for (;;) {
    const size = fs.readSync(0, piece, 0, piece.length, null);
    if (size === 0) break;
    held = Buffer.concat([held, piece.subarray(0, size)]);
    for (;;) {
        const line = held.indexOf(10);
        if (line < 0) break;
        const end = line + 1 + Number(held.subarray(0, line).toString());
        if (held.length < end) break;
        const answer = Buffer.from(read(held.subarray(line + 1, end)) + '\n');
        for (let at = 0; at < answer.length; ) at += fs.writeSync(1, answer, at);
        held = held.subarray(end);
    }
}
