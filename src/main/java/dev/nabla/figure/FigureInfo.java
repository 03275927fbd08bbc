package dev.nabla.figure;

/**
 * A figure as it is known before any of its models.
 *
 * @param id its name: command, lesson key, golden file
 * @param number its number in the course, like {@code FIG.06}
 * @param invitation to what a hand can do with it, in a few words beside the number
 * @param isOperation whether {@code solve} offers it; one that is not can still be shown
 * @param compares whether its picture shows a pinned model beside the present one
 */
public record FigureInfo(
        String id, String number, String title, String invitation, boolean isOperation, boolean compares) {
    public FigureInfo(String id, String number, String title, String invitation) {
        this(id, number, title, invitation, true, false);
    }

    public FigureInfo onlyShown() {
        return new FigureInfo(id, number, title, invitation, false, compares);
    }

    public FigureInfo comparing() {
        return new FigureInfo(id, number, title, invitation, isOperation, true);
    }
}
