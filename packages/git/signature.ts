import { isAbsolute } from "node:path";

import { invalid } from "@release-actions/action";
import { quote, shorten } from "@release-actions/text";

import type { Context } from "./place.ts";
import { tag as readTag } from "./tags.ts";
import type { Tag, Verification, VerifyOptions } from "./types.ts";

/**
 * Checks a tag's signature against the given trust alone: no key, program or trust level of the repository's or the
 * user's configuration has a say. The tag object is named by id, so the ref cannot move in between.
 */
export async function verifyTag(context: Context, name: string, options: VerifyOptions): Promise<Verification> {
  const tag = await readTag(context, name);
  const variables = variablesFor(context, name);
  if (tag === undefined) return { state: "unsigned", reason: `there is no tag ${name}` };
  if (!tag.annotated) return { state: "unsigned", reason: "the tag is lightweight: it has no object to sign" };
  if (!tag.signed) return { state: "unsigned", reason: "the tag object carries no signature" };
  if (tag.statedName !== name) {
    return { state: "bad", reason: `the signed tag object is of the tag ${tag.statedName ?? "(without a name)"}` };
  }
  if (tag.signature === "ssh") return verifySsh(context, tag, options, variables);
  if (tag.signature === "openpgp") return verifyOpenPgp(context, tag, options, variables);
  return {
    state: "unverifiable",
    reason: "it is an X.509 signature, as gitsign makes them; only `gitsign verify-tag` can check it",
  };
}

function variablesFor(context: Context, name: string): Readonly<Record<string, string>> {
  const fetched = context.fetched.get(name);
  return fetched === undefined ? {} : fetched.variables;
}

async function verifySsh(
  context: Context,
  tag: Tag,
  options: VerifyOptions,
  variables: Readonly<Record<string, string>>,
): Promise<Verification> {
  const { allowedSigners } = options;
  if (allowedSigners === undefined) {
    return { state: "unverifiable", reason: "it is an SSH signature, and no allowed signers file was given" };
  }
  assertAbsolute(allowedSigners, "allowed signers file");
  const { code, stdout, stderr } = await context.git({
    command: "verify-tag",
    options: ["--raw"],
    values: [tag.id],
    answers: [0, 1],
    config: { "gpg.ssh.program": "ssh-keygen", "gpg.ssh.allowedSignersFile": allowedSigners },
    variables,
  });
  const said = `${stdout.toString("utf8")}\n${stderr}`;
  const good =
    said
      .split("\n")
      .map((line) => GOOD_SSH.exec(line))
      .find((found) => found !== null) ?? null;
  if (code === 0 && good !== null) return { state: "good", signer: good[1] ?? "", key: good[2] ?? "" };
  const key = /with \S+ key (SHA256:[A-Za-z0-9+/=]+)/.exec(said)?.[1];
  const keyed = key === undefined ? {} : { key };
  if (/unable to open|allowed signers|cannot run|ssh-keygen -Y/i.test(said) && good === null && key === undefined) {
    return { state: "unverifiable", reason: lastLine(said) };
  }
  if (/Good "git" signature|No principal matched|key is revoked|expired|not yet valid/i.test(said)) {
    return { state: "untrusted", ...keyed, reason: "the key is not among the allowed signers at the tag's date" };
  }
  return { state: "bad", ...keyed, reason: "the signature does not match the tag" };
}

const GOOD_SSH = /^Good "git" signature for (.*) with \S+ key (SHA256:\S+)$/;

/** See doc/DETAILS of GnuPG for the status lines. */
async function verifyOpenPgp(
  context: Context,
  tag: Tag,
  options: VerifyOptions,
  variables: Readonly<Record<string, string>>,
): Promise<Verification> {
  const { gnupgHome } = options;
  if (gnupgHome === undefined) {
    return {
      state: "unverifiable",
      reason: "it is an OpenPGP signature, and no GnuPG home with trusted keys was given",
    };
  }
  assertAbsolute(gnupgHome, "GnuPG home");
  const { code, stderr } = await context.git({
    command: "verify-tag",
    options: ["--raw"],
    values: [tag.id],
    answers: [0, 1],
    config: { "gpg.program": "gpg", "gpg.openpgp.program": "gpg" },
    variables: { ...variables, GNUPGHOME: gnupgHome },
  });
  const status = (word: string): string | undefined =>
    stderr
      .split("\n")
      .find((line) => line.startsWith(`[GNUPG:] ${word} `))
      ?.slice(`[GNUPG:] ${word} `.length);
  const key = status("VALIDSIG")?.split(" ")[0];
  const keyed = key === undefined ? {} : { key };
  const good = status("GOODSIG");
  if (code === 0 && good !== undefined && key !== undefined) {
    return { state: "good", signer: good.slice(good.indexOf(" ") + 1), ...keyed };
  }
  if (status("BADSIG") !== undefined) return { state: "bad", reason: "the signature does not match the tag" };
  for (const [word, reason] of UNTRUSTED) {
    if (status(word) !== undefined) return { state: "untrusted", ...keyed, reason };
  }
  return { state: "unverifiable", reason: lastLine(stderr) };
}

const UNTRUSTED: readonly (readonly [word: string, reason: string])[] = [
  ["REVKEYSIG", "the key is revoked"],
  ["EXPKEYSIG", "the key has expired"],
  ["EXPSIG", "the signature has expired"],
  ["NO_PUBKEY", "the key is not among the trusted ones"],
];

function assertAbsolute(path: string, what: string): void {
  if (isAbsolute(path)) return;
  throw invalid(`the ${what} ${quote(path)} is not an absolute path`, {
    remedy: "Give the path from the root, outside the repository that is checked.",
  });
}

function lastLine(text: string): string {
  return shorten(text.trim().split("\n").at(-1) ?? "git gave no reason", 300);
}
