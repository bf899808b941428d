/** Looks at the site of the check: every file of the release, against its manifest. */
import { folder, release } from 'release'
import type { Engine } from '../engine/engine.ts'
import { ask, askAll, CHECK, objectOf } from './ask.ts'
import { cacheFindings, compressionFindings, type Expected, filesFindings, missingFindings, typesFindings } from './file-findings.ts'
import { better, right, type Section, wrong } from './finding.ts'
import { frameFindings } from './policy-findings.ts'
import { settingsFileFindings } from './settings-findings.ts'

const SETTINGS_FILE = 'app/clinic.json'

/** Everything of the release, against its manifest. */
export async function inspectFiles(engine: Promise<Engine | undefined>, told: (text: string) => void): Promise<Section[]> {
  const list = await ask('check/release.json')
  const manifest = objectOf(list) as { release: string; files: Record<string, Expected> } | undefined
  if (!manifest?.files)
    return [
      {
        title: 'Files',
        findings: [wrong('check/release.json, the list of the files, did not come. No file could be looked at.', 'Copy the whole release again.')],
      },
    ]
  const paths = Object.keys(manifest.files)
  const answers = await askAll(paths, (done) => told(`File ${done} of ${paths.length}`))
  const missing = await ask(`${folder}there-is-no-such-file-${Date.now()}.js`)
  const another =
    manifest.release === release
      ? []
      : [wrong(`check/release.json is of release ${manifest.release}, this page is of ${release}.`, 'Copy the whole release again.')]
  const unhashed = crypto.subtle
    ? []
    : [better('This address is not secure (https), so only the length of each file was compared.', 'Open this page by https.')]
  const frame = answers.find(({ path }) => path.endsWith('tiredness-check-isolated.html'))
  const own = await settingsFileFindings(SETTINGS_FILE, CHECK, await engine)
  return [
    { title: 'Files', findings: [...another, ...unhashed, ...filesFindings(answers, manifest.files, manifest.release)] },
    { title: 'Types', findings: typesFindings(answers) },
    { title: 'How long files are kept', findings: [...cacheFindings(answers, folder), ...missingFindings(missing)] },
    { title: 'Compression', findings: compressionFindings(answers) },
    { title: 'Frames', findings: frame ? frameFindings(frame, CHECK) : [] },
    {
      title: 'Settings of the page that can be installed',
      findings: own.length ? own : [right(`${SETTINGS_FILE} can be read, and every setting in it is used.`)],
    },
  ]
}
