import { afterAll, describe, expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { path, ring } from "../../test/rings.ts";
import { appInterfaceTree, writeFiles } from "../../test/worlds/app-interface.ts";
import { places, removeTrees, thing, tree, validate, write } from "../../test/worlds/appinterface-validate.ts";

afterAll(removeTrees);

const SHARED = join(import.meta.dirname, "../../../shared/data/app-interface");

describe("a tree", () => {
  test("T21: passes with exit code 0 if it is valid, and reports the number of files", async () => {
    const result = await validate(tree({ "data/a.yml": thing("a"), "resources/r.txt": "anything" }));
    expect(result).toMatchObject({
      exitCode: 0,
      verdict: "passed",
      outputs: { valid: "true", files: "12", errors: "0", warnings: "0" },
    });
    expect(result.rows).toEqual([]);
  });

  test("T21: is refused if it is invalid, whatever text its files contain", async () => {
    const result = await validate(tree({ "data/a.yml": thing("VALID", "note: success, valid, no problem\n") }));
    expect(result).toMatchObject({ exitCode: 1, verdict: "refused", outputs: { valid: "false", errors: "1" } });
  });

  test("is reported with all errors of all files, each with its line, column and path", async () => {
    const result = await validate(
      tree({
        "data/b.yml": thing("b", "size: many\nother:\n  $ref: /none.yml\nsurplus: 1\nconfig: /gone\n"),
        "data/sub/a.yml": "$schema: /thing-1.yml\n",
      }),
    );
    expect(places(result.rows)).toEqual([
      "VALIDATION_ERROR data/b.yml:4:7",
      "FILE_NOT_FOUND data/b.yml:6:9",
      "VALIDATION_ERROR data/b.yml:7:1",
      "RESOURCE_FILE_NOT_FOUND data/b.yml:8:9",
      "VALIDATION_ERROR data/sub/a.yml:1:1",
    ]);
    expect(result.rows[0]).toMatchObject({
      severity: "error",
      kind: "FILE",
      path: "$.size",
      message: "$.size: 'many' is not of type 'integer'",
    });
    expect(result.lines).toContain(
      "error: data/b.yml:4: VALIDATION_ERROR: $.size: 'many' is not of type 'integer'\nCorrect the value.",
    );
    expect(result.summary).toContain("5 errors");
  });

  test("never passes if it has no files", async () => {
    expect(await validate(tree({ "data/README.md": "no data" }))).toMatchObject({ verdict: "undecided", exitCode: 3 });
    expect(await validate(tree({ "data/a.yml": "# nothing\n" }))).toMatchObject({ verdict: "undecided" });
    expect(await validate(tree({ "other/a.yml": "" }))).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(
      await validate(tree({ "data/a.yml": thing("a"), "empty/x": "" }), {
        schemas: "empty",
        "graphql-schema": "qs/graphql-schemas/schema.yml",
      }),
    ).toMatchObject({ verdict: "invalid" });
  });

  test("may be nested, and path may be the data directory itself", async () => {
    const workspace = tree({ "deep/data/a.yml": thing("A"), "deep/resources/x": "" });
    for (const given of ["deep", "deep/", "deep/data"])
      expect(places((await validate(workspace, { path: given })).rows)).toEqual([
        "VALIDATION_ERROR deep/data/a.yml:3:7",
      ]);
    expect(await validate(workspace, { path: "../" })).toMatchObject({ verdict: "invalid" });
  });
});

const NAMESPACE = "$schema: /openshift/namespace-1.yml\nenvironment:\n  $ref: /env.yml\n";
const ENVIRONMENT = "$schema: /app-sre/environment-1.yml\nname: prod\nparameters:\n  HOST: acme.example.com\n";
const SHA = "0123456789abcdef0123456789abcdef01234567";
const saas = (name: string, target: string, url = "https://github.com/acme/app") =>
  `$schema: /app-sre/saas-file-2.yml\nname: ${name}\napp:\n  $ref: /app.yml\nresourceTemplates:\n- name: t\n  url: ${url}\n  targets:\n  - namespace:\n      $ref: /ns.yml\n${target.replace(/^/gm, "    ").trimEnd()}\n`;
const auto = `ref: ${SHA}\npromotion:\n  auto: true\n  subscribe: [c]\n`;
const publisher = { "data/publisher.yml": saas("p", "ref: main\npromotion:\n  publish: [c]\n") };
const around = {
  "data/app.yml": "$schema: /app-sre/app-1.yml\n",
  "data/ns.yml": NAMESPACE,
  "data/env.yml": ENVIRONMENT,
  "data/role.yml": "$schema: /access/role-1.yml\nself_service:\n- datafiles:\n  - $ref: /app.yml\n",
};

describe("problems", () => {
  test("unique fields are unique in the tree and in their list", async () => {
    const result = await validate(
      tree({ "data/a.yml": thing("same", "parts:\n- name: x\n- name: y\n- name: x\n"), "data/b.yml": thing("same") }),
    );
    expect(places(result.rows)).toEqual([
      "DUPLICATE_UNIQUE_FIELD data/a.yml:3:7",
      "DUPLICATE_CONTEXT_UNIQUE_FIELD data/a.yml:7:3",
    ]);
    expect(result.rows[0]!.message).toContain("/b.yml");
  });

  test("a file that is not YAML is an error, and so is a list or a string", async () => {
    const result = await validate(
      tree({
        "data/a.yml": "a: [\n",
        "data/b.yml": "- x\n",
        "data/c.yml": `${thing("c")}---\nb: 2\n`,
        "data/d.json": "{",
      }),
    );
    expect(result.rows.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      "NOT_LOADED data/a.yml",
      "MISSING_SCHEMA_URL data/b.yml",
      "NOT_LOADED data/c.yml",
      "NOT_LOADED data/d.json",
    ]);
  });

  test("promotion A1: what the bundler cannot load is an error with its place", async () => {
    const result = await validate(
      tree({
        "data/a.yml": thing("a", "note: Write access\n\t\nsize: 1\n"),
        "data/b.yml": thing("b", "labels: {a: &x b, c: &x d}\n"),
        "data/c.yml": `%FOO\n---\n${thing("c")}`,
      }),
    );
    expect(result).toMatchObject({ exitCode: 1, verdict: "refused" });
    expect(places(result.rows)).toEqual([
      "NOT_LOADED data/a.yml:5:1",
      expect.stringMatching(/^NOT_LOADED data\/b\.yml:4:/),
      "NOT_LOADED data/c.yml:1:1",
    ]);
  });

  test("promotion A2: quotes and brackets continue at the margin, and problems there have their place", async () => {
    const result = await validate(
      tree({
        "data/a.yml": thing("a", 'note: "Write access\nto everything"\nparts: [\n{name: x}\n]\nsize: many\n'),
        "data/b.yml": thing("b", "parts: [\n{name: x},\n{name: x}\n]\n"),
      }),
    );
    expect(places(result.rows)).toEqual([
      "VALIDATION_ERROR data/a.yml:9:7",
      "DUPLICATE_CONTEXT_UNIQUE_FIELD data/b.yml:6:1",
    ]);
  });

  test("domain.md 4.4: a problem that the validator ignores is a warning with its position", async () => {
    const result = await validate(
      tree({
        "data/a.yml": thing("a", "note: x\nnote: y\nsize: 017\n"),
        "data/b.yml": '---\n"$schema": /app-sre/app-1.yml\nref: 12e03\n',
        "resources/r.yml": 'kind: x\n"$schema": /thing-1.yml\n',
        "resources/s.yml": "$schema: /thing-1.yml\n{{ x }}\n",
      }),
    );
    expect(result).toMatchObject({ verdict: "passed", outputs: { errors: "0", warnings: "5" } });
    expect(places(result.rows)).toEqual([
      "yaml-duplicate-key data/a.yml:5:1",
      "yaml-1.1 data/a.yml:6:7",
      "yaml-ref-quotes data/b.yml:3:6",
      "resource-header resources/r.yml:2:1",
      expect.stringMatching(/^resource-yaml resources\/s\.yml:[12]:/),
    ]);
    expect(result.lines).toContainEqual(expect.stringContaining("017"));
  });

  test("domain.md 4.2: a date is reported once, at its position", async () => {
    const result = await validate(
      tree({
        "data/a.yml": thing("a", "note: 2020-01-01\n"),
        "data/b.yml": "$schema: /app-sre/app-1.yml\nany: 2020-01-01\n",
      }),
      { rules: "yaml-1.1: off" },
    );
    expect(places(result.rows)).toEqual(["VALIDATION_ERROR data/a.yml:4:7", "NOT_JSON data/b.yml:2:6"]);
  });

  test("rules can be switched off, reasons cannot", async () => {
    const files = { "data/a.yml": thing("a", "note: x\nnote: y\n") };
    expect(await validate(tree(files), { rules: "yaml-duplicate-key: error" })).toMatchObject({ verdict: "refused" });
    expect(await validate(tree(files), { rules: "yaml-duplicate-key: off" })).toMatchObject({
      verdict: "passed",
      outputs: { warnings: "0" },
    });
    const wrong = await validate(tree(files), { rules: "VALIDATION_ERROR: off\nyaml-1.1: loud\nyaml-1.1" });
    expect(wrong).toMatchObject({ verdict: "invalid" });
    expect(wrong.lines.filter((line) => line.startsWith("error: "))).toHaveLength(4);
  });

  test.each([
    ["saas-auto-needs-sha", "ref: main\npromotion:\n  auto: true\n  subscribe: [c]\n", 11],
    ["saas-moving-ref-needed", `ref: ${SHA}\nimages:\n- name: x\n`, 11],
    ["saas-moving-ref-needed", `ref: ${SHA}\nupstream:\n  name: x\n`, 11],
    ["saas-upstream-and-images", "ref: main\nimages:\n- name: x\nupstream:\n  name: x\n", 13],
    ["saas-image-tag", `ref: ${SHA}\nparameters:\n  IMAGE_TAG: 0123456\n`, 13],
    [
      "saas-promotion-data-channel",
      `ref: ${SHA}\npromotion:\n  auto: true\n  subscribe: [c]\n  promotion_data:\n  - channel: other\n`,
      16,
    ],
    ["saas-parameter-repeats-environment", `ref: ${SHA}\nparameters:\n  URL: https://acme.example.com/x\n`, 13],
    ["saas-promotion-channel", `ref: ${SHA}\npromotion:\n  subscribe:\n  - c\n  - nobody\n`, 15],
    ["saas-promotion-channel", `ref: ${SHA}\npromotion:\n  publish:\n  - d\n  - d\n`, 15],
    ["saas-promotion-data-channel", `${auto}  promotion_data:\n  - data: []\n`, 16],
    ["saas-parameter-names-itself", `ref: ${SHA}\nparameters:\n  HOST: api.\${HOST}\n`, 13],
    ["saas-secret-paths", `ref: ${SHA}\nsecretParameters:\n- name: A\n  secret:\n    path: app/db\n`, 15],
  ])("domain.md 3.2, promotion A3: %s", async (rule, target, line) => {
    const result = await validate(
      tree({ ...around, ...publisher, "data/saas.yml": saas("s", target.replace("0123456\n", "'0123456'\n")) }),
    );
    expect(result.rows.map((row) => `${row.rule} ${row.file}:${row.line}`)).toEqual([`${rule} data/saas.yml:${line}`]);
    expect(
      await validate(tree({ ...around, ...publisher, "data/saas.yml": saas("s", target) }), {
        rules: `${rule}: off, yaml-1.1: off`,
      }),
    ).toMatchObject({ verdict: "passed" });
  });

  test("domain.md 3.2: a target in a separate file must follow the rules too, with its position", async () => {
    const own = `$schema: /app-sre/saas-file-target-1.yml\nnamespace:\n  $ref: /ns.yml\nref: main\npromotion:\n  auto: true\n`;
    const result = await validate(
      tree({
        ...around,
        "data/target.yml": own,
        "data/saas.yml": saas("s", `ref: ${SHA}\n`) + "  - $ref: /target.yml\n",
      }),
    );
    expect(places(result.rows)).toEqual(["saas-auto-needs-sha data/target.yml:4:6"]);
  });

  test.each([
    ["app/db", "app/db", true],
    ["app", "app/db", true],
    ["app/", "app/db", false],
    ["ap", "app/db", false],
    ["/app", "app/db", false],
    ["app/db/more", "app/db", false],
    ["app//db", "app/db", false],
    ["app", "app//db", true],
  ])("promotion A3: of the allowed path %s, the secret path %s: %s", async (allowed, secret, passes) => {
    const one = `secretParameters:\n- name: A\n  secret:\n    path: ${secret}\n`;
    const result = await validate(
      tree({
        ...around,
        "data/env.yml": `${ENVIRONMENT}${one}`,
        "data/saas.yml": `${saas("s", `ref: ${SHA}\n${one}`)}  ${one.replaceAll("\n", "\n  ").trimEnd()}\n${one}allowedSecretParameterPaths: [${allowed}]\n`,
      }),
    );
    // The saas file's own, the template's, the target's, and the environment's at the target that deploys to it.
    expect(places(result.rows)).toEqual(
      passes ? [] : [9, 15, 19, 23].map((line) => expect.stringContaining(`:${line}:`)),
    );
    expect(new Set(result.rows.map(({ rule }) => rule))).toEqual(new Set(passes ? [] : ["saas-secret-paths"]));
  });

  test.each([
    ["data/app.yml", "", 0],
    ["data/app.yml", "parentApp:\n  $ref: /parent.yml\n", 0],
    ["data/other.yml", "", 1],
    ["data/parent.yml", "", 1],
    ["data/parent.yml", "parentApp:\n  $ref: /parent.yml\n", 0],
    [undefined, "", 1],
  ])("promotion A3: a namespace of %s, an app with %j: %d errors", async (file, parent, errors) => {
    const of = file === undefined ? "" : `app:\n  $ref: ${file.slice("data".length)}\n`;
    const app = "$schema: /app-sre/app-1.yml\n";
    const files = {
      ...around,
      "data/app.yml": `${app}${parent}`,
      "data/other.yml": app,
      "data/parent.yml": app,
      "data/ns.yml": `${NAMESPACE}${of}`,
    };
    const text = saas("s", `ref: ${SHA}\n`);
    const result = await validate(tree({ ...files, "data/saas.yml": `${text}validateTargetsInApp: true\n` }));
    expect(places(result.rows)).toEqual(Array(errors).fill("saas-target-app data/saas.yml:9:5"));
    expect(await validate(tree({ ...files, "data/saas.yml": text }))).toMatchObject({ verdict: "passed" });
  });

  test("promotion A3: names are cut as reconcile cuts them, without dashes at the end", async () => {
    const name = "a".repeat(50);
    const result = await validate(
      tree({
        ...around,
        "data/one.yml": saas(name, `ref: ${SHA}\n`),
        "data/two.yml": saas(`${name}-prod-`, `ref: ${SHA}\n`),
      }),
    );
    expect(result.rows.map(({ rule, file }) => `${rule} ${file}`)).toEqual(["saas-environment-name data/two.yml"]);
  });

  test("domain.md 3.2: saas files must agree with each other", async () => {
    const long = "a".repeat(53);
    const subscribe = `ref: ${SHA}\npromotion:\n  subscribe: [c]\n`;
    const result = await validate(
      tree({
        ...around,
        "data/role.yml": "$schema: /access/role-1.yml\n",
        "data/env.yml": "$schema: /app-sre/environment-1.yml\nname: production\n",
        "data/one.yml": saas(`${long}-1`, "ref: main\npromotion:\n  publish: [c]\n"),
        "data/two.yml": saas(`${long}-1-p`, subscribe, "https://github.com/acme/other"),
      }),
    );
    expect(result.rows.map(({ rule, file }) => `${rule} ${file}`).sort()).toEqual([
      "saas-environment-name data/two.yml",
      "saas-promotion-source data/two.yml",
      "saas-self-service data/one.yml",
      "saas-self-service data/two.yml",
    ]);
  });
});

describe("reports", () => {
  test("the report, the JSON file and the SARIF file contain the problems, the worst first", async () => {
    const workspace = tree({ "data/a.yml": thing("a", "note: x\nnote: y\n"), "data/ä b.yml": thing("B") });
    const result = await validate(workspace, {
      "report-file": "out/report.json",
      "sarif-file": "out/report.sarif",
      "max-problems": "1",
    });
    expect(result.rows.map(({ severity }) => severity)).toEqual(["error", "warn"]);
    expect(JSON.parse(readFileSync(join(workspace, "out/report.json"), "utf8"))).toMatchObject({
      valid: false,
      errors: 1,
      warnings: 1,
      problems: result.rows,
    });
    const { runs } = JSON.parse(readFileSync(join(workspace, "out/report.sarif"), "utf8")) as {
      runs: [{ results: { ruleId: string; level: string; locations: unknown }[] }];
    };
    const [{ results }] = runs;
    expect(results.map(({ level, ruleId }) => `${level} ${ruleId}`)).toEqual([
      "error VALIDATION_ERROR",
      "warning yaml-duplicate-key",
    ]);
    expect(results[0]).toHaveProperty("locations.0.physicalLocation", {
      artifactLocation: { uri: "data/%C3%A4%20b.yml" },
      region: { startLine: 3, startColumn: 7 },
    });
    expect(result.lines).toContain("1 more, all are in out/report.json");
  });

  test("security hole 12: a link in a value is not a link in the SARIF file", async () => {
    const link = "[Fix now](https://evil.example/login) {0}";
    const workspace = tree({ "data/a.yml": thing(JSON.stringify(link)), [`data/[b](c).yml`]: thing("B") });
    await validate(workspace, { "sarif-file": "report.sarif" });
    const text = readFileSync(join(workspace, "report.sarif"), "utf8");
    expect(text).toContain("[Fix now] (https://evil.example/login) { 0}");
    expect(text).not.toMatch(/\]\((?=[^"]*")|\{0\}/);
  });

  test("the output report has at most 64 KiB and states what it leaves out", async () => {
    const result = await validate(
      tree(Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`data/${index}.yml`, thing(`X${index}`)]))),
    );
    const { problems, omitted } = JSON.parse(result.outputs["report"]!) as { problems: unknown[]; omitted: number };
    expect(Buffer.byteLength(result.outputs["report"]!)).toBeLessThanOrEqual(64 * 1024);
    expect(problems.length + omitted).toBe(600);
    expect(omitted).toBeGreaterThan(0);
  });
});

describe("hostile files", () => {
  test("security E78, E79, E80: bombs of aliases, merge keys and nesting are errors of their file", async () => {
    const bomb = [
      "a0: &a0 [x, x, x, x, x, x, x, x, x, x]",
      ...Array.from(
        { length: 9 },
        (_, index) => `a${index + 1}: &a${index + 1} [${Array(10).fill(`*a${index}`).join(", ")}]`,
      ),
    ].join("\n");
    const merges = `base: &m0 {k: v}\n${Array.from({ length: 3000 }, (_, index) => `m${index + 1}: &m${index + 1}\n  <<: *m${index}\n  k${index}: v`).join("\n")}\n`;
    const deep = `a: ${"[".repeat(20_000)}${"]".repeat(20_000)}\n`;
    const result = await validate(
      tree({
        "data/bomb.yml": bomb,
        "data/merges.yml": merges,
        "data/deep.yml": deep,
        "data/self.yml": "a: &a [*a]\n",
      }),
    );
    expect(result.rows.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      "NOT_LOADED data/bomb.yml",
      "NOT_LOADED data/deep.yml",
      "NOT_LOADED data/merges.yml",
      "NOT_LOADED data/self.yml",
    ]);
  });

  test("security B29: a link that leads out and a FIFO are not read", async () => {
    const workspace = tree({ "data/a.yml": thing("a") });
    const outside = mkdtempSync(join(tmpdir(), "outside-"));
    writeFileSync(join(outside, "secret.yml"), thing("secret"));
    symlinkSync(join(outside, "secret.yml"), join(workspace, "data/link.yml"));
    execFileSync("mkfifo", [join(workspace, "data/pipe.yml")]);
    write(workspace, { "resources/fine": "" });
    symlinkSync(join(outside, "secret.yml"), join(workspace, "resources/link"));
    symlinkSync("a.yml", join(workspace, "data/inside.yml"));
    const result = await validate(workspace);
    expect(result.rows.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      "DUPLICATE_UNIQUE_FIELD data/a.yml",
      "NOT_LOADED data/link.yml",
      "NOT_LOADED resources/link",
    ]);
    expect(result.lines.join()).not.toContain("secret\n");
    rmSync(outside, { recursive: true });
  });

  test("security B35: __proto__ and constructor are keys like any other", async () => {
    const result = await validate(
      tree({
        "data/a.yml": thing("a", "__proto__:\n  polluted: true\nconstructor: x\n"),
        "data/b.yml": "$schema: /thing-1.yml\n__proto__: {name: inherited}\n",
      }),
    );
    expect(result.rows.map(({ file, message }) => `${file} ${message}`)).toEqual([
      expect.stringContaining("'__proto__' was unexpected"),
      expect.stringContaining("'constructor' was unexpected"),
      expect.stringContaining("'name' is a required property"),
      expect.stringContaining("'__proto__' was unexpected"),
    ]);
    expect(({} as { polluted?: true }).polluted).toBeUndefined();
  });
});

ring("the real schemas", [path("the schemas", SHARED, "reference data in ../shared/data")], () => {
  test("accept an invented tree in the style of real ones, without a warning", async () => {
    const workspace = tree({});
    writeFiles(workspace, appInterfaceTree({ apps: 2 }));
    symlinkSync(SHARED, join(workspace, "real"));
    const outside = await validate(workspace, { schemas: "real/schemas" });
    expect(outside).toMatchObject({ verdict: "invalid" });
    rmSync(join(workspace, "real"));
    execFileSync("cp", ["-r", `${SHARED}/schemas`, `${SHARED}/graphql-schemas`, workspace]);
    const result = await validate(workspace, { schemas: "schemas" });
    expect(result.rows).toEqual([]);
    expect(result.verdict).toBe("passed");
  });
});
