package dev.nabla.cli;

import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.ClassStore.Refused;
import dev.nabla.room.MemoryClass;
import java.util.HashMap;
import java.util.Map;

/** Classes that are forgotten with their test. */
public final class MemoryClasses implements Classes {
    private final Map<Place, ClassStore> kept = new HashMap<>();

    @Override
    public ClassStore open(Place place) throws Refused {
        if (!kept.containsKey(place)) {
            throw new Refused(Refused.Reason.ABSENT, "there is no class in " + place.folder());
        }
        return kept.get(place);
    }

    @Override
    public ClassStore create(Place place, ClassInfo info) throws Refused {
        ClassStore made = new MemoryClass(info);
        if (kept.putIfAbsent(place, made) != null) {
            throw new Refused(Refused.Reason.EXISTS, "there is a class in " + place.folder() + " already");
        }
        return made;
    }
}
