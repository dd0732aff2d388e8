// Flushes a turn, in an extra pass: an observer counts the system calls of the running bot (perf, which is cheap, or else strace).
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from './contenders.mjs';
import { load } from './measure.mjs';
import { start, wait } from './processes.mjs';

const observers = [
  {
    program: '/usr/bin/perf',
    args: (pid, file) => ['stat', '-x', ',', '-e', 'syscalls:sys_enter_fdatasync,syscalls:sys_enter_fsync', '-p', String(pid), '-o', file],
    count: text => [...text.matchAll(/^(\d+),,syscalls:/gm)].reduce((sum, line) => sum + +line[1], 0),
    needs: '/sys/kernel/tracing/events',
  },
  {
    program: '/usr/bin/strace',
    args: (pid, file) => ['-f', '-c', '-e', 'trace=fsync,fdatasync', '-p', String(pid), '-o', file],
    count: text => [...text.matchAll(/^\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+)\s.*(?:fsync|fdatasync)\s*$/gm)].reduce((sum, line) => sum + +line[1], 0),
    needs: '/proc',
  },
];

/** Counts fsync and fdatasync over a short load; null where nothing can count them. */
export async function countFlushes(name, options) {
  const observer = observers.find(candidate => existsSync(candidate.program) && existsSync(candidate.needs));
  if (!observer) return null;
  const file = join(tmpdir(), `spark-bench-flushes-${process.pid}`);
  const bot = await launch(name, {}, options.launch);
  try {
    const watching = start(observer.program, observer.args(bot.pid, file), { cwd: tmpdir(), log: `${file}.log` });
    await wait(1_000);
    const { totalTurns } = await load({ workers: options.workers, conversations: options.conversations, seconds: 5, warmup: 0 });
    watching.signal('SIGINT');
    await watching.ended;
    const flushes = observer.count(readFileSync(file, 'utf8'));
    return { by: observer.program, flushes, turns: totalTurns, perTurn: +(flushes / totalTurns).toFixed(3) };
  } finally {
    await bot.close();
    rmSync(file, { force: true });
    rmSync(`${file}.log`, { force: true });
  }
}
