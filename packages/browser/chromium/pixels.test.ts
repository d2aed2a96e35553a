import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { deflateSync } from "node:zlib";
import { isBlank, readPng } from "./pixels.ts";

/** A PNG whose rows are filtered as told. */
function png(width: number, height: number, pixels: Buffer, filters: readonly number[], channels: 3 | 4 = 3): Buffer {
  const stride = width * channels;
  const rows = Array.from({ length: height }, (_, row) => {
    const filter = filters[row % filters.length]!;
    const line = Buffer.alloc(stride + 1);
    line[0] = filter;
    for (let index = 0; index < stride; index += 1) {
      const at = (x: number, y: number) => (x < 0 || y < 0 ? 0 : pixels[y * stride + x]!);
      const [left, above, corner] = [
        at(index - channels, row),
        at(index, row - 1),
        index < channels ? 0 : at(index - channels, row - 1),
      ];
      const guess = left + above - corner;
      const paeth = [left, above, corner].reduce(
        (best, one) => (Math.abs(guess - one) < Math.abs(guess - best) ? one : best),
        left,
      );
      line[index + 1] = pixels[row * stride + index]! - [0, left, above, (left + above) >> 1, paeth][filter]!;
    }
    return line;
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, channels === 3 ? 2 : 6, 0, 0, 0], 8);
  const data = deflateSync(Buffer.concat(rows));
  const half = data.length >> 1;
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", head),
    chunk("IDAT", data.subarray(0, half)),
    chunk("IDAT", data.subarray(half)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(0); // not looked at
  return Buffer.concat([length, body, sum]);
}

describe("readPng", () => {
  test("decodes every filter and both kinds of image exactly", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(3, 4),
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 255 })),
        async (width, height, channels, filters, values) => {
          const pixels = Buffer.from([...values.take(width * height * channels)]);
          const read = await readPng(png(width, height, pixels, filters, channels as 3 | 4));
          expect(read).toMatchObject({ width, height, channels });
          expect(read.pixels.equals(pixels)).toBe(true);
        },
      ),
    );
  });

  test("rejects files that are not such a PNG", async () => {
    const good = png(2, 2, Buffer.alloc(12), [0]);
    const broken = Buffer.from(good);
    broken.writeUInt32BE(3, 20);
    for (const file of [Buffer.alloc(0), Buffer.from("<html>"), broken]) await expect(readPng(file)).rejects.toThrow();
  });
});

function picture(paint: (x: number, y: number) => number) {
  const pixels = Buffer.alloc(100 * 50 * 3, 255);
  for (let at = 0; at < 100 * 50; at += 1) pixels.fill(paint(at % 100, Math.floor(at / 100)), at * 3, at * 3 + 3);
  return { width: 100, height: 50, channels: 3, pixels };
}
const ALL = { x: 0, y: 0, width: 100, height: 50 };

describe("isBlank", () => {
  test.each([
    ["one color", () => 255, true],
    ["invisible differences", (x: number) => 255 - (x % 8), true],
    ["a speck", (x: number, y: number) => (x < 3 && y < 3 ? 0 : 255), true],
    ["a letter", (x: number, y: number) => (x < 4 && y < 8 ? 0 : 255), false],
    ["a light letter", (x: number, y: number) => (x < 4 && y < 8 ? 240 : 255), false],
    ["halves", (x: number) => (x < 50 ? 0 : 255), false],
  ])("%s: blank is %s", (_, paint, blank) => {
    expect(isBlank(picture(paint), ALL)).toBe(blank);
  });

  test("only checks the box, and treats an empty box as blank", () => {
    const left = picture((x) => (x < 50 ? (x % 2) * 255 : 255));
    expect(isBlank(left, { x: 50, y: 0, width: 50, height: 50 })).toBe(true);
    expect(isBlank(left, { x: 40.5, y: 0.2, width: 59, height: 50 })).toBe(false);
    expect(isBlank(left, { x: 200, y: 0, width: 50, height: 50 })).toBe(true);
  });
});
