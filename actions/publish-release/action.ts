import { defineAction } from "@release-actions/action";
import type { Context } from "@release-actions/action";
import { openForge } from "@release-actions/forge";
import type { Forge } from "@release-actions/forge";
import { openHttp } from "@release-actions/http";
import { inputs, outputs } from "./inputs.ts";
import type { Inputs, Outputs } from "./inputs.ts";
import { planRelease, resolveRelease } from "./plan.ts";
import { packageKey } from "./release-tag.ts";
import type { ReleaseTag } from "./release-tag.ts";
import { targetOrigins } from "./release-target.ts";
import { planBlocks, printPlan, releaseBlocks } from "./report.ts";

export default defineAction({
  name: "publish-release",
  description: "Publishes the release of a tag on GitHub or GitLab, with its notes and files, exactly once.",
  inputs,
  outputs,
  permissions: {
    github: { contents: "write" },
    gitlab:
      "The job token is enough. For a protected tag, whoever starts the pipeline must be allowed to create that tag.",
  },
  services: ["github", "gitlab"],
  endpoints: {
    description: ["The forge's REST API", "GitHub: the upload service named in the release (uploads.github.com)"],
    origins: targetOrigins,
    // The upload service may receive what the API may, once the API's response names it.
    credentials: (given, host) => targetOrigins(given, host).slice(0, 1),
  },
  changes: true,
  async run(context) {
    const { inputs: given, io, signal, clock, host, endpoints } = context;
    const { tag, target } = await resolveRelease(context);
    const { network } = host;
    const { allowHttp } = given;
    const http = openHttp({ io, signal, clock, network, endpoints, allowHttp, connections: CONNECTIONS });
    try {
      const key = packageKey(tag, target.repository);
      const token = given.token as string;
      const forge = openForge(target.forge, { ...target, http, token, package: key, signal, clock });
      return await publish(context, tag, forge);
    } finally {
      http.close();
    }
  },
});

/** Six files are sent at once, while something is read. */
const CONNECTIONS = 8;

async function publish(context: Context<Inputs>, tag: ReleaseTag, forge: Forge): Promise<Outputs> {
  const { inputs: given, io, journal } = context;
  const { request, survey, plan, notices } = await planRelease(context, tag, forge);
  printPlan(io, plan);
  for (const notice of notices) io.notice(notice);
  if (given.dryRun) {
    if (given.summary) io.summary(...planBlocks(request.tag, plan));
    const urlOf = (name: string) => forge.assetUrl(request.tag, name);
    const assets = request.assets.map(({ name, size, sha256 }) => ({ name, size, sha256, url: urlOf(name) }));
    const verdict = plan.writes.length === 0 ? "unchanged" : "passed";
    return { verdict, url: plan.url, assets, created: false, changed: false };
  }
  journal.intend(plan.writes.map(({ what }) => what));
  if (plan.writes.length > 0)
    journal.next("Run this job again: it looks up what exists and does only what is missing.");
  const published = await forge.publish(request, survey, journal);
  const { url, id, assets, created, changed } = published;
  if (given.summary) io.summary(...releaseBlocks(request.tag, published, notices));
  io.info(`${changed ? "published" : "unchanged"}: ${url}`);
  return { verdict: changed ? "done" : "unchanged", url, id, assets, created, changed };
}
