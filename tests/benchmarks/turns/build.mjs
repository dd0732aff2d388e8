// Builds what is measured: Spark and the test plugins, the floor, and Bot Builder's packages.
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './processes.mjs';

export const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, '..', '..', '..');
export const artifacts = join(root, 'artifacts');
export const spark = join(artifacts, 'bin', 'Spark.Host', 'release', 'spark.dll');
export const floor = join(artifacts, 'floor', 'bin', 'floor', 'release', 'floor.dll');
export const peer = join(artifacts, 'peer-botbuilder');
export const plugins = join(artifacts, 'test-plugins');

const quietly = { env: { DOTNET_CLI_TELEMETRY_OPTOUT: '1', DOTNET_NOLOGO: '1' } };
const release = project => run('dotnet', ['build', '-c', 'Release', project, '--nologo', '-v', 'q'], quietly);

export async function build(names) {
  if (names.includes('spark') || names.includes('teams')) {
    await release(join(root, 'core', 'Spark.Host'));
    await release(join(root, 'tests', 'test-plugins', 'wire'));
  }
  if (names.includes('floor')) await release(join(here, 'floor'));
  if (names.includes('botbuilder')) await installPeer();
}

async function installPeer() {
  mkdirSync(peer, { recursive: true });
  for (const file of readdirSync(join(here, 'botbuilder'))) copyFileSync(join(here, 'botbuilder', file), join(peer, file));
  if (!existsSync(join(peer, 'node_modules', 'botbuilder-dialogs'))) {
    await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: peer });
  }
}
