import type { Forge, ForgeKind } from "./types.ts";
import { openGitHub } from "./github.ts";
import { openGitLab } from "./gitlab.ts";
import type { ForgeOptions } from "./options.ts";

export * from "./types.ts";
export type { ForgeOptions } from "./options.ts";
export { fitText } from "./body.ts";
export { checksumText, fileAsset, textAsset } from "./local-asset.ts";

/** Opens the releases of one repository. Nothing is sent before the first question. */
export function openForge(kind: ForgeKind, options: ForgeOptions): Forge {
  return kind === "github" ? openGitHub(options) : openGitLab(options);
}
