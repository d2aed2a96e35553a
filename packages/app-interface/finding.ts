import type { Path } from "./value.ts";

/** What a finding is about, by the names of qontract-validator; RULE is an addition of this project. */
export type Kind = "SCHEMA" | "FILE" | "REF" | "UNIQUE" | "RULE";

/** Which of the trees a file belongs to. */
export type Area = "data" | "resources" | "schemas" | "graphql";

/** One problem, or something that people should know. */
export interface Finding {
  readonly kind: Kind;
  /** A reason code of qontract-validator, or the ID of a rule. */
  readonly rule: string;
  readonly area: Area;
  /** The file as the tree names it: `/services/app/app.yml`. */
  readonly name: string;
  readonly path: Path;
  /** "key" where the last part of `path` is a key that should not be there. */
  readonly what: "value" | "key";
  readonly message: string;
  readonly remedy: string;
  /** Other files of the tree whose change can cause it. */
  readonly related: readonly string[];
  /** 0-based, in characters, if the place is known already. */
  readonly offset?: number;
}

/** One way in which a value does not fit its schema. */
export type Mismatch = Pick<Finding, "path" | "what" | "message">;

export type Severity = "error" | "warn" | "off";

/** The rules that qontract-validator does not have, with their default severities. */
export const RULES = {
  "saas-auto-needs-sha": { severity: "error", asks: "a target with promotion.auto is pinned to a commit" },
  "saas-moving-ref-needed": { severity: "error", asks: "a target with upstream or images follows a branch" },
  "saas-upstream-and-images": { severity: "error", asks: "a target has upstream or images, not both" },
  "saas-image-tag": { severity: "error", asks: "IMAGE_TAG does not repeat the ref it is computed from" },
  "saas-promotion-data-channel": {
    severity: "error",
    asks: "promotion_data of automatic targets is for subscribed channels",
  },
  "saas-promotion-source": {
    severity: "error",
    asks: "publisher and subscriber of a channel deploy the same repository",
  },
  "saas-promotion-channel": {
    severity: "error",
    asks: "a subscribed channel is published, and by each target once",
  },
  "saas-parameter-names-itself": { severity: "error", asks: "a target's parameter does not name itself" },
  "saas-secret-paths": { severity: "error", asks: "secret parameters are below allowedSecretParameterPaths" },
  "saas-target-app": {
    severity: "error",
    asks: "with validateTargetsInApp, namespaces belong to the saas file's app or its parent",
  },
  "saas-parameter-repeats-environment": {
    severity: "error",
    asks: "a target's parameter differs from the environment's",
  },
  "saas-environment-name": {
    severity: "error",
    asks: "saas file and environment names differ in their first 56 characters",
  },
  "saas-self-service": { severity: "error", asks: "a role may change the saas file by self-service" },
  "saas-moving-ref": { severity: "off", asks: "a target on a branch names upstream or images" },
  "yaml-duplicate-key": { severity: "warn", asks: "no key is given twice in a map" },
  "yaml-1.1": { severity: "warn", asks: "plain scalars read the same in YAML 1.1 and 1.2" },
  "yaml-ref-quotes": { severity: "warn", asks: "a ref that looks like a number is quoted" },
  "resource-header": { severity: "warn", asks: "a resource's $schema is written so that it is validated" },
  "resource-yaml": { severity: "warn", asks: "a resource with a $schema is YAML" },
} as const satisfies Record<string, { severity: Severity; asks: string }>;

export type Rule = keyof typeof RULES;

export function isRule(name: string): name is Rule {
  return Object.hasOwn(RULES, name);
}

/** Reasons are always errors; a rule has the severity that is set, or its default. */
export function severityOf(rule: string, set: ReadonlyMap<Rule, Severity>): Severity {
  return isRule(rule) ? (set.get(rule) ?? RULES[rule].severity) : "error";
}
