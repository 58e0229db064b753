// Drives a Chromium over a pipe, in its own language (the DevTools protocol): no library.
import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

export async function open(path) {
  const profile = mkdtempSync(join(tmpdir(), 'ims-browser-'));
  const child = spawn(
    path,
    ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--hide-scrollbars',
     `--user-data-dir=${profile}`, '--remote-debugging-pipe', 'about:blank'],
    {stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe']},
  );
  const waiting = new Map();
  const listeners = [];
  let last = 0;
  let buffer = '';
  const gone = new Error('the browser has ended');
  child.on('exit', () => { for (const {reject} of waiting.values()) reject(gone); });
  child.stdio[3].on('error', () => {});
  child.stdio[4].setEncoding('utf8');
  child.stdio[4].on('data', (text) => {
    buffer += text;
    for (let end = buffer.indexOf('\0'); end >= 0; end = buffer.indexOf('\0')) {
      const message = JSON.parse(buffer.slice(0, end));
      buffer = buffer.slice(end + 1);
      if (message.id === undefined) {
        for (const listener of listeners) listener(message);
        continue;
      }
      const {resolve, reject} = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) reject(new Error(message.error.message));
      else resolve(message.result);
    }
  });
  const send = (method, params = {}, sessionId = undefined) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, {resolve, reject});
      child.stdio[3].write(JSON.stringify({id: last, method, params, sessionId}) + '\0');
    });
  const {targetInfos} = await send('Target.getTargets');
  const {targetId} = targetInfos.find((each) => each.type === 'page') ?? (await send('Target.createTarget', {url: 'about:blank'}));
  const {sessionId} = await send('Target.attachToTarget', {targetId, flatten: true});
  const tell = (method, params) => send(method, params, sessionId);
  const complaints = [];
  let loaded = () => {};
  listeners.push(({method, params}) => {
    if (method === 'Page.loadEventFired') loaded();
    if (method === 'Runtime.exceptionThrown') complaints.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    if (method === 'Runtime.consoleAPICalled') complaints.push(params.args.map((each) => each.value).join(' '));
    if (method === 'Log.entryAdded') complaints.push(`${params.entry.text} ${params.entry.url ?? ''}`);
  });
  for (const domain of ['Page', 'Runtime', 'Log']) await tell(`${domain}.enable`);

  return {
    complaints,  // all that reached the console
    tell,
    async visit(url, {width, height = 800, scheme = 'light', media = ''}) {
      await tell('Emulation.setDeviceMetricsOverride', {width, height, deviceScaleFactor: 1, mobile: width < 600});
      await tell('Emulation.setEmulatedMedia', {media, features: [{name: 'prefers-color-scheme', value: scheme}]});
      const arrived = new Promise((resolve) => { loaded = resolve; });
      await tell('Page.navigate', {url});
      await arrived;
    },
    // What a function of the page gives back.
    async ask(question) {
      const {result, exceptionDetails} = await tell('Runtime.evaluate', {expression: `(${question})()`, returnByValue: true});
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    async picture(whole = true) {
      const {data} = await tell('Page.captureScreenshot', {captureBeyondViewport: whole});
      return Buffer.from(data, 'base64');
    },
    async close() {
      const ended = new Promise((resolve) => { child.on('exit', resolve); });
      send('Browser.close').catch(() => {});
      const patience = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(patience);
      // Its own children may still be at it; what is left lies in the folder for temporary files.
      try {
        rmSync(profile, {recursive: true, force: true, maxRetries: 10, retryDelay: 100});
      } catch {}
    },
  };
}
