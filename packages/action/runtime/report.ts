import { isSuccess, verdictInWords } from "../index.ts";
import type { Hint } from "../hints/index.ts";
import {
  code,
  heading,
  list,
  paragraph,
  strong,
  type Block,
  type Inline,
  type InlinePart,
} from "@release-actions/text";
import type { End } from "./host.ts";

/** What the person on call needs when it did not work: why, what exists, what does not, what to do next. */
export function failureBlocks(end: End): Block[] {
  if (isSuccess(end.verdict)) return [];
  const { exists, missing, next } = end.journal;
  return [
    heading(`${end.action}: ${verdictInWords(end.verdict, exists.length > 0)}`, 3),
    ...(end.message === undefined ? [] : [paragraph(end.message)]),
    ...(end.problems.length > 0 ? [list(end.problems.map(problemLine))] : []),
    ...(end.remedy === undefined ? [] : [paragraph([strong("What to do:"), ` ${end.remedy}`])]),
    ...(end.hint === undefined ? [] : [paragraph(hintParts(end.hint))]),
    ...(exists.length > 0
      ? [
          paragraph([strong("What exists:")]),
          list(
            exists.map(({ what, url }) =>
              url === undefined ? what : [`${what} `, { kind: "link", text: url, url } as const],
            ),
          ),
        ]
      : []),
    ...(missing.length > 0
      ? [
          paragraph([strong(end.verdict === "unknown" ? "What is not known to exist:" : "What does not exist:")]),
          list(missing),
        ]
      : []),
    ...(next === undefined ? [] : [paragraph([strong("Next:"), " ", code(next)])]),
  ];
}

function problemLine(problem: End["problems"][number]): Inline {
  const place =
    problem.file === undefined ? "" : `${problem.file}${problem.line === undefined ? "" : `:${problem.line}`}: `;
  const text = `${place}${problem.what}${problem.remedy === undefined ? "" : `. ${problem.remedy}`}`;
  return problem.hint === undefined ? text : [`${text} `, ...hintParts(problem.hint)];
}

function hintParts({ hint, command }: Hint): (string | InlinePart)[] {
  return [strong("Hint:"), ` ${hint}`, ...(command === undefined ? [] : [" ", code(command)])];
}

/** The same on a log: the text, and the command on its own line. */
export function hintText({ hint, command }: Hint): string {
  return `Hint: ${hint}${command === undefined ? "" : `\n  ${command}`}`;
}
