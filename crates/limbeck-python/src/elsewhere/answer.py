# The question comes on standard input, the answer goes to standard output, and nothing else does: what the project prints
# goes to standard error.
import json


def answer(asked):
    try:
        import sqlalchemy  # noqa: F401
    except ImportError as error:
        return {"fault": "no_sqlalchemy", "text": str(error)}
    context = run(asked)  # noqa: F821
    if not context.reached:
        return {"fault": "not_configured", "text": ""}
    given = context.target_metadata
    if given is None:
        return {"fault": "no_metadata", "text": ""}
    several = list(given) if isinstance(given, (list, tuple, set, frozenset)) else [given]
    for one in several:
        if not (hasattr(one, "tables") and hasattr(one, "naming_convention")):
            return {"fault": "not_metadata", "text": type(one).__name__}
    writer = Writer(asked["dialect"])  # noqa: F821
    return {"version": sqlalchemy.__version__, "several": several != [given], "metadata": [writer.metadata(one) for one in several]}


def main():
    out = os.fdopen(os.dup(1), "w", encoding="ascii")  # noqa: F821
    os.dup2(2, 1)  # noqa: F821
    asked = json.loads(sys.stdin.buffer.read().decode("utf-8"))  # noqa: F821
    json.dump(answer(asked), out)
    out.flush()


main()
