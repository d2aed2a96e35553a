import { invalid } from "@release-actions/action";
import { shorten } from "@release-actions/text";
import { MARKER } from "./marker.ts";
import { lineAt, type Found, type Place } from "./place.ts";
import { pythonTokens, statements, type Token } from "./python-tokens.ts";

/** Tried in this order; the first that is assigned counts. */
const NAMES = ["__version__", "__VERSION__", "VERSION", "version"];

/**
 * The version that a Python file assigns: `__version__ = "1.2.3"` in every spelling of the language (annotated,
 * chained, in parentheses, any quotes) and `VERSION = (1, 2, 3)`. Comments and docstrings are not code, so they are
 * never touched. `key` names another variable.
 */
export function findInPython(file: string, content: string, key: string | undefined): Found {
  const code = [...statements(pythonTokens(content))];
  const names = key === undefined ? NAMES : [key];
  for (const name of names) {
    const found = assigned(file, content, code, name);
    if (found.places.length > 0 || found.elsewhere !== undefined) return found;
  }
  return { places: [], looked: names.map((name) => `${name} = "…"`).join(", ") };
}

/** The version in setup.py: the argument of `setup(version="1.2.3")`, or the variable of this file it is given. */
export function findInSetupPy(file: string, content: string, key: string | undefined): Found {
  if (key !== undefined) return findInPython(file, content, key);
  const code = [...statements(pythonTokens(content))];
  for (const statement of code) {
    const value = setupArgument(statement);
    if (value === undefined) continue;
    const place = placeOf(value, "setup(version)");
    if (place !== undefined) return { places: [place], looked: "setup(version=…)" };
    const [only] = value;
    if (value.length === 1 && only?.kind === "word") {
      const found = assigned(file, content, code, only.text);
      if (found.places.length > 0) return found;
    }
    return { places: [], looked: "setup(version=…)", elsewhere: computed(content, "setup(version)", value) };
  }
  return findInPython(file, content, undefined);
}

function assigned(file: string, content: string, code: readonly Token[][], name: string): Found {
  const places: Place[] = [];
  const looked = `${name} = "…"`;
  for (const statement of code) {
    const value = assignment(statement, name);
    if (value === undefined) {
      if (!imports(statement, name)) continue;
      const where = `line ${lineAt(content, statement[0]?.start ?? 0)} imports ${name} from another module`;
      return { places: [], looked, elsewhere: { what: where, remedy: "List the file that assigns it instead." } };
    }
    const place = placeOf(value, name) ?? tuple(file, content, value, name);
    // One computed assignment next to a literal one means that the literal is only a fallback.
    if (place === undefined) return { places: [], looked, elsewhere: computed(content, name, value) };
    places.push(place);
  }
  return { places, looked };
}

/** The value's tokens when the statement assigns to `name`, also as one of several targets or with an annotation. */
function assignment(statement: readonly Token[], name: string): Token[] | undefined {
  const first = statement[0];
  if (first?.kind !== "word") return undefined;
  if (statement[1]?.text === ":") {
    const equals = statement.findIndex((token) => token.text === "=" && token.kind === "mark" && token.depth === 0);
    return first.text === name && equals > 0 ? statement.slice(equals + 1) : undefined;
  }
  let at = 0;
  let isTarget = false;
  while (statement[at]?.kind === "word" && statement[at + 1]?.kind === "mark" && statement[at + 1]?.text === "=") {
    isTarget ||= statement[at]?.text === name;
    at += 2;
  }
  return isTarget ? statement.slice(at) : undefined;
}

function imports(statement: readonly Token[], name: string): boolean {
  const isImport =
    statement[0]?.text === "from" && statement.some(({ kind, text }) => kind === "word" && text === "import");
  return isImport && statement.at(-1)?.text === name;
}

/** The tokens of the argument `version` in a call of `setup`. */
function setupArgument(statement: readonly Token[]): Token[] | undefined {
  const call = statement.findIndex(
    ({ kind, text }, i) => kind === "word" && text === "setup" && statement[i + 1]?.text === "(",
  );
  if (call < 0) return undefined;
  const inside = (statement[call]?.depth ?? 0) + 1;
  const start = statement.findIndex(
    ({ kind, text, depth }, i) =>
      i > call && depth === inside && kind === "word" && text === "version" && statement[i + 1]?.text === "=",
  );
  if (start < 0) return undefined;
  const rest = statement.slice(start + 2);
  const end = rest.findIndex(
    ({ kind, text, depth }) => kind === "mark" && depth <= inside && (text === "," || text === ")"),
  );
  return end < 0 ? rest : rest.slice(0, end);
}

function placeOf(value: readonly Token[], key: string): Place | undefined {
  const isWrapped = value.length === 3 && value[0]?.text === "(" && value[2]?.text === ")";
  const token = isWrapped ? value[1] : value[0];
  if ((value.length !== 1 && !isWrapped) || token?.inner?.literal !== true) return undefined;
  return { start: token.inner.start, end: token.inner.end, version: token.text, key };
}

/** `(1, 2, 3)`, `[1, 2, 3]` or `1, 2, 3`: read as 1.2.3; the separators stay as they are when it is replaced. */
function tuple(file: string, content: string, value: readonly Token[], key: string): Place | undefined {
  const opens = value[0]?.kind === "mark" && "([".includes(value[0].text) ? 1 : 0;
  const parts = value.slice(opens, value.length - opens).filter(({ text }) => text !== ",");
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined || parts.length < 2) return undefined;
  if (!parts.every(({ kind, text }) => kind === "word" && /^[0-9]{1,9}$/.test(text))) return undefined;
  const render = (next: string): string => {
    const numbers = next.split(".");
    if (numbers.length !== parts.length || !numbers.every((number) => /^(?:0|[1-9][0-9]{0,8})$/.test(number))) {
      throw invalid(
        `${file}:${lineAt(content, first.start)}: ${key} is a tuple of ${parts.length} numbers and cannot say ${next}`,
        {
          remedy: `Write ${key} as a string, or release a version of ${parts.length} numbers.`,
        },
      );
    }
    let text = "";
    let from = first.start;
    parts.forEach((part, i) => {
      text += content.slice(from, part.start) + numbers[i];
      from = part.end;
    });
    return text;
  };
  return { start: first.start, end: last.end, version: parts.map(({ text }) => text).join("."), key, render };
}

function computed(content: string, name: string, value: readonly Token[]): { what: string; remedy: string } {
  const [first, last] = [value[0], value.at(-1)];
  const source =
    first === undefined || last === undefined ? "nothing" : shorten(content.slice(first.start, last.end), 80);
  return {
    what: `line ${lineAt(content, first?.start ?? 0)}: ${name} is computed (${source}), not written as one plain string`,
    remedy: `List the file that holds the literal instead, or put the comment ${MARKER} on its line.`,
  };
}
