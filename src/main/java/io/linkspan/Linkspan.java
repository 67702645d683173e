package io.linkspan;

import io.linkspan.cli.MappingCommand;
import io.linkspan.cli.remote.AlertCommand;
import io.linkspan.cli.remote.BackfillCommand;
import io.linkspan.cli.remote.DeadCommand;
import io.linkspan.cli.remote.FlowCommand;
import io.linkspan.cli.remote.ReconcileCommand;
import io.linkspan.demo.Demo;
import io.linkspan.ops.OneLineReporter;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The entry point of the program: hands the command line to the part it names. */
public final class Linkspan {
    private static final int FINE = 0;
    private static final int CALLED_WRONGLY = 2;

    private static final String USAGE = """
            Linkspan bridges a legacy ERP (XML over SOAP) and a modern CRM (JSON over REST).

              ./linkspan demo [--once]      a sandbox ERP and CRM and the bridge between them, in one process
              ./linkspan run                the service; flows from ./mappings, systems from ./config/application.yaml
              ./linkspan mapping …          begin, try, check, test and document flow files ('mapping --help' lists all)
              ./linkspan dead …             looks at dead letters of a running service, mends them, sends them again
              ./linkspan alert test         sends a test message on each alert channel of a running service
              ./linkspan flow …             shows what a running service's pulls do, pauses and resumes them
              ./linkspan backfill …         reads a stretch of a flow's past once more
              ./linkspan reconcile …        compares source, ledger and target, and heals what differs
              ./linkspan health             asks a running service on this host how it is; exit code 0 when ready
              ./linkspan build              builds the program, for the container image
              ./linkspan test               the whole test suite, bringing what it needs; 'test chaos' breaks everything
              ./linkspan bench …            measures the mapping engine and the whole way

            README.md leads through the first five minutes.""";

    private Linkspan() {}

    /** Runs one command and exits with its code: 0 fine, 1 the input is wrong, 2 called wrongly or could not start. */
    public static void main(String[] args) {
        String command = args.length == 0 ? "help" : args[0];
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (command) {
            case "run" -> serve(Map.of(), rest);
            case "demo" -> System.exit(Demo.run(rest, Linkspan::serve));
            case "mapping" -> System.exit(MappingCommand.execute(rest));
            case "alert" -> System.exit(AlertCommand.execute(rest));
            case "dead" -> System.exit(DeadCommand.execute(rest));
            case "flow" -> System.exit(FlowCommand.execute(rest));
            case "backfill" -> System.exit(BackfillCommand.execute(rest));
            case "reconcile" -> System.exit(ReconcileCommand.execute(rest));
            case "health" -> System.exit(HealthQuestion.ask(rest));
            case "help", "--help", "-h" -> {
                System.out.println(USAGE);
                System.exit(FINE);
            }
            default -> {
                System.err.println("linkspan: there is no command '" + command + "'\n\n" + USAGE);
                System.exit(CALLED_WRONGLY);
            }
        }
    }

    /** Starts the service; exits with 2 when it cannot start. Settings come before what files and environment say. */
    static ConfigurableApplicationContext serve(Map<String, Object> settings, String[] args) {
        Stream<String> first = settings.entrySet().stream().map(one -> "--" + one.getKey() + "=" + one.getValue());
        String[] all = Stream.concat(first, Arrays.stream(args)).toArray(String[]::new);
        try {
            SpringApplication application = new SpringApplication(LinkspanApplication.class);
            application.addInitializers(new ProductionNeeds());
            return application.run(all);
        } catch (RuntimeException failure) {
            OneLineReporter.orTell(failure);
            System.exit(CALLED_WRONGLY);
            throw failure;
        }
    }
}
