package io.linkspan.chaos;

import io.linkspan.chaos.Strikes.Strike;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** Writes a report down: {@code report.json} for programs, {@code report.md} for people. */
final class ReportFiles {
    private final Path folder;

    ReportFiles(Path folder) {
        this.folder = folder;
    }

    void write(Report report) throws IOException {
        JsonMapper json = JsonMapper.shared();
        Files.writeString(
                folder.resolve("report.json"),
                json.writerWithDefaultPrettyPrinter().writeValueAsString(report.shown()));
        Files.writeString(folder.resolve("report.md"), markdown(report));
    }

    private static String markdown(Report report) {
        StringBuilder text =
                new StringBuilder("# Chaos run, seed ").append(report.seed()).append("\n\n```\n");
        text.append(report.summary().strip()).append("\n```\n\n## As the CRMs counted\n\n");
        report.counts()
                .forEach((flow, counts) -> text.append("- ")
                        .append(flow)
                        .append(": ")
                        .append(counts)
                        .append('\n'));
        text.append("\n## Faults\n\n| fault | played |\n| --- | ---: |\n");
        report.played()
                .forEach((name, count) -> text.append("| ")
                        .append(name)
                        .append(" | ")
                        .append(count)
                        .append(" |\n"));
        text.append("\n## In order\n\n```\n");
        for (Strike strike : report.strikes()) {
            text.append(strike.line()).append('\n');
        }
        return text.append("```\n").toString();
    }
}
