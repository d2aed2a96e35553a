import { describe, expect, test } from "@jest/globals";
import { readSaasFile } from "./index.ts";
import { MAIN, NEW, OLD, PROD, bump, ending, oneTarget, plainTarget, saasFile } from "./fixtures/saas-text.ts";

const withLines = (lines: string): string => saasFile(oneTarget(`${plainTarget()}\n${lines}`));

describe("domain.md 3.7: what must not be bumped is refused with its reason", () => {
  test.each([
    ["upstream:\n  instance:\n    $ref: /jenkins.yml\n  name: build", "upstream"],
    ["upstream: build-job", "upstream"],
    ["images:\n- org:\n    $ref: /quay.yml\n  name: observatory", "images"],
    ["promotion:\n  auto: true\n  subscribe: [stage]", "promotion.auto"],
    ["promotion:\n  auto: yes\n  subscribe: [stage]", "promotion.auto"],
    ["promotion:\n  auto: 'false'\n  subscribe: [stage]", "promotion.auto"],
    ["delete: true", "delete: true"],
    ["delete: on", "delete: true"],
  ])("%j", async (lines, reason) => {
    const { verdict, text, lines: at } = await ending(bump(withLines(lines)));
    expect(verdict).toBe("refused");
    expect(text).toContain(reason);
    expect(at[0]).toBe(
      withLines(lines)
        .split("\n")
        .findIndex((line) => line.includes(OLD)) + 1,
    );
  });

  test.each([
    "promotion:\n  auto: false\n  subscribe: [stage]",
    "delete: no",
    "images: []",
    "upstream:",
    "promotion:\n  publish: [prod]",
  ])("%j is not a reason", async (lines) => {
    expect((await bump(withLines(lines))).changes).toHaveLength(1);
  });

  test("a deprecated file", async () => {
    const { verdict, text } = await ending(bump(saasFile(oneTarget(plainTarget()), "deprecated: true")));
    expect([verdict, text.includes("deprecated")]).toEqual(["refused", true]);
  });

  test("domain.md 4.3: the ephemeral target, even if moving refs may be replaced", async () => {
    const text = saasFile(oneTarget(`namespace:\n  $ref: ${PROD}\ndisable: true\nref: internal`));
    const { verdict, text: said } = await ending(bump(text, [MAIN], { allowMovingRef: true }));
    expect([verdict, said.includes("ephemeral")]).toEqual(["refused", true]);
  });

  test("all reasons of all targets at once", async () => {
    const text = saasFile(
      oneTarget(`${plainTarget("develop")}\nupstream: job\npromotion: {auto: true, subscribe: [a]}`) +
        oneTarget(`${plainTarget()}\ndelete: true`, { name: "second" }),
    );
    const { text: said } = await ending(bump(text, [MAIN, { template: "second" }, { template: "third" }]));
    for (const reason of ["upstream", "promotion.auto", '"develop"', "delete: true", 'template "third"'])
      expect(said).toContain(reason);
  });

  test("a target that is being removed is refused even if it has the new ref", async () => {
    const text = saasFile(oneTarget(`${plainTarget(NEW)}\ndelete: true`));
    expect((await ending(bump(text))).verdict).toBe("refused");
  });

  test("a target that app-interface has already promoted to the new ref is unchanged", async () => {
    const plan = await bump(saasFile(oneTarget(`${plainTarget(NEW)}\npromotion: {auto: true, subscribe: [a]}`)));
    expect([plan.changes.length, plan.unchanged.length]).toEqual([0, 1]);
  });
});

describe("warnings", () => {
  test.each([
    [NEW.slice(0, 7), "beginning of the new ref"],
    [OLD.slice(0, 7), "beginning of the old ref"],
  ])("IMAGE_TAG %s of a target, a template or a file", async (tag, warning) => {
    const inTarget = withLines(`parameters:\n  IMAGE_TAG: ${tag}`);
    const inTemplate = saasFile(oneTarget(plainTarget(), { extra: `  parameters:\n    IMAGE_TAG: "${tag}"\n` }));
    const inFile = saasFile(oneTarget(plainTarget()), `parameters:\n  IMAGE_TAG: ${tag}`);
    for (const text of [inTarget, inTemplate, inFile])
      expect((await bump(text)).warnings).toEqual([expect.stringContaining(warning)]);
  });

  test("the nearest IMAGE_TAG counts", async () => {
    const text = saasFile(
      oneTarget(`${plainTarget()}\nparameters:\n  IMAGE_TAG: latest`),
      `parameters:\n  IMAGE_TAG: ${NEW.slice(0, 7)}`,
    );
    expect((await bump(text)).warnings).toEqual([]);
  });

  test("promotion data for a channel without subscription", async () => {
    const data = (channel: string): string =>
      `promotion:\n  subscribe: [stage]\n  promotion_data:\n  - channel: ${channel}\n    data: []`;
    expect((await bump(withLines(data("canary")))).warnings).toEqual([expect.stringContaining("canary")]);
    expect((await bump(withLines(data("stage")))).warnings).toEqual([]);
  });
});

describe("readSaasFile", () => {
  test("templates, their hash length, and targets in order", async () => {
    const file = await readSaasFile(
      Buffer.from(
        saasFile(
          oneTarget(plainTarget(), { extra: "  hash_length: 12\n" }) +
            oneTarget(plainTarget("main"), { name: "second" }),
        ),
      ),
      "a.yml",
    );
    expect(file.name).toBe("saas-observatory");
    expect([file.hashLength("observatory"), file.hashLength("second"), file.hashLength("none")]).toEqual([
      12,
      undefined,
      undefined,
    ]);
    expect(file.templates[1]).toMatchObject({
      name: "second",
      url: "https://example.org/observatory",
      path: "/deploy/clowdapp.yml",
    });
    expect(file.candidates.map(({ path, ref }) => `${path}=${ref}`)).toEqual([
      `resourceTemplates[0].targets[0].ref=${OLD}`,
      "resourceTemplates[1].targets[0].ref=main",
    ]);
  });

  test.each([
    ["not a mapping", "- a\n- b\n", "not a mapping", 1],
    ["empty", "", "not a mapping", 1],
    ["a target file", "$schema: /app-sre/saas-file-target-1.yml\nref: main\n", "/app-sre/saas-file-target-1.yml", 1],
    ["no schema", "name: a\nresourceTemplates: []\n", "$schema is missing", 1],
    ["no templates", "$schema: /app-sre/saas-file-2.yml\nname: a\n", "resourceTemplates is not a list", 1],
    ["duplicate keys", `${saasFile(oneTarget(plainTarget()))}    ref: ${NEW}\n`, '"ref" is given twice', 26],
    [
      "keys that differ in quotes alone",
      `${saasFile(oneTarget(plainTarget()))}    "r\\x65f": ${NEW}\n`,
      '"ref" is given twice',
      26,
    ],
    ["two documents", `${saasFile(oneTarget(plainTarget()))}---\na: b\n`, "a second YAML document", 26],
    ["tabs", `${saasFile(oneTarget(plainTarget()))}\tname: a\n`, "Tabs", 26],
    ["an alias of nothing", `${saasFile(oneTarget(plainTarget()))}    name: *nowhere\n`, "*nowhere has no anchor", 26],
    ["a ref that is a list", saasFile(oneTarget(`ref: [${OLD}]`)), "a ref that is not a string", 23],
    ["no ref", saasFile(oneTarget(`namespace:\n  $ref: ${PROD}`)), "has no ref", 23],
    ["a placeholder without quotes", saasFile(oneTarget(plainTarget("{ref}"))), "a ref that is not a string", 25],
    [
      "two templates of one name",
      saasFile(oneTarget(plainTarget()) + oneTarget(plainTarget())),
      "a second resource template",
      26,
    ],
    [
      "a hash length that is not a number",
      saasFile(oneTarget(plainTarget(), { extra: "  hash_length: many\n" })),
      "hash_length",
      22,
    ],
  ])("%s is invalid, with its line", async (_, text, what, line) => {
    const { verdict, text: said, lines } = await ending(readSaasFile(Buffer.from(text), "a.yml"));
    expect([verdict, said]).toEqual(["invalid", expect.stringContaining(what)]);
    expect(lines).toContain(line);
  });

  test("all problems at once", async () => {
    const text = saasFile(oneTarget("name: a") + oneTarget("ref:", { name: "second" }) + "- name: third\n");
    expect((await ending(readSaasFile(Buffer.from(text), "a.yml"))).lines).toHaveLength(3);
  });

  test("a file that is not UTF-8 is invalid", async () => {
    expect(
      (await ending(readSaasFile(Buffer.concat([Buffer.from(saasFile("")), Buffer.from([0xff])]), "a.yml"))).verdict,
    ).toBe("invalid");
  });
});
