import { type Day, formatDayShort } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import type { DocumentOrder } from '#platform/document.ts'
import { NotFound } from '#platform/errors.ts'
import type { AwardState } from './award-state-store.ts'
import template from './letter.typ?raw'
import { findPostalAddress, type PostalAddress } from './letter-store.ts'
import { letterWords } from './letter-words.ts'

/** The letter of an award as it stands: the same award and day always give the same file. */
export async function letterOrder(
  db: Db,
  award: AwardState,
  { today, demonstration }: { today: Day; demonstration: boolean },
): Promise<DocumentOrder> {
  const [from, to] = [await findPostalAddress(db, award.funderId), await findPostalAddress(db, award.organisationId)]
  if (!from || !to) throw new NotFound()
  const { title, ...words } = letterWords(award)
  return {
    name: 'courrier',
    template,
    title,
    day: today,
    demonstration,
    data: {
      ...words,
      organisation: { name: from.name, lines: addressLines(from) },
      recipient: [to.name, ...addressLines(to)],
      placeAndDay: from.commune ? `${from.commune}, le ${formatDayShort(today)}` : `Le ${formatDayShort(today)}`,
      references: references(award),
      signatory: { name: '', role: award.actAuthority },
    },
  }
}

function addressLines({ address, postalCode, commune }: PostalAddress): string[] {
  return [address, [postalCode, commune ?? ''].join(' ').trim()].filter((line) => line !== '')
}

function references({ title, year, number, dauphinNumber, actAuthority, actNumber, actSignedOn, envelopeLabel }: AwardState): string[][] {
  return [
    ['Action', `${title} (${year})`],
    ...(number === null ? [] : [['Dossier', `n°\u00A0${number}`]]),
    ...(dauphinNumber ? [['Numéro Dauphin', dauphinNumber]] : []),
    ['Décision', `${actAuthority}, n°\u00A0${actNumber} du ${formatDayShort(actSignedOn)}`],
    ['Crédits', envelopeLabel],
  ]
}
