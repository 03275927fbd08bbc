#!/bin/sh
# Makes the class-data archives that make starts fast: lib/nabla.jsa with all classes, and for solve, which scripts call in
# loops, lib/solve.jsa with its own alone. They hold for this JDK; any other passes them over.
#
# Usage: archive.sh JAVA HOME WORK       HOME has lib and lessons, WORK takes what is said on the way
set -eu
java=$1 home=$2 work=$3

# The class path as the launcher writes it.
lib=$home/lib
exec 9<"$home"
[ ! -r /proc/self/fd/9/lib/nabla.jar ] || lib=/proc/self/fd/9/lib

for name in nabla solve; do
    rm -f "$home/lib/$name.jsa" "$home/lib/$name.jsa.new"
    "$java" -XX:ArchiveClassesAtExit="$home/lib/$name.jsa.new" -Dnabla.home="$home" -Dnabla.terminals=out \
        -Dpicocli.disable.closures=true -Dpicocli.converters.excludes='java.*' -cp "$lib/nabla.jar" \
        dev.nabla.Rehearse "$name" >"$work/$name.txt" 2>&1
    touch -r "$lib/nabla.jar" "$home/lib/$name.jsa.new"
    mv "$home/lib/$name.jsa.new" "$home/lib/$name.jsa"
done
