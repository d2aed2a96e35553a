import { describe, expect, test } from "@jest/globals";
import { defineAction, text, type Context } from "@release-actions/action";
import { credentialRules } from "./credentials.ts";
import { githubHost } from "./github.ts";
import { gitlabHost, runInMemory, terminalHost } from "./index.ts";

const GHS = "ghs_0123456789abcdef";
const JOB = "glcbt-64_0123456789abcdef";

function mayGo(env: Record<string, string>, token: string, origin: string): boolean {
  try {
    credentialRules(env).insist([token], origin);
    return true;
  } catch {
    return false;
  }
}

describe("security D62: a forge's own origins are those in the job's variables", () => {
  const github = { GITHUB_SERVER_URL: "https://github.com", GITHUB_API_URL: "https://api.github.com" };
  const server = { GITHUB_SERVER_URL: "https://ghes.example", GITHUB_API_URL: "https://ghes.example/api/v3" };
  const residency = { GITHUB_SERVER_URL: "https://acme.ghe.com", GITHUB_API_URL: "https://api.acme.ghe.com" };
  const gitlab = {
    CI_SERVER_URL: "https://gitlab.example",
    CI_API_V4_URL: "https://gitlab.example/api/v4",
    CI_REGISTRY: "registry.gitlab.example:5050",
  };
  const standIn = {
    CI_SERVER_URL: "http://127.0.0.1:1",
    CI_API_V4_URL: "http://127.0.0.1:1/api/v4",
    CI_REGISTRY: "127.0.0.1:2",
  };

  test.each<[Record<string, string>, string, string[], string[]]>([
    [
      github,
      GHS,
      ["https://github.com", "https://api.github.com", "https://uploads.github.com", "https://ghcr.io"],
      ["https://ghes.example", "https://gitlab.com"],
    ],
    [
      server,
      GHS,
      ["https://ghes.example", "https://containers.ghes.example"],
      ["https://github.com", "https://ghcr.io", "https://ghes.example:1"],
    ],
    [
      residency,
      GHS,
      [
        "https://acme.ghe.com",
        "https://api.acme.ghe.com",
        "https://uploads.acme.ghe.com",
        "https://containers.acme.ghe.com",
      ],
      ["https://github.com"],
    ],
    [
      { GITHUB_API_URL: "https://api.github.com" },
      GHS,
      ["https://github.com", "https://ghcr.io"],
      ["https://ghes.example"],
    ],
    [
      { GITHUB_API_URL: "http://127.0.0.1:1/api/v3" },
      GHS,
      ["http://127.0.0.1:1"],
      ["http://127.0.0.1:2", "https://api.github.com"],
    ],
    [{}, GHS, ["https://github.com", "https://ghcr.io"], ["http://127.0.0.1:1"]],
    [
      gitlab,
      JOB,
      ["https://gitlab.example", "https://registry.gitlab.example:5050"],
      ["https://gitlab.com", "http://registry.gitlab.example:5050"],
    ],
    [standIn, JOB, ["http://127.0.0.1:1", "http://127.0.0.1:2"], ["http://127.0.0.1:3", "https://gitlab.com"]],
    [{}, JOB, ["https://gitlab.com"], ["https://registry.example"]],
    [{ ...gitlab, CI_JOB_TOKEN: "plain-token" }, "plain-token", ["https://gitlab.example"], ["https://jira.example"]],
    [
      { ...github, GITHUB_ACTIONS: "true", GITHUB_TOKEN: "plain-token" },
      "plain-token",
      ["https://api.github.com"],
      ["https://jira.example"],
    ],
    // Outside a job, the variable may hold any of a person's tokens.
    [{ ...github, GITHUB_TOKEN: "plain-token" }, "plain-token", ["https://ghes.example"], []],
  ])("%j", (env, token, own, others) => {
    expect(own.filter((origin) => !mayGo(env, token, origin))).toEqual([]);
    expect(others.filter((origin) => mayGo(env, token, origin))).toEqual([]);
  });
});

test("security D62: every host passes its rules to every client", () => {
  const process = (env: Record<string, string>) =>
    ({
      env,
      cwd: () => "/",
      stdout: { on: () => undefined },
      stderr: { on: () => undefined },
    }) as unknown as NodeJS.Process;
  for (const host of [
    githubHost(process({})),
    gitlabHost(process({}), []),
    terminalHost(process({}), [], { json: false }),
  ]) {
    expect(() => host.facts.network.credentials?.insist([GHS], "https://evil.example")).toThrow("GitHub's own token");
  }
});

describe("security D62: how the framework handles a bound secret", () => {
  const inputs = {
    url: text({ description: "Where.", optional: true }),
    token: text({ description: "The token.", optional: true, credential: "forge" }),
    key: text({ description: "A key, which goes nowhere.", optional: true, secret: true }),
  };
  let seen: Context<{ token: string | undefined; key: string | undefined }> | undefined;
  const action = defineAction({
    name: "sample",
    description: "For tests.",
    inputs,
    outputs: {},
    permissions: { github: {}, gitlab: "none" },
    endpoints: { description: [], origins: ({ url }) => [url] },
    changes: false,
    run: async (context) => {
      seen = context;
      context.io.info(`token ${context.inputs.token}, key ${context.inputs.key}`);
      return { verdict: "passed" };
    },
  });
  const bare = "s3cret-0123456789";
  const run = async (given: Record<string, string>) => {
    seen = undefined;
    return await runInMemory(action, { inputs: given });
  };

  test("the action gets the bare secret, masked like the whole value, and the rules know where it may go", async () => {
    const { verdict, lines } = await run({ url: "https://a.example/x", token: `https://a.example ${bare}` });
    expect({ verdict, token: seen?.inputs.token }).toEqual({ verdict: "passed", token: bare });
    expect(lines.join("\n")).toContain("token ***");
    expect(() => seen?.host.network.credentials?.insist([bare], "https://b.example")).toThrow(
      "the input token is bound to https://a.example",
    );
  });

  test("a secret that is not a credential is left unchanged", async () => {
    await run({ key: `https://a.example ${bare}` });
    expect(seen?.inputs.key).toBe(`https://a.example ${bare}`);
  });

  test("it never starts an action that would send the secret elsewhere", async () => {
    const { verdict, lines } = await run({ url: "https://b.example/x", token: `https://a.example ${bare}` });
    expect({ verdict, seen }).toEqual({ verdict: "invalid", seen: undefined });
    expect(lines.join("\n")).toContain(
      "the input token is bound to https://a.example, but would have been sent to https://b.example; nothing was sent",
    );
  });

  test("an unreadable binding is reported as a problem with its input", async () => {
    const { verdict, lines } = await run({ token: `http://a.example ${bare}` });
    expect({ verdict, seen }).toEqual({ verdict: "invalid", seen: undefined });
    expect(lines.join("\n")).toMatch(/input token is bound to an unencrypted address/);
    expect(lines.join("\n")).not.toContain(bare);
  });

  test("every credential's description says how to bind it", () => {
    expect([inputs.token.facts.description, inputs.key.facts.description]).toEqual([
      'The token. Write "https://host secret" to send it only to that origin.',
      "A key, which goes nowhere.",
    ]);
  });
});
