package org.semblance.linkage;

import java.util.Map;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * A name is written as it sounds: {@code Stephen} for {@code Steven}, {@code Meier} for {@code Maier}. One place of the
 * cell changes, all that can being as likely, and however many vowels a word has, at most one of its sounds is spelled
 * anew.
 *
 * <p>The rules are spellings of one sound as grammars and the codes for names have them: English after Philips (2000,
 * Double Metaphone) and Christen (2006, doi:10.1109/ICDMW.2006.2); German after Postel (1969, Kölner Phonetik); Dutch,
 * French, Spanish, Swedish and Polish after their orthographies. They were written down for this.
 */
final class Phonetic implements Corruption {
    record Options(
            @Option(
                    value = "The language in which it sounds the same.",
                    choices = {"english", "german", "dutch", "french", "spanish", "swedish", "polish"})
            String language) {}

    static final Plugin<Corruption> PLUGIN = Plugin.of(
            "phonetic",
            "A word is written otherwise but sounds the same, by the rules of a language.",
            new Options("english"),
            Phonetic::new);

    private static final Map<String, String> RULES = Map.of(
            "english", """
                            ph>f ph=v tef=teph ^f=^ph ~gh>g ^kn=^n ^wr=^r ^ps>^s ^rh>^r ^wh=^w ^mc=^mac ca=ka co=ko cu=ku
                            cr=kr cl=kl ch>k ^chr=^kr ~tch=ch ^sch=^sh tion$=sion$ ci=si ce=se cy=sy ~cks=x ~ck=k$ qu=kw
                            th>t ~dge=ge ge=je gi=ji ~y~=i ie$=y$ ey$=y$ ey$=ie$ ee=ea ea>e ei=ie ~ai=ay ay=ey oo>u ou>u
                            oe>o au=aw ew>u eau>o or$=er$ er$=ar$ son$=sen$ el$=le$ wn$=wne$ ke$=k$ ue$=u$ ette$=et$
                            lyn$=lynn$ ine$=een$ ah$=a$ mb$=m$ mn$=m$ z>s iz=is ns$=nz$ ough$>o igh$=y$ ight$=ite$
                            man$=mann$ stein$=stine$ berg$=burg$ ain$=ane$ ail$=ale$ ann$=anne$
                            """,
            "german", """
                            ph>f tef=teph ^v=^f ~v>f th>t ^t=^th idt$=itt$ idt$=it$ nd$=nt$ ld$=lt$ rd$=rt$ ~ck=k~ ~tz=z
                            ß=ss ß>s ei=ai ei=ey ei=ay ai=ay ey=ay äu=eu oi=eu ä>e ä=ae ö=oe ü=ue ~y~=ü ~y~=i ~ie~>i~
                            ih>i ahl=al$ ahn$=an$ ahm>am ahr>ar ehl>el ehn>en ehr>er ohl>ol ohn>on uhr>ur uhl>ul uhn>un
                            aa>a ee>e oo>o ca=ka co=ko cu=ku cl=kl cr=kr ^ch>^k chs=x ~ks=x qu=kw ^j=^y ^z=^c
                            mann$=man$ berg$=burg$ dorf$=torf$ feld$=feldt$ us$=uß$
                            """,
            "dutch", """
                            ij=y ij=ei ei=ey ou=au ouw=auw ca=ka co=ko cu=ku cl=kl cr=kr ~ck=k~ ch=g cht$=gt$ ^sch=^s
                            ph=f th>t ^v=^f ^z=^s ~idt$=it$ ~ie~=i~ ee>e oo>o aa>a uu>u ae=aa oe>u ~ks=x ^kw=^qu
                            ^van_>^van ^de_>^de
                            """,
            "french", """
                            ph=f eau$=o$ eaux$=eau$ aud$=aux$ ~eau$=ot$ au>o ei=ai er$=é$ et$=é$ ez$=é$ è>e ê>e ç>s ca=ka
                            co=ko cu=ku qu=k th>t ^t=^th ~y~=i an=en ain=in ein=in ~s$> ~t$> ~d$> ~x$> ne$=n$ ^h> gu=g
                            ge=je œ=oe ti=ci é=ai
                            """,
            "spanish", """
                            b=v ll=y ^h> z=s ce=se ci=si ze=ce zi=ci ca=ka co=ko cu=ku que=ke qui=ki ge=je gi=ji
                            x=j ~x~=s y$=i$ í>i á>a é>e ó>o ú>u ^hu=^gu ñ=ni ez$=es$
                            """,
            "swedish", """
                            ca=ka co=ko cu=ku cl=kl cr=kr ^ch>^k ~ck=k~ ph=f th>t ^t=^th w=v ^hj=^j ^lj=^j ^dj=^j ^gj=^j
                            qv=kv qu=kv x=ks z>s ae=ä oe=ö aa=å é>e ^sch=^sk sj=skj tj=kj son$=sson$ idt$=it$ sz>s fv>v
                            berg$=bergh$ gren$=grén$ qvist$=kvist$ lund$=lundh$
                            """,
            "polish", """
                            ó=u rz=ż ~ch=h ^ch=^h ł>l ś>s ć>c ń>n ź>z ż>z ą>a ę>e ą=on ę=en w>v ^w=^v ~ck=k~ cz>c sz>s
                            ski$=sky$ cki$=cky$ ia=ja ie=je ~y$=i$ x=ks
                            """);

    private static final String VOWELS = "aeiou";
    private static final String DOUBLED = "bdfglmnprst";

    /** A consonant is doubled, or two are one, between vowels and behind the last; and any two are one. */
    private static String doubles() {
        StringBuilder out = new StringBuilder();
        for (int c = 0; c < DOUBLED.length(); c++) {
            char one = DOUBLED.charAt(c);
            out.append('~').append(one).append(one).append('>').append(one).append(' ');
            for (int v = 0; v < VOWELS.length(); v++) {
                String before = VOWELS.substring(v, v + 1);
                for (int w = 0; w < VOWELS.length(); w++) {
                    String start = before + one;
                    out.append(start).append(VOWELS.charAt(w)).append('>');
                    out.append(start).append(one).append(VOWELS.charAt(w)).append(' ');
                }
                if ("flnt".indexOf(one) >= 0) {
                    out.append(before)
                            .append(one)
                            .append("$>")
                            .append(before)
                            .append(one)
                            .append(one)
                            .append("$ ");
                }
            }
        }
        return out.toString();
    }

    private final Rules rules;

    Phonetic(Options options) {
        rules = new Rules(doubles() + RULES.getOrDefault(options.language(), ""), true);
    }

    @Override
    public boolean fits(Variable variable) {
        return variable.role().isWords();
    }

    @Override
    public boolean apply(Row row, int variable, Rng rng) {
        String cell = row.get(variable);
        if (cell == null) {
            return false;
        }
        StringBuilder text = row.text().append(cell);
        if (!rules.apply(text, rng)) {
            return false;
        }
        row.set(variable, text.toString());
        return true;
    }
}
