import { describe, expect, test } from "@jest/globals";
import { runInMemory, type MemoryResult } from "@release-actions/hosts";
import action from "./action.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const clock = { now: () => Date.UTC(2025, 0, 31, 23, 59), monotonic: () => 0, sleep: async () => undefined };

const texts = (inputs: Readonly<Record<string, string>>): Promise<MemoryResult> =>
  runInMemory(action, { inputs, clock });

describe("title", () => {
  test.each([
    ["today and the usual name", {}, "2025-01-31 Analytics HCC Service Release"],
    ["the given day and name", { date: "2024-02-29", name: "Shop release" }, "2024-02-29 Shop release"],
    ["on one line", { name: "a\r\n::error::b\nc" }, "2025-01-31 a ::error::b c"],
  ])("is %s", async (_title, inputs, title) => {
    expect(await texts(inputs)).toMatchObject({ verdict: "passed", outputs: { title, comment: "" } });
  });

  test.each(["2025-02-30", "31.01.2025", "2025-1-1", "today"])("%s is not a day", async (date) => {
    expect(await texts({ date })).toMatchObject({ verdict: "invalid", exitCode: 2 });
  });
});

describe("comment", () => {
  const commentOf = async (changelog: string) => (await texts({ commit: COMMIT, changelog })).outputs["comment"] ?? "";

  test("holds the commit and the changelog without the HTML that Jira does not know", async () => {
    expect(await commentOf("- <code>abc</code> <code>x</code>")).toBe(`\n\nReleasing commit: \`${COMMIT}\`\n\n- abc x`);
  });

  test("cuts a long changelog between lines and notes it", async () => {
    const line = `- ${"ä".repeat(60)}`;
    const comment = await commentOf(Array.from({ length: 500 }, () => line).join("\n"));
    expect(Buffer.byteLength(comment)).toBeLessThan(30_200);
    const [rest, note, blank, last] = [comment.split("\n").slice(4, -2), ...comment.split("\n").slice(-1), "", line];
    expect(note).toBe("The rest is in the merge request.");
    expect(new Set(rest)).toEqual(new Set([last]));
    expect(comment.split("\n").at(-2)).toBe(blank);
  });

  test("a single line that is too long is left out whole", async () => {
    expect(await commentOf("x".repeat(40_000))).toMatch(/\n\n\nThe rest is in the merge request\.$/);
  });
});

test("nothing left to promote is refused", async () => {
  const result = await texts({ commit: COMMIT, "has-changes": "false" });
  expect(result).toMatchObject({ verdict: "refused", exitCode: 1, outputs: { title: "", comment: "" } });
  expect(result.lines.join("\n")).toContain("nothing was written");
});
