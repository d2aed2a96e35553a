import { undecided, unknown } from "@release-actions/action";
import type { Clock, Journal } from "@release-actions/action";
import { inParallel } from "@release-actions/http";
import { afterWrites } from "../outcomes.ts";
import type { Published, ReleaseRequest } from "../types.ts";
import { STARTER_LOOKS } from "./release-requests.ts";
import type { GitHubRequests } from "./release-requests.ts";
import {
  deletedDraft,
  gitHubSteps,
  replacedAsset,
  describeAsset,
  describeDraft,
  describeFinish,
} from "./release-plan.ts";
import type { GitHubSteps, GitHubSurvey } from "./release-plan.ts";
import { byId, holds, isOwnDraft, storedAsset } from "./release.ts";
import type { GitHubRelease } from "./schema.ts";

export interface GitHubRun {
  readonly github: GitHubRequests;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly request: ReleaseRequest;
  readonly journal: Journal;
}

const UPLOADS_AT_ONCE = 6;
const ROUNDS = 4;
const LOOK_EVERY = 1_000;
/** Milliseconds without any progress after which the run that was ahead of this one counts as dead. */
const FOLLOW_PATIENCE = 20_000;

/** Another run is ahead: this one starts over from what it finds then. */
const STEPPED_BACK = Symbol("stepped back");

/**
 * Draft, files, publish: each step only after the one before is certain. Where two runs meet, the draft with the
 * lower id stays; the other run deletes its own and follows.
 */
export async function publishOnGitHub(run: GitHubRun, survey: GitHubSurvey): Promise<Published> {
  const tally: Tally = { done: [] };
  let found = survey;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const steps = gitHubSteps(run.request, found);
    const release = await afterWrites(carryOut(run, found, steps, tally), tally.done);
    if (release !== STEPPED_BACK) return publishedAs(run, release, steps, tally);
    found = await run.github.survey(run.request.tag);
  }
  throw undecided(`other runs keep publishing ${run.request.tag} at the same time`, {
    remedy: "Let one of them finish, then run again.",
  });
}

interface Tally {
  readonly done: string[];
}

async function carryOut(
  run: GitHubRun,
  survey: GitHubSurvey,
  steps: GitHubSteps,
  tally: Tally,
): Promise<GitHubRelease | typeof STEPPED_BACK> {
  const { github, request } = run;
  const note = (what: string, url?: string) => {
    tally.done.push(what);
    run.journal.made(what, url);
  };
  const cleaned = inParallel(UPLOADS_AT_ONCE, steps.duplicates, async (draft) => {
    await github.deleteDraft(request.tag, draft);
    note(deletedDraft(draft));
  });
  const [base] = await Promise.all([
    steps.base === undefined ? newDraft(run, steps, note) : { release: steps.base, attempts: 0 },
    cleaned,
  ]);
  const { release } = base;
  if (steps.base !== undefined && (await someoneElseUploads(run, steps))) return STEPPED_BACK;
  const isNew = steps.base === undefined;
  const uploads = uploadAll(run, steps, release, note);
  const [ahead] = await Promise.all([
    isNew ? runAhead(run, survey, release) : undefined,
    uploads.catch(() => undefined),
  ]);
  if (ahead !== undefined) {
    await github.deleteDraft(request.tag, release);
    await follow(run, ahead, base.attempts > 1 ? 0 : FOLLOW_PATIENCE);
    return STEPPED_BACK;
  }
  await uploads;
  if (steps.finish === undefined)
    return steps.uploads.length === 0 ? release : ((await github.release(release.id)) ?? release);

  const finished = await github.finish(request.tag, release, steps.fields, steps.finish);
  if (finished === "taken") return STEPPED_BACK;
  note(describeFinish(request.tag, steps.finish), finished.html_url);
  return finished;
}

async function newDraft(run: GitHubRun, steps: GitHubSteps, note: (what: string, url?: string) => void) {
  const { value, attempts } = await run.github.createDraft(run.request.tag, steps.fields);
  note(describeDraft(run.request.tag), value.html_url);
  return { release: value, attempts };
}

async function uploadAll(
  run: GitHubRun,
  steps: GitHubSteps,
  release: GitHubRelease,
  note: (what: string) => void,
): Promise<void> {
  await inParallel(UPLOADS_AT_ONCE, steps.stale, async (asset) => {
    await run.github.deleteAsset(release, asset);
    note(replacedAsset(asset));
  });
  await inParallel(UPLOADS_AT_ONCE, steps.uploads, async (asset) => {
    await run.github.upload(release, asset, () => run.clock.sleep(LOOK_EVERY, run.signal));
    note(describeAsset(asset));
  });
}

/** The release that a parallel run made first: a draft with a lower id, or one that is published already. */
async function runAhead(run: GitHubRun, survey: GitHubSurvey, own: GitHubRelease): Promise<GitHubRelease | undefined> {
  const others = (await run.github.list()).filter(
    (release) => release.id !== own.id && release.tag_name === survey.tag,
  );
  const published = others.find((release) => !release.draft);
  return (
    published ??
    others
      .filter((release) => isOwnDraft(release, survey.tag, survey.marker) && byId(release, own) < 0)
      .toSorted(byId)[0]
  );
}

/** An unfinished file in a draft of ours is a dead run's, or a living one's: that shows within a few looks. */
async function someoneElseUploads(run: GitHubRun, steps: GitHubSteps): Promise<boolean> {
  const unfinished = steps.stale.filter((asset) => asset.state !== "uploaded");
  if (steps.base === undefined || unfinished.length === 0) return false;
  for (let look = 1; look < STARTER_LOOKS; look += 1) {
    await run.clock.sleep(LOOK_EVERY, run.signal);
    const now = await run.github.release(steps.base.id);
    const states = new Map(now?.assets.map((asset) => [asset.id, asset.state]));
    if (unfinished.some((asset) => states.get(asset.id) !== asset.state)) return true;
  }
  return false;
}

/** Waits until the run ahead has published, has given up, or shows no progress any more. */
async function follow(run: GitHubRun, ahead: GitHubRelease, patience: number): Promise<void> {
  let seen = "";
  let since = run.clock.monotonic();
  while (run.clock.monotonic() - since < patience) {
    const now = await run.github.release(ahead.id);
    if (now === undefined || !now.draft) return;
    const state = now.assets.map((asset) => `${asset.id} ${asset.state}`).join("\n");
    if (state !== seen) since = run.clock.monotonic();
    seen = state;
    await run.clock.sleep(LOOK_EVERY, run.signal);
  }
}

function publishedAs(run: GitHubRun, release: GitHubRelease, steps: GitHubSteps, tally: Tally): Published {
  const assets = run.request.assets.map((asset) => {
    const stored = storedAsset(release.assets, asset);
    if (stored === undefined || !holds(stored, asset)) {
      throw unknown(`${release.html_url} does not show the file ${asset.name} as it was sent`, {
        remedy: "Run again: it compares every file's digest and sends what is missing.",
        exists: [release.html_url],
      });
    }
    return { name: stored.name, size: stored.size, sha256: asset.sha256, url: stored.browser_download_url };
  });
  const created = steps.base === undefined || steps.finish === "publish";
  return {
    id: release.id,
    title: release.name ?? release.tag_name,
    url: release.html_url,
    assets,
    created,
    changed: tally.done.length > 0,
    done: tally.done,
    notices: steps.notices,
  };
}
