import { AccountPanel } from './account-panel.tsx'
import { ClockPanel } from './clock-panel.tsx'
import { FaultsPanel } from './faults-panel.tsx'
import { ResetPanel } from './reset-panel.tsx'

export const EmulatorPanel = () => (
  <div className="grid content-start gap-6 overflow-y-auto p-4">
    <FaultsPanel />
    <ClockPanel />
    <AccountPanel />
    <ResetPanel />
  </div>
)
