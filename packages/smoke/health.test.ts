import { describe, expect, test } from "@jest/globals";
import type { Reply } from "@release-actions/http";
import { judgeHealth } from "./health.ts";

describe("delivery.md 42: a health page is judged by its body", () => {
  const problemOf = (body: string, type: string): string | undefined => {
    const reply: Reply = {
      status: 200,
      headers: { "content-type": type },
      url: "http://a.example/",
      redirectedTo: undefined,
      bytes: Buffer.from(body),
      text: () => body,
      json: () => JSON.parse(body) as never,
    };
    return judgeHealth(reply)[0]?.what;
  };
  test.each([
    ["", "text/plain"],
    ["OK", "text/plain"],
    ['{"status":"UP","components":{"db":{"status":"UP","details":{"state":"leader"}}}}', "application/json"],
    ['{"status":"pass","checks":{"a:b":[{"status":"pass"}]}}', "application/health+json"],
    ['{"uptime":12}', "application/json"],
    ['{"health":"true","reason":""}', "application/json"],
    ['"healthy"', "application/json"],
    ['{"status":200,"success":"true"}', "application/json"],
    ["true", "application/json"],
    ["Prometheus Server is Healthy.\n", "text/plain"],
    ['{"status":"ok"}', "text/plain"],
  ])("%s (%s) is healthy", (body, type) => expect(problemOf(body, type)).toBeUndefined());

  test.each([
    ['{"status":"UP","components":{"db":{"status":"DOWN"}}}', "application/json", 'components.db.status: "DOWN"'],
    [
      '{"status":"pass","checks":{"a:b":[{"status":"fail"}]}}',
      "application/health+json",
      'checks.a:b[0].status: "fail"',
    ],
    ['{"status":"sort of"}', "application/json", 'status: "sort of"'],
    ['{"healthy":false}', "application/json", "healthy: false"],
    ["false", "application/json", "false"],
    ['{"healthy":"false"}', "application/json", 'healthy: "false"'],
    ['{"db":{"reachable":"no"}}', "application/json", 'db.reachable: "no"'],
    ['{"status":false}', "application/json", "status: false"],
    ['{"status":null}', "application/json", "status: null"],
    ['{"status":503}', "application/json", "status: 503"],
    ['{"health":"false"}', "application/json", 'health: "false"'],
    ['"degraded"', "application/json", '"degraded"'],
    ['{"status":"unhealthy"}', "text/plain", 'status: "unhealthy"'],
    ["service is down", "text/plain", "service is down"],
    ["not ready", "text/plain", "not ready"],
    ['{"status":', "text/plain", "cut off"],
    ["<!DOCTYPE html><html></html>", "text/plain", "HTML"],
  ])("%s (%s) is not healthy", (body, type, words) => expect(problemOf(body, type)).toContain(words));
});
