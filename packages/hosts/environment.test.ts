import { describe, expect, test } from "@jest/globals";
import { leakingMode, toolEnvironment } from "./environment.ts";

const modes = (env: Record<string, string>, nodeArguments: readonly string[] = []): string[] =>
  (leakingMode(env, nodeArguments) ?? []).map(({ what }) => what.replace(/ (?:prints|writes|lets) .*$/, ""));

describe("security G97: every spelling of a setting that exposes secrets is recognized", () => {
  test.each(["1", "t", "T", "true", "TRUE", "True", "tRuE"])("GitLab Runner reads %s as true", (value) => {
    expect(modes({ CI_DEBUG_TRACE: value })).toEqual(["CI_DEBUG_TRACE"]);
    expect(modes({ CI_DEBUG_SERVICES: value })).toEqual(["CI_DEBUG_SERVICES"]);
  });

  const NOT_TRUE = ["", "0", "f", "false", "FALSE", "yes", "on", "true ", "2"];
  test.each(NOT_TRUE)("GitLab Runner does not read %j as true", (value) => {
    expect(modes({ CI_DEBUG_TRACE: value, CI_DEBUG_SERVICES: value })).toEqual([]);
  });

  test.each([
    ["--report-on-signal", "--report-on-signal"],
    ["--report_on_signal", "--report-on-signal"],
    ["--max-old-space-size=99  --report-uncaught-exception", "--report-uncaught-exception"],
    ['"--report-on-fatalerror"', "--report-on-fatalerror"],
    ['--"inspect"=0.0.0.0:9229', "--inspect"],
    ["--inspect-brk", "--inspect-brk"],
    ["--inspect-wait=9229", "--inspect-wait"],
    ["--heapsnapshot-signal=SIGUSR2", "--heapsnapshot-signal"],
    ["--heapsnapshot-signal SIGUSR2", "--heapsnapshot-signal"],
    ["--heapsnapshot-near-heap-limit=1", "--heapsnapshot-near-heap-limit"],
    ["--abort-on-uncaught-exception", "--abort-on-uncaught-exception"],
    ["--tls-keylog=/tmp/a", "--tls-keylog"],
    ['--tls-keylog="/tmp/a \\" b"', "--tls-keylog"],
  ])("NODE_OPTIONS=%s", (options, mode) => {
    expect(modes({ NODE_OPTIONS: options })).toEqual([`node's ${mode}`]);
  });

  test("node's own arguments count like NODE_OPTIONS", () => {
    expect(modes({}, ["--inspect=127.0.0.1:0"])).toEqual(["node's --inspect"]);
  });

  test.each([
    "--report-exclude-env --report-on-signal",
    "--no-inspect",
    "--trace-env --trace-tls --heap-prof --cpu-prof",
    "--diagnostic-dir=/tmp/a --report-directory=/tmp/a",
    '--title="a --inspect b"',
    "--max-old-space-size=4096 --enable-source-maps",
  ])("NODE_OPTIONS=%s leaks nothing", (options) => {
    expect(modes({ NODE_OPTIONS: options })).toEqual([]);
  });

  test("GitHub's debug logging and variables for other programs leak nothing", () => {
    const github = { ACTIONS_STEP_DEBUG: "true", ACTIONS_RUNNER_DEBUG: "true", RUNNER_DEBUG: "1" };
    expect(modes({ ...github, SSLKEYLOGFILE: "a", GIT_TRACE: "1", GIT_CURL_VERBOSE: "1" })).toEqual([]);
  });

  test("all are reported at once, each with its remedy", () => {
    const env = { CI_DEBUG_TRACE: "1", NODE_DEBUG: "tls", NODE_DEBUG_NATIVE: "http2", NODE_OPTIONS: "--inspect" };
    expect(modes(env)).toEqual(["CI_DEBUG_TRACE", "NODE_DEBUG", "NODE_DEBUG_NATIVE", "node's --inspect"]);
    expect(leakingMode(env, [])?.every(({ remedy }) => remedy !== undefined)).toBe(true);
  });
});

describe("the environment of a user's own tool", () => {
  test("security G98: holds none of our inputs, in any spelling, and everything else", () => {
    const inputs = {
      INPUT_PASSWORD: "x",
      input_token: "x",
      RELEASE_ACTIONS_PASSWORD: "x",
      Release_Actions_Secrets: "x",
    };
    const others = { PATH: "/bin", HOME: "/root", DOCKER_HOST: "tcp://a", RELEASE_TAG: "v1", MY_INPUT_A: "1" };
    expect(toolEnvironment({ ...inputs, ...others, UNSET: undefined })).toEqual(others);
  });
});
