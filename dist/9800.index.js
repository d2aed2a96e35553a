"use strict";
exports.id = 9800;
exports.ids = [9800];
exports.modules = {

/***/ 9800:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ publish_release_action)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 10 modules
var action = __webpack_require__(8550);
// EXTERNAL MODULE: ./packages/config/index.ts + 2 modules
var config = __webpack_require__(527);
// EXTERNAL MODULE: ./packages/http/index.ts + 31 modules
var packages_http = __webpack_require__(9251);
// EXTERNAL MODULE: ./packages/text/index.ts + 10 modules
var packages_text = __webpack_require__(1312);
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
function fitText(text, limit, ending) {
    if (text.length <= limit)
        return { text, cut: false };
    const room = limit - ending.length - CLOSING_ROOM;
    const { at, fence } = cutPoint(text, room);
    const kept = beforeOpenComment(text.slice(0, at)).trimEnd();
    const closings = [...(fence === undefined ? [] : [fence]), ...openDetails(kept), "", ending];
    return { text: `${kept}\n${closings.join("\n")}`, cut: true };
}
const CLOSING_ROOM = 200;
const MOST_DETAILS = 12;
function cutPoint(text, room) {
    let afterBlank = 0;
    let afterLine = 0;
    let fence;
    for (let start = 0; start < room;) {
        const newline = text.indexOf("\n", start);
        const end = newline === -1 ? text.length : newline;
        if (end > room)
            break;
        const line = text.slice(start, end).trim();
        fence = fenceAfter(fence, line);
        if (fence === undefined) {
            afterLine = end;
            if (line === "")
                afterBlank = end;
        }
        start = end + 1;
    }
    if (afterBlank > 0)
        return { at: afterBlank };
    if (afterLine > 0)
        return { at: afterLine };
    return { at: isHighSurrogate(text.charCodeAt(room - 1)) ? room - 1 : room, fence };
}
function fenceAfter(open, line) {
    const mark = line.startsWith("```") ? "`" : line.startsWith("~~~") ? "~" : undefined;
    if (mark === undefined)
        return open;
    let length = 3;
    while (line[length] === mark)
        length += 1;
    if (open !== undefined)
        return mark === open[0] && length >= open.length && line.length === length ? undefined : open;
    return mark === "`" && line.includes("`", length) ? undefined : mark.repeat(Math.min(length, 80));
}
function beforeOpenComment(text) {
    const opened = text.lastIndexOf("<!--");
    return opened > text.lastIndexOf("-->") ? text.slice(0, opened) : text;
}
function openDetails(text) {
    const open = text.split("<details").length - text.split("</details").length;
    return Array.from({ length: Math.max(0, Math.min(open, MOST_DETAILS)) }, () => "</details>");
}
function isHighSurrogate(unit) {
    return unit >= 0xd800 && unit <= 0xdbff;
}

;// CONCATENATED MODULE: ./packages/forge/github-release.ts


const asset = (0,packages_http/* shape */.cW)({
    id: packages_http.id,
    name: packages_http/* text */.Qq,
    label: (0,packages_http/* maybe */.no)(packages_http/* text */.Qq),
    state: packages_http/* text */.Qq,
    size: packages_http/* count */.U9,
    digest: (0,packages_http/* maybe */.no)(packages_http/* text */.Qq),
    browser_download_url: packages_http/* text */.Qq,
});
const release = (0,packages_http/* shape */.cW)({
    id: packages_http.id,
    tag_name: packages_http/* text */.Qq,
    name: (0,packages_http/* maybe */.no)(packages_http/* text */.Qq),
    body: (0,packages_http/* maybe */.no)(packages_http/* text */.Qq),
    draft: packages_http/* flag */.Jt,
    prerelease: packages_http/* flag */.Jt,
    immutable: (0,packages_http/* maybe */.no)(packages_http/* flag */.Jt),
    html_url: packages_http/* text */.Qq,
    upload_url: packages_http/* text */.Qq,
    assets: (0,packages_http/* listOf */.c3)(asset),
});
const GitHubAsset = (0,packages_http/* schema */.wQ)(asset);
const GitHubAssets = (0,packages_http/* schema */.wQ)((0,packages_http/* listOf */.c3)(asset));
const GitHubRelease = (0,packages_http/* schema */.wQ)(release);
const GitHubReleases = (0,packages_http/* schema */.wQ)((0,packages_http/* listOf */.c3)(release));
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

;// CONCATENATED MODULE: ./packages/forge/github-plan.ts



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
    if (request.draft)
        notices.push(`${release.html_url} is published already and stays so; draft: true makes no draft of it.`);
    if (release.immutable === true) {
        if (uploads.length > 0)
            throw differs(release, uploads, "is published and immutable");
        if (!same)
            notices.push(`The title or notes of ${release.html_url} differ from the given ones and were left as they are.`);
        return { base: release, duplicates, stale: [], uploads: [], finish: undefined, fields, notices };
    }
    if (request.onExisting === "fail" && (uploads.length > 0 || !same))
        throw differs(release, uploads, "is published and on-existing is fail");
    return { base: release, duplicates, stale, uploads, finish: same ? undefined : "update", fields, notices };
}
function fieldsOf(request, survey, base) {
    const others = survey.releases.filter((release) => !release.draft && release.tag_name !== survey.tag);
    const published = others.map((release) => ({ tag: release.tag_name, prerelease: release.prerelease }));
    const kept = withoutMarker(base?.body ?? "", survey.marker);
    return {
        name: request.name,
        body: withoutMarker(request.body ?? kept, survey.marker),
        prerelease: request.prerelease,
        latest: !request.prerelease && request.latest(published),
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
    throw (0,action/* refused */.J5)(`${drafts.length === 1 ? "A draft" : `${drafts.length} drafts`} of ${request.tag} that this action did not make stand in the way`, {
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
function differs(release, uploads, why) {
    const problems = uploads.map((asset) => {
        const stored = storedAsset(release.assets, asset);
        const has = stored === undefined ? "is not in the release" : `is ${stored.digest ?? `${stored.size} bytes`} in the release`;
        return { what: `${asset.name} ${has}, and sha256:${asset.sha256} here` };
    });
    return (0,action/* refused */.J5)(`the release of ${release.tag_name} ${why}, and differs from what was to be published`, {
        problems: problems.length > 0 ? problems : [{ what: "its title, notes or prerelease mark differ" }],
        exists: [release.html_url],
        remedy: release.immutable === true
            ? "Release the new files under a new version. Deleting an immutable release would burn its tag name."
            : "Set on-existing to update to bring it up to date, or release a new version.",
    });
}
function severalReleases(tag, published) {
    return (0,action/* refused */.J5)(`${published.length} published releases carry the tag ${tag}`, {
        problems: published.map((release) => ({ what: `release ${release.id}: ${release.html_url}` })),
        remedy: "Decide by hand which one stays; this action deletes no published release.",
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
    return { outcome: outcomeOf(steps, writes), writes, notices: steps.notices, url: steps.base?.html_url };
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

;// CONCATENATED MODULE: ./packages/forge/github-api.ts




const STARTER_LOOKS = 3;
const LEAST_SPEED = 512 * 1024;
const UPLOAD_GRACE = 60_000;
function gitHubApi(repository, api, uploadApi) {
    const releases = ["repos", ...repository.split("/"), "releases"];
    async function list() {
        const found = [];
        for await (const page of api.pages({ path: releases, query: { per_page: 100 }, expect: [200, 404] })) {
            refuseMissing(page, repository);
            found.push(...page.json(GitHubReleases));
        }
        return found;
    }
    async function survey(tag) {
        const tagPath = ["repos", ...repository.split("/"), "git", "ref", "tags", ...tag.split("/")];
        const [listed, published, ref] = await Promise.all([
            list(),
            publishedRelease(tag),
            api.read({ path: tagPath, expect: [200, 404] }),
        ]);
        const problems = ref.status === 200 ? [] : [missingTag(tag)];
        const found = published === undefined ? listed : [published, ...listed.filter((release) => release.id !== published.id)];
        return { problems, tag, marker: markerOf(repository, tag), releases: found };
    }
    async function publishedRelease(tag) {
        const reply = await api.read({ path: [...releases, "tags", ...tag.split("/")], expect: [200, 404] });
        return reply.status === 404 ? undefined : reply.json(GitHubRelease);
    }
    async function release(id) {
        const reply = await api.read({ path: [...releases, id], expect: [200, 404] });
        return reply.status === 404 ? undefined : reply.json(GitHubRelease);
    }
    function createDraft(tag, fields) {
        const marker = markerOf(repository, tag);
        return api.write({
            method: "POST",
            path: releases,
            json: {
                tag_name: tag,
                name: fields.name,
                body: withMarker(fields.body, marker),
                draft: true,
                prerelease: fields.prerelease,
            },
            what: describeDraft(tag),
            accept: (reply) => reply.json(GitHubRelease),
            readBack: async () => (await list()).filter((found) => isOwnDraft(found, tag, marker)).toSorted(byId)[0],
        });
    }
    async function deleteDraft(tag, draft) {
        const now = await release(draft.id);
        if (now === undefined || !isOwnDraft(now, tag, markerOf(repository, tag)))
            return;
        await api.write({
            method: "DELETE",
            path: [...releases, draft.id],
            expect: GONE,
            what: deletedDraft(draft),
            accept: gone,
            readBack: async () => ((await release(draft.id)) === undefined ? true : undefined),
        });
    }
    async function assetsOf(id) {
        const found = [];
        for await (const page of api.pages({ path: [...releases, id, "assets"], query: { per_page: 100 } })) {
            found.push(...page.json(GitHubAssets));
        }
        return found;
    }
    async function deleteAsset(of, asset) {
        await api.write({
            method: "DELETE",
            path: [...releases, "assets", asset.id],
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
        const result = await api.write({
            method: "PATCH",
            path: [...releases, of.id],
            json: {
                tag_name: tag,
                name: fields.name,
                body,
                draft,
                prerelease: fields.prerelease,
                ...(draft ? {} : { make_latest: String(fields.latest) }),
            },
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

;// CONCATENATED MODULE: ./packages/forge/github-publish.ts





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
    const cleaned = (0,packages_http/* inParallel */.HN)(UPLOADS_AT_ONCE, steps.duplicates, async (draft) => {
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
    await (0,packages_http/* inParallel */.HN)(UPLOADS_AT_ONCE, steps.stale, async (asset) => {
        await run.github.deleteAsset(release, asset);
        note(replacedAsset(asset));
    });
    await (0,packages_http/* inParallel */.HN)(UPLOADS_AT_ONCE, steps.uploads, async (asset) => {
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
        url: release.html_url,
        assets,
        created,
        changed: tally.done.length > 0,
        done: tally.done,
        notices: steps.notices,
    };
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

;// CONCATENATED MODULE: ./packages/forge/options.ts
function encodedPath(segments) {
    return segments.map((segment) => encodeURIComponent(segment)).join("/");
}

;// CONCATENATED MODULE: ./packages/forge/github.ts









const LIMITS = {
    assetBytes: 2 * 1024 ** 3 - 1,
    leastAssetBytes: 1,
    assets: 1_000,
    bodyCharacters: 125_000 - MARKER_CHARACTERS,
};
const CONNECTIONS = 8;
function openGitHub(options) {
    const { repository, io, signal, clock, network, endpoints, allowHttp } = options;
    if (!/^[A-Za-z0-9_.-]{1,100}\/[A-Za-z0-9_.-]{1,100}$/.test(repository)) {
        throw (0,action/* invalid */.Gq)(`${(0,packages_text/* quote */.hD)(repository)} is not a repository`, {
            remedy: "Give it as owner/name.",
        });
    }
    const opened = [];
    const rules = network.credentials ?? new action/* CredentialRules */.v0();
    const http = (origins, credentials = rules) => {
        const bound = { ...network, credentials };
        const shared = { io, signal, clock, network: bound, endpoints: origins, allowHttp };
        const client = (0,packages_http.openHttp)({ ...shared, connections: CONNECTIONS });
        opened.push(client);
        return client;
    };
    const apiOptions = {
        credential: { header: "authorization", value: `Bearer ${options.token}` },
        headers: { accept: "application/vnd.github+json", "x-github-api-version": "2022-11-28" },
        permission: `a token with contents: write on ${repository}`,
    };
    const api = http(endpoints).api(options.apiUrl, apiOptions);
    const uploadApis = new Map();
    const uploadApi = ({ id, upload_url: given }) => {
        const known = uploadApis.get(id);
        if (known !== undefined)
            return known;
        const base = uploadBase(given, options.apiUrl, id);
        const { origin } = new URL(base);
        const made = http([origin], rules.alsoAt(origin, new URL(options.apiUrl).origin)).api(base, apiOptions);
        uploadApis.set(id, made);
        return made;
    };
    const github = gitHubApi(repository, api, uploadApi);
    return {
        kind: "github",
        limits: LIMITS,
        assetName: gitHubAssetName,
        assetUrl: (tag, name) => `${serverUrl(options)}/${repository}/releases/download/${encodedPath(tag.split("/"))}/${encodeURIComponent(name)}`,
        survey: (tag) => github.survey(tag),
        plan: (request, survey) => gitHubPlan(repository, request, gitHubSteps(request, taken(survey))),
        publish: (request, survey, journal) => publishOnGitHub({ github, clock, signal, request, journal }, taken(survey)),
        close: () => opened.forEach((client) => client.close()),
    };
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

;// CONCATENATED MODULE: ./packages/forge/gitlab-release.ts

const gitlab_release_link = (0,packages_http/* shape */.cW)({ id: packages_http.id, name: packages_http/* text */.Qq, url: packages_http/* text */.Qq, direct_asset_url: (0,packages_http/* maybe */.no)(packages_http/* text */.Qq), link_type: (0,packages_http/* maybe */.no)(packages_http/* text */.Qq) });
const gitlab_release_release = (0,packages_http/* shape */.cW)({
    tag_name: packages_http/* text */.Qq,
    name: (0,packages_http/* maybe */.no)(packages_http/* text */.Qq),
    description: (0,packages_http/* maybe */.no)(packages_http/* text */.Qq),
    assets: (0,packages_http/* maybe */.no)((0,packages_http/* shape */.cW)({ links: (0,packages_http/* maybe */.no)((0,packages_http/* listOf */.c3)(gitlab_release_link)) })),
    _links: (0,packages_http/* maybe */.no)((0,packages_http/* shape */.cW)({ self: (0,packages_http/* maybe */.no)(packages_http/* text */.Qq) })),
});
const packageFile = (0,packages_http/* shape */.cW)({ id: packages_http.id, file_name: packages_http/* text */.Qq, size: packages_http/* count */.U9, file_sha256: (0,packages_http/* maybe */.no)(packages_http/* text */.Qq) });
const GitLabLink = (0,packages_http/* schema */.wQ)(gitlab_release_link);
const GitLabRelease = (0,packages_http/* schema */.wQ)(gitlab_release_release);
const GitLabPackages = (0,packages_http/* schema */.wQ)((0,packages_http/* listOf */.c3)((0,packages_http/* shape */.cW)({ id: packages_http.id, name: packages_http/* text */.Qq, version: (0,packages_http/* maybe */.no)(packages_http/* text */.Qq) })));
const GitLabPackageFile = (0,packages_http/* schema */.wQ)(packageFile);
const GitLabPackageFiles = (0,packages_http/* schema */.wQ)((0,packages_http/* listOf */.c3)(packageFile));
const GitLabError = (0,packages_http/* schema */.wQ)((0,packages_http/* shape */.cW)({ message: (value) => value }));
const linksOf = (release) => release?.assets?.links ?? [];

;// CONCATENATED MODULE: ./packages/forge/gitlab-plan.ts



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
    const uploads = request.assets.filter((asset) => !gitlab_plan_holds(newestFile(survey.files, asset), asset));
    const { newLinks, wrongLinks } = linkSteps(request.assets.map(linkOf), linksOf(base));
    const update = base !== undefined && (base.name !== request.name || sameEnds(base.description) !== sameEnds(description));
    const notices = [...survey.notices, ...noticesOf(request, base)];
    if (base !== undefined &&
        request.onExisting === "fail" &&
        (update || uploads.length > 0 || newLinks.length > 0 || wrongLinks.length > 0)) {
        throw gitlab_plan_differs(request.tag, survey, uploads);
    }
    return { base, uploads, newLinks, wrongLinks, update, name: request.name, description, notices };
}
function noticesOf(request, base) {
    const notices = [];
    if (request.prerelease)
        notices.push("GitLab does not mark prereleases: this one shows as any other release.");
    const given = new Set(request.assets.map((asset) => asset.name));
    const extra = linksOf(base)
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
function gitlab_plan_holds(file, asset) {
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
function gitlab_plan_differs(tag, survey, uploads) {
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
        path: `${root}/packages/generic/${encodedPath([key.name, key.version, asset.name])}?select=package_file`,
        what: describeFile(asset),
    }));
    const rest = steps.base === undefined
        ? [{ method: "POST", path: `${root}/releases`, what: describeRelease(request.tag) }]
        : [
            ...steps.wrongLinks.map(({ link, wanted }) => ({
                method: "PUT",
                path: `${release}/assets/links/${link.id}`,
                what: mendedLink(wanted),
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
const mendedLink = (link) => `the link to ${link.name}, mended`;
const describeRelease = (tag) => `the release of ${tag}`;
const describeUpdate = (tag) => `the release of ${tag}, brought up to date`;

;// CONCATENATED MODULE: ./packages/forge/gitlab-api.ts




const gitlab_api_LEAST_SPEED = 512 * 1024;
const gitlab_api_UPLOAD_GRACE = 60_000;
function gitLabApi(project, key, api) {
    const root = ["projects", project];
    const releasePath = (tag) => [...root, "releases", tag];
    async function survey(tag) {
        const [found, tagReply, files] = await Promise.all([
            api.read({ path: releasePath(tag), expect: [200, 403, 404] }),
            api.read({ path: [...root, "repository", "tags", tag], expect: [200, 401, 403, 404] }),
            packageFiles(),
        ]);
        gitlab_api_refuseMissing([found, tagReply], project);
        const problems = [];
        const notices = [];
        const tagIsMissing = tagReply.status === 404 && saysTagNotFound(tagReply);
        if (tagIsMissing)
            problems.push({
                what: `the tag ${tag} does not exist on the forge`,
                input: "tag",
                remedy: `git push origin refs/tags/${tag}`,
            });
        else if (tagReply.status !== 200)
            notices.push(`The token may not read tags, so that ${tag} is left for GitLab to check when the release is made.`);
        return { problems, notices, tag, files, release: found.status === 200 ? found.json(GitLabRelease) : undefined };
    }
    async function release(tag) {
        const reply = await api.read({ path: releasePath(tag), expect: [200, 403, 404] });
        return reply.status === 200 ? reply.json(GitLabRelease) : undefined;
    }
    async function packageFiles() {
        const query = { package_type: "generic", package_name: key.name, package_version: key.version, per_page: 100 };
        const files = [];
        for await (const page of api.pages({ path: [...root, "packages"], query, expect: [200, 403, 404] })) {
            if (page.status !== 200)
                return files;
            const exact = page
                .json(GitLabPackages)
                .filter(({ name, version }) => name === key.name && version === key.version);
            for (const { id } of exact) {
                const path = [...root, "packages", id, "package_files"];
                for await (const part of api.pages({ path, query: { per_page: 100 } }))
                    files.push(...part.json(GitLabPackageFiles));
            }
        }
        return files;
    }
    async function upload(asset) {
        const stored = async () => (gitlab_plan_holds(newestFile(await packageFiles(), asset), asset) ? true : undefined);
        const sent = api.write({
            method: "PUT",
            path: [...root, "packages", "generic", key.name, key.version, asset.name],
            query: { select: "package_file" },
            body: { length: asset.size, type: "application/octet-stream", open: () => asset.open() },
            deadline: gitlab_api_UPLOAD_GRACE + (asset.size / gitlab_api_LEAST_SPEED) * 1000,
            exists: [400, 409, 422],
            what: describeFile(asset),
            accept: async (reply) => {
                const file = GitLabPackageFile.safeParse(reply.json());
                const held = file.success ? gitlab_plan_holds(file.data, asset) : await stored();
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
                accept: (reply) => reply.json(GitLabRelease),
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
            accept: (reply) => reply.json(GitLabRelease) !== undefined,
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
            accept: (reply) => reply.json(GitLabLink) !== undefined,
            readBack: async () => linked(await release(tag), link),
        });
    }
    async function updateLink(tag, id, link) {
        await api.write({
            method: "PUT",
            path: [...releasePath(tag), "assets", "links", id],
            json: link,
            what: mendedLink(link),
            accept: (reply) => reply.json(GitLabLink) !== undefined,
            readBack: async () => linked(await release(tag), link),
        });
    }
    return { survey, release, upload, createRelease, updateRelease, createLink, updateLink };
}
function linked(release, wanted) {
    const found = linksOf(release).some((link) => link.name === wanted.name && link.url === wanted.url && link.link_type === wanted.link_type);
    return found ? true : undefined;
}
function saysTagNotFound(reply) {
    return /\btag not found\b/i.test(messageOf(reply));
}
function messageOf(reply) {
    try {
        const { message } = reply.json(GitLabError);
        return typeof message === "string" ? message : JSON.stringify(message);
    }
    catch {
        return "";
    }
}
function gitlab_api_refuseMissing(replies, project) {
    const [release] = replies;
    if (release?.status === 404 && /project not found/i.test(messageOf(release))) {
        throw (0,action/* invalid */.Gq)(`the project ${project} was not found at ${new URL(release.url).host}, or the token may not see it`, {
            remedy: "Check repository, and that the token is one of that project with the role Developer or higher.",
        });
    }
    const moved = replies.find((reply) => reply.status === 200 && !decodeURIComponent(new URL(reply.url).pathname).includes(`/projects/${project}/`));
    if (moved !== undefined) {
        throw (0,action/* invalid */.Gq)(`the project ${project} has moved: ${moved.url} answered for it`, {
            remedy: "Give its new path as repository.",
        });
    }
}
function explained(error, tag) {
    if (!(error instanceof packages_http/* HttpError */.j$))
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
    if (!(error instanceof packages_http/* HttpError */.j$) || error.status !== 400 || !error.message.includes("Duplicate package"))
        return error;
    return (0,action/* refused */.J5)(`the package registry holds another ${asset.name} already, and this project takes each file once`, {
        ...error.details,
        cause: error,
        remedy: "Release the new file under a new version, or let the registry take duplicates: Settings > Packages and registries.",
    });
}

;// CONCATENATED MODULE: ./packages/forge/gitlab.ts








const gitlab_LIMITS = { assetBytes: 5 * 1024 ** 3, leastAssetBytes: 0, assets: 1_000, bodyCharacters: 1_000_000 };
const gitlab_UPLOADS_AT_ONCE = 6;
const gitlab_ROUNDS = 3;
function openGitLab(options) {
    const { io, signal, clock, network, endpoints, allowHttp, package: key } = options;
    const project = options.projectId ?? options.repository;
    const http = (0,packages_http.openHttp)({ io, signal, clock, network, endpoints, allowHttp, connections: gitlab_UPLOADS_AT_ONCE });
    const apiFor = (header) => http.api(options.apiUrl, {
        credential: { header, value: options.token },
        permission: `a token of ${options.repository} with the role Developer or higher and, for an access token, the scope api`,
    });
    const [header, otherHeader] = (0,action/* gitLabHeaders */.y0)(network.credentials?.kindOf(options.token) ?? (0,action/* kindOfToken */.tz)(options.token));
    const api = apiFor(header);
    let gitlab = gitLabApi(project, key, api);
    const survey = async (tag) => {
        try {
            return await gitlab.survey(tag);
        }
        catch (error) {
            if (otherHeader === undefined || !(error instanceof packages_http/* HttpError */.j$) || error.status !== 401)
                throw error;
            gitlab = gitLabApi(project, key, apiFor(otherHeader));
            return gitlab.survey(tag).catch(() => {
                throw error;
            });
        }
    };
    const fileUrl = (name) => `${api.base}/projects/${encodeURIComponent(project)}/packages/generic/${encodedPath([key.name, key.version, name])}`;
    const linkOf = (asset) => ({
        name: asset.name,
        url: fileUrl(asset.name),
        link_type: "package",
        ...(isAssetPath(asset.name) && { direct_asset_path: `/${asset.name}` }),
    });
    const pageOf = (tag) => `${gitlab_serverUrl(options)}/${options.repository}/-/releases/${encodeURIComponent(tag)}`;
    return {
        kind: "gitlab",
        limits: gitlab_LIMITS,
        assetName: gitLabAssetName,
        assetUrl: (_tag, name) => fileUrl(name),
        survey,
        plan: (request, survey) => gitLabPlan(project, key, request, gitLabSteps(request, gitlab_taken(survey), linkOf)),
        publish: (request, survey, journal) => publishOnGitLab({ gitlab, request, journal, linkOf, pageOf }, gitlab_taken(survey)),
        close: () => http.close(),
    };
}
async function publishOnGitLab(run, survey) {
    const done = [];
    let found = survey;
    let created = false;
    for (let round = 1; round <= gitlab_ROUNDS; round += 1) {
        const steps = gitLabSteps(run.request, found, run.linkOf);
        const release = await afterWrites(gitlab_carryOut(run, steps, done), done);
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
async function gitlab_carryOut(run, steps, done) {
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
    await (0,packages_http/* inParallel */.HN)(gitlab_UPLOADS_AT_ONCE, rest, send);
    if (steps.base === undefined) {
        const release = await gitlab.createRelease(request.tag, steps.name, steps.description, request.assets.map(run.linkOf));
        note(describeRelease(request.tag), release._links?.self ?? run.pageOf(request.tag));
        return release;
    }
    await (0,packages_http/* inParallel */.HN)(1, steps.wrongLinks, async ({ link, wanted }) => {
        await gitlab.updateLink(request.tag, link.id, wanted);
        note(mendedLink(wanted));
    });
    await (0,packages_http/* inParallel */.HN)(gitlab_UPLOADS_AT_ONCE, steps.newLinks, async (link) => {
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
    const links = linksOf(release);
    const assets = run.request.assets.map((asset) => {
        const link = links.find(({ name }) => name === asset.name);
        if (link === undefined)
            throw (0,action/* unknown */.L5)(`the release of ${run.request.tag} shows no link to ${asset.name}`, {
                remedy: "Run again: it adds what is missing.",
            });
        return { name: asset.name, size: asset.size, sha256: asset.sha256, url: link.direct_asset_url ?? link.url };
    });
    const url = release._links?.self ?? run.pageOf(run.request.tag);
    return { id: release.tag_name, url, assets, created, changed: done.length > 0, done, notices: steps.notices };
}
function gitlab_taken(survey) {
    if (!("files" in survey))
        throw new TypeError("a survey made by another forge");
    return survey;
}
function isAssetPath(name) {
    return name.length < 128 && /^[A-Za-z0-9_.-]*$/.test(name) && /[A-Za-z0-9]$/.test(name);
}
function gitlab_serverUrl(options) {
    return (options.serverUrl ?? options.apiUrl.replace(/\/api\/v4\/?$/, "")).replace(/\/+$/, "");
}

// EXTERNAL MODULE: ./packages/files/index.ts + 8 modules
var files = __webpack_require__(2353);
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
    return kind === "github" ? openGitHub(options) : openGitLab(options);
}

;// CONCATENATED MODULE: ./actions/publish-release/assets.ts

const CHECKSUMS = "SHA256SUMS";
const FULL_NOTES = "RELEASE_NOTES.md";
function contentsOf(text, files, checksums, tag, forge, problems) {
    const notices = [];
    const assets = [...files];
    let body = text;
    const url = forge.assetUrl(tag, FULL_NOTES);
    const ending = `---\n\n**These notes are longer than a release can hold. The whole text is in [${FULL_NOTES}](${url}), attached to this release.**`;
    const limit = forge.limits.bodyCharacters;
    const fitted = fitText(text ?? "", limit, ending);
    if (text !== undefined && fitted.cut) {
        body = fitted.text;
        assets.push(textAsset(FULL_NOTES, text));
        notices.push(`The notes have ${text.length} characters, ${forge.kind} takes ${limit}: they were cut at the end of a block, and the whole text is attached as ${FULL_NOTES}.`);
    }
    if (checksums && assets.length > 0)
        assets.push(textAsset(CHECKSUMS, checksumText(assets)));
    problems.push(...ownNameTaken(assets, files));
    if (assets.length > forge.limits.assets) {
        problems.push({
            input: "files",
            what: `the release would have ${assets.length} files; ${forge.kind} takes at most ${forge.limits.assets}`,
            remedy: "Pack several of them into an archive.",
        });
    }
    return { body, assets, notices };
}
function ownNameTaken(assets, files) {
    const taken = assets.slice(files.length).filter(({ name }) => files.some((file) => file.name === name));
    return taken.map(({ name }) => ({
        input: "files",
        what: `a file of yours and one of this action would both be stored as ${name}`,
        remedy: name === CHECKSUMS ? "Set checksums to false, or leave your file out." : "Rename your file.",
    }));
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./actions/publish-release/glob.ts



const MOST_ENTRIES = 200_000;
async function findFiles(root, pattern) {
    const segments = pattern.split("/").filter((segment) => segment !== "" && segment !== ".");
    const found = [];
    let entries = 0;
    async function walk(directory, states) {
        const list = await (0,promises_.readdir)((0,external_node_path_.join)(root, directory), { withFileTypes: true }).catch(() => []);
        for (const entry of list.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
            if ((0,files/* isGitName */.M$)(entry.name))
                continue;
            entries += 1;
            if (entries > MOST_ENTRIES)
                throw new Error(`the pattern walks over more than ${MOST_ENTRIES} files`);
            const path = directory === "" ? entry.name : `${directory}/${entry.name}`;
            const next = after(states, entry.name);
            if (entry.isDirectory()) {
                if (next.size > 0)
                    await walk(path, next);
            }
            else if (next.has(segments.length)) {
                found.push(path);
            }
        }
    }
    function after(states, name) {
        const next = new Set();
        for (const state of states) {
            const segment = segments[state];
            if (segment === undefined)
                continue;
            if (segment === "**") {
                if (!name.startsWith("."))
                    next.add(state);
            }
            else if (matchesSegment(segment, name)) {
                next.add(state + 1);
            }
        }
        return skippingDoubleStars(next);
    }
    function skippingDoubleStars(states) {
        for (const state of states)
            if (segments[state] === "**")
                states.add(state + 1);
        return states;
    }
    await walk("", skippingDoubleStars(new Set([0])));
    return found;
}
function isPattern(text) {
    return /[*?]/.test(text);
}
function matchesSegment(segment, name) {
    if (name.startsWith(".") && !segment.startsWith("."))
        return false;
    let star = -1;
    let taken = 0;
    let at = 0;
    for (let index = 0; index < name.length;) {
        if (segment[at] === "*") {
            star = at++;
            taken = index;
        }
        else if (at < segment.length && (segment[at] === "?" || segment[at] === name[index])) {
            at++;
            index++;
        }
        else if (star >= 0) {
            at = star + 1;
            index = ++taken;
        }
        else {
            return false;
        }
    }
    while (segment[at] === "*")
        at++;
    return at === segment.length;
}

;// CONCATENATED MODULE: ./actions/publish-release/files.ts






const AT_ONCE = 4;
async function filesOf(host, patterns, forge, problems) {
    const found = new Map();
    for (const pattern of patterns) {
        for (const path of await pathsOf(host, pattern, problems)) {
            const file = found.has(path) ? undefined : await checkedFile(host, path, problems);
            if (file !== undefined)
                found.set(path, file);
        }
    }
    const files = [...found.values()];
    problems.push(...sizeProblems(files, forge), ...collisions(files, forge));
    return problems.length > 0 ? [] : hashed(files, forge);
}
async function pathsOf(host, pattern, problems) {
    const asPath = pattern.replace(/^(?:\.\/)+/, "");
    const isThere = async () => (await (0,promises_.lstat)((0,external_node_path_.resolve)(host.workspace, asPath)).catch(() => undefined)) !== undefined;
    if (!isPattern(pattern) || (await isThere()))
        return [asPath];
    try {
        const paths = await matching(host, pattern);
        if (paths.length === 0)
            problems.push({
                input: "files",
                what: `no file matches ${JSON.stringify(pattern)}`,
                remedy: "Check the pattern (*, ? and ** are known), and that the files were built before this step.",
            });
        return paths;
    }
    catch (error) {
        const { message } = error;
        problems.push(error instanceof action/* ActionError */.lZ
            ? problemOf(error)
            : { input: "files", what: `${JSON.stringify(pattern)}: ${message}`, remedy: "Give a narrower pattern." });
        return [];
    }
}
async function matching(host, pattern) {
    const workspace = (0,files/* placeOf */.$t)(host, ".").real;
    const segments = pattern.split("/");
    if (!(0,external_node_path_.isAbsolute)(pattern) && !segments.includes(".."))
        return findFiles(workspace, pattern);
    const first = segments.findIndex(isPattern);
    const base = segments.slice(0, first).join("/") || "/";
    const rest = segments.slice(first);
    if (rest.includes(".."))
        throw outOf(pattern);
    const { real } = (0,files/* placeOf */.$t)(host, base, { typed: true });
    return (await findFiles(real, rest.join("/"))).map((path) => (0,external_node_path_.join)(base, path));
}
async function checkedFile(host, path, problems) {
    const problem = (what, remedy) => void problems.push({ input: "files", what, remedy });
    const shown = JSON.stringify(path);
    let place;
    try {
        place = (0,files/* placeOf */.$t)(host, path, { typed: true });
    }
    catch (error) {
        if (!(error instanceof action/* ActionError */.lZ))
            throw error;
        problems.push(problemOf(error));
        return undefined;
    }
    const facts = await (0,promises_.lstat)((0,external_node_path_.resolve)(host.workspace, path)).catch(() => undefined);
    if (facts === undefined)
        return problem(`there is no file ${shown}`, "Check the path, and that the file was built before this step.");
    if (facts.isSymbolicLink())
        return problem(`${shown} is a symbolic link`, "Give the path of the file itself.");
    if (!facts.isFile())
        return problem(`${shown} is not a regular file`, facts.isDirectory()
            ? `To take the files in it, write ${JSON.stringify(`${path.replace(/\/+$/, "")}/*`)}.`
            : "Give the path of a file.");
    return { path, place, size: facts.size };
}
function outOf(pattern) {
    return (0,action/* invalid */.Gq)(`${JSON.stringify(pattern)} goes up behind a star`, {
        remedy: "Give a pattern without .. behind a star.",
    });
}
function problemOf({ message, details: { remedy } }) {
    return { input: "files", what: message, ...(remedy !== undefined && { remedy }) };
}
function sizeProblems(files, forge) {
    const { assetBytes, leastAssetBytes } = forge.limits;
    return files.flatMap(({ path, size }) => {
        if (size > assetBytes)
            return [
                {
                    input: "files",
                    what: `${JSON.stringify(path)} has ${size} bytes; ${forge.kind} takes at most ${assetBytes}`,
                    remedy: "Split or compress the file, or publish it elsewhere and link to it.",
                },
            ];
        if (size < leastAssetBytes)
            return [
                {
                    input: "files",
                    what: `${JSON.stringify(path)} is empty, which ${forge.kind} does not take`,
                    remedy: "Check the step that makes it.",
                },
            ];
        return [];
    });
}
function collisions(files, forge) {
    const byName = new Map();
    for (const { path } of files) {
        const name = forge.assetName((0,external_node_path_.basename)(path));
        byName.set(name, [...(byName.get(name) ?? []), JSON.stringify(path)]);
    }
    return [...byName]
        .filter(([, same]) => same.length > 1)
        .map(([name, same]) => ({
        input: "files",
        what: `${same.join(" and ")} would both be stored as ${name}`,
        remedy: "Rename all but one of them: a release holds each name once.",
    }));
}
async function hashed(files, forge) {
    const assets = [];
    for (let start = 0; start < files.length; start += AT_ONCE) {
        const some = files.slice(start, start + AT_ONCE);
        assets.push(...(await Promise.all(some.map(({ path, place }) => fileAsset(place, forge.assetName((0,external_node_path_.basename)(path)), (0,external_node_path_.basename)(path))))));
    }
    return assets;
}

// EXTERNAL MODULE: ./packages/version/index.ts + 11 modules
var packages_version = __webpack_require__(6607);
;// CONCATENATED MODULE: ./actions/publish-release/notes.ts




const MOST_COMMITS = 2_000;
const LONGEST_SUBJECT = 200;
async function notesOf(inputs, tag, host, signal) {
    const [given, generated] = await Promise.all([
        givenText(inputs, host),
        inputs.generateNotes ? commitNotes(tag, host, signal) : undefined,
    ]);
    const texts = [given, generated].filter((text) => text !== undefined);
    return texts.length === 0 ? undefined : texts.join("\n\n");
}
async function givenText({ body, bodyFile }, host) {
    if (bodyFile === undefined)
        return body;
    const problems = [];
    if (body !== undefined)
        problems.push({ input: "body-file", what: "body and body-file are both given", remedy: "Give one of them." });
    const text = (await (0,files.readWorkspaceFile)(host, bodyFile, { typed: true })).toString("utf8").replace(/^\ufeff/, "");
    if (text.trim() === "")
        problems.push({
            input: "body-file",
            what: `${JSON.stringify(bodyFile)} is empty`,
            remedy: "Check the step that writes it, or leave body-file out.",
        });
    if (problems.length > 0)
        throw (0,action/* invalid */.Gq)(problems[0].what, { problems });
    return text;
}
async function commitNotes(tag, host, signal) {
    const { openRepository, tagRef } = await __webpack_require__.e(/* import() */ 3678).then(__webpack_require__.bind(__webpack_require__, 3678));
    const repository = openRepository({
        directory: host.workspace,
        environment: host.childEnvironment,
        temporary: host.temporary,
        signal,
    });
    const tags = await repository.tags();
    const own = tags.find(({ name }) => name === tag.parsed.tag);
    if (own?.commit === undefined) {
        throw (0,action/* invalid */.Gq)(`generate-notes needs the tag ${tag.parsed.tag} in the checkout`, {
            remedy: "Check out with fetch-depth: 0, or: git fetch origin 'refs/tags/*:refs/tags/*'",
        });
    }
    const before = (0,packages_version/* previousTag */.W8)((0,packages_version/* parseTags */.rL)(tags.map(({ name }) => name), tag.rules), tag.parsed);
    const { commits, complete, truncated } = await repository.log({
        to: own.commit,
        ...(before !== undefined && { from: tagRef(before.tag) }),
        ...(tag.path !== undefined && { paths: [tag.path] }),
        limit: MOST_COMMITS,
    });
    if (!complete) {
        throw (0,action/* invalid */.Gq)("generate-notes needs the whole history, and this checkout is shallow", {
            remedy: "Check out with fetch-depth: 0 (GitLab: GIT_DEPTH: 0), or: git fetch --unshallow --tags",
        });
    }
    return changesText(commits.filter(({ parents }) => parents.length < 2), before?.tag, truncated);
}
function changesText(commits, since, truncated) {
    const title = since === undefined ? "## Changes" : `## Changes since ${(0,packages_text/* inertMarkdown */.Ic)(since)}`;
    const lines = commits.map(({ subject, id }) => `- ${(0,packages_text/* inertMarkdown */.Ic)((0,packages_text/* shorten */.ml)(subject, LONGEST_SUBJECT))} (\`${id.slice(0, 10)}\`)`);
    const more = truncated ? [`- and more: only the newest ${MOST_COMMITS} commits are listed`] : [];
    return [title, "", ...(lines.length === 0 ? ["No commits of its own."] : lines), ...more].join("\n");
}

;// CONCATENATED MODULE: ./actions/publish-release/prepare.ts




async function prepare({ inputs, host, signal }, tag, forge) {
    const name = tag.parsed.tag;
    const problems = [];
    const fileProblems = [];
    const [files = [], notes] = await Promise.all([
        collectProblems(fileProblems, () => filesOf(host, inputs.files, forge, fileProblems)),
        collectProblems(problems, () => notesOf(inputs, tag, host, signal)),
    ]);
    problems.push(...fileProblems);
    const { body, assets, notices } = contentsOf(notes, files, inputs.checksums, name, forge, problems);
    if (problems.length > 0)
        throw notTried(problems);
    const survey = await collectProblems(problems, () => forge.survey(name));
    problems.push(...(survey?.problems ?? []));
    if (problems.length > 0 || survey === undefined)
        throw notTried(problems);
    const request = {
        tag: name,
        name: tag.name,
        body,
        draft: inputs.draft,
        prerelease: tag.prerelease,
        latest: tag.latest,
        assets,
        onExisting: inputs.onExisting,
        allowEmpty: inputs.allowEmpty,
    };
    const plan = forge.plan(request, survey);
    return { request, survey, plan, notices: [...notices, ...plan.notices] };
}
async function collectProblems(problems, check) {
    try {
        return await check();
    }
    catch (error) {
        if (!(error instanceof action/* ActionError */.lZ) || error.verdict !== "invalid")
            throw error;
        problems.push(...asProblems(error));
        return undefined;
    }
}
function notTried(problems) {
    const message = problems.length === 1 ? problems[0].what : `${problems.length} problems, found before anything was written`;
    return (0,action/* invalid */.Gq)(message, { problems });
}
function asProblems(stop) {
    const { problems, remedy } = stop.details;
    if (problems !== undefined && problems.length > 0)
        return problems;
    return [{ what: stop.message, ...(remedy !== undefined && { remedy }) }];
}

;// CONCATENATED MODULE: ./actions/publish-release/release-tag.ts


function releaseTag(tag, inputs, config) {
    const configured = config.components ?? [];
    const components = inputs.components.length > 0
        ? inputs.components
        : configured.map((component) => ({
            name: component.name,
            format: component["tag-format"],
            scheme: component.scheme,
        }));
    const rules = (0,packages_version/* tagRules */.w8)({
        scheme: inputs.scheme,
        formats: inputs.tagFormat === undefined ? undefined : [inputs.tagFormat],
        components,
    });
    const parsed = (0,packages_version/* parseTag */.ED)(tag, rules);
    const { component, version } = parsed;
    const prerelease = inputs.prerelease === "auto" ? version.prerelease : inputs.prerelease === "true";
    const primary = primaryComponent(inputs, config, rules);
    return {
        parsed,
        rules,
        prerelease,
        name: inputs.name ?? (component === undefined ? version.text : `${component} ${version.text}`),
        path: configured.find(({ name }) => name === component)?.path,
        latest: (published) => {
            if (inputs.makeLatest !== "auto")
                return inputs.makeLatest === "true";
            if (prerelease || component !== primary)
                return false;
            return (0,packages_version/* isLatest */.eL)((0,packages_version/* parseTags */.rL)(published.filter((other) => !other.prerelease).map((other) => other.tag), rules), parsed);
        },
    };
}
function primaryComponent(inputs, config, rules) {
    const chosen = inputs.primaryComponent ?? config.components?.find(({ primary }) => primary === true)?.name;
    if (chosen === undefined)
        return rules.components.length === 1 ? rules.components[0] : undefined;
    if (rules.components.includes(chosen))
        return chosen;
    throw (0,action/* invalid */.Gq)(`${JSON.stringify(chosen)} is no declared component`, {
        problems: [
            {
                input: "primary-component",
                what: `${JSON.stringify(chosen)} is no declared component`,
                remedy: rules.components.length === 0 ? "Declare the components." : `Declared are ${rules.components.join(", ")}.`,
            },
        ],
    });
}
function packageKey({ parsed }, repository) {
    const name = parsed.component ?? repository.slice(repository.lastIndexOf("/") + 1);
    return { name: plain(name, /[A-Za-z0-9._-]/), version: plain(parsed.version.text, /[A-Za-z0-9_.+-]/) };
}
function plain(text, kept) {
    const characters = [...text].map((character) => (kept.test(character) ? character : "-")).join("");
    return characters.replace(/^[-.]+/, "") || "release";
}

;// CONCATENATED MODULE: ./actions/publish-release/report.ts

const OUTCOMES = {
    create: "A release will be made.",
    continue: "The draft of an earlier run will be completed and published.",
    update: "The release is there and will be brought up to date.",
    unchanged: "The release is there as it should be: nothing to write.",
};
function printPlan(io, plan) {
    io.info(OUTCOMES[plan.outcome]);
    for (const { method, path, what } of plan.writes)
        io.info(`  ${method} ${path}: ${what}`);
}
function planBlocks(tag, plan) {
    return [
        (0,packages_text/* heading */.R_)(`Plan for the release of ${tag}`, 3),
        (0,packages_text/* paragraph */.FY)(`Dry run, nothing was written. ${OUTCOMES[plan.outcome]}`),
        ...(plan.writes.length === 0
            ? []
            : [
                (0,packages_text/* list */.p_)(plan.writes.map(({ what }) => what), true),
            ]),
        ...(plan.notices.length === 0 ? [] : [(0,packages_text/* list */.p_)(plan.notices)]),
    ];
}
function releaseBlocks(tag, name, published, notices) {
    const { url, assets, done, changed } = published;
    return [
        (0,packages_text/* heading */.R_)(name, 3),
        (0,packages_text/* paragraph */.FY)([changed ? "Release " : "Release, unchanged: ", (0,packages_text/* link */.nf)(tag, url)]),
        ...(assets.length === 0 ? [] : [assetTable(published)]),
        ...(notices.length === 0 ? [] : [(0,packages_text/* list */.p_)(notices)]),
        ...(done.length === 0 ? [] : [(0,packages_text/* details */.zH)("What was done", [(0,packages_text/* list */.p_)(done, true)])]),
    ];
}
function assetTable({ assets }) {
    return (0,packages_text/* table */.tp)(["File", "Size", "SHA-256"], assets.map(({ name, size, sha256, url }) => [[(0,packages_text/* link */.nf)(name, url)], sizeInWords(size), [(0,packages_text/* code */.aY)(sha256)]]));
}
function sizeInWords(bytes) {
    const units = ["bytes", "KiB", "MiB", "GiB"];
    const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
    return power === 0 ? `${bytes} bytes` : `${(bytes / 1024 ** power).toFixed(1)} ${units[power]}`;
}

;// CONCATENATED MODULE: ./actions/publish-release/where.ts
const PUBLIC_API = { github: "https://api.github.com", gitlab: "https://gitlab.com/api/v4" };
function placeOf(inputs, host, problems) {
    const forge = forgeOf(inputs, host);
    if (forge === undefined)
        problems.push({
            input: "forge",
            what: "nothing here says whether the forge is GitHub or GitLab",
            remedy: "Set forge to github or gitlab.",
        });
    const repository = inputs.repository ?? host.repository;
    if (repository === undefined)
        problems.push({
            input: "repository",
            what: "nothing here says which repository is released",
            remedy: "Set repository, such as owner/name.",
        });
    if (forge === undefined || repository === undefined)
        return undefined;
    const elsewhere = inputs.apiUrl !== undefined && inputs.apiUrl !== host.apiUrl;
    return {
        forge,
        repository,
        apiUrl: apiUrlOf(inputs, host, forge),
        serverUrl: elsewhere || !speaks(host, forge) ? undefined : host.serverUrl,
        projectId: forge === "gitlab" && !elsewhere && repository === host.repository ? host.projectId : undefined,
    };
}
function originsOf(inputs, host) {
    const forge = forgeOf(inputs, host);
    if (forge === undefined)
        return [];
    const apiUrl = apiUrlOf(inputs, host, forge);
    return apiUrl === PUBLIC_API.github ? [apiUrl, "https://uploads.github.com"] : [apiUrl];
}
function apiUrlOf(inputs, host, forge) {
    return inputs.apiUrl ?? (speaks(host, forge) ? host.apiUrl : undefined) ?? PUBLIC_API[forge];
}
function speaks(host, forge) {
    return (host.kind === "github" || host.kind === "gitlab" ? host.kind : (kindOfApi(host.apiUrl) ?? forge)) === forge;
}
function forgeOf(inputs, host) {
    if (inputs.forge !== "auto")
        return inputs.forge;
    const given = kindOfApi(inputs.apiUrl);
    if (given !== undefined)
        return given;
    return host.kind === "github" || host.kind === "gitlab" ? host.kind : kindOfApi(host.apiUrl);
}
function kindOfApi(apiUrl) {
    if (apiUrl === undefined || !URL.canParse(apiUrl))
        return undefined;
    const { hostname, pathname } = new URL(apiUrl);
    if (pathname.replace(/\/$/, "").endsWith("/api/v4"))
        return "gitlab";
    return hostname === "api.github.com" || pathname.replace(/\/$/, "").endsWith("/api/v3") ? "github" : undefined;
}

;// CONCATENATED MODULE: ./actions/publish-release/action.ts







const inputs = {
    tag: (0,action/* text */.Qq)({
        description: "The tag to release. It must exist on the forge. Default: the tag whose push started the run.",
        optional: true,
        example: "v1.2.3",
    }),
    name: (0,action/* text */.Qq)({
        description: "The release's title. Default: the component and the version, from the tag.",
        optional: true,
    }),
    body: (0,action/* text */.Qq)({ description: "The release's text, in Markdown.", optional: true }),
    "body-file": (0,action/* text */.Qq)({
        description: "A file in the workspace that holds the text, instead of body.",
        optional: true,
        example: "RELEASE_NOTES.md",
        gitlab: "CHANGELOG_EXTRACT_BODY_FILE",
    }),
    "generate-notes": (0,action/* flag */.Jt)({
        description: "Add one line per commit since the previous tag of the same component. Needs the history: fetch-depth: 0.",
        default: false,
    }),
    "allow-empty": (0,action/* flag */.Jt)({ description: "Publish although there is no text.", default: false }),
    files: (0,action/* list */.p_)({
        address: true,
        description: "Files to attach: paths or patterns (*, ?, **) relative to the workspace. One that matches nothing is an error.",
        example: "dist/*.tar.gz",
    }),
    checksums: (0,action/* flag */.Jt)({ description: "Attach SHA256SUMS, the checksums of all files.", default: true }),
    draft: (0,action/* flag */.Jt)({ description: "Leave the release as a draft (GitHub).", default: false }),
    prerelease: (0,action/* choice */.Yq)(["auto", "true", "false"], {
        description: "Mark as a prerelease (GitHub). auto: by the tag's version.",
        default: "auto",
    }),
    "make-latest": (0,action/* choice */.Yq)(["auto", "true", "false"], {
        description: "Mark as the latest release (GitHub). auto: when it is the highest stable version of the primary component.",
        default: "auto",
    }),
    "primary-component": (0,action/* text */.Qq)({
        description: "The component that make-latest: auto is about. Default: the one marked primary in release-actions.yml.",
        optional: true,
    }),
    "on-existing": (0,action/* choice */.Yq)(["update", "fail"], {
        description: "What to do when the release is published already and differs. An immutable release is never changed.",
        default: "update",
    }),
    components: (0,action/* list */.p_)({ description: "The declared components. Default: those of release-actions.yml." }),
    "tag-format": (0,action/* text */.Qq)({
        description: "How tags are written. Default: v{version}-{component} with components, else v{version}.",
        optional: true,
        example: "{component}/v{version}",
    }),
    scheme: (0,action/* choice */.Yq)(["semver", "pep440", "calver"], {
        description: "How versions are written. Default: semver, or what release-actions.yml says.",
        optional: true,
    }),
    forge: (0,action/* choice */.Yq)(["auto", "github", "gitlab"], {
        description: "Where the release is made. auto: where the run takes place.",
        default: "auto",
    }),
    repository: (0,action/* text */.Qq)({
        address: true,
        description: "owner/name, or a GitLab project's full path. Default: the repository of the run.",
        optional: true,
    }),
    "api-url": (0,action/* text */.Qq)({
        address: true,
        description: "The forge's REST address. Default: that of the run, else github.com's or gitlab.com's.",
        optional: true,
        example: "https://gitlab.example/api/v4",
    }),
    "allow-http": (0,action/* flag */.Jt)({ description: "Take an http address that is not on this machine.", default: false }),
    token: (0,action/* text */.Qq)({
        description: "GitHub: a token with contents: write. GitLab: the job token, or an access token with the scope api.",
        secret: true,
        credential: true,
        optional: true,
        github: "${{ github.token }}",
        gitlab: "CI_JOB_TOKEN",
    }),
};
const outputs = {
    url: action/* output */.CG.text("The release's page."),
    id: action/* output */.CG.text("GitHub: the release's id. GitLab: its tag."),
    assets: action/* output */.CG.json("The attached files: name, size, sha256 and url of each."),
    created: action/* output */.CG.flag("This run published the release, or made the draft."),
    changed: action/* output */.CG.flag("This run wrote anything."),
};
/* harmony default export */ const publish_release_action = ((0,action/* defineAction */.QP)({
    name: "publish-release",
    description: "Publishes the release of a tag on GitHub or GitLab, with its notes and files, exactly once.",
    inputs,
    outputs,
    permissions: {
        github: { contents: "write" },
        gitlab: "The job token suffices. For a protected tag, whoever starts the pipeline must be allowed to create that tag.",
    },
    services: ["github", "gitlab"],
    endpoints: {
        description: ["The forge's REST API", "GitHub: the upload service that the release names (uploads.github.com)"],
        origins: (given, host) => originsOf(given, host),
        credentials: (given, host) => originsOf(given, host).slice(0, 1),
    },
    changes: true,
    async run(context) {
        const { tag, place } = await resolveTag(context);
        const forge = openForge(place.forge, {
            ...place,
            token: context.inputs.token,
            package: packageKey(tag, place.repository),
            io: context.io,
            signal: context.signal,
            clock: context.clock,
            network: context.host.network,
            endpoints: context.endpoints,
            allowHttp: context.inputs.allowHttp,
        });
        try {
            return await publish(context, tag, forge);
        }
        finally {
            forge.close();
        }
    },
}));
const NO_TAG = {
    input: "tag",
    what: "the run was not started by a tag, and no tag is given",
    remedy: "Set tag, such as v1.2.3.",
};
const NO_TOKEN = {
    input: "token",
    what: "there is no token",
    remedy: "Give one that may write releases: contents: write on GitHub, the scope api on GitLab.",
};
async function resolveTag({ inputs, host }) {
    const problems = [];
    const name = inputs.tag ?? host.pushedTag;
    if (name === undefined)
        problems.push(NO_TAG);
    if (inputs.token === undefined)
        problems.push(NO_TOKEN);
    const place = placeOf(inputs, host, problems);
    if (place?.forge === "gitlab" && inputs.draft) {
        problems.push({
            input: "draft",
            what: "GitLab has no draft releases",
            remedy: "Set draft to false, and publish in a later job where that is what you need.",
        });
    }
    const tag = name === undefined
        ? undefined
        : await collectProblems(problems, async () => releaseTag(name, inputs, await (0,config.loadConfig)({ host, inputs })));
    if (inputs.makeLatest === "true" && tag?.prerelease === true) {
        problems.push({
            input: "make-latest",
            what: "a prerelease cannot be the latest release",
            remedy: "Set make-latest to auto or false.",
        });
    }
    if (problems.length > 0 || tag === undefined || place === undefined)
        throw notTried(problems);
    return { tag, place };
}
const NEXT = "Run this job again: it looks up what exists and does only what is missing.";
async function publish(context, tag, forge) {
    const { inputs, io, journal } = context;
    const { request, survey, plan, notices } = await prepare(context, tag, forge);
    printPlan(io, plan);
    for (const notice of notices)
        io.notice(notice);
    if (inputs.dryRun) {
        if (inputs.summary)
            io.summary(...planBlocks(request.tag, plan));
        const urlOf = (name) => forge.assetUrl(request.tag, name);
        const assets = request.assets.map(({ name, size, sha256 }) => ({ name, size, sha256, url: urlOf(name) }));
        const verdict = plan.writes.length === 0 ? "unchanged" : "passed";
        return { verdict, url: plan.url, assets, created: false, changed: false };
    }
    journal.intend(plan.writes.map(({ what }) => what));
    if (plan.writes.length > 0)
        journal.next(NEXT);
    const published = await forge.publish(request, survey, journal);
    if (inputs.summary)
        io.summary(...releaseBlocks(request.tag, request.name, published, notices));
    io.info(`${published.changed ? "published" : "unchanged"}: ${published.url}`);
    return resultOf(published);
}
function resultOf({ url, id, assets, created, changed }) {
    return { verdict: changed ? "done" : "unchanged", url, id, assets, created, changed };
}


/***/ })

};
;