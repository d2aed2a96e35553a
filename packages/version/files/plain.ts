import type { Found } from "./place.ts";

/** A file that holds a version and nothing else, such as VERSION. */
export function findInPlainText(content: string): Found {
  const looked = "one line with the version and nothing else";
  const start = content.search(/[^\s\uFEFF]/);
  if (start < 0) return { places: [], looked };
  const version = content.slice(start).trimEnd();
  if (!/^[0-9A-Za-z.+!_-]{1,256}$/.test(version) || !/[0-9]/.test(version)) return { places: [], looked };
  const prefix = /^v[0-9]/.test(version) ? 1 : 0;
  const place = {
    start: start + prefix,
    end: start + version.length,
    version: version.slice(prefix),
    key: "the whole file",
  };
  return { places: [place], looked };
}
