#!/bin/sh
# Makes, of target/nabla and a Java of its own, a folder that runs anywhere on this kind of machine, and of that a tarball
# and a Debian package.
#
# Usage: dist.sh JDK VERSION DATE       in the project's folder; all files are of that date
#
# But for the archives and lib/files, made here, two builds of one commit with one JDK, both with objcopy or both without, give the
# same bytes.
set -eu
jdk=$1 version=$2 date=$3 home=target/nabla
image=target/nabla-$version root=target/package
[ -f "$home/licenses/bom.json" ] || {
    echo "dist.sh: there is no bill of materials, which is not made offline; run Maven without -o" >&2
    exit 1
}

# jdk.unsupported has sun.misc.Signal, by which the tutor learns of resizes; what stands in the next line is for serve, SSH and
# PostgreSQL. The runtime is left uncompressed, as the tarball packs it better than jlink would.
rm -rf "$image" "$root"
cp -R "$home" "$image"
serve=java.management,jdk.management,java.naming,java.security.jgss,java.sql,jdk.crypto.ec
# jlink strips native libraries by objcopy of binutils; without it they stay as the JDK has them.
strip=--strip-java-debug-attributes
! command -v objcopy >/dev/null || strip=--strip-debug
"$jdk/bin/jlink" --add-modules "java.base,java.xml,jdk.unsupported,$serve" "$strip" --no-header-files --no-man-pages \
    --output "$image/runtime"
"$image/runtime/bin/java" -Xshare:dump >target/dump.txt
# The archives note the time of the jars, so they get theirs first.
find "$image" -exec touch -h -d "$date" {} +
sh "${0%/*}/archive.sh" "$image/runtime/bin/java" "$image" target
find "$image" -exec touch -h -d "$date" {} +
chmod -R u+w,go-w "$image"
tar cf - -C target --sort=name --mtime="$date" --owner=0 --group=0 --numeric-owner "${image#target/}" | gzip -9n >"$image.tar.gz" &
tarball=$!

mkdir -p "$root/DEBIAN" "$root/usr/bin" "$root/usr/lib/systemd/system" "$root/usr/lib/sysusers.d" \
    "$root/usr/share/zsh/vendor-completions"
arch=$(dpkg --print-architecture)
sed -e "s/@version@/$version/" -e "s/@arch@/$arch/" src/main/dist/control >"$root/DEBIAN/control"
cp -a "$image" "$root/usr/lib/nabla"
mv "$root/usr/lib/nabla/share/bash-completion" "$root/usr/lib/nabla/share/fish" "$root/usr/lib/nabla/share/man" \
    "$root/usr/lib/nabla/share/nabla" "$root/usr/share"
mv "$root/usr/lib/nabla/share/zsh/site-functions/_nabla" "$root/usr/share/zsh/vendor-completions"
mv "$root/usr/lib/nabla/share/doc" "$root/usr/share"
rm -r "$root/usr/lib/nabla/share"
ln -s ../lib/nabla/bin/nabla "$root/usr/bin/nabla"
cp src/main/dist/copyright "$root/usr/share/doc/nabla"
install -m 644 src/main/dist/nabla.service "$root/usr/lib/systemd/system"
install -m 644 src/main/dist/nabla.sysusers "$root/usr/lib/sysusers.d/nabla.conf"
install -m 755 src/main/dist/postinst "$root/DEBIAN"
find "$root" -exec touch -h -d "$date" {} +
SOURCE_DATE_EPOCH=$(date -u -d "$date" +%s) dpkg-deb --root-owner-group -Zxz --build "$root" "target/nabla_${version}_$arch.deb" \
    >target/package.txt
wait "$tarball"
