--: batch_alter_table | schema | many changes
ERROR CommandError

--: batch_alter_table | recreate | always, without copy_from
ERROR CommandError

--: batch_alter_table | insert_after | without copy_from
ERROR CommandError
