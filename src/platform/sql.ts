/** A piece of SQL with its parameters: pieces compose, values never become text. */
export class Sql {
  readonly texts: readonly string[]
  readonly values: readonly unknown[]

  constructor(texts: readonly string[], values: readonly unknown[]) {
    this.texts = texts
    this.values = values
  }

  /** The statement with its numbered parameters, as both drivers take it. */
  statement(): { text: string; values: unknown[] } {
    const text = this.texts.reduce((whole, piece, index) => `${whole}$${index}${piece}`)
    return { text, values: [...this.values] }
  }
}

function compose(strings: TemplateStringsArray, ...inserts: unknown[]): Sql {
  const texts: string[] = [strings[0] ?? '']
  const values: unknown[] = []
  inserts.forEach((insert, index) => {
    const after = strings[index + 1] ?? ''
    if (insert instanceof Sql) {
      texts[texts.length - 1] += insert.texts[0] ?? ''
      for (const text of insert.texts.slice(1)) texts.push(text)
      values.push(...insert.values)
      texts[texts.length - 1] += after
    } else {
      values.push(insert)
      texts.push(after)
    }
  })
  return new Sql(texts, values)
}

/** Fragments side by side, with a separator between them; `nothing` when there is none. */
function join(fragments: readonly Sql[], separator = ', ', nothing = ''): Sql {
  if (fragments.length === 0) return new Sql([nothing], [])
  return fragments.reduce((left, right) => compose`${left}${new Sql([separator], [])}${right}`)
}

export const sql = Object.assign(compose, {
  join,
  /** Identifier of a table or column known to the program; never a user's text. */
  identifier(identifier: string): Sql {
    if (!/^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/.test(identifier)) throw new Error(`not an identifier: ${identifier}`)
    return new Sql([identifier], [])
  },
  empty: new Sql([''], []),
})
