// Runs before the first paint, so that a dark screen never flashes white. A file of its own: the page allows no inline script.
;(function () {
  var system = matchMedia('(prefers-color-scheme: dark)')
  function apply() {
    var chosen = null
    try {
      chosen = localStorage.getItem('eva-theme')
    } catch {
      // Storage may be closed to us; then the system decides.
    }
    document.documentElement.classList.toggle('dark', chosen ? chosen === 'dark' : system.matches)
  }
  apply()
  system.addEventListener('change', apply)
})()
