#!/usr/bin/env node
// Runs the program that the package for this machine holds, and ends as it ends. There is no install script: npm picks that
// package by its `os` and `cpu`, and here we only say what to do where it did not.
'use strict';

const {spawn} = require('child_process');
const {constants} = require('os');
const main = require('../package.json');

const scope = main.name.split('/')[0];
const machine = `${process.platform}-${process.arch}`;
const wanted = `${scope}/${machine}`;

const giveUp = message => {
  console.error(`ims: ${message}`);
  process.exit(2);
};

const fileOf = name => `${name.slice(1).replace('/', '-')}-${main.version}.tgz`;
const installLine = `npm install --save-optional ${fileOf(main.name)} ${fileOf(wanted)}`;

const findProgram = () => {
  if (!(wanted in main.optionalDependencies)) {
    const others = Object.keys(main.optionalDependencies).map(name => name.split('/')[1]).join(', ');
    const instead = process.platform === 'win32' ? 'run it in WSL, the Linux of Windows' : 'build it from source';
    giveUp(`there is no package with the program for ${machine}, only for ${others}; ${instead}`);
  }
  let version;
  try {
    version = require(`${wanted}/package.json`).version;
  } catch {
    giveUp(`package \`${wanted}\`, which holds the program for this machine, is missing: npm leaves it out with ` +
      `\`--omit=optional\`, and where it was given one file of the two; install both: \`${installLine}\``);
  }
  if (version !== main.version)
    giveUp(`package \`${wanted}\` is of version ${version} and \`${main.name}\` of ${main.version}, and they must be ` +
      `of one; install both: \`${installLine}\``);
  return require.resolve(`${wanted}/bin/ims`);
};

const program = findProgram();
const child = spawn(program, process.argv.slice(2), {stdio: 'inherit'});
child.on('error', error => giveUp(`\`${program}\` cannot be started: ${error.message}`));

// Whoever stops us means the program, which would else go on alone.
const signals = ['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM'];
for (const signal of signals) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code);
  for (const each of signals) process.removeAllListeners(each);
  process.exitCode = 128 + constants.signals[signal];  // where a signal is ignored here (SIGPIPE), the way shells tell it
  process.kill(process.pid, signal);
});
