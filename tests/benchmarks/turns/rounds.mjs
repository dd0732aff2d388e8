// Interleaved rounds of all contenders, their medians, and what Spark's goals say of each round's ratios.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { artifacts } from './build.mjs';
import { countFlushes } from './fsyncs.mjs';
import { measure } from './measure.mjs';
import { startPostgres } from './postgres.mjs';

const median = values => {
  const sorted = values.filter(value => value !== null && !Number.isNaN(value)).sort((a, b) => a - b);
  return sorted.length ? sorted[sorted.length >> 1] : NaN;
};

const goals = [
  { what: 'CPU per turn, Spark over floor', peer: 'floor', goal: '≤ 1.4', of: (s, p) => s.cpuPerTurn / p.cpuPerTurn, isMet: ratio => ratio <= 1.4 },
  { what: 'p99, Spark over floor', peer: 'floor', goal: '≤ 1.5', of: (s, p) => s.p99 / p.p99, isMet: ratio => ratio <= 1.5 },
  { what: 'memory, Spark less floor, MB', peer: 'floor', goal: '≤ 40', of: (s, p) => s.memory - p.memory, isMet: difference => difference <= 40 },
  { what: 'CPU per turn, Spark over Bot Builder', peer: 'botbuilder', goal: '≤ 0.2', of: (s, p) => s.cpuPerTurn / p.cpuPerTurn, isMet: ratio => ratio <= 0.2 },
  { what: 'turns/s, Spark over Bot Builder', peer: 'botbuilder', goal: '≥ 4', of: (s, p) => s.turnsPerSecond / p.turnsPerSecond, isMet: ratio => ratio >= 4 },
];

const columns = [
  ['turns/s', 'turnsPerSecond'], ['p50 ms', 'p50'], ['p99 ms', 'p99'], ['CPU ms/turn', 'cpuPerTurn'], ['server CPU', 'serverCpuPerTurn'],
  ['bytes/turn', 'bytesPerTurn'], ['flushes/turn', 'flushesPerTurn'], ['MB', 'memory'], ['errors', 'errors'], ['wrong', 'wrong'],
];

export async function rounds(options) {
  const cluster = options.store === 'postgres' ? await startPostgres() : null;
  const passes = [];
  try {
    for (let round = 0; round < options.rounds; round++) {
      // Who goes first changes, so that a machine that gets busier favours nobody.
      const order = options.only.map((_, i) => options.only[(i + round) % options.only.length]);
      for (const name of order) {
        const pass = { round, ...await measure(name, cluster, options) };
        passes.push(pass);
        console.log(`round ${round + 1} ${name.padEnd(10)} ${columns.map(([title, key]) => `${title} ${pass[key] ?? '-'}`).join(', ')}, load ${pass.load1}${pass.isWarm ? '' : ', NOT WARM'}`);
      }
    }
  } finally {
    await cluster?.stop();
  }

  const flushes = {};
  if (!cluster && options.flushes) {
    for (const name of options.only.filter(name => name !== 'botbuilder')) flushes[name] = await countFlushes(name, options);
  }

  report(passes, flushes, options);
}

function report(passes, flushes, options) {
  const of = (name, round) => passes.find(pass => pass.name === name && pass.round === round);
  const medians = Object.fromEntries(options.only.map(name => [name, Object.fromEntries(
    columns.map(([, key]) => [key, median(passes.filter(pass => pass.name === name).map(pass => pass[key]))]))]));
  console.log(`\nMedians of ${options.rounds} rounds`);
  console.log(['', ...columns.map(([title]) => title)].join(' | '));
  for (const name of options.only) console.log([name, ...columns.map(([, key]) => Number.isNaN(medians[name][key]) ? '-' : medians[name][key])].join(' | '));

  const ratios = [];
  if (options.only.includes('spark')) {
    console.log('\nRatios, round by round');
    for (const { what, peer, goal, of: compare, isMet } of goals.filter(goal => options.only.includes(goal.peer))) {
      const values = [...Array(options.rounds).keys()].map(round => +compare(of('spark', round), of(peer, round)).toFixed(2));
      const middle = median(values);
      ratios.push({ what, goal, values, median: middle, isMet: isMet(middle) });
      console.log(`${what}: ${middle} (goal ${goal}${isMet(middle) ? '' : ', MISSED'}); rounds ${values.join(' ')}`);
    }
  }

  for (const [name, counted] of Object.entries(flushes)) {
    console.log(counted ? `flushes per turn, ${name}: ${counted.perTurn} (${counted.flushes} in ${counted.turns} turns)` : 'flushes: neither perf nor strace here');
  }

  const folder = join(artifacts, 'benchmarks');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'turns.json'), JSON.stringify({ options, passes, medians, ratios, flushes }, null, 2));
}
