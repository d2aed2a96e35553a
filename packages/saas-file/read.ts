import type { SaasFile } from "./contract.ts";
import { saasFileIn, targetIn, type Referring, type TargetFile } from "./interpret.ts";
import { parseYaml } from "./library-file.ts";

// The YAML library is heavy and wanted by few files: what open.ts reads without it never loads this module.

export function parseSaasFile(bytes: Buffer, file: string): SaasFile {
  return saasFileIn(parseYaml(bytes, file));
}

export function parseTargetFile(bytes: Buffer, file: string, around?: Referring): TargetFile {
  return targetIn(parseYaml(bytes, file), around);
}
