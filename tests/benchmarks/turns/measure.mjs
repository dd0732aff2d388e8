// One pass: a bot on an empty store, loaded; what the load saw and what the bot used.
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { here } from './build.mjs';
import { launch } from './contenders.mjs';
import { memory, run } from './processes.mjs';

/** Loads what listens; gives back the load's figures. */
export async function load(options) {
  return JSON.parse(await run('node', [join(here, 'load.mjs'), JSON.stringify(options)], { quiet: false }));
}

/** Measures one contender once. */
export async function measure(name, cluster, options) {
  const store = cluster && name !== 'botbuilder' ? { postgres: await cluster.database() } : {};
  const bot = await launch(name, store, options.launch);
  try {
    const idle = memory(bot.pid);
    const flushesBefore = store.postgres ? await cluster.flushes() : 0;
    const figures = await load({
      workers: options.workers, conversations: options.conversations, seconds: options.seconds, warmup: options.warmup, warmupTurns: options.warmupTurns / (name === 'botbuilder' ? 10 : 1),
      pids: [bot.pid], serverPid: store.postgres ? cluster.pid : 0,
    });
    const flushesPerTurn = store.postgres ? +((await cluster.flushes() - flushesBefore) / figures.totalTurns).toFixed(3) : null;
    const load1 = +readFileSync('/proc/loadavg', 'utf8').split(' ')[0];
    return { name, ...figures, flushesPerTurn, idleMemory: idle, memory: memory(bot.pid), load1 };
  } finally {
    await bot.close();
  }
}
