import { describe, expect, test } from "@jest/globals";
import { backoff, isTurnedAway, parseRetryAfter, retryAfter } from "./waits.ts";

const NOW = Date.UTC(2025, 0, 1);
const DATE = "Wed, 01 Jan 2025 12:00:00 GMT";

function reply(status: number, headers: Record<string, string>, body = "") {
  return { status, headers, bytes: Buffer.from(body), address: undefined, early: false };
}

describe("retryAfter", () => {
  test.each([
    ["0", 0],
    ["5", 5_000],
    [" 120 ", 120_000],
    ["999999", 999_999_000],
    ["1000000", undefined],
    ["1e9", undefined],
    ["Infinity", undefined],
    ["-5", undefined],
    ["+5", undefined],
    ["0x10", undefined],
    ["1.5", undefined],
    ["5 s", undefined],
    ["", undefined],
    ["Wed, 01 Jan 2025 12:00:30 GMT", 30_000],
    ["Wed, 01 Jan 2025 11:00:00 GMT", 0],
    ["Wed, 41 Jan 2025 12:00:30 GMT", undefined],
    ["2025-01-01T12:00:30Z", undefined],
    ["Wednesday, 01-Jan-25 12:00:30 GMT", undefined],
  ])("security D77: reads Retry-After %j as %s ms, by the server's own clock", (value, milliseconds) => {
    expect(parseRetryAfter({ "retry-after": value, date: DATE }, NOW)).toBe(milliseconds);
  });

  test.each([
    [reply(429, {}), undefined],
    [reply(429, { "retry-after": "7" }), 7_000],
    [reply(429, { "x-github-request-id": "a" }), 60_000],
    [reply(403, { "x-github-request-id": "a" }, "You have exceeded a secondary rate limit"), 60_000],
    [reply(403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(NOW / 1000 + 90) }), 90_000],
    [
      reply(403, {
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": String(Date.parse(DATE) / 1000 + 90),
        date: DATE,
      }),
      90_000,
    ],
    [reply(429, { "ratelimit-remaining": "0", "ratelimit-reset": String(NOW / 1000 - 90) }), 1_000],
    [reply(429, { "ratelimit-remaining": "0", "ratelimit-reset": "15" }), 15_000],
    [reply(403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "soon" }), undefined],
  ])("finds the wait that a server requests: case %#", (answer, milliseconds) => {
    expect(retryAfter(answer, NOW)).toBe(milliseconds);
  });

  test("treats only a rate limit or a 503 with a time as a wait; a plain 403 is an answer", () => {
    expect(isTurnedAway(reply(429, {}, "<html>"))).toBe(true);
    expect(isTurnedAway(reply(503, { "retry-after": "1" }))).toBe(true);
    expect(isTurnedAway(reply(503, {}))).toBe(false);
    expect(isTurnedAway(reply(403, {}))).toBe(false);
    expect(isTurnedAway(reply(403, { "x-ratelimit-remaining": "4999" }))).toBe(false);
    expect(isTurnedAway(reply(403, { "retry-after": "1" }))).toBe(true);
  });
});

describe("backoff", () => {
  test("is a random time up to a bound that doubles and is capped", () => {
    expect([1, 2, 3, 4, 20].map((attempt) => backoff(attempt, () => 0.5))).toEqual([500, 1000, 2000, 4000, 15_000]);
    expect(backoff(3, () => 0)).toBe(0);
  });
});
