import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describedActions } from "./generators/actions.ts";
import { ROOT_PATH } from "./root.ts";

type Ncc = (
  entry: string,
  options: Readonly<Record<string, unknown>>,
) => Promise<{ code: string; assets: Readonly<Record<string, { source: string | Buffer }>> }>;

/**
 * Builds the one bundle into a directory: index.js and its chunks by ncc, and a stub for each way in. Stubs are
 * what action.yml and the shell name; all of them load the same index.js. The bundle is CommonJS: it starts a
 * tenth faster, since an ES module that imports a part of node makes node load all of that part.
 */
export async function bundle(directory: string): Promise<void> {
  const files = new Map<string, string | Buffer>([
    ["package.json", `${JSON.stringify({ type: "commonjs" })}\n`],
    ...(await ncc(join(ROOT_PATH, "cli/index.ts"))),
  ]);
  files.set("cli.js", stub("terminal(process.argv.slice(2))", "#!/usr/bin/env node\n"));
  files.set("gitlab.js", stub("gitlab(process.argv.slice(2))"));
  for (const { action } of await describedActions())
    files.set(`${action.name}.js`, stub(`github(${JSON.stringify(action.name)})`));

  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  for (const [name, content] of files) await writeFile(join(directory, name), content);
  await chmod(join(directory, "cli.js"), 0o755);
}

function stub(call: string, shebang = ""): string {
  return `${shebang}require("./index.js").${call};\n`;
}

/**
 * What replaces, in the bundle, modules that libraries load at start and that take longer to load than the library, or
 * that must not be there.
 */
const REPLACED: Readonly<Record<string, { readonly name: string; readonly content: string }>> = {
  // undici takes these empty constants where Node has no HTTP/2, and is never told to use it.
  "node:http2": { name: "no-http2.js", content: "exports.constants = {};\n" },
  // @actions/github imports `fetch` for a default that packages/forge replaces. packages/http imports the two parts of
  // undici that it needs by their paths.
  undici: {
    name: "no-undici.js",
    content: 'exports.fetch = () => Promise.reject(new Error("requests are made by packages/http"));\n',
  },
  // By these names only @actions/core and @actions/exec ask for them: for the delimiters of outputs and to start tools.
  crypto: { name: "late-crypto.js", content: late("crypto") },
  assert: { name: "late-assert.js", content: late("assert") },
  child_process: { name: "late-child-process.js", content: late("child_process") },
};

/** A module that loads a part of Node when it is first used. */
function late(part: string): string {
  return `const part = () => require("node:${part}");
module.exports = new Proxy(function () {}, {
  get: (_, name) => part()[name],
  apply: (_, self, values) => Reflect.apply(part(), self, values),
});
`;
}

/** The files of a bundle, index.js the first. */
export async function ncc(entry: string): Promise<[string, string | Buffer][]> {
  const build = createRequire(import.meta.url)("@vercel/ncc") as Ncc;
  const externals = Object.fromEntries(Object.entries(REPLACED).map(([module, { name }]) => [module, `./${name}`]));
  const options = { esm: false, cache: false, license: "licenses.txt", transpileOnly: true, quiet: true, externals };
  const { code, assets } = await build(entry, options);
  const files: [string, string | Buffer][] = [
    ["index.js", code],
    ...Object.values(REPLACED).map(({ name, content }): [string, string] => [name, content]),
  ];
  for (const [name, { source }] of Object.entries(assets)) files.push([name, withoutYamlDebugging(source)]);
  for (const [name, content] of files) refuseMissingModules(name, content.toString());
  return shareModules(files);
}

/** A module in a chunk: webpack writes its number, then a function in parentheses. */
const MODULE = /^\/\*{3}\/ (\d+):\n\/\*{3}\/ (\([^]*?^\/\*{3}\/ \}\))/gm;
/** At the start of a chunk; of a function where the chunk has other modules that are not strict. */
const STRICT = '"use strict";\n';

/**
 * Moves each module that several chunks have to a separate file, which they load. webpack repeats modules below a
 * size that ncc has no setting for.
 */
function shareModules(files: readonly [string, string | Buffer][]): [string, string | Buffer][] {
  const chunks = files.filter(([name]) => /^\d+\.index\.js$/.test(name));
  const copies = chunks.flatMap(([, content]) => [...content.toString().matchAll(MODULE)].map(([, id = ""]) => id));
  const shared = new Set(copies.filter((id, index) => copies.indexOf(id) !== index));
  const own = new Map<string, string>();
  const shorter = chunks.map(([name, content]): [string, string] => {
    const chunk = content.toString();
    const text = chunk.replace(MODULE, (whole, id: string, code: string) => {
      if (!shared.has(id)) return whole;
      const file = `${chunk.startsWith(STRICT) ? STRICT : ""}module.exports = ${code};\n`;
      const same = file.replace(/^(module\.exports = .*\n+)"use strict";\n/, `${STRICT}$1`);
      if ((own.get(id) ?? same) !== same) throw new Error(`${name} has another module ${id} than other chunks`);
      own.set(id, same);
      return `/***/ ${id}:\n/***/ (require("./${id}.module.js"))`;
    });
    return [name, text];
  });
  const moved = [...own].map(([id, file]): [string, string] => [`${id}.module.js`, file]);
  return [...new Map([...files, ...shorter, ...moved])];
}

/**
 * The yaml library reads the environment before every token to find out whether to print it. A variable of that name
 * would put what is parsed into the log without redaction, and reading it takes a tenth of the time that validating
 * 10,000 files takes. The library's build for browsers does not read it.
 */
const YAML_DEBUGGING = /\bnode_process\.env\.LOG_(?:TOKENS|STREAM)\b/g;

function withoutYamlDebugging(source: string | Buffer): string | Buffer {
  const text = source.toString();
  return text.includes("node_process.env.LOG_") ? text.replace(YAML_DEBUGGING, "false") : source;
}

/** ncc turns a module that it cannot find into an error at run time; here it is one of the build. */
function refuseMissingModules(name: string, content: string): void {
  const [, missing] = /eval\("require"\)\(([^)]*)\)/.exec(content) ?? [];
  if (missing !== undefined) throw new Error(`${name} needs ${missing}, which is not installed; run npm ci`);
}
