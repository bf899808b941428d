/**
 * Which folder of web/src may import from which: one row each, and only from rows above it. A folder of `features` knows no other one;
 * what two of them need is in `model` or `components`.
 */
export const LAYERS = {
  dom: [],
  engine: ['dom'],
  i18n: ['dom', 'engine'],
  settings: ['dom', 'engine', 'i18n'],
  files: ['dom', 'engine', 'settings'],
  element: ['dom', 'engine', 'settings', 'files'],
  isolated: ['dom', 'engine', 'i18n', 'settings', 'files'],
  model: ['dom', 'engine', 'i18n', 'settings', 'files'],
  components: ['dom', 'engine', 'i18n', 'model'],
  pages: ['dom', 'engine', 'model', 'components'],
  styles: [],
  check: ['dom', 'engine', 'i18n', 'settings', 'files', 'element', 'model', 'components', 'pages', 'styles'],
  features: ['dom', 'engine', 'i18n', 'settings', 'files', 'model', 'components', 'styles'],
  staff: ['dom', 'engine', 'i18n', 'settings', 'files', 'element'],
}

/** Entries may import everything, and nothing imports them but each other. */
const ENTRIES = 'entries'

const under = (folder) => `^${folder}/`

/** The rules of dependency-cruiser, with paths as seen from web/src. */
export const RULES = [
  { name: 'no circle, types included', severity: 'error', from: {}, to: { circular: true } },
  ...Object.entries(LAYERS).map(([folder, allowed]) => ({
    name: `${folder} imports from ${['itself', ...allowed].join(', ')} alone`,
    severity: 'error',
    from: { path: under(folder) },
    to: { pathNot: [folder, ...allowed].map(under), path: `^(${[...Object.keys(LAYERS), ENTRIES].join('|')})/` },
  })),
  {
    name: 'a feature imports no other feature',
    severity: 'error',
    from: { path: '^features/([^/]+)/' },
    to: { path: '^features/', pathNot: '^features/$1/' },
  },
]
