package socketcourse.lesson04;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/** The benchmark's table; the checked values do not depend on the load of the machine. */
@ExtendWith(TerminalsExtension.class)
class BenchmarkTest {

    private static final Pattern ROW = Pattern.compile("\\| +(\\d+) \\| +(\\d+) \\| +\\d+ \\| +\\d+ \\|");

    @Test
    void a_smaller_buffer_needs_more_reads(Terminals terminals) {
        var benchmark = terminals.run("benchmark", 0, "-Dsize=1000000");
        benchmark.endsSuccessfully();
        var rows = ROW.matcher(benchmark.screen()).results().toList();
        assertThat(rows).extracting(row -> row.group(1)).containsExactly("10", "100", "1024", "4096", "65535");
        assertThat(rows).extracting(row -> -Integer.parseInt(row.group(2))).isSorted();
    }
}
