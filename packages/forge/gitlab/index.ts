export { withoutCommands } from "./commands.ts";
export * from "./types.ts";
export { openGitLab } from "./gitlab.ts";
export { checkTexts, fitTitle, TEXT_LIMIT, TITLE_LIMIT } from "./limits.ts";
