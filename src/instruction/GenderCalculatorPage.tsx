import { LinkButton } from '#platform/kit/Button.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { GenderTree, MarkerResult } from './GenderTree.tsx'
import { missingField, questionNow } from './gender-answers.ts'
import { type GenderAnswers, walkTree } from './gender-tree.ts'
import { thresholdWords } from './gender-words.ts'
import { meansPaths } from './means-paths.ts'

export interface GenderCalculatorPageProps {
  frame: Frame
  answers: GenderAnswers
  criteriaNeeded: number
  missing: boolean
}

/** The tree for anybody, on any project: nothing is kept. */
export function GenderCalculatorPage({ frame, answers, criteriaNeeded, missing }: GenderCalculatorPageProps): Html {
  const { marker } = walkTree(answers, criteriaNeeded)
  const over = questionNow(answers, criteriaNeeded) === undefined
  return (
    <PublicPage
      frame={frame}
      title="Calculer le marqueur égalité"
      narrow
      lead="Trois réponses au plus disent comment un projet prend en compte l’égalité entre les femmes et les hommes. Rien n’est enregistré."
      errors={missing ? [{ field: missingField(answers, criteriaNeeded), message: 'Répondez à la question pour continuer' }] : []}
    >
      <Section title={over ? 'Résultat' : 'Question'} id="arbre">
        <GenderTree {...{ answers, criteriaNeeded, missing }} action={meansPaths.calculator} />
        {over && marker !== null ? (
          <>
            <MarkerResult {...{ marker, criteriaNeeded }} />
            <p>
              <LinkButton kind="second" href={meansPaths.calculator}>
                Calculer pour un autre projet
              </LinkButton>
            </p>
          </>
        ) : null}
      </Section>
      <Section title="D’où vient cet arbre" id="source">
        <p>
          Il vient du protocole d’engagements renforcés de Valenciennes Métropole (2019), qui s’inspire du marqueur de l’OCDE de décembre
          2016. Ce texte ne dit pas combien des trois critères il faut réunir{'\u00A0'}: chaque contrat le fixe. Ici,{' '}
          {thresholdWords(criteriaNeeded)}.
        </p>
      </Section>
    </PublicPage>
  )
}
