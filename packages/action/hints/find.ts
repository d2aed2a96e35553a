/** Who said the error. `any`: what the network or any server may say. */
export const SERVICES = ["any", "git", "github", "gitlab", "jira", "kubernetes", "prometheus", "quay"] as const;
export type Service = (typeof SERVICES)[number];

export interface Hint {
  /** What is most often behind it, and what to do. */
  readonly hint: string;
  /** A command that shows more or fixes it. */
  readonly command?: string | undefined;
}

export interface HintRule extends Hint {
  readonly service: Service;
  /** Fits where every word of every part is in the error; the words of a part next to each other. */
  readonly match: readonly string[];
}

/** A hint as a repository writes it in release-actions.yml. */
export interface OwnHint extends Hint {
  readonly service: Service;
  /** All of these words, in any order. */
  readonly match: string;
}

/** A message is a line or two; what is far behind them is a page that came instead. */
const LONGEST = 20_000;

/** Rules of a repository: each word is its own part. Those without a word fit nothing. */
export function readHints(own: readonly OwnHint[]): HintRule[] {
  return own.flatMap(({ match, ...rest }) => {
    const words = plainWords(match).trim();
    return words === "" ? [] : [{ ...rest, match: words.split(" ") }];
  });
}

/**
 * The hint for an error of one of these services: the first of the rules that fits, those for `any` after all others.
 * Words are compared whole and without regard to case, so that `Unhealthy` is not `healthy`. Linear in the error.
 */
export function findHint(error: string, services: readonly string[], rules: readonly HintRule[]): HintRule | undefined {
  const words = plainWords(error);
  const fits = ({ match }: HintRule) => match.length > 0 && match.every((part) => words.includes(plainWords(part)));
  return (
    rules.find((rule) => rule.service !== "any" && services.includes(rule.service) && fits(rule)) ??
    rules.find((rule) => rule.service === "any" && fits(rule))
  );
}

/** Lower case, one space around every word: MANIFEST_UNKNOWN is " manifest unknown ". */
function plainWords(text: string): string {
  return ` ${text
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}
