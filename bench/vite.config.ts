import { defineConfig } from 'vite'

/** The measures run on bundled code, as the server does. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist/bench',
    emptyOutDir: true,
    ssr: 'bench/main.ts',
    target: 'node24',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'main.js', chunkFileNames: 'chunks/[name].js' } },
  },
})
