package socketcourse.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgramsTest {

    @Test
    void the_programs_of_a_lesson_are_its_classes_with_a_main() throws Exception {
        assertThat(new Programs("socketcourse.lesson01").ids()).containsExactly("client", "server");
        assertThat(new Programs("socketcourse.relay").ids()).containsExactly("relay");
    }
}
