export { junitResult, junitXml } from "./junit.ts";
export type { JunitCase, JunitSuite } from "./junit.ts";
