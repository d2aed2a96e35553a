import type { SaasFile } from "./contract.ts";
import { saasFileIn, targetIn, type Referring, type TargetFile } from "./interpret.ts";
import { parsePlainYaml } from "./yaml-file.ts";

/** Reads a saas file as fast as it is plainly written: the YAML library comes with the first file that needs it. */
export async function openSaasFile(bytes: Buffer, file: string): Promise<SaasFile> {
  const plain = parsePlainYaml(bytes, file);
  return plain === undefined ? (await import("./read.ts")).parseSaasFile(bytes, file) : saasFileIn(plain);
}

/** As openSaasFile, for a target file; `around` says what the saas file that refers to it holds for it. */
export async function openTargetFile(bytes: Buffer, file: string, around?: Referring): Promise<TargetFile> {
  const plain = parsePlainYaml(bytes, file);
  return plain === undefined ? (await import("./read.ts")).parseTargetFile(bytes, file, around) : targetIn(plain, around);
}
