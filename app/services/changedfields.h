#pragma once

#include <QString>
#include <QStringList>

namespace accueil {

// The wire names of the fields in which two versions of a record differ, for the audit; never their values.
class ChangedFields
{
public:
    template <typename Value>
    void compare(const char *name, const Value &before, const Value &after)
    {
        if (!(before == after))
            m_names += QString::fromLatin1(name);
    }
    bool isEmpty() const { return m_names.isEmpty(); }
    QString text() const { return m_names.join(u' '); }
    const QStringList &names() const { return m_names; }

private:
    QStringList m_names;
};

} // namespace accueil
