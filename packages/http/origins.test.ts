import { afterEach, describe, expect, test } from "@jest/globals";
import { failureOf, openTestClient } from "../../test/faults/client.ts";
import type { TestClient } from "../../test/faults/client.ts";
import { json, redirect, startFaultServer, text } from "../../test/faults/server.ts";
import type { FaultServer, Step } from "../../test/faults/server.ts";
import { HttpError } from "./index.ts";
import type { HttpOptions } from "./index.ts";

const TOKEN = "glpat-CANARY-0123456789";
const open: { close(): unknown }[] = [];

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function server(...steps: readonly Step[]): Promise<FaultServer> {
  const started = await startFaultServer({ steps });
  open.push(started);
  return started;
}

function client(endpoints: readonly string[], options?: Partial<HttpOptions>): TestClient {
  const opened = openTestClient(endpoints, options);
  open.push(opened.http);
  return opened;
}

function api(forge: FaultServer, credential = { header: "PRIVATE-TOKEN", value: TOKEN }) {
  return client([forge.origin]).http.api(forge.origin, { credential, headers: { "x-custom": "mine" } });
}

/** Everything that a server was given, in one text. */
function given(other: FaultServer): string {
  return JSON.stringify(other.seen.map((seen) => ({ ...seen, body: seen.body.toString() })));
}

describe("redirects", () => {
  test.each([301, 302, 303, 307, 308])(
    "security D59: refuses a %s to another port, and the other server receives nothing",
    async (status) => {
      const other = await server();
      const forge = await server(redirect(`${other.origin}/x`, status));
      const failure = await failureOf(api(forge).read({ path: ["x"] }));
      expect(failure).toBeInstanceOf(HttpError);
      expect(String(failure)).toContain(`redirects to another host, ${new URL(other.origin).host}`);
      expect(other.connections()).toBe(0);
      expect(forge.seen).toHaveLength(1);
    },
  );

  test("security D60: sends neither the credential nor our headers with an anonymous redirect", async () => {
    const other = await server(json({ from: "store" }));
    const forge = await server(redirect(`${other.origin}/file?signature=1`));
    const reply = await api(forge).read({ path: ["x"], redirects: "anonymous", headers: { "x-more": TOKEN } });
    expect(reply.redirectedTo).toBe(other.origin);
    expect(reply.url).toBe(`${other.origin}/file`);
    expect(other.seen).toHaveLength(1);
    expect(given(other)).not.toContain("CANARY");
    expect(other.seen[0]?.headers).not.toHaveProperty("x-custom");
  });

  test("security D60: does not send the credential again if a redirect returns to the origin", async () => {
    const other = await server();
    const forge = await server(redirect(`${other.origin}/a`), json({ seen: true }));
    other.script(redirect(`${forge.origin}/b`));
    await api(forge).read({ path: ["x"], redirects: "anonymous" });
    expect(forge.seen[1]?.headers).not.toHaveProperty("private-token");
  });

  test.each([307, 308])("security D60: never sends a write again after a %s", async (status) => {
    const other = await server();
    const forge = await server(redirect(`${other.origin}/x`, status));
    const write = api(forge).write({
      method: "POST",
      path: ["x"],
      json: { secret: TOKEN },
      what: "the thing",
      accept: () => 1,
      readBack: async () => undefined,
    });
    expect(String(await failureOf(write))).toContain(`answered ${status}`);
    expect(other.connections()).toBe(0);
    expect(forge.seen).toHaveLength(1);
  });

  test("security D59: follows redirects within the origin with the credential", async () => {
    const forge = await server(redirect("/b", 301), redirect("c?x=1", 302), json({ ok: 1 }));
    const reply = await api(forge).read({ path: ["a"] });
    expect(reply.redirectedTo).toBeUndefined();
    expect(forge.seen.map((seen) => [seen.url, seen.headers["private-token"]])).toEqual([
      ["/a", TOKEN],
      ["/b", TOKEN],
      ["/c?x=1", TOKEN],
    ]);
  });

  test.each([
    ["to itself", ["/a"], "in a loop"],
    ["in a circle of two", ["/b", "/a"], "in a loop"],
    ["without end", ["/1", "/2", "/3", "/4", "/5", "/6", "/7"], "more than 5 times"],
    ["to nowhere", [""], "without a valid location"],
    ["to nonsense", ["http://["], "without a valid location"],
    ["to a user name", ["http://me@127.0.0.1:1/"], "a user name in it"],
    ["to plain http elsewhere", ["http://example.com/"], "another host"],
  ])("security D61: refuses a redirect %s", async (_, locations, message) => {
    const forge = await server(...locations.map((location) => redirect(location)));
    expect(String(await failureOf(api(forge).read({ path: ["a"] })))).toContain(message);
    expect(forge.seen.length).toBeLessThanOrEqual(6);
  });

  test("security D61: refuses an anonymous redirect to plain http on another host", async () => {
    const forge = await server(redirect("http://example.com/"));
    expect(String(await failureOf(api(forge).read({ path: ["a"], redirects: "anonymous" })))).toContain(
      "not encrypted",
    );
  });
});

describe("endpoints", () => {
  test("sends a credential and an API's headers to their own origin", async () => {
    const forge = await server(json({ ok: true }));
    const reply = await api(forge).read({ path: ["x"] });
    expect(reply.json()).toEqual(expect.objectContaining({ ok: true }));
    expect(forge.seen[0]?.headers).toMatchObject({
      "private-token": TOKEN,
      "x-custom": "mine",
      "user-agent": "release-actions",
    });
  });

  test("never connects to an origin that the action does not declare", async () => {
    const forge = await server();
    const other = await server();
    expect(() => client([forge.origin]).http.api(other.origin)).toThrow(
      "not one of the addresses this action declares",
    );
    expect(other.connections()).toBe(0);
  });

  test("security D62: never shares a credential between two APIs on two origins", async () => {
    const forge = await server();
    const jira = await server();
    const { http } = client([forge.origin, jira.origin]);
    await http
      .api(forge.origin, { credential: { header: "private-token", value: "forge-CANARY" } })
      .read({ path: ["x"] });
    await http.api(jira.origin, { credential: { user: "me", password: "jira-CANARY" } }).read({ path: ["x"] });
    expect(given(forge)).not.toContain("jira-CANARY");
    expect(given(forge)).not.toContain(Buffer.from("me:jira-CANARY").toString("base64"));
    expect(given(jira)).not.toContain("forge-CANARY");
    expect(jira.seen[0]?.headers["authorization"]).toBe(`Basic ${Buffer.from("me:jira-CANARY").toString("base64")}`);
  });
});

describe("headers", () => {
  test.each(["a\r\nx-evil: 1", "a\nb", "a\0b", "a\u2028b", "ü…"])(
    "security D64: refuses the header value %j before anything is sent, without showing it",
    async (value) => {
      const forge = await server();
      const { http } = client([forge.origin]);
      expect(() =>
        http.api(forge.origin, { credential: { header: "private-token", value: `CANARY${value}` } }),
      ).toThrow(/^(?!.*CANARY).*private-token/);
      expect(() => http.api(forge.origin, { headers: { "x-a": value } })).toThrow("x-a");
      const failure = await failureOf(http.api(forge.origin).read({ path: ["x"], headers: { "x-b": value } }));
      expect(String(failure)).toContain("x-b");
      expect(forge.connections()).toBe(0);
    },
  );

  test.each([
    "host",
    "Authorization",
    "content-length",
    "Transfer-Encoding",
    "cookie",
    "private-token",
    "proxy-authorization",
    "x y",
    "x:y",
    "",
  ])("security D64: refuses to set the header %j manually", async (name) => {
    const forge = await server();
    expect(
      String(
        await failureOf(
          client([forge.origin])
            .http.api(forge.origin)
            .read({ path: ["x"], headers: { [name]: "1" } }),
        ),
      ),
    ).toMatch(/header/);
    expect(forge.connections()).toBe(0);
  });
});

describe("server identity", () => {
  test("security D71: refuses to start if certificate checks are switched off", () => {
    const start = (): unknown =>
      openTestClient(["https://api.github.com"], { network: { tlsVerificationDisabled: true } });
    expect(start).toThrow("NODE_TLS_REJECT_UNAUTHORIZED=0");
  });

  test("security B31: does not connect to a name that resolves to this machine or to a metadata address", async () => {
    const forge = await server();
    for (const address of ["127.0.0.1", "169.254.169.254", "::ffff:169.254.169.254", "0.0.0.0"]) {
      const { http } = client(["https://forge.example"], {
        lookup: (_, options, callback) => {
          if (options.all === true) callback(null, [{ address, family: address.includes(":") ? 6 : 4 }]);
          else callback(null, address, 4);
        },
      });
      const failure = await failureOf(http.api(`https://forge.example`).read({ path: ["x"] }));
      expect(failure).toMatchObject({ code: "ADDRESS_REFUSED", phase: "dns", reach: "nothing sent", attempts: 1 });
      expect(String(failure)).toContain(address);
    }
    expect(forge.connections()).toBe(0);
  });

  test("security B31: sends nothing over plain http if localhost resolves elsewhere", async () => {
    const { http } = client(["http://localhost:9"], {
      lookup: (_, options, callback) =>
        options.all === true ? callback(null, [{ address: "192.0.2.1", family: 4 }]) : callback(null, "192.0.2.1", 4),
    });
    expect(String(await failureOf(http.api("http://localhost:9").read({ path: ["x"] })))).toContain("not this machine");
  });
});

describe("secrets", () => {
  test("security G93: registers every form of a credential before it is first sent", async () => {
    const forge = await server();
    const { http, secrets } = client([forge.origin]);
    http.api(forge.origin, { credential: { user: "robot", password: "pa ss/word" } });
    expect(secrets).toEqual(["pa ss/word", Buffer.from("robot:pa ss/word").toString("base64")]);
    http.api(forge.origin, { credential: { header: "authorization", value: "Bearer abc.def" } });
    expect(secrets.slice(2)).toEqual(["Bearer abc.def", "abc.def"]);
    expect(forge.connections()).toBe(0);
  });

  test.each([
    ["as it is", TOKEN],
    ["in base64", Buffer.from(TOKEN).toString("base64")],
    ["URL-encoded", encodeURIComponent(TOKEN)],
    ["in JSON", JSON.stringify({ token: TOKEN })],
    ["at the end of the excerpt", `${"x".repeat(290)}${TOKEN}`],
  ])(
    "security G95: shows a credential that the server echoes %s neither in the failure nor in the log",
    async (_, echo) => {
      const forge = await server(text(echo, 400));
      const { http, lines } = client([forge.origin]);
      const failure = await failureOf(
        http.api(forge.origin, { credential: { header: "private-token", value: TOKEN } }).read({ path: ["x"] }),
      );
      const told = String(failure) + JSON.stringify(failure) + lines.join("\n");
      expect(told).not.toContain("CANARY");
      expect(told).not.toContain(Buffer.from(TOKEN).toString("base64").slice(0, 12));
    },
  );

  test("security G96: shows the path of an address in no message if the address itself is the secret", async () => {
    const forge = await server(text("no", 404));
    const { http, lines, secrets } = client([forge.origin]);
    const failure = await failureOf(
      http.api(`${forge.origin}/services/T0/CANARY`, { secretPath: true }).read({ path: [] }),
    );
    expect(String(failure) + lines.join("\n")).not.toContain("CANARY");
    expect(String(failure)).toContain(new URL(forge.origin).host);
    expect(secrets).toContain("/services/T0/CANARY");
  });
});
