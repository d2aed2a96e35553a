import { MEANING_START, NUMBER_START } from "./characters.ts";

/**
 * What a plain scalar is for every reader alike: YAML 1.2's core schema, YAML 1.1 and PyYAML, which differs from
 * both. Undefined where they disagree, and where to know that they do not is not worth the time.
 */
export function resolvePlain(text: string): string | number | boolean | null | undefined {
  const first = text.charCodeAt(0);
  if (MEANING_START[first] === 1) {
    if (text.length > LONGEST_WORD) return text;
    const word = WORDS.get(text);
    return word === undefined && !DISPUTED.has(text) ? text : word;
  }
  if (NUMBER_START[first] !== 1 || !NUMBER_OR_DATE.test(text)) return text;
  if (SIMPLE_NUMBER.test(text)) return text === "-0" ? undefined : Number(text);
  return VERSION.test(text) ? text : undefined;
}

const LONGEST_WORD = "false".length;

const WORDS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ...["~", "null", "Null", "NULL"].map((text) => [text, null] as const),
  ...["true", "True", "TRUE"].map((text) => [text, true] as const),
  ...["false", "False", "FALSE"].map((text) => [text, false] as const),
]);

/** Booleans for some, texts for others; the keys and values of YAML 1.1 with a meaning of their own. */
const DISPUTED: ReadonlySet<string> = new Set([..."yYnN=", ...["yes", "no", "on", "off"].flatMap((word) => [word, word.toUpperCase(), `${word.charAt(0).toUpperCase()}${word.slice(1)}`]), "<<"]);

/** Whatever looks like a number to base 10 or 60, to base 2, 8 or 16, like a special one, or like a date. */
const NUMBER_OR_DATE = /^(?:[-+]?[0-9_.:]*(?:[eE][-+]?[0-9][0-9_.]*)?|[-+]?0(?:b[01_]+|o[0-7_]+|x[0-9a-fA-F_]+)|[-+]?\.(?:inf|Inf|INF|nan|NaN|NAN)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*)$/;
/** Whole numbers to base 10 and fractions, short enough to be exact for all. */
const SIMPLE_NUMBER = /^-?(?:0|[1-9][0-9]{0,14}|(?:0|[1-9][0-9]{0,8})\.[0-9]{1,6})$/;
/** Two dots and digits between are a text. */
const VERSION = /^[0-9]+\.[0-9]+\.[0-9.]*[0-9]$/;
