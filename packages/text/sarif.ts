import { oneLine, shorten } from "./inert.ts";
import { secrets } from "./redact.ts";

/**
 * Text from outside as plain text of a SARIF 2.1.0 message: on one line, nothing invisible, at most about `max` long,
 * and nothing that a viewer makes more of. Even in plain text `[text](target)` is a link (section 3.11.6), and `{0}`
 * stands for an argument (3.11.5). The spec's own escapes would be shown as they are by viewers that know none of it,
 * GitHub's among them, so a space breaks both. Without a registered secret, which a space would hide from a search.
 */
export function inertSarif(text: string, max: number): string {
  const clean = secrets.redact(shorten(text, 4 * max));
  const line = /^[ -~]*$/.test(clean) ? clean : oneLine(clean);
  return shorten(line, max).replaceAll("](", "] (").replace(/\{(?=\d+\})/g, "{ ");
}
