import type { Found, Place } from "./place.ts";
import { keySegments } from "./target.ts";

/** The version in setup.cfg and other files of sections and `key = value` lines, by default `metadata.version`. */
export function findInIni(content: string, key: string | undefined): Found {
  const [section, name] = splitKey(key ?? "metadata.version");
  const places = lines(content).filter((line) => line.section === section && line.name === name.toLowerCase());
  const looked = section === "" ? `${name} = …` : `${name} = … in [${section}]`;
  const [source, where] = /^(attr|file):\s*(.*)$/.exec(places[0]?.version ?? "")?.slice(1) ?? [];
  if (source !== undefined) {
    const what = `${name} is read from the ${source === "attr" ? "attribute" : "file"} ${where}`;
    const remedy = source === "attr" ? `List the Python file that assigns ${where} instead.` : `List ${where} instead.`;
    return { places: [], looked, elsewhere: { what, remedy } };
  }
  return { places, looked };
}

/** A Java properties file such as gradle.properties, by default the key `version`. Keys may hold dots. */
export function findInProperties(content: string, key: string | undefined): Found {
  const name = key ?? "version";
  return { places: lines(content).filter((line) => line.name === name.toLowerCase()), looked: `${name}=…` };
}

/** The last segment is the name, the rest the section, whose name may hold dots itself. */
function splitKey(key: string): [string, string] {
  const segments = keySegments(key);
  return [segments.slice(0, -1).join("."), segments.at(-1) ?? ""];
}

interface Line extends Place {
  readonly section: string;
  readonly name: string;
}

function lines(content: string): Line[] {
  const found: Line[] = [];
  let section = "";
  let at = content.startsWith("\uFEFF") ? 1 : 0;
  for (const line of content.slice(at).split("\n")) {
    const header = /^\[([^\]]*)\]/.exec(line);
    const separator = line.search(/[=:]/);
    if (header !== null) section = header[1] as string;
    // A line that starts with white space continues the value before; # ; and ! start comments.
    else if (separator > 0 && !/^[\s#;!]/.test(line)) {
      const name = line.slice(0, separator).trim().toLowerCase();
      const value = line.slice(separator + 1);
      const version = value.trim();
      const start = at + separator + 1 + (version === "" ? 0 : value.indexOf(version));
      const key = section === "" ? name : `${section}.${name}`;
      if (version !== "") found.push({ start, end: start + version.length, version, key, section, name });
    }
    at += line.length + 1;
  }
  return found;
}
