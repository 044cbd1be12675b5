"""Things in order, with others put in between."""

from laddereditor.align.chain import Chain


class Thing:
    """Something that is told apart by identity."""


def test_that_what_is_put_in_between_is_there() -> None:
    first, second, third, fourth = (Thing() for _ in range(4))
    chain = Chain([first, third])
    chain.insert(second, third)
    chain.insert(fourth, None)
    assert list(chain) == [first, second, third, fourth]
    start = Thing()
    chain.insert(start, first)
    assert next(iter(chain)) is start
    assert chain.below(None) is start and chain.below(fourth) is None


def test_that_the_first_that_fits_is_found_behind_another() -> None:
    things = [Thing() for _ in range(4)]
    chain = Chain(things)
    wanted = {id(things[0]), id(things[2])}
    assert chain.first_where(lambda one: id(one) in wanted) is things[0]
    assert chain.first_where(lambda one: id(one) in wanted, things[0]) is things[2]
    assert chain.first_where(lambda one: id(one) in wanted, things[2]) is None
    assert things[1] in chain and Thing() not in chain
