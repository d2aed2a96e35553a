import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { startGitLab } from "./server.ts";
import type { GitLabSetup } from "./types.ts";

/** `node test/stand-ins/gitlab/main.ts …`: starts the stand-in and prints its addresses as one line of JSON. */

const { values } = parseArgs({
  options: {
    setup: { type: "string" },
    port: { type: "string", default: "0" },
    token: { type: "string", multiple: true, default: [] },
    project: { type: "string", default: "service/app-interface" },
    git: { type: "string" },
    latency: { type: "string", default: "0" },
  },
});

const given = values.setup === undefined ? {} : (JSON.parse(readFileSync(values.setup, "utf8")) as GitLabSetup);
const gitlab = await startGitLab({
  ...given,
  port: Number(values.port),
  latencyMs: given.latencyMs ?? Number(values.latency),
  tokens: [...(given.tokens ?? []), ...values.token],
  projects: given.projects ?? [
    { path: values.project, ...(values.git === undefined ? { files: {} } : { gitDirectory: values.git }) },
  ],
});
const { url, apiUrl, repositories } = gitlab;
console.log(JSON.stringify({ url, apiUrl, repositories, control: `${url}/__control` }));

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void gitlab.close());
}
