import { spawn } from "node:child_process";
import { chmod, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describedActions } from "./generators/actions.ts";
import { ROOT_PATH } from "./root.ts";

/**
 * Builds the one bundle into a directory: index.js and its chunks by ncc, and a stub for each way in. Stubs are
 * what action.yml and the shell name; all of them load the same index.js.
 */
export async function bundle(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  await ncc(directory);
  await refuseMissingModules(directory);
  await writeFile(join(directory, "cli.js"), `#!/usr/bin/env node\nimport { terminal } from "./index.js";\nawait terminal(process.argv.slice(2));\n`);
  await chmod(join(directory, "cli.js"), 0o755);
  await writeFile(join(directory, "gitlab.js"), `import { gitlab } from "./index.js";\nawait gitlab(process.argv.slice(2));\n`);
  for (const { action } of await describedActions()) {
    await writeFile(join(directory, `${action.name}.js`), `import { github } from "./index.js";\nawait github(${JSON.stringify(action.name)});\n`);
  }
}

async function ncc(directory: string): Promise<void> {
  const script = join(ROOT_PATH, "node_modules/@vercel/ncc/dist/ncc/cli.js");
  const args = [script, "build", "cli/index.ts", "--out", directory, "--license", "licenses.txt", "--transpile-only", "--no-cache", "--quiet"];
  const child = spawn(process.execPath, args, { cwd: ROOT_PATH, stdio: ["ignore", "inherit", "inherit"] });
  const code = await new Promise<number | null>((resolve, reject) => child.once("error", reject).once("exit", resolve));
  if (code !== 0) throw new Error(`ncc ended with ${code}`);
}

/** ncc turns a module that it cannot find into an error at run time; here it is one of the build. */
async function refuseMissingModules(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const [, missing] = /eval\("require"\)\(([^)]*)\)/.exec(await readFile(join(directory, name), "utf8")) ?? [];
    if (missing !== undefined) throw new Error(`${name} needs ${missing}, which is not installed; run npm ci`);
  }
}
