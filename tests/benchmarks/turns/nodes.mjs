// Two nodes on one PostgreSQL behind a round robin that knows nothing of health nor of conversations: what a turn costs beside what it
// costs with one node, and, when one is killed under load, how long until the survivor has run a turn of every conversation that the dead
// node had answered last.
import { createServer } from 'node:http';
import { launch } from './contenders.mjs';
import { load } from './measure.mjs';
import { startPostgres } from './postgres.mjs';
import { memory, wait } from './processes.mjs';

const ports = [3990, 3991];
const people = 50;

// Does not hold the program when everything else has ended.
const patience = ms => new Promise(resolve => setTimeout(resolve, ms).unref());

export async function nodes(options) {
  const cluster = await startPostgres();
  try {
    await throughput(cluster, options);
    const kills = [];
    for (let round = 0; round < options.rounds; round++) kills.push(await kill(cluster, options));
    console.log(`all ${options.rounds} kills: ${told('their reply was out', kills.flatMap(times => times.free))}, ${told('in hand', kills.flatMap(times => times.inHand))}`);
  } finally {
    await cluster.stop();
  }
}

// One node and two, in turn, each on an empty database; with two, every message of a conversation comes to the other node.
async function throughput(cluster, options) {
  const passes = { 1: [], 2: [] };
  for (let round = 0; round < options.rounds; round++) {
    for (const count of round % 2 ? [2, 1] : [1, 2]) {
      const store = { postgres: await cluster.database() };
      const hosts = [];
      try {
        for (const port of ports.slice(0, count)) hosts.push(await launch('spark', store, { ...options.launch, port }));
        const pass = await load({
          urls: ports.slice(0, count).map(port => `http://127.0.0.1:${port}/api/messages`), pids: hosts.map(host => host.pid), serverPid: cluster.pid,
          workers: options.workers, conversations: options.conversations, seconds: options.seconds, warmup: options.warmup, warmupTurns: count * options.warmupTurns,
        });
        pass.memory = Math.max(...hosts.map(host => memory(host.pid)));
        passes[count].push(pass);
        console.log(`round ${round + 1}, ${count} node(s): ${figures(key => pass[key])}`);
      } finally {
        for (const host of hosts) await host.close();
      }
    }
  }
  for (const count of [1, 2]) console.log(`medians, ${count} node(s): ${figures(key => median(passes[count].map(pass => pass[key])))}`);
  const ratios = passes[1].map((one, round) => +((passes[2][round].cpuPerTurn + passes[2][round].serverCpuPerTurn) / (one.cpuPerTurn + one.serverCpuPerTurn)).toFixed(2));
  console.log(`CPU per turn of all processes, two nodes over one: ${median(ratios)}; rounds ${ratios.join(' ')}`);
}

const median = values => [...values].sort((a, b) => a - b)[values.length >> 1];

const told = (what, times) => times.length ? `${what}: ${times.length}, ${median(times).toFixed(0)} ms (median), ${Math.max(...times).toFixed(0)} ms (last)` : `${what}: none`;

const figures = of => [
  ['turns/s', 'turnsPerSecond'], ['p50 ms', 'p50'], ['p99 ms', 'p99'], ['CPU ms/turn', 'cpuPerTurn'], ['server CPU', 'serverCpuPerTurn'],
  ['MB of the larger', 'memory'], ['errors', 'errors'], ['wrong', 'wrong'],
].map(([title, key]) => `${title} ${of(key)}`).join(', ');

async function kill(cluster, options) {
  const store = { postgres: await cluster.database() };
  const hosts = [];
  let stub;
  try {
    for (const port of ports) hosts.push(await launch('spark', store, { ...options.launch, port }));
    const waiting = new Map();
    stub = createServer((request, response) => {
      request.resume();
      request.on('end', () => {
        response.writeHead(201, { 'content-type': 'application/json' });
        response.end('{"id":"1"}');
        waiting.get(decodeURIComponent(/\/conversations\/([^/]+)\//.exec(request.url)[1]))?.();
      });
    }).listen(4001, '127.0.0.1');

    let isOver = false, turnsSinceKill = 0, killedAt = 0;
    const firstAfter = new Map();
    const lastNode = new Map();
    const owed = new Set(); // conversations whose reply has not come yet
    const talk = async person => {
      const conversation = `a:node-${person}`;
      for (let number = 1; !isOver; number++) {
        const answered = new Promise(resolve => waiting.set(conversation, resolve));
        const body = JSON.stringify({
          type: 'message', id: `${conversation}/${number}`, serviceUrl: 'http://127.0.0.1:4001/', from: { id: `29:${person}`, name: `P ${person}` },
          recipient: { id: '28:bot', name: 'Bot' }, conversation: { id: conversation }, text: `hello ${number}`, locale: 'en-US',
        });
        // The same message again, at the next node, until somebody takes it: as a channel does. The first by lot, or all would meet at one node.
        for (let attempt = Math.floor(Math.random() * ports.length); ; attempt++) {
          const port = ports[attempt % ports.length];
          try {
            const response = await fetch(`http://127.0.0.1:${port}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
            await response.arrayBuffer();
            if (response.ok) {
              lastNode.set(conversation, port);
              owed.add(conversation);
              break;
            }
          } catch { /* nobody there */ }
          await wait(10);
          if (isOver) return;
        }
        await Promise.race([answered, patience(60_000)]);
        owed.delete(conversation);
        if (killedAt) {
          turnsSinceKill++;
          if (!firstAfter.has(conversation)) firstAfter.set(conversation, performance.now() - killedAt);
        }
        await wait(20);
      }
    };
    const crowd = [...Array(people).keys()].map(talk);
    await wait(options.seconds * 1000);
    const orphans = [...lastNode].filter(([, port]) => port === ports[1]).map(([conversation]) => conversation);
    const inHand = new Set(orphans.filter(conversation => owed.has(conversation)));
    hosts[1].signal('SIGKILL');
    killedAt = performance.now();
    for (let i = 0; i < 6_000 && orphans.some(conversation => !firstAfter.has(conversation)); i++) await wait(10);
    isOver = true;
    const stuck = orphans.filter(conversation => !firstAfter.has(conversation));
    const times = { free: [], inHand: [] };
    for (const conversation of orphans) times[inHand.has(conversation) ? 'inHand' : 'free'].push(firstAfter.get(conversation) ?? NaN);
    console.log(`${orphans.length} conversations had been answered by the node that was killed; first turn on the survivor: ${told('their reply was out', times.free)}, `
      + `${told('the dead node had it in hand, for the length of its lease', times.inHand)}; ${stuck.length} stuck; ${turnsSinceKill} turns since`);
    await Promise.race([Promise.all(crowd), wait(2_000)]);
    return times;
  } finally {
    stub?.closeAllConnections();
    stub?.close();
    for (const host of hosts) await host.close();
  }
}
