export type { PlainCollection, PlainList, PlainMap, PlainNode, PlainPair, PlainScalar, PlainStyle } from "./node.ts";
export { readPlainYaml } from "./block.ts";
