import type { OwnHint } from "../hints/index.ts";
import type { End } from "./host.ts";

/** The hints that a repository keeps, given the input `config`. Read only after a failure. */
export type OwnHints = (config: string | undefined) => Promise<readonly OwnHint[]>;

type Failed = Pick<End, "problems" | "message">;

/**
 * A failure with a hint under each error that is known; the same one is shown once. Loaded only here, at a bad end, and
 * whatever goes wrong with hints changes nothing about how the action ended.
 */
export async function withHints<F extends Failed>(
  failure: F,
  services: readonly string[],
  own: () => Promise<readonly OwnHint[]>,
): Promise<F & Pick<End, "problems" | "hint">> {
  try {
    const { findHint, KNOWN_HINTS, readHints } = await import("../hints/index.ts");
    const rules = [...readHints(await own().catch(() => [])), ...KNOWN_HINTS];
    const shown = new Set<string>();
    const hintOf = (error: string) => {
      const found = findHint(error, services, rules);
      if (found === undefined || shown.has(found.hint)) return {};
      shown.add(found.hint);
      const { hint, command } = found;
      return { hint: { hint, ...(command !== undefined && { command }) } };
    };
    const problems = failure.problems.map((problem) => ({ ...problem, ...hintOf(problem.what) }));
    return { ...failure, problems, ...(problems.length === 0 && hintOf(failure.message ?? "")) };
  } catch {
    return failure;
  }
}
