import { describe, expect, test } from "@jest/globals";
import { parseChallenge } from "./challenge.ts";

describe("parseChallenge", () => {
  test.each([
    [
      'Bearer realm="https://quay.io/v2/auth",service="quay.io",scope="repository:a/b:pull"',
      { scheme: "bearer", realm: "https://quay.io/v2/auth", service: "quay.io" },
    ],
    ["Bearer realm=https://x/t, service=x", { scheme: "bearer", realm: "https://x/t", service: "x" }],
    ['bearer service="a,b" , realm="https://x/"', { scheme: "bearer", realm: "https://x/", service: "a,b" }],
    ['Basic realm="test"', { scheme: "basic" }],
    ["Bearer", undefined],
    ['Bearer realm=""', undefined],
    ["Negotiate abc", undefined],
    ["", undefined],
  ])("reads %j", (header, challenge) => {
    expect(parseChallenge(header)).toEqual(challenge);
  });
});
