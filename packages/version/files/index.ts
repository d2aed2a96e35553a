export { companions } from "./companions.ts";
export type { Companion } from "./companions.ts";
export { readVersions, writeVersion } from "./edit.ts";
export type { FoundVersion, VersionEdit, WrittenVersion } from "./edit.ts";
export { MARKER } from "./marker.ts";
export { parseTarget } from "./target.ts";
export type { Target } from "./target.ts";
