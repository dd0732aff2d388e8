// Runs the tests beside this file in Node, as Vite reads their sources: no browser, no further tool.
import { runnerImport } from "vite";

const { module } = await runnerImport(new URL("roundTrip.ts", import.meta.url).pathname, { configFile: false, logLevel: "error" });
const seed = Number(process.argv[2] ?? 1);
const cases = Number(process.argv[3] ?? 400);
console.log(module.run(seed, cases));
