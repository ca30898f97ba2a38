# Server defaults

#: a default that is a string | added | dropped
t(Column("a", String(20)))
#=>
t(Column("a", String(20), server_default="x"))

#: a default that is a number | changed | changed back
t(Column("a", Integer, server_default="1"))
#=>
t(Column("a", Integer, server_default="2"))

#: a default that is SQL | added | dropped
t(Column("a", Integer))
#=>
t(Column("a", Integer, server_default=sa.text("(1 + 2)")))

#: a default with a quote | added | dropped
t(Column("a", String(20)))
#=>
t(Column("a", String(20), server_default="it's"))

#: a default with a colon, a percent sign and a backslash | added | dropped
t(Column("a", String(40)))
#=>
t(Column("a", String(40), server_default="100% :x \\ y"))

#: an empty string for default | added | dropped
t(Column("a", String(20), nullable=False))
#=>
t(Column("a", String(20), nullable=False, server_default=""))

#: now() for default | added | dropped
t(Column("a", sa.DateTime))
#=>
t(Column("a", sa.DateTime, server_default=sa.func.now()))

#: now() for default | unchanged
t(Column("a", sa.DateTime, server_default=sa.func.now()), Column("b", sa.DateTime, server_default=sa.text("CURRENT_TIMESTAMP")))

#: a time zone's timestamp for default | unchanged
#= on: postgresql
t(Column("a", sa.DateTime(timezone=True), server_default=sa.func.now()), Column("b", sa.DateTime(timezone=True), server_default=sa.text("timezone('utc', now())")),
  Column("c", sa.Date, server_default=sa.func.current_date()))

#: a function for default | added | dropped
#= on: postgresql
t(Column("a", sa.Uuid))
#=>
t(Column("a", sa.Uuid, server_default=sa.func.gen_random_uuid()))

#: a function for default | for another | back
#= on: postgresql
t(Column("a", sa.DateTime, server_default=sa.func.now()))
#=>
t(Column("a", sa.DateTime, server_default=sa.text("clock_timestamp()")))

#: a truth value for default | changed | changed back
t(Column("a", sa.Boolean, server_default=sa.true(), nullable=False))
#=>
t(Column("a", sa.Boolean, server_default=sa.false(), nullable=False))

#: JSON for default | added | dropped
#= on: postgresql
t(Column("a", postgresql.JSONB))
#=>
t(Column("a", postgresql.JSONB, server_default=sa.text("'{}'::jsonb")))

#: an array for default | added | dropped
#= on: postgresql
t(Column("a", postgresql.ARRAY(sa.Text), nullable=False))
#=>
t(Column("a", postgresql.ARRAY(sa.Text), nullable=False, server_default="{}"))

#: a default of a numeric column | changed | changed back
t(Column("a", sa.Numeric(10, 2), server_default="0"))
#=>
t(Column("a", sa.Numeric(10, 2), server_default=sa.text("1.5")))

#: NULL for default | unchanged
t(Column("a", Integer, server_default=sa.text("NULL")))

#: a timestamp that is set on every UPDATE on MySQL | added | dropped
#= on: mariadb
t(Column("a", sa.DateTime))
#=>
t(Column("a", sa.DateTime, server_default=sa.text("CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP")))

#: defaults in many words | unchanged
#= on: postgresql
t(Column("a", Integer, server_default=sa.text("-1")), Column("b", String(9), server_default=sa.text("'x'::character varying")),
  Column("c", postgresql.JSONB, server_default="[]"), Column("d", sa.Interval, server_default=sa.text("interval '1 day'")),
  Column("e", sa.Text, server_default=sa.text("lower('ABC')")), Column("f", sa.Enum("p", "q", name="kind"), server_default="p"),
  Column("g", sa.Date, server_default=sa.text("CURRENT_DATE + 1")), Column("h", sa.Numeric(10, 2), server_default="0.00"))
