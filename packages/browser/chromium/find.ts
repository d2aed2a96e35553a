import { isProgram, programIn } from "@release-actions/exec";

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "microsoft-edge-stable",
  "msedge",
];

/** Where installers put it, in addition to the directories of PATH. */
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** The first Chromium, Chrome or Edge in PATH, then in the usual places; undefined if there is none. */
export function findChromium(environment: Readonly<Record<string, string>>): string | undefined {
  const named = NAMES.map((name) => programIn(name, environment));
  return named.find((file) => file !== undefined) ?? PLACES.find(isProgram);
}
