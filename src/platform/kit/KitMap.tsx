import { AreaMap } from './AreaMap.tsx'
import type { Html } from './html.ts'
import type { Polygons } from './map-view.ts'
import { Section } from './Section.tsx'

const estate = (west: number, south: number): Polygons => [
  [
    [
      [west, south],
      [west + 0.009, south + 0.001],
      [west + 0.012, south + 0.004],
      [west + 0.006, south + 0.0055],
      [west - 0.001, south + 0.004],
      [west, south],
    ],
  ],
]

export function Maps(): Html {
  return (
    <Section title="Plans" id="plans">
      <AreaMap
        id="plan-exemple"
        title="Trois quartiers, dont un suivi en veille active"
        source="Périmètres dessinés pour l’exemple."
        invented
        words={{ main: 'Quartier prioritaire', near: 'Autre quartier prioritaire', watch: 'Quartier de veille active' }}
        places={[{ name: 'Lens', at: [2.831, 50.4315] }]}
        areas={[
          { name: 'Cité des Galibots', polygons: estate(2.815, 50.433), look: 'main', href: '#', detail: 'Lens, 3 240 habitants' },
          { name: 'Résidence du Grand-Carreau', polygons: estate(2.836, 50.434), look: 'near', detail: 'Lens' },
          { name: 'Cité du Terril-Vert', polygons: estate(2.826, 50.425), look: 'watch', detail: 'Lens' },
        ]}
      />
    </Section>
  )
}
