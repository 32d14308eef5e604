import { expect, type Page } from '@playwright/test'
import { download, expectAccessible, expectPdf, fill, PDF } from './support.ts'

/** 10 000 € of costs, 5 000 € asked of the State and 3 000 € of the Region. */
export interface Application {
  organisation: string
  title: string
  contact: string
  email: string
}

/** What an association types, section after section, until its pieces. */
export async function writeApplication(page: Page, application: Application): Promise<void> {
  await describeOrganisation(page, application.organisation)
  await page.goto('/demandes/nouvelle')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Commencer' }).click()
  await writeOrganisation(page, application)
  await writeAction(page, application.title)
  await writePlaceAndDays(page)
  await writeResultAndEquality(page)
  await writeBudget(page)
}

async function describeOrganisation(page: Page, name: string): Promise<void> {
  await page.goto('/mon-organisation')
  await fill(page, { 'Adresse du siège': '3 rue du Pont-Levis', 'Code postal': '62300' })
  await page.getByLabel('Commune du siège').selectOption('Lens')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await page.getByLabel('IBAN du compte').fill('FR76 9999 9620 0200 0009 9900 145')
  await page.getByRole('button', { name: 'Enregistrer le compte' }).click()
  await expect(page.getByRole('row', { name })).toContainText('FR76 •••• •••• 145') // masked as soon as it is kept
  await expectAccessible(page)
}

/** The page saved, the next one open and accessible. */
async function next(page: Page, section: string): Promise<void> {
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click()
  await expect(page).toHaveURL(new RegExp(`/${section}$`))
  await expectAccessible(page)
}

async function writeOrganisation(page: Page, { contact, email }: Application): Promise<void> {
  await expect(page).toHaveURL(/organisation/)
  await expectAccessible(page)
  await page.getByLabel('Personne qui suit la demande').pressSequentially(contact)
  await expect(page.getByText(/^Enregistré à \d/)).toBeVisible()
  await fill(page, { 'Son adresse électronique': email, 'Date de signature': '2027-03-09' })
  await page.getByLabel(/souscrit au contrat d’engagement républicain/).check()
  await next(page, 'action')
}

async function writeAction(page: Page, title: string): Promise<void> {
  await fill(page, {
    'Titre de l’action': title,
    'Ce que vous allez faire': 'Deux ateliers de jardinage par semaine, au pied des immeubles.',
    'Le besoin constaté': 'Vingt familles ont demandé une parcelle.',
    'Vos moyens': 'Une animatrice à mi-temps et six bénévoles.',
  })
  await page.getByLabel('Notre organisation', { exact: true }).check()
  await page.getByLabel('Orientation du contrat de ville').selectOption({ index: 3 })
  await page.getByLabel('Thème national').selectOption({ label: '1.5 Lien social, citoyenneté et participation des habitants' })
  await next(page, 'quartier-et-public')
}

async function writePlaceAndDays(page: Page): Promise<void> {
  await fill(page, {
    'Cité des Galibots': '60',
    'Cité des Lampistes': '40',
    'Femmes et filles, 26 à 59 ans': '30',
    'Hommes et garçons, 26 à 59 ans': '15',
  })
  await next(page, 'calendrier')
  await fill(page, { 'Premier jour de l’action': '2027-05-10', 'Dernier jour de l’action': '2027-12-31' })
  await next(page, 'resultat')
}

async function writeResultAndEquality(page: Page): Promise<void> {
  await fill(page, { 'Résultat attendu': 'Des familles cultivent ensemble.', Indicateur: 'Familles qui cultivent', 'Valeur visée': '20' })
  await next(page, 'egalite')
  const answers = { 'public mixte ?': 'Oui', 'objectif principal': 'Non', diagnostic: 'Oui', équilibrée: 'Oui', sexués: 'Oui' }
  for (const [question, said] of Object.entries(answers)) {
    await page.getByRole('group').filter({ hasText: question }).last().getByLabel(said, { exact: true }).check()
  }
  await next(page, 'budget')
}

async function writeBudget(page: Page): Promise<void> {
  await fill(page, { '601 Matières et fournitures': '2 400', '641 Rémunération': '7 600', '756 Cotisations': '1 000' })
  const asked = { État: '5 000', Région: '3 000' }
  const others = [
    'Département',
    'Agglomération',
    'CAF',
    'Lens',
    'Liévin',
    'Avion',
    'Sallaumines',
    'Harnes',
    'Bully-les-Mines',
    'Méricourt',
    'Billy-Montigny',
  ]
  for (const funder of others) await page.getByRole('textbox', { name: funder, exact: true }).first().fill('0')
  for (const [funder, amount] of Object.entries(asked)) await page.getByRole('textbox', { name: funder, exact: true }).fill(amount)
  await page.getByLabel('Montant sous lequel').fill('8 000')
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click() // 1 000 € of products are missing
  await expect(page.getByRole('region', { name: /à corriger/ })).toContainText('1 000 €')
  await expectAccessible(page)
  await page.getByLabel('Part payée par votre organisation').fill('1 000')
  await next(page, 'pieces')
}

/** The pieces joined, the application sent, its receipt read and the sheet for Dauphin opened. */
export async function sendApplication(page: Page, { title }: Application): Promise<void> {
  await joinPieces(page)
  await page
    .getByRole('link', { name: /Relire et envoyer/ })
    .first()
    .click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Envoyer la demande' }).click()
  await expect(page.getByRole('status').first()).toContainText(/envoyée sous le numéro \d+/)
  await expectAccessible(page)
  const receipt = page.getByRole('link', { name: 'Télécharger le récépissé (PDF)' })
  await expect(async () => {
    await page.reload() // a job makes it, and there is no script on this page
    await expect(receipt).toBeVisible({ timeout: 500 })
  }).toPass()
  expectPdf(await download(page, receipt))
  await page.getByRole('link', { name: 'Ouvrir la fiche Dauphin' }).click()
  await expect(page.locator('main')).toContainText(title)
  await expectAccessible(page)
}

async function joinPieces(page: Page): Promise<void> {
  for (const kind of ['Statuts signés', 'Liste des personnes', 'Relevé d’identité bancaire', 'Derniers comptes', 'Dernier rapport']) {
    const option = page.getByLabel('Quelle pièce').getByRole('option').filter({ hasText: kind })
    await page.getByLabel('Quelle pièce').selectOption((await option.getAttribute('value')) ?? '')
    await page.getByLabel('Fichier', { exact: true }).setInputFiles(PDF)
    await page.getByRole('button', { name: 'Joindre ce fichier' }).click()
    await expect(page.getByRole('row', { name: kind })).toContainText('piece.pdf')
  }
  await expectAccessible(page)
}
