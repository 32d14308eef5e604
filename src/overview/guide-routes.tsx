import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import { type AppEnv, allow } from '#access/http.ts'
import { NotFound } from '#platform/errors.ts'
import { rootFolder } from '#platform/root-folder.ts'
import { GuideChapterPage, GuideContentsPage } from './GuidePage.tsx'
import { guideChapter } from './guide.ts'

/** The user guide, the same as in `docs/guide/`, with its pictures. */
export const guideRoutes = new Hono<AppEnv>()

guideRoutes.get('/guide', allow('public'), (c) => c.html(<GuideContentsPage frame={c.var.frame} />))

guideRoutes.get('/guide/images/:name{[a-z0-9-]+\\.png}', allow('public'), async (c) => {
  const path = join(rootFolder(), 'docs/guide/images', c.req.param('name'))
  if (!existsSync(path)) throw new NotFound()
  return c.body(Uint8Array.from(await readFile(path)), 200, { 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' })
})

guideRoutes.get('/guide/:chapter', allow('public'), (c) => {
  const chapter = guideChapter(c.req.param('chapter'))
  if (!chapter) throw new NotFound()
  return c.html(<GuideChapterPage frame={c.var.frame} chapter={chapter} />)
})
