"use strict";
/**
 * Runs one tool and owns its process group. @actions/exec starts this program because it offers no way to end a child,
 * to give it a group of its own, or to bound what it prints; see README.md for the protocol.
 *
 * Plain JavaScript, because the same file runs from the sources and from dist/, on Node 20 and 24.
 */
const { spawn } = require("node:child_process");
const { readdirSync, readFileSync, writeSync } = require("node:fs");
const { EOL } = require("node:os");

/** Milliseconds between SIGTERM and SIGKILL. */
const KILL_AFTER = 2_000;
/** Milliseconds that the tool's output may stay open after the tool has ended, held by a process that it left behind. */
const DRAIN = 1_000;

const { tool, args, cwd, env, input } = readRequest();
let child;
let isEnding = false;
let isFinished = false;
/** Processes of the tool that may have left its group, with their start times: a number can be used again. */
const known = new Map();

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, end);
// Nothing is ever written to it: it closes when the process that started this one is gone, however that ended.
process.stdin.on("close", end).on("error", end).resume();
start();

function start() {
  const stdio = [input === undefined ? "ignore" : "pipe", "pipe", "pipe"];
  try {
    child = spawn(tool, args, { cwd, env, detached: true, windowsHide: true, stdio });
  } catch (error) {
    return finish("failed", error.code ?? error.message);
  }
  // A tool may end without reading its input.
  child.stdin?.on("error", () => undefined).end(input);
  if (child.pid !== undefined) send("started", process.pid, child.pid);
  child.stdout.on("data", (chunk) => send("out", chunk.toString("base64")));
  child.stderr.on("data", (chunk) => send("err", chunk.toString("base64")));
  child.on("error", (error) => finish("failed", error.code ?? error.message));
  child.on("exit", (code, signal) => {
    if (isEnding) finish("exited", code, signal);
    else setTimeout(() => finish("exited", code, signal), DRAIN).unref();
  });
  child.on("close", (code, signal) => finish("exited", code, signal));
}

/** In pieces, because a single variable has a size limit on every system. */
function readRequest() {
  let text = "";
  for (let index = 0; process.env[`RELEASE_ACTIONS_RUN_${index}`] !== undefined; index += 1)
    text += process.env[`RELEASE_ACTIONS_RUN_${index}`];
  return JSON.parse(text);
}

/** One frame on one line. Written at once and to the end, so that a tool that prints faster than it is read waits. */
function send(...frame) {
  let rest = Buffer.from(JSON.stringify(frame) + EOL);
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(1, rest));
  } catch {
    end();
  }
}

/** Asks the tool's group to end, and ends all of it after a while. */
function end() {
  if (isEnding || isFinished) return;
  isEnding = true;
  remember();
  signalGroup("SIGTERM");
  setTimeout(() => finish("exited", null, "SIGKILL"), KILL_AFTER).unref();
}

function finish(...frame) {
  if (isFinished) return;
  isFinished = true;
  if (isEnding) killAll();
  send(...frame);
  // Nothing holds this process open any longer.
  for (const stream of [child?.stdout, child?.stderr, process.stdin]) stream?.destroy();
  child?.unref();
}

function killAll() {
  remember();
  signalGroup("SIGKILL");
  const now = processes();
  for (const [pid, started] of known) if (now.get(pid)?.started === started) kill(pid, "SIGKILL");
}

/** Adds the tool's descendants, by their parents: one that made a session of its own is in no group of ours. */
function remember() {
  const all = processes();
  const parents = new Set([child.pid, ...known.keys()]);
  for (let found = 1; found > 0;) {
    found = 0;
    for (const [pid, { parent, started }] of all) {
      if (!parents.has(parent) || parents.has(pid)) continue;
      parents.add(pid);
      known.set(pid, started);
      found += 1;
    }
  }
}

/** Every process by its number, on Linux; nothing elsewhere. See proc(5) for the fields. */
function processes() {
  const all = new Map();
  for (const name of list("/proc")) {
    const text = /^[0-9]+$/.test(name) ? read(`/proc/${name}/stat`) : "";
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    if (fields.length > 19) all.set(Number(name), { parent: Number(fields[1]), started: fields[19] });
  }
  return all;
}

function list(directory) {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function read(file) {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}

function signalGroup(signal) {
  // Without a group, as on Windows, at least the tool itself.
  if (child.pid !== undefined && !kill(-child.pid, signal)) child.kill(signal);
}

function kill(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
