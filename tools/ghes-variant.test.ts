import { readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import { pinnedVariant, pinnedWorkflows } from "./ghes-variant.ts";
import { ROOT } from "./root.ts";

const PIN = { repository: "acme/release-actions", version: "v1.2.3" };

test("siblings are named by repository and version, everything else stays", () => {
  const text =
    "jobs:\n  a:\n    uses: $/.github/workflows/x.yml\n    steps:\n      - uses: $/validate-tag\n      - uses: a/b@c\n";
  expect(pinnedVariant("x.yml", text, PIN).split("\n").slice(1).join("\n")).toBe(
    "jobs:\n  a:\n    uses: acme/release-actions/.github/workflows/x.yml@v1.2.3\n    steps:\n" +
      "      - uses: acme/release-actions/validate-tag@v1.2.3\n      - uses: a/b@c\n",
  );
});

test.each([
  ["nothing to pin", "steps:\n  - uses: a/b@c\n", PIN],
  ["a quoted form", "steps:\n  - uses: $/a\n  - uses: '$/b'\n", PIN],
  ["no version", "- uses: $/a\n", { ...PIN, version: "main" }],
  ["no repository", "- uses: $/a\n", { ...PIN, repository: "a b/c" }],
])("refused: %s", (_title, text, pin) => {
  expect(() => pinnedVariant("x.yml", text, pin)).toThrow();
});

test("every reusable workflow has its variant, and it is current", async () => {
  const variants = await pinnedWorkflows(ROOT);
  expect([...variants.keys()]).toEqual(
    ["promote-appinterface", "release-tag", "release-to-prod"].map((name) => `.github/workflows/${name}.pinned.yml`),
  );
  for (const [path, text] of variants) expect(await readFile(new URL(path, ROOT), "utf8")).toBe(text);
});
