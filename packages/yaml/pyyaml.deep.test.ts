import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { QONTRACT_PYTHON } from "../../test/installed.ts";
import { program, ring } from "../../test/rings.ts";
import { ALIKE, REFUSED, REFUSED_TOO, STRICTER, TABS } from "./fixtures/pyyaml-documents.ts";
import { loadYaml } from "./pyyaml.ts";
import { isNotJson, type Value } from "./value.ts";

const NEEDS = ["-c", "import yaml; yaml.CSafeLoader"];
const PYTHON = [QONTRACT_PYTHON, "python3"].find((python) => program(python, NEEDS).present) ?? QONTRACT_PYTHON;

/** What libyaml makes of each text, as JSON. A date is the text "a date", which this cannot hold otherwise. */
const LOAD = `
import datetime, json, sys, yaml
def load(text):
    try:
        return json.dumps(yaml.load(text, Loader=yaml.CSafeLoader), default=lambda value: "a date" if isinstance(value, datetime.date) else 1 / 0)
    except Exception:
        return None
json.dump([load(text) for text in json.load(sys.stdin)], sys.stdout)
`;

function pyyaml(texts: readonly string[]): (string | null)[] {
  const { stdout, stderr, status } = spawnSync(PYTHON, ["-c", LOAD], {
    input: JSON.stringify(texts),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as (string | null)[];
}

function ours(text: string): string | null {
  const { value, error } = loadYaml(text);
  return error === undefined ? JSON.stringify(plain(value!)) : null;
}

function plain(value: Value): unknown {
  if (isNotJson(value)) return "a date";
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return (value as Value[]).map(plain);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner as Value)]));
}

function theirs(json: string): unknown {
  return JSON.parse(json.replace(/(?<![\w"])-?(?:Infinity|NaN)(?![\w"])/g, (text) => `"${text}"`));
}

const PIECES =
  "\t|\n\t\n|\n|\n\n| |  |- |-\t|? |: |:| # c|[|]|{|}|,|[a, b]|{a: b}|&x |*x|!|!!str |>\n  |\"|'|\"a\nb\"|'a\n b'|\\|---\n|...\n|%YAML 1.1\n|<<: |=|~|\u2028|\u0085|\ufeff|\r\n|0|.|\\u|\n  |\n |?x".split(
    "|",
  );

/** Each text with one to three pieces put in, taken out or replaced, by a generator that repeats itself. */
function mutations(texts: readonly string[], count: number): string[] {
  let seed = 1;
  const below = (limit: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % limit;
  };
  return Array.from({ length: count }, () => {
    let text = texts[below(texts.length)]!;
    for (let left = 1 + below(3); left > 0; left -= 1) {
      const at = below(text.length + 1);
      const removed = below(3) === 0 ? below(4) : 0;
      text = text.slice(0, at) + (below(4) === 0 ? "" : PIECES[below(PIECES.length)]!) + text.slice(at + removed);
    }
    return text;
  });
}

ring("PyYAML", [program(PYTHON, NEEDS)], () => {
  const documents = [...ALIKE, ...REFUSED, ...REFUSED_TOO, ...STRICTER].map(([text]) => text).concat(TABS);

  test("conformance 6: reads, refuses and is stricter where the lists state it", () => {
    expect(pyyaml(ALIKE.map(([text]) => text)).map((one) => one && theirs(one))).toEqual(
      ALIKE.map(([, value]) => value),
    );
    const refused = [...REFUSED, ...REFUSED_TOO].map(([text]) => text).concat(TABS);
    const read = pyyaml(refused);
    expect(refused.filter((_, index) => read[index] !== null)).toEqual([]);
    expect(pyyaml(STRICTER.map(([text]) => text))).not.toContain(null);
  });

  test("promotion A1, conformance 6: of 20000 mutated documents, none is read in another way", () => {
    const texts = mutations(documents, 20_000);
    const read = pyyaml(texts);
    const wrong = texts.filter((text, index) => {
      const own = ours(text);
      if (own === null) return false;
      const other = read[index];
      return other === null || other === undefined || own !== JSON.stringify(sorted(theirs(other), JSON.parse(own)));
    });
    expect(wrong.map((text) => [text, read[texts.indexOf(text)], ours(text)])).toEqual([]);
    const refused = texts.filter((text, index) => read[index] !== null && ours(text) === null).length;
    process.stdout.write(
      `PyYAML reads ${read.filter((one) => one !== null).length} of ${texts.length}, ${refused} of them are refused here\n`,
    );
  }, 120_000);
});

/** The one with its keys in the order of the other. */
function sorted(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return one.map((item, index) => sorted(item, other[index]));
  if (one === null || typeof one !== "object" || other === null || typeof other !== "object") return one;
  const [map, like] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const keys = [...Object.keys(like).filter((key) => key in map), ...Object.keys(map).filter((key) => !(key in like))];
  return Object.fromEntries(keys.map((key) => [key, sorted(map[key], like[key])]));
}
