"""Schema items by their older module name."""
from ._core import lazy

__getattr__ = lazy(globals(), {
    "sqlalchemy.sql.schema": "BLANK_SCHEMA CheckConstraint Column ColumnCollectionConstraint ColumnCollectionMixin ColumnDefault Computed Constraint DefaultClause"
    " DefaultGenerator FetchedValue ForeignKey ForeignKeyConstraint Identity Index MetaData PrimaryKeyConstraint RETAIN_SCHEMA SchemaItem SchemaVisitable Sequence"
    " Table ThreadLocalMetaData UniqueConstraint HasSchemaAttr",
    "sqlalchemy.sql.elements": "conv quoted_name",
    "sqlalchemy.sql.ddl": "AddConstraint BaseDDLElement CreateColumn CreateIndex CreateSchema CreateSequence CreateTable DDL DDLElement DropColumnComment"
    " DropConstraint DropIndex DropSchema DropSequence DropTable DropTableComment ExecutableDDLElement SetColumnComment SetTableComment sort_tables",
})
