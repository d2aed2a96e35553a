import { describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import * as index from "undici";
import { buildConnector, Client } from "./undici.ts";
import { wireError } from "./wire-error.ts";

describe("importing undici", () => {
  test("gets the same functions from the paths into undici as from its index", () => {
    expect(Client).toBe(index.Client);
    expect(buildConnector).toBe(index.buildConnector);
  });

  test("is done by one file; the others import only its types", () => {
    const folder = import.meta.dirname;
    const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && !/\.(test|d)\.ts$/.test(name));
    const importing = files.filter((name) => {
      const lines = readFileSync(`${folder}/${name}`, "utf8").match(/^(import|export) .*"undici\b.*$/gm) ?? [];
      return lines.some((line) => !line.startsWith("import type "));
    });
    expect(importing).toEqual(["undici.ts"]);
  });

  test("gives errors the codes of the operating system and of Node's parser", () => {
    const { SocketError, HTTPParserError, HeadersOverflowError, ClientDestroyedError } = index.errors;
    expect(wireError(new SocketError("other side closed")).code).toBe("ECONNRESET");
    expect(wireError(new ClientDestroyedError()).code).toBe("ECONNRESET");
    expect(wireError(new HTTPParserError("Response does not match the HTTP/1.1 protocol")).code).toBe("HPE_INVALID");
    expect(wireError(new HeadersOverflowError()).code).toBe("HPE_HEADER_OVERFLOW");
    const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    expect(wireError(refused)).toBe(refused);
  });
});
