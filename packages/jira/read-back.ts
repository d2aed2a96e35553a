import { ActionError, undecided } from "@release-actions/action";

/**
 * Looks up what a write may have created. After an unclear response, `invalid` (Jira rejects the lookup) proves nothing
 * about the object, and must not be reported as "nothing was tried": it becomes `undecided`.
 */
export async function readBack<T>(inDoubt: boolean, look: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (!inDoubt || !(error instanceof ActionError) || error.verdict !== "invalid") throw error;
    throw undecided(error.message, { ...error.details, cause: error });
  }
}
