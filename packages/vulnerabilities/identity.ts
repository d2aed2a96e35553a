import { compareText } from "./finding.ts";

const CVE = /(?<![A-Za-z0-9])CVE-\d{4}-\d{4,7}(?!\d)/gi;
const ONE_CVE = /^CVE-\d{4}-\d{4,7}$/;

/** The names of a vulnerability. */
export interface Identity {
  readonly id: string;
  readonly aliases: readonly string[];
}

/**
 * Finds the ids in a Clair vulnerability's Name and Link. The Name may be an id, a title with or without one, or several
 * ids; the Link may hold several addresses. The id is the Name's one CVE; else the Name's advisory; else the Link's only
 * CVE; else the Name. An advisory whose Link names more CVEs than its Name covers all of them, so it is the id then.
 */
export function identify(name: string, link: string): Identity {
  const named = cvesIn(name);
  const linked = cvesIn(link);
  const advisories = advisoriesIn(name);
  const all = new Set([...named, ...linked, ...advisories]);

  const id = chooseId(name, named, linked, advisories);
  all.delete(id);
  return { id, aliases: [...all].sort(compareText) };
}

export function isCve(id: string): boolean {
  return ONE_CVE.test(id);
}

function chooseId(
  name: string,
  named: readonly string[],
  linked: readonly string[],
  advisories: readonly string[],
): string {
  const [cve] = named;
  const [advisory] = advisories;
  const coversMore = advisory !== undefined && linked.some((one) => one !== cve);
  if (cve !== undefined && named.length === 1 && !coversMore) return cve;
  if (advisory !== undefined) return advisory;
  const [only] = linked;
  return named.length === 0 && linked.length === 1 && only !== undefined ? only : name;
}

function cvesIn(text: string): string[] {
  return [...new Set((text.match(CVE) ?? []).map((cve) => cve.toUpperCase()))];
}

/** Ids whose form is known, anywhere in the Name; of the others only the first word, where a title would not have one. */
function advisoriesIn(name: string): string[] {
  const words = name
    .split(/[\s,;()[\]]+/, 100)
    .map(withoutPunctuation)
    .filter((word) => word !== "");
  return [...new Set(words.filter((word, index) => isKnownAdvisory(word) || (index === 0 && looksLikeId(word))))];
}

function withoutPunctuation(word: string): string {
  let end = word.length;
  while (end > 0 && ":.!?\"'".includes(word[end - 1]!)) end -= 1;
  return word.slice(0, end);
}

function isKnownAdvisory(word: string): boolean {
  return /^(?:RH[SBE]A-\d{4}:\d{4,6}|GHSA(?:-[0-9a-z]{4}){3}|pyup\.io-\d{1,9})$/i.test(word);
}

/** Standards and weakness classes look like an id without being one. */
const NOT_ADVISORIES: ReadonlySet<string> = new Set(["CVE", "CWE", "IEC", "IEEE", "ISO", "RFC", "SHA", "UTF"]);

/** DSA-4686-1, USN-4495-1, ALAS2-2021-1593, openSUSE-SU-2020:0051-1: upper-case letters, dashes and at least four digits. */
function looksLikeId(word: string): boolean {
  if (word.length > 64 || !/^[A-Za-z][A-Za-z0-9.:-]*$/.test(word)) return false;
  const [prefix = "", ...rest] = word.split("-");
  if (rest.length === 0 || NOT_ADVISORIES.has(prefix) || !/^(?:[A-Z][A-Z0-9]+|openSUSE)$/.test(prefix)) return false;
  return rest.join("").replaceAll(/[^0-9]/g, "").length >= 4;
}
