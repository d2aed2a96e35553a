import { describe, expect, test } from "@jest/globals";
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { mkdtemp, realpath, symlink, writeFile } from "node:fs/promises";
import { placeOf } from "@release-actions/files";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checksumText, fileAsset, textAsset } from "./local-asset.ts";

const directory = await realpath(await mkdtemp(join(tmpdir(), "asset-")));
const at = (name: string) => placeOf({ workspace: directory }, name);

async function contentOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const copies: Buffer[] = [];
  for await (const chunk of chunks) copies.push(Buffer.from(chunk));
  return Buffer.concat(copies);
}

describe("local assets", () => {
  test("hashes a file and can read it again and again", async () => {
    const bytes = Buffer.alloc(700_001, "xyz");
    await writeFile(join(directory, "a.bin"), bytes);
    const asset = await fileAsset(at("a.bin"), "a.bin", "a.bin");
    expect(asset).toMatchObject({
      size: 700_001,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      label: undefined,
    });
    expect((await contentOf(asset.open())).equals(bytes)).toBe(true);
    expect((await contentOf(asset.open())).equals(bytes)).toBe(true);
  });

  test("reads all chunks of a file into one small piece of memory", async () => {
    await writeFile(join(directory, "b.bin"), Buffer.alloc(1_000_000));
    const memory = new Set<ArrayBufferLike>();
    for await (const chunk of (await fileAsset(at("b.bin"), "b.bin", "b.bin")).open()) memory.add(chunk.buffer);
    expect(memory.size).toBe(1);
    expect([...memory][0]!.byteLength).toBeLessThanOrEqual(256 * 1024);
  });

  test("security B29: attaches neither a link in place of a file nor a FIFO", async () => {
    const place = at("link");
    await symlink("a.bin", join(directory, "link"));
    await expect(fileAsset(place, "link", "link")).rejects.toThrow("not a regular file");
    execFileSync("mkfifo", [join(directory, "fifo")]);
    await expect(fileAsset(at("fifo"), "fifo", "fifo")).rejects.toThrow("not a regular file");
  });
});

describe("checksum files", () => {
  test("are accepted by sha256sum --check", async () => {
    await writeFile(join(directory, "one.txt"), "1");
    await writeFile(join(directory, "two.txt"), "2");
    const assets = await Promise.all(["two.txt", "one.txt"].map((name) => fileAsset(at(name), name, name)));
    const text = checksumText(assets);
    expect(text.split("\n").map((line) => line.slice(66))).toEqual(["one.txt", "two.txt", ""]);
    await writeFile(join(directory, "SHA256SUMS"), text);
    expect(execFileSync("sha256sum", ["--check", "SHA256SUMS"], { cwd: directory, encoding: "utf8" })).toBe(
      "one.txt: OK\ntwo.txt: OK\n",
    );
    expect(textAsset("SHA256SUMS", text)).toMatchObject({
      size: Buffer.byteLength(text),
      type: "application/octet-stream",
    });
  });
});
