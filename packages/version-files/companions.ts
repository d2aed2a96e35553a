/** Another file that states the same version and must change with it: a lock file. */
export interface Companion {
  readonly path: string;
  readonly key?: string;
}

export async function companions(_path: string, _content: string): Promise<Companion[]> {
  return [];
}
