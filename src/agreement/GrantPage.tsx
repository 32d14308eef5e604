import { formatDayShort } from '#platform/day.ts'
import { Badge } from '#platform/kit/Badge.tsx'
import { LinkButton } from '#platform/kit/Button.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Facts, Figures } from '#platform/kit/Facts.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Notice } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Timeline, type TimelineEvent } from '#platform/kit/Timeline.tsx'
import { formatEuros } from '#platform/money.ts'
import { AnswerForm, type AnswerFormProps } from './AnswerForm.tsx'
import { AwardDocuments } from './AwardDocuments.tsx'
import type { AwardDocument } from './award-documents.ts'
import type { AwardState } from './award-state-store.ts'
import { ANSWER_NAMES } from './beneficiary-answer.ts'
import { agreementPaths } from './paths.ts'
import { finalReportDue } from './report-due.ts'
import { NEXT_STEPS } from './whose-turn.ts'

export interface GrantPageProps {
  frame: Frame
  award: AwardState
  newId: string
  values: Readonly<Record<string, string>>
  budget: AnswerFormProps['budget']
  documents: readonly AwardDocument[]
  errors?: readonly FieldError[]
}

export function GrantPage({ frame, award, newId, values, budget, documents, errors = [] }: GrantPageProps): Html {
  const answerable = award.decided > 0 && award.finalDepositedOn === null
  return (
    <PublicPage
      frame={frame}
      title={`${award.title}\u00A0: ${award.funderName}`}
      crumbs={[{ label: 'Mes subventions', href: agreementPaths.grants }, { label: award.title }]}
      meta={[String(award.year), <Badge state={badgeState(award)} word={NEXT_STEPS[award.stage].beneficiary} />]}
      actions={
        <LinkButton kind="second" icon="file-text" href={agreementPaths.grantLetter(award.id)}>
          Lire le courrier (PDF)
        </LinkButton>
      }
      errors={errors}
    >
      {award.suspendingYears.length > 0 && award.paid < award.decided ? <Suspended award={award} /> : null}
      {award.stage === 'to-sign' ? <ToSign award={award} /> : null}
      <Amounts award={award} />
      {award.granted === 0 ? <Refusal award={award} /> : null}
      {answerable ? <AnswerForm award={award} newId={newId} values={values} errors={errorsOf(errors)} budget={budget} /> : null}
      <Section title="Ce qui s’est passé" id="suivi">
        <Timeline events={events(award)} />
      </Section>
      <AwardDocuments documents={documents} />
      {award.decided > 0 ? <Account award={award} /> : null}
    </PublicPage>
  )
}

function Amounts({ award }: { award: AwardState }): Html {
  return (
    <Figures
      boxed
      items={[
        { label: 'Demandé', step: 'asked', value: formatEuros(award.asked) },
        {
          label: 'Décidé',
          step: 'decided',
          value: formatEuros(award.decided),
          note: award.decided < award.granted ? `${formatEuros(award.granted)} à l’origine` : undefined,
        },
        { label: 'Engagé', step: 'obligated', value: formatEuros(award.obligated) },
        { label: 'Payé', step: 'paid', value: formatEuros(award.paid) },
      ]}
    />
  )
}

function badgeState({ stage }: AwardState): 'info' | 'success' | 'warning' | 'error' {
  if (stage === 'suspended') return 'error'
  if (NEXT_STEPS[stage].turn === 'beneficiary') return 'warning'
  return stage === 'closed' ? 'success' : 'info'
}

function Suspended({ award }: { award: AwardState }): Html {
  const [year = award.year] = award.suspendingYears
  return (
    <Notice state="error" title="Paiement suspendu">
      <p>
        {`Le bilan final ${year} était attendu pour le ${formatDayShort(finalReportDue(year))}. `}
        <a href={agreementPaths.writeReport({ actionId: award.actionId, year, kind: 'final' })}>{`Déposer le bilan final ${year}`}</a>
      </p>
    </Notice>
  )
}

function ToSign({ award }: { award: AwardState }): Html {
  const text = award.agreementTexts.at(-1)
  return (
    <Notice state="warning" title="Une convention attend votre signature">
      <p>
        {`Elle couvre vos subventions ${award.year} de ${award.funderName}. `}
        {text ? <a href={agreementPaths.grantAgreement(text.agreementId)}>Lire et signer la convention</a> : null}
      </p>
    </Notice>
  )
}

function Refusal({ award }: { award: AwardState }): Html {
  return (
    <Notice state="info" title="Demande refusée">
      <p>{award.reason}</p>
      <p>Les voies de recours sont dans le courrier.</p>
    </Notice>
  )
}

/** The latest first. */
export function events(award: AwardState): TimelineEvent[] {
  const answered: [string, TimelineEvent][] =
    award.answer && award.answeredOn
      ? [
          [
            award.answeredOn,
            { ...on(award.answeredOn), title: `Subvention ${ANSWER_NAMES[award.answer].toLowerCase()}`, detail: award.answerReason ?? '' },
          ],
        ]
      : []
  const dated: [string, TimelineEvent][] = [
    [
      award.actSignedOn,
      {
        ...on(award.actSignedOn),
        title: `Décision\u00A0: ${formatEuros(award.granted)}`,
        detail: `${award.actAuthority}, acte n°\u00A0${award.actNumber}`,
      },
    ],
    ...(award.notifiedOn ? [[award.notifiedOn, { ...on(award.notifiedOn), title: 'Notification' }] satisfies [string, TimelineEvent]] : []),
    ...answered,
    ...award.obligations.map((one): [string, TimelineEvent] => [
      one.on,
      { ...on(one.on), title: `Engagement\u00A0: ${formatEuros(one.amount)}`, detail: `n°\u00A0${one.number}` },
    ]),
    ...award.payments.map((one): [string, TimelineEvent] => [
      one.on,
      { ...on(one.on), title: `Paiement\u00A0: ${formatEuros(one.amount)}`, state: 'success' },
    ]),
  ]
  return dated
    .map(([day, event], rank) => ({ day, event, rank }))
    .sort((a, b) => (a.day === b.day ? b.rank - a.rank : a.day < b.day ? 1 : -1))
    .map(({ event }) => event)
}

function on(value: AwardState['actSignedOn']): { when: string; iso: string } {
  return { when: formatDayShort(value), iso: value }
}

function Account({ award }: { award: AwardState }): Html {
  const { actionId, year, finalDepositedOn } = award
  const due = finalDepositedOn
    ? `Déposé le ${formatDayShort(finalDepositedOn)}`
    : `Attendu au plus tard le ${formatDayShort(finalReportDue(year))}`
  return (
    <Section title="Rendre compte" id="bilan" intro="Un seul bilan vaut pour tous les financeurs de l’action.">
      <Facts
        items={[
          {
            name: 'Bilan intermédiaire',
            value: <a href={agreementPaths.writeReport({ actionId, year, kind: 'interim' })}>{`Bilan intermédiaire ${year}`}</a>,
          },
          {
            name: 'Bilan final',
            value: (
              <>
                <a href={agreementPaths.writeReport({ actionId, year, kind: 'final' })}>{`Bilan final ${year}`}</a>
                {`. ${due}.`}
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}
