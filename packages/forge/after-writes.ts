import { ActionError, refused, unknown } from "@release-actions/action";

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
