import type { ErrorComponentProps } from '@tanstack/react-router'
import { ErrorNotice } from '../ErrorNotice'

export function PageFailed({ error, reset }: ErrorComponentProps) {
  return (
    <div className="m-auto w-full max-w-md p-4">
      <ErrorNotice error={error} what="This page could not be shown." onRetry={reset} />
    </div>
  )
}
