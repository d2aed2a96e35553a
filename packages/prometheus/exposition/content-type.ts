import { quote } from "@release-actions/text";
import type { Format } from "./page.ts";

const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const TYPE = new RegExp(`^[ \\t]*(${TOKEN}/${TOKEN})[ \\t]*(?=;|$)`);
const PARAMETER = new RegExp(
  `[ \\t]*;[ \\t]*(${TOKEN})[ \\t]*=[ \\t]*(${TOKEN}|"(?:[^"\\\\]|\\\\.)*")[ \\t]*(?=;|$)`,
  "y",
);

export type ContentType = { readonly format: Format } | { readonly rejected: string };

/**
 * The format in which Prometheus 3 reads a page of this Content-Type (RFC 9110, as Go's mime.ParseMediaType reads it),
 * or why it rejects the page. It rejects all pages but those of three types unless `fallback_scrape_protocol` is set;
 * Prometheus 2 reads every other type as the text format. Protocol buffers are not supported here.
 */
export function formatOf(contentType: string | undefined): ContentType {
  if (contentType === undefined || contentType.trim() === "") return { rejected: "there is no Content-Type" };
  const shown = quote(contentType, 100);
  const type = mediaTypeOf(contentType);
  if (type === undefined) return { rejected: `the Content-Type ${shown} cannot be parsed` };
  if (type === "application/openmetrics-text") return { format: "openmetrics" };
  if (type === "text/plain") return { format: "text" };
  return { rejected: `the Content-Type ${shown} is not one for metrics` };
}

/** In lower case, without its parameters; undefined if it is not well-formed. */
function mediaTypeOf(text: string): string | undefined {
  const [start, type] = TYPE.exec(text) ?? [];
  if (start === undefined || type === undefined) return undefined;
  const parameters = new Map<string, string>();
  let at = start.length;
  while (!/^[ \t]*;?[ \t]*$/.test(text.slice(at))) {
    PARAMETER.lastIndex = at;
    const [whole = "", name = "", value = ""] = PARAMETER.exec(text) ?? [];
    const key = name.toLowerCase();
    if (whole === "" || (parameters.get(key) ?? value) !== value) return undefined;
    parameters.set(key, value);
    at += whole.length;
  }
  return type.toLowerCase();
}
