# Domains
#= on: postgresql

#: a domain | added | dropped
t()
#=>
t(Column("a", postgresql.DOMAIN("positive", Integer, check=sa.text("VALUE > 0"))))

#: a table with a domain | added | dropped

#=>
t(Column("a", postgresql.DOMAIN("positive", Integer, check=sa.text("VALUE > 0"), not_null=True)))

#: a domain with everything | added | dropped
t()
#=>
t(Column("a", postgresql.DOMAIN("label", String(20), collation="C", default="x", constraint_name="ck_label", not_null=True, check=sa.text("VALUE <> ''"))))

#: a domain for a type | set | dropped
t(Column("a", Integer))
#=>
t(Column("a", postgresql.DOMAIN("positive", Integer, check=sa.text("VALUE > 0"))))

#: a domain's check | changed | changed back
t(Column("a", postgresql.DOMAIN("positive", Integer, check=sa.text("VALUE > 0"))))
#=>
t(Column("a", postgresql.DOMAIN("positive", Integer, check=sa.text("VALUE > 1 AND VALUE < 1000"))))

#: a domain's check | added | dropped
t(Column("a", postgresql.DOMAIN("positive", Integer)))
#=>
t(Column("a", postgresql.DOMAIN("positive", Integer, check=sa.text("VALUE > 0"))))

#: a domain's default | added | dropped
t(Column("a", postgresql.DOMAIN("positive", Integer)))
#=>
t(Column("a", postgresql.DOMAIN("positive", Integer, default=sa.text("5 + 2"))))

#: a domain's NOT NULL | added | dropped
t(Column("a", postgresql.DOMAIN("positive", Integer)))
#=>
t(Column("a", postgresql.DOMAIN("positive", Integer, not_null=True)))

#: a domain that two tables use | one less | one more
t(Column("a", postgresql.DOMAIN("positive", Integer)))
t(Column("a", postgresql.DOMAIN("positive", Integer)), name="u")
#=>
t(Column("a", postgresql.DOMAIN("positive", Integer)))

#: an array of a domain | added | dropped
t()
#=>
t(Column("a", postgresql.ARRAY(postgresql.DOMAIN("positive", Integer, check=sa.text("VALUE > 0")))))

#: a domain of another schema | added | dropped
#= sql: CREATE SCHEMA other
t()
#=>
t(Column("a", postgresql.DOMAIN("positive", Integer, schema="other", check=sa.text("VALUE > 0"))))

#: a domain | unchanged
t(Column("a", postgresql.DOMAIN("label", String(20), default="x", not_null=True, check=sa.text("VALUE IN ('x', 'y')"))))

#: a domain that no model names | unchanged
#= sql: CREATE DOMAIN positive AS integer CHECK (VALUE > 0)
t()
