#!/bin/sh
# Makes lib/nabla.jsa, the class-data archive that makes starts fast, for one JDK; any other JVM passes it over.
#
# Usage: archive.sh JAVA HOME WORK      HOME holds lib and lessons, WORK takes what is made on the way
#
# The archive is dumped under another name and gets its own once a start has used it: nobody ever meets half of one.
set -eu
java=$1 home=$2 work=$3
new=$home/lib/nabla.jsa.new

# The class path as the launcher writes it.
lib=$home/lib
exec 9<"$home"
[ ! -r /proc/self/fd/9/lib/nabla.jar ] || lib=/proc/self/fd/9/lib
jar=$lib/nabla.jar

rm -f "$home/lib/nabla.jsa" "$new"
"$java" -Xshare:off -XX:DumpLoadedClassList="$work/classes.list" -Dnabla.home="$home" -Dnabla.terminals=out \
    '-Dpicocli.converters.excludes=java.*' -cp "$jar" dev.nabla.Rehearse >"$work/rehearsal.txt" 2>&1
LC_ALL=C sort -u -o "$work/classes.list" "$work/classes.list"
# Interpreted, at one address and on one processor the same archive comes out every time.
steady=
if taskset -c 0 setarch -R true 2>/dev/null; then
    steady='taskset -c 0 setarch -R'
fi
$steady "$java" -Xint -Xshare:dump -Xlog:disable -XX:SharedClassListFile="$work/classes.list" \
    -XX:SharedArchiveFile="$new" -cp "$jar"
if "$java" -Xshare:on -XX:SharedArchiveFile="$new" -cp "$jar" dev.nabla.Main --version >"$work/archive.txt" 2>&1; then
    touch -r "$home/lib/nabla.jar" "$new"
    mv "$new" "$home/lib/nabla.jsa"
else
    rm -f "$new"
    echo "archive.sh: this JDK cannot use the archive it has made; nabla starts without, but slower; see $work/archive.txt" >&2
fi
