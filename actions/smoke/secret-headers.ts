import { FORGE_TOKEN_REFUSED, isForgeToken, type Problem } from "@release-actions/action";

/** Headers with secrets in them, by the one origin that each may go to. */
export type SecretHeaders = ReadonlyMap<string, readonly SecretHeader[]>;

export interface SecretHeader {
  readonly name: string;
  readonly value: string;
}

const ONE_CREDENTIAL = "only one of Authorization, Cookie, Private-Token and Job-Token can be sent to an origin";
const LINE = "Write each on a line of its own: https://service.example.com Authorization: Bearer …";

/** `https://service.example.com Authorization: Bearer …` on each line. No message shows more of it than the line's number. */
export function readSecretHeaders(given: string | undefined, problems: Problem[] = []): SecretHeaders {
  const found = new Map<string, { name: string; value: string }[]>();
  for (const [index, line] of (given ?? "").split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const wrong = (what: string, remedy = LINE) =>
      void problems.push({ input: "headers", what: `headers, line ${index + 1}: ${what}`, remedy });
    const [, address = "", name = "", value = ""] = /^\s*(\S+)\s+([^\s:]+):\s*(\S.*)$/.exec(line) ?? [];
    if (!/^https?:\/\/[^/?#@]+\/?$/.test(address) || !URL.canParse(address)) {
      wrong("it does not begin with the origin that the header may go to");
    } else if (!isHeaderName(name) || !/^[\t\x20-\x7e\x80-\xff]+$/.test(value)) {
      wrong("there is no header behind the origin");
    } else if (isForgeToken(value)) {
      wrong(`it ${FORGE_TOKEN_REFUSED}`, "Give the service's own secret.");
    } else {
      const { origin } = new URL(address);
      const others = found.get(origin) ?? [];
      if (others.some((one) => one.name === name.toLowerCase()))
        wrong("the same header stands there twice", "Remove one.");
      else if (isReserved(name) && others.some((one) => isReserved(one.name))) wrong(ONE_CREDENTIAL, "Remove one.");
      else found.set(origin, [...others, { name: name.toLowerCase(), value: value.trim() }]);
    }
  }
  return found;
}

/** All that a service may repeat of a header: its value, what follows a scheme such as Bearer, a password, a cookie's own value. */
export function secretsIn({ name, value }: SecretHeader): string[] {
  const rest = value.slice(value.indexOf(" ") + 1);
  const cookies = name === "cookie" ? value.split(";").map((pair) => pair.slice(pair.indexOf("=") + 1).trim()) : [];
  const account = /^basic /i.test(value) ? Buffer.from(rest.trim(), "base64").toString("utf8") : "";
  return [value, rest, ...cookies, ...(account === "" ? [] : [account, account.slice(account.indexOf(":") + 1)])];
}

/** Headers that the client takes as a credential alone. */
export function isReserved(name: string): boolean {
  return ["authorization", "cookie", "private-token", "job-token"].includes(name.toLowerCase());
}

export function isHeaderName(name: string): boolean {
  return /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/.test(name);
}
