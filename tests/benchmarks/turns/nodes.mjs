// Two nodes on one PostgreSQL behind a round robin that knows nothing of health. One is killed under load: how long until the survivor
// has run a turn of every conversation that the dead node had answered last.
import { createServer } from 'node:http';
import { launch } from './contenders.mjs';
import { startPostgres } from './postgres.mjs';
import { wait } from './processes.mjs';

const ports = [3990, 3991];
const people = 50;

// Does not hold the program when everything else has ended.
const patience = ms => new Promise(resolve => setTimeout(resolve, ms).unref());

export async function nodes(options) {
  const cluster = await startPostgres();
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
    const talk = async person => {
      const conversation = `a:node-${person}`;
      for (let number = 1; !isOver; number++) {
        const answered = new Promise(resolve => waiting.set(conversation, resolve));
        const body = JSON.stringify({
          type: 'message', id: `${conversation}/${number}`, serviceUrl: 'http://127.0.0.1:4001/', from: { id: `29:${person}`, name: `P ${person}` },
          recipient: { id: '28:bot', name: 'Bot' }, conversation: { id: conversation }, text: `hello ${number}`, locale: 'en-US',
        });
        // The same message again, at the next node, until somebody takes it: as a channel does.
        for (let attempt = number + person; ; attempt++) {
          const port = ports[attempt % ports.length];
          try {
            const response = await fetch(`http://127.0.0.1:${port}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
            await response.arrayBuffer();
            if (response.ok) {
              lastNode.set(conversation, port);
              break;
            }
          } catch { /* nobody there */ }
          await wait(10);
          if (isOver) return;
        }
        await Promise.race([answered, patience(60_000)]);
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
    hosts[1].signal('SIGKILL');
    killedAt = performance.now();
    for (let i = 0; i < 6_000 && orphans.some(conversation => !firstAfter.has(conversation)); i++) await wait(10);
    isOver = true;
    const stuck = orphans.filter(conversation => !firstAfter.has(conversation));
    const times = orphans.filter(conversation => firstAfter.has(conversation)).map(conversation => firstAfter.get(conversation)).sort((a, b) => a - b);
    console.log(`${orphans.length} conversations had been answered by the node that was killed; first turn on the survivor after `
      + `${times[times.length >> 1]?.toFixed(0)} ms (median), ${times.at(-1)?.toFixed(0)} ms (last); ${stuck.length} stuck; ${turnsSinceKill} turns since`);
    await Promise.race([Promise.all(crowd), wait(2_000)]);
  } finally {
    stub?.closeAllConnections();
    stub?.close();
    for (const host of hosts) await host.close();
    await cluster.stop();
  }
}
