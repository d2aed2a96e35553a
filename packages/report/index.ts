export * from "./budget.ts";
export * from "./decide.ts";
export * from "./render.ts";
export * from "./rows.ts";
