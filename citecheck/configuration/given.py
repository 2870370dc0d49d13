"""Settings that a program makes, not a file."""

from citecheck.config import Settings
from citecheck.errors import ConfigurationError


def valid(settings: Settings) -> Settings:
    """*settings* with each value of its type: a caller may have given "info" for a severity.

    Raises ConfigurationError for what is of no such type.
    """
    from pydantic import ValidationError

    from citecheck.model.validating import validated

    try:
        return validated(Settings, settings.model_content())
    except ValidationError as error:
        raise ConfigurationError(f"these settings are not valid: {error}") from error
