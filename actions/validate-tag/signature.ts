import { invalid, quote, Stop, type HostFacts } from "@release-actions/action-types";
import { readWorkspaceFile } from "@release-actions/files";
import type { ObjectId, Remote, Repository } from "@release-actions/git";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
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

export async function judgeSignature(repository: Repository, host: HostFacts, question: SignatureQuestion): Promise<Row> {
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
        return fail("signed", `${tag} is signed by a key that is not trusted: ${reason}`, "have a signer of allowed-signers make the tag, or add the key there");
      case "bad":
        return fail("signed", `the signature of ${tag} does not match the tag: ${reason}`, "do not release it; make the tag anew under a new version");
      case "unverifiable":
        return unknown("signed", `the signature of ${tag} cannot be checked here: ${reason}`, "sign with an SSH key (git config gpg.format ssh)");
    }
  } catch (error) {
    return unanswered("signed", error);
  }
}

/** Whoever makes the tag decides what the commit holds: signers that it brings itself are weak evidence. */
async function trust(repository: Repository, { tag, commit }: SignatureQuestion, { path }: Signers, signer = "an unnamed signer"): Promise<Row> {
  const own = path !== undefined && commit !== undefined && (await repository.readFile(commit, path, MAX_SIGNERS_BYTES)) !== undefined;
  if (!own) return pass("signed", `${tag} is signed by ${signer}`);
  return warn(
    "signed",
    `${tag} is signed by ${signer}, but the list of signers comes from the tagged commit itself`,
    "give the lines of the list as allowed-signers, from a variable that only administrators can change",
  );
}

interface Signers {
  readonly file: string;
  /** Set when the list is a file of the workspace. */
  readonly path?: string;
}

/** Signers are given as lines such as `release@example.org ssh-ed25519 AAAA…`, or as the path of a file of them. */
export async function writeSigners(host: HostFacts, given: string): Promise<Signers> {
  const inline = /\s(?:ssh-|ecdsa-|sk-)/.test(given);
  const content = inline ? `${given}\n` : await readWorkspaceFile(host, given, { maxBytes: MAX_SIGNERS_BYTES }).catch(noSigners(given));
  const file = join(host.temporary, "allowed-signers");
  await writeFile(file, content, { mode: 0o600 });
  return inline ? { file } : { file, path: given };
}

function noSigners(given: string): (error: unknown) => never {
  return (error) => {
    const why = error instanceof Stop ? `: ${error.message}` : "";
    throw invalid(`the input allowed-signers names no readable file ${quote(given)}${why}`, {
      remedy: "Give a path in the workspace, or the lines themselves: <principal> ssh-ed25519 <key>.",
      cause: error,
    });
  };
}
