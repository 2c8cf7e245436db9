import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXTUAL = /\.(js|mjs|css|svg|json|wasm|webmanifest)$/;
const WORTHWHILE = 1024;

/** Puts a .gz beside every file that shrinks by it; the server sends it to browsers that take it. */
export function gzip(): Plugin {
  return {
    name: 'gzip',
    apply: 'build',
    writeBundle(options, bundle) {
      for (const name of Object.keys(bundle).filter(name => TEXTUAL.test(name))) {
        const path = join(options.dir ?? '.', name);
        const content = readFileSync(path);
        if (content.length > WORTHWHILE) {
          writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
        }
      }
    },
  };
}
