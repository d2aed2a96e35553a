import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import type { ServerOptions } from "node:https";
import { makeAuthority } from "../../test/faults/certificates.ts";
import type { Authority, Certificate } from "../../test/faults/certificates.ts";
import { failureOf, openTestClient } from "../../test/faults/client.ts";
import type { TestClient } from "../../test/faults/client.ts";
import { startProxy } from "../../test/faults/proxy.ts";
import type { Proxy, ProxyOptions } from "../../test/faults/proxy.ts";
import { json, redirect, startFaultServer } from "../../test/faults/server.ts";
import type { FaultServer, Step } from "../../test/faults/server.ts";
import type { HttpOptions } from "./index.ts";

let authority: Authority;
let named: Certificate;
const open: { close(): unknown }[] = [];

beforeAll(() => {
  authority = makeAuthority();
  named = authority.issue(["DNS:forge.example", "DNS:store.example", "IP:127.0.0.1"]);
});

afterAll(() => authority.remove());

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function server(tls: ServerOptions, ...steps: readonly Step[]): Promise<FaultServer> {
  const started = await startFaultServer({ tls, steps });
  open.push(started);
  return started;
}

async function proxy(options: ProxyOptions): Promise<Proxy> {
  const started = await startProxy(options);
  open.push(started);
  return started;
}

function client(
  endpoint: string,
  network: Partial<HttpOptions["network"]> = {},
  options: Partial<HttpOptions> = {},
): TestClient {
  const opened = openTestClient([endpoint], {
    network: { tlsVerificationDisabled: false, certificateAuthorities: authority.file, ...network },
    ...options,
  });
  open.push(opened.http);
  return opened;
}

describe("certificates", () => {
  test("trusts the authorities of a private file in addition to the system's", async () => {
    const forge = await server(named, json({ ok: true }));
    const { http } = client(forge.origin);
    expect((await http.api(forge.origin).read({ path: ["x"] })).status).toBe(200);
  });

  test.each([
    ["expired", () => authority.issue(["IP:127.0.0.1"], { expired: true }), "has expired", "CERT_HAS_EXPIRED"],
    [
      "for another host",
      () => authority.issue(["DNS:other.example"]),
      "for another host",
      "ERR_TLS_CERT_ALTNAME_INVALID",
    ],
    ["self-signed", () => authority.selfSigned(["IP:127.0.0.1"]), "is self-signed", "DEPTH_ZERO_SELF_SIGNED_CERT"],
  ])(
    "security D72: fails closed immediately, with a remedy, if a certificate is %s",
    async (_, issue, message, code) => {
      const forge = await server(issue());
      const failure = await failureOf(
        client(forge.origin)
          .http.api(forge.origin)
          .read({ path: ["x"] }),
      );
      expect(failure).toMatchObject({ code, phase: "tls", reach: "nothing sent", attempts: 1, verdict: "undecided" });
      expect(String(failure)).toContain(message);
      expect((failure as { details: { remedy?: string } }).details.remedy).toBeTruthy();
      expect(forge.seen).toHaveLength(0);
    },
  );

  test("security D72: fails closed and names the remedy if an authority is not trusted", async () => {
    const forge = await server(named);
    const { http } = openTestClient([forge.origin]);
    open.push(http);
    const failure = await failureOf(http.api(forge.origin).read({ path: ["x"] }));
    expect(failure).toMatchObject({ phase: "tls", attempts: 1 });
    expect(JSON.stringify((failure as { details: unknown }).details)).toContain("NODE_EXTRA_CA_CERTS");
  });

  test("security D72: does not use TLS 1.1", async () => {
    const forge = await server({ ...named, minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" });
    const failure = await failureOf(
      client(forge.origin)
        .http.api(forge.origin)
        .read({ path: ["x"] }),
    );
    expect(String(failure)).toContain("no secure connection could be negotiated");
    expect(forge.seen).toHaveLength(0);
  });

  test("reports plain http on a TLS port as a failed handshake", async () => {
    const forge = await startFaultServer();
    open.push(forge);
    const origin = `https://127.0.0.1:${forge.port}`;
    expect(
      await failureOf(
        client(origin)
          .http.api(origin)
          .read({ path: ["x"] }),
      ),
    ).toMatchObject({ phase: "tls", reach: "nothing sent" });
  });

  test.each([
    ["is missing", "/nowhere/ca.pem", "cannot be read"],
    ["contains no certificate", import.meta.filename, "contains no certificate"],
  ])("refuses a file of authorities that %s", async (_, certificateAuthorities, message) => {
    const forge = await server(named);
    const failure = await failureOf(
      client(forge.origin, { certificateAuthorities })
        .http.api(forge.origin)
        .read({ path: ["x"] }),
    );
    expect(failure).toMatchObject({ verdict: "invalid" });
    expect(String(failure)).toContain(message);
  });

  test("security D61: never follows a redirect from https to plain http", async () => {
    const plain = await startFaultServer();
    open.push(plain);
    const forge = await server(named, redirect(`${plain.origin}/x`));
    const failure = await failureOf(
      client(forge.origin)
        .http.api(forge.origin)
        .read({ path: ["x"], redirects: "anonymous" }),
    );
    expect(String(failure)).toContain("without encryption");
    expect(plain.connections()).toBe(0);
  });
});

describe("proxies", () => {
  test("sends https through the proxy with CONNECT, verifies the final server and keeps the connection open", async () => {
    const forge = await server(named, json({ ok: true }));
    const way = await proxy({ to: forge.port });
    const { http, secrets } = client("https://forge.example", {
      httpsProxy: `http://robot:s3cret%21@127.0.0.1:${way.port}`,
    });
    const api = http.api("https://forge.example", { credential: { header: "private-token", value: "CANARY" } });
    await api.read({ path: ["a"] });
    await api.read({ path: ["b"] });
    expect(way.seen).toEqual([
      {
        method: "CONNECT",
        target: "forge.example:443",
        authorization: `Basic ${Buffer.from("robot:s3cret!").toString("base64")}`,
      },
    ]);
    expect(forge.seen.map((seen) => [seen.url, seen.headers.host, seen.headers["proxy-authorization"]])).toEqual([
      ["/a", "forge.example", undefined],
      ["/b", "forge.example", undefined],
    ]);
    expect(secrets).toEqual(expect.arrayContaining(["s3cret!", Buffer.from("robot:s3cret!").toString("base64")]));
  });

  test("fails closed if the proxy leads to a host with another name", async () => {
    const forge = await server(named);
    const way = await proxy({ to: forge.port });
    const { http } = client("https://bank.example", { httpsProxy: `http://127.0.0.1:${way.port}` });
    expect(String(await failureOf(http.api("https://bank.example").read({ path: ["x"] })))).toContain(
      "for another host",
    );
    expect(forge.seen).toHaveLength(0);
  });

  test("sends plain http through the proxy with the complete address", async () => {
    const way = await proxy({ to: 1 });
    const { http } = client("http://forge.intern", { httpProxy: `http://127.0.0.1:${way.port}` }, { allowHttp: true });
    await http.api("http://forge.intern").read({ path: ["x"], query: { a: "1" } });
    expect(way.seen).toEqual([{ method: "GET", target: "http://forge.intern/x?a=1", authorization: undefined }]);
  });

  test.each([
    ["security D75: 407", { refuse: 407 }, "answered 407 to CONNECT", "PROXY_407", 1],
    ["security D75: 403", { refuse: 403 }, "answered 403 to CONNECT", "PROXY_403", 1],
    ["security D75: 502", { refuse: 502 }, "answered 502 to CONNECT", "PROXY_502", 4],
    ["security D75: no answer", { behaviour: "silent" }, "within the time limit", "DEADLINE", 4],
  ] as const)("%s of the proxy is limited and named", async (_, options, message, code, attempts) => {
    const forge = await server(named);
    const way = await proxy({ to: forge.port, ...options });
    const { http } = client("https://forge.example", { httpsProxy: `http://robot:s3cret@127.0.0.1:${way.port}` });
    const failure = await failureOf(http.api("https://forge.example").read({ path: ["x"], deadline: 150 }));
    expect(failure).toMatchObject({ code, phase: "proxy", reach: "nothing sent", attempts, verdict: "undecided" });
    expect(String(failure)).toContain(message);
    expect(String(failure) + JSON.stringify(failure)).not.toMatch(/s3cret|cm9ib3Q6czNjcmV0/);
    expect(forge.connections()).toBe(0);
  });

  test("security D75: limits silence after CONNECT and names it as the handshake", async () => {
    const forge = await server(named);
    const way = await proxy({ to: forge.port, behaviour: "mute" });
    const { http } = client("https://forge.example", { httpsProxy: `http://127.0.0.1:${way.port}` });
    const failure = await failureOf(
      http.api("https://forge.example").read({ path: ["x"], deadline: 150, attempts: 1 }),
    );
    expect(failure).toMatchObject({ code: "DEADLINE", phase: "tls", reach: "nothing sent" });
  });

  test("security D73: names an unreachable proxy without its password", async () => {
    const way = await proxy({ to: 1 });
    await way.close();
    const { http, lines } = client("https://forge.example", {
      httpsProxy: `http://robot:s3cret@127.0.0.1:${way.port}`,
    });
    const failure = await failureOf(http.api("https://forge.example").read({ path: ["x"] }));
    expect(failure).toMatchObject({ code: "ECONNREFUSED", phase: "proxy", attempts: 4 });
    expect(String(failure)).toContain(`the proxy 127.0.0.1:${way.port}: the connection was refused`);
    expect(String(failure) + lines.join()).not.toContain("s3cret");
  });

  test("verifies an https proxy like any server", async () => {
    const forge = await server(named);
    const { http } = client("https://forge.example", { httpsProxy: `https://localhost:${forge.port}` });
    expect(await failureOf(http.api("https://forge.example").read({ path: ["x"] }))).toMatchObject({
      phase: "proxy",
      code: "ERR_TLS_CERT_ALTNAME_INVALID",
    });
  });
});

describe("address scopes", () => {
  test("security B31: follows no redirect from the public internet into a private network", async () => {
    const store = await server(named, json({ secret: "inside" }));
    const forge = await server(named, redirect("https://store.example/inside"));
    const way = await proxy({ to: forge.port });
    // The forge is behind a proxy, so it counts as public; the store is reached directly, at a private address.
    const { http } = client(
      "https://forge.example",
      { httpsProxy: `http://127.0.0.1:${way.port}`, noProxy: "store.example" },
      {
        lookup: (_, options, callback) =>
          options.all === true ? callback(null, [{ address: "10.0.0.7", family: 4 }]) : callback(null, "10.0.0.7", 4),
      },
    );
    const failure = await failureOf(http.api("https://forge.example").read({ path: ["x"], redirects: "anonymous" }));
    expect(String(failure)).toContain("10.0.0.7, which is not a public address");
    expect(store.connections()).toBe(0);
  });
});
