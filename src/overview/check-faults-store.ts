import { formatDayShort } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { checkJournal } from '#platform/journal.ts'
import { formatEurosExact } from '#platform/money.ts'
import {
  listOverpaidObligations,
  listRepeatedNumbers,
  listUnreadableFiles,
  listWrongAwards,
  listWrongEnvelopes,
  listWrongSplits,
} from './check-store.ts'

/** Every fault of the database, a sentence each; empty when all holds. */
export async function checkDatabase(db: Db): Promise<string[]> {
  return [
    ...(await envelopeFaults(db)),
    ...(await awardFaults(db)),
    ...(await splitFaults(db)),
    ...(await fileFaults(db)),
    ...(await checkJournal(db)),
  ]
}

async function envelopeFaults(db: Db): Promise<string[]> {
  return (await listWrongEnvelopes(db)).flatMap(({ code, year, funder, amount, kept, sum }) => {
    const which = `Enveloppe «\u00A0${code}\u00A0» ${year} (${funder})\u00A0:`
    return [
      ...(kept === sum
        ? []
        : [`${which} le décidé enregistré est ${formatEurosExact(kept)}, la somme des décisions ${formatEurosExact(sum)}.`]),
      ...(sum > amount ? [`${which} ${formatEurosExact(sum)} décidés pour un montant de ${formatEurosExact(amount)}.`] : []),
      ...(sum < 0 ? [`${which} la somme des décisions est négative, ${formatEurosExact(sum)}.`] : []),
    ]
  })
}

async function awardFaults(db: Db): Promise<string[]> {
  const awards = (await listWrongAwards(db)).flatMap(({ id, title, year, funder, kept, decided, obligated, paid }) => {
    const which = `Subvention ${year} de «\u00A0${title}\u00A0» (${funder}, ${id.slice(-8)})\u00A0:`
    return [
      ...(kept === paid
        ? []
        : [`${which} le payé enregistré est ${formatEurosExact(kept)}, la somme des paiements ${formatEurosExact(paid)}.`]),
      ...(decided < 0 ? [`${which} le décidé est négatif, ${formatEurosExact(decided)}.`] : []),
      ...(obligated > Math.max(0, decided)
        ? [`${which} ${formatEurosExact(obligated)} engagés pour ${formatEurosExact(decided)} décidés.`]
        : []),
      ...(paid > obligated ? [`${which} ${formatEurosExact(paid)} payés pour ${formatEurosExact(obligated)} engagés.`] : []),
    ]
  })
  const obligations = (await listOverpaidObligations(db)).map(
    ({ number, title, amount, paid }) =>
      `Engagement ${number} de «\u00A0${title}\u00A0»\u00A0: ${formatEurosExact(paid)} payés pour ${formatEurosExact(amount)} engagés.`,
  )
  return [...awards, ...obligations]
}

async function splitFaults(db: Db): Promise<string[]> {
  return (await listWrongSplits(db)).map(
    ({ title, year, decidedOn, amount, split }) =>
      `Répartition par quartier ${year} de «\u00A0${title}\u00A0», décision du ${formatDayShort(decidedOn)}\u00A0: ${formatEurosExact(split)} répartis pour ${formatEurosExact(amount)} décidés.`,
  )
}

async function fileFaults(db: Db): Promise<string[]> {
  const repeated = (await listRepeatedNumbers(db)).map(
    ({ call, number, count }) => `Appel «\u00A0${call}\u00A0»\u00A0: le numéro de dépôt ${number} est donné ${count} fois.`,
  )
  const unread = (await listUnreadableFiles(db)).map(
    ({ call, number, organisation }) =>
      `Appel «\u00A0${call}\u00A0», dossier ${number}\u00A0: ${organisation} devrait pouvoir le lire et n’en a pas le droit.`,
  )
  return [...repeated, ...unread]
}
