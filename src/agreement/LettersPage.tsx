import { submissionPaths } from '#calls/submission-paths.ts'
import { formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { LinkButton, Submit } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { Dialog, DialogButton } from '#platform/kit/Dialog.tsx'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Filters } from '#platform/kit/Filters.tsx'
import { Form } from '#platform/kit/Form.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty, Notice } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { type Cell, type Column, Table } from '#platform/kit/Table.tsx'
import { formatAmount } from '#platform/money.ts'
import type { AwardState } from './award-state-store.ts'
import { LETTER_STATE_NAMES, LETTER_STATES, type LetterState, letterStateOf } from './letter-state.ts'
import { agreementPaths } from './paths.ts'
import { YearField } from './YearField.tsx'

export interface LettersPageProps {
  frame: Frame
  funderName: string
  awards: readonly AwardState[]
  years: readonly number[]
  year: number
  state: LetterState | undefined
  ticked: readonly string[]
  errors?: readonly FieldError[]
}

export function LettersPage({ frame, funderName, awards, years, year, state, ticked, errors = [] }: LettersPageProps): Html {
  const ready = awards.filter((award) => letterStateOf(award).state === 'ready')
  const withoutNumber = awards.filter((award) => letterStateOf(award).flaws.includes('dauphin-number-missing'))
  const shown = awards.filter((award) => state === undefined || letterStateOf(award).state === state)
  return (
    <AgentPage
      frame={frame}
      title="Courriers de décision"
      crumbs={[{ label: 'Programmation', href: '/programmation' }, { label: 'Décisions', href: '/decisions' }, { label: 'Courriers' }]}
      meta={[funderName, String(year), awards.length === 1 ? 'une décision' : `${awards.length} décisions`]}
      lead="Décider ne prévient personne, relire un courrier non plus. Notifier est un acte à part : le porteur reçoit alors le courrier et le public peut connaître la subvention."
      actions={
        <>
          <LinkButton kind="second" href={agreementPaths.agreementsOf(year)}>
            Conventions
          </LinkButton>
          {ready.length > 0 ? <NotifyAll ready={ready} year={year} /> : null}
        </>
      }
      errors={errors}
      errorsTitle="Aucun courrier n’est parti"
    >
      {withoutNumber.length > 0 ? <MissingNumbers count={withoutNumber.length} /> : null}
      <LetterFilters years={years} year={year} state={state} />
      <Section title="Les courriers" id="liste">
        <Form action={agreementPaths.notifications} hidden={{ annee: String(year) }}>
          <LetterTable awards={shown} ticked={ticked} year={year} />
          {shown.some((award) => letterStateOf(award).state === 'ready') ? (
            <div class="row">
              <Submit kind="second" icon="mail">
                Notifier les courriers cochés
              </Submit>
            </div>
          ) : null}
        </Form>
      </Section>
    </AgentPage>
  )
}

function NotifyAll({ ready, year }: { ready: readonly AwardState[]; year: number }): Html {
  const count = ready.length === 1 ? 'le courrier prêt' : `les ${ready.length} courriers prêts`
  return (
    <>
      <DialogButton dialog="notifier-tout" icon="mail">
        {`Notifier ${count}`}
      </DialogButton>
      <Dialog id="notifier-tout" title={`Notifier ${count} ?`}>
        <p>Chaque porteur recevra ses courriers par message. Une notification ne se reprend pas.</p>
        <Form action={agreementPaths.notifications} hidden={{ annee: String(year) }}>
          {ready.map(({ id }) => (
            <input type="hidden" name="aide" value={id} />
          ))}
          <Submit>Notifier maintenant</Submit>
        </Form>
      </Dialog>
    </>
  )
}

function MissingNumbers({ count }: { count: number }): Html {
  const said =
    count === 1
      ? 'Une demande faite à l’État n’a pas son numéro Dauphin'
      : `${count} demandes faites à l’État n’ont pas leur numéro Dauphin`
  return (
    <Notice state="warning" title={said}>
      <p>
        {'L’État ne peut pas notifier ces décisions. '}
        <a href={submissionPaths.withoutDauphinNumber}>Voir la liste et saisir les numéros</a>
      </p>
    </Notice>
  )
}

function LetterFilters({ years, year, state }: Pick<LettersPageProps, 'years' | 'year' | 'state'>): Html {
  return (
    <Filters action={agreementPaths.letters}>
      <YearField years={years} year={year} />
      <SelectField
        name="etat"
        label="État du courrier"
        optional
        empty="Tous"
        value={state}
        options={LETTER_STATES.map((one) => ({ value: one, label: LETTER_STATE_NAMES[one] }))}
      />
    </Filters>
  )
}

function LetterTable({ awards, ticked, year }: { awards: readonly AwardState[]; ticked: readonly string[]; year: number }): Html {
  return (
    <Table
      id="c-courriers"
      caption={`Courriers ${year}`}
      note="En euros."
      rows={awards}
      cards
      columns={columns(ticked)}
      empty={
        <Empty title="Aucun courrier ici" action={<LinkButton href="/decisions">Voir les décisions</LinkButton>}>
          Un courrier apparaît dès que votre acte est enregistré. Changez de filtre, ou enregistrez un acte.
        </Empty>
      }
    />
  )
}

function columns(ticked: readonly string[]): Column<AwardState>[] {
  return [
    { key: 'tick', head: 'Choisir', cell: (award) => tickOf(award, ticked.includes(award.id)) },
    {
      key: 'title',
      head: 'Action',
      rowHead: true,
      cell: (award) => ({ text: award.title, href: agreementPaths.letter(award.id), sub: award.organisationName }),
    },
    { key: 'kind', head: 'Courrier', cell: ({ granted }) => (granted > 0 ? 'Attribution' : 'Refus') },
    { key: 'asked', head: 'Demandé', step: 'asked', numeric: true, cell: ({ asked }) => formatAmount(asked) },
    { key: 'decided', head: 'Décidé', step: 'decided', numeric: true, strong: true, cell: ({ granted }) => formatAmount(granted) },
    {
      key: 'act',
      head: 'Acte',
      cell: ({ actNumber, actSignedOn, actAuthority }) => ({ text: `${actNumber} du ${formatDayShort(actSignedOn)}`, sub: actAuthority }),
    },
    { key: 'state', head: 'État', cell: stateCell },
  ]
}

function tickOf(award: AwardState, checked: boolean): Cell {
  if (letterStateOf(award).state !== 'ready') return null
  return (
    <input
      type="checkbox"
      name="aide"
      value={award.id}
      id={`aide-${award.id}`}
      checked={checked}
      aria-label={`Choisir le courrier de ${award.title}, ${award.organisationName}`}
    />
  )
}

function stateCell(award: AwardState): Cell {
  const { state, flaws } = letterStateOf(award)
  if (state === 'notified') return { badge: `Notifié le ${award.notifiedOn ? formatDayShort(award.notifiedOn) : ''}`, state: 'success' }
  if (state === 'ready') return { badge: 'À notifier', state: 'info' }
  return flaws.includes('dauphin-number-missing')
    ? { badge: 'Numéro Dauphin manquant', state: 'warning', href: submissionPaths.withoutDauphinNumber }
    : { badge: 'Motif du refus manquant', state: 'warning' }
}
