import * as z from "zod/mini";
import { readInstant } from "./dates.ts";

/** Messages continue the field's path, and distinguish what is missing from what is wrong. */
const because = (wrong: string, missing = "is missing") => ({
  error: ({ input }: { readonly input?: unknown }) => (input === undefined ? missing : wrong),
});

const object = <S extends z.core.$ZodShape>(shape: S, words = because("is not an object")) => z.object(shape, words);

/**
 * `data` of a security report, as Quay writes it: https://github.com/quay/quay/blob/master/data/secscan_model/datatypes.py
 * The vulnerabilities are left as they came: a schema takes 60 to 110 ms and up to 24 MB for 20,000 of them, and
 * everything but their fix is read leniently, so that no vulnerability is dropped. `readClairReport` does that.
 */
export const ClairReport = object({
  Layer: object({
    Features: z.array(
      object({
        Name: z.optional(z.unknown()),
        Version: z.optional(z.unknown()),
        Vulnerabilities: z.custom<readonly unknown[]>(
          Array.isArray,
          because("is not a list", "is missing: the report was made without vulnerabilities"),
        ),
      }),
      because("is not a list"),
    ),
  }),
});

export const CONTEXTS = ["https://openvex.dev/ns", "https://openvex.dev/ns/v0.2.0"] as const;
export const STATUSES = ["not_affected", "affected", "fixed", "under_investigation"] as const;
export const JUSTIFICATIONS = [
  "component_not_present",
  "vulnerable_code_not_present",
  "vulnerable_code_not_in_execute_path",
  "vulnerable_code_cannot_be_controlled_by_adversary",
  "inline_mitigations_already_exist",
] as const;

const text = z.string(because("must be a text"));
const filled = z.string(because("must be a text")).check(z.refine((value) => value.trim() !== "", "is missing"));
const instant = z.string("is not a time").check(z.refine((value) => readInstant(value) !== undefined, "is not a time"));
const sha256 = z.string("must be 64 hex digits").check(z.regex(/^[0-9a-fA-F]{64}$/, "must be 64 hex digits"));

const UNNAMED = "has neither @id nor a purl nor a sha-256 hash";
const identifiers = {
  "@id": z.optional(text),
  identifiers: z.optional(object({ purl: z.optional(text) }, because("must be an object"))),
  hashes: z.optional(object({ "sha-256": z.optional(sha256) }, because("must be an object"))),
};
type Identified = z.output<z.ZodMiniObject<typeof identifiers>>;
const isIdentified = (component: Identified) =>
  (component["@id"] ?? "") !== "" ||
  (component.identifiers?.purl ?? "") !== "" ||
  component.hashes?.["sha-256"] !== undefined;

const Component = object(identifiers, because(UNNAMED)).check(z.refine(isIdentified, UNNAMED));
const subcomponents = z.optional(z.array(Component, because("must be a list")));
const Product = object({ ...identifiers, subcomponents }, because(UNNAMED)).check(z.refine(isIdentified, UNNAMED));
export type ProductBody = z.output<typeof Product>;
export type ComponentBody = z.output<typeof Component>;

const NONE = "is missing or empty";
const some = <S extends z.core.$ZodType>(item: S) => z.array(item, NONE).check(z.minLength(1, NONE));

const Statement = object(
  {
    vulnerability: object(
      { name: filled, aliases: z.optional(z.array(z.string("must be a text"), because("must be a list of texts"))) },
      because("must be an object with a name"),
    ),
    products: some(Product),
    status: z.enum(STATUSES, because("is not known")),
    justification: z.optional(z.enum(JUSTIFICATIONS, because("is not known"))),
    impact_statement: z.optional(text),
    status_notes: z.optional(text),
    timestamp: z.optional(instant),
    last_updated: z.optional(instant),
  },
  because("must be an object"),
).check(
  z.refine(
    ({ status, justification, impact_statement: impact = "" }) =>
      status !== "not_affected" || justification !== undefined || impact.trim() !== "",
    // Also where another field is wrong, so that all problems are reported at once.
    {
      error: "is not_affected without a justification or an impact statement",
      when: ({ value }) => typeof value === "object" && value !== null,
    },
  ),
);
export type StatementBody = z.output<typeof Statement>;

/**
 * https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md#document
 * https://github.com/openvex/spec/blob/main/openvex_json_schema.json, of which only what is read is required.
 */
export const OpenVexDocument = object(
  {
    "@context": z.enum(CONTEXTS, "is not that of OpenVEX 0.2.0"),
    timestamp: z.optional(instant),
    statements: some(Statement),
  },
  because("the document must be a JSON object"),
);
