export type { PlainBuilder, PlainCollection, PlainList, PlainMap, PlainNode, PlainPair, PlainScalar, PlainStyle } from "./node.ts";
export { buildPlainYaml, readPlainYaml } from "./block.ts";
