"use strict";
exports.id = 9480;
exports.ids = [9480];
exports.modules = {

/***/ 9480:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HttpError: () => (/* reexport */ HttpError),
  JsonError: () => (/* reexport */ JsonError),
  createPace: () => (/* reexport */ createPace),
  credentialOf: () => (/* reexport */ credentialOf),
  describeFailure: () => (/* reexport */ describeFailure),
  fileChunks: () => (/* reexport */ fileChunks),
  freeBody: () => (/* reexport */ freeBody),
  inParallel: () => (/* reexport */ inParallel),
  openHttp: () => (/* reexport */ openHttp),
  parseJson: () => (/* reexport */ parseJson),
  parseNextLink: () => (/* reexport */ parseNextLink),
  readAs: () => (/* reexport */ readAs)
});

;// CONCATENATED MODULE: ./packages/http/credential.ts
function credentialOf({ token, username, password }) {
    if (token !== undefined)
        return { header: "authorization", value: `Bearer ${token}` };
    return username !== undefined && password !== undefined ? { user: username, password } : undefined;
}

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./packages/http/ip.ts

const LOOPBACK = blocks(["127.0.0.0", 8], ["::1", 128]);
const PRIVATE = blocks(["10.0.0.0", 8], ["172.16.0.0", 12], ["192.168.0.0", 16], ["100.64.0.0", 10], ["fc00::", 7]);
const REFUSED = blocks(["0.0.0.0", 8], ["169.254.0.0", 16], ["192.0.0.192", 32], ["224.0.0.0", 3], ["::", 128], ["fe80::", 10], ["ff00::", 8], ["fd00:ec2::", 32]);
function addressOf(hostname) {
    const bare = hostname.replace(/^\[|\]$/g, "").split("%")[0] ?? "";
    const family = (0,external_node_net_.isIP)(bare);
    if (family === 4)
        return bare;
    if (family !== 6)
        return undefined;
    const canonical = new URL(`http://[${bare}]`).hostname.slice(1, -1);
    return embeddedIPv4(canonical) ?? canonical;
}
function wrapsIPv4(hostname) {
    return hostname.startsWith("[") && (0,external_node_net_.isIP)(addressOf(hostname) ?? "") === 4;
}
function addressKind(address) {
    if (within(REFUSED, address))
        return "refused";
    if (within(LOOPBACK, address))
        return "loopback";
    return within(PRIVATE, address) ? "private" : "public";
}
function isLoopbackHost(hostname) {
    const address = addressOf(hostname);
    if (address !== undefined)
        return within(LOOPBACK, address);
    return hostname === "localhost" || hostname.endsWith(".localhost");
}
function inNetwork(address, network) {
    const [base = "", prefix, ...rest] = network.split("/");
    const start = addressOf(base);
    if (start === undefined || rest.length > 0)
        return false;
    if (prefix === undefined)
        return start === addressOf(address);
    const bits = (0,external_node_net_.isIP)(start) === 4 ? 32 : 128;
    if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > bits)
        return false;
    return within(blocks([start, Number(prefix)]), address);
}
function embeddedIPv4(canonical) {
    const match = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(canonical);
    if (match === null)
        return undefined;
    const high = Number.parseInt(match[1] ?? "", 16);
    const low = Number.parseInt(match[2] ?? "", 16);
    return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}
function blocks(...networks) {
    const list = new external_node_net_.BlockList();
    for (const [start, bits] of networks)
        list.addSubnet(start, bits, (0,external_node_net_.isIP)(start) === 4 ? "ipv4" : "ipv6");
    return list;
}
function within(list, address) {
    const plain = addressOf(address);
    return plain !== undefined && list.check(plain, (0,external_node_net_.isIP)(plain) === 4 ? "ipv4" : "ipv6");
}

;// CONCATENATED MODULE: ./packages/http/address.ts



const MAX_ADDRESS = 8192;
function parseBase(text, allowHttp) {
    const url = parseAddress(text);
    if (url.username !== "" || url.password !== "" || authority(text).includes("@")) {
        throw (0,action/* invalid */.Gq)("An address must not contain a user name or a password.", {
            remedy: `Write it as ${url.protocol}//${url.host} and give the secret as the token or credential.`,
        });
    }
    const given = shown(text);
    if (url.search !== "" || url.hash !== "" || /[?#]/.test(text)) {
        throw (0,action/* invalid */.Gq)(`The address ${given} must end with its path: no "?" and no "#".`);
    }
    checkHost(url, text);
    const path = url.pathname.replace(/\/$/, "");
    if (text.replace(/^[^:]*:\/\/[^/]*/, "").replace(/\/$/, "") !== path || path.includes("//") || /%2e/i.test(path)) {
        throw (0,action/* invalid */.Gq)(`The address ${given} has a path that is read as ${path === "" ? "/" : path}.`, {
            remedy: 'Write the path plainly, without ".", "..", empty segments or characters that need encoding.',
        });
    }
    checkScheme(url, allowHttp);
    return url;
}
function parseEndpoint(text) {
    const url = parseAddress(text);
    checkHost(url, text);
    return url.origin;
}
function checkScheme(url, allowHttp) {
    if (url.protocol === "https:")
        return;
    if (url.protocol === "http:" && (allowHttp || isLoopbackHost(url.hostname)))
        return;
    throw (0,action/* invalid */.Gq)(`${url.protocol}//${url.host} is not encrypted: only https is allowed.`, {
        remedy: "Use the https address, or set allow-http: true where the network itself is trusted.",
    });
}
function buildUrl(base, path, query) {
    const root = base.pathname.replace(/\/$/, "");
    const encoded = path.map((segment, index) => encodeSegment(segment, index === path.length - 1));
    const pathname = encoded.length === 0 ? base.pathname : `${root}/${encoded.join("/")}`;
    const search = encodeQuery(query);
    const url = new URL(`${base.origin}${pathname}${search === "" ? "" : `?${search}`}`);
    if (url.origin !== base.origin || url.pathname !== pathname || url.href.length > MAX_ADDRESS) {
        const given = (0,packages_text/* shorten */.ml)(JSON.stringify(path), 200);
        throw (0,action/* invalid */.Gq)(`The address below ${base.origin} cannot be built safely from ${given}.`, {
            remedy: `It must be below the API's address and have at most ${MAX_ADDRESS} characters.`,
        });
    }
    return url;
}
function exactUrl(base, address) {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url === undefined ||
        url.origin !== base.origin ||
        url.username !== "" ||
        url.password !== "" ||
        url.href.length > MAX_ADDRESS) {
        throw (0,action/* invalid */.Gq)(`${shown(address)} is not an address on ${base.origin}.`);
    }
    url.hash = "";
    return url;
}
function encodeQuery(query) {
    const pairs = [];
    for (const [name, value] of Object.entries(query ?? {})) {
        if (value === undefined)
            continue;
        for (const one of Array.isArray(value) ? value : [value]) {
            pairs.push(`${encodeText(name)}=${encodeText(String(one))}`);
        }
    }
    return pairs.join("&");
}
function encodeSegment(segment, last) {
    if (segment === "" && last)
        return "";
    if (segment === "" || segment === "." || segment === "..") {
        throw (0,action/* invalid */.Gq)(`${JSON.stringify(segment)} cannot be part of a URL.`, {
            remedy: 'Give a name without empty, "." or ".." segments between its slashes.',
        });
    }
    return encodeText(segment).replaceAll("%3A", ":").replaceAll("%40", "@");
}
function encodeText(text) {
    try {
        return encodeURIComponent(text);
    }
    catch {
        throw (0,action/* invalid */.Gq)("A part of an address contains half a character (a lone surrogate), which a URL cannot contain.");
    }
}
function parseAddress(text) {
    const plausible = text.length <= MAX_ADDRESS && /^https?:\/\/[^/]/i.test(text) && !/[\s\\\p{Cc}]/u.test(text);
    if (plausible && URL.canParse(text))
        return new URL(text);
    throw (0,action/* invalid */.Gq)(`${shown(text)} is not an https address.`, { remedy: "Write it like https://api.github.com." });
}
function checkHost(url, text) {
    const written = authority(text).toLowerCase();
    const port = url.protocol === "https:" ? ":443" : ":80";
    if (written !== url.host && written !== url.host + port) {
        throw (0,action/* invalid */.Gq)(`${shown(text)} hides its host: it is read as ${url.host}.`, {
            remedy: `If that is the host you mean, write ${url.protocol}//${url.host}.`,
        });
    }
    if (url.hostname.endsWith("."))
        throw (0,action/* invalid */.Gq)(`The host ${url.hostname} must not end with a dot.`);
    const address = addressOf(url.hostname);
    if (wrapsIPv4(url.hostname))
        throw (0,action/* invalid */.Gq)(`Write the host ${url.hostname} as the IPv4 address ${address}.`);
    if (address !== undefined && addressKind(address) === "refused") {
        throw (0,action/* invalid */.Gq)(`${address} is not the address of a service (link-local, multicast or unspecified).`);
    }
}
function authority(text) {
    return /^[^:]*:\/\/([^/?#]*)/.exec(text)?.[1] ?? "";
}
function shown(text) {
    return (0,packages_text/* quote */.hD)(text.replace(/\/\/[^/]*@/, "//***@").replace(/[?#].*$/s, ""), 200);
}

;// CONCATENATED MODULE: ./packages/http/explain.ts
const TRUST = "If a private authority signed it, give its certificate as a PEM file (NODE_EXTRA_CA_CERTS).";
const CERTIFICATES = {
    CERT_HAS_EXPIRED: {
        text: "its certificate has expired",
        remedy: "The server's certificate must be renewed; check this machine's clock too.",
    },
    CERT_NOT_YET_VALID: { text: "its certificate is not valid yet", remedy: "Check this machine's clock." },
    DEPTH_ZERO_SELF_SIGNED_CERT: { text: "its certificate is self-signed", remedy: TRUST },
    SELF_SIGNED_CERT_IN_CHAIN: { text: "its certificate leads to an authority that is not trusted", remedy: TRUST },
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: { text: "its certificate's authority is unknown", remedy: TRUST },
    UNABLE_TO_GET_ISSUER_CERT: { text: "its certificate's authority is unknown", remedy: TRUST },
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: { text: "its certificate's authority is unknown", remedy: TRUST },
    CERT_REVOKED: { text: "its certificate was revoked", remedy: "The server's certificate must be replaced." },
    ERR_TLS_CERT_ALTNAME_INVALID: {
        text: "its certificate is for another host",
        remedy: "Check the address: another server may be answering in its place.",
    },
};
const SYSTEM = {
    ECONNREFUSED: {
        text: "the connection was refused",
        remedy: "Check the address and the port, and that the service runs.",
    },
    ECONNRESET: { text: "the connection was reset" },
    EPIPE: { text: "the connection was closed while sending" },
    ETIMEDOUT: { text: "the connection timed out", remedy: "Check the address, the firewall and the proxy settings." },
    EHOSTUNREACH: { text: "the host cannot be reached", remedy: "Check the network and the proxy settings." },
    ENETUNREACH: { text: "the network cannot be reached", remedy: "Check the network and the proxy settings." },
    ENOTFOUND: {
        text: "the host name is unknown",
        remedy: "Check the address for a typing error, and the proxy settings.",
    },
    EAI_AGAIN: { text: "the host name could not be resolved for now" },
    HPE_HEADER_OVERFLOW: { text: "the reply's headers are larger than 16 KiB", lasting: true },
};
function explain(error, phase, proxy) {
    const code = error.code ?? "";
    const known = explainCode(error, code, phase === "tls" || phase === "proxy");
    if (phase !== "proxy")
        return known;
    const text = `the proxy ${proxy ?? ""}: ${code.startsWith("PROXY_") ? error.message : known.text}`;
    if (code === "PROXY_407") {
        const remedy = "Put the proxy's user and password into the proxy setting, or correct them.";
        return { text, lasting: true, remedy };
    }
    if (/^PROXY_4\d\d$/.test(code)) {
        const remedy = "The proxy does not allow this host: have it allowed, or add the host to NO_PROXY.";
        return { text, lasting: true, remedy };
    }
    return { text, lasting: known.lasting, remedy: "Check the proxy setting, and NO_PROXY for hosts that need none." };
}
function explainCode(error, code, handshake) {
    if (code === "ADDRESS_REFUSED") {
        const remedy = "Name the service by its address if it is meant to be there.";
        return { text: error.message, lasting: true, remedy };
    }
    const certificate = CERTIFICATES[code];
    if (certificate !== undefined)
        return { ...certificate, lasting: true };
    if (handshake && /^(EPROTO|ERR_SSL_|ERR_TLS_)/.test(code)) {
        const remedy = "The server must support TLS 1.2 or 1.3 on this port.";
        return { text: "no secure connection could be negotiated", lasting: true, remedy };
    }
    if (code.startsWith("HPE_") && SYSTEM[code] === undefined) {
        return { text: "the answer is not HTTP", remedy: "Check the address and the port." };
    }
    return SYSTEM[code] ?? { text: code === "" ? error.message : `the connection failed (${code})` };
}

;// CONCATENATED MODULE: ./packages/http/receive.ts

const SMALL = 256 * 1024;
async function receive(response, head, method, maxBytes) {
    const { status, headers } = head;
    if (method === "HEAD" || status === 204 || status === 304) {
        response.resume();
        return Buffer.alloc(0);
    }
    const length = Number(headers["content-length"] ?? 0);
    const encoding = (headers["content-encoding"] ?? "identity").trim().toLowerCase();
    if (encoding === "identity" || encoding === "") {
        if (length > maxBytes)
            throw tooLarge(maxBytes);
        return collect(response, response, maxBytes, length);
    }
    if (encoding !== "gzip" && encoding !== "x-gzip") {
        throw coded("ENCODING", `the answer is encoded as ${(0,packages_text/* shorten */.ml)(encoding, 60)}, which was not requested`);
    }
    const { createGunzip } = (zlib ??= await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8522, 23)));
    return collect(response, response.pipe(createGunzip()), maxBytes, 0);
}
let zlib;
function collect(response, stream, maxBytes, length) {
    return new Promise((resolve, reject) => {
        const whole = length > SMALL ? Buffer.allocUnsafeSlow(length) : undefined;
        const chunks = [];
        let size = 0;
        stream.on("data", (chunk) => {
            size += chunk.length;
            if (whole !== undefined)
                return void chunk.copy(whole, size - chunk.length);
            if (size <= maxBytes)
                return void chunks.push(chunk);
            reject(tooLarge(maxBytes));
            stream.destroy();
        });
        stream.on("end", () => {
            if (response.complete)
                resolve(whole?.subarray(0, size) ?? Buffer.concat(chunks, size));
            else
                reject(truncated(size));
        });
        stream.on("error", () => reject(truncated(size)));
        response.on("error", () => reject(truncated(size)));
        response.on("close", () => {
            if (!response.complete)
                reject(truncated(size));
        });
        if (response.destroyed && !response.complete)
            reject(truncated(size));
    });
}
function tooLarge(maxBytes) {
    return coded("TOO_LARGE", `the answer is larger than ${maxBytes} bytes`);
}
function truncated(size) {
    return coded("TRUNCATED", `the reply was cut off after ${size} bytes`);
}
function coded(code, message) {
    return Object.assign(new Error(message), { code });
}

;// CONCATENATED MODULE: ./packages/http/wire-error.ts
const CODES = {
    UND_ERR_SOCKET: "ECONNRESET",
    UND_ERR_INFO: "ECONNRESET",
    UND_ERR_DESTROYED: "ECONNRESET",
    UND_ERR_HEADERS_OVERFLOW: "HPE_HEADER_OVERFLOW",
};
function wireError(error) {
    const code = error.name === "HTTPParserError" ? "HPE_INVALID" : CODES[error.code ?? ""];
    return code === undefined ? error : Object.assign(new Error(error.message, { cause: error }), { code });
}

;// CONCATENATED MODULE: ./packages/http/exchange.ts



const LARGE_CHUNK = 64 * 1024;
function exchange(options) {
    const { route, url, signal, method, body } = options;
    const lane = route.lanes.take();
    return new Promise((resolve) => {
        let phase;
        let status;
        let response;
        let settled = false;
        let end = () => undefined;
        const ended = new Promise((done) => (end = done));
        let sent = body === undefined;
        let early = false;
        const timer = setTimeout(() => {
            fail("DEADLINE", `no complete answer within the time limit of ${describeSpan(options.deadline)}`);
        }, options.span);
        signal.addEventListener("abort", onAbort, { once: true });
        if (signal.aborted)
            return onAbort();
        const handler = {
            onRequestStart(controller) {
                if (phase !== undefined)
                    return controller.abort(new Error("the request was about to be sent again"));
                phase = sent ? "headers" : "send";
            },
            onResponseStart(controller, code, headers) {
                if (code >= 200)
                    onResponse({ status: code, headers: joined(headers) }, () => controller.resume());
            },
            onResponseData(controller, chunk) {
                if (response?.push(chunk) !== true)
                    controller.pause();
            },
            onResponseEnd() {
                if (response === undefined)
                    return;
                response.complete = true;
                response.push(null);
            },
            onResponseError(_controller, error) {
                if (response === undefined)
                    onError(error);
                else
                    response.destroy(error);
            },
        };
        const headers = { host: url.host, ...options.headers, ...route.headers };
        const chunks = body === undefined ? null : read(body);
        const request = { origin: url.origin, path: route.target(url), method, headers, body: chunks };
        lane.client.dispatch(request, handler);
        async function* read(source) {
            let count = 0;
            try {
                for await (const chunk of source.open()) {
                    if (settled)
                        return;
                    count += chunk.byteLength;
                    if (count > source.length)
                        break;
                    sent = count === source.length;
                    options.progress?.(count, source.length);
                    yield chunk.byteLength < LARGE_CHUNK ? Buffer.from(chunk) : chunk;
                    if (early)
                        return await ended;
                }
                if (settled)
                    return;
                if (count !== source.length) {
                    const relation = count > source.length ? "more than" : `${count} of`;
                    throw new Error(`it holds ${relation} the ${source.length} bytes it was announced with`);
                }
                sent = true;
                if (phase === "send")
                    phase = "headers";
            }
            catch (error) {
                fail("BODY_SOURCE", `the body could not be read: ${error.message}`, error, true);
            }
        }
        function onResponse(head, more) {
            phase = "body";
            status = head.status;
            early = !sent;
            const incoming = route.openBody(more);
            response = incoming;
            const reply = { ...head, address: route.proxy === undefined ? lane.address() : undefined, early };
            if (options.open === true && status === 200) {
                incoming.once("close", () => route.lanes.giveBack(lane, incoming.complete));
                return settle({ reply: { ...reply, bytes: Buffer.alloc(0), open: incoming } });
            }
            receive(incoming, head, method, options.maxBytes).then((bytes) => {
                if (settled)
                    return;
                settle({ reply: { ...reply, bytes } });
                route.lanes.giveBack(lane, !early);
            }, (error) => {
                fail(error.code ?? "BODY", error.message, error, error.code === "TOO_LARGE" || error.code === "ENCODING");
            });
        }
        function onError(error) {
            const known = wireError(error);
            const { text, remedy, lasting } = explain(known, phase ?? lane.phase(), route.proxy);
            fail(known.code ?? "FAILED", text, error, lasting, remedy);
        }
        function onAbort() {
            fail("ABORTED", "the run was ended");
        }
        function fail(code, text, cause, lasting, remedy) {
            if (settled)
                return;
            const unanswered = phase === undefined ? "nothing sent" : "maybe sent";
            const reach = status === undefined ? unanswered : "answered";
            settle({ fault: { phase: phase ?? lane.phase(), reach, code, text, remedy, lasting, status, cause } });
            route.lanes.giveBack(lane, false);
        }
        function settle(outcome) {
            settled = true;
            clearTimeout(timer);
            signal.removeEventListener("abort", onAbort);
            end();
            resolve(outcome);
        }
    });
}
function joined(headers) {
    const single = Object.create(null);
    for (const [name, value] of Object.entries(headers)) {
        if (value !== undefined)
            single[name] = Array.isArray(value) ? value.join(", ") : value;
    }
    return single;
}
function describeSpan(milliseconds) {
    return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${Math.round(milliseconds / 100) / 10} s`;
}

;// CONCATENATED MODULE: ./packages/http/json.ts

const MAX_DEPTH = 200;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const ESCAPES = {
    '"': '"',
    "\\": "\\",
    "/": "/",
    b: "\b",
    f: "\f",
    n: "\n",
    r: "\r",
    t: "\t",
};
const Fields = function () { };
Fields.prototype = Object.create(null);
class JsonError extends Error {
    offset;
    constructor(message, offset) {
        super(`${message} at character ${offset + 1}`);
        this.name = "JsonError";
        this.offset = offset;
    }
}
function parseJson(source) {
    const text = typeof source === "string" ? source : decode(source);
    let at = 0;
    const value = readValue(0);
    skipSpace();
    if (at < text.length)
        throw problem("there is more text after the JSON value");
    return value;
    function readValue(depth) {
        if (depth > MAX_DEPTH)
            throw problem(`the JSON is nested deeper than ${MAX_DEPTH} levels`);
        skipSpace();
        switch (text[at]) {
            case "{":
                return readObject(depth);
            case "[":
                return readArray(depth);
            case '"':
                return readString();
            case "t":
                return readWord("true", true);
            case "f":
                return readWord("false", false);
            case "n":
                return readWord("null", null);
            case undefined:
                throw problem(text.trim() === "" ? "the JSON is empty" : "the JSON is cut off");
            default:
                return readNumber();
        }
    }
    function readObject(depth) {
        const object = new Fields();
        at += 1;
        skipSpace();
        if (text[at] === "}")
            return finish(object);
        for (;;) {
            skipSpace();
            if (text[at] !== '"')
                throw problem(at >= text.length ? "the JSON is cut off" : "a key in quotes is missing");
            const start = at;
            const key = readString();
            if (key in object)
                throw problem(`the key ${(0,packages_text/* quote */.hD)(key)} is given twice`, start);
            skipSpace();
            if (text[at] !== ":")
                throw problem(at >= text.length ? "the JSON is cut off" : '":" is missing');
            at += 1;
            object[key] = readValue(depth + 1);
            if (endsWith("}"))
                return object;
        }
    }
    function readArray(depth) {
        const array = [];
        at += 1;
        skipSpace();
        if (text[at] === "]")
            return finish(array);
        for (;;) {
            array.push(readValue(depth + 1));
            if (endsWith("]"))
                return array;
        }
    }
    function finish(container) {
        at += 1;
        return container;
    }
    function endsWith(bracket) {
        skipSpace();
        const found = text[at];
        if (found !== "," && found !== bracket) {
            throw problem(found === undefined ? "the JSON is cut off" : `"," or "${bracket}" is missing`);
        }
        at += 1;
        return found === bracket;
    }
    function readString() {
        const start = at;
        let result = "";
        let from = (at += 1);
        for (;;) {
            const code = text.charCodeAt(at);
            if (code === 0x22) {
                result += text.slice(from, at);
                at += 1;
                return result;
            }
            if (code === 0x5c) {
                result += text.slice(from, at) + readEscape();
                from = at;
            }
            else if (code < 0x20) {
                throw problem("a string contains a control character");
            }
            else if (Number.isNaN(code)) {
                throw problem("the JSON is cut off in a string", start);
            }
            else {
                at += 1;
            }
        }
    }
    function readEscape() {
        const letter = text[at + 1] ?? "";
        const simple = ESCAPES[letter];
        if (simple !== undefined) {
            at += 2;
            return simple;
        }
        const digits = text.slice(at + 2, at + 6);
        if (letter !== "u" || !/^[0-9a-fA-F]{4}$/.test(digits))
            throw problem("an escape in a string is not valid");
        at += 6;
        return String.fromCharCode(Number.parseInt(digits, 16));
    }
    function readNumber() {
        NUMBER.lastIndex = at;
        if (!NUMBER.test(text))
            throw problem("a value is missing or is not JSON");
        const digits = text.slice(at, NUMBER.lastIndex);
        const number = Number(digits);
        if (!Number.isFinite(number))
            throw problem("a number is out of range");
        at = NUMBER.lastIndex;
        return /^-?[0-9]+$/.test(digits) && !Number.isSafeInteger(number) ? digits : number;
    }
    function readWord(word, meaning) {
        if (!text.startsWith(word, at)) {
            throw problem(word.startsWith(text.slice(at)) ? "the JSON is cut off" : "a value is not JSON");
        }
        at += word.length;
        return meaning;
    }
    function skipSpace() {
        for (;;) {
            const code = text.charCodeAt(at);
            if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09)
                return;
            at += 1;
        }
    }
    function problem(message, offset = at) {
        return new JsonError(message, offset);
    }
}
function decode(bytes) {
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        throw new JsonError("the JSON is not UTF-8", new TextDecoder().decode(bytes).indexOf("\ufffd"));
    }
}

;// CONCATENATED MODULE: ./packages/http/explain-status.ts


const MAX_EXCERPT = 300;
const NAMES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    407: "Proxy Authentication Required",
    408: "Request Timeout",
    409: "Conflict",
    410: "Gone",
    413: "Content Too Large",
    415: "Unsupported Media Type",
    422: "Unprocessable Content",
    429: "Too Many Requests",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
};
function statusName(status) {
    const name = NAMES[status];
    return name === undefined ? String(status) : `${status} ${name}`;
}
function statusRemedy(reply, permission) {
    const needed = permission ?? acceptedPermissions(reply);
    const needs = needed === undefined ? "" : ` It needs ${needed}.`;
    switch (reply.status) {
        case 401:
            return `The token is missing, wrong or expired: renew it and check that it belongs to this server.${needs}`;
        case 403:
            return `The token may not do this.${needs === "" ? " Give it the permission that this request needs." : needs}`;
        case 404:
            return `Check the name and the address; servers also answer 404 for what the token may not see.${needs}`;
        case 405:
            return "Check the address: a moved or archived project answers so, and so does a wrong path.";
        case 407:
            return "Put the proxy's user and password into the proxy setting, or correct them.";
        case 410:
            return "It was removed for good, or this part of the API was switched off.";
        case 413:
            return "The server does not accept bodies of this size.";
        case 429:
            return "Try again later, or with a token, which usually has a higher limit.";
        default:
            return reply.status >= 500 ? "The service itself has a problem: try again later." : undefined;
    }
}
const LOOKED_AT = 1024 * 1024;
function excerpt({ bytes, headers }) {
    const text = (0,packages_text/* beginningOf */.VI)(bytes, LOOKED_AT, headers["content-type"]);
    const html = /^\s*<(?:!doctype|html|head)/i.test(text);
    const line = (html ? titleOf(text) : messageOf(text)).replace(/\s+/g, " ").trim();
    return (0,packages_text/* shorten */.ml)(line, MAX_EXCERPT);
}
function acceptedPermissions(reply) {
    const value = reply.headers["x-accepted-github-permissions"];
    return value === undefined || value === "" ? undefined : `the permission ${(0,packages_text/* shorten */.ml)(value, 200)}`;
}
function messageOf(text) {
    if (!/^\s*[{[]/.test(text))
        return text;
    try {
        const value = parseJson(text);
        const { kind, message } = value;
        return kind === "Status" && typeof message === "string" && message !== "" ? message : (0,packages_text/* jsonText */.s$)(value);
    }
    catch {
        return text;
    }
}
function titleOf(html) {
    const lower = html.toLowerCase();
    const start = lower.indexOf("<title>");
    const end = lower.indexOf("</title>", start);
    return start < 0 || end < 0 ? "a page of HTML" : `a page of HTML titled ${html.slice(start + 7, end)}`;
}

;// CONCATENATED MODULE: ./packages/http/errors.ts

class HttpError extends action/* ActionError */.lZ {
    host;
    phase;
    reach;
    attempts;
    status;
    retryAt;
    code;
    constructor(verdict, message, facts, details = {}) {
        super(verdict, message, details);
        this.name = "HttpError";
        this.host = facts.host;
        this.phase = facts.phase;
        this.reach = facts.reach;
        this.attempts = facts.attempts;
        this.status = facts.status;
        this.retryAt = facts.retryAt;
        this.code = facts.code;
    }
}
function describeFailure(error) {
    if (error instanceof action/* ActionError */.lZ) {
        return error.details.remedy === undefined ? error.message : `${error.message} ${error.details.remedy}`;
    }
    return error instanceof Error ? error.message : String(error);
}

;// CONCATENATED MODULE: ./packages/http/waits.ts
const FIRST = 1_000;
const LONGEST = 30_000;
const SILENT_SECONDARY = 60_000;
function isTransient(status) {
    return status === 408 || status === 425 || status === 429 || (status >= 500 && status !== 501 && status !== 505);
}
function isTurnedAway(reply) {
    if (reply.status === 429)
        return true;
    const after = parseRetryAfter(reply.headers) !== undefined;
    if (reply.status === 503)
        return after;
    return reply.status === 403 && (after || isUsedUp(reply) || isSecondary(reply));
}
function backoff(attempt, random) {
    return Math.round(random() * Math.min(LONGEST, FIRST * 2 ** (attempt - 1)));
}
function retryAfter(reply, now) {
    const after = parseRetryAfter(reply.headers, now);
    if (after !== undefined)
        return after;
    if (isUsedUp(reply)) {
        const reset = reply.headers["x-ratelimit-reset"] ?? reply.headers["ratelimit-reset"] ?? "";
        if (/^\d{9,11}$/.test(reset))
            return Math.max(FIRST, Number(reset) * 1000 - serverTime(reply.headers, now));
        if (/^\d{1,6}$/.test(reset))
            return Number(reset) * 1000;
    }
    return isSecondary(reply) ? SILENT_SECONDARY : undefined;
}
function parseRetryAfter(headers, now = 0) {
    const value = headers["retry-after"]?.trim() ?? "";
    if (/^\d{1,6}$/.test(value))
        return Number(value) * 1000;
    const date = parseHttpDate(value);
    return date === undefined ? undefined : Math.max(0, date - serverTime(headers, now));
}
function serverTime(headers, now) {
    return parseHttpDate(headers["date"] ?? "") ?? now;
}
const MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
const IMF_FIXDATE = new RegExp(`^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d (${MONTHS}) \\d{4} \\d\\d:\\d\\d:\\d\\d GMT$`);
function parseHttpDate(value) {
    if (!IMF_FIXDATE.test(value))
        return undefined;
    const time = Date.parse(value);
    return Number.isNaN(time) ? undefined : time;
}
function isUsedUp(reply) {
    return (reply.headers["x-ratelimit-remaining"] ?? reply.headers["ratelimit-remaining"]) === "0";
}
function isSecondary(reply) {
    if (reply.headers["x-github-request-id"] === undefined)
        return false;
    if (reply.status !== 403)
        return reply.status === 429;
    return reply.bytes.subarray(0, 10_000).toString("latin1").includes("secondary rate limit");
}

;// CONCATENATED MODULE: ./packages/http/session.ts




function failureOfFault(session, request, fault, attempt) {
    const text = `${request.url.host}: ${fault.text} (${subject(request)}, phase ${fault.phase}, ${turnText(attempt)}).`;
    return new HttpError(fault.code === "BODY_SOURCE" ? "invalid" : "undecided", session.secrets.redact(text), { ...fault, host: request.url.host, attempts: attempt.attempt }, { ...remedyOnly(fault.remedy), cause: fault.cause });
}
function failureOfStatus(session, request, reply, attempt, permission, retryAt) {
    const said = excerpt(reply);
    const quoted = said === "" ? "." : `: ${JSON.stringify(said)}`;
    const answered = `${request.url.host} answered ${statusName(reply.status)} to ${subject(request)}`;
    const text = `${answered} (${turnText(attempt)})${quoted}`;
    const time = retryAt === undefined ? undefined : new Date(retryAt).toISOString();
    const wait = time === undefined ? undefined : `The server asks to try again at ${time}.`;
    const undecidedYet = isTransient(reply.status) || isTurnedAway(reply) || (reply.status >= 200 && reply.status < 300);
    return new HttpError(undecidedYet ? "undecided" : "invalid", session.secrets.redact(text), { ...answer(request, reply), attempts: attempt.attempt, retryAt }, remedyOnly(wait ?? statusRemedy(reply, permission)));
}
function failureOfContent(session, request, reply, attempt, problem, remedy) {
    const answered = `${request.url.host} answered ${reply.status} to ${subject(request)}`;
    return new HttpError("undecided", session.secrets.redact(`${answered}, but ${problem} (${turnText(attempt)}).`), { ...answer(request, reply), attempts: attempt.attempt, code: "CONTENT" }, remedyOnly(remedy));
}
async function pause(session, request, why, wait, next) {
    const when = wait < 1000 ? "immediately" : `in ${Math.round(wait / 1000)} s`;
    const line = `${request.url.host}: ${why}; retrying ${when} (${turnText(next)}).`;
    session.io.info(session.secrets.redact(line));
    try {
        await session.clock.sleep(wait, session.signal);
    }
    catch {
        throw ended(session.signal);
    }
    if (session.signal.aborted)
        throw ended(session.signal);
}
function ended(signal) {
    if (signal.reason instanceof action/* ActionError */.lZ)
        return signal.reason;
    return (0,action/* interrupted */.VM)("The run was ended before the request was complete.");
}
function answer(request, reply) {
    return { host: request.url.host, phase: "reply", reach: "answered", status: reply.status };
}
function remedyOnly(remedy) {
    return remedy === undefined ? {} : { remedy };
}
function subject(request) {
    return `${request.method} ${request.url.pathname}`;
}
function turnText({ attempt, attempts }) {
    return `attempt ${attempt} of ${attempts}`;
}

;// CONCATENATED MODULE: ./packages/http/attempt.ts





const MAX_REDIRECTS = 5;
async function sendAttempt(session, request, limits, progress) {
    return (await send(session, request, limits, "declared", limits.deadline, { progress })).outcome;
}
async function openAttempt(session, request, limits) {
    return (await send(session, request, limits, "declared", limits.deadline, { open: true })).outcome;
}
async function readAttempt(session, start, limits, options) {
    const seen = new Set([start.url.href]);
    let left = limits.deadline;
    let request = start;
    let reach = "declared";
    for (;;) {
        const { outcome, took } = await send(session, request, limits, reach, left);
        left = Math.max(0, left - took);
        if ("fault" in outcome || !isRedirect(outcome.reply, options.expect))
            return { outcome, request };
        const next = followed(session, request, outcome.reply, options.redirects ?? "same-origin");
        if ("fault" in next)
            return { outcome: next, request };
        if (seen.has(next.request.url.href))
            return { outcome: refusedRedirect("it redirects in a loop"), request };
        if (seen.size > MAX_REDIRECTS) {
            return { outcome: refusedRedirect(`it redirects more than ${MAX_REDIRECTS} times`), request };
        }
        seen.add(next.request.url.href);
        if (next.request.url.origin !== request.url.origin)
            reach = reachOf(outcome.reply, request.url, reach);
        request = next.request;
    }
}
async function send(session, request, limits, reach, span, more = {}) {
    const { signal } = session;
    if (signal.aborted)
        throw ended(signal);
    const route = await session.connections.route(request.url, reach);
    const stop = () => {
        throw ended(signal);
    };
    await limits.pace?.(signal).catch(stop);
    const release = await route.take(signal).catch(stop);
    const start = performance.now();
    const { deadline, maxBytes } = limits;
    try {
        const outcome = await exchange({
            ...request,
            ...more,
            progress: more.progress,
            route,
            maxBytes,
            span,
            deadline,
            signal,
        });
        debug(session, request, outcome);
        return { outcome, took: performance.now() - start };
    }
    finally {
        release();
    }
}
function isRedirect(reply, expect) {
    return [301, 302, 303, 307, 308].includes(reply.status) && expect?.includes(reply.status) !== true;
}
function followed(session, request, reply, rule) {
    const location = reply.headers["location"] ?? "";
    if (location === "" || location.length > 8192 || !URL.canParse(location, request.url.href)) {
        return refusedRedirect("it redirects without a valid location");
    }
    const target = new URL(location, request.url);
    target.hash = "";
    if (request.body !== undefined && reply.status < 307) {
        return refusedRedirect(`it answers a ${request.method} with a redirect that would drop its body`);
    }
    if (target.username !== "" || target.password !== "") {
        return refusedRedirect(`it redirects to an address with a user name in it, on ${target.host}`);
    }
    if (target.origin === request.url.origin)
        return { request: { ...request, url: target } };
    if (request.url.protocol === "https:" && target.protocol !== "https:") {
        return refusedRedirect(`it redirects to ${target.host} without encryption`);
    }
    if (rule !== "anonymous" || request.body !== undefined) {
        return refusedRedirect(`it redirects to another host, ${target.host}, which must not receive the credential`);
    }
    try {
        checkScheme(target, session.allowHttp);
    }
    catch (error) {
        if (!(error instanceof action/* ActionError */.lZ))
            throw error;
        return refusedRedirect(`it redirects to an address that is not allowed (${error.message})`);
    }
    const headers = { accept: "*/*", "accept-encoding": "gzip", "user-agent": request.headers["user-agent"] ?? "" };
    return { request: { method: request.method, url: target, headers, body: undefined } };
}
function reachOf(reply, from, reach) {
    if (reach === "public")
        return "public";
    if (reply.address === undefined)
        return isLoopbackHost(from.hostname) ? "declared" : "public";
    return addressKind(reply.address) === "public" ? "public" : "declared";
}
function refusedRedirect(text) {
    const remedy = "Check the address: if the service has moved, give its new address.";
    return { fault: { phase: "reply", reach: "answered", code: "REDIRECT", text, remedy, lasting: true } };
}
function debug(session, request, outcome) {
    const end = "reply" in outcome ? String(outcome.reply.status) : `${outcome.fault.code} in ${outcome.fault.phase}`;
    session.io.debug(session.secrets.redact(`${request.method} ${request.url.origin}${request.url.pathname}: ${end}`));
}

// EXTERNAL MODULE: external "node:dns"
var external_node_dns_ = __webpack_require__(610);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./packages/http/dial.ts

const CLIENT_OPTIONS = {
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 30_000,
    maxHeaderSize: 16_384,
    allowH2: false,
};
function openDial({ undici, lookup, secureContext }) {
    const options = {
        ...(lookup !== undefined && { lookup }),
        ...(secureContext !== undefined && { secureContext }),
        rejectUnauthorized: true,
        minVersion: "TLSv1.2",
        allowH2: false,
        timeout: 0,
    };
    const dial = undici.buildConnector(options);
    return (to, callback) => {
        const named = { ...to, servername: (0,external_node_net_.isIP)(to.hostname) === 0 ? to.hostname : "" };
        return dial(named, (...result) => {
            if (result[1]?.destroyed !== true)
                return callback(...result);
            callback(Object.assign(new Error("the connection was closed at once"), { code: "ECONNRESET" }), null);
        });
    };
}

;// CONCATENATED MODULE: ./packages/http/tunnel.ts

function openTunnel(options, callback) {
    const { undici, dial, proxy, authorization, target } = options;
    let dialed;
    const connect = (to, connected) => {
        dialed = dial(to, connected);
    };
    const client = new undici.Client(proxy.origin, { ...CLIENT_OPTIONS, connect });
    const authority = `${target.hostname}:${target.port === "" ? "443" : target.port}`;
    const headers = { host: authority, ...(authorization !== undefined && { "proxy-authorization": authorization }) };
    client.dispatch({ path: authority, method: "CONNECT", headers }, {
        onRequestStart: () => undefined,
        onRequestUpgrade(_controller, status, _headers, socket) {
            if (status >= 200 && status <= 299 && socket.readableLength === 0)
                return callback(null, socket);
            socket.destroy();
            const said = `it answered ${status} to CONNECT ${authority}`;
            callback(Object.assign(new Error(said), { code: `PROXY_${status}` }), null);
        },
        onResponseError: (_controller, error) => callback(error, null),
    });
    return () => {
        void client.destroy();
        dialed?.destroy();
    };
}

;// CONCATENATED MODULE: ./packages/http/lanes.ts




function openLanes(options) {
    const dial = openDial(options);
    const all = new Set();
    const free = [];
    function take() {
        const kept = free.pop();
        if (kept !== undefined)
            return kept;
        const lane = openLane(options, dial);
        all.add(lane);
        return lane;
    }
    function giveBack(lane, whole) {
        if (whole && !lane.client.destroyed)
            return void free.push(lane);
        all.delete(lane);
        lane.destroy();
    }
    function close() {
        for (const lane of all)
            lane.destroy();
        all.clear();
        free.length = 0;
    }
    return { take, giveBack, close };
}
function openLane({ undici, dialed, tunnel }, dial) {
    let phase = tunnel === undefined ? "dns" : "proxy";
    let address;
    let giveUp = () => undefined;
    const connect = (to, callback) => {
        const connected = (...[error, socket]) => {
            if (error !== null)
                return callback(wireError(error), null);
            address = socket.remoteAddress;
            callback(null, socket);
        };
        if (tunnel === undefined)
            return direct(to, connected);
        phase = "proxy";
        const through = { undici, dial, ...tunnel, target: dialed };
        giveUp = openTunnel(through, (error, opened) => {
            if (error !== null)
                return connected(error, null);
            phase = "tls";
            const socket = dial({ ...to, httpSocket: opened }, connected);
            giveUp = () => void socket.destroy();
        });
    };
    function direct(to, connected) {
        phase = (0,external_node_net_.isIP)(to.hostname) === 0 ? "dns" : "connect";
        const socket = dial(to, connected);
        giveUp = () => void socket.destroy();
        socket.on("lookup", (error) => {
            if (error === null)
                phase = "connect";
        });
        if (to.protocol === "https:")
            socket.once("connect", () => (phase = "tls"));
    }
    const client = new undici.Client(dialed.origin, { ...CLIENT_OPTIONS, connect });
    function destroy() {
        void client.destroy();
        giveUp();
    }
    return { client, phase: () => phase, address: () => address, destroy };
}

;// CONCATENATED MODULE: ./packages/http/no-proxy.ts


function proxyFor(target, network) {
    const setting = target.protocol === "https:" ? network.httpsProxy : network.httpProxy;
    if (setting === undefined || setting === "")
        return undefined;
    if (isLoopbackHost(target.hostname) || bypassesProxy(target, network.noProxy ?? ""))
        return undefined;
    return parseProxy(setting);
}
function bypassesProxy(target, noProxy) {
    const port = target.port === "" ? (target.protocol === "https:" ? "443" : "80") : target.port;
    const host = target.hostname.toLowerCase().replace(/\.$/, "");
    const address = addressOf(host);
    return noProxy
        .slice(0, 65_536)
        .split(/[\s,]+/)
        .some((entry) => entry !== "" && entryMatches(entry.toLowerCase(), host, address, port));
}
function entryMatches(entry, host, address, port) {
    if (entry === "*")
        return true;
    const [name, wanted] = splitPort(entry);
    if (wanted !== undefined && wanted !== port)
        return false;
    if (address !== undefined)
        return inNetwork(address, name);
    const suffix = asciiName(name.replace(/^\*?\./, "").replace(/\.$/, ""));
    return suffix !== "" && (host === suffix || host.endsWith(`.${suffix}`));
}
function asciiName(name) {
    return /^[\0-\x7f]*$/.test(name) ? name : (URL.parse(`http://${name}`)?.hostname ?? name);
}
function splitPort(entry) {
    const match = /^(\[[^\]]*\]|[^:]*):(\d{1,5})$/.exec(entry);
    return match === null ? [entry, undefined] : [match[1] ?? "", match[2]];
}
function parseProxy(setting) {
    const text = setting.includes("://") ? setting : `http://${setting}`;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url !== undefined && (url.protocol === "http:" || url.protocol === "https:") && url.hostname !== "")
        return url;
    throw (0,action/* invalid */.Gq)("The proxy setting is not an http or https address.", {
        remedy: "Set HTTPS_PROXY like http://proxy.example:3128. SOCKS proxies are not supported.",
    });
}

;// CONCATENATED MODULE: ./packages/http/secrets.ts

function keepSecrets(io) {
    return {
        add(value) {
            packages_text/* secrets */.O3.add(value);
            io.secret(value);
        },
        redact: packages_text/* secrets */.O3.redact,
    };
}
function carriersOf(credential) {
    if (credential === undefined)
        return [];
    return "user" in credential ? [credential.user, credential.password] : [credential.value];
}
function credentialHeader(credential, secrets) {
    if ("user" in credential)
        return ["authorization", basic(credential.user, credential.password, secrets)];
    const { header, value } = credential;
    secrets.add(value);
    const space = value.indexOf(" ");
    if (space >= 0)
        secrets.add(value.slice(space + 1));
    return [header.toLowerCase(), value];
}
function basic(user, password, secrets) {
    const encoded = Buffer.from(`${user}:${password}`, "utf8").toString("base64");
    secrets.add(password);
    secrets.add(encoded);
    return `Basic ${encoded}`;
}

;// CONCATENATED MODULE: ./packages/http/slots.ts
function openSlots(count) {
    let free = count;
    const queue = [];
    function release() {
        const next = queue.shift();
        if (next === undefined)
            free += 1;
        else
            next();
    }
    return async function take(signal) {
        signal.throwIfAborted();
        if (free > 0) {
            free -= 1;
            return release;
        }
        await new Promise((resolve, reject) => {
            function enter() {
                signal.removeEventListener("abort", leave);
                resolve();
            }
            function leave() {
                queue.splice(queue.indexOf(enter), 1);
                reject(signal.reason);
            }
            queue.push(enter);
            signal.addEventListener("abort", leave, { once: true });
        });
        return release;
    };
}

;// CONCATENATED MODULE: ./packages/http/connections.ts








const MAX_CA_FILE = 4 * 1024 * 1024;
function openConnections(settings) {
    const routes = new Map();
    const opened = [];
    let trust;
    function route(url, reach) {
        const key = `${reach} ${url.origin}`;
        let found = routes.get(key);
        if (found === undefined) {
            found = openRoute(url, reach);
            routes.set(key, found);
        }
        return found;
    }
    async function openRoute(target, reach) {
        const secure = target.protocol === "https:";
        const proxy = proxyFor(target, settings.network);
        const authorization = proxy === undefined ? undefined : proxyAuthorization(proxy, settings.secrets);
        checkLiteral(target, reach, settings.allowLoopback);
        const needsTls = secure || proxy?.protocol === "https:";
        const [undici, secureContext] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(3701), __webpack_require__.e(9555)]).then(__webpack_require__.bind(__webpack_require__, 9555)),
            needsTls ? (trust ??= readTrust(settings)) : undefined,
        ]);
        const forwarded = proxy !== undefined && !secure;
        const lanes = openLanes({
            undici,
            dialed: forwarded ? proxy : target,
            tunnel: proxy !== undefined && secure ? { proxy, authorization } : undefined,
            lookup: proxy === undefined ? guardedLookup(target.hostname, reach, settings) : undefined,
            secureContext,
        });
        opened.push(lanes);
        return {
            proxy: proxy?.host,
            take: openSlots(settings.connections),
            lanes,
            openBody: undici.openBody,
            target: (url) => (forwarded ? url.href : url.pathname + url.search),
            headers: forwarded && authorization !== undefined ? { "proxy-authorization": authorization } : {},
        };
    }
    function close() {
        for (const lanes of opened)
            lanes.close();
    }
    return { route, close };
}
function proxyAuthorization(proxy, secrets) {
    if (proxy.username === "" && proxy.password === "")
        return undefined;
    secrets.add(proxy.password);
    try {
        return basic(decodeURIComponent(proxy.username), decodeURIComponent(proxy.password), secrets);
    }
    catch {
        const remedy = "Write % as %25.";
        throw (0,action/* invalid */.Gq)("The user or password in the proxy setting has a % that encodes nothing.", { remedy });
    }
}
async function readTrust({ network, authorities }) {
    if (authorities !== undefined)
        return ownTrust(authorities);
    const file = network.certificateAuthorities;
    if (file === undefined || file === "")
        return undefined;
    const tls = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1692, 23));
    const own = await (0,promises_.readFile)(file, "utf8").catch((cause) => {
        const remedy = "Give a readable PEM file.";
        throw (0,action/* invalid */.Gq)(`The certificate authorities in ${file} cannot be read.`, { cause, remedy });
    });
    if (own.length > MAX_CA_FILE || !own.includes("-----BEGIN CERTIFICATE-----")) {
        throw (0,action/* invalid */.Gq)(`${file} contains no certificate authority in PEM form, or is larger than 4 MiB.`);
    }
    const defaults = tls.getCACertificates === undefined ? tls.rootCertificates : tls.getCACertificates("default");
    try {
        return tls.createSecureContext({ ca: [...defaults, own], minVersion: "TLSv1.2" });
    }
    catch (cause) {
        throw (0,action/* invalid */.Gq)(`${file} contains a certificate that cannot be read.`, { cause, remedy: "Give a PEM file." });
    }
}
async function ownTrust(authorities) {
    const tls = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1692, 23));
    const problem = "The certificate authority that was given cannot be read.";
    const remedy = "Give one certificate or several in PEM form.";
    if (authorities.length > MAX_CA_FILE || !authorities.includes("-----BEGIN CERTIFICATE-----"))
        throw (0,action/* invalid */.Gq)(problem, { remedy });
    try {
        return tls.createSecureContext({ ca: authorities, minVersion: "TLSv1.2" });
    }
    catch (cause) {
        throw (0,action/* invalid */.Gq)(problem, { cause, remedy });
    }
}
function checkLiteral(target, reach, allowLoopback) {
    const address = addressOf(target.hostname);
    const problem = address === undefined ? undefined : addressProblem(target.hostname, address, reach, allowLoopback);
    if (problem !== undefined)
        throw (0,action/* invalid */.Gq)(problem);
}
function guardedLookup(host, reach, settings) {
    const lookup = settings.lookup ?? external_node_dns_.lookup;
    return (hostname, options, callback) => {
        lookup(hostname, options, (error, found, family) => {
            if (error !== null)
                return callback(error, found, family);
            for (const address of Array.isArray(found) ? found.map((one) => one.address) : [found]) {
                const problem = addressProblem(host, address, reach, settings.allowLoopback);
                if (problem === undefined)
                    continue;
                return callback(Object.assign(new Error(problem), { code: "ADDRESS_REFUSED" }), found, family);
            }
            callback(null, found, family);
        });
    };
}
function addressProblem(host, address, reach, allowLoopback) {
    const kind = addressKind(address);
    const resolved = `${host} is at ${address}, which is`;
    if (reach === "public" && kind !== "public")
        return `${resolved} not a public address`;
    if (kind === "refused")
        return `${resolved} not the address of a service`;
    if (isLoopbackHost(host))
        return kind === "loopback" ? undefined : `${resolved} not this machine`;
    return kind === "loopback" && !allowLoopback ? `${resolved} this machine` : undefined;
}

;// CONCATENATED MODULE: ./packages/http/lines.ts



const ONCE = { attempt: 1, attempts: 1 };
async function* readLines(session, request, limits, given) {
    const signal = given === undefined ? session.signal : AbortSignal.any([session.signal, given]);
    const response = await lines_open({ ...session, signal }, request, limits).catch((error) => {
        if (given?.aborted === true && !session.signal.aborted)
            return undefined;
        throw session.signal.aborted ? ended(session.signal) : error;
    });
    if (response === undefined)
        return;
    const stop = () => void response.destroy();
    signal.addEventListener("abort", stop, { once: true });
    if (signal.aborted)
        stop();
    try {
        yield* linesOf(response, limits.maxBytes);
    }
    catch (error) {
        if (session.signal.aborted)
            throw ended(session.signal);
        if (given?.aborted === true)
            return;
        throw failureOfFault(session, request, faultOf(error), ONCE);
    }
    finally {
        signal.removeEventListener("abort", stop);
        response.destroy();
    }
}
async function lines_open(session, request, limits) {
    const outcome = await openAttempt(session, { ...request, headers: { ...request.headers, "accept-encoding": "identity" } }, limits);
    if ("fault" in outcome) {
        if (outcome.fault.code === "ABORTED")
            throw ended(session.signal);
        throw failureOfFault(session, request, outcome.fault, ONCE);
    }
    const { reply } = outcome;
    if (reply.open === undefined)
        throw failureOfStatus(session, request, reply, ONCE, limits.permission);
    const encoding = (reply.headers["content-encoding"] ?? "identity").trim().toLowerCase();
    if (encoding === "identity" || encoding === "")
        return reply.open;
    reply.open.destroy();
    const text = `the answer is encoded as ${(0,packages_text/* shorten */.ml)(encoding, 60)}, which cannot be read as a stream`;
    throw failureOfFault(session, request, { phase: "reply", reach: "answered", code: "ENCODING", text }, ONCE);
}
async function* linesOf(response, maxBytes) {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    let waiting = [];
    let size = 0;
    for await (const chunk of response) {
        let start = 0;
        for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
            checkSize(size + end - start, maxBytes);
            yield decoder.decode(Buffer.concat([...waiting, chunk.subarray(start, end)]));
            waiting = [];
            size = 0;
            start = end + 1;
        }
        if (start === chunk.length)
            continue;
        size += chunk.length - start;
        checkSize(size, maxBytes);
        waiting.push(chunk.subarray(start));
    }
    if (!response.complete || size > 0)
        throw Object.assign(new Error("the reply was cut off"), { code: "TRUNCATED" });
}
function checkSize(size, maxBytes) {
    if (size > maxBytes)
        throw Object.assign(new Error(`a line of the answer is larger than ${maxBytes} bytes`), { code: "TOO_LARGE" });
}
function faultOf({ code, message }) {
    const known = code === "TRUNCATED" || code === "TOO_LARGE";
    const text = known
        ? message
        : code === "ERR_ENCODING_INVALID_ENCODED_DATA"
            ? "the answer is not UTF-8"
            : "the reply was cut off";
    return { phase: "body", reach: "answered", code: code ?? "BODY", text, status: 200 };
}

;// CONCATENATED MODULE: ./packages/http/pages.ts


async function* walkPages(session, first, maxPages, readPage) {
    const seen = new Set([first.url.href]);
    let request = first;
    for (;;) {
        const reply = await readPage(request);
        yield reply;
        const next = nextPage(session, request, reply);
        if (next === undefined)
            return;
        if (seen.has(next.href)) {
            throw badLink(session, request, reply, "the link to the next page leads back to an earlier one");
        }
        if (seen.size >= maxPages) {
            throw (0,action/* undecided */.oo)(`The list at ${request.url.host}${request.url.pathname} has more than ${maxPages} pages.`, {
                remedy: "Narrow the search, so that the whole list can be read.",
            });
        }
        seen.add(next.href);
        request = { ...request, url: next };
    }
}
function parseNextLink(header) {
    for (let at = 0;;) {
        const open = header.indexOf("<", at);
        const close = header.indexOf(">", open);
        if (open < 0 || close < 0)
            return undefined;
        const following = header.indexOf("<", close);
        const parameters = header.slice(close + 1, following < 0 ? undefined : following);
        const relation = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters.slice(0, 500));
        const names = (relation?.[1] ?? relation?.[2] ?? "").toLowerCase().split(" ");
        if (names.includes("next"))
            return header.slice(open + 1, close);
        at = close + 1;
    }
}
function nextPage(session, request, reply) {
    const number = reply.headers["x-next-page"];
    if (number !== undefined) {
        if (number === "")
            return undefined;
        if (!/^\d{1,9}$/.test(number)) {
            throw badLink(session, request, reply, "the number of the next page is not a number");
        }
        const url = new URL(request.url);
        url.searchParams.set("page", number);
        return url;
    }
    const link = parseNextLink(reply.headers["link"] ?? "");
    if (link === undefined)
        return undefined;
    if (!URL.canParse(link, request.url.href)) {
        throw badLink(session, request, reply, "the link to the next page is not an address");
    }
    const url = new URL(link, request.url);
    url.hash = "";
    if (url.origin !== request.url.origin || url.username !== "" || url.password !== "") {
        throw badLink(session, request, reply, `the link to the next page leads to another host, ${url.host}`);
    }
    return url;
}
function badLink(session, request, reply, problem) {
    const raw = { status: reply.status, headers: reply.headers, bytes: reply.bytes, address: undefined, early: false };
    const remedy = "If a proxy is in front of the service, it must pass on the service's own address.";
    return failureOfContent(session, request, raw, { attempt: 1, attempts: 1 }, problem, remedy);
}

;// CONCATENATED MODULE: ./packages/http/issues.ts
const MAX_ISSUES = 3;
function describeIssues({ issues }) {
    const shown = issues.slice(0, MAX_ISSUES);
    return shown.map(({ path, message }) => `${pathText(path)}: ${message}`).join("; ");
}
function pathText(path) {
    return path.reduce((all, part) => all + (typeof part === "number" ? `[${part}]` : `.${String(part)}`), "it");
}
function readAs(schema, value) {
    const result = schema.safeParse(value);
    if (result.success)
        return result.data;
    throw new Error(describeIssues(result.error));
}

;// CONCATENATED MODULE: ./packages/http/reply.ts




const NOT_THE_API = "Check that the address is the API's own, and that no login page or proxy answers in its place.";
function makeReply(session, request, raw, asked, turn) {
    let parsed;
    function text() {
        try {
            return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw.bytes);
        }
        catch (cause) {
            throw unusable(`its text is not UTF-8 (${String(cause)})`);
        }
    }
    function parse() {
        if (parsed !== undefined)
            return parsed.value;
        const type = (raw.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
        if (raw.bytes.length === 0)
            throw unusable("the answer is empty", NOT_THE_API);
        if (!isJsonType(type)) {
            const shown = type === "" ? "of no declared type" : `of the type ${(0,packages_text/* shorten */.ml)(type, 80)}`;
            throw unusable(`that is not the API: the answer is ${shown}, not JSON`, NOT_THE_API);
        }
        const body = text();
        if (body.startsWith("\ufeff"))
            throw unusable("that is not the API: it starts with a byte order mark", NOT_THE_API);
        try {
            parsed = { value: parseJson(body) };
        }
        catch (error) {
            if (!(error instanceof JsonError))
                throw error;
            throw unusable(error.message);
        }
        return parsed.value;
    }
    function json(schema) {
        const value = parse();
        if (schema === undefined)
            return value;
        const result = schema.safeParse(value);
        if (result.success)
            return result.data;
        throw unusable(`the JSON has another shape than the API's (${describeIssues(result.error)})`, NOT_THE_API);
    }
    function unusable(problem, remedy) {
        return failureOfContent(session, request, raw, turn, problem, remedy);
    }
    return {
        status: raw.status,
        headers: raw.headers,
        url: request.url.origin + request.url.pathname,
        redirectedTo: request.url.origin === asked.origin ? undefined : request.url.origin,
        bytes: raw.bytes,
        text,
        json,
    };
}
function freeBody({ bytes }) {
    const buffer = bytes.buffer;
    if (buffer.byteLength === bytes.byteLength)
        buffer.transfer?.(0);
}
function isJsonType(type) {
    return /^(application\/json|text\/json|application\/[^\s/]{1,100}\+json)$/.test(type);
}

;// CONCATENATED MODULE: ./packages/http/read.ts






async function readWithRetries(session, request, limits, options) {
    let waited = 0;
    for (let attempt = 1;; attempt += 1) {
        const turn = { attempt, attempts: limits.attempts };
        const end = await readAttempt(session, request, limits, options);
        const judgement = judge(session, request, end, turn, limits, options);
        if ("reply" in judgement)
            return judgement.reply;
        const wait = (judgement.retryAfterMs ?? 0) + backoff(attempt, session.random);
        waited += wait;
        if (!judgement.again || attempt >= limits.attempts || waited > limits.patience)
            throw judgement.failure;
        await pause(session, request, judgement.why, wait, { attempt: attempt + 1, attempts: limits.attempts });
    }
}
function judge(session, asked, { outcome, request }, turn, limits, options) {
    if ("fault" in outcome) {
        const { fault } = outcome;
        if (fault.code === "ABORTED")
            throw ended(session.signal);
        return { failure: failureOfFault(session, request, fault, turn), why: fault.text, again: fault.lasting !== true };
    }
    const { reply: raw } = outcome;
    if ((options.expect ?? [200]).includes(raw.status)) {
        const reply = makeReply(session, request, raw, asked.url, turn);
        const wantsJson = options.as !== "bytes" && raw.status >= 200 && raw.status < 300;
        if (!wantsJson || raw.status === 204 || request.method === "HEAD")
            return { reply };
        try {
            reply.json();
            return { reply };
        }
        catch (failure) {
            if (!(failure instanceof HttpError))
                throw failure;
            return { failure, why: "the answer cannot be used", again: true };
        }
    }
    const now = session.clock.now();
    const again = isTransient(raw.status) || isTurnedAway(raw);
    const retryAfterMs = again ? retryAfter(raw, now) : undefined;
    const retryAt = retryAfterMs === undefined ? undefined : now + retryAfterMs;
    const failure = failureOfStatus(session, request, raw, turn, limits.permission, retryAt);
    return { failure, why: `answered ${statusName(raw.status)}`, again, retryAfterMs };
}

;// CONCATENATED MODULE: ./packages/http/request.ts



const RESERVED = new Set([
    "accept-encoding",
    "authorization",
    "connection",
    "content-length",
    "cookie",
    "expect",
    "host",
    "job-token",
    "keep-alive",
    "private-token",
    "proxy-authorization",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
]);
function prepare(base, request, method, apiHeaders) {
    const url = request.address === undefined ? buildUrl(base, request.path, request.query) : exactUrl(base, request.address);
    const bodies = [request.json, request.form, request.body].filter((body) => body !== undefined);
    if (bodies.length > 1)
        throw (0,action/* invalid */.Gq)("A request has one body: json, form or body.");
    const content = contentOf(request);
    const headers = {
        accept: "application/json",
        "user-agent": "release-actions",
        ...(content !== undefined && { "content-type": checkedValue("content-type", content.type) }),
        ...apiHeaders,
        ...checkedHeaders(request.headers ?? {}),
        "accept-encoding": "gzip",
        ...(content !== undefined && { "content-length": String(content.length) }),
        ...(content === undefined && method !== "GET" && method !== "HEAD" && { "content-length": "0" }),
    };
    return { method, url, headers, body: content };
}
function checkedHeaders(headers) {
    const checked = Object.create(null);
    for (const [name, value] of Object.entries(headers)) {
        const lower = name.toLowerCase();
        if (!/^[a-z0-9!#$%&'*+.^_`|~-]{1,100}$/.test(lower)) {
            throw (0,action/* invalid */.Gq)(`${(0,packages_text/* quote */.hD)(name, 100)} is not a header's name.`);
        }
        if (RESERVED.has(lower)) {
            throw (0,action/* invalid */.Gq)(`The header ${lower} cannot be set here; pass a secret as the credential.`);
        }
        checked[lower] = checkedValue(lower, value);
    }
    return checked;
}
function checkedValue(name, value) {
    if (value.length <= 8192 && /^[\t\x20-\x7e\x80-\xff]*$/.test(value))
        return value;
    throw (0,action/* invalid */.Gq)(`The value for the header ${name} contains a line break or another character that a header cannot contain.`, {
        remedy: "Check the secret or input it comes from: often a line break was pasted at its end.",
    });
}
function contentOf(request) {
    if (request.body !== undefined) {
        if (!Number.isSafeInteger(request.body.length) || request.body.length < 0) {
            throw (0,action/* invalid */.Gq)("A body's length must be a whole number of bytes.");
        }
        return request.body;
    }
    if (request.json !== undefined)
        return inMemory(JSON.stringify(request.json), "application/json");
    if (request.form !== undefined)
        return inMemory(encodeQuery(request.form), "application/x-www-form-urlencoded");
    return undefined;
}
function inMemory(text, type) {
    const bytes = Buffer.from(text, "utf8");
    return {
        length: bytes.length,
        type,
        async *open() {
            if (bytes.length > 0)
                yield bytes;
        },
    };
}

;// CONCATENATED MODULE: ./packages/http/write-judgement.ts






async function judgeWrite(session, request, outcome, turn, limits, write) {
    if ("fault" in outcome) {
        const { fault } = outcome;
        const failure = failureOfFault(session, request, fault, turn);
        return { meaning: meaningOfFault(fault, write), failure, why: fault.text };
    }
    const { reply } = outcome;
    const done = isDone(reply.status, write.expect);
    if (done && !reply.early)
        return judgeDone(session, request, reply, turn, write);
    const now = session.clock.now();
    const away = isTurnedAway(reply);
    const retryAfterMs = away || isTransient(reply.status) ? retryAfter(reply, now) : undefined;
    const retryAt = retryAfterMs === undefined ? undefined : now + retryAfterMs;
    const failure = failureOfStatus(session, request, reply, turn, limits.permission, retryAt);
    const judged = { failure, why: `answered ${statusName(reply.status)}`, retryAfterMs };
    const notYet = write.notYet?.(makeReply(session, request, reply, request.url, turn));
    if (notYet !== undefined) {
        const later = new HttpError("undecided", `${failure.message} ${notYet}`, failure, {
            remedy: "Run again in a minute.",
        });
        return { failure: later, why: notYet, meaning: "turned away" };
    }
    if (done)
        return { ...judged, meaning: "unclear" };
    if ((write.exists ?? [409, 422]).includes(reply.status))
        return { ...judged, meaning: "exists" };
    if (away)
        return { ...judged, meaning: "turned away" };
    return { ...judged, meaning: isTransient(reply.status) ? "unclear" : "no" };
}
async function judgeDone(session, request, raw, turn, write) {
    const why = `answered ${statusName(raw.status)}, but the answer cannot be used`;
    try {
        return { meaning: "done", value: await write.accept(makeReply(session, request, raw, request.url, turn)) };
    }
    catch (error) {
        if (error instanceof HttpError)
            return { meaning: "claimed", failure: error, why };
        if (error instanceof action/* ActionError */.lZ || !(error instanceof Error))
            throw error;
        return { meaning: "unclear", failure: failureOfContent(session, request, raw, turn, error.message), why };
    }
}
function meaningOfFault(fault, write) {
    if (fault.code === "BODY_SOURCE")
        return "no";
    if (fault.status !== undefined)
        return isDone(fault.status, write.expect) ? "claimed" : "unclear";
    if (fault.reach !== "nothing sent")
        return "unclear";
    return fault.lasting === true ? "no" : "unsent";
}
function isDone(status, expect) {
    return expect === undefined ? status >= 200 && status < 300 : expect.includes(status);
}

;// CONCATENATED MODULE: ./packages/http/write.ts






const SETTLE = 1_000;
const LOOKS = 3;
async function writeOnce(session, request, limits, write) {
    let waited = 0;
    let doubt;
    for (let attempt = 1;; attempt += 1) {
        const turn = { attempt, attempts: limits.attempts };
        const outcome = await sendAttempt(session, request, limits, write.progress);
        if ("fault" in outcome && outcome.fault.code === "ABORTED") {
            throw endedDuring(session, write.what, outcome.fault.reach !== "nothing sent" || doubt !== undefined);
        }
        const judged = await judgeWrite(session, request, outcome, turn, limits, write);
        if (judged.meaning === "done")
            return { value: judged.value, outcome: "written", attempts: attempt };
        const { meaning, failure } = judged;
        if (meaning === "no")
            throw failure;
        if (meaning === "exists") {
            const value = await readBack(write, doubt);
            if (value === undefined)
                throw failure;
            return { value, outcome: "adopted", attempts: attempt };
        }
        const open = meaning === "unclear" || meaning === "claimed";
        const settle = open ? (write.settle ?? SETTLE) : 0;
        const wait = Math.max(judged.retryAfterMs ?? 0, settle) + backoff(attempt, session.random);
        const last = attempt >= limits.attempts || waited + wait > limits.patience;
        if (last && !open)
            throw missing(failure, write.what);
        const span = last ? settle : wait;
        waited += span;
        if (open)
            doubt = failure;
        await pauseBefore(session, request, judged, span, turn, write.what, doubt);
        if (meaning === "unsent")
            continue;
        const value = await lookFor(session, request, write, doubt, meaning === "claimed" ? LOOKS : 1);
        if (value !== undefined)
            return { value, outcome: "adopted", attempts: attempt };
        if (last && meaning === "claimed") {
            throw unclear(write.what, failure, "The server reported success, but it cannot be found.");
        }
        if (last)
            throw missing(failure, write.what);
        doubt = undefined;
    }
}
async function lookFor(session, request, write, doubt, looks) {
    for (let look = 1;; look += 1) {
        const value = await readBack(write, doubt);
        if (value !== undefined || look === looks)
            return value;
        const wait = (write.settle ?? SETTLE) * 2 ** look;
        const next = { attempt: look + 1, attempts: looks };
        await pause(session, request, `${write.what} is not visible yet`, wait, next).catch(() => {
            throw endedDuring(session, write.what, true);
        });
    }
}
async function readBack(write, doubt) {
    try {
        return await write.readBack(doubt !== undefined);
    }
    catch (error) {
        if (!(error instanceof action/* ActionError */.lZ) || doubt === undefined)
            throw error;
        if (error.verdict === "refused" || error.verdict === "invalid")
            throw error;
        throw unclear(write.what, doubt, `Looking for it failed too: ${describeFailure(error)}`, error);
    }
}
async function pauseBefore(session, request, judged, wait, turn, what, doubt) {
    const next = { attempt: Math.min(turn.attempt + 1, turn.attempts), attempts: turn.attempts };
    const why = judged.meaning === "unsent" ? judged.why : `${judged.why}; looking for ${what} first`;
    await pause(session, request, why, wait, next).catch((error) => {
        throw doubt === undefined ? error : endedDuring(session, what, true);
    });
}
function unclear(what, failure, more, cause = failure) {
    const message = `The outcome of this write is unknown: ${what}. ${failure.message} ${more}`;
    return (0,action/* unknown */.L5)(message, { ...again(what), cause });
}
function missing(failure, what) {
    return new HttpError(failure.verdict, failure.message, failure, { ...failure.details, missing: [what] });
}
function endedDuring(session, what, perhapsWritten) {
    const stop = ended(session.signal);
    if (!perhapsWritten)
        return stop;
    const message = `${stop.message}: while this was being written, so it may exist: ${what}`;
    return (0,action/* unknown */.L5)(message, { ...again(what), cause: stop });
}
function again(what) {
    const next = "Run the same step again: it looks first and continues from what it finds.";
    return { missing: [`perhaps ${what}`], next };
}

;// CONCATENATED MODULE: ./packages/http/client.ts












const DEADLINE = 30_000;
const MAX_BYTES = 10 * 1024 * 1024;
const ATTEMPTS = 4;
const PATIENCE = 120_000;
const CONNECTIONS = 4;
const MAX_PAGES = 100;
const client_ONCE = { attempt: 1, attempts: 1 };
function openHttp(options) {
    const { io, clock, network } = options;
    const closing = new AbortController();
    const signal = AbortSignal.any([options.signal, closing.signal]);
    if (network.tlsVerificationDisabled) {
        throw (0,action/* invalid */.Gq)("NODE_TLS_REJECT_UNAUTHORIZED=0 switches certificate checks off, so that every token could be stolen.", {
            remedy: "Remove it. To trust a private authority, set NODE_EXTRA_CA_CERTS to a PEM file with its certificate.",
        });
    }
    const allowHttp = options.allowHttp === true;
    const origins = new Set(options.endpoints.map(parseEndpoint));
    const secrets = keepSecrets(io);
    const connections = openConnections({
        network,
        secrets,
        connections: options.connections ?? CONNECTIONS,
        allowLoopback: allowHttp,
        lookup: options.lookup,
        authorities: options.authorities,
    });
    const random = options.random ?? Math.random;
    const rules = network.credentials ?? new action/* CredentialRules */.v0();
    const session = { io, signal, clock, random, secrets, connections, allowHttp, rules };
    function api(base, apiOptions = {}) {
        const url = parseBase(base, allowHttp);
        const { namedBy } = apiOptions;
        if (namedBy === undefined && !origins.has(url.origin)) {
            throw (0,action/* invalid */.Gq)(`${url.origin} is not one of the addresses this action declares: ${[...origins].join(", ")}.`, {
                remedy: "Check the address given as input.",
            });
        }
        const bound = namedBy === undefined ? rules : rules.alsoAt(url.origin, namedBy.origin);
        return openApi({ ...session, rules: bound }, url, { patience: options.patience ?? PATIENCE, ...apiOptions });
    }
    function close() {
        closing.abort((0,action/* interrupted */.VM)("The connections were closed before the request was complete."));
        connections.close();
    }
    return { api, kindOf: (token) => rules.kindOf(token), close };
}
function openApi(session, base, options) {
    session.rules.insist([...carriersOf(options.credential), ...Object.values(options.headers ?? {})], base.origin);
    const [name, value] = options.credential === undefined ? [] : credentialHeader(options.credential, session.secrets);
    const credential = name === undefined ? {} : { [checkedName(name)]: checkedValue(name, value ?? "") };
    const headers = { ...checkedHeaders(options.headers ?? {}), ...credential };
    if (options.secretPath === true)
        session.secrets.add(base.pathname);
    function limitsOf(request) {
        return {
            deadline: request.deadline ?? options.deadline ?? DEADLINE,
            maxBytes: request.maxBytes ?? options.maxBytes ?? MAX_BYTES,
            attempts: request.attempts ?? options.attempts ?? ATTEMPTS,
            patience: request.patience ?? options.patience ?? PATIENCE,
            permission: request.permission ?? options.permission,
            pace: options.pace,
        };
    }
    function prepared(request, method) {
        session.rules.insist(Object.values(request.headers ?? {}), base.origin);
        return prepare(base, request, method, headers);
    }
    async function read(request) {
        return readWithRetries(session, prepared(request, request.method ?? "GET"), limitsOf(request), request);
    }
    async function sendOnce(request) {
        const ready = prepared(request, request.method);
        const outcome = await sendAttempt(session, ready, limitsOf(request), request.progress);
        if ("reply" in outcome)
            return makeReply(session, ready, outcome.reply, ready.url, client_ONCE);
        if (outcome.fault.code === "ABORTED")
            throw ended(session.signal);
        throw failureOfFault(session, ready, outcome.fault, client_ONCE);
    }
    return {
        base: base.href.replace(/\/$/, ""),
        origin: base.origin,
        read,
        sendOnce,
        pages(request) {
            const limits = limitsOf(request);
            const first = prepared(request, request.method ?? "GET");
            const readPage = (page) => readWithRetries(session, page, limits, request);
            return walkPages(session, first, request.maxPages ?? MAX_PAGES, readPage);
        },
        lines: (request) => readLines(session, prepared(request, "GET"), limitsOf(request), request.signal),
        write: async (request) => writeOnce(session, prepared(request, request.method), limitsOf(request), request),
    };
}
function checkedName(name) {
    if (/^[a-z0-9-]{1,100}$/.test(name))
        return name;
    throw (0,action/* invalid */.Gq)("The name of the credential's header is not a header's name.");
}

;// CONCATENATED MODULE: ./packages/http/file-chunks.ts

const CHUNK = 256 * 1024;
async function* fileChunks(path) {
    const file = await (0,promises_.open)(path, "r");
    try {
        const buffers = [Buffer.allocUnsafeSlow(CHUNK), Buffer.allocUnsafeSlow(CHUNK)];
        for (let turn = 0;; turn = 1 - turn) {
            const buffer = turn === 0 ? buffers[0] : buffers[1];
            const { bytesRead } = await file.read(buffer, 0, CHUNK, null);
            if (bytesRead === 0)
                return;
            yield buffer.subarray(0, bytesRead);
        }
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./packages/http/pace.ts
function createPace({ perSecond, burst }, clock) {
    const interval = 1000 / perSecond;
    const tolerance = (burst - 1) * interval;
    let theoretical = -Infinity;
    return async (signal) => {
        const now = clock.monotonic();
        const wait = theoretical - tolerance - now;
        theoretical = Math.max(theoretical, now) + interval;
        if (wait > 0)
            await clock.sleep(wait, signal);
    };
}

;// CONCATENATED MODULE: ./packages/http/parallel.ts
async function inParallel(most, items, work) {
    const results = new Array(items.length);
    const failures = [];
    const queue = items.entries();
    const worker = async () => {
        for (const [index, item] of queue) {
            try {
                results[index] = await work(item);
            }
            catch (error) {
                failures.push(error);
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
    if (failures.length > 0)
        throw failures[0];
    return results;
}

;// CONCATENATED MODULE: ./packages/http/index.ts













/***/ })

};
;