"""From the text of an element to a value and back, for the generated code of ``sivi2017.codec``."""
