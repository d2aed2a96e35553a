"use strict";
exports.id = 3384;
exports.ids = [3384];
exports.modules = {

/***/ 3384:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openRemoteAccess: () => (/* binding */ openRemoteAccess)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./packages/git/authorities.ts



const SYSTEM_BUNDLES = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"];
async function trustedAuthorities(options) {
    const extra = options.network?.certificateAuthorities;
    if (extra === undefined)
        return {};
    const own = await (0,promises_.readFile)(extra, "utf8").catch((cause) => {
        throw (0,action/* invalid */.Gq)(`the certificate authorities in ${extra} cannot be read`, { remedy: "Name a PEM file.", cause });
    });
    const path = (0,external_node_path_.join)(options.temporary, "git-authorities.pem");
    await (0,promises_.writeFile)(path, `${await systemAuthorities()}\n${own}`, { mode: 0o600 });
    return { GIT_SSL_CAINFO: path };
}
async function systemAuthorities() {
    for (const path of SYSTEM_BUNDLES) {
        const bundle = await (0,promises_.readFile)(path, "utf8").catch(() => undefined);
        if (bundle !== undefined)
            return bundle;
    }
    const { rootCertificates } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1692, 23));
    return rootCertificates.join("\n");
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./packages/git/credential.ts




const CREDENTIAL_FD = 3;
const HELPER = `!f() { test "$1" = get && cat /dev/fd/${CREDENTIAL_FD}; }; f`;
function credentialSettings(origin) {
    return { [`credential.${origin}.helper`]: HELPER };
}
async function openCredential(temporary, credential) {
    for (const what of ["username", "secret"]) {
        const text = credential[what];
        if (text === "" || /[\r\n\0]/.test(text)) {
            throw (0,action/* invalid */.Gq)(`the git credential's ${what} is empty or contains a line break or NUL`, {
                remedy: "Give the token as one line; a secret pasted with its line break is the usual cause.",
            });
        }
    }
    return openNameless(temporary, `username=${credential.username}\npassword=${credential.secret}\n`).catch((cause) => {
        throw (0,action/* undecided */.oo)(`the temporary directory ${temporary} cannot be written`, {
            remedy: "Free space, or fix the permissions of the temporary directory.",
            cause,
        });
    });
}
async function openNameless(directory, text) {
    const path = (0,external_node_path_.join)(directory, `credential-${(0,external_node_crypto_.randomUUID)()}`);
    const handle = await (0,promises_.open)(path, promises_.constants.O_RDWR | promises_.constants.O_CREAT | promises_.constants.O_EXCL, 0o600);
    try {
        await (0,promises_.unlink)(path);
        await handle.write(text);
        return handle;
    }
    catch (error) {
        await handle.close();
        throw error;
    }
}
function withoutSecret(text, credential) {
    if (credential === undefined)
        return text;
    const { username, secret } = credential;
    const forms = [secret, encodeURIComponent(secret), base64(secret), base64(`${username}:${secret}`)];
    return forms.filter((form) => form.length >= 4).reduce((rest, form) => rest.replaceAll(form, "***"), text);
}
function base64(text) {
    return Buffer.from(text).toString("base64");
}

// EXTERNAL MODULE: ./packages/git/environment.ts
var environment = __webpack_require__(3828);
// EXTERNAL MODULE: ./packages/git/remote-url.ts
var remote_url = __webpack_require__(3639);
;// CONCATENATED MODULE: ./packages/git/remote-access.ts





async function openRemoteAccess(options, remote) {
    const { protocol, origin } = (0,remote_url/* remoteAddress */.fn)(remote);
    const credential = protocol === "file" ? undefined : remote.credential;
    if (credential !== undefined) {
        const rules = options.network?.credentials ?? new action/* CredentialRules */.v0();
        rules.insist([credential.username, credential.secret], origin);
    }
    const authorities = protocol === "https" ? await trustedAuthorities(options) : {};
    const handle = credential === undefined ? undefined : await openCredential(options.temporary, credential);
    return {
        protocol,
        environment: { ...(0,environment/* proxyEnvironment */.wP)(options.network), ...authorities },
        config: credential === undefined ? {} : credentialSettings(origin),
        descriptor: handle?.fd,
        clean: (text) => withoutSecret(text, credential),
        close: async () => handle?.close(),
    };
}


/***/ })

};
;