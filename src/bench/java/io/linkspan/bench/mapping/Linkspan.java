package io.linkspan.bench.mapping;

import io.linkspan.mapping.Mapping;
import io.linkspan.mapping.MappingFiles;
import io.linkspan.record.Payload;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlReader;

/** Ours: the flow file beside this class, as the program compiles and runs it. */
final class Linkspan implements Contender {
    private static final String FILE = "customers.yaml";

    private final Mapping mapping;

    Linkspan() {
        Problems problems = new Problems();
        YamlMap root = YamlReader.readMap(FILE, Resources.text(FILE), problems);
        Mapping compiled = root == null ? null : Mapping.compile(root, MappingFiles.NONE, problems);
        if (compiled == null) {
            throw new IllegalStateException(problems.list().toString());
        }
        mapping = compiled;
    }

    @Override
    public byte[] map(byte[] customer) {
        var result = mapping.map(new Payload(Payload.Format.XML, customer));
        if (result.output() == null) {
            throw new IllegalStateException(result.errors().toString());
        }
        return result.output().bytes();
    }
}
