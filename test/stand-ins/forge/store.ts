import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { gitCommit, gitMakeTag, gitTags } from "./git.ts";
import type {
  ForgeSetup,
  ForgeState,
  GitHubReleaseState,
  RepositorySetup,
  RepositoryState,
  TagSetup,
} from "./types.ts";

export interface Repository {
  setup: RepositorySetup;
  tags: Map<string, TagSetup>;
  state: RepositoryState;
  /** Earlier listings of GitHub releases, for the configured lag. */
  listings: { at: number; releases: GitHubReleaseState[] }[];
}

export interface Store {
  repositories: Repository[];
  /** File contents by SHA-256 in hex. */
  blobs: Map<string, Buffer>;
  /** GitLab packages that an upload under way is about to make. */
  newPackages: Map<string, number>;
  now(): number;
  /** The time as both APIs write it. */
  stamp(): string;
  id(): number;
  snapshot(): ForgeState;
  reset(): void;
  /** Writes the state file, where there is one. */
  save(): void;
}

interface StateFile {
  nextId: number;
  state: ForgeState;
  blobs: Record<string, string>;
}

const savedBlobLimit = 1024 * 1024;

export function openStore(setup: ForgeSetup): Store {
  let nextId = 1001;
  const store: Store = {
    repositories: [],
    blobs: new Map(),
    newPackages: new Map(),
    now: setup.clock ?? Date.now,
    stamp: () => new Date(store.now()).toISOString().replace(/\.[0-9]{3}Z$/, "Z"),
    id: () => nextId++,
    snapshot() {
      const repositories = store.repositories.map(({ state, tags }) => ({ ...state, tags: Object.fromEntries(tags) }));
      return structuredClone({ repositories });
    },
    reset() {
      nextId = 1001;
      store.blobs.clear();
      store.newPackages.clear();
      store.repositories = (setup.repositories ?? []).map((one) => newRepository(one, store.id()));
    },
    save() {
      if (setup.stateFile === undefined) return;
      const small = [...store.blobs].filter(([, content]) => content.length <= savedBlobLimit);
      const blobs = Object.fromEntries(small.map(([digest, content]) => [digest, content.toString("base64")]));
      const file: StateFile = { nextId, state: store.snapshot(), blobs };
      writeFileSync(`${setup.stateFile}.new`, JSON.stringify(file, undefined, 2));
      renameSync(`${setup.stateFile}.new`, setup.stateFile);
    },
  };
  store.reset();
  if (setup.stateFile !== undefined && existsSync(setup.stateFile)) {
    const file = JSON.parse(readFileSync(setup.stateFile, "utf8")) as StateFile;
    nextId = file.nextId;
    for (const [digest, content] of Object.entries(file.blobs)) store.blobs.set(digest, Buffer.from(content, "base64"));
    for (const state of file.state.repositories) restore(store, state);
  }
  return store;
}

function newRepository(setup: RepositorySetup, projectId: number): Repository {
  return {
    setup,
    tags: new Map(Object.entries(setup.tags ?? {})),
    state: {
      path: setup.path,
      tags: {},
      github: { releases: [], latest: null, burnedTags: [] },
      gitlab: { projectId, releases: [], packages: [] },
    },
    listings: [],
  };
}

function restore(store: Store, state: RepositoryState): void {
  const known = store.repositories.find((one) => one.setup.path === state.path);
  const repository = known ?? newRepository({ path: state.path }, state.gitlab.projectId);
  repository.state = state;
  repository.tags = new Map([...repository.tags, ...Object.entries(state.tags)]);
  if (known === undefined) store.repositories.push(repository);
}

/** By path (no case, as on both forges) or by project id. */
export function findRepository(store: Store, key: string): Repository | undefined {
  const path = key.toLowerCase();
  return store.repositories.find(
    ({ setup, state }) => setup.path.toLowerCase() === path || String(state.gitlab.projectId) === key,
  );
}

/** Every tag, those of the bare repository included. */
export async function allTags(repository: Repository): Promise<Map<string, TagSetup>> {
  const { gitDirectory } = repository.setup;
  return gitDirectory === undefined ? repository.tags : new Map([...(await gitTags(gitDirectory)), ...repository.tags]);
}

export async function findTag(repository: Repository, name: string): Promise<TagSetup | undefined> {
  return repository.tags.get(name) ?? (await allTags(repository)).get(name);
}

/** The commit that a branch name, tag name or id names; undefined when it is none of this repository. */
export async function findCommit(repository: Repository, target: string): Promise<string | undefined> {
  const { setup } = repository;
  const defaultBranch = target === "" || target === (setup.defaultBranch ?? "main");
  if (defaultBranch && setup.head !== undefined) return setup.head;
  if (setup.gitDirectory !== undefined) {
    const found = await gitCommit(setup.gitDirectory, target === "" ? "HEAD" : target);
    if (found !== undefined) return found;
  }
  if (defaultBranch) return headOf(repository);
  const commits = [...repository.tags.values()].map((tag) => tag.commit);
  return repository.tags.get(target)?.commit ?? [...commits, headOf(repository)].find((commit) => commit === target);
}

function headOf(repository: Repository): string {
  return repository.setup.head ?? createHash("sha1").update(repository.setup.path).digest("hex");
}

/** Makes a lightweight tag, in the bare repository too. */
export async function makeTag(repository: Repository, name: string, commit: string): Promise<void> {
  if (repository.setup.gitDirectory !== undefined) await gitMakeTag(repository.setup.gitDirectory, name, commit);
  repository.tags.set(name, { id: commit, commit });
}

/** Whether `name` fits one of the patterns, `*` standing for any text. */
export function isProtected(repository: Repository, name: string): boolean {
  return (repository.setup.protectedTags ?? []).some((pattern) => fits(pattern.split("*"), name));
}

function fits(parts: string[], name: string): boolean {
  const [first = "", ...rest] = parts;
  if (rest.length === 0) return name === first;
  const last = rest.pop() ?? "";
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let from = first.length;
  for (const part of rest) {
    const at = name.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return from <= name.length - last.length;
}

/** What git takes for a tag name, by the rules of git-check-ref-format. */
export function isTagName(name: string): boolean {
  if (name === "" || name === "@" || name.startsWith("-") || name.endsWith("/") || name.endsWith(".")) return false;
  if (/[\u0000-\u0020\u007f~^:?*[\\]/.test(name) || name.includes("..") || name.includes("@{")) return false;
  return name.split("/").every((part) => part !== "" && !part.startsWith(".") && !part.endsWith(".lock"));
}
