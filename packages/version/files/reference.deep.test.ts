import { spawnSync } from "node:child_process";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readVersions, writeVersion } from "./index.ts";
import { parse as parseYaml } from "yaml";
import { readToml } from "./toml.ts";

/** How many cases: more when `npm run fuzz` asks for them. */
const runs = (usual: number): number => Math.max(usual, Number(process.env["PROPERTY_RUNS"] ?? 0));

const version = fc.stringMatching(/^[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}(?:-rc\.[0-9]{1,2})?$/);
const word = fc
  .stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,8}$/)
  .filter((text) => text !== "version" && text !== "__proto__");
const eol = fc.constantFrom("\n", "\r\n");
const space = fc.constantFrom("", " ", "  ", "\t");
/** Text that looks like code, comments and versions, to lead a scanner astray. */
const lure = fc.constantFrom(
  'version = "9.9.9"',
  "[project]",
  "# version",
  "'",
  '"',
  "\\\\",
  "{",
  "]",
  "version: 9",
  "<version>9</version>",
  "é🙂",
);

/** Only the token differs: what is before and after it is the same to the byte. */
async function expectOnlyTheToken(
  path: string,
  before: string,
  content: string,
  after: string,
  next: string,
): Promise<void> {
  const written = await writeVersion(path, before + content + after, next);
  expect(written.content.startsWith(before)).toBe(true);
  expect(written.content.endsWith(after)).toBe(true);
  expect(written.content.slice(before.length, written.content.length - after.length)).toBe(next);
  const read = await readVersions(path, written.content);
  expect(read.map((place) => place.version)).toEqual([next]);
}

describe("edits compared with reference parsers", () => {
  test("JSON: changes only the version in everything that JSON.parse reads", async () => {
    const document = fc.tuple(
      fc.dictionary(word, fc.jsonValue()),
      fc.dictionary(word, fc.jsonValue()),
      version,
      version,
      space,
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(document, async ([first, last, from, next, indent, bom]) => {
        const object = { ...first, version: from, ...last };
        const content = JSON.stringify(object, null, indent);
        const written = await writeVersion("package.json", (bom ? "\uFEFF" : "") + content, next);
        const text = bom ? written.content.slice(1) : written.content;
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ ...object, version: next })));
        expect(text).toBe(JSON.stringify({ ...object, version: next }, null, indent));
      }),
      { numRuns: runs(500) },
    );
  });

  test("YAML: the reference parser reads the new version and everything else unchanged", async () => {
    const rest = fc.dictionary(word, lure, { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(
        rest,
        rest,
        version,
        version,
        eol,
        fc.constantFrom("", "'", '"'),
        async (first, last, from, next, end, quote) => {
          const lines = (object: Record<string, string>): string =>
            Object.entries(object)
              .map(([key, value]) => `${key}1: ${JSON.stringify(value)} # version: 1${end}`)
              .join("");
          const before = `${lines(first)}version: ${quote}`;
          const after = `${quote} # 1.0.0${end}${lines(last).replaceAll("1: ", "2: ")}`;
          await expectOnlyTheToken("Chart.yaml", before, from, after, next);
          expect((parseYaml(before + next + after) as { version: string }).version).toBe(next);
        },
      ),
      { numRuns: runs(300) },
    );
  });

  test("Python: never changes lookalikes in comments, docstrings and other strings", async () => {
    const noise = fc
      .tuple(fc.constantFrom("#", '"""', "'''", "x = '", "call(1,"), lure, fc.boolean())
      .map(([opening, text, named]) => {
        const inner = `${named ? '__version__ = \\"9.9\\"' : ""}${text.replace(/["'\\]/g, "")}`.replaceAll('\\"', "");
        if (opening === "#") return `# __version__ = "1.0" ${text}`;
        if (opening === "call(1,") return `call(1,\n  __version__ = "8.8.8",  # ${text}\n)`;
        return opening.startsWith("x") ? `x = '${inner}'` : `${opening}${inner}\n__version__ = 7\n${opening}`;
      });
    await fc.assert(
      fc.asyncProperty(
        fc.array(noise),
        fc.array(noise),
        version,
        version,
        space,
        fc.constantFrom("'", '"', '"""'),
        async (first, last, from, next, gap, quote) => {
          const before = [...first, `__version__${gap}=${gap}${quote}`].join("\n");
          const after = [`${quote}${gap}# 1.0.0`, ...last, ""].join("\n");
          await expectOnlyTheToken("a.py", before, from, after, next);
        },
      ),
      { numRuns: runs(500) },
    );
  });
});

const python = spawnSync("python3", ["-c", "import tomllib"], { encoding: "utf8" });
const withTomllib = python.status === 0 ? test : test.skip;
if (python.status !== 0)
  process.stderr.write("SKIPPED: the TOML reference needs python3 (3.11 or newer) with tomllib\n");

const TOML_READER = `
import json, sys, tomllib
out = []
for text in json.load(sys.stdin):
    try:
        out.append(json.loads(json.dumps(tomllib.loads(text), default=str)))
    except tomllib.TOMLDecodeError:
        out.append(None)
json.dump(out, sys.stdout)
`;

function tomllib(documents: readonly string[]): (Record<string, unknown> | null)[] {
  const run = spawnSync("python3", ["-c", TOML_READER], {
    input: JSON.stringify(documents),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return JSON.parse(run.stdout) as (Record<string, unknown> | null)[];
}

const tomlValue = fc.oneof(
  lure.map((text) => JSON.stringify(text)),
  lure.filter((text) => !text.includes("'")).map((text) => `'${text}'`),
  lure.map((text) => `"""\n${text.replaceAll("\\", "").replaceAll('"', "")}\n[project]\nversion = 1\n"""`),
  lure.filter((text) => !text.includes("'")).map((text) => `'''${text}\n[x]'''`),
  lure.map((text) => `[ # ${text}\n  "a", { version = "8.8" }, [1, 2.5],\n]`),
  fc.constantFrom("1979-05-27T07:32:00Z", "1_000", "true", "{ version = \"9\", a.b = 'c' }", '""', "''''x'''"),
);
const tomlDocument = fc.array(
  fc.tuple(
    fc.constantFrom("tool.x", "a.b", '"q.r"', "k-1", "'s'"),
    fc.array(fc.tuple(word, tomlValue), { maxLength: 3 }),
  ),
  { maxLength: 4 },
);

withTomllib("TOML: tomllib reads the new version and the rest unchanged", async () => {
  const samples = fc.sample(
    fc.tuple(tomlDocument, tomlDocument, version, version, eol, fc.constantFrom("'", '"')),
    runs(400),
  );
  const render = (document: readonly [string, readonly (readonly [string, string])[]][], prefix: string): string =>
    document
      .map(
        ([table, keys], i) =>
          `[${prefix}${i}.${table}] # version = "0"\n${keys.map(([key, value], k) => `${key}${k} = ${value}\n`).join("")}`,
      )
      .join("");
  const documents: string[] = [];
  const edited: string[] = [];
  for (const [first, last, from, next, end, quote] of samples) {
    const before = `${render(first, "f")}[project]\nname = "a"\nversion = ${quote}`.replaceAll("\n", end);
    const after = `${quote} # 1.0.0\n${render(last, "l")}`.replaceAll("\n", end);
    await expectOnlyTheToken("pyproject.toml", before, from, after, next);
    documents.push(before + from + after);
    edited.push(before + next + after);
  }
  const [read, reread] = [tomllib(documents), tomllib(edited)];
  samples.forEach(([, , from, next], i) => {
    expect(read[i]).toMatchObject({ project: { name: "a", version: from } });
    expect(reread[i]).toEqual({ ...read[i], project: { name: "a", version: next } });
  });
});

withTomllib("TOML: every text value is read as tomllib reads it, and nothing valid is refused", async () => {
  const samples = fc.sample(fc.array(fc.tuple(word, tomlValue), { maxLength: 6 }), runs(400));
  const documents = samples.map((keys) => keys.map(([key, value], i) => `${key}${i} = ${value}\n`).join(""));
  const reference = tomllib(documents);
  for (const [i, document] of documents.entries()) {
    const expected = reference[i];
    if (expected === null || expected === undefined) throw new Error(`not valid for the reference: ${document}`);
    const top = (await readToml("x.toml", document)).filter((entry) => entry.path.length === 1);
    expect(top.map((entry) => entry.path[0])).toEqual(Object.keys(expected));
    for (const entry of top) {
      if (entry.text !== undefined) expect(entry.text).toBe(expected[entry.path[0] as string]);
    }
  }
});

describe("size", () => {
  test.each([
    ["a.json", '"a":[1,"]"],'],
    ["a.py", "x = 'a' # y\n("],
    ["a.py", "__version__ = "],
    ["a.toml", "[[a]]\nb = ['c']\n"],
    ["a.xml", "<a b='>'/><!-- x -->"],
    ["a.cfg", "[a]\nb = c\n"],
    ["Makefile", "1.1-1.1.1 release-actions:versio "],
    ["VERSION", " \n"],
    ["Makefile", "release-actions:version "],
  ])("handles a million characters in %s quickly", async (path, unit) => {
    await expect(readVersions(path, unit.repeat(Math.ceil(1_000_000 / unit.length)))).rejects.toMatchObject({
      verdict: "invalid",
    });
  });

  test("takes time in proportion to the number of places", async () => {
    const line = "V=1.0.0 # release-actions:version\n";
    expect((await writeVersion("Makefile", line.repeat(30_000), "1.0.1")).edits).toHaveLength(30_000);
  });
});
