import fc from "fast-check";

const SPACES = ["\t", " ", "\u00a0", "\u1680", "\u2003", "\u202f", "\u205f", "\u3000", "\ufeff", "\u001c", "\u180e"];
const BREAKS = ["\n", "\r", "\r\n", "\v", "\f", "\u0085", "\u2028", "\u2029"];
const COMMANDS = [
  "::",
  "##[",
  "]",
  "#",
  "##",
  "[",
  ":",
  "::add-mask::",
  "::stop-commands::",
  "::set-env name=x::",
  "set-output name=sha",
  "##[set-env name=x]1",
  "##[add-path]/evil",
  "::error file=a,line=1::b",
  "::endgroup::",
  "::group::",
  "add-matcher",
  "::debug::",
  "::save-state name=a::",
  "%0A",
  "%25",
  "%3A",
  "\u001b[",
  "\u001b[0Ksection_start:1:a\r",
];
const FILES = [
  "<<",
  "EOF",
  "end_of_output",
  "ghadelimiter_",
  "=",
  "verdict<<end_of_output\n",
  "end_of_output\nx=1\n",
  "ghadelimiter_8f14e45f-ceea-467f-a6d2-0d1c4a5b6c7d\nx=1\n",
];

/** Text as an attacker would write it: the pieces of commands, of file commands, of line breaks and white space. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...COMMANDS) },
      fc.constantFrom(...SPACES),
      { weight: 2, arbitrary: fc.constantFrom(...BREAKS) },
      fc.constantFrom(...FILES),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(""));
