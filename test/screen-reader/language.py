"""Prints the language that the accessibility tree gives the first text field of the page."""

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi


def find(node, role):
    if node is None:
        return None
    if node.get_role() == role:
        return node
    for index in range(node.get_child_count()):
        found = find(node.get_child_at_index(index), role)
        if found:
            return found
    return None


document = find(Atspi.get_desktop(0), Atspi.Role.DOCUMENT_WEB)
field = find(document, Atspi.Role.ENTRY)
print(field.get_object_locale() if field else "no language")
