// node tests/benchmarks/turns/run.mjs [turns|flatness|coldstart|nodes] [options]: see README.md.
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { listens } from './processes.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: 'spark,floor,botbuilder' },
    pairs: { type: 'string', default: 'stored,long,outbox' },
    store: { type: 'string', default: 'sqlite' },
    bot: { type: 'string', default: 'hello' },
    rounds: { type: 'string' },
    workers: { type: 'string', default: '32' },
    conversations: { type: 'string', default: '1000' },
    seconds: { type: 'string' },
    warmup: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
    'no-flushes': { type: 'boolean', default: false },
    scratch: { type: 'string' },
  },
});

const mode = positionals[0] ?? 'turns';
const options = {
  only: values.only.split(','),
  pairs: values.pairs.split(','),
  store: values.store,
  rounds: +(values.rounds ?? (values.quick ? 1 : 5)),
  workers: +values.workers,
  conversations: +values.conversations,
  seconds: +(values.seconds ?? (values.quick ? 5 : 12)),
  warmup: +(values.warmup ?? (values.quick ? 3 : 5)),
  warmupTurns: values.quick ? 3000 : 15000,
  flushes: !values['no-flushes'],
  isQuick: values.quick,
  launch: { scratch: values.scratch },
};

for (const port of [3990, 4001]) {
  if (await listens(port)) throw new Error(`Port ${port} is taken; the bots use 3990 and the stub connector 4001.`);
}

const built = mode === 'turns' ? options.only : ['spark'];
if (!values['no-build']) await build(built);
if (values.bot === 'service-desk') options.launch = { ...options.launch, ...(await import('./service-desk.mjs')).write() };

switch (mode) {
  case 'turns': await (await import('./rounds.mjs')).rounds(options); break;
  case 'flatness': await (await import('./flatness.mjs')).flatness(options); break;
  case 'coldstart': await (await import('./coldstart.mjs')).coldstart(options); break;
  case 'nodes': await (await import('./nodes.mjs')).nodes(options); break;
  default: throw new Error(`There is no mode '${mode}'.`);
}
