/** What the Actions runner makes of a step's output and files, as pure functions. */
export { commandOf, executedCommands, splitLines, type Command } from "./commands.ts";
export { BLOCKED_ENVIRONMENT, parseFileCommands, parsePathFile, SUMMARY_LIMIT, summaryKept } from "./file-commands.ts";
export { createMasker, type Masker } from "./masker.ts";
