#!/bin/bash
# Drives the demo program under the launcher in tmux and checks that the shell is as before, whatever ends it.
#
#   session.sh TARGET   where TARGET holds classes/ and test-classes/ (default: target); needs tmux, java, javac
#
# Prints a line a fault and exits 1 if one has failed. The first lines build a home whose Main is the demo program.
set -u
here=$(cd "$(dirname "$0")/../../.." && pwd)
target=${1:-$here/target}
work=$(mktemp -d "${TMPDIR:-/tmp}/nabla session.XXXXXX")
home="$work/home with blanks"
socket=nabla-session-$$
trap 'tmux -L "$socket" kill-server 2>/dev/null; rm -rf "$work"' EXIT

mkdir -p "$home/bin" "$home/lib" "$work/classes/dev/nabla"
cp "$here/src/main/launcher/nabla" "$home/bin/" && chmod +x "$home/bin/nabla"
cp -r "$target/classes/." "$target/test-classes/." "$work/classes/"
cat >"$work/Main.java" <<'JAVA'
package dev.nabla;

public final class Main {
    public static void main(String[] args) throws Exception {
        var main = Class.forName("dev.nabla.tui.DemoProgram").getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        main.invoke(null, (Object) args);
    }
}
JAVA
javac -d "$work/classes" "$work/Main.java" && jar cf "$home/lib/nabla.jar" -C "$work/classes" .
cp "$(find ~/.m2 -name lanterna-3.1.5.jar | head -n 1)" "$home/lib/"

failed=0
t() { tmux -L "$socket" "$@"; }
key() { t send-keys -t s "$@"; }
screen() { t capture-pane -p -t s; }
sees() { # text: within 5 s
    for _ in $(seq 100); do
        screen | grep -qF -- "$1" && return 0
        sleep 0.05
    done
    return 1
}
check() { # name, condition…
    local name=$1
    shift
    if "$@"; then echo "ok    $name"; else
        echo "FAIL  $name"
        screen | sed 's/^/      | /'
        failed=1
    fi
}
java_pid() { pgrep -f -- "-Dnabla.home=$home" | head -n 1; }
launcher_pid() { pgrep -f -- "/bin/sh $home/bin/nabla" | head -n 1; }
gone() {
    for _ in $(seq 30); do
        [ -z "$(java_pid)" ] && return 0
        sleep 0.05
    done
    return 1
}
open() {
    key "clear; '$home/bin/nabla'; echo code=\$?" Enter
    sees "demo 80x24" && key a && sees "inputs 1" || { echo "FAIL  it does not open"; screen; exit 1; }
}
modes() { t display -p -t s '#{alternate_on} #{cursor_flag} #{mouse_any_flag}'; }
shell_as_before() { # expected code
    [ -z "$1" ] || sees "code=$1" || return 1
    gone || return 1
    key "stty -a | tr ' ;' '\\n' | sort >'$work/after'; echo do\\ne" Enter
    sees done && sleep 0.1
    cmp -s "$work/before" "$work/after" && case $(modes) in "0 1 0") ;; *) false ;; esac
}

t -f /dev/null new-session -d -s s -x 80 -y 24 bash --norc -i
key "PS1='\$ '; set +o history; bind 'set enable-bracketed-paste off'; stty -a | tr ' ;' '\\n' | sort >'$work/before'; echo rea\\dy" Enter
sees ready || exit 1

open && key q
check "q" shell_as_before 0
open && key C-c
check "Ctrl-C" shell_as_before 0
for sig in TERM HUP INT USR1; do
    code=$((128 + $(kill -l $sig)))
    open && kill -s $sig "$(launcher_pid)"
    check "SIG$sig to the launcher" shell_as_before $code
    [ $sig = INT ] && continue # a background child of sh ignores it, and the JVM leaves it so
    open && kill -s $sig "$(java_pid)"
    check "SIG$sig to the JVM" shell_as_before $code
done
open && kill -s QUIT "$(java_pid)" && sleep 0.3
check "SIGQUIT to the JVM writes nothing" bash -c '! grep -q "thread dump\|tid=" <<<"$1"' - "$(screen)"
key q
check "… and q still works" shell_as_before 0
open && kill -s QUIT "$(launcher_pid)"
check "SIGQUIT to the launcher" shell_as_before 131
open && kill -s KILL "$(java_pid)"
check "kill -9" shell_as_before 137
for fault in x X O; do
    open && key $fault
    check "a fault ($fault)" shell_as_before 70
    check "… with its message on the screen" sees "asked "
done

open && key C-z
check "Ctrl-Z stops it" sees Stopped
check "… on the primary screen" test "$(modes | cut -c 1)" = 0
t resize-window -t s -x 100 -y 30
key fg Enter
check "fg brings it back, resized while stopped" sees "demo 100x30 inputs 2 ticks 0 resumes 1"
key C-z && sees "Stopped" && sleep 0.2 && key bg Enter && sleep 0.5 && key fg Enter
check "bg, then fg" sees "resumes 2"
kill -s TSTP "$(java_pid)" && sleep 0.5
check "SIGTSTP from outside" test "$(modes | cut -c 1)" = 0
key fg Enter
check "… and back" sees "resumes 3"
kill -s STOP "$(java_pid)" && sleep 0.1 && kill -s CONT "$(java_pid)" && sleep 0.3
key b
check "SIGSTOP and SIGCONT from outside" sees "inputs 4"
t resize-window -t s -x 80 -y 24
sees "demo 80x24" && key q
check "quitting after all that" shell_as_before ""

open && key C-z && sees Stopped && key "kill %1" Enter
check "killed while stopped" gone
key "" Enter
sleep 0.2
check "… on the primary screen" test "$(modes)" = "0 1 0"

open
for i in $(seq 50); do
    t resize-window -t s -x $((60 + i % 40)) -y $((15 + i % 20))
    key k
done
t resize-window -t s -x 80 -y 24
check "50 resizes and 50 keys: none lost" sees "demo 80x24 inputs 51"
key q
check "… and quitting" shell_as_before 0

open && t respawn-pane -k -t s bash --norc -i
check "the terminal hangs up: nothing left behind" gone
exit $failed
