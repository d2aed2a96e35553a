import { refused, undecided, type Clock, type Io } from "@release-actions/action";
import { inParallel } from "@release-actions/http";
import { isAttestation, isPlatform, type Manifest, type Registry } from "@release-actions/registry";
import { quote } from "@release-actions/text";
import type { BuildRequest } from "./request.ts";

/** An image that the registry holds under the request's tag, and that was built from the request's commit. */
export interface Existing {
  readonly digest: string;
}

const REVISION = "org.opencontainers.image.revision";
const VERSION = "org.opencontainers.image.version";
/** Images of one index that are checked concurrently, and at most. */
const AT_ONCE = 4;
const MOST_IMAGES = 64;

/**
 * Looks the tag up. An image there that was built from the same commit is adopted; one that was not is never replaced.
 * Undefined where there is none. Throws `refused` for another image; RegistryError or HttpError where there is no
 * answer, or none that can be used.
 */
export async function findExisting(
  registry: Registry,
  request: BuildRequest,
  io: Pick<Io, "warning">,
): Promise<Existing | undefined> {
  const { repository, tag, reference, commit, version, platforms } = request;
  const found = await registry.manifest(repository, tag);
  if (found.state !== "found") return undefined;
  const { digest } = found;
  const images = await imagesOf(registry, repository, found.manifest);
  const remedy = `Find out who pushed it. If nothing uses it, delete the tag ${tag} and run again.`;
  if (images.length === 0) throw refused(`${reference} exists and holds no image (${digest})`, { remedy });
  const other = images.find(({ labels }) => labels[REVISION] !== commit);
  if (other !== undefined) {
    const revision = other.labels[REVISION];
    const label = revision === undefined ? "has no label of its commit" : `is of commit ${quote(revision, 60)}`;
    throw refused(`${reference} exists and ${label} (${digest}); it is not replaced`, { remedy });
  }
  const missing = platforms.filter((platform) => !images.some((image) => isPlatform(image.platform, platform)));
  if (missing.length > 0)
    throw refused(`${reference} exists without ${missing.join(", ")} (${digest}); it is not replaced`, { remedy });
  const old = images.find(({ labels }) => labels[VERSION] !== version);
  if (version !== undefined && old !== undefined) {
    const label =
      old.labels[VERSION] === undefined ? "has no label of its version" : `is labeled ${old.labels[VERSION]}`;
    io.warning(`${reference} ${label}, not ${version}: it was built for another release of the same commit`);
  }
  return { digest };
}

/**
 * Waits until the tag names the digest that was pushed, since some registries show a tag late. Throws `refused` where
 * it names another one.
 */
export async function confirmPushed(
  registry: Registry,
  { repository, tag, reference }: BuildRequest,
  digest: string,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<void> {
  const end = clock.monotonic() + CONFIRM_WITHIN;
  for (;;) {
    const found = await registry.manifest(repository, tag);
    if (found.state === "found" && found.digest === digest) return;
    if (found.state === "found") {
      throw refused(`${reference} was pushed as ${digest}, and now is ${found.digest}: another run pushed it as well`, {
        remedy: "Run again: the image that is there is then adopted.",
      });
    }
    if (clock.monotonic() >= end) break;
    await clock.sleep(CONFIRM_INTERVAL, signal);
  }
  throw undecided(`${reference} was pushed as ${digest}, and the registry does not show it`, {
    remedy: "Run again: if the image has arrived by then, it is adopted.",
  });
}

const CONFIRM_WITHIN = 30_000;
const CONFIRM_INTERVAL = 2_000;

/** The images behind a manifest, by their configurations; attestations are none. */
async function imagesOf(registry: Registry, repository: string, manifest: Manifest) {
  if (manifest.kind === "image") return [await registry.config(repository, manifest.config)];
  const children = manifest.manifests.filter((child) => !isAttestation(child));
  if (children.length > MOST_IMAGES) throw undecided(`an index of ${children.length} images is too large to look at`);
  return await inParallel(AT_ONCE, children, async (descriptor) => {
    const child = await registry.manifest(repository, descriptor);
    if (child.state !== "found" || child.manifest.kind !== "image")
      throw undecided(`the index names ${descriptor.digest}, which the registry does not hold as an image`);
    return await registry.config(repository, child.manifest.config);
  });
}
