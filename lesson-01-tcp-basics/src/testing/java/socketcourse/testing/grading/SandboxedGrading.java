package socketcourse.testing.grading;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import socketcourse.testing.launch.Sandbox;
import socketcourse.testing.process.ChildJvm;

/** The grading of a class with {@code -Dsandbox}: in a JVM that has a network of its own, as its programs have. */
final class SandboxedGrading {

    private static final String INSIDE = "sandbox.inside";

    /** The properties that the grader reads. */
    private static final Pattern PROPERTIES =
            Pattern.compile("(answers|programs|points|moodle|port|seed|sandbox|lesson|build)(\\..*)?|user\\.dir");

    private SandboxedGrading() {
    }

    static boolean isWanted() {
        return !System.getProperty("sandbox", "false").equals("false");
    }

    static boolean isInside() {
        return Boolean.getBoolean(INSIDE);
    }

    /**
     * Grades the class in another JVM.
     *
     * @return a verdict that stands for its exit status
     * @throws NotGraded if this machine has no bubblewrap, or does not allow it
     */
    static List<Verdict> grade() throws IOException, InterruptedException {
        if (!Sandbox.isPossible()) {
            throw new NotGraded("-Dsandbox a besoin de Linux et de bubblewrap, qui manque ou n'a pas le droit de créer "
                    + "des espaces de noms : sudo apt install bubblewrap (dans un conteneur, donnez-lui ce droit).");
        }
        var arguments = new ArrayList<String>();
        System.getProperties().stringPropertyNames().stream().filter(PROPERTIES.asMatchPredicate())
                .forEach(name -> arguments.add("-D" + name + "=" + System.getProperty(name)));
        arguments.addAll(List.of("-D" + INSIDE + "=true", Grade.class.getName()));
        var grading = new ProcessBuilder(Sandbox.withoutNetwork(ChildJvm.command(arguments)))
                .directory(new File(System.getProperty("user.dir"))).inheritIO().start();
        // After Ctrl-C, the other JVM needs time to write what it has graded.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> grading.onExit().join()));
        var status = grading.waitFor();
        return List.of(status == 0 ? Verdict.CORRECT : status == 1 ? Verdict.WRONG : Verdict.NOT_GRADED);
    }
}
