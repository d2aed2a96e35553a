import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { handsOn } from "../../test/kubernetes/hands.ts";
import { controlRelease } from "../../test/stand-ins/konflux-controller/index.ts";
import { startKubernetes, type Stored } from "../../test/stand-ins/kubernetes/index.ts";
import { NAMESPACE, releasePlan, snapshot } from "../../test/worlds/konflux-objects.ts";
import { ncc } from "../bundle.ts";
import { ROOT_PATH } from "../root.ts";
import type { Figure } from "./report.ts";
import { temporaryFolder } from "./worlds.ts";

const RELEASES = 50;
const USERS = [
  { name: "releaser", token: "t" },
  { name: "admin", token: "a" },
];

/** Following many releases in one process: its memory, and how late it reports a phase. */
export async function konfluxFigures(): Promise<Figure[]> {
  const names = Array.from({ length: RELEASES }, (_, at) => `snapshot-${at}`);
  const here = (object: Stored): Stored => ({ ...object, metadata: { ...object.metadata, namespace: NAMESPACE } });
  // Bundled, as the actions are: reading the sources would cost more memory than all the following.
  const folder = await temporaryFolder();
  for (const [name, content] of await ncc(join(ROOT_PATH, "tools/bench/konflux-follow.child.ts")))
    await writeFile(join(folder.path, name), content);
  const kubernetes = await startKubernetes({
    users: USERS,
    objects: { snapshots: names.map((name) => here(snapshot({ name }))), releaseplans: [here(releasePlan())] },
  });
  const inputs = { server: kubernetes.url, token: "t", namespace: NAMESPACE };
  const child = spawn(
    process.execPath,
    ["--no-warnings", join(folder.path, "index.js"), JSON.stringify({ inputs, snapshots: names })],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const changed = new Map<string, number>();
  const late: number[] = [];
  let end: { verdicts: string[]; kilobytes: number } | undefined;
  createInterface({ input: child.stdout }).on("line", (line) => {
    const said = JSON.parse(line) as { snapshot: string; at: number } | NonNullable<typeof end>;
    if ("verdicts" in said) end = said;
    else late.push(said.at - (changed.get(said.snapshot) ?? 0));
  });
  const closed = new Promise((resolve) => child.once("close", resolve));
  while (kubernetes.watches() < RELEASES) await new Promise((resolve) => setTimeout(resolve, 20));
  const hands = handsOn({ url: kubernetes.url, token: "a" }, NAMESPACE);
  for (const step of ["attempt", "succeed"] as const) {
    for (const { metadata, spec } of kubernetes.objects("releases")) {
      changed.set(String(spec?.["snapshot"]), Date.now());
      await controlRelease(hands, metadata.name)[step]();
    }
  }
  await closed;
  await kubernetes.close();
  await folder.remove();
  if (end === undefined || end.verdicts.some((verdict) => verdict !== "done"))
    throw new Error(`not all releases were followed to their end: ${JSON.stringify(end)}`);
  return [
    {
      what: `konflux-release, ${RELEASES} releases followed in one process, peak memory`,
      measured: (end.kilobytes * 1024) / 1e6,
      limit: 120,
      unit: "MB",
      peers: "",
    },
    {
      what: "konflux-release, from a phase's change until it is reported, the longest",
      measured: Math.max(...late) / 1000,
      limit: 1,
      unit: "s",
      peers: "",
    },
  ];
}
