import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { generatedFiles } from "./generators/files.ts";
import { ROOT } from "./root.ts";

/** Writes every generated file but dist/. */
for (const [path, content] of await generatedFiles()) {
  const file = fileURLToPath(new URL(path, ROOT));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
