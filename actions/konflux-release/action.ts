import { defineAction } from "@release-actions/action";
import { openHttp } from "@release-actions/http";
import { openKubernetes } from "@release-actions/konflux/kubernetes";
import { inputs, outputs, readRequest } from "./inputs.ts";

export default defineAction({
  name: "konflux-release",
  description:
    "Releases a commit through Konflux: finds its Snapshot, checks its tests and its ReleasePlan, creates one Release and follows it to completion.",
  inputs,
  outputs,
  permissions: {
    github: {},
    gitlab:
      "None. Konflux: get and list on snapshots, list on releaseplans, get, list, watch and create on releases, of appstudio.redhat.com in the namespace.",
  },
  endpoints: {
    description: ["The Kubernetes API server in server or kubeconfig"],
    origins: ({ server }) => [server],
  },
  services: ["kubernetes", "quay"],
  changes: true,
  async run(context) {
    const { io, signal, clock, host } = context;
    const request = await readRequest(context.inputs, host);
    const [{ applyDecision }, { decideRelease }] = await Promise.all([import("./apply.ts"), import("./plan.ts")]);
    const { access, namespace } = request;
    const { server, authority: authorities } = access;
    const http = openHttp({ io, signal, clock, network: host.network, endpoints: [server], authorities });
    try {
      const kubernetes = openKubernetes({ http, access, namespace });
      const run = { context, kubernetes, request };
      return await applyDecision(run, await decideRelease(run));
    } finally {
      http.close();
    }
  },
});
