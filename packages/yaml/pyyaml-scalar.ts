import { notJson, type Value } from "./value.ts";

/** What a plain scalar cannot be: PyYAML resolves it to a tag that its safe loader has no constructor for. */
export class ScalarError extends Error {}

/**
 * A plain (unquoted) scalar as PyYAML's SafeLoader reads it: YAML 1.1 with its implicit resolvers, which differ from
 * the specification of 1.1 too (`y` stays a text, `12e03` as well).
 */
export function resolvePlain(text: string): Value {
  switch (kindOfPlain(text)) {
    case "text":
      return text;
    case "null":
      return null;
    case "bool":
      return /^(?:yes|true|on)$/i.test(text);
    case "int":
      return integer(text);
    case "float":
      return float(text);
    case "date":
      return date(text);
    case "special":
      throw new ScalarError(
        `a plain ${JSON.stringify(text)} has its own meaning in YAML 1.1 and cannot be a value; quote it`,
      );
  }
}

export type PlainKind = "text" | "null" | "bool" | "int" | "float" | "date" | "special";

const BOOL = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/;
const NULL = /^(?:~|null|Null|NULL|)$/;
const INT =
  /^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const FLOAT =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const DATE =
  /^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)$/;

/** The characters that a plain scalar of another kind than text can begin with. */
const NUMERIC = /^[-+.0-9]/;
const WORD = /^[yYnNtTfFoO~]/;

export function kindOfPlain(text: string): PlainKind {
  if (text === "") return "null";
  if (NUMERIC.test(text)) {
    if (FLOAT.test(text)) return "float";
    if (INT.test(text)) return "int";
    return DATE.test(text) ? "date" : "text";
  }
  if (WORD.test(text)) return text.length > 5 ? "text" : BOOL.test(text) ? "bool" : NULL.test(text) ? "null" : "text";
  return text === "=" || text === "<<" ? "special" : "text";
}

/** PyYAML makes a date of it, and fails at one that is in no calendar. */
function date(text: string): Value {
  const [year, month, day, hour = 0, minute = 0, second = 0] = text.split(/[^0-9]+/).map(Number) as [
    number,
    number,
    number,
    ...number[],
  ];
  const days = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > days || hour > 23 || minute > 59 || second > 59)
    throw new ScalarError(`${JSON.stringify(text)} looks like a date and is none; quote it`);
  return notJson(text);
}

function integer(text: string): number {
  const negative = text.startsWith("-");
  const digits = text.replace(/_/g, "").replace(/^[-+]/, "");
  const amount = digits.includes(":")
    ? sexagesimal(digits)
    : /^0[bx]/.test(digits)
      ? digits.length > 2
        ? Number(digits)
        : NaN
      : /^0[0-7]/.test(digits)
        ? Number(`0o${digits.slice(1)}`)
        : Number(digits);
  if (Number.isNaN(amount)) throw new ScalarError(`${JSON.stringify(text)} looks like a number and is none; quote it`);
  return negative ? -amount : amount;
}

function float(text: string): number {
  const negative = text.startsWith("-");
  const digits = text.replace(/_/g, "").replace(/^[-+]/, "").toLowerCase();
  const amount =
    digits === ".inf"
      ? Infinity
      : digits === ".nan"
        ? NaN
        : digits.includes(":")
          ? sexagesimal(digits)
          : Number(digits);
  return negative ? -amount : amount;
}

function sexagesimal(digits: string): number {
  return digits.split(":").reduce((total, part) => total * 60 + Number(part), 0);
}

/**
 * What a YAML 1.2 parser (core schema) reads where PyYAML reads something else: "a text", "a number 100", …; undefined
 * where both agree.
 */
export function readBy12(text: string): string | undefined {
  const kind = kindOfPlain(text);
  // Most texts begin as no other scalar can, in either version.
  if (kind === "text" && !NUMERIC.test(text) && !WORD.test(text)) return undefined;
  const core = coreValue(text);
  if (kind === "text") return typeof core === "string" ? undefined : describe(core);
  if (kind === "special") return "a text";
  const value = resolvePlain(text);
  if (Object.is(core, value) || (typeof core === "number" && typeof value === "number" && core === value))
    return undefined;
  return describe(core);
}

function coreValue(text: string): string | number | boolean | null {
  if (/^(?:~|null|Null|NULL|)$/.test(text)) return null;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  if (/^[-+]?[0-9]+$/.test(text) || /^0x[0-9a-fA-F]+$/.test(text) || /^0o[0-7]+$/.test(text)) return Number(text);
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(text)) return Number(text);
  const special = /^([-+]?)\.(inf|Inf|INF)$/.exec(text);
  if (special !== null) return special[1] === "-" ? -Infinity : Infinity;
  return /^\.(?:nan|NaN|NAN)$/.test(text) ? NaN : text;
}

function describe(value: string | number | boolean | null): string {
  if (value === null) return "null";
  return typeof value === "string" ? "a text" : typeof value === "number" ? `the number ${value}` : String(value);
}

/** A plain scalar as PyYAML reads it, in words. */
export function readByPyYaml(text: string): string {
  const kind = kindOfPlain(text);
  if (kind === "special") return "an error";
  if (kind === "date") return "a date";
  const value = resolvePlain(text);
  return describe(value as string | number | boolean | null);
}
