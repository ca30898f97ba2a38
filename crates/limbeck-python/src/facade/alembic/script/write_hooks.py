"""Write hooks written in Python are told to Rust, which runs none."""


def register(name):
    def decorate(fn):
        import _limbeck

        _limbeck.register("write_hook", name, fn)
        return fn

    return decorate
