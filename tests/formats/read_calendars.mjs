// Reads the calendars that run.sh has written, by ical.js, and compares them with the tables of the same report.
// usage: node read_calendars.mjs SCRATCH, a folder in SCRATCH for each folder of records: all.ics, all.json, moved.ics
// (the same on a later day) and calendar/role/*.ics, each with its .json beside it
import fs from 'node:fs';
import path from 'node:path';
import ICAL from 'ical.js';

const [scratch] = process.argv.slice(2);
const complaints = [];
let events = 0;

function check(where, condition, text) {
    if (!condition) complaints.push(`${where}: ${text}`);
}

// What RFC 5545 asks of the bytes, which a reader forgives.
function checkBytes(where, bytes) {
    const text = bytes.toString('utf8');
    check(where, Buffer.from(text, 'utf8').equals(bytes), 'is not UTF-8');
    check(where, text.endsWith('\r\n') && !/[^\r]\n|\r[^\n]/.test(text), 'has lines that do not end in CR LF');
    check(where, !/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text), 'holds control characters');
    for (const line of bytes.toString('latin1').split('\r\n')) {
        check(where, line.length <= 75, `has a line of ${line.length} bytes`);
        check(where, !/^ ?[\x80-\xbf]/.test(line), 'cuts a character in two');
    }
}

function read(file) {
    const where = path.relative(scratch, file);
    const bytes = fs.readFileSync(file);
    checkBytes(where, bytes);
    const calendar = new ICAL.Component(ICAL.parse(bytes.toString('utf8')));
    check(where, calendar.getFirstPropertyValue('version') === '2.0', 'is no iCalendar 2.0');
    check(where, Boolean(calendar.getFirstPropertyValue('prodid')), 'says not what made it');
    const all = calendar.getAllSubcomponents('vevent').map((component) => {
        const value = (name) => component.getFirstPropertyValue(name);
        const start = value('dtstart');
        check(where, start.isDate, `${value('summary')} is no whole day`);
        check(where, value('transp') === 'TRANSPARENT', `${value('summary')} blocks time`);
        check(where, /^[0-9a-f]{24}@[0-9a-f]{16}\.ims$/.test(value('uid')), `${value('uid')} is no uid of ours`);
        check(where, Boolean(value('dtstamp')) && Boolean(value('summary')), 'an event lacks what it must say');
        const categories = component.getFirstProperty('categories')?.getValues() ?? [];
        return { uid: value('uid'), day: start.toString(), summary: value('summary'), categories,
            description: value('description') };
    });
    check(where, new Set(all.map(({ uid }) => uid)).size === all.length, 'has a uid twice');
    events += all.length;
    return all;
}

// What the report says of what has a day.
function datedRows(file) {
    return JSON.parse(fs.readFileSync(file, 'utf8')).tables
        .filter(({ key }) => ['overdue', 'next-30-days', 'next-90-days', 'later'].includes(key))
        .flatMap((table) => table.rows);
}

function compare(name) {
    const folder = path.join(scratch, name);
    const all = read(path.join(folder, 'all.ics'));
    const rows = datedRows(path.join(folder, 'all.json'));
    const days = (list) => list.map(({ day, overdue }) => `${day} ${overdue}`).sort().join('\n');
    check(name, days(all.map(({ day, summary }) => ({ day, overdue: summary.startsWith('Overdue: ') })))
        === days(rows.map(({ due, overdue }) => ({ day: due, overdue: overdue === true }))),
    'the calendar has other days than the report');
    const disciplines = (list) => list.map((each) => each.map((one) => one.toLowerCase().replaceAll(' ', '-')).sort().join())
        .sort().join('\n');
    check(name, disciplines(all.map(({ categories }) => categories)) === disciplines(rows.map((row) => row.disciplines ?? [])),
        'the calendar has other disciplines than the report');
    // On another day the same is known by the same.
    const later = new Set(read(path.join(folder, 'moved.ics')).map(({ uid }) => uid));
    const kept = all.filter(({ uid }) => later.has(uid)).length;
    check(name, kept * 2 >= all.length, `only ${kept} of ${all.length} are known again on a later day`);

    const roles = path.join(folder, 'calendar', 'role');
    const uids = new Map(all.map((event) => [event.uid, event]));
    for (const file of fs.existsSync(roles) ? fs.readdirSync(roles) : []) {
        if (!file.endsWith('.ics')) continue;
        const own = read(path.join(roles, file));
        check(file, own.length > 0, 'is a calendar without a day');
        for (const { uid, day } of own) check(file, uids.get(uid)?.day === day, `${uid} is not in the calendar of all`);
        const rowsOfRole = datedRows(path.join(roles, file.replace(/ics$/, 'json')));
        const expected = rowsOfRole.map(({ due }) => due).sort().join();
        check(`${name}/${file}`, own.map(({ day }) => day).sort().join() === expected, 'has other days than the role');
    }
    check(name, !fs.existsSync(path.join(folder, 'calendar', 'person')), 'persons were written without being asked for');
}

for (const name of fs.readdirSync(scratch)) compare(name);
for (const complaint of complaints) console.error(complaint);
console.log(`${events} events were read`);
process.exit(complaints.length === 0 && events > 0 ? 0 : 1);
