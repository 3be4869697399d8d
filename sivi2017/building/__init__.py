"""Messages from a document in JSON: people, employments and absence cases as the domain names them.

A document is one object, or several under ``berichten``; each becomes one message::

    {
      "werkgever": {"naam": "Bakkerij De Korenaar", "id": "10234", "aansluitnummer": "AN-1"},
      "werknemer": {
        "id": "W-1", "achternaam": "Jansen", "voorletters": "A.B.", "geboortedatum": "1980-05-17", "geslacht": "V",
        "communicatie": {"telefoon": "0612345678"}
      },
      "dienstverband": {
        "id": "D-1", "ingangsdatum": "2010-04-01", "geldt_vanaf": "2017-01-01", "afdeling_code": "BAK", "uren_per_week": 36
      },
      "geval": {
        "id": "VG-1",
        "gebeurtenissen": [
          {"soort": "ziekmelding", "eerste_verzuimdag": "2017-03-06"},
          {"soort": "gedeeltelijke_hersteldmelding", "per": "2017-03-13", "verzuimpercentage": 50}
        ]
      }
    }

Keys are the names of the fields of the domain, and nothing else is taken. A ``null`` is as good as a key that is not there,
except in a ``correctie``: there it takes away what was reported.

==================  ============================================================================================================
a date              text, ``"2017-03-06"``
a number            ``36``, ``36.5`` or ``"36.50"``; each is taken exactly as it is written, never as a binary fraction
yes or no           ``true`` or ``false``
a code              text, ``"03"``; or the name of its member where its meaning is known, ``"CORRECTIE"``
a key, a BSN, …     text, since a leading zero counts
communicatie        a list of objects; or ``{"telefoon": "…"}``, with the ``soorten_communicatie`` of the coupling
verpleegadres       its ``adres`` is one outside the Netherlands where it has a ``land_code``
==================  ============================================================================================================

A ``verzuimmutatie`` has a ``werkgever``, ``werknemer``, ``dienstverband`` and ``geval``. The events of the case, its
``gebeurtenissen``, are gone through in their order, and the last is reported. Where the earlier ones are no longer known,
``hervat`` is the last report, with its ``volgnummer``, and the events go on from there. A ``werknemermutatie`` or
``dienstverbandmutatie`` has ``dienstverbanden`` (or one ``dienstverband``) and no case; it may have ``mutatie`` and
``verzuim_gehad``, as in ``Koppeling``.

``berichten.schema.json`` says the same as a JSON Schema, for editors and for whoever makes such documents.
"""
