/**
 * Runs actions of the built dist/ one after another in this process, as one host: [dist, host, jobs, results].
 * A job may have something swapped in the moment before a path is opened: after every check, and nothing is timed.
 */
const fs = require("node:fs");
const { dirname, join } = require("node:path");

const [dist, host, jobsFile, resultsFile] = process.argv.slice(2);
const jobs = JSON.parse(fs.readFileSync(jobsFile, "utf8"));
const results = [];
const own = {
  env: { ...process.env },
  exit: process.exit,
  openSync: fs.openSync,
  open: fs.promises.open,
  writeSync: fs.writeSync,
};
let said = "";
let swap;

fs.writeSync = (file, data, ...rest) => {
  if (file !== 1 && file !== 2) return own.writeSync(file, data, ...rest);
  said += data.toString();
  return Buffer.byteLength(data);
};
// After an action ends, its process normally lingers for a second; here the next action starts.
process.exit = () => undefined;
process.setMaxListeners(0);

function namedBy(path) {
  return String(path).replace(/^\/proc\/self\/fd\/\d+/, (descriptor) => fs.readlinkSync(descriptor));
}

/** Renames, in order, before one of the paths is opened for the nth time. */
function beforeOpen(path) {
  if (swap === undefined || !swap.triggers.includes(namedBy(path)) || (swap.turn -= 1) > 0) return;
  const { moves } = swap;
  swap = undefined;
  for (const [from, to] of moves) fs.renameSync(from, to);
}
fs.openSync = (path, ...rest) => (beforeOpen(path), own.openSync(path, ...rest));
fs.promises.open = (path, ...rest) => (beforeOpen(path), own.open(path, ...rest));

async function main() {
  for (const job of jobs) {
    for (const name of Object.keys(process.env)) if (!(name in own.env)) delete process.env[name];
    Object.assign(process.env, job.env);
    for (const [name, text] of Object.entries(job.files ?? {})) {
      fs.mkdirSync(dirname(name), { recursive: true });
      fs.writeFileSync(name, text);
    }
    said = "";
    process.exitCode = undefined;
    swap = job.swap && { ...job.swap };
    const entries = require(join(dist, "index.js"));
    await (host === "github" ? entries.github(job.action) : entries[host]([job.action, ...job.flags]));
    const isSwapped = job.swap !== undefined && swap === undefined;
    swap = undefined;
    if (isSwapped) for (const [from, to] of job.swap.moves.toReversed()) fs.renameSync(to, from);
    results.push({ code: process.exitCode, said, isSwapped });
  }
  fs.writeFileSync(resultsFile, JSON.stringify(results));
  own.exit.call(process, 0);
}
main().catch((error) => {
  own.writeSync(2, `${error.stack}\n`);
  own.exit.call(process, 70);
});
