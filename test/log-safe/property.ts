import { ActionError, type Failure } from "@release-actions/action";
import { codeBlock, heading, paragraph, table } from "@release-actions/text";
import fc from "fast-check";
import { executedCommands, parseFileCommands } from "../runner-emulator/index.ts";
import { probe, runOnGithub } from "./github-run.ts";
import { hostileText } from "./hostile-text.ts";

const FAILURES: readonly Failure[] = ["refused", "invalid", "undecided", "unknown", "interrupted"];

/**
 * Arbitrary text goes through every call of Io and through every way an action can end; the runner's own parsers
 * then execute exactly the commands that the host meant, and read exactly the outputs that the action returned.
 */
export function logSafety() {
  return fc.asyncProperty(
    fc.tuple(hostileText, hostileText, hostileText, hostileText),
    fc.constantFrom("return" as const, "stop" as const, "defect" as const, "input" as const),
    fc.constantFrom(...FAILURES),
    async ([a, b, c, d], end, verdict) => {
      const meant: string[] = [];
      const action = probe(async ({ io, journal }) => {
        const mean = (...commands: string[]) => void meant.push(...commands);
        io.info(a);
        io.progress(b);
        mean(...debugged(c));
        io.debug(c);
        mean("notice", "warning", "error");
        io.notice(a, { title: b, file: c, line: 1, column: 2 });
        io.warning(b);
        io.error(c, { file: d });
        mean("group");
        await io.group(d, async () => io.info(b));
        mean("endgroup");
        io.summary(heading(a), paragraph([b, { kind: "link", text: c, url: d }]), table([a], [[b]]), codeBlock(c, d));
        journal.intend([a, b]);
        journal.made(c, d);
        journal.next(a);
        if (end === "stop")
          throw new ActionError(verdict, a, {
            remedy: b,
            problems: [{ what: c, remedy: d, file: a, line: 3 }, { what: b }],
            exists: [c],
            missing: [d],
            next: a,
            outputs: { echo: b },
          });
        if (end === "defect") throw new Error(d);
        return { verdict: "passed", echo: a };
      });
      const run = await runOnGithub(
        action,
        end === "input" ? { INPUT_GIVEN: a, [`INPUT_${envName(b)}`]: c } : { INPUT_GIVEN: a },
      );
      const executed = executedCommands(run.stdout).map(({ command }) => command);
      const expected =
        end === "input"
          ? ["error"]
          : [
              ...meant,
              ...({ return: [], stop: ["error", "error", "error"], defect: ["error"], input: [] } as const)[end],
            ];
      same(executed, expected, run.stdout);
      const outputs = parseFileCommands(run.outputFile);
      same(Object.keys(outputs).sort(), ["echo", "verdict"], run.outputFile);
      const echo = end === "return" ? a : end === "stop" ? b : "";
      same([outputs["echo"]], [echo.toWellFormed()], run.outputFile);
      same(
        [outputs["verdict"]],
        [end === "return" ? "passed" : end === "stop" ? verdict : end === "defect" ? "unknown" : "invalid"],
        run.outputFile,
      );
    },
  );
}

/** io.debug is one command a line. */
function debugged(text: string): string[] {
  return text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).map(() => "debug");
}

/** A variable's name cannot hold NUL or `=`; the prefix keeps it an unknown input. */
function envName(text: string): string {
  return `X${text.toUpperCase().replaceAll("\0", "").replaceAll("=", "")}`;
}

function same(actual: readonly (string | undefined)[], expected: readonly (string | undefined)[], seen: string): void {
  if (actual.length === expected.length && actual.every((item, index) => item === expected[index])) return;
  throw new Error(
    `executed ${JSON.stringify(actual)}, meant ${JSON.stringify(expected)}; seen ${JSON.stringify(seen)}`,
  );
}
