import type { AppInterfaceFiles } from "./app-interface.ts";

/** A tree with one or two things changed, and what was changed. */
export interface Mutated {
  readonly files: AppInterfaceFiles;
  readonly changes: readonly string[];
}

/** Numbers from 0 to below 1, the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed * 2654435769 + 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Hands {
  readonly files: AppInterfaceFiles;
  pick<T>(from: readonly T[]): T;
}

const VALUES = ["123", "[]", "{}", "true", "null", "''", "1.5", "[a, b]", "{a: b}", "text", "''''"];

/** Plain scalars and forms in which the versions and the parsers of YAML differ. */
export const QUIRKS = [
  ..."on off yes No y n Y 017 018 0o17 1:30 190:20:30 1:60 1_000 _1 0x1F 0b101 0b_ 12e03 1.2e3 1.2e+3 1.5e-3 1. .5 -.5 +.inf .inf -.INF .nan ~ Null = << 2020-01-01 2001-12-14t21:59:43.10-05:00 2020-1-1 20200101 +12 -0 00 0 08 0.0 1__0 12345678901234567890 0123456789012345678901234567890123456789".split(
    " ",
  ),
  '"main\\n"',
  "'main'",
  "!!str 12",
  "!!int '12'",
  "!!float '1'",
  "!foo x",
  "!!binary aGk=",
  "!!set {a}",
  "&anchor text",
  "*nowhere",
  "@at",
  "%percent",
  "`tick",
  "a: b: c",
  "- x",
  '"unclosed',
  "[unclosed",
  "|\n  block",
  ">-\n  folded\n  text",
  "text # comment",
  "text#none",
  "#comment",
  "? x",
  "-x",
  ":x",
  "x:",
  "a\tb",
  "{a: 1, a: 2}",
  '"\\x41\\u00e9"',
  "'it''s'",
  "naïve 🎉",
];

/** `indentation`, `key` and `value` of a line of one. */
const LINE = /^(?<indentation> *(?:- )?)(?<key>[$A-Za-z_]+): (?<value>\S.*)$/;

function lineOf(
  { files, pick }: Hands,
  kind = LINE,
): { path: string; lines: string[]; at: number; groups: Record<string, string> } | undefined {
  const path = pick([...files.keys()].filter((name) => name.startsWith("data/")));
  const lines = files.get(path)!.split("\n");
  const fitting = [...lines.keys()].filter((at) => kind.test(lines[at]!));
  if (fitting.length === 0) return undefined;
  const at = pick(fitting);
  return { path, lines, at, groups: kind.exec(lines[at]!)!.groups! };
}

type Mutation = (hands: Hands) => string;

function replaceValue(hands: Hands, value: string, kind?: RegExp): string {
  const line = lineOf(hands, kind);
  if (line === undefined) return "nothing";
  const { path, lines, at, groups } = line;
  const indentation = groups["indentation"]!.replace("- ", "  ");
  lines[at] = `${groups["indentation"]}${groups["key"]}: ${value.replaceAll("\n", `\n${indentation}`)}`;
  hands.files.set(path, lines.join("\n"));
  return `${path}:${at + 1} ${groups["key"]}: ${JSON.stringify(value)}`;
}

const REFERENCE = /^(?<indentation> *(?:- )?)(?<key>\$ref): (?<value>\S.*)$/;
const SCHEMA = /^(?<indentation>)(?<key>\$schema): (?<value>\S.*)$/;
const RESOURCE = /^(?<indentation> *(?:- )?)(?<key>path): (?<value>\S.*)$/;
const HEADERS = [
  "$schema: /app-sre/product-1.yml\nname: x\n",
  '"$schema": /app-sre/product-1.yml\n',
  "$schema: /app-sre/product-1.yml # comment\n",
  "$schema: /app-sre/none-1.yml\n",
  "$schema: /app-sre/product-1.yml\n{{ x }}\n",
  "$schema: /app-sre/product-1.yml\r\nname: x\r\n",
];

const MUTATIONS: readonly Mutation[] = [
  (hands) => replaceValue(hands, hands.pick(VALUES)),
  (hands) => replaceValue(hands, hands.pick(QUIRKS)),
  (hands) => replaceValue(hands, hands.pick(QUIRKS)),
  (hands) => replaceValue(hands, hands.pick(["/no/such/file.yml", "123", "''", "no-slash.yml"]), REFERENCE),
  (hands) =>
    replaceValue(
      hands,
      hands.pick([...hands.files.keys()].filter((name) => name.startsWith("data/"))).slice(4),
      REFERENCE,
    ),
  (hands) =>
    replaceValue(
      hands,
      hands.pick(["/app-sre/none-1.yml", "app-sre/app-1.yml", "/app-sre/product-1.yml", "123", "''"]),
      SCHEMA,
    ),
  (hands) => replaceValue(hands, hands.pick(["/services/none.yml", "/pipelines/deploy.yml"]), RESOURCE),
  function remove(hands) {
    const line = lineOf(hands);
    if (line === undefined) return "nothing";
    const [gone] = line.lines.splice(line.at, 1);
    hands.files.set(line.path, line.lines.join("\n"));
    return `${line.path}:${line.at + 1} removed ${gone}`;
  },
  function add(hands) {
    const line = lineOf(hands);
    if (line === undefined) return "nothing";
    const indentation = line.groups["indentation"]!.replace("- ", "  ");
    const key = hands.pick([
      "extraKey",
      "parameters",
      "$file_sha256sum",
      "constructor",
      "__proto__",
      line.groups["key"]!,
      "123",
      "on",
    ]);
    line.lines.splice(line.at + 1, 0, `${indentation}${key}: added`);
    hands.files.set(line.path, line.lines.join("\n"));
    return `${line.path}:${line.at + 2} added ${key}`;
  },
  function sameName(hands) {
    const [one, other] = [hands.pick([...hands.files.keys()]), hands.pick([...hands.files.keys()])];
    const name = /^name: .*$/m.exec(hands.files.get(one)!)?.[0];
    if (name === undefined) return "nothing";
    hands.files.set(
      other,
      hands.files.get(other)!.replace(/^name: .*$/m, () => name),
    );
    return `${other} has the name of ${one}`;
  },
  function sameItem(hands) {
    const path = hands.pick([...hands.files.keys()].filter((name) => /saas-|ns-/.test(name)));
    const lines = hands.files.get(path)!.split("\n");
    const starts = [...lines.keys()].filter((at) => /^ *- /.test(lines[at]!));
    const at = hands.pick(starts);
    const depth = lines[at]!.search(/\S/);
    let end = at + 1;
    while (end < lines.length && (lines[end]!.trim() === "" || lines[end]!.search(/\S/) > depth)) end += 1;
    lines.splice(end, 0, ...lines.slice(at, end));
    hands.files.set(path, lines.join("\n"));
    return `${path}:${at + 1} twice`;
  },
  function resource(hands) {
    const header = hands.pick(HEADERS);
    hands.files.set("resources/added.yml", `---\n${header}`);
    return `resources/added.yml ${JSON.stringify(header)}`;
  },
  function whole(hands) {
    const path = hands.pick([...hands.files.keys()].filter((name) => name.startsWith("data/")));
    const text = hands.files.get(path)!;
    const [name, changed] = hands.pick<[string, string]>([
      ["CRLF", text.replaceAll("\n", "\r\n")],
      ["BOM", `\ufeff${text}`],
      ["two documents", `${text}---\na: 1\n`],
      ["empty", ""],
      ["a comment alone", "# nothing\n"],
      ["a list", "- a\n"],
      ["a text", "text\n"],
      ["a tab", text.replace("\n  ", "\n\t")],
      ["end of document", `${text}...\n`],
      ["a directive", `%YAML 1.1\n${text}`],
      ["no last line feed", text.trimEnd()],
      ["a merge key", `${text}x-base: &base\n  a: 1\nlabels:\n  <<: *base\n`],
      ["an alias of a map", `${text.replace(/^labels:.*$/m, "labels: &labels {a: b}")}\n`],
    ]);
    hands.files.set(path, changed);
    return `${path} ${name}`;
  },
];

/** The tree with mutations of this seed; every third seed has two. */
export function mutated(tree: AppInterfaceFiles, seed: number): Mutated {
  const random = randomOf(seed);
  const files = new Map(tree);
  const hands: Hands = { files, pick: (from) => from[Math.floor(random() * from.length)]! };
  const changes = Array.from({ length: seed % 3 === 0 ? 2 : 1 }, () => hands.pick(MUTATIONS)(hands));
  return { files, changes };
}
