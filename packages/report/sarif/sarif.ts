import { jsonArray, jsonText } from "@release-actions/text";

/** One run of a tool; GitHub accepts one run per tool in an upload. */
export interface SarifRun {
  readonly tool: { readonly name: string; readonly version?: string; readonly informationUri?: string };
  /** `result` objects (SARIF 2.1.0, section 3.27). */
  readonly results: Iterable<object>;
  /** `reportingDescriptor` objects (3.49). Called after the last result, since results may decide which rules exist. */
  rules(): Iterable<object>;
}

/** A SARIF 2.1.0 document (OASIS) in pieces, one result or rule per line, so that it is never in memory as a whole. */
export function* sarifDocument({ tool, results, rules }: SarifRun): Generator<string, void, undefined> {
  yield '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0",';
  yield '"runs":[{"columnKind":"utf16CodeUnits","results":';
  yield* jsonArray(results);
  yield `,"tool":{"driver":${jsonText(tool).slice(0, -1)},"rules":`;
  yield* jsonArray(rules());
  yield "}}}]}\n";
}

/** 1-based; columns in UTF-16 units. */
export interface SarifRegion {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** A place in an artifact (3.29), such as a file of the repository. */
export function physicalLocation(uri: string, region: SarifRegion): object {
  return { artifactLocation: { uri }, region };
}

/** A path or an image name as a relative URI (RFC 3986), the only kind that GitHub maps to a place in a repository. */
export function artifactUri(path: string): string {
  const segments = path
    .toWellFormed()
    .split("/")
    .filter((segment) => segment !== "");
  return segments.map((segment) => (/^\.+$/.test(segment) ? "_" : encodeURIComponent(segment))).join("/");
}
