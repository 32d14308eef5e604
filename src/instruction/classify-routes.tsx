import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { type Classified, classifyParts } from '#calls/orientation-acts.ts'
import { idField, readForm } from '#platform/form.ts'
import type { Flash } from '#platform/kit/frame.ts'
import { backToList, idsOf } from './act-forms.ts'
import { instructionPaths } from './paths.ts'

/** The files ticked in the list receive their orientation, and back to the list as it was. */
export const classifyRoutes = new Hono<AppEnv>()

classifyRoutes.post(instructionPaths.classify, allow('completeness:state'), async (c) => {
  const typed = await readForm(c)
  const back = backToList(typed, instructionPaths.files)
  return redirectSaying(c, back, await classified(c, idsOf(typed.lists['part']), typed.values['classement'] ?? ''))
})
classifyRoutes.get(instructionPaths.classify, allow('completeness:state'), (c) => c.redirect(instructionPaths.files, 303))

async function classified(c: AppContext, partIds: string[], typed: string): Promise<Flash> {
  const orientationId = idField.safeParse(typed)
  if (partIds.length === 0) return { state: 'warning', text: 'Cochez d’abord des dossiers dans la liste.' }
  if (!orientationId.success) return { state: 'warning', text: 'Choisissez d’abord l’orientation à donner aux dossiers cochés.' }
  const result = await classifyParts(c.var.db, c.var.mandate, { partIds, orientationId: orientationId.data }, c.var.today)
  if (!result.done) return { state: 'warning', text: 'Cette orientation n’est pas, ou n’est plus, du contrat\u00A0: rien n’a changé.' }
  return { state: result.value.moved > 0 ? 'success' : 'warning', text: words(result.value) }
}

function words({ moved, already, decided }: Classified): string {
  return [
    moved === 0 ? 'Aucune action n’a changé d’orientation.' : `Orientation donnée à ${actions(moved)}.`,
    already === 0 ? '' : ` ${actions(already)} l’avai${already > 1 ? 'ent' : 't'} déjà.`,
    decided === 0 ? '' : ` ${actions(decided)} déjà décidée${decided > 1 ? 's gardent la leur' : ' garde la sienne'}.`,
  ].join('')
}

const actions = (count: number): string => `${count}\u00A0action${count > 1 ? 's' : ''}`
