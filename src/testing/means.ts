import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { addLine, type LineInput } from '#resources/droit-commun-line-acts.ts'
import { TODAY, type World } from './world.ts'

/** A line of the CAF for every theme, written by its act unless said otherwise. */
export async function aLine(db: Db, world: World, wish: Partial<LineInput> = {}): Promise<string> {
  const line: LineInput = {
    id: newId(),
    ownerId: world.organisations.caf,
    name: 'Aide au lien social',
    brings: 'Un animateur, deux demi-journées par semaine.',
    criteria: '',
    audience: 'Associations',
    link: '',
    kind: 'money',
    communeCode: null,
    themeCode: null,
    validFrom: TODAY,
    validTo: null,
    source: 'monde de test',
    ...wish,
  }
  const result = await addLine(db, world.mandates.lead, line, TODAY)
  if (!result.done) throw new Error(result.reasons.join())
  return line.id
}
