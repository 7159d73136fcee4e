package org.semblance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Core sees nothing but its arguments: no clock, no unkeyed randomness, no default locale, charset or zone, no
 * process environment, no network, no mutable static state. The same call gives the same bytes everywhere.
 */
class NoHiddenInputsTest {

    /**
     * What core may not touch, one pattern a line over {@code owner.member(parameter types)}. A constructor is
     * {@code owner.<init>(...)}, a field {@code owner.member}. Parameter types are simple names.
     */
    private static final List<String> REFUSED = List.of(
            // the clock
            "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(.*",
            "java\\.time\\..*\\.now\\(.*",
            "java\\.time\\.(Clock\\.(system|tick).*|InstantSource\\.system\\(.*)",
            "java\\.util\\.Date\\.<init>\\(\\)",
            "java\\.util\\.(Calendar|GregorianCalendar)\\..*",
            // randomness without a key
            "java\\.util\\.(Random|SplittableRandom)\\.<init>\\(\\)",
            "java\\.util\\.concurrent\\.ThreadLocalRandom\\..*",
            "java\\.util\\.random\\.(RandomGenerator\\.(of|getDefault)|RandomGeneratorFactory\\..*)\\(.*",
            "java\\.util\\.UUID\\.randomUUID\\(.*",
            "java\\.lang\\.(Math|StrictMath)\\.random\\(.*",
            "java\\.util\\.Collections\\.shuffle\\(List\\)",
            "net\\.datafaker\\.Faker\\.<init>\\((Locale)?\\)",
            // the default charset
            "java\\.nio\\.charset\\.Charset\\.defaultCharset\\(.*",
            "java\\.lang\\.String\\.getBytes\\(\\)",
            "java\\.lang\\.String\\.<init>\\(byte\\[\\](, int, int)?\\)",
            "java\\.io\\.(FileReader|FileWriter)\\.<init>\\((?!.*Charset).*",
            "java\\.io\\.(InputStreamReader|OutputStreamWriter)\\.<init>\\((InputStream|OutputStream)\\)",
            "java\\.io\\.(PrintStream|PrintWriter)\\.<init>\\((File|OutputStream|String)(, boolean)?\\)",
            "java\\.util\\.Scanner\\.<init>\\((InputStream|File|Path|ReadableByteChannel)\\)",
            "java\\.io\\.ByteArrayOutputStream\\.toString\\(\\)",
            // the default locale and zone
            "java\\.util\\.Locale\\.getDefault\\(.*",
            "java\\.lang\\.String\\.(toLowerCase|toUpperCase)\\(\\)",
            "java\\.lang\\.String\\.(format\\(String, Object\\[\\]\\)|formatted\\(.*)",
            "java\\.io\\.(PrintStream|PrintWriter)\\.(printf|format)\\(String, Object\\[\\]\\)",
            "java\\.util\\.Formatter\\.<init>\\((?!.*Locale).*",
            "java\\.text\\.(DecimalFormat|MessageFormat|SimpleDateFormat)\\.<init>\\((String)?\\)",
            "java\\.text\\.(NumberFormat\\.get\\w*Instance|Collator\\.getInstance)\\(\\)",
            "java\\.text\\.(DecimalFormatSymbols\\.(getInstance|<init>)|MessageFormat\\.format)\\((String, Object\\[\\])?\\)",
            "java\\.time\\.format\\.DateTimeFormatter\\.ofPattern\\(String\\)",
            "java\\.time\\.format\\.DateTimeFormatterBuilder\\.toFormatter\\(\\)",
            "java\\.time\\.ZoneId\\.systemDefault\\(.*",
            "java\\.util\\.TimeZone\\.getDefault\\(.*",
            // the process around it
            "java\\.lang\\.System\\.(in|out|err)",
            "java\\.lang\\.System\\.(getenv|getProperty|getProperties|lineSeparator|exit|console)\\(.*",
            "java\\.lang\\.(Integer\\.getInteger|Long\\.getLong|Boolean\\.getBoolean)\\(.*",
            "java\\.lang\\.Throwable\\.printStackTrace\\(\\)",
            // the network
            "java\\.net\\.(Socket|ServerSocket|DatagramSocket|MulticastSocket|InetAddress|URLConnection|HttpURLConnection)\\..*",
            "java\\.net\\.URL\\.(openStream|openConnection|getContent)\\(.*",
            "java\\.net\\.http\\..*",
            "javax\\.net\\..*",
            "java\\.nio\\.channels\\.\\w*(SocketChannel|DatagramChannel)\\..*");

    private static final Pattern PATTERN = Pattern.compile(String.join("|", REFUSED));

    private static final Set<String> SEEN_IN_CARELESS =
            hiddenInputsOf(new ClassFileImporter().importClass(Careless.class));

    @Test
    void coreTouchesNothingHidden() {
        Set<String> problems = new TreeSet<>();
        for (JavaClass type : Core.classes()) {
            problems.addAll(hiddenInputsOf(type));
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void coreHasNoMutableStaticState() {
        Set<String> problems = new TreeSet<>();
        for (JavaClass type : Core.classes()) {
            for (JavaField field : type.getFields()) {
                if (field.getModifiers().contains(JavaModifier.STATIC)
                        && !field.getModifiers().contains(JavaModifier.FINAL)) {
                    problems.add(field.getFullName());
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.System.nanoTime()",
                "java.lang.System.currentTimeMillis()",
                "java.lang.System.out",
                "java.time.LocalDate.now()",
                "java.util.Collections.shuffle(List)",
                "java.util.Random.<init>()",
                "java.util.random.RandomGenerator.of(String)",
                "java.io.InputStreamReader.<init>(InputStream)",
                "java.lang.String.format(String, Object[])",
                "java.lang.String.getBytes()",
                "java.lang.String.toLowerCase()"
            })
    void everyKindIsNoticed(String call) {
        assertThat(SEEN_IN_CARELESS).anyMatch(problem -> problem.contains(" uses " + call + " in "));
    }

    @Test
    void careIsNotPunished() {
        assertThat(hiddenInputsOf(new ClassFileImporter().importClass(Careful.class)))
                .isEmpty();
    }

    private static Set<String> hiddenInputsOf(JavaClass type) {
        Set<String> problems = new TreeSet<>();
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
            String target = signature(access.getTarget());
            if (PATTERN.matcher(target).matches()) {
                problems.add(
                        access.getOrigin().getFullName() + " uses " + target + " in " + access.getSourceCodeLocation());
            }
        }
        return problems;
    }

    private static String signature(AccessTarget target) {
        String name = target.getOwner().getName() + "." + target.getName();
        if (target instanceof AccessTarget.CodeUnitAccessTarget code) {
            return name
                    + code.getRawParameterTypes().stream()
                            .map(JavaClass::getSimpleName)
                            .collect(Collectors.joining(", ", "(", ")"));
        }
        return name;
    }

    /** Does everything wrong, so that the patterns are seen to work. */
    @SuppressWarnings({"unused", "UnusedMethod", "DefaultCharset", "StringCaseLocaleUsage", "JavaTimeDefaultTimeZone"})
    private static final class Careless {
        String run(String word) {
            List<String> list = new ArrayList<>(List.of(word));
            Collections.shuffle(list);
            System.out.println(LocalDate.now());
            var reader = new InputStreamReader(new ByteArrayInputStream(word.getBytes()));
            LongSupplier clock = System::currentTimeMillis;
            var generator = java.util.random.RandomGenerator.of("L64X128MixRandom");
            return String.format("%s %d %s", word.toLowerCase(), System.nanoTime(), new Random().nextInt())
                    + generator.nextInt()
                    + reader
                    + clock;
        }
    }

    /** The same with everything as an argument. */
    @SuppressWarnings("UnusedMethod")
    private static final class Careful {
        String run(String word, long seed) {
            List<String> list = new ArrayList<>(List.of(word));
            Collections.shuffle(list, new Random(seed));
            byte[] bytes = word.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            return String.format(Locale.ROOT, "%s %d", word.toLowerCase(Locale.ROOT), bytes.length) + list;
        }
    }
}
