#pragma once

#include <QByteArray>
#include <QMap>
#include <QMultiMap>
#include <QString>
#include <QStringList>

namespace accueil {

// A letter as a mail program reads it (Python's email package).
class ReadLetter
{
public:
    explicit ReadLetter(const QByteArray &content);

    QString header(const QString &name) const { return m_headers.value(name.toLower()); } // decoded
    QString type() const { return m_type; }
    QStringList partTypes() const { return m_partTypes; } // in their order
    QString part(const QString &type) const { return m_parts.value(type); } // line ends are \n
    QString calendarMethod() const { return m_calendarMethod; }
    QStringList defects() const { return m_defects; }

private:
    QString m_type;
    QMultiMap<QString, QString> m_headers; // names in lower case
    QStringList m_partTypes;
    QMap<QString, QString> m_parts;
    QString m_calendarMethod;
    QStringList m_defects;
};

} // namespace accueil
