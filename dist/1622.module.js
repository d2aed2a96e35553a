"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SG: () => (/* reexport */ find/* findTool */.SG),
  Vd: () => (/* reexport */ find/* isProgram */.Vd),
  Wm: () => (/* reexport */ find/* programIn */.Wm),
  qI: () => (/* reexport */ runTool)
});

// EXTERNAL MODULE: ./packages/exec/find.ts
var find = __webpack_require__(9151);
// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
;// CONCATENATED MODULE: ./packages/exec/lines.ts

const MAX_LINE = 64 * 1024;
const MAX_SHOWN = 16 * 1024;
function lineReader(onLine) {
    let kept = [];
    let size = 0;
    let isCut = false;
    function keep(part) {
        if (part.length === 0)
            return;
        const room = MAX_LINE - size;
        if (part.length > room)
            isCut = true;
        if (room > 0)
            kept.push(part.subarray(0, room));
        size += Math.min(part.length, room);
    }
    function pass() {
        const text = new TextDecoder().decode(Buffer.concat(kept), { stream: isCut });
        onLine((0,packages_text/* shorten */.ml)(isCut ? `${text}…` : text.replace(/\r$/, ""), MAX_SHOWN));
        kept = [];
        size = 0;
        isCut = false;
    }
    return {
        write(chunk) {
            let start = 0;
            for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, start)) {
                keep(chunk.subarray(start, at));
                pass();
                start = at + 1;
            }
            keep(chunk.subarray(start));
        },
        end() {
            if (size > 0)
                pass();
        },
    };
}

;// CONCATENATED MODULE: ./packages/exec/run.ts








const MIB = 1024 * 1024;
const MAX_INPUT = 64 * 1024;
const MAX_REQUEST = 512 * 1024;
const MAX_STDERR = 64 * 1024;
const GIVE_UP_AFTER = 4_000;
const PIECE = /[^]{1,15000}/gu;
const FOR_NODE = ["LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "SystemRoot"];
async function runTool(run) {
    const name = (0,external_node_path_.basename)(run.tool);
    const request = requestOf(run, name);
    const { exec } = await __webpack_require__.e(/* import() */ 1260).then(__webpack_require__.bind(__webpack_require__, 1260));
    if (run.signal.aborted)
        throw interruptedRun(name);
    const output = collectOutput(run, name, stop);
    const complaints = [];
    let supervisor;
    let group;
    let result;
    let failure;
    let giveUp = () => undefined;
    const timers = [];
    function stop(reason) {
        if (failure !== undefined || result !== undefined)
            return;
        failure = reason;
        if (supervisor !== undefined)
            signal(supervisor, "SIGTERM");
        timers.push(setTimeout(giveUp, GIVE_UP_AFTER));
    }
    function onFrame(line) {
        try {
            const frame = JSON.parse(line);
            if (frame[0] === "started") {
                [, supervisor, group] = frame;
                if (failure !== undefined)
                    signal(supervisor, "SIGTERM");
            }
            else if (frame[0] === "out" || frame[0] === "err")
                output.add(frame[0], Buffer.from(frame[1], "base64"));
            else
                result = frame;
        }
        catch (error) {
            stop(error);
        }
    }
    const onAbort = () => stop(interruptedRun(name));
    run.signal.addEventListener("abort", onAbort, { once: true });
    const { timeout } = run;
    if (timeout !== undefined)
        timers.push(setTimeout(() => stop(timedOut(name, timeout)), timeout));
    const nowhere = new external_node_stream_.Writable({ write: (_, __, done) => done() });
    try {
        const running = exec(`"${external_node_process_.execPath}"`, [supervisorPath()], {
            listeners: { stdline: onFrame, stderr: (chunk) => void (complaints.length < 16 && complaints.push(chunk)) },
            env: { ...request, ...picked(run.env, FOR_NODE) },
            cwd: run.cwd,
            ignoreReturnCode: true,
            silent: true,
            outStream: nowhere,
            errStream: nowhere,
        });
        await Promise.race([running, new Promise((resolve) => (giveUp = resolve))]);
    }
    catch (error) {
        throw failure ?? cannotStart(name, error.message);
    }
    finally {
        timers.forEach(clearTimeout);
        run.signal.removeEventListener("abort", onAbort);
        if (result === undefined && supervisor !== undefined && group !== undefined) {
            signal(-group, "SIGKILL");
            signal(supervisor, "SIGKILL");
        }
    }
    if (failure !== undefined)
        throw failure;
    if (result === undefined)
        throw lost(name, Buffer.concat(complaints).toString("utf8"));
    if (result[0] === "failed")
        throw cannotStart(name, result[1]);
    return { code: codeOf(result[1], result[2]), ...output.end() };
}
function requestOf({ tool, args, cwd, env, input }, name) {
    const texts = [tool, cwd, ...args, ...Object.entries(env).flat()];
    if (texts.some((text) => text.includes("\0")))
        throw (0,action/* invalid */.Gq)(`an argument or a variable of ${name} contains a NUL`);
    if (input !== undefined && Buffer.byteLength(input) > MAX_INPUT)
        throw (0,action/* invalid */.Gq)(`the input of ${name} has more than ${MAX_INPUT} bytes`);
    const text = JSON.stringify({ tool, args, cwd, env: (0,find/* withAbsolutePath */.jM)(env), input });
    if (Buffer.byteLength(text) > MAX_REQUEST)
        throw (0,action/* invalid */.Gq)(`the arguments and the environment of ${name} have more than ${MAX_REQUEST} bytes`);
    const pieces = text.match(PIECE) ?? [];
    return Object.fromEntries(pieces.map((piece, index) => [`RELEASE_ACTIONS_RUN_${index}`, piece]));
}
function supervisorPath() {
    const address = new URL(/* asset import */ __webpack_require__(739), __webpack_require__.b);
    return (0,external_node_url_.fileURLToPath)(address);
}
function collectOutput({ onLine, maxOutput = 16 * MIB }, name, stop) {
    const kept = [];
    const complaints = [];
    let complained = 0;
    let size = 0;
    const complain = (line) => {
        complaints.push(line);
        complained += line.length + 1;
        while (complained > MAX_STDERR && complaints.length > 0)
            complained -= complaints.shift().length + 1;
    };
    const show = (line) => {
        if (size <= maxOutput)
            onLine?.(line);
    };
    const lines = {
        out: lineReader(show),
        err: lineReader((line) => {
            complain(line);
            show(line);
        }),
    };
    return {
        add(stream, chunk) {
            const isFirstBeyond = size <= maxOutput && size + chunk.length > maxOutput;
            if (onLine !== undefined) {
                lines[stream].write(chunk);
                size += chunk.length;
                if (isFirstBeyond)
                    onLine(`${name} printed more than ${maxOutput} bytes; the rest is not shown.`);
                return;
            }
            if (stream === "err")
                return lines.err.write(chunk);
            size += chunk.length;
            if (size > maxOutput)
                stop(tooMuch(name, maxOutput));
            else
                kept.push(chunk);
        },
        end() {
            lines.out.end();
            lines.err.end();
            return { stdout: Buffer.concat(kept), stderr: complaints.join("\n") };
        },
    };
}
function picked(env, names) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => names.includes(name)));
}
function codeOf(code, signal) {
    return code ?? 128 + (signal === null ? 0 : external_node_os_.constants.signals[signal]);
}
function signal(pid, name) {
    try {
        (0,external_node_process_.kill)(pid, name);
    }
    catch {
    }
}
function interruptedRun(name) {
    return (0,action/* interrupted */.VM)(`interrupted while ${name} was running`, { remedy: "Run the same command again." });
}
function timedOut(name, timeout) {
    return (0,action/* undecided */.oo)(`${name} did not end within ${Math.round(timeout / 1000)} s and was stopped`, {
        remedy: "Allow more time, or find out from its output what it was waiting for.",
    });
}
function tooMuch(name, maxOutput) {
    return (0,action/* undecided */.oo)(`${name} printed more than ${maxOutput} bytes and was stopped`);
}
function cannotStart(name, why) {
    return (0,action/* invalid */.Gq)(`${name} could not be started: ${why}`, {
        remedy: "Check that it runs on this machine when started manually, and that the directory it runs in exists.",
    });
}
function lost(name, complaints) {
    const why = complaints.trim().split("\n").at(-1) ?? "";
    return (0,action/* undecided */.oo)(`the process that watches over ${name} ended, and ${name} with it${why === "" ? "" : `: ${why}`}`, {
        remedy: "The machine may be short of memory; run again.",
    });
}

;// CONCATENATED MODULE: ./packages/exec/index.ts




/***/ });
