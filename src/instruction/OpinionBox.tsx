import { readersOf } from '#access/field-readers.ts'
import { formatDayShort } from '#platform/day.ts'
import { newId } from '#platform/ids.ts'
import { Badge } from '#platform/kit/Badge.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { RadioField } from '#platform/kit/choices.tsx'
import { errorsOf } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { MoneyField, TextArea } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import { formatAmount, formatEuros } from '#platform/money.ts'
import type { FilePageProps } from './FilePage.tsx'
import { Fold } from './Fold.tsx'
import { opinionToGive, type PartView } from './file-view-store.ts'
import type { MyOpinion } from './my-opinions-store.ts'
import { OPINION_KINDS, OPINION_NAMES } from './opinion-kinds.ts'
import { isAwaited, opinionState, opinionStateWords } from './opinion-state.ts'
import type { OpinionRow } from './opinion-store.ts'
import { instructionPaths } from './paths.ts'

/** What is asked of the mandate in use: the form of the opinion, in place. Nothing when nothing is asked. */
export function OpinionBox(props: FilePageProps): Html | null {
  const given = opinionToGive(props.view, props.requestId)
  if (!given?.mine) return null
  const { mine } = given
  const sentBack = props.sentBack?.form === 'opinion'
  const waiting = isAwaited(mine)
  return (
    <section class="box stack" data-state={waiting ? 'asked' : undefined} aria-labelledby="vous">
      <h2 id="vous">{waiting ? 'Ce qui vous est demandé' : 'Votre avis'}</h2>
      {props.view.parts.length > 1 ? <p>{`Sur l’action «\u00A0${given.part.title}\u00A0»`}</p> : null}
      {waiting ? <Waiting {...props} mine={mine} /> : <Given mine={mine} />}
      {waiting || sentBack ? (
        <OpinionForm {...props} given={given} mine={mine} />
      ) : (
        <Fold title={mine.kind === null ? 'Rendre un avis quand même' : 'Changer cet avis'}>
          <OpinionForm {...props} given={given} mine={mine} />
        </Fold>
      )}
      <Others {...props} mine={mine} />
      {mine.kind === null ? null : <Next next={props.view.nextToGive} />}
    </section>
  )
}

function Waiting({ mine, today }: FilePageProps & { mine: OpinionRow }): Html {
  const state = opinionState({ dueOn: mine.dueOn, given: false }, today)
  const late = state.state === 'late'
  return (
    <p>
      <Badge word={opinionStateWords(state)} state={late ? 'error' : 'asked'} icon={late ? 'clock-alert' : 'hourglass'} />
      {` Votre avis ${late ? 'était' : 'est'} attendu pour le ${formatDayShort(mine.dueOn)}.`}
    </p>
  )
}

function Given({ mine }: { mine: OpinionRow }): Html {
  if (mine.kind === null) return <p>{'Cette demande est décidée\u00A0: votre avis n’est plus attendu.'}</p>
  const word = OPINION_NAMES[mine.kind].toLowerCase()
  const amount = mine.proposed === null ? '' : `, avec ${formatEuros(mine.proposed)} proposés`
  return (
    <p>
      {`Vous avez rendu un avis ${word}${amount}, le ${mine.givenOn ? formatDayShort(mine.givenOn) : ''}. `}
      {'Vous pouvez le changer\u00A0: le précédent reste dans l’histoire du dossier.'}
    </p>
  )
}

function OpinionForm({ view, given, mine, sentBack }: FilePageProps & { given: PartView; mine: OpinionRow }): Html {
  const typed = sentBack?.form === 'opinion' ? sentBack : undefined
  const errors = errorsOf(typed?.errors ?? [])
  const values = typed?.values ?? givenValues(mine)
  return (
    <Form
      class="stack"
      action={instructionPaths.opinion(view.file.id, mine.requestId)}
      id={values['id'] ?? newId()}
      hidden={{ seen: values['seen'] ?? '' }}
      label="Rendre un avis"
    >
      <RadioField
        name="kind"
        label="Votre avis"
        value={values['kind']}
        error={errors['kind']}
        options={OPINION_KINDS.map((kind) => ({ value: kind, label: OPINION_NAMES[kind] }))}
      />
      {given.mayPropose ? <AmountField hint={askedWords(given, mine)} value={values['amount']} error={errors['amount']} /> : null}
      <TextArea
        name="reason"
        label="Motif"
        rows={5}
        value={values['reason']}
        error={errors['reason']}
        readers={readersOf('opinion.reason')}
      />
      <Submit>{mine.kind === null ? 'Rendre l’avis' : 'Rendre ce nouvel avis'}</Submit>
    </Form>
  )
}

/** A change of mind begins from what was given. */
function givenValues(mine: OpinionRow): Record<string, string> {
  const amount = mine.proposed === null ? '' : formatAmount(mine.proposed)
  return { kind: mine.kind ?? '', reason: mine.reason ?? '', amount, seen: mine.opinionId ?? '' }
}

function AmountField(field: { hint: string; value: string | undefined; error: string | undefined }): Html {
  return <MoneyField name="amount" label="Montant que vous proposez" optional {...field} />
}

function askedWords({ part }: PartView, mine: OpinionRow): string {
  const asked = part.requests.find(({ funderId }) => funderId === mine.organisationId)?.asked
  return asked
    ? `Demandé\u00A0: ${formatEuros(asked)}.`
    : 'Rien ne vous est demandé sur cette action\u202F; vous pouvez proposer sur votre enveloppe.'
}

/** One opinion after another, without coming back to the list. */
function Next({ next }: { next: MyOpinion | undefined }): Html {
  if (!next) return <p class="hint">Aucun autre dossier n’attend votre avis.</p>
  return (
    <p>
      {'Avis suivant à rendre\u00A0: '}
      <a href={`${instructionPaths.file(next.applicationId)}?avis=${next.requestId}#vous`}>{next.title || 'Sans titre'}</a>
    </p>
  )
}

/** A file with several actions may ask several opinions: one form at a time, the others one link away. */
function Others({ view, mine }: FilePageProps & { mine: OpinionRow }): Html | null {
  const others = view.parts.filter((part) => part.mine && part.mine.requestId !== mine.requestId)
  if (others.length === 0) return null
  return (
    <ul class="stack tight">
      {others.map(({ part, mine: other }) => (
        <li>
          <a
            href={`${instructionPaths.file(view.file.id)}?avis=${other?.requestId}#vous`}
          >{`Votre avis sur «\u00A0${part.title}\u00A0»`}</a>
        </li>
      ))}
    </ul>
  )
}
