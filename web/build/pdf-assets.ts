import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import type { Plugin } from 'vite';

/** Decoders (JPEG 2000, JBIG2, colour profiles) and the substitutes for fonts that a PDF does not carry. */
const FOLDERS = ['wasm', 'standard_fonts'];
/** Scripts inside PDFs are never run, so their engine is left out. */
const UNUSED = /^(LICENSE|quickjs)/;
const TYPES: Record<string, string> = { '.wasm': 'application/wasm', '.js': 'text/javascript' };

/** Ships what pdf.js loads by name while a paper is read, below `pdfjs/`; the same in the development server. */
export function pdfAssets(): Plugin {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const files = FOLDERS.flatMap(folder =>
    readdirSync(join(root, folder))
      .filter(name => !UNUSED.test(name))
      .map(name => `${folder}/${name}`),
  );
  return {
    name: 'pdf-assets',
    generateBundle() {
      for (const file of files) {
        this.emitFile({ type: 'asset', fileName: `pdfjs/${file}`, source: readFileSync(join(root, file)) });
      }
    },
    configureServer(server) {
      server.middlewares.use('/pdfjs', (request, response, next) => {
        const file = decodeURIComponent(request.url ?? '')
          .replace(/^\//, '')
          .replace(/\?.*$/, '');
        if (!files.includes(file)) {
          next();
          return;
        }
        response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
        response.end(readFileSync(join(root, file)));
      });
    },
  };
}
