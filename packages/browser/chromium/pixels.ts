import type { Box } from "./probe.ts";

/** 8 bits per channel, rows from top to bottom. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** 3 (RGB) or 4 (RGBA). */
  readonly channels: number;
  readonly pixels: Buffer;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const TRUECOLOUR = 2;
const TRUECOLOUR_ALPHA = 6;
const MOST_PIXELS = 64 * 1024 * 1024;

/** Reads a PNG as browsers write screenshots: 8 bits, RGB or RGBA, not interlaced (PNG, 3rd edition). Throws an Error for all others. */
export async function readPng(file: Buffer): Promise<Picture> {
  if (!file.subarray(0, 8).equals(SIGNATURE)) throw new Error("not a PNG");
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const [depth, colour, , , interlace] = file.subarray(24, 29);
  if (depth !== 8 || (colour !== TRUECOLOUR && colour !== TRUECOLOUR_ALPHA) || interlace !== 0)
    throw new Error("an unsupported kind of PNG");
  if (width * height > MOST_PIXELS) throw new Error("the picture is too large");
  const channels = colour === TRUECOLOUR ? 3 : 4;
  const { inflateSync } = await import("node:zlib");
  const stride = width * channels;
  const filtered = inflateSync(Buffer.concat(dataChunks(file)), { maxOutputLength: height * (stride + 1) });
  if (filtered.length !== height * (stride + 1)) throw new Error("the PNG is truncated");
  return { width, height, channels, pixels: unfiltered(filtered, height, stride, channels) };
}

function dataChunks(file: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at + 8 <= file.length;) {
    const length = file.readUInt32BE(at);
    if (file.toString("latin1", at + 4, at + 8) === "IDAT") found.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return found;
}

function unfiltered(filtered: Buffer, height: number, stride: number, step: number): Buffer {
  const pixels = Buffer.alloc(height * stride);
  for (let row = 0; row < height; row += 1) {
    const from = row * (stride + 1);
    const to = row * stride;
    const filter = filtered[from]!;
    for (let index = 0; index < stride; index += 1) {
      const left = index >= step ? pixels[to + index - step]! : 0;
      const above = row > 0 ? pixels[to + index - stride]! : 0;
      const corner = index >= step && row > 0 ? pixels[to + index - stride - step]! : 0;
      pixels[to + index] = filtered[from + 1 + index]! + predicted(filter, left, above, corner);
    }
  }
  return pixels;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const estimate = left + above - corner;
  const [byLeft, byAbove, byCorner] = [
    Math.abs(estimate - left),
    Math.abs(estimate - above),
    Math.abs(estimate - corner),
  ];
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}

/** Fewer pixels than a small letter has are not visible content. */
const A_LETTER = 12;
/** Levels of 255 in one channel. A smaller difference is not visible. */
const SEEN = 8;

/** Whether a part of the image shows nothing: all of it has visibly the same color. */
export function isBlank({ width, height, channels, pixels }: Picture, box: Box): boolean {
  const [left, top] = [Math.max(0, Math.floor(box.x)), Math.max(0, Math.floor(box.y))];
  const [right, bottom] = [
    Math.min(width, Math.ceil(box.x + box.width)),
    Math.min(height, Math.ceil(box.y + box.height)),
  ];
  if (right <= left || bottom <= top) return true;
  const ground = commonColour({ width, channels, pixels }, left, top, right, bottom);
  let different = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const at = (y * width + x) * channels;
      const far = Math.max(
        Math.abs(pixels[at]! - (ground >> 16)),
        Math.abs(pixels[at + 1]! - ((ground >> 8) & 255)),
        Math.abs(pixels[at + 2]! - (ground & 255)),
      );
      if (far > SEEN && ++different >= A_LETTER) return false;
    }
  }
  return true;
}

function commonColour(
  { width, channels, pixels }: Pick<Picture, "width" | "channels" | "pixels">,
  left: number,
  top: number,
  right: number,
  bottom: number,
): number {
  const counts = new Map<number, number>();
  // A sample is enough to determine the background.
  const step = Math.max(1, Math.floor(Math.sqrt(((right - left) * (bottom - top)) / 10_000)));
  for (let y = top; y < bottom; y += step) {
    for (let x = left; x < right; x += step) {
      const at = (y * width + x) * channels;
      const colour = (pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])[0];
}
