"""What tries random inputs finds what it is there to find, and can make each input again. Here it tries only some."""

from __future__ import annotations

from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import pytest

pytest.importorskip("resource", reason="what an input costs is not measured on this system")

from fuzz_targets import CRASH, FILL, HANG, HIT, disagrees, is_slow, raises, warns

from fuzzing.checks import Pieces, check
from fuzzing.command import figures, main
from fuzzing.corpus import corpus
from fuzzing.examining import choices_of, examine
from fuzzing.mutations import Mutator
from fuzzing.options import BOUNDS, MOST_BYTES, Bounds, Options
from fuzzing.shrinking import shrunk
from fuzzing.watching import Outcome, run

NARROW = Bounds(seconds=0.3, patience=1.5, megabytes=60)
BASES = corpus(each=4)


def tried(target: str, tmp_path: Path, *, bases: list[bytes], inputs: int = 6, **options: object) -> Outcome:
    """What comes of some inputs, tried in a process of its own."""
    asked = Options(inputs=inputs, finds=tmp_path / "finds", target=f"fuzz_targets:{target}", bounds=NARROW, **options)  # type: ignore[arg-type]  # as a test gives them
    return run(asked, bases)


class TestInputs:
    def test_the_same_seed_and_number_make_the_same_input(self) -> None:
        one, other = Mutator(BASES), Mutator(list(BASES))
        assert [one.made(1, number) for number in range(40)] == [other.made(1, number) for number in range(40)]
        assert one.made(1, 7) != one.made(2, 7)

    def test_inputs_are_of_many_kinds_and_none_is_too_large(self) -> None:
        made = [Mutator(BASES).made(1, number) for number in range(300)]
        assert len(set(made)) > 250
        assert max(map(len, made)) < MOST_BYTES
        assert any(data in BASES for data in made)

    def test_base_messages_are_of_every_kind(self) -> None:
        roots = (b"Verzuimmeldingen", b"WerknemerGegevens", b"Dienstverbanden", b"Retourmelding1")
        assert all(any(b"<" + name in data for data in BASES) for name in roots)

    def test_a_file_in_pieces_gives_all_that_is_in_it(self) -> None:
        file = Pieces(b"abcdefghij", 3)
        assert [file.read(5), file.read(2), file.read(-1), file.read(), file.read()] == [b"abc", b"de", b"fgh", b"ij", b""]


class TestTheLibrary:
    """It answers; how often this is asked in earnest, and what came of it, is in docs/reliability.md."""

    def test_some_inputs_are_answered(self) -> None:
        mutator, counts = Mutator(BASES), Counter[str]()
        problems = [examine(check, mutator.made(1, number), BOUNDS, counts) for number in range(150)]
        assert [problem for problem in problems if problem] == []
        assert {"write", "read, refused", "stream", "validate, of which refused as xml"} <= set(counts)

    def test_the_command_tries_them_in_another_process(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        finds, kept = tmp_path / "finds", tmp_path / "figures.json"
        arguments = f"--inputs 40 --seed 5 --messages 4 --finds {finds} --json {kept}"
        status = main(arguments.split())
        assert (status, finds.exists()) == (0, False)
        assert '"inputs": 40,' in kept.read_text()
        assert '"finds": {}' in capsys.readouterr().out

    def test_files_can_be_tried_again(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        file = tmp_path / "bericht.xml"
        file.write_bytes(BASES[0])
        assert main(["--replay", str(file)]) == 0
        assert capsys.readouterr().out == f"{file}: answered as it must be\n"


class TestWhatIsFound:
    @pytest.mark.parametrize(
        ("target", "key"),
        [
            (raises, "exception: KeyError in fuzz_targets.py:raises"),
            (disagrees, "disagreement: one and other"),
            (warns, "exception: UserWarning in fuzz_targets.py:warns"),
            (is_slow, "slow: slow answer"),
        ],
    )
    def test_a_wrong_answer(self, target: object, key: str) -> None:
        assert examine(target, b"<a/>", NARROW, Counter()) is None  # type: ignore[arg-type]  # one of those above
        problem = examine(target, HIT, NARROW, Counter())  # type: ignore[arg-type]  # one of those above
        assert problem is not None
        assert problem.key == key

    def test_which_answers_there_were(self) -> None:
        counts = Counter[str]()
        examine(raises, HIT, NARROW, counts)
        examine(raises, b"", NARROW, counts)
        assert counts == {"before": 2, "after": 1}

    def test_an_exception_is_kept_with_its_input_and_with_a_smaller_one(self, tmp_path: Path) -> None:
        bases = [b"<a><b/>" + HIT + b"</a>"]
        outcome = tried("raises", tmp_path, bases=bases, inputs=30)
        assert outcome.finds.counts["exception: KeyError in fuzz_targets.py:raises"] > 0
        assert outcome.inputs == 30
        kept = sorted((tmp_path / "finds").glob("*.xml"))
        assert all(HIT in file.read_bytes() for file in kept)
        assert HIT in [file.read_bytes() for file in kept]
        assert any("engine random, seed 1, number" in file.read_text() for file in (tmp_path / "finds").glob("*.txt"))

    def test_what_ends_a_process_is_kept_and_the_rest_is_tried(self, tmp_path: Path) -> None:
        bases, faults = [HANG, CRASH, FILL, *[b"<a/>"] * 9], (HANG, CRASH, FILL)

        def hits(seed: int) -> list[bytes]:
            made = [Mutator(bases).made(seed, number) for number in range(20)]
            return [fault for fault in faults for data in made if fault in data]

        seed = next(seed for seed in range(10_000) if hits(seed) == [HANG, CRASH, FILL])
        outcome = tried("ends_badly", tmp_path, bases=bases, inputs=20, seed=seed)
        assert outcome.finds.counts == {"hang: no answer": 1, "crash: SIGKILL": 1, "memory: one input": 1}
        assert outcome.restarts == 3
        kept = {file.name.partition("-")[0]: file.read_bytes() for file in (tmp_path / "finds").glob("*.xml")}
        assert [fault in kept[kind] for kind, fault in zip(("hang", "crash", "memory"), faults, strict=True)] == [True] * 3

    def test_a_target_that_is_not_there_is_no_find(self, tmp_path: Path) -> None:
        with pytest.raises(RuntimeError, match="cannot be tried"):
            tried("absent", tmp_path, bases=[b"<a/>"])


class TestEngines:
    @pytest.mark.parametrize("engine", ["random", "hypothesis", "atheris"])
    def test_all_that_are_asked_for_are_tried(self, engine: str, tmp_path: Path) -> None:
        if find_spec(engine) is None:
            pytest.skip(f"{engine} is not installed")
        outcome = tried("answers", tmp_path, bases=[b"<a/>", b"<b/>"], inputs=25, engine=engine)
        assert (outcome.inputs, outcome.counts["answer"]) == (25, 25)
        asked = Options(inputs=25, engine="hypothesis", finds=tmp_path)
        assert figures(asked, outcome, [])["answers"] == {"answer": 25}

    def test_two_processes_share_the_numbers_while_there_is_time(self, tmp_path: Path) -> None:
        assert tried("answers", tmp_path, bases=[b"<a/>"], inputs=9, processes=2).inputs == 9
        assert tried("answers", tmp_path, bases=[b"<a/>"], inputs=10**9, seconds=0).inputs == 0


class TestSmaller:
    def test_what_is_not_needed_is_left_out(self) -> None:
        data = b"<a>" + b"x" * 300 + HIT + b"y" * 200 + b"</a>"
        assert shrunk(data, lambda other: HIT in other) == HIT

    def test_what_is_needed_as_a_whole_stays(self) -> None:
        assert shrunk(b"abc", lambda other: other == b"abc") == b"abc"

    def test_an_input_is_asked_about_in_the_same_way_each_time(self) -> None:
        assert choices_of(b"a").random() == choices_of(b"a").random() != choices_of(b"b").random()
