package io.linkspan.mapping.read;

/** Takes what is said about the element opened last, and keeps what is wanted of it. */
final class LatestElement {
    private final OpenElements open;

    LatestElement(OpenElements open) {
        this.open = open;
    }

    /** An attribute of the element just opened. */
    void attribute(String uri, String local, String value) {
        for (int i = open.top(); i < open.size(); i++) {
            Node node = open.get(i).node;
            for (Node.AttributeCell wanted : node.attributes) {
                if (wanted.means(uri, local)) {
                    open.get(i).frame.object(wanted.cell, value);
                }
            }
        }
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
