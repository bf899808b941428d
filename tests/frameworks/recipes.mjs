/**
 * The frameworks and bundlers that the npm package is tried in. Each is a small project in the folder of its name, or in
 * `folders`, one over the other; `versions` go before those of its package.json. The package.json says how it is served while one works on it
 * (`dev`), how it is built, and how what was built is served: by a server of its own (`start`), or as files (`built`).
 */
export const RECIPES = {
  next: { title: 'Next.js (Turbopack)' },
  angular: { title: 'Angular' },
  'vite-5': { title: 'Vite 5', folders: ['vite', 'page', 'vite-before-8'], versions: { vite: '5.4.21' } },
  'vite-6': { title: 'Vite 6', folders: ['vite', 'page', 'vite-before-8'], versions: { vite: '6.4.6' } },
  'vite-7': { title: 'Vite 7', folders: ['vite', 'page', 'vite-before-8'], versions: { vite: '7.3.8' } },
  'vite-8': { title: 'Vite 8', folders: ['vite', 'page'] },
  rollup: { title: 'Rollup', folders: ['rollup', 'page'] },
  webpack: { title: 'webpack' },
  esbuild: { title: 'esbuild', folders: ['esbuild', 'page'] },
  parcel: { title: 'Parcel', folders: ['parcel', 'page'] },
  nuxt: { title: 'Nuxt' },
  sveltekit: { title: 'SvelteKit' },
  astro: { title: 'Astro' },
}
