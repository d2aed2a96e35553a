import { describe, expect, test } from "@jest/globals";
import type { Problem } from "@release-actions/action";
import { accessOf } from "./access.ts";

const PEM = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
const CA = Buffer.from(PEM).toString("base64");
const NONE = { server: undefined, token: undefined, certificateAuthority: undefined, kubeconfig: undefined };

function config(cluster: object = {}, user: object = {}, more: object = {}): string {
  return JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    "current-context": "here",
    clusters: [
      { name: "c", cluster: { server: "https://api.example:6443", "certificate-authority-data": CA, ...cluster } },
    ],
    users: [{ name: "u", user: { token: "canary-token", ...user } }],
    contexts: [{ name: "here", context: { cluster: "c", user: "u", namespace: "tenant" } }],
    ...more,
  });
}

async function read(kubeconfig: string) {
  const problems: Problem[] = [];
  const access = await accessOf({ ...NONE, kubeconfig }, problems);
  return { access, said: problems.map(({ what, remedy }) => `${what}. ${remedy}`).join("\n") };
}

describe("a kubeconfig", () => {
  test("gives server, token and authority of its current context", async () => {
    expect(await read(config())).toEqual({
      access: { server: "https://api.example:6443", token: "canary-token", authority: PEM },
      said: "",
    });
  });

  test("is read as kubectl writes it, in YAML", async () => {
    const yaml = `apiVersion: v1\nkind: Config\ncurrent-context: here\nclusters:\n- name: c\n  cluster:\n    server: https://api.example\nusers:\n- name: u\n  user: {token: t0}\ncontexts:\n- name: here\n  context: {cluster: c, user: u}\npreferences: {}\n`;
    expect((await read(yaml)).access).toEqual({ server: "https://api.example", token: "t0", authority: undefined });
  });

  test.each([
    ["H102 exec", {}, { exec: { command: "/bin/sh" } }, '"exec" of the user is refused: it runs a program'],
    ["H102 auth-provider", {}, { "auth-provider": { name: "gcp" } }, "it runs a provider"],
    ["H103 insecure", { "insecure-skip-tls-verify": true }, {}, "disables verification of the server's certificate"],
    ["H103 http", { server: "http://api.example" }, {}, "must start with https://"],
    ["H103 http of this machine", { server: "http://127.0.0.1:8001" }, {}, "must start with https://"],
    ["H103 proxy-url", { "proxy-url": "http://evil.example" }, {}, "through a proxy that it chooses"],
    ["H103 tls-server-name", { "tls-server-name": "evil.example" }, {}, "against another name"],
    ["H104 authority in a file", { "certificate-authority": "/etc/ca.pem" }, {}, "it names a file"],
    ["H104 token in a file", {}, { tokenFile: "/var/run/token" }, "it names a file"],
    ["H104 key in a file", {}, { "client-certificate": "a.pem", "client-key": "a.key" }, "it names a file"],
    ["a user's certificate", {}, { "client-certificate-data": "x" }, "client certificates are not supported"],
    ["a password", {}, { username: "a", password: "canary-password" }, "passwords are not supported"],
    ["impersonation", {}, { as: "system:admin" }, "it acts as another user"],
    ["an unknown field", { "new-thing": 1 }, {}, "it is not supported"],
    ["a token of two lines", {}, { token: "a\nb" }, "the token contains a space, a line break"],
    ["no token", {}, { token: undefined }, "the user has no token"],
    ["an invalid authority", { "certificate-authority-data": "eHh4" }, {}, "neither PEM nor base64-encoded PEM"],
  ])("security %s: is refused before use, without showing a value", async (_, cluster, user, said) => {
    const result = await read(config(cluster, user));
    expect(result.access).toBeUndefined();
    expect(result.said).toContain(said);
    expect(result.said).not.toContain("canary");
  });

  test.each([
    ["a path", "/home/me/.kube/config", "it is a path"],
    ["GitLab's file variable", "/builds/x.tmp/KUBECONFIG", "it is a path"],
    ["text that is not a map", "hello", "not valid YAML or JSON"],
    ["a key given twice", `{"current-context": "a", "current-context": "b"}`, "not valid YAML or JSON"],
    ["an alias", "a: &a 1\nb: *a\n", "not valid YAML or JSON"],
    ["security E80: nesting without end", "[".repeat(50_000), "not valid YAML or JSON"],
    ["no current context", config({}, {}, { "current-context": "" }), "current-context is missing"],
    [
      "two contexts of the name",
      config(
        {},
        {},
        {
          contexts: [
            { name: "here", context: { cluster: "c", user: "u" } },
            { name: "here", context: { cluster: "d", user: "u" } },
          ],
        },
      ),
      "does not name exactly one context",
    ],
    ["an unknown cluster", config({}, {}, { clusters: [] }), "the context does not name exactly one cluster"],
  ])("with %s is refused", async (_, text, said) => {
    expect((await read(text)).said).toContain(said);
  });

  test("may have entries that the context does not name", async () => {
    const users = [
      { name: "u", user: { token: "t0" } },
      { name: "other", user: { exec: { command: "/bin/sh" } } },
    ];
    expect((await read(config({}, {}, { users }))).access).toMatchObject({ token: "t0" });
  });

  test("cannot be combined with server and token, which work alone", async () => {
    const problems: Problem[] = [];
    expect(
      await accessOf({ ...NONE, server: "https://api.example", token: "t0", certificateAuthority: CA }, problems),
    ).toEqual({ server: "https://api.example", token: "t0", authority: PEM });
    expect(problems).toEqual([]);
    expect(await accessOf({ ...NONE, server: "https://api.example", kubeconfig: config() }, problems)).toBeUndefined();
    expect(problems[0]?.what).toBe("kubeconfig cannot be combined with server");
  });

  test.each(["http://api.example", "http://127.0.0.1.evil.example", "http://localhost.evil.example:1", "ftp://x"])(
    "security H103: the server %s is refused",
    async (server) => {
      const problems: Problem[] = [];
      expect(await accessOf({ ...NONE, server, token: "t0" }, problems)).toBeUndefined();
    },
  );
});
