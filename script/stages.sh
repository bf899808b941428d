# Runs stages side by side, as many as the machine has cores; sourced by script/test, after common.sh.
#
# A stage is a function stage_NAME. Beside it may stand
#   needs_NAME="OTHER…"  stages that have to end before it begins, where they are run too
#   seconds_NAME=90      about how long it takes alone: what the others would have to wait for longest begins first
#   cores_NAME=4         the most cores that it can fill (1)
#   alone_NAME=yes       it runs when nothing else does
# A stage is told in JOBS how many things to do at a time. What it says is kept in build/log/stage-NAME.log, and shown whole when it
# ends; where one stage is run alone, it is shown as it is said.
# shellcheck shell=bash

# of KIND STAGE DEFAULT: what stands beside a stage.
of() { local name="$1_$2"; printf '%s' "${!name:-$3}"; }

# Things that several stages need are made once in a run, by the first that needs them; the others wait.
# once NAME COMMAND…
once() {
  local name="$1"
  shift
  (
    flock 9
    [ -e "$run/$name" ] || { "$@" 9>&- && touch "$run/$name"; }
  ) 9>"$run/$name.lock"
}

# waits_for STAGE: the stages among those that are run which it has to wait for.
waits_for() {
  local need
  for need in $(of needs "$1" ''); do
    [[ " ${all_stages[*]} " != *" $need "* ]] || printf '%s\n' "$need"
  done
}

# weigh STAGE: sets ahead[STAGE], the seconds until the last of those that wait for it could have ended.
weigh() {
  local stage="$1" other most=0
  [ -z "${ahead[$stage]:-}" ] || return 0
  ahead[$stage]=0 # Stages that wait for each other are told of later.
  for other in "${all_stages[@]}"; do
    [[ " $(waits_for "$other" | tr '\n' ' ')" == *" $stage "* ]] || continue
    weigh "$other"
    [ "${ahead[$other]}" -le "$most" ] || most="${ahead[$other]}"
  done
  ahead[$stage]=$((most + $(of seconds "$stage" 60)))
}

# run_stage STAGE: in a shell of its own. Leaves its exit code, and how long it took in all on the cores.
run_stage() {
  local stage="$1" log="build/log/stage-$1.log" code=0
  TIMEFORMAT='%U %S'
  if [ ${#all_stages[@]} -eq 1 ]; then
    { time { "stage_$stage" 2>&1 | tee "$log"; code="${PIPESTATUS[0]}"; }; } 2>"$run/$stage.cores"
  else
    { time { "stage_$stage" >"$log" 2>&1 || code=$?; }; } 2>"$run/$stage.cores"
  fi
  return "$code"
}

show_title() { printf '\n==== %s: %s\n' "$1" "$(of about "$1" '')"; }

begin_stage() {
  local stage="$1" jobs="$2"
  if [ ${#all_stages[@]} -eq 1 ]; then show_title "$stage"; else printf -- '---- %4d s: %s begins\n' "$SECONDS" "$stage"; fi
  began[$stage]=$SECONDS
  given[$stage]=$jobs
  # A process group of its own, so that all of it can be ended; nobody answers questions there.
  set -m
  JOBS="$jobs" CMAKE_BUILD_PARALLEL_LEVEL="$jobs" run_stage "$stage" </dev/null &
  set +m
  running[$!]=$stage
  free=$((free - jobs))
}

# is_ready STAGE: what it needs has ended, and it may run beside what runs.
is_ready() {
  local need
  for need in $(waits_for "$1"); do [ -n "${ended[$need]:-}" ] || return 1; done
  # Those that run alone are the last of the waiting.
  [ -z "$(of alone "$1" '')" ] || { [ "$1" = "${waiting[0]}" ] && [ ${#running[@]} -eq 0 ]; }
}

# Begins the stages whose turn it is: the free cores are divided among those that are ready.
begin_stages() {
  local stage most jobs ready=() later=()
  for stage in "${waiting[@]}"; do ! is_ready "$stage" || ready+=("$stage"); done
  local left=${#ready[@]}
  for stage in "${waiting[@]}"; do
    if [ "$free" -eq 0 ] || [[ " ${ready[*]} " != *" $stage "* ]]; then later+=("$stage"); continue; fi
    most="$(of cores "$stage" 1)"
    jobs=$((free / left))
    [ "$jobs" -ge 1 ] || jobs=1
    [ "$jobs" -le "$most" ] || jobs="$most"
    begin_stage "$stage" "$jobs"
    left=$((left - 1))
  done
  waiting=("${later[@]}")
}

# What runs is asked to end as by Ctrl-C, so that browsers and servers are ended too; then told; then ended.
patience=100 # tenths of a second for each
end_stages() {
  trap '' INT TERM HUP
  local pid signal tries
  for signal in INT TERM KILL; do
    for pid in "${!running[@]}"; do kill "-$signal" -- "-$pid" 2>/dev/null; done
    for ((tries = 0; tries < patience; tries++)); do
      for pid in "${!running[@]}"; do kill -0 -- "-$pid" 2>/dev/null || unset "running[$pid]"; done
      [ ${#running[@]} -gt 0 ] || break 2
      sleep 0.1
    done
  done
  rm -rf "$run"
}

# The process of a stage that has ended; fails where none has in a moment. (`wait -n` knows nothing of one that ended before.)
one_that_ended() {
  local pid
  for pid in "${!running[@]}"; do kill -0 "$pid" 2>/dev/null || { printf '%s' "$pid"; return; }; done
  sleep 0.2
  return 1
}

# run_stages CORES STAGE…: runs all of them, whatever fails, and calls for each
# ended_stage STAGE CODE BEGAN TOOK WORKED: when it began, how long it took, and how long it kept one core busy, in seconds.
run_stages() {
  local free="$1" stage pid code
  shift
  local -a all_stages=("$@") waiting
  local -A ahead=() running=() ended=() began=() given=()
  run="$(mktemp -d build/run-XXXXXX)"
  trap 'end_stages; exit 130' INT TERM HUP
  for stage in "${all_stages[@]}"; do weigh "$stage"; done
  mapfile -t waiting < <(for stage in "${all_stages[@]}"; do printf '%s %s %s\n' "$([ -n "$(of alone "$stage" '')" ]; echo $?)" "${ahead[$stage]}" "$stage"; done | sort -s -k 1,1nr -k 2,2nr | cut -d ' ' -f 3)
  begin_stages
  while [ ${#running[@]} -gt 0 ]; do
    pid="$(one_that_ended)" || continue
    code=0
    wait "$pid" || code=$?
    stage="${running[$pid]}"
    unset "running[$pid]"
    ended[$stage]=yes
    free=$((free + given[$stage]))
    # Before its output: that may be long.
    begin_stages
    [ ${#all_stages[@]} -eq 1 ] || { show_title "$stage"; cat "build/log/stage-$stage.log"; }
    ended_stage "$stage" "$code" "${began[$stage]}" $((SECONDS - began[$stage])) "$(awk '{ print int($1 + $2) }' "$run/$stage.cores")"
  done
  trap - INT TERM HUP
  rm -rf "$run"
  [ ${#waiting[@]} -eq 0 ] || die "these wait for each other: ${waiting[*]}"
}
