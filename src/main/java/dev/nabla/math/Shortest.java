package dev.nabla.math;

/**
 * The shortest decimal that reads back as a given double, and of several the nearest: {@code digits * 10^exponent}.
 *
 * <p>Schubfach: of the decimals of one power of ten at most two lie next to the double; integer arithmetic on {@code
 * c 2^q 10^-k} tells which of them, or of the ten times coarser ones, are read back as it. {@code Double.toString} does the
 * same from JDK 19 on, but not before, and writes two digits at least.
 *
 * @param digits the decimal digits of |x|, without trailing zeros; 0 only for 0
 * @param exponent the power of ten of the last digit; 2^-1074 is 5 and -324
 * @see <a href="https://drive.google.com/file/d/1IEeATSVnEE6TkrHlCYNY2GjaraBjOT4f">Giulietti: The Schubfach way to render
 *     doubles (2021)</a>; the names q, c, k, h, g, s are the paper's
 */
record Shortest(long digits, int exponent) {
    private static final int FRACTION = 52;
    private static final long HIDDEN = 1L << FRACTION;
    private static final int LEAST_Q = -1074;
    private static final long LOW_63 = Long.MAX_VALUE;
    private static final int SPAN = 27;
    private static final int LEAST_POWER = -297;

    /** 10^-297, 10^-270, ..., 10^324, each as the first 189 bits in three times 63; the test computes them anew. */
    private static final long[] TENS = {
        0x53b62c119c769310L, 0x6bcabcae02bdbc93L, 0x4caf91e9a8664746L,
        0x439f27baf1112734L, 0x169dd129ba0128a4L, 0x3986bdbbf9e132daL,
        0x6d3fadfac84b3424L, 0x2bce691d541aa267L, 0x5460529985269cccL,
        0x58401c96621a4ef6L, 0x2f635e5365aab3ecL, 0x7fc274b90d5ec883L,
        0x4749c33144157a9fL, 0x151fad1edca0bba7L, 0x08360461c284290fL,
        0x732c14d98235857dL, 0x032d2968c44a9444L, 0x5476ac3639641072L,
        0x5d090d2328726ef5L, 0x64bcd358985b3904L, 0x64340307c20b079aL,
        0x4b2742c648dd132aL, 0x4e9a81fe35443e1bL, 0x7d2105e4bd38bd3dL,
        0x796ab3c855a0e151L, 0x3eb89ca6508fee70L, 0x66d2bb5afd10b120L,
        0x6214682d523a8f26L, 0x2aa5f8530f09ae21L, 0x52d085b92a647eb5L,
        0x4f3a68dbc8f03f24L, 0x1dd7a89933d54d1fL, 0x39493e380a241938L,
        0x4000000000000000L, 0x0000000000000000L, 0x0000000000000000L,
        0x6765c793fa10079dL, 0x0000000000000000L, 0x0000000000000000L,
        0x53861e2053273628L, 0x6664242d97d9f649L, 0x0000000000000000L,
        0x4378564cda746d7eL, 0x5a680a2ecf7b5c68L, 0x7bf3f22ac4f809c5L,
        0x6d00f7320d3846f4L, 0x7a039bd208332525L, 0x3ae9755a07783b1aL,
        0x580d73a2d880f4f2L, 0x17b01773fdcb9fe3L, 0x78098f3ffc648603L,
        0x4720d6f4fdf5e13eL, 0x451623c4efa11cc1L, 0x6477ad440b38005eL,
        0x72e9f79415121740L, 0x63c59a322a1b697eL, 0x5e16b99ea2edd98fL,
        0x5cd3a5031be71770L, 0x5b654f8af5c5cda4L, 0x511df6006f58117bL,
        0x4afc1e850fdb4e6cL, 0x52af6bc405593e63L, 0x41ab495ef67531c8L,
        0x792500d39e796e67L, 0x6f18cece59cf233bL, 0x07b38899a5e6d22fL,
        0x61dc1ac084f42783L, 0x42a18be03b11c032L, 0x004c0dd402053b86L,
        0x4f0cedc95a718dd4L, 0x5b01e8b09aa0d1b4L, 0x29289b3ea59a1bd8L
    };

    /** 5^0 to 5^26, each moved up to 63 bits: the first bits of 10^0 to 10^26. */
    private static final long[] FIVES = new long[SPAN];

    /** 10^0 to 10^26, all that everyday numbers need. */
    private static final Power[] EVERYDAY = new Power[SPAN];

    static {
        long five = 1;
        for (int i = 0; i < SPAN; i++) {
            FIVES[i] = five << Long.numberOfLeadingZeros(five) - 1;
            EVERYDAY[i] = new Power(FIVES[i], 1);
            five *= 5;
        }
    }

    /** Of the absolute value of x, which must be finite. */
    static Shortest of(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long fraction = bits & (HIDDEN - 1);
        int biased = (int) (bits >>> FRACTION) & 0x7FF;
        long c = biased == 0 ? fraction : HIDDEN | fraction;
        int q = LEAST_Q - 1 + Math.max(1, biased);
        boolean whole = c == 0 || q <= 0 && q > -FRACTION - 1 && c >> -q << -q == c;
        int k = whole ? 0 : least(c, q) ? floorLog10ThreeQuartersPow2(q) : floorLog10Pow2(q);
        return trimmed(whole ? c >> -q : digits(c, q, k), k);
    }

    /** Whether c 2^q is a power of two below which the doubles lie twice as close. */
    private static boolean least(long c, int q) {
        return c == HIDDEN && q != LEAST_Q;
    }

    /** Of c 2^q, in units of 10^k. */
    private static long digits(long c, int q, int k) {
        int h = q + floorLog2Pow10(-k) + 2;
        Power g = Power.of(-k);
        long odd = c & 1; // the ends of the interval are read back as x only if c is even
        long v = g.times(c << 2 << h);
        long least = g.times((c << 2) - (least(c, q) ? 1 : 2) << h) + odd;
        long most = g.times((c << 2) + 2 << h) - odd;

        long s = v >> 2;
        long coarse = s / 10 * 10;
        boolean coarseBelow = s >= 10 && least <= coarse << 2;
        boolean coarseAbove = s >= 10 && coarse + 10 << 2 <= most;
        if (coarseBelow != coarseAbove) {
            return coarseBelow ? coarse : coarse + 10;
        }
        boolean below = least <= s << 2;
        boolean above = s + 1 << 2 <= most;
        if (below != above) {
            return below ? s : s + 1;
        }
        long beyondMiddle = v - (s + s + 1 << 1);
        boolean nearerBelow = beyondMiddle < 0 || beyondMiddle == 0 && (s & 1) == 0;
        return nearerBelow ? s : s + 1;
    }

    /** The same number without trailing zeros: those of short numbers, like 0.1, are many, so they go eight at a time at first. */
    static Shortest trimmed(long digits, int exponent) {
        long bare = digits;
        int last = exponent;
        if (bare != 0 && bare % 100_000_000 == 0) {
            bare /= 100_000_000;
            last += 8;
        }
        if (bare != 0 && bare % 10_000 == 0) {
            bare /= 10_000;
            last += 4;
        }
        while (bare != 0 && bare % 10 == 0) {
            bare /= 10;
            last++;
        }
        return new Shortest(bare, last);
    }

    private static int floorLog10Pow2(int e) {
        return (int) (e * 661_971_961_083L >> 41);
    }

    private static int floorLog10ThreeQuartersPow2(int e) {
        return (int) (e * 661_971_961_083L - 274_743_187_321L >> 41);
    }

    static int floorLog2Pow10(int e) {
        return (int) (e * 913_124_641_741L >> 38);
    }

    /** The first 126 bits of a power of ten, plus 1 in the last place: g = high 2^63 + low. */
    record Power(long high, long low) {
        /** 10^e, e from -292 to 324, as one of {@link #TENS} times a power of 5. */
        static Power of(int e) {
            return e >= 0 && e < SPAN ? EVERYDAY[e] : product(e);
        }

        private static Power product(int e) {
            int span = (e - LEAST_POWER) / SPAN;
            long factor = FIVES[e - LEAST_POWER - SPAN * span];
            long a0 = TENS[3 * span + 2];
            long a1 = TENS[3 * span + 1];
            long a2 = TENS[3 * span];

            long p1 = (a1 * factor & LOW_63) + high(a0, factor);
            long p2 = (a2 * factor & LOW_63) + high(a1, factor) + (p1 >>> 63);
            long p3 = high(a2, factor) + (p2 >>> 63);
            if (p3 >>> 62 == 0) {
                p3 = p3 << 1 | p2 >>> 62 & 1;
                p2 = p2 << 1 | p1 >>> 62 & 1;
            }
            long low = (p2 & LOW_63) + 1;
            return new Power(p3 + (low >>> 63), low & LOW_63);
        }

        /** The bits from the 63rd on of a product of two 63-bit numbers. */
        private static long high(long a, long b) {
            return Math.multiplyHigh(a, b) << 1 | a * b >>> 63;
        }

        /** g c / 2^127 rounded to odd: whatever is cut off stays visible in the last bit. */
        private long times(long c) {
            long x1 = Math.multiplyHigh(low, c);
            long y0 = high * c;
            long y1 = Math.multiplyHigh(high, c);
            long z = (y0 >>> 1) + x1;
            long w = y1 + (z >>> 63);
            return w | (z & LOW_63) + LOW_63 >>> 63;
        }
    }
}
