#include "tests/support/schemadescription.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// The order of columns is left out: a column that a migration adds stands last, in a fresh table it need not.
const QString sqliteColumns
    = u"SELECT 'column', t.name, c.name, c.type, c.\"notnull\", coalesce(c.dflt_value, ''), c.pk"
      " FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'"_s;
const QString sqliteKeys = u"SELECT 'foreign key', t.name, k.\"table\", k.\"from\", k.\"to\", k.on_update, k.on_delete"
                           " FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) k WHERE t.type = 'table'"_s;
const QString sqliteIndexes = u"SELECT 'index', t.name, i.\"unique\", i.origin, i.partial, group_concat(c.name), ''"
                              " FROM sqlite_master t JOIN pragma_index_list(t.name) i JOIN pragma_index_info(i.name) c"
                              " WHERE t.type = 'table' GROUP BY t.name, i.name"_s;
const QString sqliteTexts = u"SELECT type, name, tbl_name, sql, '', '', '' FROM sqlite_master"
                            " WHERE type IN ('trigger', 'view') OR (type = 'index' AND sql LIKE '%WHERE%')"_s;
// Check constraints are only in the text of the table.
const QString sqliteTables = u"SELECT name, sql FROM sqlite_master WHERE type = 'table'"_s;

const QString postgreSqlColumns
    = u"SELECT 'column', c.table_name, c.column_name, c.data_type, c.is_nullable, coalesce(c.column_default, ''), ''"
      " FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)"
      " WHERE table_schema = current_schema() AND t.table_type = 'BASE TABLE'"_s;
const QString postgreSqlViews = u"SELECT 'view', viewname::text, definition, '', '', '', ''"
                                " FROM pg_views WHERE schemaname = current_schema()"_s;
const QString postgreSqlConstraints
    = u"SELECT 'constraint', conrelid::regclass::text, contype::text, pg_get_constraintdef(oid), '', '', ''"
      " FROM pg_constraint WHERE connamespace = current_schema()::regnamespace"_s;
const QString postgreSqlIndexes = u"SELECT 'index', tablename::text, indexdef, '', '', '', ''"
                                  " FROM pg_indexes WHERE schemaname = current_schema()"_s;
const QString postgreSqlTriggers = u"SELECT 'trigger', pg_get_triggerdef(oid), '', '', '', '', ''"
                                   " FROM pg_trigger WHERE NOT tgisinternal"_s;
const QString postgreSqlFunctions = u"SELECT 'function', pg_get_functiondef(oid), '', '', '', '', ''"
                                    " FROM pg_proc WHERE pronamespace = current_schema()::regnamespace"_s;
const QString postgreSqlSequences = u"SELECT 'sequence', sequencename::text, increment_by::text, '', '', '', ''"
                                    " FROM pg_sequences WHERE schemaname = current_schema()"_s;

QStringList linesOf(Database &database, const QString &sql)
{
    QStringList lines;
    QSqlQuery &query = database.execute(sql);
    while (query.next()) {
        QStringList parts;
        for (int i = 0; i < 7; ++i)
            parts += query.value(i).toString().simplified();
        lines += parts.join(u" | "_s);
    }
    return lines;
}

// The checks of a table: each from its word to the bracket that closes it.
QStringList checksOf(const QString &table, const QString &sql)
{
    QStringList checks;
    for (qsizetype at = sql.indexOf(u"CHECK ("_s); at >= 0; at = sql.indexOf(u"CHECK ("_s, at + 1)) {
        int depth = 0;
        qsizetype end = at + 6;
        do {
            depth += sql.at(end) == u'(' ? 1 : sql.at(end) == u')' ? -1 : 0;
            ++end;
        } while (depth > 0 && end < sql.size());
        checks += u"check | "_s + table + u" | "_s + sql.mid(at, end - at).simplified();
    }
    return checks;
}

} // namespace

QStringList schemaDescription(Database &database)
{
    QStringList lines;
    if (database.dialect() == Dialect::Sqlite) {
        for (const QString &sql : {sqliteColumns, sqliteKeys, sqliteIndexes, sqliteTexts})
            lines += linesOf(database, sql);
        QSqlQuery &tables = database.execute(sqliteTables);
        while (tables.next())
            lines += checksOf(tables.value(0).toString(), tables.value(1).toString());
    } else {
        for (const QString &sql : {postgreSqlColumns, postgreSqlConstraints, postgreSqlIndexes, postgreSqlTriggers,
                 postgreSqlFunctions, postgreSqlSequences, postgreSqlViews})
            lines += linesOf(database, sql);
    }
    lines.sort();
    return lines;
}

} // namespace accueil
