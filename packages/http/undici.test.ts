import { expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import * as index from "undici";
import { buildConnector, Client } from "./undici.ts";
import { wireError } from "./wire-error.ts";

test("the paths into undici lead to the very functions that its index exports", () => {
  expect(Client).toBe(index.Client);
  expect(buildConnector).toBe(index.buildConnector);
});

test("one file imports undici; the others only its types", () => {
  const folder = import.meta.dirname;
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && !/\.(test|d)\.ts$/.test(name));
  const importing = files.filter((name) => {
    const lines = readFileSync(`${folder}/${name}`, "utf8").match(/^(import|export) .*"undici\b.*$/gm) ?? [];
    return lines.some((line) => !line.startsWith("import type "));
  });
  expect(importing).toEqual(["undici.ts"]);
});

test("undici's errors have the codes of the system and of Node's parser", () => {
  const { SocketError, HTTPParserError, HeadersOverflowError, ClientDestroyedError } = index.errors;
  expect(wireError(new SocketError("other side closed")).code).toBe("ECONNRESET");
  expect(wireError(new ClientDestroyedError()).code).toBe("ECONNRESET");
  expect(wireError(new HTTPParserError("Response does not match the HTTP/1.1 protocol")).code).toBe("HPE_INVALID");
  expect(wireError(new HeadersOverflowError()).code).toBe("HPE_HEADER_OVERFLOW");
  const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  expect(wireError(refused)).toBe(refused);
});
