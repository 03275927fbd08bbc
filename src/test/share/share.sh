#!/bin/sh
# Whether the manual pages of a packaged nabla render without a complaint, and its completion scripts can be read.
# Usage: share.sh [target/nabla]; exits 1 if one has failed.
home=${1:-target/nabla}
failed=0
for page in "$home"/share/man/man1/*.1; do
    errors=$(LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -l "$page" 2>&1 >/dev/null)
    LC_ALL=C.UTF-8 MANWIDTH=80 man -l "$page" 2>/dev/null | grep -q OPTIONS && [ -z "$errors" ] || {
        echo "FAILED $page $errors"
        failed=1
    }
done
[ -f "$home/share/man/man1/nabla-solve-softmax.1" ] || { echo "FAILED no page for nabla solve softmax"; failed=1; }
for script in "$home/share/bash-completion/completions/nabla" "$home/share/zsh/site-functions/_nabla"; do
    bash -n "$script" || { echo "FAILED $script"; failed=1; }
done
[ $failed = 1 ] || echo "manual pages and completions: good"
exit $failed
