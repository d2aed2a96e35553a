import type { Problem } from "@release-actions/action";
import { checksumText, fitText, textAsset } from "@release-actions/forge";
import type { Asset, Forge } from "@release-actions/forge";

export const CHECKSUMS = "SHA256SUMS";
export const FULL_NOTES = "RELEASE_NOTES.md";

export interface Contents {
  readonly body: string | undefined;
  readonly assets: readonly Asset[];
  readonly notices: readonly string[];
}

/**
 * What the release will hold beside the given files: the whole notes where they are longer than the forge takes, and
 * the checksums of all files.
 */
export function contentsOf(
  text: string | undefined,
  files: readonly Asset[],
  checksums: boolean,
  tag: string,
  forge: Forge,
  problems: Problem[],
): Contents {
  const notices: string[] = [];
  const assets = [...files];
  let body = text;
  const url = forge.assetUrl(tag, FULL_NOTES);
  const ending = `---\n\n**These notes are longer than a release can hold. The whole text is in [${FULL_NOTES}](${url}), attached to this release.**`;
  const limit = forge.limits.bodyCharacters;
  const fitted = fitText(text ?? "", limit, ending);
  if (text !== undefined && fitted.cut) {
    body = fitted.text;
    assets.push(textAsset(FULL_NOTES, text));
    notices.push(
      `The notes have ${text.length} characters, ${forge.kind} takes ${limit}: they were cut at the end of a block, and the whole text is attached as ${FULL_NOTES}.`,
    );
  }
  if (checksums && assets.length > 0) assets.push(textAsset(CHECKSUMS, checksumText(assets)));
  problems.push(...ownNameTaken(assets, files));
  if (assets.length > forge.limits.assets) {
    problems.push({
      input: "files",
      what: `the release would have ${assets.length} files; ${forge.kind} takes at most ${forge.limits.assets}`,
      remedy: "Pack several of them into an archive.",
    });
  }
  return { body, assets, notices };
}

function ownNameTaken(assets: readonly Asset[], files: readonly Asset[]): Problem[] {
  const taken = assets.slice(files.length).filter(({ name }) => files.some((file) => file.name === name));
  return taken.map(({ name }) => ({
    input: "files",
    what: `a file of yours and one of this action would both be stored as ${name}`,
    remedy: name === CHECKSUMS ? "Set checksums to false, or leave your file out." : "Rename your file.",
  }));
}
