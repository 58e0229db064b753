// The folders that the tests look at.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

// Of a file with a path a line; the first is that of folder/.
export const readFolders = (list) => fs.readFileSync(list, 'utf8').trim().split('\n').map((each) => each.replace(/\/$/, ''));

// What `ims` reads of a folder, as far as these tests need it.
export function yamlFiles(folder) {
    const names = fs.readdirSync(folder, { recursive: true });
    return names.filter((name) => /\.ya?ml$/.test(name) && !name.split('/').some((part) => part.startsWith('.'))).sort();
}

// The errors that `ims check` finds in a file of the folder with this text.
export function errorsOf(ims, folder, name, text) {
    const file = path.join(folder, name);
    const before = fs.existsSync(file) ? fs.readFileSync(file) : null;
    fs.writeFileSync(file, text);
    try {
        execFileSync(ims, ['check', '-q', '--today', '2026-06-01', '--format', 'json=.found.json', name], { cwd: folder, stdio: 'pipe' });
    } catch (error) {
        if (![1, 3].includes(error.status)) throw error;
    } finally {
        if (before === null) fs.rmSync(file);
        else fs.writeFileSync(file, before);
    }
    const { findings } = JSON.parse(fs.readFileSync(path.join(folder, '.found.json'), 'utf8'));
    return findings.filter((each) => each.grade === 'error' && each.path === name);
}
