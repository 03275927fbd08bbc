#!/bin/sh
# Whether the manual pages of a packaged nabla render without a complaint, and whether zsh and fish offer its completions.
# CompletionTest tries those of bash.
# Usage: share.sh [target/nabla]; exits 1 if one has failed.
home=${1:-target/nabla}
failed=0
mandoc -T lint -W warning "$home"/share/man/man1/*.1 || failed=1
for page in "$home"/share/man/man1/*.1; do
    errors=$(LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -l "$page" 2>&1 >/dev/null)
    text=$(LC_ALL=C.UTF-8 MANWIDTH=80 man -l "$page" 2>/dev/null)
    for heading in OPTIONS 'EXIT STATUS' EXAMPLES; do
        echo "$text" | grep -q "$heading" || errors="$errors no $heading"
    done
    [ -z "$errors" ] || {
        echo "FAILED $page $errors"
        failed=1
    }
done
[ -f "$home/share/man/man1/nabla-solve-softmax.1" ] || { echo "FAILED no page for nabla solve softmax"; failed=1; }
bash -n "$home/share/bash-completion/completions/nabla" || failed=1
"$(dirname "$0")/zsh.zsh" "$home" || failed=1
"$(dirname "$0")/fish.fish" "$home" || failed=1
[ $failed = 1 ] || echo "manual pages and completions: good"
exit $failed
