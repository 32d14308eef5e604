/** A one-page PDF that says a few lines, in the standard font: enough for a piece that nobody has to read. */
export function blankPdf(lines: readonly string[]): Uint8Array {
  const text = lines
    .map((line, rank) => `BT /F1 ${rank === 0 ? 12 : 18} Tf 72 ${720 - rank * 40} Td (${escapeText(line)}) Tj ET`)
    .join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (fr) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  return Buffer.from(assemble(objects), 'latin1')
}

/** The numbered objects, then the table of where each begins. */
function assemble(objects: readonly string[]): string {
  let body = '%PDF-1.4\n'
  const starts = objects.map((object, rank) => {
    const start = body.length
    body += `${rank + 1} 0 obj\n${object}\nendobj\n`
    return start
  })
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  return `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
}

/** The font has no ’: the straight one stands for it. */
function escapeText(line: string): string {
  return line.replaceAll('’', "'").replaceAll(/[\\()]/g, String.raw`\$&`)
}
