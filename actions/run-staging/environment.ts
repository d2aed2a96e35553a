import { invalid, type Context } from "@release-actions/action";
import { findBuilder, imageVariable, parseBuiltImages, signIn } from "@release-actions/containers";
import { accountOrigins, checkRegistry, placeOf } from "@release-actions/registry";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Inputs } from "./inputs.ts";

/** Of the runner, for its own actions; a step with `run:` does not see them either. */
const RUNNERS_OWN = /^ACTIONS_(?:RUNTIME|CACHE|RESULTS)_/;

/** What the command and the services see: the user's own variables, the images, and an account for pulling them. */
export async function environmentOf({
  inputs,
  host,
  signal,
}: Context<Inputs>): Promise<Readonly<Record<string, string>>> {
  const { registry, username, password } = inputs;
  const own = Object.entries(host.toolEnvironment).filter(([name]) => !RUNNERS_OWN.test(name));
  const images = parseBuiltImages(inputs.images).map(
    ({ name, image, digest }) => [imageVariable(name), `${image}@${digest}`] as const,
  );
  const env = Object.fromEntries([...own, ...images]);
  if (env["GITHUB_OUTPUT"] !== undefined) {
    // The outputs of this step are ours.
    env["GITHUB_OUTPUT"] = join(host.temporary, "outputs");
    writeFileSync(env["GITHUB_OUTPUT"], "");
  }
  if (registry === undefined || username === undefined || password === undefined) return env;
  const here = { cwd: host.workspace, env, signal };
  const account = { registry: hostOf(registry), username, password };
  return await signIn(await findBuilder("auto", here), account, { ...here, temporary: host.temporary });
}

function hostOf(registry: string): string {
  return checkRegistry(registry.split("/", 1)[0]!);
}

/** Where the account is sent. */
export function originsOf(registry: string): string[] {
  try {
    return accountOrigins(placeOf(hostOf(registry), { api: "oci", allowHttp: false }));
  } catch (error) {
    throw invalid(`registry ${(error as Error).message}`);
  }
}
