import { describe, expect, test } from "@jest/globals";
import { ActionError } from "@release-actions/action";
import { readVersions, writeVersion } from "./index.ts";

async function stopOf(promise: Promise<unknown>): Promise<ActionError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ActionError);
  return error as ActionError;
}

describe("refusals", () => {
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
    [
      "a TOML line with two keys",
      "a.toml",
      'version = "1.0.0" b = 1\n',
      ["a.toml:1: not valid TOML: something follows"],
    ],
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
    [
      "a crate of a workspace",
      "Cargo.toml",
      '[package]\nname = "a"\nversion.workspace = true\n',
      ["from the workspace"],
    ],
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
  ])("%s nested 20,000 deep is refused instead of crashing", async (_name, path, content) => {
    expect((await stopOf(readVersions(path, content))).verdict).toBe("invalid");
  });

  test("security E78: does not expand an alias bomb", async () => {
    const levels = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`);
    const content = ["a0: &a0 x", ...levels, "version: 1.0.0", ""].join("\n");
    expect((await writeVersion("v.yml", content, "1.0.1")).content).toBe(content.replace("1.0.0", "1.0.1"));
  });

  test("refuses a version that could end its string", async () => {
    for (const next of ['1.0.0"', "1.0.0\n", "1.0.0'", "", "1 0"]) {
      expect((await stopOf(writeVersion("VERSION", "1.0.0\n", next))).message).toContain("cannot be written");
    }
  });
});
