/** What the tests of this action share: a stand-in Quay, a run against it, and the verdict's evidence. */
import { runInMemory, type MemoryResult, type MemoryRun } from "@release-actions/hosts";
import {
  clairReport,
  startQuay,
  type ImageSetup,
  type PlatformSetup,
  type Quay,
  type QuaySetup,
} from "../stand-ins/quay/index.ts";
import quayVerify from "../../actions/quay-verify/action.ts";

export const COMMIT = "0123456789abcdef0123456789abcdef01234567";
export const REPOSITORY = "acme/app";
export const ROBOT = { name: "acme+ci", password: "robot-secret-value" };
export const OAUTH = "oauth-secret-value";

export const AMD64: PlatformSetup = { os: "linux", architecture: "amd64" };
export const ARM64: PlatformSetup = { os: "linux", architecture: "arm64" };

type Findings = NonNullable<NonNullable<Parameters<typeof clairReport>[0]>["findings"]>;

/** A platform with these findings. */
export function withFindings(platform: PlatformSetup, findings: Findings): PlatformSetup {
  return { ...platform, security: { status: "scanned", data: clairReport({ findings }).data } };
}

/** A finding of openssl by its severity and number. */
export function finding(severity: string, number = 1, fixedBy = "3.0.2") {
  return { id: `CVE-2024-${1000 + number}`, severity, package: "openssl", version: "3.0.1", fixedBy };
}

/** A Quay with one private repository that holds this image under the commit's tag. */
export async function quayWith(image: ImageSetup = {}, setup: QuaySetup = {}): Promise<Quay> {
  return await startQuay({
    robots: [ROBOT],
    oauthTokens: [{ value: OAUTH }],
    repositories: [{ path: REPOSITORY, images: [{ tags: [COMMIT], ...image }] }],
    ...setup,
  });
}

/** Sleeps end at once, at their time, so that no test waits. */
export function fastClock(start = Date.parse("2026-06-01T12:00:00Z")) {
  let passed = 0;
  return {
    now: () => start + passed,
    monotonic: () => passed,
    sleep: async (milliseconds: number, signal?: AbortSignal) => {
      signal?.throwIfAborted();
      passed += milliseconds;
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** Verifies the commit's image as a robot account does; `inputs` come on top, an empty text takes one away. */
export async function verify(
  quay: Quay,
  inputs: Record<string, string> = {},
  run: Omit<MemoryRun, "inputs"> = {},
): Promise<MemoryResult> {
  const given = {
    image: `${quay.host}/${REPOSITORY}`,
    "commit-sha": COMMIT,
    api: "quay",
    username: ROBOT.name,
    password: ROBOT.password,
    ...inputs,
  };
  return await runInMemory(quayVerify, {
    clock: fastClock(),
    ...run,
    inputs: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "")),
  });
}

/** The rows of a run's report, by check. */
export function rowsOf({ outputs }: MemoryResult): Record<string, string[]> {
  const { images } = JSON.parse(outputs["report"] ?? "{}") as {
    images: { checks: { check: string; result: string }[] }[];
  };
  const rows: Record<string, string[]> = {};
  for (const { check, result } of images.flatMap(({ checks }) => checks)) (rows[check] ??= []).push(result);
  return rows;
}
