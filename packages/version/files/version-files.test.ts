import { describe, expect, test } from "@jest/globals";
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

describe("reading and writing versions", () => {
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
    [
      "__version__ annotated with a subscript",
      "a.py",
      'from typing import Final\n__version__: Final[str] = "«1.0.0»"\n',
    ],
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

  test("names the line of an edit, and finds the version by its key", async () => {
    const content = '[project]\nname = "a"\r\n\r\nversion = "1.0.0"\n';
    const { edits } = await writeVersion("pyproject.toml", content, "1.1.0");
    expect(edits).toEqual([{ line: 4, from: "1.0.0", to: "1.1.0", key: "project.version" }]);
    expect(await readVersions("pyproject.toml", content, "project.version")).toHaveLength(1);
  });

  test("keeps the separators of a tuple", async () => {
    const content = "VERSION = (1,2, 3)\n";
    expect(await readVersions("a.py", content)).toEqual([{ version: "1.2.3", line: 1, key: "VERSION" }]);
    expect((await writeVersion("a.py", content, "1.10.0")).content).toBe("VERSION = (1,10, 0)\n");
    const stop = await stopOf(writeVersion("a.py", content, "2.0.0-rc.1"));
    expect(stop.message).toContain("tuple of 3 numbers");
  });

  test("security B26: writes a version in quotes if YAML would read it as a number", async () => {
    expect((await writeVersion("v.yml", "version: 1.0.0 # x\n", "1.10")).content).toBe('version: "1.10" # x\n');
    expect((await writeVersion("v.yml", "version: 1.9\n", "12345678e10")).content).toBe('version: "12345678e10"\n');
  });
});

describe("path#key", () => {
  test("splits at the last #", () => {
    expect(parseTarget("Chart.yaml#appVersion")).toEqual({ path: "Chart.yaml", key: "appVersion" });
    expect(parseTarget("VERSION")).toEqual({ path: "VERSION" });
    expect(() => parseTarget("VERSION#")).toThrow("without a key");
  });
});

describe("lock files", () => {
  test("npm: looks next to the package, and above it for a workspace", async () => {
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

  test("cargo: names the crate, or the crates that share the workspace's version", async () => {
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

  test("do not exist for other files", async () => {
    expect(await companions("VERSION", "1.0.0")).toEqual([]);
  });
});
