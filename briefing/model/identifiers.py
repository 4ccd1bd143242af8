"""Names that nothing else has: random ones for what the reader makes, digests for bytes."""


def new_identifier() -> str:
    """A random UUID (RFC 9562, version 4), as 36 characters."""
    # Here, for nothing is made at the start, and `uuid` brings what asks for the machine's platform.
    from uuid import uuid4

    return str(uuid4())


def digest_of(content: bytes) -> str:
    """The SHA-256 of some bytes (FIPS 180-4), in hexadecimal."""
    # Here: `hashlib` loads OpenSSL, and to show a library nothing is digested.
    from hashlib import sha256

    return sha256(content).hexdigest()
