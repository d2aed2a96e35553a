import { type Answer, json } from "./exchange.ts";
import { type GitHubCall, objectOf, paged } from "./github-call.ts";
import { placeholderTag, problem, releaseJson, validationFailed, type Violation } from "./github-replies.ts";
import { findCommit, findTag, isProtected, isTagName, makeTag, type Repository } from "./store.ts";
import type { GitHubReleaseState } from "./types.ts";

const bodyLimit = 125_000;
const latestValues = ["true", "false", "legacy"];

export async function releaseRoutes(call: GitHubCall): Promise<Answer | undefined> {
  const { exchange, repository, rest } = call;
  const [, second, ...third] = rest;
  const shown = (release: GitHubReleaseState | undefined, status = 200) =>
    release && json(status, releaseJson(release, repository, call.origins, call.store));

  if (second === undefined && exchange.method === "GET") return listReleases(call);
  if (second === undefined && exchange.method === "POST") return createRelease(call);
  if (second === "generate-notes" && exchange.method === "POST") return generateNotes(call);
  if (second === "latest" && exchange.method === "GET") return shown(latestRelease(repository));
  if (second === "tags" && exchange.method === "GET") {
    // A draft is not found by its tag, not even by those who may see it.
    return shown(published(repository, third.join("/")));
  }
  const release = repository.state.github.releases.find((one) => String(one.id) === second);
  if (release === undefined || third.length > 0 || (release.draft && !call.writer)) return undefined;
  if (exchange.method === "GET") return shown(release);
  if (exchange.method === "PATCH") return changeRelease(call, release);
  if (exchange.method === "DELETE") return deleteRelease(call, release);
  return undefined;
}

function listReleases(call: GitHubCall): Answer {
  const { repository, store, origins, writer } = call;
  const lag = repository.setup.listingLagMs ?? 0;
  const visible = lag === 0 ? repository.state.github.releases : listingAt(repository, store.now() - lag);
  const releases = visible.filter((release) => writer || !release.draft).sort((a, b) => b.id - a.id);
  return paged(
    call,
    releases.map((release) => releaseJson(release, repository, origins, store)),
  );
}

function listingAt(repository: Repository, time: number): GitHubReleaseState[] {
  return repository.listings.filter((listing) => listing.at <= time).at(-1)?.releases ?? [];
}

/** Keeps the listing of this moment, where the repository's listings lag. Called after every change. */
export function keepListing({ repository, store }: GitHubCall): void {
  if ((repository.setup.listingLagMs ?? 0) === 0) return;
  repository.listings.push({ at: store.now(), releases: structuredClone(repository.state.github.releases) });
}

async function createRelease(call: GitHubCall): Promise<Answer> {
  const read = objectOf(call.exchange);
  if ("refusal" in read) return read.refusal;
  const { input } = read;
  if (typeof input.tag_name !== "string") return problem(422, 'Invalid request.\n\n"tag_name" wasn\'t supplied.');
  const wrong = mistyped(input);
  if (wrong !== undefined) return wrong;

  const id = call.store.id();
  const release: GitHubReleaseState = {
    id,
    tag: input.tag_name === "" ? placeholderTag(id) : input.tag_name,
    target: (input.target_commitish as string | undefined) ?? call.repository.setup.defaultBranch ?? "main",
    name: (input.name as string | null | undefined) ?? null,
    body: (input.body as string | null | undefined) ?? null,
    draft: input.draft === true,
    prerelease: input.prerelease === true,
    immutable: false,
    createdAt: call.store.stamp(),
    publishedAt: null,
    assets: [],
  };
  if (input.generate_release_notes === true) {
    release.body = [release.body, notesOf(call, release.tag)].filter(Boolean).join("\n\n");
  }
  const violations = [...checkContent(release, input), ...(release.draft ? [] : await checkPublish(call, release))];
  if (violations.length > 0) return validationFailed(violations);
  if (!release.draft) await publish(call, release, input.make_latest);
  call.repository.state.github.releases.push(release);
  keepListing(call);
  const shown = releaseJson(release, call.repository, call.origins, call.store);
  return json(201, shown, { location: shown.url });
}

async function changeRelease(call: GitHubCall, release: GitHubReleaseState): Promise<Answer> {
  const read = objectOf(call.exchange);
  if ("refusal" in read) return read.refusal;
  const { input } = read;
  const wrong = mistyped(input);
  if (wrong !== undefined) return wrong;

  const next = { ...release };
  if (typeof input.tag_name === "string" && input.tag_name !== "") next.tag = input.tag_name;
  // GitHub forgets the tag of a draft that stays a draft in a change that does not repeat it.
  else if (release.draft && (input.draft !== false || call.repository.setup.tagLostAtPublish === true)) {
    next.tag = placeholderTag(release.id);
  }
  if (typeof input.target_commitish === "string") next.target = input.target_commitish;
  if (input.name !== undefined) next.name = input.name as string | null;
  if (input.body !== undefined) next.body = input.body as string | null;
  if (typeof input.draft === "boolean") next.draft = input.draft;
  if (typeof input.prerelease === "boolean") next.prerelease = input.prerelease;

  const publishes = release.draft && !next.draft;
  const violations = checkContent(next, input);
  if (release.immutable && (next.draft || next.tag !== release.tag)) {
    violations.push(custom("state", "state cannot be changed when release is immutable"));
  }
  if (release.immutable && next.target !== release.target) {
    violations.push(custom("target_commitish", "target_commitish cannot be changed when release is immutable"));
  }
  if (publishes) violations.push(...(await checkPublish(call, next)));
  if (violations.length > 0) return validationFailed(violations);

  Object.assign(release, next);
  if (publishes) await publish(call, release, input.make_latest);
  else if (!release.draft && input.make_latest !== undefined) chooseLatest(call.repository, release, input.make_latest);
  keepListing(call);
  return json(200, releaseJson(release, call.repository, call.origins, call.store));
}

function deleteRelease(call: GitHubCall, release: GitHubReleaseState): Answer {
  const { github } = call.repository.state;
  github.releases = github.releases.filter((one) => one !== release);
  if (release.immutable) github.burnedTags.push(release.tag);
  if (github.latest === release.id) github.latest = null;
  keepListing(call);
  return { status: 204 };
}

function mistyped(input: Record<string, unknown>): Answer | undefined {
  const types = { target_commitish: "string", name: "string", body: "string", make_latest: "string" } as const;
  const flags = { draft: "boolean", prerelease: "boolean", generate_release_notes: "boolean" } as const;
  for (const [field, type] of Object.entries({ ...types, ...flags, tag_name: "string" })) {
    const value = input[field];
    if (value === undefined || typeof value === type || (value === null && type === "string")) continue;
    return problem(422, `Invalid request.\n\nFor 'properties/${field}', ${JSON.stringify(value)} is not a ${type}.`);
  }
  const latest = input.make_latest;
  if (latest === undefined || latest === null || latestValues.includes(latest as string)) return undefined;
  const rule = `is not a possible value. Must be one of the following: ${latestValues.join(", ")}.`;
  return problem(422, `Invalid request.\n\n${JSON.stringify(latest)} ${rule}`);
}

function checkContent(release: GitHubReleaseState, input: Record<string, unknown>): Violation[] {
  const violations: Violation[] = [];
  // Characters, so an emoji is one.
  if (release.body !== null && [...release.body].length > bodyLimit) {
    violations.push(custom("body", `body is too long (maximum is ${bodyLimit} characters)`));
  }
  if (!isTagName(release.tag)) violations.push(custom("tag_name", "tag_name is not well-formed"));
  if (!release.draft && release.prerelease && input.make_latest === "true") {
    violations.push({ resource: "Release", code: "custom", message: "Latest release cannot be draft or prerelease." });
  }
  return violations;
}

/** What keeps a release from being published: another one of the tag, or a tag that is not there and cannot be made. */
async function checkPublish(call: GitHubCall, release: GitHubReleaseState): Promise<Violation[]> {
  const { repository } = call;
  const other = published(repository, release.tag);
  if (other !== undefined && other.id !== release.id) {
    return [{ resource: "Release", code: "already_exists", field: "tag_name" }];
  }
  const tagged = (await findTag(repository, release.tag)) !== undefined;
  const burned = repository.state.github.burnedTags.includes(release.tag);
  const violations: Violation[] = [];
  const restricted = burned || (isProtected(repository, release.tag) && !call.mayTag);
  if (!tagged && restricted) {
    const rule = "Repository rule violations found\n\nCannot create ref due to creations being restricted.\n\n";
    violations.push(custom("pre_receive", `pre_receive ${rule}`));
  }
  if (burned) violations.push(custom("tag_name", "tag_name was used by an immutable release"));
  if (!tagged && !restricted && (await findCommit(repository, release.target)) === undefined) {
    violations.push(custom("tag_name", "tag_name is not a valid tag"));
    violations.push({ resource: "Release", code: "invalid", field: "target_commitish" });
  }
  if (!tagged && violations.length > 0) {
    violations.push({ resource: "Release", code: "custom", message: "Published releases must have a valid tag" });
  }
  return violations;
}

async function publish(call: GitHubCall, release: GitHubReleaseState, makeLatest: unknown): Promise<void> {
  const { repository } = call;
  if ((await findTag(repository, release.tag)) === undefined) {
    const commit = await findCommit(repository, release.target);
    if (commit !== undefined) await makeTag(repository, release.tag, commit);
  }
  release.publishedAt = call.store.stamp();
  release.immutable = repository.setup.immutableReleases === true;
  chooseLatest(repository, release, makeLatest ?? "true");
}

function chooseLatest(repository: Repository, release: GitHubReleaseState, makeLatest: unknown): void {
  const { github } = repository.state;
  if (release.prerelease) return;
  if (makeLatest === "false") {
    if (github.latest === release.id) github.latest = null;
    return;
  }
  const current = github.releases.find((one) => one.id === github.latest);
  const older = makeLatest === "legacy" && current !== undefined && precedes(release.tag, current.tag);
  if (!older) github.latest = release.id;
}

/** The release marked as latest, else the newest that is neither draft nor prerelease. */
export function latestRelease(repository: Repository): GitHubReleaseState | undefined {
  const { releases, latest } = repository.state.github;
  const stable = releases.filter((release) => !release.draft && !release.prerelease);
  return stable.find((release) => release.id === latest) ?? stable.at(-1);
}

function published(repository: Repository, tag: string): GitHubReleaseState | undefined {
  return repository.state.github.releases.find((release) => release.tag === tag && !release.draft);
}

function precedes(tag: string, other: string): boolean {
  const [a, b] = [tag, other].map((one) => one.replace(/^v/, "").split(".").map(Number));
  const at = [0, 1, 2].find((index) => a?.[index] !== b?.[index]) ?? 2;
  return (a?.[at] ?? 0) < (b?.[at] ?? 0);
}

function generateNotes(call: GitHubCall): Answer {
  const read = objectOf(call.exchange);
  if ("refusal" in read) return read.refusal;
  const { input } = read;
  if (typeof input.tag_name !== "string") return problem(422, 'Invalid request.\n\n"tag_name" wasn\'t supplied.');
  const previous = typeof input.previous_tag_name === "string" ? input.previous_tag_name : undefined;
  return json(200, { name: input.tag_name, body: notesOf(call, input.tag_name, previous) });
}

/** Without a previous tag, GitHub takes the repository's last release, whichever component it is of. */
function notesOf({ repository, origins }: GitHubCall, tag: string, previous?: string): string {
  const from = previous ?? repository.state.github.releases.filter((one) => !one.draft && one.tag !== tag).at(-1)?.tag;
  const range = from === undefined ? `commits/${tag}` : `compare/${from}...${tag}`;
  return `## What's Changed\n\n**Full Changelog**: ${origins.web}/${repository.setup.path}/${range}`;
}

function custom(field: string, message: string): Violation {
  return { resource: "Release", code: "custom", field, message };
}
