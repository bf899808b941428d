#!/bin/sh
# One utterance: takes as long as fast speech does, and ends when it is cut off.
sleep "$(printf '%s' "$1" | wc -m | awk '{ print 0.1 + $1 * 0.01 }')"
