#!/bin/sh
# Lays out target/nabla, the whole program.
#
# Usage: home.sh JDK DATE CLASSPATH       in the project's folder; the class path as the program is compiled with it
set -eu
jdk=$1 date=$2 path=$3 home=target/nabla

rm -rf "$home"
mkdir -p "$home/bin" "$home/lib/serve" "$home/licenses" "$home/share/bash-completion/completions" "$home/share/zsh/site-functions" \
    "$home/share/fish/vendor_completions.d" "$home/share/nabla" "$home/share/doc/nabla"
install -m 755 src/main/launcher/nabla "$home/bin"
cp src/main/launcher/options "$home/lib"
cp -R lessons "$home"
cp src/main/licenses/* "$home/licenses"
cp LICENSE "$home/licenses/nabla-MIT.txt"
[ ! -d target/inside ] || cp target/inside/* "$home/licenses"
# What only serve needs lies apart; picocli is in our own jar.
echo "$path" | tr : '\n' | grep '\.jar$' | while read -r jar; do
    case ${jar##*/} in
        picocli-*) ;;
        sshd-* | slf4j-* | bcprov-* | postgresql-* | checker-qual-*) cp "$jar" "$home/lib/serve" ;;
        *) cp "$jar" "$home/lib" ;;
    esac
done
cp src/main/dist/teachers.md "$home/share/doc/nabla"
cp target/nabla.jar target/course.bin "$home/lib"
cp target/batch.schema.json "$home/share/nabla"
cp -R src/main/dist/recipes "$home/share/nabla"
# One time for all, which can be given back to a copy: the archives hold for jars of that time.
touch -d "$date" "$home"/lib/*.jar "$home"/lib/serve/*.jar
sh "${0%/*}/archive.sh" "$jdk/bin/java" "$home" target

cp target/completion.bash "$home/share/bash-completion/completions/nabla"
cp target/completion.zsh "$home/share/zsh/site-functions/_nabla"
cp target/completion.fish "$home/share/fish/vendor_completions.d/nabla.fish"
if [ -d target/man1 ]; then
    mkdir -p "$home/share/man/man1"
    # Without what only groff knows, blanks at ends, and room below a heading, which has its own.
    for page in target/man1/*.1; do
        awk '/^\.if \\n\[\.g\]/ { skip = 1 }
            !skip { sub(/ +$/, ""); if (!(before ~ /^\.SH/ && $0 == ".sp")) print; before = $0 }
            /^\.\\}/ { skip = 0 }' "$page" >"$home/share/man/man1/${page##*/}"
    done
fi
