import { afterEach, describe, expect, test } from "@jest/globals";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BUNDLE_TYPE, signatureBundle } from "../../test/registry/index.ts";
import { clairReport, effects, type ImageSetup, type Quay, type QuaySetup } from "../../test/stand-ins/quay/index.ts";
import {
  AMD64,
  ARM64,
  COMMIT,
  fastClock,
  finding,
  quayWith,
  REPOSITORY,
  rowsOf,
  verify,
  withFindings,
} from "../../test/worlds/quay-verify.ts";

let quay: Quay;
afterEach(async () => await quay?.close());

const open = async (image: ImageSetup = {}, setup: QuaySetup = {}): Promise<Quay> =>
  (quay = await quayWith(image, setup));

describe("the image of a commit", () => {
  test("a clean image of this commit passes, pinned by its digest", async () => {
    await open();
    const run = await verify(quay);
    expect(run.verdict).toBe("passed");
    const digest = quay.digestOf(REPOSITORY, COMMIT);
    expect(run.outputs).toMatchObject({
      image: `${quay.host}/${REPOSITORY}@${digest}`,
      digest,
      exists: "true",
      critical: "0",
      ignored: "0",
    });
    expect(run.summary).toContain("passed");
  });

  test("a missing image is refused as absent, and its findings are not reported", async () => {
    await open();
    const run = await verify(quay, { "commit-sha": "f".repeat(40) });
    expect(run).toMatchObject({ verdict: "refused", outputs: { exists: "false", image: "", critical: "" } });
    expect(run.lines.join("\n")).toContain("has not pushed it");
  });

  test.each([
    "a".repeat(39),
    "a".repeat(41),
    "a".repeat(64),
    `${"a".repeat(39)}g`,
    "A".repeat(40),
    "--upload-pack=x",
    "main",
  ])("T4: %s is not a commit, and no request is sent", async (commit) => {
    await open();
    const run = await verify(quay, { "commit-sha": commit });
    expect(run).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(run.lines.join("\n")).toContain(
      `40 hex digits in lower case; given: ${JSON.stringify(commit)} (${commit.length} characters)`,
    );
    expect(quay.ledger).toEqual([]);
  });

  test("T4: white space around a commit is ignored", async () => {
    await open();
    expect((await verify(quay, { "commit-sha": ` ${COMMIT}\n` })).verdict).toBe("passed");
  });

  test("T9: a refused image ends the step, and no output names an image to release", async () => {
    await open({ platforms: [withFindings(AMD64, [finding("Critical")])] });
    const run = await verify(quay);
    expect(run).toMatchObject({ verdict: "refused", exitCode: 1, outputs: { image: "", verdict: "refused" } });
    expect(JSON.parse(run.outputs["report"] ?? "")).not.toHaveProperty("images.0.image");
  });

  test("T5: the namespace is part of the path requested", async () => {
    await open(
      {},
      {
        repositories: [
          { path: "redhat-user-workloads/tenant/app/main", images: [{ tags: [COMMIT] }] },
          { path: "tenant/app/main", images: [] },
        ],
      },
    );
    const inputs = { image: "", registry: quay.host, namespace: "redhat-user-workloads" };
    expect((await verify(quay, { ...inputs, repository: "tenant/app/main" })).verdict).toBe("passed");
    expect((await verify(quay, { ...inputs, repository: "redhat-user-workloads/tenant/app/main" })).verdict).toBe(
      "passed",
    );
    expect(quay.ledger.every(({ url }) => !/\/v2\/tenant|repository\/tenant/.test(url))).toBe(true);
  });
});

describe("findings", () => {
  test("T6: no critical finding passes, three are exactly three", async () => {
    await open({ platforms: [withFindings(AMD64, [finding("High"), finding("Low", 2)])] });
    expect(await verify(quay)).toMatchObject({ verdict: "passed", outputs: { critical: "0", high: "1", low: "1" } });
    await quay.close();
    await open({
      platforms: [
        withFindings(
          AMD64,
          [1, 2, 3].map((number) => finding("Critical", number)),
        ),
      ],
    });
    const run = await verify(quay);
    expect(run).toMatchObject({ verdict: "refused", outputs: { critical: "3", fixable: "3", image: "" } });
    expect(run.summary).toContain("CVE");
  });
});

describe("the status of a scan", () => {
  test.each([
    ["queued", "undecided", "warn"],
    ["failed", "undecided", "warn"],
    ["unsupported", "refused", "warn"],
    ["manifest_layer_too_large", "refused", "warn"],
    ["something new", "undecided", "unknown"],
  ])("T7: the status %s never passes: %s", async (status, verdict, accepted) => {
    await open({ platforms: [{ ...AMD64, security: { status } }] });
    const run = await verify(quay);
    expect(run).toMatchObject({ verdict, outputs: { image: "", critical: "" } });
    const warned = await verify(quay, { "on-unscanned": "warn" });
    expect(rowsOf(warned)["scan"]).toEqual([accepted]);
    expect(warned.verdict).toBe(accepted === "warn" ? "passed" : "undecided");
  });

  test("T7: a queued scan is waited for, within its own time", async () => {
    await open({ platforms: [{ ...AMD64, security: { status: "scanned", polls: 3 } }] });
    expect((await verify(quay, { "scan-wait": "1m" })).verdict).toBe("passed");
    await quay.close();
    await open({ platforms: [{ ...AMD64, security: { status: "scanned", polls: 10 } }] });
    const run = await verify(quay, { "scan-wait": "1m", interval: "20s" });
    expect(run.verdict).toBe("undecided");
    expect(run.lines.join("\n")).toContain("the scan was not done after 1 min");
    expect(quay.ledger.filter(({ url }) => url.includes("/security")).length).toBe(4);
  });
});

describe("severities", () => {
  test.each(["Unknown", "Defcon1", ""])(
    "T8, security I114: a finding of the severity %j is counted and treated as the worst",
    async (severity) => {
      await open({ platforms: [withFindings(AMD64, [{ ...finding(severity), score: null }])] });
      expect(await verify(quay)).toMatchObject({ verdict: "refused", outputs: { unknown: "1", critical: "0" } });
      expect((await verify(quay, { "on-unknown-severity": "warn" })).verdict).toBe("passed");
      expect((await verify(quay, { "on-unknown-severity": "medium" })).verdict).toBe("passed");
      expect((await verify(quay, { "on-unknown-severity": "medium", "fail-on": "medium" })).verdict).toBe("refused");
    },
  );

  test("T8: negligible findings are reported and refuse nothing", async () => {
    await open({ platforms: [withFindings(AMD64, [finding("Negligible")])] });
    const run = await verify(quay, { "fail-on": "low" });
    expect(run.verdict).toBe("passed");
    expect(JSON.parse(run.outputs["report"] ?? "")).toMatchObject({ images: [{ counts: { negligible: 1 } }] });
  });
});

describe("replies of the registry", () => {
  test.each([
    ["an empty answer", effects.empty(), "undecided", "unknown"],
    ["a sign-in page", effects.html(), "undecided", "unknown"],
    ["429", effects.tooManyRequests(), "undecided", "unknown"],
    ["500", effects.status(500), "undecided", "unknown"],
    ["no answer", { kind: "refuse" } as const, "undecided", "unknown"],
    ["half an answer", { kind: "truncate" } as const, "undecided", "unknown"],
    ["another digest", effects.wrongDigest(), "undecided", "unknown"],
    ["a denial", effects.denied(), "invalid", "invalid"],
  ])("T10: %s is not an answer about the image", async (_, effect, verdict, result) => {
    await open({}, { faults: [{ path: "/manifests/", times: null, effect }] });
    const run = await verify(quay, { wait: "30s" });
    expect(run).toMatchObject({ verdict, outputs: { exists: "", image: "" } });
    expect(rowsOf(run)["exists"]).toEqual([result]);
  });

  test("T10: a 404 that is not the registry's own is not an answer about the image", async () => {
    await open(
      {},
      {
        faults: [
          {
            path: "/manifests/",
            times: null,
            effect: {
              kind: "reply",
              status: 404,
              body: "<html>not here</html>",
              headers: { "content-type": "text/html" },
            },
          },
        ],
      },
    );
    expect(await verify(quay)).toMatchObject({ verdict: "undecided", outputs: { exists: "" } });
  });

  test("T11, security I112: a tag that is moved while the image is verified refuses", async () => {
    await open({ platforms: [AMD64] });
    let moved = false;
    quay.faults.add({ path: "/security", effect: { kind: "delay", ms: 50 } });
    const run = verify(quay, {}, { onLine: () => undefined });
    const watch = setInterval(() => {
      if (moved || !quay.ledger.some(({ url }) => url.includes("/security"))) return;
      moved = true;
      quay.moveTag(REPOSITORY, COMMIT, { platforms: [{ ...AMD64, labels: { other: "image" } }] });
    }, 2);
    const result = await run;
    clearInterval(watch);
    expect(moved).toBe(true);
    expect(result).toMatchObject({ verdict: "refused", outputs: { image: "" } });
    expect(result.lines.join("\n")).toContain("was moved to");
  });

  test("the tag must point at the expected digest", async () => {
    await open();
    const digest = quay.digestOf(REPOSITORY, COMMIT);
    expect((await verify(quay, { "expected-digest": digest })).verdict).toBe("passed");
    const run = await verify(quay, { "expected-digest": `sha256:${"0".repeat(64)}` });
    expect(run.verdict).toBe("refused");
    expect(rowsOf(run)["digest"]).toEqual(["fail"]);
    expect((await verify(quay, { digest })).verdict).toBe("passed");
    expect((await verify(quay, { digest, "commit-sha": "" })).verdict).toBe("passed");
  });

  test("an image appears while it is waited for", async () => {
    await open();
    const late = "a".repeat(40);
    const pushed = verify(
      quay,
      { "commit-sha": late, wait: "10m" },
      {
        onLine: (line) =>
          line.includes("not there yet") && quay.ledger.length < 12 && quay.addImage(REPOSITORY, { tags: [late] }),
      },
    );
    expect((await pushed).verdict).toBe("passed");
  });

  test("an expired tag is neither found nor absent", async () => {
    await open({ tags: [{ name: COMMIT, expired: true }] });
    const run = await verify(quay);
    expect(run).toMatchObject({ verdict: "invalid" });
    expect(run.lines.join("\n")).toContain("was deleted or has expired");
  });

  test("wrong credentials are invalid, at the token server and at the repository", async () => {
    await open();
    const wrong = await verify(quay, { password: "wrong-password-value" });
    expect(wrong.verdict).toBe("invalid");
    expect(wrong.lines.join("\n")).toContain('did not accept the user "acme+ci"');
    const nobody = await verify(quay, { username: "", password: "" });
    expect(nobody.verdict).toBe("invalid");
    expect(nobody.lines.join("\n")).toContain("set username and password");
  });
});

describe("platforms", () => {
  test("an index is never scanned itself; each of its platforms is", async () => {
    await open({ platforms: [AMD64, withFindings(ARM64, [finding("Critical")])], attestations: true });
    const run = await verify(quay);
    expect(run).toMatchObject({ verdict: "refused", outputs: { critical: "1", platforms: "linux/amd64,linux/arm64" } });
    expect(
      quay.ledger
        .filter(({ url }) => url.includes("/security"))
        .map(({ url }) => url)
        .join(),
    ).not.toContain(quay.digestOf(REPOSITORY, COMMIT));
    expect((await verify(quay, { platforms: "linux/amd64" })).verdict).toBe("passed");
  });

  test("findings of several platforms are one finding with its platforms", async () => {
    await open({ platforms: [withFindings(AMD64, [finding("High")]), withFindings(ARM64, [finding("High")])] });
    const run = await verify(quay);
    expect(run.outputs["high"]).toBe("1");
    expect(JSON.parse(run.outputs["report"] ?? "")).toMatchObject({
      images: [{ findings: [{ platforms: ["linux/amd64", "linux/arm64"] }] }],
    });
  });

  test("a required platform that is missing, and one that the index only names, do not pass", async () => {
    await open({ platforms: [AMD64, { ...ARM64, missing: true }], index: true });
    expect((await verify(quay, { platforms: "linux/s390x" })).verdict).toBe("refused");
    expect((await verify(quay)).verdict).toBe("undecided");
    expect((await verify(quay, { platforms: "linux/amd64" })).verdict).toBe("passed");
  });

  test("promotion Q1: a child with an artifact type is judged if it is an image, whatever the type", async () => {
    for (const artifactType of ["application/vnd.oci.image.config.v1+json", "application/vnd.example"]) {
      await open({ platforms: [AMD64, { ...withFindings(ARM64, [finding("Critical")]), artifactType }] });
      const run = await verify(quay);
      expect(run).toMatchObject({ verdict: "refused", outputs: { platforms: "linux/amd64,linux/arm64" } });
      await quay.close();
    }
    await open();
  });

  test.each([
    ["a single manifest", [{ ...AMD64, configType: "application/vnd.cncf.helm.config.v1+json" }]],
    ["one of an index", [AMD64, { ...ARM64, configType: "application/vnd.cncf.helm.config.v1+json" }]],
  ])("promotion Q3: a chart in the place of the image is refused: %s", async (_, platforms) => {
    await open({ platforms });
    const run = await verify(quay, { "fail-on": "none" });
    expect(run).toMatchObject({ verdict: "refused", outputs: { image: "" } });
    expect(run.lines.join("\n")).toContain("is not a container image: its config is application/vnd.cncf.helm.config");
  });

  test("promotion Q11: two children of a required platform are both judged", async () => {
    const windows = { os: "windows", architecture: "amd64" };
    await open({
      platforms: [AMD64, windows, { ...withFindings(windows, [finding("Critical")]), labels: { v: "2" } }],
    });
    const run = await verify(quay, { platforms: "windows/amd64" });
    expect(run).toMatchObject({ verdict: "refused", outputs: { critical: "1" } });
    expect(run.outputs["platforms"]).toMatch(/^windows\/amd64#[0-9a-f]{8},windows\/amd64#[0-9a-f]{8}$/);
  });

  test("promotion Q12: a child without a platform has the one of its configuration", async () => {
    await open({ platforms: [AMD64, { ...withFindings(ARM64, [finding("Critical")]), unnamed: true }] });
    for (const platforms of ["", "linux/arm64"]) {
      const run = await verify(quay, { platforms });
      expect(run).toMatchObject({ verdict: "refused", outputs: { critical: "1" } });
      expect(run.outputs["platforms"]).toContain("linux/arm64");
    }
    expect((await verify(quay, { platforms: "linux/amd64" })).verdict).toBe("passed");
  });

  test("security I114: an unscanned platform of an index does not pass", async () => {
    await open({ platforms: [AMD64, { ...ARM64, security: { status: "unsupported" } }] });
    expect((await verify(quay)).verdict).toBe("refused");
  });
});

describe("scan reports", () => {
  test("security I113: the report is requested with its vulnerabilities", async () => {
    await open();
    await verify(quay);
    const asked = quay.ledger.filter(({ url }) => url.includes("/security"));
    expect(asked.map(({ url }) => new URL(url, quay.url).searchParams.get("vulnerabilities"))).toEqual(["true"]);
  });

  test.each([
    ["a report without features", { status: "scanned", data: { Layer: {} } }],
    ["a report of nothing", { status: "scanned", data: null }],
    [
      "features without vulnerabilities",
      { status: "scanned", data: { Layer: { Features: [{ Name: "openssl", Version: "3" }] } } },
    ],
    ["another shape", { status: "scanned", data: [] }],
    ["no status", { data: clairReport().data }],
    ["a list", []],
  ])("security I113: %s is not clean", async (_, raw) => {
    await open({ platforms: [{ ...AMD64, security: { raw } }] });
    expect(await verify(quay)).toMatchObject({ verdict: "undecided", outputs: { image: "" } });
  });

  test("a scan that recognized no package has checked nothing", async () => {
    await open({ platforms: [{ ...AMD64, security: { status: "scanned", data: clairReport({ features: 0 }).data } }] });
    expect((await verify(quay)).verdict).toBe("refused");
    expect((await verify(quay, { "on-unscanned": "warn" })).verdict).toBe("passed");
  });

  test("Clair being down is undecided, whatever is accepted", async () => {
    await open({}, { faults: [{ path: "/security", times: null, effect: effects.clairDown() }] });
    const run = await verify(quay, { "on-unscanned": "warn" });
    expect(run.verdict).toBe("undecided");
    expect(run.lines.join("\n")).toContain("520");
  });

  test("a request that fails once is repeated", async () => {
    await open(
      {},
      {
        faults: [
          { path: "/security", effect: effects.clairDown() },
          { path: "/manifests/", effect: effects.tooManyRequests() },
        ],
      },
    );
    expect((await verify(quay)).verdict).toBe("passed");
    expect(quay.faults.unused()).toEqual([]);
  });
});

describe("limits, labels and expiry", () => {
  test("max-… allows that many, and only-fixed leaves out findings without a fix", async () => {
    await open({
      platforms: [withFindings(AMD64, [finding("High", 1), finding("High", 2), finding("Critical", 3, "")])],
    });
    expect((await verify(quay)).verdict).toBe("refused");
    expect((await verify(quay, { "max-critical": "1" })).verdict).toBe("passed");
    expect((await verify(quay, { "max-critical": "1", "max-high": "1" })).verdict).toBe("refused");
    expect((await verify(quay, { "only-fixed": "true" })).verdict).toBe("passed");
    expect((await verify(quay, { "only-fixed": "true", "fail-on": "high" })).verdict).toBe("refused");
    expect((await verify(quay, { "fail-on": "none" })).verdict).toBe("passed");
  });

  test("labels must be on every platform", async () => {
    const labels = { "org.opencontainers.image.revision": COMMIT };
    await open({ platforms: [{ ...AMD64, labels }, ARM64] });
    const inputs = { labels: "org.opencontainers.image.revision={commit-sha}" };
    const run = await verify(quay, inputs);
    expect(run.verdict).toBe("refused");
    expect(run.lines.join("\n")).toContain("not set on linux/arm64");
    expect((await verify(quay, { ...inputs, platforms: "linux/amd64" })).verdict).toBe("passed");
  });

  test("a digest whose label names the commit needs no tag of the commit", async () => {
    const other = "b".repeat(40);
    await open({ tags: ["latest"], platforms: [{ ...AMD64, labels: { revision: other } }] });
    const inputs = { digest: quay.digestOf(REPOSITORY, "latest"), "commit-sha": other };
    expect((await verify(quay, { ...inputs, labels: "revision={commit-sha}" })).verdict).toBe("passed");
    expect((await verify(quay, inputs)).verdict).toBe("refused");
  });

  test("a tag that expires too soon is refused; a robot account cannot see it", async () => {
    const soon = Date.parse("2026-06-05T00:00:00Z");
    const now = () => Date.parse("2026-06-01T12:00:00Z");
    await open({ tags: [{ name: COMMIT, expiresAt: soon }] }, { clock: now });
    const token = { username: "", password: "", token: "oauth-secret-value" };
    expect((await verify(quay, { ...token, "min-expiry": "14d" })).verdict).toBe("refused");
    expect((await verify(quay, { ...token, "min-expiry": "2d" })).verdict).toBe("passed");
    const robot = await verify(quay, { "min-expiry": "2d" });
    expect(robot.verdict).toBe("invalid");
    expect(robot.lines.join("\n")).toContain("never to a robot account");
  });

  test("a tag that was set back is reported", async () => {
    await open({ tags: [{ name: COMMIT, reversion: true }] });
    const run = await verify(quay, { username: "", password: "", token: "oauth-secret-value", "min-expiry": "1d" });
    expect(run.verdict).toBe("passed");
    expect(run.lines.join("\n")).toContain("set back to an earlier image");
  });
});

describe("signatures", () => {
  test("require-signature refuses an unsigned image", async () => {
    await open();
    const run = await verify(quay, { "require-signature": "true" });
    expect(run.verdict).toBe("refused");
    expect(run.lines.join("\n")).toContain("no signature is attached");
  });

  test("a signature must be of this digest", async () => {
    await open({ signature: true });
    expect((await verify(quay, { "require-signature": "true" })).verdict).toBe("passed");
    await quay.close();
    await open({ signature: { manifest: `sha256:${"1".repeat(64)}` } });
    expect((await verify(quay, { "require-signature": "true" })).verdict).toBe("refused");
  });

  test("a signature among the referrers counts as attached", async () => {
    await open();
    const content = JSON.stringify(signatureBundle(quay.digestOf(REPOSITORY, COMMIT)));
    await quay.close();
    await open({ referrers: [{ artifactType: BUNDLE_TYPE, content }] });
    expect((await verify(quay, { "require-signature": "true" })).verdict).toBe("passed");
    await quay.close();
    await open({ referrers: [{ artifactType: "application/spdx+json" }] });
    expect((await verify(quay, { "require-signature": "true" })).verdict).toBe("refused");
  });
});

describe("inputs", () => {
  test("several images: each is judged, and one that fails is named", async () => {
    await open(
      {},
      {
        repositories: [
          { path: "acme/one", public: true, images: [{ tags: ["v1"] }] },
          {
            path: "acme/two",
            public: true,
            images: [{ tags: ["v1"], platforms: [withFindings(AMD64, [finding("Critical")])] }],
          },
          { path: "acme/three", public: true, images: [{ tags: ["v1"] }] },
          { path: "acme/four", public: true, images: [{ tags: ["v1"] }] },
        ],
      },
    );
    const names = ["one", "two", "three", "four"].map((name) => `${quay.host}/acme/${name}`);
    const inputs = { image: "", username: "", password: "", "commit-sha": "", tag: "v1" };
    const run = await verify(quay, { ...inputs, images: names.join("\n") });
    expect(run).toMatchObject({ verdict: "refused", outputs: { critical: "1", image: "" } });
    expect(run.lines.join("\n")).toContain("acme/two:v1: vulnerabilities: ");
    const passed = await verify(quay, { ...inputs, images: [names[0], names[2]].join(", ") });
    expect(passed.outputs["image"]?.split("\n")).toEqual(
      ["one", "three"].map((name) => `${quay.host}/acme/${name}@${quay.digestOf(`acme/${name}`, "v1")}`),
    );
  });

  test.each([
    [{ "commit-sha": "abc1234" }, 'given: "abc1234" (7 characters)'],
    [{ "commit-sha": COMMIT.toUpperCase() }, "lower case"],
    [{ image: "" }, "no image was given"],
    [{ images: "quay.io/a/b" }, "in several ways"],
    [{ "commit-sha": "" }, "nothing says which image"],
    [{ password: "" }, "password is missing"],
    [{ token: "x" }, "an account and a token"],
    [{ image: "quay.io/a/b@quay.io/x" }, "must be sha256"],
    [{ image: "http://quay.io/a/b" }, "without"],
    [{ username: "", password: "", token: "ghp_0123456789abcdefghij" }, "holds a token of GitHub"],
    [{ image: "", images: "quay.io/a/b, ghcr.io/a/b" }, "several registries"],
    [{ labels: "no-value" }, "key=value"],
    [{ platforms: "amd64" }, "not a platform"],
    [{ "signature-key": "cosign.pub" }, "without require-signature"],
    [{ "token-server": "http://x/path" }, "must be an origin"],
    [{ digest: `sha256:${"1".repeat(64)}`, "expected-digest": `sha256:${"2".repeat(64)}` }, "two digests"],
  ])("bad input %j is refused before any request", async (inputs, message) => {
    await open();
    const run = await verify(quay, inputs);
    expect(run.verdict).toBe("invalid");
    expect(run.lines.join("\n")).toContain(message);
    expect(quay.ledger).toEqual([]);
  });
});

describe("requests and texts", () => {
  test("one image costs at most 3 requests and 2 for each platform", async () => {
    await open();
    await verify(quay);
    expect(quay.ledger.length).toBeLessThanOrEqual(5);
    await quay.close();
    await open({ platforms: [AMD64, ARM64, { os: "linux", architecture: "s390x" }], attestations: true });
    expect((await verify(quay)).verdict).toBe("passed");
    expect(quay.ledger.length).toBeLessThanOrEqual(9);
  });

  test("security D59, G95: credentials reach the registry alone, and no log shows them", async () => {
    await open({ platforms: [{ ...AMD64, labels: { a: "b" } }] });
    const run = await verify(quay, { labels: "a=b" });
    expect(run.verdict).toBe("passed");
    const elsewhere = quay.ledger.filter(({ service }) => service === "blobs");
    expect(elsewhere.length).toBeGreaterThan(0);
    expect(elsewhere.flatMap(({ seen }) => seen)).toEqual([]);
    expect(quay.ledger.flatMap(({ seen }) => seen).filter(({ where }) => where !== "header authorization")).toEqual([]);
    expect(JSON.stringify(run)).not.toContain("robot-secret-value");
  });

  test("security A14, E84: a report's text stays text, in the log, the summary and the files", async () => {
    const name = "x | <img src=x> [ok](javascript:alert(1))\n::error::forged";
    await open({
      platforms: [
        withFindings(AMD64, [
          {
            id: "CVE-2024-1",
            severity: "High",
            package: name,
            version: "1",
            name,
            link: "javascript:alert(1) https://a.example/<b>",
            fixedBy: "`2`",
          },
        ]),
      ],
    });
    const run = await verify(quay);
    expect(run.outputs["high"]).toBe("1");
    expect(run.summary).not.toMatch(/(?<!\\)<img|(?<!\\)\[ok|^::error/m);
    expect(run.lines.some((line) => line.startsWith("::"))).toBe(false);
  });
});

describe("files", () => {
  test("the report and the SARIF file are whole, the output is short", async () => {
    const directory = await mkdtemp(join(tmpdir(), "quay-verify-"));
    await open({ platforms: [withFindings(AMD64, 2_000)] });
    const run = await verify(
      quay,
      { "report-file": "out/report.json", "sarif-file": "out/findings.sarif" },
      { workspace: directory },
    );
    const [report, sarif] = await Promise.all(
      ["report.json", "findings.sarif"].map(
        async (file) => JSON.parse(await readFile(join(directory, "out", file), "utf8")) as Shown,
      ),
    );
    await rm(directory, { recursive: true });
    const short = JSON.parse(run.outputs["report"] ?? "") as Shown;
    expect(run).toMatchObject({
      verdict: "refused",
      outputs: { "report-file": "out/report.json", "sarif-file": "out/findings.sarif" },
    });
    expect(report!.images[0]!.findings.length).toBe(2_000);
    expect(sarif!.runs[0]!.results.length).toBe(2_000);
    expect(Buffer.byteLength(run.outputs["report"] ?? "")).toBeLessThanOrEqual(64 * 1024);
    expect(short.images[0]!.findings.length + short.images[0]!.omitted).toBe(2_000);
    expect(short.images[0]!.findings.length).toBeGreaterThan(50);
  });

  interface Shown {
    images: { findings: object[]; omitted: number }[];
    runs: { results: object[] }[];
  }

  test("an ignore file excludes a finding, reports it, and expires by the later of two clocks", async () => {
    const directory = await mkdtemp(join(tmpdir(), "quay-verify-"));
    await writeFile(
      join(directory, "ignore.yml"),
      "ignore:\n  - id: CVE-2024-1001\n    reason: not reachable\n    expires: 2026-06-30\n",
    );
    await open({ platforms: [withFindings(AMD64, [finding("Critical")])] });
    const inputs = { "ignore-file": "ignore.yml" };
    const at = (date: string) => verify(quay, inputs, { workspace: directory, clock: fastClock(Date.parse(date)) });
    // The registry's clock says 2026-11-21 or later: what expired there has expired.
    const expired = await at("2026-06-01T00:00:00Z");
    await writeFile(
      join(directory, "ignore.yml"),
      "ignore:\n  - id: CVE-2024-1001\n    reason: not reachable\n    expires: 2999-06-30\n",
    );
    const kept = await at("2026-06-01T00:00:00Z");
    await rm(directory, { recursive: true });
    expect(expired).toMatchObject({ verdict: "refused", outputs: { critical: "1", ignored: "0" } });
    expect(expired.lines.join("\n")).toMatch(/warning:.*expired/);
    expect(kept).toMatchObject({ verdict: "passed", outputs: { critical: "0", ignored: "1" } });
    expect(kept.summary).toContain("not reachable");
  });

  test("all bad lines of an ignore file are reported before any request", async () => {
    const directory = await mkdtemp(join(tmpdir(), "quay-verify-"));
    await writeFile(join(directory, "ignore.yml"), 'ignore:\n  - id: "*"\n    reason: all\n  - id: CVE-2024-1\n');
    await open();
    const run = await verify(quay, { "ignore-file": "ignore.yml" }, { workspace: directory });
    await rm(directory, { recursive: true });
    expect(run.verdict).toBe("invalid");
    expect(run.lines.filter((line) => line.includes("ignore.yml:")).length).toBeGreaterThanOrEqual(2);
    expect(quay.ledger).toEqual([]);
  });
});
