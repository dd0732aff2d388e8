// A private PostgreSQL cluster: a temporary folder, a free port, safe settings (fsync and synchronous_commit on).
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { run, wait } from './processes.mjs';

const home = '/usr/lib/postgresql';

function programs() {
  const versions = existsSync(home) ? readdirSync(home).filter(version => existsSync(join(home, version, 'bin', 'postgres'))) : [];
  return versions.length ? join(home, versions.sort((a, b) => b - a)[0], 'bin') : null;
}

async function install() {
  if (programs()) return programs();
  console.error('Installing PostgreSQL from the distribution\'s packages.');
  await run('apt-get', ['update', '-qq']);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], { env: { DEBIAN_FRONTEND: 'noninteractive' } });
  return programs();
}

function freePort() {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts a cluster. PostgreSQL refuses to run as root: then it runs as the user `postgres`. */
export async function startPostgres() {
  const bin = await install();
  const folder = mkdtempSync(join(tmpdir(), 'spark-bench-pg-'));
  const isRoot = userInfo().uid === 0;
  if (isRoot) chownSync(folder, +execFileSync('id', ['-u', 'postgres']), +execFileSync('id', ['-g', 'postgres']));
  const as = (program, ...args) => isRoot
    ? run('runuser', ['-u', 'postgres', '--', join(bin, program), ...args], { cwd: folder })
    : run(join(bin, program), args, { cwd: folder });
  const data = join(folder, 'data');
  const port = await freePort();
  await as('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8');
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=on -c synchronous_commit=on -c shared_buffers=256MB -c max_connections=200`;
  await as('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start');
  let databases = 0;
  return {
    pid: +readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0],
    port,
    /** Makes an empty database; gives back its connection string. */
    async database() {
      const name = `bench${++databases}`;
      await as('createdb', '-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', name);
      return `Host=127.0.0.1;Port=${port};Username=postgres;Database=${name}`;
    },
    /** Flushes of its log since it was started. Sessions report them once a second, so a last moment's may be missing. */
    async flushes() {
      await wait(1_200);
      return +await this.psql('postgres', 'SELECT wal_sync FROM pg_stat_wal');
    },
    psql: (database, sql) => as('psql', '-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', '-d', database, '-qAt', '-c', sql),
    async stop() {
      await as('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
