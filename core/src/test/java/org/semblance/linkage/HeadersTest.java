package org.semblance.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.generate.people.People;

/** What headers say of columns, in every language that there are people of. */
class HeadersTest {
    private static String roles(String headers) {
        return Headers.roles(Arrays.asList(headers.split("\\|"))).stream()
                .map(role -> role == null ? "-" : role.word())
                .collect(Collectors.joining(" "));
    }

    @Test
    void everyLocaleHasWordsForWhatARegisterHas() {
        Set<String> locales = People.locales().stream()
                .map(locale -> Locale.forLanguageTag(locale).getLanguage())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(Headers.languages()).containsExactlyInAnyOrderElementsOf(locales);
        List<Role> everywhere = List.of(
                Role.IDENTIFIER,
                Role.NATIONAL_ID,
                Role.FULL_NAME,
                Role.FIRST_NAME,
                Role.LAST_NAME,
                Role.SEX,
                Role.BIRTH_DATE,
                Role.AGE,
                Role.VISIT_DATE,
                Role.STREET,
                Role.ADDRESS,
                Role.POSTCODE,
                Role.CITY,
                Role.REGION,
                Role.PHONE,
                Role.EMAIL);
        for (String language : locales) {
            List<@Nullable Role> there = new ArrayList<>();
            Headers.all().values().forEach(meanings -> there.add(meanings.get(language)));
            assertThat(there).as(language).containsAll(everywhere);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "de,Vorname|Nachname|Geschlecht|Geburtsdatum|Straße|Nr.|PLZ|Ort|Telefon",
        "fr,prénom|nom|sexe|date de naissance|rue|n°|code postal|ville|téléphone",
        "es,nombre|apellidos|sexo|fecha de nacimiento|calle|número|código postal|localidad|móvil",
        "it,Nome|Cognome|Sesso|Data di nascita|Via|Numero civico|CAP|Comune|Cellulare",
        "pt,nome|sobrenome|sexo|data de nascimento|rua|número|CEP|cidade|telefone",
        "nl,Voornaam|Achternaam|Geslacht|Geboortedatum|Straat|Huisnummer|Postcode|Woonplaats|Telefoonnummer",
        "sv,Förnamn|Efternamn|Kön|Födelsedatum|Gata|Nr|Postnummer|Ort|Telefon",
        "nb,Fornavn|Etternavn|Kjønn|Fødselsdato|Gate|Husnummer|Postnr|Poststed|Mobil",
        "da,Fornavn|Efternavn|Køn|Fødselsdato|Vejnavn|Husnr|Postnr|By|Telefon",
        "fi,Etunimi|Sukunimi|Sukupuoli|Syntymäaika|Katu|Talon numero|Postinumero|Postitoimipaikka|Puhelin",
        "pl,imię|nazwisko|płeć|data urodzenia|ulica|nr domu|kod pocztowy|miasto|telefon",
        "cs,Jméno|Příjmení|Pohlaví|Datum narození|Ulice|Číslo popisné|PSČ|Obec|Telefon",
        "ro,Prenume|Nume|Sex|Data nașterii|Strada|Nr.|Cod poștal|Localitate|Telefon",
        "bg,Име|Фамилия|Пол|Дата на раждане|Улица|Номер|Пощенски код|Град|Телефон",
        "ru,Имя|Фамилия|Пол|Дата рождения|Улица|Дом|Индекс|Город|Телефон",
        "uk,Ім’я|Прізвище|Стать|Дата народження|Вулиця|Будинок|Поштовий індекс|Місто|Телефон",
        "el,Όνομα|Επώνυμο|Φύλο|Ημερομηνία γέννησης|Οδός|Αριθμός|Τ.Κ.|Πόλη|Τηλέφωνο",
        "tr,Adı|Soyadı|Cinsiyet|Doğum Tarihi|Sokak|Kapı No|Posta Kodu|Şehir|Cep Telefonu",
        "he,שם פרטי|שם משפחה|מין|תאריך לידה|רחוב|מספר בית|מיקוד|עיר|טלפון",
        "ar,الاسم الأول|اسم العائلة|الجنس|تاريخ الميلاد|الشارع|رقم المنزل|الرمز البريدي|المدينة|رقم الهاتف",
        "hy,Անուն|Ազգանուն|Սեռ|Ծննդյան ամսաթիվ|Փողոց|Տուն|Փոստային ինդեքս|Քաղաք|Հեռախոս",
        "ka,სახელი|გვარი|სქესი|დაბადების თარიღი|ქუჩა|ნომერი|საფოსტო ინდექსი|ქალაქი|ტელეფონი",
        "ja,名|姓|性別|生年月日|町名|番地|郵便番号|市区町村|電話番号",
        "ko,이름|성|성별|생년월일|도로명|건물번호|우편번호|시군구|휴대폰",
        "zh,名|姓|性别|出生日期|街道|门牌号|邮政编码|城市|手机号",
        "en,first name|SURNAME|Gender|DateOfBirth|street|number|Post Code|town|mobile"
    })
    void theUsualHeadersOfEveryLanguage(String language, String headers) {
        assertThat(roles(headers))
                .isEqualTo("first_name last_name sex birth_date street house_number postcode city phone");
        assertThat(Headers.language(Arrays.asList(headers.split("\\|")))).isEqualTo(language);
        // Capitals and lost accents change nothing.
        assertThat(roles(headers.toUpperCase(Locale.ROOT))).isEqualTo(roles(headers));
    }

    @ParameterizedTest
    @CsvSource({
        "imya|familiya|otchestvo|data rozhdeniya,first_name last_name middle_name birth_date",
        "onoma|eponymo|odos|tachydromikos kodikas,first_name last_name street postcode",
        "shem prati|shem mishpacha|mikud,first_name last_name postcode",
        "sei|mei|seinengappi|jusho,last_name first_name birth_date address",
        "xing|ming|chusheng riqi|dizhi,last_name first_name birth_date address",
        "seong|ireum|saengnyeonworil,last_name first_name birth_date",
        "sakheli|gvari|kalaki,first_name last_name city",
        "anun|azganun|kaghak,first_name last_name city",
        "al_ism|laqab|tarikh_al_milad,first_name last_name birth_date",
        "fodselsdato|fornavn|kjonn,birth_date first_name sex",
        "strasse|plz|geb_dat,street postcode birth_date"
    })
    void romanisedToo(String headers, String expected) {
        assertThat(roles(headers)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Name|Vorname,last_name first_name",
        "Name|Geburtsdatum,full_name birth_date",
        "nom|prénom,last_name first_name",
        "nom|ville,full_name city",
        "name|surname,first_name last_name",
        "name|first name|last name,full_name first_name last_name",
        "nume|prenume,last_name first_name",
        "имя|фамилия|отчество,first_name last_name middle_name"
    })
    void aBareNameIsWhatTheOtherColumnsLeave(String headers, String expected) {
        assertThat(roles(headers)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Name des Patienten,full_name",
        "patient_first_name,first_name",
        "Vorname Kunde,first_name",
        "phone 2,phone",
        "Vornamensliste,-",
        "name of the hospital,-",
        "filename,-",
        "Geburtsort,-",
        "by,-",
        "sei,-",
        "kon,-",
        "weight,-"
    })
    void onlyWholeWordsCount(String header, String expected) {
        assertThat(roles(header)).isEqualTo(expected);
    }
}
