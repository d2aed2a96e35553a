import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { startForge } from "./server.ts";
import type { ForgeSetup } from "./types.ts";

/** `node test/stand-ins/forge/main.ts …`: starts the forge and prints its addresses as one line of JSON. */

const { values } = parseArgs({
  options: {
    setup: { type: "string" },
    port: { type: "string", default: "0" },
    token: { type: "string", multiple: true, default: [] },
    "read-token": { type: "string", multiple: true, default: [] },
    "job-token": { type: "string", multiple: true, default: [] },
    repository: { type: "string", default: "acme/app" },
    git: { type: "string" },
    immutable: { type: "boolean", default: false },
    state: { type: "string" },
    latency: { type: "string", default: "0" },
  },
});

const given = values.setup === undefined ? {} : (JSON.parse(readFileSync(values.setup, "utf8")) as ForgeSetup);
const setup: ForgeSetup = {
  ...given,
  port: Number(values.port),
  latencyMs: given.latencyMs ?? Number(values.latency),
  tokens: [
    ...(given.tokens ?? []),
    ...values.token,
    ...values["read-token"].map((value) => ({ value, contents: "read" as const })),
    ...values["job-token"].map((value) => ({ value, kind: "job" as const, protectedTags: true })),
  ],
  repositories: given.repositories ?? [
    {
      path: values.repository,
      immutableReleases: values.immutable,
      ...(values.git === undefined ? {} : { gitDirectory: values.git }),
    },
  ],
};
if (values.state !== undefined) setup.stateFile = values.state;

const forge = await startForge(setup);
const { github, gitlab } = forge;
console.log(JSON.stringify({ github, gitlab, control: `${github.apiUrl}/__control` }));

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void forge.close());
}
