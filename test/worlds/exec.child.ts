/** Runs a tool and waits for it, so that a test can end this process instead. */
import { runTool } from "../../packages/exec/index.ts";

const [tool = "", directory = ""] = process.argv.slice(2);
await runTool({
  tool,
  args: [],
  cwd: directory,
  env: { PATH: process.env["PATH"] ?? "", DIR: directory },
  signal: new AbortController().signal,
});
