"""The REST interface: a study read over HTTP, on this machine. Needs ``comity[serve]``."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from comity.web.api.app import create_app

__all__ = ["create_app"]


def __getattr__(name: str) -> Any:
    """Load the app when it is used; a missing library becomes an error that says what to install."""
    if name not in __all__:
        raise AttributeError(name)
    from comity.errors import MissingExtra

    try:
        from comity.web.api.app import create_app
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in ("fastapi", "starlette", "pydantic", "anyio"):
            raise MissingExtra("Serving a study", "serve") from error
        raise
    return create_app
