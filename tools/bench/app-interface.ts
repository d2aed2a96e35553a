import { execFile } from "node:child_process";
import { cp, mkdir } from "node:fs/promises";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { appInterfaceTree, writeFiles } from "../../test/worlds/app-interface.ts";
import { ROOT_PATH } from "../root.ts";
import { measureTime, type Case, type Run } from "./measure.ts";
import type { Figure } from "./report.ts";
import { temporaryFolder } from "./worlds.ts";

const SCHEMAS = join(ROOT_PATH, "../shared/data/app-interface");
/** About 10,000 files. */
const APPS = 608;

/** Needs the real schemas beside the checkout; without them there is no figure. */
export async function validationFigures(runs: number): Promise<Figure[]> {
  if (!existsSync(SCHEMAS)) return [];
  const folder = await temporaryFolder();
  const files = appInterfaceTree({ apps: APPS });
  writeFiles(folder.path, files);
  await mkdir(join(folder.path, "qontract-schemas"), { recursive: true });
  for (const part of ["schemas", "graphql-schemas"]) await cp(join(SCHEMAS, part), join(folder.path, "qontract-schemas", part), { recursive: true });
  const valid = ({ exitCode, stdout }: Run) => {
    if (exitCode !== 0) throw new Error(`expected exit code 0, saw ${exitCode}: ${stdout.slice(-1_000)}`);
  };
  const ours: Case = {
    name: "ours",
    args: [join(ROOT_PATH, "dist/appinterface-validate.js")],
    env: { GITHUB_WORKSPACE: folder.path, INPUT_SCHEMAS: "qontract-schemas/schemas" },
    verify: valid,
  };
  const time = await measureTime([ours], Math.min(runs, 5));
  const reference = await referenceSeconds(folder.path);
  await folder.remove();
  const seconds = time.get("ours")! / 1000;
  const what = `appinterface-validate, ${files.size.toLocaleString("en")} files`;
  return [
    { what, measured: seconds, limit: 15, unit: "s", peers: "" },
    ...(reference === undefined ? [] : [{ what: "the same, against qontract-bundler and qontract-validator 0.1.0", measured: seconds / reference, limit: 1, unit: "× its time", peers: `${reference.toFixed(1)} s` } as const]),
  ];
}

/** One run of what app-interface itself uses, on the same tree; undefined where it is not installed (.ci/run installs it). */
async function referenceSeconds(tree: string): Promise<number | undefined> {
  const bin = join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "release-actions-ci/qontract-validator-0.1.0/bin");
  if (!existsSync(join(bin, "qontract-validator"))) return undefined;
  const schemas = join(tree, "qontract-schemas");
  const bundle = [join(schemas, "schemas"), join(schemas, "graphql-schemas/schema.yml"), join(tree, "data"), join(tree, "resources"), "0".repeat(40), "0"];
  const start = performance.now();
  const script = '"$0/python" "$0/qontract-bundler" "${@:2}" > "$1/bundle.json" && "$0/python" "$0/qontract-validator" --only-errors "$1/bundle.json" > "$1/results.json"';
  await promisify(execFile)("bash", ["-c", script, bin, tree, ...bundle], { env: { PATH: `${bin}:${process.env["PATH"] ?? ""}` } });
  return (performance.now() - start) / 1000;
}
