import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { Empty, Notice } from '#platform/kit/Notice.tsx'
import { Pillar } from '#platform/kit/Pillar.tsx'
import { Section } from '#platform/kit/Section.tsx'
import type { ContractView } from './contract-view-store.ts'
import { LEVEL_NAMES } from './contract-words.ts'
import type { FrameElement, FrameNode } from './frame-store.ts'
import { contractPaths } from './paths.ts'

/** The frame of the generation: pillars and a national priority in 2015, local priorities and neighbourhood projects in 2024. */
export function FrameSections({ view }: { view: ContractView }): Html {
  const { contract, nodes, elements, axes, on } = view
  const living = nodes.filter(({ validFrom, validTo }) => validFrom <= on && (validTo === null || validTo > on))
  const fictitious = [...living, ...elements, ...axes].some((one) => one.fictitious)
  return (
    <Section
      title="Son cadre stratégique"
      id="cadre"
      action={<a href={contractPaths.frame(contract.code)}>Le cadre en détail, et ce qui s’y rattache</a>}
    >
      {fictitious ? (
        <Notice title="Cadre fictif, pour la démonstration">
          Le cadre de ce contrat n’est pas dans les documents&nbsp;: priorités, projets de quartier et axes ci-dessous sont inventés.
        </Notice>
      ) : null}
      {contract.generation === '2015-2023' ? <Of2015 elements={elements} /> : null}
      <Nodes title={contract.generation === '2015-2023' ? 'Orientations, axes et objectifs connus' : 'Priorités locales'} nodes={living} />
      {contract.announcedOrientations === null ? null : (
        <p class="hint">{`Le document annonce ${contract.announcedOrientations} orientations\u00A0: seules celles qu’il nomme sont ici.`}</p>
      )}
      <Named title="Projets de quartier" id="projets" elements={elements.filter(({ kind }) => kind === 'neighbourhood-project')} />
      {axes.length === 0 ? null : (
        <Section
          title="Axes transversaux"
          id="axes"
          level={3}
          intro="Une action a une seule orientation principale, et autant d’axes qu’il faut."
        >
          <Items items={axes.map(({ label, source }) => ({ text: label, hint: source }))} />
        </Section>
      )}
    </Section>
  )
}

function Of2015({ elements }: { elements: readonly FrameElement[] }): Html {
  const strands = elements.filter(({ kind }) => kind === 'strand').map(({ label }) => label)
  return (
    <>
      <Section title="Piliers" id="piliers" level={3}>
        <Items
          items={elements
            .filter(({ kind }) => kind === 'pillar')
            .map(({ label, pillar, source }) => ({
              text: pillar === null ? label : <Pillar pillar={pillar} word={label} />,
              hint:
                pillar === 'employment' && strands.length > 0 ? `Deux volets distincts\u00A0: ${strands.join(', ')}. ${source}` : source,
            }))}
        />
      </Section>
      <Named title="Priorité nationale" id="priorite-nationale" elements={elements.filter(({ kind }) => kind === 'national-priority')} />
    </>
  )
}

function Named({ title, id, elements }: { title: string; id: string; elements: readonly FrameElement[] }): Html | null {
  if (elements.length === 0) return null
  return (
    <Section title={title} id={id} level={3}>
      <Items items={elements.map(({ label, source }) => ({ text: label, hint: source }))} />
    </Section>
  )
}

function Nodes({ title, nodes }: { title: string; nodes: readonly FrameNode[] }): Html {
  if (nodes.length === 0) {
    return (
      <Empty title="Aucun élément connu à cette date" icon="layers">
        Le cadre de ce contrat n’est pas encore saisi.
      </Empty>
    )
  }
  return (
    <Section title={title} id="orientations" level={3}>
      <Items
        items={nodes.map(({ code, label, level, pillar, note }) => ({
          text: `${code} ${label ?? 'intitulé absent des documents'}`,
          hint: [level === 'orientation' ? '' : LEVEL_NAMES[level], note ?? ''].filter((part) => part !== '').join(' · '),
          end: pillar === null ? 'pilier inconnu' : <Pillar pillar={pillar} />,
        }))}
      />
    </Section>
  )
}
