import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT_PATH } from "./root.ts";

/**
 * `npm run fuzz [runs]`: every test file that has a property, with many more cases (10,000 each by default, a
 * hundred times as many for the log). fast-check prints the seed and the smallest case of a failure.
 */
const runs = Number(process.argv[2] ?? 10_000);
const files: string[] = [];
for (const folder of ["actions", "packages", "test"]) {
  for (const file of await readdir(join(ROOT_PATH, folder), { recursive: true })) {
    const path = join(folder, file);
    if (file.endsWith(".test.ts") && /fast-check/.test(await readFile(join(ROOT_PATH, path), "utf8"))) files.push(path);
  }
}
console.log(`${runs.toLocaleString("en")} cases for each property of ${files.length} files`);
const jest = [
  "--experimental-vm-modules",
  "--no-warnings",
  "node_modules/jest/bin/jest.js",
  "--testTimeout=3600000",
  ...files,
];
const child = spawn(process.execPath, jest, {
  cwd: ROOT_PATH,
  stdio: "inherit",
  env: { ...process.env, PROPERTY_RUNS: String(runs), LOG_SAFE_CASES: String(runs * 100) },
});
child.once("exit", (code) => process.exit(code ?? 1));
