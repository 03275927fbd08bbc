#!/bin/sh
# Makes, of what was compiled, what the jar holds: target/woven, what the manual pages are made of: target/manuals, the
# schema of a batch, what shells complete: target/completion.*, and the course with all that its lessons compute:
# target/course.bin.
#
# Usage: prepare.sh JDK CLASSPATH       in the project's folder; the class path with what tests need
set -eu
jdk=$1 path=$2

java() {
    "$jdk/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC "$@"
}

rm -rf target/weaver target/woven
# Beside all else, since it takes as long as that.
java -cp "$path" dev.nabla.Prepare lessons target &
written=$!

cp -R target/classes target/woven
picocli=$(echo "$path" | tr : '\n' | grep '/picocli-[0-9.]*\.jar$')
(cd target/woven && "$jdk/bin/jar" xf "$picocli" picocli)
"$jdk/bin/javac" -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC -proc:none -cp "$path" -d target/weaver src/main/weave/*.java
java -cp "target/weaver:$path" Weave target/woven

wait "$written"
