import { LinkButton } from '#platform/kit/Button.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Notice } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { signInPaths } from './sign-in-paths.ts'

export interface SignInSentPageProps {
  frame: Frame
  email: string
  suite: string
  minutes: number
  /** Where the mails are shown when there is no mail server: only in a demonstration. */
  mailboxHref?: string
}

/** The same whether the address is known or not. */
export function SignInSentPage({ frame, email, suite, minutes, mailboxHref }: SignInSentPageProps): Html {
  return (
    <PublicPage frame={frame} title="Regardez vos messages" narrow>
      <Notice state="success" live>
        <p>
          Un lien de connexion vient d’être envoyé à <b>{email}</b>. Il est valable {minutes} minutes et ne sert qu’une fois.
        </p>
      </Notice>
      {mailboxHref ? (
        <p>
          Dans cette démonstration, les courriels ne partent pas : <a href={mailboxHref}>lisez-les dans la boîte des messages</a>.
        </p>
      ) : null}
      <Section title="Vous ne recevez rien ?" id="rien-recu">
        <ul>
          <li>Attendez deux ou trois minutes, puis regardez dans les courriers indésirables.</li>
          <li>Vérifiez l’adresse ci-dessus : une lettre de trop suffit.</li>
          <li>Si votre organisation filtre les liens, demandez à recevoir les messages de ce site.</li>
        </ul>
        <div class="row">
          <LinkButton href={signInPaths.signIn(suite)} kind="second">
            Demander un autre lien
          </LinkButton>
        </div>
      </Section>
    </PublicPage>
  )
}
