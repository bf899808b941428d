/** script/stages.sh, which script/test runs its stages with: who waits for whom, how many cores each has, and that nothing is left. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** Each stage notes when it begins, with its cores, and when it ends, in the file NOTES. */
const script = (stages, cores, names) => `
. "${root}/script/common.sh"; . "${root}/script/stages.sh"
cd "$FOLDER"; mkdir -p build/log
note() { echo "$*" >>notes; }
until_noted() { while ! grep -qx "$1" notes; do sleep 0.02; done; }
ended_stage() { echo "ended $1 $2"; }
${stages}
run_stages ${cores} ${names}`

const inFolder = (act) => {
  const folder = mkdtempSync(join(tmpdir(), 'stages-'))
  const notes = () => readFileSync(join(folder, 'notes'), 'utf8').trim().split('\n')
  return { folder, notes, done: () => rmSync(folder, { recursive: true, force: true }) }
}

function run(stages, cores, names) {
  const { folder, notes, done } = inFolder()
  try {
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script(stages, cores, names)], {
      env: { ...process.env, FOLDER: folder },
      encoding: 'utf8',
      timeout: 180_000,
    })
    return { status, stdout, stderr, notes: notes(), left: readdirSync(join(folder, 'build')) }
  } finally {
    done()
  }
}

test('two run at a time on two cores, and each begins only when what it needs has ended', () => {
  // Each of the first two ends only when the other has begun.
  const { notes, status, left } = run(
    `stage_one() { note begin one; until_noted 'begin two'; note end one; }
     stage_two() { note begin two; until_noted 'begin one'; until_noted 'end one'; note end two; }
     needs_three='one two'
     stage_three() { note begin three; }`,
    2,
    'three one two',
  )
  assert.equal(status, 0)
  assert.equal(notes.at(-1), 'begin three')
  assert.equal(notes.length, 5)
  assert.deepEqual(left, ['log'])
})

test('on one core one runs after the other, first what the others wait for longest', () => {
  const stages = ['short', 'long', 'first', 'last'].map((name) => `stage_${name}() { note begin ${name}; sleep 0.05; note end ${name}; }`).join('\n')
  const { notes } = run(`${stages}\nseconds_short=10 seconds_long=50 seconds_first=5 seconds_last=100 needs_last=first`, 1, 'short long first last')
  assert.deepEqual(
    notes,
    ['first', 'last', 'long', 'short'].flatMap((name) => ['begin ' + name, 'end ' + name]),
  )
})

test('the free cores are divided, and nobody gets more than can be filled', () => {
  const stages = ['a', 'b', 'c'].map((name) => `stage_${name}() { note ${name} $JOBS $CMAKE_BUILD_PARALLEL_LEVEL; }`).join('\n')
  assert.deepEqual(run(`${stages}\ncores_a=8 seconds_a=90`, 4, 'a b').notes.sort(), ['a 2 2', 'b 1 1'])
  assert.deepEqual(run(`${stages}\ncores_a=8`, 4, 'a').notes, ['a 4 4'])
  assert.deepEqual(run(`${stages}\ncores_a=8 needs_a='b c' cores_b=8`, 2, 'a b c').notes.at(-1), 'a 2 2')
})

test('what failed stops nobody, and its code is told', () => {
  const { stdout, status } = run(
    `stage_bad() { note bad; echo 'it broke'; return 7; }
    needs_after=bad
    stage_after() { note after; echo 'it went on'; }`,
    2,
    'bad after',
  )
  assert.equal(status, 0)
  assert.match(stdout, /ended bad 7/)
  assert.match(stdout, /it broke[^]*ended bad 7[^]*it went on[^]*ended after 0/)
})

test('what a stage says is shown in one piece, under its title', () => {
  const { stdout } = run(
    `about_one='the first'
    stage_one() { note one; for each in 1 2 3; do echo "one $each"; echo "one $each" >&2; sleep 0.02; done; }
    stage_two() { note two; for each in 1 2 3; do echo "two $each"; sleep 0.02; done; }`,
    2,
    'one two',
  )
  assert.match(stdout, /\n==== one: the first\none 1\none 1\none 2\none 2\none 3\none 3\nended one 0\n/)
  assert.match(stdout, /\ntwo 1\ntwo 2\ntwo 3\nended two 0\n/)
})

test('what several need is made once, while the others wait; and again where it failed', () => {
  const { notes, stdout } = run(
    `make() { note making; sleep 0.1; note made; }
    fail() { note failing; return 1; }
    stage_one() { once it make && note one; once bad fail; }
    stage_two() { once it make && note two; once bad fail; }`,
    2,
    'one two',
  )
  assert.deepEqual(notes.slice(0, 2), ['making', 'made'])
  assert.equal(notes.filter((note) => note === 'making').length, 1)
  assert.equal(notes.filter((note) => note === 'failing').length, 2)
  assert.match(stdout, /ended one 1/)
})

test('what runs alone begins last, when nothing else runs', () => {
  const { notes } = run(
    `alone_ear=yes seconds_ear=900
    stage_ear() { note ear; }
    stage_one() { note begin one; sleep 0.1; note end one; }
    stage_two() { note begin two; sleep 0.3; note end two; }`,
    2,
    'ear one two',
  )
  assert.equal(notes.at(-1), 'ear')
})

test('stages that wait for each other are an error, not a good end', () => {
  const { status, stderr } = run(
    `needs_one=none
    stage_one() { note one; }
    stage_two() { note two; }
    waits_for() { case $1 in two) echo two ;; esac; }`,
    2,
    'one two',
  )
  assert.notEqual(status, 0)
  assert.match(stderr, /wait for each other: two/)
})

for (const signal of ['SIGINT', 'SIGTERM'])
  test(`${signal} ends all that runs, gives it the time to tidy up, and nothing more begins`, async () => {
    const { folder, notes, done } = inFolder()
    // What the first has begun hears no SIGINT, as bash wants it of what runs beside.
    const stages = `
      patience=10
      stage_one() { note "one $BASHPID"; trap 'sleep 0.2; note tidied; exit 1' INT; sleep 60 & echo "slept $!" >>notes; wait; }
      stage_two() { note "two $BASHPID"; sleep 60; }
      stage_three() { note three; }`
    const child = spawn('bash', ['-c', script(stages, 2, 'one two three')], { env: { ...process.env, FOLDER: folder }, stdio: 'ignore' })
    const ended = new Promise((resolve) => child.on('exit', resolve))
    const begun = () => {
      try {
        return notes().length >= 3
      } catch {
        return false
      }
    }
    for (let tries = 0; tries < 500 && !begun(); tries++) await wait(20)
    const pids = notes().map((note) => Number(note.split(' ')[1]))
    child.kill(signal)
    assert.equal(await ended, 130)
    // One that nobody has asked about yet is still in the list of processes, dead.
    const alive = (pid) => {
      try {
        return !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
      } catch {
        return false
      }
    }
    assert.deepEqual(pids.filter(alive), [])
    assert.ok(notes().includes('tidied'))
    assert.ok(!notes().includes('three'))
    assert.deepEqual(readdirSync(join(folder, 'build')), ['log'])
    done()
  })

test('the stages that script/test names are there, and need only such as there are', () => {
  const said = spawnSync('bash', ['script/test', '--list'], { cwd: root, encoding: 'utf8' }).stdout
  const names = said
    .trim()
    .split('\n')
    .map((line) => line.split(' ')[0])
  const text = readFileSync(join(root, 'script/test'), 'utf8')
  for (const name of names) assert.match(text, new RegExp(`^stage_${name}\\(\\)`, 'm'))
  const told = [...text.matchAll(/\b(needs|seconds|cores|alone)_(\w+)=('[^']*'|\S*)/g)]
  assert.ok(told.length > 20)
  for (const [, kind, name, value] of told) {
    assert.ok(names.includes(name), name)
    if (kind === 'needs') for (const need of value.replace(/'/g, '').split(' ')) assert.ok(names.includes(need), `${name} needs ${need}`)
  }
})
