from accounts.conftest import country, hire

__all__ = ["country", "hire"]
