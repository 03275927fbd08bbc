package dev.nabla.serve.login;

import dev.nabla.math.BadInput;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of {@code from=} in authorized_keys: addresses, networks like {@code 10.1.0.0/16} and patterns with {@code
 * *} and {@code ?}, separated by commas. An element after {@code !} excludes the addresses that it matches, at whatever
 * position it stands.
 *
 * @param hostNames other elements, taken for host names; they match nothing, because no host name is looked up
 */
record AddressPatterns(List<Element> elements, List<String> hostNames) {
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:][0-9a-f.]*:[0-9a-f:.]*");
    private static final Pattern NETWORK = Pattern.compile("([^/]*)/(.*)");
    private static final Pattern BITS = Pattern.compile("\\d{1,3}");
    private static final Pattern WILDCARD = Pattern.compile("(?=.*[*?])(?:[0-9.*?]+|[0-9a-f:*?]*:[0-9a-f:*?]*)");
    private static final Pattern ZERO_GROUPS = Pattern.compile("(?:^|:)0(?::0)+(?:$|:)");

    private record Element(boolean excludes, Predicate<InetAddress> matches) {}

    /**
     * Reads the value of {@code from=}.
     *
     * @throws BadInput if an element is empty, an invalid network, or {@code !} before a text that is no address; the
     *     message says why
     */
    static AddressPatterns read(String list) {
        List<Element> elements = new ArrayList<>();
        List<String> hostNames = new ArrayList<>();
        for (String element : list.toLowerCase(Locale.ROOT).split(",", -1)) {
            boolean excludes = element.startsWith("!");
            String text = excludes ? element.substring(1) : element;
            Optional<Predicate<InetAddress>> matches = predicate(text);
            if (matches.isEmpty() && (excludes || text.isEmpty())) {
                throw invalid("'" + element + "' in from= is no address; no host names are looked up");
            }
            matches.ifPresentOrElse(known -> elements.add(new Element(excludes, known)), () -> hostNames.add(text));
        }
        return new AddressPatterns(elements, hostNames);
    }

    /** Returns whether some element includes the address and none excludes it. */
    boolean match(InetAddress address) {
        return elements.stream().filter(Element::excludes).noneMatch(element -> element.matches.test(address))
                && elements.stream().anyMatch(element -> !element.excludes && element.matches.test(address));
    }

    /** Returns the addresses that an element matches; empty if it is no address, network or pattern of addresses. */
    private static Optional<Predicate<InetAddress>> predicate(String text) {
        Matcher network = NETWORK.matcher(text);
        if (network.matches()) {
            return Optional.of(network(network.group(1), network.group(2), text));
        }
        Optional<InetAddress> address = address(text);
        if (address.isPresent()) {
            return Optional.of(address.get()::equals);
        }
        if (!WILDCARD.matcher(text).matches()) {
            return Optional.empty();
        }
        Pattern pattern = Pattern.compile(
                text.replace(".", "\\.").replaceAll("\\*+", ".*").replace('?', '.'));
        return Optional.of(other -> pattern.matcher(text(other)).matches());
    }

    private static Predicate<InetAddress> network(String base, String length, String text) {
        if (address(base).isEmpty() || !BITS.matcher(length).matches()) {
            throw invalid("'" + text + "' in from= is no network like 10.1.0.0/16");
        }
        byte[] bytes = address(base).get().getAddress();
        int bits = Integer.parseInt(length);
        int rest = Byte.SIZE * bytes.length - bits;
        if (rest < 0) {
            throw invalid("'" + text + "' in from= has a length above " + Byte.SIZE * bytes.length);
        }
        BigInteger network = new BigInteger(1, bytes);
        if (network.getLowestSetBit() >= 0 && network.getLowestSetBit() < rest) {
            throw invalid("'" + text + "' in from= has bits set after the first " + bits);
        }
        return other -> other.getAddress().length == bytes.length
                && new BigInteger(1, other.getAddress()).shiftRight(rest).equals(network.shiftRight(rest));
    }

    /** Returns an address written in digits; empty for any other text. Host names are not looked up. */
    private static Optional<InetAddress> address(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Returns the text of an address that patterns are compared with. It has no zone, and the longest run of zero
     * groups of an IPv6 address is {@code ::} (RFC 5952).
     */
    private static String text(InetAddress address) {
        try {
            String text = InetAddress.getByAddress(address.getAddress()).getHostAddress();
            return ZERO_GROUPS
                    .matcher(text)
                    .results()
                    .max(Comparator.comparingLong(AddressPatterns::groups))
                    .map(zeros -> text.substring(0, zeros.start()) + "::" + text.substring(zeros.end()))
                    .orElse(text);
        } catch (UnknownHostException never) {
            throw new IllegalStateException(never);
        }
    }

    private static long groups(MatchResult zeros) {
        return zeros.group().chars().filter(letter -> letter == '0').count();
    }

    private static BadInput invalid(String why) {
        return BadInput.usage("bad_from", why);
    }
}
