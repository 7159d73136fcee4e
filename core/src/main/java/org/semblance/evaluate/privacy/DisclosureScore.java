package org.semblance.evaluate.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Score;

/** What was told of each target, as a score: the value, its parts, and the tables behind it. */
final class DisclosureScore {
    private DisclosureScore() {}

    static Score of(List<Told> told, String note) {
        if (told.isEmpty()) {
            return Score.none(Disclosure.NAME, "the synthetic table has none of the targets.");
        }
        Told first = told.get(0);
        Map<String, Double> parts = new LinkedHashMap<>();
        if (told.size() == 1) {
            parts.putAll(first.all().parts());
            parts.put("over denom-lim", first.overLimit());
        } else {
            parts.putAll(identity(first.all()));
            told.forEach(one -> parts.put("DiSCO " + one.target(), one.all().disco()));
        }
        Disclosed fewer = first.fewer();
        Disclosed fresh = first.fresh();
        if (fewer != null && fresh != null) {
            parts.put("repU of as many synthetic rows", fewer.repU());
            parts.put("repU of fresh rows", fresh.repU());
            parts.put(
                    "DiSCO of as many synthetic rows",
                    mean(told.stream().map(Told::fewer).toList()));
            parts.put("DiSCO of fresh rows", mean(told.stream().map(Told::fresh).toList()));
        }
        double value = mean(told.stream().map(Told::all).toList());
        Interval interval = told.size() == 1 ? Interval.ofShare(value, first.real()) : Interval.NONE;
        return new Score(Disclosure.NAME, value, interval, parts, figures(told), note);
    }

    private static Map<String, Double> identity(Disclosed all) {
        Map<String, Double> out = new LinkedHashMap<>();
        out.put("UiO", all.uio());
        out.put("UiS", all.uis());
        out.put("UiOiS", all.uiois());
        out.put("repU", all.repU());
        out.put("iS", all.is());
        return out;
    }

    private static double mean(List<@Nullable Disclosed> some) {
        return some.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Disclosed::disco)
                .filter(share -> !Double.isNaN(share))
                .average()
                .orElse(Double.NaN);
    }

    private static List<Figures> figures(List<Told> told) {
        Figures.Builder attribute = Figures.of(
                "Attribute disclosure: real rows whose keys tell the column",
                "Dorig",
                "iS",
                "DiS",
                "DiSCO",
                "DiSDiO",
                "max denom",
                "mean denom",
                "DiSCO of as many synthetic rows",
                "DiSCO of fresh rows");
        Figures.Builder known =
                Figures.of("Disclosed, but perhaps known anyway", "real rows disclosed", "share of the real rows so");
        int checks = 0;
        for (Told one : told) {
            Disclosed all = one.all();
            Disclosed fewer = one.fewer();
            Disclosed fresh = one.fresh();
            attribute.row(
                    one.target(),
                    all.dorig(),
                    all.is(),
                    all.dis(),
                    all.disco(),
                    all.disdio(),
                    all.maxCell(),
                    all.meanCell(),
                    fewer == null ? Double.NaN : fewer.disco(),
                    fresh == null ? Double.NaN : fresh.disco());
            for (KnownAlready.Known pair : one.known()) {
                known.row(pair.what(), pair.rows(), pair.share());
                checks++;
            }
        }
        List<Figures> out = new ArrayList<>(List.of(attribute.build()));
        if (checks > 0) {
            out.add(known.build());
        }
        return out;
    }
}
