import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rootFolder } from '#platform/root-folder.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { GUIDE_CHAPTERS, guideChapter } from './guide.ts'

const FOLDER = join(rootFolder(), 'docs/guide')

test('every chapter has its page, and every page is a chapter', () => {
  const pages = readdirSync(FOLDER).filter((name) => name.endsWith('.md'))
  expect(pages.sort()).toEqual(GUIDE_CHAPTERS.map(({ code }) => `${code}.md`).sort())
})

test.each(GUIDE_CHAPTERS)('$code shows pictures that are there, described, and leads to what exists', ({ code }) => {
  const html = guideChapter(code)?.html ?? ''
  const pictures = [...html.matchAll(/<img src="\/guide\/images\/([^"]+)" alt="([^"]*)"/g)]
  for (const [, name = '', words = ''] of pictures) {
    expect(existsSync(join(FOLDER, 'images', name)), name).toBe(true)
    expect(words.length, name).toBeGreaterThan(20)
  }
  for (const [, target = ''] of html.matchAll(/href="\/guide\/([a-z-]+)/g)) expect(guideChapter(target), target).toBeDefined()
  expect(html).not.toContain('<h1')
})

test('every picture is shown by a chapter', () => {
  const all = GUIDE_CHAPTERS.map(({ code }) => readFileSync(join(FOLDER, `${code}.md`), 'utf8')).join('')
  for (const name of readdirSync(join(FOLDER, 'images'))) expect(all, name).toContain(`images/${name}`)
})

dbTest('the guide is public, its chapters and pictures too; what is not there is not found', async ({ db }) => {
  const { get } = testApp(db, undefined)
  expect(await (await get('/guide')).text()).toContain('De l’export de Dauphin au cahier du comité')
  expect(await (await get('/guide/de-dauphin-au-cahier')).text()).toContain('<h2')
  for (const path of ['/guide/inconnu', '/guide/images/inconnue.png', '/guide/images/..%2fpremiers-pas.md'])
    expect((await get(path)).status, path).toBe(404)
})
