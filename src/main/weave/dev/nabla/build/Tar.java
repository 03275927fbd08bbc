package dev.nabla.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A tar file in the ustar format of POSIX. Equal files give equal bytes: entries are sorted, all have one time and
 * belong to root, and of the permissions only that to execute counts.
 */
final class Tar {
    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 100;
    private static final int CHECKSUM = 148;

    private Tar() {}

    /**
     * Writes a folder with all that is in it.
     *
     * @param name its name in the tar file
     */
    static void write(Path folder, String name, Instant time, OutputStream out) throws IOException, StepFailure {
        for (Path each : Tree.sorted(folder)) {
            String path = name + "/" + folder.relativize(each);
            if (Files.isSymbolicLink(each)) {
                out.write(header(
                        path, 0777, 0, time, '2', Files.readSymbolicLink(each).toString()));
            } else if (Files.isDirectory(each, NOFOLLOW_LINKS)) {
                out.write(header(path.endsWith("/") ? path : path + "/", 0755, 0, time, '5', ""));
            } else {
                long size = Files.size(each);
                out.write(header(path, Files.isExecutable(each) ? 0755 : 0644, size, time, '0', ""));
                Files.copy(each, out);
                out.write(new byte[(int) Math.floorMod(-size, (long) BLOCK)]);
            }
        }
        out.write(new byte[2 * BLOCK]);
    }

    private static byte[] header(String name, int mode, long size, Instant time, char type, String link)
            throws StepFailure {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, octal(mode, 7));
        put(header, 108, octal(0, 7));
        put(header, 116, octal(0, 7));
        put(header, 124, octal(size, 11));
        put(header, 136, octal(time.getEpochSecond(), 11));
        put(header, CHECKSUM, " ".repeat(8));
        put(header, 156, String.valueOf(type));
        put(header, 157, link);
        put(header, 257, "ustar\00000");
        put(header, 265, "root");
        put(header, 297, "root");
        int sum = 0;
        for (byte each : header) {
            sum += each & 0xff;
        }
        put(header, CHECKSUM, octal(sum, 6) + "\0");
        return header;
    }

    private static void put(byte[] header, int at, String text) throws StepFailure {
        byte[] bytes = text.getBytes(UTF_8);
        if (bytes.length > LONGEST_NAME) {
            throw new StepFailure(
                    "the name " + text + " has more than " + LONGEST_NAME + " bytes, which do not fit into a tar file",
                    "Give it a shorter name.");
        }
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private static String octal(long value, int digits) {
        String octal = Long.toOctalString(value);
        return "0".repeat(digits - octal.length()) + octal;
    }
}
