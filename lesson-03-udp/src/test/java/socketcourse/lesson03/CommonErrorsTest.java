package socketcourse.lesson03;

import java.util.stream.Stream;
import socketcourse.testing.suite.CommonErrors;

class CommonErrorsTest extends CommonErrors {

    @Override
    protected Stream<String> servers() {
        return Stream.of("server");
    }

    @Override
    protected Stream<String> clients() {
        return Stream.of("client");
    }

    @Override
    protected String nobodyThere() {
        // It waits 2 s; on a busy machine, it may have run for longer.
        return "au bout de ([2-9]|\\d\\d) s \\(java\\.net\\.SocketTimeoutException";
    }
}
