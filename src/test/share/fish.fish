#!/usr/bin/env fish
# What fish offers for a typed line, with the packaged file sourced.
# Usage: fish.fish [target/nabla]; exits 1 if something is not offered, or something is that should not be.
set home target/nabla
test (count $argv) -gt 0; and set home $argv[1]
source $home/share/fish/vendor_completions.d/nabla.fish; or exit 1
set failed 0

# A line and words, each of which must be offered; behind --not those that must not be.
function offers
    set -l seen (complete -C $argv[1] | string replace -r '\t.*' '')
    set -l wanted yes
    for word in $argv[2..]
        if test $word = --not
            set wanted no
        else if contains -- $word $seen
            test $wanted = yes; or fail $argv[1] "offers $word"
        else
            test $wanted = no; or fail $argv[1] "does not offer $word"
        end
    end
end

function fail
    echo "FAILED fish: '$argv[1]' $argv[2]"
    set -g failed 1
end

offers 'nabla ' solve show learn doctor completion --not softmax README.md
offers 'nabla sol' solve --not show
offers 'nabla solve ' softmax attention norm optimizer_step --not show json
offers 'nabla solve softmax --' --logits --tau --json --get --not --eta
offers 'nabla solve softmax --logits 1,2 --' --tau --json
offers 'nabla solve descent --optimizer ' sgd momentum adam --not README.md softmax
offers 'nabla solve descent --optimizer=' --optimizer=sgd
offers 'nabla solve sample --get ' tokens counts --not loss_nats
offers 'nabla show ' softmax file --not solve
offers 'nabla show softmax --format ' text ansi svg python
offers 'nabla show softmax --glyphs ' braille quadrant ascii
offers 'nabla check --op ' softmax layer
offers 'nabla check ' 2.1 7.1
offers 'nabla learn ' 00 07
offers 'nabla progress ' export import reset
offers 'nabla progress export ' README.md
offers 'nabla solve --batch ' README.md --not softmax
offers 'nabla completion ' bash zsh fish
string match -q '*Softmax turns scores into shares*' (complete -C 'nabla solve soft'); or fail 'nabla solve soft' 'has no meaning'
exit $failed
