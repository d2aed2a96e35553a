import buildConnector from "undici/lib/core/connect.js";
import Client from "undici/lib/dispatcher/client.js";

/**
 * The only file that imports undici. It is loaded with the first request, and by the paths of these two parts: undici's
 * index also loads fetch, WebSocket, caches and mocks, which takes longer than starting Node (docs/dependencies.md).
 * The paths are not undici's public API, so undici.test.ts checks that they lead to what the index exports.
 */
export { buildConnector, Client };

/** Loaded with undici too, since it needs the same parts of Node. */
export { openBody } from "./body.ts";
