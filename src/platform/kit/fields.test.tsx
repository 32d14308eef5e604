import { expect, test } from 'vitest'
import { CheckBox, CheckField, RadioField, SelectField } from './choices.tsx'
import { ErrorSummary, errorsOf } from './ErrorSummary.tsx'
import { Form } from './Form.tsx'
import { DateField, fieldId, MoneyField, TextField } from './fields.tsx'
import { BudgetLine } from './Ledger.tsx'

test('a field is labelled, helped, and says who reads it', () => {
  const html = String(<TextField name="titre" label="Titre" hint="Dix mots." example="Vélo-école" readers="tout le monde" />)
  expect(html).toContain('<label for="c-titre">Titre</label>')
  expect(html).toContain('aria-describedby="c-titre-aide c-titre-lu"')
  expect(html).toContain('id="c-titre-aide">Dix mots.<br/>Exemple\u00A0: Vélo-école</p>')
  expect(html).toContain('Lu par tout le monde')
  expect(html).not.toContain('aria-invalid')
})

test('an error is tied to its field, before its help, and said to be one', () => {
  const html = String(<TextField name="titre" label="Titre" hint="Dix mots." error="Écrivez un titre" />)
  expect(html).toContain('aria-describedby="c-titre-erreur c-titre-aide" aria-invalid="true"')
  expect(html).toContain('id="c-titre-erreur"')
  expect(html).toContain('<span class="vh">Erreur : </span>Écrivez un titre')
})

test('a field is required unless it is said to be optional', () => {
  expect(String(<TextField name="a" label="A" />)).toContain('required=""')
  const optional = String(<TextField name="a" label="A" optional />)
  expect(optional).not.toContain('required')
  expect(optional).toContain('(facultatif)')
})

test('the error summary leads to the fields, choices included', () => {
  const errors = [
    { field: 'titre', message: 'Écrivez un titre' },
    { field: 'vote', message: 'Choisissez un avis' },
    { field: 'titre', message: 'Un titre plus court' },
  ]
  const html = String(<ErrorSummary errors={errors} />)
  const radios = String(<RadioField name="vote" label="Avis" options={[{ value: 'f', label: 'Favorable' }]} error="Choisissez un avis" />)
  expect(html).toContain('3 réponses sont à corriger')
  expect(html).toContain(`<a href="#${fieldId('vote')}">Choisissez un avis</a>`)
  expect(radios).toContain(`id="${fieldId('vote')}"`)
  expect(errorsOf(errors)).toEqual({ titre: 'Écrivez un titre', vote: 'Choisissez un avis' })
})

test('a form without error shows no summary', () => {
  expect(String(<ErrorSummary errors={[]} />)).toBe('')
})

test('an id keeps to letters, figures and hyphens, whatever the name', () => {
  expect(fieldId('budget[613]')).toBe('c-budget-613-')
})

test('choices keep what was chosen', () => {
  const options = [
    { value: 'a', label: 'A', group: 'Lens' },
    { value: 'b', label: 'B', group: 'Liévin' },
  ]
  expect(String(<SelectField name="q" label="Q" options={options} value="b" empty="Choisissez" />)).toContain(
    '<option value="">Choisissez</option><optgroup label="Lens"><option value="a">A</option></optgroup><optgroup label="Liévin"><option value="b" selected="">B</option></optgroup>',
  )
  const checks = String(<CheckField name="q" label="Q" options={options} values={['b']} />)
  expect(checks).toContain('id="c-q-2" name="q" value="b" checked=""')
  expect(checks).not.toContain('value="a" checked')
  expect(String(<CheckBox name="ok" label="Oui" checked />)).toContain('value="oui" checked=""')
})

test('a sum of money shows last year under its box, tied to it', () => {
  const line = String(<BudgetLine name="c613" code="613" label="Locations" value="350" lastYear={{ year: 2026, value: '300' }} />)
  expect(line).toContain('aria-describedby="c-c613-n1"')
  expect(line).toContain('id="c-c613-n1">2026\u00A0: 300</p>')
  const field = String(<MoneyField name="montant" label="Montant" lastYear={{ year: 2026, value: '300' }} />)
  expect(field).toContain('aria-describedby="c-montant-n1"')
  expect(field).toContain('id="c-montant-n1"')
})

test('a date is typed in the browser’s own calendar', () => {
  expect(String(<DateField name="debut" label="Début" value="2027-04-01" />)).toContain('type="date" value="2027-04-01"')
})

test('a form that creates carries the id of what it creates', () => {
  expect(String(<Form action="/x" id="0190" hidden={{ retour: '/y' }} />)).toBe(
    '<form class="stack loose" method="post" action="/x" novalidate=""><input type="hidden" name="id" value="0190"/><input type="hidden" name="retour" value="/y"/></form>',
  )
})
