"""Tables, columns, constraints, indexes: what a schema is made of, as the user wrote it."""

from .._core import conv, lazy, quoted_name  # noqa: F401

__getattr__ = lazy(globals(), {
    "sqlalchemy.sql.items": "SchemaItem SchemaVisitable HasSchemaAttr table_key",
    "sqlalchemy.sql.defaults": "ColumnDefault CallableColumnDefault ColumnElementColumnDefault Computed DefaultClause DefaultGenerator FetchedValue Identity IdentityOptions"
    " ScalarElementColumnDefault Sequence",
    "sqlalchemy.sql.constraints": "CheckConstraint ColumnCollectionConstraint ColumnCollectionMixin Constraint PrimaryKeyConstraint UniqueConstraint",
    "sqlalchemy.sql.keys": "ForeignKey ForeignKeyConstraint Index",
    "sqlalchemy.sql.columns": "Column NULL_UNSPECIFIED",
    "sqlalchemy.sql.tables": "BLANK_SCHEMA RETAIN_SCHEMA Table",
    "sqlalchemy.sql.metadata": "MetaData ThreadLocalMetaData sort_tables",
    "sqlalchemy.sql.ddl": "AddConstraint CreateColumn CreateIndex CreateSchema CreateSequence CreateTable DDL DropColumnComment DropConstraint DropIndex DropSchema"
    " DropSequence DropTable DropTableComment SetColumnComment SetTableComment",
})
