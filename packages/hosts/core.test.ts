import * as library from "@actions/core";
import { afterAll, describe, expect, jest, test } from "@jest/globals";
import { heading, paragraph, strong, toMarkdown, type Block } from "@release-actions/text";
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCore } from "./core.ts";
import { githubHost } from "./github.ts";

/** What @actions/core itself prints. */
function printedByLibrary(call: () => void): string {
  let printed = "";
  const spy = jest.spyOn(process.stdout, "write").mockImplementation((chunk) => ((printed += String(chunk)), true));
  try {
    call();
  } finally {
    spy.mockRestore();
  }
  return printed;
}

function openHost(env: Record<string, string> = {}) {
  let printed = "";
  const stdout = { write: (chunk: string) => ((printed += chunk), true) };
  const host = githubHost({ env, cwd: () => "/", on: () => undefined, stdout } as unknown as NodeJS.Process);
  return { host, printed: () => printed };
}

type Io = ReturnType<typeof githubHost>["io"];

describe("imports of the toolkit", () => {
  test("are in one file of the hosts, and only GitHub's host imports that file", () => {
    const sources = readdirSync(import.meta.dirname)
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .map((name) => [name, readFileSync(join(import.meta.dirname, name), "utf8")] as const);
    const importing = (module: RegExp) => sources.filter(([, source]) => module.test(source)).map(([name]) => name);
    expect(importing(/from "@actions\/|from "@release-actions\/actions-http-client"/)).toEqual(["core.ts"]);
    expect(importing(/^(?:import|export) (?!type ).* from "\.\/core\.ts"/m)).toEqual(["github.ts"]);
    expect(importing(/"\.\/github\.ts"/)).toEqual([]);
  });
});

describe("what the host prints is what @actions/core prints", () => {
  const plain = "100% of a,b: c; it's ready";
  const lines = "first 5%\nsecond, with a colon: here";
  const place = { title: "50%: a, b", file: "src/a,b:c%.ts", line: 3, column: 7 };
  const properties = { title: place.title, file: place.file, startLine: 3, startColumn: 7 };

  test.each<[string, (io: Io) => void, () => void, string]>([
    ["info", (io) => io.info(plain), () => library.info(plain), "100% of a,b: c; it's ready\n"],
    ["debug", (io) => io.debug(plain), () => library.debug(plain), "::debug::100%25 of a,b: c; it's ready\n"],
    ["notice", (io) => io.notice(plain), () => library.notice(plain), "::notice::100%25 of a,b: c; it's ready\n"],
    [
      "warning",
      (io) => io.warning(lines),
      () => library.warning(lines),
      "::warning::first 5%25%0Asecond, with a colon: here\n",
    ],
    [
      "error with a place",
      (io) => io.error(lines, place),
      () => library.error(lines, properties),
      "::error title=50%25%3A a%2C b,file=src/a%2Cb%3Ac%25.ts,line=3,col=7::first 5%25%0Asecond, with a colon: here\n",
    ],
    [
      "error with a file only",
      (io) => io.error(plain, { file: "a.ts" }),
      () => library.error(plain, { file: "a.ts" }),
      "::error file=a.ts::100%25 of a,b: c; it's ready\n",
    ],
    ["error with no place", (io) => io.error("no", {}), () => library.error("no", {}), "::error::no\n"],
    ["an empty title", (io) => io.error("no", { title: "" }), () => library.error("no"), "::error::no\n"],
    ["a mask", (io) => io.secret("s3cr%t: a,b"), () => library.setSecret("s3cr%t: a,b"), "::add-mask::s3cr%25t: a,b\n"],
  ])("%s", (_, write, reference, bytes) => {
    const { host, printed } = openHost();
    write(host.io);
    expect(printed()).toBe(printedByLibrary(reference));
    expect(printed()).toBe(bytes);
  });

  test("a group", async () => {
    const { host, printed } = openHost();
    await host.io.group("50%: a, b", async () => host.io.info("inside"));
    const reference = printedByLibrary(() => {
      library.startGroup("50%: a, b");
      library.info("inside");
      library.endGroup();
    });
    expect(printed()).toBe(reference);
    expect(printed()).toBe("::group::50%25: a, b\ninside\n::endgroup::\n");
  });
});

describe("text from outside is made inert before @actions/core gets it", () => {
  test("invisible characters, the older form of commands, and line breaks of every kind", () => {
    const { host, printed } = openHost();
    host.io.error("a\u202eb\r\n##[set-env name=x]y\u2028::stop-commands::z", { title: "##[x]\u200b", file: "a\n::b" });
    host.io.debug("##[add-path]/evil\n::warning::x");
    expect(printed()).toBe(
      "::error title=##\\[x]<U+200B>,file=a %3A%3Ab" +
        "::a<U+202E>b%0A##\\[set-env name=x]y%0A::stop-commands::z\n" +
        "::debug::##\\[add-path]/evil\n::debug::\\::warning::x\n",
    );
  });
});

describe("the files of a step", () => {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "core-")));
  const file = (name: string) => {
    writeFileSync(join(directory, name), "");
    return join(directory, name);
  };
  const withoutIds = (text: string) => text.replaceAll(/ghadelimiter_[0-9a-f-]{36}/g, "ghadelimiter_id");
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  test("outputs are written as @actions/core writes them", async () => {
    const [ours, reference] = [file("output-1"), file("output-2")];
    const outputs = { body: "line 1\n## 2 %0A\n", empty: "", "tag-name": "v1.2.3", half: "x\ud800" };
    await openHost({ GITHUB_OUTPUT: ours }).host.writeOutputs("sample", outputs);
    const core = openCore({ GITHUB_OUTPUT: reference }, () => undefined);
    for (const [name, value] of Object.entries(outputs))
      core.call(({ setOutput }) => setOutput(name, value.toWellFormed()));

    expect(withoutIds(readFileSync(ours, "utf8"))).toBe(withoutIds(readFileSync(reference, "utf8")));
    expect(withoutIds(readFileSync(ours, "utf8"))).toContain("tag-name<<ghadelimiter_id\nv1.2.3\nghadelimiter_id\n");
    expect(new Set(readFileSync(ours, "utf8").match(/ghadelimiter_[0-9a-f-]{36}/g)).size).toBe(4);
  });

  test("the summary is appended, with nothing but the rendered blocks", async () => {
    const blocks: Block[] = [heading("Release"), paragraph(["a ", strong("b"), " <script> ##[x]"])];
    for (const name of ["summary-1", "summary-2"]) {
      const summary = file(name);
      writeFileSync(summary, "before\n");
      await openHost({ GITHUB_STEP_SUMMARY: summary }).host.writeSummary("sample", blocks);
      expect(readFileSync(summary, "utf8")).toBe(
        `before\n${blocks.map((block) => `${toMarkdown([block])}\n`).join("")}`,
      );
    }
  });

  test("without files nothing is written or printed", async () => {
    const { host, printed } = openHost();
    await host.writeOutputs("sample", { tag: "v1" });
    await host.writeSummary("sample", [heading("Release")]);
    expect(printed()).toBe("");
  });

  test("a missing file is an error, not a lost output", async () => {
    const { host } = openHost({ GITHUB_OUTPUT: join(directory, "gone"), GITHUB_STEP_SUMMARY: join(directory, "gone") });
    await expect(host.writeOutputs("sample", { tag: "v1" })).rejects.toThrow("Missing file");
    await expect(host.writeSummary("sample", [heading("Release")])).rejects.toThrow("Unable to access summary file");
  });
});

describe("the process that @actions/core sees", () => {
  test("is the host's during a call and its continuations, and nothing else sees it", async () => {
    const printed: string[] = [];
    const core = openCore({ RUNNER_DEBUG: "1" }, (text) => printed.push(text));
    const later = core.call(async ({ isDebug, info }) => {
      await Promise.resolve();
      info(`debug ${isDebug()}`);
    });
    expect([library.isDebug(), process.env["RUNNER_DEBUG"]]).toEqual([false, undefined]);
    await later;
    expect(printed).toEqual(["debug true\n"]);
    expect(process.platform).toBe(core.call(() => process.platform));
  });

  test("prints immediately: nothing is lost if the process then exits, however slowly the log is read", async () => {
    const script = `
      import { githubHost } from ${JSON.stringify(join(import.meta.dirname, "github.ts"))};
      const { io } = githubHost(process);
      for (let index = 0; index < 4_000; index += 1) io.warning("x".repeat(200) + index);
      process.exit(3);`;
    const child = spawn(process.execPath, ["--no-warnings", "--input-type=module", "--eval", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let printed = "";
    child.stdout.setEncoding("utf8");
    const code = new Promise((resolve) => child.once("close", resolve));
    // The pipe is full long before it is read.
    await new Promise((resolve) => child.stdout.once("readable", resolve));
    child.stdout.on("data", (text: string) => (printed += text));
    expect(await code).toBe(3);
    expect(printed.split("\n")).toHaveLength(4_001);
    expect(printed.endsWith("x3999\n")).toBe(true);
  });
});
