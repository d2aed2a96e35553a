import { printer, terminalHost } from "@release-actions/hosts";
import { visible } from "@release-actions/text";
import { ACTIONS } from "./actions.generated.ts";
import { end, guard, loadAction, start } from "./start.ts";

const print = printer(process, "stdout");
const complain = printer(process, "stderr");

/** The command `release-actions`. */
export async function terminal(argv: readonly string[]): Promise<void> {
  guard();
  const [command, ...rest] = argv;
  if (
    command === undefined ||
    command === "--help" ||
    command === "-h" ||
    (command === "help" && rest[0] === undefined)
  ) {
    const { overview } = await import("./help.ts");
    print(await overview());
    return await end(command === undefined ? 2 : 0);
  }
  if (command === "--version") {
    const { VERSION } = await import("./version.generated.ts");
    print(`${VERSION}\n`);
    return await end(0);
  }
  if (command === "list") {
    const unknown = rest.find((argument) => argument !== "--json");
    if (unknown !== undefined) {
      complain(`${visible(JSON.stringify(unknown))} is not expected here; list accepts --json\n`);
      return await end(2);
    }
    const { listActions } = await import("./help.ts");
    print(await listActions(rest.includes("--json")));
    return await end(0);
  }
  const name = command === "help" ? rest[0]! : command;
  if (!ACTIONS.has(name)) {
    const { actionNames } = await import("./help.ts");
    complain(`the action ${visible(JSON.stringify(name))} does not exist; the actions are ${await actionNames()}\n`);
    return await end(2);
  }
  if (command === "help" || rest.includes("--help") || rest.includes("-h")) {
    const { actionHelp } = await import("./help.ts");
    print(actionHelp((await loadAction(name))!));
    return await end(0);
  }
  const { json, only, flags } = displayFlags(rest);
  if (json && only !== undefined) {
    complain("--json and --output exclude each other: --json prints every output\n");
    return await end(2);
  }
  const outputs = [...Object.keys((await loadAction(name))!.outputs), "verdict"];
  if (only !== undefined && !outputs.includes(only)) {
    complain(`${name} has no output ${visible(JSON.stringify(only))}; its outputs are ${outputs.join(", ")}\n`);
    return await end(2);
  }
  return await start(name, terminalHost(process, flags, { json, ...(only !== undefined && { only }) }));
}

/** `--json` and `--output name` say how results are shown; all other flags are inputs. */
function displayFlags(argv: readonly string[]): { json: boolean; only: string | undefined; flags: string[] } {
  const flags: string[] = [];
  let json = false;
  let only: string | undefined;
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index]!;
    if (argument === "--json") json = true;
    else if (argument === "--output") only = argv[(index += 1)] ?? "";
    else if (argument.startsWith("--output=")) only = argument.slice("--output=".length);
    else flags.push(argument);
  }
  return { json, only, flags };
}
