import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const SOURCES = {
  style: 'src/platform/kit/style.css',
  icons: 'src/platform/kit/icons.svg',
  islands: 'src/platform/kit/islands.ts',
} as const

/** Without a build (development, tests), /assets/ is src/platform/kit itself: the style sheet imports its parts by relative names. */
const UNBUILT = { style: '/assets/style.css', icons: '/assets/icons.svg', islands: '/assets/islands.js' } as const

export type AssetName = keyof typeof SOURCES

const Manifest = z.record(z.string(), z.object({ file: z.string() }))

function readManifest(root: string): Record<AssetName, string> {
  const path = join(root, 'dist/client/.vite/manifest.json')
  if (!existsSync(path)) return UNBUILT
  const manifest = Manifest.parse(JSON.parse(readFileSync(path, 'utf8')))
  const url = (name: AssetName): string => {
    const built = manifest[SOURCES[name]]
    return built ? `/${built.file}` : UNBUILT[name]
  }
  return { style: url('style'), icons: url('icons'), islands: url('islands') }
}

/** Development reads the sources: a stale build must not hide a change of the style sheet. */
const urls = process.env['NODE_ENV'] === 'production' ? readManifest(process.cwd()) : UNBUILT

/** The hashed address of a file of the kit, read once from the manifest of the build. */
export function assetUrl(name: AssetName): string {
  return urls[name]
}

/** The folder that answers /assets/ in this process. */
export function assetFolder(): string {
  return urls === UNBUILT ? join(process.cwd(), 'src/platform/kit') : join(process.cwd(), 'dist/client/assets')
}

export { readManifest }
