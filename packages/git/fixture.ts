import { mkdirSync } from "node:fs";

import { Stop } from "@release-actions/action-types";

import { makeSandbox } from "../../test/repositories.ts";
import type { Sandbox } from "../../test/repositories.ts";
import { openRepository } from "./index.ts";
import type { GitOptions, OpenOptions, Repository } from "./index.ts";

/** What a test of this package works in: a sandbox with a private directory for git's own files. */
export interface Workshop extends Sandbox {
  readonly options: GitOptions;
  open(directory: string, more?: Partial<OpenOptions>): Repository;
}

export function makeWorkshop(): Workshop {
  const sandbox = makeSandbox();
  const temporary = sandbox.path("temporary");
  mkdirSync(temporary, { mode: 0o700 });
  const options: GitOptions = { environment: { PATH: process.env["PATH"] ?? "" }, temporary };
  return {
    ...sandbox,
    options,
    open: (directory, more = {}) => openRepository({ ...options, directory, ...more }),
  };
}

/** The Stop that a promise ends in; fails when it ends otherwise. */
export async function stopOf(promise: Promise<unknown>): Promise<Stop> {
  const error = await promise.then(
    () => new Error("it did not fail"),
    (reason: unknown) => reason,
  );
  if (error instanceof Stop) return error;
  throw error;
}

export const ADA = { name: "Ada Author", email: "ada@example.test" };
