#!/bin/sh
# Makes, of what was compiled, what the jar holds: target/woven, what the manual pages are made of: target/manuals, the
# schema of a batch, and the course with all that its lessons compute: target/course.bin.
#
# Usage: prepare.sh JDK CLASSPATH       in the project's folder; the class path with what tests need
set -eu
jdk=$1 path=$2

rm -rf target/weaver target/woven
cp -R target/classes target/woven
picocli=$(echo "$path" | tr : '\n' | grep '/picocli-[0-9.]*\.jar$')
(cd target/woven && "$jdk/bin/jar" xf "$picocli" picocli)
"$jdk/bin/javac" -proc:none -cp "$path" -d target/weaver src/main/weave/*.java
"$jdk/bin/java" -XX:TieredStopAtLevel=1 -cp "target/weaver:$path" Weave target/woven

"$jdk/bin/java" -XX:TieredStopAtLevel=1 -cp "$path" dev.nabla.cli.Manuals target/manuals target/batch.schema.json
"$jdk/bin/java" -XX:TieredStopAtLevel=1 -cp "$path" dev.nabla.lesson.read.WriteCourse lessons target/course.bin
