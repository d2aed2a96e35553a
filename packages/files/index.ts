export * from "./directory.ts";
export * from "./workspace.ts";
