import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { rootFolder } from '#platform/root-folder.ts'

const SOURCES = {
  style: 'src/platform/kit/style.css',
  icons: 'src/platform/kit/icons.svg',
  islands: 'src/platform/kit/islands.ts',
} as const

/** Without a build (development, tests), /assets/ is src/platform/kit itself: the style sheet imports its parts by relative names. */
const UNBUILT = { style: '/assets/style.css', icons: '/assets/icons.svg', islands: '/assets/islands.js' } as const

export type AssetName = keyof typeof SOURCES

const Manifest = z.record(z.string(), z.object({ file: z.string() }))

/** The addresses of a build, or undefined when there is none. */
export function readManifest(root: string): Record<AssetName, string> | undefined {
  const path = join(root, 'dist/client/.vite/manifest.json')
  if (!existsSync(path)) return undefined
  const manifest = Manifest.parse(JSON.parse(readFileSync(path, 'utf8')))
  const url = (name: AssetName): string => {
    const built = manifest[SOURCES[name]]
    if (!built) throw new Error(`${SOURCES[name]} is not in the manifest of the build: build again`)
    return `/${built.file}`
  }
  return { style: url('style'), icons: url('icons'), islands: url('islands') }
}

/** Development and tests read the sources: a stale build must not hide a change of the style sheet. */
const built = import.meta.env.PROD ? readManifest(rootFolder()) : undefined
const urls = built ?? UNBUILT

export function isBuilt(): boolean {
  return built !== undefined
}

/** The hashed address of a file of the kit, read once from the manifest of the build. */
export function assetUrl(name: AssetName): string {
  return urls[name]
}

/** The folder that answers /assets/ in this process. */
export function assetFolder(): string {
  return join(rootFolder(), built ? 'dist/client/assets' : 'src/platform/kit')
}
