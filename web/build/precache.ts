import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';

/** Files that the shell can do without: they are fetched when a paper needs them. */
const LATER = /\.map$|^sw\.js$|^pdfjs\/standard_fonts\/|nowasm/;

/**
 * Writes the list of shell files and a revision made of their contents into `sw.js`.
 * Public files (icons, the manifest) are given by name because Vite copies them past the bundle.
 */
export function precache(pages: string[], publicFiles: string[]): Plugin {
  return {
    name: 'precache',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') {
        this.error('the service worker is missing from the build');
      }
      const files = Object.keys(bundle)
        .filter(name => !LATER.test(name) && !name.endsWith('.html'))
        .sort();
      const addresses = [...pages, ...publicFiles.map(name => `/${name}`), ...files.map(name => `/${name}`)];
      worker.code = worker.code
        .replace(/["'`]__PRECACHE__["'`]/, JSON.stringify(addresses))
        .replace('__REVISION__', revision(bundle));
    },
  };
}

function revision(bundle: Rolldown.OutputBundle): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(bundle).sort()) {
    const file = bundle[name];
    if (name !== 'sw.js' && file) {
      hash.update(name).update(file.type === 'chunk' ? file.code : file.source);
    }
  }
  return hash.digest('hex').slice(0, 12);
}
