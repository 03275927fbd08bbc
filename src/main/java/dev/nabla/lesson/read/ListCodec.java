package dev.nabla.lesson.read;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads and writes lists in the file of a built course: the number of values, then the values. */
final class ListCodec {
    private ListCodec() {}

    interface ListWriter<T> {
        void write(T value) throws IOException;
    }

    interface ListReader<T> {
        T read() throws IOException;
    }

    static <T> void writeAll(Collection<T> values, ListWriter<? super T> each, DataOutputStream out)
            throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            each.write(value);
        }
    }

    static <T> List<T> readAll(ListReader<? extends T> each, DataInputStream in) throws IOException {
        List<T> values = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            values.add(each.read());
        }
        return values;
    }
}
