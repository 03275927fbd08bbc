#!/bin/sh
# Makes the class-data archives that make starts fast: lib/nabla.jsa with all classes, and two with only the classes that are
# used: lib/solve.jsa for solve, which scripts call in loops, and lib/tutor.jsa for the tutor, which touches fewer pages in it.
# They hold for this JDK and for jars of this time; else they are passed over. By lib/files a copy, which has other times, is
# known to be one.
#
# Usage: archive.sh JAVA HOME WORK       HOME has lib and lessons, WORK has test-classes and takes what is said on the way
set -eu
java=$1 home=$2 work=$3

# The class path as the launcher writes it.
lib=$home/lib
rm -f "$home/lib/files"
exec 9<"$home"
[ ! -r /proc/self/fd/9/lib/nabla.jar ] || lib=/proc/self/fd/9/lib

# The boot path, which the launcher gives with the two smaller ones.
boot=
for jar in "$lib"/*.jar; do boot=$boot:$jar; done

# Usage: archive NAME [OPTION]       with the option of the JVM that it is for
archive() {
    name=$1 archive=$home/lib/$1.jsa
    shift
    rm -f "$archive" "$archive.new"
    "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:off -XX:DumpLoadedClassList="$work/$name.list" \
        -Dnabla.home="$home" -Dnabla.terminals=out -Dpicocli.disable.closures=true -Dpicocli.converters.excludes='java.*' \
        -cp "$lib/nabla.jar:$work/test-classes" dev.nabla.Rehearse "$name" >"$work/$name.txt" 2>&1
    "$java" -Xshare:dump -XX:SharedClassListFile="$work/$name.list" -XX:SharedArchiveFile="$archive.new" \
        "$@" -cp "$lib/nabla.jar" >>"$work/$name.txt" 2>&1
    touch -r "$lib/nabla.jar" "$archive.new"
    mv "$archive.new" "$archive"
}
archive tutor "-Xbootclasspath/a$boot" &
tutor=$!
archive nabla &
nabla=$!
archive solve "-Xbootclasspath/a$boot"
wait "$nabla"
wait "$tutor"

# The time of all, then CRC-32, size and name of each; a gzip file ends with the first two.
cd "$home/lib"
date -r nabla.jar +%s >files.new
{
    for file in *.jar *.jsa; do
        echo $(gzip -1c "$file" | tail -c 8 | od -An -tu4 --endian=little) "$file" &
    done
    wait
} | LC_ALL=C sort -k 3 >>files.new
mv files.new files
