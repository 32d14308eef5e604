import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { day } from './day.ts'
import { createPress, DocumentFailed, type DocumentOrder, renderDocument } from './document.ts'

const LETTER = `
#import "/pilotis.typ": *
#show: letter.with(
  organisation: data.organisation, recipient: data.recipient, place-and-day: data.placeAndDay,
  references: data.references, subject: data.subject, signatory: data.signatory,
)
#prose(data.text)
#data-table(
  caption: data.caption,
  columns: ((label: "Financeur", width: 1fr), (label: "Accordé", number: true)),
  rows: data.rows, total: data.total,
)
`

function aLetter(change: Partial<DocumentOrder> & { text?: string } = {}): DocumentOrder {
  const { text = 'Bonjour.', ...order } = change
  return {
    name: 'lettre',
    template: LETTER,
    title: 'Attribution de subvention',
    day: day('2027-03-11'),
    demonstration: true,
    data: {
      organisation: { name: 'Communauté d’agglomération fictive', lines: ['1 place de l’Hôtel de Ville', '62000 Ville-Fictive'] },
      recipient: ['Madame la présidente', 'Ludothèque des Tilleuls', '12 rue des Écoles'],
      placeAndDay: 'Ville-Fictive, le jeudi 11 mars 2027',
      references: [['Dossier', '2027-0042']],
      subject: 'subvention accordée à l’action « Ludothèque mobile »',
      signatory: { name: 'La présidente', role: 'Pour la Communauté d’agglomération' },
      text,
      caption: 'Montants accordés',
      rows: [['État, programme 147', '12\u202f500\u00a0€']],
      total: ['Total', '12\u202f500\u00a0€'],
    },
    ...order,
  }
}

const folder = await mkdtemp(join(tmpdir(), 'pilotis-document-'))
afterAll(() => rm(folder, { recursive: true }))

const poppler = await new Promise<boolean>((resolve) => execFile('pdftotext', ['-v'], (error) => resolve(error === null)))

const ARGUMENTS = { pdftotext: ['-layout', '{}', '-'], 'pdfinfo -struct': ['-struct', '{}'], pdfinfo: ['{}'] }

async function readWith(reading: keyof typeof ARGUMENTS, pdf: Uint8Array): Promise<string> {
  const file = join(folder, 'read.pdf')
  await writeFile(file, pdf)
  const tool = reading.split(' ')[0] ?? ''
  const args = ARGUMENTS[reading].map((argument) => argument.replace('{}', file))
  return new Promise((resolve, reject) => execFile(tool, args, (error, stdout) => (error ? reject(error) : resolve(stdout))))
}

test('a document declares PDF/UA-1, its title, its language and the day it was given', async () => {
  const raw = Buffer.from(await renderDocument(aLetter())).toString('latin1')
  expect(raw).toMatch(/^%PDF-1\.7/)
  expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>')
  expect(raw).toContain('Attribution de subvention')
  expect(raw).toMatch(/\/Lang ?\(fr-FR\)/)
  expect(raw).toContain('2027-03-11')
})

test('the same order gives the same bytes, in this worker and in a new one', async () => {
  const press = createPress()
  const [first, again, elsewhere] = await Promise.all([renderDocument(aLetter()), renderDocument(aLetter()), press.render(aLetter())])
  press.close()
  expect(Buffer.compare(first, again)).toBe(0)
  expect(Buffer.compare(first, elsewhere)).toBe(0)
})

test('orders given together come back each to its own asker', async () => {
  const titles = ['Un', 'Deux', 'Trois']
  const pdfs = await Promise.all(titles.map((title) => renderDocument(aLetter({ title }))))
  for (const [index, pdf] of pdfs.entries()) expect(Buffer.from(pdf).toString('latin1')).toContain(`>${titles[index]}<`)
})

test.runIf(poppler)('French typography is drawn and read back, with the narrow space of thousands', async () => {
  const text = await readWith(
    'pdftotext',
    await renderDocument(aLetter({ text: 'Cœur, État, −\u00a05 %, l’été, ő ł ž, non\u2011lieu\u202f; fin' })),
  )
  expect(text).toContain('Cœur, État, −')
  expect(text).toContain('ő ł ž, non')
  expect(text).toMatch(/12\s500\s€/)
})

test.runIf(poppler)('a demonstration says so in the text of the document, a real document does not', async () => {
  expect(await readWith('pdftotext', await renderDocument(aLetter()))).toMatch(/Démonstration\s: données fictives/)
  expect(await readWith('pdftotext', await renderDocument(aLetter({ demonstration: false })))).not.toContain('Démonstration')
})

test.runIf(poppler)('what a person typed is never read as code', async () => {
  const text = await readWith('pdftotext', await renderDocument(aLetter({ text: '#panic("x") $x^2$ *gras* @ref \\ "fin"' })))
  expect(text).toContain('#panic("x") $x^2$ *gras* @ref \\ "fin"')
})

test.runIf(poppler)('a character that no font draws becomes a square instead of holding the letter back', async () => {
  const text = await readWith('pdftotext', await renderDocument(aLetter({ text: 'Merci 😀 李\u0000\u200d fin' })))
  expect(text).toMatch(/Merci □ □.*fin/)
})

test.runIf(poppler)('titles, paragraphs and the header cells of tables are tagged', async () => {
  const structure = await readWith('pdfinfo -struct', await renderDocument(aLetter()))
  for (const tag of ['H1', 'P', 'Table', 'THead', 'TH', 'TD', 'Caption', 'L']) expect(structure).toMatch(new RegExp(`^ *${tag}\\b`, 'm'))
})

test.each([
  { part: 'receipt.with(organisation: data.organisation)', size: /595\.\d+ x 841/ },
  { part: 'report.with(organisation: data.organisation, subtitle: data.subject)', size: /595\.\d+ x 841/ },
  { part: 'wide.with(subtitle: data.subject)', size: /1190\.\d+ x 841/ },
])('the shared part $part makes a tagged document of its size, over several pages', async ({ part, size }) => {
  const rows = Array.from({ length: 120 }, (_, index) => [String(index), null, 'Vélo-école '.repeat(index === 60 ? 900 : 2)])
  const columns = [{ label: 'N°', number: true }, { label: 'Vide' }, { label: 'Action' }]
  const template = `#import "/pilotis.typ": *\n#show: ${part}\n#facts(("Sigle", none), ("Ville", "Lens"))
== Tableau\n#data-table(caption: "Actions", columns: data.columns.map(c => c + (width: 1fr)), rows: data.rows)`
  const pdf = await renderDocument(
    aLetter({ template, data: { organisation: { name: 'EPCI', lines: [] }, subject: 'Essai', rows, columns } }),
  )
  expect(Buffer.from(pdf).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>')
  if (!poppler) return
  expect(await readWith('pdfinfo', pdf)).toMatch(size)
  expect(await readWith('pdftotext', pdf)).toMatch(/page 2 \/ \d/)
})

test('text of 100,000 characters is composed', async () => {
  const pdf = await renderDocument(aLetter({ text: 'mot '.repeat(25_000) }))
  expect(pdf.length).toBeGreaterThan(100_000)
})

test('a template with a mistake fails with its name and the reason, and the next order is printed', async () => {
  const failure = renderDocument(aLetter({ name: 'bancal', template: '#import "/pilotis.typ": *\n#absent' }))
  await expect(failure).rejects.toThrow(/document bancal: template\nunknown variable: absent/)
  await expect(renderDocument(aLetter())).resolves.toBeInstanceOf(Uint8Array)
})

test('a template cannot read a file of the machine', async () => {
  await expect(renderDocument(aLetter({ template: '#read("/etc/passwd")' }))).rejects.toThrow(DocumentFailed)
  await expect(renderDocument(aLetter({ template: '#read("../../etc/passwd")' }))).rejects.toThrow(DocumentFailed)
})

test('an order too slow is given up, and the next one is printed by a new worker', async () => {
  const press = createPress({ timeoutMs: 2500 })
  const slow = '#for i in range(9999) { for j in range(9999) { let x = i * j } }'
  ;('#let f(n) = if n < 2 { n } else { calc.rem(f(n - 1) + f(n - 2), 7) + 0 * n }\n#for i in range(3000) { for j in range(3000) { let x = i * j } }')
  await expect(press.render(aLetter({ template: slow }))).rejects.toMatchObject({ failure: 'timeout' })
  await expect(press.render(aLetter())).resolves.toBeInstanceOf(Uint8Array)
  press.close()
})

test('a worker that dies fails its order at once', async () => {
  const file = join(folder, 'dies.mjs')
  await writeFile(file, "process.on('message', () => process.exit(3))")
  const press = createPress({ file: pathToFileURL(file) })
  await expect(press.render(aLetter())).rejects.toMatchObject({ failure: 'crashed' })
  await expect(press.render(aLetter())).rejects.toMatchObject({ failure: 'crashed' })
})

test('a worker left idle ends, and the next order starts another', async () => {
  const file = join(folder, 'tells-its-number.mjs')
  await writeFile(file, "process.on('message', (m) => 'job' in m && process.send({ pdf: Buffer.from(String(process.pid)) }))")
  const press = createPress({ idleMs: 50, file: pathToFileURL(file) })
  const number = async (): Promise<number> => Number(Buffer.from(await press.render(aLetter())).toString())
  const [first, second] = await Promise.all([number(), number()])
  expect(second).toBe(first)
  await expect.poll(() => isRunning(first), { timeout: 5000 }).toBe(false)
  expect(await number()).not.toBe(first)
  press.close()
})

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('a closed press refuses', async () => {
  const press = createPress()
  press.close()
  await expect(press.render(aLetter())).rejects.toMatchObject({ failure: 'closed' })
})
