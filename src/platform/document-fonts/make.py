"""Joins the latin and latin-ext subsets of @fontsource/atkinson-hyperlegible-next and gives them U+202F, once per style."""
import array
import sys
from fontTools.merge import Merger
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphCoordinates
from fontTools.ttLib.tables.ttProgram import Program


def unslash_tabular_zero(font):
    """The slash of the zero helps in a reference and is noise in a column of thousands: only the tabular zero loses it.
    Its two counters become one: the outline itself, scaled to the box that they fill, turned the other way."""
    glyf = font['glyf']
    points, ends, flags = glyf['zero'].getCoordinates(glyf)
    contours = [(list(points[a:b + 1]), list(flags[a:b + 1])) for a, b in zip([0] + [e + 1 for e in ends], ends)]
    (outer, outer_flags), holes = contours[0], [p for c, _ in contours[1:] for p in c]
    box = lambda ps: (min(x for x, _ in ps), max(x for x, _ in ps), min(y for _, y in ps), max(y for _, y in ps))
    a, b = box(outer), box(holes)
    fit = lambda v, lo, hi, to_lo, to_hi: round(to_lo + (v - lo) * (to_hi - to_lo) / (hi - lo))
    inner = [(fit(x, a[0], a[1], b[0], b[1]), fit(y, a[2], a[3], b[2], b[3])) for x, y in reversed(outer)]
    shift = glyf['zero.tf'].components[0].x
    glyph = Glyph()
    glyph.numberOfContours = 2
    glyph.coordinates = GlyphCoordinates([(x + shift, y) for x, y in outer + inner])
    glyph.flags = array.array('B', [f & 1 for f in outer_flags] + [f & 1 for f in reversed(outer_flags)])
    glyph.endPtsOfContours = [len(outer) - 1, 2 * len(outer) - 1]
    glyph.program = Program(); glyph.program.fromBytecode(b'')
    glyf['zero.tf'] = glyph
    glyph.recalcBounds(glyf)


source, target = sys.argv[1], sys.argv[2]
for style in ['400-normal', '400-italic', '700-normal']:
    font = Merger().merge([f'{source}/atkinson-latin-{style}.ttf', f'{source}/atkinson-latin-ext-{style}.ttf'])
    cmap = font.getBestCmap()
    width = font['hmtx'][cmap[0xA0]][0]
    font.setGlyphOrder([*font.getGlyphOrder(), 'uni202F'])
    font['glyf'].glyphs['uni202F'] = Glyph(); font['glyf'].glyphOrder = font.getGlyphOrder()
    font['hmtx'].metrics['uni202F'] = (180, 0)
    for t in font['cmap'].tables:
        if t.isUnicode(): t.cmap[0x202F] = 'uni202F'; t.cmap[0x2011] = t.cmap.get(0x2011, cmap[0x2D])
    font['maxp'].numGlyphs = len(font.getGlyphOrder())
    unslash_tabular_zero(font)
    font['head'].modified = font['head'].created
    font.recalcTimestamp = False
    font.save(f'{target}/atkinson-hyperlegible-next-{style}.ttf')
    print(style, len(font.getBestCmap()), width)
