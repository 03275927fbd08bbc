#!/usr/bin/env zsh
# What zsh offers, typed into a zsh of its own with the packaged file in its fpath, and again with it sourced.
# Usage: zsh.zsh [target/nabla]; exits 1 if something is not offered.
zmodload zsh/zpty
home=${1:-target/nabla}
functions_in=${home:A}/share/zsh/site-functions
failed=0

# How the two zsh learn of the file.
typeset -A ways=(
    fpath "fpath=($functions_in \$fpath); autoload -Uz compinit; compinit -u -D"
    sourced "autoload -Uz compinit; compinit -u -D; source $functions_in/_nabla"
)

# All that the zsh has printed when it has printed each of these words and then been silent for a while; at most 20 s.
heard() {
    local chunk word all= silent=0
    for _ in {1..400}; do
        sleep 0.05
        silent=$((silent + 1))
        while zpty -r -t typist chunk; do all+=$chunk silent=0; done
        for word in "$@"; do
            [[ $all == *$word* ]] || silent=0
        done
        [[ $silent -lt 6 ]] || break
    done
    print -r -- $all
}

# What is typed, and words that must be offered after two tabs.
offers() {
    local typed=$1 seen word
    shift
    zpty -w -n typist $'\x15'"$typed"$'\t\t'
    seen=$(heard "$@")
    for word in "$@"; do
        [[ $seen == *$word* ]] || { print "FAILED zsh ($way): '$typed' does not offer '$word': $seen"; failed=1 }
    done
    [[ $seen != *'not found'* ]] || { print "FAILED zsh ($way): '$typed' says $seen"; failed=1 }
}

for way in ${(k)ways}; do
    zpty typist 'TERM=dumb PS1="> " zsh -f -i'
    zpty -w typist "PROMPT_EOL_MARK=; ${ways[$way]}; setopt no_beep; LISTMAX=1000; print ready-\$((1 + 1))"
    heard ready-2 >/dev/null
    offers 'nabla sol' 'nabla solve'
    offers 'nabla solve ' softmax attention 'Softmax turns scores into shares'
    offers 'nabla solve softmax --' --logits --tau --json 'the worked steps'
    offers 'nabla progress ' export import reset
    offers 'nabla solve descent --optimizer ' sgd momentum adam
    offers 'nabla show softmax --format=' text ansi svg
    zpty -d typist
done
exit $failed
