// Draws src/platform/kit/fonts/pilotis-zero-*.woff2: the zero of Atkinson Hyperlegible Next without its slash, for columns of thousands.
// The face has no feature for it. The outline stays its own; the counter is that of its capital O, drawn to the counter's own size.
// SIL OFL 1.1: a modified version under another name, with its licence (fonts/OFL.txt). Run: node tools/draw-zero.js
import { readFileSync, writeFileSync } from 'node:fs'
import { compress, decompress } from 'wawoff2'
import { readGlyphs } from './glyphs.js'

const WEIGHTS = [400, 600, 700]
const NAME = 'Pilotis Zero'
/** Advance of the tabular figures of the face, in thousandths of em: a zero must line up with the other nine. */
const TABULAR_ADVANCE = 632

function box(points) {
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  return { left: Math.min(...xs), right: Math.max(...xs), low: Math.min(...ys), high: Math.max(...ys) }
}

/** The counter of O, moved and stretched onto the space that the two halves of the zero's counter fill. */
function fitCounter(counter, target) {
  const from = box(counter)
  const along = (value, a, b, c, d) => Math.round(c + ((value - a) * (d - c)) / (b - a))
  return counter.map((point) => ({
    on: point.on,
    x: along(point.x, from.left, from.right, target.left, target.right),
    y: along(point.y, from.low, from.high, target.low, target.high),
  }))
}

function drawZero(glyphs) {
  const [outline, ...halves] = glyphs.contours('0')
  const counter = fitCounter(glyphs.contours('O')[1], box(halves.flat()))
  const shift = Math.round((TABULAR_ADVANCE - glyphs.advance('0')) / 2)
  return [outline, counter].map((contour) => contour.map((point) => ({ ...point, x: point.x + shift })))
}

const int16 = (values) => {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) bytes.writeInt16BE(value >= 0x8000 ? value - 0x10000 : value, index * 2)
  return bytes
}

/** A simple glyph with every coordinate in full: a few bytes more, no flag to get wrong. */
function writeGlyph(contours) {
  const points = contours.flat()
  const size = box(points)
  const ends = contours.map((_, index) => contours.slice(0, index + 1).flat().length - 1)
  const deltas = (key) => points.map((point, index) => point[key] - (index === 0 ? 0 : points[index - 1][key]))
  const bytes = Buffer.concat([
    int16([contours.length, size.left, size.low, size.right, size.high, ...ends, 0]),
    Buffer.from(points.map((point) => (point.on ? 1 : 0))),
    int16(deltas('x')),
    int16(deltas('y')),
  ])
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
}

/** One range, U+0030 → glyph 1, and the end mark of format 4. */
function writeCmap() {
  const table = int16([4, 32, 0, 4, 4, 1, 0, 0x30, 0xffff, 0, 0x30, 0xffff, 1 - 0x30, 1, 0, 0])
  return Buffer.concat([int16([0, 1, 3, 1, 0, 12]), table])
}

function writeNames(weight) {
  const strings = [
    [1, `${NAME} ${weight}`],
    [2, 'Regular'],
    [4, `${NAME} ${weight}`],
    [6, `PilotisZero-${weight}`],
    [13, 'SIL Open Font License 1.1'],
  ].map(([id, text]) => ({ id, bytes: Buffer.from(text, 'utf16le').swap16() }))
  let offset = 0
  const records = strings.flatMap(({ id, bytes }) => {
    const record = [3, 1, 0x409, id, bytes.length, offset]
    offset += bytes.length
    return record
  })
  return Buffer.concat([int16([0, strings.length, 6 + strings.length * 12, ...records]), ...strings.map((each) => each.bytes)])
}

function writeTables(glyphs, weight) {
  const zero = writeGlyph(drawZero(glyphs))
  const head = Buffer.from(glyphs.table('head'))
  head.writeInt16BE(0, 50) // short offsets in loca
  const hhea = Buffer.from(glyphs.table('hhea'))
  hhea.writeUInt16BE(2, 34)
  const maxp = Buffer.from(glyphs.table('maxp'))
  maxp.writeUInt16BE(2, 4)
  const post = Buffer.alloc(32)
  post.writeUInt32BE(0x00030000)
  const left = zero.readInt16BE(2)
  return {
    'OS/2': glyphs.table('OS/2'),
    cmap: writeCmap(),
    glyf: zero,
    head,
    hhea,
    hmtx: int16([TABULAR_ADVANCE, 0, TABULAR_ADVANCE, left]),
    loca: int16([0, 0, zero.length / 2]),
    maxp,
    name: writeNames(weight),
    post,
  }
}

function checksum(bytes) {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0
  return sum
}

function writeFont(tables) {
  const names = Object.keys(tables)
  const header = Buffer.alloc(12 + names.length * 16)
  header.writeUInt32BE(0x00010000)
  const power = 2 ** Math.floor(Math.log2(names.length))
  int16([names.length, power * 16, Math.log2(power), (names.length - power) * 16]).copy(header, 4)
  let offset = header.length
  const bodies = names.map((name, index) => {
    const body = Buffer.concat([tables[name], Buffer.alloc((4 - (tables[name].length % 4)) % 4)])
    const at = 12 + index * 16
    header.write(name.padEnd(4), at, 'latin1')
    header.writeUInt32BE(checksum(body), at + 4)
    header.writeUInt32BE(offset, at + 8)
    header.writeUInt32BE(tables[name].length, at + 12)
    offset += body.length
    return body
  })
  return Buffer.concat([header, ...bodies])
}

for (const weight of WEIGHTS) {
  const source = `../node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff2`
  const glyphs = readGlyphs(Buffer.from(await decompress(readFileSync(new URL(source, import.meta.url)))))
  const font = await compress(writeFont(writeTables(glyphs, weight)))
  writeFileSync(new URL(`../src/platform/kit/fonts/pilotis-zero-${weight}.woff2`, import.meta.url), font)
}
