import { invalid, quote, ActionError, type HostFacts } from "@release-actions/action";
import { isInside, placeOf, readPlace } from "@release-actions/files";
import type { ObjectId, Remote, Repository } from "@release-actions/git";
import { writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fail, pass, unanswered, unknown, warn, type CheckRow } from "@release-actions/report";

type SignedRow = CheckRow<"signed">;

const MAX_SIGNERS_BYTES = 1024 * 1024;

export interface SignatureRequest {
  readonly tag: string;
  readonly commit: ObjectId | undefined;
  /** The file's path in the workspace, or its lines. */
  readonly allowedSigners: string;
  readonly remote: Remote | undefined;
  /** The checkout has lost the tag object; it is read from the remote. */
  readonly flattened: boolean;
}

export async function judgeSignature(
  repository: Repository,
  host: HostFacts,
  request: SignatureRequest,
): Promise<SignedRow> {
  const { tag, remote } = request;
  const signers = await writeSigners(host, request.allowedSigners);
  try {
    if (request.flattened && remote !== undefined) await repository.fetchTag(remote, tag);
    const { state, signer, reason = "" } = await repository.verifyTag(tag, { allowedSigners: signers.file });
    switch (state) {
      case "good":
        return await trust(repository, request, signers, signer);
      case "unsigned":
        return fail("signed", `${tag} is not signed`, "sign the next tag: git tag -s <tag> -m <message>");
      case "untrusted":
        return fail(
          "signed",
          `${tag} is signed by a key that is not trusted: ${reason}`,
          "have one of allowed-signers make the tag, or add the key there",
        );
      case "bad":
        return fail(
          "signed",
          `the signature of ${tag} does not match the tag: ${reason}`,
          "do not release it; make a new tag with a new version",
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

/** Whoever makes the tag decides what the commit holds: signers in the commit itself are weak evidence. */
async function trust(
  repository: Repository,
  { tag, commit }: SignatureRequest,
  { path }: Signers,
  signer = "an unnamed signer",
): Promise<SignedRow> {
  const own =
    path !== undefined &&
    commit !== undefined &&
    (await repository.readFile(commit, path, MAX_SIGNERS_BYTES)) !== undefined;
  if (!own) return pass("signed", `${tag} is signed by ${signer}`);
  return warn(
    "signed",
    `${tag} is signed by ${signer}, but the list of signers comes from the tagged commit itself`,
    "set allowed-signers to the lines of the list, from a variable that only administrators can change",
  );
}

interface Signers {
  readonly file: string;
  /** Relative to the workspace, if the list is a file in it. */
  readonly path?: string;
}

/** Signers are lines such as `release@example.org ssh-ed25519 AAAA…`, or the path of a file with such lines. */
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
    throw invalid(`the input allowed-signers does not name a readable file ${quote(given)}${why}`, {
      remedy: "Set the path of a file, or the lines themselves: <principal> ssh-ed25519 <key>.",
      cause: error,
    });
  }
}
