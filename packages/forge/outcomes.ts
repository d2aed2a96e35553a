import { ActionError, refused, undecided, unknown } from "@release-actions/action";
import type { Reply } from "@release-actions/http";
import { quote } from "@release-actions/text";

/** An answer about another tag says nothing about this one. */
export function assertTag(tag: string, answered: string, reply: Reply): void {
  if (answered === tag) return;
  const { host } = new URL(reply.url);
  throw undecided(`${host} answered with the tag ${quote(answered)} instead of ${quote(tag)}`, {
    remedy: "Check the API's address, and any proxy that changes the forge's answers.",
  });
}

/**
 * Once anything is written, neither "nothing was tried" nor "nothing was changed" holds any more. What is missing is
 * known to the journal, in full.
 */
export async function afterWrites<T>(work: Promise<T>, done: readonly string[]): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    const details = { ...error.details, missing: [], cause: error };
    if (done.length > 0 && error.verdict === "invalid") throw refused(error.message, details);
    if (done.length > 0 && error.verdict === "undecided") throw unknown(error.message, details);
    throw new ActionError(error.verdict, error.message, details);
  }
}
