import { Stop, type Problem } from "@release-actions/action-types";

/** Does all of it and reports all that was in the way, not the first alone. One Stop alone is thrown as it is. */
export async function collectStops<T>(tasks: readonly (() => Promise<T>)[], what: string): Promise<T[]> {
  const results: T[] = [];
  const stops: Stop[] = [];
  for (const task of tasks) {
    try {
      results.push(await task());
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      stops.push(error);
    }
  }
  const [first] = stops;
  if (first === undefined) return results;
  if (stops.length === 1) throw first;
  const verdict = stops.every((stop) => stop.verdict === first.verdict) ? first.verdict : "invalid";
  throw new Stop(verdict, `${stops.length} ${what}`, { problems: stops.flatMap(problemsOf) });
}

function problemsOf({ message, details }: Stop): readonly Problem[] {
  if (details.problems !== undefined) return details.problems;
  return [details.remedy === undefined ? { what: message } : { what: message, remedy: details.remedy }];
}
