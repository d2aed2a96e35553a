import { ActionError, type Problem } from "@release-actions/action";

/** Does all of it and reports all that was in the way, not the first alone. One ActionError alone is thrown as it is. */
export async function collectStops<T>(tasks: readonly (() => Promise<T>)[], what: string): Promise<T[]> {
  const results: T[] = [];
  const stops: ActionError[] = [];
  for (const task of tasks) {
    try {
      results.push(await task());
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      stops.push(error);
    }
  }
  const [first] = stops;
  if (first === undefined) return results;
  if (stops.length === 1) throw first;
  const verdict = stops.every((stop) => stop.verdict === first.verdict) ? first.verdict : "invalid";
  throw new ActionError(verdict, `${stops.length} ${what}`, { problems: stops.flatMap(problemsOf) });
}

function problemsOf({ message, details }: ActionError): readonly Problem[] {
  if (details.problems !== undefined) return details.problems;
  return [details.remedy === undefined ? { what: message } : { what: message, remedy: details.remedy }];
}
