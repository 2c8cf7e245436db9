import { readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { gzip } from './build/gzip.ts';
import { pdfAssets } from './build/pdf-assets.ts';
import { precache } from './build/precache.ts';

const server = process.env.ICABINET_SERVER ?? 'http://127.0.0.1:8000';
/** Each HTML file beside this one is an entry of its own: the app, and the big screen. */
const pages = readdirSync('.').filter(name => name.endsWith('.html'));
const addresses = pages.map(page => (page === 'index.html' ? '/' : `/${page.replace('.html', '')}`));
const publicFiles = readdirSync('public', { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => `${entry.parentPath.replace(/^public\/?/, '')}/${entry.name}`.replace(/^\//, ''));

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: ['safari16.4', 'ios16.4', 'chrome118', 'firefox121'],
    outDir: '../icabinet/server/static',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { ...Object.fromEntries(pages.map(page => [page.replace('.html', ''), page])), sw: 'src/sw.ts' },
      output: { entryFileNames: chunk => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
  plugins: [pdfAssets(), precache(addresses, publicFiles), gzip()],
  server: {
    proxy: {
      '/api': { target: server },
      '/ws': { target: server, ws: true },
    },
  },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'threads',
    expect: { poll: { timeout: 20_000 } }, // a busy machine is slow, not wrong
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
