import type { Io, Place } from "@release-actions/action-types";
import { inertLines, oneLine, type Block, type Redactor } from "@release-actions/text";

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
export function createIo(style: LogStyle, redactor: Redactor): CollectingIo {
  const blocks: Block[] = [];
  const clean = (place: Place = {}): Place => ({
    ...place,
    ...(place.title !== undefined && { title: oneLine(redactor.redact(place.title)) }),
    ...(place.file !== undefined && { file: oneLine(redactor.redact(place.file)) }),
  });
  return {
    blocks,
    debug: (message) => style.debug(inertLines(redactor.redact(message))),
    info: (message) => inertLines(redactor.redact(message)).forEach(style.print),
    notice: (message, place) => style.annotate("notice", redactor.redact(message), clean(place)),
    warning: (message, place) => style.annotate("warning", redactor.redact(message), clean(place)),
    error: (message, place) => style.annotate("error", redactor.redact(message), clean(place)),
    async group(title, body) {
      const close = style.openGroup(oneLine(redactor.redact(title)));
      try {
        return await body();
      } finally {
        close();
      }
    },
    progress: (message) => style.progress(oneLine(redactor.redact(message))),
    secret: (value) => redactor.add(value).forEach(style.mask),
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
