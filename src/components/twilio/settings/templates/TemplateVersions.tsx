import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { useActorName } from '@/hooks/useColleagues'
import { useTemplateVersions } from '@/hooks/useTemplates'
import type { Template, TemplateVersion } from '@/shared/schemas/template'
import { ErrorNotice } from '../../ErrorNotice'
import { Time } from '../../Time'
import { wordChanges } from './word-changes'

type TemplateVersionsProps = {
  template: Template
  reason: string | undefined
  onRestore: (version: TemplateVersion) => void
}

/** What the template said before, what each version changed, and the way back to it. */
export function TemplateVersions({ template, reason, onRestore }: TemplateVersionsProps) {
  const { data: versions, error, isPending } = useTemplateVersions(template.id)
  const actorName = useActorName()
  if (error) return <ErrorNotice error={error} what="The versions could not be read." />
  if (isPending) return <Skeleton className="h-24 rounded-lg" />
  return (
    <ol aria-label="Versions" className="divide-y rounded-lg border">
      {versions.map((version, index) => (
        <li key={version.version} className="px-3 py-2.5">
          <p className="flex flex-wrap items-center gap-x-2 text-sm">
            <span className="font-medium">Version {version.version}</span>
            <span className="min-w-0 truncate text-ink-faint">
              <Time at={version.savedAt} /> · {actorName(version.savedBy)}
            </span>
            {version.version !== template.version && (
              <Button
                size="small"
                className="ml-auto"
                label={`Restore version ${version.version}`}
                disabledReason={reason}
                onClick={() => onRestore(version)}
              >
                Restore
              </Button>
            )}
          </p>
          <Change version={version} before={versions[index + 1]} />
        </li>
      ))}
    </ol>
  )
}

function Change({ version, before }: { version: TemplateVersion; before: TemplateVersion | undefined }) {
  if (!before) return <p className="mt-1 break-words whitespace-pre-wrap text-ink-soft">{version.body}</p>
  return (
    <>
      {before.name !== version.name && (
        <p className="mt-1 text-sm text-ink-soft">
          It was called “{before.name}” and is called “{version.name}”.
        </p>
      )}
      <p className="mt-1 break-words whitespace-pre-wrap text-ink-soft">
        {wordChanges(before.body, version.body).map((change, place) =>
          change.kind === 'same' ? (
            change.text
          ) : change.kind === 'new' ? (
            // oxlint-disable-next-line react/no-array-index-key -- the parts of one text, in their order
            <ins key={place} className="rounded bg-positive-soft text-positive">
              {change.text}
            </ins>
          ) : (
            // oxlint-disable-next-line react/no-array-index-key -- the parts of one text, in their order
            <del key={place} className="rounded bg-negative-soft text-negative">
              {change.text}
            </del>
          ),
        )}
      </p>
    </>
  )
}
