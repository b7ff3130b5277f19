package it.lente.app;

import it.lente.search.Question;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Opens the browser on a question. The address is printed too, for a terminal far away. */
@Command(
    name = "open",
    description = "Open the browser on a question at the server, and print its address.",
    footerHeading = "%n",
    footer = "  lente open bilancio --year 2015-2019")
final class OpenCommand implements Callable<Integer> {

  private final Environment environment;

  @Spec private CommandSpec spec;
  @Mixin private QuestionOptions question;
  @Mixin private SiteOptions site;

  OpenCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Question.strict(question.parameters());
    if (site.origin().isEmpty()) {
      throw new UsageException(
          "The server is set to port 0, which is any that is free: give its address with --address"
              + " URL.");
    }
    String address = site.links().list(question.parameters());
    spec.commandLine().getOut().println(address);
    if (!BrowserLauncher.open(address, environment.variables())) {
      spec.commandLine()
          .getErr()
          .println(
              "There is no browser on this machine that could be opened. Open the address in one.");
    }
    return 0;
  }
}
