package io.linkspan.mapping.read;

/** Takes what is said about the element opened last, and keeps what is wanted of it. */
final class LatestElement {
    private final OpenElements open;
    private final Characters text;
    private boolean within;

    LatestElement(OpenElements open, Characters text) {
        this.open = open;
        this.text = text;
    }

    /** An element opens; perhaps within one whose text is kept, where nothing else may stand. */
    void opens(boolean withinText) {
        within = withinText;
    }

    /** An attribute of the element just opened. */
    void attribute(String uri, String local, String value) {
        int from = text.length();
        if (keep(uri, local, value) && !within) {
            text.append(value);
            open.textBegins(from + value.length());
        }
    }

    private boolean keep(String uri, String local, String value) {
        boolean kept = false;
        for (int i = open.top(); i < open.size(); i++) {
            Node node = open.get(i).node;
            for (Node.AttributeCell wanted : node.attributes) {
                if (wanted.means(uri, local)) {
                    kept = true;
                    if (within) {
                        open.get(i).frame.object(wanted.cell, value);
                    } else {
                        open.get(i).frame.slice(wanted.cell, text.length(), value.length());
                    }
                }
            }
        }
        return kept;
    }

    /** An attribute of XML Schema's instance namespace, of the element just opened. */
    void instance(String local, String value) {
        String bare = value.strip();
        if (local.equals("nil") && (bare.equals("true") || bare.equals("1"))) {
            nil();
        } else if (local.equals("type")) {
            type(bare.substring(bare.indexOf(':') + 1));
        }
    }

    private void type(String local) {
        for (int i = open.top(); i < open.size(); i++) {
            if (open.get(i).node.type >= 0) {
                open.get(i).frame.object(open.get(i).node.type, local);
            }
        }
    }

    /** The element just opened says that it has no value. */
    void nil() {
        for (int i = open.top(); i < open.size(); i++) {
            Node node = open.get(i).node;
            if (node.text >= 0) {
                open.get(i).frame.nil(node.text);
            }
            if (node.framed && !node.deep) {
                open.get(i).frame.nil = true;
            }
        }
    }

    /** Whether the value of the element opened last is wanted, and not only what is in it. */
    boolean isValueWanted() {
        for (int i = open.top(); i < open.size(); i++) {
            if (open.get(i).node.text >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The element just opened is a JSON value other than a text. */
    void value(Object value) {
        for (int i = open.top(); i < open.size(); i++) {
            Node node = open.get(i).node;
            if (node.text >= 0) {
                open.get(i).frame.object(node.text, value);
            }
        }
    }
}
