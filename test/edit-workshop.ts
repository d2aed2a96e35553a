import { execFileSync } from "node:child_process";

import { openRemoteEditor } from "@release-actions/git";
import type { EditRequest, ObjectId, RemoteEditor, RemoteEditorOptions } from "@release-actions/git";

import { ADA, startServedWorkshop } from "./git-workshop.ts";
import type { ServedWorkshop } from "./git-workshop.ts";
import { commitFiles, git } from "./repositories.ts";
import type { GitHttpRequest } from "./stand-ins/git-http.ts";

export const FILE = "services/one/deploy.yml";
export const BRANCH = "aa-release-2025-07-01";

/** A served repository whose branch main is edited. */
export interface EditWorkshop extends ServedWorkshop {
  edit(more?: Partial<RemoteEditorOptions>): Promise<RemoteEditor>;
  /** A commit of these files on the served main. */
  move(files: Readonly<Record<string, string>>): ObjectId;
  /** A branch of the served repository at a commit with this parent and these files. */
  branch(name: string, parent: string, files: Readonly<Record<string, string>>): ObjectId;
  /** What a branch is at in the served repository. */
  at(branch: string): string | undefined;
  close(): Promise<void>;
}

export async function startEditWorkshop(): Promise<EditWorkshop> {
  const workshop = await startServedWorkshop();
  const { origin, bare } = workshop;
  const save = (): void => void git(origin, ["push", "--quiet", "--force", bare, "main"]);
  return Object.assign(workshop, {
    edit: (more: Partial<RemoteEditorOptions> = {}) =>
      openRemoteEditor({
        ...workshop.options,
        upstream: workshop.remote,
        baseBranch: "main",
        author: ADA,
        now: () => Date.UTC(2025, 6, 1),
        ...more,
      }),
    move: (files: Readonly<Record<string, string>>) => {
      const id = commitFiles(origin, files, "Move");
      save();
      return id as ObjectId;
    },
    branch: (name: string, parent: string, files: Readonly<Record<string, string>>) => {
      git(origin, ["checkout", "--quiet", "--detach", parent]);
      const id = commitFiles(origin, files, "Elsewhere");
      git(origin, ["push", "--quiet", "--force", bare, `${id}:refs/heads/${name}`]);
      git(origin, ["checkout", "--quiet", "main"]);
      return id as ObjectId;
    },
    at: (branch: string) => heads(bare).get(branch),
    close: async () => {
      await workshop.server.close();
      workshop.remove();
    },
  });
}

/** The branches of a bare repository. */
export function heads(bare: string): Map<string, string> {
  const lines = git(bare, ["for-each-ref", "--format=%(refname:lstrip=2) %(objectname)", "refs/heads/"]).split("\n");
  return new Map(lines.map((line) => line.split(" ") as [string, string]));
}

/** A file's bytes in a commit. */
export function bytesIn(bare: string, commit: string, path: string): Buffer {
  return execFileSync("git", ["cat-file", "blob", `${commit}:${path}`], { cwd: bare });
}

export function change(text: string | Uint8Array, more: Partial<EditRequest> = {}): EditRequest {
  return { branch: BRANCH, message: "Promote one", files: [{ path: FILE, bytes: Buffer.from(text) }], ...more };
}

export function isPush({ method, path }: GitHttpRequest): boolean {
  return method === "POST" && path.endsWith("/git-receive-pack");
}

/** The first look of a push at what the server has. */
export function isPushStart({ method, path }: GitHttpRequest): boolean {
  return method === "GET" && path.endsWith("service=git-receive-pack");
}
