import * as z from "zod/mini";

/**
 * Fields of replies, for the schemas that `read` and `write` take. A schema describes the fields that are read and
 * ignores all others. The messages continue the field's name. Load a schema with `await import()` once the reply is
 * there: zod takes longer to load than many actions take to finish.
 */
export const text = z.string("should be a string");

export const flag = z.boolean("should be true or false");

/** Not negative, and exact. */
export const count = z.custom<number>(
  (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  "should be a whole number",
);

/** Ids are compared and put into paths, never computed with: they are kept as text, of any length. */
export const id = z.pipe(
  z.custom<string | number>(
    (value) => /^[0-9]+$/.test(typeof value === "string" || Number.isSafeInteger(value) ? String(value) : ""),
    "should be an id",
  ),
  z.transform(String),
);

export function isObjectId(value: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
}

/** Of git, by SHA-1 or SHA-256. */
export const objectId = z.custom<string>(
  (value) => typeof value === "string" && isObjectId(value),
  "should be an object id",
);

export const object = <S extends z.core.$ZodShape>(shape: S) => z.object(shape, "should be an object");

export const list = <S extends z.core.$ZodType>(item: S) => z.array(item, "should be a list");

/** Undefined where it is missing or null. */
export const maybe = <S extends z.core.$ZodType>(field: S) =>
  z.pipe(
    z.nullish(field),
    z.transform((value) => value ?? undefined),
  );
