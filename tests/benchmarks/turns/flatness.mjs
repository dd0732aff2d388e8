// Does a turn cost the same in a full store as in an empty one, in a long conversation as in a short one, beside a full outbox as beside
// an empty one? Each pair is measured in turn, in processes that were warmed alike.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { artifacts, here } from './build.mjs';
import { launch } from './contenders.mjs';
import { load } from './measure.mjs';
import { run } from './processes.mjs';
import { write } from './service-desk.mjs';

const prefix = 'a:conv-stored-';
const database = 'spark.db';
const median = values => [...values].sort((a, b) => a - b)[values.length >> 1];

const questions = { stored: storedConversations, long: longConversations, outbox: fullOutbox };

export async function flatness(options) {
  await run('dotnet', ['build', '-c', 'Release', join(here, 'fill'), '--nologo', '-v', 'q']);
  const bot = write();
  for (const pair of options.pairs) {
    if (!questions[pair]) throw new Error(`There is no pair '${pair}': ${Object.keys(questions).join(', ')}.`);
    await questions[pair](options, bot);
  }
}

function show(what, few, many, pairs) {
  const ratio = median(pairs.map(([a, b]) => b.cpuPerTurn / a.cpuPerTurn));
  console.log(`${what}: ${few} ${median(pairs.map(([a]) => a.cpuPerTurn))} ms a turn, ${many} ${median(pairs.map(([, b]) => b.cpuPerTurn))} ms; `
    + `ratio ${ratio.toFixed(2)}; p99 ${median(pairs.map(([a]) => a.p99))} and ${median(pairs.map(([, b]) => b.p99))} ms; `
    + `bytes ${median(pairs.map(([a]) => a.bytesPerTurn))} and ${median(pairs.map(([, b]) => b.bytesPerTurn))}; `
    + `wrong ${pairs.flat().reduce((sum, pass) => sum + pass.wrong + pass.errors, 0)}`);
}

/** A data folder with one conversation as the product wrote it, copied as often as is asked for. */
async function filled(count, name, bot, options, template) {
  const data = join(options.launch.scratch ?? join(artifacts, 'benchmarks'), `${name}-${count}`);
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  const host = await launch('spark', {}, { ...options.launch, ...bot, data });
  try {
    await template(host);
  } finally {
    await host.close();
  }
  const from = performance.now();
  await run('dotnet', [join(artifacts, 'bin', 'Spark.Benchmarks.Fill', 'release', 'fill.dll'), join(data, database), String(count), prefix]);
  const size = readdirSync(data).filter(file => file.startsWith(database)).reduce((sum, file) => sum + statSync(join(data, file)).size, 0);
  console.log(`${count} conversations filled in ${((performance.now() - from) / 1000).toFixed(0)} s, ${(size / 1e6).toFixed(0)} MB`);
  return data;
}

const tenTurns = () => load({ workers: 1, conversations: 1, turns: 10, runId: `template-${Date.now()}-` });

async function storedConversations(options, bot) {
  const counts = options.isQuick ? [1_000, 20_000] : [1_000, 1_000_000];
  const folders = [];
  for (const count of counts) folders.push(await filled(count, 'stored', bot, options, tenTurns));
  const pairs = [];
  for (let round = 0; round < options.rounds; round++) {
    const pair = [];
    for (const [i, count] of counts.entries()) {
      const host = await launch('spark', {}, { ...options.launch, ...bot, data: folders[i] });
      try {
        // Warmed with conversations of its own; then turns of stored ones, spread over the whole file, each for the first time.
        await load({ workers: 32, conversations: 500, seconds: 1, warmup: options.warmup, warmupTurns: options.warmupTurns });
        pair.push(await load({
          dialog: false, workers: 32, conversations: 1_000, conversationIds: prefix, stride: Math.floor(count / 1_000), turns: options.isQuick ? 4_000 : 20_000, pids: [host.pid],
        }));
      } finally {
        await host.close();
      }
    }
    pairs.push(pair);
  }
  folders.forEach(folder => rmSync(folder, { recursive: true, force: true }));
  show('stored conversations', counts[0], counts[1], pairs);
}

async function longConversations(options, bot) {
  const turns = options.isQuick ? 1_000 : 10_000;
  const host = await launch('spark', {}, { ...options.launch, ...bot });
  try {
    const few = 8;
    // A later load does not know whose question is open.
    const of = (ids, count) => ({ dialog: false, workers: few, conversations: few, conversationIds: ids, turns: few * count, pids: [host.pid] });
    await load({ workers: few, conversations: 200, seconds: 1, warmup: options.warmup, warmupTurns: options.warmupTurns });
    await load(of('a:long-', turns));
    const pairs = [];
    for (let round = 0; round < options.rounds; round++) {
      const short = await load({ ...of(`a:short-${round}-`, 20), conversations: 20 * few, turns: 20 * few * 20 });
      pairs.push([short, await load(of('a:long-', 400))]);
    }
    show('turns of one conversation', 'the first 20', `those after ${turns}`, pairs);
  } finally {
    await host.close();
  }
}

async function fullOutbox(options, bot) {
  const counts = options.isQuick ? [10, 2_000] : [10, 100_000];
  const pairs = [];
  const folders = [];
  for (const count of counts) {
    // The template's last reply is refused for now, and the host is killed with it waiting.
    folders.push(await filled(count, 'waiting', bot, options, async host => {
      await load({ workers: 1, conversations: 1, turns: 1, refuse: 'a:conv-', noReply: true, runId: 'template-' });
      host.signal('SIGKILL');
      await host.ended;
    }));
  }
  for (let round = 0; round < options.rounds; round++) {
    const pair = [];
    for (const [i] of counts.entries()) {
      const data = mkdtempSync(join(options.launch.scratch ?? tmpdir(), 'spark-bench-waiting-'));
      for (const file of readdirSync(folders[i]).filter(file => file.startsWith(database))) copyFileSync(join(folders[i], file), join(data, file));
      const host = await launch('spark', {}, { ...options.launch, ...bot, data });
      try {
        await load({ workers: 32, conversations: 500, seconds: 1, warmup: options.warmup, warmupTurns: options.warmupTurns, refuse: prefix });
        pair.push(await load({ workers: 32, conversations: 1_000, seconds: options.seconds, warmup: 2, refuse: prefix, pids: [host.pid] }));
      } finally {
        await host.close();
        rmSync(data, { recursive: true, force: true });
      }
    }
    pairs.push(pair);
  }
  folders.forEach(folder => rmSync(folder, { recursive: true, force: true }));
  show('replies that wait', counts[0], counts[1], pairs);
}
