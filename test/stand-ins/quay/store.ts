import { buildImage, type Manifest, nameOf } from "./image.ts";
import type { ImageSetup, QuaySetup, RepositorySetup, SecuritySetup, TagSetup } from "./types.ts";

/** What the registry holds. */

export interface TagState {
  /** In the order in which tags were pushed or moved. */
  id: number;
  name: string;
  digest: string;
  start: number;
  /** When it stopped, or will stop, pointing there. */
  end?: number;
  reversion: boolean;
  /** Keeps an image without tags; nobody sees it. */
  hidden?: boolean;
}

export interface Repository {
  path: string;
  public: boolean;
  manifests: Map<string, Manifest>;
  blobs: Map<string, Buffer>;
  /** The history, dead ones too, oldest first. */
  tags: TagState[];
  /** Digests of platforms' manifests by index or image digest, missing ones too. */
  platforms: Map<string, Map<string, string>>;
}

export interface Scan {
  setup: SecuritySetup;
  since: number;
  /** Answers given so far. */
  answered: number;
}

export interface Store {
  repositories: Map<string, Repository>;
  scans: Map<string, Scan>;
  now(): number;
  /** Pushes the image and points its tags at it. */
  push(repository: Repository, image: ImageSetup): string;
  end(repository: Repository, tag: string): void;
  scan(digest: string, setup: SecuritySetup): void;
  reset(): void;
}

export function openStore(setup: QuaySetup, host: string): Store {
  let pushes = 0;
  let tags = 0;
  const store: Store = {
    repositories: new Map(),
    scans: new Map(),
    now: setup.clock ?? Date.now,
    push(repository, image) {
      pushes += 1;
      const { top, manifests, blobs, scans, signature } = buildImage(
        image,
        repository.path,
        host,
        `${repository.path} ${pushes}`,
      );
      for (const manifest of manifests) repository.manifests.set(manifest.digest, manifest);
      for (const [digest, blob] of blobs) repository.blobs.set(digest, blob);
      for (const [digest, scan] of scans) store.scan(digest, scan);
      repository.platforms.set(top.digest, platformsOf(image, top));
      for (const tag of image.tags ?? []) point(repository, typeof tag === "string" ? { name: tag } : tag, top.digest);
      if ((image.tags ?? []).length === 0) point(repository, { name: `$temp-${pushes}` }, top.digest, true);
      if (signature !== undefined) point(repository, { name: `${top.digest.replace(":", "-")}.sig` }, signature.digest);
      return top.digest;
    },
    end(repository, name) {
      const tag = aliveTag(repository, name, store.now());
      if (tag !== undefined) tag.end = store.now();
    },
    scan(digest, scan) {
      store.scans.set(digest, { setup: scan, since: store.now(), answered: 0 });
    },
    reset() {
      pushes = 0;
      tags = 0;
      store.repositories.clear();
      store.scans.clear();
      for (const one of setup.repositories ?? []) create(one);
    },
  };
  store.reset();
  return store;

  function create({ path, public: open = false, images = [] }: RepositorySetup): void {
    const repository: Repository = {
      path,
      public: open,
      manifests: new Map(),
      blobs: new Map(),
      tags: [],
      platforms: new Map(),
    };
    store.repositories.set(path, repository);
    for (const image of images) store.push(repository, image);
  }

  function point(repository: Repository, tag: TagSetup, digest: string, hidden = false): void {
    store.end(repository, tag.name);
    tags += 1;
    const end = tag.expired === true ? store.now() - 1000 : tag.expiresAt;
    const start = tag.pushedAt ?? (end === undefined ? store.now() : Math.min(store.now(), end - 60_000));
    const state: TagState = { id: tags, name: tag.name, digest, start, reversion: tag.reversion ?? false, hidden };
    repository.tags.push(end === undefined ? state : { ...state, end });
  }
}

function platformsOf(image: ImageSetup, top: Manifest): Map<string, string> {
  const names = (image.platforms ?? [{}]).map(nameOf);
  return new Map(names.map((name, at) => [name, top.children[at]?.digest ?? top.digest]));
}

/** The tag that people see now under this name. */
export function aliveTag({ tags }: Repository, name: string, now: number): TagState | undefined {
  return tags.findLast((tag) => tag.name === name && isAlive(tag, now));
}

export function isAlive(tag: TagState, now: number): boolean {
  return tag.end === undefined || tag.end > now;
}

/** The manifest, where an alive tag holds it: directly, as a child of an index, or as an artifact of what it holds. */
export function aliveManifest(repository: Repository, digest: string, now: number): Manifest | undefined {
  const manifest = repository.manifests.get(digest);
  return manifest !== undefined && isHeld(repository, manifest, now) ? manifest : undefined;
}

function isHeld(repository: Repository, { digest, subject }: Manifest, now: number): boolean {
  for (const tag of repository.tags) {
    if (!isAlive(tag, now)) continue;
    if (tag.digest === digest) return true;
    if (repository.manifests.get(tag.digest)?.children.some((child) => child.digest === digest) === true) return true;
  }
  const holder = subject === undefined ? undefined : repository.manifests.get(subject);
  return holder !== undefined && isHeld(repository, holder, now);
}
