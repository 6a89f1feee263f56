/** How loud a microphone is, 0 to 1. */
export function LevelMeter({ level, label, className = '' }: { level: number; label: string; className?: string }) {
  const tenths = Math.round(level * 10)
  return (
    <div className={`relative h-2 ${className}`}>
      <meter aria-label={label} min={0} max={10} value={tenths} className="absolute inset-0 size-full opacity-0" />
      <div aria-hidden className="flex h-full gap-0.5">
        {Array.from({ length: 10 }, (_, index) => (
          <span key={index} className={`flex-1 rounded-xs ${index < tenths ? 'bg-positive-solid' : 'bg-sunken'}`} />
        ))}
      </div>
    </div>
  )
}
