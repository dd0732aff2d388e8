// The bots that are measured: how each is started on a store, in a folder of its own.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { artifacts, here, floor, peer, plugins, spark } from './build.mjs';
import { start, untilListening } from './processes.mjs';

export const port = 3990;

const commands = {
  spark: (folder, store, options) => ({
    program: 'dotnet',
    args: [
      spark, 'run', '--bots', options.bots ?? join(here, 'bots'), '--environment', options.environment ?? join(here, 'environment.yaml'),
      '--data', options.data ?? join(folder, 'data'), '--urls', `http://127.0.0.1:${options.port ?? port}`, '--plugins', options.plugins ?? plugins,
      ...(store.postgres ? ['--database', store.postgres] : []),
    ],
    // The guard does its work, and lets one conversation say as much as a measurement wants.
    env: { Turns__MostASecond: '1000000', Turns__MostAtOnce: '1000000' },
  }),
  // The same host behind the real channel, without authentication.
  teams: (folder, store, options) => commands.spark(folder, store, {
    ...options, environment: join(here, 'teams.environment.yaml'), plugins: join(artifacts, 'plugins'),
  }),
  floor: (folder, store) => ({
    program: 'dotnet',
    args: [floor],
    env: store.postgres
      ? { MODE: 'pg', EV: 'none', PG: `${store.postgres};Max Auto Prepare=50;No Reset On Close=true` }
      : { MODE: 'sqlite', SYNC: 'FULL', EV: 'none', CKPT: '4000' },
  }),
  botbuilder: () => ({ program: 'node', args: [join(peer, 'bot.cjs')] }),
};

/** Starts a contender; `wrap` puts another program (strace, say) in front of it. */
export async function launch(name, store, options = {}) {
  const folder = mkdtempSync(join(options.scratch ?? tmpdir(), `spark-bench-${name}-`));
  mkdirSync(join(folder, 'data'), { recursive: true });
  const { program, args, env } = commands[name](folder, store, options);
  const wrapped = [...(options.wrap ?? []), program, ...args];
  const process = start(wrapped[0], wrapped.slice(1), { cwd: folder, env: { ...env, ...options.env }, log: join(folder, 'log') });
  try {
    await untilListening(process, options.port ?? port);
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
  return { ...process, folder, async close() { await process.stop(); rmSync(folder, { recursive: true, force: true }); } };
}
