import { invalid } from "@release-actions/action";
import type { Document, ParsedNode } from "@release-actions/yaml";
import { lineAt, type Found, type Place } from "./place.ts";
import { keySegments, keyText } from "./target.ts";

/** Composing YAML costs far more than scanning it. */
const LONGEST = 2 * 1024 * 1024;

/** The version in a YAML file at `key`, by default the top-level `version`; `appVersion` for Chart.yaml#appVersion. */
export async function findInYaml(file: string, content: string, key: string | undefined): Promise<Found> {
  const segments = key === undefined ? ["version"] : keySegments(key);
  const looked = `the text at ${keyText(segments)}`;
  if (content.length > LONGEST)
    throw invalid(`${file} is too long for a YAML version file (at most ${LONGEST} characters)`, {
      remedy: "List another file.",
    });
  const places: Place[] = [];
  for (const document of await parse(file, content)) {
    const place = await scalarAt(file, content, document, segments);
    if (place !== undefined) places.push(place);
  }
  return { places, looked };
}

async function parse(file: string, content: string): Promise<Document.Parsed[]> {
  const { isTooDeep, parseAllDocuments } = await import("@release-actions/yaml");
  const documents = parseAllDocuments(content, { version: "1.2", merge: false, logLevel: "silent" });
  const error = documents.flatMap(({ errors }) => errors)[0];
  if (error === undefined) return documents;
  if (isTooDeep(error)) throw invalid(`${file} is nested too deeply for YAML`, { remedy: "Correct the file." });
  throw invalid(`${file}:${lineAt(content, error.pos[0])}: not valid YAML: ${error.message.split("\n", 1)[0]}`, {
    remedy: "Correct the file.",
  });
}

async function scalarAt(
  file: string,
  content: string,
  document: Document.Parsed,
  segments: readonly string[],
): Promise<Place | undefined> {
  const { isAlias, isMap, isScalar, isSeq } = await import("@release-actions/yaml");
  const key = keyText(segments);
  let node: ParsedNode | null | undefined = document.contents;
  for (const segment of segments) {
    if (isMap(node)) node = node.get(segment, true) as ParsedNode | undefined;
    else if (isSeq(node) && /^[0-9]{1,9}$/.test(segment))
      node = node.get(Number(segment), true) as ParsedNode | undefined;
    else if (isAlias(node)) throw shared(file, content, key, node.range[0]);
    else return undefined;
  }
  if (node === null || node === undefined) return undefined;
  if (isAlias(node)) throw shared(file, content, key, node.range[0]);
  if (!isScalar(node)) return undefined;
  const [start, end] = node.range;
  const source = content.slice(start, end);
  if (node.type === "PLAIN") {
    if (source === "" || /[\r\n]/.test(source)) throw form(file, content, key, start);
    return { start, end, version: source, key, render: await plainOrQuoted() };
  }
  const isQuoted = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
  if (!isQuoted || source.slice(1, -1) !== node.value) throw form(file, content, key, start);
  return { start: start + 1, end: end - 1, version: node.value, key };
}

/** A plain 1.10 is the number 1.1 for YAML: what does not read back as a text is written in double quotes. */
async function plainOrQuoted(): Promise<(next: string) => string> {
  const { parse: parseYaml } = await import("@release-actions/yaml");
  return (next) => (typeof parseYaml(next) === "string" && parseYaml(next) === next ? next : `"${next}"`);
}

function shared(file: string, content: string, key: string, at: number): Error {
  return invalid(`${file}:${lineAt(content, at)}: ${key} is an alias, so its value is written elsewhere and shared`, {
    remedy: "List the place of the anchor instead.",
  });
}

function form(file: string, content: string, key: string, at: number): Error {
  return invalid(`${file}:${lineAt(content, at)}: ${key} is not a text on one line without escapes`, {
    remedy: 'Write the version plainly or in quotes, as in version: "1.2.3".',
  });
}
