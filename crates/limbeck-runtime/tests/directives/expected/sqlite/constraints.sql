--: constraints | all kinds
ERROR NotImplementedError

--: create_unique_constraint | deferrable
ERROR NotImplementedError

--: create_foreign_key | deferrable | False
ERROR NotImplementedError

--: create_exclude_constraint | elements | one
ERROR NotImplementedError

--: drop_constraint | type_ | all kinds
ERROR NotImplementedError

--: drop_constraint | type_ | without
ERROR NotImplementedError
