import type { Http, HttpOptions } from "./contract.ts";

/** Opens the one HTTP client of an action. Nothing is loaded or connected before the first request. */
export function openHttp(_options: HttpOptions): Http {
  throw new Error("not built yet");
}
