"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ openForgeApi)
/* harmony export */ });
/* harmony import */ var _release_actions_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9480);

function openForgeApi(forge, options) {
    const { http, apiUrl, token, tokenKind, ...apiOptions } = options;
    if (token === undefined)
        return http.api(apiUrl, apiOptions);
    const credentials = forge === "github" || tokenKind === "bearer"
        ? [{ header: "authorization", value: `Bearer ${token}` }]
        : gitLabCredentials(token, tokenKind ?? http.kindOf(token));
    const [first, second] = credentials.map((credential) => http.api(apiUrl, { ...apiOptions, credential }));
    return second === undefined ? first : withEither(first, second);
}
function gitLabCredentials(value, kind) {
    const asJob = { header: "job-token", value };
    const asPrivate = { header: "private-token", value };
    if (kind === "job" || kind === "gitlab-job" || kind === "jwt")
        return [asJob];
    return kind === "private" || kind === "gitlab" ? [asPrivate] : [asPrivate, asJob];
}
function withEither(first, second) {
    let settled = first;
    async function either(ask, statusOf) {
        const used = settled;
        const end = await outcomeOf(ask(used), statusOf);
        if (used === second || end.status !== 401)
            return end.value();
        const other = await outcomeOf(ask(second), statusOf);
        if (other.status === 401)
            return end.value();
        if (other.status !== undefined)
            settled = second;
        return other.value();
    }
    async function* pages(request) {
        const start = async (api) => {
            const walk = api.pages(request);
            return { walk, page: await walk.next() };
        };
        const { walk, page } = await either(start, ({ page: { value } }) => value?.status);
        if (page.done === true)
            return;
        yield page.value;
        yield* walk;
    }
    return {
        base: first.base,
        origin: first.origin,
        read: (request) => either((api) => api.read(request), ({ status }) => status),
        pages,
        lines: (request) => settled.lines(request),
        write: (request) => settled.write(request),
        sendOnce: (request) => settled.sendOnce(request),
    };
}
async function outcomeOf(work, statusOf) {
    try {
        const value = await work;
        return { status: statusOf(value), value: () => value };
    }
    catch (error) {
        if (!(error instanceof _release_actions_http__WEBPACK_IMPORTED_MODULE_0__.HttpError))
            throw error;
        return {
            status: error.status,
            value: () => {
                throw error;
            },
        };
    }
}


/***/ });
