import { cp, mkdir } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { appInterfaceTree, writeFiles } from "../../test/worlds/app-interface.ts";
import { ROOT_PATH } from "../root.ts";
import { measureTime, type Case, type Run } from "./measure.ts";
import type { Figure } from "./report.ts";
import { temporaryFolder } from "./worlds.ts";

const SCHEMAS = join(ROOT_PATH, "../shared/data/app-interface");
/** About 10,000 files. */
const APPS = 608;

/** Needs the real schemas next to the checkout; without them there is no figure. */
export async function validationFigures(runs: number): Promise<Figure[]> {
  if (!existsSync(SCHEMAS)) return [];
  const folder = await temporaryFolder();
  const files = appInterfaceTree({ apps: APPS });
  writeFiles(folder.path, files);
  await mkdir(join(folder.path, "qontract-schemas"), { recursive: true });
  for (const part of ["schemas", "graphql-schemas"])
    await cp(join(SCHEMAS, part), join(folder.path, "qontract-schemas", part), { recursive: true });
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
  await folder.remove();
  const what = `appinterface-validate, ${files.size.toLocaleString("en")} files`;
  return [
    {
      what,
      measured: time.get("ours")! / 1000,
      limit: 7,
      unit: "s",
      peers: "qontract-bundler and qontract-validator 0.1.0: 10 s",
    },
  ];
}
