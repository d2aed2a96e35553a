import type { Clock, Io } from "@release-actions/action";
import type { Quay, Registry } from "@release-actions/registry";
import { labelRow, type ExpectedLabel } from "./labels.ts";
import { expiryRow } from "./expiry.ts";
import { findImage } from "./existence.ts";
import type { ImageRequest } from "./images.ts";
import { choosePlatforms, type PlatformImage } from "./platforms.ts";
import { answered, fail, pass, skipped, unanswered, verdictOf, type Row } from "./rows.ts";
import { scanPlatforms, type PlatformScan, type ScanRules } from "./scan.ts";
import { signatureRow } from "./signed.ts";

/** What every image is held to. */
export interface Rules extends ScanRules {
  readonly wait: number;
  readonly interval: number;
  /** Empty: every platform that the image has. */
  readonly platforms: readonly string[];
  /** Something is decided by a platform's name, though none is required. */
  readonly needPlatforms: boolean;
  readonly labels: readonly ExpectedLabel[];
  /** Milliseconds that the tag must still live for. */
  readonly minExpiry: number | undefined;
  readonly requireSignature: boolean;
  /** A public key (PEM) that the signature must be by. */
  readonly signatureKey: string | undefined;
}

export interface Tools {
  readonly io: Io;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly registry: Registry;
  /** Undefined where the registry is known to be no Quay. */
  readonly quay: Quay | undefined;
}

/** What was found out about one image, before the vulnerabilities are judged. */
export interface Verified {
  readonly wanted: ImageRequest;
  /** Undefined: it is not known whether it is there. */
  readonly exists: boolean | undefined;
  readonly digest: string | undefined;
  readonly platforms: readonly PlatformImage[];
  readonly scans: readonly PlatformScan[];
  readonly rows: readonly Row[];
  /** The registry's own time, wall clock milliseconds, where it said one. */
  readonly serverTime: number | undefined;
}

/** Looks at one image. From the first answer on everything is asked by digest; the tag is read again in `confirm`. */
export async function verifyImage(wanted: ImageRequest, rules: Rules, tools: Tools): Promise<Verified> {
  const found = await findImage(wanted, rules, tools);
  if (found.image === undefined) {
    return {
      wanted,
      exists: found.exists,
      digest: undefined,
      platforms: [],
      scans: [],
      rows: found.rows,
      serverTime: undefined,
    };
  }
  const { digest, manifest } = found.image;
  const rows = [...found.rows];
  const early = (platforms: readonly PlatformImage[] = []): Verified => ({
    wanted,
    exists: true,
    digest,
    platforms,
    scans: [],
    rows,
    serverTime: undefined,
  });
  // Another image than the one that was asked for: nothing more of it is of interest.
  if (verdictOf(rows) === "refused") return early();
  let chosen;
  try {
    chosen = await choosePlatforms({
      wanted,
      digest,
      manifest,
      required: rules.platforms,
      needLabels: rules.labels.length > 0,
      needName: rules.needPlatforms,
      registry: tools.registry,
    });
  } catch (error) {
    rows.push(unanswered("platforms", error));
    return early();
  }
  rows.push(chosen.row);
  if (chosen.row.result !== "pass") return early(chosen.images);
  const [expiry, signature, scanned] = await Promise.all([
    answered("expiry", () => expiryRow(wanted, digest, rules.minExpiry, tools)),
    answered("signature", () => signatureRow(wanted, digest, rules, tools)),
    scanPlatforms(wanted, chosen.images, rules, tools),
  ]);
  rows.push(labelRow(chosen.images, rules.labels), expiry, signature, ...scanned.rows);
  return {
    wanted,
    exists: true,
    digest,
    platforms: chosen.images,
    scans: scanned.scans,
    rows,
    serverTime: scanned.serverTime,
  };
}

/** Reads the tag again, as the last thing: what was proven must still be what the tag gives. */
export async function confirm({ wanted, digest }: Verified, { registry }: Tools): Promise<Row> {
  const { tag, repository } = wanted;
  if (tag === undefined || digest === undefined)
    return skipped("unmoved", "the image was asked for by its digest, which cannot move");
  return await answered("unmoved", async () => {
    const now = await registry.currentDigest(repository, tag);
    if (now.state !== "found")
      return fail(
        "unmoved",
        `the tag ${tag} was removed while the image was verified`,
        "Find out who removed it, and verify again.",
      );
    if (now.digest === digest) return pass("unmoved", `the tag ${tag} still points at the digest that was verified`);
    return fail(
      "unmoved",
      `the tag ${tag} was moved to ${now.digest} while the image was verified`,
      "Find out who moved it, and verify again: what was verified is not what the tag gives now.",
    );
  });
}
