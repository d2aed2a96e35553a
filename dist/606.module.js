"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  KNOWN_HINTS: () => (/* reexport */ KNOWN_HINTS),
  B: () => (/* reexport */ SERVICES),
  findHint: () => (/* reexport */ findHint),
  readHints: () => (/* reexport */ readHints)
});

;// CONCATENATED MODULE: ./packages/action/hints/find.ts
const SERVICES = ["any", "git", "github", "gitlab", "jira", "kubernetes", "prometheus", "quay"];
const LONGEST = 20_000;
function readHints(own) {
    return own.flatMap(({ match, ...rest }) => {
        const words = plainWords(match).trim();
        return words === "" ? [] : [{ ...rest, match: words.split(" ") }];
    });
}
function findHint(error, services, rules) {
    const words = plainWords(error);
    const fits = ({ match }) => match.length > 0 && match.every((part) => words.includes(plainWords(part)));
    return (rules.find((rule) => rule.service !== "any" && services.includes(rule.service) && fits(rule)) ??
        rules.find((rule) => rule.service === "any" && fits(rule)));
}
function plainWords(text) {
    return ` ${text
        .slice(0, LONGEST)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim()} `;
}

;// CONCATENATED MODULE: ./packages/action/hints/known.ts
const KNOWN_HINTS = [
    ...hints("quay", ["manifest unknown", "name unknown", "image not found", "tag not found", "has not pushed it"], {
        hint: "The build has not finished, or it failed: look at its pipeline run. Konflux tags images with the full commit SHA of 40 digits only.",
        command: "oc get pipelineruns --sort-by=.metadata.creationTimestamp",
    }),
    ...hints("quay", ["unauthorized", "unauthorised", "authentication required", "denied", "forbidden", "does not let"], {
        hint: "The registry does not know the account, or the account may not see the repository: renew its token and sign in again.",
        command: "skopeo login quay.io",
    }),
    ...hints("kubernetes", ["unauthorized", "must be logged in", "token has expired", "token is expired"], {
        hint: "The token has expired, or belongs to another cluster: sign in again, or renew the service account's token.",
        command: "oc login --web",
    }),
    ...hints("kubernetes", ["component not found", "components not found", "no component"], {
        hint: "The component has another name in this namespace, or is in another one: list them.",
        command: "oc get components",
    }),
    {
        service: "kubernetes",
        match: ["components appstudio redhat com", "not found"],
        hint: "The component has another name in this namespace, or is in another one: list them.",
        command: "oc get components",
    },
    ...hints("kubernetes", ["already exists", "alreadyexists"], {
        hint: "An earlier run made it, perhaps for this very release: list the releases and follow the one that is there.",
        command: "oc get releases --sort-by=.metadata.creationTimestamp",
    }),
    ...hints("kubernetes", ["forbidden"], {
        hint: "The account is known and lacks the right, or namespace names another tenant: see what it may do.",
        command: "oc auth can-i --list",
    }),
    ...hints("github", ["already exists", "already_exists"], {
        hint: "An earlier run, or a person, made it: list the releases and their tags.",
        command: "gh release list",
    }),
    ...hints("github", ["bad credentials", "unauthorized"], {
        hint: "The token has expired or was revoked. A job's own token works only while its job runs.",
        command: "gh auth status",
    }),
    ...hints("gitlab", ["already exists", "has already been taken"], {
        hint: "An earlier run, or a person, made it: list the releases and their tags.",
        command: "glab release list",
    }),
    ...hints("gitlab", ["unauthorized", "invalid token", "insufficient scope"], {
        hint: "The token has expired, was revoked, or lacks the scope api.",
        command: "glab auth status",
    }),
    ...hints("jira", ["unauthorized", "rejected the credential", "not authenticated"], {
        hint: "The API token has expired or was revoked: make a new one. Atlassian's live a year at most.",
    }),
    ...hints("prometheus", ["unauthorized", "forbidden"], {
        hint: "The token has expired, or its account may not read metrics. On OpenShift it needs the role cluster-monitoring-view.",
        command: "oc whoami -t",
    }),
    ...hints("git", ["authentication failed", "could not read username", "terminal prompts disabled"], {
        hint: "The checkout has no credential, or one that has expired: give a token that may read the repository.",
    }),
    ...hints("any", [
        "no route to host",
        "ehostunreach",
        "enetunreach",
        "network is unreachable",
        "the host cannot be reached",
        "the network cannot be reached",
    ], vpn()),
    ...hints("any", [
        "no such host",
        "enotfound",
        "name or service not known",
        "could not resolve host",
        "the host name is unknown",
        "the name could not be looked up",
    ], vpn()),
    ...hints("any", ["too many requests", "rate limit", "rate limited", "ratelimit", "answered 429"], {
        hint: "The service limits how often it is queried: wait some minutes, and let fewer jobs ask at once.",
    }),
];
function vpn() {
    return {
        hint: "Is the VPN connected? Internal hosts are reached through it alone, and a hosted runner has none: use a runner inside the network.",
    };
}
function hints(service, said, hint) {
    return said.map((text) => ({ service, match: [text], ...hint }));
}

;// CONCATENATED MODULE: ./packages/action/hints/index.ts




/***/ });
