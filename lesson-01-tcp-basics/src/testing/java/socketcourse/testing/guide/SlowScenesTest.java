package socketcourse.testing.guide;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** The scenes of a lesson's guide in which somebody waits for seconds. First: the others are played meanwhile. */
@Order(1)
@ExtendWith(TerminalsExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class SlowScenesTest {

    static Stream<Scene> scenes() throws IOException {
        return Scene.of(Guide.page()).filter(Scene::takesSeconds);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("scenes")
    @EnabledOnOs(OS.LINUX)
    void each_scene_is_what_one_sees(Scene scene, Terminals terminals) {
        scene.play(terminals);
    }
}
