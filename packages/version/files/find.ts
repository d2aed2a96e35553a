import { findInIni, findInProperties } from "./ini.ts";
import { findInJson, findInPackageLock } from "./json.ts";
import { markedPlaces, MARKER } from "./marker.ts";
import type { Found } from "./place.ts";
import { findInPlainText } from "./plain.ts";
import { findInPython, findInSetupPy } from "./python.ts";
import { findInCargo, findInCargoLock, findInPyproject, findInToml } from "./toml-files.ts";
import { findInPom, findInXml } from "./xml.ts";
import { findInYaml } from "./yaml.ts";

type Finder = (path: string, content: string, key: string | undefined) => Found | Promise<Found>;

const BY_NAME: Readonly<Record<string, Finder>> = {
  "package-lock.json": findInPackageLock,
  "npm-shrinkwrap.json": findInPackageLock,
  "pyproject.toml": findInPyproject,
  "cargo.toml": findInCargo,
  "cargo.lock": findInCargoLock,
  "setup.py": findInSetupPy,
  "setup.cfg": (_path, content, key) => findInIni(content, key),
  "pom.xml": findInPom,
};

const BY_EXTENSION: Readonly<Record<string, Finder>> = {
  json: findInJson,
  toml: findInToml,
  py: findInPython,
  pyi: findInPython,
  cfg: (_path, content, key) => findInIni(content, key),
  ini: (_path, content, key) => findInIni(content, key),
  properties: (_path, content, key) => findInProperties(content, key),
  xml: findInXml,
  csproj: findInXml,
  fsproj: findInXml,
  vbproj: findInXml,
  props: findInXml,
  yaml: findInYaml,
  yml: findInYaml,
};

/**
 * The places of the version in one file. Without a key the lines that carry the marker comment count as well, so a
 * marker names what no format knows, and a format's own place needs none.
 */
export async function find(path: string, content: string, key: string | undefined): Promise<Found> {
  const name = (path.split("/").at(-1) ?? path).toLowerCase();
  const finder = own(BY_NAME, name) ?? own(BY_EXTENSION, name.split(".").at(-1) ?? "");
  const found = finder === undefined ? anyText(content, key) : await finder(path, content, key);
  if (key !== undefined || name.endsWith(".json")) return found;
  const marked = markedPlaces(path, content);
  if (marked.length === 0) return found;
  // Where several places compete, the markers say which ones count.
  const known = found.many === true || found.places.length === 1 ? found.places : [];
  const unmarked = known.filter(({ start }) => marked.every((place) => place.start !== start));
  return { places: [...unmarked, ...marked], looked: found.looked, many: true };
}

/** A file's name or extension may be `constructor`. */
function own(finders: Readonly<Record<string, Finder>>, name: string): Finder | undefined {
  return Object.hasOwn(finders, name) ? finders[name] : undefined;
}

function anyText(content: string, key: string | undefined): Found {
  const looked = `one line with the version and nothing else, or lines with the comment ${MARKER}`;
  if (key !== undefined)
    return { places: [], looked: `a key, which only JSON, TOML, YAML, XML, INI and Python files have` };
  return { ...findInPlainText(content), looked };
}
