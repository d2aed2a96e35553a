import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Changes, type Git, initGit, openGit } from "./git.ts";
import type { AccessLevel, GitLabSetup, MergeRequestState, ProjectSetup, Token } from "./types.ts";

export interface Project {
  setup: ProjectSetup;
  id: number;
  defaultBranch: string;
  git: Git;
  /** Branches as they were at the start. */
  start: Map<string, string>;
  mergeRequests: MergeRequestState[];
}

export interface User {
  id: number;
  username: string;
  bot: boolean;
}

export type NamedToken = Token & { name: string; username: string };

export interface Store {
  setup: GitLabSetup;
  tokens: NamedToken[];
  projects: Project[];
  now(): number;
  stamp(): string;
  /** The next number of a kind of object. */
  id(): number;
  user(username: string): User;
  find(key: string): Project | undefined;
  accessOf(token: NamedToken | undefined, project: Project): AccessLevel;
  reset(): Promise<void>;
  close(): Promise<void>;
}

export async function openStore(setup: GitLabSetup): Promise<Store> {
  const directory = await mkdtemp(join(tmpdir(), "gitlab-stand-in-"));
  const users: User[] = [];
  let nextId = 5001;
  const store: Store = {
    setup,
    tokens: (setup.tokens ?? []).map((one, at) => {
      const token: Token = typeof one === "string" ? { value: one } : one;
      const name = token.name ?? `token-${at + 1}`;
      return { ...token, name, username: token.username ?? name };
    }),
    projects: [],
    now: setup.clock ?? Date.now,
    stamp: () => new Date(store.now()).toISOString(),
    id: () => nextId++,
    user(username) {
      const known = users.find((one) => one.username === username);
      if (known !== undefined) return known;
      const bot = store.tokens.some((token) => token.username === username && token.kind === "project");
      const made = { id: 11 + users.length, username, bot };
      users.push(made);
      return made;
    },
    find(key) {
      const path = key.toLowerCase();
      return store.projects.find(({ setup: { path: own }, id }) => own.toLowerCase() === path || String(id) === key);
    },
    accessOf(token, { setup: project }) {
      if (token === undefined) return 0;
      const given = typeof token.accessLevel === "object" ? (token.accessLevel[project.path] ?? 0) : token.accessLevel;
      const member = project.members?.find(({ username }) => username === token.username);
      return given ?? member?.accessLevel ?? 40;
    },
    async reset() {
      nextId = 5001;
      for (const project of store.projects) {
        project.mergeRequests = [];
        const now = await project.git.branches();
        for (const name of now.keys()) if (!project.start.has(name)) await project.git.set(name, undefined);
        for (const [name, commit] of project.start) await project.git.set(name, commit);
      }
    },
    close: () => rm(directory, { recursive: true, force: true }),
  };
  for (const [at, one] of (setup.projects ?? []).entries()) {
    store.projects.push(await openProject(one, one.id ?? 101 + at, directory, store));
  }
  return store;
}

async function openProject(setup: ProjectSetup, id: number, directory: string, store: Store): Promise<Project> {
  const defaultBranch = setup.defaultBranch ?? "master";
  const own = setup.gitDirectory;
  const git = own === undefined ? await initGit(join(directory, `${id}.git`), defaultBranch) : openGit(own);
  const parent = store.find(setup.forkOf ?? "");
  if (setup.files !== undefined) {
    const first = await git.write(undefined, bytesOf(setup.files), "Start", "root", store.now());
    await git.set(defaultBranch, first);
  } else if (own === undefined && parent !== undefined) {
    await git.fetch(parent.git, "+refs/heads/*:refs/heads/*");
  }
  return { setup, id, defaultBranch, git, start: await git.branches(), mergeRequests: [] };
}

export function bytesOf(files: Record<string, string | Buffer | null>): Changes {
  const pairs = Object.entries(files).map(([path, content]): [string, Buffer | null] => [
    path,
    content === null ? null : Buffer.from(content),
  ]);
  return Object.fromEntries(pairs);
}

export function isProtected(project: Project, branch: string): boolean {
  return (project.setup.protectedBranches ?? [project.defaultBranch]).includes(branch);
}
