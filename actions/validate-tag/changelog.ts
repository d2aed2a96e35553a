import type { ParsedTag } from "@release-actions/version";
import { type ReadFile } from "./files.ts";
import { fail, pass, skipped, unanswered, type Row } from "./report.ts";

export interface ChangelogAnswer {
  readonly row: Row;
  /** The entry's text, where there is exactly one. */
  readonly entry: string | undefined;
}

