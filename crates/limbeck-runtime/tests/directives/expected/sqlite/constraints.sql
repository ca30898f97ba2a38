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

--: create_primary_key | constraint_name | named
ERROR NotImplementedError

--: create_primary_key | constraint_name | None
ERROR NotImplementedError

--: create_primary_key | columns | several
ERROR NotImplementedError

--: create_primary_key | schema
ERROR NotImplementedError

--: create_unique_constraint | columns | several
ERROR NotImplementedError

--: create_unique_constraint | constraint_name | None
ERROR NotImplementedError

--: create_unique_constraint | schema
ERROR NotImplementedError

--: create_unique_constraint | initially
ERROR NotImplementedError

--: create_unique_constraint | deferrable | False
ERROR NotImplementedError

--: create_unique_constraint | postgresql_nulls_not_distinct
ERROR NotImplementedError

--: create_unique_constraint | postgresql_include
ERROR NotImplementedError

--: create_unique_constraint | sqlite_on_conflict
ERROR NotImplementedError

--: create_unique_constraint | mssql_clustered
ERROR NotImplementedError

--: create_unique_constraint | info
ERROR NotImplementedError

--: create_foreign_key | columns | one
ERROR NotImplementedError

--: create_foreign_key | columns | several
ERROR NotImplementedError

--: create_foreign_key | constraint_name | None
ERROR NotImplementedError

--: create_foreign_key | referent_table | itself
ERROR NotImplementedError

--: create_foreign_key | ondelete
ERROR NotImplementedError

--: create_foreign_key | ondelete | SET DEFAULT
ERROR NotImplementedError

--: create_foreign_key | onupdate
ERROR NotImplementedError

--: create_foreign_key | deferrable
ERROR NotImplementedError

--: create_foreign_key | initially
ERROR NotImplementedError

--: create_foreign_key | initially | in small letters
ERROR NotImplementedError

--: create_foreign_key | match
ERROR NotImplementedError

--: create_foreign_key | source_schema
ERROR NotImplementedError

--: create_foreign_key | referent_schema
ERROR NotImplementedError

--: create_foreign_key | source_schema | both, that need quoting
ERROR NotImplementedError

--: create_foreign_key | postgresql_not_valid
ERROR NotImplementedError

--: create_foreign_key | postgresql_not_valid | False
ERROR NotImplementedError

--: create_foreign_key | use_alter
ERROR NotImplementedError

--: create_check_constraint | condition | str
ERROR NotImplementedError

--: create_check_constraint | condition | sa.text
ERROR NotImplementedError

--: create_check_constraint | condition | an expression
ERROR NotImplementedError

--: create_check_constraint | condition | a list
ERROR NotImplementedError

--: create_check_constraint | condition | sa.func
ERROR NotImplementedError

--: create_check_constraint | condition | a percent sign
ERROR NotImplementedError

--: create_check_constraint | condition | sa.or_
ERROR NotImplementedError

--: create_check_constraint | condition | a boolean column
ERROR NotImplementedError

--: create_check_constraint | constraint_name | None
ERROR NotImplementedError

--: create_check_constraint | schema
ERROR NotImplementedError

--: create_check_constraint | postgresql_not_valid
ERROR NotImplementedError

--: create_check_constraint | deferrable
ERROR NotImplementedError

--: create_exclude_constraint | where
ERROR NotImplementedError

--: create_exclude_constraint | using
ERROR NotImplementedError

--: create_exclude_constraint | elements | an expression
ERROR ArgumentError

--: create_exclude_constraint | deferrable
ERROR NotImplementedError

--: create_exclude_constraint | initially
ERROR NotImplementedError

--: create_exclude_constraint | schema
ERROR NotImplementedError

--: create_exclude_constraint | ops
ERROR NotImplementedError

--: create_exclude_constraint | constraint_name | None
ERROR NotImplementedError

--: drop_constraint | constraint_name | that needs quoting
ERROR NotImplementedError

--: drop_constraint | type_ | foreignkey
ERROR NotImplementedError

--: drop_constraint | type_ | primary
ERROR NotImplementedError

--: drop_constraint | type_ | unique
ERROR NotImplementedError

--: drop_constraint | type_ | check
ERROR NotImplementedError

--: drop_constraint | type_ | by position
ERROR NotImplementedError

--: drop_constraint | type_ | None
ERROR NotImplementedError

--: drop_constraint | schema
ERROR NotImplementedError

--: drop_constraint | if_exists
ERROR NotImplementedError

--: drop_constraint | if_exists | a check
ERROR NotImplementedError

--: drop_constraint | if_exists | False
ERROR NotImplementedError
