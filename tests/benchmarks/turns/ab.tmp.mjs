// node ab.tmp.mjs '{"rounds":2,"seconds":6,"variants":{"base":{},"nopgo":{"env":{"DOTNET_TieredPGO":"0"}},"floor":{"bot":"floor"}}}'
import { measure } from './measure.mjs';
const o = { rounds: 2, seconds: 6, warmupTurns: 15000, ...JSON.parse(process.argv[2]) };
const all = {};
for (let r = 0; r < o.rounds; r++) for (const [n, v] of Object.entries(o.variants)) {
  const m = await measure(v.bot ?? 'spark', null, { workers: 32, conversations: 1000, seconds: o.seconds, warmup: 3, warmupTurns: o.warmupTurns, launch: { env: v.env, spark: v.spark } });
  (all[n] ??= []).push(m);
  console.log(n.padEnd(14), `cpu ${m.cpuPerTurn} warm ${m.cpuPerTurnWithWarmup} tps ${m.turnsPerSecond} p50 ${m.p50} p99 ${m.p99} MB ${m.memory} bytes ${m.bytesPerTurn} err ${m.errors}/${m.wrong} load ${m.load1}`);
}
for (const [n, ms] of Object.entries(all)) { const s = ms.map(m => m.cpuPerTurn).sort((a, b) => a - b); console.log(n.padEnd(14), 'min', s[0], 'med', s[s.length >> 1]); }
