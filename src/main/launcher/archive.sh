#!/bin/sh
# Makes the class-data archives that make starts fast, for one JDK; any other JVM passes them over: lib/nabla.jsa with all
# classes, and for solve, which scripts call in loops, lib/solve.jsa with its own alone: less memory is touched in that.
#
# Usage: archive.sh JAVA HOME WORK [same]    HOME holds lib and lessons, WORK takes what is made on the way; with "same" it
# takes longer, and two builds make the same
#
# An archive is dumped under another name and gets its own once a start has used it: nobody ever meets half of one.
set -eu
java=$1 home=$2 work=$3

# The class path as the launcher writes it, and the boot loader's where java is the program's own.
lib=$home/lib
exec 9<"$home"
[ ! -r /proc/self/fd/9/lib/nabla.jar ] || lib=/proc/self/fd/9/lib
jar=$lib/nabla.jar

# Interpreted, at one address and on one processor nearly the same archive comes out every time. On one processor java would
# choose another collector, which leaves the objects out that make half of a quick start.
steady=
if taskset -c 0 setarch -R true 2>/dev/null; then
    steady='taskset -c 0 setarch -R'
fi
# Only a real-time process has its threads run in one order always, and not everybody may start one.
ordered=
if [ "${4-}" = same ] && chrt -f 1 true 2>/dev/null; then
    ordered='chrt -f 1'
fi
dump() {
    rm -f "$1"
    $ordered $steady "$java" -Xint -XX:+UseG1GC -Xshare:dump -Xlog:disable -XX:SharedClassListFile="$classes" \
        -XX:SharedArchiveFile="$1" ${boot:+"$boot"} -cp "$jar"
}
for name in nabla solve; do
    boot=
    case $name:$java in solve:"$home"/runtime/*) boot=-Xbootclasspath/a:$jar ;; esac
    archive=$home/lib/$name.jsa new=$home/lib/$name.jsa.new classes=$work/$name.list
    rm -f "$archive" "$new"
    "$java" -Xshare:off -XX:DumpLoadedClassList="$classes" -Dnabla.home="$home" -Dnabla.terminals=out \
        ${boot:+"$boot"} -cp "$jar" dev.nabla.Rehearse $name >"$work/rehearsal.txt" 2>&1
    LC_ALL=C sort -u -o "$classes" "$classes"
    dump "$new"
    # Otherwise one of two comes out, by chance: whether java's finalizer begins before its main thread goes on or a little
    # later. Where it must be the same one always, it is the one whose sum is the smaller.
    if [ "${4-}" = same ] && [ -z "$ordered" ]; then
        for _ in 1 2 3 4 5 6 7 8; do
            dump "$new.2"
            first=$(cksum <"$new") second=$(cksum <"$new.2")
            if [ "$first" = "$second" ]; then
                continue
            fi
            [ "${first%% *}" -lt "${second%% *}" ] || mv -f "$new.2" "$new"
            break
        done
        rm -f "$new.2"
    fi
    if "$java" -Xshare:on -XX:SharedArchiveFile="$new" -Dnabla.home="$home" ${boot:+"$boot"} -cp "$jar" \
        dev.nabla.Main --version >"$work/archive.txt" 2>&1; then
        touch -r "$home/lib/nabla.jar" "$new"
        mv "$new" "$archive"
    else
        rm -f "$new"
        echo "archive.sh: this JDK cannot use the archive it has made; nabla starts without, but slower; see $work/archive.txt" >&2
    fi
done
