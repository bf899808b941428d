export default {
  // While you work on the site Vite before 8 joins packages into one file, away from the files beside them.
  optimizeDeps: { exclude: ['tiredness-check'] },
}
