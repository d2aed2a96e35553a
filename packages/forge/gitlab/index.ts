export { inertCode, withoutCommands } from "./commands.ts";
export { openApiEditor, type ApiEditorOptions } from "./editor.ts";
export { openGitLab } from "./gitlab.ts";
export { hiddenLine, pathValue, readHiddenLine, readPathValue, shortDigest, textKey } from "./hidden-line.ts";
export { checkTexts, fitTitle, TEXT_LIMIT, TITLE_LIMIT } from "./limits.ts";
export * from "./types.ts";
