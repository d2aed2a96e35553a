import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

import { commitFiles, git, makeRepository } from "../../test/repositories.ts";
import { ADA, makeWorkshop, stopOf } from "../../test/git-workshop.ts";
import type { Workshop } from "../../test/git-workshop.ts";
import { objectIdOf } from "./index.ts";
import type { ObjectId, Repository } from "./index.ts";

let workshop: Workshop;
let directory: string;
let repository: Repository;
let target: ObjectId;
let signers: string;

/** A key pair of the named person; gives the private file. */
function makeKey(name: string): string {
  const path = workshop.path(name);
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", path]);
  return path;
}

function signerLine(who: string, key: string, options = ""): string {
  return `${who} ${options}namespaces="git" ${readFileSync(`${key}.pub`, "utf8")}`;
}

beforeAll(async () => {
  workshop = makeWorkshop();
  directory = makeRepository(workshop.path("work"));
  target = objectIdOf(commitFiles(directory, { a: "a" }));
  repository = workshop.open(directory);
  const known = makeKey("known");
  const unknown = makeKey("unknown");
  const expired = makeKey("expired");
  signers = workshop.path("signers");
  writeFileSync(
    signers,
    signerLine("ada@example.test", known) + signerLine("old@example.test", expired, 'valid-before="20200101" '),
  );
  for (const [name, key] of Object.entries({ known, unknown, expired })) {
    await repository.createTag({ name, target, message: `By ${name}`, tagger: ADA, sign: { format: "ssh", key } });
  }
  await repository.createTag({ name: "unsigned", target, message: "None", tagger: ADA });
  git(directory, ["tag", "light"]);
});
afterAll(() => workshop.remove());

/** Writes a tag object manually and points a ref at it. */
function plant(name: string, content: string): void {
  const file = workshop.path("planted");
  writeFileSync(file, content);
  const id = git(directory, ["hash-object", "-t", "tag", "-w", "--literally", file]);
  git(directory, ["update-ref", `refs/tags/${name}`, id]);
}

describe("SSH", () => {
  test("release.md 3: a tag by an allowed signer is good, and says whose", async () => {
    expect(await repository.verifyTag("known", { allowedSigners: signers })).toEqual({
      state: "good",
      signer: "ada@example.test",
      key: expect.stringMatching(/^SHA256:/),
    });
  });

  test("security C51: an unknown or an expired key is untrusted", async () => {
    for (const name of ["unknown", "expired"]) {
      expect(await repository.verifyTag(name, { allowedSigners: signers })).toMatchObject({ state: "untrusted" });
    }
  });

  test("security C51: a changed message, object or name makes it bad", async () => {
    const content = git(directory, ["cat-file", "tag", "known"]);
    plant("altered", `${content.replace("tag known", "tag altered")}\n`);
    plant("reworded", `${content.replace("By known", "By nobody")}\n`);
    plant("other-name", `${content}\n`);
    for (const name of ["altered", "reworded", "other-name"]) {
      expect(await repository.verifyTag(name, { allowedSigners: signers })).toMatchObject({ state: "bad" });
    }
    expect((await repository.verifyTag("other-name", { allowedSigners: signers })).reason).toContain("known");
  });

  test("security C51: the repository's own program, signers and trust have no say", async () => {
    const program = workshop.path("yes.sh");
    writeFileSync(
      program,
      `#!/bin/sh\ntouch '${workshop.path("SENTINEL")}'\necho 'Good "git" signature for x with ED25519 key SHA256:x'\n`,
    );
    chmodSync(program, 0o755);
    const own = workshop.path("work", "signers");
    writeFileSync(own, signerLine("mallory@example.test", workshop.path("unknown")));
    for (const [key, value] of [
      ["gpg.program", program],
      ["gpg.ssh.program", program],
      ["gpg.openpgp.program", program],
      ["gpg.x509.program", program],
      ["gpg.ssh.allowedSignersFile", own],
      ["gpg.minTrustLevel", "never"],
      ["gpg.format", "x509"],
    ] as const)
      git(directory, ["config", key, value]);
    expect(await repository.verifyTag("unknown", { allowedSigners: signers })).toMatchObject({ state: "untrusted" });
    expect(await repository.verifyTag("known", { allowedSigners: signers })).toMatchObject({ state: "good" });
    expect(existsSync(workshop.path("SENTINEL"))).toBe(false);
  });

  test("without a signers file it is unverifiable, never good", async () => {
    expect(await repository.verifyTag("known", {})).toMatchObject({ state: "unverifiable" });
    const missing = await repository.verifyTag("known", { allowedSigners: workshop.path("missing") });
    expect(missing.state).not.toBe("good");
    writeFileSync(workshop.path("empty"), "");
    expect((await repository.verifyTag("known", { allowedSigners: workshop.path("empty") })).state).toBe("untrusted");
    expect(await stopOf(repository.verifyTag("known", { allowedSigners: "signers" }))).toMatchObject({
      verdict: "invalid",
    });
  });
});

test("unsigned: no tag object, no signature", async () => {
  expect((await repository.verifyTag("unsigned", { allowedSigners: signers })).state).toBe("unsigned");
  expect(await repository.verifyTag("light", { allowedSigners: signers })).toMatchObject({
    state: "unsigned",
    reason: expect.stringContaining("lightweight"),
  });
});

test("release.md 3: a gitsign tag is unverifiable and names its verifier", async () => {
  plant(
    "gitsign",
    `object ${target}\ntype commit\ntag gitsign\ntagger A <a@b> 1 +0000\n\nX\n-----BEGIN SIGNED MESSAGE-----\nMII\n-----END SIGNED MESSAGE-----\n`,
  );
  expect(await repository.verifyTag("gitsign", { allowedSigners: signers })).toMatchObject({
    state: "unverifiable",
    reason: expect.stringContaining("gitsign"),
  });
});

describe("OpenPGP", () => {
  test("good by a key of the given home, untrusted by another, unverifiable without a home", async () => {
    const home = workshop.path("gnupg");
    const other = workshop.path("gnupg-other");
    for (const path of [home, other]) mkdirSync(path, { mode: 0o700 });
    const gpg = (where: string, ...args: string[]): string =>
      execFileSync("gpg", ["--homedir", where, "--batch", "--quiet", ...args], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
    try {
      gpg(home, "--passphrase", "", "--quick-generate-key", "Ada <ada@example.test>", "ed25519", "sign", "1d");
      const key = /^fpr:+([0-9A-F]{40}):/m.exec(gpg(home, "--with-colons", "--list-secret-keys"))?.[1] ?? "";
      await repository.createTag({
        name: "pgp",
        target,
        message: "P",
        tagger: ADA,
        sign: { format: "openpgp", key, gnupgHome: home },
      });
      expect(await repository.verifyTag("pgp", { gnupgHome: home })).toEqual({
        state: "good",
        signer: "Ada <ada@example.test>",
        key,
      });
      expect(await repository.verifyTag("pgp", { gnupgHome: other })).toMatchObject({ state: "untrusted" });
      expect(await repository.verifyTag("pgp", { allowedSigners: signers })).toMatchObject({ state: "unverifiable" });
      const content = git(directory, ["cat-file", "tag", "pgp"]);
      plant("pgp", `${content.replace("\nP\n", "\nQ\n")}\n`);
      expect(await repository.verifyTag("pgp", { gnupgHome: home })).toMatchObject({ state: "bad" });
    } finally {
      for (const path of [home, other]) execFileSync("gpgconf", ["--homedir", path, "--kill", "all"]);
    }
  });
});
