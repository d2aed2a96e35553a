import { describe, expect, test } from "@jest/globals";
import { artifactUri, physicalLocation, sarifDocument } from "./index.ts";

const read = (pieces: Iterable<string>) => JSON.parse([...pieces].join("")) as { runs: object[] };

describe("sarifDocument", () => {
  test("requests the rules after the last result", () => {
    const seen: string[] = [];
    function* results() {
      for (const ruleId of ["a", "b"]) {
        seen.push(ruleId);
        yield { ruleId };
      }
    }
    const rules = () => seen.map((id) => ({ id }));
    const document = read(sarifDocument({ tool: { name: "t", version: "1" }, results: results(), rules }));
    expect(document).toMatchObject({
      version: "2.1.0",
      runs: [
        {
          tool: { driver: { name: "t", version: "1", rules: [{ id: "a" }, { id: "b" }] } },
          results: [{ ruleId: "a" }, { ruleId: "b" }],
        },
      ],
    });
  });

  test("without results it is still a run, so that fixed alerts are closed", () => {
    const document = read(sarifDocument({ tool: { name: "t" }, results: [], rules: () => [] }));
    expect(document.runs).toMatchObject([{ results: [], tool: { driver: { rules: [] } } }]);
  });
});

describe("locations", () => {
  test.each([
    ["data/a b.yml", "data/a%20b.yml"],
    ["quay.io/org/app", "quay.io/org/app"],
    ["a/../b#c?d", "a/_/b%23c%3Fd"],
    ["/absolute//x", "absolute/x"],
    ["x\ud800", "x%EF%BF%BD"],
  ])("%j is the relative URI %s", (path, uri) => {
    expect(artifactUri(path)).toBe(uri);
    expect(physicalLocation(uri, { startLine: 1, startColumn: 2 })).toEqual({
      artifactLocation: { uri },
      region: { startLine: 1, startColumn: 2 },
    });
  });
});
