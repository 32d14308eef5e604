import type { AnalysedMoney, AnalysedPart } from './analysis-rows.ts'

/** The text of `listParts`, back into parts: the fields in the order of its select. */
export function readParts(lines: string): AnalysedPart[] {
  return linesOf(lines, 15).map(
    ([
      key = '',
      contractId = '',
      organisationId = '',
      actionId = '',
      year,
      orientation,
      theme,
      marker,
      organisationKind,
      renewed,
      ...rest
    ]) => {
      const [women, men, reachedWomen, reachedMen, places] = rest
      return {
        ...{ key, contractId, organisationId, actionId, year: numberOf(year), renewed: renewed === '1' },
        ...{ orientation: orientation || null, theme: theme || null, marker: marker || null, organisationKind: organisationKind || null },
        crowd: { women: numberOf(women), men: numberOf(men), reachedWomen: numberOf(reachedWomen), reachedMen: numberOf(reachedMen) },
        shares: placesOf(places).map(([qpvId, share]) => ({ qpvId, share })),
      }
    },
  )
}

/** The text of `listWishes` and `listAwards`, back into money. */
export function readMoney(lines: string): AnalysedMoney[] {
  return linesOf(lines, 11).map(
    ([partKey = '', funderId = '', kind, asked, retained, decided, obligated, paid, multiYear, notified, places]) => ({
      ...{ partKey, funderId, kind: kind || null, notified: notified === '1' },
      amounts: {
        ...{ asked: numberOf(asked), retained: numberOf(retained), decided: numberOf(decided) },
        ...{ obligated: numberOf(obligated), paid: numberOf(paid), multiYear: numberOf(multiYear) },
      },
      held: placesOf(places).map(([qpvId, amount]) => ({ qpvId, amount })),
    }),
  )
}

function linesOf(lines: string, fields: number): string[][] {
  if (lines === '') return []
  return lines.split('\n').map((line) => {
    const read = line.split('|')
    if (read.length !== fields) throw new RangeError(`${read.length} fields where ${fields} are expected: ${line}`)
    return read
  })
}

function placesOf(places = ''): [string, number][] {
  if (places === '') return []
  return places.split(',').map((place) => {
    const [id = '', value] = place.split(':')
    return [id, numberOf(value)]
  })
}

function numberOf(text = ''): number {
  const number = Number(text)
  if (text === '' || !Number.isFinite(number)) throw new RangeError(`not a number: « ${text} »`)
  return number
}
