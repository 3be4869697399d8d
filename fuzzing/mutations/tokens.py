"""Changes of the tokens of XML: tags, attributes, text, and what else may stand between < and >."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import TypeAlias
from xml.sax.saxutils import escape

from fuzzing.mutations.odd import ATTRIBUTES, NAMES, NAMESPACES, PIECES, many, odd_value

__all__ = ["change_tokens"]

_Change: TypeAlias = Callable[[list[str], Random], None]

_TOKEN = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<[^>]*>|[^<]+", re.DOTALL)
_NAME = re.compile(r"(</?)([^\s/>]+)")


def change_tokens(data: bytes, random: Random, times: int) -> bytes:
    """A message with some of its tokens changed."""
    tokens = _TOKEN.findall(data.decode("utf-8", "surrogateescape"))
    for _ in range(times):
        if not tokens:
            break
        random.choice(_CHANGES)(tokens, random)
    # A lone surrogate, which no UTF-8 has, is written all the same.
    return "".join(tokens).encode("utf-8", "surrogatepass")


def _any(tokens: list[str], random: Random) -> int:
    return random.randrange(len(tokens))


def _tag(tokens: list[str], random: Random) -> int:
    """A place where there is a tag, if one is found near by."""
    start = _any(tokens, random)
    return next((at for at in range(start, min(start + 4, len(tokens))) if tokens[at].startswith("<")), start)


def _text(tokens: list[str], random: Random) -> int:
    """A place where there is the text of an element, if one is found near by."""
    start = _any(tokens, random)
    for at in range(start, min(start + 12, len(tokens))):
        if not tokens[at].startswith("<") and tokens[at].strip():
            return at
    return start


def _drop(tokens: list[str], random: Random) -> None:
    del tokens[_any(tokens, random)]


def _double(tokens: list[str], random: Random) -> None:
    at = _any(tokens, random)
    tokens[at:at] = [tokens[at]] * many(random, len(tokens[at]))


def _swap(tokens: list[str], random: Random) -> None:
    one, other = _any(tokens, random), _any(tokens, random)
    tokens[one], tokens[other] = tokens[other], tokens[one]


def _move(tokens: list[str], random: Random) -> None:
    token = tokens.pop(_any(tokens, random))
    tokens.insert(random.randint(0, len(tokens)), token)


def _rename(tokens: list[str], random: Random) -> None:
    """One tag, or all of that name."""
    at, new = _tag(tokens, random), random.choice(NAMES)
    found = _NAME.match(tokens[at])
    if found and random.randrange(2):
        tokens[at] = found[1] + new + tokens[at][found.end() :]
    elif found:
        old = re.compile(rf"(</?){re.escape(found[2])}(?=[\s/>])")
        tokens[:] = [old.sub(lambda match: match[1] + new, token) for token in tokens]


def _prefix(tokens: list[str], random: Random) -> None:
    """A prefix before all names, with a namespace or without."""
    prefix = random.choice(("q", "ns0", "xsi", "xml", "é"))
    root = next((at for at, token in enumerate(tokens) if re.match(r"<[^?!/]", token)), 0)
    tokens[:] = [re.sub(r"^(</?)(?=[^?!/\s>])", rf"\1{prefix}:", token) for token in tokens]
    tokens[root] = re.sub(r"xmlns=", f"xmlns:{prefix}=", tokens[root], count=random.randrange(2))


def _attribute(tokens: list[str], random: Random) -> None:
    at = _tag(tokens, random)
    place = re.search(r"/?>$", tokens[at])
    if place:
        added = " ".join(random.choice(ATTRIBUTES) for _ in range(many(random, 30)))
        tokens[at] = f"{tokens[at][: place.start()]} {added}{place[0]}"


def _namespace(tokens: list[str], random: Random) -> None:
    """Another default namespace, for the message or from some element on."""
    if random.randrange(2):
        new = random.choice((f'xmlns="{random.choice(NAMESPACES)}"', "", "xmlns=''", f'xmlns:q="{random.choice(NAMESPACES)}"'))
        tokens[:] = [re.sub(r"xmlns=(\"[^\"]*\"|'[^']*')", lambda _: new, token, count=1) for token in tokens]
        return
    at = _tag(tokens, random)
    tokens[at] = re.sub(r"^<([^\s/>?!]+)", lambda match: f'{match[0]} xmlns="{random.choice(NAMESPACES)}"', tokens[at])


def _value(tokens: list[str], random: Random) -> None:
    tokens[_text(tokens, random)] = escape(odd_value(random))


def _around_value(tokens: list[str], random: Random) -> None:
    at = _text(tokens, random)
    tokens[at] = random.choice(
        (" {}", "{} ", "\n{}\t", "0{}", "{}0", "<![CDATA[{}]]>", "{}<!-- -->", "{}<?a?>", "<a>{}</a>", "-{}")
    ).format(tokens[at])


def _references(tokens: list[str], random: Random) -> None:
    """The text by numbers."""
    at = _text(tokens, random)
    form = random.choice(("&#{};", "&#x{:x};", "&#x{:X};", "&#000{};"))
    tokens[at] = "".join(form.format(ord(letter)) for letter in tokens[at][:2_000])


def _insert(tokens: list[str], random: Random) -> None:
    piece = random.choice(PIECES)
    tokens[(at := _any(tokens, random)) : at] = [piece] * many(random, len(piece))


def _begin(tokens: list[str], random: Random) -> None:
    """Something before the root element, such as a DOCTYPE and a use of what it declares."""
    tokens.insert(random.choice((0, 1, 1)), random.choice(PIECES))
    if random.randrange(2):
        tokens[_text(tokens, random)] = "&e;"


def _within(tokens: list[str], random: Random) -> None:
    """Something within a token."""
    at = _any(tokens, random)
    place = random.randint(0, len(tokens[at]))
    tokens[at] = tokens[at][:place] + random.choice(PIECES) + tokens[at][place:]


def _close(tokens: list[str], random: Random) -> None:
    """An element opened and not closed, closed and not opened, or empty."""
    at = _tag(tokens, random)
    found = _NAME.match(tokens[at])
    if found:
        tokens[at] = random.choice((f"<{found[2]}/>", f"<{found[2]}>", f"</{found[2]}>", f"<{found[2]}></{found[2]} >"))


def _empty(tokens: list[str], random: Random) -> None:
    tokens[_text(tokens, random)] = ""


_CHANGES: tuple[_Change, ...] = (
    _drop,
    _double,
    _swap,
    _move,
    _rename,
    _prefix,
    _attribute,
    _attribute,
    _namespace,
    _value,
    _value,
    _value,
    _around_value,
    _references,
    _insert,
    _insert,
    _begin,
    _within,
    _close,
    _empty,
)
