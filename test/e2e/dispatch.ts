/** One of our reusable workflows, started manually in a service's repository and run by act. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { git } from "../repositories.ts";
import { startGitHttp } from "../stand-ins/git-http.ts";
import { act, type ActResult } from "./act.ts";
import { writeThirdPartyActions } from "./checkout.ts";
import { CANARY } from "./environment.ts";
import { released, ROOT } from "./released.ts";

const CHECKOUT = /actions\/checkout@([0-9a-f]{40})/;

export interface Service {
  /** `owner/name` */
  readonly name: string;
  /** Its repository, as a forge holds it. */
  readonly bare: string;
  readonly commit: string;
  readonly secrets: Readonly<Record<string, string>>;
}

/** Runs the caller's `page` as a workflow of the service. */
export type Start = (service: Service, page: string, inputs: Readonly<Record<string, string>>) => Promise<ActResult>;

/** Releases this checkout into `directory`, and gives what starts workflows that use it. */
export async function prepareDispatch(directory: string): Promise<Start> {
  const { tree, tag } = await released(directory);
  const thirdParty = await writeThirdPartyActions(join(directory, "third-party"));
  const [, checkout = ""] =
    CHECKOUT.exec(await readFile(join(tree, ".github/workflows/release-tag.pinned.yml"), "utf8")) ?? [];
  const actions = new Map([
    ["org/release-actions@v1", tree],
    [`org/release-actions@${tag}`, tree],
    [`actions/checkout@${checkout}`, thirdParty.get("actions/checkout") ?? ""],
  ]);
  let runs = 0;
  return async ({ name, bare, commit, secrets }, page, inputs) => {
    const workspace = join(directory, `workspace-${(runs += 1)}`);
    git(directory, ["clone", "--quiet", bare, workspace]);
    await mkdir(join(workspace, ".github/workflows"), { recursive: true });
    await writeFile(join(workspace, ".github/workflows/started.yml"), page);
    const forge = await startGitHttp({ repositories: { [name]: bare }, token: CANARY });
    try {
      const world = {
        apiUrl: forge.url,
        serverUrl: forge.url,
        repository: name,
        commit,
        secrets,
        actions,
        environment: {},
      };
      return await act(world, `${workspace}-act`, workspace, { workflow: "started.yml", inputs });
    } finally {
      await forge.close();
    }
  };
}

/** A caller of examples/github, with the variant of our workflow that act knows. */
export async function exampleCaller(name: string): Promise<string> {
  const page = await readFile(join(ROOT, `examples/github/${name}.yml`), "utf8");
  return page.replace(`/${name}.yml@v1`, `/${name}.pinned.yml@v1`);
}
