import { createHash } from "node:crypto";
import type { Field } from "./types.ts";

/**
 * The comment by which a later run knows a draft as its own. It is the same for every run of one tag in one
 * repository, and other for every other tag.
 */
export function markerOf(repository: string, tag: string): string {
  const key = createHash("sha256").update(`${repository.toLowerCase()}\n${tag}`).digest("hex").slice(0, 24);
  return `<!-- release-actions: publish-release ${key} -->`;
}

/** Room that a marked text needs beyond the text. */
export const MARKER_CHARACTERS = markerOf("", "").length + 2;

export function withMarker(body: string, marker: string): string {
  const text = withoutMarker(body, marker);
  return text === "" ? marker : `${text}\n\n${marker}`;
}

/** The text alone, with LF line ends and no blank end, so that two texts can be compared. */
export function withoutMarker(body: string, marker: string): string {
  return body.replaceAll("\r\n", "\n").split(marker).join("").trimEnd();
}

/** The text that was set, else the one that exists, else the default. */
export function keptText({ value, explicit }: Field<string>, existing: string | null | undefined): string {
  return explicit || existing === undefined || existing === null || existing.trim() === "" ? value : existing;
}
