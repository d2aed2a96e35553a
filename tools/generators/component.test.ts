import { describe, expect, test } from "@jest/globals";
import { parseAllDocuments } from "yaml";
import { describedActions } from "./actions.ts";
import { component } from "./component.ts";

describe("GitLab components", () => {
  test("have distinct input names, and each runs its job in its own image", async () => {
    for (const described of await describedActions()) {
      const documents = parseAllDocuments(component(described, "1.0.0"), { uniqueKeys: true });
      expect([described.action.name, documents.flatMap(({ errors }) => errors.map(({ message }) => message))]).toEqual([
        described.action.name,
        [],
      ]);
      const [spec, jobs] = documents.map((document) => document.toJS() as Record<string, Record<string, unknown>>);
      const [, name] = /^\$\[\[ inputs\.([a-z-]+) \]\]$/.exec(String(jobs!["$[[ inputs.job-name ]]"]!["image"]))!;
      expect((spec!["spec"]!["inputs"] as Record<string, { description: string }>)[name!]!.description).toContain(
        "Node 20 or newer",
      );
    }
  });
});
