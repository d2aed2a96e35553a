import { parseArgs } from "node:util";
import { handsOn } from "../../kubernetes/hands.ts";
import { releasePlan, snapshot } from "../../worlds/konflux-objects.ts";
import { controlRelease } from "../konflux-controller/index.ts";
import { startKubernetes } from "./server.ts";

/** `node test/stand-ins/kubernetes/main.ts …`: starts a cluster and prints its address as one line of JSON. */

const { values } = parseArgs({
  options: {
    namespace: { type: "string", default: "aap-aa-tenant" },
    token: { type: "string", default: "t" },
    port: { type: "string", default: "0" },
  },
});

const admin = "admin";
const kubernetes = await startKubernetes({
  users: [
    { name: "releaser", token: values.token },
    { name: admin, token: admin },
  ],
  port: Number(values.port),
});
const hands = handsOn({ url: kubernetes.url, token: admin }, values.namespace);
await hands.make("snapshots", snapshot());
await hands.make("releaseplans", releasePlan());
console.log(
  JSON.stringify({
    url: kubernetes.url,
    token: values.token,
    namespace: values.namespace,
    snapshot: snapshot().metadata.name,
  }),
);

const seen = new Set<string>();
const looking = setInterval(() => {
  for (const { metadata } of kubernetes.objects("releases")) {
    if (seen.has(metadata.name)) continue;
    seen.add(metadata.name);
    const controller = controlRelease(hands, metadata.name);
    void controller
      .begin()
      .then(() => controller.attempt())
      .then(() => controller.attemptEnds("Succeeded"))
      .then(() => controller.succeed());
  }
}, 200);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    clearInterval(looking);
    console.log(JSON.stringify(kubernetes.objects("releases"), undefined, 2));
    void kubernetes.close();
  });
}
