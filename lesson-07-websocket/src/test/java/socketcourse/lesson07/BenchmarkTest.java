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
 * What the chapter says about HTTP in real time. Only relations are checked that do not depend on the load of the
 * machine. The test runs first, because it spends most of its time waiting.
 */
@Order(1)
@ExtendWith(TerminalsExtension.class)
class BenchmarkTest {

    private static final Pattern ROW =
            Pattern.compile("\\| (Polling|Long-polling|WebSocket) +\\| +(\\d+) \\| +(\\d+) \\| +(\\d+),\\d \\|");

    private static final int REQUESTS = 2;
    private static final int BYTES = 3;

    @Test
    void WebSocket_needs_one_request_and_the_fewest_bytes(Terminals terminals) {
        var benchmark = terminals.run("benchmark", 0);
        benchmark.endsSuccessfully();
        var rows = ROW.matcher(benchmark.screen()).results().toList();
        assertThat(rows).extracting(row -> row.group(1)).containsExactly("Polling", "Long-polling", "WebSocket");
        var polling = rows.get(0);
        var longPolling = rows.get(1);
        var webSocket = rows.get(2);
        // On a busy machine polling asks less often in vain, but still far more often than long-polling.
        assertThat(number(webSocket, REQUESTS)).isEqualTo(1);
        assertThat(number(longPolling, REQUESTS)).isBetween(2, 20);
        assertThat(number(polling, REQUESTS)).isGreaterThan(1);
        assertThat(number(webSocket, BYTES)).isLessThan(number(longPolling, BYTES)).isLessThan(number(polling, BYTES));
    }

    private static int number(MatchResult row, int column) {
        return Integer.parseInt(row.group(column));
    }
}
