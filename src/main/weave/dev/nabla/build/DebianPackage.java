package dev.nabla.build;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/**
 * A Debian package: an ar file of a version and two tar files, what dpkg has to know and what it unpacks.
 *
 * @param image the folder to install as {@code /usr/lib/nabla}
 * @param root the folder to lay out what is packed in
 * @param time the modification time of all files
 */
record DebianPackage(Path image, Path root, Instant time, String version) {
    private static final Path DIST = Path.of("src", "main", "dist");

    /** Debian's names of machines, where Java has another one. */
    private static final Map<String, String> ARCHITECTURES =
            Map.of("aarch64", "arm64", "arm", "armhf", "ppc64le", "ppc64el");

    /** How well xz packs what it takes to pack; it is the tool's own habit. */
    private static final int LEVEL = 6;

    static String architecture() {
        String java = System.getProperty("os.arch");
        return ARCHITECTURES.getOrDefault(java, java);
    }

    void write(Path file) throws IOException, StepFailure {
        Tree.delete(root);
        Path control = Files.createDirectories(root.resolve("control"));
        Path data = root.resolve("data");
        Files.writeString(
                control.resolve("control"),
                Files.readString(DIST.resolve("control"))
                        .replace("@version@", version)
                        .replace("@arch@", architecture()));
        Tree.copyProgram(DIST.resolve("postinst"), control.resolve("postinst"));
        layOut(data.resolve("usr"));
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("!<arch>\n".getBytes(US_ASCII));
            member(out, "debian-binary", "2.0\n".getBytes(US_ASCII));
            member(out, "control.tar.xz", packed(control));
            member(out, "data.tar.xz", packed(data));
        }
    }

    private void layOut(Path usr) throws IOException {
        Path nabla = usr.resolve("lib/nabla");
        Path share = usr.resolve("share");
        Tree.copy(image, nabla);
        Files.move(nabla.resolve("share"), share);
        Path completion = Path.of("_nabla");
        Tree.copyFile(
                share.resolve("zsh/site-functions").resolve(completion),
                share.resolve("zsh/vendor-completions").resolve(completion));
        Tree.delete(share.resolve("zsh/site-functions"));
        Files.createDirectories(usr.resolve("bin"));
        Files.createSymbolicLink(usr.resolve("bin/nabla"), Path.of("../lib/nabla/bin/nabla"));
        Tree.copyFile(DIST.resolve("copyright"), share.resolve("doc/nabla/copyright"));
        Tree.copyFile(DIST.resolve("nabla.service"), usr.resolve("lib/systemd/system/nabla.service"));
        Tree.copyFile(DIST.resolve("nabla.sysusers"), usr.resolve("lib/sysusers.d/nabla.conf"));
    }

    private byte[] packed(Path folder) throws IOException, StepFailure {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new XZOutputStream(bytes, new LZMA2Options(LEVEL))) {
            Tar.write(folder, ".", time, out);
        }
        return bytes.toByteArray();
    }

    /** Columns of an ar file: name, time, owner, group, mode, size; a member begins at an even byte. */
    private void member(OutputStream out, String name, byte[] content) throws IOException {
        String header = String.format(
                "%-16s%-12d%-6d%-6d%-8s%-10d`\n", name, time.getEpochSecond(), 0, 0, "100644", content.length);
        out.write(header.getBytes(US_ASCII));
        out.write(content);
        if (content.length % 2 == 1) {
            out.write('\n');
        }
    }
}
