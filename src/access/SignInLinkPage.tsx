import { LinkButton } from '#platform/kit/Button.tsx'
import { PostButton } from '#platform/kit/Form.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Notice } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { signInPaths } from './sign-in-paths.ts'

/** What the mail opens. It consumes nothing: mail robots open links before people do. */
export function SignInLinkPage({ frame, token, suite }: { frame: Frame; token: string; suite: string }): Html {
  return (
    <PublicPage frame={frame} title="Vous y êtes presque" narrow lead="Un dernier geste, pour être sûrs que c’est bien vous.">
      <PostButton action={signInPaths.useLink} hidden={{ jeton: token, suite }} icon="log-in">
        Me connecter
      </PostButton>
      <p class="hint">Si vous n’avez pas demandé ce lien, fermez simplement cette page.</p>
    </PublicPage>
  )
}

/** A link used, expired or unknown: the three are told apart nowhere, and lead to a new one. */
export function SignInRefusedPage({ frame, suite, minutes }: { frame: Frame; suite: string; minutes: number }): Html {
  return (
    <PublicPage frame={frame} title="Ce lien n’est plus valable" narrow>
      <Notice state="warning" live>
        <p>
          Un lien de connexion ne sert qu’une fois, pendant {minutes} minutes. Celui-ci a déjà servi, a expiré, ou son adresse est
          incomplète.
        </p>
      </Notice>
      <div class="row">
        <LinkButton href={signInPaths.signIn(suite)}>Recevoir un nouveau lien</LinkButton>
      </div>
    </PublicPage>
  )
}
