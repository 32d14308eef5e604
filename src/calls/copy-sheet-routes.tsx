import { Hono } from 'hono'
import { type AppEnv, allow } from '#access/http.ts'
import { listFunders } from '#contract/store.ts'
import { NotFound } from '#platform/errors.ts'
import { idField } from '#platform/form.ts'
import { findApplication } from './application-store.ts'
import { CopySheetPage } from './CopySheetPage.tsx'
import { copySheets } from './copy-sheet.ts'
import { getFormChoices } from './form-choices-store.ts'

export const copySheetRoutes = new Hono<AppEnv>()

copySheetRoutes.get('/demandes/:id/fiche-dauphin', allow('application:write'), async (c) => {
  const { db, mandate, today, frame } = c.var
  const id = idField.safeParse(c.req.param('id'))
  const file = id.success ? await findApplication(db, mandate.scope, id.data) : undefined
  if (file?.organisationId !== mandate.organisationId) throw new NotFound()
  const funders = await listFunders(db, file.contractId)
  const choices = await getFormChoices(db, file.contractId, today)
  const stateIds = funders.filter(({ budgetAccount }) => budgetAccount === '74etat').map((funder) => funder.id)
  const raws = new Map(file.answers.map(({ subjectId, field, raw }) => [`${subjectId} ${field}`, raw]))
  const sheets = copySheets({ file, choices, stateIds, answer: (subjectId, field) => raws.get(`${subjectId} ${field}`) ?? '' })
  return c.html(<CopySheetPage frame={frame} file={file} sheets={sheets} />)
})
