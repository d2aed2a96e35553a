import { expect, test } from "@jest/globals";
import { ActionError } from "@release-actions/action";
import { companions, parseTarget, readVersions, writeVersion } from "./index.ts";

/** `<…>` marks the one token that may change; the file is everything else. */
function marked(text: string): { content: string; version: string; expected: (next: string) => string } {
  const parts = text.split(/«([^»]*)»/);
  const content = parts.join("");
  const expected = (next: string): string => parts.map((part, i) => (i % 2 === 1 ? next : part)).join("");
  return { content, version: parts[1] as string, expected };
}

async function stopOf(promise: Promise<unknown>): Promise<ActionError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ActionError);
  return error as ActionError;
}

const CARGO = '[package]\nname = "app"\nversion = "«1.0.0»" # ours\n\n[dependencies]\nserde = { version = "1.0.0" }\n';
const POM =
  "<?xml version='1.0'?>\n<project>\n  <!-- <version>0.0.1</version> -->\n  <parent><version>5.0.0</version></parent>\n" +
  "  <artifactId>a</artifactId>\n  <version>\n    «1.0.0»\n  </version>\n  <dependencies><dependency><version>1.0.0</version></dependency></dependencies>\n</project>\n";

// Rest parameters: jest would take an optional last one for its callback.
test.each<[string, string, string, string?]>([
  [
    "package.json",
    "package.json",
    '{\n  "name": "a",\n  "version": "«1.0.0»",\n  "dependencies": {"version": "1.0.0"}\n}\n',
  ],
  ["package.json with tabs, CR LF and no end of line", "package.json", '{\r\n\t"version" : "«1.0.0»"\r\n}'],
  ["package.json with a byte order mark", "package.json", '\uFEFF{"version":"«1.0.0»"}'],
  ["a nested version before the own one", "package.json", '{"engines":{"version":"9"},"version":"«1.0.0»"}'],
  [
    "package-lock.json, both places",
    "package-lock.json",
    '{"version":"«1.0.0»","packages":{"":{"version":"«1.0.0»"},"node_modules/x":{"version":"1.0.0"}}}',
  ],
  [
    "package-lock.json of lockfileVersion 1",
    "package-lock.json",
    '{"version":"«1.0.0»","lockfileVersion":1,"dependencies":{"x":{"version":"1.0.0"}}}',
  ],
  ["npm-shrinkwrap.json", "npm-shrinkwrap.json", '{"version":"«1.0.0»","packages":{"":{"version":"«1.0.0»"}}}'],
  ["JSON by key", "app.json", '{"version":"9.9.9","expo":{"a":[{"v.x":"«1.0.0»"}]}}', 'expo.a[0]."v.x"'],
  ["__version__ in double quotes", "a/__init__.py", '__version__ = "«1.0.0»"\n'],
  ["__version__ in single quotes", "a.py", "__version__ = '«1.0.0»'  # the version\n"],
  ["__version__ in triple quotes", "a.py", '__version__ = """«1.0.0»"""\n'],
  ["__version__ annotated", "a.py", '__version__: str = "«1.0.0»"\n'],
  ["__version__ annotated with a subscript", "a.py", 'from typing import Final\n__version__: Final[str] = "«1.0.0»"\n'],
  ["__version__ as a release candidate of PEP 440", "a.py", '__version__ = "«1.0.0rc1»"\n'],
  ["__version__ as a development release of PEP 440", "a.py", '__version__ = "«1.0.0.dev0»"\n'],
  ["__version__ with two numbers", "a.py", '__version__ = "«1.0»"\n'],
  ["__version__ with an epoch and a local version", "a.py", '__version__ = "«1!1.0+ubuntu.1»"\n'],
  ["__version__ as a SemVer prerelease", "a.py", '__version__ = "«1.0.0-rc.1»"\n'],
  ["__version__ with two spaces before the sign", "a.py", '__version__  = "«1.0.0»"\n'],
  ["__version__ without spaces", "a.py", '__version__="«1.0.0»"\n'],
  ["__version__ with a raw prefix", "a.py", '__version__ = r"«1.0.0»"\n'],
  ["__version__ in parentheses", "a.py", '__version__ = (\n    "«1.0.0»"  # here\n)\n'],
  ["__version__ after a joined line", "a.py", '__version__ = \\\n    "«1.0.0»"\n'],
  ["__version__ in a chain", "a.py", 'version = __version__ = "«1.0.0»"\n'],
  ["__version__ after a semicolon", "a.py", 'import os; __version__ = "«1.0.0»"\n'],
  ["a commented-out __version__ stays", "a.py", '# __version__ = "1.0.0"\n__version__ = "«1.0.0»"\n'],
  ["a __version__ in a docstring stays", "a.py", '"""\n__version__ = "0.9"\n"""\n__version__ = "«1.0.0»"\n'],
  ["a compared __version__ stays", "a.py", '__version__ = "«1.0.0»"\nif __version__ == "1.0.0": pass\n'],
  ["Python with CR LF", "a.py", '# x\r\n__version__ = "«1.0.0»"\r\n'],
  ["VERSION where there is no __version__", "a.py", 'VERSION = "«1.0.0»"\n'],
  ["a Python variable by key", "a.py", '__version__ = "1.0.0"\nAPI = "«2.0.0»"\n', "API"],
  [
    "setup.py with a literal",
    "setup.py",
    'from setuptools import setup\nsetup(\n    name="a",\n    version="«1.0.0»",\n    install_requires=["x==1.0.0"],\n)\n',
  ],
  [
    "setup.py with a variable of its own",
    "setup.py",
    'import setuptools\nv = "«1.0.0»"\nsetuptools.setup(name="a", version=v)\n',
  ],
  [
    "pyproject.toml [project]",
    "pyproject.toml",
    '[project]\nname = "a"\nversion = "«1.0.0»"\n[tool.x]\nversion = "1.0.0"\n',
  ],
  ["pyproject.toml in single quotes with CR LF", "pyproject.toml", "[ project ]\r\nversion='«1.0.0»'\r\n"],
  ["pyproject.toml with a dotted key", "pyproject.toml", 'project.version = "«1.0.0»"\n'],
  ["pyproject.toml with an inline table", "pyproject.toml", 'project = { name = "a", version = "«1.0.0»" }\n'],
  [
    "a table in an array of a TOML file",
    "a.toml",
    'parts = [{ version = "0.1" }, { version = "«1.0.0»" }]\n',
    "parts.1.version",
  ],
  [
    "an inline table over two lines, and a text with \\e (TOML 1.1)",
    "a.toml",
    'a = {\n b = "\\e[0m",\n}\nversion = "«1.0.0»"\n',
  ],
  [
    "pyproject.toml [tool.poetry]",
    "pyproject.toml",
    '[tool.poetry]\nversion = "«1.0.0»"\n[tool.poetry.dependencies]\nx = {version = "1.0.0"}\n',
  ],
  [
    "pyproject.toml with both tables",
    "pyproject.toml",
    '[project]\nversion = "«1.0.0»"\n[tool.poetry]\nversion = "«1.0.0»"\n',
  ],
  [
    "a version inside a multi-line string stays",
    "pyproject.toml",
    '[project]\nreadme = """\n[project]\nversion = "9"\n"""\nversion = "«1.0.0»"\n',
  ],
  ["setup.cfg", "setup.cfg", "[metadata]\n# version = 0.1\nname = a\nversion = «1.0.0»\n[options]\nversion = 2\n"],
  ["setup.cfg with a colon and CR LF", "setup.cfg", "[metadata]\r\nVersion: «1.0.0»\r\n"],
  ["Cargo.toml", "Cargo.toml", CARGO],
  [
    "Cargo.toml of a workspace",
    "Cargo.toml",
    '[workspace.package]\nversion = "«1.0.0»"\n[workspace.dependencies]\nx = "1.0.0"\n',
  ],
  [
    "Cargo.lock by the crate's name, with its qualified mentions",
    "Cargo.lock",
    'version = 3\n\n[[package]]\nname = "app"\nversion = "«1.0.0»"\ndependencies = [\n "serde",\n]\n\n[[package]]\nname = "app"\nversion = "0.9.0"\nsource = "registry+x"\n\n' +
      '[[package]]\nname = "cli"\nversion = "3.0.0"\ndependencies = [\n "app «1.0.0»",\n "app 0.9.0",\n]\n',
    "app",
  ],
  [
    "Cargo.lock of a workspace",
    "Cargo.lock",
    '[[package]]\nname = "a"\nversion = "«1.0.0»"\n[[package]]\nname = "b"\nversion = "«1.0.0»"\n[[package]]\nname = "c"\nversion = "1.0.0"\nsource = "x"\n',
  ],
  ["pom.xml, not its parent's and not a dependency's", "pom.xml", POM],
  [
    "pom.xml's property by key",
    "pom.xml",
    "<project><version>${revision}</version><properties><revision>«1.0.0»</revision></properties></project>",
    "project.properties.revision",
  ],
  [
    "a csproj file by key",
    "a.csproj",
    "<Project Sdk='x>y'><PropertyGroup><Version>«1.0.0»</Version></PropertyGroup></Project>",
    "Project.PropertyGroup.Version",
  ],
  [
    "Chart.yaml",
    "chart/Chart.yaml",
    'apiVersion: v2\nversion: «1.0.0» # chart\nappVersion: "1.0.0"\ndependencies:\n- name: x\n  version: 1.0.0\n',
  ],
  ["Chart.yaml's appVersion", "chart/Chart.yaml", 'version: 1.0.0\nappVersion: "«1.0.0»"\n', "appVersion"],
  [
    "YAML by key with anchors, tags and CR LF",
    "v.yml",
    "image:\r\n  - &a { tag: !!str '«1.0.0»' }\r\n",
    "image[0].tag",
  ],
  ["a number in YAML that is a version", "v.yml", "version: «1.10»\n"],
  ["gradle.properties", "gradle.properties", "org.gradle.daemon=true\nversion = «1.0.0»\n"],
  ["a plain file", "VERSION", "«1.0.0»\n"],
  ["a plain file with v, CR LF and a byte order mark", "version.txt", "\uFEFFv«1.0.0»\r\n"],
  ["a marked line", "Dockerfile", "FROM x:1.0.0\nARG VERSION=«1.0.0» # release-actions:version\nARG OTHER=1.0.0\n"],
  [
    "a marked line with a v and quotes",
    "install.sh",
    '#!/bin/sh\nurl="https://x.test/download/v«1.0.0»/a" # release-actions:version\n',
  ],
  [
    "two marked lines",
    "main.go",
    'const V = "«1.0.0»" // release-actions:version\nvar w = "«1.0.0»" /* release-actions:version */\n',
  ],
  [
    "a marked line beside the format's own place",
    "a.py",
    '__version__ = "«1.0.0»"\nimage = f"a/b:«1.0.0»"  # release-actions:version\n',
  ],
])("reads and replaces %s", async (...[, path, text, key]) => {
  const { content, version, expected } = marked(text);
  const found = await readVersions(path, content, key);
  expect(new Set(found.map((place) => place.version))).toEqual(new Set([version]));
  for (const next of ["1.0.1", "10.20.30-rc.1", "2.0.0rc1"]) {
    const written = await writeVersion(path, content, next, key);
    expect(written.content).toBe(expected(next));
    expect(written.edits).toHaveLength(text.split("«").length - 1);
    expect(written.edits.every(({ from, to }) => from === version && to === next)).toBe(true);
    expect(await writeVersion(path, written.content, next, key)).toEqual({ content: written.content, edits: [] });
  }
});

test("an edit names its line, and the place can be requested by the key it names", async () => {
  const content = '[project]\nname = "a"\r\n\r\nversion = "1.0.0"\n';
  const { edits } = await writeVersion("pyproject.toml", content, "1.1.0");
  expect(edits).toEqual([{ line: 4, from: "1.0.0", to: "1.1.0", key: "project.version" }]);
  expect(await readVersions("pyproject.toml", content, "project.version")).toHaveLength(1);
});

test("a tuple keeps its separators", async () => {
  const content = "VERSION = (1,2, 3)\n";
  expect(await readVersions("a.py", content)).toEqual([{ version: "1.2.3", line: 1, key: "VERSION" }]);
  expect((await writeVersion("a.py", content, "1.10.0")).content).toBe("VERSION = (1,10, 0)\n");
  const stop = await stopOf(writeVersion("a.py", content, "2.0.0-rc.1"));
  expect(stop.message).toContain("tuple of 3 numbers");
});

test("security B26: a version that YAML would read as a number is written in quotes", async () => {
  expect((await writeVersion("v.yml", "version: 1.0.0 # x\n", "1.10")).content).toBe('version: "1.10" # x\n');
  expect((await writeVersion("v.yml", "version: 1.9\n", "12345678e10")).content).toBe('version: "12345678e10"\n');
});

test.each<[string, string, string, string[], string?]>([
  [
    "no version in package.json",
    "package.json",
    '{"name":"a"}',
    ["package.json states no version", "the text at version"],
  ],
  ["a number", "package.json", '{"version":1}', ["version is 1, not a text"]],
  ["the key twice", "package.json", '{"version":"1.0.0","version":"2.0.0"}', ["appears twice"]],
  ["JSON that is not JSON", "package.json", '{"version":"1.0.0",}', ["not valid JSON"]],
  ["a missing JSON key", "a.json", '{"version":"1.0.0"}', ["at the key app.version", "app.version"], "app.version"],
  [
    "a __version__ that is only a comment",
    "a.py",
    '# __version__ = "1.0.0"\n',
    ["states no version", '__version__ = "…"'],
  ],
  [
    "a computed __version__",
    "a.py",
    'import m\n__version__ = m.version("a")\n',
    ["line 2", 'computed (m.version("a"))'],
  ],
  [
    "a fallback beside a computed __version__",
    "a.py",
    'try:\n    __version__ = v("a")\nexcept E:\n    __version__ = "0.0.0"\n',
    ["line 2", "computed"],
  ],
  ["a formatted __version__", "a.py", '__version__ = f"{major}.0"\n', ["computed"]],
  ["two strings side by side", "a.py", '__version__ = "1." "0"\n', ["computed"]],
  ["an imported __version__", "a.py", "from ._version import __version__\n", ["line 1 imports __version__"]],
  [
    "two assignments",
    "a.py",
    'if x:\n    __version__ = "1.0.0"\nelse:\n    __version__ = "2.0.0"\n',
    ["2 places", "line 2: __version__ = 1.0.0", "line 4: __version__ = 2.0.0"],
  ],
  ["setup.py that computes", "setup.py", "setup(name='a', version=get())\n", ["setup(version) is computed (get())"]],
  [
    "dynamic: setuptools attribute",
    "pyproject.toml",
    '[project]\ndynamic = ["version"]\n[tool.setuptools.dynamic]\nversion = {attr = "a.__version__"}\n',
    ["dynamic", "attribute a.__version__"],
  ],
  [
    "dynamic: setuptools file",
    "pyproject.toml",
    '[project]\ndynamic = ["version"]\n[tool.setuptools.dynamic]\nversion = {file = ["VERSION.txt"]}\n',
    ["the file VERSION.txt"],
  ],
  [
    "dynamic: hatch path",
    "pyproject.toml",
    '[project]\ndynamic = ["version"]\n[tool.hatch.version]\npath = "src/a/__about__.py"\n',
    ["src/a/__about__.py"],
  ],
  [
    "dynamic: git tag",
    "pyproject.toml",
    '[project]\ndynamic = ["version"]\n[tool.setuptools_scm]\n',
    ["from the git tag"],
  ],
  ["dynamic: unknown", "pyproject.toml", '[project]\ndynamic = ["version"]\n', ["the build tool computes it"]],
  [
    "no table in pyproject.toml",
    "pyproject.toml",
    "[tool.black]\nline-length = 100\n",
    ["[project] and in [tool.poetry]"],
  ],
  [
    "TOML that is not TOML",
    "pyproject.toml",
    '[project\nversion = "1"\n',
    ["pyproject.toml:1: not valid TOML: ] is missing"],
  ],
  [
    "a TOML array of tables without an end",
    "a.toml",
    '[[a]\nversion = "1"\n',
    ["a.toml:1: not valid TOML: ]] is missing"],
  ],
  [
    "a TOML text without an end",
    "a.toml",
    'version = "1.0.0\nb = 1\n',
    ["a.toml:1: not valid TOML: a string does not end"],
  ],
  ["a TOML line with two keys", "a.toml", 'version = "1.0.0" b = 1\n', ["a.toml:1: not valid TOML: something follows"]],
  [
    "security E81: the TOML key twice",
    "a.toml",
    'version = "1.0.0"\nversion = "2.0.0"\n',
    ["a.toml:2: not valid TOML: a key is defined twice"],
  ],
  ["a TOML number", "pyproject.toml", "[project]\nversion = 1.0\n", ["pyproject.toml:2", "not a text on one line"]],
  [
    "setup.cfg reading an attribute",
    "setup.cfg",
    "[metadata]\nversion = attr: a.__version__\n",
    ["attribute a.__version__"],
  ],
  ["setup.cfg reading a file", "setup.cfg", "[metadata]\nversion = file: VERSION\n", ["the file VERSION"]],
  ["a crate of a workspace", "Cargo.toml", '[package]\nname = "a"\nversion.workspace = true\n', ["from the workspace"]],
  [
    "a crate and its workspace",
    "Cargo.toml",
    '[package]\nversion = "1.0.0"\n[workspace.package]\nversion = "2.0.0"\n',
    ["2 places", "package.version = 1.0.0", "workspace.package.version = 2.0.0"],
  ],
  [
    "crates of several versions",
    "Cargo.lock",
    '[[package]]\nname = "a"\nversion = "1.0.0"\n[[package]]\nname = "b"\nversion = "2.0.0"\n',
    ["2 places"],
  ],
  [
    "an inherited version",
    "pom.xml",
    "<project><parent><version>1.0.0</version></parent></project>",
    ["inherits 1.0.0 from its parent"],
  ],
  ["a property", "pom.xml", "<project><version>${revision}</version></project>", ["the property revision"]],
  ["XML that is not XML", "pom.xml", "<project><version>1</project>", ["pom.xml:1: not valid XML"]],
  ["an alias", "v.yml", "a: &v 1.0.0\nversion: *v\n", ["v.yml:2", "alias"]],
  ["a block scalar", "v.yml", "version: |\n  1.0.0\n", ["v.yml:1", "not a text on one line"]],
  ["two documents", "v.yml", "version: 1.0.0\n---\nversion: 2.0.0\n", ["2 places"]],
  ["security E81: the YAML key twice", "v.yml", "version: 1.0.0\nversion: 2.0.0\n", ["not valid YAML"]],
  ["two lines of text", "VERSION", "1.0.0\n2.0.0\n", ["one line with the version"]],
  ["an empty file", "VERSION", "", ["states no version"]],
  [
    "a marked line without a version",
    "Makefile",
    "V = x # release-actions:version\n",
    ["Makefile:1", "has no version"],
  ],
  [
    "a marked line with two versions",
    "Makefile",
    "V = 1.0.0 2.0.0 # release-actions:version\n",
    ["2 versions (1.0.0, 2.0.0)"],
  ],
  ["a key that is none", "a.json", "{}", ["not a key path"], "a..b"],
  ["a key in a file without keys", "VERSION", "1.0.0\n", ["at the key x"], "x"],
])("refuses %s", async (...[, path, content, parts, key]) => {
  const stop = await stopOf(readVersions(path, content, key));
  expect(stop.verdict).toBe("invalid");
  for (const part of parts) expect(stop.message).toContain(part);
  expect(stop.details.remedy).toBeTruthy();
});

test.each([
  ["security E80: JSON", "a.json", "[".repeat(20_000) + "]".repeat(20_000)],
  ["security E80: YAML", "a.yml", "[".repeat(20_000) + "]".repeat(20_000)],
  ["security E80: TOML", "a.toml", "version = " + "[".repeat(20_000) + "]".repeat(20_000)],
  ["security E80: XML", "a.xml", "<a>".repeat(20_000)],
])("%s nested 20,000 deep is refused, not a crash", async (_name, path, content) => {
  expect((await stopOf(readVersions(path, content))).verdict).toBe("invalid");
});

test("security E78: a bomb of aliases is not expanded", async () => {
  const levels = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`);
  const content = ["a0: &a0 x", ...levels, "version: 1.0.0", ""].join("\n");
  expect((await writeVersion("v.yml", content, "1.0.1")).content).toBe(content.replace("1.0.0", "1.0.1"));
});

test("a version that could end its string is refused", async () => {
  for (const next of ['1.0.0"', "1.0.0\n", "1.0.0'", "", "1 0"]) {
    expect((await stopOf(writeVersion("VERSION", "1.0.0\n", next))).message).toContain("cannot be written");
  }
});

test("path#key is split at the last #", () => {
  expect(parseTarget("Chart.yaml#appVersion")).toEqual({ path: "Chart.yaml", key: "appVersion" });
  expect(parseTarget("VERSION")).toEqual({ path: "VERSION" });
  expect(() => parseTarget("VERSION#")).toThrow("without a key");
});

test("npm's lock files are searched for next to the package, and above it for a workspace", async () => {
  const [beside, shrinkwrap, above] = await companions("packages/web/package.json", "{}");
  expect([beside?.path, shrinkwrap?.path, above?.path]).toEqual([
    "packages/web/package-lock.json",
    "packages/web/npm-shrinkwrap.json",
    "packages/package-lock.json",
  ]);
  expect(await beside?.keys("{}")).toEqual([undefined]);
  const root = (await companions("packages/web/package.json", "{}")).find(({ path }) => path === "package-lock.json");
  expect(await root?.keys('{"packages":{"packages/web":{"version":"1.0.0"}}}')).toEqual([
    'packages."packages/web".version',
  ]);
  expect(await root?.keys('{"packages":{"packages/api":{"version":"1.0.0"}}}')).toEqual([]);
});

test("cargo's lock file names the crate, or the crates that have the workspace's version", async () => {
  const lock =
    '[[package]]\nname = "app"\nversion = "1.0.0"\n[[package]]\nname = "lib"\nversion = "1.0.0"\n[[package]]\nname = "own"\nversion = "3.0.0"\n[[package]]\nname = "dep"\nversion = "1.0.0"\nsource = "x"\n';
  const own = await companions("Cargo.toml", '[package]\nname = "own"\nversion = "3.0.0"\n');
  expect(own.map(({ path }) => path)).toEqual(["Cargo.lock"]);
  expect(await own[0]?.keys(lock)).toEqual(["own"]);
  const [shared] = await companions("Cargo.toml", '[workspace.package]\nversion = "1.0.0"\n');
  expect(await shared?.keys(lock)).toEqual(["app", "lib"]);
  expect((await companions("crates/own/Cargo.toml", '[package]\nname = "own"\n')).map(({ path }) => path)).toEqual([
    "crates/own/Cargo.lock",
    "crates/Cargo.lock",
    "Cargo.lock",
  ]);
});

test("other files have no lock file", async () => {
  expect(await companions("VERSION", "1.0.0")).toEqual([]);
});
