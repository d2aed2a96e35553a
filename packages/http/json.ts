import { quote } from "@release-actions/text";
/** Deeper than any API answers, and far from the stack's end. */
const MAX_DEPTH = 200;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** An object without inherited keys. Made by a constructor, V8 keeps it in a third of what Object.create(null) takes. */
const Fields = function () {} as unknown as new () => object;
Fields.prototype = Object.create(null) as object;

/** What is wrong with a JSON text, and at which character. */
export class JsonError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(`${message} at character ${offset + 1}`);
    this.name = "JsonError";
    this.offset = offset;
  }
}

/**
 * Reads JSON (RFC 8259) more strictly than JSON.parse, for answers that decide something:
 * a key given twice is an error, since parsers differ in which they take; whole numbers beyond 2^53 come as strings of
 * their digits, since they are ids and would lose some; nesting is bounded; objects inherit nothing, so `__proto__`
 * is a key like any other. Bytes must be UTF-8. Throws JsonError.
 */
export function parseJson(source: string | Uint8Array): unknown {
  const text = typeof source === "string" ? source : decode(source);
  let at = 0;

  const value = readValue(0);
  skipSpace();
  if (at < text.length) throw problem("there is more text after the JSON value");
  return value;

  function readValue(depth: number): unknown {
    if (depth > MAX_DEPTH) throw problem(`the JSON is nested deeper than ${MAX_DEPTH} levels`);
    skipSpace();
    switch (text[at]) {
      case "{":
        return readObject(depth);
      case "[":
        return readArray(depth);
      case '"':
        return readString();
      case "t":
        return readWord("true", true);
      case "f":
        return readWord("false", false);
      case "n":
        return readWord("null", null);
      case undefined:
        throw problem(text.trim() === "" ? "the JSON is empty" : "the JSON is cut off");
      default:
        return readNumber();
    }
  }

  function readObject(depth: number): unknown {
    const object = new Fields() as Record<string, unknown>;
    at += 1;
    skipSpace();
    if (text[at] === "}") return finish(object);
    for (;;) {
      skipSpace();
      if (text[at] !== '"') throw problem(at >= text.length ? "the JSON is cut off" : "a key in quotes is missing");
      const start = at;
      const key = readString();
      if (key in object) throw problem(`the key ${quote(key)} is given twice`, start);
      skipSpace();
      if (text[at] !== ":") throw problem(at >= text.length ? "the JSON is cut off" : '":" is missing');
      at += 1;
      object[key] = readValue(depth + 1);
      if (endsWith("}")) return object;
    }
  }

  function readArray(depth: number): unknown {
    const array: unknown[] = [];
    at += 1;
    skipSpace();
    if (text[at] === "]") return finish(array);
    for (;;) {
      array.push(readValue(depth + 1));
      if (endsWith("]")) return array;
    }
  }

  function finish<T>(container: T): T {
    at += 1;
    return container;
  }

  /** Steps over the "," or the closing bracket after an element; true for the bracket. */
  function endsWith(bracket: string): boolean {
    skipSpace();
    const found = text[at];
    if (found !== "," && found !== bracket) {
      throw problem(found === undefined ? "the JSON is cut off" : `"," or "${bracket}" is missing`);
    }
    at += 1;
    return found === bracket;
  }

  function readString(): string {
    const start = at;
    let result = "";
    let from = (at += 1);
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 0x22) {
        result += text.slice(from, at);
        at += 1;
        return result;
      }
      if (code === 0x5c) {
        result += text.slice(from, at) + readEscape();
        from = at;
      } else if (code < 0x20) {
        throw problem("a string contains a control character");
      } else if (Number.isNaN(code)) {
        throw problem("the JSON is cut off in a string", start);
      } else {
        at += 1;
      }
    }
  }

  function readEscape(): string {
    const letter = text[at + 1] ?? "";
    const simple = ESCAPES[letter];
    if (simple !== undefined) {
      at += 2;
      return simple;
    }
    const digits = text.slice(at + 2, at + 6);
    if (letter !== "u" || !/^[0-9a-fA-F]{4}$/.test(digits)) throw problem("an escape in a string is not valid");
    at += 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  function readNumber(): number | string {
    NUMBER.lastIndex = at;
    // Where it ends, without the array that `exec` makes: answers have thousands of numbers.
    if (!NUMBER.test(text)) throw problem("a value is missing or is not JSON");
    const digits = text.slice(at, NUMBER.lastIndex);
    const number = Number(digits);
    if (!Number.isFinite(number)) throw problem("a number is out of range");
    at = NUMBER.lastIndex;
    return /^-?[0-9]+$/.test(digits) && !Number.isSafeInteger(number) ? digits : number;
  }

  function readWord<T>(word: string, meaning: T): T {
    if (!text.startsWith(word, at)) {
      throw problem(word.startsWith(text.slice(at)) ? "the JSON is cut off" : "a value is not JSON");
    }
    at += word.length;
    return meaning;
  }

  function skipSpace(): void {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      at += 1;
    }
  }

  function problem(message: string, offset = at): JsonError {
    return new JsonError(message, offset);
  }
}

/** A byte order mark is kept, and so is not JSON. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new JsonError("the JSON is not UTF-8", new TextDecoder().decode(bytes).indexOf("\ufffd"));
  }
}
