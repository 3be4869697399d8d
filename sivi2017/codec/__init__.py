"""Between trees, bindings and texts: generated from the classes of ``bindings``, never edited by hand.

``read_…`` takes an element that the schema allows. ``write_…`` gives the text of a part without its own tags, in pieces
where the part may hold very many others. It puts every text that is in it, as it is, into a list of values for the caller to
look at, and raises ``Unusual`` for a part that has to be written another way.
"""
