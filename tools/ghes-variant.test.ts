import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { parseWorkflowFile } from "../test/workflow-runner/parser.ts";
import { pinnedVariant, pinnedWorkflows, writePinnedWorkflows } from "./ghes-variant.ts";
import { ROOT, ROOT_PATH } from "./root.ts";

const PIN = { repository: "acme/release-actions", version: "v1.2.3" };

describe("pinnedVariant", () => {
  test("siblings are named by repository and version, everything else stays", () => {
    const text =
      "jobs:\n  a:\n    uses: $/.github/workflows/x.yml\n    steps:\n      - uses: $/validate-tag\n      - uses: a/b@c\n";
    expect(pinnedVariant("x.yml", text, PIN).split("\n").slice(1).join("\n")).toBe(
      "jobs:\n  a:\n    uses: acme/release-actions/.github/workflows/x.yml@v1.2.3\n    steps:\n" +
        "      - uses: acme/release-actions/validate-tag@v1.2.3\n      - uses: a/b@c\n",
    );
  });

  test("aliases are written out, and comments stay", () => {
    const text = [
      "jobs:",
      "  a:",
      "    steps:",
      "      # First.",
      "      - &one",
      "        uses: $/x # v1",
      "      - uses: $/y",
      '        with: &all { a: &b "${{ x }}", c: *b }',
      "      - *one",
      "      - uses: $/y",
      "        with: *all",
      "",
    ].join("\n");
    const variant = pinnedVariant("x.yml", text.replace(" # v1", ""), PIN);
    expect(variant).toContain("# First.");
    expect(variant).not.toMatch(/[&*]\w/);
    const steps = (parse(variant) as { jobs: { a: { steps: unknown[] } } }).jobs.a.steps;
    const [x, y] = ["acme/release-actions/x@v1.2.3", "acme/release-actions/y@v1.2.3"];
    const values = { a: "${{ x }}", c: "${{ x }}" };
    expect(steps).toEqual([{ uses: x }, { uses: y, with: values }, { uses: x }, { uses: y, with: values }]);
  });

  test.each([
    ["nothing to pin", "steps:\n  - uses: a/b@c\n", PIN],
    ["a quoted form", "steps:\n  - uses: $/a\n  - uses: '$/b'\n", PIN],
    ["no version", "- uses: $/a\n", { ...PIN, version: "main" }],
    ["no repository", "- uses: $/a\n", { ...PIN, repository: "a b/c" }],
    ["an alias without its anchor", "- uses: $/a\n  with: *gone\n", PIN],
  ])("refused: %s", (_title, text, pin) => {
    expect(() => pinnedVariant("x.yml", text, pin)).toThrow();
  });
});

describe("the variants of the reusable workflows", () => {
  const NAMES = ["promote-appinterface", "release-tag", "release-to-prod"];
  let directory: string;
  beforeAll(() => void (directory = mkdtempSync(join(tmpdir(), "ghes-"))));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  test("are written for each of them, and none is in .github/workflows", async () => {
    const files = await writePinnedWorkflows(join(directory, "new"));
    expect(files).toEqual(NAMES.map((name) => join(directory, "new", `${name}.pinned.yml`)));
    expect(readdirSync(join(directory, "new")).sort()).toEqual(NAMES.map((name) => `${name}.pinned.yml`));
    expect(readdirSync(join(ROOT_PATH, ".github/workflows")).filter((name) => /pinned/.test(name))).toEqual([]);
  });

  test.each(NAMES)("%s is valid, has no anchor, and differs in nothing but its uses", async (name) => {
    const [file] = (await writePinnedWorkflows(directory, "platform/actions")).filter((path) => path.includes(name));
    const text = readFileSync(file!, "utf8");
    await parseWorkflowFile(file!);
    expect(text).not.toMatch(/^\s*(?:- |[\w-]+: )[&*]\w/m);
    const original = readFileSync(join(ROOT_PATH, `.github/workflows/${name}.yml`), "utf8");
    const { version } = JSON.parse(readFileSync(join(ROOT_PATH, "package.json"), "utf8")) as { version: string };
    const pinned = JSON.stringify(parse(original)).replace(/"\$\/([\w-]+)"/g, `"platform/actions/$1@v${version}"`);
    expect(parse(text)).toEqual(JSON.parse(pinned));
  });

  test("name this repository unless another one is given", async () => {
    for (const text of (await pinnedWorkflows(ROOT)).values()) expect(text).toContain("uses: org/release-actions/");
  });
});
