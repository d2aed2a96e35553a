import type { Schema } from "./types.ts";

/**
 * What is read of a service's answer: only the fields that are used, anything else ignored. A schema library would cost
 * each run more time than all answers together.
 */
export type Read<T> = (value: unknown, path: string) => T;

function mismatch(path: string, wanted: string): Error {
  return Object.assign(new Error(`should be ${wanted}`), { path });
}

export const text: Read<string> = (value, path) => {
  if (typeof value === "string") return value;
  throw mismatch(path, "a text");
};

export const flag: Read<boolean> = (value, path) => {
  if (typeof value === "boolean") return value;
  throw mismatch(path, "true or false");
};

/** Not negative, and exact. */
export const count: Read<number> = (value, path) => {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
  throw mismatch(path, "a whole number");
};

/** Ids are compared and put into paths, never computed with: they are kept as text, of any length. */
export const id: Read<string> = (value, path) => {
  const digits = typeof value === "number" && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof digits === "string" && /^[0-9]+$/.test(digits)) return digits;
  throw mismatch(path, "an id");
};

/** Undefined where it is missing or null. */
export function maybe<T>(read: Read<T>): Read<T | undefined> {
  return (value, path) => (value === undefined || value === null ? undefined : read(value, path));
}

export function listOf<T>(read: Read<T>): Read<T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw mismatch(path, "a list");
    return value.map((item, index) => readItem(read, item, path, index));
  };
}

/** Long lists are read without a path for each item: it is put together where one is wrong. */
export function readItem<T>(read: Read<T>, item: unknown, path: string, index: number): T {
  try {
    return read(item, "");
  } catch (error) {
    const { path: inner } = error as { path?: string };
    if (inner === undefined) throw error;
    const joint = inner === "" || inner.startsWith("[") ? "" : ".";
    throw Object.assign(error as Error, { path: `${path}[${index}]${joint}${inner}` });
  }
}

export function shape<S extends Readonly<Record<string, Read<unknown>>>>(
  parts: S,
): Read<{ readonly [K in keyof S]: ReturnType<S[K]> }> {
  const named = Object.entries(parts);
  return (value, path) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw mismatch(path, "an object");
    const fields = value as Record<string, unknown>;
    const read: Record<string, unknown> = {};
    for (const [name, part] of named) read[name] = part(fields[name], path === "" ? name : `${path}.${name}`);
    return read as { readonly [K in keyof S]: ReturnType<S[K]> };
  };
}

/** As the HTTP client takes it. */
export function schema<T>(read: Read<T>): Schema<T> {
  return {
    safeParse(value) {
      try {
        return { success: true, data: read(value, "") };
      } catch (error) {
        const { message, path = "" } = error as Error & { path?: string };
        return { success: false, error: { issues: [{ path: [path], message }] } };
      }
    },
  };
}
