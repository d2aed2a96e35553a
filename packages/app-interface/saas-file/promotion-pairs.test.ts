import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { planTargetFile } from "./index.ts";
import { NEW, OLD, bump, ending } from "./fixtures/saas-text.ts";
import { path, ring } from "../../../test/rings.ts";

const PAIRS = join(import.meta.dirname, "../../../../shared/data/app-interface/promotion-pairs");

/**
 * The pairs show automatic promotions with placeholders for commits. Here they get real ones, and the promotion is made
 * manual in both files of a pair: nothing else is changed.
 */
function pair(name: string): { before: string; after: string } {
  const read = (file: string): string =>
    readFileSync(join(PAIRS, file), "utf8")
      .replaceAll("current_sha", OLD)
      .replaceAll(/new_sha|hyper_sha/g, NEW)
      .replaceAll("auto: true", "auto: false");
  return { before: read(`${name}.yml`), after: read(`${name}.result.yml`) };
}

/** A manual promotion keeps the hash of the publisher's configuration. */
const withoutHash = (text: string): string => text.replaceAll(/new_hash|hyper_hash/g, "current_hash");

ring(
  "promotions of app-interface's own tool",
  [path("the promotion pairs", PAIRS, "reference data in ../shared/data")],
  () => {
    test.each(["single_namespace", "single_namespace_ignore_hash"])("%s is a pure change of the ref", async (name) => {
      const { before, after } = pair(name);
      const plan = await bump(before, [{ template: "template", namespace: "/some/namespace.yml" }]);
      expect(plan.bytes.toString()).toBe(after);
    });

    test("single_namespace_no_hash adds promotion data, too; the change of the ref is the same", async () => {
      const { before, after } = pair("single_namespace_no_hash");
      const plan = await bump(before, [{ template: "template", namespace: "/some/namespace.yml" }]);
      expect(after.startsWith(plan.bytes.toString())).toBe(true);
    });

    test("multiple_namespaces changes hashes, too, and one namespace is in its template three times", async () => {
      const { before, after } = pair("multiple_namespaces");
      expect((await ending(bump(before, [{ template: "template", namespace: "/some/namespace.yml" }]))).text).toContain(
        "3 targets match",
      );
      const plan = await bump(before, [{ template: "template-2", namespace: "/some/namespace.yml" }]);
      const second = (text: string): string => text.slice(text.indexOf("- name: template-2"));
      expect(second(plan.bytes.toString())).toBe(second(withoutHash(after)));
    });

    test.each(["json_path_selector_includes", "json_path_selector_excludes"])(
      "%s has two targets that nothing tells apart",
      async (name) => {
        const { verdict, text } = await ending(bump(pair(name).before, [{ template: "template" }]));
        expect([verdict, text]).toEqual(["refused", expect.stringContaining("2 targets match")]);
        const named = (source: string): string =>
          source.replace("- namespaceSelector", "- name: first\n    namespaceSelector");
        const plan = await bump(named(pair(name).before), [{ template: "template", name: "first" }]);
        expect(plan.bytes.toString()).toBe(withoutHash(named(pair(name).after)));
      },
    );

    test.each(["single_target", "single_target_long_name"])(
      "%s gets a --- and promotion data as well",
      async (name) => {
        const { before, after } = pair(name);
        const plan = await planTargetFile(Buffer.from(before), "target.yml", { ref: NEW });
        expect(plan.bytes.toString()).toBe(before.replace(OLD, NEW));
        expect(after).toContain(`ref: ${NEW}\n`);
      },
    );

    test("as they are, all are automatic and none is changed", async () => {
      const text = readFileSync(join(PAIRS, "single_namespace.yml"), "utf8");
      const { verdict, text: said } = await ending(bump(text, [{ template: "template" }]));
      expect([verdict, said]).toEqual(["refused", expect.stringContaining("promotion.auto")]);
    });
  },
);
