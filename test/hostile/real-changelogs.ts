import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of real files that lies next to the project, `../shared/data`, or undefined where it is absent. */
export function sharedData(): string | undefined {
  // A work tree may lie one folder deeper than the project itself.
  const root = join(import.meta.dirname, "../..");
  return [dirname(root), dirname(dirname(root))]
    .map((parent) => join(parent, "shared/data"))
    .find((folder) => existsSync(folder));
}

/** The paths of all real changelogs; none where the folder is absent. */
export function realChangelogs(): string[] {
  const data = sharedData();
  if (data === undefined) return [];
  return ["changelogs", "opsconductor"].flatMap((name) =>
    readdirSync(join(data, name)).map((file) => join(data, name, file)),
  );
}
