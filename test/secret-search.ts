import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import type { Credential } from "@release-actions/git";

/** The forms in which a credential travels. */
export function formsOf({ username, secret }: Credential): string[] {
  const base64 = (text: string): string => Buffer.from(text).toString("base64");
  return [secret, encodeURIComponent(secret), base64(secret), base64(`${username}:${secret}`)];
}

/** Where a form is found: the command lines and environments of all other processes, and the files of a directory. */
export function whereFound(forms: readonly string[], directory: string): string[] {
  const places = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
    .flatMap((name) => [`/proc/${name}/cmdline`, `/proc/${name}/environ`]);
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" })
    .map((name) => join(directory, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
  return [...places, ...files].filter((path) => {
    const content = tryRead(path);
    return forms.some((form) => content.includes(form));
  });
}

/** A file's bytes as characters; nothing where the process or the file is gone. */
export function tryRead(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
