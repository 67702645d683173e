package io.linkspan.yaml;

/**
 * Where something stands in a file a person wrote.
 *
 * @param file the file's name as the person gave it
 * @param line counted from 1
 * @param column counted from 1, in characters
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
    /** The first character of the file: for what concerns the file as a whole. */
    public static Place startOf(String file) {
        return new Place(file, 1, 1);
    }

    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
