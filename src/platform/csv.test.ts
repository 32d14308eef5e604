import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv, writeCsv } from './csv.ts'

const columns = [
  { header: 'nom', value: (row: readonly [string, number | null]) => row[0] },
  { header: 'montant', value: (row: readonly [string, number | null]) => row[1] },
]
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const windows1252 = (text: string): Uint8Array => Buffer.from(text, 'latin1')

test('a file has its header, CRLF lines, and quotes only where they are needed', () => {
  expect(
    writeCsv(columns, [
      ['Régie "A", sud', 12.5],
      ['Deux\nlignes', null],
      ['Un;deux', 0],
    ]),
  ).toBe('nom,montant\r\n"Régie ""A"", sud",12.5\r\n"Deux\nlignes",\r\nUn;deux,0\r\n')
})

test('with a semicolon and a byte order mark a French spreadsheet opens it', () => {
  expect(writeCsv(columns, [['Un;deux', 1]], { delimiter: ';', bom: true })).toBe('\ufeffnom;montant\r\n"Un;deux";1\r\n')
})

test.each(['=1+1', '+33', '-1', '@SOMME(A1)', '\t=1', '\r=1'])('the text « %j » cannot be run as a formula', (text) => {
  const line = writeCsv(columns, [[text, -5]])
    .split('\r\n')
    .slice(1)
    .join('\r\n')
  expect(line).toMatch(/^"?'/)
  expect(line).toContain(',-5') // a number stays a number
})

test('a machine format keeps the text as it is', () => {
  expect(writeCsv(columns, [['-1', null]], { formulaSafe: false })).toBe('nom,montant\r\n-1,\r\n')
})

test('without rows there is still a header', () => {
  expect(writeCsv(columns, [])).toBe('nom,montant\r\n')
})

test('whatever is written is read back by an independent reader', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.integer())),
      fc.constantFrom(',' as const, ';' as const),
      (rows, delimiter) => {
        const text = writeCsv(columns, rows, { delimiter, formulaSafe: false })
        const [, ...read] = parse(text, { delimiter })
        expect(read).toEqual(rows.map(([name, amount]) => [name, String(amount)]))
      },
    ),
  )
})

test.each([
  { title: 'UTF-8', bytes: utf8('nom;ville\r\nÉté;Lens\r\n'), encoding: 'utf-8' },
  { title: 'UTF-8 with its mark', bytes: utf8('\ufeffnom;ville\nÉté;Lens\n'), encoding: 'utf-8' },
  { title: 'windows-1252', bytes: windows1252('nom;ville\r\nÉté;Lens'), encoding: 'windows-1252' },
  {
    title: 'windows-1252 under a wrong mark',
    bytes: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), windows1252('nom;ville\r\nÉté;Lens')]),
    encoding: 'windows-1252',
  },
])('$title is recognised', ({ bytes, encoding }) => {
  const read = readCsv(bytes)
  expect(read).toMatchObject({ done: true, value: { header: ['nom', 'ville'], encoding, delimiter: ';' } })
  expect(read.done && read.value.rows).toEqual([{ line: 2, cells: ['Été', 'Lens'] }])
})

test.each([
  { text: 'a,b,c\n1,2,3', delimiter: ',' },
  { text: 'a;b;c\n1,5;2,5;3,5', delimiter: ';' },
  { text: '"a,b,c,d";e\n1;2', delimiter: ';' },
  { text: '\n\na,b\n1,2', delimiter: ',' },
  { text: 'seul\n1', delimiter: ';' },
])('the delimiter of « $text » is « $delimiter »', ({ text, delimiter }) => {
  expect(readCsv(utf8(text))).toMatchObject({ done: true, value: { delimiter } })
})

test('each row keeps the number of its first line, across empty lines and line ends inside quotes', () => {
  const read = readCsv(utf8('a;b\r\n1;"deux\r\nlignes"\r\n\r\n;\r\n2;x\r\n'))
  expect(read.done && read.value.rows).toEqual([
    { line: 2, cells: ['1', 'deux\r\nlignes'] },
    { line: 6, cells: ['2', 'x'] },
  ])
})

test.each(['\n', '\r\n', '\r'])('lines are numbered whatever ends them (%j)', (end) => {
  const read = readCsv(utf8(['a;b', '1;2', '', '3;"x', 'y"', '5;6'].join(end)))
  expect(read.done && read.value.rows.map((row) => row.line)).toEqual([2, 4, 6])
})

test('a line shorter or longer than the header is kept as it is', () => {
  const read = readCsv(utf8('a;b\n1\n1;2;3\n'))
  expect(read.done && read.value.rows.map((row) => row.cells)).toEqual([['1'], ['1', '2', '3']])
})

test.each([
  { title: 'no byte', bytes: utf8(''), reason: 'empty' },
  { title: 'only spaces', bytes: utf8('\ufeff \r\n;\r\n'), reason: 'empty' },
  { title: 'a quote never closed', bytes: utf8('a;b\n"1;2\n3;4'), reason: 'broken-quotes' },
  { title: 'a spreadsheet renamed', bytes: Buffer.from('PK\u0003\u0004\u0000\u0000'), reason: 'not-text' },
])('a file with $title is refused as $reason', ({ bytes, reason }) => {
  expect(readCsv(bytes)).toEqual({ done: false, reasons: [reason] })
})
