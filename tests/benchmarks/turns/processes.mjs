// Starts and ends programs, and reads what the kernel knows of them.
import { spawn } from 'node:child_process';
import { readFileSync, openSync } from 'node:fs';
import { connect } from 'node:net';

export const wait = ms => new Promise(resolve => setTimeout(resolve, ms));

// Nothing that was started outlives us.
const children = new Set();
process.on('exit', () => { for (const child of children) child.kill('SIGKILL'); });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

function keep(child) {
  children.add(child);
  child.on('close', () => children.delete(child));
  return child;
}

/** Runs a program to its end; gives back what it printed. */
export function run(program, args, { cwd, env, quiet = true } = {}) {
  return new Promise((resolve, reject) => {
    const child = keep(spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', quiet ? 'pipe' : 'inherit'] }));
    let output = '', errors = '';
    child.stdout.on('data', data => { output += data; });
    child.stderr?.on('data', data => { errors += data; });
    child.on('error', reject);
    child.on('close', code => code === 0 ? resolve(output) : reject(new Error(`${program} ${args.join(' ')} ended with ${code}\n${output}${errors}`)));
  });
}

/** Starts a program whose output goes to a file. */
export function start(program, args, { cwd, env, log }) {
  const file = openSync(log, 'w');
  const child = keep(spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', file, file] }));
  const ended = new Promise(resolve => child.on('close', code => resolve(code)));
  return {
    pid: child.pid,
    log,
    ended,
    signal: name => child.kill(name),
    async stop() {
      child.kill('SIGTERM');
      const inTime = await Promise.race([ended.then(() => true), wait(15_000).then(() => false)]);
      if (!inTime) child.kill('SIGKILL');
      await ended;
    },
  };
}

/** True when something listens there. */
export function listens(port) {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => { socket.destroy(); resolve(true); });
    socket.on('error', () => resolve(false));
  });
}

/** Waits until a program listens; tells its log when it ends before. */
export async function untilListening(program, port, seconds = 60) {
  let isOver = false;
  program.ended.then(() => { isOver = true; });
  for (let i = 0; i < seconds * 100; i++) {
    if (await listens(port)) return;
    if (isOver) break;
    await wait(10);
  }
  throw new Error(`Nothing listens on ${port}.\n${readFileSync(program.log, 'utf8').slice(-2000)}`);
}

/** Resident memory in MB. */
export function memory(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(+/^VmRSS:\s+(\d+)/m.exec(status)[1] / 1024);
}
