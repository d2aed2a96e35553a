"use strict";
exports.id = 1061;
exports.ids = [1061];
exports.modules = {

/***/ 1061:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkFrontend: () => (/* binding */ checkFrontend)
});

// EXTERNAL MODULE: ./packages/files/index.ts + 8 modules
var files = __webpack_require__(2353);
// EXTERNAL MODULE: ./packages/http/index.ts + 31 modules
var packages_http = __webpack_require__(9251);
// EXTERNAL MODULE: ./packages/action/index.ts + 10 modules
var action = __webpack_require__(8550);
;// CONCATENATED MODULE: ./packages/browser/chromium/connection.ts
class BrowserGone extends Error {
    name = "BrowserGone";
}
class CommandFailed extends Error {
    name = "CommandFailed";
}
const LONGEST_MESSAGE = 64 * 1024 * 1024;
const NUL = 0;
function openConnection(input, output) {
    const waiting = new Map();
    const listeners = new Map();
    let pieces = [];
    let size = 0;
    let last = 0;
    let gone;
    function end(why) {
        gone ??= why;
        for (const { reject } of waiting.values())
            reject(new BrowserGone(gone));
        waiting.clear();
    }
    function receive(text) {
        const message = JSON.parse(text);
        if (message.id === undefined)
            return listeners.get(message.sessionId)?.(message.method ?? "", message.params ?? {});
        const call = waiting.get(message.id);
        waiting.delete(message.id);
        if (message.error === undefined)
            call?.resolve(message.result ?? {});
        else
            call?.reject(new CommandFailed(message.error.message ?? "the browser refused a command"));
    }
    output.on("data", (chunk) => {
        let from = 0;
        for (let nul = chunk.indexOf(NUL); nul !== -1; nul = chunk.indexOf(NUL, from)) {
            pieces.push(chunk.subarray(from, nul));
            const message = Buffer.concat(pieces).toString("utf8");
            pieces = [];
            size = 0;
            from = nul + 1;
            try {
                receive(message);
            }
            catch (error) {
                return void output.destroy(new Error(`it says what is not understood: ${error.message}`));
            }
        }
        if (from === chunk.length)
            return;
        pieces.push(chunk.subarray(from));
        size += chunk.length - from;
        if (size > LONGEST_MESSAGE)
            output.destroy(new Error("the browser sent a message of more than 64 MiB"));
    });
    output.on("error", (error) => end(error.message));
    output.on("close", () => end("the browser closed its pipe"));
    input.on("error", (error) => end(error.message));
    return {
        end,
        send(method, params, session) {
            if (gone !== undefined)
                return Promise.reject(new BrowserGone(gone));
            last += 1;
            const id = last;
            return new Promise((resolve, reject) => {
                waiting.set(id, { resolve, reject });
                input.write(`${JSON.stringify({ id, method, params, ...(session !== undefined && { sessionId: session }) })}\0`);
            });
        },
        listen: (session, listener) => void listeners.set(session, listener),
        forget: (session) => void listeners.delete(session),
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./packages/browser/chromium/find.ts


const NAMES = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
];
const PLACES = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
function findChromium(environment) {
    const directories = (environment["PATH"] ?? "").split(external_node_path_.delimiter).filter((directory) => directory !== "");
    const named = NAMES.flatMap((name) => directories.flatMap((directory) => [
        (0,external_node_path_.join)(directory, name),
        ...(external_node_path_.delimiter === ";" ? [(0,external_node_path_.join)(directory, `${name}.exe`)] : []),
    ]));
    return [...named, ...PLACES].find(isProgram);
}
function isProgram(file) {
    try {
        (0,external_node_fs_.accessSync)(file, external_node_fs_.constants.X_OK);
        return (0,external_node_fs_.statSync)(file).isFile();
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./packages/text/index.ts + 10 modules
var packages_text = __webpack_require__(1312);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./packages/browser/chromium/flags.ts

const QUIET = [
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-client-side-phishing-detection",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-features=AutofillServerCommunication,CertificateTransparencyComponentUpdater,MediaRouter,OptimizationHints,Translate",
    "--disable-gpu",
    "--disable-quic",
    "--disable-search-engine-choice-screen",
    "--disable-sync",
    "--deny-permission-prompts",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--metrics-recording-only",
    "--mute-audio",
    "--no-pings",
    "--password-store=basic",
    "--use-mock-keychain",
    "--window-size=1280,800",
];
function flagsOf({ profile, host, network, sandboxed }) {
    return [
        ...QUIET,
        `--user-data-dir=${profile}`,
        ...(sandboxed ? [] : ["--no-sandbox"]),
        `--host-resolver-rules=${unreachable(host)}`,
        ...proxyFlags(network),
        "about:blank",
    ];
}
const METADATA = [
    "169.254.*.*",
    "fe80:*",
    "fd00:ec2::254",
    "metadata",
    "metadata.google.internal",
    "metadata.goog",
    "100.100.100.200",
];
const THIS_MACHINE = ["127.*.*.*", "0.0.0.0", "::1", "::", "::ffff:*", "localhost", "*.localhost"];
const THIS_NETWORK = [
    "10.*.*.*",
    "192.168.*.*",
    ...Array.from({ length: 16 }, (_, index) => `172.${16 + index}.*.*`),
    "fc*:*",
    "fd*:*",
];
function unreachable(host) {
    const inside = isLoopback(host) || (0,external_node_net_.isIP)(host.replace(/^\[|\]$/g, "")) !== 0;
    const hosts = [...METADATA, ...(isLoopback(host) ? [] : THIS_MACHINE), ...(inside ? [] : THIS_NETWORK)];
    return hosts.map((pattern) => `MAP ${pattern} ~NOTFOUND`).join(",");
}
function isLoopback(host) {
    return (host === "localhost" ||
        host.endsWith(".localhost") ||
        host === "[::1]" ||
        ((0,external_node_net_.isIP)(host) === 4 && host.startsWith("127.")));
}
function proxyFlags({ httpProxy, httpsProxy, noProxy }) {
    const servers = [...proxyOf("http", httpProxy), ...proxyOf("https", httpsProxy)];
    if (servers.length === 0)
        return ["--no-proxy-server"];
    const direct = (noProxy ?? "")
        .split(",")
        .map((entry) => entry.trim())
        .filter((entry) => entry !== "" && !entry.includes(";"));
    const patterns = direct.flatMap((entry) => entry.startsWith(".") || entry.startsWith("*") || entry.includes("/") ? [entry] : [entry, `*.${entry}`]);
    return [
        `--proxy-server=${servers.join(";")}`,
        ...(patterns.length === 0 ? [] : [`--proxy-bypass-list=${patterns.join(";")}`]),
    ];
}
function proxyOf(scheme, address) {
    if (address === undefined || !URL.canParse(address))
        return [];
    return [`${scheme}=${new URL(address).origin}`];
}

;// CONCATENATED MODULE: ./packages/browser/chromium/tab.ts

function openTabs(connection) {
    const own = new Set();
    const contexts = new Map();
    let discovering;
    connection.listen(undefined, (method, params) => {
        if (method !== "Target.targetCreated")
            return;
        const { targetId, type, browserContextId, openerId } = params["targetInfo"];
        const opened = contexts.get(String(browserContextId));
        if (opened === undefined || own.has(String(targetId)) || openerId === undefined || type !== "page")
            return;
        opened.popups += 1;
        quietly(connection.send("Target.closeTarget", { targetId: String(targetId) }));
    });
    return async () => {
        await (discovering ??= connection.send("Target.setDiscoverTargets", { discover: true }));
        const context = String((await connection.send("Target.createBrowserContext", { disposeOnDetach: true }))["browserContextId"]);
        const opened = { context, popups: 0 };
        contexts.set(context, opened);
        await connection
            .send("Browser.setDownloadBehavior", { behavior: "deny", browserContextId: context })
            .catch(ignoreFailure);
        const targetId = String((await connection.send("Target.createTarget", { url: "about:blank", browserContextId: context }))["targetId"]);
        own.add(targetId);
        const session = String((await connection.send("Target.attachToTarget", { targetId, flatten: true }))["sessionId"]);
        return {
            get popups() {
                return opened.popups;
            },
            send: (method, params = {}) => connection.send(method, params, session),
            listen: (listener) => connection.listen(session, listener),
            async close() {
                connection.forget(session);
                contexts.delete(context);
                quietly(connection.send("Target.disposeBrowserContext", { browserContextId: context }));
            },
        };
    };
}
function quietly(sent) {
    sent.catch(() => undefined);
}
function ignoreFailure(error) {
    if (!(error instanceof CommandFailed))
        throw error;
}

;// CONCATENATED MODULE: ./packages/browser/chromium/launch.ts









const DEADLINE = 30_000;
const MAX_STDERR = 64 * 1024;
const REMOVALS = 20;
async function launchChromium(options) {
    const { executable, temporary, environment, network, host, signal } = options;
    signal.throwIfAborted();
    const profile = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(temporary, "chromium-"));
    const sandboxed = external_node_process_.getuid?.() !== 0;
    const child = (0,external_node_child_process_.spawn)(executable, flagsOf({ profile, host, network, sandboxed }), {
        env: { ...environment, HOME: profile, XDG_CONFIG_HOME: profile, XDG_CACHE_HOME: profile },
        detached: true,
        windowsHide: true,
        stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    });
    const stderr = keepBeginning(child.stderr);
    const connection = openConnection(child.stdio[3], child.stdio[4]);
    const ended = new Promise((resolve) => {
        child.once("error", (error) => {
            connection.end(error.message);
            resolve();
        });
        child.once("exit", (code, by) => {
            connection.end(`the browser ended (${by ?? `exit code ${code}`})`);
            resolve();
        });
    });
    let closing;
    const close = () => (closing ??= shut());
    async function shut() {
        signal.removeEventListener("abort", onAbort);
        connection.end("the browser was closed");
        killGroup(child);
        await ended;
        killGroup(child);
        for (const stream of child.stdio)
            stream?.destroy();
        await removeFolder(profile);
    }
    const onAbort = () => void close();
    signal.addEventListener("abort", onAbort, { once: true });
    const deadline = options.deadline ?? DEADLINE;
    const open = openTabs(connection);
    try {
        const { product } = await inTime(connection, deadline, () => connection.send("Browser.getVersion", {}));
        const version = String(product);
        return { version, sandboxed, pid: child.pid ?? 0, openTab: () => inTime(connection, deadline, open), close };
    }
    catch (error) {
        await close();
        signal.throwIfAborted();
        throw doesNotStart(executable, error.message, stderr());
    }
}
async function inTime(connection, deadline, work) {
    const timer = setTimeout(() => connection.end(`no answer within ${Math.round(deadline / 1000)} s`), deadline);
    try {
        return await work();
    }
    finally {
        clearTimeout(timer);
    }
}
function doesNotStart(executable, why, stderr) {
    if (stderr.includes("No usable sandbox") || stderr.includes("setuid sandbox")) {
        const remedy = "Use the distribution's own package of the browser, or let unprivileged processes make user namespaces; in a container, run as root or with --security-opt seccomp=unconfined.";
        return (0,action/* undecided */.oo)(`${executable} does not start: this system does not let it make its sandbox`, { remedy });
    }
    const lines = stderr.split("\n").filter((line) => line.trim() !== "");
    const said = lines.findLast((line) => /fatal|error/i.test(line)) ?? lines.at(-1);
    return (0,action/* undecided */.oo)(`${executable} does not start: ${why}${said === undefined ? "" : `; it says: ${(0,packages_text/* shorten */.ml)(said, 500)}`}`, {
        remedy: "Start it by hand on this machine with --headless --dump-dom about:blank; it has to be a Chromium, Chrome or Edge with all its libraries.",
    });
}
function keepBeginning(stream) {
    const kept = [];
    let size = 0;
    stream.on("data", (chunk) => {
        if (size < MAX_STDERR)
            kept.push(chunk.subarray(0, MAX_STDERR - size));
        size += chunk.length;
    });
    stream.on("error", () => undefined);
    return () => Buffer.concat(kept).toString("utf8");
}
function killGroup(child) {
    if (child.pid === undefined)
        return;
    try {
        external_node_process_.kill(-child.pid, "SIGKILL");
    }
    catch {
        child.kill("SIGKILL");
    }
}
async function removeFolder(folder) {
    for (let turn = 0; turn < REMOVALS; turn += 1) {
        try {
            return (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
        }
        catch {
            await new Promise((resolve) => setTimeout(resolve, 50));
        }
    }
}

;// CONCATENATED MODULE: ./packages/browser/chromium/observe.ts

const MOST = 200;
const MOST_REQUESTS = 5_000;
const LONGEST = 2_000;
async function observe(tab) {
    let seen = nothing();
    let ids = new Map();
    let thrown = new Map();
    const handlers = {
        "Runtime.exceptionThrown": ({ exceptionDetails }) => {
            const message = uncaught(exceptionDetails);
            thrown.set(Number(exceptionDetails["exceptionId"]), message);
            keep(seen.messages, message);
        },
        "Runtime.exceptionRevoked": ({ exceptionId }) => {
            const index = seen.messages.indexOf(thrown.get(Number(exceptionId)));
            if (index !== -1)
                seen.messages.splice(index, 1);
        },
        "Runtime.consoleAPICalled": (params) => {
            if (params["type"] === "error" || params["type"] === "assert")
                keep(seen.messages, consoleMessage(params));
        },
        "Log.entryAdded": ({ entry }) => {
            const { level, source, text, url, lineNumber } = entry;
            if (level !== "error" || source === "network" || String(text).includes("Content Security Policy"))
                return;
            keep(seen.messages, { kind: "browser", text: cut(text), place: placeOf(url, lineNumber, 0) });
        },
        "Network.requestWillBeSent": ({ requestId, request, type }) => {
            const url = String(request["url"]);
            if (url.startsWith("data:") || url.startsWith("blob:"))
                return;
            const followed = {
                url: cut(url),
                kind: String(type ?? "Other"),
                status: undefined,
                mediaType: "",
                fromServiceWorker: false,
                failure: undefined,
                blocked: undefined,
                done: false,
            };
            const before = ids.get(String(requestId));
            if (before !== undefined)
                before.done = true;
            if (seen.requests.length >= MOST_REQUESTS)
                return;
            seen.requests.push(followed);
            ids.set(String(requestId), followed);
        },
        "Network.responseReceived": ({ requestId, response }) => {
            const { status, mimeType, fromServiceWorker } = response;
            const request = ids.get(String(requestId));
            if (request === undefined)
                return;
            Object.assign(request, {
                status: Number(status),
                mediaType: cut(mimeType),
                fromServiceWorker: fromServiceWorker === true,
            });
        },
        "Network.loadingFinished": ({ requestId }) => {
            const request = ids.get(String(requestId));
            if (request !== undefined)
                request.done = true;
        },
        "Network.loadingFailed": ({ requestId, errorText, canceled, blockedReason }) => {
            const request = ids.get(String(requestId));
            if (request === undefined)
                return;
            request.done = true;
            if (blockedReason !== undefined)
                request.blocked = cut(blockedReason);
            if (canceled !== true)
                request.failure = cut(errorText);
        },
        "Audits.issueAdded": ({ issue }) => {
            const violation = violationOf(issue);
            if (violation !== undefined)
                keep(seen.violations, violation);
        },
        "Page.javascriptDialogOpening": ({ type, message }) => {
            if (type !== "beforeunload")
                keep(seen.dialogs, { kind: cut(type), text: cut(message) });
            tab.send("Page.handleJavaScriptDialog", { accept: type === "beforeunload" }).catch(() => undefined);
        },
        "Page.loadEventFired": () => void (seen.loaded = true),
        "Inspector.targetCrashed": () => void (seen.crashed = true),
    };
    tab.listen((method, params) => {
        if (method.startsWith("Network.") || method === "Page.loadEventFired")
            seen.lastActivity = performance.now();
        handlers[method]?.(params);
    });
    for (const domain of ["Page", "Network", "Runtime", "Log", "Audits", "Inspector"])
        await tab.send(`${domain}.enable`);
    return {
        get seen() {
            return seen;
        },
        begin() {
            seen = nothing();
            ids = new Map();
            thrown = new Map();
        },
    };
}
function nothing() {
    return {
        messages: [],
        requests: [],
        violations: [],
        dialogs: [],
        loaded: false,
        crashed: false,
        lastActivity: performance.now(),
    };
}
function keep(list, item) {
    if (list.length < MOST)
        list.push(item);
}
function cut(text) {
    return (0,packages_text/* shorten */.ml)(typeof text === "string" ? text : (JSON.stringify(text) ?? ""), LONGEST);
}
function uncaught({ text, exception, url, lineNumber, columnNumber, stackTrace }) {
    const { description, value } = (exception ?? {});
    const said = description === undefined ? JSON.stringify(value ?? null) : String(description);
    const first = said.split("\n", 1)[0] ?? "";
    return {
        kind: "uncaught",
        text: cut(first === "" || first === "null" ? text : first),
        place: frameOf(stackTrace) ?? placeOf(url, lineNumber, columnNumber),
    };
}
function consoleMessage({ args, stackTrace }) {
    const parts = args.slice(0, 20).map(({ value, description, type }) => {
        if (typeof value === "string")
            return (0,packages_text/* shorten */.ml)(value, LONGEST);
        return cut(description ?? (value === undefined ? type : JSON.stringify(value)));
    });
    return { kind: "console", text: cut(parts.join(" ")), place: frameOf(stackTrace) };
}
function frameOf(stack) {
    const frames = (stack?.["callFrames"] ?? []);
    const frame = frames.find(({ url }) => url !== "");
    return frame === undefined ? undefined : placeOf(frame["url"], frame["lineNumber"], frame["columnNumber"]);
}
function placeOf(url, line, column) {
    if (typeof url !== "string" || url === "")
        return undefined;
    return { url: cut(url), line: Number(line ?? 0) + 1, column: Number(column ?? 0) + 1 };
}
function violationOf({ code, details }) {
    if (code !== "ContentSecurityPolicyIssue")
        return undefined;
    const { violatedDirective, blockedURL, isReportOnly, sourceCodeLocation: at, } = details["contentSecurityPolicyIssueDetails"];
    const place = at;
    return {
        directive: cut(violatedDirective),
        blocked: typeof blockedURL === "string" && blockedURL !== "" ? cut(blockedURL) : undefined,
        place: placeOf(place?.["url"], place?.["lineNumber"], Number(place?.["columnNumber"] ?? 1) - 1),
        reportOnly: isReportOnly === true,
    };
}

;// CONCATENATED MODULE: ./packages/browser/chromium/pixels.ts
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const TRUECOLOUR = 2;
const TRUECOLOUR_ALPHA = 6;
const MOST_PIXELS = 64 * 1024 * 1024;
async function readPng(file) {
    if (!file.subarray(0, 8).equals(SIGNATURE))
        throw new Error("not a PNG");
    const width = file.readUInt32BE(16);
    const height = file.readUInt32BE(20);
    const [depth, colour, , , interlace] = file.subarray(24, 29);
    if (depth !== 8 || (colour !== TRUECOLOUR && colour !== TRUECOLOUR_ALPHA) || interlace !== 0)
        throw new Error("a PNG of another kind");
    if (width * height > MOST_PIXELS)
        throw new Error("too large a picture");
    const channels = colour === TRUECOLOUR ? 3 : 4;
    const { inflateSync } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8522, 23));
    const stride = width * channels;
    const filtered = inflateSync(Buffer.concat(dataChunks(file)), { maxOutputLength: height * (stride + 1) });
    if (filtered.length !== height * (stride + 1))
        throw new Error("a PNG that breaks off");
    return { width, height, channels, pixels: unfiltered(filtered, height, stride, channels) };
}
function dataChunks(file) {
    const found = [];
    for (let at = 8; at + 8 <= file.length;) {
        const length = file.readUInt32BE(at);
        if (file.toString("latin1", at + 4, at + 8) === "IDAT")
            found.push(file.subarray(at + 8, at + 8 + length));
        at += length + 12;
    }
    return found;
}
function unfiltered(filtered, height, stride, step) {
    const pixels = Buffer.alloc(height * stride);
    for (let row = 0; row < height; row += 1) {
        const from = row * (stride + 1);
        const to = row * stride;
        const filter = filtered[from];
        for (let index = 0; index < stride; index += 1) {
            const left = index >= step ? pixels[to + index - step] : 0;
            const above = row > 0 ? pixels[to + index - stride] : 0;
            const corner = index >= step && row > 0 ? pixels[to + index - stride - step] : 0;
            pixels[to + index] = filtered[from + 1 + index] + predicted(filter, left, above, corner);
        }
    }
    return pixels;
}
function predicted(filter, left, above, corner) {
    if (filter === 0)
        return 0;
    if (filter === 1)
        return left;
    if (filter === 2)
        return above;
    if (filter === 3)
        return (left + above) >> 1;
    const estimate = left + above - corner;
    const [byLeft, byAbove, byCorner] = [
        Math.abs(estimate - left),
        Math.abs(estimate - above),
        Math.abs(estimate - corner),
    ];
    if (byLeft <= byAbove && byLeft <= byCorner)
        return left;
    return byAbove <= byCorner ? above : corner;
}
const A_LETTER = 12;
const SEEN = 8;
function isBlank({ width, height, channels, pixels }, box) {
    const [left, top] = [Math.max(0, Math.floor(box.x)), Math.max(0, Math.floor(box.y))];
    const [right, bottom] = [
        Math.min(width, Math.ceil(box.x + box.width)),
        Math.min(height, Math.ceil(box.y + box.height)),
    ];
    if (right <= left || bottom <= top)
        return true;
    const ground = commonColour({ width, channels, pixels }, left, top, right, bottom);
    let different = 0;
    for (let y = top; y < bottom; y += 1) {
        for (let x = left; x < right; x += 1) {
            const at = (y * width + x) * channels;
            const far = Math.max(Math.abs(pixels[at] - (ground >> 16)), Math.abs(pixels[at + 1] - ((ground >> 8) & 255)), Math.abs(pixels[at + 2] - (ground & 255)));
            if (far > SEEN && ++different >= A_LETTER)
                return false;
        }
    }
    return true;
}
function commonColour({ width, channels, pixels }, left, top, right, bottom) {
    const counts = new Map();
    const step = Math.max(1, Math.floor(Math.sqrt(((right - left) * (bottom - top)) / 10_000)));
    for (let y = top; y < bottom; y += step) {
        for (let x = left; x < right; x += step) {
            const at = (y * width + x) * channels;
            const colour = (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
            counts.set(colour, (counts.get(colour) ?? 0) + 1);
        }
    }
    return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])[0];
}

;// CONCATENATED MODULE: ./packages/browser/chromium/probe.ts

const LOOK = `(selector, versionSelector) => {
  const cut = (text, max = 500) => (String(text ?? "").length > max ? String(text).slice(0, max) + "…" : String(text ?? ""));
  const named = [...document.querySelectorAll(versionSelector)].slice(0, 20).map((e) => cut(e.getAttribute("content") ?? e.getAttribute("data-version")));
  const root = document.querySelector(selector);
  const facts = { title: cut(document.title), address: cut(location.href, 2000), versions: named, found: root !== null, empty: true };
  if (root === null) return facts;
  const inside = root.shadowRoot ?? root;
  const showsItself = root.localName.includes("-") || ["canvas", "iframe", "img", "object", "svg", "video"].includes(root.localName);
  facts.empty = inside.childElementCount === 0 && inside.textContent.trim() === "" && !showsItself;
  root.scrollIntoView({ block: "nearest", behavior: "instant" });
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity, budget = 5000;
  const look = (element) => {
    const pending = [element];
    while (pending.length > 0 && budget-- > 0) {
      const one = pending.pop();
      if (one.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
        const box = one.getBoundingClientRect();
        const clip = { left: Math.max(0, box.left), top: Math.max(0, box.top), right: Math.min(innerWidth, box.right), bottom: Math.min(innerHeight, box.bottom) };
        if (clip.right - clip.left >= 1 && clip.bottom - clip.top >= 1) {
          left = Math.min(left, clip.left); top = Math.min(top, clip.top); right = Math.max(right, clip.right); bottom = Math.max(bottom, clip.bottom);
        }
      }
      for (const child of (one.shadowRoot ?? one).children) pending.push(child);
    }
  };
  look(root);
  if (right > left) facts.box = { x: left, y: top, width: right - left, height: bottom - top };
  return facts;
}`;
async function probe(tab, root, versions) {
    try {
        const { frameTree } = await tab.send("Page.getFrameTree");
        const frameId = frameTree["frame"]["id"];
        const world = await tab.send("Page.createIsolatedWorld", { frameId, worldName: "release-actions" });
        const declaration = {
            functionDeclaration: LOOK,
            executionContextId: Number(world["executionContextId"]),
            arguments: [{ value: root }, { value: versions }],
            returnByValue: true,
        };
        const { result, exceptionDetails } = await tab.send("Runtime.callFunctionOn", declaration);
        return exceptionDetails === undefined ? result["value"] : undefined;
    }
    catch (error) {
        if (error instanceof CommandFailed)
            return undefined;
        throw error;
    }
}
async function serviceWorkersReady(tab, milliseconds) {
    const expression = `(async () => {
    const workers = await (navigator.serviceWorker?.getRegistrations() ?? []);
    const settled = Promise.all(workers.map((one) => new Promise((resolve) => {
      const worker = one.installing ?? one.waiting;
      if (!worker || (one.waiting && one.active)) return resolve();
      const look = () => { if (["activated", "redundant"].includes(worker.state)) resolve(); };
      worker.addEventListener("statechange", look);
      look();
    })));
    await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, ${milliseconds}))]);
    return workers.length;
  })()`;
    try {
        const { result } = await tab.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
        return Number(result["value"] ?? 0);
    }
    catch (error) {
        if (error instanceof CommandFailed)
            return 0;
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/browser/chromium/visit.ts




const visit_QUIET = 500;
const POLL = 50;
const ANSWER = 2_000;
const WORKERS = 5_000;
const NEEDED = new Set(["Document", "Script", "Stylesheet"]);
async function visitTwice(tab, options) {
    let observer;
    await within(options.timeout, observe(tab).then((started) => void (observer = started)));
    if (observer === undefined)
        return [DEAD];
    const first = await visit(tab, observer, options);
    if (first.end !== "ready" || first.crashed)
        return [first];
    return [first, await visit(tab, observer, options)];
}
const DEAD = {
    ...{ end: "slow", failure: undefined, crashed: true, document: undefined, painted: false, screenshot: undefined },
    ...{ messages: [], requests: [], violations: [], dialogs: [], serviceWorkers: 0, popups: 0, took: 0 },
};
async function visit(tab, observer, options) {
    const start = performance.now();
    observer.begin();
    const state = {
        probe: undefined,
        painted: false,
        screenshot: undefined,
        failure: undefined,
        serviceWorkers: 0,
        still: false,
    };
    const over = new AbortController();
    const done = await within(options.timeout, load(tab, observer, options, state, over.signal)).finally(() => over.abort());
    const alive = done || (await answers(tab));
    const end = state.failure !== undefined ? "failed" : !alive ? "stuck" : done || state.still ? "ready" : "slow";
    if (end === "ready" && !observer.seen.crashed)
        await within(WORKERS, serviceWorkersReady(tab, WORKERS).then((count) => void (state.serviceWorkers = count)));
    const { messages, requests, violations, dialogs, crashed } = observer.seen;
    return {
        ...{ messages, requests, violations, dialogs, crashed, end },
        failure: state.failure,
        document: state.probe,
        painted: state.painted,
        screenshot: state.screenshot ?? (end === "stuck" || crashed ? undefined : await screenshotOf(tab)),
        serviceWorkers: state.serviceWorkers,
        popups: tab.popups,
        took: performance.now() - start,
    };
}
async function load(tab, observer, { url, root, versions, patience }, state, over) {
    const { errorText } = await tab.send("Page.navigate", { url });
    if (errorText !== undefined && errorText !== "")
        return void (state.failure = String(errorText));
    let stillSince;
    while (!over.aborted) {
        const { seen } = observer;
        if (seen.crashed)
            return;
        if (isStill(seen)) {
            stillSince ??= performance.now();
            state.still = true;
            if (await look(tab, root, versions, state))
                break;
            if (performance.now() - stillSince > patience)
                break;
        }
        await pause(POLL);
    }
}
function isStill({ loaded, lastActivity, requests }) {
    if (!loaded || performance.now() - lastActivity < visit_QUIET)
        return false;
    return requests.every(({ done, kind }) => done || !NEEDED.has(kind));
}
async function look(tab, root, versions, state) {
    const seen = await probe(tab, root, versions);
    if (seen === undefined)
        return false;
    state.probe = seen;
    if (seen.box === undefined)
        return false;
    state.screenshot = await screenshotOf(tab);
    state.painted = state.screenshot !== undefined && !isBlank(await readPng(state.screenshot), seen.box);
    return state.painted && !seen.empty;
}
async function screenshotOf(tab) {
    let data;
    const taken = tab.send("Page.captureScreenshot", { format: "png" }).then((answer) => void (data = answer["data"]));
    return (await within(ANSWER, taken)) && typeof data === "string" ? Buffer.from(data, "base64") : undefined;
}
async function answers(tab) {
    return await within(ANSWER, tab.send("Runtime.evaluate", { expression: "1" }).then((_) => undefined));
}
async function within(milliseconds, work) {
    let timer;
    const late = new Promise((resolve) => (timer = setTimeout(resolve, milliseconds, false)));
    try {
        return await Promise.race([late, work.then(() => true)]);
    }
    catch (error) {
        if (error instanceof BrowserGone)
            throw error;
        return false;
    }
    finally {
        clearTimeout(timer);
        work.catch(() => undefined);
    }
}
function pause(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

;// CONCATENATED MODULE: ./packages/browser/chromium/index.ts





// EXTERNAL MODULE: ./packages/browser/page/index.ts + 4 modules
var page = __webpack_require__(6485);
;// CONCATENATED MODULE: ./actions/frontend-check/rows.ts

const FETCH_CHECKS = ["page", "title", "root", "assets", "delivery", "version"];
const BROWSER_CHECKS = [
    "load",
    "errors",
    "console",
    "requests",
    "policy",
    "hydration",
    "painted",
    "second-load",
];
const ACCEPTED = {
    page: ["pass", "warn"],
    title: ["pass", "skipped"],
    root: ["pass"],
    assets: ["pass"],
    delivery: ["pass", "warn"],
    version: ["pass", "skipped"],
    browser: ["pass", "skipped"],
    load: ["pass", "warn"],
    errors: ["pass", "warn"],
    console: ["pass", "warn"],
    requests: ["pass", "warn"],
    policy: ["pass", "warn"],
    hydration: ["pass"],
    painted: ["pass"],
    "second-load": ["pass", "warn"],
};
function verdictOf(rows, pages) {
    if (rows.some(({ result }) => result === "fail"))
        return "refused";
    if (rows.some(({ result }) => result === "invalid"))
        return "invalid";
    const browser = rows.find(({ check }) => check === "browser")?.result;
    const needed = browser === "skipped" ? FETCH_CHECKS : [...FETCH_CHECKS, ...BROWSER_CHECKS];
    const proven = pages.every((page) => needed.every((check) => rows.some((row) => row.page === page && row.check === check)));
    const complete = browser !== undefined && pages.length > 0 && proven;
    return complete && rows.every(({ check, result }) => ACCEPTED[check].includes(result)) ? "passed" : "undecided";
}
const rows_MOST = 10;
const WEIGHTS = {
    fail: 0,
    invalid: 1,
    unknown: 2,
    warn: 3,
    skipped: 4,
    pass: 5,
};
function several(rows, good) {
    if (rows.length === 0)
        return [good];
    const shown = rows.toSorted((one, other) => WEIGHTS[one.result] - WEIGHTS[other.result]).slice(0, rows_MOST);
    const more = rows.length - shown.length;
    const last = shown.at(-1);
    return more === 0 ? shown : [...shown.slice(0, -1), { ...last, detail: `${last.detail}; and ${more} more` }];
}

;// CONCATENATED MODULE: ./actions/frontend-check/words.ts

const words_LONGEST = 300;
function shownUrl(address, origin) {
    if (!URL.canParse(address))
        return (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(withoutValues(address)), words_LONGEST);
    const url = new URL(address);
    if (url.protocol !== "http:" && url.protocol !== "https:")
        return url.protocol;
    const path = `${url.pathname}${url.search === "" ? "" : "?…"}`;
    return (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(url.origin === origin ? path : url.origin + path), words_LONGEST);
}
function said(text, longest = words_LONGEST) {
    return (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(withoutValues(text)), longest);
}
function withoutValues(text) {
    return text
        .replace(/(:\/\/)[^\s/@"'<>]{1,200}@/g, "$1***@")
        .replace(/([?&#][\w.~%[\]-]{1,80}=)[^\s&"'<>)\]#]{1,4000}/g, "$1***");
}
function at(place, origin) {
    return place === undefined ? "" : ` (${shownUrl(place.url, origin)}:${place.line}:${place.column})`;
}
function isOwn(address, origin) {
    if (!URL.canParse(address))
        return true;
    const url = new URL(address);
    return (url.protocol !== "http:" && url.protocol !== "https:") || url.origin === origin;
}
const SIGN_IN = new Set([
    "login",
    "log-in",
    "log_in",
    "signin",
    "sign-in",
    "sign_in",
    "sso",
    "oauth",
    "oauth2",
    "authorize",
    "saml",
    "saml2",
]);
function looksLikeSignIn(address) {
    return (URL.canParse(address) &&
        new URL(address).pathname
            .toLowerCase()
            .split("/")
            .some((segment) => SIGN_IN.has(segment.replace(/\.[a-z]{1,5}$/, ""))));
}
function times(count, one, many = `${one}s`) {
    return `${count} ${count === 1 ? one : many}`;
}

;// CONCATENATED MODULE: ./actions/frontend-check/browse.ts





const NO_BROWSER = "Install one (Debian and Ubuntu: apt-get install chromium), give its path as browser, or browser: none where what only a browser sees is not wanted.";
const PATIENCE = 5_000;
async function browse(context, { origin, root }, pages) {
    const { inputs, host, signal, io } = context;
    const none = { visits: new Map() };
    if (inputs.browser === "none")
        return { ...none, row: (0,action/* skipped */.hT)("browser", "not asked for: a page that loads and shows nothing would pass") };
    const executable = inputs.browser === "auto" ? findChromium(host.childEnvironment) : inputs.browser;
    if (executable === undefined)
        return { ...none, row: (0,action/* unknownRow */.ro)("browser", "there is no Chromium, Chrome or Edge on this machine", NO_BROWSER) };
    if (!isProgram(executable))
        throw (0,action/* invalid */.Gq)(`browser is no program: ${(0,action/* quote */.hD)(executable)}`, {
            problems: [{ input: "browser", what: `browser is no program: ${(0,action/* quote */.hD)(executable)}`, remedy: NO_BROWSER }],
        });
    let chromium;
    try {
        chromium = await launchChromium({
            executable,
            temporary: host.temporary,
            environment: host.childEnvironment,
            network: host.network,
            host: new URL(origin).hostname,
            signal,
        });
    }
    catch (error) {
        if (!(error instanceof action/* ActionError */.lZ) || error.verdict !== "undecided")
            throw error;
        return { ...none, row: (0,action/* unknownRow */.ro)("browser", said(error.message, 600), error.details.remedy ?? NO_BROWSER) };
    }
    const visits = new Map();
    try {
        for (const page of pages) {
            io.progress(`opening ${page.name} in the browser`);
            visits.set(page.name, await visitsOf(chromium, page, { root: root.css, timeout: inputs.timeout, signal }));
            if (visits.get(page.name) === undefined)
                return {
                    visits,
                    row: (0,action/* unknownRow */.ro)("browser", `the browser ended while it had ${page.name} open`, "Run again; where it happens each time, look at this machine's memory."),
                };
        }
    }
    finally {
        await chromium.close();
    }
    const alone = chromium.sandboxed ? "" : ", without its sandbox, since this runs as root";
    return { visits, row: (0,action/* pass */.IX)("browser", `${said(chromium.version)}${alone}`) };
}
async function visitsOf(chromium, { url }, { root, timeout, signal }) {
    const options = { url, root, versions: page/* VERSION_SELECTOR */.nx, timeout, patience: Math.min(PATIENCE, timeout / 6) };
    try {
        for (let turn = 1;; turn += 1) {
            const tab = await chromium.openTab();
            const visits = await visitTwice(tab, options);
            await tab.close();
            if (turn === 2 || !visits.some(({ crashed }) => crashed))
                return visits;
        }
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof BrowserGone)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./actions/frontend-check/fetch.ts


const REDIRECTS = [301, 302, 303, 307, 308];
const TAKEN = [200, ...REDIRECTS, 203, 204, 206, 304, 400, 401, 403, 404, 405, 406, 410, 414, 421, 426, 451];
const MOST_REDIRECTS = 5;
const PAGE_BYTES = 5 * 1024 * 1024;
const ASSET_BYTES = 32 * 1024 * 1024;
const ALL_ASSET_BYTES = 128 * 1024 * 1024;
const AT_ONCE = 4;
async function fetchPage(api, url) {
    const way = [url];
    for (;;) {
        const here = way.at(-1);
        const answer = await ask(api, here, "text/html,application/xhtml+xml,*/*;q=0.8", PAGE_BYTES);
        const target = targetOf(answer, here);
        const leaves = target !== undefined && target.origin !== api.origin ? target.href : undefined;
        if (target === undefined || leaves !== undefined || way.length > MOST_REDIRECTS)
            return { way, answer, leaves, ...(await read(answer, here)) };
        way.push(target.href);
    }
}
function targetOf(answer, here) {
    if (answer.kind !== "reply" || !REDIRECTS.includes(answer.reply.status))
        return undefined;
    const location = answer.reply.headers["location"] ?? "";
    return location !== "" && URL.canParse(location, here) ? new URL(location, here) : undefined;
}
async function read(answer, address) {
    if (answer.kind !== "reply" || answer.reply.status !== 200)
        return { page: undefined, unreadable: undefined };
    try {
        return { page: await (0,page/* readPage */.SP)(answer.text, address), unreadable: undefined };
    }
    catch (error) {
        if (!(error instanceof page/* UnreadablePage */.Dx))
            throw error;
        return { page: undefined, unreadable: error.message };
    }
}
function nothingKept() {
    return { answers: new Map(), left: ALL_ASSET_BYTES };
}
async function fetchResources(api, page, kept) {
    return await (0,packages_http/* inParallel */.HN)(AT_ONCE, page.resources, async (resource) => {
        if (new URL(resource.url).origin !== api.origin)
            return { resource, answer: undefined };
        let answer = kept.answers.get(resource.url);
        if (answer === undefined)
            kept.answers.set(resource.url, (answer = askFollowing(api, resource.url, kept)));
        return { resource, answer: await answer };
    });
}
async function askFollowing(api, url, kept) {
    for (let turn = 0, here = url;; turn += 1) {
        if (kept.left <= 0)
            return { kind: "left-out" };
        const answer = await ask(api, here, "*/*", ASSET_BYTES);
        if (answer.kind === "reply")
            kept.left -= answer.reply.bytes.length;
        const target = targetOf(answer, here);
        if (target === undefined || target.origin !== api.origin || turn >= MOST_REDIRECTS)
            return answer;
        here = target.href;
    }
}
async function ask(api, address, accept, maxBytes) {
    try {
        const reply = await api.read({ path: [], address, headers: { accept }, as: "bytes", expect: TAKEN, maxBytes });
        return { kind: "reply", reply, text: new TextDecoder("utf-8").decode(reply.bytes) };
    }
    catch (failure) {
        if (!(failure instanceof packages_http/* HttpError */.j$))
            throw failure;
        const { status } = failure;
        return status !== undefined && status >= 400 && status !== 429 && failure.phase === "reply"
            ? { kind: "status", status, failure }
            : { kind: "none", failure };
    }
}

;// CONCATENATED MODULE: ./actions/frontend-check/judge-page.ts



const HTML = ["text/html", "application/xhtml+xml"];
const REMEDY = "Open it in a private window, and look at what the server or the proxy before it was given to serve.";
function pageRow({ way, answer, leaves, page, unreadable }, origin) {
    const asked = way[0];
    const last = way.at(-1);
    if (answer.kind === "none")
        return (0,action/* unknownRow */.ro)("page", said(answer.failure.message), answer.failure.details.remedy ?? "Run again.");
    if (answer.kind === "status")
        return (0,action/* fail */.fJ)("page", `it answers ${answer.status}`, "Look at the server's log: people see this error now.");
    const { status, headers, bytes } = answer.reply;
    if (leaves !== undefined) {
        const what = looksLikeSignIn(leaves) ? "it sends people to sign in" : "it sends people to another origin";
        return (0,action/* fail */.fJ)("page", `${what}: ${status} to ${shownUrl(leaves, "")}`, "Check the page behind the sign-in through an address that needs none, or give the address it moved to as url.");
    }
    if (status === 401 || status === 403)
        return (0,action/* fail */.fJ)("page", `it answers ${status}: only those who are signed in see it`, "Check it through an address that needs no sign-in.");
    if (status >= 300 && status < 400)
        return (0,action/* fail */.fJ)("page", `its redirects do not end: ${way
            .slice(0, 4)
            .map((url) => shownUrl(url, origin))
            .join(" → ")}`, "Look at the redirects of the server and of the proxy before it.");
    if (status !== 200)
        return (0,action/* fail */.fJ)("page", `it answers ${status}`, REMEDY);
    const type = mediaType(headers["content-type"]);
    if (!HTML.includes(type))
        return (0,action/* fail */.fJ)("page", `it is ${type === "" ? "of no declared type" : said(type)}, not text/html`, "Let the server declare text/html; browsers show or download anything else as it stands.");
    if (bytes.length === 0 || answer.text.trim() === "")
        return (0,action/* fail */.fJ)("page", "it is empty", REMEDY);
    if (page === undefined)
        return (0,action/* fail */.fJ)("page", `it cannot be read as a page: ${unreadable ?? ""}`, REMEDY);
    if (isErrorTitle(page.title))
        return (0,action/* fail */.fJ)("page", `it calls itself an error: ${(0,action/* quote */.hD)(said(page.title ?? ""))}`, REMEDY);
    if (way.length > 1 && !looksLikeSignIn(asked) && (looksLikeSignIn(last) || page.asksForPassword)) {
        return (0,action/* fail */.fJ)("page", `it sends people to sign in: ${shownUrl(last, origin)}`, "Check it through an address that needs no sign-in.");
    }
    if (page.resources.length === 0 && page.inlineScripts === 0 && !page.hasText)
        return (0,action/* fail */.fJ)("page", "there is nothing on it: no text, no script", REMEDY);
    if (way.length > 1)
        return (0,action/* warn */.R8)("page", `it answers 200 after redirects: ${way.map((url) => shownUrl(url, origin)).join(" → ")}`, "Give the address it leads to, so that what is meant is checked.");
    return (0,action/* pass */.IX)("page", `200, ${type}, ${bytes.length} bytes${page.title === undefined ? "" : `, ${(0,action/* quote */.hD)(said(page.title))}`}`);
}
const ERROR_TITLE = /^(?:error[ :-]{0,3})?[45]\d\d(?:\b|$)|^(?:bad gateway|service unavailable|gateway time-?out|internal server error|not found|forbidden|access denied|application error)\b/i;
function isErrorTitle(title) {
    return title !== undefined && ERROR_TITLE.test(title);
}
function mediaType(header) {
    return (header ?? "").split(";", 1)[0].trim().toLowerCase();
}
function titleRow(wanted, page, document) {
    if (wanted === undefined)
        return (0,action/* skipped */.hT)("title", "no title was asked for");
    const given = page.title ?? "";
    if (given.includes(wanted))
        return (0,action/* pass */.IX)("title", (0,action/* quote */.hD)(said(given)));
    if (document?.title.includes(wanted) === true)
        return (0,action/* pass */.IX)("title", `${(0,action/* quote */.hD)(said(document.title))}, set by a script`);
    const inBrowser = document === undefined || document.title === given ? "" : `, and in a browser ${(0,action/* quote */.hD)(said(document.title))}`;
    return (0,action/* fail */.fJ)("title", `it is ${given === "" ? "not there" : (0,action/* quote */.hD)(said(given))}${inBrowser}, and should hold ${(0,action/* quote */.hD)(said(wanted))}`, "Another page may answer in its place; where the title has changed on purpose, change the input.");
}
function rootRow(root, page) {
    const count = page.count(root);
    if (count === 1)
        return (0,action/* pass */.IX)("root", `${root.css} is there`);
    if (count > 1)
        return (0,action/* pass */.IX)("root", `${root.css} is there ${count} times; the first counts`);
    return (0,action/* fail */.fJ)("root", `there is no ${root.css}`, "Another page may answer in its place; where the application starts in another element, name it in root.");
}
function versionRow(wanted, page, document) {
    if (wanted === undefined)
        return (0,action/* skipped */.hT)("version", "no version was asked for");
    const found = [
        ...new Set([...page.versions, ...(document?.versions ?? [])]
            .map((version) => version.trim())
            .filter((version) => version !== "")),
    ];
    if (found.some((version) => isSameVersion(version, wanted)))
        return (0,action/* pass */.IX)("version", `${said(wanted)} is there`);
    const shown = found
        .slice(0, 5)
        .map((version) => (0,action/* quote */.hD)(said(version, 80)))
        .join(", ");
    if (found.length > 0)
        return (0,action/* fail */.fJ)("version", `the page is of version ${shown}, and ${(0,action/* quote */.hD)(said(wanted))} was expected`, "The old release may still be served: look at the rollout, and at caches before the server.");
    return (0,action/* unknownRow */.ro)("version", `the page does not say its version; ${(0,action/* quote */.hD)(said(wanted))} was expected`, 'Put <meta name="version" content="…"> into the page when it is built, or data-version on html, body or the root element.');
}
function isSameVersion(one, other) {
    const bare = (version) => version.trim().replace(/^v(?=\d)/, "");
    return bare(one) === bare(other);
}

;// CONCATENATED MODULE: ./actions/frontend-check/judge-assets.ts




const OPTIONAL = new Set(["icon", "manifest"]);
const FALLBACK = "The server gives its start page for files that are not there. Deploy the file, and answer 404 for missing assets (nginx: try_files $uri =404).";
const DEPLOY = "Deploy the file that the page names; page and files have to come from the same build.";
async function assetsRows(page, fetched, origin) {
    const rows = page.unreadable.map(({ text, line }) => (0,action/* fail */.fJ)("assets", `line ${line} names ${text === "" ? "an empty address" : `what is no address: ${said(text)}`}`, "Correct the address in the page's template."));
    const seen = new Set();
    for (const { resource, answer } of fetched) {
        const key = `${resource.kind} ${resource.url} ${resource.integrity ?? ""}`;
        if (seen.has(key) || OPTIONAL.has(resource.kind))
            continue;
        seen.add(key);
        const row = answer === undefined ? foreignRow(resource, origin) : await assetRow(resource, answer, origin);
        if (row !== undefined)
            rows.push(row);
    }
    return several(rows, (0,action/* pass */.IX)("assets", summary(fetched, page)));
}
function foreignRow({ kind, url, line }, origin) {
    if (!origin.startsWith("https:") || !url.startsWith("http:"))
        return undefined;
    return (0,action/* fail */.fJ)("assets", `line ${line}: the ${kind} ${shownUrl(url, origin)} is not encrypted, so browsers do not load it`, "Name it by its https address.");
}
async function assetRow(resource, answer, origin) {
    const name = `the ${words(resource)} ${shownUrl(resource.url, origin)}`;
    if (answer.kind === "none")
        return (0,action/* unknownRow */.ro)("assets", `${name} has no answer: ${said(answer.failure.message)}`, answer.failure.details.remedy ?? "Run again.");
    if (answer.kind === "left-out")
        return (0,action/* unknownRow */.ro)("assets", `${name} was not fetched: the files before it were too large together`, "Let pages name fewer or smaller files.");
    if (answer.kind === "status")
        return (0,action/* fail */.fJ)("assets", `${name} answers ${answer.status}`, "Look at the server's log.");
    const { reply, text } = answer;
    if (reply.status !== 200)
        return (0,action/* fail */.fJ)("assets", `${name} answers ${reply.status}`, DEPLOY);
    const type = mediaType(reply.headers["content-type"]);
    const content = contentOf(resource);
    if (content !== "document" &&
        (type === "text/html" || ((content === "script" || content === "style") && isHtml(text))))
        return (0,action/* fail */.fJ)("assets", `${name} is a page of HTML (200, ${said(type)})`, FALLBACK);
    if (reply.bytes.length === 0 || ((content === "script" || content === "style") && text.trim() === ""))
        return (0,action/* fail */.fJ)("assets", `${name} is empty`, "Build and deploy again: the file was cut off or never written.");
    const wrong = wrongType(resource, reply, type);
    if (wrong !== undefined)
        return (0,action/* fail */.fJ)("assets", `${name} is declared as ${type === "" ? "nothing" : said(type)}, ${wrong}`, `Let the server declare ${content === "style" ? "text/css" : "text/javascript"} for it.`);
    if (resource.integrity !== undefined && !(await (0,page/* hasIntegrity */.MG)(reply.bytes, resource.integrity))) {
        return (0,action/* fail */.fJ)("assets", `${name} is not the file that the page's integrity names, so browsers do not run it`, "Deploy page and files of the same build; where a proxy changes files on their way, switch that off.");
    }
    return undefined;
}
function words({ kind, as }) {
    if (kind === "module")
        return "module script";
    if (kind === "modulepreload")
        return "preloaded module";
    if (kind === "preload")
        return as === undefined ? "preload" : `preloaded ${said(as, 20)}`;
    return kind;
}
function contentOf({ kind, as }) {
    if (kind === "script" || kind === "module" || kind === "modulepreload")
        return "script";
    return kind === "preload" ? (as ?? "") : kind;
}
function wrongType(resource, { headers }, type) {
    const content = contentOf(resource);
    const strict = (headers["x-content-type-options"] ?? "").toLowerCase().includes("nosniff");
    if (content === "style" && type !== "text/css")
        return "and browsers take text/css alone as a style";
    if (content !== "script" || (0,page/* isJavaScript */.eh)(type))
        return undefined;
    if (resource.kind === "module" || resource.kind === "modulepreload")
        return "and browsers take JavaScript's types alone for a module";
    if (strict)
        return "and with nosniff browsers take JavaScript's types alone";
    return /^(?:image|audio|video)\/|^text\/csv$/.test(type) ? "which browsers never run as a script" : undefined;
}
function isHtml(text) {
    const beginning = text
        .slice(0, 2_000)
        .replace(/^\ufeff/, "")
        .trimStart()
        .replace(/^<!--[^]*?-->\s*/, "")
        .toLowerCase();
    return ["<!doctype html", "<html", "<head", "<body"].some((start) => beginning.startsWith(start));
}
function summary(fetched, { inlineScripts, inlineStyles }) {
    const own = fetched.filter(({ answer, resource }) => answer !== undefined && !OPTIONAL.has(resource.kind));
    const count = (...kinds) => new Set(own.filter(({ resource }) => kinds.includes(resource.kind)).map(({ resource }) => resource.url)).size;
    const parts = [
        times(count("script", "module"), "script"),
        times(count("style"), "style"),
        times(count("preload", "modulepreload"), "preload"),
    ];
    const inline = inlineScripts + inlineStyles > 0 ? `, ${times(inlineScripts + inlineStyles, "piece")} of code in the page` : "";
    const others = [
        ...new Set(fetched.filter(({ answer }) => answer === undefined).map(({ resource }) => new URL(resource.url).host)),
    ];
    return `${parts.join(", ")}${inline}${others.length === 0 ? "" : `; not fetched, from others: ${said(others.join(", "))}`}`;
}
const WORTH_COMPRESSING = 10 * 1024;
const AN_HOUR = 3_600;
const A_DAY = 86_400;
const HASHED = /[.-][0-9a-zA-Z_-]{8,}\.(?:js|mjs|css)$/;
function deliveryRow(page, fetched, origin) {
    const rows = [];
    const age = maxAge(page.headers["cache-control"]);
    if (age !== undefined && age >= AN_HOUR)
        rows.push((0,action/* warn */.R8)("delivery", `browsers keep the page for ${age} s: people stay on the old release as long`, "Send Cache-Control: no-cache with pages."));
    const own = fetched.flatMap(({ resource, answer }) => answer?.kind === "reply" && answer.reply.status === 200 ? [{ resource, reply: answer.reply }] : []);
    const code = [
        ...new Map(own
            .filter(({ resource }) => ["script", "style"].includes(contentOf(resource)))
            .map((one) => [one.resource.url, one])).values(),
    ];
    const plain = code.filter(({ reply }) => reply.bytes.length >= WORTH_COMPRESSING && (reply.headers["content-encoding"] ?? "") === "");
    if (plain.length > 0)
        rows.push((0,action/* warn */.R8)("delivery", `${times(plain.length, "file")} not compressed, such as ${shownUrl(plain[0].resource.url, origin)}`, "Let the server compress scripts and styles."));
    const forgotten = code.filter(({ resource, reply }) => isHashed(resource.url) && (maxAge(reply.headers["cache-control"]) ?? 0) < A_DAY);
    if (forgotten.length > 0)
        rows.push((0,action/* warn */.R8)("delivery", `${times(forgotten.length, "file")} named by content and not kept, such as ${shownUrl(forgotten[0].resource.url, origin)}`, "Send Cache-Control: max-age=31536000, immutable with them."));
    const missing = fetched.filter(({ resource, answer }) => OPTIONAL.has(resource.kind) && answer !== undefined && !isThere(answer));
    if (missing.length > 0)
        rows.push((0,action/* warn */.R8)("delivery", `the ${missing[0].resource.kind} ${shownUrl(missing[0].resource.url, origin)} is not there`, DEPLOY));
    if (rows.length === 0)
        return (0,action/* pass */.IX)("delivery", "compressed, and kept as long as it should be");
    return (0,action/* warn */.R8)("delivery", rows.map(({ detail }) => detail).join("; "), rows.map(({ remedy }) => remedy).join(" "));
}
function isThere(answer) {
    return (answer.kind === "reply" &&
        answer.reply.status === 200 &&
        mediaType(answer.reply.headers["content-type"]) !== "text/html");
}
function isHashed(url) {
    const name = HASHED.exec(new URL(url).pathname)?.[0];
    return name !== undefined && /\d/.test(name);
}
function maxAge(header) {
    if (header === undefined)
        return undefined;
    const parts = header
        .toLowerCase()
        .split(",")
        .map((part) => part.trim());
    if (parts.includes("no-store") || parts.includes("no-cache"))
        return 0;
    const age = parts.find((part) => part.startsWith("max-age="))?.slice("max-age=".length) ?? "";
    return /^\d{1,10}$/.test(age) ? Number(age) : undefined;
}

;// CONCATENATED MODULE: ./actions/frontend-check/judge-visit.ts



function visitRows(visit, scope) {
    const rows = [loadRow(visit, scope)];
    if (visit.end === "failed")
        return rows;
    const { origin } = scope;
    const hydration = visit.messages.filter(({ text }) => isHydration(text));
    const rest = visit.messages.filter((message) => !hydration.includes(message));
    const uncaught = rest.filter((message) => message.kind === "uncaught" || isBroken(message));
    const logged = rest.filter((message) => !uncaught.includes(message));
    return [
        ...rows,
        ...several(unique(uncaught).map((message) => errorRow(message, origin)), (0,action/* pass */.IX)("errors", "no script threw an error")),
        ...several(unique(logged).map((message) => consoleRow(message, scope)), (0,action/* pass */.IX)("console", "nothing logged as an error")),
        ...several(visit.requests.flatMap((request) => requestRow(request, scope) ?? []), (0,action/* pass */.IX)("requests", `${times(visit.requests.length, "request")}, each answered`)),
        ...several(visit.violations.map((violation) => policyRow(violation, origin)), (0,action/* pass */.IX)("policy", "no Content-Security-Policy was violated")),
        ...several(unique(hydration).map((message) => hydrationRow(message, origin)), (0,action/* pass */.IX)("hydration", "nothing said that it failed")),
        paintedRow(visit, scope.root),
    ];
}
function loadRow({ end, failure, crashed, document, dialogs, popups, requests, took }, { url, origin, timeout }) {
    const limit = `${timeout / 1000} s`;
    if (crashed)
        return (0,action/* fail */.fJ)("load", "the page's process crashed, twice", "Open it in this browser and watch its memory; a page that exhausts it crashes for people too.");
    if (end === "failed")
        return noPageRow(failure ?? "");
    if (end === "stuck")
        return (0,action/* fail */.fJ)("load", `the page did not finish within ${limit}: a script runs without end`, "Open it with the developer tools, pause the script, and look where it is.");
    if (end === "slow") {
        const open = requests.filter(({ done }) => !done).map((request) => shownUrl(request.url, origin));
        const what = open.length === 0
            ? "it never stood still"
            : `still waiting for ${open.slice(0, 3).join(", ")}${open.length > 3 ? ` and ${open.length - 3} more` : ""}`;
        return (0,action/* fail */.fJ)("load", `the page did not finish within ${limit}: ${what}`, "Look at why this takes so long; where it is meant to, give more timeout.");
    }
    const address = document?.address ?? url;
    if (!isOwn(address, origin))
        return (0,action/* fail */.fJ)("load", `a script sends people to another origin: ${shownUrl(address, origin)}`, "Check the page through an address that needs no sign-in.");
    if (looksLikeSignIn(address) && !looksLikeSignIn(url))
        return (0,action/* fail */.fJ)("load", `a script sends people to sign in: ${shownUrl(address, origin)}`, "Check a page that needs no sign-in.");
    const odd = [
        ...dialogs
            .slice(0, 3)
            .map(({ kind, text }) => `a dialog (${kind}) says ${(0,action/* quote */.hD)(said(text, 100))}; it was dismissed`),
        ...(popups === 0 ? [] : [`it opens ${times(popups, "window")}, which were closed`]),
        ...(new URL(address).pathname === new URL(url).pathname ? [] : [`a script leads to ${shownUrl(address, origin)}`]),
    ];
    if (odd.length > 0)
        return (0,action/* warn */.R8)("load", odd.join("; "), "Look whether this is meant.");
    return (0,action/* pass */.IX)("load", `loaded and at rest after ${(took / 1000).toFixed(1)} s`);
}
function noPageRow(failure) {
    if (failure.includes("ERR_TOO_MANY_REDIRECTS"))
        return (0,action/* fail */.fJ)("load", "its redirects do not end", "Look at the redirects of the server, and at cookies that they expect.");
    if (failure.includes("ERR_ABORTED"))
        return (0,action/* fail */.fJ)("load", "there is no page: it is downloaded, or has no content", "Let the server declare text/html, without Content-Disposition.");
    const remedy = failure.includes("ERR_CERT")
        ? "Add the private authority to the browser's own store (Linux: certutil -d sql:$HOME/.pki/nssdb)."
        : "Look at what stands between this machine's browser and the page: proxy, firewall, certificates.";
    return (0,action/* unknownRow */.ro)("load", `the browser does not get the page: ${said(failure)}`, remedy);
}
const HYDRATION = /\bhydrat|\bserver[- ]rendered html\b|did not match\. server:|\bminified react error #(?:418|419|421|422|423|425)\b|\bNG05\d\d\b/i;
function isHydration(text) {
    return HYDRATION.test(text);
}
function isBroken({ kind, text }) {
    return (kind === "browser" && /module script|MIME type|digest in the 'integrity'|module specifier|import map/i.test(text));
}
function errorRow({ kind, text, place }, origin) {
    const own = place === undefined || isOwn(place.url, origin);
    const detail = `${kind === "browser" ? "the browser says" : "uncaught"}: ${said(text)}${at(place, origin)}`;
    return own
        ? (0,action/* fail */.fJ)("errors", detail, "Open the page with the developer tools; the place is where it was thrown.")
        : (0,action/* warn */.R8)("errors", detail, "It comes from another origin: look whether the page needs it.");
}
function consoleRow({ text, place }, { origin, consoleErrors }) {
    const detail = `${said(text)}${at(place, origin)}`;
    const remedy = "Look whether the page went on without it.";
    return consoleErrors === "refuse" ? (0,action/* fail */.fJ)("console", detail, remedy) : (0,action/* warn */.R8)("console", detail, remedy);
}
const PARTS = new Set(["Document", "Script", "Stylesheet", "Image", "Font", "Media", "Manifest", "TextTrack"]);
const QUESTIONS = new Set(["XHR", "Fetch"]);
function requestRow({ url, kind, status, mediaType, failure, blocked, fromServiceWorker }, { origin }) {
    if (blocked === "csp")
        return undefined;
    const name = `${kind} ${shownUrl(url, origin)}${fromServiceWorker ? ", through the service worker," : ""}`;
    const own = isOwn(url, origin);
    const isCode = kind === "Script" || kind === "Stylesheet";
    const answeredPage = isCode && mediaType === "text/html" && status !== undefined && status < 400;
    if (failure === undefined && (status === undefined || status < 400) && !answeredPage)
        return undefined;
    const what = answeredPage
        ? `${name} is a page of HTML (${status})`
        : failure !== undefined && (status === undefined || status < 400)
            ? `${name} failed: ${said(failure)}${blocked === undefined ? "" : ` (${said(blocked)})`}`
            : `${name} answers ${status}`;
    const server = status !== undefined && status >= 500;
    const serious = own && (PARTS.has(kind) || (QUESTIONS.has(kind) && (server || status === undefined)));
    if (!serious)
        return (0,action/* warn */.R8)("requests", what, own
            ? "Look whether the page is meant to go on without it."
            : "It comes from another origin: look whether the page needs it.");
    const remedy = answeredPage
        ? "A file is missing, and the server gives its start page instead: deploy the file, and answer 404 for missing assets."
        : server
            ? "Look at the server's log."
            : "Deploy the file; page and files have to come from the same build.";
    return (0,action/* fail */.fJ)("requests", what, remedy);
}
function policyRow({ directive, blocked, place, reportOnly }, origin) {
    const what = blocked === undefined ? "code in the page" : shownUrl(blocked, origin);
    const detail = `${said(directive, 60)} ${reportOnly ? "would block" : "blocks"} ${what}${at(place, origin)}`;
    const remedy = "Allow it in the Content-Security-Policy, or take it off the page.";
    return reportOnly ? (0,action/* warn */.R8)("policy", detail, remedy) : (0,action/* fail */.fJ)("policy", detail, remedy);
}
function hydrationRow({ text, place }, origin) {
    return (0,action/* fail */.fJ)("hydration", `${said(text)}${at(place, origin)}`, "The server rendered other HTML than the browser does: deploy both from the same build, and look for dates, random values and locales in the rendering.");
}
function paintedRow({ document, painted, end }, root) {
    const remedy = "Open the screenshot and the developer tools; the rows above may say why.";
    if (document === undefined)
        return end === "ready"
            ? (0,action/* unknownRow */.ro)("painted", "the page could not be looked at", "Run again.")
            : (0,action/* fail */.fJ)("painted", "nothing was painted before its time was up", remedy);
    if (!document.found)
        return (0,action/* fail */.fJ)("painted", `there is no ${root} once the scripts have run`, remedy);
    if (document.empty)
        return (0,action/* fail */.fJ)("painted", `${root} stays empty: the application did not start`, remedy);
    if (document.box === undefined)
        return (0,action/* fail */.fJ)("painted", `${root} is not visible: nothing in it has an area on the screen`, "Look for display, visibility, opacity and sizes in the styles; a style may be missing.");
    if (!painted)
        return (0,action/* fail */.fJ)("painted", `${root} is laid out, and all of it has one colour: people see nothing`, "Look for something that covers it, and for a missing style.");
    const { width, height } = document.box;
    return (0,action/* pass */.IX)("painted", `${root} shows something on ${Math.round(width)} × ${Math.round(height)} pixels`);
}
function secondLoadRows(first, second, scope, wrongVersion) {
    if (second === undefined)
        return [(0,action/* unknownRow */.ro)("second-load", "the first load did not finish, so nobody came back", "Mend the first load.")];
    const known = new Set(first.filter(({ result }) => result === "fail").map(({ check }) => check));
    const bad = visitRows(second, scope).filter(({ check, result }) => (result === "fail" || result === "unknown") && !known.has(check));
    const through = second.serviceWorkers > 0 ? "through its service worker" : "with what it had kept";
    const remedy = (row) => second.serviceWorkers > 0
        ? "Look at what the service worker keeps, and whether it lets go of an old release's files."
        : (row.remedy ?? "");
    const rows = bad.map((row) => ({
        ...row,
        check: "second-load",
        detail: `coming back ${through}: ${row.check}: ${row.detail}`,
        remedy: remedy(row),
    }));
    if (wrongVersion !== undefined)
        rows.push((0,action/* fail */.fJ)("second-load", `coming back ${through}: the page is of version ${(0,action/* quote */.hD)(said(wrongVersion, 80))}`, "Look at what the service worker or the cache keeps."));
    return several(rows, (0,action/* pass */.IX)("second-load", `the same for someone who comes back, ${through}`));
}
function unique(messages) {
    return [...new Map(messages.map((message) => [message.text, message])).values()];
}

;// CONCATENATED MODULE: ./actions/frontend-check/report.ts




const VERDICTS = {
    passed: "✅ passed",
    refused: "❌ refused",
    invalid: "🚫 invalid",
    undecided: "❓ undecided",
};
const DECISIVE = { refused: "fail", invalid: "invalid", undecided: "unknown" };
const ROWS = 200;
function logRows(io, rows) {
    for (const row of rows) {
        const text = named(row);
        if (row.result === "warn")
            io.warning(`${text}${row.remedy === undefined ? "" : `\n${row.remedy}`}`);
        else
            io.info(`${action/* CHECK_WORDS */.DP[row.result]}  ${text}`);
    }
}
function problemsOf(rows, verdict) {
    if (verdict === "passed")
        return [];
    const decisive = rows.filter(({ result }) => result === DECISIVE[verdict]);
    return decisive.map((row) => ({ what: named(row), ...(row.remedy !== undefined && { remedy: row.remedy }) }));
}
function named({ page, check, detail }) {
    return `${page === "" ? "" : `${page}: `}${check}: ${detail}`;
}
function summaryOf(rows, verdict, { origin, pages }, screenshots) {
    const cells = rows
        .slice(0, ROWS)
        .map(({ page, check, result, detail, remedy = "" }) => [
        page === "" ? "" : (0,packages_text/* code */.aY)(page),
        check,
        action/* CHECK_WORDS */.DP[result],
        detail,
        result === "pass" || result === "skipped" ? "" : remedy,
    ]);
    return [
        (0,packages_text/* heading */.R_)("frontend-check"),
        (0,packages_text/* paragraph */.FY)([(0,packages_text/* strong */.ko)(VERDICTS[verdict]), ` ${pages.length === 1 ? "1 page" : `${pages.length} pages`} of ${origin}`]),
        (0,packages_text/* table */.tp)(["Page", "Check", "Result", "Detail", "Remedy"], cells),
        ...(rows.length > ROWS ? [(0,packages_text/* paragraph */.FY)(`and ${rows.length - ROWS} more rows`)] : []),
        ...(screenshots.length === 0 ? [] : [(0,packages_text/* paragraph */.FY)(`Screenshots: ${screenshots.join(", ")}`)]),
    ];
}
function outputsOf(rows) {
    const count = (...results) => rows.filter(({ result }) => results.includes(result)).length;
    return {
        results: listOutput(rows),
        failures: count("fail", "invalid"),
        unknowns: count("unknown"),
        warnings: count("warn"),
    };
}
function listOutput(rows) {
    const good = ({ result }) => (result === "pass" || result === "skipped" ? 1 : 0);
    const ordered = rows.toSorted((one, other) => good(one) - good(other));
    return (0,packages_text/* fittingItems */.K8)(ordered.map(({ page, check, result, detail, remedy }) => ({
        page,
        check,
        result,
        detail,
        ...(remedy !== undefined && { remedy }),
    })));
}
async function writeScreenshots({ host, io }, directory, { visits }) {
    const written = [];
    for (const [index, [name, loads = []]] of [...visits].entries()) {
        const [first, second] = loads;
        const file = `${directory.replace(/\/+$/, "")}/${index + 1}-${fileName(name)}`;
        const pictures = [
            { path: `${file}.png`, png: first?.screenshot },
            {
                path: `${file}-again.png`,
                png: second !== undefined && second.painted !== first?.painted ? second.screenshot : undefined,
            },
        ];
        for (const { path, png } of pictures) {
            if (png === undefined)
                continue;
            if (await (0,files/* writeReport */.u5)(host, io, path, png))
                written.push(path);
        }
    }
    return written;
}
function fileName(page) {
    const words = page
        .split("?", 1)[0]
        .replace(/[^A-Za-z0-9]+/g, "-")
        .replace(/^-|-$/g, "")
        .slice(0, 60);
    return words === "" ? "start" : words;
}
const JUNIT = {
    pass: "passed",
    warn: "passed",
    fail: "failed",
    skipped: "skipped",
    unknown: "error",
    invalid: "error",
};
const UNFINISHED = [{ page: "", ...(0,action/* unknownRow */.ro)("browser", "the run did not end", "") }];
async function junitOf(rows) {
    const { junitXml } = await __webpack_require__.e(/* import() */ 2420).then(__webpack_require__.bind(__webpack_require__, 2420));
    const suites = [...new Set(rows.map(({ page }) => page))].map((page) => ({
        name: page === "" ? "browser" : page,
        cases: rows
            .filter((row) => row.page === page)
            .map(({ check, result, detail, remedy = "" }) => ({
            name: check,
            result: JUNIT[result],
            message: detail,
            detail: remedy,
        })),
    }));
    return junitXml("frontend-check", suites);
}

// EXTERNAL MODULE: ./actions/frontend-check/settings.ts
var frontend_check_settings = __webpack_require__(9029);
;// CONCATENATED MODULE: ./actions/frontend-check/check.ts










const PAGES_AT_ONCE = 2;
const ATTEMPTS = 3;
const LONGEST_ANSWER = 30_000;
async function checkFrontend(context) {
    const { inputs, io, host } = context;
    (0,files.refuseOutputs)(host, { "screenshot-dir": inputs.screenshotDir, "junit-file": inputs.junitFile });
    const settings = await (0,frontend_check_settings/* settingsOf */.f)(inputs, host);
    if (inputs.screenshotDir !== undefined)
        await (0,files/* makeWorkspaceDirectory */.rc)(host, inputs.screenshotDir, { typed: true });
    if (inputs.junitFile !== undefined) {
        await (0,files.writeWorkspaceFile)(host, inputs.junitFile, await junitOf(UNFINISHED), { typed: true });
    }
    const fetched = await fetchAll(context, settings);
    const browsing = await browse(context, settings, fetched.filter((one) => one.fetched.page !== undefined).map(({ page }) => page));
    const rows = [{ page: "", ...browsing.row }];
    for (const one of fetched)
        rows.push(...(await judge(one, browsing, settings, inputs)).map((row) => ({ page: one.page.name, ...row })));
    const pages = settings.pages.map(({ name }) => name);
    const verdict = verdictOf(rows, pages);
    const screenshots = inputs.screenshotDir === undefined ? [] : await writeScreenshots(context, inputs.screenshotDir, browsing);
    if (inputs.junitFile !== undefined)
        await (0,files/* writeReport */.u5)(host, io, inputs.junitFile, await junitOf(rows));
    logRows(io, rows);
    if (inputs.summary)
        io.summary(...summaryOf(rows, verdict, settings, screenshots));
    const assets = new Set(fetched.flatMap(({ resources }) => resources.flatMap(({ resource, answer }) => (answer === undefined ? [] : [resource.url])))).size;
    const outputs = { ...outputsOf(rows), pages: pages.length, assets, screenshots };
    const details = { problems: problemsOf(rows, verdict), outputs };
    return { verdict, outputs, details };
}
async function fetchAll({ inputs, io, signal, clock, host, endpoints }, { origin, pages }) {
    const http = (0,packages_http.openHttp)({
        io,
        signal,
        clock,
        network: host.network,
        endpoints: [...endpoints, origin],
        allowHttp: inputs.allowHttp,
    });
    try {
        const deadline = Math.min(inputs.timeout, LONGEST_ANSWER);
        const api = http.api(origin, { deadline, attempts: ATTEMPTS, patience: inputs.timeout });
        const kept = nothingKept();
        return await (0,packages_http/* inParallel */.HN)(PAGES_AT_ONCE, pages, (page) => fetchOne(api, page, kept));
    }
    finally {
        http.close();
    }
}
async function fetchOne(api, page, kept) {
    const fetched = await fetchPage(api, page.url);
    return { page, fetched, resources: fetched.page === undefined ? [] : await fetchResources(api, fetched.page, kept) };
}
async function judge({ page, fetched, resources }, browsing, settings, inputs) {
    const { origin, root } = settings;
    const first = pageRow(fetched, origin);
    const html = fetched.page;
    if (html === undefined || fetched.answer.kind !== "reply")
        return [first];
    const visits = browsing.visits.get(page.name);
    const document = visits?.[0]?.document;
    const rows = [
        first,
        titleRow(inputs.title, html, document),
        rootRow(root, html),
        ...(await assetsRows(html, resources, origin)),
        deliveryRow(fetched.answer.reply, resources, origin),
        versionRow(inputs.expectVersion, html, document),
    ];
    if (visits?.[0] === undefined)
        return rows;
    const scope = { url: page.url, origin, root: root.css, consoleErrors: inputs.consoleErrors, timeout: inputs.timeout };
    const shown = visitRows(visits[0], scope);
    if (visits[0].end === "failed")
        return [...rows, ...shown];
    return [
        ...rows,
        ...shown,
        ...secondLoadRows(shown, visits[1], scope, wrongVersion(inputs.expectVersion, visits[1]?.document?.versions)),
    ];
}
function wrongVersion(wanted, found = []) {
    if (wanted === undefined || found.length === 0 || found.some((version) => isSameVersion(version, wanted)))
        return undefined;
    return found[0];
}


/***/ })

};
;