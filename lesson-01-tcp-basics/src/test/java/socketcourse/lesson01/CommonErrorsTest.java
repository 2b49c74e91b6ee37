package socketcourse.lesson01;

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
}
