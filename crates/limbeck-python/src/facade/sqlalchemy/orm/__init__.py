"""The ORM as far as migrations and models need it: declarative classes fully, sessions simply."""
from .._core import lazy

__getattr__ = lazy(globals(), {
    "sqlalchemy.orm.": "session decl_api exc attributes properties relationships state query mapper events interfaces collections strategy_options declarative util",
    "sqlalchemy.orm.decl_api": "declarative_base DeclarativeBase DeclarativeBaseNoMeta DeclarativeMeta MappedAsDataclass declared_attr as_declarative registry"
    " has_inherited_table synonym_for declarative_mixin mapped_as_dataclass",
    "sqlalchemy.orm.properties": "Mapped mapped_column column_property deferred relationship backref synonym composite WriteOnlyMapped DynamicMapped query_expression"
    " dynamic_loader foreign remote validates reconstructor ColumnProperty MappedColumn Relationship RelationshipProperty Synonym SynonymProperty Composite"
    " CompositeProperty InstrumentedAttribute QueryableAttribute AppenderQuery attribute_keyed_dict attribute_mapped_collection column_mapped_collection mapped_collection"
    " collection MappedSQLExpression orm_insert_sentinel",
    "sqlalchemy.orm.session": "Session sessionmaker scoped_session object_session make_transient close_all_sessions SessionTransaction",
    "sqlalchemy.orm.query": "Query aliased Bundle with_parent with_loader_criteria with_polymorphic contains_alias",
    "sqlalchemy.orm.options": "load_only joinedload selectinload subqueryload lazyload noload raiseload immediateload contains_eager undefer_group undefer defer deferred_group Load"
    " selectin_polymorphic with_expression defaultload",
    "sqlalchemy.orm.decl_base": "configure_mappers clear_mappers class_mapper object_mapper Mapper",
})
