"""Walk along "A, B and C" in a parse, a few steps at most, so that a list of thousands costs no more than it must."""

from spacy.tokens import Token

LONGEST_LIST = 8


def first_joined(token: Token) -> Token:
    """The first of the words that `token` is joined to by "and" or commas; `token` itself if it is the first."""
    for _ in range(LONGEST_LIST):
        if token.dep_ != "conj" or token.head == token:
            break
        token = token.head
    return token


def all_joined(token: Token) -> list[Token]:
    """`token` and what it is joined to, in text order; of a very long list only what is near."""
    first = first_joined(token)
    members, waiting = [first], [first]
    while waiting and len(members) <= LONGEST_LIST:
        following = [child for child in waiting.pop().rights if child.dep_ == "conj"]
        members.extend(following)
        waiting.extend(following)
    return sorted(members, key=lambda member: member.i)
