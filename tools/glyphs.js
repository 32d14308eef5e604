// Reads what draw-zero.js needs of a TrueType font: tables, the glyph of a character, its advance and its contours.

function readTables(font) {
  const tables = new Map()
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const at = 12 + index * 16
    const offset = font.readUInt32BE(at + 8)
    tables.set(font.toString('latin1', at, at + 4), font.subarray(offset, offset + font.readUInt32BE(at + 12)))
  }
  return tables
}

/** Format 4 of cmap: segments of characters, each with a shift to its glyphs. */
function findGlyph(cmap, code) {
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const table = cmap.subarray(cmap.readUInt32BE(8 + index * 8))
    if (table.readUInt16BE(0) !== 4) continue
    const doubled = table.readUInt16BE(6)
    let at = 14
    while (table.readUInt16BE(at) < code) at += 2
    const start = table.readUInt16BE(at + doubled + 2)
    const delta = table.readUInt16BE(at + doubled * 2 + 2)
    const range = at + doubled * 3 + 2
    const shift = table.readUInt16BE(range)
    return shift === 0 ? (code + delta) & 0xffff : (table.readUInt16BE(range + shift + 2 * (code - start)) + delta) & 0xffff
  }
  throw new Error('no cmap of format 4')
}

function readFlags(glyph, start, count) {
  const flags = []
  let at = start
  while (flags.length < count) {
    const flag = glyph[at++]
    const times = flag & 8 ? glyph[at++] + 1 : 1
    for (let time = 0; time < times; time++) flags.push(flag)
  }
  return { flags, at }
}

function readCoordinates(glyph, flags, start, { short, same }) {
  let at = start
  let value = 0
  const values = flags.map((flag) => {
    if (flag & short) value += flag & same ? glyph[at++] : -glyph[at++]
    else if (!(flag & same)) {
      value += glyph.readInt16BE(at)
      at += 2
    }
    return value
  })
  return { values, at }
}

function readContours(glyph) {
  const count = glyph.readInt16BE(0)
  const ends = Array.from({ length: count }, (_, index) => glyph.readUInt16BE(10 + index * 2))
  const instructions = 10 + count * 2
  const { flags, at } = readFlags(glyph, instructions + 2 + glyph.readUInt16BE(instructions), ends[count - 1] + 1)
  const xs = readCoordinates(glyph, flags, at, { short: 2, same: 16 })
  const ys = readCoordinates(glyph, flags, xs.at, { short: 4, same: 32 })
  const points = flags.map((flag, index) => ({ on: (flag & 1) === 1, x: xs.values[index], y: ys.values[index] }))
  return ends.map((end, index) => points.slice(index === 0 ? 0 : ends[index - 1] + 1, end + 1))
}

export function readGlyphs(font) {
  const tables = readTables(font)
  const long = tables.get('head').readInt16BE(50) === 1
  const loca = tables.get('loca')
  const start = (glyph) => (long ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2)
  const metrics = tables.get('hhea').readUInt16BE(34)
  const glyphOf = (character) => findGlyph(tables.get('cmap'), character.charCodeAt(0))
  return {
    table: (name) => tables.get(name),
    advance: (character) => tables.get('hmtx').readUInt16BE(Math.min(glyphOf(character), metrics - 1) * 4),
    contours: (character) => readContours(tables.get('glyf').subarray(start(glyphOf(character)))),
  }
}
