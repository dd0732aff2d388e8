#!/usr/bin/env bash
# Where the CPU of a turn goes: samples Spark, or the floor, under load with perf, names compiled methods, and sums them up.
# usage: profile.sh [seconds=15] [spark|floor]; needs perf (linux-perf) and a build (run.mjs --quick makes one).
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-15}
bot=${2:-spark}
root=$(cd ../../.. && pwd)
out=$root/artifacts/benchmarks/profile-$bot
data=$(mktemp -d)
mkdir -p "$out"
command -v perf >/dev/null || { echo "perf is missing: apt-get install linux-perf" >&2; exit 2; }

# Everything is compiled at once and fully: no compiler runs beside the turns, and the map names every method. (What tiers add, inlining
# by profile, is missing: the shares are right, the sum is a little high.) Code pages must not be mapped twice, or perf finds no names.
export DOTNET_PerfMapEnabled=1 DOTNET_TieredCompilation=0 DOTNET_ReadyToRun=0 DOTNET_EnableWriteXorExecute=0
case $bot in
  spark) dotnet "$root/artifacts/bin/Spark.Host/release/spark.dll" run --bots bots --environment environment.yaml --data "$data" \
    --urls http://127.0.0.1:3990 --plugins "$root/artifacts/test-plugins" >"$out/bot.log" 2>&1 & ;;
  floor) (mkdir "$data/data" && cd "$data" && MODE=sqlite SYNC=FULL EV=none CKPT=4000 exec dotnet "$root/artifacts/floor/bin/floor/release/floor.dll") >"$out/bot.log" 2>&1 & ;;
  *) echo "There is no bot '$bot': spark or floor." >&2; exit 2 ;;
esac
pid=$!
trap 'kill $pid 2>/dev/null || true; wait $pid 2>/dev/null || true; rm -rf "$data"' EXIT
for _ in $(seq 600); do (echo >/dev/tcp/127.0.0.1/3990) 2>/dev/null && break; sleep 0.1; done

node load.mjs "{\"pids\":[$pid],\"warmup\":20,\"warmupTurns\":0,\"seconds\":$((seconds + 14))}" >"$out/load.json" &
load=$!
sleep 22
perf record -F 997 -g --call-graph fp -p "$pid" -o "$out/perf.data" -- sleep "$seconds" >"$out/record.log" 2>&1
calls=$(for call in read write lseek pread64 pwrite64 fsync fdatasync futex sched_yield sendmsg sendto recvmsg recvfrom epoll_wait epoll_pwait2 mmap madvise; do
  [ -d "/sys/kernel/tracing/events/syscalls/sys_enter_$call" ] && printf 'syscalls:sys_enter_%s,' "$call"; done || true)
[ -z "$calls" ] || perf stat -x, -e "${calls%,}" -p "$pid" -o "$out/calls.txt" -- sleep 5
wait $load
cat "$out/load.json"
perf script -i "$out/perf.data" -F comm,tid,event,ip,sym,dso 2>/dev/null >"$out/stacks.txt"
node profile.mjs "$out/stacks.txt" "$out/load.json" $([ -z "$calls" ] || echo "$out/calls.txt") | tee "$out/profile.txt"
