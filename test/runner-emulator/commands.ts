/** The runner's two parsers of workflow commands in a step's stdout and stderr (ActionCommand.cs, ActionCommandManager.cs). */

export interface Command {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const REGISTERED = new Set([
  "add-mask",
  "add-matcher",
  "add-path",
  "debug",
  "echo",
  "endgroup",
  "error",
  "group",
  "notice",
  "remove-matcher",
  "save-state",
  "set-env",
  "set-output",
  "stop-commands",
  "warning",
]);

/** The white space that .NET's TrimStart takes off. */
const LEADING = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/**
 * Code points without weight in a culture's collation. The runner searches for `::` with a comparison of the current
 * culture, which steps over them: `::error:<U+200B>:text` is a command too. Before the first `::` they are harmless,
 * since the command's name is then cut out one place too early.
 */
const IGNORABLE =
  "\\0-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\u00ad\\u034f\\u061c\\u180b-\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f" +
  "\\ufe00-\\ufe0f\\ufeff\\ufff9-\\ufffb";
const TERMINATOR = new RegExp(`:[${IGNORABLE}]*:`, "g");

/** Every command that the runner executes in this output, in order, those between stop-commands and its token left out. */
export function executedCommands(output: string): Command[] {
  const executed: Command[] = [];
  if (!mayHoldCommand(output)) return executed;
  let stopToken: string | undefined;
  for (const line of splitLines(output)) {
    const command = commandOf(line, stopToken);
    if (command === undefined) continue;
    if (stopToken !== undefined) {
      if (command.command.toLowerCase() === stopToken.toLowerCase()) stopToken = undefined;
      continue;
    }
    executed.push(command);
    if (command.command.toLowerCase() === "stop-commands") stopToken = command.data;
  }
  return executed;
}

/** The command in one line, if it holds one. `resumeToken` is a registered name while commands are stopped. */
export function commandOf(line: string, resumeToken?: string): Command | undefined {
  if (!mayHoldCommand(line)) return undefined;
  return currentForm(line, resumeToken) ?? legacyForm(line, resumeToken);
}

/** Lines as the runner reads them: ended by LF, CR or CRLF, and by nothing else. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

function mayHoldCommand(text: string): boolean {
  return text.includes("##[") || text.includes("::");
}

/** `::name key=value,key=value::data`, after white space. */
function currentForm(line: string, resumeToken?: string): Command | undefined {
  const message = line.replace(LEADING, "");
  if (!message.startsWith("::")) return undefined;
  TERMINATOR.lastIndex = 2;
  const end = TERMINATOR.exec(message);
  if (end === null) return undefined;
  const info = message.slice(2, end.index);
  const space = info.indexOf(" ");
  const name = space < 0 ? info : info.slice(0, space);
  if (!isRegistered(name, resumeToken)) return undefined;
  const properties = space > 0 ? propertiesOf(info.slice(space + 1).trim(), ",", unescapeProperty) : {};
  return { command: name, properties, data: unescapeData(message.slice(end.index + 2)) };
}

/** `##[name key=value;key=value]data`, anywhere in the line; only the first `##[` counts. */
function legacyForm(line: string, resumeToken?: string): Command | undefined {
  const start = line.indexOf("##[");
  if (start < 0) return undefined;
  const end = line.indexOf("]", start);
  if (end < 0) return undefined;
  const info = line.slice(start + 3, end);
  const space = info.indexOf(" ");
  const name = space < 0 ? info : info.slice(0, space);
  if (!isRegistered(name, resumeToken)) return undefined;
  const properties = space > 0 ? propertiesOf(info.slice(space + 1), ";", unescapeLegacy) : {};
  return { command: name, properties, data: unescapeLegacy(line.slice(end + 1)) };
}

function isRegistered(name: string, resumeToken: string | undefined): boolean {
  const lower = name.toLowerCase();
  return REGISTERED.has(lower) || (resumeToken !== undefined && lower === resumeToken.toLowerCase());
}

/** Names are compared without case, so they are kept in lower case. Pairs without a name or value are dropped. */
function propertiesOf(text: string, separator: string, unescape: (value: string) => string): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const pair of text.split(separator)) {
    const trimmed = pair.replace(/^=+/, "");
    const equals = trimmed.indexOf("=");
    if (equals < 0 || equals === trimmed.length - 1) continue;
    properties[trimmed.slice(0, equals).toLowerCase()] = unescape(trimmed.slice(equals + 1));
  }
  return properties;
}

function unescapeData(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

function unescapeProperty(text: string): string {
  return text
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%25", "%");
}

function unescapeLegacy(text: string): string {
  return text
    .replaceAll("%3B", ";")
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%5D", "]")
    .replaceAll("%25", "%");
}
