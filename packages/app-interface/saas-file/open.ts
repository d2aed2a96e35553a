import type { SaasFile } from "./types.ts";
import { saasFileIn, targetIn, type Referring, type TargetFile } from "./interpret.ts";
import { parseYaml } from "./yaml-file.ts";

export function openSaasFile(bytes: Buffer, file: string): SaasFile {
  return saasFileIn(parseYaml(bytes, file));
}

/** `around`: what the saas file that refers to it sets for it. */
export function openTargetFile(bytes: Buffer, file: string, around?: Referring): TargetFile {
  return targetIn(parseYaml(bytes, file), around);
}
