import type { Html } from '#platform/kit/html.ts'

/** A text as it was typed: a line end stays a line end. */
export function TextLines({ text }: { text: string }): Html {
  const [first = '', ...rest] = text.split('\n')
  return (
    <span>
      {first}
      {rest.map((line) => (
        <>
          <br />
          {line}
        </>
      ))}
    </span>
  )
}
