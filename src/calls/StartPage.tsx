import type { Day } from '#platform/day.ts'
import { formatDay } from '#platform/day.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { type ChoiceOption, RadioField } from '#platform/kit/choices.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty, Notice } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import type { Application } from './application-store.ts'
import { callPeriod } from './call-period.ts'
import type { Call } from './call-store.ts'
import { applicationPaths, callPaths } from './calls-paths.ts'
import { partTitle } from './draft-words.tsx'
import type { Action } from './part-store.ts'

export interface StartPageProps {
  frame: Frame
  today: Day
  ids: { application: string; part: string }
  calls: readonly Call[]
  actions: readonly Action[]
  /** Drafts already begun for the chosen call: said before another is begun. */
  drafts: readonly Application[]
  values: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

/** Begin an application: the call, then a new action or one already known. */
export function StartPage(props: StartPageProps): Html {
  const { frame, errors, calls, drafts } = props
  return (
    <PublicPage
      frame={frame}
      title="Commencer une demande"
      crumbs={[{ label: 'Mes demandes', href: applicationPaths.list }, { label: 'Commencer une demande' }]}
      errors={errors}
      narrow
    >
      {drafts.length > 0 ? <Drafts drafts={drafts} /> : null}
      {calls.length === 0 ? (
        <Empty title="Aucun appel n’est ouvert aujourd’hui" icon="calendar">
          <p>
            Les dates des prochains sont sur la page <a href={callPaths.publicList}>des appels à projets</a>.
          </p>
        </Empty>
      ) : (
        <StartForm {...props} />
      )}
    </PublicPage>
  )
}

function StartForm({ ids, calls, actions, drafts, values, errors, today }: StartPageProps): Html {
  const said = errorsOf(errors)
  const anyway: Record<string, string> = drafts.length > 0 ? { anyway: 'oui' } : {}
  return (
    <Form action={applicationPaths.list} id={ids.application} hidden={{ part: ids.part, ...anyway }}>
      <RadioField
        name="call"
        label="À quel appel répondez-vous ?"
        options={calls.map((call) => callOption(call, today))}
        value={values['call'] ?? (calls.length === 1 ? calls[0]?.id : undefined)}
        error={said['call']}
      />
      {actions.length === 0 ? null : <ActionChoice actions={actions} value={values['action']} error={said['action']} />}
      <div class="row">
        <Submit kind={drafts.length > 0 ? 'second' : 'filled'}>{drafts.length > 0 ? 'Commencer une autre demande' : 'Commencer'}</Submit>
      </div>
    </Form>
  )
}

function callOption(call: Call, today: Day): ChoiceOption {
  const { daysLeft } = callPeriod(call, today)
  const hint = `${call.contractName}. Jusqu’au ${formatDay(call.closesOn)}\u00A0: ${daysLeft === 0 ? 'dernier jour' : `${daysLeft} jours`}`
  return { value: call.id, label: call.title, hint }
}

function ActionChoice({
  actions,
  value,
  error,
}: {
  actions: readonly Action[]
  value: string | undefined
  error: string | undefined
}): Html {
  const known = actions.map(({ id, title, lastYear, firstYear }) => ({
    value: id,
    label: `Reprendre « ${partTitle({ title })} »`,
    hint: `Nous recopions vos réponses, vos quartiers et votre budget de ${lastYear ?? firstYear}`,
  }))
  return (
    <RadioField
      name="action"
      label="Pour quelle action ?"
      hint="Vous pourrez en ajouter d’autres ensuite."
      options={[{ value: '', label: 'Une nouvelle action' }, ...known]}
      value={value ?? ''}
      error={error}
    />
  )
}

function Drafts({ drafts }: { drafts: readonly Application[] }): Html {
  return (
    <Notice state="warning" title="Votre organisation a déjà un brouillon pour cet appel.">
      <ul>
        {drafts.map((draft) => (
          <li>
            <a href={applicationPaths.application(draft.id)}>{partTitle(draft)}</a>
          </li>
        ))}
      </ul>
      <p>Continuez-le, ou commencez une autre demande si c’est bien ce que vous voulez.</p>
    </Notice>
  )
}
