import { github } from "./index.js";
await github("changelog-extract");
