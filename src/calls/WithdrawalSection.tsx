import { readersOf } from '#access/field-readers.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { Dialog, DialogButton } from '#platform/kit/Dialog.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { TextArea } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { submissionPaths } from './submission-paths.ts'
import type { Withdrawable } from './withdrawal-period.ts'

export interface WithdrawalSectionProps {
  applicationId: string
  withdrawable: Withdrawable
  error: string | undefined
  typed: string
}

/** How to take back what was sent, or what to do instead once it is decided. */
export function WithdrawalSection(props: WithdrawalSectionProps): Html {
  return (
    <Section title="Retirer cette demande" id="retirer">
      {INSTEAD[props.withdrawable]() ?? <Offered {...props} />}
    </Section>
  )
}

const INSTEAD = {
  withdrawable: () => null,
  'already-decided': () => (
    <p>
      Une aide est décidée pour cette demande&nbsp;: elle ne se retire plus. Vous pouvez{' '}
      <a href="/subventions">réduire ou abandonner une aide</a>.
    </p>
  ),
  'past-year': () => <p>L’année de cet appel est passée&nbsp;: cette demande ne se retire plus.</p>,
} satisfies Record<Withdrawable, () => Html | null>

function Offered(props: WithdrawalSectionProps): Html {
  return (
    <>
      <p>Les financeurs ne l’examineront plus. Un retrait ne s’annule pas.</p>
      {props.error ? (
        <WithdrawalForm {...props} />
      ) : (
        <>
          <div class="row">
            <DialogButton dialog="retrait" kind="danger" icon="undo-2">
              Retirer la demande
            </DialogButton>
          </div>
          <Dialog id="retrait" title="Retirer cette demande ?" cancel="La garder">
            <WithdrawalForm {...props} />
          </Dialog>
        </>
      )}
    </>
  )
}

function WithdrawalForm({ applicationId, error, typed }: WithdrawalSectionProps): Html {
  return (
    <Form action={submissionPaths.withdrawal(applicationId)}>
      <TextArea
        name="motif"
        label="Pourquoi la retirez-vous ?"
        example="Le local n’est plus disponible"
        readers={readersOf('application.withdrawal')}
        maxLength={2000}
        value={typed}
        error={error}
      />
      <div class="row">
        <Submit kind="danger">Retirer la demande</Submit>
      </div>
    </Form>
  )
}
