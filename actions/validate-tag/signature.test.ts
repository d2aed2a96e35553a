import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { runInMemory, type MemoryResult } from "@release-actions/hosts";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import action from "./action.ts";
import { createRepository, removeAll, temporary, type TestRepository } from "./fixtures/repository.ts";
import type { Row } from "./checks.ts";

const run = promisify(execFile);

let keys: string;
let repository: TestRepository;

beforeAll(async () => {
  keys = await temporary("keys");
  for (const name of ["trusted", "stranger"])
    await run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", join(keys, name)]);
  repository = await createRepository();
  await repository.commit({ "own-signers": await line("stranger") });
  for (const [tag, key] of [
    ["v1.0.0", "trusted"],
    ["v1.1.0", "stranger"],
  ] as const) {
    await repository.git(
      "-c",
      "gpg.format=ssh",
      "-c",
      `user.signingKey=${join(keys, key)}`,
      "tag",
      "-s",
      "-m",
      `Release ${tag}`,
      tag,
    );
  }
  await repository.git("tag", "-a", "-m", "Release", "v1.2.0");
  await repository.git("tag", "v1.3.0");
  const forged = (await repository.git("cat-file", "tag", "v1.0.0"))
    .replace("Release v1.0.0", "Release v1.0.1")
    .replace("tag v1.0.0", "tag v1.4.0");
  await repository.write({ forged: `${forged}\n` });
  await repository.git(
    "update-ref",
    "refs/tags/v1.4.0",
    await repository.git("hash-object", "-t", "tag", "-w", "forged"),
  );
});

afterAll(removeAll);

async function line(name: string, options = ""): Promise<string> {
  const [type, key] = (await readFile(join(keys, `${name}.pub`), "utf8")).split(" ");
  return `${name}@example.org ${options}${type} ${key}\n`;
}

async function signed(tag: string, signers: string): Promise<{ row: Row; result: MemoryResult }> {
  const inputs = {
    tag,
    "require-changelog": "false",
    "allow-regression": "true",
    "require-signed": "true",
    "allowed-signers": signers,
  };
  const result = await runInMemory(action, { workspace: repository.directory, inputs });
  const rows = JSON.parse(result.outputs["report"] || "[]") as Row[];
  return { result, row: rows.find(({ check }) => check === "signed") as Row };
}

describe("signatures", () => {
  test("passes a tag signed with a trusted key and names the signer", async () => {
    const { row, result } = await signed("v1.0.0", await line("trusted"));
    expect(row).toEqual({ check: "signed", result: "pass", detail: "v1.0.0 is signed by trusted@example.org" });
    expect(result.verdict).toBe("passed");
  });

  test("security C51: refuses a key that is not on the list", async () => {
    const { row, result } = await signed("v1.1.0", await line("trusted"));
    expect(row).toMatchObject({
      result: "fail",
      detail: expect.stringContaining("signed by a key that is not trusted"),
    });
    expect(result.verdict).toBe("refused");
  });

  test("security C51: refuses an expired key", async () => {
    const { row } = await signed("v1.0.0", await line("trusted", 'valid-before="20200101" '));
    expect(row).toMatchObject({ result: "fail" });
  });

  test("security C51: refuses a signature moved to another tag", async () => {
    const { row } = await signed("v1.4.0", await line("trusted"));
    expect(row).toMatchObject({ result: "fail" });
  });

  test("security C51: ignores gpg.program and the keys of the repository's own configuration", async () => {
    const sentinel = join(keys, "ran");
    await repository.write({ "evil.sh": `#!/bin/sh\ntouch ${sentinel}\nexit 0\n` });
    for (const key of ["gpg.program", "gpg.ssh.program", "gpg.ssh.defaultKeyCommand"])
      await repository.git("config", key, join(repository.directory, "evil.sh"));
    await run("chmod", ["+x", join(repository.directory, "evil.sh")]);
    const { row } = await signed("v1.1.0", await line("trusted"));
    expect(row.result).toBe("fail");
    await expect(readFile(sentinel)).rejects.toThrow("ENOENT");
  });

  test("refuses an unsigned tag and a lightweight one as unsigned", async () => {
    for (const tag of ["v1.2.0", "v1.3.0"]) {
      const { row } = await signed(tag, await line("trusted"));
      expect(row).toEqual({
        check: "signed",
        result: "fail",
        detail: `${tag} is not signed`,
        remedy: "sign the next tag: git tag -s <tag> -m <message>",
      });
    }
  });
});

describe("allowed-signers", () => {
  test("security C51: treats a list in a file of the tagged commit as weak evidence", async () => {
    const { row } = await signed("v1.1.0", "own-signers");
    expect(row).toMatchObject({
      result: "warn",
      detail: expect.stringContaining("comes from the tagged commit itself"),
    });
  });

  test("security C51: accepts a list in a file of the workspace that is not part of the commit", async () => {
    await repository.write({ "trusted-signers": await line("trusted") });
    const { row } = await signed("v1.0.0", "trusted-signers");
    expect(row).toMatchObject({ result: "pass" });
  });

  test("is invalid if require-signed has no signers, or if they cannot be parsed", async () => {
    const result = await runInMemory(action, {
      workspace: repository.directory,
      inputs: { tag: "v1.0.0", "require-signed": "true" },
    });
    expect(result).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect((await signed("v1.0.0", "no-such-file")).result).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect((await signed("v1.0.0", "../outside")).result).toMatchObject({ verdict: "invalid", exitCode: 2 });
  });
});
