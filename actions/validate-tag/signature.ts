import { invalid, quote, ActionError, type HostFacts } from "@release-actions/action";
import { isInside, placeOf, readPlace } from "@release-actions/files";
import type { ObjectId, Remote, Repository } from "@release-actions/git";
import { writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fail, pass, unanswered, unknown, warn, type Row } from "./report.ts";

const MAX_SIGNERS_BYTES = 1024 * 1024;

export interface SignatureQuestion {
  readonly tag: string;
  readonly commit: ObjectId | undefined;
  /** The file's path in the workspace, or its lines. */
  readonly allowedSigners: string;
  readonly remote: Remote | undefined;
  /** The checkout has no tag object any more; it is read from the remote. */
  readonly flattened: boolean;
}

export async function judgeSignature(
  repository: Repository,
  host: HostFacts,
  question: SignatureQuestion,
): Promise<Row> {
  const { tag, remote } = question;
  const signers = await writeSigners(host, question.allowedSigners);
  try {
    if (question.flattened && remote !== undefined) await repository.fetchTag(remote, tag);
    const { state, signer, reason = "" } = await repository.verifyTag(tag, { allowedSigners: signers.file });
    switch (state) {
      case "good":
        return await trust(repository, question, signers, signer);
      case "unsigned":
        return fail("signed", `${tag} is not signed`, "sign the next tag: git tag -s <tag> -m <message>");
      case "untrusted":
        return fail(
          "signed",
          `${tag} is signed by a key that is not trusted: ${reason}`,
          "have a signer of allowed-signers make the tag, or add the key there",
        );
      case "bad":
        return fail(
          "signed",
          `the signature of ${tag} does not match the tag: ${reason}`,
          "do not release it; make the tag anew under a new version",
        );
      case "unverifiable":
        return unknown(
          "signed",
          `the signature of ${tag} cannot be checked here: ${reason}`,
          "sign with an SSH key (git config gpg.format ssh)",
        );
    }
  } catch (error) {
    return unanswered("signed", error);
  }
}

/** Whoever makes the tag decides what the commit holds: signers that it brings itself are weak evidence. */
async function trust(
  repository: Repository,
  { tag, commit }: SignatureQuestion,
  { path }: Signers,
  signer = "an unnamed signer",
): Promise<Row> {
  const own =
    path !== undefined &&
    commit !== undefined &&
    (await repository.readFile(commit, path, MAX_SIGNERS_BYTES)) !== undefined;
  if (!own) return pass("signed", `${tag} is signed by ${signer}`);
  return warn(
    "signed",
    `${tag} is signed by ${signer}, but the list of signers comes from the tagged commit itself`,
    "give the lines of the list as allowed-signers, from a variable that only administrators can change",
  );
}

interface Signers {
  readonly file: string;
  /** Relative to the workspace, if the list is a file in it. */
  readonly path?: string;
}

/** Signers are given as lines such as `release@example.org ssh-ed25519 AAAA…`, or as the path of a file of them. */
export async function writeSigners(host: HostFacts, given: string): Promise<Signers> {
  const inline = /\s(?:ssh-|ecdsa-|sk-)/.test(given);
  const { content, path } = inline ? { content: `${given}\n`, path: undefined } : readSigners(host, given);
  const file = join(host.temporary, "allowed-signers");
  await writeFile(file, content, { mode: 0o600 });
  return { file, ...(path !== undefined && { path }) };
}

function readSigners(host: HostFacts, given: string): { content: Buffer; path: string | undefined } {
  try {
    const place = placeOf(host, given, { typed: true });
    const workspace = placeOf(host, ".").real;
    const path = isInside(workspace, place.real) ? relative(workspace, place.real).split(sep).join("/") : undefined;
    return { content: readPlace(place, MAX_SIGNERS_BYTES), path };
  } catch (error) {
    const why = error instanceof ActionError ? `: ${error.message}` : "";
    throw invalid(`the input allowed-signers names no readable file ${quote(given)}${why}`, {
      remedy: "Give the path of a file, or the lines themselves: <principal> ssh-ed25519 <key>.",
      cause: error,
    });
  }
}
