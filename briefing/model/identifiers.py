"""Names for what the reader makes, that no two readers give twice."""


def new_identifier() -> str:
    """A random UUID (RFC 9562, version 4), as 36 characters."""
    # Here, for nothing is made at the start, and `uuid` brings what asks for the machine's platform.
    from uuid import uuid4

    return str(uuid4())
