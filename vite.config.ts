import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `cspNonce` is replaced by the server in every answer (src/server/pages.ts); chrome86 is what offices still have. */
export default defineConfig({
  plugins: [react()],
  publicDir: 'src/web/public',
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: 'dist/web',
    target: 'chrome86',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    modulePreload: { polyfill: false },
  },
});
