"use strict";
exports.id = 1589;
exports.ids = [1589];
exports.modules = {

/***/ 1589:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  af: () => (/* reexport */ QUAY_LIMITS),
  p9: () => (/* reexport */ accountOrigins),
  H2: () => (/* reexport */ checkDigest),
  qW: () => (/* reexport */ checkRegistry),
  Bs: () => (/* reexport */ checkTag),
  s1: () => (/* reexport */ findSignature),
  H3: () => (/* reexport */ isAttestation),
  aH: () => (/* reexport */ isPlatform),
  pA: () => (/* reexport */ joinRepository),
  hs: () => (/* reexport */ openQuay),
  Me: () => (/* reexport */ openRegistry),
  zZ: () => (/* reexport */ parseImage),
  $t: () => (/* reexport */ placeOf),
  uw: () => (/* reexport */ repositoryAt),
  jt: () => (/* reexport */ showImage)
});

// UNUSED EXPORTS: RegistryError, errorCodes, noAnswerOf

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/http/index.ts + 32 modules
var packages_http = __webpack_require__(494);
;// CONCATENATED MODULE: ./packages/registry/errors.ts


class RegistryError extends action/* ActionError */.lZ {
    answer;
    constructor(answer, message, details = {}) {
        super(VERDICTS[answer], message, details);
        this.name = "RegistryError";
        this.answer = answer;
    }
}
const VERDICTS = {
    unauthorised: "invalid",
    "rate-limited": "undecided",
    unreachable: "undecided",
    malformed: "undecided",
};
function noAnswerOf(error) {
    if (error instanceof RegistryError)
        return error.answer;
    if (!(error instanceof HttpError))
        return undefined;
    if (error.status === 401 || error.status === 403 || error.status === 407)
        return "unauthorised";
    if (error.status === 429 || error.retryAt !== undefined)
        return "rate-limited";
    return error.code === "CONTENT" || error.code === "REDIRECT" ? "malformed" : "unreachable";
}
function errorCodes(reply) {
    try {
        const { errors } = (0,packages_http.parseJson)(reply.text());
        if (!Array.isArray(errors))
            return undefined;
        const codes = errors.map((error) => error?.code);
        return codes.length > 0 && codes.every((code) => typeof code === "string") ? codes : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/registry/limits.ts
const QUAY_LIMITS = {
    api: { perSecond: 4.8, burst: 20 },
    manifests: { perSecond: 45, burst: 6 },
    tokens: { perSecond: 100, burst: 1 },
};

// EXTERNAL MODULE: ./packages/text/index.ts + 10 modules
var packages_text = __webpack_require__(3486);
;// CONCATENATED MODULE: ./packages/registry/manifest.ts


const MANIFEST_TYPES = [
    "application/vnd.oci.image.index.v1+json",
    "application/vnd.oci.image.manifest.v1+json",
    "application/vnd.docker.distribution.manifest.list.v2+json",
    "application/vnd.docker.distribution.manifest.v2+json",
];
const INDEX_TYPES = [MANIFEST_TYPES[0], MANIFEST_TYPES[2]];
function readManifest(text, contentType) {
    const value = object((0,packages_http.parseJson)(text), "the manifest");
    const declared = value["mediaType"] ?? contentType;
    if (typeof declared !== "string" || !MANIFEST_TYPES.includes(declared)) {
        throw new Error(`the manifest is of the type ${(0,packages_text/* shorten */.ml)(JSON.stringify(declared), 100)}, which is not an image`);
    }
    if (value["mediaType"] !== undefined && value["mediaType"] !== contentType) {
        throw new Error(`the manifest says that it is ${declared}, and the registry that it is ${(0,packages_text/* shorten */.ml)(contentType, 100)}`);
    }
    if (value["manifests"] !== undefined && (value["layers"] !== undefined || value["config"] !== undefined)) {
        throw new Error("the manifest is an index and an image at once");
    }
    const annotations = strings(value["annotations"], "annotations");
    if (INDEX_TYPES.includes(declared)) {
        return {
            kind: "index",
            manifests: list(value["manifests"], "manifests").map((item, at) => descriptor(item, `manifests[${at}]`)),
            annotations,
        };
    }
    return {
        kind: "image",
        config: descriptor(value["config"], "config"),
        layers: list(value["layers"], "layers").map((item, at) => descriptor(item, `layers[${at}]`)),
        ...(typeof value["artifactType"] === "string" && { artifactType: value["artifactType"] }),
        ...(value["subject"] !== undefined && { subject: descriptor(value["subject"], "subject") }),
        annotations,
    };
}
function readImageConfig(text) {
    const value = object((0,packages_http.parseJson)(text), "the configuration");
    const config = value["config"] === undefined || value["config"] === null ? {} : object(value["config"], "config");
    return { platform: platformOf(value), labels: strings(config["Labels"], "config.Labels") };
}
function isAttestation({ annotations, platform }) {
    return annotations["vnd.docker.reference.type"] !== undefined || platform === "unknown/unknown";
}
function descriptor(value, where) {
    const { mediaType, digest, size, artifactType, platform, annotations } = object(value, where);
    if (typeof mediaType !== "string" || typeof size !== "number" || size < 0)
        throw new Error(`${where} has no media type or no size`);
    if (typeof digest !== "string" || !/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/.test(digest))
        throw new Error(`${where} has no digest`);
    return {
        mediaType,
        digest,
        size,
        ...(typeof artifactType === "string" && { artifactType }),
        ...(platform !== undefined && platform !== null && { platform: platformOf(object(platform, `${where}.platform`)) }),
        annotations: strings(annotations, `${where}.annotations`),
    };
}
function platformOf(value) {
    const { os, architecture, variant } = value;
    const parts = [os, architecture, ...(variant === undefined || variant === "" ? [] : [variant])];
    if (!parts.every((part) => typeof part === "string" && /^[A-Za-z0-9._-]{1,40}$/.test(part)))
        return "unknown/unknown";
    return parts.join("/");
}
function isPlatform(platform, wanted) {
    const [os, architecture, variant] = normal(platform);
    const [wantedOs, wantedArchitecture, wantedVariant] = normal(wanted);
    return (os === wantedOs && architecture === wantedArchitecture && (wantedVariant === undefined || variant === wantedVariant));
}
function normal(platform) {
    const parts = platform.split("/");
    return parts[1] === "arm64" && parts[2] === "v8" ? parts.slice(0, 2) : parts;
}
function object(value, where) {
    if (typeof value === "object" && value !== null && !Array.isArray(value))
        return value;
    throw new Error(`${where} is not an object`);
}
function list(value, where) {
    if (Array.isArray(value))
        return value;
    throw new Error(`${where} is not a list`);
}
function strings(value, where) {
    if (value === undefined || value === null)
        return {};
    const entries = Object.entries(object(value, where));
    const wrong = entries.find(([, text]) => typeof text !== "string");
    if (wrong !== undefined)
        throw new Error(`${where}.${(0,packages_text/* shorten */.ml)(wrong[0], 80)} is not a text`);
    return Object.assign(Object.create(null), Object.fromEntries(entries));
}

;// CONCATENATED MODULE: ./packages/registry/place.ts
const WELL_KNOWN = {
    "docker.io": { host: "registry-1.docker.io", tokens: "https://auth.docker.io" },
    "registry.gitlab.com": { tokens: "https://gitlab.com" },
};
function placeOf(host, { api, tokenServer, allowHttp }) {
    const known = Object.hasOwn(WELL_KNOWN, host) ? WELL_KNOWN[host] : undefined;
    const base = `${isLoopback(host) || allowHttp ? "http" : "https"}://${known?.host ?? host}`;
    const quay = api === "quay" || (api === "auto" && host === "quay.io");
    return {
        host,
        base,
        tokenServers: [known?.tokens, tokenServer].filter((origin) => origin !== undefined),
        quay: quay ? "yes" : api === "auto" && known === undefined ? "perhaps" : "no",
        expectedToken: quay ? { realm: `${base}/v2/auth`, service: host } : undefined,
    };
}
function accountOrigins({ base, tokenServers }, tokenServer) {
    return tokenServer === undefined && tokenServers.length > 0 ? [...tokenServers] : [base, ...tokenServers];
}
function repositoryAt(host, repository) {
    return host === "docker.io" && !repository.includes("/") ? `library/${repository}` : repository;
}
function isLoopback(host) {
    const name = host.replace(/:[0-9]+$/, "");
    return name === "localhost" || /^127(?:\.[0-9]{1,3}){3}$/.test(name);
}

;// CONCATENATED MODULE: ./packages/registry/quay.ts


const MAX_REPORT = 128 * 1024 * 1024;
function openQuay({ http, place, login, token, pace }) {
    const bearer = token === undefined ? undefined : { header: "authorization", value: `Bearer ${token}` };
    const api = (credential) => http.api(`${place.base}/api/v1`, { pace, ...(credential !== undefined && { credential }) });
    const security = api(bearer ?? login);
    const tags = api(bearer);
    const path = (repository, ...rest) => ["repository", ...repository.split("/"), ...rest];
    function unauthorised(repository, reply, remedy) {
        return new RegistryError("unauthorised", `${place.host}'s API does not let ${repository} be read (${reply.status}).`, { remedy });
    }
    return {
        async security(repository, digest) {
            const reply = await security.read({
                path: path(repository, "manifest", digest, "security"),
                query: { vulnerabilities: true },
                expect: [200, 401, 403, 404],
                as: place.quay === "yes" ? "json" : "bytes",
                maxBytes: MAX_REPORT,
            });
            if (place.quay !== "yes" && !isQuays(reply))
                return { state: "no api" };
            if (reply.status === 404)
                return { state: "absent" };
            if (reply.status !== 200)
                throw unauthorised(repository, reply, "Give username and password of a robot account that may read the repository, or an OAuth token with repo:read.");
            const body = reply.json();
            if (typeof body !== "object" || body === null || typeof body["status"] !== "string") {
                throw new RegistryError("malformed", `${place.host} answered with a security report that has no status.`, {
                    remedy: "Run again; if it stays so, Quay's API has changed.",
                });
            }
            return { state: "answered", status: body["status"], data: body["data"], date: reply.headers["date"] };
        },
        async tag(repository, tag) {
            const reply = await tags.read({
                path: path(repository, "tag", ""),
                query: { specificTag: tag, onlyActiveTags: true, limit: 100 },
                expect: [200, 401, 403, 404],
            });
            if (reply.status === 404)
                return { state: "absent" };
            if (reply.status !== 200)
                throw unauthorised(repository, reply, "Quay shows tags of a private repository to an OAuth token with repo:read only, never to a robot account: give token.");
            return readTags(place.host, reply.json(), tag);
        },
    };
}
function isQuays(reply) {
    try {
        const body = (0,packages_http.parseJson)(reply.text());
        if (typeof body !== "object" || body === null)
            return false;
        return reply.status === 200
            ? typeof body["status"] === "string"
            : "error_type" in body || "error_message" in body || "detail" in body;
    }
    catch {
        return false;
    }
}
function readTags(host, body, wanted) {
    const { tags } = (body ?? {});
    if (!Array.isArray(tags))
        throw new RegistryError("malformed", `${host} answered without a list of tags.`);
    const tag = tags.find(({ name }) => name === wanted);
    if (tag === undefined)
        return { state: "absent" };
    const { manifest_digest: digest, end_ts: end, expiration, reversion } = tag;
    if (typeof digest !== "string")
        throw new RegistryError("malformed", `${host} answered with a tag that has no digest.`);
    const written = typeof expiration === "string" ? Date.parse(expiration) : Number.NaN;
    const expires = typeof end === "number" ? end * 1000 : Number.isNaN(written) ? undefined : written;
    if (expiration !== undefined && expires === undefined)
        throw new RegistryError("malformed", `${host} answered with an expiry that is not a date.`);
    return { state: "found", digest, expires, reversion: reversion === true };
}

;// CONCATENATED MODULE: ./packages/registry/reference.ts

const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const SEGMENT = /^[a-z0-9]+(?:(?:\.|_|__|-{1,20})[a-z0-9]+)*$/;
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?::[0-9]{1,5})?$/;
const MAX_NAME = 255;
function parseImage(text) {
    if (/^[a-z]+:\/\//i.test(text))
        throw new Error(`must be a name such as quay.io/org/app, without ${(0,action/* quote */.hD)(text.slice(0, text.indexOf("://") + 3))}; given: ${(0,action/* quote */.hD)(text)}`);
    const at = text.indexOf("@");
    const digest = at < 0 ? undefined : text.slice(at + 1);
    const rest = at < 0 ? text : text.slice(0, at);
    const colon = rest.indexOf(":", rest.lastIndexOf("/"));
    const tag = colon < 0 ? undefined : rest.slice(colon + 1);
    const name = colon < 0 ? rest : rest.slice(0, colon);
    const slash = name.indexOf("/");
    const registry = name.slice(0, Math.max(slash, 0));
    if (!isRegistry(registry)) {
        throw new Error(`must begin with the registry, such as quay.io/org/app; given: ${(0,action/* quote */.hD)(text)}`);
    }
    if (tag !== undefined)
        checkTag(tag);
    if (digest !== undefined)
        checkDigest(digest);
    return {
        registry,
        repository: checkRepository(name.slice(slash + 1)),
        ...(tag !== undefined && { tag }),
        ...(digest !== undefined && { digest }),
    };
}
function joinRepository(namespace, repository) {
    const inside = namespace === undefined || repository === namespace || repository.startsWith(`${namespace}/`);
    return checkRepository(inside ? repository : `${namespace}/${repository}`);
}
function checkRegistry(registry) {
    if (isRegistry(registry))
        return registry;
    throw new Error(`must be a host such as quay.io, with a port where it needs one; given: ${(0,action/* quote */.hD)(registry)}`);
}
function checkTag(tag) {
    if (TAG.test(tag))
        return tag;
    throw new Error(`is not a tag: up to 128 letters, digits, dots, dashes and underscores; given: ${(0,action/* quote */.hD)(tag)}`);
}
function checkDigest(digest) {
    if (DIGEST.test(digest))
        return digest;
    throw new Error(`must be sha256: and 64 hex digits in lower case; given: ${(0,action/* quote */.hD)(digest)}`);
}
function checkRepository(repository) {
    const segments = repository.split("/");
    if (repository.length <= MAX_NAME && segments.every((segment) => SEGMENT.test(segment)))
        return repository;
    throw new Error(`must be a repository in lower case, such as org/app; given: ${(0,action/* quote */.hD)(repository)}`);
}
function isRegistry(host) {
    return (host.length <= MAX_NAME && HOST.test(host) && (host.includes(".") || host.includes(":") || host === "localhost"));
}
function showImage({ registry, repository, tag, digest }) {
    return `${registry}/${repository}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}

;// CONCATENATED MODULE: ./packages/registry/challenge.ts
function parseChallenge(header) {
    const text = header.slice(0, 4096);
    const scheme = /^\s*([A-Za-z]{1,20})(?:\s|$)/.exec(text)?.[1]?.toLowerCase();
    if (scheme === "basic")
        return { scheme };
    if (scheme !== "bearer")
        return undefined;
    const parameters = new Map();
    for (const [, name = "", quoted, bare] of text.matchAll(/([A-Za-z]{1,20})=(?:"([^"]*)"|([^\s",]+))/g))
        parameters.set(name.toLowerCase(), quoted ?? bare ?? "");
    const realm = parameters.get("realm");
    return realm === undefined || realm === "" ? undefined : { scheme, realm, service: parameters.get("service") };
}

;// CONCATENATED MODULE: ./packages/registry/authorize.ts



function createAuthorizer(options) {
    const { http, base, login, expected } = options;
    const known = new Map();
    const registryOptions = { pace: options.pace };
    function remember(repository, api) {
        known.set(repository, api);
        api.catch(() => known.delete(repository));
        return api;
    }
    async function tokenApi(repository, realm, service) {
        const token = await fetchToken(options, repository, realm, service);
        return http.api(base, { ...registryOptions, credential: { header: "authorization", value: `Bearer ${token}` } });
    }
    async function first(repository) {
        if (expected === undefined)
            return http.api(base, registryOptions);
        try {
            return await tokenApi(repository, expected.realm, expected.service);
        }
        catch (error) {
            if (error instanceof packages_http.HttpError && error.status === 404)
                return http.api(base, registryOptions);
            throw error;
        }
    }
    async function renewed(repository, challenge) {
        const asked = parseChallenge(challenge);
        if (asked === undefined)
            throw new RegistryError("malformed", `${hostOf(base)} answered 401 without saying how to sign in.`, {
                remedy: "Check that the address is a registry's.",
            });
        if (asked.scheme === "bearer")
            return await tokenApi(repository, asked.realm, asked.service);
        if (login === undefined)
            throw new RegistryError("unauthorised", `${hostOf(base)} wants a user name and a password.`, {
                remedy: "Give username and password.",
            });
        return http.api(base, { ...registryOptions, credential: login });
    }
    return {
        apiFor: async (repository) => await (known.get(repository) ?? remember(repository, first(repository))),
        async renew(repository, refused, challenge) {
            const current = known.get(repository);
            if (current !== undefined && (await current) !== refused)
                return await current;
            return await remember(repository, renewed(repository, challenge));
        },
    };
}
async function fetchToken(options, repository, realm, service) {
    const { http, base, login, tokenServers } = options;
    const url = URL.canParse(realm) ? new URL(realm) : undefined;
    if (url === undefined)
        throw new RegistryError("malformed", `${hostOf(base)} names no address to get a token from.`);
    if (url.origin !== base && !tokenServers.includes(url.origin)) {
        throw new RegistryError("unauthorised", `${hostOf(base)} sends to another server, ${url.origin}, for a token; nothing was sent there.`, {
            remedy: `If the registry's tokens do come from there, set token-server: ${url.origin}.`,
        });
    }
    const api = http.api(url.origin + url.pathname.replace(/\/$/, ""), {
        pace: options.tokenPace,
        ...(login !== undefined && { credential: login }),
    });
    const scope = `repository:${repository}:${options.access ?? "pull"}`;
    const reply = await api.read({
        path: [],
        query: { ...Object.fromEntries(url.searchParams), service, scope },
        expect: [200, 401, 403],
    });
    if (reply.status !== 200) {
        throw new RegistryError("unauthorised", `${url.host} did not accept ${login === undefined ? "a request without a user" : `the user ${JSON.stringify(login.user)} with the given password`}.`, {
            remedy: "Check the user name and the password; a robot account's name is written in full, such as org+robot.",
        });
    }
    const body = reply.json();
    const token = body?.token ?? body?.access_token;
    if (typeof token === "string" && token !== "")
        return token;
    throw new RegistryError("malformed", `${url.host} answered without a token.`, {
        remedy: "Check that the address is a registry's.",
    });
}
function hostOf(base) {
    return new URL(base).host;
}

;// CONCATENATED MODULE: ./packages/registry/registry.ts




const MAX_MANIFEST = 4 * 1024 * 1024;
const MAX_BLOB = 8 * 1024 * 1024;
const ACCEPT = MANIFEST_TYPES.join(", ");
function openRegistry(options) {
    const { place } = options;
    const { host } = place;
    const authorizer = createAuthorizer({
        ...options,
        base: place.base,
        tokenServers: place.tokenServers,
        expected: place.expectedToken,
    });
    async function send(repository, rest, request) {
        const whole = {
            ...request,
            path: ["v2", ...repository.split("/"), ...rest],
            as: "bytes",
            expect: [...(request.expect ?? []), 401, 403],
        };
        const api = await authorizer.apiFor(repository);
        let reply = await api.read(whole);
        if (reply.status === 401)
            reply = await (await authorizer.renew(repository, api, reply.headers["www-authenticate"] ?? "")).read(whole);
        if (reply.status === 401 || reply.status === 403)
            throw unauthorised(repository, reply);
        return reply;
    }
    function unauthorised(repository, reply) {
        const codes = errorCodes(reply)
            ?.map((code) => (0,packages_text/* shorten */.ml)(code, 40))
            .join(", ");
        const who = options.login === undefined ? "without credentials" : `as ${JSON.stringify(options.login.user)}`;
        return new RegistryError("unauthorised", `${host} does not let ${repository} be read ${who} (${reply.status}${codes === undefined ? "" : `, ${codes}`}).`, {
            remedy: options.login === undefined
                ? "If the image is private, give username and password of an account that may pull it; some registries answer so for repositories that do not exist."
                : "Give the account the right to pull this repository; some registries answer so for repositories that do not exist.",
        });
    }
    function noManifest(reply) {
        const codes = errorCodes(reply) ?? [];
        if (codes.includes("TAG_EXPIRED"))
            return { state: "expired" };
        if (codes.some((code) => ["MANIFEST_UNKNOWN", "NAME_UNKNOWN", "NOT_FOUND"].includes(code)))
            return { state: "absent" };
        throw malformed("a 404 that is not the registry's own");
    }
    function malformed(what) {
        return new RegistryError("malformed", `${host} answered with ${what}.`, {
            remedy: "Check the registry's address, and that no proxy or login page answers in its place.",
        });
    }
    async function readReply(reply, asked) {
        const type = (reply.headers["content-type"] ?? "").split(";")[0].trim().toLowerCase();
        if (!MANIFEST_TYPES.includes(type))
            throw malformed(`${type === "" ? "no declared type" : `the type ${(0,packages_text/* shorten */.ml)(type, 100)}`} instead of a manifest`);
        const claimed = reply.headers["docker-content-digest"];
        const wanted = asked.includes(":") ? asked : undefined;
        const digest = await digestLike(wanted ?? claimed, reply.bytes);
        if (claimed !== undefined && claimed !== digest && (await digestLike(claimed, reply.bytes)) !== claimed)
            throw malformed(`a manifest whose bytes are ${digest}, calling it ${(0,packages_text/* shorten */.ml)(claimed, 150)}`);
        if (wanted !== undefined && wanted !== digest)
            throw malformed(`a manifest whose bytes are ${digest} instead of ${wanted}`);
        try {
            return { state: "found", digest, manifest: readManifest(reply.text(), type) };
        }
        catch (error) {
            throw malformed(`a manifest that cannot be used: ${error.message}`);
        }
    }
    async function manifest(repository, reference) {
        const reply = await send(repository, ["manifests", reference], {
            headers: { accept: ACCEPT },
            expect: [200, 404],
            maxBytes: MAX_MANIFEST,
        });
        return reply.status === 404 ? noManifest(reply) : await readReply(reply, reference);
    }
    async function blob(repository, { digest, size }) {
        if (size > MAX_BLOB)
            throw malformed(`a configuration of ${size} bytes`);
        const { bytes } = await send(repository, ["blobs", digest], {
            expect: [200],
            redirects: "anonymous",
            headers: { accept: "*/*" },
            maxBytes: MAX_BLOB,
        });
        const real = await digestLike(digest, bytes);
        if (real !== digest)
            throw malformed(`a blob whose bytes are ${real} instead of ${digest}`);
        return bytes;
    }
    return {
        manifest,
        blob,
        async currentDigest(repository, tag) {
            const head = await send(repository, ["manifests", tag], {
                method: "HEAD",
                headers: { accept: ACCEPT },
                expect: [200, 404, 405],
            });
            const claimed = head.headers["docker-content-digest"];
            if (head.status === 200 && claimed !== undefined)
                return { state: "found", digest: claimed };
            return await manifest(repository, tag);
        },
        async config(repository, descriptor) {
            const bytes = await blob(repository, descriptor);
            try {
                return readImageConfig(bytes.toString("utf8"));
            }
            catch (error) {
                throw malformed(`an image configuration that cannot be used: ${error.message}`);
            }
        },
        async referrers(repository, digest) {
            const reply = await send(repository, ["referrers", digest], {
                headers: { accept: MANIFEST_TYPES[0] },
                expect: [200, 404],
                maxBytes: MAX_MANIFEST,
            });
            const index = reply.status === 200 ? await readReply(reply, "") : await manifest(repository, digest.replace(":", "-"));
            if (index.state !== "found")
                return [];
            if (index.manifest.kind !== "index")
                throw malformed("a list of referrers that is not an index");
            return index.manifest.manifests;
        },
    };
}
async function digestLike(like, bytes) {
    const { createHash } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7598, 23));
    const algorithm = like?.startsWith("sha512:") === true ? "sha512" : "sha256";
    return `${algorithm}:${createHash(algorithm).update(bytes).digest("hex")}`;
}

;// CONCATENATED MODULE: ./packages/registry/signature.ts

const SIGNATURE_TYPES = [
    "application/vnd.dev.sigstore.bundle",
    "application/vnd.dev.cosign.artifact.sig",
    "application/vnd.cncf.notary.signature",
];
const SIMPLE_SIGNING = "application/vnd.dev.cosign.simplesigning.v1+json";
const SIGNATURE_ANNOTATION = "dev.cosignproject.cosign/signature";
async function findSignature(registry, repository, digest, publicKey) {
    const tag = await registry.manifest(repository, `${digest.replace(":", "-")}.sig`);
    const layers = tag.state === "found" && tag.manifest.kind === "image"
        ? tag.manifest.layers.filter(({ mediaType }) => mediaType === SIMPLE_SIGNING)
        : [];
    let found = 0;
    for (const layer of layers) {
        const payload = await registry.blob(repository, layer);
        if (signedDigest(payload) !== digest)
            continue;
        found += 1;
        if (publicKey === undefined)
            return { state: "attached", by: "cosign" };
        if (await isSignedBy(payload, layer, publicKey))
            return { state: "proven" };
    }
    const referrers = await registry.referrers(repository, digest);
    const attached = referrers.find(({ artifactType = "" }) => SIGNATURE_TYPES.some((type) => artifactType.startsWith(type)));
    if (attached !== undefined && publicKey === undefined)
        return { state: "attached", by: attached.artifactType ?? "" };
    if (attached !== undefined)
        found += 1;
    return found > 0 ? { state: "not by the key", found } : { state: "none" };
}
function signedDigest(payload) {
    try {
        const { critical } = (0,packages_http.parseJson)(payload.toString("utf8"));
        const digest = critical?.image?.["docker-manifest-digest"];
        return typeof digest === "string" ? digest : undefined;
    }
    catch {
        return undefined;
    }
}
async function isSignedBy(payload, { annotations }, publicKey) {
    const { createPublicKey, verify } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7598, 23));
    const key = createPublicKey(publicKey);
    const signature = Buffer.from(annotations[SIGNATURE_ANNOTATION] ?? "", "base64");
    return verify(key.asymmetricKeyType === "ed25519" ? null : "sha256", payload, key, signature);
}

;// CONCATENATED MODULE: ./packages/registry/index.ts










/***/ })

};
;