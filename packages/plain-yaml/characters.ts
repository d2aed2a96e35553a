/** The characters that mean something, as numbers. */
export const SPACE = 0x20;
export const DOUBLE_QUOTE = 0x22;
export const HASH = 0x23;
export const SINGLE_QUOTE = 0x27;
export const COMMA = 0x2c;
export const DASH = 0x2d;
export const COLON = 0x3a;
export const OPEN_LIST = 0x5b;
export const CLOSE_LIST = 0x5d;
export const OPEN_MAP = 0x7b;
export const BAR = 0x7c;
export const CLOSE_MAP = 0x7d;

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const DIGITS = "0123456789";

/** Which of the first 128 characters it is: a table is faster to ask than a regular expression, one by one. */
function table(characters: string): Uint8Array {
  const found = new Uint8Array(128);
  for (const character of characters) found[character.charCodeAt(0)] = 1;
  return found;
}

/** What a key without quotes begins with here, and what follows; what a word in a flow collection is made of. */
export const KEY_START = table(`${LETTERS}_$`);
export const WORD = table(`${LETTERS}${DIGITS}_$./-`);
/** What stands in a key in quotes. */
export const QUOTED_KEY = table(`${LETTERS}${DIGITS}_$./- `);
/** What no plain scalar begins with. A dash has its own rule. */
export const INDICATOR = table(" !&*%@`|>[]{}#,?:\"'-");
/** What only a plain scalar begins with that is a text. */
export const TEXT_START = table("ABCDGHIJKLMPQRSUVWXZabcdghijklmpqrsuvwxz/_$");
/** What a plain scalar begins with that may be a word with a meaning, and one that may be a number or a date. */
export const MEANING_START = table("~=<yYnNtTfFoO");
export const NUMBER_START = table(`${DIGITS}-+.eE`);
