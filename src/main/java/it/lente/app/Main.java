package it.lente.app;

import it.lente.engine.EngineUnavailableException;
import it.lente.engine.IndexLockedException;
import it.lente.record.NearestName;
import it.lente.search.InvalidParameterException;
import it.lente.web.LenteServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses the command line and runs a command. */
@Command(
    name = "lente",
    description = {
      "Search for records of participatory processes",
      "and the words inside their reports."
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = CommandLine.HelpCommand.class,
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    footerHeading = "%n",
    footer = {
      "Options can also be set by variables (LENTE_PORT=8080) or by lines of",
      "lente.properties beside the launcher (port = 8080). An option wins over a",
      "variable, a variable over the file.",
      "",
      "Exit codes: 0 all went well; 1 a record or a commit failed, or the check found",
      "damage; 2 wrong use; 130 after Ctrl-C and 143 after SIGTERM, with everything",
      "stopped."
    })
public final class Main implements Runnable {

  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;

  private static final OptionSpec HELP =
      OptionSpec.builder("-h", "--help")
          .usageHelp(true)
          .description("tell what this command does")
          .build();

  @Spec private CommandSpec spec;

  /** Runs a command and ends with its exit code. */
  public static void main(String[] arguments) throws IOException {
    try (InputStream logging = Main.class.getResourceAsStream("/logging.properties")) {
      LogManager.getLogManager().readConfiguration(logging);
    }
    Thread.setDefaultUncaughtExceptionHandler(Main::end);
    Environment environment = Environment.ofThisProcess();
    System.exit(commandLine(environment).execute(arguments));
  }

  /** Ends a thread, or the process after an error that leaves its state undefined. */
  private static void end(Thread thread, Throwable thrown) {
    if (thrown instanceof OutOfMemoryError) {
      Runtime.getRuntime().halt(LenteServer.OUT_OF_MEMORY);
    }
    System.getLogger(Main.class.getName()).log(Level.ERROR, thread.getName() + " ended", thrown);
  }

  static CommandLine commandLine(Environment environment) {
    CommandLine lente =
        new CommandLine(new Main())
            .addSubcommand(new ServeCommand())
            .addSubcommand(new IndexCommand(environment))
            .addSubcommand(new SearchCommand(environment))
            .addSubcommand(new OpenCommand(environment))
            .addSubcommand(new CheckCommand())
            .addSubcommand(new ImportCommand())
            .addSubcommand(new McpCommand());
    Settings settings =
        new Settings(environment, lente.getSubcommands().get("serve").getCommandSpec());
    for (CommandLine command : lente.getSubcommands().values()) {
      if (!(command.getCommand() instanceof CommandLine.HelpCommand)) {
        command.getCommandSpec().addOption(HELP);
        command.setDefaultValueProvider(settings);
        Converters.addTo(command);
      }
    }
    lente
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(environment.terminalOut() ? Ansi.ON : Ansi.OFF))
        .setInterpolateVariables(false)
        .setParameterExceptionHandler(
            (refused, arguments) -> refuse(refused, List.of(arguments), settings))
        .setExecutionExceptionHandler(Main::explain);
    // The names of picocli's own options are variables.
    lente.getCommandSpec().interpolateVariables(true);
    return lente;
  }

  /** Prints the help, because no command was given. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static int refuse(ParameterException refused, List<String> arguments, Settings settings) {
    CommandLine command = refused.getCommandLine();
    if (!Collections.disjoint(arguments, List.of(HELP.names()))) {
      // Help is printed even if a setting is wrong, because it explains the settings.
      command.usage(command.getOut());
      return 0;
    }
    PrintWriter err = command.getErr();
    String reason = refused.getMessage() + hint(refused, command);
    if (refused.getCause() instanceof TypeConversionException cannotBe
        && refused.getArgSpec() instanceof OptionSpec option) {
      reason = settings.origin(option) + " " + cannotBe.getMessage();
    }
    err.println("lente: " + reason);
    err.println("All that can be said: " + helpFor(command));
    return WRONG_USE;
  }

  private static String hint(ParameterException refused, CommandLine command) {
    if (!(refused instanceof UnmatchedArgumentException unmatched)) {
      return "";
    }
    String word = unmatched.getUnmatched().getFirst();
    List<String> known = new ArrayList<>(command.getSubcommands().keySet());
    if (unmatched.isUnknownOption()) {
      known = new ArrayList<>(command.getCommandSpec().optionsMap().keySet());
    }
    return "." + NearestName.hint(word, known);
  }

  private static String helpFor(CommandLine command) {
    String name = command.getCommandName();
    return name.equals("lente") ? "lente help" : "lente help " + name;
  }

  private static int explain(
      Exception broken, CommandLine command, CommandLine.ParseResult arguments) {
    if (broken instanceof CancellationException) {
      // The process is being ended from outside, so no message is printed.
      return FAILED;
    }
    String said = broken.getMessage();
    boolean ours =
        broken instanceof UsageException
            || broken instanceof IndexLockedException
            || broken instanceof InvalidParameterException
            || broken instanceof EngineUnavailableException
            || broken instanceof CommandFailedException
            || broken instanceof IOException
            || broken instanceof UncheckedIOException;
    if (broken instanceof UncheckedIOException disk) {
      String why = String.valueOf(disk.getCause().getMessage());
      said += said.contains(why) ? "" : ": " + why;
    }
    command.getErr().println("lente: " + (ours ? said : broken.toString()));
    if (!ours) {
      broken.printStackTrace(command.getErr());
    }
    return broken instanceof UsageException || broken instanceof InvalidParameterException
        ? WRONG_USE
        : FAILED;
  }
}
