#!/usr/bin/env bash
# The command line: exit codes, what goes to which stream, order of lines, and every wrong usage.
# Usage: command_line.sh <tiredness-check> <folder of cases> <folder of rule sets>. Prints what failed; exit 1 if anything did.
set -uo pipefail
program="$1"
cases="$2"
rule_sets="$3"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

checks=0
failures=0
what=''

# run ARGUMENT…: sets code, out and err. Standard input is the caller's.
run() {
  what="tiredness-check $*"
  "$program" "$@" >"$work/out" 2>"$work/err"
  code=$?
  out="$(<"$work/out")"
  err="$(<"$work/err")"
}

check() { # check DESCRIPTION COMMAND…
  local description="$1"
  shift
  checks=$((checks + 1))
  "$@" && return
  failures=$((failures + 1))
  printf 'FAILED  %s: %s\n  exit %s\n  stdout: %.300s\n  stderr: %.300s\n' "$what" "$description" "$code" "$out" "$err"
}
exits() { check "exit $1" [ "$code" -eq "$1" ]; }
equal() { [ "$1" = "$2" ]; }
begins() { [ "${1:0:${#2}}" = "$2" ]; }
contains() { [[ "$1" == *"$2"* ]]; }
says() { check "stdout has $1" contains "$out" "$1"; }
complains() { check "stderr has $1" contains "$err" "$1"; }
silent_out() { check 'stdout is empty' [ ! -s "$work/out" ]; }
silent_err() { check 'stderr is empty' [ ! -s "$work/err" ]; }
lines_out() { check "$1 lines" equal "$(wc -l <"$work/out" | tr -d ' ')" "$1"; }

calm='"who":"self","age":"18-64","danger-signs":["none"],"self-harm":"no","hours-since-session":30,"setting":"clinic",'
calm+='"alertness":"awake","slept":"yes","tiredness":3,"function":"usual","trend":"better","body-symptoms":["none"],'
calm+='"mind-symptoms":["none"],"medicines":"yes","taken-today":["none"],"medicine-changes":["none"],"conditions":["none"],'
calm+='"pregnancy":"no","before-session":"no","between-sessions":"first"'
printf '{"answers":{%s}}' "$calm" >"$work/calm.json"
printf '{"answers":{"danger-signs":["chest"]}}' >"$work/danger.json"
printf '{"answers":{"age":7,"a/b":1}}' >"$work/bad-case.json"
printf '{"answers":{%s},"odd":1}' "$calm" >"$work/odd.json"
printf '{"phone":"555-0100","moderateScore":3}' >"$work/config.json"
printf '{"phone":"call us","x~y":1}' >"$work/bad-config.json"
printf '{"language":"xx","direction":"ltr","version":"1.0.0","reviewedBy":null,"messages":{}}' >"$work/content.json"
: >"$work/empty.json"

# ---- assess ----------------------------------------------------------------------------------------------------------

run assess "$work/calm.json" </dev/null
exits 0; silent_err; lines_out 1; says '{"level":"expected",'
says '"title":"Your tiredness fits the usual pattern so far"'
from_file="$out"

run assess - <"$work/calm.json"
exits 0; silent_err
check 'the same from standard input as from a file' equal "$out" "$from_file"

run assess "$work/danger.json" </dev/null
exits 0; silent_err; says '{"level":"emergency",'

run assess "$work/odd.json" </dev/null  # a warning stands in the assessment, not on stderr
exits 0; silent_err; says '"pointer":"/odd"'

run assess "$work/bad-case.json" </dev/null
exits 1; lines_out 1; says '{"diagnostics":['
complains "$work/bad-case.json: /answers/age: "; complains "$work/bad-case.json: /answers/a~1b: "
check 'no assessment' begins "$out" '{"diagnostics":'

run assess "$work/missing.json" </dev/null
exits 1; silent_out; complains "cannot read $work/missing.json"
run assess "$work" </dev/null  # a folder
exits 1; silent_out; complains "cannot read $work"
run assess "$work/empty.json" </dev/null
exits 1; says '"code":"invalid-json"'; complains "$work/empty.json: /: "
run assess - </dev/null
exits 1; complains '-: /: '
head -c 70000 /dev/zero | tr '\0' ' ' >"$work/huge.json"
run assess "$work/huge.json" </dev/null
exits 1; says '"code":"too-large"'
printf '{"answers":{"age":"\377"}}' >"$work/utf8.json"
run assess "$work/utf8.json" </dev/null
exits 1; says '"code":"invalid-utf8"'

# ---- assess --jsonl --------------------------------------------------------------------------------------------------

printf '%s\n' "$(<"$work/calm.json")" 'not json' '' "$(<"$work/danger.json")" '{"answers":{"age":7}}' '   ' \
  "$(<"$work/huge.json")x" '[]' >"$work/lines.jsonl"
printf '%s' "$(<"$work/calm.json")" >>"$work/lines.jsonl"  # the last line without its end
run assess --jsonl <"$work/lines.jsonl"
exits 1; lines_out 7  # blank lines have no case
expect=('{"level":"expected",' '{"diagnostics":[' '{"level":"emergency",' '{"diagnostics":[' '{"diagnostics":['
  '{"diagnostics":[' '{"level":"expected",')
mapfile -t got <"$work/out"
for i in "${!expect[@]}"; do
  check "line $((i + 1)) begins with ${expect[$i]}" begins "${got[$i]:-}" "${expect[$i]}"
done
check 'a line is assessed as a file is' equal "${got[0]}" "$from_file"
complains 'line 2: /: '; complains 'line 5: /answers/age: '; complains 'line 7: /: '; complains 'line 8: /: '

run assess --jsonl <<<"$(<"$work/calm.json")"$'\r'
exits 0; silent_err; lines_out 1
run assess --jsonl </dev/null
exits 0; silent_err; silent_out

# Every shared case, in order: as many lines out as in.
cat "$cases"/*.jsonl >"$work/all.jsonl"
sed -E 's/^.*"case" *: *(\{.*\}) *, *"expect" *:.*$/\1/' "$work/all.jsonl" >"$work/cases.jsonl"
run assess --jsonl <"$work/cases.jsonl"
exits 1
lines_out "$(wc -l <"$work/all.jsonl" | tr -d ' ')"
sed -nE 's/^.*"expect" *: *\{.*"level" *: *"([a-z-]+)".*$/\1/p; /"error" *: *true/s/.*/error/p' \
  "$work/all.jsonl" >"$work/want"
sed -E 's/^\{"level":"([a-z-]+)",.*$/\1/; s/^\{"diagnostics":.*$/error/' "$work/out" >"$work/got"
check 'the level of every shared case, in order' cmp -s "$work/want" "$work/got"

# ---- FHIR ------------------------------------------------------------------------------------------------------------

printf '{"answers":{%s},"now":"2026-11-22T10:00:00-05:00"}' "$calm" >"$work/dated.json"
run assess --format fhir "$work/dated.json" </dev/null
exits 0; silent_err; lines_out 1; says '{"resourceType":"QuestionnaireResponse",'; says '"status":"completed"'
cp "$work/out" "$work/response.json"
run assess "$work/dated.json" --format fhir </dev/null
exits 0; check 'the same wherever the option stands' cmp -s "$work/out" "$work/response.json"
run assess --jsonl --format fhir < <(cat "$work/dated.json"; echo; cat "$work/calm.json")
exits 1; lines_out 2; says '{"resourceType":"QuestionnaireResponse",'; complains 'line 2: /now: '
run assess --format json "$work/calm.json" </dev/null
exits 0; check 'json is the default' equal "$out" "$from_file"
run assess "$work/response.json" </dev/null  # a response in the place of a case
exits 0; silent_err; says '{"level":"expected",'
run assess --format fhir - <"$work/response.json"
exits 0; silent_err; check 'a response read and written is the same' cmp -s "$work/out" "$work/response.json"
run explain "$work/response.json" </dev/null
exits 0; silent_err; says 'Level: expected'
run validate "$work/response.json" </dev/null
exits 0; silent_err; says "$work/response.json: no fault"
printf '{"resourceType":"QuestionnaireResponse","status":"completed","item":[{"linkId":"odd"}]}' >"$work/bad-response.json"
for command in assess explain validate; do
  run "$command" "$work/bad-response.json" </dev/null
  exits 1; complains "$work/bad-response.json: /item/0/linkId: "
done
printf '{"answers":{"session-ended":"2999-01-01"},"now":"2026-11-22T10:00:00-05:00"}' >"$work/future.json"
run assess --format fhir "$work/future.json" </dev/null  # a response has no place for a warning
exits 0; lines_out 1; complains "$work/future.json: /answers/session-ended: warning: "
run assess --format fhir "$work/bad-case.json" </dev/null
exits 1; lines_out 1; says '{"diagnostics":['; complains '/answers/age: '

# ---- explain ---------------------------------------------------------------------------------------------------------

run explain "$work/danger.json" </dev/null
exits 0; silent_err
says 'Level: emergency - Call 911 now'; says '[danger-sign, emergency]'; says 'answer  danger-signs = ["chest"]'
says 'What was looked at'; says 'What would make it less urgent'; says 'not yet approved by a clinician'
run explain - <"$work/calm.json"
exits 0; silent_err; says 'Level: expected'
run explain "$work/bad-case.json" </dev/null
exits 1; silent_out; complains "$work/bad-case.json: /answers/age: "
run explain "$work/missing.json" </dev/null
exits 1; silent_out; complains 'cannot read'

# ---- plan ------------------------------------------------------------------------------------------------------------

printf '{"now":"2026-11-20T14:00:00-05:00","answers":{"session-ended":"2026-11-20T09:00:00-05:00","setting":"clinic"}}' >"$work/session.json"
run plan "$work/session.json" </dev/null
exits 0; silent_err; lines_out 1; says '"errors":[]'
says '"id":"drive","text":"Drive, bike, use machines or climb","state":"later","when":"From 2026-11-21T09:00:00-05:00","at":"2026-11-21T09:00:00-05:00"'
says '"given":", once you have slept a full night, feel fully alert and have had no alcohol, no cannabis and nothing new that makes people sleepy"'
check 'nothing is assessed' equal "${out/\"level\"/}" "$out"
run plan - <"$work/danger.json"
exits 0; silent_err; says '"linkId":"session-ended"'; says '"state":"ask-hours"'
run plan "$work/bad-case.json" </dev/null
exits 1; says '{"diagnostics":['; complains "$work/bad-case.json: /answers/age: "
run plan "$work/missing.json" </dev/null
exits 1; silent_out; complains 'cannot read'
run explain "$work/session.json" </dev/null
exits 0; says 'When may they ...?'; says '  My usual pills tonight: As your clinic told you. Not told?'

# ---- validate --------------------------------------------------------------------------------------------------------

run validate "$work/calm.json" "$work/config.json" </dev/null
exits 0; silent_err; lines_out 2; says "$work/calm.json: no fault"; says "$work/config.json: no fault"
run validate "$work/bad-config.json" </dev/null
exits 1; silent_out; complains "$work/bad-config.json: /phone: expected a phone number"
complains "$work/bad-config.json: /x~0y: no such setting"
check 'a fault a line' equal "$(wc -l <"$work/err" | tr -d ' ')" 2
run validate "$work/bad-config.json" "$work/missing.json" "$work/calm.json" "$work/bad-case.json" </dev/null
exits 1; says "$work/calm.json: no fault"; lines_out 1
complains "$work/bad-config.json: /phone: "; complains "cannot read $work/missing.json"
complains "$work/bad-case.json: /answers/age: "
run validate "$work/odd.json" </dev/null
exits 1; complains "$work/odd.json: /odd: warning: "
run validate "$work/content.json" </dev/null
exits 1; complains "$work/content.json: /messages/rule.danger-sign: "
run validate - <"$work/config.json"
exits 0; says '-: no fault'
run validate "$work/empty.json" </dev/null
exits 1; complains "$work/empty.json: /: "

# ---- rules, questionnaire, --version, --help -------------------------------------------------------------------------

run rules --format json </dev/null
exits 0; silent_err; lines_out 1; says '"id":"danger-sign","level":"emergency"'; says '"id":"not-on-allow-list"'
run rules --format markdown </dev/null
exits 0; silent_err; says '# The rules'; says '| `danger-sign` |'
run questionnaire --format json </dev/null
exits 0; silent_err; lines_out 1; says '"linkId":"danger-signs"'
check 'an object of pages' begins "$out" '{"pages":['
run questionnaire --format json --language es </dev/null
exits 0; silent_err; says '"title":"El cuerpo y la mente"'
run questionnaire --format fhir </dev/null
exits 0; silent_err; lines_out 1; says '{"resourceType":"Questionnaire","language":"en",'; says '"linkId":"danger-signs"'
run questionnaire --language es --format fhir </dev/null
exits 0; silent_err; lines_out 1; says '{"resourceType":"Questionnaire","language":"es",'
run --version </dev/null
exits 0; silent_err; says 'tiredness-check '; says 'SHA-256 '; says 'not yet approved by a clinician'
says ' (en), not yet reviewed'; says ' (es), not yet reviewed'; says 'Not a diagnosis'
printf '{"answers":{"danger-signs":["chest"]},"language":"es"}' >"$work/spanish.json"
run assess "$work/spanish.json" </dev/null
exits 0; silent_err; says '"title":"Llame al 911 ahora"'; says '"language":"es"'
for help in --help -h help; do
  run "$help" </dev/null
  exits 0; silent_err; says 'tiredness-check assess CASE.json'; says 'Exit: 0 done, 1 the input is at fault, 2 wrong'
done

# ---- diff ------------------------------------------------------------------------------------------------------------

run rules --format json </dev/null
cp "$work/out" "$work/shipped.json"
run diff shipped shipped </dev/null
exits 0; silent_err; says '# What changes: rules '; says 'Nothing.'
run diff "$work/shipped.json" shipped </dev/null  # a dump is read back
exits 0; silent_err; says 'Nothing.'
run diff --format json - shipped <"$work/shipped.json"
exits 0; silent_err; lines_out 1; says '"classes":[],"reasons":[],"asked":[]'
printf '{"expectedTirednessHours":48,"phone":"555-0100"}' >"$work/stricter.json"
run diff shipped "$work/stricter.json" </dev/null
exits 1; silent_err; says 'Nothing becomes calmer.'; says '- `past-expected-time`: `expected` to `soon`, '
says 'smallest: session 48 h ago; all else calm'; says '{"answers":{"who":"self",'
says '| setting | `expectedTirednessHours` | 72 (24 to 72) | 48 (24 to 72) |'
run diff "$work/stricter.json" shipped --format json </dev/null
exits 1; silent_err; lines_out 1; says '{"direction":"calmer","rule":"past-expected-time","from":"soon","to":"expected",'
run diff "$work/stricter.json" "$work/stricter.json" </dev/null
exits 0; silent_err
for set in "$rule_sets"/*.json; do  # of an earlier release too
  SECONDS=0
  run diff "$set" shipped </dev/null
  check 'exit 0 or 1' [ "$code" -le 1 ]
  silent_err; says "# What changes: rules $(basename "$set" .json) "
  check 'under a minute' [ "$SECONDS" -lt 60 ]
  run diff --format json "$set" "$set" </dev/null
  exits 0
done
printf '{"id":"%s"}' "$calm" >"$work/garbage.json"
sed 's/"op":"missing"/"op":"absent"/; s/"soon"/"later"/' "$work/shipped.json" >"$work/newer.json"
head -c 20000 "$work/shipped.json" >"$work/cut.json"
{ cat "$work/shipped.json"; head -c 300000 /dev/zero | tr '\0' ' '; } >"$work/long.json"
run diff "$work/newer.json" shipped </dev/null  # every fault, at its place
exits 2; silent_out; complains '/op: not known to this build, and it could change a level'; complains '/level: no such level'
for bad in garbage cut long empty huge bad-config calm missing; do
  run diff shipped "$work/$bad.json" </dev/null
  exits 2; silent_out; complains "$work/$bad.json"
done
run diff "$work/bad-config.json" "$work/cut.json" </dev/null  # of both files
exits 2; silent_out; complains "$work/bad-config.json: /phone: "; complains "$work/cut.json: /: "
run diff shipped - </dev/null
exits 2; silent_out; complains '-: /: '
if command -v script >/dev/null 2>&1; then  # who watches a terminal is told how far it is
  script -qec "'$program' diff shipped shipped >/dev/null" "$work/terminal" </dev/null >/dev/null 2>&1
  out="$(<"$work/terminal")"
  says 'Comparing: '; says '100 %'
fi

# ---- Wrong usage -----------------------------------------------------------------------------------------------------

wrong() { # wrong EXPECTED-MESSAGE ARGUMENT…
  local message="$1"
  shift
  run "$@" </dev/null
  exits 2; silent_out; complains "tiredness-check: $message"; complains 'tiredness-check --help'
}
wrong 'a command is needed'
wrong "there is no command 'triage'" triage
wrong "there is no command '--verison'" --verison
wrong "there is no command ''" ''
wrong 'assess takes one case file' assess
wrong 'assess takes one case file' assess "$work/calm.json" "$work/danger.json"
wrong 'assess takes one case file' assess --json
wrong 'assess takes one case file' assess --jsonl "$work/lines.jsonl"
wrong 'assess takes one case file' assess --format fhir
wrong 'assess takes one case file' assess --jsonl --jsonl
wrong 'assess takes --format json, --format keys or --format fhir' assess --format xml "$work/calm.json"
wrong 'assess takes --format once' assess "$work/calm.json" --format
wrong 'assess takes --format once' assess --format json --format fhir "$work/calm.json"
wrong 'diff takes two rule sets or configs' diff
wrong 'diff takes two rule sets or configs' diff shipped
wrong 'diff takes two rule sets or configs' diff shipped shipped shipped
wrong 'diff takes two rule sets or configs' diff shipped shipped --quick
wrong 'diff takes --format markdown or --format json' diff --format xml shipped shipped
wrong 'diff takes --format once' diff shipped shipped --format
wrong 'diff takes --format once' diff --format json --format json shipped shipped
wrong 'diff reads one of the two from standard input' diff - -
wrong 'explain takes one case file' explain
wrong 'explain takes one case file' explain --jsonl
wrong 'explain takes one case file' explain "$work/calm.json" "$work/danger.json"
wrong 'plan takes one case file' plan
wrong 'plan takes one case file' plan --jsonl
wrong 'plan takes one case file' plan "$work/calm.json" "$work/danger.json"
wrong 'validate takes at least one file' validate
wrong 'rules needs --format' rules
wrong 'rules needs --format' rules --format
wrong 'rules needs --format' rules --format xml
wrong 'rules needs --format' rules json
wrong 'rules needs --format' rules --format json extra
wrong 'questionnaire needs --format' questionnaire
wrong 'questionnaire needs --format' questionnaire --format xml
wrong 'questionnaire needs --format' questionnaire --format fhir extra
wrong 'questionnaire needs --format' questionnaire --format fhir --language
wrong "there are no texts in the language 'xx'" questionnaire --format fhir --language xx

printf '%d checks, %d failed\n' "$checks" "$failures"
[ "$failures" -eq 0 ]
