package io.linkspan.cli.remote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows in columns as wide as their longest cell; the last column may be as long as it likes. */
final class Table {
    private static final int WIDEST = 60;

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... heads) {
        rows.add(Arrays.asList(heads));
    }

    Table row(String... cells) {
        rows.add(Arrays.stream(cells).map(Table::oneLine).toList());
        return this;
    }

    @Override
    public String toString() {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], Math.min(WIDEST, row.get(i).length()));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String cell = i == columns - 1 ? row.get(i) : cut(row.get(i));
                line.append(cell).repeat(' ', Math.max(0, widths[i] - cell.length()) + 2);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String oneLine(String cell) {
        return cell.replaceAll("\\s+", " ");
    }

    private static String cut(String cell) {
        return cell.length() > WIDEST ? cell.substring(0, WIDEST - 1) + "…" : cell;
    }
}
