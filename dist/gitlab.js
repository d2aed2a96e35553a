import { gitlab } from "./index.js";
await gitlab(process.argv.slice(2));
