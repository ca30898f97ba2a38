"""Messages."""
from . import err, msg, warn  # noqa: F401


def obfuscate_url_pw(url):
    from sqlalchemy.engine.url import make_url

    return make_url(url).render_as_string(hide_password=True)
