export default (_, { mode }) => ({
  entry: './main.js',
  // webpack shortens HTML: the page of an isolated check is held to its hashes, and would refuse its own script.
  optimization: { minimize: mode === 'production' && { html: false } },
})
