import { oneLine, secrets, shorten } from "@release-actions/text";

/**
 * Text from outside as plain text for a SARIF 2.1.0 message: on one line, nothing invisible, at most about `max` long,
 * and nothing that a viewer interprets. Even in plain text, `[text](target)` is a link (section 3.11.6) and `{0}` is a
 * placeholder (3.11.5). Viewers that do not implement the spec's escapes, such as GitHub's, would show them literally,
 * so a space breaks both. Redacts first, because the space would hide a secret from a search.
 */
export function inertSarif(text: string, max: number): string {
  const clean = secrets.redact(shorten(text, 4 * max));
  const line = /^[ -~]*$/.test(clean) ? clean : oneLine(clean);
  return shorten(line, max)
    .replaceAll("](", "] (")
    .replace(/\{(?=\d+\})/g, "{ ");
}
