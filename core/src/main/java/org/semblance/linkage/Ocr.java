package org.semblance.linkage;

import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * A scanner takes letters for others that look like them: {@code rn} for {@code m}, {@code 0} for {@code O}. One place
 * of the cell is misread, all places that can be being as likely; or one cannot be read and becomes {@code ?}.
 *
 * <p>The table holds shapes that are alike in common type faces, as found again and again in digitised text (Nagy,
 * Nartker and Rice 1999, doi:10.1117/12.373511; Taghva and Stofsky 2001, doi:10.1007/PL00013558); it was drawn up for
 * this and is not that of another program. Unreadable letters: 5 %, as FEBRL's generator has it.
 */
final class Ocr implements Corruption {
    record Options(
            @Option(value = "Share of the misread cells in which a letter becomes a question mark.", min = 0, max = 1)
            double unreadable) {}

    static final Plugin<Corruption> PLUGIN = Plugin.of(
            "ocr", "A scanner takes letters or digits for others that look like them.", new Options(0.05), Ocr::new);

    private static final String SHAPES = """
            rn=m cl=d vv=w ii=u li=h ri=n nn=m ni=m in=m lc=k c=e e=o a=o a=e a=s u=v u=n v=y i=j i=l l=t f=t h=b h=n g=q
            g=9 b=6 s=5 z=2 o=0 l=1 i=1 r=n k=h p=n t=r
            B=8 B=E B=R D=O D=0 O=0 Q=O C=G C=O G=6 E=F F=P I=l I=1 I=T I=J H=N K=X M=N P=R S=5 S=8 T=7 U=V V=Y VV=W
            Z=2 X=Y
            0=6 0=8 1=7 3=8 5=6 6=8 4=9 5=9 7=2 2=3
            ä>a ö>o ü>u å>a é>e è>e ê>e á>a í>i ó>o ú>u ñ>n ç>c ß>B ø>o æ>ce œ>ce Ä>A Ö>O Ü>U Å>A É>E Ñ>N Ç>C Ø>O
            и=н н=п п=л ш=щ э=з з>3 в=е с=е о=а т=г ц=ч ь=ъ И=Н Н=П Ш=Щ З>3 О>0 С=О Б>6 В>8 Г=Т Ц=Ч
            α=ο ν=υ η=π ο=σ κ=χ ρ=ο Α=Λ Ο=Θ Σ=Ε Β>8 Ο>0
            ר=ד ה=ח ו=ז ב=כ ן=ו ם=ס ت=ث ب=ت ر=ز د=ذ ح=خ ج=ح س=ش ع=غ ط=ظ ف=ق
            """;

    private final Rules rules = new Rules(SHAPES, false);
    private final double unreadable;

    Ocr(Options options) {
        unreadable = options.unreadable();
    }

    @Override
    public boolean fits(Variable variable) {
        return true;
    }

    @Override
    public boolean apply(Row row, int variable, Rng rng) {
        String cell = row.get(variable);
        if (cell == null) {
            return false;
        }
        StringBuilder text = row.text().append(cell);
        boolean lost = rng.nextDouble() < unreadable;
        if (!rules.apply(text, rng)) {
            return false;
        }
        if (lost) {
            int place = Places.draw(cell, rng, (t, i) -> true);
            text.setLength(0);
            text.append(cell);
            text.setCharAt(place, '?');
        }
        row.set(variable, text.toString());
        return true;
    }
}
