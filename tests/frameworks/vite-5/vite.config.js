export default {
  // While you work on the site Vite 5 joins packages into one file, away from the files beside them.
  optimizeDeps: { exclude: ['tiredness-check'] },
}
