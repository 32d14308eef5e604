import { expect, test } from 'vitest'
import { AWARD_STAGES } from '#agreement/whose-turn.ts'
import { addDays, day } from '#platform/day.ts'
import { euros } from '#platform/money.ts'
import { type PorteurFacts, porteurTasks } from './porteur-tasks.ts'

const TODAY = day('2027-01-14')
const NOTHING: PorteurFacts = { pieces: [], drafts: [], numberless: [], awards: [], reports: [], calls: [] }
const CALL = { year: 2027, opensOn: day('2026-11-02'), closesOn: day('2027-01-31') }

const tasks = (facts: Partial<PorteurFacts>, today = TODAY) => porteurTasks({ ...NOTHING, ...facts }, today)
const marks = (facts: Partial<PorteurFacts>, today = TODAY) => tasks(facts, today).map(({ mark, state }) => [mark, state])

const piece = (dueOn: string, label = 'RIB') => ({ applicationId: 'a', title: 'Jardin', label, dueOn: day(dueOn), complete: null })

test('nothing to do is no task', () => {
  expect(tasks({})).toEqual([])
})

test('a piece is late from the day after its last one, with its days', () => {
  expect(marks({ pieces: [piece('2027-01-15')] })).toEqual([['Attendue demain', 'warning']])
  expect(marks({ pieces: [piece('2027-01-14')] })).toEqual([['Attendue aujourd’hui', 'warning']])
  expect(marks({ pieces: [piece('2027-01-13')] })).toEqual([['En retard de 1\u00A0jour', 'error']])
  expect(marks({ pieces: [piece('2027-01-04')] })).toEqual([['En retard de 10\u00A0jours', 'error']])
})

test('the pieces of one file are one task, at its nearest due day, on the page where they are handed in', () => {
  const both = [piece('2027-01-13'), piece('2027-01-20', 'Statuts')]
  const [task, ...others] = tasks({ pieces: [...both, { ...piece('2027-01-21'), applicationId: 'b' }] })
  expect(task).toMatchObject({
    text: 'Déposer les 2 pièces demandées',
    hint: 'Jardin, au plus tard le 13 janvier 2027',
    place: { page: 'asked-pieces', applicationId: 'a' },
  })
  expect(others.map(({ text }) => text)).toEqual(['Déposer la pièce demandée\u00A0: RIB'])
})

test('a file found complete since waits for no piece; one found incomplete still does', () => {
  expect(tasks({ pieces: [{ ...piece('2027-01-13'), complete: true }] })).toEqual([])
  expect(tasks({ pieces: [{ ...piece('2027-01-13'), complete: false }] })).toHaveLength(1)
})

const draft = { id: 'd', title: '', callTitle: 'Appel 2027', door: 'pilotis-first', reopenedUntil: [], ...CALL } as const

test('a draft says the days left before the call closes; after, it is no task unless its deposit was opened again', () => {
  expect(marks({ drafts: [draft] }, day('2027-01-23'))).toEqual([['Encore 8\u00A0jours', 'info']])
  expect(marks({ drafts: [draft] }, day('2027-01-24'))).toEqual([['Encore 7\u00A0jours', 'warning']])
  expect(marks({ drafts: [draft] }, day('2027-01-31'))).toEqual([['Dernier jour', 'warning']])
  expect(marks({ drafts: [draft] }, day('2027-02-01'))).toEqual([])
  const reopened = { ...draft, reopenedUntil: [day('2027-02-03')] }
  expect(tasks({ drafts: [reopened] }, day('2027-02-01'))).toMatchObject([
    {
      text: 'Terminer votre demande\u00A0: action sans titre',
      hint: 'Appel 2027, à envoyer avant le mercredi 3 février 2027, minuit',
      mark: 'Encore 2\u00A0jours',
    },
  ])
  expect(marks({ drafts: [reopened] }, day('2027-02-04'))).toEqual([])
})

test('an award is answered when its stage says so, and at no other stage', () => {
  const award = { id: 'w', title: 'Jardin', year: 2027, decided: euros(3000), funderName: 'Région' }
  const asking = AWARD_STAGES.filter((stage) => tasks({ awards: [{ ...award, stage }] }).length > 0)
  expect(asking).toEqual(['to-answer'])
  expect(tasks({ awards: [{ ...award, stage: 'to-answer' }] })).toMatchObject([
    {
      text: expect.stringMatching(/^Répondre.*3.000.*pour Jardin 2027$/),
      hint: 'Région. Confirmez, réduisez ou abandonnez',
      place: { page: 'grant', awardId: 'w' },
    },
  ])
})

const report = { actionId: 't', year: 2026, title: 'Jardin', interimDepositedOn: null, finalDepositedOn: null }

test('a final account is a task from the year after, and late from July, with its days', () => {
  const of = (today: string) => marks({ reports: [report] }, day(today))
  expect(of('2026-12-31')).toEqual([])
  expect(of('2027-01-01')).toEqual([['À déposer', 'info']])
  expect(of('2027-06-30')).toEqual([['À déposer', 'info']])
  expect(of('2027-07-01')).toEqual([['En retard de 1\u00A0jour', 'error']])
  expect(marks({ reports: [{ ...report, finalDepositedOn: TODAY }] }, day('2027-07-01'))).toEqual([])
})

test('an interim account is a task only while a call is open for the year that follows', () => {
  const of = (today: string, calls = [CALL]) => marks({ reports: [report], calls }, day(today)).filter(([mark]) => mark !== 'À déposer')
  expect(of('2026-11-01')).toEqual([])
  expect(of('2026-11-02')).toEqual([['Encore 90\u00A0jours', 'info']])
  expect(of('2027-01-31')).toEqual([['Dernier jour', 'info']])
  expect(of('2027-02-01')).toEqual([])
  expect(of('2026-11-02', [{ ...CALL, year: 2028 }])).toEqual([])
  const given = { ...report, interimDepositedOn: day('2026-11-01') }
  expect(marks({ reports: [given], calls: [CALL] }, day('2026-11-02'))).toEqual([])
})

test('a Dauphin number is asked on the page that takes it', () => {
  expect(tasks({ numberless: [{ applicationId: 'a', title: 'Jardin' }] })).toMatchObject([
    { text: 'Donner le numéro Dauphin de Jardin', place: { page: 'dauphin-number', applicationId: 'a' } },
  ])
})

test('what is late comes first, whatever its place in the life of an action', () => {
  const facts = { drafts: [draft], numberless: [{ applicationId: 'a', title: 'Jardin' }], reports: [{ ...report, year: 2025 }] }
  expect(tasks(facts).map(({ state }) => state)).toEqual(['error', 'info', 'warning'])
  expect(tasks({ ...facts, pieces: [{ ...piece('2027-01-14'), dueOn: addDays(TODAY, -1) }] }).map(({ state }) => state)).toEqual([
    'error',
    'error',
    'info',
    'warning',
  ])
})
