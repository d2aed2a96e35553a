import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, afterEach, describe, expect, test } from "@jest/globals";
import { api, basic, bearer, call, every, oauth } from "./testing.ts";
import type { Quay } from "./types.ts";

/** The registry as another process. */

const directory = mkdtempSync(join(tmpdir(), "quay-"));
let child: ChildProcess | undefined;
afterEach(() => void child?.kill());
afterAll(() => rmSync(directory, { recursive: true }));

async function start(...args: string[]): Promise<Quay & { control: string }> {
  const main = join(import.meta.dirname, "main.ts");
  child = spawn(process.execPath, [main, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  for await (const line of lines) return JSON.parse(line) as Quay & { control: string };
  throw new Error("the registry printed no addresses");
}

describe("the stand-in as a process", () => {
  test("creates as many clean images as requested, tagged with their numbers", async () => {
    const quay = await start("--images", "3", "--platforms", "2", "--public", "--robot", "acme+ci:secret");
    const tag = "3".padStart(40, "0");
    const index = await call(`${quay.url}/v2/acme/app-3/manifests/${tag}`, { accept: every });
    expect(index.body.manifests.map(({ platform }) => platform)).toEqual([
      { os: "linux", architecture: "amd64" },
      { os: "linux", architecture: "arm64" },
    ]);
    const digest = index.body.manifests[1]?.digest;
    const scan = await call(
      `${api(quay, "acme/app-3")}/manifest/${digest}/security?vulnerabilities=true`,
      basic("acme+ci", "secret"),
    );
    expect(scan.body.status).toBe("scanned");
    expect(scan.body.data?.Layer.Features.flatMap(({ Vulnerabilities }) => Vulnerabilities)).toEqual([]);
    expect((await call(`${quay.url}/v2/acme/app-4/manifests/${tag}`, { accept: every })).status).toBe(401);
  });

  test("reads everything from a setup file, and changes it through the control endpoint", async () => {
    const setup = join(directory, "setup.json");
    writeFileSync(setup, JSON.stringify({ repositories: [{ path: "acme/app", images: [{ tags: ["v1"] }] }] }));
    const { control, ...quay } = await start("--setup", setup, "--token", oauth);
    const put = (path: string, body: unknown) =>
      call(`${control}/${path}`, {}, { method: "PUT", body: JSON.stringify(body) });
    const { digest } = (await call(`${control}/digest?repository=acme/app&tag=v1`)).body;
    expect((await put(`security?digest=${digest}`, { status: "failed" })).status).toBe(204);
    const url = `${api(quay, "acme/app")}/manifest/${digest}/security`;
    expect((await call(url, bearer())).body.status).toBe("failed");
    const added = await put("image?repository=acme/app", { tags: ["v2"] });
    expect((await call(`${control}/digest?repository=acme/app&tag=v2`)).body).toEqual(added.body);

    expect((await put("faults", [{ path: "/security", effect: { kind: "lose-reply" } }])).status).toBe(204);
    await expect(call(url, bearer())).rejects.toThrow();
    expect((await call(`${control}/faults`)).body).toEqual({ unused: [] });
    expect((await call(`${control}/ledger`)).body).toMatchObject([{ status: 200 }, { fault: "lose-reply" }]);
    expect((await put("faults", {})).status).toBe(400);
    expect((await call(`${control}/reset`, {}, { method: "POST" })).status).toBe(204);
    expect((await call(url, bearer())).body.status).toBe("scanned");
    expect((await call(`${control}/nothing`)).status).toBe(404);
  });
});
