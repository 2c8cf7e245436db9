import { execFileSync } from 'node:child_process';
import { PYTHON, ROOT } from './server';

/** Runs a few lines in the project's environment and gives what they print. */
export function python(code: string, ...args: string[]): string {
  return execFileSync(PYTHON, ['-c', code, ...args], { cwd: ROOT, encoding: 'utf8' });
}
