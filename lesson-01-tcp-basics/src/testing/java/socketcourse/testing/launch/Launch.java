package socketcourse.testing.launch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import socketcourse.testing.process.ChildJvm;

/** Turns a file into the command that starts it. */
public final class Launch {

    /** The placeholder for the port, where a program accepts one. */
    private static final String PORT = "{port}";

    /** How the programs of a Java file read a port: as the lessons' own programs do, or as an argument. */
    private static final Pattern JAVA_PROPERTY = Pattern.compile("(getInteger|getProperty)\\(\"port\"");
    private static final Pattern JAVA_ARGUMENTS = Pattern.compile("\\bargs *(\\[|\\.length)");

    /** Files that students hand in by mistake. */
    private static final Map<String, String> NO_PROGRAMS = Map.ofEntries(entry("pdf", "un PDF"),
            entry("png", "une image"), entry("jpg", "une image"), entry("jpeg", "une image"), entry("gif", "une image"),
            entry("heic", "une image"), entry("webp", "une image"), entry("ipynb", "un notebook"),
            entry("doc", "un document Word"), entry("docx", "un document Word"),
            entry("odt", "un document LibreOffice"), entry("rtf", "un document RTF"),
            entry("class", "une classe compilée"), entry("rar", "une archive RAR"), entry("7z", "une archive 7z"));

    private static final Pattern EXECUTABLE = Pattern.compile("(?s)(#!|\\x7fELF|MZ|[\\xCA\\xCE\\xCF]\\xFA).*");
    private static final Pattern CRLF_AFTER_SHEBANG = Pattern.compile("(?s)#![^\\n]*\\r\\n.*");

    private Launch() {
    }

    /**
     * Returns the command that runs a program in its folder. It contains {@code {port}} if the program accepts a port;
     * a program that contains the chapter's port keeps it.
     *
     * @param output a folder for a compiled program; it must be empty
     * @throws NotLaunchable if the file is no program, or this machine has no tool for its language
     * @throws CompileError  if the program does not compile
     */
    public static String command(Path file, int chapterPort, Path output)
            throws IOException, NotLaunchable, CompileError {
        return Shell.in(file.getParent(), commandInItsFolder(file, chapterPort, output));
    }

    private static String commandInItsFolder(Path file, int chapterPort, Path output)
            throws IOException, NotLaunchable, CompileError {
        var extension = extension(file);
        var text = text(file);
        if (text.startsWith("%PDF") || NO_PROGRAMS.containsKey(extension)) {
            throw new NotLaunchable("%s est %s et non un programme : demandez le fichier source."
                    .formatted(file.getFileName(), NO_PROGRAMS.getOrDefault(extension, "un PDF")));
        }
        if (extension.equals("java")) {
            var source = new JavaSource(file, text);
            return JAVA_PROPERTY.matcher(text).find() ? source.command(" -Dport=" + PORT, output)
                    : source.command("", output) + arguments(text, JAVA_ARGUMENTS, chapterPort);
        }
        if (extension.equals("jar")) {
            return Shell.quoted(ChildJvm.executable()) + " -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -jar "
                    + Shell.quoted(file);
        }
        if (CRLF_AFTER_SHEBANG.matcher(text).matches() && !extension.equals("py")) {
            throw new NotLaunchable(("%s a des fins de ligne Windows (CRLF) après #! : le système cherche un "
                    + "interpréteur dont le nom finit par un retour chariot.").formatted(file.getFileName()));
        }
        var language = Language.of(extension);
        if (language.isPresent()) {
            return language.get().command(file, output) + arguments(text, language.get().arguments(), chapterPort);
        }
        if (!EXECUTABLE.matcher(text).matches()) {
            throw new NotLaunchable(("%s n'est pas un programme que le correcteur sait lancer : donnez la commande "
                    + "avec -Danswer.ID=COMMANDE.").formatted(file.getFileName()));
        }
        // A zip may not keep this permission.
        file.toFile().setExecutable(true);
        return Shell.quoted(file);
    }

    /** Returns whether a file seems to be a program, because of its extension or its permissions. */
    public static boolean isProgram(Path file) {
        var extension = extension(file);
        return extension.equals("java") || extension.equals("jar") || Language.of(extension).isPresent()
                || extension.isEmpty() && Files.isExecutable(file);
    }

    private static String arguments(String text, Pattern reading, int chapterPort) {
        var hasChapterPort = Pattern.compile("\\b" + chapterPort + "\\b").matcher(text).find();
        return !hasChapterPort && reading.matcher(text).find() ? " " + PORT : "";
    }

    private static String extension(Path file) {
        var name = file.getFileName().toString();
        return name.contains(".") ? name.replaceFirst(".*\\.", "").toLowerCase(Locale.ROOT) : "";
    }

    /** Returns the text of a file; old editors do not write UTF-8. */
    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file, UTF_8);
        } catch (CharacterCodingException e) {
            return Files.readString(file, ISO_8859_1);
        }
    }
}
