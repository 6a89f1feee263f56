import { useMutation } from '@tanstack/react-query'
import { Download, FileUp } from 'lucide-react'
import { useState, type DragEvent } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Dialog } from '@/components/ui/dialog'
import { toCsv } from '@/shared/csv/to-csv'
import { InvalidError } from '@/shared/errors'
import type { RejectedRow } from '@/shared/schemas/rejected-row'
import { ErrorNotice } from '../ErrorNotice'
import { saveFile } from './save-file'

export type CsvOutcome = { sentence: string; rejected: RejectedRow[]; columns: string[]; ignoredColumns?: string[] }

type CsvImportDialogProps = {
  title: string
  description: string
  /** Which columns are understood, each with what it is for. */
  columns: readonly { name: string; about: string }[]
  importFile: (csv: string) => Promise<CsvOutcome>
  onClose: () => void
}

const largest = 1024 * 1024
const mostShown = 50

/** Takes a CSV file, chosen or dropped, and says what became of each row. */
export function CsvImportDialog({ title, description, columns, importFile, onClose }: CsvImportDialogProps) {
  const [isOver, setOver] = useState(false)
  const take = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > largest) throw new InvalidError('This file is larger than 1 MB. Split it and import the parts.')
      return importFile(await file.text())
    },
  })
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file && !take.isPending) take.mutate(file)
  }
  return (
    <Dialog open onClose={onClose} title={title} description={description} className="max-w-xl">
      <div className="grid gap-4">
        {take.data ? (
          <Outcome outcome={take.data} fileName={take.variables.name} />
        ) : (
          <>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping is the second way; the input in it is the first */}
            <label
              onDragOver={(event) => {
                event.preventDefault()
                setOver(true)
              }}
              onDragLeave={() => setOver(false)}
              onDrop={drop}
              className={cn(
                'flex cursor-pointer flex-col items-center gap-1 rounded-lg border border-dashed px-4 py-6 text-center focus-within:outline-2 focus-within:outline-focus hover:bg-hover',
                isOver && 'bg-accent-soft',
              )}
            >
              <FileUp aria-hidden className="size-5 text-ink-faint" />
              <span className="font-medium">
                {take.isPending ? 'Reading the file …' : 'Choose a CSV file or drop it here'}
              </span>
              <span className="text-sm text-ink-soft">
                At most 1 MB and 20,000 rows; names of the columns in the first row.
              </span>
              <input
                type="file"
                accept=".csv,text/csv"
                className="sr-only"
                aria-label="CSV file"
                disabled={take.isPending}
                onChange={(event) => {
                  const file = event.target.files?.[0]
                  if (file) take.mutate(file)
                  event.target.value = ''
                }}
              />
            </label>
            {take.error && <ErrorNotice error={take.error} what="Nothing was imported." />}
            <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm">
              {columns.map(({ name, about }) => (
                <div key={name} className="contents">
                  <dt className="font-medium">{name}</dt>
                  <dd className="text-ink-soft">{about}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
        <div className="flex justify-end gap-2">
          {take.data && <Button onClick={() => take.reset()}>Another file</Button>}
          <Button variant={take.data ? 'primary' : 'secondary'} onClick={onClose}>
            {take.data ? 'Done' : 'Cancel'}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function Outcome({ outcome, fileName }: { outcome: CsvOutcome; fileName: string }) {
  const { sentence, rejected, columns, ignoredColumns = [] } = outcome
  const save = () =>
    saveFile(
      `not taken - ${fileName}`,
      'text/csv',
      toCsv([
        [...columns, 'line', 'why it was not taken'],
        ...rejected.map((row) => [...row.cells, row.line, row.reason]),
      ]),
    )
  return (
    <>
      <output className="rounded-lg bg-positive-soft p-3">{sentence}</output>
      {ignoredColumns.length > 0 && (
        <p className="text-sm break-words text-ink-soft">Not understood and left out: {ignoredColumns.join(', ')}.</p>
      )}
      {rejected.length > 0 && (
        <section aria-label="Rows that were not taken" className="grid gap-2">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h3 className="text-sm font-semibold">
              {rejected.length === 1 ? '1 row was not taken' : `${rejected.length} rows were not taken`}
            </h3>
            <Button size="small" onClick={save}>
              <Download aria-hidden /> Save these rows
            </Button>
          </div>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
          <ul tabIndex={0} aria-label="Why" className="max-h-48 divide-y overflow-y-auto rounded-lg border text-sm">
            {rejected.slice(0, mostShown).map((row) => (
              <li key={row.line} className="px-3 py-1.5 break-words">
                <span className="text-ink-faint tabular">Line {row.line}:</span> {row.reason}
              </li>
            ))}
          </ul>
          {rejected.length > mostShown && <p className="text-sm text-ink-faint">The file has them all.</p>}
        </section>
      )}
    </>
  )
}
