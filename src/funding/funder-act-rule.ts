import type { Day } from '#platform/day.ts'
import { type Cents, cents } from '#platform/money.ts'

/** What is known, under lock, of one line of an act about to be recorded. */
export interface ActLine {
  envelopeId: string
  year: number
  cents: Cents
  reason: string
  asked: Cents
  retained: Cents | undefined
  decidedAlready: boolean
}

export interface LockedEnvelope {
  id: string
  funderId: string
  year: number
  amount: Cents
  decided: Cents
}

export type LineFlawCode = 'not-yours' | 'wrong-year' | 'not-retained' | 'already-decided' | 'reason-missing' | 'beyond-envelope'
export type LineFlaw = `${LineFlawCode}@${number}`
export type FunderActFlaw = 'nothing-to-decide' | 'signed-in-future' | 'number-used' | LineFlaw

/** Every reason at once; a line's carries its rank. « beyond-envelope » stands on each line of the envelope that overflows. */
export function checkFunderAct(
  act: { signedOn: Day; funderId: string; lines: readonly ActLine[] },
  envelopes: readonly LockedEnvelope[],
  today: Day,
): FunderActFlaw[] {
  const flaws: FunderActFlaw[] = []
  if (act.lines.length === 0) flaws.push('nothing-to-decide')
  if (act.signedOn > today) flaws.push('signed-in-future')
  act.lines.forEach((line, rank) => {
    const envelope = envelopes.find(({ id }) => id === line.envelopeId)
    for (const code of lineFlaws(line, envelope, act)) flaws.push(`${code}@${rank}`)
  })
  return flaws
}

function lineFlaws(
  line: ActLine,
  envelope: LockedEnvelope | undefined,
  act: { funderId: string; lines: readonly ActLine[] },
): LineFlawCode[] {
  if (!envelope || envelope.funderId !== act.funderId) return ['not-yours']
  const flaws: LineFlawCode[] = []
  if (envelope.year !== line.year) flaws.push('wrong-year')
  if (line.decidedAlready) flaws.push('already-decided')
  if (line.retained === undefined) flaws.push('not-retained')
  if (decisionNeedsReason(line) && line.reason.trim() === '') flaws.push('reason-missing')
  if (overflows(envelope, act.lines)) flaws.push('beyond-envelope')
  return flaws
}

/** An act that departs from the committee, or goes above what was asked, says why. */
export function decisionNeedsReason(line: Pick<ActLine, 'cents' | 'retained' | 'asked'>): boolean {
  return line.cents !== line.retained || line.cents > line.asked
}

function overflows(envelope: LockedEnvelope, lines: readonly ActLine[]): boolean {
  return missingIn(envelope, lines) > 0
}

/** What an envelope lacks for all the lines of an act that draw on it; 0 when it suffices. */
export function missingIn(
  envelope: Pick<LockedEnvelope, 'id' | 'amount' | 'decided'>,
  lines: readonly Pick<ActLine, 'envelopeId' | 'cents'>[],
): Cents {
  const added = lines.filter(({ envelopeId }) => envelopeId === envelope.id).reduce((sum, line) => sum + line.cents, 0)
  return cents(Math.max(0, envelope.decided + added - envelope.amount))
}

const LINE_FLAWS = {
  'not-yours': 'Cette enveloppe n’est pas celle de votre organisation.',
  'wrong-year': 'L’enveloppe et le dossier ne sont pas de la même année.',
  'not-retained': 'Le comité n’a pas retenu de montant pour ce dossier.',
  'already-decided': 'Cette aide est déjà décidée par un autre acte.',
  'reason-missing': 'Le montant diffère de celui du comité ou dépasse la demande\u00A0: écrivez le motif.',
  'beyond-envelope': 'L’enveloppe serait dépassée\u00A0: réduisez ce montant, ou augmentez d’abord l’enveloppe.',
} satisfies Record<LineFlawCode, string>

const ACT_FLAWS = {
  'nothing-to-decide': 'Cochez au moins une aide à décider par cet acte.',
  'signed-in-future': 'Un acte ne peut pas être signé dans le futur.',
  'number-used': 'Un acte de votre organisation porte déjà ce numéro.',
} satisfies Record<Exclude<FunderActFlaw, LineFlaw>, string>

export interface SaidFlaw {
  /** Rank of the line, or undefined when the whole act is concerned. */
  line: number | undefined
  text: string
}

/** The French sentence of a flaw and the line beside which it is shown. */
export function sayFunderActFlaw(flaw: FunderActFlaw): SaidFlaw {
  if (flaw === 'nothing-to-decide' || flaw === 'signed-in-future' || flaw === 'number-used')
    return { line: undefined, text: ACT_FLAWS[flaw] }
  const [code, rank] = flaw.split('@')
  const known = LINE_CODES.find((one) => one === code) ?? 'not-yours'
  return { line: Number(rank), text: LINE_FLAWS[known] }
}

const LINE_CODES: readonly LineFlawCode[] = [
  'not-yours',
  'wrong-year',
  'not-retained',
  'already-decided',
  'reason-missing',
  'beyond-envelope',
]
