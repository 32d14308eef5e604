import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import { sendApplication, writeApplication } from './application.ts'
import { test } from './journey.ts'
import { aPerson, download, eurosOf, expectAccessible, expectPdf, expectRefusedBeside, fill, moveTo, spaced } from './support.ts'

const ASSOCIATION = 'Les Semeurs du Pont-Levis'
const TITLE = 'Potager partagé du Pont-Levis'
const EMAIL = 'odile.semeur@pilotis.example'
const APPLICATION = { organisation: ASSOCIATION, title: TITLE, contact: 'Odile Semeur', email: EMAIL }
const STATE = 'État, préfecture du Pas-de-Calais'
const REGION = 'Région Hauts-de-France'

/** Everybody at work on the file, each at a computer of one's own. */
interface Cast {
  association: Page
  lead: Page
  state: Page
  region: Page
  visitor: Page
}

test('one file goes from the first keystroke to the open data', async ({ browser }) => {
  test.setTimeout(420_000) // the steps of a whole year, on machines much slower than ours
  const cast = await gather(browser)
  await test.step('1 and 2. A newcomer signs in by mail, claims a SIRET and is confirmed', () => arrive(cast))
  await test.step('2. The association writes its application, one field at a time', () => writeApplication(cast.association, APPLICATION))
  await test.step('2. It joins its pieces, sends, and has its receipt', () => sendApplication(cast.association, APPLICATION))
  await test.step('4. The lead states the file complete and asks opinions; funders give theirs', () => examine(cast))
  await test.step('5. The committee: each funder fixes its amount, and the envelopes move for all', () => retain(cast))
  await test.step('5. Each funder decides by its own act', () => decide(cast))
  await test.step('6. Letters are read, then notified; the State waits for its Dauphin number', () => notify(cast))
  await test.step('6. The association reduces one award: the money returns to its envelope', () => answer(cast))
  await test.step('7. Obligations and payments, never a cent beyond', () => pay(cast))
  await test.step('7. Interim and final accounts', () => report(cast))
  await test.step('8. The programming table, its sub-totals, its spreadsheet and its A3', () => programme(cast.lead))
  await test.step('9. The public page, the open data and the API say the same', () => publish(cast.visitor))
  for (const page of Object.values(cast)) await page.context().close()
})

async function gather(browser: Browser): Promise<Cast> {
  const nobody = async (): Promise<Page> => (await browser.newContext()).newPage()
  return {
    association: await nobody(),
    lead: await aPerson(browser, 'Lens-Liévin', 'project-lead'),
    state: await aPerson(browser, STATE, 'state-instructor'),
    region: await aPerson(browser, REGION, 'funder'),
    visitor: await nobody(),
  }
}

async function arrive({ association, lead }: Cast): Promise<void> {
  await association.goto('/connexion')
  await expectAccessible(association)
  await association.getByLabel('Votre adresse électronique').fill(EMAIL)
  await association.getByRole('button', { name: 'Recevoir le lien de connexion' }).click()
  await expect(association.locator('main')).toContainText(EMAIL)
  await expectAccessible(association)
  await association.getByRole('link', { name: 'lisez-les dans la boîte des messages' }).click()
  const mail = association.getByRole('region', { name: 'Votre lien de connexion à Pilotis' }).filter({ hasText: EMAIL }).first()
  await mail.getByRole('link', { name: /connexion\/lien/ }).click()
  await expectAccessible(association)
  await association.getByRole('button', { name: 'Me connecter' }).click()
  await expectAccessible(association)
  await association.getByRole('link', { name: 'Demander à agir pour un organisme' }).click()
  await fill(association, { 'SIRET de l’organisme': '000 700 001 00018', 'Nom de l’organisme': ASSOCIATION })
  await association.getByLabel('Forme juridique').selectOption('Association')
  await association.getByRole('button', { name: 'Envoyer la demande' }).click()
  await expectRefusedBeside(association.getByLabel('SIRET de l’organisme'), /Ce n’est pas un SIRET/)
  await expectAccessible(association)
  await association.getByLabel('SIRET de l’organisme').fill('000 700 001 00019')
  await association.getByRole('button', { name: 'Envoyer la demande' }).click()
  await expect(association.getByRole('row', { name: ASSOCIATION })).toContainText('En attente')
  await expectAccessible(association)
  await lead.goto('/mandats/demandes')
  await expectAccessible(lead)
  await lead.getByRole('button', { name: `Confirmer le rattachement : ${ASSOCIATION}` }).click()
  await expect(lead.getByRole('status')).toContainText('confirmé')
}

async function examine({ lead, state, region }: Cast): Promise<void> {
  await lead.goto('/dossiers?appel=ete-2027')
  await expectAccessible(lead)
  await lead.getByRole('link', { name: TITLE }).first().click()
  await expectAccessible(lead)
  await lead.getByLabel('Complet', { exact: true }).check()
  await lead.getByRole('button', { name: 'Enregistrer la complétude' }).click()
  await expect(lead.getByRole('region', { name: 'Complétude' })).toContainText('Complet depuis le 9 mars 2027')
  await lead.getByRole('link', { name: 'Demander un avis' }).click()
  await expectAccessible(lead)
  await lead.getByLabel(STATE).check()
  await lead.getByLabel(REGION).check()
  await lead.getByRole('button', { name: 'Demander les avis' }).click()
  await expect(lead.getByRole('status')).toContainText('2 avis sont demandés')
  await giveOpinion(state, { said: 'Favorable', proposed: '4 500', reason: 'Le jardin est attendu.' })
  await giveOpinion(region, { said: 'Réservé', proposed: '2 500', reason: 'Le nombre de places reste à préciser.' })
  await expect(region.getByRole('region', { name: 'Avis reçus : 2 sur 2' })).toContainText('Propose 4 500 €')
}

async function giveOpinion(page: Page, { said, proposed, reason }: { said: string; proposed: string; reason: string }): Promise<void> {
  await page.goto('/instruction')
  await expectAccessible(page)
  await page.getByRole('link', { name: TITLE }).first().click()
  await page.getByLabel(said, { exact: true }).check()
  await fill(page, { 'Montant que vous proposez': proposed, Motif: reason })
  await page.getByRole('button', { name: 'Rendre l’avis' }).click()
  await expect(page.getByRole('status')).toContainText('Votre avis est enregistré')
  await expectAccessible(page)
}

async function retain({ lead, state, region, visitor }: Cast): Promise<void> {
  await lead.goto('/comites')
  await expectAccessible(lead)
  await lead.getByRole('link', { name: 'Comité des financeurs de l’été, 27 avril 2027' }).click()
  await lead.getByRole('link', { name: 'Ordre du jour', exact: true }).click()
  await expectAccessible(lead)
  await lead.getByLabel(`Examiner ${TITLE}`).check()
  await lead.getByRole('button', { name: 'Enregistrer l’ordre du jour' }).click()
  await expect(lead.getByRole('status').filter({ hasText: 'Ordre du jour enregistré' })).toBeVisible()
  await moveTo(visitor, '2027-04-27')
  await lead.reload()
  await expectAccessible(lead)
  for (const page of [state, region]) {
    await page.goto(lead.url())
    await page.getByRole('link', { name: TITLE }).click()
    await expectAccessible(page)
  }
  await state.getByLabel('Retenu, État').fill('4 000')
  await state.getByRole('button', { name: /^Fixer/ }).click()
  await expectRefusedBeside(state.getByLabel('Motif, État'), /Écrivez le motif/) // less than proposed: the reason is owed
  await expect(state.getByLabel('Retenu, État')).toHaveValue('4 000')
  await state.getByLabel('Motif, État').fill('Le reste viendra de la commune.')
  await state.getByRole('button', { name: /^Fixer/ }).click()
  await region.getByLabel('Retenu, Région').fill('2 500')
  await region.getByRole('button', { name: /^Fixer/ }).click()
  // Nobody touched the page of the lead: its gauges moved by themselves.
  await expect(lead.getByRole('img', { name: /^État : retenu en comité 4 000 €/ })).toBeVisible()
  await expect(lead.getByRole('img', { name: /^Région : retenu en comité 2 500 €/ })).toBeVisible()
}

async function decide({ state, region }: Cast): Promise<void> {
  await signAct(state, { authority: 'Préfet du Pas-de-Calais', number: '2027-118', amount: '4 000' })
  await signAct(region, { authority: 'Commission permanente', number: '2027-045', amount: '2 500' })
}

async function signAct(page: Page, act: { authority: string; number: string; amount: string }): Promise<void> {
  await page.goto('/decisions')
  await expectAccessible(page)
  await expect(page.getByLabel(`Décidé, ${TITLE}`)).toHaveValue(spaced(act.amount))
  await fill(page, { Autorité: act.authority, 'Numéro de l’acte': act.number, 'Date de signature': '2027-04-27' })
  await page.getByRole('button', { name: 'Enregistrer l’acte' }).click()
  await expect(page.getByRole('status')).toContainText(`L’acte ${act.number} est enregistré`)
  await expect(page.getByRole('row', { name: TITLE })).toContainText(act.amount)
  await expectAccessible(page)
}

async function notify({ association, state, region }: Cast): Promise<void> {
  await state.goto('/courriers')
  await expect(state.getByRole('row', { name: TITLE })).toContainText('Numéro Dauphin manquant')
  await expectAccessible(state)
  await state.getByRole('link', { name: TITLE }).click()
  await expect(state.locator('main')).toContainText('Ce courrier ne peut pas partir')
  await expect(state.getByRole('button', { name: 'Notifier ce courrier' })).toBeHidden()
  await expectAccessible(state)
  expectPdf(await download(state, state.getByRole('link', { name: 'Aperçu du courrier (PDF)' })))
  await association.goto('/demandes')
  await association.getByRole('link', { name: TITLE }).click()
  const number = association.getByRole('textbox', { name: 'Numéro de dossier Dauphin' })
  await number.fill('n’importe quoi')
  await association.getByRole('button', { name: 'Enregistrer le numéro' }).click()
  await expectRefusedBeside(number, /commence par DA/)
  await number.fill('DA62270199')
  await association.getByRole('button', { name: 'Enregistrer le numéro' }).click()
  await expect(association.getByRole('status').first()).toContainText('DA62270199 est enregistré')
  await state.reload()
  await state.getByRole('button', { name: 'Notifier ce courrier' }).click()
  await expect(state.getByRole('status')).toContainText('Un courrier est notifié')
  await region.goto('/courriers')
  await region.getByLabel(`Choisir le courrier de ${TITLE}`).check()
  await region.getByRole('button', { name: 'Notifier les courriers cochés' }).click()
  await expect(region.getByRole('status')).toContainText('Un courrier est notifié')
}

/** What is left in the funder's own envelope, in euros. */
async function leftOf(page: Page): Promise<number> {
  await page.goto('/decisions')
  return eurosOf(await page.getByRole('article').getByRole('paragraph').filter({ hasText: 'Reste' }).first().textContent())
}

async function answer({ association, region }: Cast): Promise<void> {
  const before = await leftOf(region)
  await association.goto('/subventions')
  await expectAccessible(association)
  await association.getByRole('link', { name: REGION }).click()
  await expectAccessible(association)
  await association.getByLabel('Je réduis').check()
  await fill(association, { 'Montant que vous conservez': '2 000', Motif: 'Un atelier de moins.' })
  await association.getByRole('button', { name: 'Envoyer ma réponse' }).click() // 10 000 € of costs for 8 000 € of money
  await expect(association.getByRole('region', { name: /à corriger/ })).toBeVisible()
  await expect(association.getByLabel('Motif')).toHaveValue('Un atelier de moins.')
  await expectAccessible(association)
  await fill(association, { '601 Matières et fournitures': '1 900', '641 Rémunération': '6 100' })
  await association.getByRole('button', { name: 'Envoyer ma réponse' }).click()
  await expect(association.getByRole('status').first()).toContainText(`500 € reviennent au financeur (${REGION})`)
  expect(await leftOf(region)).toBe(before + 500)
  await association.goto('/subventions')
  await association.getByRole('link', { name: STATE }).click()
  await association.getByRole('button', { name: 'Envoyer ma réponse' }).click()
  await expect(association.getByRole('status').first()).toContainText('Votre subvention est confirmée')
}

async function pay({ state, region, visitor }: Cast): Promise<void> {
  await moveTo(visitor, '2027-06-15')
  await payAll(state, { obligation: '2104567890', decided: '4 000', tooMuch: '4 000,01' })
  await payAll(region, { obligation: 'REG-27-88', decided: '2 000', tooMuch: '2 000,01' })
}

async function payAll(page: Page, of: { obligation: string; decided: string; tooMuch: string }): Promise<void> {
  await page.goto('/paiements')
  await expectAccessible(page)
  await page.getByRole('link', { name: TITLE }).click()
  await expectAccessible(page)
  await expect(page.getByLabel('Montant engagé')).toHaveValue(spaced(of.decided))
  await fill(page, { 'Numéro d’engagement': of.obligation, 'Date de l’engagement': '2027-06-10' })
  await page.getByRole('button', { name: 'Enregistrer l’engagement' }).click()
  await page.getByRole('button', { name: 'Enregistrer définitivement' }).click()
  await expect(page.getByRole('status')).toContainText('L’engagement est enregistré')
  await fill(page, { 'Date du paiement': '2027-06-15', 'Montant payé': of.tooMuch })
  await page.getByRole('button', { name: 'Enregistrer le paiement' }).click()
  await page.getByRole('button', { name: 'Enregistrer définitivement' }).click()
  await expectRefusedBeside(page.getByLabel('Montant payé'), /engagé/) // one cent beyond what is obligated
  await expect(page.getByLabel('Montant payé')).toHaveValue(of.tooMuch)
  await expectAccessible(page)
  await page.getByLabel('Montant payé').fill(of.decided)
  await page.getByRole('button', { name: 'Enregistrer le paiement' }).click()
  await page.getByRole('button', { name: 'Enregistrer définitivement' }).click()
  await expect(page.getByRole('status')).toContainText('Le paiement est enregistré')
  await expect(page.getByRole('row', { name: '15 juin 2027' }).first()).toContainText(of.decided)
}

async function report({ association, state, visitor }: Cast): Promise<void> {
  await handIn(association, { kind: 'Bilan intermédiaire 2027', supplies: '900', wages: '3 100', fees: '400', own: '500' })
  await moveTo(visitor, '2028-01-15')
  await handIn(association, { kind: 'Bilan final 2027', supplies: '1 900', wages: '6 100', fees: '1 000', own: '1 000' })
  await state.goto('/bilans?annee=2027')
  await expectAccessible(state)
  await state
    .getByRole('link', { name: new RegExp(TITLE) })
    .first()
    .click()
  await expect(state.getByRole('row', { name: '601' })).toContainText('1 900')
  await expectAccessible(state)
}

async function handIn(page: Page, of: { kind: string; supplies: string; wages: string; fees: string; own: string }): Promise<void> {
  await page.goto('/subventions')
  await page
    .getByRole('link', { name: new RegExp(of.kind) })
    .first()
    .click()
  await expectAccessible(page)
  await fill(page, { Réalisations: 'Dix ateliers ont eu lieu.', 'Indicateur atteint': '18 familles' })
  await fill(page.getByRole('group', { name: '26 à 59 ans' }), { Femmes: '28', Hommes: '12' })
  await fill(page, { '601 Matières': of.supplies, '641 Rémunération': of.wages, '756 Cotisations': of.fees, 'Part payée': of.own })
  await page.getByLabel('Nom et qualité').fill('La présidente de l’association')
  await page.getByLabel(/Je certifie/).check()
  await page.getByRole('button', { name: 'Déposer le bilan' }).click()
  await expect(page.getByRole('status').first()).toContainText('Votre bilan est déposé')
  await expectAccessible(page)
}

async function programme(page: Page): Promise<void> {
  await page.goto('/programmation?annee=2027&q=Pont-Levis')
  await expectAccessible(page) // the same screen with its 300 rows is judged in every-screen-fits
  await page.goto('/programmation?annee=2027')
  const table = page.getByRole('table', { name: /^Programmation 2027 par commune/ })
  await expect(table.getByRole('row', { name: TITLE })).toContainText(/8\s000\s*6\s500\s*6\s000\s*6\s000/) // asked, retained, decided, paid
  for (const by of ['commune', 'orientation']) {
    await page.goto(`/programmation?annee=2027&par=${by}`)
    await expectSubTotals(page)
  }
  const sheet = await download(page, page.getByRole('link', { name: 'Tableur' }))
  expect(sheet.body.subarray(0, 2).toString()).toBe('PK')
  expect(sheet.body.length).toBeGreaterThan(5000)
  expectPdf(await download(page, page.getByRole('link', { name: 'PDF A3' })))
}

/** What is asked, retained, decided and paid: each group's sum is that of its rows, and the whole is that of the groups. */
async function expectSubTotals(page: Page): Promise<void> {
  const amounts = (rows: Locator): Promise<number[][]> =>
    rows.evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('td.tot')].map(({ textContent }) => Number(textContent?.replaceAll(/\D/g, '') ?? 0))),
    )
  const sum = (rows: number[][]): number[] =>
    rows.reduce((total, row) => total.map((amount, rank) => amount + (row[rank] ?? 0)), [0, 0, 0, 0])
  const table = page.locator('main table').last()
  const groups = await amounts(table.locator('tbody tr.group'))
  expect(groups.length).toBeGreaterThan(3)
  for (const [rank, group] of groups.entries())
    expect(sum(await amounts(table.locator('tbody').nth(rank).locator('tr:not(.group)')))).toEqual(group)
  expect([sum(groups)]).toEqual(await amounts(table.locator('tfoot tr')))
}

async function publish(page: Page): Promise<void> {
  await page.goto('/actions?annee=2027')
  await expectAccessible(page)
  await page.getByRole('link', { name: TITLE }).click()
  await expect(page.getByRole('row', { name: 'Ensemble' })).toContainText(/6\s000\s*6\s000/)
  await expect(page.locator('main')).not.toContainText('8 000') // never what was asked
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Cité des Galibots' }).click()
  await expect(page.locator('main')).toContainText(TITLE)
  await expectAccessible(page)
  await page.goto('/donnees')
  await expectAccessible(page)
  const csv = await (await page.request.get('/donnees/subventions-2027.csv')).text()
  for (const [act, amount] of [
    ['2027-118', '4000.00'],
    ['2027-045', '2000.00'],
  ]) {
    expect(csv).toContain(`2027-04-27,${act},${ASSOCIATION},00070000100019,,${TITLE},${amount},aide en numéraire`)
  }
  const api = await page.request.get('/api/v1/contracts/lens-lievin-2024-2030/actions?year=2027')
  const { items } = await api.json()
  const [action] = items.filter((item: { title: string }) => item.title === TITLE)
  expect(action.organisation).toEqual({ name: ASSOCIATION, siret: '00070000100019' })
  expect(action.qpv.map(({ share }: { share: number }) => share)).toEqual([0.6, 0.4])
  expect(action.awards).toEqual([
    expect.objectContaining({ funder: REGION, decidedCents: 200_000, paidCents: 200_000 }),
    expect.objectContaining({ funder: STATE, decidedCents: 400_000, paidCents: 400_000 }),
  ])
}
