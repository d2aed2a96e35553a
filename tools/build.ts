import { join } from "node:path";
import { bundle } from "./bundle.ts";
import { ROOT_PATH } from "./root.ts";

await bundle(join(ROOT_PATH, "dist"));
