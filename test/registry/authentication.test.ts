import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ring } from "../rings.ts";
import {
  ACCEPT,
  buildImage,
  digestOf,
  makeLayout,
  push,
  pushCosignTag,
  pushReferrersTag,
  startRegistry,
} from "./index.ts";
import type { Layout, Registry, RegistryOptions } from "./index.ts";
import { BUILDS } from "./needs.ts";
import { basic, challengeIn } from "./testing.ts";

const REPOSITORY = "team/tenant/app";

ring("registry: access to a real registry", BUILDS, () => {
  let directory: string;
  let layout: Layout;
  const opened: Registry[] = [];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "registry-ring-"));
    layout = await makeLayout(join(directory, "layout"), {});
  });

  afterAll(async () => {
    await Promise.all(opened.map((registry) => registry.close()));
    await rm(directory, { recursive: true, force: true });
  });

  async function opens(options?: RegistryOptions): Promise<Registry> {
    const registry = await startRegistry(join(directory, `registry-${opened.length}`), options);
    opened.push(registry);
    return registry;
  }

  test("without authentication everybody has access, and a missing object is a 404 with the code of the specification", async () => {
    const { host } = await opens();
    expect((await fetch(`http://${host}/v2/`)).status).toBe(200);
    const reply = await fetch(`http://${host}/v2/${REPOSITORY}/manifests/absent`);
    expect(reply.status).toBe(404);
    expect(await reply.json()).toMatchObject({ errors: [{ code: "MANIFEST_UNKNOWN" }] });
  });

  describe("with a password", () => {
    let registry: Registry;
    beforeAll(async () => {
      registry = await opens({ auth: "htpasswd" });
    });

    test("a request without it is challenged for Basic, a wrong one too", async () => {
      for (const authorization of ["", basic("robot", "wrong")]) {
        const reply = await fetch(`http://${registry.host}/v2/`, { headers: { authorization } });
        expect(reply.status).toBe(401);
        expect(reply.headers.get("www-authenticate")).toBe('Basic realm="test"');
        expect(await reply.json()).toMatchObject({ errors: [{ code: "UNAUTHORIZED" }] });
      }
    });

    test("skopeo and buildah push by the auth file", async () => {
      expect(await push(registry, layout, REPOSITORY, "1")).toBe(layout.root.digest);
      const built = await buildImage(registry, { repository: REPOSITORY, tag: "2" });
      expect(await registry.digest(REPOSITORY, "1")).toBe(layout.root.digest);
      expect(await registry.digest(REPOSITORY, "2")).toBe(built);
      const { auths } = JSON.parse(await readFile(registry.authFile, "utf8")) as { auths: Record<string, unknown> };
      expect(auths).toEqual({
        [registry.host]: { auth: basic(registry.user, registry.password).slice("Basic ".length) },
      });
    });
  });

  describe("with tokens", () => {
    const PULL = `repository:${REPOSITORY}:pull`;
    let registry: Registry;
    let robot: string;

    beforeAll(async () => {
      registry = await opens({ auth: "token", tokens: { access } });
      robot = basic(registry.user, registry.password);
      await push(registry, layout, REPOSITORY, "1");
      await push(registry, layout, "public/app", "1");
    });

    function access(user: string | undefined, repository: string): readonly string[] {
      if (user === undefined) return repository === "public/app" ? ["pull"] : [];
      return repository === "other/app" ? [] : ["pull", "push"];
    }

    const issuer = () => registry.issuer!;

    async function asks(scope: string, authorization?: string): Promise<Response> {
      const query = new URLSearchParams({ service: issuer().service, scope }).toString();
      return await fetch(`${issuer().realm}?${query}`, {
        headers: authorization === undefined ? {} : { authorization },
      });
    }

    async function tokenFor(scope: string, authorization?: string): Promise<string> {
      const reply = await asks(scope, authorization);
      expect(reply.status).toBe(200);
      return ((await reply.json()) as { token: string }).token;
    }

    async function reads(token: string, repository = REPOSITORY): Promise<Response> {
      const headers = { authorization: `Bearer ${token}`, accept: ACCEPT };
      return await fetch(`http://${registry.host}/v2/${repository}/manifests/1`, { headers });
    }

    test("domain.md 2.2: the challenge names realm, service and scope", async () => {
      const reply = await fetch(`http://${registry.host}/v2/${REPOSITORY}/manifests/1`);
      expect(reply.status).toBe(401);
      expect(reply.headers.get("www-authenticate")).toMatch(/^Bearer /);
      expect(challengeIn(reply)).toEqual({ realm: issuer().realm, service: issuer().service, scope: PULL });
    });

    test("a token for the scope reads; the answer has both names of the token and its lifetime", async () => {
      const { token, ...rest } = (await (await asks(PULL, robot)).json()) as { token: string };
      expect(rest).toEqual({ access_token: token, expires_in: 300 });
      const served = await reads(token);
      expect(served.status).toBe(200);
      expect(digestOf(Buffer.from(await served.arrayBuffer()))).toBe(layout.root.digest);
    });

    test("real-parts.md 2: a token for another repository is answered with 401 and insufficient_scope", async () => {
      const reply = await reads(await tokenFor("repository:public/app:pull", robot));
      expect(reply.status).toBe(401);
      expect(challengeIn(reply)).toMatchObject({ scope: PULL, error: "insufficient_scope" });
    });

    test("domain.md 2.2: a scope without permission still yields a token, which fails when it is used", async () => {
      expect((await reads(await tokenFor("repository:other/app:pull", robot), "other/app")).status).toBe(401);
      expect((await reads(await tokenFor(PULL))).status).toBe(401);
      expect((await reads(await tokenFor("repository:public/app:pull"), "public/app")).status).toBe(200);
    });

    test("domain.md 2.2: bad credentials are a 401 of the issuer", async () => {
      expect((await asks(PULL, basic(registry.user, "wrong"))).status).toBe(401);
    });

    test("a token whose signature does not match is refused", async () => {
      const [head, claims, signature = ""] = (await tokenFor(PULL, robot)).split(".");
      const other = (signature.startsWith("A") ? "B" : "A") + signature.slice(1);
      expect((await reads([head, claims, other].join("."))).status).toBe(401);
    });

    test("the issuer can answer `token` alone, and tokens that have expired", async () => {
      issuer().answer = { fields: ["token"], lifetime: -120 };
      try {
        const body = (await (await asks(PULL, robot)).json()) as { token: string };
        expect(Object.keys(body)).toEqual(["token"]);
        expect((await reads(body.token)).status).toBe(401);
      } finally {
        issuer().answer = {};
      }
      expect((await reads(await tokenFor(PULL, robot))).status).toBe(200);
    });

    test("the issuer's ledger records who requested what, and contains no secret", async () => {
      const before = issuer().requests.length;
      await asks(PULL, robot);
      await asks("repository:a/b:pull repository:c/d:pull,push");
      await asks(PULL, basic(registry.user, "wrong"));
      const { service } = issuer();
      expect(issuer().requests.slice(before)).toEqual([
        { method: "GET", service, scopes: [PULL], credential: "right", status: 200 },
        {
          method: "GET",
          service,
          scopes: ["repository:a/b:pull", "repository:c/d:pull,push"],
          credential: "none",
          status: 200,
        },
        { method: "GET", service, scopes: [PULL], credential: "wrong", status: 401 },
      ]);
    });

    test("skopeo, buildah and the harness itself have access with their credentials", async () => {
      expect(await registry.digest(REPOSITORY, "1")).toBe(layout.root.digest);
      const built = await buildImage(registry, { repository: REPOSITORY, tag: "built" });
      expect(await registry.digest(REPOSITORY, "built")).toBe(built);
      const { tag, manifest } = await pushCosignTag(registry, REPOSITORY, layout.root.digest);
      expect(await registry.digest(REPOSITORY, tag)).toBe(manifest.digest);
      const referrers = await pushReferrersTag(registry, REPOSITORY, layout.root.digest, []);
      expect(await registry.digest(REPOSITORY, referrers.tag)).toBe(referrers.index.digest);
    });
  });

  test("a registry that cannot start states why", async () => {
    const started = startRegistry(join(directory, "bad: {name"));
    await expect(started).rejects.toThrow(/^the registry did not start: .*yaml/s);
  });

  test("nothing answers after a registry and its issuer were closed", async () => {
    const registry = await startRegistry(join(directory, "closed"), { auth: "token" });
    await registry.close();
    await expect(fetch(`http://${registry.host}/v2/`)).rejects.toThrow();
    await expect(fetch(registry.issuer!.realm)).rejects.toThrow();
  });
});
