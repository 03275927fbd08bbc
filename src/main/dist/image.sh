#!/bin/sh
# Makes nabla with a Java of its own: a folder that runs anywhere on this kind of machine, and the same as a tarball.
#
# Usage: image.sh JDK HOME NAME BUILD TIME    HOME the program as packaged, BUILD takes NAME and NAME.tar.gz, TIME is theirs
#
# Two builds of one commit with one JDK give the same bytes.
set -eu
jdk=$1 home=$2 name=$3 build=$4 time=$5
image=$build/$name

rm -rf "$image"
mkdir -p "$image"
(cd "$home" && tar cf - --exclude './lib/*.jsa' .) | (cd "$image" && tar xpf -)
# jdk.unsupported has sun.misc.Signal, by which the tutor learns of resizes. The runtime is left uncompressed, as the tarball
# packs it better than jlink would.
"$jdk/bin/jlink" --add-modules java.base,jdk.unsupported --strip-debug --no-header-files --no-man-pages \
    --output "$image/runtime"
# The archive notes the time of the jars, the tarball gives all files one: it must be given first.
find "$image" -exec touch -h -d "$time" {} +
sh "${0%/*}/../launcher/archive.sh" "$image/runtime/bin/java" "$image" "$build" same
find "$image" -exec touch -h -d "$time" {} +
tar cf - -C "$build" --sort=name --mtime="$time" --owner=0 --group=0 --numeric-owner --mode=u+w,go-w "$name" |
    gzip -9n >"$image.tar.gz"
