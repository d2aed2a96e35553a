"use strict";
exports.id = 7710;
exports.ids = [7710];
exports.modules = {

/***/ 9308:
/***/ (require("./9308.module.js")),

/***/ 4153:
/***/ (require("./4153.module.js")),

/***/ 7710:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checksumText: () => (/* reexport */ checksumText),
  fileAsset: () => (/* reexport */ fileAsset),
  findRelease: () => (/* binding */ findRelease),
  openForge: () => (/* binding */ openForge),
  textAsset: () => (/* reexport */ textAsset)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
;// CONCATENATED MODULE: ./packages/forge/asset-name.ts
function gitHubAssetName(fileName) {
    const plain = fileName.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");
    const dotted = withRunsAsDots(plain.startsWith(".") ? `default${plain}` : plain, /[A-Za-z0-9_+@-]/);
    return dotted !== fileName && !dotted.includes(".") ? `default.${dotted}` : dotted;
}
function gitLabAssetName(fileName) {
    const plain = fileName.normalize("NFD").replace(/\p{M}/gu, "");
    const dotted = withRunsAsDots(plain.startsWith(".") ? `default${plain}` : plain, /[A-Za-z0-9_+-]/);
    return dotted === "" ? "file" : dotted;
}
function withRunsAsDots(text, kept) {
    let result = "";
    for (const character of text) {
        if (kept.test(character))
            result += character;
        else if (result !== "" && !result.endsWith("."))
            result += ".";
    }
    return result.endsWith(".") ? result.slice(0, -1) : result;
}
const MEDIA_TYPES = {
    gz: "application/gzip",
    html: "text/html",
    json: "application/json",
    md: "text/markdown",
    pdf: "application/pdf",
    sig: "application/pgp-signature",
    tar: "application/x-tar",
    tgz: "application/gzip",
    txt: "text/plain",
    xml: "application/xml",
    yaml: "application/yaml",
    yml: "application/yaml",
    zip: "application/zip",
};
function mediaType(fileName) {
    const extension = fileName.slice(fileName.lastIndexOf(".") + 1).toLowerCase();
    return Object.hasOwn(MEDIA_TYPES, extension) ? MEDIA_TYPES[extension] : "application/octet-stream";
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./packages/forge/body.ts

function markerOf(repository, tag) {
    const key = (0,external_node_crypto_.createHash)("sha256").update(`${repository.toLowerCase()}\n${tag}`).digest("hex").slice(0, 24);
    return `<!-- release-actions: publish-release ${key} -->`;
}
const MARKER_CHARACTERS = markerOf("", "").length + 2;
function withMarker(body, marker) {
    const text = withoutMarker(body, marker);
    return text === "" ? marker : `${text}\n\n${marker}`;
}
function withoutMarker(body, marker) {
    return body.replaceAll("\r\n", "\n").split(marker).join("").trimEnd();
}
function keptText({ value, explicit }, existing) {
    return explicit || existing === undefined || existing === null || existing.trim() === "" ? value : existing;
}

// EXTERNAL MODULE: ./packages/forge/options.ts
var forge_options = __webpack_require__(6756);
// EXTERNAL MODULE: ./packages/forge/token.ts
var forge_token = __webpack_require__(1075);
;// CONCATENATED MODULE: ./packages/forge/github/fetch.ts

function openExchange(api, expect = [200]) {
    let reply;
    async function fetch(url, { method = "GET" } = {}) {
        if (method !== "GET")
            throw new TypeError(`${method} is not a read`);
        assertBelow(api.base, url);
        reply = api.read({ path: [], address: url, expect });
        const { status, url: answered, bytes } = await reply;
        return {
            status,
            url: answered,
            headers: new Map(),
            body: null,
            text: async () => bytes.toString("utf8"),
            arrayBuffer: async () => new Uint8Array(bytes).buffer,
        };
    }
    async function replyAfter(octokit) {
        try {
            await octokit;
        }
        catch (error) {
            if (reply === undefined)
                throw causeOf(error);
        }
        if (reply === undefined)
            throw new TypeError("Octokit has sent no request");
        return reply;
    }
    return { fetch, replyAfter };
}
function assertBelow(base, address) {
    const written = address.split(/[?#]/)[0] ?? "";
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url !== undefined && written.startsWith(`${base}/`) && url.origin + url.pathname === written)
        return;
    throw (0,action/* invalid */.Gq)(`The address below ${base} cannot be built safely.`);
}
function causeOf(error) {
    return error instanceof Error && error.cause instanceof Error ? error.cause : error;
}

;// CONCATENATED MODULE: ./packages/forge/github/octokit.ts



function gitHubApi(api) {
    let opened;
    const octokit = () => (opened ??= openOctokit(api.base));
    async function form(route, parameters) {
        assertParameters(route, parameters);
        return (await octokit()).request.endpoint(route, parameters);
    }
    return {
        async read(route, parameters, expect) {
            assertParameters(route, parameters);
            const { request } = await octokit();
            const exchange = openExchange(api, expect);
            const how = { fetch: exchange.fetch, parseSuccessResponseBody: false };
            return exchange.replyAfter(request(route, { ...parameters, request: how }));
        },
        async *pages(route, parameters, expect) {
            const { url } = await form(route, parameters);
            yield* api.pages({ path: [], address: url, expect });
        },
        async write(route, parameters, request) {
            const formed = await form(route, parameters);
            const json = formed.body;
            return api.write({ ...request, method: writeMethod(formed.method), path: [], address: formed.url, json });
        },
    };
}
function writeMethod(method) {
    if (method === "POST" || method === "PUT" || method === "PATCH" || method === "DELETE")
        return method;
    throw new TypeError(`${method} writes nothing`);
}
function assertParameters(route, parameters) {
    for (const [, name = ""] of route.matchAll(/\{([^}]+)\}/g)) {
        const value = String(parameters[name] ?? "");
        const isSafe = value.isWellFormed() && !value.split("/").some((part) => ["", ".", ".."].includes(part));
        if (isSafe)
            continue;
        throw (0,action/* invalid */.Gq)(`${(0,packages_text/* quote */.hD)(value)} cannot be part of a URL.`, {
            remedy: 'Give a name without empty, "." or ".." segments between its slashes.',
        });
    }
}
const NO_TOKEN = "none";
async function openOctokit(baseUrl) {
    const toolkit = await loadToolkit();
    return toolkit.getOctokit(NO_TOKEN, { baseUrl });
}
async function loadToolkit() {
    const { env } = process;
    const event = env["GITHUB_EVENT_PATH"];
    delete env["GITHUB_EVENT_PATH"];
    try {
        return await Promise.all(/* import() */[__webpack_require__.e(2413), __webpack_require__.e(8871)]).then(__webpack_require__.bind(__webpack_require__, 2413));
    }
    finally {
        if (event !== undefined)
            env["GITHUB_EVENT_PATH"] = event;
    }
}

;// CONCATENATED MODULE: ./packages/forge/github/release.ts

function byId(a, b) {
    return a.id.length - b.id.length || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
function isOwnDraft(release, tag, marker) {
    return release.draft && release.tag_name === tag && (release.body ?? "").includes(marker);
}
function storedAsset(assets, asset) {
    const named = assets.find((stored) => stored.name === asset.name);
    return named ?? assets.find((stored) => asset.label !== undefined && stored.label === asset.label);
}
function holds(stored, asset) {
    if (stored.state !== "uploaded" || stored.size !== asset.size)
        return false;
    return stored.digest === undefined || stored.digest === `sha256:${asset.sha256}`;
}
function sameText(stored, wanted, marker) {
    return withoutMarker(stored ?? "", marker) === withoutMarker(wanted, marker);
}

;// CONCATENATED MODULE: ./packages/forge/github/release-plan.ts



function gitHubSteps(request, survey) {
    const { releases, tag, marker } = survey;
    const ofTag = releases.filter((release) => release.tag_name === tag).toSorted(byId);
    const published = ofTag.filter((release) => !release.draft);
    const own = ofTag.filter((release) => isOwnDraft(release, tag, marker));
    const foreign = ofTag.filter((release) => release.draft && !own.includes(release));
    const fields = (base) => fieldsOf(request, survey, base);
    if (published.length > 1)
        throw severalReleases(tag, published);
    const release = published[0];
    if (release !== undefined)
        return stepsOnPublished(request, survey, release, own, fields(release));
    const base = own[0] ?? adoptable(request, foreign);
    const stored = base?.assets ?? [];
    const { stale, uploads } = assetSteps(request.assets, stored);
    const wanted = fields(base);
    requireText(request, wanted);
    return {
        base,
        duplicates: own.slice(1),
        stale,
        uploads,
        finish: request.draft ? (base === undefined || sameFields(base, wanted, marker) ? undefined : "update") : "publish",
        fields: wanted,
        notices: extraAssets(request.assets, stored),
    };
}
function stepsOnPublished(request, survey, release, duplicates, fields) {
    const { stale, uploads } = assetSteps(request.assets, release.assets);
    const same = sameFields(release, fields, survey.marker);
    const notices = extraAssets(request.assets, release.assets);
    if (request.draft) {
        if (uploads.length > 0 || !same)
            throw differs(request, release, uploads, "is already published although draft is true");
        notices.push(`${release.html_url} is already published; draft: true does not turn it into a draft.`);
    }
    if (release.immutable === true) {
        if (uploads.length > 0)
            throw differs(request, release, uploads, "is published and immutable");
        if (!same)
            notices.push(`The title or notes of ${release.html_url} differ from the given ones and were left as they are.`);
        return { base: release, duplicates, stale: [], uploads: [], finish: undefined, fields, notices };
    }
    if (request.onExisting === "fail" && (uploads.length > 0 || !same))
        throw differs(request, release, uploads, "is published and on-existing is fail");
    return { base: release, duplicates, stale, uploads, finish: same ? undefined : "update", fields, notices };
}
function fieldsOf(request, survey, base) {
    const others = survey.releases.filter((release) => !release.draft && release.tag_name !== survey.tag);
    const published = others.map((release) => ({ tag: release.tag_name, prerelease: release.prerelease }));
    const kept = withoutMarker(base?.body ?? "", survey.marker);
    const prerelease = request.prerelease.explicit
        ? request.prerelease.value
        : (base?.prerelease ?? request.prerelease.value);
    const isPublished = base !== undefined && !base.draft;
    const latest = isPublished && !request.latest.explicit ? undefined : request.latest.value(published);
    if (prerelease && latest === true && request.latest.explicit) {
        throw (0,action/* invalid */.Gq)("a prerelease cannot be the latest release", {
            problems: [{ input: "make-latest", what: `the release of ${survey.tag} is marked as a prerelease` }],
            remedy: "Set prerelease to false, or make-latest to auto or false.",
        });
    }
    return {
        name: keptText(request.name, base?.name),
        body: withoutMarker(request.body ?? kept, survey.marker),
        prerelease,
        latest: latest === true && prerelease ? false : latest,
    };
}
function sameFields(release, fields, marker) {
    return (release.name === fields.name &&
        release.prerelease === fields.prerelease &&
        sameText(release.body, fields.body, marker));
}
function assetSteps(assets, stored) {
    const stale = [];
    const uploads = [];
    for (const asset of assets) {
        const found = storedAsset(stored, asset);
        if (found !== undefined && holds(found, asset))
            continue;
        if (found !== undefined)
            stale.push(found);
        uploads.push(asset);
    }
    return { stale, uploads };
}
function extraAssets(assets, stored) {
    const ours = new Set(assets.map((asset) => storedAsset(stored, asset)));
    const extra = stored.filter((asset) => !ours.has(asset)).map((asset) => asset.name);
    return extra.length === 0 ? [] : [`The release holds files that were not given here and stay: ${extra.join(", ")}.`];
}
function adoptable(request, drafts) {
    const [draft, second] = drafts;
    if (draft === undefined)
        return undefined;
    if (second === undefined && request.onExisting === "update")
        return draft;
    throw (0,action/* refused */.J5)(`${drafts.length === 1 ? "A draft" : `${drafts.length} drafts`} of ${request.tag} that this action did not create already exist${drafts.length === 1 ? "s" : ""}`, {
        problems: drafts.map((found) => ({ what: `draft ${found.id}: ${found.html_url}` })),
        remedy: second === undefined
            ? "Set on-existing to update to fill and publish it, or delete it."
            : "Delete all but one of them, then run again.",
    });
}
function requireText(request, fields) {
    if (fields.body.trim() !== "" || request.allowEmpty)
        return;
    throw (0,action/* invalid */.Gq)(`the release of ${request.tag} would have no text`, {
        remedy: "Give body or body-file, set generate-notes to true, or set allow-empty to true where no text is meant.",
    });
}
function differs(request, release, uploads, why) {
    const problems = uploads.map((asset) => {
        const stored = storedAsset(release.assets, asset);
        const has = stored === undefined ? "is not in the release" : `is ${stored.digest ?? `${stored.size} bytes`} in the release`;
        return { what: `${asset.name} ${has}, and sha256:${asset.sha256} here` };
    });
    return (0,action/* refused */.J5)(`the release of ${release.tag_name} ${why}, and differs from what was to be published`, {
        problems: problems.length > 0 ? problems : [{ what: "its title, notes or prerelease mark differ" }],
        exists: [release.html_url],
        remedy: request.draft
            ? "Set draft to false to bring it up to date, or release a new version."
            : release.immutable === true
                ? "Release the new files under a new version. Deleting an immutable release would burn its tag name."
                : "Set on-existing to update to bring it up to date, or release a new version.",
    });
}
function severalReleases(tag, published) {
    return (0,action/* refused */.J5)(`${published.length} published releases carry the tag ${tag}`, {
        problems: published.map((release) => ({ what: `release ${release.id}: ${release.html_url}` })),
        remedy: "Decide which one to keep, and delete the others manually; this action deletes no published release.",
    });
}
function gitHubPlan(repository, request, steps) {
    const releases = `/repos/${repository}/releases`;
    const base = steps.base === undefined ? "{id}" : steps.base.id;
    const writes = [
        ...steps.duplicates.map((draft) => ({
            method: "DELETE",
            path: `${releases}/${draft.id}`,
            what: deletedDraft(draft),
        })),
        ...(steps.base === undefined
            ? [{ method: "POST", path: releases, what: describeDraft(request.tag) }]
            : []),
        ...steps.stale.map((asset) => ({
            method: "DELETE",
            path: `${releases}/assets/${asset.id}`,
            what: replacedAsset(asset),
        })),
        ...steps.uploads.map((asset) => ({
            method: "POST",
            path: `${releases}/${base}/assets?${uploadQuery(asset)}`,
            what: describeAsset(asset),
        })),
        ...(steps.finish === undefined
            ? []
            : [{ method: "PATCH", path: `${releases}/${base}`, what: describeFinish(request.tag, steps.finish) }]),
    ];
    return {
        outcome: outcomeOf(steps, writes),
        writes,
        notices: steps.notices,
        url: steps.base?.html_url,
    };
}
function outcomeOf(steps, writes) {
    if (writes.length === 0)
        return "unchanged";
    if (steps.base === undefined)
        return "create";
    return steps.base.draft ? "continue" : "update";
}
function uploadQuery(asset) {
    const name = `name=${encodeURIComponent(asset.name)}`;
    return asset.label === undefined ? name : `${name}&label=${encodeURIComponent(asset.label)}`;
}
const describeDraft = (tag) => `the draft release of ${tag}`;
const describeAsset = (asset) => `the file ${asset.name}`;
const replacedAsset = (asset) => `the removal of the ${asset.state === "uploaded" ? "outdated" : "unfinished"} file ${asset.name}`;
const deletedDraft = (draft) => `the removal of our superfluous draft ${draft.id}`;
const describeFinish = (tag, finish) => finish === "publish" ? `the published release of ${tag}` : `the release of ${tag}, brought up to date`;

// EXTERNAL MODULE: ./packages/http/index.ts + 32 modules
var http = __webpack_require__(9480);
;// CONCATENATED MODULE: ./packages/forge/outcomes.ts


function assertTag(tag, answered, reply) {
    if (answered === tag)
        return;
    const { host } = new URL(reply.url);
    throw (0,action/* undecided */.oo)(`${host} answered with the tag ${(0,packages_text/* quote */.hD)(answered)} instead of ${(0,packages_text/* quote */.hD)(tag)}`, {
        remedy: "Check the API's address, and any proxy that changes the forge's answers.",
    });
}
async function afterWrites(work, done) {
    try {
        return await work;
    }
    catch (error) {
        if (!(error instanceof action/* ActionError */.lZ))
            throw error;
        const details = { ...error.details, missing: [], cause: error };
        if (done.length > 0 && error.verdict === "invalid")
            throw (0,action/* refused */.J5)(error.message, details);
        if (done.length > 0 && error.verdict === "undecided")
            throw (0,action/* unknown */.L5)(error.message, details);
        throw new action/* ActionError */.lZ(error.verdict, error.message, details);
    }
}

// EXTERNAL MODULE: ./packages/http/fields.ts
var fields = __webpack_require__(1570);
;// CONCATENATED MODULE: ./packages/forge/github/schema.ts

const GitHubAsset = (0,fields/* object */.Ik)({
    id: fields.id,
    name: fields/* text */.Qq,
    label: (0,fields/* maybe */.no)(fields/* text */.Qq),
    state: fields/* text */.Qq,
    size: fields/* count */.U9,
    digest: (0,fields/* maybe */.no)(fields/* text */.Qq),
    browser_download_url: fields/* text */.Qq,
});
const GitHubAssets = (0,fields/* list */.p_)(GitHubAsset);
const GitHubRelease = (0,fields/* object */.Ik)({
    id: fields.id,
    tag_name: fields/* text */.Qq,
    name: (0,fields/* maybe */.no)(fields/* text */.Qq),
    body: (0,fields/* maybe */.no)(fields/* text */.Qq),
    draft: fields/* flag */.Jt,
    prerelease: fields/* flag */.Jt,
    immutable: (0,fields/* maybe */.no)(fields/* flag */.Jt),
    html_url: fields/* text */.Qq,
    upload_url: fields/* text */.Qq,
    assets: GitHubAssets,
});
const GitHubReleases = (0,fields/* list */.p_)(GitHubRelease);
const GitHubRef = (0,fields/* object */.Ik)({ ref: fields/* text */.Qq, object: (0,fields/* object */.Ik)({ sha: fields/* objectId */.Tu }) });

;// CONCATENATED MODULE: ./packages/forge/github/release-requests.ts






const STARTER_LOOKS = 3;
const LEAST_SPEED = 512 * 1024;
const UPLOAD_GRACE = 60_000;
async function* releasePages(repository, github) {
    const query = { ...ownerAndRepo(repository), per_page: 100 };
    let isFirst = true;
    for await (const page of github.pages("GET /repos/{owner}/{repo}/releases", query, [200, 404])) {
        if (isFirst)
            refuseMissing(page, repository);
        isFirst = false;
        yield page.json(GitHubReleases);
    }
}
function ownerAndRepo(repository) {
    const [owner = "", repo = ""] = repository.split("/");
    return { owner, repo };
}
function gitHubRequests(repository, github, uploadApi) {
    const place = ownerAndRepo(repository);
    async function list() {
        const found = [];
        for await (const page of releasePages(repository, github))
            found.push(...page);
        return found;
    }
    async function survey(tag) {
        const [listed, published, exists] = await Promise.all([list(), publishedRelease(tag), tagExists(tag)]);
        const problems = exists ? [] : [missingTag(tag)];
        const found = published === undefined ? listed : [published, ...listed.filter((release) => release.id !== published.id)];
        return { problems, tag, marker: markerOf(repository, tag), releases: found };
    }
    async function tagExists(tag) {
        const reply = await github.read("GET /repos/{owner}/{repo}/git/ref/tags/{tag}", { ...place, tag }, [200, 404]);
        if (reply.status === 404)
            return false;
        assertTag(tag, reply.json(GitHubRef).ref.replace(/^refs\/tags\//, ""), reply);
        return true;
    }
    async function publishedRelease(tag) {
        const reply = await github.read("GET /repos/{owner}/{repo}/releases/tags/{tag}", { ...place, tag }, [200, 404]);
        return reply.status === 404 ? undefined : reply.json(GitHubRelease);
    }
    async function release(id) {
        const parameters = { ...place, release_id: id };
        const reply = await github.read("GET /repos/{owner}/{repo}/releases/{release_id}", parameters, [200, 404]);
        return reply.status === 404 ? undefined : reply.json(GitHubRelease);
    }
    function createDraft(tag, fields) {
        const marker = markerOf(repository, tag);
        const parameters = {
            ...place,
            tag_name: tag,
            name: fields.name,
            body: withMarker(fields.body, marker),
            draft: true,
            prerelease: fields.prerelease,
        };
        return github.write("POST /repos/{owner}/{repo}/releases", parameters, {
            what: describeDraft(tag),
            accept: (reply) => reply.json(GitHubRelease),
            readBack: async () => (await list()).filter((found) => isOwnDraft(found, tag, marker)).toSorted(byId)[0],
        });
    }
    async function deleteDraft(tag, draft) {
        const now = await release(draft.id);
        if (now === undefined || !isOwnDraft(now, tag, markerOf(repository, tag)))
            return;
        const parameters = { ...place, release_id: draft.id };
        await github.write("DELETE /repos/{owner}/{repo}/releases/{release_id}", parameters, {
            expect: GONE,
            what: deletedDraft(draft),
            accept: gone,
            readBack: async () => ((await release(draft.id)) === undefined ? true : undefined),
        });
    }
    async function assetsOf(id) {
        const found = [];
        const parameters = { ...place, release_id: id, per_page: 100 };
        for await (const page of github.pages("GET /repos/{owner}/{repo}/releases/{release_id}/assets", parameters)) {
            found.push(...page.json(GitHubAssets));
        }
        return found;
    }
    async function deleteAsset(of, asset) {
        const parameters = { ...place, asset_id: asset.id };
        await github.write("DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}", parameters, {
            expect: GONE,
            what: replacedAsset(asset),
            accept: gone,
            readBack: async () => ((await assetsOf(of.id)).some((found) => found.id === asset.id) ? undefined : true),
        });
    }
    async function uploaded(of, asset, sleep) {
        for (let look = 1;; look += 1) {
            const found = storedAsset(await assetsOf(of.id), asset);
            if (found === undefined)
                return undefined;
            if (holds(found, asset))
                return true;
            if (found.state === "uploaded" || look === STARTER_LOOKS) {
                await deleteAsset(of, found);
                return undefined;
            }
            await sleep();
        }
    }
    async function upload(to, asset, sleep) {
        await uploadApi(to).write({
            method: "POST",
            path: ["assets"],
            query: { name: asset.name, label: asset.label },
            body: { length: asset.size, type: asset.type, open: () => asset.open() },
            deadline: UPLOAD_GRACE + (asset.size / LEAST_SPEED) * 1000,
            exists: [404, 409, 422],
            what: describeAsset(asset),
            accept: (reply) => {
                const stored = reply.json(GitHubAsset);
                if (!holds(stored, asset))
                    throw new Error(`${stored.name} was stored as ${stored.size} bytes, ${stored.digest ?? stored.state}`);
                return true;
            },
            readBack: () => uploaded(to, asset, sleep),
        });
    }
    async function finish(tag, of, fields, what) {
        const marker = markerOf(repository, tag);
        const draft = what === "publish" ? false : of.draft;
        const body = of.draft || (of.body ?? "").includes(marker) ? withMarker(fields.body, marker) : fields.body;
        const parameters = {
            ...place,
            release_id: of.id,
            tag_name: tag,
            name: fields.name,
            body,
            draft,
            prerelease: fields.prerelease,
            ...(draft || fields.latest === undefined ? {} : { make_latest: String(fields.latest) }),
        };
        const route = "PATCH /repos/{owner}/{repo}/releases/{release_id}";
        const result = await github.write(route, parameters, {
            what: describeFinish(tag, what),
            accept: (reply) => {
                const now = reply.json(GitHubRelease);
                if (now.draft !== draft)
                    throw new Error(`the release is ${now.draft ? "still a draft" : "published"}`);
                return now;
            },
            readBack: async () => {
                const [published, now] = await Promise.all([publishedRelease(tag), release(of.id)]);
                if (published !== undefined && published.id !== of.id)
                    return "taken";
                const asWanted = now !== undefined && now.draft === draft && now.name === fields.name && now.prerelease === fields.prerelease;
                return asWanted && sameText(now.body, fields.body, marker) ? now : undefined;
            },
        });
        return result.value;
    }
    return { repository, survey, list, release, createDraft, deleteDraft, deleteAsset, upload, finish };
}
const GONE = [200, 202, 204, 404];
function gone(reply) {
    if (reply.status === 204 || reply.status === 404)
        return true;
    throw new Error(`the answer to a deletion is ${reply.status}`);
}
function refuseMissing(page, repository) {
    if (page.status === 404) {
        throw (0,action/* invalid */.Gq)(`${repository} was not found at ${new URL(page.url).host}, or the token may not see it`, {
            remedy: "Check repository, and that the token is one of that repository with contents: write.",
        });
    }
    if (!new URL(page.url).pathname.toLowerCase().includes(`/repos/${repository.toLowerCase()}/releases`)) {
        throw (0,action/* invalid */.Gq)(`${repository} has moved: ${page.url} answered for it`, {
            remedy: "Give its new name as repository.",
        });
    }
}
function missingTag(tag) {
    return {
        what: `the tag ${tag} does not exist on the forge`,
        input: "tag",
        remedy: `git push origin refs/tags/${tag}`,
    };
}

;// CONCATENATED MODULE: ./packages/forge/github/release-publish.ts






const UPLOADS_AT_ONCE = 6;
const ROUNDS = 4;
const LOOK_EVERY = 1_000;
const FOLLOW_PATIENCE = 20_000;
const STEPPED_BACK = Symbol("stepped back");
async function publishOnGitHub(run, survey) {
    const tally = { done: [] };
    let found = survey;
    for (let round = 1; round <= ROUNDS; round += 1) {
        const steps = gitHubSteps(run.request, found);
        const release = await afterWrites(carryOut(run, found, steps, tally), tally.done);
        if (release !== STEPPED_BACK)
            return publishedAs(run, release, steps, tally);
        found = await run.github.survey(run.request.tag);
    }
    throw (0,action/* undecided */.oo)(`other runs keep publishing ${run.request.tag} at the same time`, {
        remedy: "Let one of them finish, then run again.",
    });
}
async function carryOut(run, survey, steps, tally) {
    const { github, request } = run;
    const note = (what, url) => {
        tally.done.push(what);
        run.journal.made(what, url);
    };
    const cleaned = (0,http.inParallel)(UPLOADS_AT_ONCE, steps.duplicates, async (draft) => {
        await github.deleteDraft(request.tag, draft);
        note(deletedDraft(draft));
    });
    const [base] = await Promise.all([
        steps.base === undefined ? newDraft(run, steps, note) : { release: steps.base, attempts: 0 },
        cleaned,
    ]);
    const { release } = base;
    if (steps.base !== undefined && (await someoneElseUploads(run, steps)))
        return STEPPED_BACK;
    const isNew = steps.base === undefined;
    const uploads = uploadAll(run, steps, release, note);
    const [ahead] = await Promise.all([
        isNew ? runAhead(run, survey, release) : undefined,
        uploads.catch(() => undefined),
    ]);
    if (ahead !== undefined) {
        await github.deleteDraft(request.tag, release);
        await follow(run, ahead, base.attempts > 1 ? 0 : FOLLOW_PATIENCE);
        return STEPPED_BACK;
    }
    await uploads;
    if (steps.finish === undefined)
        return steps.uploads.length === 0 ? release : ((await github.release(release.id)) ?? release);
    const finished = await github.finish(request.tag, release, steps.fields, steps.finish);
    if (finished === "taken")
        return STEPPED_BACK;
    note(describeFinish(request.tag, steps.finish), finished.html_url);
    return finished;
}
async function newDraft(run, steps, note) {
    const { value, attempts } = await run.github.createDraft(run.request.tag, steps.fields);
    note(describeDraft(run.request.tag), value.html_url);
    return { release: value, attempts };
}
async function uploadAll(run, steps, release, note) {
    await (0,http.inParallel)(UPLOADS_AT_ONCE, steps.stale, async (asset) => {
        await run.github.deleteAsset(release, asset);
        note(replacedAsset(asset));
    });
    await (0,http.inParallel)(UPLOADS_AT_ONCE, steps.uploads, async (asset) => {
        await run.github.upload(release, asset, () => run.clock.sleep(LOOK_EVERY, run.signal));
        note(describeAsset(asset));
    });
}
async function runAhead(run, survey, own) {
    const others = (await run.github.list()).filter((release) => release.id !== own.id && release.tag_name === survey.tag);
    const published = others.find((release) => !release.draft);
    return (published ??
        others
            .filter((release) => isOwnDraft(release, survey.tag, survey.marker) && byId(release, own) < 0)
            .toSorted(byId)[0]);
}
async function someoneElseUploads(run, steps) {
    const unfinished = steps.stale.filter((asset) => asset.state !== "uploaded");
    if (steps.base === undefined || unfinished.length === 0)
        return false;
    for (let look = 1; look < STARTER_LOOKS; look += 1) {
        await run.clock.sleep(LOOK_EVERY, run.signal);
        const now = await run.github.release(steps.base.id);
        const states = new Map(now?.assets.map((asset) => [asset.id, asset.state]));
        if (unfinished.some((asset) => states.get(asset.id) !== asset.state))
            return true;
    }
    return false;
}
async function follow(run, ahead, patience) {
    let seen = "";
    let since = run.clock.monotonic();
    while (run.clock.monotonic() - since < patience) {
        const now = await run.github.release(ahead.id);
        if (now === undefined || !now.draft)
            return;
        const state = now.assets.map((asset) => `${asset.id} ${asset.state}`).join("\n");
        if (state !== seen)
            since = run.clock.monotonic();
        seen = state;
        await run.clock.sleep(LOOK_EVERY, run.signal);
    }
}
function publishedAs(run, release, steps, tally) {
    const assets = run.request.assets.map((asset) => {
        const stored = storedAsset(release.assets, asset);
        if (stored === undefined || !holds(stored, asset)) {
            throw (0,action/* unknown */.L5)(`${release.html_url} does not show the file ${asset.name} as it was sent`, {
                remedy: "Run again: it compares every file's digest and sends what is missing.",
                exists: [release.html_url],
            });
        }
        return { name: stored.name, size: stored.size, sha256: asset.sha256, url: stored.browser_download_url };
    });
    const created = steps.base === undefined || steps.finish === "publish";
    return {
        id: release.id,
        title: release.name ?? release.tag_name,
        url: release.html_url,
        assets,
        created,
        changed: tally.done.length > 0,
        done: tally.done,
        notices: steps.notices,
    };
}

;// CONCATENATED MODULE: ./packages/forge/github/releases.ts










const LIMITS = {
    assetBytes: 2 * 1024 ** 3 - 1,
    leastAssetBytes: 1,
    assets: 1_000,
    bodyCharacters: 125_000 - MARKER_CHARACTERS,
};
const HEADERS = { accept: "application/vnd.github+json", "x-github-api-version": "2022-11-28" };
function openGitHub(options) {
    const { http, apiUrl, repository, token, signal, clock } = options;
    assertRepository(repository);
    const apiOptions = { http, token, headers: HEADERS, permission: `a token with contents: write on ${repository}` };
    const api = (0,forge_token/* openForgeApi */.I)("github", { ...apiOptions, apiUrl });
    const uploadApis = new Map();
    const uploadApi = ({ id, upload_url: given }) => {
        const known = uploadApis.get(id);
        if (known !== undefined)
            return known;
        const made = (0,forge_token/* openForgeApi */.I)("github", { ...apiOptions, apiUrl: uploadBase(given, apiUrl, id), namedBy: api });
        uploadApis.set(id, made);
        return made;
    };
    const github = gitHubRequests(repository, gitHubApi(api), uploadApi);
    return {
        kind: "github",
        limits: LIMITS,
        assetName: gitHubAssetName,
        assetUrl: (tag, name) => `${serverUrl(options)}/${repository}/releases/download/${(0,forge_options/* encodedPath */.y)(tag.split("/"))}/${encodeURIComponent(name)}`,
        survey: (tag) => github.survey(tag),
        plan: (request, survey) => gitHubPlan(repository, request, gitHubSteps(request, taken(survey))),
        publish: (request, survey, journal) => publishOnGitHub({ github, clock, signal, request, journal }, taken(survey)),
    };
}
async function findOnGitHub(options, tag) {
    const { http, apiUrl, repository, token } = options;
    assertRepository(repository);
    const permission = "a token that may read the repository's contents";
    const api = (0,forge_token/* openForgeApi */.I)("github", { http, apiUrl, token, headers: HEADERS, permission });
    let draft;
    for await (const releases of releasePages(repository, gitHubApi(api))) {
        const ofTag = releases.filter((release) => release.tag_name === tag);
        const published = ofTag.find((release) => !release.draft);
        if (published !== undefined)
            return { draft: false };
        if (ofTag.length > 0)
            draft = { draft: true };
    }
    return draft;
}
function assertRepository(repository) {
    if (/^[A-Za-z0-9_.-]{1,100}\/[A-Za-z0-9_.-]{1,100}$/.test(repository))
        return;
    throw (0,action/* invalid */.Gq)(`${(0,packages_text/* quote */.hD)(repository)} is not a repository`, { remedy: "Give it as owner/name." });
}
function taken(survey) {
    if (!("releases" in survey))
        throw new TypeError("a survey made by another forge");
    return survey;
}
function uploadBase(uploadUrl, apiUrl, id) {
    const base = uploadUrl.split("{")[0].replace(/\/assets$/, "");
    if (!URL.canParse(base) || !base.endsWith(`/releases/${id}`) || !belongsTo(new URL(base), new URL(apiUrl))) {
        throw (0,action/* invalid */.Gq)(`the forge names ${(0,packages_text/* quote */.hD)(uploadUrl, 200)} as the address for files, which does not belong to ${apiUrl}`, {
            remedy: "Check apiUrl, and any proxy that rewrites the forge's answers.",
        });
    }
    return base;
}
const LOOPBACK = new Set(["127.0.0.1", "[::1]", "localhost"]);
function belongsTo(upload, api) {
    if (upload.username !== "" || upload.password !== "")
        return false;
    if (upload.origin === api.origin)
        return true;
    if (LOOPBACK.has(upload.hostname) && LOOPBACK.has(api.hostname))
        return true;
    return upload.protocol === api.protocol && upload.host === `uploads.${api.host.replace(/^api\./, "")}`;
}
function serverUrl(options) {
    if (options.serverUrl !== undefined)
        return options.serverUrl.replace(/\/+$/, "");
    const api = new URL(options.apiUrl);
    return `${api.protocol}//${api.host.replace(/^api\./, "")}`;
}

// EXTERNAL MODULE: ./packages/forge/gitlab/schema.ts
var schema = __webpack_require__(4153);
;// CONCATENATED MODULE: ./packages/forge/gitlab/release-plan.ts




function gitLabSteps(request, survey, linkOf) {
    if (request.draft) {
        throw (0,action/* invalid */.Gq)("GitLab has no draft releases", {
            problems: [
                {
                    input: "draft",
                    what: "must be false on GitLab",
                    remedy: "Publish in a later job instead: a GitLab release is public once it exists.",
                },
            ],
        });
    }
    const base = survey.release;
    const description = (request.body ?? base?.description ?? "").replaceAll("\r\n", "\n").trimEnd();
    if (base === undefined && description.trim() === "" && !request.allowEmpty) {
        throw (0,action/* invalid */.Gq)(`the release of ${request.tag} would have no text`, {
            remedy: "Give body or body-file, set generate-notes to true, or set allow-empty to true where no text is meant.",
        });
    }
    const uploads = request.assets.filter((asset) => !release_plan_holds(newestFile(survey.files, asset), asset));
    const { newLinks, wrongLinks } = linkSteps(request.assets.map(linkOf), (0,schema/* linksOf */.hP)(base));
    const name = keptText(request.name, base?.name);
    const update = base !== undefined && (base.name !== name || sameEnds(base.description) !== sameEnds(description));
    const notices = [...survey.notices, ...noticesOf(request, base)];
    if (base !== undefined &&
        request.onExisting === "fail" &&
        (update || uploads.length > 0 || newLinks.length > 0 || wrongLinks.length > 0)) {
        throw release_plan_differs(request.tag, survey, uploads);
    }
    return { base, uploads, newLinks, wrongLinks, update, name, description, notices };
}
function noticesOf(request, base) {
    const notices = [];
    if (request.prerelease.value)
        notices.push("GitLab does not mark prereleases: this one shows as any other release.");
    const given = new Set(request.assets.map((asset) => asset.name));
    const extra = (0,schema/* linksOf */.hP)(base)
        .filter((link) => !given.has(link.name))
        .map((link) => link.name);
    if (extra.length > 0)
        notices.push(`The release links to files that were not given here; they stay: ${extra.join(", ")}.`);
    return notices;
}
function newestFile(files, asset) {
    const named = files.filter((file) => file.file_name === asset.name);
    return named.toSorted((a, b) => b.id.length - a.id.length || (a.id < b.id ? 1 : -1))[0];
}
function release_plan_holds(file, asset) {
    return file !== undefined && file.size === asset.size && (file.file_sha256 ?? asset.sha256) === asset.sha256;
}
function linkSteps(wanted, links) {
    const newLinks = [];
    const wrongLinks = [];
    for (const one of wanted) {
        const link = links.find(({ name }) => name === one.name) ?? links.find(({ url }) => url === one.url);
        if (link === undefined)
            newLinks.push(one);
        else if (link.name !== one.name || link.url !== one.url || link.link_type !== one.link_type)
            wrongLinks.push({ link, wanted: one });
    }
    return { newLinks, wrongLinks };
}
function sameEnds(text) {
    return (text ?? "").replaceAll("\r\n", "\n").trimEnd();
}
function release_plan_differs(tag, survey, uploads) {
    const problems = uploads.map((asset) => {
        const file = newestFile(survey.files, asset);
        const has = file === undefined
            ? "is not in the package registry"
            : `is sha256:${file.file_sha256 ?? "unknown"} in the package registry`;
        return { what: `${asset.name} ${has}, and sha256:${asset.sha256} here` };
    });
    return (0,action/* refused */.J5)(`the release of ${tag} exists, on-existing is fail, and it differs from what was to be published`, {
        problems: problems.length > 0 ? problems : [{ what: "its title, notes or links differ" }],
        exists: [survey.release?._links?.self ?? tag],
        remedy: "Set on-existing to update to bring it up to date, or release a new version.",
    });
}
function gitLabPlan(project, key, request, steps) {
    const root = `/projects/${encodeURIComponent(project)}`;
    const release = `${root}/releases/${encodeURIComponent(request.tag)}`;
    const uploads = steps.uploads.map((asset) => ({
        method: "PUT",
        path: `${root}/packages/generic/${(0,forge_options/* encodedPath */.y)([key.name, key.version, asset.name])}?select=package_file`,
        what: describeFile(asset),
    }));
    const rest = steps.base === undefined
        ? [{ method: "POST", path: `${root}/releases`, what: describeRelease(request.tag) }]
        : [
            ...steps.wrongLinks.map(({ link, wanted }) => ({
                method: "PUT",
                path: `${release}/assets/links/${link.id}`,
                what: describeLinkFix(wanted),
            })),
            ...steps.newLinks.map((link) => ({
                method: "POST",
                path: `${release}/assets/links`,
                what: describeLink(link),
            })),
            ...(steps.update ? [{ method: "PUT", path: release, what: describeUpdate(request.tag) }] : []),
        ];
    const writes = [...uploads, ...rest];
    const outcome = writes.length === 0
        ? "unchanged"
        : steps.base === undefined
            ? uploads.length < request.assets.length
                ? "continue"
                : "create"
            : "update";
    return { outcome, writes, notices: steps.notices, url: steps.base?._links?.self ?? undefined };
}
const describeFile = (asset) => `the file ${asset.name}`;
const describeLink = (link) => `the link to ${link.name}`;
const describeLinkFix = (link) => `the corrected link to ${link.name}`;
const describeRelease = (tag) => `the release of ${tag}`;
const describeUpdate = (tag) => `the release of ${tag}, brought up to date`;

// EXTERNAL MODULE: ./packages/forge/gitlab/access.ts
var access = __webpack_require__(9308);
;// CONCATENATED MODULE: ./packages/forge/gitlab/release-requests.ts






const release_requests_LEAST_SPEED = 512 * 1024;
const release_requests_UPLOAD_GRACE = 60_000;
async function* release_requests_releasePages(project, api) {
    const path = ["projects", project, "releases"];
    for await (const page of api.pages({ path, query: { per_page: 100 } })) {
        refuseMoved(page, project);
        yield page.json(schema/* GitLabReleases */.uE);
    }
}
function gitLabRequests(project, key, api) {
    const root = ["projects", project];
    const releasePath = (tag) => [...root, "releases", tag];
    async function survey(tag) {
        const [found, tagReply, files] = await Promise.all([
            api.read({ path: releasePath(tag), expect: [200, 403, 404] }),
            api.read({ path: [...root, "repository", "tags", tag], expect: [200, 401, 403, 404] }),
            packageFiles(),
        ]);
        release_requests_refuseMissing([found, tagReply], project);
        const problems = [];
        const notices = [];
        const tagIsMissing = tagReply.status === 404 && saysTagNotFound(tagReply);
        if (tagIsMissing)
            problems.push({
                what: `the tag ${tag} does not exist on the forge`,
                input: "tag",
                remedy: `git push origin refs/tags/${tag}`,
            });
        else if (tagReply.status === 200)
            assertTag(tag, tagReply.json(schema/* TagReply */.ZY).name, tagReply);
        else
            notices.push(`The token may not read tags, so that ${tag} is left for GitLab to check when the release is made.`);
        return { problems, notices, tag, files, release: found.status === 200 ? found.json(schema/* GitLabRelease */.Xy) : undefined };
    }
    async function release(tag) {
        const reply = await api.read({ path: releasePath(tag), expect: [200, 403, 404] });
        return reply.status === 200 ? reply.json(schema/* GitLabRelease */.Xy) : undefined;
    }
    async function packageFiles() {
        const query = { package_type: "generic", package_name: key.name, package_version: key.version, per_page: 100 };
        const files = [];
        for await (const page of api.pages({ path: [...root, "packages"], query, expect: [200, 403, 404] })) {
            if (page.status !== 200)
                return files;
            const exact = page
                .json(schema/* GitLabPackages */.VN)
                .filter(({ name, version }) => name === key.name && version === key.version);
            for (const { id } of exact) {
                const path = [...root, "packages", id, "package_files"];
                for await (const part of api.pages({ path, query: { per_page: 100 } }))
                    files.push(...part.json(schema/* GitLabPackageFiles */.l_));
            }
        }
        return files;
    }
    async function upload(asset) {
        const stored = async () => (release_plan_holds(newestFile(await packageFiles(), asset), asset) ? true : undefined);
        const sent = api.write({
            method: "PUT",
            path: [...root, "packages", "generic", key.name, key.version, asset.name],
            query: { select: "package_file" },
            body: { length: asset.size, type: "application/octet-stream", open: () => asset.open() },
            deadline: release_requests_UPLOAD_GRACE + (asset.size / release_requests_LEAST_SPEED) * 1000,
            exists: [400, 409, 422],
            what: describeFile(asset),
            accept: async (reply) => {
                const file = schema/* GitLabPackageFile */.OE.safeParse(reply.json());
                const held = file.success ? release_plan_holds(file.data, asset) : await stored();
                if (held !== true)
                    throw new Error(`${asset.name} was not stored as it was sent`);
                return true;
            },
            readBack: stored,
        });
        await sent.catch((error) => {
            throw noDuplicates(error, asset);
        });
    }
    async function createRelease(tag, name, description, links) {
        try {
            const { value } = await api.write({
                method: "POST",
                path: [...root, "releases"],
                json: { tag_name: tag, name, description, assets: { links } },
                exists: [409],
                what: describeRelease(tag),
                accept: (reply) => reply.json(schema/* GitLabRelease */.Xy),
                readBack: () => release(tag),
            });
            return value;
        }
        catch (error) {
            throw explained(error, tag);
        }
    }
    async function updateRelease(tag, name, description) {
        await api.write({
            method: "PUT",
            path: releasePath(tag),
            json: { name, description },
            what: describeUpdate(tag),
            accept: (reply) => reply.json(schema/* GitLabRelease */.Xy) !== undefined,
            readBack: async () => {
                const now = await release(tag);
                return now?.name === name && sameEnds(now.description) === sameEnds(description) ? true : undefined;
            },
        });
    }
    async function createLink(tag, link) {
        await api.write({
            method: "POST",
            path: [...releasePath(tag), "assets", "links"],
            json: link,
            exists: [400, 409, 422],
            what: describeLink(link),
            accept: (reply) => reply.json(schema/* GitLabLink */.ut) !== undefined,
            readBack: async () => linked(await release(tag), link),
        });
    }
    async function updateLink(tag, id, link) {
        await api.write({
            method: "PUT",
            path: [...releasePath(tag), "assets", "links", id],
            json: link,
            what: describeLinkFix(link),
            accept: (reply) => reply.json(schema/* GitLabLink */.ut) !== undefined,
            readBack: async () => linked(await release(tag), link),
        });
    }
    return { survey, release, upload, createRelease, updateRelease, createLink, updateLink };
}
function linked(release, wanted) {
    const found = (0,schema/* linksOf */.hP)(release).some((link) => link.name === wanted.name && link.url === wanted.url && link.link_type === wanted.link_type);
    return found ? true : undefined;
}
function saysTagNotFound(reply) {
    return /\btag not found\b/i.test((0,access/* messageOf */.bD)(reply));
}
function release_requests_refuseMissing(replies, project) {
    const [release] = replies;
    if (release?.status === 404 && /project not found/i.test((0,access/* messageOf */.bD)(release))) {
        throw (0,action/* invalid */.Gq)(`the project ${project} was not found at ${new URL(release.url).host}, or the token may not see it`, {
            remedy: "Check repository, and that the token is one of that project with the role Developer or higher.",
        });
    }
    for (const reply of replies)
        refuseMoved(reply, project);
}
function refuseMoved(reply, project) {
    if (reply.status !== 200 || decodeURIComponent(new URL(reply.url).pathname).includes(`/projects/${project}/`))
        return;
    throw (0,action/* invalid */.Gq)(`the project ${project} has moved: ${reply.url} answered for it`, {
        remedy: "Give its new path as repository.",
    });
}
function explained(error, tag) {
    if (!(error instanceof http.HttpError))
        return error;
    const details = { ...error.details, cause: error };
    if (error.status === 403) {
        return (0,action/* refused */.J5)(`GitLab refuses the release of ${tag} (403): ${error.message}`, {
            ...details,
            remedy: "Where the tag is protected, whoever runs this must be allowed to create it: Settings > Repository > Protected tags, " +
                '"Allowed to create" for the role or the user of the token. Otherwise the token needs the role Developer or higher.',
        });
    }
    if (error.status === 422 || error.status === 400) {
        return (0,action/* refused */.J5)(`GitLab refuses the release of ${tag} (${error.status}): ${error.message}`, {
            ...details,
            remedy: error.details.remedy ?? `Check that the tag exists on GitLab: git push origin refs/tags/${tag}`,
        });
    }
    return error;
}
function noDuplicates(error, asset) {
    if (!(error instanceof http.HttpError) || error.status !== 400 || !error.message.includes("Duplicate package"))
        return error;
    return (0,action/* refused */.J5)(`the package registry holds another ${asset.name} already, and this project takes each file once`, {
        ...error.details,
        cause: error,
        remedy: "Release the new file under a new version, or let the registry take duplicates: Settings > Packages and registries.",
    });
}

;// CONCATENATED MODULE: ./packages/forge/gitlab/releases.ts









const releases_LIMITS = { assetBytes: 5 * 1024 ** 3, leastAssetBytes: 0, assets: 1_000, bodyCharacters: 1_000_000 };
const releases_UPLOADS_AT_ONCE = 6;
const releases_ROUNDS = 3;
function openGitLabReleases(options) {
    const { http, apiUrl, token, package: key } = options;
    const project = options.projectId ?? options.repository;
    const permission = `a token of ${options.repository} with the role Developer or higher and, for an access token, the scope api`;
    const api = (0,forge_token/* openForgeApi */.I)("gitlab", { http, apiUrl, token, permission });
    const gitlab = gitLabRequests(project, key, api);
    const fileUrl = (name) => `${api.base}/projects/${encodeURIComponent(project)}/packages/generic/${(0,forge_options/* encodedPath */.y)([key.name, key.version, name])}`;
    const linkOf = (asset) => ({
        name: asset.name,
        url: fileUrl(asset.name),
        link_type: "package",
        ...(isAssetPath(asset.name) && { direct_asset_path: `/${asset.name}` }),
    });
    const pageOf = (tag) => `${releases_serverUrl(options)}/${options.repository}/-/releases/${encodeURIComponent(tag)}`;
    return {
        kind: "gitlab",
        limits: releases_LIMITS,
        assetName: gitLabAssetName,
        assetUrl: (_tag, name) => fileUrl(name),
        survey: (tag) => gitlab.survey(tag),
        plan: (request, survey) => gitLabPlan(project, key, request, gitLabSteps(request, releases_taken(survey), linkOf)),
        publish: (request, survey, journal) => publishOnGitLab({ gitlab, request, journal, linkOf, pageOf }, releases_taken(survey)),
    };
}
async function findOnGitLab(options, tag) {
    const { http, apiUrl, token, projectId, repository } = options;
    const permission = "a token that may read the repository's contents";
    const api = (0,forge_token/* openForgeApi */.I)("gitlab", { http, apiUrl, token, permission });
    for await (const releases of release_requests_releasePages(projectId ?? repository, api)) {
        if (releases.some((release) => release.tag_name === tag))
            return { draft: false };
    }
    return undefined;
}
async function publishOnGitLab(run, survey) {
    const done = [];
    let found = survey;
    let created = false;
    for (let round = 1; round <= releases_ROUNDS; round += 1) {
        const steps = gitLabSteps(run.request, found, run.linkOf);
        const release = await afterWrites(releases_carryOut(run, steps, done), done);
        created ||= steps.base === undefined;
        const left = gitLabSteps(run.request, { ...found, release, files: filesAfter(run.request, found) }, run.linkOf);
        if (left.newLinks.length === 0 && left.wrongLinks.length === 0 && !left.update)
            return published(run, release, steps, done, created);
        found = await run.gitlab.survey(run.request.tag);
    }
    throw (0,action/* undecided */.oo)(`other runs keep changing the release of ${run.request.tag}`, {
        remedy: "Let one of them finish, then run again.",
    });
}
async function releases_carryOut(run, steps, done) {
    const { gitlab, request, journal } = run;
    const note = (what, url) => {
        done.push(what);
        journal.made(what, url);
    };
    const send = async (asset) => {
        await gitlab.upload(asset);
        note(describeFile(asset));
    };
    const [first, ...rest] = steps.uploads;
    if (first !== undefined)
        await send(first);
    await (0,http.inParallel)(releases_UPLOADS_AT_ONCE, rest, send);
    if (steps.base === undefined) {
        const release = await gitlab.createRelease(request.tag, steps.name, steps.description, request.assets.map(run.linkOf));
        note(describeRelease(request.tag), release._links?.self ?? run.pageOf(request.tag));
        return release;
    }
    await (0,http.inParallel)(1, steps.wrongLinks, async ({ link, wanted }) => {
        await gitlab.updateLink(request.tag, link.id, wanted);
        note(describeLinkFix(wanted));
    });
    await (0,http.inParallel)(releases_UPLOADS_AT_ONCE, steps.newLinks, async (link) => {
        await gitlab.createLink(request.tag, link);
        note(describeLink(link));
    });
    if (steps.update) {
        await gitlab.updateRelease(request.tag, steps.name, steps.description);
        note(describeUpdate(request.tag), run.pageOf(request.tag));
    }
    if (steps.wrongLinks.length === 0 && steps.newLinks.length === 0 && !steps.update)
        return steps.base;
    return (await gitlab.release(request.tag)) ?? steps.base;
}
function filesAfter(request, survey) {
    const sent = request.assets.map((asset) => ({
        id: "0",
        file_name: asset.name,
        size: asset.size,
        file_sha256: asset.sha256,
    }));
    return [...sent, ...survey.files.filter((file) => !request.assets.some((asset) => asset.name === file.file_name))];
}
function published(run, release, steps, done, created) {
    const links = (0,schema/* linksOf */.hP)(release);
    const assets = run.request.assets.map((asset) => {
        const link = links.find(({ name }) => name === asset.name);
        if (link === undefined)
            throw (0,action/* unknown */.L5)(`the release of ${run.request.tag} shows no link to ${asset.name}`, {
                remedy: "Run again: it adds what is missing.",
            });
        return { name: asset.name, size: asset.size, sha256: asset.sha256, url: link.direct_asset_url ?? link.url };
    });
    const url = release._links?.self ?? run.pageOf(run.request.tag);
    const { tag_name: id, name } = release;
    return { id, title: name ?? id, url, assets, created, changed: done.length > 0, done, notices: steps.notices };
}
function releases_taken(survey) {
    if (!("files" in survey))
        throw new TypeError("a survey made by another forge");
    return survey;
}
function isAssetPath(name) {
    return name.length < 128 && /^[A-Za-z0-9_.-]*$/.test(name) && /[A-Za-z0-9]$/.test(name);
}
function releases_serverUrl(options) {
    return (options.serverUrl ?? options.apiUrl.replace(/\/api\/v4\/?$/, "")).replace(/\/+$/, "");
}

// EXTERNAL MODULE: ./packages/files/index.ts + 9 modules
var files = __webpack_require__(1458);
;// CONCATENATED MODULE: ./packages/forge/local-asset.ts



async function fileAsset(place, name, fileName) {
    const label = name === fileName ? undefined : fileName;
    const { size, sha256, open } = await (0,files/* verifiedFile */.Nt)(place);
    return { name, label, size, sha256, type: mediaType(fileName), open };
}
function textAsset(name, text) {
    const bytes = Buffer.from(text, "utf8");
    const sha256 = (0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex");
    return { name, size: bytes.length, sha256, type: mediaType(name), open: () => oneChunk(bytes) };
}
function checksumText(assets) {
    const ordered = assets.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return ordered.map((asset) => `${asset.sha256}  ${asset.name}\n`).join("");
}
async function* oneChunk(bytes) {
    yield bytes;
}

;// CONCATENATED MODULE: ./packages/forge/index.ts




function openForge(kind, options) {
    return kind === "github" ? openGitHub(options) : openGitLabReleases(options);
}
function findRelease(kind, options, tag) {
    return kind === "github" ? findOnGitHub(options, tag) : findOnGitLab(options, tag);
}


/***/ }),

/***/ 6756:
/***/ (require("./6756.module.js")),

/***/ 1075:
/***/ (require("./1075.module.js")),

/***/ 1570:
/***/ (require("./1570.module.js"))

};
;