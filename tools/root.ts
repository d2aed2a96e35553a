import { fileURLToPath } from "node:url";

/** The repository's root, with a slash at its end. */
export const ROOT = new URL("../", import.meta.url);
export const ROOT_PATH = fileURLToPath(ROOT);
