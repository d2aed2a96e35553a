// Everything here brings the parser with it: import it late, where a text is at hand.
export { openYaml, type YamlDocument, type YamlPath } from "./document.ts";
export { DEEPEST, isTooDeep, parse, parseAllDocuments, parseDocument, type ParseSettings } from "./parse.ts";
export { readYamlAs, type ReadBySchema } from "./read-as.ts";
export { createReader, isMapping, type YamlField, type YamlFields, type YamlReader } from "./reader.ts";
export { readStrictly, type Fault, type StrictDocument } from "./strict.ts";
export { isAlias, isMap, isPair, isScalar, isSeq } from "yaml";
export type { Alias, Document, Node, Pair, ParsedNode, Scalar, YAMLMap, YAMLSeq } from "yaml";
