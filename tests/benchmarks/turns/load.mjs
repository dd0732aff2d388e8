// Load and stub connector in one process: a turn is the POST of a message until the bot's reply has reached the stub and the request
// has ended. A closed loop of workers over many personal conversations, at most one turn under way in each.
// node load.mjs '{"url": …, …}' prints one line of JSON.
import { createServer, Agent, request } from 'node:http';
import { readFileSync } from 'node:fs';

const options = {
  urls: ['http://127.0.0.1:3990/api/messages'], // taken in turn
  stub: 4001,
  workers: 32,
  conversations: 1000,
  seconds: 12,
  warmup: 5,           // seconds, and longer until so many turns have run: compilers settle by calls, not by time
  warmupTurns: 0,
  longestWarmup: 240,
  turns: 0,            // ends after so many turns instead of after a time
  pids: [],            // the bot's processes, for CPU and bytes written
  serverPid: 0,        // a database server's first process
  runId: `${Date.now()}-`, // a durable bot drops what it has seen: ids differ from run to run
  conversationIds: '',  // prefix of conversations' ids; without it, one of this run
  stride: 1,           // between the numbers of conversations
  refuse: '',          // replies to conversations with this prefix are refused for ten minutes (429)
  noReply: false,      // a turn ends with its request
  expect: '^(What is|Hi )',
  dialog: true,        // replies of a conversation alternate between the question and 'Hi <the text just sent>'
  ...JSON.parse(process.argv[2] ?? '{}'),
};

const idsPrefix = options.conversationIds || `a:conv-${options.runId}`;
const expected = new RegExp(options.expect);
const answer = Buffer.from('{"id":"1"}');
const pending = new Map(); // conversation id → the turn under way
const asked = new Set();   // conversations whose question is open
let wrong = 0;

function check(turn, body) {
  const found = /"text":"((?:[^"\\]|\\.)*)"/.exec(body);
  let isRight = found !== null && expected.test(found[1]);
  if (isRight && options.dialog) {
    const greeting = `Hi ${turn.text}`;
    isRight = asked.delete(turn.conversation) ? found[1] === greeting : !found[1].startsWith('Hi ');
    if (isRight && found[1] !== greeting) asked.add(turn.conversation);
  }
  if (!isRight && wrong++ < 3) console.error('wrong reply', body.slice(0, 300));
}

createServer((incoming, response) => {
  let body = '';
  incoming.on('data', data => { body += data; });
  incoming.on('end', () => {
    const named = /\/conversations\/([^/]+)\//.exec(incoming.url);
    if (options.refuse && named && decodeURIComponent(named[1]).startsWith(options.refuse)) {
      response.writeHead(429, { 'retry-after': '600' });
      return response.end();
    }
    const turn = named && pending.get(decodeURIComponent(named[1]));
    if (turn) check(turn, body);
    response.writeHead(201, { 'content-type': 'application/json', 'content-length': answer.length });
    response.end(answer);
    if (turn) turn.reply(performance.now());
  });
}).listen(options.stub, '127.0.0.1');

const agent = new Agent({ keepAlive: true, maxSockets: options.workers * 2 });
const targets = options.urls.map(url => new URL(url));
const free = [...Array(options.conversations).keys()];
const latencies = [];
let sent = 0, turns = 0, errors = 0, total = 0, isMeasuring = false, isOver = false;

function activity(conversation, id, text) {
  return JSON.stringify({
    type: 'message', id, timestamp: new Date().toISOString(), channelId: 'msteams', serviceUrl: `http://127.0.0.1:${options.stub}/`,
    from: { id: `29:user-${conversation}`, name: `User ${conversation}`, aadObjectId: `00000000-0000-0000-0000-${String(conversation).padStart(12, '0')}` },
    recipient: { id: '28:bot', name: 'Bot' },
    conversation: { id: idsPrefix + conversation * options.stride, conversationType: 'personal', tenantId: 't-1' },
    channelData: { tenant: { id: 't-1' } }, textFormat: 'plain', locale: 'en-US', text,
    entities: [{ type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Web', timezone: 'UTC' }],
  });
}

function turn() {
  return new Promise(resolve => {
    const conversation = free.shift();
    const key = idsPrefix + conversation * options.stride;
    const number = ++sent;
    const text = `hello ${number}`;
    const body = activity(conversation, options.runId + number, text);
    const target = targets[number % targets.length];
    const began = performance.now();
    let repliedAt = options.noReply ? began : 0, isAnswered = false;
    const end = () => { pending.delete(key); free.push(conversation); resolve(); };
    const fail = why => {
      if (errors++ < 3) console.error(why);
      if (!repliedAt) end();
    };
    const finish = () => {
      if (!isAnswered || !repliedAt) return;
      total++;
      if (isMeasuring) { turns++; latencies.push(repliedAt - began); }
      end();
    };
    pending.set(key, { conversation, text, reply: at => { if (!repliedAt) { repliedAt = at; finish(); } } });
    const outgoing = request({
      agent, host: target.hostname, port: target.port, path: target.pathname, method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    }, response => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode >= 300) return fail(`status ${response.statusCode}`);
        isAnswered = true;
        finish();
      });
    });
    outgoing.on('error', error => fail(error.message));
    outgoing.end(body);
  });
}

function ticks(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return +fields[11] + +fields[12]; // user and system time, in hundredths of a second
}

/** What the bots have used: CPU in ms, bytes handed to disks; what a database server's processes have. */
function usage() {
  const used = { cpu: 0, written: 0, serverCpu: 0 };
  for (const pid of options.pids) {
    used.cpu += ticks(pid) * 10;
    used.written += +/^write_bytes: (\d+)/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))[1];
  }
  if (options.serverPid) {
    const children = readFileSync(`/proc/${options.serverPid}/task/${options.serverPid}/children`, 'utf8').trim().split(' ');
    for (const pid of children) {
      try { used.serverCpu += ticks(pid) * 10; } catch { /* a process that has ended */ }
    }
  }
  return used;
}

const wait = ms => new Promise(resolve => setTimeout(resolve, ms));
const rounded = (value, digits) => +value.toFixed(digits);

async function work() {
  while (!isOver && (!options.turns || sent < options.turns)) await turn();
}

const first = usage();
const began = performance.now();
if (options.turns) isMeasuring = true;
const workers = Array.from({ length: options.workers }, work);
if (!options.turns) {
  await wait(options.warmup * 1000);
  while (total < options.warmupTurns && performance.now() - began < options.longestWarmup * 1000) await wait(20);
}
const before = options.turns ? first : usage();
isMeasuring = true;
const from = performance.now();
if (options.turns) await Promise.all(workers); else await wait(options.seconds * 1000);
isMeasuring = false;
const elapsed = (performance.now() - from) / 1000;
const after = usage();
isOver = true;

latencies.sort((a, b) => a - b);
const quantile = part => latencies.length ? rounded(latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * part))], 2) : null;
console.log(JSON.stringify({
  turns, errors, wrong, totalTurns: total, isWarm: options.turns > 0 || total - turns >= options.warmupTurns,
  turnsPerSecond: rounded(turns / elapsed, 0),
  p50: quantile(0.5), p99: quantile(0.99), max: quantile(1),
  cpuPerTurn: rounded((after.cpu - before.cpu) / turns, 4),
  cpuPerTurnWithWarmup: rounded((after.cpu - first.cpu) / total, 4),
  serverCpuPerTurn: rounded((after.serverCpu - before.serverCpu) / turns, 4),
  bytesPerTurn: rounded((after.written - before.written) / turns, 0),
}));
setTimeout(() => process.exit(0), 300);
