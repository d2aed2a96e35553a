"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withHttp),
/* harmony export */   Q: () => (/* binding */ HttpClient)
/* harmony export */ });
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6698);
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_async_hooks__WEBPACK_IMPORTED_MODULE_0__);

const current = new node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage();
async function withHttp(context, call) {
    const state = { context };
    try {
        return await current.run(state, call);
    }
    catch (error) {
        throw state.failure ?? error;
    }
}
class HttpClient {
    #userAgent;
    #handlers;
    #options;
    constructor(userAgent, handlers = [], options = {}) {
        this.#userAgent = userAgent;
        this.#handlers = handlers;
        this.#options = options;
    }
    async getJson(address, additionalHeaders = {}) {
        const state = current.getStore();
        if (state === undefined)
            throw new Error("This request was made outside withHttp, so there is no HTTP client for it.");
        try {
            return await this.#read(state.context, address, additionalHeaders);
        }
        catch (error) {
            state.failure = error;
            throw error;
        }
    }
    getAgent() {
        return undefined;
    }
    getAgentDispatcher() {
        return undefined;
    }
    async #read({ deadline, permission, accept, ...options }, address, additionalHeaders) {
        const { openHttp } = await __webpack_require__.e(/* import() */ 9480).then(__webpack_require__.bind(__webpack_require__, 9480));
        const { origin } = new URL(address);
        const { authorization, ...headers } = this.#headers(additionalHeaders);
        const http = openHttp({ ...options, endpoints: [origin] });
        try {
            const api = http.api(origin, {
                headers,
                deadline,
                permission,
                credential: authorization === undefined ? undefined : { header: "authorization", value: authorization },
                attempts: this.#options.allowRetries === true ? undefined : 1,
            });
            const reply = await api.read({ path: [], address });
            const result = reply.json();
            accept?.(result);
            return { statusCode: reply.status, result: result, headers: reply.headers };
        }
        finally {
            http.close();
        }
    }
    #headers(additionalHeaders) {
        const options = { headers: { ...additionalHeaders } };
        for (const handler of this.#handlers)
            handler.prepareRequest(options);
        const headers = Object.entries(options.headers).map(([name, value]) => [name.toLowerCase(), value]);
        return { ...(this.#userAgent !== undefined && { "user-agent": this.#userAgent }), ...Object.fromEntries(headers) };
    }
}


/***/ });
