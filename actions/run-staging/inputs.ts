import { choice, text, type InputsOf } from "@release-actions/action";

export const inputs = {
  do: choice(["start", "test", "logs", "stop"], {
    description: "start, logs and stop: docker compose with compose-file. test: command.",
    default: "test",
  }),
  "compose-file": text({ description: "Compose file, inside the repository.", optional: true }),
  command: text({ description: "Commands for bash -euo pipefail, run in the repository.", optional: true }),
  images: text({
    description: "Images that were built, as name=repository@digest. Commands and services see them as IMAGE_<NAME>.",
    default: "",
  }),
  registry: text({ address: true, description: "Registry to sign in to.", optional: true }),
  username: text({ description: "User or robot account that may pull.", optional: true }),
  password: text({
    description: "Password or token for username. Default: nobody signs in.",
    credential: "registry",
    optional: true,
  }),
};
export type Inputs = InputsOf<typeof inputs>;
