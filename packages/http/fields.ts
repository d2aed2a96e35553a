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

/**
 * Fails at the first item that does not fit. `z.array` reports every one of them, and a reply of a few megabytes may
 * have more than fit into memory.
 */
export const list = <S extends z.core.$ZodType>(item: S) =>
  z.pipe(
    z.custom<readonly unknown[]>((value) => Array.isArray(value), "should be a list"),
    z.transform((items, context): z.output<S>[] => {
      const read: z.output<S>[] = [];
      for (const [index, input] of items.entries()) {
        const result = z.safeParse(item, input);
        if (!result.success) {
          const [{ message, path } = { message: "does not fit", path: [] }] = result.error.issues;
          context.issues.push({ code: "custom", message, path: [index, ...path], input });
          return z.NEVER;
        }
        read.push(result.data);
      }
      return read;
    }),
  );

/** An object with any fields. It is the reply's own, which inherits nothing: copies of zod have no key `__proto__`. */
export const anyObject = z.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  "should be an object",
);

/** Strings by any key, such as labels; like `anyObject`, the reply's own object. */
export const texts = z.pipe(
  anyObject,
  z.transform((value, context): Readonly<Record<string, string>> => {
    for (const key in value) {
      if (typeof value[key] === "string") continue;
      context.issues.push({ code: "custom", message: "should be a string", path: [key], input: value[key] });
      return z.NEVER;
    }
    return value as Readonly<Record<string, string>>;
  }),
);

/** One of these words. */
export const oneOf = <const W extends string>(...words: readonly W[]) =>
  z.custom<W>((value) => words.includes(value as W), `should be one of ${words.join(", ")}`);

/** Any value, as it came, or none. */
export const anything = z.optional(z.unknown());

/** Undefined where it is missing or null. */
export const maybe = <S extends z.core.$ZodType>(field: S) =>
  z.pipe(
    z.nullish(field),
    z.transform((value) => value ?? undefined),
  );
