import { parseArgs } from "node:util";
import { startJira } from "./server.ts";

/** `node test/stand-ins/jira/main.ts …`: starts a Jira and prints its address as one line of JSON. */

const { values } = parseArgs({
  options: {
    deployment: { type: "string", default: "cloud" },
    email: { type: "string", default: "bot@acme.example" },
    token: { type: "string", default: "t" },
    project: { type: "string", default: "AAP" },
    lag: { type: "string", default: "0" },
    port: { type: "string", default: "0" },
  },
});

const jira = await startJira({
  deployment: values.deployment === "datacenter" ? "datacenter" : "cloud",
  accounts: [{ name: "Release Bot", email: values.email, secret: values.token }],
  projects: [{ key: values.project }],
  searchLagMs: Number(values.lag),
  port: Number(values.port),
});
console.log(JSON.stringify({ url: jira.url, deployment: values.deployment }));

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    console.log(JSON.stringify(jira.state(), undefined, 2));
    void jira.close();
  });
}
