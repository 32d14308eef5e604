import { LEGAL_FORM_NAMES } from '#access/legal-forms.ts'
import { formatDayNumeric } from '#platform/day.ts'
import { formatSiret } from '#platform/identifiers.ts'
import { type Cents, decimalEuros, sumCents } from '#platform/money.ts'
import type { ApplicationFile } from './application-store.ts'
import { BUDGET_GROUPS } from './budget-accounts.ts'
import { AGE_BAND_NAMES, type FormChoices } from './form-fields.ts'
import { formatPercent } from './part-shares.ts'
import type { Part } from './part-store.ts'

/** One box of Dauphin with what to copy into it. An empty value is said to be so. */
export interface CopyField {
  /** The account or the code that Dauphin shows beside its box. */
  code?: string
  label: string
  value: string
}

export interface CopyScreen {
  title: string
  fields: CopyField[]
}

export interface CopySheet {
  part: Part
  screens: CopyScreen[]
}

export interface CopyFacts {
  file: ApplicationFile
  choices: FormChoices
  /** The organisation of the State among the funders. */
  stateIds: readonly string[]
  answer: (subjectId: string, field: string) => string
}

/** The parts that ask the State for money, screen by screen in the order of its portal. Source: conventions of the project, §2.2 to 2.4. */
export function copySheets(facts: CopyFacts): CopySheet[] {
  return facts.file.parts.filter((part) => askedOf(part, facts.stateIds) > 0).map((part) => ({ part, screens: screensOf(facts, part) }))
}

function askedOf(part: Part, funderIds: readonly string[]): Cents {
  return sumCents(part.requests.filter(({ funderId }) => funderIds.includes(funderId)).map(({ asked }) => asked))
}

/** Whole euros as the portal takes them: digits only. */
function digits(amount: Cents): string {
  return decimalEuros(amount).replace(/\.00$/, '').replace('.', ',')
}

function screensOf(facts: CopyFacts, part: Part): CopyScreen[] {
  return [
    applicantScreen(facts),
    natureScreen(facts, part),
    actionScreen(facts, part),
    publicScreen(part),
    { title: '5. Budget\u00A0: charges', fields: budgetFields(part, 'charges') },
    { title: '6. Budget\u00A0: produits', fields: byAccount([...budgetFields(part, 'products'), ...askedFields(facts, part)]) },
  ].map((screen) => ({ ...screen, fields: screen.fields.filter(({ value, code }) => code === undefined || value !== '') }))
}

function applicantScreen({ file, answer }: CopyFacts): CopyScreen {
  return {
    title: '1. Demandeur',
    fields: [
      { label: 'Raison sociale', value: file.organisationName },
      { label: 'SIRET', value: formatSiret(file.siret).replaceAll('\u00A0', '') },
      { label: 'Type de tiers', value: LEGAL_FORM_NAMES[file.legalForm] },
      { label: 'Adresse', value: file.address },
      { label: 'Code postal', value: file.postalCode },
      { label: 'Personne chargée du dossier', value: answer(file.id, 'contactName') },
      { label: 'Courriel', value: answer(file.id, 'contactEmail') },
    ],
  }
}

function natureScreen(facts: CopyFacts, part: Part): CopyScreen {
  return {
    title: '2. Nature de la demande',
    fields: [
      { label: 'Exercice', value: String(part.year) },
      { label: 'Forme', value: 'En numéraire' },
      { label: 'Objet', value: 'Projet ou action' },
      { label: 'Période', value: 'Annuelle ou ponctuelle' },
      { label: 'Fréquence', value: part.renewed ? 'Renouvellement' : 'Première demande' },
      { label: 'Montant demandé à l’État, en euros', value: digits(askedOf(part, facts.stateIds)) },
    ],
  }
}

function actionScreen({ choices, answer }: CopyFacts, part: Part): CopyScreen {
  const theme = choices.themes.find(({ code }) => code === part.themeCode)
  return {
    title: '3. Action',
    fields: [
      { label: 'Intitulé', value: part.title },
      { label: 'Thématique', value: theme ? `${theme.code} ${theme.label}` : '' },
      { label: 'Besoin', value: answer(part.id, 'need') },
      { label: 'Description', value: part.summary },
      { label: 'Moyens', value: answer(part.id, 'means') },
      { label: 'Date de début', value: part.startsOn ? formatDayNumeric(part.startsOn) : '' },
      { label: 'Date de fin', value: part.endsOn ? formatDayNumeric(part.endsOn) : '' },
      { label: 'Résultat attendu', value: part.expectedResult },
      { label: 'Indicateur', value: [part.indicator, part.indicatorTarget].filter((text) => text !== '').join('\u00A0: ') },
    ],
  }
}

function publicScreen(part: Part): CopyScreen {
  const total = (key: 'women' | 'men'): number => part.publics.reduce((sum, one) => sum + one[key], 0)
  return {
    title: '4. Territoire et public',
    fields: [
      ...part.territories.map(({ code, name, share }) => ({ code, label: name, value: `${formatPercent(share)}\u00A0%` })),
      { label: 'Femmes', value: String(total('women')) },
      { label: 'Hommes', value: String(total('men')) },
      ...part.publics
        .filter(({ women, men }) => women + men > 0)
        .map(({ ageBand, women, men }) => ({ label: AGE_BAND_NAMES[ageBand], value: `${women} femmes, ${men} hommes` })),
    ],
  }
}

function budgetFields(part: Part, side: 'charges' | 'products'): CopyField[] {
  return BUDGET_GROUPS.filter((group) => group.side === side)
    .flatMap(({ accounts }) => accounts)
    .map(({ code, label }) => {
      const amount = sumCents(part.lines.filter((line) => line.account === code).map((line) => line.amount))
      return { code, label, value: amount === 0 ? '' : digits(amount) }
    })
}

/** What is asked of the funders is account 74: it stands with the other subsidies, before accounts 75 to 87. */
function byAccount(fields: readonly CopyField[]): CopyField[] {
  return [...fields].sort((a, b) => (a.code ?? '').slice(0, 2).localeCompare((b.code ?? '').slice(0, 2)))
}

function askedFields({ stateIds }: CopyFacts, part: Part): CopyField[] {
  return part.requests
    .filter(({ asked }) => asked > 0)
    .map(({ funderId, funderName, asked }) => ({
      code: '74',
      label: stateIds.includes(funderId) ? `État, politique de la ville (${funderName})` : funderName,
      value: digits(asked),
    }))
}
