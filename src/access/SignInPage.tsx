import { Submit } from '#platform/kit/Button.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { signInPaths } from './sign-in-paths.ts'

export interface SignInPageProps {
  frame: Frame
  suite: string
  email?: string
  errors?: readonly FieldError[]
  demonstration: boolean
}

export function SignInPage({ frame, suite, email, errors = [], demonstration }: SignInPageProps): Html {
  return (
    <PublicPage
      frame={frame}
      title="Se connecter"
      narrow
      errors={errors}
      lead="Pas de mot de passe à retenir : nous vous envoyons un lien par courriel."
    >
      <Form action={signInPaths.signIn()} hidden={{ suite }}>
        <TextField
          name="email"
          label="Votre adresse électronique"
          type="email"
          inputmode="email"
          autocomplete="email"
          hint="Celle où vous recevez les courriers du contrat de ville."
          example="prenom.nom@example.fr"
          maxLength={254}
          value={email}
          error={errorsOf(errors)['email']}
        />
        <div class="row">
          <Submit>Recevoir le lien de connexion</Submit>
        </div>
      </Form>
      <FirstVisit />
      {demonstration ? (
        <p>
          Ceci est une démonstration : <a href={signInPaths.demonstration}>entrez sans adresse, dans le rôle de votre choix</a>, ou lisez
          les courriels dans la <a href={signInPaths.mailbox}>boîte des messages</a>.
        </p>
      ) : null}
    </PublicPage>
  )
}

function FirstVisit(): Html {
  return (
    <Section title="Première visite" id="premiere-visite">
      <p>
        Saisissez votre adresse de la même façon. Une fois connecté, vous indiquerez le numéro SIRET de votre organisme ; l’équipe du
        contrat de ville confirmera que vous agissez pour lui.
      </p>
    </Section>
  )
}
