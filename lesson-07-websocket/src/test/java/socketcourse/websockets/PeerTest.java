package socketcourse.websockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.glassfish.tyrus.spi.Connection;
import org.glassfish.tyrus.spi.Connection.CloseListener;
import org.glassfish.tyrus.spi.WebSocketEngine.UpgradeInfo;
import org.glassfish.tyrus.spi.WebSocketEngine.UpgradeStatus;
import org.glassfish.tyrus.spi.Writer;
import org.junit.jupiter.api.Test;

/** The time since a client has last sent something, which the heartbeat reads. */
class PeerTest {

    private static final UpgradeInfo UPGRADE = new UpgradeInfo() {

        @Override
        public UpgradeStatus getStatus() {
            return UpgradeStatus.SUCCESS;
        }

        @Override
        public Connection createConnection(Writer writer, CloseListener closeListener) {
            return null;
        }
    };

    @Test
    void a_late_handshake_restarts_the_clock() {
        var peer = new Peer(null, null, null);
        while (peer.silence() < Duration.ofMillis(20).toNanos()) {
            Thread.onSpinWait();
        }
        var beforeHandshake = System.nanoTime();
        peer.join(UPGRADE);
        var silence = peer.silence();
        var sinceThen = System.nanoTime() - beforeHandshake;
        assertThat(silence).isLessThanOrEqualTo(sinceThen);
    }
}
