# A PostgreSQL server that lives as long as the standard input of this script stays open: sh postgres.sh FOLDER BIN PORT
set -e
folder=$1 bin=$2 port=$3
trap : INT TERM HUP
# Whoever started us may be gone before there is anything to say.
trap '' PIPE
if [ ! -d "$folder/data" ]; then
    "$bin/initdb" -D "$folder/data" -U postgres -A trust --no-sync -E UTF8 --locale=C.UTF-8 > "$folder/initdb.log" 2>&1
    cat "$folder/extra.conf" >> "$folder/data/postgresql.conf"
    if [ -f "$folder/pg_hba.conf" ]; then cp "$folder/pg_hba.conf" "$folder/data/pg_hba.conf"; fi
fi
# The server must not hold our standard output open: whoever started us waits for its end.
"$bin/pg_ctl" -D "$folder/data" -w -t 60 -l "$folder/server.log" -o "-p $port -k $folder" start < /dev/null > /dev/null 2>&1 || {
    cat "$folder/server.log"
    rm -rf "$folder"
    exit 1
}
echo ready 2> /dev/null || :
read -r _ || :
"$bin/pg_ctl" -D "$folder/data" -m immediate stop > /dev/null 2>&1 || :
rm -rf "$folder"
