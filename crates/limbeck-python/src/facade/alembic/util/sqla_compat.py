"""SQLAlchemy versions."""
sqla_14 = sqla_20 = sqla_2 = True
