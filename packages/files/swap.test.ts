/** Swaps a file after the rule has allowed it. Nothing depends on timing: the swap happens between two calls. */
import { beforeEach, describe, expect, test } from "@jest/globals";
import {
  listDirectory,
  placeOf,
  readListed,
  readPlace,
  verifiedFile,
  writePlace,
  writeWorkspaceFile,
  type FileHost,
} from "./index.ts";
import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

let host: FileHost;
const at = (path: string) => join(host.workspace, path);

beforeEach(() => {
  host = { workspace: realpathSync(mkdtempSync(join(tmpdir(), "swap-"))) };
  mkdirSync(at(".git/hooks"), { recursive: true });
  writeFileSync(at(".git/file"), "secret");
  mkdirSync(at("d"));
  writeFileSync(at("d/file"), "fine");
});

const SWAPS = {
  "the file for a link": () => {
    rmSync(at("d/file"));
    symlinkSync("../.git/file", at("d/file"));
  },
  "the directory for a link": () => {
    renameSync(at("d"), at("old"));
    symlinkSync(".git", at("d"));
  },
  "the file for a FIFO": () => {
    rmSync(at("d/file"));
    execFileSync("mkfifo", [at("d/file")]);
  },
  "the file for a directory": () => {
    rmSync(at("d/file"));
    mkdirSync(at("d/file"));
  },
};

describe("swaps after the check", () => {
  test.each(Object.entries(SWAPS))("security B29: swapping %s does not make it read anything else", (_, swap) => {
    const place = placeOf(host, "d/file");
    swap();
    expect(() => readPlace(place)).toThrow(/replaced while it was being opened|not a regular file/);
  });

  test.each(Object.entries(SWAPS))("security B29: swapping %s does not make it write anything else", (_, swap) => {
    const place = placeOf(host, "d/file", { write: true });
    swap();
    expect(() => writePlace(place, "new")).toThrow(/replaced while it was being opened|not a regular file/);
    expect(readFileSync(at(".git/file"), "utf8")).toBe("secret");
    expect(readdirSync(at(".git"))).toEqual(["file", "hooks"]);
  });

  test("security B29: a directory moved while a file is written in pieces does not get the new content", async () => {
    function* pieces() {
      yield "one";
      renameSync(at("d"), at(".git/hooks/d"));
      symlinkSync(".git/hooks", at("d"));
      yield "two";
    }
    await expect(writeWorkspaceFile(host, "d/file", pieces())).rejects.toThrow("replaced while it was being opened");
    expect(readFileSync(at(".git/hooks/d/file"), "utf8")).toBe("fine");
    expect(readdirSync(at(".git/hooks"))).toEqual(["d"]);
    expect(readdirSync(at(".git/hooks/d"))).toEqual(["file"]);
  });

  test("security B29: a link with the name of a directory about to be created is not followed", () => {
    const place = placeOf(host, "new/deep/file", { write: true });
    symlinkSync(".git", at("new"));
    expect(() => writePlace(place, "x")).toThrow("replaced while it was being opened");
    expect(readdirSync(at(".git"))).toEqual(["file", "hooks"]);
  });

  test("security B29: only the listed files are read", async () => {
    const listed = await listDirectory(host, "d");
    SWAPS["the directory for a link"]();
    expect(listed.map((file) => readListed(file, 1024))).toEqual([undefined]);
  });
});

async function sent(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  let text = "";
  for await (const chunk of chunks) text += Buffer.from(chunk).toString();
  return text;
}

describe("sent files", () => {
  test("security B29: a file is sent only if it is still what was hashed", async () => {
    const place = placeOf(host, "d/file");
    const { size, open } = await verifiedFile(place);
    expect([size, await sent(open()), await sent(open())]).toEqual([4, "fine", "fine"]);
    writeFileSync(at("d/other"), "evil");
    renameSync(at("d/other"), at("d/file"));
    await expect(sent(open())).rejects.toThrow('"d/file" was changed after it had been checked');
  });

  test.each(["evil", "fin", "fine and more"])(
    "security B29: content that became %j with the same name and time never arrives completely",
    async (content) => {
      utimesSync(at("d/file"), 1, 1);
      const { open } = await verifiedFile(placeOf(host, "d/file"));
      writeFileSync(at("d/file"), content);
      utimesSync(at("d/file"), 1, 1);
      let arrived = "";
      const read = async () => {
        for await (const chunk of open()) arrived += Buffer.from(chunk).toString();
      };
      await expect(read()).rejects.toThrow("was changed after it had been checked");
      expect(arrived).toBe("");
    },
  );
});
