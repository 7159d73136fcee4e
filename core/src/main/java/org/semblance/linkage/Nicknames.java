package org.semblance.linkage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Given names and their short and pet forms, in small letters, of one language. English from the list of the nicknames
 * project (Apache License 2.0, beside this class); the others are well-known pairs, written down for this.
 */
final class Nicknames {
    private static final Map<String, String> PAIRS = Map.of(
            "german",
            """
            johannes hans hannes jo|johann hans hannes|joachim achim jochen|alexander alex sascha|alexandra alex sandra|
            andreas andi|bernhard bernd|christian chris christel|christine tine christel|christina tina|elisabeth lisa
            sissi elli betti lisbeth|franz franzl|franziska franzi|friedrich fritz|georg schorsch|gerhard gerd|
            gertrud trude|günther günni|heinrich heinz heiner|hildegard hilde|ingeborg inge|jakob jockel|johanna hanna|
            josef sepp jupp|joseph sepp jupp|karl kalle|katharina kathi käthe kati|klaus klausi|konrad conny|ludwig lutz|
            magdalena leni lena|margarete grete gretel|maria mitzi mia|markus mark|martin maddin|matthias matze hias|
            maximilian max|michael michi michel micha|michaela michi|nikolaus klaus niko|peter peterle|philipp flip|
            rudolf rudi|sebastian basti wastl|sabine bine|stefan steffen|susanne susi|theodor theo|theresa resi|thomas tom
            tommi|ulrich uli|ulrike uli rike|ursula uschi ulla|walter walli|werner wenni|wilhelm willi|wilhelmine minna
            """,
            "spanish",
            """
            francisco paco pancho curro|francisca paca paquita|josé pepe|jose pepe|josefa pepa|ignacio nacho|dolores lola|
            concepción concha conchita|mercedes merche|manuel manolo|manuela manoli|enrique quique|guadalupe lupe|
            guillermo guille memo|jesús chus chuy|juan juanito|antonio toño toni|antonia toñi|rafael rafa|rosario charo|
            maría mari|isabel isa chabela|luis lucho|eduardo edu lalo|alberto beto|roberto beto|alejandro alex jandro|
            ricardo richi|teresa tere|consuelo chelo|fernando nando|gregorio goyo|santiago santi chago|vicente chente
            """,
            "russian",
            """
            александр саша шура|александра саша шура|алексей лёша алёша|анастасия настя|анатолий толя|андрей андрюша|
            анна аня|борис боря|валентина валя|валерий валера|василий вася|вера верочка|виктор витя|владимир вова володя|
            галина галя|григорий гриша|дмитрий дима митя|евгений женя|евгения женя|екатерина катя|елена лена|
            елизавета лиза|иван ваня|игорь игорёк|ирина ира|константин костя|ксения ксюша|лариса лара|людмила люда мила|
            любовь люба|мария маша|михаил миша|надежда надя|наталья наташа|николай коля|ольга оля|павел паша|пётр петя|
            полина поля|роман рома|светлана света|сергей серёжа|софья соня|станислав стас|татьяна таня|фёдор федя|
            юлия юля|юрий юра|яков яша
            """,
            "polish",
            """
            aleksandra ola|aleksander olek|andrzej jędrek|anna ania|antoni antek|barbara basia|danuta danka|dorota dorotka|
            elżbieta ela|ewa ewka|franciszek franek|grażyna grażka|grzegorz grzesiek|jakub kuba|jan janek|jerzy jurek|
            joanna asia|józef józek|katarzyna kasia|krystyna krysia|krzysztof krzysiek|łukasz łukaszek|magdalena magda|
            małgorzata gosia|maria marysia|marek mareczek|michał michałek|paweł pawełek|piotr piotrek|
            stanisław staszek|tadeusz tadek|teresa tereska|tomasz tomek|wojciech wojtek|zbigniew zbyszek|zofia zosia
            """,
            "swedish",
            """
            anders adde|andreas adde|anna annie|birgitta gitta|karl kalle|carl kalle|christina stina kicki|kristina stina
            kicki|elisabeth lisa bettan|erik jerka|fredrik fredde|gunilla nilla|gustav gurra|henrik henke|johan johnny|
            johannes hannes|katarina kata|lars lasse|lennart lelle|margareta greta maggan|maria mia maja|marcus mackan|
            mats masse|mikael micke|niklas nicke|nils nisse|olof olle|oskar ogge|per pelle|peter pelle|robert robban|
            sebastian sebbe|sofia fia|stefan steffe|sven svenne|thomas tompa|tobias tobbe|ulrika ulla|viktoria vickan
            """,
            "italian",
            """
            francesco franco checco|francesca franca|giuseppe beppe peppe|giuseppina pina|giovanni gianni nino|
            giovanna gianna|antonio toni nino|domenico mimmo|vincenzo enzo|lorenzo renzo|luigi gigi|salvatore totò|
            alessandro sandro|alessandra sandra|elisabetta betta|roberto robi|margherita rita|maddalena lena|
            raffaele lele|gabriele lele|daniele dani|federico fede|tommaso tommi|michele miki
            """,
            "french",
            """
            alexandre alex|alexandra alex|antoine toine|benjamin ben|catherine cathy|christophe chris|élisabeth lisa babette|
            emmanuel manu|emmanuelle manu|françois fanfan|frédéric fred|guillaume guigui|isabelle isa|jacqueline jacquie|
            josé jo|joseph jo|margaux margot|marguerite margot|mathieu math|nicolas nico|patrick pat|philippe phil|
            stéphane steph|stéphanie steph|sébastien seb|thérèse tess|valérie val|véronique véro|vincent vince
            """,
            "dutch",
            """
            johannes jan johan hans|johanna jo joke|wilhelmus willem wim|wilhelmina willy mien|cornelis cor kees|
            cornelia corrie|petrus piet peter|maria marie mia|adrianus adriaan arie|adriana jaantje|elisabeth els bep|
            hendrik henk|hendrika riek|jacobus jaap koos|catharina toos trijn|theodorus theo dirk|antonius ton toon|
            antonia toos|margaretha greet|gerardus gerard|franciscus frans|francisca cisca|nicolaas klaas|
            lambertus bert|hubertus bert huub|marinus rien|martinus tinus
            """);

    private final Map<String, List<String>> forms = new HashMap<>();

    /** @param backward whether a short form also stands for the names that it is short for */
    Nicknames(String language, boolean backward) {
        if (language.equals("english")) {
            english(backward);
            return;
        }
        for (String line : PAIRS.getOrDefault(language, "").replace('\n', ' ').split("\\|")) {
            add(line, backward);
        }
    }

    private void english(boolean backward) {
        try (InputStream in = Nicknames.class.getResourceAsStream("nicknames.txt")) {
            if (in == null) {
                throw new IllegalStateException("nicknames.txt is not on the class path");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    add(line, backward);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line, boolean backward) {
        List<String> words = Arrays.asList(line.trim().split("\\s+"));
        for (String form : words.subList(1, words.size())) {
            forms.computeIfAbsent(words.get(0), name -> new ArrayList<>()).add(form);
            if (backward) {
                forms.computeIfAbsent(form, name -> new ArrayList<>()).add(words.get(0));
            }
        }
    }

    /** The forms of a name in small letters; empty where it has none. */
    List<String> of(String name) {
        return forms.getOrDefault(name, List.of());
    }
}
