import type { Service } from "./types.ts";

/** Where each service listens, without a slash at the end. */
export interface Origins {
  github: string;
  upload: string;
  web: string;
  storage: string;
  gitlab: string;
}

export const originOf: Record<Service, keyof Origins> = {
  github: "github",
  "github-upload": "upload",
  "github-web": "web",
  storage: "storage",
  gitlab: "gitlab",
};
