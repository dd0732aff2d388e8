// From the start of the process to the first answered message.
import { createServer } from 'node:http';
import { launch, port } from './contenders.mjs';
import { startPostgres } from './postgres.mjs';

const goal = 2_000;

function stub() {
  let arrived;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => { response.writeHead(201, { 'content-type': 'application/json' }); response.end('{"id":"1"}'); arrived?.(); });
  }).listen(4001, '127.0.0.1');
  return { next: () => new Promise(resolve => { arrived = resolve; }), close: () => server.close() };
}

async function greet(stubbed, id) {
  const answered = stubbed.next();
  const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message', id, serviceUrl: 'http://127.0.0.1:4001/', from: { id: '29:u', name: 'U' }, recipient: { id: '28:bot', name: 'Bot' },
      conversation: { id: `a:cold-${id}` }, text: 'hello', locale: 'en-US',
    }),
  });
  if (!response.ok) throw new Error(`status ${response.status}`);
  await answered;
}

export async function coldstart(options) {
  const cluster = options.store === 'postgres' ? await startPostgres() : null;
  const stubbed = stub();
  const times = [];
  try {
    for (let round = 0; round < options.rounds; round++) {
      const store = cluster ? { postgres: await cluster.database() } : {};
      const from = performance.now();
      const bot = await launch('spark', store, options.launch);
      const listening = performance.now() - from;
      try {
        await greet(stubbed, `${Date.now()}`);
        times.push(performance.now() - from);
        console.log(`listening after ${listening.toFixed(0)} ms, answered after ${times.at(-1).toFixed(0)} ms`);
      } finally {
        await bot.close();
      }
    }
  } finally {
    stubbed.close();
    await cluster?.stop();
  }
  times.sort((a, b) => a - b);
  const median = times[times.length >> 1];
  console.log(`Cold start to first answer: ${median.toFixed(0)} ms (median of ${times.length}, goal ≤ ${goal}${median <= goal ? '' : ', MISSED'})`);
}
