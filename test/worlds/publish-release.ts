import { mkdtemp, rm, writeFile, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Clock } from "@release-actions/action";
import { runInMemory } from "@release-actions/hosts";
import type { MemoryResult, MemoryRun } from "@release-actions/hosts";
import { startForge } from "../stand-ins/forge/index.ts";
import type { Forge, ForgeSetup, LedgerEntry, RepositorySetup } from "../stand-ins/forge/index.ts";
import action from "../../actions/publish-release/action.ts";

/** Access tokens: an input gives the mock server's address, where a forge's own token would not be sent. */
export const TOKEN = "ghp_0123456789abcdef0123456789";
export const GITLAB_TOKEN = "glpat-0123456789abcdefghij";
export const REPOSITORY = "acme/app";

const COMMIT = "c".repeat(40);

/** Tags as they are on the forge: annotated, all on one commit. */
export function tags(...names: readonly string[]): NonNullable<RepositorySetup["tags"]> {
  return Object.fromEntries(
    names.map((name, index) => [name, { id: (index + 1).toString(16).padStart(40, "a"), commit: COMMIT }]),
  );
}

export interface World {
  readonly forge: Forge;
  readonly workspace: string;
  /** Inputs besides those that lead to the stand-in. */
  run(inputs?: Readonly<Record<string, string>>, more?: Omit<MemoryRun, "inputs">): Promise<MemoryResult>;
  write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>;
  /** Requests that change something, as `METHOD path`, ids as `{id}`. */
  writes(): string[];
  close(): Promise<void>;
}

export type Kind = "github" | "gitlab";

/** A stand-in forge with one repository, and a workspace with a changelog's text. */
export async function openWorld(
  kind: Kind,
  setup: { repository?: Partial<RepositorySetup>; forge?: ForgeSetup } = {},
): Promise<World> {
  const repository: RepositorySetup = {
    path: REPOSITORY,
    tags: tags("v1.0.0", "v1.1.0", "v1.1.0-rc.1"),
    ...setup.repository,
  };
  const forge = await startForge({ tokens: [tokenOf(kind)], repositories: [repository], ...setup.forge });
  const workspace = await mkdtemp(join(tmpdir(), "publish-release-"));
  const write = async (files: Readonly<Record<string, string | Uint8Array>>) => {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(workspace, path)), { recursive: true });
      await writeFile(join(workspace, path), content);
    }
  };
  await write({
    "notes.md": "### Added\n\n- A thing\n",
    "dist/app.tar.gz": "one",
    "dist/app.zip": "two",
    "dist/README.md": "three",
  });
  return {
    forge,
    workspace,
    write,
    run: (inputs = {}, more = {}) =>
      runInMemory(action, {
        inputs: { ...standInputs(kind, forge), tag: "v1.1.0", "body-file": "notes.md", ...inputs },
        workspace,
        clock: hurriedClock(),
        ...more,
      }),
    writes: () => forge.ledger.filter(isWrite).map(asPlanned),
    close: async () => {
      await forge.close();
      await rm(workspace, { recursive: true, force: true });
    },
  };
}

function tokenOf(kind: Kind): string {
  return kind === "github" ? TOKEN : GITLAB_TOKEN;
}

export function standInputs(kind: Kind, forge: Forge): Record<string, string> {
  return { forge: kind, "api-url": forge[kind].apiUrl, repository: REPOSITORY, token: tokenOf(kind) };
}

export function isWrite({ method }: LedgerEntry): boolean {
  return method !== "GET" && method !== "HEAD";
}

/** As the plan writes it: below the API's base, ids left open. */
export function asPlanned({ method, url }: LedgerEntry): string {
  const below = url.replace(/^\/api\/(?:v3|v4|uploads)/, "");
  return `${method} ${below.replace(/\/releases\/\d+/, "/releases/{id}").replace(/\/(assets|links)\/\d+/, "/$1/{id}")}`;
}

/** Waits are short, and the time they stand for passes anyway. */
export function hurriedClock(): Clock {
  let skipped = 0;
  return {
    now: () => Date.now() + skipped,
    monotonic: () => performance.now() + skipped,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, Math.min(milliseconds, 3)));
      signal?.throwIfAborted();
      skipped += Math.max(0, milliseconds - 3);
    },
  };
}
