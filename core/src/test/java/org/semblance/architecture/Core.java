package org.semblance.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the architecture tests look at: the compiled main classes of core, and the source tree of all modules. */
final class Core {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.semblance");

    private Core() {}

    static JavaClasses classes() {
        return CLASSES;
    }

    /** The folder that holds all modules: the first one upward from the module that has a {@code .mvn} folder. */
    static Path sourceTree() {
        Path start = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder with .mvn above " + start);
    }
}
