"""How passwords that the program drew are kept until their holder chooses her own."""

from django.contrib.auth.hashers import PBKDF2PasswordHasher


class DrawnPasswordHasher(PBKDF2PasswordHasher):
    """A drawn password has 79 random bits, so that slow hashing adds nothing, and 5,000 of them are made in seconds.

    Django hashes it anew, slowly, at the first sign-in; by then it has to be changed anyway.
    """

    algorithm = "pbkdf2_sha256_drawn"
    iterations = 1000
