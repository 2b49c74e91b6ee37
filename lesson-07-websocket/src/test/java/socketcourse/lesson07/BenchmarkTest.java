package socketcourse.lesson07;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import socketcourse.testing.terminal.Terminals;
import socketcourse.testing.terminal.TerminalsExtension;

/**
 * What the chapter says of HTTP in real time, measured: what is checked does not depend on what runs beside. First,
 * because it waits for most of its time.
 */
@Order(1)
@ExtendWith(TerminalsExtension.class)
class BenchmarkTest {

    private static final Pattern ROW =
            Pattern.compile("\\| (Polling|Long-polling|WebSocket) +\\| +(\\d+) \\| +(\\d+) \\| +(\\d+),\\d \\|");

    private static final int REQUESTS = 2;
    private static final int BYTES = 3;

    @Test
    void polling_delays_what_long_polling_pays_for_with_requests_and_WebSocket_does_neither(Terminals terminals) {
        var benchmark = terminals.run("benchmark", 0, "-Dmermaid=true");
        benchmark.endsSuccessfully();
        var rows = ROW.matcher(benchmark.screen()).results().toList();
        assertThat(rows).extracting(row -> row.group(1)).containsExactly("Polling", "Long-polling", "WebSocket");
        // A busy machine makes polling ask in vain less often, but by far not as seldom as long-polling asks.
        var polling = rows.get(0);
        var longPolling = rows.get(1);
        var webSocket = rows.get(2);
        assertThat(number(webSocket, REQUESTS)).isEqualTo(1);
        assertThat(number(longPolling, REQUESTS)).isBetween(2, 20);
        assertThat(number(polling, REQUESTS)).isGreaterThan(1);
        assertThat(number(webSocket, BYTES)).isLessThan(number(longPolling, BYTES)).isLessThan(number(polling, BYTES));
        assertThat(benchmark.screen()).as("the chart has the bytes of the table")
                .contains("bar " + rows.stream().map(row -> row.group(3)).toList());
    }

    private static int number(MatchResult row, int column) {
        return Integer.parseInt(row.group(column));
    }
}
