import { defineConfig } from 'vite'

/**
 * One build, two environments: the islands and the style sheet for the browser (hashed, listed in a manifest),
 * and the server bundle with its worker threads and the command line. Packages stay outside the server bundle.
 */
export default defineConfig({
  publicDir: false,
  build: { emptyOutDir: true },
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        manifest: true,
        assetsInlineLimit: 0,
        rolldownOptions: { input: { style: 'src/platform/kit/style.css', islands: 'src/platform/kit/islands.ts' } },
      },
    },
    ssr: {
      build: {
        outDir: 'dist/server',
        target: 'node24',
        ssr: true,
        minify: false,
        rolldownOptions: {
          input: {
            main: 'src/main.ts',
            cli: 'src/cli.ts',
            'document-worker': 'src/platform/document-worker.ts',
          },
          output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'ssr'] as const) {
        const environment = builder.environments[name]
        if (environment) await builder.build(environment)
      }
    },
  },
})
