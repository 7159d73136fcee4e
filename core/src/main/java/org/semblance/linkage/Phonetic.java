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

    private static final String DOUBLES = "bb>b dd>d gg>g zz>z .ff=f .ll=l .mm.=m .nn=n .pp.=p .rr.=r .ss=s .tt=t ";

    private static final Map<String, String> RULES = Map.of(
            "english", DOUBLES + """
                            ph>f ph=v ^f=^ph .gh>g .ck=k ^kn=^n ^wr=^r ^ps=^s ^rh=^r ^wh=^w ^mc=^mac ca=ka co=ko cu=ku
                            cr=kr cl=kl ch>k ^chr=^kr .tch=ch ^sch=^sh tion$=sion$ ci=si ce=se cy=sy .cks=x .ks=x qu=kw
                            th>t .dge=ge ge=je gi=ji .y=i ie$=y$ ey$=y$ ey$=ie$ ee=ea ea>e ei=ie .ai=ay ay=ey oo>u ou>u
                            oe>o au=aw ew>u eau>o er$=or$ er$=ar$ son$=sen$ el$=le$ el$=ell$ ne$=n$ ke$=k$ ue$=u$
                            ette$=et$ lyn$=lynn$ ine$=een$ ah$=a$ mb$=m$ mn$=m$ z>s s$=z$ ough$>o igh$=y$ ight$=ite$
                            man$=mann$ stein$=stine$ berg$=burg$ ain$=ane$ ail$=ale$
                            """,
            "german", DOUBLES + """
                            ph=f ^v=^f .v>f th>t ^t=^th dt$=t$ d$=t$ .ck=k .tz=z ß=ss ß>s ei=ai ei=ey ei=ay ai=ay ey=ay
                            äu=eu oi=eu ä=e ä=ae ö=oe ü=ue .y=ü .y=i .ie=i ih>i ahl=al ahn=an ahm=am ahr=ar ehl=el ehn=en
                            ehr=er ohl=ol ohn=on ohm=om uhr=ur uhl=ul uhn=un aa>a ee>e oo>o ^c=^k c>k ^ch=^k chs=x .ks=x
                            .cks=x qu=kw b$=p$ g$=k$ ^j=^y ^z=^c mann$=man$ berg$=burg$ dorf$=torf$ feld$=feldt$
                            """,
            "dutch", DOUBLES + """
                            ij=y ij=ei ei=ey ou=au ouw=auw c>k ^c=^k .ck=k ch=g cht$=gt$ ^sch=^s ph=f th>t v=f z=s
                            d$=t$ dt$=t$ .ie=i ee>e oo>o aa>a uu>u ae=aa oe>u ks=x ^kw=^qu ^van_=^van ^de_=^de
                            """,
            "french", DOUBLES + """
                            ph=f eau=o eaux$=eau$ au=o ai=e ei=ai er$=é$ et$=é$ ez$=é$ é=e è=e ê=e ç=s c>k qu=k th=t .y=i
                            ille=iye an=en ain=in ein=in .s$> .t$> .d$> .x$> .e$> ^h> .h> gu=g ge=je œ=oe ti=ci
                            """,
            "spanish", "cc=c ff>f mm>m nn>n pp>p .rr.=r .ss.=s tt>t " + """
                            b=v ll=y ^h> z=s ce=se ci=si ze=ce zi=ci ca=ka co=ko cu=ku que=ke qui=ki ge=je gi=ji
                            x=j .x.=s y$=i$ í=i á=a é=e ó=o ú=u ^hu=^gu ñ=ni ez$=es$
                            """,
            "swedish", DOUBLES + """
                            c>k ^c=^k .ck=k ph=f th>t ^t=^th w=v ^hj=^j ^lj=^j ^dj=^j ^gj=^j qv=kv x=ks z>s ae=ä oe=ö aa=å
                            é=e ^sch=^sk sj=skj tj=kj son$=sson$ dt$=t$ ä>e sz>s fv=v ff$=f$ berg$=bergh$ qui=kvi
                            """,
            "polish", "rr>r .ll=l .nn=n ss>s tt>t " + """
                            ó=u rz=ż .ch=h ^ch=^h ł=l ś=s ć=c ń=n ź=z ż=z ą=a ę=e ą=on ę=en w=v .ck=k cz=c sz=s
                            ski$=sky$ cki$=cky$ ia=ja ie=je .y$=i$ x=ks
                            """);

    private final Rules rules;

    Phonetic(Options options) {
        rules = new Rules(RULES.getOrDefault(options.language(), ""), true);
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
