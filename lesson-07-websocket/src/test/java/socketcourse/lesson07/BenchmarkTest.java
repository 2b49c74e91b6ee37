package socketcourse.lesson07;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import socketcourse.testing.Terminals;

/** What the chapter says of HTTP in real time, measured. Isolated, because other tests would be measured, too. */
@Isolated
@ExtendWith(Terminals.Extension.class)
class BenchmarkTest {

    private static final Pattern ROW =
            Pattern.compile("\\| (Polling|Long-polling|WebSocket) +\\| +(\\d+) \\| +(\\d+) \\| +(\\d+),\\d \\|");

    @Test
    void polling_costs_more_than_long_polling_and_that_more_than_WebSocket(Terminals terminals) {
        var benchmark = terminals.run("benchmark", 0);
        benchmark.endsSuccessfully();
        var rows = ROW.matcher(benchmark.screen()).results().toList();
        assertThat(rows).extracting(row -> row.group(1)).containsExactly("Polling", "Long-polling", "WebSocket");
        assertThat(rows).extracting(row -> -Integer.parseInt(row.group(2))).as("requests").isSorted();
        assertThat(rows).extracting(row -> -Integer.parseInt(row.group(3))).as("bytes").isSorted();
        assertThat(rows.get(2).group(2)).isEqualTo("1");
        assertThat(Integer.parseInt(rows.get(0).group(4))).as("delay of polling")
                .isGreaterThan(Integer.parseInt(rows.get(2).group(4)));
        assertThat(benchmark.screen()).as("the chart has the bytes of the table")
                .contains("bar " + rows.stream().map(row -> row.group(3)).toList());
    }
}
