import { z } from 'zod'
import { choiceField, type FormError, idField, textField } from '#platform/form.ts'
import { normaliseSiret } from '#platform/identifiers.ts'
import { LEGAL_FORMS } from './legal-forms.ts'
import type { ClaimFlaw } from './mandate-claim.ts'
import type { DescribeRefusal } from './organisation-acts.ts'

const siret = textField({ max: 40, missing: 'Écrivez les quatorze chiffres du SIRET' }).transform(normaliseSiret)
const legalForm = choiceField(LEGAL_FORMS, 'Choisissez la forme juridique')

/** Field names are French because the public reads them in the address of an error. */
export const DescribeForm = z
  .object({
    nom: textField({ max: 200, missing: 'Écrivez le nom de votre organisme, tel qu’il est déclaré' }),
    sigle: textField({ max: 40 }),
    siret,
    rna: textField({ max: 20 }).transform((text) => text.replaceAll(/\s/g, '').toUpperCase()),
    forme: legalForm,
    adresse: textField({ max: 300 }),
    'code-postal': textField({ max: 10 }).transform((text) => text.replaceAll(/\s/g, '')),
    commune: textField({ max: 5 }),
  })
  .transform((typed) => ({
    name: typed.nom,
    shortName: typed.sigle,
    siret: typed.siret,
    rna: typed.rna,
    legalForm: typed.forme,
    address: typed.adresse,
    postalCode: typed['code-postal'],
    communeCode: typed.commune,
  }))

export const BankAccountForm = z.object({
  id: idField,
  iban: textField({ max: 60, missing: 'Écrivez l’IBAN du compte, lettres et chiffres' }),
  titulaire: textField({ max: 200, missing: 'Écrivez le nom du titulaire, tel qu’il figure sur le RIB' }),
})

export const ClaimForm = z.object({
  id: idField,
  siret,
  nom: textField({ max: 200, missing: 'Écrivez le nom de votre organisme, tel qu’il est déclaré' }),
  forme: legalForm,
})

export const ClaimDecisionForm = z.object({
  decision: choiceField(['accepter', 'refuser'], 'Choisissez de confirmer ou de refuser'),
  motif: textField({ max: 1_000 }),
})

const BAD_SIRET = 'Ce n’est pas un SIRET\u00A0: vérifiez ses quatorze chiffres, ils contiennent une clé. Exemple\u00A0: 123 456 782 00010'

/** What each refusal says, and beside which field. */
export const DESCRIBE_ERRORS = {
  'not-a-siret': { field: 'siret', message: BAD_SIRET },
  'other-legal-unit': {
    field: 'siret',
    message:
      'Les neuf premiers chiffres ne sont pas ceux de votre organisme\u00A0: seul un déménagement change les cinq derniers. Pour un autre organisme, demandez un autre rattachement',
  },
  'siret-taken': { field: 'siret', message: 'Un autre organisme a déjà ce SIRET dans Pilotis\u00A0: vérifiez-le, ou écrivez-nous' },
  'not-an-rna': { field: 'rna', message: 'Un numéro RNA s’écrit W puis neuf chiffres. Exemple\u00A0: W621004321. Sinon, laissez vide' },
  'rna-of-another-form': { field: 'rna', message: 'Seules les associations et les fondations ont un numéro RNA\u00A0: laissez vide' },
  'not-a-postal-code': { field: 'code-postal', message: 'Un code postal a cinq chiffres. Exemple\u00A0: 62300' },
} satisfies Record<DescribeRefusal, FormError>

export const BAD_IBAN: FormError = {
  field: 'iban',
  message: 'Ce n’est pas un IBAN\u00A0: recopiez-le depuis votre RIB, il contient une clé. Exemple\u00A0: FR76 puis 23 lettres ou chiffres',
}

export const CLAIM_ERRORS = {
  'not-a-siret': { field: 'siret', message: BAD_SIRET },
  'already-yours': {
    field: 'siret',
    message: 'Vous agissez déjà pour cet organisme\u00A0: choisissez-le dans «\u00A0Changer de mandat\u00A0»',
  },
  'already-waiting': {
    field: 'siret',
    message: 'Vous avez déjà demandé ce rattachement\u00A0: l’équipe du contrat de ville va vous répondre',
  },
} satisfies Record<ClaimFlaw, FormError>
