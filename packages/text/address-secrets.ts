/** `scheme://userinfo@`, up to the last @ before the path (RFC 3986, section 3.2.1). */
const USER_INFO = /([a-z][a-z0-9+.-]{0,40}):\/\/([^\s/?#"'<>]{1,4000})@/gi;
/** `user:password@host` without a scheme, as in image references; `name:tag@sha256:…` does not match. */
const BARE_USER_INFO = /^([^\s/:@]{1,200}):([^\s/@]{1,4000})@(?!sha\d)/;
const PARAMETER = /[?&;#]([\w.[\]-]{1,80})=([^&;#\s"'<>]{1,8000})/g;

const SECRET_NAMES =
  /(?:^|[\w.[\]-]*[_.[\]-])(?:token|secret|passw(?:or)?d|pwd|api[_-]?key|sig|signature|credentials?|jwt|assertion)\]?$/i;
/** What is often a secret, and as often a page's key or a switch. */
const DOUBTFUL_NAMES = /(?:^|[\w.[\]-]*[_.[\]-])(?:key|auth|session|code)\]?$/i;
/** Names of accounts that belong to no one, with the secret behind them or before them. */
const PUBLIC_NAMES = new Set(["git", "oauth2", "x-access-token", "x-oauth-basic", "gitlab-ci-token", "token", "user"]);
const NO_ADDRESS = new Set(["mailto", "xmpp", "sip", "tel", "data"]);
const SHORTEST = 4;
/** A user name, alone or with a password, is a secret only if it is as long as a token. */
const SHORTEST_ALONE = 8;
const SHORTEST_BESIDE = 20;
const SHORTEST_PARAMETER = 8;
const SHORTEST_DOUBTFUL = 16;

/**
 * The secrets in a text's URLs: passwords and tokens in the user info, and values of parameters whose names suggest a
 * secret. Each as written and decoded.
 */
export function secretsInAddresses(text: string): string[] {
  const found = new Set<string>();
  for (const [, scheme = "", info = ""] of text.matchAll(USER_INFO)) {
    addUserInfo(found, info, /^https?$/i.test(scheme));
  }
  for (const item of text.split(/[\n,|]/)) {
    const [, user = "", password = ""] = BARE_USER_INFO.exec(item.trim()) ?? [];
    if (password !== "" && !NO_ADDRESS.has(user.toLowerCase())) addUserInfo(found, `${user}:${password}`, false);
  }
  for (const [, name = "", value = ""] of text.matchAll(PARAMETER)) {
    if (SECRET_NAMES.test(name)) add(found, value, SHORTEST_PARAMETER);
    else if (DOUBTFUL_NAMES.test(name)) add(found, value, SHORTEST_DOUBTFUL);
  }
  return [...found];
}

function addUserInfo(found: Set<string>, info: string, isWeb: boolean): void {
  const colon = info.indexOf(":");
  const [user, password] = colon < 0 ? [info, ""] : [info.slice(0, colon), info.slice(colon + 1)];
  if (!PUBLIC_NAMES.has(password.toLowerCase())) add(found, password, SHORTEST);
  const isAlone = password === "" || PUBLIC_NAMES.has(password.toLowerCase());
  if (!PUBLIC_NAMES.has(user.toLowerCase())) add(found, user, isAlone && isWeb ? SHORTEST_ALONE : SHORTEST_BESIDE);
}

function add(found: Set<string>, secret: string, least: number): void {
  if (secret.length < least) return;
  found.add(secret);
  try {
    found.add(decodeURIComponent(secret));
  } catch {
    // Not percent-encoded: the literal value is the secret.
  }
}
