import type { Day } from '#platform/day.ts'
import { formatEuros } from '#platform/money.ts'
import { textName } from './agreement-state-words.ts'
import { agreementBlocks } from './agreement-step.ts'
import type { Agreement } from './agreement-store.ts'
import type { AwardState } from './award-state-store.ts'
import { finalReportDue } from './report-due.ts'

/** One paper of an award, there or missing. */
export interface AwardDocument {
  name: string
  on: Day | null
  /** What it says, or who must give it when it is missing. */
  detail: string
  state: 'there' | 'missing' | 'expected'
  href: string | null
}

/** Where each file is for the reader; null when it is not the reader's to open. */
export interface DocumentLinks {
  receipt: string | null
  act: string | null
  letter: string | null
  agreement(agreementId: string): string
  agreementFile(agreementId: string, textId: string, kind: 'pdf' | 'signee'): string
  report(kind: 'interim' | 'final'): string | null
}

export interface DocumentFacts {
  award: AwardState
  agreements: readonly Agreement[]
  /** When the application was handed in. */
  submittedOn: Day | null
  interimDepositedOn: Day | null
  today: Day
  links: DocumentLinks
}

/** Every paper of an award in the order of its life; those that should be there are named with who must give them. */
export function awardDocuments(facts: DocumentFacts): AwardDocument[] {
  return [...application(facts), act(facts), letter(facts), ...agreementTexts(facts), ...money(facts.award), ...accounts(facts)]
}

const there = (name: string, on: Day, rest: { detail?: string; href?: string | null } = {}): AwardDocument => ({
  name,
  on,
  detail: rest.detail ?? '',
  state: 'there',
  href: rest.href ?? null,
})
const missing = (name: string, detail: string, href: string | null = null): AwardDocument => ({
  name,
  on: null,
  detail,
  state: 'missing',
  href,
})

function application({ submittedOn, links }: DocumentFacts): AwardDocument[] {
  return submittedOn ? [there('Récépissé de la demande', submittedOn, { href: links.receipt })] : []
}

function act({ award, links }: DocumentFacts): AwardDocument {
  return there(`Acte n°\u00A0${award.actNumber}`, award.actSignedOn, { detail: award.actAuthority, href: links.act })
}

function letter({ award, links }: DocumentFacts): AwardDocument {
  const name = award.granted > 0 ? 'Courrier d’attribution' : 'Courrier de refus'
  return award.notifiedOn ? there(name, award.notifiedOn, { href: links.letter }) : missing(name, `À notifier par ${award.funderName}`)
}

function agreementTexts({ award, agreements, links }: DocumentFacts): AwardDocument[] {
  const mine = agreements.filter(
    ({ funderId, firstYear, lastYear }) => funderId === award.funderId && firstYear <= award.year && award.year <= lastYear,
  )
  const rows = mine.flatMap(({ id, number, texts }) =>
    texts.map(({ id: textId, rank, signatures, copyFileId }): AwardDocument => {
      const name = `${textName(rank)} ${number}`
      const last = signatures.at(-1)?.on ?? null
      const href = copyFileId ? links.agreementFile(id, textId, 'signee') : links.agreement(id)
      if (signatures.length === 2 && last)
        return there(name, last, { detail: copyFileId ? 'Exemplaire signé joint' : 'Signée des deux parties', href })
      const byBeneficiary = signatures.some(({ party }) => party === 'beneficiary')
      return missing(name, `À signer par ${byBeneficiary ? award.funderName : award.organisationName}`, href)
    }),
  )
  const absent = agreementBlocks(award.agreementStep) && rows.every(({ state }) => state === 'there')
  const needed = missing(rows.length === 0 ? 'Convention' : 'Avenant', `Obligatoire, à préparer par ${award.funderName}`)
  return absent && award.decided > 0 ? [...rows, needed] : rows
}

function money({ obligations, payments, corrections, recoveries }: AwardState): AwardDocument[] {
  return [
    ...obligations.map(({ number, on, amount }) => there(`Engagement n°\u00A0${number}`, on, { detail: formatEuros(amount) })),
    ...payments.map(({ number, on, amount }) =>
      there(number === '' ? 'Avis de paiement' : `Avis de paiement n°\u00A0${number}`, on, { detail: formatEuros(amount) }),
    ),
    ...corrections.map(({ kind, on, amount, reason }) =>
      there(kind === 'reversal' ? 'Annulation d’un paiement' : 'Retrait d’un engagement', on, {
        detail: `${formatEuros(amount)}. ${reason}`,
      }),
    ),
    ...recoveries.map(({ number, on, amount }) => there(`Titre de reversement n°\u00A0${number}`, on, { detail: formatEuros(amount) })),
  ]
}

function accounts({ award, interimDepositedOn, today, links }: DocumentFacts): AwardDocument[] {
  if (award.decided === 0 || award.notifiedOn === null) return []
  const { finalDepositedOn, year, organisationName } = award
  const due = finalReportDue(year)
  const final: AwardDocument = finalDepositedOn
    ? there(`Bilan final ${year}`, finalDepositedOn, { href: links.report('final') })
    : {
        ...missing(`Bilan final ${year}`, `À déposer par ${organisationName}`, links.report('final')),
        state: today > due ? 'missing' : 'expected',
        on: due,
      }
  return [
    ...(interimDepositedOn ? [there(`Bilan intermédiaire ${year}`, interimDepositedOn, { href: links.report('interim') })] : []),
    final,
  ]
}
