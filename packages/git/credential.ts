import { randomUUID } from "node:crypto";
import { constants, open, unlink } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";

import { invalid, undecided } from "@release-actions/action";

import type { Credential } from "./types.ts";

/** The descriptor under which git's children find the credential. */
export const CREDENTIAL_FD = 3;

/**
 * A shell function of constants only, which git runs when a server asks for a credential. It opens the inherited
 * descriptor again, so that a second request finds the whole text again.
 */
const HELPER = `!f() { test "$1" = get && cat /dev/fd/${CREDENTIAL_FD}; }; f`;

/** The settings that make git ask the helper for this origin only. */
export function credentialSettings(origin: string): Record<string, string> {
  return { [`credential.${origin}.helper`]: HELPER };
}

/**
 * Opens a file that holds the credential in the format of git-credential and has no name any more: it is unlinked
 * while it is still empty, so a kill at any moment leaves no secret on disk. The caller closes the handle.
 */
export async function openCredential(temporary: string, credential: Credential): Promise<FileHandle> {
  for (const what of ["username", "secret"] as const) {
    const text = credential[what];
    if (text === "" || /[\r\n\0]/.test(text)) {
      throw invalid(`the git credential's ${what} is empty or contains a line break or NUL`, {
        remedy: "Give the token as one line; a secret pasted with its line break is the usual cause.",
      });
    }
  }
  return openNameless(temporary, `username=${credential.username}\npassword=${credential.secret}\n`).catch((cause) => {
    throw undecided(`the temporary directory ${temporary} cannot be written`, {
      remedy: "Free space, or fix the permissions of the temporary directory.",
      cause,
    });
  });
}

async function openNameless(directory: string, text: string): Promise<FileHandle> {
  const path = join(directory, `credential-${randomUUID()}`);
  const handle = await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    await unlink(path);
    await handle.write(text);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/**
 * Removes a secret from text, in the forms in which servers echo it. A form of less than four characters stays: it is
 * in every text.
 */
export function withoutSecret(text: string, credential: Credential | undefined): string {
  if (credential === undefined) return text;
  const { username, secret } = credential;
  const forms = [secret, encodeURIComponent(secret), base64(secret), base64(`${username}:${secret}`)];
  return forms.filter((form) => form.length >= 4).reduce((rest, form) => rest.replaceAll(form, "***"), text);
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}
