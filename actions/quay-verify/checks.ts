import type { Clock, Io } from "@release-actions/action";
import { findSignature, type FoundManifest, type Quay, type Registry } from "@release-actions/registry";
import {
  fail,
  invalidRow,
  pass,
  skipped,
  unanswered,
  unknown,
  warn,
  type CheckRow,
  type DecisionRules,
} from "@release-actions/report";
import { formatCount, formatDuration, pluralize } from "@release-actions/text";
import type { PlatformImage } from "./platforms.ts";
import type { ExpectedLabel, ImageRequest } from "./request.ts";

/** Every check of one image, in the order of the report. */
export type Check =
  "exists" | "digest" | "platforms" | "labels" | "expiry" | "signature" | "scan" | "vulnerabilities" | "unmoved";

export type Row = CheckRow<Check>;

/** An accepted lack, such as no scan with `on-unscanned: warn`, is a warning of its check, never a missing row. */
export const RULES: DecisionRules<Check> = {
  required: ["exists", "digest", "platforms", "scan", "vulnerabilities", "unmoved"],
  accepted: {
    exists: ["pass"],
    digest: ["pass"],
    platforms: ["pass"],
    labels: ["pass", "skipped"],
    expiry: ["pass", "warn", "skipped"],
    signature: ["pass", "skipped"],
    scan: ["pass", "warn", "skipped"],
    vulnerabilities: ["pass", "warn", "skipped"],
    unmoved: ["pass", "skipped"],
  },
};

/** What the checks of one registry use. */
export interface Tools {
  readonly io: Io;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly registry: Registry;
  /** Undefined if the registry is known not to be a Quay. */
  readonly quay: Quay | undefined;
}

export interface Existence {
  /** Undefined if it is not known. */
  readonly exists: boolean | undefined;
  readonly image: FoundManifest | undefined;
  readonly rows: readonly Row[];
}

/** Polls until the image exists or `wait` is over. Only the registry's own answer makes it absent. */
export async function findImage(
  request: ImageRequest,
  { wait, interval }: { readonly wait: number; readonly interval: number },
  { io, signal, clock, registry }: Pick<Tools, "io" | "signal" | "clock" | "registry">,
): Promise<Existence> {
  const { reference } = request;
  const end = clock.monotonic() + wait;
  try {
    for (;;) {
      const answer = await registry.manifest(request.repository, request.tag ?? request.digest ?? "");
      if (answer.state === "found") {
        const rows = [pass("exists", `${reference} exists`), digestRow(request, answer.digest)];
        return { exists: true, image: answer, rows };
      }
      const left = end - clock.monotonic();
      if (left <= 0) return { exists: false, image: undefined, rows: [absentRow(request, answer.state, wait)] };
      io.progress(`${reference}: not there yet; waiting up to ${formatDuration(left)} more`);
      await clock.sleep(Math.min(interval, left), signal);
    }
  } catch (error) {
    return { exists: undefined, image: undefined, rows: [unanswered("exists", error)] };
  }
}

function absentRow({ reference, tag, repository }: ImageRequest, state: "absent" | "expired", wait: number): Row {
  const waited = wait === 0 ? "" : `, and did not appear within ${formatDuration(wait)}`;
  if (state === "expired") {
    const detail = `${reference} was deleted or has expired${waited}`;
    return invalidRow("exists", detail, "Build it again, or choose an image that is kept.");
  }
  const isCommit = tag !== undefined && /^[0-9a-f]{40}$/.test(tag);
  return fail(
    "exists",
    `${reference} is not in the registry${waited}`,
    isCommit
      ? "The build of this commit has not pushed it (yet): check the build, and set wait if it is still running."
      : `Check the name and the tag; the path requested was ${repository}.`,
  );
}

function digestRow({ digest, reference, tag }: ImageRequest, found: string): Row {
  if (digest === undefined || digest === found) return pass("digest", found);
  return fail(
    "digest",
    `${tag === undefined ? reference : `the tag ${tag}`} is ${found}, not ${digest}`,
    "The tag points at another image than the one that was built: find out who moved it before you release anything.",
  );
}

/** Every checked platform must have every label. */
export function labelRow(images: readonly PlatformImage[], expected: readonly ExpectedLabel[]): Row {
  if (expected.length === 0) return skipped("labels", "not requested");
  const wrong = images.flatMap(({ platform, labels }) =>
    expected
      .filter(({ key, value }) => labels?.[key] !== value)
      .map(({ key, value }) => {
        const found = labels?.[key] === undefined ? "not set" : JSON.stringify(labels[key]);
        return `${key} is ${found} on ${platform}, not ${JSON.stringify(value)}`;
      }),
  );
  if (wrong.length === 0) return pass("labels", expected.map(({ key, value }) => `${key}=${value}`).join(", "));
  return fail(
    "labels",
    wrong.join("; "),
    "The image was not built from what it is released as: build it from the commit, with its labels.",
  );
}

/** A tag that is about to expire takes the image away while it is in use. */
export async function expiryRow(
  { tag, repository, place }: ImageRequest,
  digest: string,
  minExpiry: number | undefined,
  { quay, clock }: Pick<Tools, "quay" | "clock">,
): Promise<Row> {
  if (minExpiry === undefined) return skipped("expiry", "not requested");
  if (quay === undefined) {
    return fail(
      "expiry",
      `${place.host} is queried through the OCI API only, which does not report expiry`,
      "Remove min-expiry, or use a registry with Quay's API.",
    );
  }
  if (tag === undefined) {
    return fail(
      "expiry",
      "only a tag has an expiry, and the image was requested by its digest",
      "Set the tag as well, or remove min-expiry.",
    );
  }
  const answer = await quay.tag(repository, tag);
  if (answer.state === "absent") {
    const remedy = "Run again; a private repository needs token.";
    return unknown("expiry", `Quay's API does not list the tag ${tag}`, remedy);
  }
  if (answer.digest !== digest) {
    return fail(
      "expiry",
      `Quay's API has ${answer.digest} for the tag ${tag}`,
      "The tag was moved while the image was verified: verify it again.",
    );
  }
  if (answer.expires !== undefined && answer.expires < clock.now() + minExpiry) {
    return fail(
      "expiry",
      `the tag ${tag} expires on ${new Date(answer.expires).toISOString()}`,
      "Remove its expiry in Quay, or build without the label quay.expires-after.",
    );
  }
  const until = `the tag ${tag} ${lifetime(answer.expires, clock)}`;
  if (!answer.reversion) return pass("expiry", until);
  return warn(
    "expiry",
    `${until}; it was set back to an earlier image`,
    "Make sure that the earlier image is the intended one.",
  );
}

const DAY = 86_400_000;

function lifetime(expires: number | undefined, clock: Clock): string {
  if (expires === undefined) return "never expires";
  const days = Math.floor((expires - clock.now()) / DAY);
  return `expires on ${new Date(expires).toISOString().slice(0, 10)}, in ${formatCount(days, "day")}`;
}

export interface SignatureRules {
  readonly requireSignature: boolean;
  /** A public key (PEM) that must have made the signature. */
  readonly signatureKey: string | undefined;
}

export async function signatureRow(
  { repository }: ImageRequest,
  digest: string,
  { requireSignature, signatureKey }: SignatureRules,
  { registry }: Pick<Tools, "registry">,
): Promise<Row> {
  if (!requireSignature) return skipped("signature", "not requested");
  const finding = await findSignature(registry, repository, digest, signatureKey);
  switch (finding.state) {
    case "proven":
      return pass("signature", "signed with signature-key");
    case "attached":
      return pass(
        "signature",
        `a signature for this digest is attached (${finding.by}); its signer was not checked because signature-key is not set`,
      );
    case "not by the key":
      return fail(
        "signature",
        `${formatCount(finding.found, "signature")} ${pluralize(finding.found, "is", "are")} attached, and none was made with signature-key`,
        "Sign the image with the key: cosign sign --key …",
      );
    case "unverifiable":
      return unknown(
        "signature",
        `a signature is attached (${finding.by}), in a form that cannot be verified with signature-key here`,
        "Sign the image with cosign 3, or verify it with the tool that signed it.",
      );
    case "none":
      return fail("signature", "no signature is attached to this digest", "Sign the image: cosign sign …@sha256:…");
  }
}

/** Reads the tag again, last of all: it must still point at what was verified. */
export async function unmovedRow(
  { tag, repository }: ImageRequest,
  digest: string | undefined,
  { registry }: Pick<Tools, "registry">,
): Promise<Row> {
  if (tag === undefined || digest === undefined)
    return skipped("unmoved", "the image was requested by its digest, which cannot move");
  const now = await registry.currentDigest(repository, tag);
  if (now.state !== "found") {
    return fail(
      "unmoved",
      `the tag ${tag} was removed while the image was verified`,
      "Find out who removed it, and verify the image again.",
    );
  }
  if (now.digest === digest) return pass("unmoved", `the tag ${tag} still points at the verified digest`);
  return fail(
    "unmoved",
    `the tag ${tag} was moved to ${now.digest} while the image was verified`,
    "Find out who moved it, and verify again: the tag no longer points at what was verified.",
  );
}
