import { describe, expect, test } from "@jest/globals";
import { ActionError } from "@release-actions/action";
import { findComponent, loadConfig, readTargets } from "./index.ts";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseConfig } from "./parse.ts";

const problemsOf = (source: string) =>
  parseConfig(source, "release-actions.yml").problems.map(({ line, what }) => `${line}: ${what}`);

describe("hostile files", () => {
  test("security E78: refuses aliases, and with them alias bombs", () => {
    expect(problemsOf("components: &a\n  - name: x\nenvironments: *a\n")).toEqual(["3: the alias *a is not allowed"]);
  });

  test("security E79: treats a merge key as an unknown setting", () => {
    expect(problemsOf("components:\n  - name: x\n    <<: { scheme: semver }\n")[0]).toContain(
      'there is no setting "<<"',
    );
  });

  test("security E80: reports deep nesting as a problem instead of crashing", () => {
    expect(problemsOf(`components: ${"[".repeat(20_000)}`)).not.toEqual([]);
  });

  test("security B35: treats __proto__ as an unknown setting that pollutes nothing", () => {
    expect(problemsOf("__proto__: { polluted: true }\n")).not.toEqual([]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test("security B26: refuses a version that YAML reads as a number instead of rounding it", () => {
    expect(problemsOf("components:\n  - name: x\n    changelog: 12345678e10\n")).toEqual([
      expect.stringContaining("3: components[0].changelog must be a text"),
    ]);
  });
});

async function workspaceWith(files: Record<string, string>): Promise<{ workspace: string }> {
  const workspace = await mkdtemp(join(tmpdir(), "config-"));
  await mkdir(join(workspace, ".github"));
  for (const [name, content] of Object.entries(files)) await writeFile(join(workspace, name), content);
  return { workspace };
}

describe("finding the file", () => {
  test("searches the root, then .github, and accepts a missing file", async () => {
    const inputs = { config: undefined };
    expect(await loadConfig({ host: await workspaceWith({}), inputs })).toEqual({});
    expect(
      await loadConfig({ host: await workspaceWith({ ".github/release-actions.yml": "components: []" }), inputs }),
    ).toMatchObject({ file: ".github/release-actions.yml" });
    await expect(
      loadConfig({
        host: await workspaceWith({ "release-actions.yml": "", ".github/release-actions.yml": "" }),
        inputs,
      }),
    ).rejects.toThrow("two configurations");
  });

  test("fails if a file that was named is missing", async () => {
    await expect(loadConfig({ host: await workspaceWith({}), inputs: { config: "other.yml" } })).rejects.toThrow(
      'there is no file "other.yml"',
    );
  });

  test("reports all problems of the file in one invalid result", async () => {
    const host = await workspaceWith({ "release-actions.yml": "a: 1\nb: 2\n" });
    const error = await loadConfig({ host, inputs: { config: undefined } }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ActionError);
    expect((error as ActionError).verdict).toBe("invalid");
    expect((error as ActionError).details.problems).toHaveLength(2);
  });

  test("lists the declared components in the error for an undeclared one", () => {
    expect(() => findComponent({ components: [{ name: "frontend" }, { name: "api" }] }, "fronted")).toThrow(
      'there is no component "fronted"',
    );
  });
});

const GROUPS =
  "app-interface:\n  file: data/x.yml\n  groups:\n    - name: main\n      targets:\n        - { template: app, namespace: /services/app.yml }\n";

describe("parsing release-actions.yml", () => {
  test("reads components and environments", () => {
    const { config, problems } = parseConfig(
      `components:
  - name: frontend
    tag-format: "v{version}-{component}"
    version-files: [frontend/package.json]
    version-match: component
environments:
  - name: staging
    url: https://staging.example.org
    services:
      - { name: api, url: "https://api.example.org", health: /health }
`,
      "release-actions.yml",
    );
    expect(problems).toEqual([]);
    expect(config.components).toEqual([
      {
        name: "frontend",
        "tag-format": "v{version}-{component}",
        "version-files": ["frontend/package.json"],
        "version-match": "component",
      },
    ]);
    expect(config.environments?.[0]?.services?.[0]?.health).toBe("/health");
  });

  test("reports every problem at once, each with its line", () => {
    expect(
      problemsOf(`componets: []
components:
  - name: frontend
    versionfiles: [a]
    scheme: semantic
  - changelog: 5
environments:
  - name: prod
    url: ftp://example.org
`),
    ).toEqual([
      expect.stringMatching(/^1: there is no setting "componets"/),
      expect.stringMatching(/^4: components\[0\]: there is no setting "versionfiles"/),
      expect.stringMatching(/^5: components\[0\]\.scheme must be one of semver, pep440, calver/),
      expect.stringMatching(/^6: components\[1\]\.name is missing/),
      expect.stringMatching(/^6: components\[1\]\.changelog must be a text/),
      expect.stringMatching(/^9: environments\[0\]\.url must be a web address/),
    ]);
  });

  test("lists the known settings in the remedy for an unknown one", () => {
    const { problems } = parseConfig(
      "environments:\n  - name: a\n    services:\n      - { name: x, url: https://x, port: 1 }\n",
      "f.yml",
    );
    expect(problems[0]?.remedy).toBe("The settings here are: name, url, health, metrics.");
  });

  test("reports a duplicate name on the second line", () => {
    expect(problemsOf("components:\n  - name: a\n  - name: a\n")).toEqual([
      '3: components: the name "a" is given twice',
    ]);
  });

  test("reports duplicate keys and broken YAML with their lines", () => {
    expect(problemsOf("components: []\ncomponents: []\n")[0]).toMatch(/^2: /);
  });

  test("reads a component's images and reports more than the workflow can pass on", () => {
    const image = "      - { name: web, context: web, dockerfile: web/Dockerfile }\n";
    expect(
      parseConfig(`components:\n  - name: web\n    images:\n${image}`, "f.yml").config.components?.[0]?.images,
    ).toEqual([{ name: "web", context: "web", dockerfile: "web/Dockerfile" }]);
    expect(problemsOf(`components:\n  - name: web\n    images:\n${image.repeat(9)}`)).toEqual([
      "4: components[0].images must have at most 8 entries",
    ]);
  });

  test("reads app-interface's groups and reports a duplicate name, an unknown setting and a group without targets", () => {
    expect(parseConfig(GROUPS, "f.yml").config["app-interface"]).toEqual({
      file: "data/x.yml",
      groups: [{ name: "main", targets: [{ template: "app", namespace: "/services/app.yml" }] }],
    });
    expect(problemsOf(`${GROUPS}    - name: main\n      targets: [{ template: app }]\n`)).toEqual([
      '7: app-interface.groups: the name "main" is given twice',
    ]);
    expect(problemsOf(GROUPS.replace("namespace:", "namespce:"))).toEqual([
      '6: app-interface.groups[0].targets[0]: there is no setting "namespce"',
    ]);
    expect(problemsOf("app-interface:\n  groups:\n    - name: main\n      targets: []\n")).toEqual([
      "4: app-interface.groups[0].targets must not be empty",
    ]);
  });

  test("reads targets from an input as strictly, with their lines", async () => {
    expect(await readTargets("- { template: app, optional: true }", "targets")).toEqual([
      { template: "app", optional: true },
    ]);
    const stop = await readTargets(
      "- template: app\n  nmae: x\n- { namespace: 1 }\n- &a { template: *a }\n",
      "targets",
    ).catch((error: unknown) => error);
    expect(stop).toMatchObject({
      verdict: "invalid",
      details: {
        problems: [expect.objectContaining({ what: "the alias *a is not allowed", line: 4, input: "targets" })],
      },
    });
    const other = await readTargets("- template: app\n  nmae: x\n- { namespace: 1 }\n", "targets").catch(
      (error: unknown) => error,
    );
    expect((other as ActionError).details.problems?.map(({ what, line }) => [what, line])).toEqual([
      ['[0]: there is no setting "nmae"', 2],
      ["[1].template is missing", 3],
      ["[1].namespace must be a text (quote it if it looks like a number)", 3],
    ]);
  });

  test("T30: reads the repository's hints if their service exists and they have words to match", () => {
    const hint = {
      service: "kubernetes",
      match: "quota exceeded",
      hint: "Ask the platform team.",
      command: "oc describe quota",
    };
    expect(parseConfig(JSON.stringify({ hints: [hint] }), "f.yml").config.hints).toEqual([hint]);
    expect(problemsOf('hints:\n  - { service: kube, match: "...", hint: "" }\n')).toEqual([
      expect.stringMatching(/^2: hints\[0\]\.service must be one of any, git/),
      expect.stringMatching(/^2: hints\[0\]\.match has characters/),
      expect.stringMatching(/^2: hints\[0\]\.hint must not be empty/),
    ]);
  });
});
