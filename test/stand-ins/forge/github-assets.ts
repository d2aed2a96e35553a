import { type Answer, type Exchange, json } from "./exchange.ts";
import { type GitHubCall, objectOf, paged } from "./github-call.ts";
import { assetJson, problem, validationFailed, type Violation } from "./github-replies.ts";
import { keepListing } from "./github-releases.ts";
import { findRepository, type Store } from "./store.ts";
import type { AssetState, GitHubReleaseState } from "./types.ts";

const assetLimit = 1000;
const sizeLimit = 2 ** 31;

/** `releases/:id/assets` (list) and `releases/assets/:id`; undefined for any other path. */
export function assetRoutes(call: GitHubCall): Answer | undefined {
  const { exchange, repository, origins } = call;
  const [, second, third] = call.rest;
  const { releases } = repository.state.github;

  if (third === "assets" && exchange.method === "GET" && call.rest.length === 3) {
    const release = releases.find((one) => String(one.id) === second && (call.writer || !one.draft));
    return (
      release &&
      paged(
        call,
        release.assets.map((asset) => assetJson(asset, release, repository, origins)),
      )
    );
  }
  if (second !== "assets" || call.rest.length !== 3) return undefined;
  const release = releases.find((one) => one.assets.some((asset) => String(asset.id) === third));
  const asset = release?.assets.find((one) => String(one.id) === third);
  if (release === undefined || asset === undefined || (release.draft && !call.writer)) return undefined;
  if (exchange.method === "GET") return readAsset(call, release, asset);
  if (exchange.method === "PATCH") return renameAsset(call, release, asset);
  if (exchange.method === "DELETE") return deleteAsset(call, release, asset);
  return undefined;
}

/** The metadata, or, requested as octets, a redirect to the storage origin, where the credential does not belong. */
function readAsset(call: GitHubCall, release: GitHubReleaseState, asset: AssetState): Answer {
  if (!(call.exchange.headers.accept ?? "").includes("application/octet-stream")) {
    return json(200, assetJson(asset, release, call.repository, call.origins));
  }
  if (asset.state !== "uploaded") return problem(404, "Not Found");
  return { status: 302, headers: { location: storageUrl(call.origins.storage, asset) } };
}

export function storageUrl(storage: string, asset: AssetState): string {
  return `${storage}/assets/${asset.digest?.slice("sha256:".length)}/${encodeURIComponent(asset.name)}?sig=signed`;
}

function renameAsset(call: GitHubCall, release: GitHubReleaseState, asset: AssetState): Answer {
  if (release.immutable) return problem(422, "Cannot update asset of an immutable release");
  const read = objectOf(call.exchange);
  if ("refusal" in read) return read.refusal;
  const { input } = read;
  const name = typeof input.name === "string" ? storedName(input.name) : asset.name;
  if (release.assets.some((one) => one !== asset && one.name === name)) return validationFailed([alreadyExists]);
  asset.name = name;
  if (typeof input.label === "string") asset.label = input.label;
  keepListing(call);
  return json(200, assetJson(asset, release, call.repository, call.origins));
}

function deleteAsset(call: GitHubCall, release: GitHubReleaseState, asset: AssetState): Answer {
  if (release.immutable) return problem(422, "Cannot delete asset from an immutable release");
  release.assets = release.assets.filter((one) => one !== asset);
  keepListing(call);
  return { status: 204 };
}

/** `POST …/releases/:id/assets?name=&label=` on the upload origin. */
export function uploadAsset(call: GitHubCall): Answer | undefined {
  const { exchange, repository, store, origins } = call;
  const [root, id, assets] = call.rest;
  const release = repository.state.github.releases.find((one) => String(one.id) === id);
  if (root !== "releases" || assets !== "assets" || exchange.method !== "POST") return undefined;
  if (release === undefined) return undefined;
  const refusal = refuseUpload(exchange, release);
  if (refusal !== undefined) return refusal;

  const { body } = exchange;
  const asset = newAsset(exchange, store);
  Object.assign(asset, { state: "uploaded", size: body.bytes, digest: `sha256:${body.sha256}` });
  if (body.content !== undefined) store.blobs.set(body.sha256, body.content);
  release.assets.push(asset);
  keepListing(call);
  const shown = assetJson(asset, release, repository, origins);
  return json(201, shown, { location: shown.url });
}

function refuseUpload({ url, headers, body }: Exchange, release: GitHubReleaseState): Answer | undefined {
  const name = url.searchParams.get("name");
  if (headers["content-length"] === undefined) return problem(400, "Bad Content-Length: ");
  if (name === null || name === "") {
    return validationFailed([{ resource: "ReleaseAsset", code: "missing_field", field: "name" }]);
  }
  if (release.immutable) return problem(422, "Cannot upload assets to an immutable release.");
  const violations: Violation[] = [];
  if (body.bytes === 0) violations.push(custom("size", "size must be greater than or equal to 1"));
  if (release.assets.length >= assetLimit) {
    violations.push(custom("file_count", `file_count limited to ${assetLimit} assets`));
  }
  if (release.assets.some((asset) => asset.name === storedName(name))) violations.push(alreadyExists);
  return violations.length > 0 ? validationFailed(violations) : undefined;
}

/** The answer to an upload that is too big by its content-length alone, before its body is read. */
export function refuseSize(exchange: Exchange): Answer | undefined {
  const length = Number(exchange.headers["content-length"] ?? 0);
  if (length < sizeLimit) return undefined;
  if (length === sizeLimit) return problem(500, "Server Error");
  return validationFailed([custom("size", `size must be less than or equal to ${sizeLimit}`)]);
}

/** What an upload leaves that broke off midway or failed upstream: an empty asset that holds the name. */
export function abandonUpload(exchange: Exchange, store: Store): void {
  const [, owner, name, releases, id, assets] = exchange.segments;
  if (exchange.method !== "POST" || releases !== "releases" || assets !== "assets") return;
  const repository = findRepository(store, `${owner}/${name}`);
  const release = repository?.state.github.releases.find((one) => String(one.id) === id);
  if ((exchange.credential?.token?.contents ?? "write") !== "write" || exchange.credential?.token === undefined) return;
  if (release === undefined || release.immutable || !exchange.url.searchParams.get("name")) return;
  const asset = newAsset(exchange, store);
  if (!release.assets.some((one) => one.name === asset.name)) release.assets.push(asset);
}

function newAsset({ url, headers }: Exchange, store: Store): AssetState {
  return {
    id: store.id(),
    name: storedName(url.searchParams.get("name") ?? ""),
    label: url.searchParams.get("label") ?? "",
    state: "starter",
    contentType: headers["content-type"] ?? "application/octet-stream",
    size: 0,
    digest: null,
    createdAt: store.stamp(),
  };
}

/** GitHub's rewriting of file names: letters without accents, other characters as one dot, no dot at either end. */
export function storedName(name: string): string {
  let stored = name.normalize("NFD").replace(/\p{Mn}/gu, "");
  if (stored.startsWith(".")) stored = `default${stored}`;
  stored = stored.replace(/[^a-z0-9\-_+@]+/gi, ".");
  if (stored.startsWith(".")) stored = stored.slice(1);
  if (stored.endsWith(".")) stored = stored.slice(0, -1);
  return stored !== name && !stored.includes(".") ? `default.${stored}` : stored;
}

const alreadyExists: Violation = { resource: "ReleaseAsset", code: "already_exists", field: "name" };

function custom(field: string, message: string): Violation {
  return { resource: "ReleaseAsset", code: "custom", field, message };
}
