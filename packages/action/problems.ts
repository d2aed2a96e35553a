import { ActionError, invalid } from "./errors.ts";
import type { Problem } from "./errors.ts";

/** The problems of an expected error, or the error itself as one. `input`: the one they came in by, unless they say. */
export function toProblems({ message, details }: ActionError, input?: string): readonly Problem[] {
  const { problems = [], remedy } = details;
  const found = problems.length > 0 ? problems : [{ what: message, ...(remedy !== undefined && { remedy }) }];
  return input === undefined ? found : found.map((problem) => ({ input, ...problem }));
}

/** `invalid` with all problems. The message is the only problem, or their number and `kind`. */
export function invalidWith(problems: readonly Problem[], kind = "problems with the inputs"): ActionError {
  const [only] = problems;
  return invalid(problems.length === 1 && only !== undefined ? only.what : `${problems.length} ${kind}`, { problems });
}

/**
 * The result of one check, or undefined with its problems added: an invalid input must not hide those of other checks.
 * Any other error is thrown.
 */
export async function collectProblems<T>(
  problems: Problem[],
  check: () => T | Promise<T>,
  input?: string,
): Promise<T | undefined> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof ActionError) || error.verdict !== "invalid") throw error;
    problems.push(...toProblems(error, input));
    return undefined;
  }
}

/**
 * Runs all tasks, one after another, and reports everything that is wrong, not only the first. One ActionError alone is
 * thrown as it is; several become one, whose message is their number and `kind`.
 */
export async function runAll<T>(tasks: readonly (() => Promise<T>)[], kind: string): Promise<T[]> {
  const results: T[] = [];
  const errors: ActionError[] = [];
  for (const task of tasks) {
    try {
      results.push(await task());
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      errors.push(error);
    }
  }
  const [first] = errors;
  if (first === undefined) return results;
  if (errors.length === 1) throw first;
  const verdict = errors.every((error) => error.verdict === first.verdict) ? first.verdict : "invalid";
  throw new ActionError(verdict, `${errors.length} ${kind}`, {
    problems: errors.flatMap((error) => toProblems(error)),
  });
}
