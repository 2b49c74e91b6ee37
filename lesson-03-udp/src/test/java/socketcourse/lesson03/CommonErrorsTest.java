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
        // The client waits for 2 s, but a busy machine may measure more.
        return "en ([2-9]|\\d\\d) s \\(java\\.net\\.SocketTimeoutException";
    }
}
