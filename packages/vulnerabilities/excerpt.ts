import { compareFindings, type Finding } from "./finding.ts";

/** The worst findings whose JSON, as one array, has at most `maxBytes` bytes in UTF-8; and how many were left out. */
export function excerptOfFindings(
  findings: readonly Finding[],
  maxBytes: number,
): { findings: Finding[]; omitted: number } {
  const sorted = [...findings].sort(compareFindings);
  let bytes = "[]".length;
  let count = 0;
  for (const finding of sorted) {
    bytes += Buffer.byteLength(JSON.stringify(finding)) + (count === 0 ? 0 : ",".length);
    if (bytes > maxBytes) break;
    count += 1;
  }
  return { findings: sorted.slice(0, count), omitted: sorted.length - count };
}
