import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import type { Plugin } from 'vite';

/** Decoders (JPEG 2000, JBIG2, colour profiles) and the substitutes for fonts that a PDF does not carry. */
const FOLDERS = ['wasm', 'standard_fonts'];
/** Scripts inside PDFs are never run, so their engine is left out. */
const UNUSED = /^(LICENSE|quickjs)/;
const TYPES: Record<string, string> = { '.wasm': 'application/wasm', '.js': 'text/javascript' };

/**
 * Ships what pdf.js loads by name while a paper is read, below `pdfjs/`; the same in the development server.
 * The version is part of the address, so that the files may be cached for ever.
 */
export function pdfAssets(): Plugin {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const files = new Map<string, string>();
  for (const folder of FOLDERS) {
    for (const name of readdirSync(join(root, folder)).filter(file => !UNUSED.test(file))) {
      files.set(`${folder}/${version}/${name}`, join(root, folder, name));
    }
  }
  return {
    name: 'pdf-assets',
    generateBundle() {
      for (const [address, file] of files) {
        this.emitFile({ type: 'asset', fileName: `pdfjs/${address}`, source: readFileSync(file) });
      }
    },
    configureServer(server) {
      server.middlewares.use('/pdfjs', (request, response, next) => {
        const file = files.get(new URL(request.url ?? '/', 'http://server').pathname.slice(1));
        if (!file) {
          next();
          return;
        }
        response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
        response.end(readFileSync(file));
      });
    },
  };
}
