import { afterEach, describe, expect, test } from "@jest/globals";
import { CredentialRules } from "@release-actions/action";
import { failureOf, openTestClient } from "../../test/faults/client.ts";
import { json, startFaultServer, type FaultServer } from "../../test/faults/server.ts";
import type { Credential, Http } from "./index.ts";

const SECRET = "canary-0123456789";
const GHS = "ghs_0123456789abcdefCANARY";
const open: { close(): unknown }[] = [];

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** A client whose only secret is bound to another origin, and the server that the client is opened for. */
async function world(): Promise<{ stranger: FaultServer; http: Http; secrets: readonly string[] }> {
  const stranger = await startFaultServer({ steps: [json({})] });
  const credentials = new CredentialRules().given([
    { input: "token", secret: SECRET, origins: ["https://service.example.com"] },
  ]);
  const client = openTestClient([stranger.origin], { network: { tlsVerificationDisabled: false, credentials } });
  open.push(stranger, client.http);
  return { stranger, ...client };
}

const basic = (text: string): string => `Basic ${Buffer.from(text).toString("base64")}`;

describe("forges' own tokens", () => {
  test("security D62: a client without rules sends the forges' own tokens only to the public forges", async () => {
    const stranger = await startFaultServer({ steps: [json({})] });
    const { http } = openTestClient([stranger.origin, "https://api.github.com"]);
    open.push(stranger, http);
    const credential = { header: "authorization", value: `Bearer ${GHS}` };
    expect(() => http.api(stranger.origin, { credential })).toThrow(
      "GitHub's own token, which belongs to https://api.github.com",
    );
    expect(http.api("https://api.github.com", { credential }).origin).toBe("https://api.github.com");
  });
});

describe("bound secrets", () => {
  test.each<Credential>([
    { header: "private-token", value: SECRET },
    { header: "authorization", value: `Bearer ${SECRET}` },
    { header: "authorization", value: `token ${SECRET}` },
    { header: "authorization", value: basic(`user:${SECRET}`) },
    { header: "cookie", value: `a=b; session=${SECRET}` },
    { user: "user", password: SECRET },
    { user: SECRET, password: "x-oauth-basic" },
    { header: "authorization", value: `Bearer ${GHS}` },
    { user: "x-access-token", password: GHS },
  ])("security D62: %j opens no API of another origin", async (credential) => {
    const { stranger, http } = await world();
    const open = () => http.api(stranger.origin, { credential });
    expect(open).toThrow(stranger.origin);
    expect(open).toThrow(/^(?!.*(?:canary|CANARY))/);
    expect(stranger.connections()).toBe(0);
  });

  test("security D62: a bound secret in a header of an API or a request is not sent elsewhere either", async () => {
    const { stranger, http } = await world();
    expect(() => http.api(stranger.origin, { headers: { "x-api-key": SECRET } })).toThrow(
      "the input token is bound to https://service.example.com",
    );
    const api = http.api(stranger.origin);
    const headers = { "x-api-key": `Key ${SECRET}` };
    const ends = await Promise.all([
      failureOf(api.read({ path: ["x"], headers })),
      failureOf(api.sendOnce({ method: "POST", path: ["x"], headers })),
      failureOf(api.write({ method: "POST", path: ["x"], headers, what: "x" } as never)),
    ]);
    for (const end of ends)
      expect(end).toMatchObject({ verdict: "invalid", message: expect.stringContaining(stranger.origin) });
    expect(stranger.connections()).toBe(0);
  });

  test("a secret bound elsewhere does not block other secrets", async () => {
    const { stranger, http } = await world();
    await http
      .api(stranger.origin, { credential: { header: "private-token", value: "another-secret" } })
      .read({ path: ["x"] });
    expect(stranger.seen[0]?.headers["private-token"]).toBe("another-secret");
  });
});

describe("security D62: an API that another one's reply named", () => {
  const forge = async () => {
    const [stranger, upload] = [await startFaultServer({ steps: [json({})] }), await startFaultServer()];
    const credentials = new CredentialRules([{ name: "GitHub", origins: [stranger.origin], tokens: [] }]).given([
      { input: "token", secret: SECRET, origins: [stranger.origin] },
      { input: "other", secret: "other-0123456789", origins: ["https://service.example.com"] },
    ]);
    const network = { tlsVerificationDisabled: false, credentials };
    const { http } = openTestClient([stranger.origin], { network });
    open.push(stranger, upload, http);
    return { http, upload, api: http.api(stranger.origin) };
  };

  test.each([SECRET, GHS])("receives what that API's origin may: %s", async (secret) => {
    const { http, upload, api } = await forge();
    const credential = { header: "authorization", value: `Bearer ${secret}` };
    await http.api(upload.origin, { credential, namedBy: api }).read({ path: ["x"] });
    expect(upload.seen[0]?.headers["authorization"]).toBe(`Bearer ${secret}`);
    // Named for this one API: the client's others are as strict as before.
    expect(() => http.api(upload.origin, { credential })).toThrow("not one of the addresses");
  });

  test("receives nothing that is bound to another service", async () => {
    const { http, upload, api } = await forge();
    const credential = { header: "private-token", value: "other-0123456789" };
    expect(() => http.api(upload.origin, { credential, namedBy: api })).toThrow("bound to https://service.example.com");
    expect(() => http.api(upload.origin, { headers: { "x-api-key": "other-0123456789" }, namedBy: api })).toThrow(
      "bound to https://service.example.com",
    );
    expect(upload.connections()).toBe(0);
  });
});
