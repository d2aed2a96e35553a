"use strict";
exports.id = 7654;
exports.ids = [7654];
exports.modules = {

/***/ 3241:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ errorCodes),
/* harmony export */   g: () => (/* binding */ RegistryError)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9480);


class RegistryError extends _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
    answer;
    constructor(answer, message, details = {}) {
        super(VERDICTS[answer], message, details);
        this.name = "RegistryError";
        this.answer = answer;
    }
}
const VERDICTS = {
    unauthorized: "invalid",
    malformed: "undecided",
};
async function errorCodes(reply) {
    const { ErrorReply } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(7509)]).then(__webpack_require__.bind(__webpack_require__, 7509));
    try {
        const { errors } = (0,_release_actions_http__WEBPACK_IMPORTED_MODULE_1__.readAs)(ErrorReply, (0,_release_actions_http__WEBPACK_IMPORTED_MODULE_1__.parseJson)(reply.text()));
        return errors.length > 0 ? errors.map(({ code }) => code) : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 7654:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  af: () => (/* reexport */ QUAY_LIMITS),
  p9: () => (/* reexport */ accountOrigins),
  H2: () => (/* reexport */ reference/* checkDigest */.H2),
  qW: () => (/* reexport */ reference/* checkRegistry */.qW),
  Bs: () => (/* reexport */ reference/* checkTag */.Bs),
  x7: () => (/* reexport */ childImages),
  s1: () => (/* reexport */ findSignature),
  aH: () => (/* reexport */ isPlatform),
  pA: () => (/* reexport */ reference/* joinRepository */.pA),
  O9: () => (/* reexport */ notAnImage),
  hs: () => (/* reexport */ openQuay),
  Me: () => (/* reexport */ openRegistry),
  zZ: () => (/* reexport */ reference/* parseImage */.zZ),
  $t: () => (/* reexport */ placeOf),
  bb: () => (/* reexport */ readChild),
  uw: () => (/* reexport */ repositoryAt),
  jt: () => (/* reexport */ reference/* showImage */.jt)
});

// UNUSED EXPORTS: RegistryError, errorCodes, isDigest

// EXTERNAL MODULE: ./packages/registry/errors.ts
var errors = __webpack_require__(3241);
;// CONCATENATED MODULE: ./packages/registry/limits.ts
const QUAY_LIMITS = {
    api: { perSecond: 4.8, burst: 20 },
    manifests: { perSecond: 45, burst: 6 },
    tokens: { perSecond: 100, burst: 1 },
};

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
// EXTERNAL MODULE: ./packages/http/index.ts + 32 modules
var packages_http = __webpack_require__(9480);
;// CONCATENATED MODULE: ./packages/registry/manifest.ts


const MANIFEST_TYPES = [
    "application/vnd.oci.image.index.v1+json",
    "application/vnd.oci.image.manifest.v1+json",
    "application/vnd.docker.distribution.manifest.list.v2+json",
    "application/vnd.docker.distribution.manifest.v2+json",
];
const INDEX_TYPES = [MANIFEST_TYPES[0], MANIFEST_TYPES[2]];
async function readManifest(text, contentType) {
    const { IndexBody, ManifestBody } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(7509)]).then(__webpack_require__.bind(__webpack_require__, 7509));
    const value = (0,packages_http.parseJson)(text);
    if (!MANIFEST_TYPES.includes(contentType))
        throw new Error(`the manifest is of the type ${(0,packages_text/* shorten */.ml)(JSON.stringify(contentType), 100)}, which is not an image`);
    if (INDEX_TYPES.includes(contentType)) {
        const { mediaType, manifests, annotations = NONE } = (0,packages_http.readAs)(IndexBody, value);
        assertType(mediaType, contentType);
        return { kind: "index", manifests: manifests.map(descriptorOf), annotations };
    }
    const { mediaType, config, layers, artifactType, subject, annotations = NONE } = (0,packages_http.readAs)(ManifestBody, value);
    assertType(mediaType, contentType);
    return {
        kind: "image",
        config: descriptorOf(config),
        layers: layers.map(descriptorOf),
        ...(artifactType !== undefined && { artifactType }),
        ...(subject !== undefined && { subject: descriptorOf(subject) }),
        annotations,
    };
}
function assertType(mediaType, contentType) {
    if (mediaType === undefined || mediaType === contentType)
        return;
    throw new Error(`the manifest declares the type ${(0,packages_text/* shorten */.ml)(mediaType, 100)}, and the registry ${(0,packages_text/* shorten */.ml)(contentType, 100)}`);
}
async function readImageConfig(source) {
    const { ConfigBody } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(7509)]).then(__webpack_require__.bind(__webpack_require__, 7509));
    const { config, ...platform } = (0,packages_http.readAs)(ConfigBody, (0,packages_http.parseJson)(source));
    return { platform: platformOf(platform) ?? UNKNOWN_PLATFORM, labels: config?.Labels ?? NONE };
}
const UNKNOWN_PLATFORM = "unknown/unknown";
const NONE = Object.freeze(Object.create(null));
function descriptorOf({ mediaType, digest, size, artifactType, annotations, ...body }) {
    const platform = body.platform === undefined ? undefined : platformOf(body.platform);
    return {
        mediaType,
        digest,
        size,
        ...(artifactType !== undefined && { artifactType }),
        ...(platform !== undefined && { platform }),
        annotations: annotations ?? NONE,
    };
}
function platformOf({ os = "", architecture = "", variant = "" }) {
    const parts = variant === "" ? [os, architecture] : [os, architecture, variant];
    return parts.every((part) => /^[A-Za-z0-9._-]{1,40}$/.test(part)) ? parts.join("/") : undefined;
}
function isPlatform(platform, required) {
    const [os, architecture, variant] = normal(platform);
    const [requiredOs, requiredArchitecture, requiredVariant] = normal(required);
    return (os === requiredOs &&
        architecture === requiredArchitecture &&
        (requiredVariant === undefined || variant === requiredVariant));
}
function normal(platform) {
    const parts = platform.split("/");
    return parts[1] === "arm64" && parts[2] === "v8" ? parts.slice(0, 2) : parts;
}

;// CONCATENATED MODULE: ./packages/registry/images.ts



const CONFIG_TYPES = ["application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json"];
const LAYER_TYPE = /^application\/vnd\.(?:oci\.image\.layer\.|docker\.image\.rootfs\.)/;
function notAnImage({ config, layers, artifactType }) {
    if (!CONFIG_TYPES.includes(config.mediaType))
        return `its config is ${(0,packages_text/* shorten */.ml)(config.mediaType, 100)}`;
    if (artifactType !== undefined && !CONFIG_TYPES.includes(artifactType))
        return `its artifact type is ${(0,packages_text/* shorten */.ml)(artifactType, 100)}`;
    const other = layers.find(({ mediaType }) => !LAYER_TYPE.test(mediaType));
    return other === undefined ? undefined : `a layer is ${(0,packages_text/* shorten */.ml)(other.mediaType, 100)}`;
}
async function childImages(registry, repository, { manifests }) {
    const children = await Promise.all(manifests.filter(mayRun).map(async (descriptor) => ({
        descriptor,
        manifest: isDeclaredAttachment(descriptor) ? await readChild(registry, repository, descriptor) : undefined,
    })));
    return children.filter(({ manifest }) => manifest === undefined || notAnImage(manifest) === undefined);
}
async function readChild(registry, repository, descriptor) {
    const { digest, platform = "an unknown platform" } = descriptor;
    const child = await registry.manifest(repository, descriptor);
    if (child.state !== "found") {
        throw (0,action/* undecided */.oo)(`the index names ${digest} for ${platform}, but the registry does not have it`, {
            remedy: "Push the image again, with all its platforms.",
        });
    }
    if (child.manifest.kind === "index") {
        throw (0,action/* undecided */.oo)(`the index names another index for ${platform}; nested indexes are not supported`, {
            remedy: "Push one index that names the images directly.",
        });
    }
    return child.manifest;
}
function mayRun({ mediaType, platform }) {
    return platform !== UNKNOWN_PLATFORM && MANIFEST_TYPES.includes(mediaType);
}
function isDeclaredAttachment({ annotations, artifactType }) {
    return (annotations["vnd.docker.reference.type"] !== undefined ||
        (artifactType !== undefined && !CONFIG_TYPES.includes(artifactType)));
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
    function unauthorized(repository, reply, remedy) {
        return new errors/* RegistryError */.g("unauthorized", `${place.host}'s API does not let ${repository} be read (${reply.status}).`, { remedy });
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
                throw unauthorized(repository, reply, "Set username and password of a robot account that may read the repository, or token to an OAuth token with repo:read.");
            const { SecurityReply } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(7509)]).then(__webpack_require__.bind(__webpack_require__, 7509));
            const { status, data } = reply.json(SecurityReply);
            (0,packages_http.freeBody)(reply);
            return { state: "answered", status, data, date: reply.headers["date"] };
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
                throw unauthorized(repository, reply, "Quay shows tags of a private repository to an OAuth token with repo:read only, never to a robot account: set token.");
            const { TagsReply } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(7509)]).then(__webpack_require__.bind(__webpack_require__, 7509));
            return tagOf(place.host, reply.json(TagsReply), tag);
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
function tagOf(host, { tags }, requested) {
    const found = tags.filter(({ name }) => name === requested);
    const [tag] = found;
    if (tag === undefined)
        return { state: "absent" };
    const malformed = (what) => new errors/* RegistryError */.g("malformed", `${host} answered with ${what}.`);
    if (found.length > 1)
        throw malformed(`${found.length} active entries of one tag`);
    const { manifest_digest: digest, end_ts: end, expiration, reversion } = tag;
    const written = expiration === undefined ? undefined : Date.parse(expiration);
    const expires = end === undefined ? written : end * 1000;
    if (written !== undefined && written !== expires)
        throw malformed("an expiry whose two forms differ");
    return { state: "found", digest, expires, reversion };
}

// EXTERNAL MODULE: ./packages/registry/reference.ts
var reference = __webpack_require__(3145);
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
        const required = parseChallenge(challenge);
        if (required === undefined)
            throw new errors/* RegistryError */.g("malformed", `${hostOf(base)} answered 401 without stating how to sign in.`, {
                remedy: "Check that the address is a registry's.",
            });
        if (required.scheme === "bearer")
            return await tokenApi(repository, required.realm, required.service);
        if (login === undefined)
            throw new errors/* RegistryError */.g("unauthorized", `${hostOf(base)} requires a user name and a password.`, {
                remedy: "Set username and password.",
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
        throw new errors/* RegistryError */.g("malformed", `${hostOf(base)} does not name an address to get a token from.`);
    if (url.origin !== base && !tokenServers.includes(url.origin)) {
        throw new errors/* RegistryError */.g("unauthorized", `${hostOf(base)} requires a token from another server, ${url.origin}; nothing was sent there.`, {
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
        throw new errors/* RegistryError */.g("unauthorized", `${url.host} did not accept ${login === undefined ? "a request without a user" : `the user ${JSON.stringify(login.user)} with the given password`}.`, {
            remedy: "Check the user name and the password; a robot account's name is written in full, such as org+robot.",
        });
    }
    const { TokenReply } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(7509)]).then(__webpack_require__.bind(__webpack_require__, 7509));
    const { token, access_token: accessToken } = reply.json(TokenReply);
    const malformed = (what) => new errors/* RegistryError */.g("malformed", `${url.host} answered ${what}.`, {
        remedy: "Check that the address is a registry's.",
    });
    if (token !== undefined && accessToken !== undefined && token !== accessToken)
        throw malformed("with a token and another access_token, which must be equivalent");
    const found = token ?? accessToken ?? "";
    if (found === "")
        throw malformed("without a token");
    return found;
}
function hostOf(base) {
    return new URL(base).host;
}

;// CONCATENATED MODULE: ./packages/registry/registry.ts






const MAX_MANIFEST = 4 * 1024 * 1024;
const MAX_BLOB = 8 * 1024 * 1024;
const ACCEPT = MANIFEST_TYPES.join(", ");
const NO_REFERRERS = [404, 405, 406];
const MOST_PAGES = 100;
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
            throw await unauthorized(repository, reply);
        return reply;
    }
    async function unauthorized(repository, reply) {
        const codes = (await (0,errors/* errorCodes */.f)(reply))?.map((code) => (0,packages_text/* shorten */.ml)(code, 40)).join(", ");
        const who = options.login === undefined ? "without credentials" : `as ${JSON.stringify(options.login.user)}`;
        return new errors/* RegistryError */.g("unauthorized", `${host} does not let ${repository} be read ${who} (${reply.status}${codes === undefined ? "" : `, ${codes}`}).`, {
            remedy: options.login === undefined
                ? "If the image is private, set username and password of an account that may pull it; some registries answer the same for repositories that do not exist."
                : "Grant the account the right to pull this repository; some registries answer the same for repositories that do not exist.",
        });
    }
    async function noManifest(reply) {
        const codes = (await (0,errors/* errorCodes */.f)(reply)) ?? [];
        if (codes.includes("TAG_EXPIRED"))
            return { state: "expired" };
        if (codes.some((code) => ["MANIFEST_UNKNOWN", "NAME_UNKNOWN", "NOT_FOUND"].includes(code)))
            return { state: "absent" };
        throw malformed("a 404 that is not the registry's own");
    }
    function malformed(what) {
        return new errors/* RegistryError */.g("malformed", `${host} answered with ${what}.`, {
            remedy: "Check the registry's address, and that no proxy or login page answers in its place.",
        });
    }
    async function readReply(reply, requested) {
        const type = (reply.headers["content-type"] ?? "").split(";")[0].trim().toLowerCase();
        if (!MANIFEST_TYPES.includes(type))
            throw malformed(`${type === "" ? "no declared type" : `the type ${(0,packages_text/* shorten */.ml)(type, 100)}`} instead of a manifest`);
        const claimed = reply.headers["docker-content-digest"];
        const descriptor = typeof requested === "object" ? requested : undefined;
        const name = descriptor?.digest ?? requested;
        const expected = name?.includes(":") === true ? name : undefined;
        const digest = await digestLike(expected ?? claimed, reply.bytes);
        if (claimed !== undefined && claimed !== digest && (await digestLike(claimed, reply.bytes)) !== claimed)
            throw malformed(`a manifest whose bytes are ${digest}, calling it ${(0,packages_text/* shorten */.ml)(claimed, 150)}`);
        if (expected !== undefined && expected !== digest)
            throw malformed(`a manifest whose bytes are ${digest} instead of ${expected}`);
        if (descriptor !== undefined && descriptor.size !== reply.bytes.length)
            throw malformed(`a manifest of ${reply.bytes.length} bytes, of which the index says ${descriptor.size}`);
        if (descriptor !== undefined && descriptor.mediaType !== type)
            throw malformed(`a manifest of the type ${type}, of which the index says ${(0,packages_text/* shorten */.ml)(descriptor.mediaType, 100)}`);
        try {
            return { state: "found", digest, manifest: await readManifest(reply.text(), type) };
        }
        catch (error) {
            throw malformed(`a manifest that cannot be used: ${error.message}`);
        }
    }
    async function manifest(repository, reference) {
        const name = typeof reference === "string" ? reference : reference.digest;
        const reply = await send(repository, ["manifests", name], {
            headers: { accept: ACCEPT },
            expect: [200, 404],
            maxBytes: MAX_MANIFEST,
        });
        return reply.status === 404 ? await noManifest(reply) : await readReply(reply, reference);
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
        if (bytes.length !== size)
            throw malformed(`a blob of ${bytes.length} bytes, of which the manifest says ${size}`);
        return bytes;
    }
    function nextQuery(reply) {
        const link = (0,packages_http.parseNextLink)(reply.headers["link"] ?? "");
        if (link === undefined)
            return undefined;
        const [page, next] = [new URL(reply.url), URL.parse(link, reply.url)];
        if (next === null || next.origin !== page.origin || next.pathname !== page.pathname)
            throw malformed("a link to more referrers that leads elsewhere");
        return Object.fromEntries(next.searchParams);
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
            if (head.status === 200 && claimed !== undefined && (0,reference/* isDigest */.Bc)(claimed))
                return { state: "found", digest: claimed };
            return await manifest(repository, tag);
        },
        async config(repository, descriptor) {
            const bytes = await blob(repository, descriptor);
            try {
                return await readImageConfig(bytes);
            }
            catch (error) {
                throw malformed(`an image configuration that cannot be used: ${error.message}`);
            }
        },
        async referrers(repository, digest) {
            const found = [];
            const seen = new Set();
            for (let query = {};;) {
                const reply = await send(repository, ["referrers", digest], {
                    query,
                    headers: { accept: MANIFEST_TYPES[0] },
                    expect: [200, ...NO_REFERRERS],
                    maxBytes: MAX_MANIFEST,
                });
                const answered = reply.status === 200;
                const index = answered ? await readReply(reply) : await manifest(repository, digest.replace(":", "-"));
                if (index.state !== "found")
                    return [];
                if (index.manifest.kind !== "index")
                    throw malformed("a list of referrers that is not an index");
                found.push(...index.manifest.manifests);
                const next = answered ? nextQuery(reply) : undefined;
                if (next === undefined)
                    return found;
                const key = JSON.stringify(next);
                if (seen.has(key) || seen.size >= MOST_PAGES)
                    throw malformed("a list of referrers that does not end");
                seen.add(key);
                query = next;
            }
        },
    };
}
async function digestLike(like, bytes) {
    const { createHash } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7598, 23));
    const algorithm = like?.startsWith("sha512:") === true ? "sha512" : "sha256";
    return `${algorithm}:${createHash(algorithm).update(bytes).digest("hex")}`;
}

;// CONCATENATED MODULE: ./packages/registry/signature.ts

const SIMPLE_SIGNING = "application/vnd.dev.cosign.simplesigning.v1+json";
const SIGNATURE_ANNOTATION = "dev.cosignproject.cosign/signature";
const BUNDLE = "application/vnd.dev.sigstore.bundle";
const OTHER_SIGNATURES = ["application/vnd.dev.cosign.artifact.sig", "application/vnd.cncf.notary.signature"];
const PREDICATE = "dev.sigstore.bundle.predicateType";
const EMPTY = "application/vnd.oci.empty.v1+json";
const MOST_ARTIFACTS = 200;
async function findSignature(registry, repository, digest, publicKey) {
    let [found, unverifiable] = [0, ""];
    for await (const { by, isBy } of signaturesOf(registry, repository, digest)) {
        if (publicKey === undefined)
            return { state: "attached", by };
        if (isBy === undefined)
            unverifiable ||= by;
        else if (await isBy(publicKey))
            return { state: "proven" };
        else
            found += 1;
    }
    if (unverifiable !== "")
        return { state: "unverifiable", by: unverifiable };
    return found > 0 ? { state: "not by the key", found } : { state: "none" };
}
async function* signaturesOf(registry, repository, digest) {
    const { readPayload } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(7290)]).then(__webpack_require__.bind(__webpack_require__, 7290));
    const tag = await registry.manifest(repository, `${digest.replace(":", "-")}.sig`);
    const layers = tag.state === "found" && tag.manifest.kind === "image" ? tag.manifest.layers : [];
    for (const layer of layers.filter(({ mediaType }) => mediaType === SIMPLE_SIGNING)) {
        const payload = await registry.blob(repository, layer);
        const signature = Buffer.from(layer.annotations[SIGNATURE_ANNOTATION] ?? "", "base64");
        if (readPayload(payload) === digest)
            yield { by: "cosign", isBy: (publicKey) => isSignedBy(payload, signature, publicKey) };
    }
    const referrers = await registry.referrers(repository, digest);
    if (referrers.length > MOST_ARTIFACTS) {
        throw new errors/* RegistryError */.g("malformed", `${referrers.length} artifacts are attached to ${digest}.`, {
            remedy: `At most ${MOST_ARTIFACTS} are read: remove those that are not needed.`,
        });
    }
    for (const referrer of referrers)
        yield* signaturesIn(registry, repository, digest, referrer);
}
async function* signaturesIn(registry, repository, digest, referrer) {
    let manifest;
    let type = referrer.artifactType ?? EMPTY;
    if (type === EMPTY || type.startsWith(BUNDLE)) {
        manifest = await readArtifact(registry, repository, referrer);
        type = manifest?.artifactType ?? manifest?.config.mediaType ?? type;
    }
    if (OTHER_SIGNATURES.some((other) => type.startsWith(other)))
        yield { by: type };
    if (!type.startsWith(BUNDLE) || manifest === undefined)
        return;
    const { readBundle, SIGN } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(7290)]).then(__webpack_require__.bind(__webpack_require__, 7290));
    const predicate = manifest.annotations[PREDICATE] ?? SIGN;
    if (predicate !== SIGN)
        return;
    for (const layer of manifest.layers) {
        const bundle = readBundle(await registry.blob(repository, layer));
        if (!bundle.signs.includes(digest))
            continue;
        const { signed, signatures } = bundle;
        const isBy = async (publicKey) => {
            for (const signature of signatures)
                if (await isSignedBy(signed, signature, publicKey))
                    return true;
            return false;
        };
        yield { by: type, isBy: signed === undefined ? undefined : isBy };
    }
}
async function readArtifact(registry, repository, referrer) {
    const found = await registry.manifest(repository, referrer);
    return found.state === "found" && found.manifest.kind === "image" ? found.manifest : undefined;
}
async function isSignedBy(signed, signature, publicKey) {
    const { createPublicKey, verify } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7598, 23));
    const key = createPublicKey(publicKey);
    return verify(key.asymmetricKeyType === "ed25519" ? null : "sha256", signed, key, signature);
}

;// CONCATENATED MODULE: ./packages/registry/index.ts











/***/ }),

/***/ 3145:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   Bs: () => (/* binding */ checkTag),
/* harmony export */   H2: () => (/* binding */ checkDigest),
/* harmony export */   jt: () => (/* binding */ showImage),
/* harmony export */   pA: () => (/* binding */ joinRepository),
/* harmony export */   qW: () => (/* binding */ checkRegistry),
/* harmony export */   zZ: () => (/* binding */ parseImage)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);

const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const SEGMENT = /^[a-z0-9]+(?:(?:\.|_|__|-{1,20})[a-z0-9]+)*$/;
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?::[0-9]{1,5})?$/;
const MAX_NAME = 255;
function parseImage(text) {
    if (/^[a-z]+:\/\//i.test(text))
        throw new Error(`must be a name such as quay.io/org/app, without ${(0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text.slice(0, text.indexOf("://") + 3))}; given: ${(0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)}`);
    const at = text.indexOf("@");
    const digest = at < 0 ? undefined : text.slice(at + 1);
    const rest = at < 0 ? text : text.slice(0, at);
    const colon = rest.indexOf(":", rest.lastIndexOf("/"));
    const tag = colon < 0 ? undefined : rest.slice(colon + 1);
    const name = colon < 0 ? rest : rest.slice(0, colon);
    const slash = name.indexOf("/");
    const registry = name.slice(0, Math.max(slash, 0));
    if (!isRegistry(registry)) {
        throw new Error(`must begin with the registry, such as quay.io/org/app; given: ${(0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)}`);
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
    throw new Error(`must be a host such as quay.io, with a port if it needs one; given: ${(0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(registry)}`);
}
function checkTag(tag) {
    if (TAG.test(tag))
        return tag;
    throw new Error(`is not a tag: up to 128 letters, digits, dots, dashes and underscores; given: ${(0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(tag)}`);
}
function isDigest(text) {
    return DIGEST.test(text);
}
function checkDigest(digest) {
    if (isDigest(digest))
        return digest;
    throw new Error(`must be sha256: and 64 hex digits in lower case; given: ${(0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(digest)}`);
}
function checkRepository(repository) {
    const segments = repository.split("/");
    if (repository.length <= MAX_NAME && segments.every((segment) => SEGMENT.test(segment)))
        return repository;
    throw new Error(`must be a repository in lower case, such as org/app; given: ${(0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(repository)}`);
}
function isRegistry(host) {
    return (host.length <= MAX_NAME && HOST.test(host) && (host.includes(".") || host.includes(":") || host === "localhost"));
}
function showImage({ registry, repository, tag, digest }) {
    return `${registry}/${repository}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}


/***/ })

};
;