package socketcourse.lesson04;

import java.util.stream.Stream;
import socketcourse.testing.suite.CommonErrors;

class CommonErrorsTest extends CommonErrors {

    @Override
    protected Stream<String> servers() {
        return Stream.of("server", "receive-all-server");
    }

    @Override
    protected Stream<String> clients() {
        return Stream.of("client", "receive-all-client");
    }
}
