package socketcourse.websockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** The address that a class types. */
class InvitationTest {

    private static String line(String... networksAndAddresses) throws IOException {
        var addresses = new ArrayList<Invitation.Address>();
        for (var i = 0; i < networksAndAddresses.length; i += 2) {
            addresses.add(new Invitation.Address(networksAndAddresses[i],
                    InetAddress.getByName(networksAndAddresses[i + 1])));
        }
        return Invitation.line(addresses, InvitationTest::page);
    }

    private static String page(String host) {
        return "http://" + host + ":8765/";
    }

    @Test
    void a_site_local_address_of_a_real_interface_is_chosen() throws IOException {
        assertThat(line("docker0", "172.17.0.1", "tun0", "10.8.0.2", "eth0", "203.0.113.5", "wlan0", "192.168.1.20"))
                .isEqualTo("Pour les autres machines : http://192.168.1.20:8765/ ou -Dhost=192.168.1.20. "
                        + "Autres adresses de cette machine : 172.17.0.1, 10.8.0.2, 203.0.113.5 (-Daddress).");
        assertThat(line("bridge100", "192.168.64.1", "en0", "192.168.1.20"))
                .startsWith("Pour les autres machines : http://192.168.1.20:8765/");
        assertThat(line("VirtualBox Host-Only Ethernet Adapter", "192.168.56.1", "Intel(R) Wi-Fi 6", "192.168.1.20"))
                .startsWith("Pour les autres machines : http://192.168.1.20:8765/");
    }

    @Test
    void without_such_an_address_the_line_names_localhost() throws IOException {
        assertThat(line()).isEqualTo("Pas d'adresse sur un réseau local pour les autres machines (-Daddress en donne "
                + "une). Sur celle-ci : http://localhost:8765/.");
        assertThat(line("docker0", "172.17.0.1")).contains("http://localhost:8765/", "172.17.0.1");
    }

    @Test
    void a_server_on_one_address_names_that_address() throws IOException {
        assertThat(Invitation.line(InetAddress.getByName("192.0.2.7"), InvitationTest::page))
                .isEqualTo("Pour les autres machines : http://192.0.2.7:8765/ ou -Dhost=192.0.2.7.");
    }
}
