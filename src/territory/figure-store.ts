import type { Db } from '#platform/db.ts'
import { Figure, type Scale } from './figure.ts'

export interface FigureSubject {
  kind: Scale
  code: string
}

/** Every figure of the subjects asked, by subject, indicator, then the latest vintage first. */
export function listFigures(db: Db, by: { subjects: readonly FigureSubject[]; indicators?: readonly string[] }): Promise<Figure[]> {
  const wanted = JSON.stringify(by.indicators ?? [])
  return db.rows(Figure)`
    select f.subject_kind as "subjectKind", f.subject_code as "subjectCode", f.indicator, f.label, f.definition, f.value, f.unit, f.year,
      f.period, f.year_inferred as "yearInferred", f.as_printed as "asPrinted", f.note, f.fictitious, f.source, f.place
    from figure f
    join jsonb_to_recordset(${JSON.stringify(by.subjects)}::jsonb) as s(kind text, code text) on s.kind = f.subject_kind and s.code = f.subject_code
    where ${wanted}::jsonb = '[]'::jsonb or ${wanted}::jsonb ? f.indicator
    order by f.subject_kind, f.subject_code, f.indicator, f.year desc nulls last, f.period desc nulls last, f.source`
}

/** The figures that a subject has of one indicator. */
export function figuresOf(figures: readonly Figure[], subject: FigureSubject, indicator: string): Figure[] {
  return figures.filter((one) => one.subjectKind === subject.kind && one.subjectCode === subject.code && one.indicator === indicator)
}
