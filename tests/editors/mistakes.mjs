// Mistakes in a record of folder/: where each is told is between the marks, and it is told once. `ims check` finds an
// error in each of them, too.
export const mistakes = [
    // What a record is.
    ['a kind that there is not', '«»proces: a\ntitle: A\nowner: chief\n', /begins with its kind and its id/],
    ['no kind', '«»title: A\nowner: chief\n', /begins with its kind and its id/],
    ['a list', '«»- role: a\n- role: b\n', /begins with its kind and its id/],
    ['a text', '«»a role\n', /begins with its kind and its id/],
    ['two kinds', '«role»: a\nrisk: b\ntitle: A\n', /role|risk/, 'either'],
    ['an id with blanks', 'role: «the cashier»\ntitle: A\n', /an id begins/],
    ['an id that begins with a sign', 'role: «-cashier»\ntitle: A\n', /an id begins/],
    ['an id that is a list', 'role: «[a]»\ntitle: A\n', /an id begins/],
    // Fields.
    ['a field that there is not', 'role: a\ntitle: A\n«ownr»: chief\n', /ownr/],
    ['a field of another kind', 'role: a\ntitle: A\n«likelihood»: 2\n', /likelihood/],
    ['a required field by another spelling', 'role: a\n«titel»: A\n', /titel/],
    ['a required field that is not there', '«»role: a\nowner: chief\n', /title/],
    ['a required field without a value', 'role: a\ntitle:«»\n', /text/],
    ['a required text that is empty', 'role: a\ntitle: «""»\n', /text/],
    ['a required choice without a value', 'nonconformity: a\ntitle: A\ngrade:«»\ndate: 2026-01-01\n', /major/],
    ['a required number of a kind of one\'s own', '«»vehicle: a\ntitle: A\n', /wheels/],
    ['a field within a map', 'role: a\ntitle: A\nreview: {last: 2026-01-01, «evry»: 6 months}\n', /evry/],
    ['a field within a list', 'role: a\ntitle: A\nresponsibilities:\n  - does: x\n    «disciplins»: quality\n', /disciplins/],
    ['a required field within a list', 'role: a\ntitle: A\nresponsibilities:\n  - «»level: informed\n', /does/],
    ['a required field within a map', 'risk: a\ntitle: A\n«accepted»: {reason: x}\n', /by/],
    ['neither of two fields', '«»exercise: a\ntitle: A\ntests: [x]\n', /`planned` or `date`/],
    ['a field without the one that goes with it', '«»exercise: a\ntitle: A\ntests: [x]\nplanned: 2026-01-01\nresult: passed\n', /`date` is needed beside `result`/],
    // Single values.
    ['a date of another country', 'risk: a\ntitle: A\ndue: «31.03.2026»\n', /YYYY-MM-DD/],
    ['a day that there is not', 'risk: a\ntitle: A\ndue: «2026-02-30»\n', /YYYY-MM-DD/],
    ['a time that there is not', 'incident: a\ntitle: A\ntype: breach\ndate: «2026-01-01 25:00»\n', /time/],
    ['a duration without a unit', 'role: a\ntitle: A\nreview: {every: «6»}\n', /unit/],
    ['a duration in words', 'role: a\ntitle: A\nreview: {every: «yearly»}\n', /unit/],
    ['neither yes nor no', 'supplier: a\ntitle: A\nprovides: x\ncritical: «maybe»\n', /yes or no/],
    ['a number with a fraction', 'role: a\ntitle: A\nholders: «1.5»\n', /whole number/],
    ['a number in words', 'role: a\ntitle: A\nholders: «two»\n', /whole number/],
    ['a number that is too large', 'vehicle: a\ntitle: A\nwheels: «18»\n', /8/],
    ['a word that is none of the choice', 'role: a\ntitle: A\nstatus: «activ»\n', /active/],
    ['a word of a field of one\'s own', 'role: a\ntitle: A\nlicence: «d»\n', /none/],
    ['a word in a list', 'risk: a\ntitle: A\ntreatment: [reduce, «less»]\n', /reduce/],
    ['a step that the scale has not', 'risk: a\ntitle: A\nlikelihood: «often»\n', /1 to 3/],
    ['a number beyond the scale', 'risk: a\ntitle: A\nlikelihood: «4»\n', /1 to 3/],
    ['a step in a map of disciplines', 'risk: a\ntitle: A\nconsequence: {quality: «huge»}\n', /1 to 3/],
    ['a classification by a number', 'asset: a\ntitle: A\nintegrity: «9»\n', /1 to 3/],
    ['a clause without its standard', 'role: a\ntitle: A\nclauses: [«8.4.1»]\n', /colon/],
    ['a title that is a map', 'role: a\ntitle: «{en: A}»\n', /text/],
    // References, disciplines, rules.
    ['a reference with blanks', 'role: a\ntitle: A\nowner: «The chief»\n', /id of a role/],
    ['a reference to another kind', 'role: a\ntitle: A\nowner: «asset/van»\n', /id of a role/],
    ['a reference in a list', 'role: a\ntitle: A\ndeputies:\n  - chief\n  - «the driver»\n', /id of a role/],
    ['a list where one is due', 'role: a\ntitle: A\nreports_to: «[chief, driver]»\n', /id of a role/],
    ['a discipline that is not in force', 'control: a\ntitle: A\ndisciplines: [quality, «privacy»]\n', /transport/],
    ['a discipline alone', 'control: a\ntitle: A\ndisciplines: «qualty»\n', /transport/],
    ['a discipline as a key', 'role: a\ntitle: A\nnot_applicable: {«privacy»: none of it}\n', /privacy/],
    ['a discipline as a key beside a single value', 'risk: a\ntitle: A\nconsequence: {«privacy»: low}\n', /privacy/],
    ['a topic that there is not', 'management_review: a\ntitle: A\ndate: 2026-01-01\ninputs: {«weather»: fine}\n', /weather/],
    ['a kind that there is not as evidence', 'standard: a\ntitle: A\nclauses: [{number: 1, title: B, evidence: [«thing»]}]\n', /vehicle/],
    ['a rule that there is not', 'role: a\ntitle: A\nexceptions: [{rule: «role-without-deputi», reason: x, by: chief}]\n', /ims rules/],
];

// Of ims.yaml.
export const mistakesOfSettings = [
    ['a setting that there is not', '«organization»: A\n', /organization/],
    ['a word of a setting', 'check: {fail_on: «bad»}\n', /medium/],
    ['a setting of a discipline', 'disciplines: {quality: {«led»: chief}}\n', /led/],
    ['a duration', 'review: {every: «often»}\n', /unit/],
    ['a rule that there is not', 'check: {rules: {«role-without-deputi»: low}}\n', /role-without-deputi/],
    ['a kind that there is not', 'defaults: {«rol»: {owner: chief}}\n', /rol/],
];

// What is written and says nothing: no error there, and none by `ims check`.
export const empty = [
    'owner:', 'owner: ""', 'owner: ~', 'owner: []', 'owner: {}', 'description:', 'purpose: null', 'reports_to:', 'deputies:',
    'deputies: []', 'deputies: [chief, ~]', 'deputies:\n  -\n  - chief', 'holders:', 'holders: ""', 'group:', 'group: ""',
    'responsibilities:', 'responsibilities: {}', 'responsibilities:\n  -', 'responsibilities:\n  - does: x\n    level:\n    disciplines:',
    'review:', 'review: {}', 'review: {last: , every: }', 'review: ""', 'status:', 'status: ""', 'clauses:', 'clauses: [~]',
    'not_applicable:', 'exceptions:', 'exceptions: []', 'tags:', 'licence:', 'licence: ""', 'x_mine:', 'x_mine: {a: [b]}',
];

// What means something, and passes in both.
export const right = [
    'role: 12\ntitle: 13\n', 'role: a\ntitle: true\n', 'role: größe\ntitle: A\n', 'role: 数据\ntitle: A\n', 'role: a.b_c-1\ntitle: A\n', 'role: a\ntitle: A\ndeputies: chief\n',
    'role: a\ntitle: A\ndeputies: [chief, role/chief]\n', 'role: a\ntitle: A\ngroup: Yes\n', 'role: a\ntitle: A\ngroup: true\n', 'role: a\ntitle: A\nholders: "2"\n',
    'risk: a\ntitle: A\nlikelihood: 2\nconsequence: "3"\ndisciplines: quality\n', 'risk: a\ntitle: A\nconsequence: {quality: 2, transport: high}\nlikelihood: rare\n',
    'asset: a\ntitle: A\nintegrity: 2\n', 'obligation: a\ntitle: A\nrequires: x\n', 'exercise: a\ntitle: A\ntests: [p]\nplanned: 2026-12-01\nresult:\n',
    'incident: a\ntitle: A\ntype: breach\ndate: 2026-03-31T12:30Z\nknown: 2026-03-31 14:30 +02:00\ndowntime: PT4H30M\n',
    'management_review: a\ntitle: A\ndate: 2026-01-01\ninputs: {audits: fine, context: {transport: fine}}\n', 'vehicle: a\ntitle: A\nwheels: 2\n',
    ...['30 min', '4 h', '2 d', '1 w', '6 months', '1 y', '1.5 h', '4h', '2 weeks', 'P6M', 'PT4H30M'].map((each) => `role: a\ntitle: A\nreview: {every: ${each}}\n`),
    ...['12', '97.5', '-3', '"12"', '+5', '1e3'].map((each) => `objective: a\ntitle: A\nmeasure: x\ntarget: ${each}\n`),
    '# nothing but a comment\n', '', '---\n',
];
