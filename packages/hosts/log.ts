import type { Io, Place } from "@release-actions/action";
import { inertLines, oneLine, secrets, type Block } from "@release-actions/text";

/** How one host shows each kind of message. Every text arrives redacted; what `line` prints is made inert here. */
export interface LogStyle {
  /** Prints one complete line. */
  print(line: string): void;
  debug(lines: readonly string[]): void;
  annotate(level: "notice" | "warning" | "error", message: string, place: Place): void;
  openGroup(title: string): () => void;
  progress(message: string): void;
  mask(line: string): void;
}

export interface CollectingIo extends Io {
  readonly blocks: readonly Block[];
}

/** The Io of a host that writes a log. Redaction and inertness are decided here, once, for every host. */
export function createIo(style: LogStyle): CollectingIo {
  const blocks: Block[] = [];
  const clean = (place: Place = {}): Place => ({
    ...place,
    ...(place.title !== undefined && { title: oneLine(secrets.redact(place.title)) }),
    ...(place.file !== undefined && { file: oneLine(secrets.redact(place.file)) }),
  });
  return {
    blocks,
    debug: (message) => style.debug(inertLines(secrets.redact(message))),
    info: (message) => inertLines(secrets.redact(message)).forEach(style.print),
    notice: (message, place) => style.annotate("notice", secrets.redact(message), clean(place)),
    warning: (message, place) => style.annotate("warning", secrets.redact(message), clean(place)),
    error: (message, place) => style.annotate("error", secrets.redact(message), clean(place)),
    async group(title, body) {
      const close = style.openGroup(oneLine(secrets.redact(title)));
      try {
        return await body();
      } finally {
        close();
      }
    },
    progress: (message) => style.progress(oneLine(secrets.redact(message))),
    secret: (value) => secrets.add(value).forEach(style.mask),
    summary: (...more) => void blocks.push(...more),
  };
}

/** Lets a line through at most every `interval` milliseconds, for hosts whose log only grows. */
export function throttled(interval: number, now: () => number, print: (line: string) => void): (line: string) => void {
  let last = -Infinity;
  return (line) => {
    if (now() - last < interval) return;
    last = now();
    print(line);
  };
}
