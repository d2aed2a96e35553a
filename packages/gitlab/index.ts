export { withoutCommands } from "./commands.ts";
export * from "./contract.ts";
export { openGitLab } from "./gitlab.ts";
export { checkTexts, fitTitle, TEXT_LIMIT, TITLE_LIMIT } from "./limits.ts";
