import { readersOf } from '#access/field-readers.ts'
import type { ContractQpv, Theme } from '#contract/store.ts'
import type { FormError } from '#platform/form.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { RadioField, SelectField } from '#platform/kit/choices.tsx'
import { errorsOf } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { DateField, TextArea, TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { LINE_KIND_NAMES, LINE_KINDS } from './droit-commun-line.ts'
import type { LineOwner } from './droit-commun-line-store.ts'
import { droitCommunPaths } from './droit-commun-paths.ts'

export interface DroitCommunLinePageProps {
  frame: Frame
  id: string
  owners: readonly LineOwner[]
  themes: readonly Theme[]
  qpvs: readonly ContractQpv[]
  typed: Record<string, string>
  errors: readonly FormError[]
}

/** A new line of the catalogue. A line that changes ends, and another begins. */
export function DroitCommunLinePage(props: DroitCommunLinePageProps): Html {
  return (
    <AgentPage
      frame={props.frame}
      title="Inscrire une ligne de droit commun"
      crumbs={[{ label: 'Droit commun', href: droitCommunPaths.catalogue }, { label: 'Nouvelle ligne' }]}
      lead="Tout le monde lit le catalogue. Une ligne inscrite ne change plus : pour la modifier, mettez-y fin et inscrivez-en une autre."
      errors={[...props.errors]}
    >
      <Form action={droitCommunPaths.catalogue} id={props.id} label="Inscrire une ligne">
        <WhatFields {...props} />
        <ScopeFields {...props} />
        <div class="row">
          <Submit>Inscrire la ligne</Submit>
        </div>
      </Form>
    </AgentPage>
  )
}

function field(props: DroitCommunLinePageProps, name: string): { name: string; value: string | undefined; error: string | undefined } {
  return { name, value: props.typed[name], error: errorsOf([...props.errors])[name] }
}

function WhatFields(props: DroitCommunLinePageProps): Html {
  return (
    <>
      <SelectField
        {...field(props, 'owner')}
        label="Organisation qui porte la ligne"
        empty="Choisissez"
        options={props.owners.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        {...field(props, 'name')}
        label="Nom de la ligne"
        example="Contrat local d’accompagnement à la scolarité"
        maxLength={200}
      />
      <RadioField
        {...field(props, 'kind')}
        label="Elle apporte"
        options={LINE_KINDS.map((kind) => ({ value: kind, label: LINE_KIND_NAMES[kind] }))}
      />
      <TextArea
        {...field(props, 'brings')}
        label="Ce qu’elle finance ou met à disposition"
        rows={3}
        readers={readersOf('droit-commun.line')}
      />
      <TextArea {...field(props, 'audience')} label="Qui peut la solliciter" rows={2} optional readers={readersOf('droit-commun.line')} />
      <TextArea {...field(props, 'criteria')} label="Conditions" rows={3} optional readers={readersOf('droit-commun.line')} />
      <TextField
        {...field(props, 'link')}
        label="Page qui la décrit"
        type="url"
        optional
        example="https://exemple.fr/aide"
        maxLength={500}
      />
    </>
  )
}

function ScopeFields(props: DroitCommunLinePageProps): Html {
  const communes = new Map(props.qpvs.flatMap((qpv) => qpv.communes).map(({ code, name }) => [code, name]))
  return (
    <>
      <SelectField
        {...field(props, 'theme')}
        label="Thème"
        empty="Tous les thèmes"
        optional
        options={props.themes.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))}
      />
      <SelectField
        {...field(props, 'commune')}
        label="Commune"
        empty="Tout le contrat"
        optional
        options={[...communes].map(([value, label]) => ({ value, label }))}
      />
      <DateField {...field(props, 'validFrom')} label="Ouverte à partir du" />
      <DateField {...field(props, 'validTo')} label="Jusqu’au" optional />
      <TextField
        {...field(props, 'source')}
        label="Source"
        example="Délibération n° 2023-01515 du 30 novembre 2023"
        maxLength={300}
        readers={readersOf('droit-commun.line')}
      />
    </>
  )
}
