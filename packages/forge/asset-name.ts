/**
 * The name that GitHub gives an uploaded file: no diacritics, every run of anything but ASCII letters, digits and
 * `-_+@` becomes one dot, no dot at either end, and `default` where nothing but an extension is left.
 */
export function gitHubAssetName(fileName: string): string {
  const plain = fileName.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");
  const dotted = withRunsAsDots(plain.startsWith(".") ? `default${plain}` : plain, /[A-Za-z0-9_+@-]/);
  return dotted !== fileName && !dotted.includes(".") ? `default.${dotted}` : dotted;
}

/** The name for GitLab's generic packages, which refuse what they do not take: ASCII letters, digits and `-_+`. */
export function gitLabAssetName(fileName: string): string {
  const plain = fileName.normalize("NFD").replace(/\p{M}/gu, "");
  const dotted = withRunsAsDots(plain.startsWith(".") ? `default${plain}` : plain, /[A-Za-z0-9_+-]/);
  return dotted === "" ? "file" : dotted;
}

function withRunsAsDots(text: string, kept: RegExp): string {
  let result = "";
  for (const character of text) {
    if (kept.test(character)) result += character;
    else if (result !== "" && !result.endsWith(".")) result += ".";
  }
  return result.endsWith(".") ? result.slice(0, -1) : result;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  gz: "application/gzip",
  html: "text/html",
  json: "application/json",
  md: "text/markdown",
  pdf: "application/pdf",
  sig: "application/pgp-signature",
  tar: "application/x-tar",
  tgz: "application/gzip",
  txt: "text/plain",
  xml: "application/xml",
  yaml: "application/yaml",
  yml: "application/yaml",
  zip: "application/zip",
};

/** The media type by a file name's extension; `application/octet-stream` where it says nothing. */
export function mediaType(fileName: string): string {
  const extension = fileName.slice(fileName.lastIndexOf(".") + 1).toLowerCase();
  return Object.hasOwn(MEDIA_TYPES, extension) ? MEDIA_TYPES[extension]! : "application/octet-stream";
}
