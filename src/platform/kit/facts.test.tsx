import { expect, test } from 'vitest'
import { cents, euros } from '#platform/money.ts'
import { AMOUNT_WORDS, Amount } from './Amount.tsx'
import { Badge } from './Badge.tsx'
import { Button } from './Button.tsx'
import { Dialog, DialogButton } from './Dialog.tsx'
import { Gauge } from './Gauge.tsx'
import { drawGauge } from './gauge-bars.ts'
import { Pages, shownPages } from './Pages.tsx'
import { Pillar } from './Pillar.tsx'
import { TaskList } from './TaskList.tsx'

test.each(['asked', 'proposed', 'retained', 'decided', 'obligated', 'paid', 'spent'] as const)(
  'the amount %s has its mark, its word and its number',
  (step) => {
    const html = String(<Amount step={step} value={cents(1_250_050)} />)
    expect(html).toContain(`data-step="${step}"`)
    expect(html).toContain(AMOUNT_WORDS[step])
    expect(html).toContain('<data value="12500.50">')
  },
)

test('a silent word of an amount or of a pillar is still read aloud', () => {
  expect(String(<Amount step="paid" value={euros(1)} quiet />)).toContain('<span class="vh">Payé</span>')
  expect(String(<Pillar pillar="employment" wordHidden />)).toContain('<span class="vh">Emploi et activité</span>')
})

test('a state is a colour, an icon and a word', () => {
  const html = String(<Badge state="error" word="En retard de 4 jours" />)
  expect(html).toContain('data-state="error"')
  expect(html).toContain('#octagon-alert')
  expect(html).toContain('En retard de 4 jours')
})

test('an envelope writes what remains, and says its segments aloud', () => {
  const html = String(<Gauge name="État" envelope={euros(100_000)} segments={[{ step: 'retained', value: euros(60_000) }]} />)
  expect(html.replaceAll(/\s/g, ' ')).toContain('<span class="num">40 000 €</span>')
  expect(html.replaceAll(/\s/g, ' ')).toContain('aria-label="État : retenu en comité 60 000 € sur 100 000 €"')
  expect(html).not.toContain('Dépassement')
})

test.each([
  { used: 99_999, over: false },
  { used: 100_000, over: false },
  { used: 100_001, over: true },
])('an envelope of 100 000 € used for $used €: over-run is $over', ({ used, over }) => {
  const html = String(<Gauge name="Région" envelope={euros(100_000)} segments={[{ step: 'retained', value: euros(used) }]} />)
  expect(html.includes('Dépassement')).toBe(over)
  expect(html.includes('data-state="error"')).toBe(over)
})

test('the share above the envelope is drawn over the segments that cause it', () => {
  const drawing = drawGauge({
    envelope: 100,
    segments: [
      { step: 'retained', value: 100 },
      { step: 'proposed', value: 25 },
    ],
  })
  expect(drawing).toEqual({
    envelope: 80,
    lastYear: undefined,
    bars: [
      { look: 'retained', from: 0, width: 80 },
      { look: 'proposed', from: 80, width: 20 },
      { look: 'over', from: 80, width: 20 },
    ],
  })
})

test('a button that is off says why beside it', () => {
  const html = String(
    <Button disabled why="Il manque deux montants.">
      Retenir
    </Button>,
  )
  expect(html).toContain('disabled=""')
  expect(html).toContain('<span class="hint">Il manque deux montants.</span>')
})

test('a dialog opens and closes without script', () => {
  expect(String(<DialogButton dialog="ecarter">Écarter</DialogButton>)).toContain(
    'command="show-modal" commandfor="ecarter" popovertarget="ecarter"',
  )
  expect(String(<Dialog id="ecarter" title="Écarter ?" />)).toContain(
    '<dialog class="dialog" id="ecarter" popover="auto" aria-labelledby="ecarter-titre">',
  )
})

test.each([
  { page: 1, last: 1, shown: [1] },
  { page: 1, last: 3, shown: [1, 2, 3] },
  { page: 5, last: 10, shown: [1, undefined, 4, 5, 6, undefined, 10] },
  { page: 10, last: 10, shown: [1, undefined, 9, 10] },
])('page $page of $last shows its neighbours and both ends', ({ page, last, shown }) => {
  expect(shownPages(page, last)).toEqual(shown)
})

test('the last page counts what it really holds', () => {
  expect(String(<Pages page={10} size={30} total={296} href={(to) => `?p=${to}`} noun="dossiers" />)).toContain(
    '271 à 296 sur 296 dossiers',
  )
})

test('a task that is not open yet is not a link', () => {
  const html = String(<TaskList label="Étapes" tasks={[{ label: 'Relire', href: '/relire', state: 'locked' }]} />)
  expect(html).not.toContain('href="/relire"')
  expect(html).toContain('Pas encore')
})
