import { describe, expect, test } from "@jest/globals";
import { runInMemory } from "@release-actions/hosts";
import action from "./action.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const DIGEST = `sha256:${"ab".repeat(32)}`;
const run = (inputs: Readonly<Record<string, string>>) => runInMemory(action, { inputs });
const CONFIGURED = JSON.stringify([{ name: "web", context: "web" }]);

describe("the images that a release builds", () => {
  test.each([
    ["the input's for the component", '{"web": [{"name": "a", "image": "ghcr.io/org/a"}]}', "web", ["a"]],
    ["none, where the input says so", '{"web": []}', "web", []],
    ["the configured ones, where the input has none of the component", '{"api": [{"name": "a"}]}', "web", ["web"]],
    ["the input's for a repository without components", '{"*": [{"name": "b"}]}', "", ["b"]],
    ["the configured ones where the input is empty", "{}", "", ["web"]],
    ["no property that every object has", "{}", "constructor", ["web"]],
  ])("%s", async (_, images, component, names) => {
    const { verdict, outputs } = await run({ images, configured: CONFIGURED, component });
    const chosen = JSON.parse(outputs["images"]!) as { name: string }[];
    expect([verdict, chosen.map(({ name }) => name)]).toEqual(["passed", names]);
  });

  test("nothing is the empty list, by its very text", async () => {
    expect((await run({ images: "{}" })).outputs["images"]).toBe("[]");
    expect((await run({})).verdict).toBe("invalid");
  });

  test.each([
    ["more than eight", Array.from({ length: 9 }, (__, index) => ({ name: `i${index}` })), "more than eight"],
    ["a name that is none", [{ name: "A;id" }], "name"],
    ["no name", [{ image: "ghcr.io/org/a" }], "name"],
    ["an unknown setting", [{ name: "a", contxt: "x" }], 'there is no setting "contxt"'],
    ["upper case", [{ name: "a", image: "ghcr.io/Org/a" }], "must be in lower case"],
    ["a tag", [{ name: "a", image: "ghcr.io/org/a:1" }], "without tag or digest"],
    ["one name twice", [{ name: "a" }, { name: "a" }], "a is given twice"],
    ["two names of one variable", [{ name: "a-b" }, { name: "a.b" }], "differs from another only in dots and dashes"],
  ])("security B25: %s is refused", async (_, images, message) => {
    const { verdict, exitCode, lines, outputs } = await run({
      images: JSON.stringify({ web: images }),
      component: "web",
    });
    expect([verdict, exitCode, outputs["images"]]).toEqual(["invalid", 2, ""]);
    expect(lines.join("\n")).toContain(message);
  });

  test.each(["[", "[]", '"x"', '{"web": {}}'])("images that are %s are refused", async (images) => {
    expect((await run({ images })).verdict).toBe("invalid");
  });
});

describe("the images that were built", () => {
  const EXPECTED = JSON.stringify([{ name: "web" }, { name: "api.v2" }]);
  const built = `web=ghcr.io/acme/web@${DIGEST}   api.v2=127.0.0.1:5000/api@${DIGEST}\n`;

  test("are listed with the commit's tag and the digest", async () => {
    const { verdict, outputs } = await run({ built, expected: EXPECTED, "commit-sha": COMMIT });
    expect([verdict, outputs["references"]]).toEqual([
      "passed",
      `ghcr.io/acme/web:commit-${COMMIT}@${DIGEST},127.0.0.1:5000/api:commit-${COMMIT}@${DIGEST}`,
    ]);
  });

  test("a commit that is not a full ID is refused, before anything is read", async () => {
    const { verdict, lines } = await run({ built: "", "commit-sha": COMMIT.slice(1) });
    expect(verdict).toBe("invalid");
    expect(lines.join("\n")).toContain("commit-sha is not a full commit ID");
    expect(lines.join("\n")).not.toContain("returned no image");
  });

  test.each([
    ["none", "", "returned no image"],
    ["one that is missing", `web=ghcr.io/acme/web@${DIGEST}`, "returned no api.v2"],
    ["no digest", "web=ghcr.io/acme/web", "with its digest"],
    ["a tag", `web=ghcr.io/acme/web:1@${DIGEST}`, "without a tag"],
    ["a cut digest", "web=ghcr.io/acme/web@sha256:abc", "sha256: and 64 hex digits"],
    ["no name", `ghcr.io/acme/web@${DIGEST}`, "name=repository@digest"],
    ["one name twice", `web=ghcr.io/a/b@${DIGEST} web=ghcr.io/a/c@${DIGEST}`, "names web twice"],
  ])("%s is refused", async (_, given, message) => {
    const { verdict, lines, outputs } = await run({ built: given, expected: EXPECTED, "commit-sha": COMMIT });
    expect([verdict, outputs["references"]]).toEqual(["invalid", ""]);
    expect(lines.join("\n")).toContain(message);
  });
});
