import { expect, test } from 'vitest'
import { checkOrganisation, isFictitiousSiret, type OrganisationDetails } from './organisation-details.ts'

const CURRENT = { siret: '00000201400017' }
const GOOD: OrganisationDetails = {
  name: 'Graines de Coron',
  shortName: '',
  siret: '00000201400017',
  rna: 'W621000001',
  legalForm: 'association',
  address: '1 rue de la Fosse',
  postalCode: '62300',
  communeCode: '62498',
}

test.each([
  [{}, []],
  [{ siret: '00000201400025' }, []], // the same legal unit has moved
  [{ siret: '00000201400018' }, ['not-a-siret']],
  [{ siret: '0000020140001' }, ['not-a-siret']],
  [{ siret: '00000301200010' }, ['other-legal-unit']],
  [{ rna: '' }, []],
  [{ rna: 'W9R1234567' }, []],
  [{ rna: 'W62100001' }, ['not-an-rna']],
  [{ rna: 'W621000001', legalForm: 'commune' }, ['rna-of-another-form']],
  [{ rna: 'W621000001', legalForm: 'foundation' }, []],
  [{ postalCode: '' }, []],
  [{ postalCode: '6230' }, ['not-a-postal-code']],
  [{ siret: '1', rna: '2', postalCode: '3' }, ['not-a-siret', 'not-an-rna', 'not-a-postal-code']],
] as const)('an organisation that writes %j has the flaws %j', (change, flaws) => {
  expect(checkOrganisation({ ...GOOD, ...change }, CURRENT)).toEqual(flaws)
})

test.each([
  ['00000201400017', true],
  ['21620498200010', false],
])('the SIRET %s is fictitious: %s', (siret, fictitious) => {
  expect(isFictitiousSiret(siret)).toBe(fictitious)
})
