import { ActionError, undecided } from "@release-actions/action";

/**
 * A look for what a write may have made. Where an answer was in doubt, Jira's refusal to let us look says nothing about
 * the object: it must not end as "nothing was tried".
 */
export async function readBack<T>(inDoubt: boolean, look: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (!inDoubt || !(error instanceof ActionError) || error.verdict !== "invalid") throw error;
    throw undecided(error.message, { ...error.details, cause: error });
  }
}
