import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'

/** Where `npm start` listens; a development page sends its API and sync traffic there. */
const server = process.env.ENFILADE_SERVER ?? 'http://127.0.0.1:4280'

export default defineConfig({
  plugins: [solid()],
  server: {
    port: 5173,
    proxy: {
      '/api': { target: server },
      '/sync': { target: server, ws: true },
    },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Nothing inlined as data: URLs, so that the page runs under a strict content security policy.
    assetsInlineLimit: 0,
    // The splat viewer, which comes only when there are splats.
    chunkSizeWarningLimit: 2700,
  },
  worker: { format: 'es' },
})
