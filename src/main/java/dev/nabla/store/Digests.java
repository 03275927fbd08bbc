package dev.nabla.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A set of lines that keeps the first 64 bits of the SHA-256 of each, in 11 to 22 bytes. The chance that two different
 * lines among a million have the same digest is 3 in 100 million.
 */
final class Digests {
    private final MessageDigest sha;
    /**
     * Hash table of the digests. A digest is at the place that its lowest bits give, or else in the next free place; 0
     * marks a free place.
     */
    private long[] places = new long[64];

    private int size;

    Digests() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never); // every Java platform has it
        }
    }

    int size() {
        return size;
    }

    /** Adds a line; returns false if it was already there. */
    boolean add(byte[] line, int length) {
        if (4 * size >= 3 * places.length) {
            grow();
        }
        long digest = digest(line, length);
        int place = place(digest);
        if (places[place] == digest) {
            return false;
        }
        places[place] = digest;
        size++;
        return true;
    }

    boolean contains(byte[] line, int length) {
        long digest = digest(line, length);
        return places[place(digest)] == digest;
    }

    private long digest(byte[] line, int length) {
        sha.update(line, 0, length);
        long digest = ByteBuffer.wrap(sha.digest()).getLong();
        return digest == 0 ? 1 : digest;
    }

    private int place(long digest) {
        int place = (int) digest & places.length - 1;
        while (places[place] != 0 && places[place] != digest) {
            place = place + 1 & places.length - 1;
        }
        return place;
    }

    private void grow() {
        long[] before = places;
        places = new long[2 * before.length];
        for (long digest : before) {
            if (digest != 0) {
                places[place(digest)] = digest;
            }
        }
    }
}
