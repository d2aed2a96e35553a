import type { Forge, RepositoryState } from "./types.ts";

/**
 * What a run left behind, without ids, times, ports and order of creation, so that "a crashed run, run again, equals
 * one clean run" is one comparison. Whatever is there twice is listed twice.
 */
export function endState(forge: Pick<Forge, "state">): EndState {
  const { repositories } = JSON.parse(JSON.stringify(forge.state()).replace(/127\.0\.0\.1:[0-9]+/g, "forge")) as {
    repositories: RepositoryState[];
  };
  return Object.fromEntries(repositories.map((repository) => [repository.path, normalised(repository)]));
}

export type EndState = Record<string, ReturnType<typeof normalised>>;

function normalised({ tags, github, gitlab }: RepositoryState) {
  return {
    tags: Object.fromEntries(Object.entries(tags).map(([name, tag]) => [name, tag.commit])),
    github: {
      releases: sorted(
        github.releases.map((release) => ({
          tag: release.tag.replace(/^untagged-[0-9a-f]{20}$/, "untagged"),
          target: release.target,
          name: release.name,
          body: release.body,
          draft: release.draft,
          prerelease: release.prerelease,
          immutable: release.immutable,
          latest: release.id === github.latest,
          assets: sorted(
            release.assets.map(({ name, label, state, contentType, size, digest }) => ({
              name,
              label,
              state,
              contentType,
              size,
              digest,
            })),
          ),
        })),
      ),
      burnedTags: github.burnedTags.toSorted(),
    },
    gitlab: {
      releases: sorted(
        gitlab.releases.map(({ tag, name, description, milestones, links }) => ({
          tag,
          name,
          description,
          milestones: milestones.toSorted(),
          links: sorted(links.map(({ id: _id, ...link }) => link)),
        })),
      ),
      packages: sorted(
        gitlab.packages.map(({ name, version, status, files }) => ({
          name,
          version,
          status,
          files: sorted(files.map(({ name: file, size, sha256 }) => ({ name: file, size, sha256 }))),
        })),
      ),
    },
  };
}

function sorted<T>(items: T[]): T[] {
  return items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
