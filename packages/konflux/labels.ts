/** Labels and annotations by which Konflux's services recognize the purpose of an object. */

const RELEASE = "release.appstudio.openshift.io";
const TEST = "test.appstudio.openshift.io";
const BUILD = "pac.test.appstudio.openshift.io";

export const COMPONENT_LABEL = "appstudio.openshift.io/component";
/** The built commit, 40 hex digits. */
export const COMMIT_LABEL = `${BUILD}/sha`;
export const EVENT_LABEL = `${BUILD}/event-type`;
export const PULL_REQUEST_LABEL = `${BUILD}/pull-request`;
export const SOURCE_BRANCH_ANNOTATION = `${BUILD}/source-branch`;
export const SNAPSHOT_TYPE_LABEL = `${TEST}/type`;
/** When the build began, in seconds or milliseconds since 1970; a label or an annotation. */
export const BUILD_START = `${TEST}/pipelinerunstarttime`;
/** A JSON list of the scenarios' results. */
export const SCENARIOS_ANNOTATION = `${TEST}/status`;

export const RELEASE_SNAPSHOT_LABEL = `${RELEASE}/snapshot`;
export const RELEASE_PLAN_LABEL = `${RELEASE}/releasePlan`;
export const AUTHOR_LABEL = `${RELEASE}/author`;
/** On a ReleasePlan: unless "false", Releases are created automatically. As an annotation, it has a condition for that. */
export const AUTO_RELEASE = `${RELEASE}/auto-release`;

/** A user's name as the value of the author label, as release-service writes it. */
export function authorLabel(user: string): string {
  return user
    .replaceAll(":", "_")
    .replace("@", ".")
    .slice(0, 63)
    .replace(/[^A-Za-z0-9]+$/, "");
}
