package socketcourse.lesson07;

import java.util.stream.Stream;
import socketcourse.testing.suite.CommonErrors;

class CommonErrorsTest extends CommonErrors {

    @Override
    protected Stream<String> servers() {
        return Stream.of("server", "echo-server");
    }

    @Override
    protected Stream<String> clients() {
        return Stream.of("client", "echo-client", "handshake");
    }
}
