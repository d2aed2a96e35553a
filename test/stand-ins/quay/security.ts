import { problem } from "./api-replies.ts";
import { isTrue } from "./api-tags.ts";
import { clairReport, type Feature } from "./clair.ts";
import { type Answer, type Exchange, json } from "./exchange.ts";
import type { Manifest } from "./image.ts";
import type { Repository, Scan } from "./store.ts";
import type { SecuritySetup } from "./types.ts";

/**
 * `…/manifest/<digest>/security`. Only images are ever scanned: an index stays `queued`, other artifacts are
 * `unsupported`. A dead manifest still has its report. Without `vulnerabilities=true` a report shows none.
 */
export function answerSecurity({ store, url, origin }: Exchange, repository: Repository, digest: string): Answer {
  const manifest = repository.manifests.get(digest);
  if (manifest === undefined) return problem("not_found", "Not Found", origin);
  const scan = store.scans.get(digest);
  const setup = scan === undefined ? defaultOf(manifest) : reached(scan, store.now());
  if ("raw" in setup) {
    if (typeof setup.raw !== "string") return json(200, setup.raw);
    return { status: 200, headers: { "content-type": "application/json" }, body: setup.raw };
  }
  const { status } = setup;
  const data = setup.data ?? (status === "scanned" ? clairReport().data : null);
  return json(200, { status, data: isTrue(url.searchParams.get("vulnerabilities")) ? data : withoutFindings(data) });
}

function defaultOf({ kind }: Manifest): SecuritySetup {
  return { status: kind === "image" ? "scanned" : kind === "index" ? "queued" : "unsupported" };
}

/** What the scanner has come to by now, after this answer too. */
function reached(scan: Scan, now: number): SecuritySetup {
  scan.answered += 1;
  const { setup } = scan;
  if ("raw" in setup) return setup;
  const waits = scan.answered <= (setup.polls ?? 0) || now - scan.since < (setup.queuedFor ?? 0);
  if (waits) return { status: "queued" };
  const isStep = setup.polls !== undefined || setup.queuedFor !== undefined;
  if (setup.then === undefined || !isStep) return setup;
  Object.assign(scan, { setup: setup.then, since: now, answered: 0 });
  return reached(scan, now);
}

function withoutFindings(data: unknown): unknown {
  const layer = (data as { Layer?: { Features?: Feature[] } } | null)?.Layer;
  if (layer?.Features === undefined) return data;
  const features = layer.Features.map((feature) => ({ ...feature, BaseScores: [], CVEIds: [], Vulnerabilities: [] }));
  return { Layer: { ...layer, Features: features } };
}
