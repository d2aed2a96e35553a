import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "./bundle.ts";
import { generatedFiles } from "./generators/files.ts";
import { ROOT_PATH } from "./root.ts";

/** Fails when a generated file or dist/ is not what its sources produce, or a dependency has no reason. */
const stale = [...(await staleGenerated()), ...(await staleBundle())];
const unexplained = await unexplainedDependencies();
for (const path of stale) console.error(`stale: ${path}`);
for (const name of unexplained) console.error(`no line in docs/dependencies.md: ${name}`);
if (stale.length > 0) console.error("Run `npm run generate && npm run build` and commit the result.");
if (stale.length + unexplained.length > 0) process.exit(1);
console.log("Generated files and dist/ are fresh; every dependency has its reason.");

async function unexplainedDependencies(): Promise<string[]> {
  const page = (await read(join(ROOT_PATH, "docs/dependencies.md"))) ?? "";
  const packages = (await readdir(join(ROOT_PATH, "packages"))).map((name) => `packages/${name}/package.json`);
  const names = new Set<string>();
  for (const file of ["package.json", ...packages]) {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(
      (await read(join(ROOT_PATH, file))) ?? "{}",
    ) as Record<string, Record<string, string>>;
    for (const name of [...Object.keys(dependencies), ...Object.keys(devDependencies)]) names.add(name);
  }
  const explained = (name: string) =>
    name.startsWith("@release-actions/") || page.includes(`\`${name.replace(/^@types\/.*/, "@types/*")}\``);
  return [...names].filter((name) => !explained(name));
}

async function staleGenerated(): Promise<string[]> {
  const found: string[] = [];
  for (const [path, content] of await generatedFiles()) {
    if ((await read(join(ROOT_PATH, path), "utf8")) !== content) found.push(path);
  }
  return found;
}

async function staleBundle(): Promise<string[]> {
  const fresh = await mkdtemp(join(tmpdir(), "release-actions-dist-"));
  try {
    await bundle(fresh);
    const names = new Set([...(await files(fresh)), ...(await files(join(ROOT_PATH, "dist")))]);
    const compared = await Promise.all(
      [...names].map(async (name) =>
        (await read(join(fresh, name))) === (await read(join(ROOT_PATH, "dist", name))) ? [] : [`dist/${name}`],
      ),
    );
    return compared.flat();
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function files(directory: string): Promise<string[]> {
  return await readdir(directory).catch(() => []);
}

async function read(path: string, encoding: "latin1" | "utf8" = "latin1"): Promise<string | undefined> {
  return await readFile(path, encoding).catch(() => undefined);
}
