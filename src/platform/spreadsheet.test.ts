import { expect, test } from 'vitest'
import { cellName, readSpreadsheet, type SpreadsheetColumn, writeSpreadsheet } from './spreadsheet.ts'
import { aZip } from './test-zip.ts'
import { listZipEntries } from './zip-entries.ts'

const columns: SpreadsheetColumn[] = [
  { header: 'Action', width: 40, kind: 'text' },
  { header: 'Décidé', width: 14, kind: 'cents' },
  { header: 'Habitants', width: 12, kind: 'integer' },
  { header: 'Décision', width: 12, kind: 'day' },
  { header: 'Part', width: 8, kind: 'share' },
]

async function readRows(bytes: Uint8Array): Promise<string[][]> {
  const read = await readSpreadsheet(bytes)
  if (!read.done) throw new Error(read.reasons.join())
  return (read.value[0]?.rows ?? []).map((row) => row.cells)
}

/** A workbook as another program would write it: only the sheet and the strings that the test is about. */
function aWorkbook(sheetData: string): Uint8Array {
  const text = (xml: string): string => `<?xml version="1.0" encoding="UTF-8"?>${xml}`
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return aZip({
    '[Content_Types].xml': text('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'xl/workbook.xml': text(`<workbook xmlns:r="${relation}"><sheets><sheet name="Export" sheetId="1" r:id="rId1"/></sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': text(
      `<Relationships><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/styles.xml': text('<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'),
    'xl/worksheets/sheet1.xml': text(`<worksheet><sheetData>${sheetData}</sheetData></worksheet>`),
  })
}

test('amounts, days and shares are written as numbers and dates, and read back as text', async () => {
  const bytes = await writeSpreadsheet({
    sheets: [
      { name: 'Programmation', columns, rows: [['Vélo-école', 1_250_050, 53_545, '2027-03-11', 0.255]], total: ['Total', 1_250_050] },
    ],
  })
  expect(await readRows(bytes)).toEqual([
    ['Action', 'Décidé', 'Habitants', 'Décision', 'Part'],
    ['Vélo-école', '12500.5', '53545', '2027-03-11', '0.255'],
    ['Total', '12500.5', '', '', ''],
  ])
})

test.each(['=1+1', '+33', '-1', '@SOMME(A1)', '\t=1', '=HYPERLINK("http://x")'])('the text « %s » stays a text', async (text) => {
  const bytes = await writeSpreadsheet({ sheets: [{ name: 'A', columns, rows: [[text]] }] })
  expect((await readRows(bytes))[1]?.[0]).toBe(text.trim())
  expect(Buffer.from(bytes).includes('<f>')).toBe(false)
})

test('a value that is not known leaves its cell empty, zero does not', async () => {
  const bytes = await writeSpreadsheet({ sheets: [{ name: 'A', columns, rows: [['a', null, 0, undefined, 0]] }] })
  expect((await readRows(bytes))[1]).toEqual(['a', '', '0', '', '0'])
})

test('a text too long for a cell is cut and says so', async () => {
  const bytes = await writeSpreadsheet({ sheets: [{ name: 'A', columns, rows: [['x'.repeat(100_000)], ['y'.repeat(32_767)]] }] })
  const [, long, exact] = await readRows(bytes)
  expect(long?.[0]).toHaveLength(32_767)
  expect(long?.[0]).toMatch(/x \[…\]$/)
  expect(exact?.[0]).toBe('y'.repeat(32_767))
})

test('several sheets keep their order, and their names what a spreadsheet accepts', async () => {
  const sheets = ['État [P147]', 'Département du Pas-de-Calais, crédits'].map((name) => ({ name, columns, rows: [] }))
  const read = await readSpreadsheet(await writeSpreadsheet({ sheets }))
  expect(read.done && read.value.map((sheet) => sheet.name)).toEqual(['État  P147', 'Département du Pas-de-Calais, c'])
})

test('control characters in a text do not damage the file', async () => {
  const bytes = await writeSpreadsheet({ sheets: [{ name: 'A', columns, rows: [['a\u0000b\u0001c\ud800d <&> ]]>']] }] })
  expect((await readRows(bytes))[1]?.[0]).toMatch(/^abc.?d <&> \]\]>$/)
})

test.each([
  { cell: '<c r="A1"><v>45032466000000</v></c>', text: '45032466000000' },
  { cell: '<c r="A1"><v>4.5032466000123E13</v></c>', text: '45032466000123' },
  { cell: '<c r="A1"><v>0.30000000000000004</v></c>', text: '0.3' },
  { cell: '<c r="A1"><v>-12.5</v></c>', text: '-12.5' },
  { cell: '<c r="A1"><v>1E-7</v></c>', text: '0.0000001' },
  { cell: '<c r="A1" t="b"><v>1</v></c>', text: 'oui' },
  { cell: '<c r="A1" s="1"><v>46457</v></c>', text: '2027-03-11' },
  { cell: '<c r="A1" s="1"><v>46457.5</v></c>', text: '2027-03-11T12:00:00' },
  { cell: '<c r="A1" t="inlineStr"><is><t>00012</t></is></c>', text: '00012' },
  { cell: '<c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>', text: 'ab' },
])('the cell $cell is read « $text »', async ({ cell, text }) => {
  expect(await readRows(aWorkbook(`<row r="1">${cell}</row>`))).toEqual([[text]])
})

test('a row keeps the number that the spreadsheet shows, and a cell its column, across empty ones', async () => {
  const cell = (name: string): string => `<c r="${name}" t="inlineStr"><is><t>${name}</t></is></c>`
  const read = await readSpreadsheet(aWorkbook(`<row r="3">${cell('B3')}${cell('D3')}</row><row r="7">${cell('A7')}</row>`))
  expect(read.done && read.value[0]?.rows).toEqual([
    { row: 3, cells: ['', 'B3', '', 'D3'] },
    { row: 7, cells: ['A7', '', '', ''] },
  ])
})

test.each([
  { title: 'no byte', bytes: new Uint8Array(), reason: 'empty' },
  { title: 'text', bytes: Buffer.from('nom;montant\n'), reason: 'not-a-spreadsheet' },
  { title: 'the old Excel format', bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex'), reason: 'old-format' },
  { title: 'the start of an archive', bytes: Buffer.from('PK\u0003\u0004abc'), reason: 'broken' },
  { title: 'an archive of something else', bytes: aZip({ 'a.txt': new Uint8Array(3) }), reason: 'not-a-spreadsheet' },
  { title: 'a workbook without its sheets', bytes: aZip({ 'xl/workbook.xml': new Uint8Array(3) }), reason: 'broken' },
  { title: 'a sheet that is not XML', bytes: aWorkbook('<row r="1"><c r="A1"><v>1</row'), reason: 'broken' },
])('a file with $title is refused as $reason', async ({ bytes, reason }) => {
  expect(await readSpreadsheet(bytes)).toEqual({ done: false, reasons: [reason] })
})

test('a file cut short is refused as broken', async () => {
  const bytes = await writeSpreadsheet({ sheets: [{ name: 'A', columns, rows: [['a']] }] })
  expect(await readSpreadsheet(bytes.subarray(0, 800))).toEqual({ done: false, reasons: ['broken'] })
})

test('an archive that would unpack to more than 200 MB is refused before it is opened', async () => {
  const files = { 'xl/workbook.xml': '<a/>', 'xl/sharedStrings.xml': '<a/>' }
  const bytes = aZip(files, { declaredSize: 100_000_001 })
  expect(await readSpreadsheet(aZip(files, { declaredSize: 100_000_000 }))).toEqual({ done: false, reasons: ['broken'] })
  expect(await readSpreadsheet(bytes)).toEqual({ done: false, reasons: ['too-large'] })
})

test('the files of an archive are listed with their sizes', () => {
  expect(listZipEntries(aZip({ 'é.txt': new Uint8Array(1000) }))).toEqual([{ name: 'é.txt', packedSize: expect.any(Number), size: 1000 }])
  expect(listZipEntries(new Uint8Array(10))).toBeUndefined()
  expect(listZipEntries(new TextEncoder().encode('x'.repeat(100)))).toBeUndefined()
})

test.each([
  [1, 0, 'A1'],
  [12, 25, 'Z12'],
  [12, 26, 'AA12'],
  [3, 701, 'ZZ3'],
  [3, 702, 'AAA3'],
])('row %d, column %d is the cell %s', (row, column, name) => {
  expect(cellName(row, column)).toBe(name)
})
