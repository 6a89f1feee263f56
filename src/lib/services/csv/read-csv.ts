import { parse } from 'csv-parse/sync'
import { InvalidError } from '@/shared/errors'
import type { RejectedRow } from '@/shared/schemas/rejected-row'

/** A row with the number of its line in the file and its cells by the name of their column, in lower case. */
export type CsvRow = { line: number; cells: Record<string, string> }

/** The row as an answer names it that did not take it. */
export function rejectedRow({ line, cells }: CsvRow, columns: readonly string[], reason: string): RejectedRow {
  return { line, reason, cells: columns.map((column) => cells[columnKey(column)] ?? '') }
}

const mostRows = 20_000

/**
 * Reads a CSV file with names in its first row, with commas, semicolons or tabs between. Throws InvalidError in a sentence when it is none.
 * The columns, as they are written, come with it.
 */
export function readCsv(text: string): { columns: string[]; rows: CsvRow[] } {
  let records: { record: unknown; info: { lines: number } }[]
  let columns: string[] = []
  try {
    records = parse(text, {
      bom: true,
      columns: (names: string[]) => {
        columns = names
        return names.map((name) => columnKey(name))
      },
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    })
  } catch (error) {
    throw new InvalidError(`This is not a CSV file that can be read: ${error instanceof Error ? error.message : ''}`)
  }
  if (records.length === 0) throw new InvalidError('The file has no rows below the names of its columns.')
  if (records.length > mostRows)
    throw new InvalidError(`At most ${mostRows} rows at a time; this file has ${records.length}.`)
  return { columns, rows: records.map(({ record, info }) => ({ line: info.lines, cells: textCells(record) })) }
}

/** `Phone Number`, `phone_number` and `PHONE-NUMBER` are the same column. */
export function columnKey(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
}

function delimiterOf(text: string) {
  const first = text.slice(0, 4_000).split(/\r?\n/, 1)[0] ?? ''
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: first.split(mark).length }))
  return counts.toSorted((one, other) => other.count - one.count)[0]?.mark ?? ','
}

function textCells(record: unknown): Record<string, string> {
  if (typeof record !== 'object' || record === null) return {}
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value.replaceAll('\0', '').toWellFormed()]] : [],
    ),
  )
}
