package org.semblance.generate.people;

import org.jspecify.annotations.Nullable;
import org.semblance.io.ByteSink;

/**
 * One person of a population as of a day: a cursor that is moved by {@link #at} and computes what it is asked for. Not
 * thread-safe, reused; take {@link People#cursor()} per thread. Names, streets and towns are shared texts; numbers,
 * postcodes and addresses of mail are written anew.
 */
public final class Person {
    private static final int CHILDHOOD = 14;
    private static final Wording NATIVE = new Wording(false, Wording.Letters.TITLE);
    private static final Wording ROMAN = new Wording(true, Wording.Letters.TITLE);

    private final People people;
    private final Society society;
    private final Country country;
    private final Family family;
    private final Events events;
    private final Residence residence;
    private final Naming naming;
    private final ByteSink text = new ByteSink(160);
    private @Nullable Person relative;
    private long number;
    private int day;
    private int place;
    private long birth;
    private boolean born;

    Person(People people) {
        this.people = people;
        society = people.society;
        country = people.country;
        family = new Family(society);
        events = new Events(society, family);
        residence = new Residence(society, country.places());
        naming = new Naming(society, country, family);
    }

    /** Moves to a person as a record of a day shows them; returns this. */
    public Person at(long number, int day) {
        this.number = number;
        this.day = day;
        place = family.load(number);
        born = false;
        events.reset();
        residence.reset();
        naming.reset();
        return this;
    }

    /** The household, for those who test it. */
    Family family() {
        return family;
    }

    public long number() {
        return number;
    }

    public int day() {
        return day;
    }

    public boolean female() {
        return family.female[place];
    }

    /** Epoch day. */
    public int birthDay() {
        return (int) (birth() >> 32);
    }

    private long birth() {
        if (!born) {
            birth = family.birth(place);
            born = true;
        }
        return birth;
    }

    /** Age on the day in full years; negative before birth. */
    public int age() {
        return Math.floorDiv(Day.of(day) - Day.of(birthDay()), 10_000);
    }

    /** Epoch day of death, after the population's first day; {@link Integer#MAX_VALUE} where it lies beyond the last. */
    public int deathDay() {
        if (people.surviving) {
            return Integer.MAX_VALUE;
        }
        int alive = Math.max(birthDay(), society.firstDay);
        return Mortality.death(society.key.at(number, Draw.DEATH), female(), birthDay(), alive, society.lastDay);
    }

    /** The first day that a record of this person can be made: that of birth, or the population's. */
    public int firstDay() {
        return Math.max(society.firstDay, birthDay());
    }

    /** The last day that a record of this person can be made: that of death, or the population's. */
    public int lastDay() {
        return Math.min(society.lastDay, deathDay());
    }

    public String given() {
        return country.given(female()).written(naming.given(place));
    }

    public String givenRomanised() {
        return country.given(female()).romanised(naming.given(place));
    }

    public void writeGiven(Wording wording, ByteSink out) {
        country.given(female(), wording).write(naming.given(place), out);
    }

    /** A second given name, or the patronymic where people have one; empty where there is none. */
    public String middle() {
        return made(out -> writeMiddle(NATIVE, out));
    }

    public String middleRomanised() {
        return made(out -> writeMiddle(ROMAN, out));
    }

    /** Writes {@link #middle}. */
    public void writeMiddle(Wording wording, ByteSink out) {
        naming.writeMiddle(place, wording, out);
    }

    /** The surname as of the day. */
    public String surname() {
        return country.surnames().text(surnameCode(day), female(), false);
    }

    public String surnameRomanised() {
        return country.surnames().text(surnameCode(day), female(), true);
    }

    /** Writes the surname as of the day. */
    public void writeSurname(Wording wording, ByteSink out) {
        country.surnames().write(surnameCode(day), female(), wording, out);
    }

    public String birthSurname() {
        return country.surnames().text(naming.atBirth(place), female(), false);
    }

    private long surnameCode(int when) {
        return naming.surname(place, events, when);
    }

    private interface Writing {
        void write(ByteSink out);
    }

    private String made(Writing writing) {
        text.cut(0);
        writing.write(text);
        return text.text(0, text.size());
    }

    /** A short or pet form of the given name; null where none is known. */
    public @Nullable String nickname() {
        return nickname(false);
    }

    public @Nullable String nickname(boolean romanised) {
        long bits = society.key.at(number, Draw.NICKNAME);
        return country.nicknames().of(female(), naming.given(place), bits, romanised);
    }

    /** Mr, Mrs, Dr and the like, which records keep apart from the name; empty for children. */
    public String title() {
        return title(false);
    }

    public String title(boolean romanised) {
        int title = naming.title(place, events, day, age());
        return title < 0 ? "" : country.titles(romanised).get(title);
    }

    /** Jr. and Sr. of a namesake, where the language has them; else empty. */
    public String suffix() {
        return naming.suffix(place);
    }

    private Residence residence() {
        residence.load(family, Residence.stream(family, events, place, day), day);
        return residence;
    }

    public String houseNumber() {
        return made(this::writeHouseNumber);
    }

    public void writeHouseNumber(ByteSink out) {
        country.places().writeNumber(residence().address, out);
    }

    public String street() {
        return street(false);
    }

    public String street(boolean romanised) {
        return country.places().street(Key.next(residence().address), romanised);
    }

    public void writeStreet(boolean romanised, ByteSink out) {
        country.places().writeStreet(Key.next(residence().address), romanised, out);
    }

    public String postcode() {
        return made(this::writePostcode);
    }

    public void writePostcode(ByteSink out) {
        Residence now = residence();
        country.places().writePostcode(now.town, Key.next(now.address + 1), out);
    }

    public String city() {
        return city(false);
    }

    public String city(boolean romanised) {
        return country.places().city(residence().town, romanised);
    }

    public void writeCity(boolean romanised, ByteSink out) {
        country.places().writeCity(residence().town, romanised, out);
    }

    public String region() {
        return region(false);
    }

    public String region(boolean romanised) {
        return country.places().region(residence().town, romanised);
    }

    /** The address in one line, as the country writes it, at the end of a text. */
    public String address(boolean romanised) {
        StringBuilder out = new StringBuilder(64);
        AddressForm.Parts parts =
                new AddressForm.Parts(street(romanised), houseNumber(), postcode(), city(romanised), region(romanised));
        country.address(romanised).write(parts, out);
        return out.toString();
    }

    public void writeRegion(boolean romanised, ByteSink out) {
        country.places().writeRegion(residence().town, romanised, out);
    }

    public String phone() {
        return made(this::writePhone);
    }

    /** A number with an area code of the town lived in on the first day; children have their parent's. */
    public void writePhone(ByteSink out) {
        long owner = owner();
        residence.load(family, family.first << 2, society.firstDay);
        byte[] area = country.places().area(residence.town, society.key.at(owner, Draw.PHONE));
        people.register.writePhone(owner, area, out);
    }

    public String email() {
        return made(this::writeEmail);
    }

    /** Made from the names and a number of the person's own; children have their parent's. */
    public void writeEmail(ByteSink out) {
        long owner = owner();
        long bits = society.key.at(owner, Draw.EMAIL);
        naming.writeMail((int) (owner - family.first), events, bits, out);
        people.register.writeMail(owner, out);
        out.put('@');
        out.put(Naming.host(bits));
    }

    /** Who answers for a child: the parent in the first place. */
    private long owner() {
        return family.part(place) == Family.Part.CHILD && age() < CHILDHOOD ? family.first : number;
    }

    /**
     * The number by which the country knows the person; made of birthday and sex where the country does so.
     *
     * @throws org.semblance.plugin.ProblemException where the person's number is {@link People#capacity()} or higher
     */
    public String nationalId() {
        Identifier identifier = country.identifier();
        if (number >= people.capacity()) {
            people.requireCapacity(number + 1);
        }
        if (identifier.serials() == 0) {
            return identifier.writer().write(people.register.number(number), birthDay(), female());
        }
        long serial = birth() & 0xFFFFFFFFL;
        long second = family.secondTwin[place] ? Math.max(1, identifier.serials() / 2) : 0;
        if (!identifier.writer().named()) {
            return identifier.writer().write(serial + second, birthDay(), female());
        }
        String surname = country.surnames().text(naming.atBirth(place), female(), true);
        return identifier
                .writer()
                .write(serial + second, birthDay(), female(), Texts.letters(surname), Texts.letters(givenRomanised()));
    }

    /** Number of the household: that of its first person. */
    public long household() {
        return family.first;
    }

    /** The person's place in the household, from 0. */
    public int position() {
        return place;
    }

    /** How many belong to the household. */
    public int members() {
        return family.size;
    }

    /** Another member as of the same day: a cursor that this one owns and moves at the next call. */
    public Person member(int k) {
        Person other = relative;
        if (other == null) {
            other = new Person(people);
            relative = other;
        }
        return other.at(family.first + k, day);
    }

    /** Whether a brother or sister was born on the same day. */
    public boolean twin() {
        return family.secondTwin[place] || place + 1 < family.endChild && family.secondTwin[place + 1];
    }

    /** Whether a relative of the household bears the same given name and surname: father and son. */
    public boolean namesake() {
        return naming.namesake(place);
    }

    public boolean movedBetween(int day1, int day2) {
        long stream = Residence.stream(family, events, place, day1);
        return stream != Residence.stream(family, events, place, day2)
                || residence.moves(stream, day1) != residence.moves(stream, day2);
    }

    public boolean renamedBetween(int day1, int day2) {
        return surnameCode(day1) != surnameCode(day2);
    }
}
