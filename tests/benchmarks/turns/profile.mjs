// Sums up the stacks that perf printed: by area, and by method. Names without a namespace are the floor's. node profile.mjs <stacks.txt> <load.json>
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

// The first frame, from the innermost outwards, that fits a pattern decides whose time a sample is.
const areas = [
  ['just-in-time compilation', /libclrjit|MethodDesc::(?:JitCompile|DoPrestub|PrepareCode)|TieredCompilation|CallCountingManager/],
  ['garbage collection', /gc_heap|GCHeap|libclrgc|SVR::|WKS::|GarbageCollect|gc_alloc|JIT_New|Alloc\(|AllocateObject|AllocateSzArray/],
  ['file reads and writes (kernel)', /ext4_|vfs_write|vfs_read|lseek|filemap_|generic_perform_write|mark_buffer|\b__libc_(?:read|write|pread64|pwrite64)\b/],
  ['SQLite (native)', /e_sqlite3|pcache1|sqlite3/],
  ['state and event JSON', /ConversationJson|EncodedTurn|VariablesConverter|ValueConverter|Conversations\.\w*Json|^Engine::(?:Json|Read|Write)/],
  ['store (managed)', /Spark\.Storage|SQLitePCL|Microsoft\.Data\.Sqlite|Npgsql|^(?:RawSqlite|Writer)\b/],
  ['expressions', /Spark\.Expressions/],
  ['understanding', /Spark\.Understanding/],
  ['engine', /Spark\.Engine|^Engine::/],
  ['test channel (its JSON)', /Spark\.TestPlugins|g__Parse/],
  ['plugin seam', /Spark\.Plugins/],
  ['HTTP out', /System\.Net\.Http|HttpConnection|HttpClient/],
  ['webhook endpoint', /Spark\.Host/],
  ['HTTP in', /Kestrel|Microsoft\.AspNetCore|System\.IO\.Pipelines/],
  ['outbox', /Spark\.Runtime\.Outbox|^Dispatcher\b/],
  ['runtime: turns and intake', /Spark\.Runtime/],
  ['logging', /Serilog|Microsoft\.Extensions\.Logging/],
  ['sockets (event loop, kernel)', /SocketAsyncEngine|SocketAsyncContext|System\.Net\.Sockets|tcp_|inet_|epoll|sock_|softirq/],
  ['timers and cancellation', /TimerQueue|CancellationToken|System\.Threading\.Timer/],
  ['thread pool and waits', /ThreadPool|futex|LowLevelLifoSemaphore|Monitor|WaitHandle|PthreadCond|schedule|SpinWait|TaskScheduler/],
];

const load = JSON.parse(readFileSync(process.argv[3], 'utf8'));
const exclusive = new Map(), inclusive = new Map(), byArea = new Map(), byThread = new Map(), byOurs = new Map(), unnamed = new Map();
let samples = 0;
const add = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
/** "instance void [Assembly] Type::Method(arguments)" becomes "Type::Method"; a native frame keeps its library. */
function tidy(line) {
  const frame = line.replace(/^\s*[0-9a-f]+\s+/, '').replace(/\s*\((?:\/tmp\/perf-\d+\.map|\[JIT\][^)]*|\/memfd:[^)]*)\)\s*$/, '')
    .replace(/\((?:\/[^)]*\/)([^)/]+)\)\s*$/, '($1)').trim();
  const split = frame.indexOf('::');
  if (split < 0 || !frame.includes('] ')) return frame;
  const type = frame.slice(0, split).replace(/^.*\] (?=\S+$)/, '');
  return `${type}::${frame.slice(split + 2).replace(/\(.*$/, '')}`;
}

function take(stack) {
  if (stack.length === 0) return;
  add(byThread, thread);
  samples++;
  add(exclusive, stack[0]);
  for (const frame of new Set(stack)) add(inclusive, frame);
  add(byOurs, stack.find(frame => frame.startsWith('Spark.')) ?? '(none of ours on the stack)');
  let area = stack.some(frame => /do_fsync/.test(frame)) ? 'flush to disk' : 'other';
  find: for (const frame of area === 'other' ? stack : []) {
    for (const [name, pattern] of areas) {
      if (pattern.test(frame)) { area = name; break find; }
    }
  }
  add(byArea, area);
  if (area === 'other') add(unnamed, stack.slice(0, 3).join(' < '));
}

let stack = [], thread = '';
for await (const line of createInterface({ input: createReadStream(process.argv[2]) })) {
  if (line.trim() === '') { take(stack); stack = []; }
  else if (/^\s+[0-9a-f]+ /.test(line)) stack.push(tidy(line));
  else thread = line.replace(/\s+\d+\s+\S+:.*$/, '').trim();
}
take(stack);

const micros = count => (count / samples * load.cpuPerTurn * 1000).toFixed(1).padStart(7);
const share = count => (count / samples * 100).toFixed(1).padStart(5);
const table = (title, map, most) => {
  console.log(`\n${title}\n    µs/turn     %`);
  for (const [name, count] of [...map].sort((a, b) => b[1] - a[1]).slice(0, most)) console.log(`   ${micros(count)}  ${share(count)}  ${name.slice(0, 180)}`);
};

console.log(`${samples} samples; ${load.turnsPerSecond} turns/s at ${(load.cpuPerTurn * 1000).toFixed(0)} µs of CPU a turn (with perf beside it)`);
table('By area (innermost frame that belongs to one)', byArea, 30);
table('By thread', byThread, 15);
table('Methods, exclusive', exclusive, 40);
table('Our innermost method, with all that it calls of others', byOurs, 60);
table('Methods, inclusive (ours)', new Map([...inclusive].filter(([name]) => name.startsWith('Spark.'))), 60);
table('Methods, inclusive (all)', inclusive, 80);
table('Not attributed, innermost frames', unnamed, 15);

// Counted by perf stat beside the same load, where the kernel lets us.
if (process.argv[4]) {
  const counted = readFileSync(process.argv[4], 'utf8');
  const calls = [...counted.matchAll(/^(\d+),,syscalls:sys_enter_(\w+)/gm)].map(([, count, name]) => [name, +count / (load.turnsPerSecond * 5)]);
  console.log('\nSystem calls a turn');
  for (const [name, count] of calls.sort((a, b) => b[1] - a[1])) console.log(`   ${count.toFixed(2).padStart(7)}  ${name}`);
}
