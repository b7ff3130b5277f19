package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserLauncherTest {

  @ParameterizedTest
  @CsvSource({"Mac OS X, open", "Windows 11, rundll32", "Windows Server 2022, rundll32"})
  void each_system_has_its_program(String system, String program) {
    assertThat(BrowserLauncher.command(system, Map.of()).getFirst()).isEqualTo(program);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DISPLAY", "WAYLAND_DISPLAY", "BROWSER"})
  void elsewhere_it_is_the_desktop_that_knows_the_browser(String variable) {
    assertThat(BrowserLauncher.command("Linux", Map.of(variable, "x"))).containsExactly("xdg-open");
  }

  @Test
  void without_a_desktop_no_program_is_started() {
    assertThat(BrowserLauncher.command("Linux", Map.of("DISPLAY", ""))).isEmpty();
    assertThat(BrowserLauncher.command("FreeBSD", Map.of())).isEmpty();
  }
}
