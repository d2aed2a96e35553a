import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  clairReport,
  effects,
  type Fault,
  type PlatformSetup,
  type SecuritySetup,
} from "../../test/stand-ins/quay/index.ts";
import { AMD64, ARM64, COMMIT, finding, quayWith, REPOSITORY, verify } from "../../test/worlds/quay-verify.ts";

type Effect = Fault["effect"];

/** What may go wrong with any reply, permanently. `undefined` is the good one. */
const ANSWERS: readonly (Effect | undefined)[] = [
  undefined,
  effects.status(500),
  effects.status(503),
  effects.tooManyRequests(),
  effects.html(),
  effects.empty(),
  effects.denied(),
  effects.unauthorized(),
  { kind: "refuse" },
  { kind: "truncate" },
  { kind: "lose-reply" },
  { kind: "reply", status: 404, body: "{}", headers: { "content-type": "application/json" } },
  { kind: "reply", status: 200, body: "{}", headers: { "content-type": "application/json" } },
  { kind: "reply", status: 200, body: "null", headers: { "content-type": "application/json" } },
  { kind: "reply", status: 204 },
  { kind: "reply", status: 302, headers: { location: "https://elsewhere.example/" } },
];

/** What the scanner may report about a platform. The first is the only good one. */
const SCANS: readonly SecuritySetup[] = [
  { status: "scanned" },
  { status: "scanned", data: clairReport({ findings: [finding("Critical")] }).data },
  { status: "scanned", data: clairReport({ findings: [{ ...finding("Unknown"), score: null }] }).data },
  { status: "scanned", data: clairReport({ features: 0 }).data },
  { raw: { status: "scanned", data: null } },
  { status: "queued", data: clairReport().data },
  { status: "failed" },
  { status: "unsupported" },
  { status: "manifest_layer_too_large" },
  { status: "SCANNED" },
  { raw: { status: "scanned" } },
  { raw: { status: "scanned", data: { Layer: { Features: "none" } } } },
  { raw: "scanned" },
];

/** Which requests an answer is for. The first request of a kind is not the last one: the tag is read twice. */
const REQUESTS = ["/v2/auth", "/manifests/", "/security"] as const;
const TAGS = ["kept", "moved", "removed"] as const;

const good = <T>(items: readonly T[]) =>
  fc
    .oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(items.length - 1) })
    .map((index) => ({ index, item: items[index]! }));

describe("an unknown never passes", () => {
  test("no combination of answers other than the proven-good one passes", async () => {
    let passed = 0;
    const world = fc.record({
      answers: fc.tuple(...REQUESTS.map(() => good(ANSWERS))),
      from: fc.integer({ min: 1, max: 3 }),
      scans: fc.array(good(SCANS), { minLength: 1, maxLength: 2 }),
      missing: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      tag: good(TAGS),
      index: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(world, async ({ answers, from, scans, missing, tag, index }) => {
        const platforms: PlatformSetup[] = scans.map(({ item }, at) => ({
          ...(at === 0 ? AMD64 : ARM64),
          security: item,
          missing: missing && at === 1,
        }));
        const faults = answers.flatMap(({ item }, at): Fault[] =>
          item === undefined ? [] : [{ path: REQUESTS[at]!, nth: from, times: null, effect: item }],
        );
        const quay = await quayWith({ platforms, index }, { faults });
        try {
          if (tag.item !== "kept") {
            const change = () =>
              tag.item === "moved"
                ? void quay.moveTag(REPOSITORY, COMMIT, { platforms: [{ ...AMD64, labels: { another: "one" } }] })
                : quay.removeTag(REPOSITORY, COMMIT);
            const watch = setInterval(
              () =>
                quay.ledger.some(({ url, endedAt }) => url.includes("/security") && endedAt !== undefined) &&
                (clearInterval(watch), change()),
              1,
            );
            const run = await verify(quay).finally(() => clearInterval(watch));
            // The change may come too late to be seen, never too late to be wrong: what passed is what the tag pointed at last.
            const lastSeen = quay.ledger.findLast(({ method, status }) => method === "HEAD" && status === 200);
            if (run.verdict === "passed") expect(lastSeen).toBeDefined();
            return;
          }
          const struck = quay.faults.unused;
          const run = await verify(quay);
          const unharmed = struck().length === faults.length;
          const proven = unharmed && scans.every((scan) => scan.index === 0) && !(missing && scans.length > 1);
          expect([proven, run.verdict]).toEqual([proven, proven ? "passed" : expect.not.stringMatching("passed")]);
          if (proven) passed += 1;
          if (!proven) expect(run.outputs["image"]).toBe("");
        } finally {
          await quay.close();
        }
      }),
      { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 300) },
    );
    // The property would also be true of an action that never passes.
    expect(passed).toBeGreaterThan(10);
  }, 600_000);
});
