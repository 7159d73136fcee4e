package org.semblance.bench.clinic;

import java.util.List;

/** Given and family names to be combined at random: each is common, no pair is taken from anywhere. */
final class Names {
    static final List<String> FEMALE = words("""
            Anna Eva Maria Karin Sara Lena Emma Kerstin Ingrid Birgitta Elin Hanna Linnea Julia Amanda Johanna Ida
            Astrid Alva Ebba Olivia Freja Nora Vera Saga Maja Alice Agnes Wilma Ella Fatima Amina Leila Zahra Mariam
            Sofia Elena Katarzyna Agnieszka Olga Irina Nina Rosa Carmen Lucia Mei Yuki Priya Ananya Aisha Hodan Zofia
            Aino Helmi Tuula Marja Sigrid Solveig Gunilla Margareta Ulla Barbro Inger Monica Susanne Camilla Petra
            """);
    static final List<String> MALE = words("""
            Lars Anders Johan Erik Per Karl Mikael Jan Peter Daniel Gustav Oskar Axel Viktor Emil Filip Hugo Liam Noah
            Elias Lucas Oliver William Alexander Nils Sven Bengt Bo Lennart Gunnar Arne Olle Torsten Ahmed Mohammed
            Ali Omar Hassan Yusuf Abdi Ivan Dmitri Piotr Tomasz Marek Andrei Stefan Marco Diego Carlos Wei Kenji Ravi
            Arjun Juhani Mikko Timo Kari Magnus Henrik Fredrik Jonas Mattias Tobias Simon Isak Adam Leo Vincent
            """);
    static final List<String> FAMILY = words("""
            Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson
            Lindberg Lindqvist Lindgren Axelsson Berg Bergman Lundgren Lundberg Hedlund Sandberg Forsberg Sjöberg
            Wallin Engström Eklund Danielsson Håkansson Lundin Björk Bergqvist Nyström Holm Nyberg Lund Mattsson
            Söderberg Åkesson Öberg Norberg Ström Dahl Ek Falk Hansen Nguyen Khan Ahmed Hassan Ali Warsame Kowalski
            Nowak Wójcik Ivanova Petrov Popescu Garcia Rossi Müller Schmidt Weber Chen Wang Tanaka Singh Patel Virtanen
            Korhonen Mäkinen Nieminen Olsen Nielsen Jensen Haddad Saleh Yilmaz Demir Hosseini Tesfaye Abebe Okafor
            """);

    private Names() {}

    private static List<String> words(String text) {
        return List.of(text.trim().split("\\s+"));
    }
}
