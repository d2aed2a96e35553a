import { describe, expect, test } from "@jest/globals";
import { formatBytes, formatCount, formatDay, formatDuration, isDay, pluralize } from "./format.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe("formatDuration", () => {
  test.each([
    [0, "0 ms"],
    [350.4, "350 ms"],
    [999.6, "1 s"],
    [2_540, "2.5 s"],
    [59_949, "59.9 s"],
    [59_950, "1 min"],
    [90 * SECOND, "1 min 30 s"],
    [10 * MINUTE, "10 min"],
    [HOUR - 400, "1 h"],
    [2 * HOUR + 5 * MINUTE + 7 * SECOND, "2 h 5 min"],
    [DAY, "1 day"],
    [3 * DAY + 4 * HOUR, "3 days 4 h"],
    [3 * DAY + 4 * MINUTE, "3 days"],
  ])("%d ms: %s", (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });
});

describe("formatDuration in one unit, for ages", () => {
  test.each([
    [10 * MINUTE + 59 * SECOND, "10 min"],
    [47 * HOUR, "1 day"],
    [2_540, "2.5 s"],
  ])("%d ms: %s", (milliseconds, text) => {
    expect(formatDuration(milliseconds, 1)).toBe(text);
  });
});

describe("formatBytes", () => {
  test.each([
    [0, "0 bytes"],
    [1, "1 byte"],
    [1_023, "1023 bytes"],
    [1_536, "1.5 KiB"],
    [1024 * 1024 - 1, "1.0 MiB"],
    [10 * 1024 ** 2, "10.0 MiB"],
    [5 * 1024 ** 5, "5120.0 TiB"],
  ])("%d: %s", (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe("formatCount and pluralize", () => {
  test("only one is singular", () => {
    expect([0, 1, 2].map((count) => formatCount(count, "check"))).toEqual(["0 checks", "1 check", "2 checks"]);
    expect([1, 2].map((count) => pluralize(count, "is", "are"))).toEqual(["is", "are"]);
  });
});

describe("days", () => {
  test.each([
    ["2025-01-31", true],
    ["2024-02-29", true],
    ["2025-02-29", false],
    ["2025-13-01", false],
    ["2025-1-31", false],
    ["2025-01-31T00:00:00Z", false],
    ["", false],
  ])("%j is a day: %j", (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  test("a time is written as its day in UTC", () => {
    expect(formatDay(Date.UTC(2025, 0, 31, 23, 59))).toBe("2025-01-31");
  });
});
