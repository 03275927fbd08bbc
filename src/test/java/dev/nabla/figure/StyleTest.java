package dev.nabla.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StyleTest {
    @Test
    void aColumnHasThePlacesOfItsStyle() {
        assertEquals("0.757", Style.SHARE.column(0.756877, 6));
        assertEquals("−1.50", Style.number(2).column(-1.5, 6));
    }

    @Test
    void aColumnTakesAPowerOfTenForWhatItHasNoRoomFor() {
        assertEquals("1e9", Style.NATS.column(1e9, 6));
    }

    @Test
    void aSignedNumberHasItsSignUnlessItRoundsToNothing() {
        assertEquals("+0.153", Style.number(3).signed(0.1528));
        assertEquals("−0.243", Style.number(3).signed(-0.2431));
        assertEquals("0.000", Style.number(3).signed(-0.0001));
    }

    @Test
    void aFormulaHasNoFactorZeroThatIsNotZero() {
        assertEquals("0.0004", Style.number(2).formula(0.0004, 5));
        assertEquals("2e−9", Style.number(2).formula(2e-9, 5));
        assertEquals("1e9", Style.number(2).formula(1e9, 5));
    }

    @Test
    void aSentenceNeverSaysZeroOfWhatIsNotZero() {
        assertEquals("0.0004", Style.NATS.sentence(0.0004));
        assertEquals("0.000", Style.NATS.sentence(0));
    }

    @Test
    void aSentenceSaysOneOfAShareOnlyWhereItIsOne() {
        assertEquals("over 0.999", Style.SHARE.sentence(0.99996));
        assertEquals("1.000", Style.SHARE.sentence(1));
        assertEquals("1.000", Style.NATS.sentence(0.99996));
    }

    @Test
    void aSmallNumberOfManyPlacesKeepsThemAll() {
        assertEquals("−0.123457", Style.number(6).sentence(-0.1234567));
        assertEquals("2e−8", Style.number(6).sentence(2e-8));
    }

    @Test
    void aPercentageIsAllOnlyOfAll() {
        assertEquals("75.7 %", Style.PERCENT.sentence(0.756877));
        assertEquals("99.9 %", Style.PERCENT.column(0.99996, 6));
        assertEquals("over 99.9 %", Style.PERCENT.sentence(0.99996));
        assertEquals("100.0 %", Style.PERCENT.sentence(1));
    }

    @Test
    void aLargeCountIsGroupedWhereThereIsRoom() {
        assertEquals("124,439,808", Style.GROUPED.column(124_439_808, 13));
        assertEquals("1.24e8", Style.GROUPED.column(124_439_808, 9));
        assertEquals("4,192", Style.GROUPED.sentence(4192));
    }

    @Test
    void theUnitStandsBehindTheNumbers() {
        assertEquals("1.16 bits", Style.BITS.counted("1.16"));
        assertEquals("0.757", Style.SHARE.counted("0.757"));
    }
}
