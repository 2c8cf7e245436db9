import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { browserPath } from '../test/paper/stage';
import { PICTURES } from './person';
import { PYTHON, Server } from './server';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of a prepared demonstration; null where there is no browser. */
    prepared: string | null;
  }
}

/** Once for all test files: the demonstration is prepared, and the folder for pictures is empty. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!browserPath()) {
    const line = '!'.repeat(78);
    console.warn(`${line}\nNo chromium is installed: the meeting is NOT tested in a browser.\n${line}`);
    project.provide('prepared', null);
    return undefined;
  }
  if (!existsSync(PYTHON)) {
    throw new Error(`no Python environment at ${PYTHON} (set ICABINET_PYTHON to its interpreter)`);
  }
  await rm(PICTURES, { recursive: true, force: true });
  await mkdir(PICTURES, { recursive: true });
  const prepared = await Server.prepare();
  project.provide('prepared', prepared);
  return () => rm(prepared, { recursive: true, force: true });
}
