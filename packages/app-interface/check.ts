import type { Finding } from "./finding.ts";
import type { Tree, TreeFile } from "./tree.ts";
import { validate } from "./validate.ts";

/** All findings of a tree: files that cannot be loaded, notes of the loader, and what validation finds. */
export function checkTree({ files, bundle }: Tree): Finding[] {
  return [...files.flatMap(loading), ...validate(bundle)];
}

function loading({ area, name, resource, loaded: { error, notes } }: TreeFile): Finding[] {
  const common = { area, name, what: "value", related: [] } as const;
  const kind = area === "schemas" ? "SCHEMA" : "FILE";
  // The validator reports a resource that is not YAML: it may be a template.
  const broken: Finding[] =
    error === undefined || resource?.loaded !== undefined
      ? []
      : [
          {
            ...common,
            kind,
            rule: "NOT_LOADED",
            path: [],
            message: `the file ${error.message}`,
            remedy: "Correct the file.",
            ...(error.offset !== undefined && { offset: error.offset }),
          },
        ];
  return [
    ...broken,
    ...notes.map(({ rule, message, remedy, path, offset }): Finding => ({
      ...common,
      kind: "RULE",
      rule,
      path,
      message,
      remedy,
      offset,
    })),
  ];
}
