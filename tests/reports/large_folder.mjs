// Writes a folder of many records with long titles, of which much is wrong: what asks most of a page.
// usage: large_folder.mjs FOLDER
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const [folder] = process.argv.slice(2);
const disciplines = ['quality', 'environment', 'health-and-safety', 'information-security', 'business-continuity', 'compliance', 'energy'];
const long = 'with a title that somebody wrote without thinking of the page on which it has to find its place in the end';
const write = (name, records) => writeFileSync(join(folder, name), records.join('---\n'));
const many = (count, record) => Array.from({length: count}, (_, index) => record(index));
const of = (index) => disciplines[index % disciplines.length];

mkdirSync(folder, {recursive: true});
writeFileSync(
  join(folder, 'ims.yaml'),
  `organisation: An organisation ${long}\nscope: All that is done here\ndisciplines:\n` +
    disciplines.map((name) => `  ${name}: {}\n`).join('') + 'top_management: [role-0, role-1]\n',
);
write('roles.yaml', many(60, (index) =>
  `role: role-${index}\ntitle: Role ${index} ${long}\n` + (index % 3 === 0 ? 'holders: 0\n' : 'holders: 2\n')));
write('processes.yaml', many(200, (index) =>
  `process: process-${index}\ntitle: Process ${index} ${long}\ntype: core\nowner: role-${index % 60}\nneeds: [{what: supplier/supplier-${index % 100}}]\n`));
write('risks.yaml', many(300, (index) =>
  `risk: risk-${index}\ntitle: Risk ${index} ${long}\ntype: ${index % 2 ? 'hazard' : 'threat'}\nlikelihood: 5\n` +
  `consequence: 5\nowner: role-${index % 60}\ndisciplines: [${of(index)}]\nprocesses: [process-${index % 200}]\ndue: 2026-0${1 + (index % 5)}-01\n`));
write('obligations.yaml', many(200, (index) =>
  `obligation: obligation-${index}\ntitle: Duty ${index} ${long}\nsource: law\nrequires: That it is done\n` +
  `disciplines: [${of(index)}]\nprocesses: [process-${index % 200}]\nowner: role-${index % 60}\nevaluations: [{date: 2026-03-01, result: not-met}]\n`));
write('suppliers.yaml', many(100, (index) =>
  `supplier: supplier-${index}\ntitle: Supplier ${index} ${long}\nprovides: Something\nowner: role-${index % 60}\n` +
  `evaluations: [{date: 2026-02-01, disciplines: [${of(index)}], result: rejected}]\n`));
write('objectives.yaml', many(100, (index) =>
  `objective: objective-${index}\ntitle: Objective ${index} ${long}\nmeasure: what is counted\ntarget: 10\ndirection: at-least\nowner: role-${index % 60}\ndisciplines: [${of(index)}]\n` +
  `measurements: [{date: 2026-01-01, value: 3}, {date: 2026-05-01, value: ${index % 7}}]\nactions: [{does: Something ${long}, due: 2026-02-01}]\n`));
write('reviews.yaml', [
  `management_review: last\ntitle: Review ${long}\ndate: 2026-02-10\nparticipants: [role-0]\ndecisions:\n` +
    many(12, (index) => `  - {what: Decision ${index} ${long}, owner: role-${index}, due: 2026-0${1 + (index % 9)}-15}\n`).join(''),
]);
