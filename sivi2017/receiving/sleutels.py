"""Keys that took each other's place."""

from __future__ import annotations

from attrs import define, field

__all__ = ["Sleutels"]


@define(repr=False)
class Sleutels:
    """Keys, some of which name the same thing: one took the place of the other.

    >>> keys = Sleutels()
    >>> for key, former in [("A", None), ("B", "A"), ("C", None)]:
    ...     keys.add(key, former)
    >>> keys.groups, keys.now_of("A"), keys.former_of("A")
    (['A', 'C'], 'B', ('A',))
    """

    _group: dict[str, str] = field(factory=dict)
    """By key the first key of its group."""
    _now: dict[str, str] = field(factory=dict)
    """By group the key that took the last one's place."""

    def add(self, key: str, former: str | None) -> None:
        """A key that was used, and the one that it took the place of; in the order in which that was told."""
        self._group.setdefault(key, key)
        if former is None or former == key:
            return
        target, source = sorted((self.group_of(key), self._group.setdefault(former, former)))
        for name, group in self._group.items():
            if group == source:
                self._group[name] = target
        self._now.pop(source, None)
        self._now[target] = key

    @property
    def groups(self) -> list[str]:
        """Of each thing that is named its first key, by which it can be asked for."""
        return sorted(set(self._group.values()))

    def group_of(self, key: str) -> str:
        """The first key of the thing that a key names."""
        return self._group[key]

    def now_of(self, key: str) -> str:
        """The key now."""
        group = self.group_of(key)
        return self._now.get(group, group)

    def former_of(self, key: str) -> tuple[str, ...]:
        """The other keys."""
        group, now = self.group_of(key), self.now_of(key)
        return tuple(sorted(name for name, its in self._group.items() if its == group and name != now))

    @property
    def now(self) -> str:
        """The key now, where all keys name one thing."""
        return self.now_of(next(iter(self._group)))

    @property
    def former(self) -> tuple[str, ...]:
        """The other keys, where all name one thing."""
        return self.former_of(next(iter(self._group)))
