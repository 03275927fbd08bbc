#!/bin/sh
# What takes how long inside, by JMH, and then the whole program beside the other tools of this machine.
#
# Usage: bench.sh JDK CLASSPATH       in the project's folder; the class path with JMH
set -eu
jdk=$1 path=$2

rm -rf target/jmh
mkdir target/jmh
find src/test/jmh -name '*.java' -exec "$jdk/bin/javac" -cp "$path" -processor org.openjdk.jmh.generators.BenchmarkProcessor \
    -d target/jmh {} +
"$jdk/bin/java" -cp "target/jmh:$path" org.openjdk.jmh.Main -f 1 -wi 3 -i 3 -w 1 -r 1 -foe true
python3 src/test/bench/bench.py target/nabla/bin/nabla
