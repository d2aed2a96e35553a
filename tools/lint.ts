import { violations } from "./layers.ts";
import { ROOT_PATH } from "./root.ts";

/** The part of `npm run lint` that looks at the whole tree: who imports whom. */
const found = await violations(ROOT_PATH);
for (const line of found) console.error(line);
if (found.length > 0) process.exit(1);
