import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ACCEPTED_EXTENSIONS, downloadHeaders, findKind } from './file-kinds.ts'
import { writeSpreadsheet } from './spreadsheet.ts'
import { aZip } from './test-zip.ts'

const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n%%EOF', 'latin1')
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')
const JPG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')
const OFFICE = 'application/vnd.openxmlformats-officedocument'
const contentTypes = (main: string): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`
const DOCX = aZip({ '[Content_Types].xml': contentTypes(`${OFFICE}.wordprocessingml.document.main+xml`), 'word/document.xml': '<w/>' })
const DOCM = aZip({
  '[Content_Types].xml': contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml'),
  'word/document.xml': '<w/>',
  'word/vbaProject.bin': 'x',
})
const DOCX_WITH_MACRO = aZip({
  '[Content_Types].xml': contentTypes(`${OFFICE}.wordprocessingml.document.main+xml`),
  'word/document.xml': '<w/>',
  'word/vbaProject.bin': 'x',
})
const openDocument = (kind: string, more: Record<string, string> = {}): Uint8Array =>
  aZip({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<a/>', ...more }, { stored: true })
const XLSX = await writeSpreadsheet({ sheets: [{ name: 'A', columns: [{ header: 'a', width: 9, kind: 'text' }], rows: [] }] })

test.each([
  ['statuts.pdf', PDF, 'pdf'],
  ['STATUTS.PDF', PDF, 'pdf'],
  ['photo.jpg', JPG, 'jpg'],
  ['photo.jpeg', JPG, 'jpg'],
  ['logo.png', PNG, 'png'],
  ['lettre.docx', DOCX, 'docx'],
  ['lettre.odt', openDocument('text'), 'odt'],
  ['budget.ods', openDocument('spreadsheet'), 'ods'],
  ['budget.xlsx', XLSX, 'xlsx'],
  ['sans extension', PDF, 'pdf'],
])('« %s » is accepted for what it contains', async (name, bytes, kind) => {
  expect(await findKind(bytes, name)).toEqual({ done: true, value: kind })
})

test.each([
  ['statuts.pdf', PNG, 'type-mismatch'],
  ['logo.png', PDF, 'type-mismatch'],
  ['lettre.docx', XLSX, 'type-mismatch'],
  ['budget.ods', openDocument('text'), 'type-mismatch'],
  ['statuts.pdf', Buffer.from('du texte'), 'type-mismatch'],
  ['page.html', PDF, 'type-not-allowed'],
  ['programme.exe', PDF, 'type-not-allowed'],
  ['statuts.pdf.exe', PDF, 'type-not-allowed'],
  ['note.txt', Buffer.from('du texte'), 'type-not-allowed'],
  ['sans extension', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'type-not-allowed'],
  ['lettre.docm', DOCM, 'type-not-allowed'],
  ['lettre.docx', DOCM, 'type-not-allowed'],
  ['lettre.docx', DOCX_WITH_MACRO, 'type-not-allowed'],
  ['lettre.odt', openDocument('text', { 'Basic/Standard/Module1.xml': '<a/>' }), 'type-not-allowed'],
  ['lettre.odt', openDocument('text', { 'Scripts/python/a.py': '' }), 'type-not-allowed'],
  ['archive.docx', aZip({ 'a.txt': 'a' }), 'type-not-allowed'],
])('« %s » is refused when its content is something else or holds a program', async (name, bytes, reason) => {
  expect(await findKind(bytes, name)).toEqual({ done: false, reasons: [reason] })
})

test('an archive that would unpack to more than 200 MB is refused', async () => {
  const bomb = aZip(
    { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' },
    { stored: true, declaredSize: 150_000_000 },
  )
  expect(await findKind(bomb, 'a.odt')).toMatchObject({ done: false })
})

test('whatever the bytes, the answer is a kind or a refusal', async () => {
  const start = fc.constantFrom(PDF, PNG, JPG, DOCX, openDocument('text'))
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array({ maxLength: 200 }), fc.nat(1200), async (bytes, noise, at) => {
      const damaged = Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at + noise.length)])
      expect(await findKind(damaged, 'a.pdf')).toHaveProperty('done')
    }),
    { numRuns: 300 },
  )
})

test('a file field announces what is accepted', () => {
  expect(ACCEPTED_EXTENSIONS).toBe('.pdf,.odt,.docx,.ods,.xlsx,.jpg,.jpeg,.jpe,.png')
})

test('a download is saved, never shown nor guessed', () => {
  expect(downloadHeaders('Statuts.pdf', 'pdf')).toEqual({
    'Content-Type': 'application/pdf',
    'Content-Disposition': 'attachment; filename="Statuts.pdf"; filename*=UTF-8\'\'Statuts.pdf',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  })
})

test.each([
  ['Été à l’école (n° 2).pdf', "Ete a l'ecole (n_ 2).pdf", '%C3%89t%C3%A9%20%C3%A0%20l%E2%80%99%C3%A9cole%20%28n%C2%B0%202%29.pdf'],
  ['../../etc/passwd', 'passwd.pdf', 'passwd.pdf'],
  ['C:\\dossier\\a.pdf', 'a.pdf', 'a.pdf'],
  ['a"\r\nX-Injected: 1.pdf', 'a X-Injected 1.pdf', 'a%20X-Injected%201.pdf'],
  ['lettre.html', 'lettre.pdf', 'lettre.pdf'],
  ['.pdf', 'pdf.pdf', 'pdf.pdf'],
  ['', 'document.pdf', 'document.pdf'],
  ['\ud800\u202e', '_.pdf', '%EF%BF%BD.pdf'],
])('the name « %j » is sent as « %s »', (name, plain, encoded) => {
  expect(downloadHeaders(name, 'pdf')['Content-Disposition']).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${encoded}`)
})

test('any name makes a header that HTTP accepts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
      expect(() => new Headers(downloadHeaders(name, 'docx'))).not.toThrow()
    }),
  )
})
