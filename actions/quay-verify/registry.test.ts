import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { runInMemory, type MemoryResult } from "@release-actions/hosts";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  BUNDLE_TYPE,
  buildImage,
  makeLayout,
  makeSigningKey,
  push,
  pushCosignTag,
  pushReferrersTag,
  signatureBundle,
  startRegistry,
  type BundleOptions,
  type Layout,
  type Registry,
} from "../../test/registry/index.ts";
import { BUILDS } from "../../test/registry/needs.ts";
import { ring } from "../../test/rings.ts";
import quayVerify from "./action.ts";

const COMMIT = "89abcdef0123456789abcdef0123456789abcdef";
const LABEL = { "org.opencontainers.image.revision": COMMIT };

ring("a real registry", BUILDS, () => {
  let directory: string;
  let open: Registry;
  let guarded: Registry;
  let basic: Registry;
  let single: Layout;
  let index: Layout;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "quay-verify-"));
    [open, guarded, basic] = await Promise.all([
      startRegistry(join(directory, "open")),
      startRegistry(join(directory, "guarded"), { auth: "token" }),
      startRegistry(join(directory, "basic"), { auth: "htpasswd" }),
    ]);
    single = await makeLayout(join(directory, "single"), { platform: "linux/amd64", labels: LABEL });
    index = await makeLayout(join(directory, "index"), {
      images: [
        { platform: "linux/amd64", labels: LABEL },
        { platform: "linux/arm64/v8", labels: LABEL },
      ],
      attestations: true,
    });
    for (const registry of [open, guarded, basic]) {
      await push(registry, single, "team/app", COMMIT);
      await push(registry, index, "team/app", "index");
    }
  }, 120_000);

  afterAll(async () => {
    await Promise.all([open, guarded, basic].map((registry) => registry.close()));
    await rm(directory, { recursive: true, force: true });
  });

  async function verify(registry: Registry, inputs: Record<string, string> = {}): Promise<MemoryResult> {
    const given = { image: `${registry.host}/team/app`, "commit-sha": COMMIT, "fail-on": "none", ...inputs };
    return await runInMemory(quayVerify, { workspace: directory, inputs: given });
  }

  function account(registry: Registry): Record<string, string> {
    return {
      username: registry.user,
      password: registry.password,
      ...(registry.issuer !== undefined && { "token-server": new URL(registry.issuer.realm).origin }),
    };
  }

  test("a single image is proven by its digest", async () => {
    const run = await verify(open, {
      labels: "org.opencontainers.image.revision={commit-sha}",
      platforms: "linux/amd64",
    });
    expect(run).toMatchObject({
      verdict: "passed",
      outputs: { image: `${open.host}/team/app@${single.root.digest}`, platforms: "linux/amd64", critical: "" },
    });
  });

  test("the default asks for a scan, and a registry without one refuses", async () => {
    for (const api of ["auto", "oci"]) {
      const run = await verify(open, { "fail-on": "critical", api });
      expect(run.verdict).toBe("refused");
      expect(run.lines.join("\n")).toContain("has no vulnerability reports");
    }
    expect((await verify(open, { "fail-on": "critical", "on-unscanned": "warn" })).verdict).toBe("passed");
  });

  test("a request that the registry protocol cannot answer is refused", async () => {
    const run = await verify(open, { api: "oci", "min-expiry": "1d" });
    expect(run.verdict).toBe("refused");
    expect(run.lines.join("\n")).toContain("does not report expiry");
  });

  test("an index: its platforms exist, its attestations are not platforms", async () => {
    const run = await verify(open, {
      tag: "index",
      "expected-digest": index.root.digest,
      platforms: "linux/amd64, linux/arm64",
    });
    expect(run).toMatchObject({ verdict: "passed", outputs: { digest: index.root.digest } });
    expect((await verify(open, { tag: "index" })).outputs["platforms"]).toBe("linux/amd64,linux/arm64/v8");
    expect((await verify(open, { tag: "index", platforms: "linux/s390x" })).verdict).toBe("refused");
  });

  test("a tag that was moved is not what was built", async () => {
    await push(open, single, "team/moving", "v1");
    const image = `${open.host}/team/moving`;
    const inputs = { image, tag: "v1", "expected-digest": single.root.digest };
    expect((await verify(open, inputs)).verdict).toBe("passed");
    await push(open, index, "team/moving", "v1");
    expect((await verify(open, inputs)).verdict).toBe("refused");
    expect(
      (
        await verify(open, {
          image: `${image}@${single.root.digest}`,
          labels: "org.opencontainers.image.revision={commit-sha}",
        })
      ).verdict,
    ).toBe("passed");
  });

  test("a missing tag and a missing repository are absent", async () => {
    expect(await verify(open, { "commit-sha": "0".repeat(40) })).toMatchObject({
      verdict: "refused",
      outputs: { exists: "false" },
    });
    expect(await verify(open, { image: `${open.host}/team/nothing` })).toMatchObject({
      verdict: "refused",
      outputs: { exists: "false" },
    });
    expect(
      await verify(open, { image: `${open.host}/team/app@sha256:${"0".repeat(64)}`, labels: "a={commit-sha}" }),
    ).toMatchObject({ verdict: "refused", outputs: { exists: "false" } });
  });

  test("tokens: an account passes, a wrong password and nobody do not", async () => {
    expect((await verify(guarded, account(guarded))).verdict).toBe("passed");
    const wrong = await verify(guarded, { ...account(guarded), password: "not-the-password" });
    expect(wrong).toMatchObject({ verdict: "invalid", outputs: { exists: "" } });
    expect(wrong.lines.join("\n")).not.toContain("not-the-password");
    const { "token-server": server } = account(guarded);
    expect((await verify(guarded, { "token-server": server! })).verdict).toBe("invalid");
  });

  test("a repository that the account may not pull is invalid, not absent", async () => {
    guarded.issuer!.answer = { fields: ["token"] };
    expect((await verify(guarded, account(guarded))).verdict).toBe("passed");
    guarded.issuer!.answer = { lifetime: -120 };
    expect(await verify(guarded, account(guarded))).toMatchObject({ verdict: "invalid", outputs: { exists: "" } });
    guarded.issuer!.answer = {};
  });

  test("security D62: an account is never shown to a token server that was not named", async () => {
    const before = guarded.issuer!.requests.length;
    const run = await verify(guarded, { username: guarded.user, password: guarded.password });
    expect(run.verdict).toBe("invalid");
    expect(run.lines.join("\n")).toContain("set token-server:");
    expect(guarded.issuer!.requests.slice(before)).toEqual([]);
  });

  test("basic authentication", async () => {
    expect((await verify(basic, account(basic))).verdict).toBe("passed");
    expect((await verify(basic, { ...account(basic), password: "wrong" })).verdict).toBe("invalid");
    expect((await verify(basic)).verdict).toBe("invalid");
  });

  test("cosign's signature is verified by its public key", async () => {
    const key = makeSigningKey();
    const { publicKey } = await pushCosignTag(open, "team/app", single.root.digest, { key });
    await writeFile(join(directory, "cosign.pub"), publicKey);
    const signed = { "require-signature": "true" };
    expect((await verify(open, { ...signed, "signature-key": "cosign.pub" })).verdict).toBe("passed");
    expect((await verify(open, { ...signed, "signature-key": publicKey })).verdict).toBe("passed");
    expect((await verify(open, { ...signed, "signature-key": makeSigningKey().publicKey })).verdict).toBe("refused");
    expect((await verify(open, { ...signed, "signature-key": "registry" })).verdict).toBe("invalid");
    expect((await verify(open, signed)).verdict).toBe("passed");
    expect((await verify(open, { ...signed, tag: "index" })).verdict).toBe("refused");
  });

  test("a signature of another digest proves nothing", async () => {
    const key = makeSigningKey();
    await push(open, single, "team/other", "v1");
    await pushCosignTag(open, "team/other", single.root.digest, { key, signed: index.root.digest });
    expect(
      (
        await verify(open, {
          image: `${open.host}/team/other`,
          tag: "v1",
          "require-signature": "true",
          "signature-key": key.publicKey,
        })
      ).verdict,
    ).toBe("refused");
  });

  test("where there is no referrers API, the fallback tag is read", async () => {
    await push(open, single, "team/referred", "v1");
    const inputs = { image: `${open.host}/team/referred`, tag: "v1", "require-signature": "true" };
    await pushReferrersTag(open, "team/referred", single.root.digest, [
      { artifactType: "application/spdx+json", content: "{}" },
    ]);
    expect((await verify(open, inputs)).verdict).toBe("refused");
    await pushReferrersTag(open, "team/referred", single.root.digest, [{ artifactType: BUNDLE_TYPE, content: "{}" }]);
    expect((await verify(open, inputs)).verdict).toBe("undecided");
    const key = makeSigningKey();
    const bundle = (options: BundleOptions) => ({
      artifactType: BUNDLE_TYPE,
      content: JSON.stringify(signatureBundle(single.root.digest, { key, ...options })),
    });
    const attestation = bundle({ predicateType: "https://slsa.dev/provenance/v1" });
    await pushReferrersTag(open, "team/referred", single.root.digest, [attestation]);
    expect((await verify(open, inputs)).verdict).toBe("refused");
    await pushReferrersTag(open, "team/referred", single.root.digest, [attestation, bundle({})]);
    expect((await verify(open, inputs)).verdict).toBe("passed");
    expect((await verify(open, { ...inputs, "signature-key": key.publicKey })).verdict).toBe("passed");
    const other = makeSigningKey().publicKey;
    expect((await verify(open, { ...inputs, "signature-key": other })).verdict).toBe("refused");
  });

  test("an image built by buildah, for one platform and for two", async () => {
    const digest = await buildImage(open, { repository: "team/built", tag: COMMIT, labels: LABEL });
    const inputs = {
      image: `${open.host}/team/built`,
      "expected-digest": digest,
      labels: "org.opencontainers.image.revision={commit-sha}",
    };
    expect((await verify(open, inputs)).verdict).toBe("passed");
    const both = await buildImage(open, {
      repository: "team/both",
      tag: COMMIT,
      labels: LABEL,
      platforms: ["linux/amd64", "linux/arm64"],
    });
    expect(
      (
        await verify(open, {
          ...inputs,
          image: `${open.host}/team/both`,
          "expected-digest": both,
          platforms: "linux/amd64, linux/arm64",
        })
      ).verdict,
    ).toBe("passed");
  }, 120_000);

  test("Docker's media types", async () => {
    const docker = await makeLayout(join(directory, "docker"), {
      images: [{ platform: "linux/amd64" }, { platform: "linux/arm64" }],
      mediaTypes: "docker",
    });
    await push(open, docker, "team/docker", "v1");
    expect(await verify(open, { image: `${open.host}/team/docker`, tag: "v1", "commit-sha": "" })).toMatchObject({
      verdict: "passed",
      outputs: { digest: docker.root.digest },
    });
  });
});
